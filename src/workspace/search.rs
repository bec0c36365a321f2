//! A search in both articles, on whatever thread: what is sought where, and what it finds, piece by piece.

use std::sync::Arc;

use super::{Folded, Sought};
use crate::model::{Side, Sides, Span};

/// Places of the first piece, so that the first of them are seen at once.
const FIRST_PIECE: usize = 64;
/// Places of a later one.
const PIECE: usize = 8_192;

/// A search that was asked for.
#[derive(Debug, Clone)]
pub struct Search {
    /// Its number: a later one has overtaken it.
    pub number: u64,
    /// The texts; none where no article is open.
    pub texts: Sides<Option<Arc<str>>>,
    /// What is sought in them.
    pub sought: Sought,
}

/// Some of the places that a search has found on one side, in order, after those that were told before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The number of the search.
    pub search: u64,
    /// Where they are.
    pub side: Side,
    /// In bytes of that article.
    pub places: Vec<Span>,
    /// Whether that side has no more.
    pub is_last: bool,
}

/// Texts made ready to be searched, as long as the same are searched again.
#[derive(Debug, Default)]
pub struct FoldedTexts {
    known: Sides<Option<(Arc<str>, Folded)>>,
}

impl FoldedTexts {
    fn of(&mut self, side: Side, text: &Arc<str>) -> &Folded {
        let known = self.known.get_mut(side);
        let is_same = known.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, text));
        if !is_same {
            *known = None;
        }
        &known.get_or_insert_with(|| (Arc::clone(text), Folded::new(text))).1
    }
}

impl Search {
    /// Searches the left article, then the right one. Each piece goes to `tell`, which says whether more is wanted.
    pub fn run(&self, texts: &mut FoldedTexts, tell: &mut dyn FnMut(Found) -> bool) {
        for side in Side::BOTH {
            let Some(text) = self.texts.get(side) else { continue };
            let mut places = self.sought.places(text, texts.of(side, text)).peekable();
            let mut most = FIRST_PIECE;
            loop {
                let piece: Vec<Span> = places.by_ref().take(most).collect();
                let is_last = places.peek().is_none();
                if !tell(Found { search: self.number, side, places: piece, is_last }) {
                    return;
                }
                if is_last {
                    break;
                }
                most = PIECE;
            }
        }
    }

    /// Everything it finds, where nobody is kept waiting.
    pub fn answers(&self) -> Vec<Found> {
        let mut answers = Vec::new();
        self.run(&mut FoldedTexts::default(), &mut |found| {
            answers.push(found);
            true
        });
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(left: &str, words: &str) -> Search {
        let sought = Sought { words: words.to_owned(), ..Sought::default() };
        Search { number: 3, texts: Sides::new(Some(left.into()), Some("a pond".into())), sought }
    }

    #[test]
    fn many_places_come_in_pieces_and_all_of_them() {
        let text = "a ".repeat(FIRST_PIECE + PIECE + 5);
        let answers = search(&text, "a").answers();
        let told: Vec<(Side, usize, bool)> =
            answers.iter().map(|found| (found.side, found.places.len(), found.is_last)).collect();
        let left = [(FIRST_PIECE, false), (PIECE, false), (5, true)];
        let mut expected: Vec<_> = left.map(|(count, is_last)| (Side::Left, count, is_last)).to_vec();
        expected.push((Side::Right, 1, true));
        assert_eq!(told, expected);
        let starts: Vec<usize> = answers.iter().flat_map(|found| &found.places).map(|place| place.start).collect();
        assert!(starts[..starts.len() - 1].windows(2).all(|pair| pair[0] + 2 == pair[1]), "none twice, none left out");
    }

    #[test]
    fn what_is_nowhere_is_said_to_be_on_neither_side() {
        let answers = search("a mill", "weir").answers();
        assert!(answers.len() == 2 && answers.iter().all(|found| found.places.is_empty() && found.is_last));
    }

    #[test]
    fn nothing_is_searched_any_more_once_nobody_wants_it() {
        let mut told = 0;
        search(&"a ".repeat(1_000), "a").run(&mut FoldedTexts::default(), &mut |_| {
            told += 1;
            false
        });
        assert_eq!(told, 1);
    }
}
