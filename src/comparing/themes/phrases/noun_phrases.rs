//! Nouns with their complements, and two joined by "and".

use super::super::super::vocabulary::word_classes::{Class, is, takes};
use super::super::parts::Part;
use super::{MOST_WORDS, Maker, Phrase, Shape};

impl Maker<'_> {
    /// The noun phrase `start..end` with the complement that follows it: "fear of deportation".
    pub(super) fn complements(&self, start: usize, end: usize, found: &mut Vec<Phrase>) {
        let preposition = self.word(end);
        let is_preposition = matches!(self.part(end), Some(Part::Preposition | Part::To));
        if !is_preposition || !(preposition == "of" || takes(self.word(end - 1), preposition)) {
            return;
        }
        // "take care of", "make use of": the noun is a part of the verb.
        let in_verb = start > 0 && is(self.word(start - 1), Class::Light);
        if in_verb || self.part(end - 1) == Some(Part::Name) {
            return;
        }
        let Some(first) = self.object(end + 1) else { return };
        let second = if self.part(first.end) == Some(Part::And) { self.object(first.end + 1) } else { None };
        if preposition != "between" && first.end - start <= MOST_WORDS && !self.goes_on(first.end) {
            self.add(start, first.end, Shape::Complement, found, || {
                Some(format!("{} {preposition} {}", self.written(start, end), first.words))
            });
        }
        if let Some(second) = second.filter(|second| second.is_plural == first.is_plural) {
            self.add(start, second.end, Shape::Complement, found, || {
                Some(format!("{} {preposition} {} and {}", self.written(start, end), first.words, second.words))
            });
        }
    }

    /// Two noun phrases of one kind joined by "and", neither of them a part of something longer.
    pub(super) fn joined(&self, start: usize, end: usize, found: &mut Vec<Phrase>) {
        let cut = start > 0 && self.part(start - 1) == Some(Part::Preposition) && !self.is_plural(end);
        if cut || self.part(end) != Some(Part::And) {
            return;
        }
        let Some(second) = self.object(end + 1) else { return };
        let goes_on = matches!(self.part(second.end), Some(Part::Preposition | Part::To | Part::And));
        let names = [end - 1, second.end - 1].iter().any(|&at| self.part(at) == Some(Part::Name));
        if !goes_on && !names && !second.words.starts_with("the ") && second.is_plural == self.is_plural(end) {
            self.add(start, second.end, Shape::Joined, found, || {
                Some(format!("{} and {}", self.written(start, end), second.words))
            });
        }
    }
}
