//! Phrases of the articles that could name a theme: noun phrases, -ing phrases, clauses without their "be".

mod clauses;
mod noun_phrases;
mod objects;

use super::super::vocabulary::word_classes::{Class, is};
use super::super::vocabulary::{Passage, Vocabulary, Word, is_stop_word, lexicon};
use super::inflection::is_plural;
use super::parts::{Part, Tagged, tag};
use crate::model::Side;

/// The longest phrase, in words.
const MOST_WORDS: usize = 7;

/// A phrase as one article has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// Its words, ready to be a label but for the capital.
    pub words: String,
    /// The terms of its content words, in order of place.
    pub terms: Vec<usize>,
    /// How it is built.
    pub shape: Shape,
}

/// How a phrase is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// One noun: "deportation".
    Noun,
    /// A noun with what stands before it: "public safety".
    Compound,
    /// A noun with its complement: "fear of deportation", "trust between police and immigrants".
    Complement,
    /// Two joined by "and": "crime and disease".
    Joined,
    /// A verb and its object: "reporting crimes".
    Action,
    /// Somebody and how they stand: "victims afraid to come forward".
    Clause,
}

/// The phrases of a passage whose terms are wanted.
pub fn phrases(
    text: &str,
    vocabulary: &Vocabulary,
    side: Side,
    index: usize,
    wanted: &dyn Fn(&[usize]) -> bool,
) -> Vec<Phrase> {
    let Some(passage) = vocabulary.passages.get(side).get(index) else { return Vec::new() };
    let mut found = Vec::new();
    for run in runs(text, passage) {
        let tagged = tag(text, vocabulary, run);
        let maker = Maker { text, run, tagged: &tagged, wanted };
        for start in 0..run.len() {
            maker.from(start, &mut found);
        }
    }
    found
}

/// Stretches of words with nothing but spaces and hyphens between them.
fn runs<'a>(text: &str, passage: &'a Passage) -> Vec<&'a [Word]> {
    passage
        .words
        .chunk_by(|word, next| {
            let between = text.get(word.span.end..next.span.start).unwrap_or(".");
            word.sentence == next.sentence && between.chars().all(|letter| letter.is_whitespace() || letter == '-')
        })
        .collect()
}

/// Makes phrases of one run of words.
struct Maker<'a> {
    text: &'a str,
    run: &'a [Word],
    tagged: &'a [Tagged],
    wanted: &'a dyn Fn(&[usize]) -> bool,
}

impl Maker<'_> {
    /// The phrases that begin at a word.
    fn from(&self, start: usize, found: &mut Vec<Phrase>) {
        if matches!(self.tagged[start].part, Part::Verb | Part::Gerund) {
            self.actions(start, found);
        }
        if !self.opens(start) {
            return;
        }
        let end = self.noun_phrase_end(start);
        if end > start && !is(self.word(end - 1), Class::Vacuous) && !self.is_clause(start, end) {
            let shape = if end == start + 1 { Shape::Noun } else { Shape::Compound };
            self.add(start, end, shape, found, || Some(self.written(start, end)));
            if start == 0 || !self.inside(start - 1) || is(self.word(start - 1), Class::Pointing) {
                self.complements(start, end, found);
                self.joined(start, end, found);
                self.clauses(start, end, found);
            }
        }
    }

    /// The end of the longest noun phrase from a word; its own place where none begins there.
    fn noun_phrase_end(&self, start: usize) -> usize {
        let mut end = start;
        while end < self.run.len() && self.inside(end) {
            end += 1;
        }
        while end > start && !self.closes(end) {
            end -= 1;
        }
        end
    }

    /// Whether what looks like a noun phrase is somebody and a verb: "travellers fear".
    fn is_clause(&self, start: usize, end: usize) -> bool {
        let Some(before) = end.checked_sub(2).filter(|before| *before >= start) else { return false };
        let last = self.word(end - 1);
        let agrees = match self.part(before) {
            Some(Part::Noun) => is_plural(self.word(before)),
            Some(Part::Name) => last.ends_with('s'),
            _ => false,
        };
        agrees
            && self.part(end - 1) == Some(Part::Noun)
            && lexicon::look_up(last).is_some_and(|entry| entry.parts.contains('v'))
    }

    fn inside(&self, at: usize) -> bool {
        self.tagged.get(at).is_some_and(|tagged| {
            matches!(tagged.part, Part::Noun | Part::Name | Part::Adjective | Part::Participle | Part::Gerund)
        })
    }

    /// Whether a noun phrase may begin at a word: not behind a hyphen, not within a name.
    fn opens(&self, at: usize) -> bool {
        let within_name = || {
            self.part(at) == Some(Part::Name)
                && at > 0
                && self.run[at - 1].span.of(self.text).starts_with(char::is_uppercase)
        };
        self.inside(at)
            && self.part(at) != Some(Part::Gerund)
            && self.run[at].term.is_some()
            && !is_stop_word(self.word(at))
            && !is(self.word(at), Class::Pointing)
            && !is(self.word(at), Class::Loose)
            && !self.text[..self.run[at].span.start].ends_with(['-', '‐', '‑', '.', '@', '/'])
            && !within_name()
    }

    fn closes(&self, end: usize) -> bool {
        end.checked_sub(1).is_some_and(|last| {
            matches!(self.tagged[last].part, Part::Noun | Part::Name)
                && self.run[last].term.is_some()
                && !self.text[self.run[last].span.end..].starts_with(['-', '’', '\''])
        })
    }

    fn part(&self, at: usize) -> Option<Part> {
        self.tagged.get(at).map(|tagged| tagged.part)
    }

    /// The word at a place in small letters; empty beyond the end.
    fn word(&self, at: usize) -> &str {
        self.tagged.get(at).map_or("", |tagged| tagged.word.as_str())
    }

    fn is_plural(&self, end: usize) -> bool {
        end.checked_sub(1).is_some_and(|last| is_plural(self.word(last)))
    }

    /// The words as they stand, one space between them; a capital that only begins the sentence is taken back.
    fn written(&self, start: usize, end: usize) -> String {
        let span = self.run[start].span.cover(self.run[end - 1].span);
        let words = tidy(span.of(self.text));
        if start > 0 || self.tagged[0].part == Part::Name || words.chars().nth(1).is_some_and(char::is_uppercase) {
            return words;
        }
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    }

    /// Adds the phrase of the words `start..end`, where its terms are wanted and it is not too long.
    fn add(
        &self,
        start: usize,
        end: usize,
        shape: Shape,
        found: &mut Vec<Phrase>,
        words: impl FnOnce() -> Option<String>,
    ) {
        let terms: Vec<usize> = self.run[start..end].iter().filter_map(|word| word.term).collect();
        if terms.is_empty() || !(self.wanted)(&terms) {
            return;
        }
        if let Some(words) = words()
            && words.split(' ').count() <= MOST_WORDS
        {
            found.push(Phrase { words, terms, shape });
        }
    }
}

/// One space between words, no possessive at the end, no invisible characters.
fn tidy(words: &str) -> String {
    let mut tidied = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for ending in ["’s", "'s", "’", "'"] {
        if let Some(rest) = tidied.strip_suffix(ending) {
            tidied.truncate(rest.len());
        }
    }
    tidied.replace('\u{AD}', "")
}

#[cfg(test)]
mod tests;
