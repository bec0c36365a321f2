//! How much two passages are about the same thing, and what speaks for it.
//!
//! Cosine of weighted terms (Salton and Buckley, 1988) with a pivoted length norm (Singhal, Buckley and Mitra,
//! 1996). Pairs of words that stand close together in both passages count beside the words; shared sources, and a
//! block quotation's lead-in, are signals of their own.

mod lead_ins;
mod shared_sources;
mod vectors;

use super::Read;
use super::vocabulary::Vocabulary;
use crate::model::{Side, Sides, Source};
use lead_ins::{lead_ins, share_with_lead_ins};
use shared_sources::{named_sources, shared_sources, source_bonus};
use vectors::{vectors, words_row};

/// What a lead-in must share by itself to take over anything.
const LEAST_OWN_TIE: f32 = 0.05;
/// Pairs of passages below this are not kept.
const LEAST_SCORE: f32 = 0.004;

/// Two passages and what ties them.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// Indices of the passages.
    pub passages: Sides<usize>,
    /// 0 to 1.
    pub score: f32,
    /// Part of [`score`](Self::score) that comes from shared words alone.
    pub words_score: f32,
    /// Part of [`score`](Self::score) that a shared source adds.
    pub sources_score: f32,
    /// Indices of the sources that both passages name, rarest first.
    pub sources: Vec<usize>,
}

/// The ties of every left passage to every right one, in order of place; weak ones are left out.
pub fn ties(vocabulary: &Vocabulary, sides: Sides<Read<'_>>, sources: &[Source]) -> Vec<Tie> {
    ties_from(LEAST_SCORE, vocabulary, sides, sources)
}

/// The same with the weakest ones.
pub fn all_ties(vocabulary: &Vocabulary, sides: Sides<Read<'_>>, sources: &[Source]) -> Vec<Tie> {
    ties_from(0.0, vocabulary, sides, sources)
}

fn ties_from(least: f32, vocabulary: &Vocabulary, sides: Sides<Read<'_>>, sources: &[Source]) -> Vec<Tie> {
    let vectors = vectors(vocabulary);
    let named = Side::BOTH.map(|side| named_sources(vocabulary, *sides.get(side), sources, side));
    let mut rows = Vec::with_capacity(vectors.left.len());
    for left in 0..vectors.left.len() {
        rows.push(words_row(&vectors, left));
    }
    let mut scores = rows.clone();
    let from_sources = |left: usize, right: usize| {
        let share = if rows[left][right] >= LEAST_OWN_TIE { 1.0 } else { 0.5 };
        share * source_bonus(&named, left, right, sources, vocabulary)
    };
    for (left, row) in scores.iter_mut().enumerate() {
        for (right, score) in row.iter_mut().enumerate() {
            *score += from_sources(left, right);
        }
    }
    let leads = Side::BOTH.map(|side| lead_ins(vocabulary, *sides.get(side), side));
    share_with_lead_ins(&mut scores, &leads);
    let mut ties = Vec::new();
    for (left, row) in scores.iter().enumerate() {
        for (right, &score) in row.iter().enumerate().filter(|(_, score)| **score >= least) {
            ties.push(Tie {
                passages: Sides::new(left, right),
                score: score.min(1.0),
                words_score: rows[left][right],
                sources_score: from_sources(left, right),
                sources: shared_sources(&named, left, right, sources, vocabulary),
            });
        }
    }
    ties
}

/// The terms that two passages share with what each adds, heaviest first.
pub fn shared_terms(vocabulary: &Vocabulary, passages: Sides<usize>) -> Vec<(usize, f32)> {
    let left = &vocabulary.passages.left[passages.left].counts;
    let right = &vocabulary.passages.right[passages.right].counts;
    let mut shared: Vec<(usize, f32)> = left
        .iter()
        .filter_map(|&(term, count)| {
            let at = right.binary_search_by_key(&term, |(term, _)| *term).ok()?;
            let weight = vocabulary.terms[term].weight;
            let times = (1.0 + (count as f32).ln()) * (1.0 + (right[at].1 as f32).ln());
            Some((term, weight * weight * times))
        })
        .collect();
    shared.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    shared
}
