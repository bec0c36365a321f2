//! What is said of a search in both articles.

use super::snippet;
use crate::model::Side;
use crate::workspace::{Find, State};

/// How many letters of a place's sentence are read out.
const SPOKEN_LETTERS: usize = 120;

/// "3 left · 5 right", and how many of them are folded away; that nothing was found; nothing where nothing is sought.
pub fn found_counts(state: &State) -> String {
    let find = &state.find;
    if find.sought.words.trim().is_empty() {
        return String::new();
    }
    match (find.places.left.len(), find.places.right.len()) {
        (0, 0) if find.is_whole() => "In neither article".to_owned(),
        (0, 0) => String::new(),
        (left, right) => match state.found_in_fold() {
            0 => format!("{left} left · {right} right"),
            away => format!("{left} left · {right} right, {away} folded away"),
        },
    }
}

/// "2 of 8"; nothing before the reader went to one.
pub fn found_ordinal(find: &Find) -> String {
    find.ordinal().map_or_else(String::new, |ordinal| format!("{ordinal} of {}", find.count()))
}

/// Both, and the place itself, for the screen reader: "2 of 8, on the left in paragraph 3: … the mill is loved …".
pub fn found_spoken(state: &State) -> String {
    let find = &state.find;
    let counts = found_counts(state);
    let place = find.here().and_then(|(side, span)| {
        let opened = state.columns.get(side).opened.as_ref()?;
        let paragraph = opened.article.paragraph_at(span.start)?;
        let mut sentences = opened.reading.sentences.iter();
        let sentence = sentences.find(|sentence| sentence.span.contains(span)).map_or(span, |sentence| sentence.span);
        let words = snippet(&opened.article.text, sentence, SPOKEN_LETTERS);
        Some(format!(
            ", {}, on the {} in paragraph {}: {words}",
            found_ordinal(find),
            side.name(),
            opened.paragraph_number(paragraph)
        ))
    });
    counts + &place.unwrap_or_default()
}

/// "1 to 24 on the left, 1 to 31 on the right": the paragraphs one can go to.
pub fn paragraph_numbers(state: &State) -> String {
    let numbers = Side::BOTH.into_iter().filter_map(|side| {
        let count = state.paragraphs(side)?;
        Some(format!("1 to {count} on the {}", side.name()))
    });
    numbers.collect::<Vec<_>>().join(", ")
}
