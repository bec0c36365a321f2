//! What a single capitalised word is that no list knows: by the words around all its mentions.

use super::lexicon::lexicon;
use super::names::Name;
use super::words::Word;
use crate::model::SourceKind;

/// What the mentions of one unknown word say it is; none where it is no name at all.
pub fn of_unknown(words: &[Word<'_>], names: &[&Name]) -> Option<SourceKind> {
    let folded = names.first().map(|name| words[name.first].folded.clone())?;
    let (mut person, mut place, mut body) = (0, 0, 0);
    for name in names {
        let before = name.first.checked_sub(1).map_or("", |at| words[at].folded.as_str());
        let behind = words.get(name.end).map_or("", |word| word.folded.as_str());
        if name.title.is_some() {
            person += 4;
        }
        person +=
            2 * usize::from(is_speech(behind) || is_speech(before)) + usize::from(matches!(behind, "who" | "whose"));
        place += usize::from(matches!(before, "in" | "from" | "near" | "outside" | "across" | "throughout"));
        let acts = matches!(
            behind,
            "is" | "was" | "has" | "had" | "will" | "would" | "did" | "does" | "could" | "can" | "also"
        );
        person += usize::from(acts && before != "the");
        body += usize::from(matches!(before, "the" | "via" | "on"));
    }
    let strong = names.iter().any(|name| !name.weak);
    let surname = lexicon().is_surname(&folded);
    // A plain word with capitals inside sentences, again and again, that many bear as a surname.
    let repeated = surname && names.iter().filter(|name| !words[name.first].opens).count() > 1;
    if !strong && !repeated && (person < 2 || !(surname || lexicon().is_given(&folded))) {
        return None;
    }
    person += usize::from(surname || lexicon().is_given(&folded));
    // A word known only from a sentence's start, by no list and no verb of saying, is more likely a plain word.
    let opens_only = names.iter().all(|name| words[name.first].opens);
    if opens_only && names.len() < 2 && person < 2 && !surname {
        return None;
    }
    Some(if person > 0 && person >= place && person >= body {
        SourceKind::Person
    } else if place > body {
        SourceKind::Place
    } else {
        SourceKind::Organisation
    })
}

/// Whether the folded word is a verb of saying that takes a person before or after it.
pub fn is_speech(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "told"
            | "tells"
            | "added"
            | "adds"
            | "asked"
            | "asks"
            | "wrote"
            | "writes"
            | "argued"
            | "argues"
            | "explained"
            | "explains"
            | "noted"
            | "notes"
            | "replied"
            | "insisted"
            | "insists"
            | "testified"
            | "tweeted"
            | "declared"
            | "recalled"
            | "warned"
            | "warns"
            | "admitted"
            | "claimed"
            | "claims"
            | "conceded"
            | "continued"
            | "thinks"
            | "thought"
            | "believes"
            | "believed"
            | "suggested"
            | "suggests"
            | "responded"
            | "joked"
            | "quipped"
            | "acknowledged"
            | "complained"
            | "concluded"
            | "stated"
            | "announced"
            | "vowed"
            | "pledged"
            | "promised"
    )
}
