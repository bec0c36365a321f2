//! What paragraphs of both articles are about.
//!
//! A theme is a phrase of the articles whose words paragraphs come back to: its label is found first, its paragraphs
//! are those that hold the label's words. So every label fits what it names, and a reader can check it.

mod candidates;
mod choice;
mod coverage;
mod inflection;
mod labels;
mod links;
mod naming;
mod parts;
mod phrases;
mod tied;

use super::Read;
use super::similarity::{Meanings, Tie};
use super::vocabulary::Vocabulary;
use crate::model::{Side, Sides, Theme};
use candidates::Candidate;
use choice::Chosen;
use coverage::Coverage;

pub use labels::phrase_on;
pub use links::link;

/// From so much common ground on two articles are on one subject; phrases that both have by chance name no theme of others.
const LEAST_COMMON_GROUND: f32 = 0.6;

/// The themes of both articles, then those of each alone; heaviest first.
pub fn find(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, meanings: &Meanings, ties: &[Tie]) -> Vec<Theme> {
    let candidates = candidates::candidates(sides, vocabulary);
    let mut coverage = Coverage::of(vocabulary);
    let one_subject = meanings.common_ground(vocabulary) >= LEAST_COMMON_GROUND;
    let chosen = choice::choose(vocabulary, &mut coverage, &candidates, one_subject.then_some(ties));
    let heaviest = chosen.iter().map(|chosen| chosen.worth).fold(f32::EPSILON, f32::max);
    let mut themes: Vec<Theme> =
        chosen.iter().map(|chosen| theme(vocabulary, &coverage, &candidates, chosen, heaviest)).collect();
    themes.sort_by(|one, other| {
        let both = |theme: &Theme| !theme.paragraphs.left.is_empty() && !theme.paragraphs.right.is_empty();
        both(other).cmp(&both(one)).then(other.weight.total_cmp(&one.weight))
    });
    tied::add(sides, vocabulary, meanings, ties, one_subject, &mut themes);
    themes
}

fn theme(
    vocabulary: &Vocabulary,
    coverage: &Coverage,
    candidates: &[Candidate],
    chosen: &Chosen,
    heaviest: f32,
) -> Theme {
    let candidate = &candidates[chosen.candidate];
    let mut terms = candidate.terms.clone();
    terms.sort_by(|one, other| coverage.value(*other).total_cmp(&coverage.value(*one)).then(one.cmp(other)));
    terms.extend(coverage.companions(vocabulary, &candidate.terms, &chosen.passages));
    let [left, right] = Side::BOTH.map(|side| {
        let passages = vocabulary.passages.get(side);
        chosen.passages.get(side).iter().map(|&index| passages[index].paragraph).collect()
    });
    Theme {
        label: labels::capitalise(&candidate.phrase.words),
        terms: terms.into_iter().map(|term| vocabulary.terms[term].word.clone()).collect(),
        paragraphs: Sides::new(left, right),
        weight: (chosen.worth / heaviest).min(1.0),
    }
}
