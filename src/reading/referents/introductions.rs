//! How a text introduces somebody: titles before the name, appositions and "is the …" after it.

use super::cast::{Entity, Form, Mention};
use super::kinds::is_speech;
use super::lexicon::{folded, lexicon};
use super::modifiers;
use super::words::{Shape, Word};
use crate::model::{SourceKind, Span};

/// Fills the introductions and offices of every person.
pub fn find(words: &[Word<'_>], entities: &mut [Entity]) {
    let mut starts: Vec<usize> = (0..words.len()).collect();
    for mention in entities.iter().flat_map(|entity| &entity.mentions) {
        for at in mention.first..mention.end.min(starts.len()) {
            starts[at] = mention.first;
        }
    }
    for entity in entities.iter_mut().filter(|entity| entity.kind == Some(SourceKind::Person)) {
        for mention in entity.mentions.clone() {
            if mention.form != Form::Name {
                continue;
            }
            let found = [before(words, &starts, &mention), after(words, &mention)];
            for (first, end) in found.into_iter().flatten() {
                add(words, entity, first, end);
            }
        }
        entity.introductions.sort_unstable();
        entity.introductions.dedup();
    }
}

fn add(words: &[Word<'_>], entity: &mut Entity, first: usize, end: usize) {
    let span = Span::new(words[first].span.start, words[end - 1].span.end);
    let text = |span: &Span| {
        words[first..end]
            .iter()
            .filter(|word| span.contains(word.span))
            .map(|word| word.folded.as_str())
            .collect::<Vec<_>>()
    };
    for office in offices_in(&text(&span)) {
        entity.sex = entity.sex.or(lexicon().office(&office).and_then(|office| office.sex));
        if !entity.offices.contains(&office) {
            entity.offices.push(office);
        }
    }
    entity.introductions.push(span);
}

/// The offices in an introduction as it stands, each in its long form.
pub fn offices_of(introduction: &str) -> Vec<String> {
    let marks = |c: char| !c.is_alphanumeric() && c != '.' && c != '-' && c != '\'' && c != '’';
    let words: Vec<String> = introduction.split(marks).filter(|word| !word.is_empty()).map(folded).collect();
    let words: Vec<&str> = words.iter().map(|word| word.strip_prefix("then-").unwrap_or(word)).collect();
    offices_in(&words).iter().map(|office| super::coreference::long_form(office).to_owned()).collect()
}

/// The offices in folded words, longest first at each place; no forms of address.
pub fn offices_in(words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=4.min(words.len() - at)).rev().find_map(|length| {
            let phrase = words[at..at + length].join(" ");
            lexicon().office(&phrase).filter(|office| !office.address).map(|_| (phrase, length))
        });
        match longest {
            Some((phrase, length)) => {
                found.push(phrase);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

fn is_office(word: &Word<'_>) -> bool {
    lexicon().office(&word.folded).is_some_and(|office| !office.address)
}

/// Words that belong to an office's introduction.
fn is_modifier(word: &Word<'_>) -> bool {
    modifiers::is_modifier(&word.folded)
        || matches!(
            word.folded.as_str(),
            "longtime"
                | "long-time"
                | "veteran"
                | "fellow"
                | "current"
                | "top"
                | "local"
                | "future"
                | "outgoing"
                | "incoming"
                | "two-time"
                | "onetime"
                | "one-time"
        )
}

/// The title before a mention: "Velm Mayor", "county fire marshal and head of the Wardens Guild".
/// `starts` has for each word the first word of the name that it stands in.
fn before(words: &[Word<'_>], starts: &[usize], mention: &Mention) -> Option<(usize, usize)> {
    let end = mention.first;
    let mut first = end;
    while first > 0 {
        let word = &words[first - 1];
        let same = word.paragraph == words[end].paragraph && word.sentence == words[end].sentence;
        if !same || !continues_title(words, first, end) {
            break;
        }
        first = starts[first - 1].min(first - 1);
    }
    while first < end && matches!(words[first].folded.as_str(), "of" | "for" | "and" | "the" | "at" | "in") {
        first += 1;
    }
    let office = words[first..end].iter().any(is_office) || then_office(words, first, end);
    let last = words.get(end.checked_sub(1)?)?;
    let closes = is_office(last) || last.is_capital() || then_office(words, end - 1, end);
    (office && closes && first < end).then_some((first, end))
}

/// "then-Mayor".
fn then_office(words: &[Word<'_>], first: usize, end: usize) -> bool {
    words[first..end]
        .iter()
        .any(|word| modifiers::then_or_ex(&word.folded).is_some_and(|rest| lexicon().office(rest).is_some()))
}

/// Whether the word before `first` still belongs to the title that ends at `end`.
fn continues_title(words: &[Word<'_>], first: usize, end: usize) -> bool {
    let word = &words[first - 1];
    let joined = first < end;
    if word.shape == Shape::Mark {
        return false;
    }
    if is_office(word) || is_modifier(word) {
        return !word.possessive;
    }
    let office_follows = joined && (is_office(&words[first]) || is_modifier(&words[first]));
    match word.folded.as_str() {
        "of" | "for" | "at" => {
            joined && first >= 2 && (is_office(&words[first - 2])) && words[first..end].iter().any(Word::is_capital)
        }
        "the" => joined && first >= 2 && matches!(words[first - 2].folded.as_str(), "of" | "for" | "at"),
        "and" => joined && first >= 2 && is_office(&words[first - 2]) && office_follows,
        folded if word.is_capital() => {
            (joined || word.span.end < words[end].span.start && !is_person_before(words, first))
                && !lexicon().is_function(folded) | matches!(folded, "new" | "united")
        }
        folded => {
            let plain = !lexicon().is_function(folded) && !is_speech(folded) && !folded.ends_with("ed");
            office_follows && plain && lexicon().is_common(folded) && is_noun_modifier(folded)
        }
    }
}

/// Whether the capital before `first` is a given name, so that no title can end there.
fn is_person_before(words: &[Word<'_>], first: usize) -> bool {
    lexicon().is_given(&words[first - 1].folded)
}

/// Plain nouns and adjectives that stand before offices.
fn is_noun_modifier(word: &str) -> bool {
    matches!(
        word,
        "campaign"
            | "city"
            | "county"
            | "town"
            | "village"
            | "school"
            | "fire"
            | "law"
            | "history"
            | "science"
            | "research"
            | "party"
            | "opposition"
            | "union"
            | "church"
            | "bank"
            | "company"
            | "committee"
            | "council"
            | "board"
            | "club"
            | "team"
            | "football"
            | "baseball"
            | "basketball"
            | "policy"
            | "press"
            | "immigration"
            | "health"
            | "security"
            | "defense"
            | "defence"
            | "finance"
            | "foreign"
            | "interior"
            | "justice"
            | "labor"
            | "presidential"
            | "republican"
            | "democratic"
            | "conservative"
            | "liberal"
            | "political"
            | "economic"
            | "national"
            | "military"
            | "civil"
            | "rights"
            | "human"
            | "housing"
            | "budget"
            | "education"
            | "climate"
            | "energy"
            | "technology"
            | "business"
            | "media"
            | "film"
            | "music"
            | "art"
            | "news"
            | "radio"
            | "television"
            | "tv"
            | "sports"
            | "hospital"
            | "university"
            | "college"
            | "state"
            | "district"
            | "circuit"
            | "army"
            | "navy"
            | "air"
            | "task"
            | "force"
            | "department"
            | "agency"
            | "association"
            | "group"
    )
}

/// The apposition or "is the …" after a mention.
fn after(words: &[Word<'_>], mention: &Mention) -> Option<(usize, usize)> {
    let next = words.get(mention.end)?;
    let same = |at: usize| {
        words.get(at).is_some_and(|word| word.paragraph == next.paragraph && word.sentence == next.sentence)
    };
    if words[mention.end - 1].possessive || next.paragraph != words[mention.first].paragraph {
        return None;
    }
    let mut start = mention.end;
    let copula = match next.folded.as_str() {
        "," => {
            start += 1;
            let who = words.get(start).is_some_and(|word| word.is("who"))
                && words.get(start + 1).is_some_and(|word| matches!(word.folded.as_str(), "is" | "was"));
            start += 2 * usize::from(who);
            who
        }
        "is" | "was" => {
            start += 1;
            true
        }
        _ => return None,
    };
    if !same(start) || !opens_apposition(words, start, copula) {
        return None;
    }
    let end = apposition_end(words, start, &same);
    let slice = &words[start..end];
    let near: Vec<&str> = slice.iter().take(12).map(|word| word.folded.as_str()).collect();
    let office = !offices_in(&near).is_empty();
    let reports = slice.iter().any(|word| is_speech(&word.folded));
    (end > start && office && !reports).then_some((start, end))
}

fn opens_apposition(words: &[Word<'_>], start: usize, copula: bool) -> bool {
    let word = &words[start];
    let article = matches!(word.folded.as_str(), "a" | "an" | "the" | "one" | "its" | "their" | "his" | "her");
    if copula {
        return article;
    }
    let near_office =
        words[start..words.len().min(start + 7)].iter().take_while(|word| word.shape != Shape::Mark).any(is_office);
    article
        || is_office(word)
        || is_modifier(word)
        || (word.is_capital() && near_office)
        || (near_office && is_noun_modifier(&word.folded))
}

/// Where the apposition ends: at a mark, but past ", N.J.".
fn apposition_end(words: &[Word<'_>], start: usize, same: &impl Fn(usize) -> bool) -> usize {
    let mut end = start;
    while same(end) {
        let word = &words[end];
        if word.shape == Shape::Mark && !matches!(word.text, "'" | "’" | "&" | "-" | "/") {
            let state = words.get(end + 1).is_some_and(|next| lexicon().place(&next.folded).is_some());
            let closes = words.get(end + 2).is_some_and(|next| next.shape == Shape::Mark);
            if word.text == "," && state && closes {
                end += 2;
                continue;
            }
            break;
        }
        if matches!(word.folded.as_str(), "who" | "which" | "whose") {
            break;
        }
        end += 1;
    }
    end
}
