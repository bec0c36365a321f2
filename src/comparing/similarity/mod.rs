//! How much two passages are about the same thing, and what speaks for it.
//!
//! Cosine of weighted terms (Salton and Buckley, 1988) with a pivoted length norm (Singhal, Buckley and Mitra,
//! 1996). Pairs of words that stand close together in both passages count beside the words. What is said in other words,
//! names that few passages have, shared sources, a block quotation's lead-in, and what research found are signals of their own.

mod lead_ins;
mod meanings;
mod rare_names;
mod research;
mod shared_sources;
mod vectors;

use super::Read;
use super::vocabulary::Vocabulary;
use crate::model::{Side, Sides, Source};
use lead_ins::{lead_ins, share_with_lead_ins};
pub use meanings::Meanings;
use rare_names::RareNames;
use research::Research;
use shared_sources::{named_sources, rarities, shared_sources, source_bonus};
use vectors::{vectors, words_row};

/// What a lead-in must share by itself to take over anything.
const LEAST_OWN_TIE: f32 = 0.05;
/// Pairs of passages below this are not kept.
const LEAST_SCORE: f32 = 0.004;
/// What full agreement in meaning adds to a cosine of words between articles that share no word, and the mean cosine of all
/// their passages at which it adds half: articles on one subject say in one vocabulary what they have in common, and close words
/// stand everywhere in them.
const MEANING_SHARE: f32 = 0.55;
const HALF_COMMON_WORDS: f32 = 0.0046;
/// What a name that no other passage has adds. Fitted by logistic regression on the pairs of `tests/tuning`, those of
/// `corpus/gold` and one annotated pair of real articles.
const NAMES_SHARE: f32 = 0.025;
/// A cosine of words beside which agreement in meaning and rare names add nothing.
const WORDS_SAY_ALL: f32 = 0.1;

/// What ties two passages, each part on the scale of a cosine of words.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Parts {
    /// Shared words and close pairs of words.
    pub words: f32,
    /// What both say, in whatever words; below 0 where the two speak of different things.
    pub meaning: f32,
    /// A name that few passages have.
    pub names: f32,
    /// A shared source.
    pub sources: f32,
    /// What a block quotation has from its lead-in, or the lead-in from it.
    pub lead_in: f32,
    /// What studies found, in both.
    pub research: f32,
}

impl Parts {
    /// All parts together, at most 1; below 0 where more speaks against a tie than for it.
    pub fn sum(&self) -> f32 {
        (self.words + self.meaning + self.names + self.sources + self.lead_in + self.research).min(1.0)
    }
}

/// Two passages and what ties them.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// Indices of the passages.
    pub passages: Sides<usize>,
    /// 0 to 1.
    pub score: f32,
    /// What it is made of.
    pub parts: Parts,
    /// Indices of the sources that both passages name, rarest first.
    pub sources: Vec<usize>,
}

/// The ties of every left passage to every right one, in order of place; weak ones are left out.
pub fn ties(vocabulary: &Vocabulary, meanings: &Meanings, sides: Sides<Read<'_>>, sources: &[Source]) -> Vec<Tie> {
    ties_from(LEAST_SCORE, vocabulary, meanings, sides, sources)
}

/// The same with the weakest ones.
pub fn all_ties(vocabulary: &Vocabulary, meanings: &Meanings, sides: Sides<Read<'_>>, sources: &[Source]) -> Vec<Tie> {
    ties_from(0.0, vocabulary, meanings, sides, sources)
}

fn ties_from(
    least: f32,
    vocabulary: &Vocabulary,
    meanings: &Meanings,
    sides: Sides<Read<'_>>,
    sources: &[Source],
) -> Vec<Tie> {
    let vectors = vectors(vocabulary);
    let named = Side::BOTH.map(|side| named_sources(vocabulary, *sides.get(side), sources, side));
    let rarity = rarities(&named, sources.len());
    let rows: Vec<Vec<f32>> = (0..vectors.left.len()).map(|left| words_row(&vectors, left)).collect();
    let from_sources = |left: usize, right: usize| {
        let share = if rows[left][right] >= LEAST_OWN_TIE { 1.0 } else { 0.5 };
        share * source_bonus(&named, left, right, &rarity)
    };
    let mut shared: Vec<Vec<f32>> = rows
        .iter()
        .enumerate()
        .map(|(left, row)| row.iter().enumerate().map(|(right, words)| words + from_sources(left, right)).collect())
        .collect();
    let leads = Side::BOTH.map(|side| lead_ins(vocabulary, *sides.get(side), side));
    share_with_lead_ins(&mut shared, &leads);
    let rare = RareNames::of(vocabulary);
    let research = Research::of(vocabulary, sides);
    let meaning_share = meaning_share(&rows);
    let mut ties = Vec::new();
    for (left, row) in shared.iter().enumerate() {
        let (said, named_too) = (meanings.row(left), rare.row(left));
        for (right, &shared) in row.iter().enumerate() {
            let own = from_sources(left, right);
            let parts = Parts {
                words: rows[left][right],
                meaning: meaning_share * said[right] * left_to_say(rows[left][right]),
                names: NAMES_SHARE * named_too[right] * left_to_say(rows[left][right]),
                sources: own,
                lead_in: shared - (rows[left][right] + own),
                research: research.bonus(left, right),
            };
            let score = parts.sum().max(0.0);
            if score >= least {
                let sources = shared_sources(&named, left, right, &rarity);
                ties.push(Tie { passages: Sides::new(left, right), score, parts, sources });
            }
        }
    }
    ties
}

/// What full agreement in meaning adds where the passages' cosines of words are these.
fn meaning_share(words: &[Vec<f32>]) -> f32 {
    let pairs = words.iter().map(Vec::len).sum::<usize>().max(1) as f32;
    let mean = words.iter().flatten().sum::<f32>() / pairs;
    MEANING_SHARE * HALF_COMMON_WORDS / (HALF_COMMON_WORDS + mean)
}

/// 0 to 1: other signals say the less, the more the words say already.
fn left_to_say(words: f32) -> f32 {
    (1.0 - words / WORDS_SAY_ALL).max(0.0)
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
