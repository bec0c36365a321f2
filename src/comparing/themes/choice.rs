//! Which phrases name the themes: those whose words both articles come back to, each unlike the ones before it.
//!
//! Greedy choice by worth with a penalty for what is said already, after maximal marginal relevance (Carbonell and
//! Goldstein, 1998).

use super::super::similarity::Tie;
use super::super::vocabulary::Vocabulary;
use super::candidates::Candidate;
use super::coverage::Coverage;
use super::naming::chief_term;
use super::phrases::Shape;
use crate::model::{Side, Sides};

/// How many themes of both articles are shown at most, and how many of each alone.
const MOST_SHARED: usize = 12;
const MOST_ALONE: usize = 4;
/// How many candidates are looked at closely.
const MOST_CANDIDATES: usize = 1500;
/// A theme of both has at least so many passages on the two sides together, one of a single article on its own.
const LEAST_PASSAGES: usize = 3;
const LEAST_PASSAGES_ALONE: usize = 2;
const LEAST_PASSAGES_OF_A_NOUN: usize = 4;
/// What a label of one noun must say, and how well any label must be built.
const LEAST_VALUE_OF_A_NOUN: f32 = 0.6;
const LEAST_FINISH: f32 = -0.1;
/// How much of what the words of two labels say may be the same.
const MOST_SHARED_MEANING: f32 = 0.45;
/// What remains of a label's worth for every earlier label that has one of its words.
const AGAIN: f32 = 0.72;
/// What remains of it where it is about the same thing: "video footage" and "police videos".
const SAME_HEAD: f32 = 0.6;
/// What a label's worth loses where its passages are those of an earlier one.
const SAME_PLACES_COST: f32 = 0.8;
/// What a word of one article alone costs the label of a shared theme, and a word of a name any label.
const ONE_SIDED_COST: f32 = 0.3;
const NAME_COST: f32 = 0.45;
/// Themes worth less than this share of the best one are not shown, once there are enough.
const LEAST_SHARE: f32 = 0.1;
const ENOUGH: usize = 5;
/// How closely two passages of a theme of both must be tied, and from when on it loses nothing.
const LEAST_BOND: f32 = 0.02;
const FULL_BOND: f32 = 0.08;
/// How much of a label of one article alone the other article must have no word of.
const LEAST_OWN_SHARE: f32 = 0.4;

/// A phrase with the passages it names.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// Index of the candidate.
    pub candidate: usize,
    /// Indices of passages.
    pub passages: Sides<Vec<usize>>,
    /// Its worth when it was chosen.
    pub worth: f32,
}

/// The themes of both articles, then of the left alone and of the right alone, best first. What both are about needs a tie
/// between two of its passages, so without `ties` there is no theme of both.
pub fn choose(
    vocabulary: &Vocabulary,
    coverage: &mut Coverage,
    candidates: &[Candidate],
    ties: Option<&[Tie]>,
) -> Vec<Chosen> {
    let bonds = Bonds::of(vocabulary, ties.unwrap_or_default());
    let mut pools: [Vec<Chosen>; 4] = Default::default();
    for candidate in promising(vocabulary, coverage, candidates) {
        let passages = coverage.wider_members(vocabulary, &candidates[candidate].terms);
        let is_shared = !passages.left.is_empty() && !passages.right.is_empty();
        let bond = if is_shared { bonds.strongest(&passages) } else { FULL_BOND };
        if bond < LEAST_BOND {
            continue;
        }
        let closeness = (bond / FULL_BOND).min(1.0).sqrt();
        let worth = closeness * worth(vocabulary, coverage, &candidates[candidate], &passages);
        if let Some(pool) = pool(vocabulary, coverage, &candidates[candidate], &passages) {
            pools[pool as usize].push(Chosen { candidate, passages, worth });
        }
    }
    let [shared, nouns, left, right] = pools;
    let mut chosen = Vec::new();
    take(coverage, candidates, shared, MOST_SHARED, &mut chosen);
    if chosen.len() < ENOUGH {
        let missing = ENOUGH - chosen.len();
        take(coverage, candidates, nouns, missing, &mut chosen);
    }
    take(coverage, candidates, left, MOST_ALONE, &mut chosen);
    take(coverage, candidates, right, MOST_ALONE, &mut chosen);
    chosen
}

/// How closely the passages of the two articles are tied.
struct Bonds {
    /// By left passage, then by right one.
    scores: Vec<f32>,
    right: usize,
}

impl Bonds {
    fn of(vocabulary: &Vocabulary, ties: &[Tie]) -> Self {
        let right = vocabulary.passages.right.len();
        let mut scores = vec![0.0; vocabulary.passages.left.len() * right];
        for tie in ties {
            scores[tie.passages.left * right + tie.passages.right] = tie.score;
        }
        Self { scores, right }
    }

    /// The closest tie between a left passage and a right one of these.
    fn strongest(&self, passages: &Sides<Vec<usize>>) -> f32 {
        let pairs = passages.left.iter().flat_map(|left| passages.right.iter().map(move |right| (left, right)));
        pairs.map(|(left, right)| self.scores[left * self.right + right]).fold(0.0, f32::max)
    }
}

/// What a candidate may be chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pool {
    /// A theme of both articles.
    Shared,
    /// The same by a single noun, where nothing better is left.
    SharedNoun,
    /// A theme of the left article alone.
    Left,
    /// A theme of the right article alone.
    Right,
}

fn pool(
    vocabulary: &Vocabulary,
    coverage: &Coverage,
    candidate: &Candidate,
    passages: &Sides<Vec<usize>>,
) -> Option<Pool> {
    if candidate.finish < LEAST_FINISH || is_name(vocabulary, candidate) {
        return None;
    }
    let (left, right) = (passages.left.len(), passages.right.len());
    let noun = candidate.phrase.shape == Shape::Noun;
    let own = |side: Side| !noun && own_share(vocabulary, coverage, candidate, side) >= LEAST_OWN_SHARE;
    match (left, right) {
        (LEAST_PASSAGES_ALONE.., 0) => own(Side::Left).then_some(Pool::Left),
        (0, LEAST_PASSAGES_ALONE..) => own(Side::Right).then_some(Pool::Right),
        (1.., 1..) if noun => {
            let telling = candidate.terms.iter().any(|&term| coverage.value(term) >= LEAST_VALUE_OF_A_NOUN);
            (telling && left + right >= LEAST_PASSAGES_OF_A_NOUN).then_some(Pool::SharedNoun)
        }
        (1.., 1..) => {
            // What only one article says is no theme of both, though the other has a word of it.
            let both_say = Side::BOTH.iter().all(|&side| is_said(vocabulary, candidate, passages, side));
            (both_say && left + right >= LEAST_PASSAGES).then_some(Pool::Shared)
        }
        _ => None,
    }
}

/// Whether a passage of one side has all words of a label.
fn is_said(vocabulary: &Vocabulary, candidate: &Candidate, passages: &Sides<Vec<usize>>, side: Side) -> bool {
    passages.get(side).iter().any(|&passage| {
        let counts = &vocabulary.passages.get(side)[passage].counts;
        candidate.terms.iter().all(|&term| counts.binary_search_by_key(&term, |(term, _)| *term).is_ok())
    })
}

/// The candidates whose words promise most, so that long articles stay quick.
fn promising(vocabulary: &Vocabulary, coverage: &Coverage, candidates: &[Candidate]) -> Vec<usize> {
    let mut promise: Vec<(f32, usize)> = candidates
        .iter()
        .enumerate()
        .map(|(index, candidate)| (promise(vocabulary, coverage, candidate), index))
        .filter(|(promise, _)| *promise > 0.0)
        .collect();
    promise.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    promise.truncate(MOST_CANDIDATES);
    promise.into_iter().map(|(_, index)| index).collect()
}

/// What a candidate could be worth at most, by its words alone.
fn promise(vocabulary: &Vocabulary, coverage: &Coverage, candidate: &Candidate) -> f32 {
    let weakest = |side: Side| {
        let stands = candidate.terms.iter().map(|&term| *vocabulary.terms[term].passages.get(side));
        stands.max().unwrap_or(0)
    };
    let passages = Sides::new(weakest(Side::Left), weakest(Side::Right));
    spread(passages.left, passages.right) * saying(coverage, candidate) * (1.0 + candidate.finish).max(0.1)
}

/// How far a theme reaches: on both sides, or on the only one.
fn spread(left: usize, right: usize) -> f32 {
    let reach = |passages: usize| (1.0 + passages as f32).ln();
    match (left, right) {
        (0, 0) => 0.0,
        (only, 0) | (0, only) => reach(only),
        (left, right) => (reach(left) * reach(right)).sqrt(),
    }
}

/// How much the words of a label say.
fn saying(coverage: &Coverage, candidate: &Candidate) -> f32 {
    let values: f32 = candidate.terms.iter().map(|&term| coverage.value(term)).sum();
    0.3 + 0.7 * (values / 2.0).min(1.0)
}

fn worth(vocabulary: &Vocabulary, coverage: &Coverage, candidate: &Candidate, passages: &Sides<Vec<usize>>) -> f32 {
    let shared = !passages.left.is_empty() && !passages.right.is_empty();
    let mut form = 1.0 + candidate.finish;
    for &term in &candidate.terms {
        let term = &vocabulary.terms[term];
        form -= if shared && !term.is_shared() { ONE_SIDED_COST } else { 0.0 };
        form -= if term.is_proper { NAME_COST } else { 0.0 };
    }
    let times = (candidate.times.left + candidate.times.right) as f32;
    let in_both = candidate.times.left > 0 && candidate.times.right > 0;
    let said_often = 1.0 + 0.15 * times.ln() + if in_both { 0.5 } else { 0.0 };
    spread(passages.left.len(), passages.right.len()) * saying(coverage, candidate) * form.max(0.05) * said_often
}

/// Whether a label would be a name: those are listed among the sources.
fn is_name(vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let words = &candidate.phrase.words;
    let capitals = words.contains(' ') && words.split([' ', '-']).all(|word| word.starts_with(char::is_uppercase));
    let ends_in_person = candidate.phrase.terms.last().is_some_and(|&term| vocabulary.terms[term].is_proper);
    capitals
        || ends_in_person
        || candidate.terms.iter().all(|&term| vocabulary.terms[term].is_name || vocabulary.terms[term].is_proper)
}

/// The share of what a label says that the other article has no word of.
fn own_share(vocabulary: &Vocabulary, coverage: &Coverage, candidate: &Candidate, side: Side) -> f32 {
    let value = |own: bool| -> f32 {
        let terms =
            candidate.terms.iter().filter(|&&term| !own || *vocabulary.terms[term].passages.get(side.other()) == 0);
        terms.map(|&term| coverage.value(term)).sum()
    };
    value(true) / value(false).max(f32::EPSILON)
}

/// Takes the best ones, each lowered by what the earlier ones say.
fn take(
    coverage: &Coverage,
    candidates: &[Candidate],
    mut left_over: Vec<Chosen>,
    most: usize,
    chosen: &mut Vec<Chosen>,
) {
    // A label of an earlier list may be said again by none of this one.
    let before = chosen.len();
    for earlier in chosen.iter() {
        left_over.retain_mut(|other| lower(coverage, candidates, earlier, other));
    }
    let mut best_worth = 0.0_f32;
    while chosen.len() - before < most {
        let best = left_over
            .iter()
            .enumerate()
            .max_by(|one, other| one.1.worth.total_cmp(&other.1.worth).then(other.1.candidate.cmp(&one.1.candidate)));
        let Some((at, best)) = best else { break };
        let taken = chosen.len() - before;
        if best.worth <= 0.0 || (taken >= ENOUGH && best.worth < LEAST_SHARE * best_worth) {
            break;
        }
        best_worth = best_worth.max(best.worth);
        let best = left_over.swap_remove(at);
        // An index swapped forward changes no order: ties are broken by the candidate, not by the place.
        left_over.retain_mut(|other| lower(coverage, candidates, &best, other));
        chosen.push(best);
    }
}

/// Lowers a candidate by what a chosen one says; whether it stays one.
fn lower(coverage: &Coverage, candidates: &[Candidate], chosen: &Chosen, other: &mut Chosen) -> bool {
    let (said, own) = (&candidates[chosen.candidate].terms, &candidates[other.candidate].terms);
    let value = |terms: &[usize]| terms.iter().map(|&term| coverage.value(term)).sum::<f32>();
    let common: Vec<usize> = own.iter().copied().filter(|term| said.binary_search(term).is_ok()).collect();
    if !common.is_empty() {
        if value(&common) >= MOST_SHARED_MEANING * value(own).min(value(said)) {
            return false;
        }
        other.worth *= AGAIN.powi(common.len() as i32);
        let chief = |own: &Chosen| chief_term(&candidates[own.candidate].phrase);
        if chief(chosen) == chief(other) {
            other.worth *= SAME_HEAD;
        }
    }
    other.worth *= 1.0 - SAME_PLACES_COST * same_places(&chosen.passages, &other.passages);
    true
}

/// The share of all passages of two themes that both have (Jaccard).
fn same_places(one: &Sides<Vec<usize>>, other: &Sides<Vec<usize>>) -> f32 {
    let (mut common, mut all) = (0, 0);
    for side in Side::BOTH {
        let (one, other) = (one.get(side), other.get(side));
        let both = one.iter().filter(|passage| other.binary_search(passage).is_ok()).count();
        common += both;
        all += one.len() + other.len() - both;
    }
    common as f32 / all.max(1) as f32
}
