//! How two wordings of one utterance stand to each other, word by word.
//!
//! A verdict is something to check, never an accusation: it says which words differ and where, and leaves the rest to
//! the reader.

mod check;
mod describe;
mod gaps;
mod items;

pub use check::{Check, Place, check, say_of_quotation};

use similar::{Algorithm, DiffOp};
use unicode_normalization::UnicodeNormalization as _;

use super::frequencies::Frequencies;
use crate::model::{Sides, Span, Wording};
use gaps::Gap;
use items::Items;

/// How two wordings stand to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// In one word.
    pub wording: Wording,
    /// Where they differ, in order of place.
    pub changes: Vec<Change>,
    /// From the first word that both have to the last, on each side; what lies outside is quoted by one side alone.
    pub shared: Sides<Span>,
    /// Words that agree.
    pub words: usize,
    /// Words that one side leaves out without an ellipsis.
    pub unmarked: usize,
    /// Whether words that stand apart, with a sentence's end between them, are put together without an ellipsis.
    pub joined: bool,
    /// Whether marks differ, typography aside.
    pub marks_differ: bool,
}

/// A place where two wordings differ. An empty span tells where words are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// In the left wording, in bytes.
    pub left: Span,
    /// In the right wording, in bytes.
    pub right: Span,
    /// What differs.
    pub kind: ChangeKind,
}

/// What differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// Another word.
    Altered,
    /// Words of the left that the right does not have.
    Dropped,
    /// Words of the right that the left does not have.
    Added,
    /// Words for which the other side has an ellipsis.
    Elided,
    /// Words in brackets, or words that brackets stand for.
    Bracketed,
    /// The same word in other letters: "colour", "23".
    Spelling,
    /// The same word with another capital.
    Case,
}

impl ChangeKind {
    /// Whether it leaves the words as they are.
    pub fn is_slight(self) -> bool {
        matches!(self, ChangeKind::Spelling | ChangeKind::Case)
    }
}

/// Wordings longer than this, in words, are compared by the rarest words first.
const LONG_WORDS: usize = 1500;

/// How two wordings stand to each other. What only one quotes before or after the shared words is no difference:
/// [`Verdict::shared`] tells.
pub fn compare(left: &str, right: &str) -> Verdict {
    let items = Sides::new(Items::new(left), Items::new(right));
    let texts = Sides::new(left, right);
    let equal = agreeing(&items);
    let gaps = gaps::between(&equal, &items);
    let words = equal.iter().map(|run| run.words).sum();
    let shortest = items.left.words.len().min(items.right.words.len());
    let mut verdict = Verdict {
        wording: Wording::Different,
        changes: Vec::new(),
        shared: shared(&equal, &gaps, &items),
        words,
        unmarked: 0,
        joined: false,
        marks_differ: false,
    };
    if words == 0 || 2 * words < shortest {
        return verdict;
    }
    for gap in &gaps {
        gap.judge(&items, texts, &mut verdict);
    }
    for run in &equal {
        run.judge(&items, texts, &mut verdict);
    }
    verdict.changes.sort_by_key(|change| (change.left.start, change.right.start));
    verdict.wording = wording(&verdict);
    verdict
}

/// Words that agree in a row: indices of the first on each side, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    left: usize,
    right: usize,
    words: usize,
}

/// The runs that agree, chance agreements of common words left out.
fn agreeing(items: &Sides<Items>) -> Vec<Run> {
    let keys = Sides::new(items.left.keys(), items.right.keys());
    let long = keys.left.len().max(keys.right.len()) > LONG_WORDS;
    let algorithm = if long { Algorithm::Histogram } else { Algorithm::Myers };
    let mut runs: Vec<Run> = similar::capture_diff_slices(algorithm, &keys.left, &keys.right)
        .into_iter()
        .filter_map(|step| match step {
            DiffOp::Equal { old_index, new_index, len } => Some(Run { left: old_index, right: new_index, words: len }),
            _ => None,
        })
        .collect();
    let tells = |run: &Run| {
        let english = Frequencies::english();
        keys.left[run.left..run.left + run.words].iter().map(|key| english.surprise(*key)).sum::<i32>()
    };
    drop_weak_ends(&mut runs, &tells);
    reach_out(&mut runs, &keys, &tells);
    runs
}

/// What one word between two runs takes from the weight of the run outside it, in tenths of a bit.
const APART: i32 = 25;

/// Drops runs at the ends that tell less than the gap that parts them from the rest: a stray "the" is no shared word.
fn drop_weak_ends(runs: &mut Vec<Run>, tells: &impl Fn(&Run) -> i32) {
    let apart = |one: Run, next: Run| {
        let left = next.left - (one.left + one.words);
        let right = next.right - (one.right + one.words);
        left.max(right) as i32 * APART
    };
    while let [.., before, last] = runs[..] {
        if last.words >= SURE_WORDS || tells(&last) >= apart(before, last) {
            break;
        }
        runs.pop();
    }
    while let [first, next, ..] = runs[..] {
        if first.words >= SURE_WORDS || tells(&first) >= apart(first, next) {
            break;
        }
        runs.remove(0);
    }
}

/// Words in a row that are no chance, however far from the rest they stand.
const SURE_WORDS: usize = 3;

/// Adds words close before the first run and after the last that agree too: the shortest difference may have paired
/// them with others farther away.
fn reach_out(runs: &mut Vec<Run>, keys: &Sides<Vec<u64>>, tells: &impl Fn(&Run) -> i32) {
    let near = |run: &Run, skipped: usize| tells(run) >= skipped as i32 * APART;
    while let Some(first) = runs.first().copied() {
        let before = (1..=MOST_SKIPPED + 1).flat_map(|far| [(1, far), (far, 1)]).find_map(|(left, right)| {
            let run = Run { left: first.left.checked_sub(left)?, right: first.right.checked_sub(right)?, words: 1 };
            (keys.left[run.left] == keys.right[run.right] && near(&run, left.max(right) - 1)).then_some(run)
        });
        let Some(before) = before else { break };
        runs.insert(0, before);
    }
    while let Some(last) = runs.last().copied() {
        let (left_end, right_end) = (last.left + last.words, last.right + last.words);
        let after = (0..=MOST_SKIPPED).flat_map(|far| [(0, far), (far, 0)]).find_map(|(left, right)| {
            let run = Run { left: left_end + left, right: right_end + right, words: 1 };
            let agree = keys.left.get(run.left).is_some_and(|key| keys.right.get(run.right) == Some(key));
            (agree && near(&run, left.max(right))).then_some(run)
        });
        let Some(after) = after else { break };
        runs.push(after);
    }
}

/// Over more words than these no single word is reached for.
const MOST_SKIPPED: usize = 3;

/// The extent of what both have, with changed words at its ends.
fn shared(equal: &[Run], gaps: &[Gap], items: &Sides<Items>) -> Sides<Span> {
    let cover = |words: &[items::Item]| match (words.first(), words.last()) {
        (Some(first), Some(last)) => first.span.cover(last.span),
        _ => Span::default(),
    };
    let mut left = equal.iter().map(|run| cover(&items.left.words[run.left..run.left + run.words])).collect::<Vec<_>>();
    let mut right =
        equal.iter().map(|run| cover(&items.right.words[run.right..run.right + run.words])).collect::<Vec<_>>();
    for gap in gaps.iter().filter(|gap| gap.counts) {
        left.extend((!gap.left.is_empty()).then(|| cover(&items.left.words[gap.left.clone()])));
        right.extend((!gap.right.is_empty()).then(|| cover(&items.right.words[gap.right.clone()])));
    }
    let whole = |spans: Vec<Span>| spans.into_iter().reduce(Span::cover).unwrap_or_default();
    Sides::new(whole(left), whole(right))
}

impl Run {
    /// Notes words that agree in other letters or with other capitals, and marks that differ.
    fn judge(&self, items: &Sides<Items>, texts: Sides<&str>, verdict: &mut Verdict) {
        for index in 0..self.words {
            let (left, right) = (items.left.words[self.left + index], items.right.words[self.right + index]);
            let slight = slight(left.span.of(texts.left), right.span.of(texts.right));
            let kind = (left.bracketed != right.bracketed).then_some(ChangeKind::Bracketed).or(slight);
            verdict.changes.extend(kind.map(|kind| Change { left: left.span, right: right.span, kind }));
            if index + 1 < self.words {
                let after_left = Span::new(left.span.end, items.left.words[self.left + index + 1].span.start);
                let after_right = Span::new(right.span.end, items.right.words[self.right + index + 1].span.start);
                let same = marks(after_left.of(texts.left)).eq(marks(after_right.of(texts.right)));
                verdict.marks_differ |= !same;
            }
        }
    }
}

/// How two forms of one word differ, if they do: marks inside them aside.
fn slight(left: &str, right: &str) -> Option<ChangeKind> {
    let letters = |word: &str| -> String { word.nfkc().filter(|c| c.is_alphanumeric()).collect() };
    let (left, right) = (letters(left), letters(right));
    if left == right {
        None
    } else if left.to_lowercase() == right.to_lowercase() {
        Some(ChangeKind::Case)
    } else {
        Some(ChangeKind::Spelling)
    }
}

/// The marks between two words, typography folded.
fn marks(between: &str) -> impl Iterator<Item = char> {
    between.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}')).map(
        |c| match c {
            '“' | '”' | '„' | '«' | '»' => '"',
            '‘' | '’' => '\'',
            '–' | '—' | '―' | '-' => '-',
            other => other,
        },
    )
}

/// The verdict in one word: altered words weigh most, then words left out, then brackets.
fn wording(verdict: &Verdict) -> Wording {
    let has = |kind| verdict.changes.iter().any(|change| change.kind == kind);
    let (dropped, added) = (has(ChangeKind::Dropped), has(ChangeKind::Added));
    if has(ChangeKind::Altered) || (dropped && added) {
        Wording::Altered
    } else if dropped || added {
        Wording::Elided
    } else if has(ChangeKind::Bracketed) {
        Wording::Bracketed
    } else if has(ChangeKind::Elided) {
        Wording::Elided
    } else {
        Wording::Same
    }
}

#[cfg(test)]
mod tests;
