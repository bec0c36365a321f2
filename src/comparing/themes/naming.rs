//! What two tied paragraphs may be called: a phrase of one whose words the other has too or comes close to, or a noun of
//! each that lie close in meaning. Rather no name than one of chance words: what it says must set both paragraphs apart
//! from the rest of their articles.

use super::super::Read;
use super::super::similarity::{Meanings, Tie, shared_terms};
use super::super::vocabulary::word_classes::{Class, is};
use super::super::vocabulary::{Vocabulary, fold, is_figure_word, lexicon};
use super::candidates::finish;
use super::coverage::Coverage;
use super::inflection::{gerund, is_plural, plural};
use super::phrases::{Phrase, Shape, phrases};
use crate::model::{Side, Sides};

/// What it counts that words point to both passages, beside how close two words lie or how much of a phrase both say; and how
/// well a phrase is built.
const POINTS_SHARE: f32 = 0.25;
const PHRASE_POINTS_SHARE: f32 = 0.5;
const FINISH_SHARE: f32 = 0.3;
/// What two nouns say that both have, beside two that are only close.
const COMMON_SHARE: f32 = 0.7;
/// What the worth of a tie counts beside that of its name, and what they must reach together.
const TIE_SHARE: f32 = 10.0;
const LEAST_OF_TWO_NOUNS: f32 = 1.08;
const LEAST_OF_PHRASE: f32 = 1.25;
/// How close two nouns must lie that stand side by side in a name, whether each is of one passage or both are of both.
const LEAST_CLOSENESS_OF_TWO: f32 = 0.45;
const LEAST_CLOSENESS_OF_COMMON: f32 = 0.35;
/// What two nouns must say by themselves.
const LEAST_SAID_OF_TWO: f32 = 0.68;
/// How well a phrase must be built, how much of what it says the other paragraph must say, and how far it must point there.
const LEAST_FINISH: f32 = 0.1;
const LEAST_HELD: f32 = 0.45;
const LEAST_POINTING: f32 = 0.1;
/// Closeness of words from which on one begins to say what the other says.
const NOT_CLOSE: f32 = 0.3;
/// How close the other paragraph must come to each word of a phrase whose chief word it does not have.
const LEAST_CLOSENESS: f32 = 0.55;

/// Words that name a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Without a capital.
    pub words: String,
    /// Their terms; of two nouns the left one's first.
    pub terms: Vec<usize>,
    /// How well it names what ties the two.
    pub worth: f32,
}

/// What names are made from.
#[derive(Debug, Clone, Copy)]
pub struct Naming<'a> {
    /// The articles.
    pub sides: Sides<Read<'a>>,
    /// Their words.
    pub vocabulary: &'a Vocabulary,
    /// What the words mean.
    pub meanings: &'a Meanings,
    /// What the words say in a label.
    pub coverage: &'a Coverage,
    /// What names must reach beyond what they must between articles on one subject that have few themes yet.
    pub asked: f32,
}

impl Naming<'_> {
    /// The best name of a tie of this worth; `said` are the families of words that other labels have.
    pub fn name(&self, tie: &Tie, worth: f32, said: &[String]) -> Option<Label> {
        let bears = |label: &Label, least: f32| label.worth + TIE_SHARE * worth >= least + self.asked;
        let nouns = self.two_nouns(tie, said).filter(|label| bears(label, LEAST_OF_TWO_NOUNS));
        let common = self.two_common_nouns(tie, said).filter(|label| bears(label, LEAST_OF_TWO_NOUNS));
        let phrase = self.phrase(tie, said).filter(|label| bears(label, LEAST_OF_PHRASE));
        let named = [nouns, common, phrase].into_iter().flatten();
        named.reduce(|best, label| if label.worth > best.worth { label } else { best })
    }

    /// Two nouns that both passages have.
    fn two_common_nouns(&self, tie: &Tie, said: &[String]) -> Option<Label> {
        let word = |term: usize| fold(&self.vocabulary.terms[term].word);
        let shared = shared_terms(self.vocabulary, tie.passages).into_iter().map(|(term, _)| term);
        let nouns: Vec<usize> = shared
            .filter(|&term| self.is_new(said, term) && is_noun(&word(term)) && self.heads(tie, [term, term]))
            .take(2)
            .collect();
        let &[first, second] = nouns.as_slice() else { return None };
        if self.meanings.closeness(first, second) < LEAST_CLOSENESS_OF_COMMON {
            return None;
        }
        let points =
            [first, second].map(|term| self.points(tie, &[term])).iter().map(|own| own.left + own.right).sum::<f32>();
        let told =
            (self.meanings.telling(self.vocabulary, first) * self.meanings.telling(self.vocabulary, second)).sqrt();
        let words = joined([word(first), word(second)])?;
        Some(Label { words, terms: vec![first, second], worth: COMMON_SHARE * told + POINTS_SHARE * points })
    }

    /// A noun of the left and one of the right that say one thing, or two things done.
    fn two_nouns(&self, tie: &Tie, said: &[String]) -> Option<Label> {
        let mut best: Option<Label> = None;
        for pair in self.meanings.close_pairs(self.vocabulary, tie.passages) {
            let terms = [pair.terms.left, pair.terms.right];
            let close = self.meanings.closeness(terms[0], terms[1]) >= LEAST_CLOSENESS_OF_TWO;
            if !close || !terms.iter().all(|&term| self.is_new(said, term)) || !self.heads(tie, terms) {
                continue;
            }
            let points =
                terms.map(|term| self.points(tie, &[term])).iter().map(|own| own.left + own.right).sum::<f32>();
            let worth = pair.said + POINTS_SHARE * points;
            let better = worth >= LEAST_SAID_OF_TWO && best.as_ref().is_none_or(|best| worth > best.worth);
            if let Some(words) =
                better.then(|| joined(terms.map(|term| fold(&self.vocabulary.terms[term].word)))).flatten()
            {
                best = Some(Label { words, terms: terms.to_vec(), worth });
            }
        }
        best
    }

    /// The phrase of either passage that names both best.
    fn phrase(&self, tie: &Tie, said: &[String]) -> Option<Label> {
        let mut best: Option<Label> = None;
        for side in Side::BOTH {
            let text = &self.sides.get(side).article.text;
            let other = &self.vocabulary.passages.get(side.other())[*tie.passages.get(side.other())].counts;
            let held = |term: usize| {
                let closeness = self.meanings.best_match(other, term);
                self.coverage.value(term) * ((closeness - NOT_CLOSE) / (1.0 - NOT_CLOSE)).max(0.0)
            };
            let fits = |terms: &[usize]| {
                let value: f32 = terms.iter().map(|&term| self.coverage.value(term)).sum();
                terms.len() > 1
                    && terms.iter().all(|&term| self.is_new(said, term))
                    && terms.iter().map(|&term| held(term)).sum::<f32>() >= LEAST_HELD * value
            };
            for phrase in phrases(text, self.vocabulary, side, *tie.passages.get(side), &fits) {
                let finish = finish(self.vocabulary, &phrase);
                let close = |term: usize, least: f32| self.meanings.best_match(other, term) >= least;
                let is_met = chief_term(&phrase).is_some_and(|term| close(term, 1.0))
                    || phrase.terms.iter().all(|&term| close(term, LEAST_CLOSENESS));
                let points = self.points(tie, &phrase.terms);
                if phrase.shape == Shape::Noun
                    || finish < LEAST_FINISH
                    || !is_met
                    || *points.get(side.other()) < LEAST_POINTING
                {
                    continue;
                }
                let value: f32 = phrase.terms.iter().map(|&term| self.coverage.value(term)).sum();
                let share = phrase.terms.iter().map(|&term| held(term)).sum::<f32>() / value.max(f32::EPSILON);
                let worth = PHRASE_POINTS_SHARE * (points.left + points.right) + share + FINISH_SHARE * finish;
                if best.as_ref().is_none_or(|best| worth > best.worth) {
                    best = Some(Label { words: phrase.words, terms: phrase.terms, worth });
                }
            }
        }
        best
    }

    /// Whether each of two words is what a noun phrase of its passage is about, or a verb: no half of a "dashboard camera".
    fn heads(&self, tie: &Tie, terms: [usize; 2]) -> bool {
        Side::BOTH.into_iter().zip(terms).all(|(side, term)| {
            let parts = lexicon::look_up(&fold(&self.vocabulary.terms[term].word)).map_or("", |entry| entry.parts);
            let text = &self.sides.get(side).article.text;
            let ends_in = |phrase: &Phrase| {
                matches!(phrase.shape, Shape::Noun | Shape::Compound) && phrase.terms.last() == Some(&term)
            };
            let has = |terms: &[usize]| terms.last() == Some(&term);
            !parts.starts_with('n')
                || phrases(text, self.vocabulary, side, *tie.passages.get(side), &has).iter().any(ends_in)
        })
    }

    /// How far words point to what sets either passage apart from the rest of its article.
    fn points(&self, tie: &Tie, terms: &[usize]) -> Sides<f32> {
        let direction = self.meanings.direction_of(terms);
        let says =
            |side: Side| direction.as_ref().map_or(0.0, |own| self.meanings.says(side, *tie.passages.get(side), own));
        Sides::new(says(Side::Left), says(Side::Right))
    }

    /// Whether a word is no name, no number and no mere circumstance, and stands in no label yet.
    fn is_new(&self, said: &[String], term: usize) -> bool {
        let term = &self.vocabulary.terms[term];
        let plain = |class: Class| !is(&term.family, class) && !is(&term.word, class);
        !term.is_name
            && !term.is_proper
            && !is_figure_word(&term.word)
            && plain(Class::Setting)
            && plain(Class::Vacuous)
            && plain(Class::Loose)
            && !said.contains(&term.family)
    }
}

/// The noun that a phrase is about: the last of a compound, the first of a complement, an action's object.
pub fn chief_term(phrase: &Phrase) -> Option<usize> {
    match phrase.shape {
        Shape::Complement | Shape::Clause => phrase.terms.first().copied(),
        _ => phrase.terms.last().copied(),
    }
}

/// "moths and insects", "wheezing and coughing": two nouns of one number, or two verbs one of which stands with -ing.
fn joined(words: [String; 2]) -> Option<String> {
    let parts = words.each_ref().map(|word| lexicon::look_up(word).map_or("", |entry| entry.parts));
    let actor = |word: &String| is(word, Class::Actor);
    if words.iter().any(actor) {
        return None;
    }
    if parts.iter().all(|parts| parts.starts_with('n')) {
        let [left, right] = &words;
        let (left, right) = match (is_plural(left), is_plural(right)) {
            (true, false) => (left.clone(), plural(right).unwrap_or_else(|| right.clone())),
            (false, true) => (plural(left).unwrap_or_else(|| left.clone()), right.clone()),
            _ => (left.clone(), right.clone()),
        };
        return Some(format!("{left} and {right}"));
    }
    let is_done = |word: &String| word.ends_with("ing");
    if parts.iter().all(|parts| parts.contains('v')) && words.iter().any(is_done) {
        let [left, right] = words.map(|word| if is_done(&word) { Some(word) } else { gerund(&word) });
        return Some(format!("{} and {}", left?, right?));
    }
    None
}

fn is_noun(word: &str) -> bool {
    lexicon::look_up(word).is_some_and(|entry| entry.parts.starts_with('n'))
}

/// The families of a label's words.
pub fn families(label: &str) -> Vec<String> {
    label.split([' ', '-']).map(|word| lexicon::family(&fold(word)).0).collect()
}
