//! The phrase of two passages that says most of what they share.

use super::super::Read;
use super::super::similarity::shared_terms;
use super::super::vocabulary::Vocabulary;
use super::candidates::finish;
use super::phrases::{Phrase, phrases};
use crate::model::{Side, Sides};

/// What a word costs a label that the passages do not share.
const STRANGER_COST: f32 = 0.3;

/// The phrase of two passages that says most of what they share, of more than one word; for ties that belong to no theme.
pub fn best_phrase(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, passages: Sides<usize>) -> Option<String> {
    let shared = shared_terms(vocabulary, passages);
    phrase_on(sides, vocabulary, passages, &shared).filter(|words| words.contains(' '))
}

/// The phrase of two passages that says most of the given terms, which are heaviest first.
pub fn phrase_on(
    sides: Sides<Read<'_>>,
    vocabulary: &Vocabulary,
    passages: Sides<usize>,
    shared: &[(usize, f32)],
) -> Option<String> {
    let worth = |term: usize| shared.iter().find(|(own, _)| *own == term).map(|(_, worth)| *worth);
    let most = shared.first()?.1.max(f32::EPSILON);
    let wanted = |terms: &[usize]| terms.iter().any(|&term| worth(term).is_some());
    let score = |phrase: &Phrase| {
        let said: f32 = phrase.terms.iter().map(|&term| worth(term).map_or(-STRANGER_COST, |own| own / most)).sum();
        said + 1.5 * finish(vocabulary, phrase)
    };
    let mut best: Option<(f32, String)> = None;
    for side in Side::BOTH {
        let text = &sides.get(side).article.text;
        for phrase in phrases(text, vocabulary, side, *passages.get(side), &wanted) {
            let score = score(&phrase);
            if best.as_ref().is_none_or(|(best, _)| score > *best) {
                best = Some((score, capitalise(&phrase.words)));
            }
        }
    }
    best.map(|(_, words)| words)
}

/// With a capital at its beginning.
pub fn capitalise(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
