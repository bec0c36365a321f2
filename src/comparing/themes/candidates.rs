//! The phrases of both articles that may name a theme, each with how often it stands.

use std::collections::HashMap;

use super::super::Read;
use super::super::vocabulary::word_classes::{Class, is};
use super::super::vocabulary::{Vocabulary, fold};
use super::inflection::is_plural;
use super::phrases::{Phrase, Shape, phrases};
use crate::model::{Side, Sides};

/// How many of a phrase's wordings are looked at for the best one.
const MOST_WORDINGS: usize = 12;

/// A phrase, with how often it stands in the articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The best finished of all that have these terms.
    pub phrase: Phrase,
    /// Sorted, each once.
    pub terms: Vec<usize>,
    /// In how many places.
    pub times: Sides<usize>,
    /// How well its best wording is built.
    pub finish: f32,
}

/// All phrases whose words the articles come back to, in order of first appearance.
pub fn candidates(sides: Sides<Read<'_>>, vocabulary: &Vocabulary) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut by_terms: HashMap<Vec<usize>, usize> = HashMap::new();
    let wanted = |terms: &[usize]| comes_back(vocabulary, terms);
    for side in Side::BOTH {
        let text = &sides.get(side).article.text;
        for passage in 0..vocabulary.passages.get(side).len() {
            for phrase in phrases(text, vocabulary, side, passage, &wanted) {
                note(vocabulary, phrase, side, &mut found, &mut by_terms);
            }
        }
    }
    found
}

fn note(
    vocabulary: &Vocabulary,
    phrase: Phrase,
    side: Side,
    found: &mut Vec<Candidate>,
    by_terms: &mut HashMap<Vec<usize>, usize>,
) {
    let terms = term_set(&phrase);
    if let Some(&index) = by_terms.get(&terms) {
        let candidate = &mut found[index];
        *candidate.times.get_mut(side) += 1;
        if candidate.times.left + candidate.times.right <= MOST_WORDINGS {
            let finish = finish(vocabulary, &phrase);
            if finish > candidate.finish {
                candidate.phrase = phrase;
                candidate.finish = finish;
            }
        }
        return;
    }
    by_terms.insert(terms.clone(), found.len());
    let mut times = Sides::default();
    *times.get_mut(side) = 1;
    let finish = finish(vocabulary, &phrase);
    found.push(Candidate { phrase, terms, times, finish });
}

/// Whether more than one passage has the terms, but for one of them.
fn comes_back(vocabulary: &Vocabulary, terms: &[usize]) -> bool {
    let once = |&&term: &&usize| {
        let passages = vocabulary.terms[term].passages;
        passages.left + passages.right < 2
    };
    let once = terms.iter().filter(once).count();
    once == 0 || (once == 1 && terms.len() > 2)
}

fn term_set(phrase: &Phrase) -> Vec<usize> {
    let mut terms = phrase.terms.clone();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// How well a phrase is built and worded, whatever it says: about -1 to 0.6.
pub fn finish(vocabulary: &Vocabulary, phrase: &Phrase) -> f32 {
    let words: Vec<String> = phrase.words.split(' ').map(fold).collect();
    let plain =
        phrase.terms.iter().filter(|&&term| words.iter().any(|word| is_form_of(word, &vocabulary.terms[term].family)));
    let share = plain.count() as f32 / phrase.terms.len().max(1) as f32;
    let ends_in_plural = words.last().is_some_and(|word| is_plural(word));
    let capitals = phrase.words.split([' ', '-']).filter(|word| word.starts_with(char::is_uppercase)).count() as f32;
    let possessive = if phrase.words.contains(['’', '\'']) { 0.8 } else { 0.0 };
    let articles = words.iter().filter(|word| *word == "the").count() as f32;
    length_worth(words.len()) + shape_worth(phrase, &words) + 0.15 * share + if ends_in_plural { 0.06 } else { 0.0 }
        - 0.2 * capitals
        - 0.12 * articles
        - possessive
}

fn length_worth(words: usize) -> f32 {
    match words {
        1 => 0.0,
        2 => 0.1,
        3 => 0.16,
        4 => 0.12,
        5 => 0.04,
        6 => -0.06,
        _ => -0.25,
    }
}

/// What a phrase loses that names only who acts, what is merely there, or something without what it is of.
const EMPTY_COST: f32 = 0.8;
/// A compound, or a verb and its object, of so many words is a heap of them.
const HEAP: usize = 4;
const HEAP_COST: f32 = 0.3;

/// What is said before who is spoken of: a noun for people in charge names no theme.
fn shape_worth(phrase: &Phrase, words: &[String]) -> f32 {
    let Some(last) = words.last() else { return 0.0 };
    let actor = is(last, Class::Actor);
    let first_is = |class: Class| words.first().is_some_and(|word| is(word, class));
    let first_joined = || words.iter().position(|word| word == "and").and_then(|and| words.get(and.checked_sub(1)?));
    let empty = if is_empty(phrase.shape, words) { EMPTY_COST } else { 0.0 };
    let heaps = matches!(phrase.shape, Shape::Compound | Shape::Action) && !words.iter().any(|word| word == "of");
    let heap = if heaps && words.len() >= HEAP { HEAP_COST } else { 0.0 };
    let worth = match phrase.shape {
        Shape::Noun if actor => -1.0,
        Shape::Noun => -0.5,
        Shape::Compound if actor => -0.42,
        Shape::Compound => 0.14,
        Shape::Complement if first_is(Class::Actor) => -0.5,
        Shape::Complement => 0.16,
        Shape::Joined if actor || first_joined().is_some_and(|word| is(word, Class::Actor)) => -1.0,
        Shape::Joined => 0.1,
        Shape::Action => 0.12,
        Shape::Clause => 0.4,
    };
    worth - empty - heap
}

/// Whether words leave open what they are about: "federal officials", "law enforcement", "strong relationships", "door of the
/// library", "protecting residents".
fn is_empty(shape: Shape, words: &[String]) -> bool {
    let [before @ .., head] = words else { return true };
    let only_places = |word: &String| {
        [Class::Belonging, Class::Pointing, Class::Actor, Class::Broad].into_iter().any(|class| is(word, class))
    };
    let anybody = |word: &String| is(word, Class::Person);
    match shape {
        Shape::Compound => {
            let body = words.windows(2).position(|pair| is(&pair.join("-"), Class::Body));
            let is_body = body.is_some_and(|at| at + 2 == words.len() || is(head, Class::Actor));
            let says_little = is(head, Class::Actor) || is(head, Class::Broad);
            is_body
                || is(head, Class::Setting)
                || words.windows(2).any(|pair| anybody(&pair[0]) && !pair[1].ends_with("ing"))
                || anybody(head)
                || says_little && before.iter().all(only_places)
        }
        Shape::Complement => before.first().is_some_and(|first| {
            [Class::Actor, Class::Setting, Class::Loose].into_iter().any(|class| is(first, class))
        }),
        Shape::Action => {
            let modifiers = before.get(1..).unwrap_or_default();
            let says_little = is(head, Class::Actor) || is(head, Class::Broad);
            is(head, Class::Setting) || says_little && modifiers.iter().all(|word| word == "the" || only_places(word))
        }
        Shape::Noun | Shape::Joined | Shape::Clause => false,
    }
}

/// Whether a word is a family's own word, or its plural.
fn is_form_of(word: &str, family: &str) -> bool {
    word == family
        || word.strip_suffix('s').is_some_and(|stem| stem == family || stem.strip_suffix('e') == Some(family))
        || word.strip_suffix("ies").is_some_and(|stem| family.strip_suffix('y') == Some(stem))
}
