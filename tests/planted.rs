//! Shared passages are found in planted texts: what is shared is known, the surroundings are of the same genre.

#[path = "support/planted.rs"]
#[allow(dead_code, reason = "the benchmark shows more kinds than are tested")]
mod planted;

use std::ops::Range;

use diptych::comparing::overlap::{self, Settings};
use planted::{Kind, Planted, Score};

fn measure(pair: &Planted) -> Score {
    let passages = overlap::find(&pair.left, &pair.right, &Settings::default());
    let found: Vec<(Range<usize>, Range<usize>)> = passages
        .iter()
        .map(|passage| {
            let (left, right) = (passage.spans.left, passage.spans.right);
            (left.start..left.end, right.start..right.end)
        })
        .collect();
    planted::score(pair, &found)
}

#[test]
fn word_for_word_passages_are_all_found_with_exact_ends() {
    let pair = planted::plant(21, 12_000, 60, &[Kind::Verbatim], 8..200);
    assert_eq!(measure(&pair).exact, pair.truth.len());
}

#[test]
fn typography_moves_no_end() {
    let pair = planted::plant(22, 12_000, 60, &[Kind::Typography], 8..200);
    let score = measure(&pair);
    assert_eq!(score.found, pair.truth.len());
    assert!(score.recall > 0.99, "{score:?}");
}

#[test]
fn reworded_passages_are_found_by_characters() {
    for percent in [5, 10, 20] {
        let pair = planted::plant(23, 12_000, 40, &[Kind::Changed(percent)], 25..300);
        let score = measure(&pair);
        assert!(score.recall >= 0.97 && score.precision >= 0.97, "{percent}: {score:?}");
        assert!(score.granularity < 1.05, "{percent}: {score:?}");
    }
}

#[test]
fn repeated_and_shuffled_passages_are_found_wherever_they_stand() {
    for kind in [Kind::Repeated, Kind::Shuffled] {
        let pair = planted::plant(24, 12_000, 30, &[kind], 25..120);
        let score = measure(&pair);
        assert!(score.recall >= 0.97, "{kind:?}: {score:?}");
    }
}

#[test]
fn short_passages_with_words_left_out_are_found_by_their_ellipsis() {
    let pair = planted::plant(25, 12_000, 40, &[Kind::Ellipsis], 12..25);
    let score = measure(&pair);
    assert!(score.found * 10 >= pair.truth.len() * 9 && score.precision >= 0.95, "{score:?}");
}

#[test]
fn set_phrases_of_long_articles_are_no_finds() {
    let pair = planted::plant(26, 60_000, 20, &[Kind::Verbatim, Kind::Changed(10)], 25..200);
    let score = measure(&pair);
    assert!(score.recall >= 0.97 && score.precision >= 0.98, "{score:?}");
}
