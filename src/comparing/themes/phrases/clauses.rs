//! Verbs with their objects, and clauses without their "be".

use super::super::super::vocabulary::lexicon;
use super::super::super::vocabulary::word_classes::{Class, is};
use super::super::inflection::gerund;
use super::super::parts::Part;
use super::{Maker, Phrase, Shape};

/// How many words may stand between somebody and how they stand: "may also be".
const MOST_BETWEEN: usize = 3;

impl Maker<'_> {
    /// A verb and its object, or a verb, a particle and its object: "reporting crimes".
    pub(super) fn actions(&self, start: usize, found: &mut Vec<Phrase>) {
        let says_little = is(self.word(start), Class::Light) || is(self.word(start), Class::Loose);
        if says_little || self.run[start].term.is_none() || !self.is_done(start) {
            return;
        }
        let particle = usize::from(is_particle(self.word(start + 1)));
        let Some(object) = self.object(start + 1 + particle) else { return };
        let whole = |words: String| (!self.goes_on(object.end)).then_some(words);
        self.add(start, object.end, Shape::Action, found, || {
            let verb = self.ing_form(start)?;
            let particle = if particle == 1 { format!("{} ", self.word(start + 1)) } else { String::new() };
            whole(format!("{verb} {particle}{}", object.words))
        });
        if particle == 0 && self.word(object.end) == "of" {
            let Some(complement) = self.object(object.end + 1) else { return };
            self.add(start, complement.end, Shape::Action, found, || {
                Some(format!("{} {} of {}", self.ing_form(start)?, object.words, complement.words))
            });
        }
    }

    /// Whether a verb is one in this place: not the half of a compound, not part of a name, and after what a verb may follow
    /// where the word is an adjective or a noun as often: "a close contest", "rank-and-file members".
    fn is_done(&self, at: usize) -> bool {
        let word = self.run[at];
        let half = self.text[..word.span.start].ends_with(['-', '‐', '‑']);
        let named = at > 0 && word.span.of(self.text).starts_with(char::is_uppercase);
        if half || named || self.part(at) == Some(Part::Gerund) {
            return !half && !named;
        }
        let Some(before) = at.checked_sub(1) else {
            return lexicon::look_up(self.word(at)).is_none_or(|entry| !entry.parts.contains('a'));
        };
        match self.part(before) {
            Some(Part::To | Part::Modal | Part::Pronoun | Part::Name | Part::And) => true,
            Some(Part::Determiner | Part::Preposition | Part::Adjective | Part::Participle | Part::Be) => false,
            _ => lexicon::look_up(self.word(at)).is_none_or(|entry| !entry.parts.contains('a')),
        }
    }

    fn ing_form(&self, at: usize) -> Option<String> {
        if self.part(at) == Some(Part::Gerund) { Some(self.word(at).to_owned()) } else { gerund(self.word(at)) }
    }

    /// The noun phrase `start..end` and how they stand: "victims afraid to come forward", the "are" left out.
    pub(super) fn clauses(&self, start: usize, end: usize, found: &mut Vec<Phrase>) {
        let mut at = end;
        while at < end + MOST_BETWEEN && self.is_between(at) {
            at += 1;
        }
        let graded = matches!(self.word(at), "more" | "less" | "too" | "most" | "very");
        let stands = at + usize::from(graded);
        if !is(self.word(stands), Class::Toward) {
            return;
        }
        let Some((to, rest)) = self.toward(stands + 1) else { return };
        let grade = if graded { format!("{} ", self.word(at)) } else { String::new() };
        self.add(start, to, Shape::Clause, found, || {
            Some(format!("{} {grade}{} {rest}", self.written(start, end), self.word(stands)))
        });
    }

    /// A form of "be", an auxiliary that denies nothing, or a small adverb.
    fn is_between(&self, at: usize) -> bool {
        match self.part(at) {
            Some(Part::Be) => true,
            Some(Part::Modal) => !self.word(at).contains("n't") && !matches!(self.word(at), "not" | "cannot"),
            _ => matches!(self.word(at), "also" | "often" | "still" | "already"),
        }
    }

    /// "to come forward", "to report crimes", "of contacting the police": where it ends, and its words.
    fn toward(&self, at: usize) -> Option<(usize, String)> {
        match self.word(at) {
            "to" => {
                let verb = self.word(at + 1);
                if !matches!(self.part(at + 1), Some(Part::Verb | Part::Noun)) {
                    return None;
                }
                let particle = is_particle(self.word(at + 2)) || self.word(at + 2) == "forward";
                let after = at + 2 + usize::from(particle);
                let verb = if particle { format!("{verb} {}", self.word(at + 2)) } else { verb.to_owned() };
                match self.object(after) {
                    Some(object) => Some((object.end, format!("to {verb} {}", object.words))),
                    None if particle || self.run[at + 1].term.is_some() => Some((after, format!("to {verb}"))),
                    None => None,
                }
            }
            "of" if self.part(at + 1) == Some(Part::Gerund) => {
                let object = self.object(at + 2)?;
                Some((object.end, format!("of {} {}", self.word(at + 1), object.words)))
            }
            "of" => self.object(at + 1).map(|object| (object.end, format!("of {}", object.words))),
            _ => None,
        }
    }
}

fn is_particle(word: &str) -> bool {
    matches!(word, "up" | "out" | "off" | "down" | "away" | "back" | "over")
}
