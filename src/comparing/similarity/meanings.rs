//! How close two passages come in what they say, whatever words they say it in.
//!
//! A passage lies at the weighted mean of its words' directions, words weighing by how rare they are in English
//! (Arora, Liang and Ma, 2017), seen from the middle of its own article: what the whole article is about ties no two
//! of its passages to any two of the other's.

use std::collections::HashMap;

use super::super::Read;
use super::super::vocabulary::word_classes::{Class, is};
use super::super::vocabulary::word_vectors::{self, DIMENSIONS, Direction};
use super::super::vocabulary::{Passage, Term, Vocabulary, fold, is_figure_word, lexicon};
use crate::model::{Side, Sides};

/// Share of running text at which a word counts half of what the rarest does.
const HALF_WEIGHT_SHARE: f32 = 2e-4;
/// Share of running text that the commonest word makes up; the lexicon's rarities are bits below it.
const COMMONEST_SHARE: f32 = 0.05;
/// What a part of a person's or a place's name counts: who is named is a signal of its own.
const PROPER_FACTOR: f32 = 0.5;
/// What the words count that are no terms, "old" and "open" among them: each says little, a paragraph's together say something.
const STOP_WORD_FACTOR: f32 = 0.25;
/// How close two different words must lie to be shown as two words for one thing.
const LEAST_CLOSENESS: f32 = 0.4;
/// What a pair of words must say to be shown.
const LEAST_SAID: f32 = 0.2;

/// Where the terms and passages of two articles lie.
#[derive(Debug, Clone)]
pub struct Meanings {
    /// By term; none for words that the table does not have.
    terms: Vec<Option<Direction>>,
    /// What each term counts, 0 to 1.
    weights: Vec<f32>,
    /// Seen from the middle of the article, at distance 1; nought for a passage of no known word.
    passages: Sides<Vec<Direction>>,
}

/// A word of the left passage and one of the right that say one thing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClosePair {
    /// The terms.
    pub terms: Sides<usize>,
    /// What it adds, 0 to 1.
    pub said: f32,
}

impl Meanings {
    /// Of all passages of two articles.
    pub fn of(vocabulary: &Vocabulary, sides: Sides<Read<'_>>) -> Self {
        let terms: Vec<_> = vocabulary.terms.iter().map(direction).collect();
        let weights: Vec<_> = vocabulary.terms.iter().map(weight).collect();
        let mut stop_words = HashMap::new();
        let [left, right] = Side::BOTH.map(|side| {
            let text = &sides.get(side).article.text;
            let passages = vocabulary.passages.get(side).iter();
            from_their_middle(passages.map(|own| mean(own, text, &terms, &weights, &mut stop_words)).collect())
        });
        Self { terms, weights, passages: Sides::new(left, right) }
    }

    /// -1 to 1 for one left passage with every right one.
    pub fn row(&self, left: usize) -> Vec<f32> {
        let left = &self.passages.left[left];
        self.passages.right.iter().map(|right| word_vectors::cosine(left, right)).collect()
    }

    /// How far two articles are on one subject: about 0 for any two, 1 and more for two on one quarrel. The cosine of their
    /// words' mean directions and that of their words.
    pub fn common_ground(&self, vocabulary: &Vocabulary) -> f32 {
        let counts = Side::BOTH.map(|side| {
            let mut counts = vec![0_usize; vocabulary.terms.len()];
            for &(term, count) in vocabulary.passages.get(side).iter().flat_map(|passage| &passage.counts) {
                counts[term] += count;
            }
            counts
        });
        let [left, right] = counts.each_ref().map(|counts| {
            let mut mean = [0.0; DIMENSIONS];
            for (term, &count) in counts.iter().enumerate() {
                if let Some(direction) = self.terms[term].as_ref().filter(|_| count > 0) {
                    let weight = self.weights[term] * count as f32;
                    mean.iter_mut().zip(direction).for_each(|(mean, part)| *mean += weight * part);
                }
            }
            word_vectors::to_unit_length(&mut mean);
            mean
        });
        let said = |counts: &[usize], term: usize| match counts[term] {
            0 => 0.0,
            count => (1.0 + (count as f32).ln()) * vocabulary.terms[term].background,
        };
        let product = |one: &[usize], other: &[usize]| {
            (0..vocabulary.terms.len()).map(|term| said(one, term) * said(other, term)).sum::<f32>()
        };
        let [one, other] = &counts;
        let words = product(one, other) / (product(one, one) * product(other, other)).sqrt().max(f32::EPSILON);
        word_vectors::cosine(&left, &right) + words
    }

    /// Where several terms lie together; none where no one of them is known.
    pub fn direction_of(&self, terms: &[usize]) -> Option<Direction> {
        let mut mean = [0.0; DIMENSIONS];
        let mut known = false;
        for &term in terms {
            if let Some(direction) = &self.terms[term] {
                known = true;
                mean.iter_mut().zip(direction).for_each(|(mean, part)| *mean += self.weights[term] * part);
            }
        }
        word_vectors::to_unit_length(&mut mean);
        known.then_some(mean)
    }

    /// -1 to 1: how far a direction points to what sets a passage apart from the rest of its article.
    pub fn says(&self, side: Side, passage: usize, direction: &Direction) -> f32 {
        word_vectors::cosine(&self.passages.get(side)[passage], direction)
    }

    /// 0 to 1: 1 where a passage has the term, else the closeness of its closest word.
    pub fn best_match(&self, counts: &[(usize, usize)], term: usize) -> f32 {
        if counts.binary_search_by_key(&term, |(term, _)| *term).is_ok() {
            return 1.0;
        }
        let Some(own) = &self.terms[term] else { return 0.0 };
        let others = counts.iter().filter_map(|&(other, _)| self.terms[other].as_ref());
        others.map(|other| word_vectors::cosine(own, other)).fold(0.0, f32::max)
    }

    /// Different words of two passages that say one thing, the most telling first, each word once.
    pub fn close_pairs(&self, vocabulary: &Vocabulary, passages: Sides<usize>) -> Vec<ClosePair> {
        let [left, right] = Side::BOTH.map(|side| {
            let other = &vocabulary.passages.get(side.other())[*passages.get(side.other())].counts;
            let counts = &vocabulary.passages.get(side)[*passages.get(side)].counts;
            let own = counts.iter().map(|(term, _)| *term);
            let own = own.filter(|term| other.binary_search_by_key(term, |(term, _)| *term).is_err());
            own.filter(|&term| !vocabulary.terms[term].is_name && !vocabulary.terms[term].is_proper).collect::<Vec<_>>()
        });
        let mut pairs = Vec::new();
        for &left in &left {
            pairs.extend(right.iter().filter_map(|&right| self.close_pair(vocabulary, Sides::new(left, right))));
        }
        pairs.sort_by(|one: &ClosePair, other| {
            let place = |pair: &ClosePair| (pair.terms.left, pair.terms.right);
            other.said.total_cmp(&one.said).then(place(one).cmp(&place(other)))
        });
        let mut chosen: Vec<ClosePair> = Vec::new();
        for pair in pairs {
            let new = |own: &ClosePair| own.terms.left != pair.terms.left && own.terms.right != pair.terms.right;
            if chosen.iter().all(new) {
                chosen.push(pair);
            }
        }
        chosen
    }

    /// 0 to 1: how much a term tells of a passage that has it.
    pub fn telling(&self, vocabulary: &Vocabulary, term: usize) -> f32 {
        self.weights[term] * vocabulary.terms[term].weight.sqrt()
    }

    /// How close two terms lie, at most 1; 0 where one of them is unknown.
    pub fn closeness(&self, one: usize, other: usize) -> f32 {
        let known = self.terms[one].as_ref().zip(self.terms[other].as_ref());
        known.map_or(0.0, |(one, other)| word_vectors::cosine(one, other))
    }

    fn close_pair(&self, vocabulary: &Vocabulary, terms: Sides<usize>) -> Option<ClosePair> {
        let closeness = word_vectors::cosine(self.terms[terms.left].as_ref()?, self.terms[terms.right].as_ref()?);
        let said = closeness * (self.telling(vocabulary, terms.left) * self.telling(vocabulary, terms.right)).sqrt();
        // A door here and a window there say nothing of what is told.
        let set = || is_setting(&vocabulary.terms[terms.left]) && is_setting(&vocabulary.terms[terms.right]);
        (closeness >= LEAST_CLOSENESS && said >= LEAST_SAID && !set()).then_some(ClosePair { terms, said })
    }
}

/// Where a term lies: by the form that the articles have most, or by the word of its family.
fn direction(term: &Term) -> Option<Direction> {
    // An acronym is no word: ICE does not melt.
    if term.family.contains(char::is_uppercase) {
        return None;
    }
    word_vectors::direction(&fold(&term.word)).or_else(|| word_vectors::direction(&term.family))
}

fn weight(term: &Term) -> f32 {
    let proper = if term.is_proper { PROPER_FACTOR } else { 1.0 };
    proper * weight_of(&fold(&term.word))
}

/// Whether a word is for what is merely there while something is told: a door, a finger.
fn is_setting(term: &Term) -> bool {
    is(&term.family, Class::Setting) || is(&term.word, Class::Setting)
}

/// Smooth inverse frequency of a word in small letters.
fn weight_of(word: &str) -> f32 {
    if is_figure_word(word) {
        return 0.0;
    }
    let (_, rarity_bits) = lexicon::family(word);
    HALF_WEIGHT_SHARE / (HALF_WEIGHT_SHARE + COMMONEST_SHARE * (-rarity_bits).exp2())
}

/// Words that are no terms with where they lie and what they count, each looked up once.
type StopWords = HashMap<String, Option<(Direction, f32)>>;

fn mean(
    passage: &Passage,
    text: &str,
    terms: &[Option<Direction>],
    weights: &[f32],
    stop_words: &mut StopWords,
) -> Direction {
    let mut mean = [0.0; DIMENSIONS];
    let mut total = 0.0;
    let mut add = |direction: &Direction, weight: f32| {
        total += weight;
        mean.iter_mut().zip(direction).for_each(|(mean, part)| *mean += weight * part);
    };
    for word in &passage.words {
        if let Some(term) = word.term {
            if let Some(direction) = &terms[term] {
                add(direction, weights[term]);
            }
        } else {
            let known = stop_words.entry(fold(word.span.of(text))).or_insert_with_key(|word| {
                let direction = word_vectors::direction(word)?;
                Some((direction, STOP_WORD_FACTOR * weight_of(word)))
            });
            if let Some((direction, weight)) = known {
                add(direction, *weight);
            }
        }
    }
    if total > 0.0 {
        for part in &mut mean {
            *part /= total;
        }
    }
    mean
}

fn from_their_middle(mut means: Vec<Direction>) -> Vec<Direction> {
    let count = means.len().max(1) as f32;
    let mut middle = [0.0; DIMENSIONS];
    for mean in &means {
        middle.iter_mut().zip(mean).for_each(|(middle, part)| *middle += part / count);
    }
    for mean in &mut means {
        if mean.iter().all(|part| part.abs() <= f32::EPSILON) {
            continue;
        }
        mean.iter_mut().zip(&middle).for_each(|(part, middle)| *part -= middle);
        word_vectors::to_unit_length(mean);
    }
    means
}
