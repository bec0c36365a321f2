//! Whether a run is a person's name, and where it begins behind a body's.

use super::{Finder, Name};
use crate::model::SourceKind;
use crate::reading::referents::lexicon::{Guard, PlaceKind, lexicon};
use crate::reading::referents::person_names::{PARTICLES, PersonName, SUFFIXES};
use crate::reading::referents::words::{Shape, Word};

impl Finder<'_, '_> {
    /// Adds the words as a person's name.
    pub(super) fn person(&mut self, first: usize, end: usize, title: Option<(usize, usize)>) {
        let mut end = end;
        while end > first + 1 && !self.words[end - 1].is_capital() {
            end -= 1;
        }
        if end - first > 5 || !self.words[end - 1].is_capital() {
            return self.plain(first, end);
        }
        let single_weak = end - first == 1 && self.words[first].opens && title.is_none();
        let mut name = Name::new(first, end, Some(SourceKind::Person));
        name.person = Some(PersonName::of(self.words[first..end].iter().map(|word| word.text)));
        name.title = title;
        name.weak = single_weak && lexicon().is_common(&self.words[first].folded);
        self.names.push(name);
    }

    pub(super) fn body_before_person(&self, first: usize, end: usize) -> Option<usize> {
        let split = self.person_behind_body(first, end)?;
        (lexicon().office(&self.words[split - 1].folded).is_none()).then_some(split)
    }

    /// Where a person's name begins right behind a body's: "Cardwell Institute Ana Ruiz".
    pub(super) fn person_behind_body(&self, first: usize, end: usize) -> Option<usize> {
        let body = |at: usize| lexicon().head(&self.words[at].folded).is_some_and(|kind| kind != SourceKind::Place);
        let split = (first + 1..end.saturating_sub(1)).find(|&at| body(at - 1) && self.is_person(at, end, None))?;
        let opener = &self.words[split];
        let sure = opener.shape == Shape::Initial || !lexicon().is_common(&opener.folded);
        (sure && lexicon().head(&self.words[end - 1].folded).is_none()).then_some(split)
    }

    /// Whether the run reads as given name and surname.
    pub(super) fn is_person(&self, first: usize, end: usize, head: Option<SourceKind>) -> bool {
        let slice = &self.words[first..end];
        let numbered = slice.iter().any(|word| matches!(word.shape, Shape::Number | Shape::Reference));
        let last = slice.iter().rev().find(|word| !SUFFIXES.contains(&word.folded.trim_end_matches('.')));
        let Some(last) = last.filter(|_| !numbered && slice.len() <= 5) else { return false };
        let joined = slice.iter().all(|word| word.is_capital() || self_particle(word) || word.shape == Shape::Mark);
        let opener = &slice[0];
        let initial =
            matches!(opener.shape, Shape::Initial | Shape::Dotted) && lexicon().place(&opener.folded).is_none();
        let given = lexicon().is_given(&opener.folded);
        if !joined || !(given || initial) || opener.possessive || lexicon().is_function(&last.folded) {
            return false;
        }
        let surname = lexicon().is_surname(&last.folded);
        let plain = lexicon().is_common(&last.folded);
        let place = lexicon().place(&opener.folded);
        match head {
            Some(SourceKind::Organisation) => {
                // "Bill Banks" may be one, "Stephen Church" too; "Martin Luther King Hospital" not.
                slice.len() == 2 && surname && place.is_none() && lexicon().guard(&last.folded) != Some(Guard::Surname)
            }
            Some(SourceKind::Place) if lexicon().guard(&last.folded) != Some(Guard::Surname) => false,
            Some(_) => surname && place.is_none() && slice.len() <= 3,
            None if place == Some(PlaceKind::City) => surname,
            None if place.is_some() => surname && !plain,
            None => {
                let certain = !plain || surname || !opener.opens || !lexicon().is_common(&opener.folded);
                certain && last.shape != Shape::Upper
            }
        }
    }
}

pub(super) fn self_particle(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower && PARTICLES.contains(&word.folded.as_str())
}
