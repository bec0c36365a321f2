//! Where a passage stands after its article was edited.
//!
//! A passage is held as the W3C Web Annotation Data Model has it (section 4.2.4, Text Quote Selector): by its exact
//! words with what stands before and behind them. As the whole old text is kept, exact words, prefix and suffix are as
//! long as need be, and all passages are placed at once, by aligning the two texts word by word:
//!
//! 1. runs of words that stand once in either text are the same words, and so are their neighbours as far as they
//!    agree: Heckel (1978), "A technique for isolating differences between files". This finds paragraphs that were moved.
//! 2. What lies between two such runs is aligned by edit distance (Wagner and Fischer, 1974), and a word counts as
//!    found only where all cheapest alignments agree on it.
//! 3. Of what is left, three words in a row that stand once in either text went from one place to the other.
//!
//! A passage is placed where most of its words stand in one place with none of its neighbours' words between them. In
//! doubt it is nowhere: a note beside the wrong sentence is worse than one that the reader is asked about.

mod gaps;
mod runs;
mod words;

use std::ops::Range;

use crate::model::Span;
use words::Words;

/// What is known of a word of the old text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It is this word of the new text.
    At(usize),
    /// It is in the new text no more.
    Gone,
    /// It may be one of several, or gone.
    Doubtful,
}

/// The least run of words, the passage's own or around it, that stands in both texts, for a word to bear witness that
/// this is the place. Fewer come together by chance.
const SUPPORTING_WORDS: usize = 3;

/// Where the words of an old text stand in a new one.
#[derive(Debug)]
pub struct Anchors {
    old_text: String,
    new_text: String,
    old: Words,
    new: Words,
    fates: Vec<Fate>,
    /// For every word of the new text the old word that it is.
    origins: Vec<Option<usize>>,
    /// For every old word whether it stands in a run long enough to bear witness.
    supported: Vec<bool>,
}

impl Anchors {
    /// Aligns two texts.
    pub fn new(old_text: &str, new_text: &str) -> Self {
        let (old, new) = words::both(old_text, new_text);
        let mut fates = gaps::filled(&old, &new, &runs::found(&old, &new));
        runs::moved(&old, &new, &mut fates);
        let mut origins = vec![None; new.len()];
        for (word, fate) in fates.iter().enumerate() {
            if let Fate::At(at) = fate {
                origins[*at] = Some(word);
            }
        }
        let supported = supported(&fates);
        Self { old_text: old_text.to_owned(), new_text: new_text.to_owned(), old, new, fates, origins, supported }
    }

    /// How much of the shorter text stands in the other, 0 to 1.
    pub fn share(&self) -> f32 {
        let found = self.fates.iter().filter(|fate| matches!(fate, Fate::At(_))).count();
        found as f32 / self.old.len().min(self.new.len()).max(1) as f32
    }

    /// Where the passage stands in the new text; none where its words are gone, scattered or doubtful.
    pub fn place(&self, span: Span) -> Option<Span> {
        let passage = self.old.within(span)?;
        let found: Vec<(usize, usize)> = passage.clone().filter_map(|word| Some((word, self.at(word)?))).collect();
        let (first, last) = (*found.first()?, *found.last()?);
        if !self.is_here(&passage, &found) {
            return None;
        }
        let (start, end) = (self.start(&passage, first), self.end(&passage, last));
        let place = Span::new(self.start_byte(span, passage.start, start), self.end_byte(span, passage.end - 1, end));
        self.new_text.get(place.start..place.end).filter(|words| !words.is_empty()).map(|_| place)
    }

    fn at(&self, word: usize) -> Option<usize> {
        if let Fate::At(at) = self.fates[word] { Some(at) } else { None }
    }

    /// Whether a passage of which these words were found stands where they stand.
    fn is_here(&self, passage: &Range<usize>, found: &[(usize, usize)]) -> bool {
        let (Some(first), Some(last)) = (found.first(), found.last()) else { return false };
        let witnesses = found.iter().filter(|(word, _)| self.supported[*word]).count();
        let is_likely = 2 * witnesses >= passage.len();
        let in_order = found.windows(2).all(|pair| pair[0].1 < pair[1].1);
        if !is_likely || !in_order {
            return false;
        }
        // Words of its neighbours may not have come between its own, and its ends must be beyond doubt.
        let is_own = |at: usize| self.origins[at].is_none_or(|word| passage.contains(&word));
        let mut ends = (passage.start..first.0).chain(last.0 + 1..passage.end);
        let is_one = last.1 + 1 - first.1 <= 2 * passage.len() + SUPPORTING_WORDS;
        is_one && ends.all(|word| self.fates[word] == Fate::Gone) && (first.1..=last.1).all(is_own)
    }

    /// The first word of the passage in the new text: its first that is still there, or what took the place of those
    /// before it, word for word.
    fn start(&self, passage: &Range<usize>, (word, at): (usize, usize)) -> usize {
        let changed = word - passage.start;
        let before = passage.start.checked_sub(1).map(|word| self.fates[word]);
        let is_replaced = match before {
            Some(fate) => at.checked_sub(changed + 1).is_some_and(|neighbour| fate == Fate::At(neighbour)),
            None => at == changed,
        };
        if is_replaced { at - changed } else { at }
    }

    /// The last word, likewise.
    fn end(&self, passage: &Range<usize>, (word, at): (usize, usize)) -> usize {
        let changed = passage.end - 1 - word;
        let is_replaced = match self.fates.get(passage.end) {
            Some(fate) => *fate == Fate::At(at + changed + 1),
            None => at + changed + 1 == self.new.len(),
        };
        if is_replaced { at + changed } else { at }
    }

    /// Where the place begins whose first word is `new_word`: as far into it as the passage begins in `old_word`, and
    /// with as many marks before it as the passage has.
    fn start_byte(&self, span: Span, old_word: usize, new_word: usize) -> usize {
        let (old, new) = (self.old.span(old_word), self.new.span(new_word));
        if span.start >= old.start {
            let into = span.start - old.start;
            return if self.is_same(old_word, new_word) { new.start + into } else { new.start };
        }
        let marks = self.old_text[span.start..old.start].chars().filter(|c| !c.is_whitespace()).count();
        let before = self.new_text[..new.start].char_indices().rev().take(marks);
        before.take_while(|(_, c)| is_mark(*c)).last().map_or(new.start, |(at, _)| at)
    }

    fn end_byte(&self, span: Span, old_word: usize, new_word: usize) -> usize {
        let (old, new) = (self.old.span(old_word), self.new.span(new_word));
        if span.end <= old.end {
            let left = old.end - span.end;
            return if self.is_same(old_word, new_word) { new.end - left } else { new.end };
        }
        let marks = self.old_text[old.end..span.end].chars().filter(|c| !c.is_whitespace()).count();
        let behind = self.new_text[new.end..].char_indices().take(marks);
        behind.take_while(|(_, c)| is_mark(*c)).last().map_or(new.end, |(at, c)| new.end + at + c.len_utf8())
    }

    fn is_same(&self, old_word: usize, new_word: usize) -> bool {
        self.old.id(old_word) == self.new.id(new_word)
    }
}

fn is_mark(character: char) -> bool {
    !character.is_whitespace() && !character.is_alphanumeric()
}

/// Which words stand in runs of [`SUPPORTING_WORDS`] at least, one behind the other in both texts.
fn supported(fates: &[Fate]) -> Vec<bool> {
    let mut supported = vec![false; fates.len()];
    let mut start = 0;
    while start < fates.len() {
        let Fate::At(first) = fates[start] else {
            start += 1;
            continue;
        };
        let length = (start..fates.len()).take_while(|word| fates[*word] == Fate::At(first + word - start)).count();
        supported[start..start + length].fill(length >= SUPPORTING_WORDS);
        start += length;
    }
    supported
}

#[cfg(test)]
mod tests;
