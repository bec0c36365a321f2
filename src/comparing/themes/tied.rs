//! Themes that two paragraphs bear by themselves: a strong tie that no other theme names, and a phrase of one paragraph
//! whose words the other has too, or a noun of each that lie close in meaning. Rather no theme than a label of chance words.

use super::super::Read;
use super::super::similarity::{Meanings, Tie, shared_terms};
use super::super::vocabulary::{Vocabulary, fold, lexicon};
use super::candidates::finish;
use super::coverage::Coverage;
use super::labels::capitalise;
use super::links::worth;
use super::phrases::{Shape, phrases};
use crate::model::{Side, Sides, Theme};

/// Themes of both articles are added until there are so many.
const ENOUGH: usize = 8;
/// How many ties are looked at, by strength.
const MOST_TIES: usize = 200;
/// What a tie must be worth.
const LEAST_WORTH: f32 = 0.04;
/// How well a label must be built, and how much of what it says both paragraphs must say.
const LEAST_FINISH: f32 = 0.1;
const LEAST_HELD: f32 = 0.5;
/// How close two nouns must lie to name a theme together, or one of them a phrase's theme; and what a shared word must say
/// that does.
const LEAST_SAID_OF_TWO: f32 = 0.5;
const LEAST_SAID_OF_KEY: f32 = 0.35;
const LEAST_WORTH_OF_KEY: f32 = 0.5;
/// What a theme of two paragraphs weighs beside the lightest that more bear, and where there is none.
const WEIGHT_SHARE: f32 = 0.8;
const WEIGHT_ALONE: f32 = 0.3;

/// Adds themes of both articles behind those that were found, where these are few.
pub fn add(
    sides: Sides<Read<'_>>,
    vocabulary: &Vocabulary,
    meanings: &Meanings,
    ties: &[Tie],
    themes: &mut Vec<Theme>,
) {
    let is_shared = |theme: &&Theme| !theme.paragraphs.left.is_empty() && !theme.paragraphs.right.is_empty();
    let mut shared = themes.iter().take_while(is_shared).count();
    if shared >= ENOUGH {
        return;
    }
    let mut coverage = Coverage::of(vocabulary);
    for tie in strongest(vocabulary, meanings, ties) {
        if shared >= ENOUGH {
            break;
        }
        let lightest = themes[..shared].last().map_or(WEIGHT_ALONE / WEIGHT_SHARE, |theme| theme.weight);
        let paragraphs = paragraphs(vocabulary, tie);
        if themes[..shared].iter().any(|theme| holds(theme, paragraphs)) {
            continue;
        }
        if let Some(label) = label(sides, vocabulary, meanings, tie, &coverage, themes) {
            let theme = theme(vocabulary, &mut coverage, tie, &label, WEIGHT_SHARE * lightest);
            themes.insert(shared, theme);
            shared += 1;
        }
    }
}

/// Ties that are the best of both their passages, best first.
fn strongest<'a>(vocabulary: &Vocabulary, meanings: &Meanings, ties: &'a [Tie]) -> Vec<&'a Tie> {
    let mut by_score: Vec<&Tie> = ties.iter().collect();
    by_score.sort_by(|one, other| other.score.total_cmp(&one.score));
    by_score.truncate(MOST_TIES);
    let mut by_worth: Vec<(f32, &Tie)> =
        by_score.into_iter().map(|tie| (worth(vocabulary, meanings, tie), tie)).collect();
    by_worth.sort_by(|one, other| other.0.total_cmp(&one.0));
    let taken = |before: &[(f32, &Tie)], tie: &Tie| {
        let touches =
            |other: &Tie| other.passages.left == tie.passages.left || other.passages.right == tie.passages.right;
        before.iter().any(|(_, other)| touches(other))
    };
    let best = by_worth.iter().enumerate().filter(|(at, (_, tie))| !taken(&by_worth[..*at], tie));
    best.take_while(|(_, (worth, _))| *worth >= LEAST_WORTH).map(|(_, (_, tie))| *tie).collect()
}

fn paragraphs(vocabulary: &Vocabulary, tie: &Tie) -> Sides<usize> {
    let [left, right] = Side::BOTH.map(|side| vocabulary.passages.get(side)[*tie.passages.get(side)].paragraph);
    Sides::new(left, right)
}

fn holds(theme: &Theme, paragraphs: Sides<usize>) -> bool {
    Side::BOTH.iter().all(|&side| theme.paragraphs.get(side).contains(paragraphs.get(side)))
}

/// Words that name a theme, and their terms.
struct Label {
    words: String,
    terms: Vec<usize>,
}

/// Two nouns that are close in meaning, or the best built phrase of either passage that says what ties them most; nothing that
/// another theme says already.
fn label(
    sides: Sides<Read<'_>>,
    vocabulary: &Vocabulary,
    meanings: &Meanings,
    tie: &Tie,
    coverage: &Coverage,
    themes: &[Theme],
) -> Option<Label> {
    let close = meanings.close_pairs(vocabulary, tie.passages);
    let is_noun = |term: usize| {
        lexicon::look_up(&fold(&vocabulary.terms[term].word)).is_some_and(|entry| entry.parts.starts_with('n'))
    };
    let closest = close.first().filter(|pair| is_noun(pair.terms.left) && is_noun(pair.terms.right));
    let said: Vec<String> = themes.iter().flat_map(|theme| families(&theme.label)).collect();
    let terms = closest.filter(|pair| pair.said >= LEAST_SAID_OF_TWO).map(|pair| [pair.terms.left, pair.terms.right]);
    if let Some(terms) = terms.filter(|terms| terms.iter().all(|&term| is_new(vocabulary, &said, term))) {
        let [left, right] = terms.map(|term| fold(&vocabulary.terms[term].word));
        return Some(Label { words: format!("{left} and {right}"), terms: terms.to_vec() });
    }
    let heaviest = shared_terms(vocabulary, tie.passages).into_iter().next();
    let heaviest = heaviest.filter(|(_, worth)| *worth >= LEAST_WORTH_OF_KEY).map(|(term, _)| term);
    let closest = closest.filter(|pair| pair.said >= LEAST_SAID_OF_KEY);
    let mut best: Option<(f32, Label)> = None;
    for side in Side::BOTH {
        let other = &vocabulary.passages.get(side.other())[*tie.passages.get(side.other())].counts;
        let close_here: Vec<usize> = close.iter().map(|pair| *pair.terms.get(side)).collect();
        let held =
            |term: usize| other.binary_search_by_key(&term, |(term, _)| *term).is_ok() || close_here.contains(&term);
        let keys = [heaviest, closest.map(|pair| *pair.terms.get(side))];
        let fits = |terms: &[usize]| {
            terms.iter().any(|&term| keys.contains(&Some(term))) && fits(vocabulary, coverage, &said, terms, &held)
        };
        let text = &sides.get(side).article.text;
        for phrase in phrases(text, vocabulary, side, *tie.passages.get(side), &fits) {
            let finish = finish(vocabulary, &phrase);
            let is_built = phrase.shape != Shape::Noun && finish >= LEAST_FINISH;
            if is_built && best.as_ref().is_none_or(|(best, _)| finish > *best) {
                best = Some((finish, Label { words: phrase.words, terms: phrase.terms }));
            }
        }
    }
    best.map(|(_, label)| label)
}

/// Whether a word is no name and stands in no label yet.
fn is_new(vocabulary: &Vocabulary, said: &[String], term: usize) -> bool {
    let term = &vocabulary.terms[term];
    !term.is_name && !term.is_proper && !said.contains(&term.family)
}

/// Whether words are no names, are new, and say mostly what the other passage says too.
fn fits(
    vocabulary: &Vocabulary,
    coverage: &Coverage,
    said: &[String],
    terms: &[usize],
    held: &dyn Fn(usize) -> bool,
) -> bool {
    let value = |wanted: &dyn Fn(usize) -> bool| {
        terms.iter().filter(|&&term| wanted(term)).map(|&term| coverage.value(term)).sum::<f32>()
    };
    terms.len() > 1
        && terms.iter().all(|&term| is_new(vocabulary, said, term))
        && value(held) >= LEAST_HELD * value(&|_| true)
}

/// The families of a label's words.
fn families(label: &str) -> Vec<String> {
    label.split([' ', '-']).map(|word| lexicon::family(&fold(word)).0).collect()
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
