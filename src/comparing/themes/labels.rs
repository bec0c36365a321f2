//! A phrase of the articles for every theme, none repeating another.

use std::collections::HashMap;

use super::super::Read;
use super::super::similarity::shared_terms;
use super::super::vocabulary::{Vocabulary, fold};
use super::clusters::{Cluster, members};
use super::phrases::{Phrase, Shape, phrases};
use crate::model::{Side, Sides, Theme};

/// How many themes are shown at most, and how many of one article alone.
const MOST_THEMES: usize = 12;
const MOST_ALONE: usize = 2;
/// What a content word costs a label that is none of the theme's words.
const STRANGER_COST: f32 = 0.3;
/// What a word costs the label of a shared theme that only one article has.
const ONE_SIDED_COST: f32 = 0.35;
/// How much a word must say to be a label by itself.
const LEAST_LONE_WORD: f32 = 1.0;
/// How strongly the words of its label belong to a theme.
const LABEL_STRENGTH: f32 = 0.9;
/// Two labels that share more of their words than this say the same.
const MOST_SHARED_WORDS: f32 = 0.45;

/// The clusters as themes with labels; those for which no phrase is left are dropped.
pub fn name(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, clusters: Vec<Cluster>) -> Vec<Theme> {
    let candidates = candidates(sides, vocabulary);
    let heaviest = clusters.iter().map(|cluster| cluster.salience).fold(f32::EPSILON, f32::max);
    let mut used: Vec<Vec<usize>> = Vec::new();
    let mut themes: Vec<Theme> = Vec::new();
    let mut alone = [0, 0];
    for cluster in clusters {
        let lone = lone_side(&cluster);
        let full = themes.len() >= MOST_THEMES || lone.is_some_and(|side| alone[side as usize] >= MOST_ALONE);
        let nowhere = cluster.passages.left.is_empty() && cluster.passages.right.is_empty();
        if full || nowhere {
            continue;
        }
        let Some(candidate) = best(vocabulary, &cluster, &candidates, &used) else { continue };
        let cluster = with_label(vocabulary, cluster, &candidate.terms);
        if cluster.passages.left.is_empty() && cluster.passages.right.is_empty() {
            continue;
        }
        used.push(candidate.terms.clone());
        if let Some(side) = lone {
            alone[side as usize] += 1;
        }
        themes.push(theme(vocabulary, &cluster, candidate, heaviest));
    }
    themes
}

/// The cluster with the words of its label among its strong ones, and the passages that this gives it.
fn with_label(vocabulary: &Vocabulary, mut cluster: Cluster, label: &[usize]) -> Cluster {
    for &term in label {
        match cluster.terms.iter_mut().find(|(own, _)| *own == term) {
            Some((_, strength)) => *strength = strength.max(LABEL_STRENGTH),
            None => cluster.terms.push((term, LABEL_STRENGTH)),
        }
    }
    cluster.terms.sort_by(|one, other| other.1.total_cmp(&one.1));
    cluster.passages = members(vocabulary, &cluster.terms);
    cluster
}

/// A phrase, with how often it stands in the articles.
struct Candidate {
    /// The best finished of all that have these terms.
    phrase: Phrase,
    /// Sorted, each once.
    terms: Vec<usize>,
    /// In how many passages.
    times: Sides<usize>,
}

fn candidates(sides: Sides<Read<'_>>, vocabulary: &Vocabulary) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut by_terms: HashMap<Vec<usize>, usize> = HashMap::new();
    for side in Side::BOTH {
        let text = &sides.get(side).article.text;
        for passage in 0..vocabulary.passages.get(side).len() {
            for phrase in phrases(text, vocabulary, side, passage) {
                let terms = term_set(&phrase);
                let index = *by_terms.entry(terms.clone()).or_insert_with(|| {
                    found.push(Candidate { phrase: phrase.clone(), terms, times: Sides::default() });
                    found.len() - 1
                });
                let candidate = &mut found[index];
                *candidate.times.get_mut(side) += 1;
                if finish(vocabulary, &phrase) > finish(vocabulary, &candidate.phrase) {
                    candidate.phrase = phrase;
                }
            }
        }
    }
    found
}

fn term_set(phrase: &Phrase) -> Vec<usize> {
    let mut terms = phrase.terms.clone();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// How well a phrase is built and worded: plain forms before derived ones, a plural before a lone singular.
fn finish(vocabulary: &Vocabulary, phrase: &Phrase) -> f32 {
    let words: Vec<String> = phrase.words.split(' ').map(fold).collect();
    let plain =
        phrase.terms.iter().filter(|&&term| words.iter().any(|word| is_form_of(word, &vocabulary.terms[term].family)));
    let share = plain.count() as f32 / phrase.terms.len().max(1) as f32;
    let plural = words.last().is_some_and(|word| word.ends_with('s') && !word.ends_with("ss"));
    quality(&phrase.words, phrase.shape) + 0.3 * share + if plural { 0.12 } else { 0.0 }
}

/// Whether a word is a family's own word, or its plural.
fn is_form_of(word: &str, family: &str) -> bool {
    word == family
        || word.strip_suffix('s').is_some_and(|stem| stem == family || stem.strip_suffix('e') == Some(family))
        || word.strip_suffix("ies").is_some_and(|stem| family.strip_suffix('y') == Some(stem))
}

/// How well a phrase is built, whatever it says.
fn quality(words: &str, shape: Shape) -> f32 {
    let count = words.split(' ').count();
    let length = match count {
        1 => -0.25,
        2 | 3 => 0.2,
        4 => 0.1,
        _ => -0.1,
    };
    let built = match shape {
        Shape::Noun => -0.1,
        Shape::Compound => 0.2,
        Shape::Joined => 0.15,
        Shape::Action => 0.0,
    };
    let capitals = words.chars().filter(|character| character.is_uppercase()).count() as f32;
    let possessive = if words.contains(['’', '\'']) { 0.25 } else { 0.0 };
    length + built - 0.15 * capitals - possessive
}

fn best<'a>(
    vocabulary: &Vocabulary,
    cluster: &Cluster,
    candidates: &'a [Candidate],
    used: &[Vec<usize>],
) -> Option<&'a Candidate> {
    let score = |candidate: &Candidate| {
        let times = candidate.times.left + candidate.times.right;
        let mut score = finish(vocabulary, &candidate.phrase);
        for &term in &candidate.terms {
            let strength = cluster.strength(term);
            let worth = vocabulary.terms[term].background.max(0.25);
            score += if strength > 0.0 { strength.max(0.35) * worth } else { -STRANGER_COST / times as f32 };
            if cluster.is_shared() && !vocabulary.terms[term].is_shared() {
                score -= ONE_SIDED_COST;
            }
            if vocabulary.terms[term].is_proper {
                score -= ONE_SIDED_COST;
            }
        }
        let both = candidate.times.left > 0 && candidate.times.right > 0;
        score + 0.4 * (times as f32).ln() + if both { 0.25 } else { 0.0 }
    };
    let mut best: Option<(&Candidate, f32)> = None;
    for candidate in candidates {
        let fits = candidate.terms.binary_search(&cluster.seed()).is_ok() && is_telling(vocabulary, candidate);
        if !fits || used.iter().any(|used| overlap(used, &candidate.terms) > MOST_SHARED_WORDS) {
            continue;
        }
        let score = score(candidate);
        if best.is_none_or(|(_, best)| score > best) {
            best = Some((candidate, score));
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// A single word is a label only where it says much by itself.
fn is_telling(vocabulary: &Vocabulary, candidate: &Candidate) -> bool {
    let words = candidate.phrase.words.split(' ').count();
    words > 1 || candidate.terms.iter().any(|&term| vocabulary.terms[term].background >= LEAST_LONE_WORD)
}

/// The share of the shorter one's terms that both have.
fn overlap(one: &[usize], other: &[usize]) -> f32 {
    let shared = one.iter().filter(|term| other.binary_search(term).is_ok()).count();
    shared as f32 / one.len().min(other.len()).max(1) as f32
}

fn lone_side(cluster: &Cluster) -> Option<Side> {
    match (cluster.passages.left.is_empty(), cluster.passages.right.is_empty()) {
        (false, true) => Some(Side::Left),
        (true, false) => Some(Side::Right),
        _ => None,
    }
}

fn theme(vocabulary: &Vocabulary, cluster: &Cluster, candidate: &Candidate, heaviest: f32) -> Theme {
    let paragraphs = Side::BOTH.map(|side| {
        let passages = vocabulary.passages.get(side);
        cluster.passages.get(side).iter().map(|&index| passages[index].paragraph).collect()
    });
    let [left, right] = paragraphs;
    Theme {
        label: capitalise(&candidate.phrase.words),
        terms: cluster.terms.iter().map(|&(term, _)| vocabulary.terms[term].word.clone()).collect(),
        paragraphs: Sides::new(left, right),
        weight: (cluster.salience / heaviest).min(1.0),
    }
}

/// The phrase of two passages that says most of what they share; for ties that belong to no theme.
pub fn best_phrase(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, passages: Sides<usize>) -> Option<String> {
    phrase_on(sides, vocabulary, passages, &shared_terms(vocabulary, passages))
}

/// The phrase of two passages that says most of the given terms, which are heaviest first.
pub fn phrase_on(
    sides: Sides<Read<'_>>,
    vocabulary: &Vocabulary,
    passages: Sides<usize>,
    shared: &[(usize, f32)],
) -> Option<String> {
    let worth = |term: usize| shared.iter().find(|(own, _)| *own == term).map(|(_, worth)| *worth);
    let most = shared.first()?.1.max(f32::EPSILON);
    let mut best: Option<(f32, String)> = None;
    for side in Side::BOTH {
        for phrase in phrases(&sides.get(side).article.text, vocabulary, side, *passages.get(side)) {
            let said: f32 = phrase.terms.iter().map(|&term| worth(term).map_or(-STRANGER_COST, |own| own / most)).sum();
            let score = said + finish(vocabulary, &phrase);
            let tells = phrase.terms.iter().any(|&term| worth(term).is_some());
            if tells && best.as_ref().is_none_or(|(best, _)| score > *best) {
                best = Some((score, capitalise(&phrase.words)));
            }
        }
    }
    best.map(|(_, words)| words)
}

/// With a capital at its beginning.
pub fn capitalise(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
