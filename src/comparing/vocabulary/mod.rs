//! The words of two articles as weighted terms, paragraph by paragraph.
//!
//! A term is a family of words ("trust" for "mistrustful"). Its weight is an inverse document frequency (Spärck
//! Jones, 1972) over the paragraphs of both articles, damped by how common the word is in English at large.

mod builder;
mod forms;
pub(in crate::comparing) mod lexicon;
pub(in crate::comparing) mod sorted_table;
mod stop_words;
pub(in crate::comparing) mod word_classes;
pub(in crate::comparing) mod word_vectors;

use super::Read;
use crate::model::{Side, Sides, Span};

use builder::Builder;
pub(in crate::comparing) use forms::fold;
pub use stop_words::{is_figure_word, is_stop_word};
use word_classes::Class;

/// How much faster than its logarithm a term loses weight that many passages have.
const SHARPNESS: f32 = 1.25;
/// How far a word that is common in English is held back: 1 as much as its background says, 0 not at all.
const BACKGROUND_SHARE: f32 = 0.7;
/// How far a term counts more that its passages come back to: a word that is said once is often said by the way (Church and
/// Gale, 1995).
const COMES_BACK: f32 = 0.15;
/// What verbs of little meaning count beside others, and nouns and adjectives that only point or count.
const LIGHT_FACTOR: f32 = 0.3;
const POINTING_FACTOR: f32 = 0.4;
/// What numbers in words count, and days and months: those are compared as figures.
const FIGURE_FACTOR: f32 = 0.1;
/// What a name counts beside a common word: who is named is a signal of its own.
const NAME_FACTOR: f32 = 0.4;

/// The same for a part of a person's or a place's name.
const PROPER_FACTOR: f32 = 0.1;

/// All terms of two articles and where they stand.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Every term, by first appearance, the left article first.
    pub terms: Vec<Term>,
    /// The passages of both articles: one for every paragraph of running prose, in order.
    pub passages: Sides<Vec<Passage>>,
}

/// A family of words in two articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The word that stands for the family, lower case; an acronym or a name as it is written.
    pub family: String,
    /// The form that the articles have most often.
    pub word: String,
    /// 0 to 1: how much the word says wherever it stands.
    pub background: f32,
    /// Whether it is only ever written as a name.
    pub is_name: bool,
    /// Whether it is part of a person's or a place's name: those tie passages as sources, not as words.
    pub is_proper: bool,
    /// In how many passages of each article it stands.
    pub passages: Sides<usize>,
    /// What one occurrence counts, at least 0.
    pub weight: f32,
}

impl Term {
    /// Whether both articles have it.
    pub fn is_shared(&self) -> bool {
        self.passages.left > 0 && self.passages.right > 0
    }
}

/// A paragraph of running prose as terms.
#[derive(Debug, Clone, Default)]
pub struct Passage {
    /// Index of the paragraph.
    pub paragraph: usize,
    /// All its words, stop words included, in order of place.
    pub words: Vec<Word>,
    /// Its terms and how often each stands in it, by term.
    pub counts: Vec<(usize, usize)>,
}

/// A sentence as terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceTerms {
    /// Index in the reading.
    pub sentence: usize,
    /// Index of its passage.
    pub passage: usize,
    /// Its terms, sorted, each once.
    pub terms: Vec<usize>,
}

/// A word or number of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it stands; part of a token for "immigrant" in "anti-immigrant".
    pub span: Span,
    /// Its term; none for stop words and numbers.
    pub term: Option<usize>,
    /// Index of its sentence in the reading.
    pub sentence: usize,
}

impl Vocabulary {
    /// The terms of two articles, weighted.
    pub fn of(sides: Sides<Read<'_>>) -> Self {
        Builder::build(sides)
    }

    /// The passage of a paragraph, where it is running prose: its index.
    pub fn passage_of(&self, side: Side, paragraph: usize) -> Option<usize> {
        self.passages.get(side).binary_search_by_key(&paragraph, |passage| passage.paragraph).ok()
    }

    /// The sentences of an article's passages, each with its terms.
    pub fn sentences(&self, side: Side) -> Vec<SentenceTerms> {
        let mut sentences: Vec<SentenceTerms> = Vec::new();
        for (index, passage) in self.passages.get(side).iter().enumerate() {
            for run in passage.words.chunk_by(|word, next| word.sentence == next.sentence) {
                let mut terms: Vec<usize> = run.iter().filter_map(|word| word.term).collect();
                terms.sort_unstable();
                terms.dedup();
                sentences.push(SentenceTerms { sentence: run[0].sentence, passage: index, terms });
            }
        }
        sentences
    }

    /// Terms that both lists have, by weight; `one` and `other` are sorted.
    pub fn common(&self, one: &[usize], other: &[usize]) -> Vec<usize> {
        let mut common: Vec<usize> = one.iter().copied().filter(|term| other.binary_search(term).is_ok()).collect();
        common.sort_by(|one, other| self.terms[*other].weight.total_cmp(&self.terms[*one].weight).then(one.cmp(other)));
        common
    }

    /// Counts passages a term and sets the weights.
    fn count(&mut self) {
        let mut times = vec![0_usize; self.terms.len()];
        for side in Side::BOTH {
            for passage in self.passages.get(side) {
                for &(term, count) in &passage.counts {
                    *self.terms[term].passages.get_mut(side) += 1;
                    times[term] += count;
                }
            }
        }
        let all = (self.passages.left.len() + self.passages.right.len()) as f32;
        for (term, times) in self.terms.iter_mut().zip(times) {
            let standing = (term.passages.left + term.passages.right) as f32;
            let inverse = (1.0 + all / standing.max(1.0)).ln() / (1.0 + all).ln().max(f32::EPSILON);
            let factor = match (term.is_name, term.is_proper) {
                (true, true) => PROPER_FACTOR,
                (true, false) => NAME_FACTOR,
                (false, _) => 1.0,
            };
            let comes_back = (times as f32 / standing.max(1.0)).max(1.0).powf(COMES_BACK);
            term.weight = comes_back
                * inverse.powf(SHARPNESS)
                * term.background.powf(BACKGROUND_SHARE)
                * factor
                * class_factor(term);
        }
    }
}

/// What a word counts by what it does: "take", "recent" and "number" say little wherever they stand.
fn class_factor(term: &Term) -> f32 {
    let is = |class: Class| word_classes::is(&term.family, class) || word_classes::is(&term.word, class);
    let light = if is(Class::Light) { LIGHT_FACTOR } else { 1.0 };
    let vacuous = if is(Class::Vacuous) { POINTING_FACTOR } else { 1.0 };
    let pointing = if is(Class::Pointing) { POINTING_FACTOR } else { 1.0 };
    let figure = if is_figure_word(&term.word) { FIGURE_FACTOR } else { 1.0 };
    light * vacuous * pointing * figure
}
