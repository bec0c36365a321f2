//! Other finders of shared passages, for the same texts: runs of words, as byte ranges.

use std::collections::HashMap;
use std::ops::Range;

use crate::planted::{Joined, Planted};

/// A finder's name in the table, and the finder.
pub type Peer = (&'static str, fn(&Planted) -> Vec<Joined>);

/// The finders measured beside ours.
pub const PEERS: [Peer; 4] = [
    ("similar 3, Histogram, by words", similar_histogram),
    ("imara-diff 0.2, Histogram, by words", |pair| imara(pair, imara_diff::Algorithm::Histogram)),
    ("imara-diff 0.2, Myers, by words", |pair| imara(pair, imara_diff::Algorithm::Myers)),
    ("n-gram merge, 6/2/80", ngram_merge),
];

/// A run of a diff is a passage from so many words on.
const SHORTEST_RUN_WORDS: usize = 8;

/// Words in small letters, and where they stand.
struct Words {
    keys: Vec<String>,
    places: Vec<Range<usize>>,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut places = Vec::new();
        let mut start = None;
        for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
            match (start, character.is_alphanumeric()) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    places.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
        Self { keys: places.iter().map(|place| text[place.clone()].to_lowercase()).collect(), places }
    }
}

/// From word `left` and word `right`, so many words on each side.
fn joined(words: &[Words; 2], left: usize, right: usize, lengths: [usize; 2]) -> Joined {
    let range =
        |words: &Words, first: usize, length: usize| words.places[first].start..words.places[first + length - 1].end;
    (range(&words[0], left, lengths[0]), range(&words[1], right, lengths[1]))
}

fn similar_histogram(pair: &Planted) -> Vec<Joined> {
    let words = [Words::of(&pair.left), Words::of(&pair.right)];
    let steps = similar::capture_diff_slices(similar::Algorithm::Histogram, &words[0].keys, &words[1].keys);
    let equal = steps.iter().filter_map(|step| match *step {
        similar::DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
        _ => None,
    });
    long_runs(&words, equal)
}

fn imara(pair: &Planted, algorithm: imara_diff::Algorithm) -> Vec<Joined> {
    let words = [Words::of(&pair.left), Words::of(&pair.right)];
    let mut input = imara_diff::InternedInput::<&str>::default();
    input.update_before(words[0].keys.iter().map(String::as_str));
    input.update_after(words[1].keys.iter().map(String::as_str));
    let diff = imara_diff::Diff::compute(algorithm, &input);
    let mut equal = Vec::new();
    let (mut left, mut right) = (0, 0);
    for hunk in diff.hunks() {
        equal.push((left, right, hunk.before.start as usize - left));
        (left, right) = (hunk.before.end as usize, hunk.after.end as usize);
    }
    equal.push((left, right, words[0].keys.len() - left));
    long_runs(&words, equal.into_iter())
}

/// Runs of enough words: of the left word, of the right word, and their length.
fn long_runs(words: &[Words; 2], runs: impl Iterator<Item = (usize, usize, usize)>) -> Vec<Joined> {
    let long = runs.filter(|(_, _, length)| *length >= SHORTEST_RUN_WORDS);
    long.map(|(left, right, length)| joined(words, left, right, [length, length])).collect()
}

/// Exact runs of six words and more, joined over at most two words that differ where eight tenths agree: the published
/// parameters of copyfind (Bloomfield), written out over an index of phrases.
fn ngram_merge(pair: &Planted) -> Vec<Joined> {
    const PHRASE_WORDS: usize = 6;
    const MOST_IMPERFECTIONS: usize = 2;
    const LEAST_PERCENT: usize = 80;
    let words = [Words::of(&pair.left), Words::of(&pair.right)];
    let [left, right] = [&words[0].keys, &words[1].keys];
    let mut places: HashMap<&[String], Vec<usize>> = HashMap::new();
    for (at, phrase) in left.windows(PHRASE_WORDS).enumerate() {
        places.entry(phrase).or_default().push(at);
    }
    // First and last words on both sides, and how many agree.
    let mut runs: Vec<[usize; 5]> = Vec::new();
    for (to, phrase) in right.windows(PHRASE_WORDS).enumerate() {
        for &from in places.get(phrase).into_iter().flatten() {
            if from == 0 || to == 0 || left[from - 1] != right[to - 1] {
                let length = left[from..].iter().zip(&right[to..]).take_while(|(l, r)| l == r).count();
                runs.push([from, to, from + length, to + length, length]);
            }
        }
    }
    runs.sort_unstable();
    let mut merged: Vec<[usize; 5]> = Vec::new();
    for run in runs {
        let before = merged.iter_mut().rev().take(16).find(|before| {
            let gaps = [run[0].checked_sub(before[2]), run[1].checked_sub(before[3])];
            let close = gaps.iter().all(|gap| gap.is_some_and(|gap| gap <= MOST_IMPERFECTIONS));
            let longest = (run[2] - before[0]).max(run[3].saturating_sub(before[1]));
            close && (before[4] + run[4]) * 100 >= longest * LEAST_PERCENT
        });
        match before {
            Some(before) => *before = [before[0], before[1], run[2], run[3], before[4] + run[4]],
            None => merged.push(run),
        }
    }
    merged.iter().map(|run| joined(&words, run[0], run[1], [run[2] - run[0], run[3] - run[1]])).collect()
}
