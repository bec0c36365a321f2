//! Names as they stand in the text: capitalised runs, taken apart into office, person, body, document, place.
//!
//! No model: a capital counts where not every word would have one; lists tell what the parts are.

mod listed;
mod people;
mod runs;
mod singles;
mod titles;

use super::connectors;
use super::lexicon::lexicon;
use super::person_names::{PARTICLES, PersonName};
use super::words::{Shape, Word};
use crate::model::{SourceKind, Span};

/// A name at one place of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Index of its first word.
    pub first: usize,
    /// One past the index of its last word.
    pub end: usize,
    /// What it is, as far as the words themselves tell.
    pub kind: Option<SourceKind>,
    /// Its parts, where it is or may be a person's.
    pub person: Option<PersonName>,
    /// The office words directly before it.
    pub title: Option<(usize, usize)>,
    /// Index of the known body.
    pub known: Option<usize>,
    /// Whether only another mention can prove that it is a name: a plain word at a sentence's start, a heading.
    pub weak: bool,
}

impl Name {
    fn new(first: usize, end: usize, kind: Option<SourceKind>) -> Self {
        Self { first, end, kind, person: None, title: None, known: None, weak: false }
    }

    /// Where it stands.
    pub fn span(&self, words: &[Word<'_>]) -> Span {
        Span::new(words[self.first].span.start, words[self.end - 1].span.end)
    }
}

/// All names, in order of place.
pub fn find(words: &[Word<'_>]) -> Vec<Name> {
    let mut finder = Finder { words, names: Vec::new() };
    let mut at = 0;
    while at < words.len() {
        let paragraph = words[at].paragraph;
        let end = at + words[at..].iter().take_while(|word| word.paragraph == paragraph).count();
        if is_title_case(&words[at..end]) {
            finder.heading(at, end);
        } else {
            finder.prose(at, end);
        }
        at = end;
    }
    finder.names
}

/// Whether a paragraph sets nearly all its longer words with a capital, as headings do.
fn is_title_case(words: &[Word<'_>]) -> bool {
    let prose = words.last().is_some_and(|last| matches!(last.text, "." | "?" | "!" | "”" | "\"" | ":" | ";" | ","));
    let long = words.iter().filter(|word| word.text.chars().count() >= 4 && word.shape != Shape::Mark);
    let (capital, all) = long.fold((0, 0), |(capital, all), word| (capital + usize::from(word.is_capital()), all + 1));
    let plain = words.iter().filter(|word| word.is_capital() && lexicon().is_common(&word.folded)).count();
    !prose && all >= 3 && words.len() < 40 && capital * 10 >= all * 7 && plain >= 3
}

struct Finder<'w, 'a> {
    words: &'w [Word<'a>],
    names: Vec<Name>,
}

impl Finder<'_, '_> {
    fn prose(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            if let Some((length, means)) = self.phrase(at, end).filter(|_| self.is_odd_phrase(at)) {
                self.add_phrase(at, at + length, means);
                at += length;
                continue;
            }
            let begins = self.words[at].is_capital() || self.is_particle(at, end);
            if !begins {
                at += 1;
                continue;
            }
            let next = connectors::run_end(self.words, at, end);
            self.run(at, next);
            at = next.max(at + 1);
        }
    }

    /// A heading: only what lists or other mentions prove.
    fn heading(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            if let Some((length, means)) = self.phrase(at, end) {
                self.add_phrase(at, at + length, means);
                at += length;
                continue;
            }
            let word = &self.words[at];
            if !word.is_capital() || lexicon().is_function(&word.folded) {
                at += 1;
                continue;
            }
            let length = self.heading_person(at, end).unwrap_or(1);
            self.single_or_person(at, at + length);
            if let Some(last) = self.names.last_mut().filter(|last| last.first == at) {
                last.weak = true;
            }
            at += length;
        }
    }

    fn heading_person(&self, at: usize, end: usize) -> Option<usize> {
        let word = &self.words[at];
        let given = lexicon().is_given(&word.folded) || word.shape == Shape::Initial;
        let mut length = 1;
        while at + length < end && self.words[at + length].shape == Shape::Initial {
            length += 1;
        }
        let next = self.words.get(at + length).filter(|_| at + length < end)?;
        let surname = next.is_capital() && !lexicon().is_common(&next.folded);
        (given && surname && !word.possessive).then_some(length + 1)
    }

    fn single_or_person(&mut self, first: usize, end: usize) {
        if end - first > 1 {
            self.person(first, end, None);
        } else {
            self.single(first);
        }
    }

    fn is_particle(&self, at: usize, end: usize) -> bool {
        let next = at + 1;
        PARTICLES.contains(&self.words[at].folded.as_str())
            && self.words[at].shape == Shape::Lower
            && next < end
            && self.words[next].is_capital()
            && !self.words[next].glued
            && (at == 0 || !self.words[at - 1].is_capital())
    }
}
