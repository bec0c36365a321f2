//! How much two passages are about the same thing, and what speaks for it.
//!
//! Cosine of weighted terms (Salton and Buckley, 1988) with a pivoted length norm (Singhal, Buckley and Mitra,
//! 1996). Pairs of words that stand close together in both passages count beside the words; shared sources, and a
//! block quotation's lead-in, are signals of their own.

use std::collections::HashMap;

use super::Read;
use super::vocabulary::{Passage, Vocabulary};
use crate::model::{Role, Side, Sides, Source, SourceKind};

/// How far a passage's own length counts in its norm; the rest is the mean length.
const PIVOT_SLOPE: f32 = 0.65;
/// What a pair of close words counts beside its single words.
const PAIR_FACTOR: f32 = 0.2;
/// How many words may stand between the two of a pair, stop words not counted.
const PAIR_REACH: usize = 2;
/// How many words of even weight carry a tie that counts fully; one that fewer carry counts less.
const FULL_BREADTH: f32 = 8.0;
/// What one shared source that few passages name adds.
const SOURCE_BONUS: f32 = 0.22;
/// Its share where one passage has the source's words, and where none has.
const HALF_HEARD: f32 = 0.35;
const UNHEARD: f32 = 0.05;
/// A source rarer than this is named in a reason.
const LEAST_RARITY: f32 = 0.5;
/// Share of a block quotation's score that its lead-in takes over, and the other way round.
const LEAD_IN_SHARE: f32 = 0.4;
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

/// A passage's terms and pairs with their values, and its norm.
#[derive(Debug, Clone, Default)]
struct Vector {
    /// By dimension: terms first, then shared pairs.
    values: Vec<(usize, f32)>,
    norm: f32,
}

/// The vectors of one side, and where each dimension stands on the right.
struct Vectors {
    left: Vec<Vector>,
    right: Vec<Vector>,
    /// For each dimension: the right passages that have it, with its value.
    postings: Vec<Vec<(usize, f32)>>,
}

fn vectors(vocabulary: &Vocabulary) -> Vectors {
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
fn words_row(vectors: &Vectors, left: usize) -> Vec<f32> {
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

/// A shared source in one passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mentioned {
    /// Its index.
    source: usize,
    /// Whether the passage quotes it or reports what it said.
    speaks: bool,
}

/// For each passage of both sides the shared sources that it mentions, by index.
type Named = [Vec<Vec<Mentioned>>; 2];

fn named_sources(vocabulary: &Vocabulary, read: Read<'_>, sources: &[Source], side: Side) -> Vec<Vec<Mentioned>> {
    let passages = vocabulary.passages.get(side);
    let mut named: Vec<Vec<Mentioned>> = vec![Vec::new(); passages.len()];
    let passage_at = |at: usize| vocabulary.passage_of(side, read.article.paragraph_at(at)?);
    for (index, source) in sources.iter().enumerate() {
        if !source.is_shared() || matches!(source.kind, SourceKind::Place | SourceKind::Anonymous) {
            continue;
        }
        let own = source.sides.get(side);
        let said = own.quotations.iter().filter_map(|&at| read.reading.quotations.get(at)).map(|it| it.extent().start);
        let said =
            said.chain(own.statements.iter().filter_map(|&at| read.reading.statements.get(at)).map(|it| it.span.start));
        for passage in said.filter_map(passage_at) {
            note(&mut named[passage], index, true);
        }
        for passage in own.mentions.iter().filter_map(|mention| passage_at(mention.start)) {
            note(&mut named[passage], index, false);
        }
    }
    named
}

fn note(mentioned: &mut Vec<Mentioned>, source: usize, speaks: bool) {
    match mentioned.iter_mut().find(|own| own.source == source) {
        Some(own) => own.speaks |= speaks,
        None => mentioned.push(Mentioned { source, speaks }),
    }
}

/// The sources that both passages mention and few others do, rarest first.
fn shared_sources(named: &Named, left: usize, right: usize, sources: &[Source], vocabulary: &Vocabulary) -> Vec<usize> {
    let mut shared: Vec<(f32, usize)> = named[0][left]
        .iter()
        .filter(|mention| named[1][right].iter().any(|other| other.source == mention.source))
        .map(|mention| (rarity(&sources[mention.source], vocabulary), mention.source))
        .filter(|(rarity, _)| *rarity >= LEAST_RARITY)
        .collect();
    shared.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    shared.into_iter().map(|(_, source)| source).collect()
}

/// What shared sources add to a tie: most where both passages have the source's words.
fn source_bonus(named: &Named, left: usize, right: usize, sources: &[Source], vocabulary: &Vocabulary) -> f32 {
    let worth = |mention: &Mentioned, other: &Mentioned| {
        let speaks = match (mention.speaks, other.speaks) {
            (true, true) => 1.0,
            (true, false) | (false, true) => HALF_HEARD,
            (false, false) => UNHEARD,
        };
        speaks * rarity(&sources[mention.source], vocabulary).powi(2)
    };
    let best = named[0][left].iter().filter_map(|mention| {
        let other = named[1][right].iter().find(|other| other.source == mention.source)?;
        Some(worth(mention, other))
    });
    SOURCE_BONUS * best.fold(0.0, f32::max)
}

/// 0 to 1: near 1 for a source that is mentioned little, near 0 for one that both articles name throughout.
fn rarity(source: &Source, vocabulary: &Vocabulary) -> f32 {
    let share =
        |side: Side| source.sides.get(side).mentions.len() as f32 / vocabulary.passages.get(side).len().max(1) as f32;
    (1.0 - 1.6 * share(Side::Left).max(share(Side::Right))).max(0.0)
}

/// Pairs of passages: a lead-in and the block quotation after it.
fn lead_ins(vocabulary: &Vocabulary, read: Read<'_>, side: Side) -> Vec<(usize, usize)> {
    let role = |passage: usize| read.reading.roles.get(vocabulary.passages.get(side)[passage].paragraph).copied();
    (1..vocabulary.passages.get(side).len())
        .filter(|&passage| role(passage) == Some(Role::BlockQuote) && role(passage - 1) != Some(Role::BlockQuote))
        .map(|passage| (passage - 1, passage))
        .collect()
}

/// A block quotation and its lead-in belong together: what ties one ties the other a little, more where the other
/// has a tie of its own.
fn share_with_lead_ins(scores: &mut [Vec<f32>], leads: &[Vec<(usize, usize)>; 2]) {
    let own = scores.to_vec();
    let shared = |of: f32, to: f32| {
        if to >= LEAST_OWN_TIE { of.max(to) * LEAD_IN_SHARE + to * (1.0 - LEAD_IN_SHARE) } else { to }
    };
    for &(lead, block) in &leads[0] {
        for right in 0..own[lead].len() {
            scores[lead][right] = shared(own[block][right], own[lead][right]);
            scores[block][right] = shared(own[lead][right], own[block][right]);
        }
    }
    for &(lead, block) in &leads[1] {
        for (left, row) in own.iter().enumerate() {
            scores[left][lead] = shared(row[block], row[lead]);
            scores[left][block] = shared(row[lead], row[block]);
        }
    }
}
