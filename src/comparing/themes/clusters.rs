//! Words that carry a theme: a seed word that both articles (or one) come back to, and the words that keep it company.

use super::super::vocabulary::{Passage, Vocabulary};
use crate::model::{Side, Sides};

/// How many themes of both articles are sought, and how many of each alone.
const MOST_SHARED: usize = 14;
const MOST_ALONE: usize = 6;
/// How many words keep a seed company.
const MOST_COMPANIONS: usize = 5;
/// In how many sentences of both articles two words must stand together, and how closely (Ochiai, 1957).
const LEAST_SENTENCES_TOGETHER: usize = 2;
const LEAST_COMPANY: f32 = 0.27;
/// A companion this close does not seed a theme of its own.
const CLOSE_COMPANY: f32 = 0.55;
/// The share of a cluster's weight that a passage must hold.
const LEAST_MEMBERSHIP: f32 = 0.42;

/// A seed word with its company.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// The seed first, then its companions, closest first; each with its strength, 1 for the seed.
    pub terms: Vec<(usize, f32)>,
    /// Indices of the passages about it.
    pub passages: Sides<Vec<usize>>,
    /// How much of the articles it is.
    pub salience: f32,
}

impl Cluster {
    /// Its first word.
    pub fn seed(&self) -> usize {
        self.terms.first().map_or(0, |(term, _)| *term)
    }

    /// Whether both articles have it.
    pub fn is_shared(&self) -> bool {
        !self.passages.left.is_empty() && !self.passages.right.is_empty()
    }

    /// How strongly a term belongs to it, 0 where it does not.
    pub fn strength(&self, term: usize) -> f32 {
        self.terms.iter().find(|(own, _)| *own == term).map_or(0.0, |(_, strength)| *strength)
    }
}

/// The clusters of both articles, most salient first, then those of the left alone and of the right alone.
pub fn find(vocabulary: &Vocabulary) -> Vec<Cluster> {
    let sentences = sentences_by_term(vocabulary);
    let mut found = Vec::new();
    grow(vocabulary, &sentences, MOST_SHARED, &mut found, |term| shared_salience(vocabulary, term));
    for side in Side::BOTH {
        grow(vocabulary, &sentences, MOST_ALONE, &mut found, |term| lone_salience(vocabulary, term, side));
    }
    found
}

type SentencesByTerm = Vec<Vec<usize>>;

/// For each term the sentences of both articles that have it, sorted; right ones follow left ones.
fn sentences_by_term(vocabulary: &Vocabulary) -> SentencesByTerm {
    let mut by_term = vec![Vec::new(); vocabulary.terms.len()];
    let mut offset = 0;
    for side in Side::BOTH {
        let words = || vocabulary.passages.get(side).iter().flat_map(|passage| &passage.words);
        for word in words() {
            if let Some(term) = word.term
                && by_term[term].last() != Some(&(offset + word.sentence))
            {
                by_term[term].push(offset + word.sentence);
            }
        }
        offset += words().map(|word| word.sentence + 1).max().unwrap_or(0);
    }
    by_term
}

fn grow(
    vocabulary: &Vocabulary,
    sentences: &SentencesByTerm,
    most: usize,
    found: &mut Vec<Cluster>,
    salience: impl Fn(usize) -> f32,
) {
    let mut seeds: Vec<(usize, f32)> = (0..vocabulary.terms.len())
        .map(|term| (term, salience(term)))
        .filter(|(_, salience)| *salience > 0.0)
        .collect();
    seeds.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    let before = found.len();
    for &(seed, salience) in seeds.iter().take(4 * most) {
        if found.len() - before >= most {
            break;
        }
        let taken = found.iter().any(|cluster: &Cluster| cluster.strength(seed) >= CLOSE_COMPANY);
        if !taken {
            found.push(cluster(vocabulary, sentences, seed, salience));
        }
    }
}

fn shared_salience(vocabulary: &Vocabulary, term: usize) -> f32 {
    let term = &vocabulary.terms[term];
    if term.is_name || !term.is_shared() || term.passages.left + term.passages.right < 3 {
        return 0.0;
    }
    let share = |side: Side| *term.passages.get(side) as f32 / vocabulary.passages.get(side).len().max(1) as f32;
    let spread = (1.0 + term.passages.left as f32).ln() * (1.0 + term.passages.right as f32).ln();
    let everywhere = share(Side::Left).min(share(Side::Right));
    spread * term.background * (1.15 - everywhere)
}

fn lone_salience(vocabulary: &Vocabulary, term: usize, side: Side) -> f32 {
    let term = &vocabulary.terms[term];
    let here = *term.passages.get(side);
    if term.is_name || *term.passages.get(side.other()) > 0 || here < 2 {
        return 0.0;
    }
    (1.0 + here as f32).ln() * term.background
}

fn cluster(vocabulary: &Vocabulary, sentences: &SentencesByTerm, seed: usize, salience: f32) -> Cluster {
    let mut companions: Vec<(usize, f32)> = (0..vocabulary.terms.len())
        .filter(|&term| term != seed && !vocabulary.terms[term].is_name)
        .filter_map(|term| Some((term, company(&sentences[seed], &sentences[term])?)))
        .filter(|(_, company)| *company >= LEAST_COMPANY)
        .collect();
    companions.sort_by(|one, other| {
        let worth = |(term, company): (usize, f32)| company * vocabulary.terms[term].background;
        worth(*other).total_cmp(&worth(*one)).then(one.0.cmp(&other.0))
    });
    companions.truncate(MOST_COMPANIONS);
    companions.insert(0, (seed, 1.0));
    let passages = members(vocabulary, &companions);
    Cluster { terms: companions, passages, salience }
}

/// The passages that hold enough of a theme's words.
pub fn members(vocabulary: &Vocabulary, terms: &[(usize, f32)]) -> Sides<Vec<usize>> {
    let [left, right] = Side::BOTH.map(|side| {
        let members = vocabulary.passages.get(side).iter().enumerate();
        members
            .filter(|(_, passage)| membership(vocabulary, terms, passage) >= LEAST_MEMBERSHIP)
            .map(|(index, _)| index)
            .collect()
    });
    Sides::new(left, right)
}

/// How closely two words keep together, by the sentences of each; none where they seldom meet.
fn company(one: &[usize], other: &[usize]) -> Option<f32> {
    let together = one.iter().filter(|sentence| other.binary_search(sentence).is_ok()).count();
    (together >= LEAST_SENTENCES_TOGETHER).then(|| together as f32 / (one.len() as f32 * other.len() as f32).sqrt())
}

/// The share of the cluster's weight that a passage holds.
fn membership(vocabulary: &Vocabulary, terms: &[(usize, f32)], passage: &Passage) -> f32 {
    let worth = |(term, strength): (usize, f32)| strength * vocabulary.terms[term].background;
    let all: f32 = terms.iter().copied().map(worth).sum();
    let held: f32 = terms
        .iter()
        .copied()
        .filter(|(term, _)| passage.counts.binary_search_by_key(term, |(term, _)| *term).is_ok())
        .map(worth)
        .sum();
    held / all.max(f32::EPSILON)
}
