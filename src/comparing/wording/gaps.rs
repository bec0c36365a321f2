//! Words between those that agree: left out, put in, bracketed or changed.

use std::ops::Range;

use super::items::{Item, Items};
use super::{Change, ChangeKind, Run, Verdict};
use crate::model::{Sides, Span};

/// Words that only one side has, between words that both have or at an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Indices of the left's words.
    pub left: Range<usize>,
    /// Indices of the right's words.
    pub right: Range<usize>,
    /// Whether it is a difference; at an end, what only one side quotes is none.
    pub counts: bool,
}

/// A changed beginning or end has no more words than these; more are another sentence.
const CHANGED_END_WORDS: usize = 3;

/// The gaps between the runs that agree, and those at the ends.
pub fn between(equal: &[Run], items: &Sides<Items>) -> Vec<Gap> {
    let (mut left, mut right) = (0, 0);
    let mut gaps = Vec::new();
    for (index, run) in equal.iter().enumerate() {
        let counts = index > 0 || is_changed_end(left..run.left, right..run.right, items);
        gaps.push(Gap { left: left..run.left, right: right..run.right, counts });
        (left, right) = (run.left + run.words, run.right + run.words);
    }
    let (left, right) = (left..items.left.words.len(), right..items.right.words.len());
    let counts = is_changed_end(left.clone(), right.clone(), items);
    gaps.push(Gap { left, right, counts });
    gaps.retain(|gap| !(gap.left.is_empty() && gap.right.is_empty()));
    gaps
}

/// Whether the words at an end stand for each other, or are put in by brackets.
fn is_changed_end(left: Range<usize>, right: Range<usize>, items: &Sides<Items>) -> bool {
    let (one, other) = (&items.left.words[left], &items.right.words[right]);
    let bracketed = |words: &[Item]| !words.is_empty() && words.iter().all(|word| word.bracketed);
    let few = one.len().max(other.len()) <= CHANGED_END_WORDS && one.len().abs_diff(other.len()) <= 1;
    bracketed(one) || bracketed(other) || (few && !one.is_empty() && !other.is_empty())
}

impl Gap {
    /// Notes what differs here.
    pub fn judge(&self, items: &Sides<Items>, texts: Sides<&str>, verdict: &mut Verdict) {
        if !self.counts {
            return;
        }
        let (left, right) = (&items.left.words[self.left.clone()], &items.right.words[self.right.clone()]);
        let elides = Sides::new(
            items.left.elides(self.left.start, self.left.end),
            items.right.elides(self.right.start, self.right.end),
        );
        let inserted = Sides::new(put_in(left, right), put_in(right, left));
        let whole = |kind| Change { left: self.place(left, items, true), right: self.place(right, items, false), kind };
        let kind = if inserted.left || inserted.right {
            Some(ChangeKind::Bracketed)
        } else if (right.is_empty() && elides.right) || (left.is_empty() && elides.left) {
            Some(ChangeKind::Elided)
        } else if right.is_empty() {
            note_unmarked(left, texts.left, verdict);
            Some(ChangeKind::Dropped)
        } else if left.is_empty() {
            note_unmarked(right, texts.right, verdict);
            Some(ChangeKind::Added)
        } else {
            None
        };
        match kind {
            Some(kind) => verdict.changes.push(whole(kind)),
            None => self.pair(items, elides, verdict),
        }
    }

    /// Words stand against words: one by one, what is over is left out or put in.
    fn pair(&self, items: &Sides<Items>, elides: Sides<bool>, verdict: &mut Verdict) {
        let (left, right) = (&items.left.words[self.left.clone()], &items.right.words[self.right.clone()]);
        let pairs = left.len().min(right.len());
        for (one, other) in left.iter().zip(right) {
            verdict.changes.push(Change { left: one.span, right: other.span, kind: ChangeKind::Altered });
        }
        let over = |words: &[Item]| words.first().zip(words.last()).map(|(first, last)| first.span.cover(last.span));
        if let Some(span) = over(&left[pairs..]) {
            let at = right.last().map_or(0, |word| word.span.end);
            let kind = if elides.right { ChangeKind::Elided } else { ChangeKind::Dropped };
            verdict.changes.push(Change { left: span, right: Span::new(at, at), kind });
        }
        if let Some(span) = over(&right[pairs..]) {
            let at = left.last().map_or(0, |word| word.span.end);
            let kind = if elides.left { ChangeKind::Elided } else { ChangeKind::Added };
            verdict.changes.push(Change { left: Span::new(at, at), right: span, kind });
        }
    }

    /// The span of one side's words, or the empty span where they would stand.
    fn place(&self, words: &[Item], items: &Sides<Items>, is_left: bool) -> Span {
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            return first.span.cover(last.span);
        }
        let (all, at) = if is_left { (&items.left, self.left.start) } else { (&items.right, self.right.start) };
        let end = at.checked_sub(1).and_then(|before| all.words.get(before)).map_or(0, |word| word.span.end);
        Span::new(end, end)
    }
}

/// Whether one side's words are put in by whoever quotes: all in brackets, or in round ones where the other side has
/// nothing or a word that they explain.
fn put_in(words: &[Item], other: &[Item]) -> bool {
    let bracketed = !words.is_empty() && words.iter().all(|word| word.bracketed);
    let aside = !words.is_empty() && words.iter().all(|word| word.aside) && other.len() <= 2;
    bracketed || aside
}

/// Counts words left out without a mark; a sentence's end among them means that two places were joined.
fn note_unmarked(words: &[Item], text: &str, verdict: &mut Verdict) {
    verdict.unmarked += words.len();
    let between = words.first().zip(words.last()).map(|(first, last)| (first.span.start, last.span.end));
    let Some((start, end)) = between else { return };
    // The mark after the last word left out ends its sentence.
    let reach = text[end..].chars().next().map_or(end, |mark| end + mark.len_utf8());
    let ends = text[start..reach].contains(['.', '?', '!']);
    verdict.joined |= ends && words.len() >= JOINED_WORDS;
}

/// Fewer words left out are a shortened sentence, not a leap to another place.
const JOINED_WORDS: usize = 4;
