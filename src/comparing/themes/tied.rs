//! Themes that two paragraphs bear by themselves: a strong tie that no other theme names, and words that name it.

use super::super::Read;
use super::super::similarity::{Meanings, Tie};
use super::super::vocabulary::Vocabulary;
use super::coverage::Coverage;
use super::labels::capitalise;
use super::links::worth;
use super::naming::{Label, Naming, families};
use crate::model::{Side, Sides, Theme};

/// Themes of both articles are added until there are so many.
const ENOUGH: usize = 8;
/// From so many on there need be no more, and what names another must say more by so much; the same between articles that are
/// not on one subject.
const FEW: usize = 5;
const MANY_COST: f32 = 0.4;
const OTHER_SUBJECT_COST: f32 = 0.8;
/// How many ties are looked at, by strength, and how many where there are themes enough.
const MOST_TIES: usize = 200;
const MOST_TIES_OF_MANY: usize = 12;
/// What a tie must be worth.
const LEAST_WORTH: f32 = 0.035;
/// What a theme of two paragraphs weighs beside the lightest that more bear, and where there is none.
const WEIGHT_SHARE: f32 = 0.8;
const WEIGHT_ALONE: f32 = 0.3;

/// Adds themes of both articles behind those that were found, where these are few.
pub fn add(
    sides: Sides<Read<'_>>,
    vocabulary: &Vocabulary,
    meanings: &Meanings,
    ties: &[Tie],
    one_subject: bool,
    themes: &mut Vec<Theme>,
) {
    let is_shared = |theme: &&Theme| !theme.paragraphs.left.is_empty() && !theme.paragraphs.right.is_empty();
    let mut shared = themes.iter().take_while(is_shared).count();
    if shared >= ENOUGH {
        return;
    }
    let mut coverage = Coverage::of(vocabulary);
    let mut used: Vec<&Tie> = Vec::new();
    for (rank, (tie_worth, tie)) in strongest(vocabulary, meanings, ties).into_iter().enumerate() {
        if shared >= ENOUGH || (shared >= FEW && rank >= MOST_TIES_OF_MANY) {
            break;
        }
        let lightest = themes[..shared].last().map_or(WEIGHT_ALONE / WEIGHT_SHARE, |theme| theme.weight);
        let paragraphs = paragraphs(vocabulary, tie);
        if themes[..shared].iter().any(|theme| holds(theme, paragraphs)) || used.iter().any(|other| touches(other, tie))
        {
            continue;
        }
        let said: Vec<String> = themes.iter().flat_map(|theme| families(&theme.label)).collect();
        let asked = if one_subject { 0.0 } else { OTHER_SUBJECT_COST } + if shared >= FEW { MANY_COST } else { 0.0 };
        let naming = Naming { sides, vocabulary, meanings, coverage: &coverage, asked };
        if let Some(label) = naming.name(tie, tie_worth, &said) {
            let theme = theme(vocabulary, &mut coverage, tie, &label, WEIGHT_SHARE * lightest);
            themes.insert(shared, theme);
            used.push(tie);
            shared += 1;
        }
    }
}

/// Ties that are worth a theme with what they are worth, best first.
fn strongest<'a>(vocabulary: &Vocabulary, meanings: &Meanings, ties: &'a [Tie]) -> Vec<(f32, &'a Tie)> {
    let mut by_score: Vec<&Tie> = ties.iter().collect();
    by_score.sort_by(|one, other| other.score.total_cmp(&one.score));
    by_score.truncate(MOST_TIES);
    let mut by_worth: Vec<(f32, &Tie)> =
        by_score.into_iter().map(|tie| (worth(vocabulary, meanings, tie), tie)).collect();
    by_worth.retain(|(worth, _)| *worth >= LEAST_WORTH);
    by_worth.sort_by(|one, other| other.0.total_cmp(&one.0));
    by_worth
}

fn touches(one: &Tie, other: &Tie) -> bool {
    one.passages.left == other.passages.left || one.passages.right == other.passages.right
}

fn paragraphs(vocabulary: &Vocabulary, tie: &Tie) -> Sides<usize> {
    let [left, right] = Side::BOTH.map(|side| vocabulary.passages.get(side)[*tie.passages.get(side)].paragraph);
    Sides::new(left, right)
}

fn holds(theme: &Theme, paragraphs: Sides<usize>) -> bool {
    Side::BOTH.iter().all(|&side| theme.paragraphs.get(side).contains(paragraphs.get(side)))
}

/// The tied paragraphs, and those that hold the label's words.
fn theme(vocabulary: &Vocabulary, coverage: &mut Coverage, tie: &Tie, label: &Label, weight: f32) -> Theme {
    let mut terms = label.terms.clone();
    terms.sort_unstable();
    terms.dedup();
    let mut passages = coverage.members(&terms);
    for side in Side::BOTH {
        let own = passages.get_mut(side);
        if let Err(at) = own.binary_search(tie.passages.get(side)) {
            own.insert(at, *tie.passages.get(side));
        }
    }
    terms.sort_by(|one, other| coverage.value(*other).total_cmp(&coverage.value(*one)).then(one.cmp(other)));
    let [left, right] = Side::BOTH
        .map(|side| passages.get(side).iter().map(|&index| vocabulary.passages.get(side)[index].paragraph).collect());
    Theme {
        label: capitalise(&label.words),
        terms: terms.into_iter().map(|term| vocabulary.terms[term].word.clone()).collect(),
        paragraphs: Sides::new(left, right),
        weight,
    }
}
