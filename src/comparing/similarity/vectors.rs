//! Passages as weighted terms and pairs of close terms, and their cosine.

use std::collections::HashMap;

use super::super::vocabulary::{Passage, Vocabulary};
use crate::model::Side;

/// How far a passage's own length counts in its norm; the rest is the mean length.
const PIVOT_SLOPE: f32 = 0.65;
/// What a pair of close words counts beside its single words.
const PAIR_FACTOR: f32 = 0.2;
/// How many words may stand between the two of a pair, stop words not counted.
const PAIR_REACH: usize = 2;
/// How many words of even weight carry a tie that counts fully; one that fewer carry counts less.
const FULL_BREADTH: f32 = 6.0;

/// A passage's terms and pairs with their values, and its norm.
#[derive(Debug, Clone, Default)]
pub(super) struct Vector {
    /// By dimension: terms first, then shared pairs.
    values: Vec<(usize, f32)>,
    norm: f32,
}

/// The vectors of one side, and where each dimension stands on the right.
pub(super) struct Vectors {
    pub(super) left: Vec<Vector>,
    right: Vec<Vector>,
    /// For each dimension: the right passages that have it, with its value.
    postings: Vec<Vec<(usize, f32)>>,
}

pub(super) fn vectors(vocabulary: &Vocabulary) -> Vectors {
    let close = Side::BOTH.map(|side| vocabulary.passages.get(side).iter().map(close_pairs).collect::<Vec<_>>());
    let pairs = shared_pairs(vocabulary, &close);
    let make = |side: usize, passages: &[Passage]| {
        let mut vectors: Vec<Vector> = passages
            .iter()
            .zip(&close[side])
            .map(|(passage, close)| vector(vocabulary, passage, close, &pairs))
            .collect();
        let mean = vectors.iter().map(|vector| vector.norm).sum::<f32>() / vectors.len().max(1) as f32;
        for vector in &mut vectors {
            vector.norm = ((1.0 - PIVOT_SLOPE) * mean + PIVOT_SLOPE * vector.norm).max(f32::EPSILON);
        }
        vectors
    };
    let (left, right) = (make(0, &vocabulary.passages.left), make(1, &vocabulary.passages.right));
    let mut postings = vec![Vec::new(); vocabulary.terms.len() + pairs.len()];
    for (index, vector) in right.iter().enumerate() {
        for &(dimension, value) in &vector.values {
            postings[dimension].push((index, value));
        }
    }
    Vectors { left, right, postings }
}

fn vector(
    vocabulary: &Vocabulary,
    passage: &Passage,
    close: &[(usize, usize)],
    pairs: &HashMap<(usize, usize), (usize, f32)>,
) -> Vector {
    let mut values: Vec<(usize, f32)> = passage
        .counts
        .iter()
        .map(|&(term, count)| (term, (1.0 + (count as f32).ln()) * vocabulary.terms[term].weight))
        .collect();
    let norm = values.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
    values.extend(
        close
            .iter()
            .filter_map(|pair| pairs.get(pair))
            .map(|&(index, weight)| (vocabulary.terms.len() + index, weight)),
    );
    Vector { values, norm }
}

/// Terms that stand close together in one sentence, the smaller index first, each pair once, sorted.
fn close_pairs(passage: &Passage) -> Vec<(usize, usize)> {
    let words: Vec<(usize, usize)> =
        passage.words.iter().filter_map(|word| Some((word.term?, word.sentence))).collect();
    let mut pairs = Vec::new();
    for (at, &(term, sentence)) in words.iter().enumerate() {
        for &(other, _) in words[at + 1..].iter().take(PAIR_REACH).take_while(|(_, other)| *other == sentence) {
            if other != term {
                pairs.push((term.min(other), term.max(other)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The pairs that both articles have, each with its index and weight.
fn shared_pairs(
    vocabulary: &Vocabulary,
    close: &[Vec<Vec<(usize, usize)>>; 2],
) -> HashMap<(usize, usize), (usize, f32)> {
    let counts = close.each_ref().map(|passages| {
        let mut all: Vec<(usize, usize)> = passages.iter().flatten().copied().collect();
        all.sort_unstable();
        all.chunk_by(|left, right| left == right).map(|run| (run[0], run.len())).collect::<Vec<_>>()
    });
    let passages = (vocabulary.passages.left.len() + vocabulary.passages.right.len()) as f32;
    let mut pairs = HashMap::new();
    for &(pair, left_count) in &counts[0] {
        if let Ok(at) = counts[1].binary_search_by_key(&pair, |(pair, _)| *pair) {
            let standing = (left_count + counts[1][at].1) as f32;
            let inverse = (1.0 + passages / standing).ln() / (1.0 + passages).ln();
            let background = (vocabulary.terms[pair.0].background * vocabulary.terms[pair.1].background).sqrt();
            pairs.insert(pair, (pairs.len(), PAIR_FACTOR * inverse * background));
        }
    }
    pairs
}

/// The cosine of one left passage with every right one.
pub(super) fn words_row(vectors: &Vectors, left: usize) -> Vec<f32> {
    let mut row: Vec<f32> = vec![0.0; vectors.right.len()];
    let mut squares: Vec<f32> = vec![0.0; vectors.right.len()];
    for &(dimension, value) in &vectors.left[left].values {
        for &(right, other) in &vectors.postings[dimension] {
            row[right] += value * other;
            squares[right] += (value * other) * (value * other);
        }
    }
    for (right, score) in row.iter_mut().enumerate() {
        // Herfindahl's index turned round: how many words carry the tie.
        let carried_by = *score * *score / squares[right].max(f32::EPSILON);
        let breadth = (carried_by / FULL_BREADTH).min(1.0).sqrt();
        *score *= breadth / (vectors.left[left].norm * vectors.right[right].norm);
    }
    row
}
