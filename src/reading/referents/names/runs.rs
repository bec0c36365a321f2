//! Capitalised runs taken apart: what opens the sentence, the title, the person, the body.

use super::people::self_particle;
use super::{Finder, Name};
use crate::model::SourceKind;
use crate::reading::lexicon::{self as verbs, Form};
use crate::reading::referents::lexicon::{Meaning, lexicon};
use crate::reading::referents::words::Shape;

impl Finder<'_, '_> {
    /// Takes a run of capitals with its connectors apart.
    pub(super) fn run(&mut self, first: usize, end: usize) {
        let first = self.skip_opening(first, end);
        if first >= end {
            return;
        }
        if let Some((_, means)) = self.phrase(first, end).filter(|(length, _)| first + length == end) {
            return self.add_phrase(first, end, means);
        }
        if let Some((office, after)) = self.office(first, end).filter(|_| self.body_before_person(first, end).is_none())
        {
            let (title, rest) = (self.title_start(first, office), after);
            if title > first {
                self.plain(first, title);
            }
            if rest < end {
                self.person(rest, end, Some((title, rest)));
            }
            return;
        }
        self.plain(first, end);
    }

    /// Past the words at the start that only open a sentence, and past "The".
    pub(super) fn skip_opening(&self, first: usize, end: usize) -> usize {
        let mut at = first;
        while at < end {
            let word = &self.words[at];
            let listed = self.phrase(at, end).is_some_and(|(length, _)| length > 1);
            let drops = match word.folded.as_str() {
                "the" | "a" | "an" => true,
                _ if listed => false,
                folded if word.opens && folded.ends_with("ing") && lexicon().is_common(folded) && at + 1 < end => true,
                "new" | "old" | "great" | "united" | "little" if at + 1 < end && !word.opens => false,
                folded if word.opens => lexicon().is_function(folded) || self.opens_plainly(at, end),
                folded => at == first && lexicon().is_function(folded) && at + 1 < end && !self.is_body(at, end),
            };
            if !drops {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a plain word opens the sentence before a name that stands by itself: "Critics Trump".
    pub(super) fn opens_plainly(&self, at: usize, end: usize) -> bool {
        let word = &self.words[at];
        let plain = lexicon().is_common(&word.folded) && word.shape == Shape::Capital && !word.possessive;
        if !plain || at + 1 >= end || self.is_body(at, end) || lexicon().office(&word.folded).is_some() {
            return false;
        }
        if lexicon().is_given(&word.folded) && !lexicon().is_function(&word.folded) {
            return false;
        }
        let next = &self.words[at + 1];
        lexicon().is_given(&next.folded) || self.phrase(at + 1, end).is_some() || !lexicon().is_common(&next.folded)
    }

    /// Whether the run ends in a word that tells a body or the like: "Planned Housing Office".
    pub(super) fn is_body(&self, first: usize, end: usize) -> bool {
        let head = self.head_word(first, end);
        lexicon().head(&self.words[head].folded).is_some_and(|kind| kind != SourceKind::Place) && head > first
    }

    /// The word that tells what the run is: the last before its first connector, numbers aside.
    pub(super) fn head_word(&self, first: usize, end: usize) -> usize {
        let connector = (first..end).find(|&at| !self.words[at].is_capital() && self.words[at].shape != Shape::Number);
        let joint = connector.filter(|&at| matches!(self.words[at].folded.as_str(), "of" | "for" | "on" | "to" | "at"));
        let mut last = joint.unwrap_or(end).max(first + 1) - 1;
        while last > first && (self.words[last].shape == Shape::Number || is_roman(self.words[last].text)) {
            last -= 1;
        }
        last
    }

    pub(super) fn joined(&self, first: usize, end: usize) -> String {
        let words: Vec<&str> = self.words[first..end].iter().map(|word| word.folded.as_str()).collect();
        words.join(" ")
    }

    /// Adds a run without an office.
    pub(super) fn plain(&mut self, first: usize, end: usize) {
        let (mut first, mut end) = (first, end);
        while first < end && !self.words[first].is_capital() && !self.is_particle_at(first) {
            first += 1;
        }
        while end > first && !self.words[end - 1].is_capital() && self.words[end - 1].shape != Shape::Number {
            end -= 1;
        }
        if first >= end {
            return;
        }
        if let Some((_, means)) = self.phrase(first, end).filter(|(length, _)| first + length == end) {
            return self.add_phrase(first, end, means);
        }
        if end - first == 1 {
            return self.single(first);
        }
        if let Some(verb) = self.headline_verb(first, end) {
            self.plain(first, verb);
            return self.plain(verb + 1, end);
        }
        let head_at = self.head_word(first, end);
        let head = lexicon().head(&self.words[head_at].folded).filter(|_| head_at > first || head_at + 1 < end);
        let known = self.known_behind(first, end);
        if self.is_person(first, end, head) && known.is_none() {
            return self.person(first, end, None);
        }
        if let Some(split) = self.person_behind_body(first, end) {
            self.plain(first, split);
            return self.person(split, end, None);
        }
        if (first..end).any(|at| matches!(self.words[at].folded.as_str(), "v." | "vs.")) {
            return self.names.push(Name::new(first, end, Some(SourceKind::Law)));
        }
        let fellowship = matches!(self.words[head_at].folded.as_str(), "order" | "house") && head_at + 1 < end;
        let fellowship = fellowship && self.words[head_at + 1].is("of");
        if let Some(kind) = head.map(|kind| if fellowship { SourceKind::Organisation } else { kind }) {
            let mut name = Name::new(first, end, Some(kind));
            let plain = (first..end).all(|at| lexicon().is_common(&self.words[at].folded));
            let led_in = first > 0 && matches!(self.words[first - 1].folded.as_str(), "in" | "at" | "near" | "from");
            name.weak = kind == SourceKind::Place && plain && !led_in;
            self.names.push(name);
            return;
        }
        self.mixed(first, end);
    }

    /// "Ada Holm Slams Piet Orr": the verb behind a person's name, with a capital as headlines have.
    fn headline_verb(&self, first: usize, end: usize) -> Option<usize> {
        let verb = |at: usize| {
            let word = &self.words[at];
            let form = verbs::entry(&word.folded).cue.map(|cue| cue.form);
            matches!(form, Some(Form::Present | Form::Past)) && !lexicon().is_surname(&word.folded)
        };
        (first + 2..end).find(|&at| verb(at) && self.is_person(first, at, None))
    }

    /// A run that neither a head word nor a given name explains.
    pub(super) fn mixed(&mut self, first: usize, end: usize) {
        if let Some(split) = self.known_behind(first, end) {
            self.plain(first, split);
            return self.plain(split, end);
        }
        if self.words[first].is("radio") && end - first <= 3 {
            return self.names.push(Name::new(first, end, Some(SourceKind::Publication)));
        }
        if let Some(people) = (first..end).find(|&at| lexicon().is_people(self.words[at].text)) {
            self.plain(first, people);
            return self.plain(people + 1, end);
        }
        if let Some((length, means)) = self.phrase(first, end) {
            let team = end - first - length == 1 && means == Meaning::Place;
            if team {
                return self.names.push(Name::new(first, end, Some(SourceKind::Organisation)));
            }
            self.add_phrase(first, first + length, means);
            return self.plain(first + length, end);
        }
        let slice = &self.words[first..end];
        let unknown = slice
            .iter()
            .all(|word| word.shape != Shape::Upper && !lexicon().is_common(&word.folded) || self_particle(word));
        if unknown && end - first <= 3 && slice.iter().all(|word| word.shape != Shape::Number) {
            return self.person(first, end, None);
        }
        let mut name = Name::new(first, end, None);
        name.weak = slice.iter().all(|word| lexicon().is_common(&word.folded) || word.shape == Shape::Number);
        self.names.push(name);
    }
}

pub(super) fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.len() <= 5 && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}
