//! What a single capitalised word is that no list knows: by the words around all its mentions.

use super::lexicon::lexicon;
use super::names::Name;
use super::words::{Shape, Word};
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
        body += usize::from(matches!(before, "the" | "via" | "on"));
    }
    let strong = names.iter().any(|name| !name.weak);
    let surname = lexicon().is_surname(&folded);
    if !strong && (person == 0 || !(surname || lexicon().is_given(&folded))) {
        return None;
    }
    person += usize::from(surname || lexicon().is_given(&folded));
    let odd = names.iter().any(|name| words[name.first].shape == Shape::Mixed && !folded.starts_with("mc"));
    Some(if person > 0 && person >= place && person >= body {
        SourceKind::Person
    } else if place > body {
        SourceKind::Place
    } else if odd || body > 0 || place > 0 {
        SourceKind::Organisation
    } else {
        guess(&folded)
    })
}

/// Of a word with no evidence at all.
fn guess(_folded: &str) -> SourceKind {
    SourceKind::Organisation
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
