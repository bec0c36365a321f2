//! A text as words: what is compared.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::Span;

/// The words of a text, in order.
#[derive(Debug)]
pub struct Words {
    spans: Vec<Span>,
    /// Equal where the words are, in both texts.
    ids: Vec<u32>,
}

impl Words {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Which word.
    pub fn id(&self, word: usize) -> u32 {
        self.ids[word]
    }

    /// All of them.
    pub fn ids(&self) -> &[u32] {
        &self.ids
    }

    /// Where it stands.
    pub fn span(&self, word: usize) -> Span {
        self.spans[word]
    }

    /// The words that the span touches; none where it touches none.
    pub fn within(&self, span: Span) -> Option<Range<usize>> {
        let start = self.spans.partition_point(|word| word.end <= span.start);
        let end = self.spans.partition_point(|word| word.start < span.end);
        (start < end).then_some(start..end)
    }
}

/// The words of two texts.
pub fn both(one: &str, other: &str) -> (Words, Words) {
    let mut known = HashMap::new();
    (words(one, &mut known), words(other, &mut known))
}

fn words<'t>(text: &'t str, known: &mut HashMap<&'t str, u32>) -> Words {
    let spans = spans(text);
    let ids = spans.iter().map(|span| {
        let next = known.len() as u32;
        *known.entry(span.of(text)).or_insert(next)
    });
    let ids = ids.collect();
    Words { spans, ids }
}

/// Runs of letters and digits; of scripts without spaces every letter.
fn spans(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut open = false;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let goes_on = open && !is_word_by_itself(character);
        match spans.last_mut() {
            Some(last) if goes_on && character.is_alphanumeric() => last.end = end,
            _ if character.is_alphanumeric() => spans.push(Span::new(at, end)),
            _ => {}
        }
        open = character.is_alphanumeric() && !is_word_by_itself(character);
    }
    spans
}

/// Chinese characters, kana, Thai, Lao, Khmer, Burmese: written without spaces between words.
fn is_word_by_itself(character: char) -> bool {
    matches!(character, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
