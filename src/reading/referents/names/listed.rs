//! Names that the lists know, and whether they are meant where they stand.

use super::{Finder, Name};
use crate::model::SourceKind;
use crate::reading::referents::lexicon::{Guard, Meaning, lexicon};
use crate::reading::referents::words::{Shape, Word};

impl Finder<'_, '_> {
    /// Whether a listed phrase that begins here could not be found as a run of capitals.
    pub(super) fn is_odd_phrase(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.folded == "al" || word.folded == "al-qaeda" || word.is("bureau") || !word.is_capital()
    }

    /// The longest listed phrase at `at`, and how many words it takes.
    pub(super) fn phrase(&self, at: usize, end: usize) -> Option<(usize, Meaning)> {
        let matches = |words: &[String]| {
            let fits = at + words.len() <= end
                && words.iter().zip(&self.words[at..]).all(|(word, found)| same_word(word, &found.folded));
            fits && self.words[at..at + words.len() - 1].iter().all(|word| !word.possessive)
        };
        let word = &self.words[at];
        let key = if word.shape == Shape::Dotted { word.folded.replace('.', "") } else { word.folded.clone() };
        let listed = lexicon().phrases(&word.folded);
        let listed = if listed.is_empty() { lexicon().phrases(&key) } else { listed };
        let found = listed.iter().find(|phrase| matches(&phrase.words))?;
        let capital = self.words[at..at + found.words.len()].iter().any(Word::is_capital);
        (capital && self.is_meant(at, found.words.len(), found.means)).then_some((found.words.len(), found.means))
    }

    /// Whether a listed name of one plain word is meant here: "Time", "the Nation", but not "Time flies".
    pub(super) fn is_meant(&self, at: usize, length: usize, means: Meaning) -> bool {
        let word = &self.words[at];
        if length > 1 {
            return true;
        }
        let plain = lexicon().is_common(&word.folded);
        let short = word.text.chars().filter(|c| c.is_alphabetic()).count() <= 4;
        let acronym = lexicon().known_acronym(&word.folded);
        if (acronym || (means == Meaning::Place && short)) && plain {
            return word.shape == Shape::Upper && acronym;
        }
        if acronym && !matches!(word.shape, Shape::Upper | Shape::Dotted | Shape::Mixed) {
            return false;
        }
        let article = at.checked_sub(1).is_some_and(|before| self.words[before].is("the"));
        !plain
            || !word.opens
            || lexicon().guard(&word.folded) == Some(Guard::Named)
            || (article && means != Meaning::Place)
    }

    pub(super) fn add_phrase(&mut self, first: usize, end: usize, means: Meaning) {
        if means == Meaning::Place && self.is_state_of_city(first, end) {
            return;
        }
        let mut name = Name::new(first, end, Some(SourceKind::Place));
        if let Meaning::Known(index) = means {
            name.known = Some(index);
            name.kind = lexicon().known(index).map(|known| known.kind);
        }
        self.names.push(name);
    }

    /// Whether the words are the state behind a city: "Newport, R.I."
    pub(super) fn is_state_of_city(&self, first: usize, end: usize) -> bool {
        let abbreviated =
            end - first == 1 && (self.words[first].text.ends_with('.') || self.words[first].shape == Shape::Upper);
        let behind_city = first >= 2
            && matches!(self.words[first - 1].text, "," | "(")
            && self.names.last().is_some_and(|last| last.end == first - 1 && last.kind == Some(SourceKind::Place));
        abbreviated && behind_city
    }

    /// Where a known body begins behind a name that is no place: "Ruiz White House".
    pub(super) fn known_behind(&self, first: usize, end: usize) -> Option<usize> {
        let split = (first + 1..end).find(|&at| {
            self.phrase(at, end)
                .is_some_and(|(length, means)| at + length == end && length > 1 && matches!(means, Meaning::Known(_)))
        })?;
        let place = lexicon().place(&self.joined(first, split)).is_some() || self.phrase(first, split).is_some();
        (!place).then_some(split)
    }
}

/// Whether a listed word and a word of the text are the same, dots and "the" aside.
pub(super) fn same_word(listed: &str, found: &str) -> bool {
    listed == found
        || (listed.contains('.') || found.contains('.')) && listed.replace('.', "") == found.replace('.', "")
}
