//! Single capitalised words.

use super::{Finder, Name};
use crate::model::SourceKind;
use crate::reading::referents::lexicon::{Guard, PlaceKind, lexicon};
use crate::reading::referents::person_names::PersonName;
use crate::reading::referents::words::Shape;

impl Finder<'_, '_> {
    /// Whether the word is part of an address or a handle: "@anaruiz", "#vote", "example.org/page".
    pub(super) fn is_address(&self, at: usize) -> bool {
        let word = &self.words[at];
        let before = at > 0 && word.glued && matches!(self.words[at - 1].text, "@" | "#" | "/" | "_" | "=");
        let behind = self.words.get(at + 1).is_some_and(|next| next.glued && matches!(next.text, "/" | "@" | "_"));
        before || behind
    }

    /// Adds one capitalised word.
    pub(super) fn single(&mut self, at: usize) {
        let word = &self.words[at];
        if let Some((1, means)) = self.phrase(at, at + 1) {
            return self.add_phrase(at, at + 1, means);
        }
        let folded = word.folded.trim_end_matches('.');
        let letters = word.text.chars().filter(|c| c.is_alphabetic()).count();
        let empty = letters < 2 || word.shape == Shape::Initial;
        if (empty && word.shape != Shape::Reference)
            || (lexicon().is_function(folded) && (word.opens || !lexicon().is_given(folded)))
            || lexicon().is_people(word.text)
            || lexicon().office(&word.folded).is_some()
            || lexicon().guard(folded) == Some(Guard::Date)
            || is_party_tag(word.text)
            || is_odd_compound(word.text)
            || self.is_address(at)
        {
            return;
        }
        let singular = folded.strip_suffix('s').filter(|_| word.opens);
        let plain = lexicon().is_common(folded) || singular.is_some_and(|word| lexicon().is_common(word));
        let called = at > 0 && self.words[at - 1].is("the") && !word.opens;
        if called && lexicon().head(folded) == Some(SourceKind::Publication) && !word.possessive {
            return self.names.push(Name::new(at, at + 1, Some(SourceKind::Publication)));
        }
        let mut name = Name::new(at, at + 1, None);
        match word.shape {
            Shape::Reference => name.kind = Some(SourceKind::Programme),
            Shape::Mixed if word.text.contains('.') => name.kind = Some(SourceKind::Publication),
            Shape::Upper | Shape::Dotted => {
                if lexicon().guard(folded) == Some(Guard::Nothing) || (plain && letters > 4) {
                    return;
                }
                // "TAPPER:" is shouted; "UNHCR" is short for something.
                let shouted = letters > 5 || lexicon().is_surname(folded) || lexicon().is_given(folded);
                name.kind = (!shouted).then_some(SourceKind::Organisation);
                name.person = shouted.then(|| PersonName::of([word.text]));
                name.weak = plain || shouted;
            }
            _ => {
                if lexicon().place(&word.folded) == Some(PlaceKind::State) && plain {
                    return;
                }
                if plain && lexicon().head(folded).is_some() && !lexicon().is_surname(folded) {
                    return;
                }
                name.weak = plain;
                name.person = Some(PersonName::of([word.text]));
            }
        }
        self.names.push(name);
    }
}

/// Words that only look like names: "Arkansas-based", "T-shirt", "PACs", words run together, people of a place.
pub(super) fn is_odd_compound(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lower =
        |part: &&str| part.starts_with(char::is_lowercase) || lexicon().is_people(part) || part.chars().count() == 1;
    let compound = parts.len() > 1 && parts.iter().any(lower);
    let plural_acronym =
        text.strip_suffix('s').is_some_and(|rest| rest.len() > 1 && rest.chars().all(char::is_uppercase));
    let humps =
        text.chars().zip(text.chars().skip(1)).filter(|(one, next)| one.is_lowercase() && next.is_uppercase()).count();
    let stem = ["ns", "n", "rs"].iter().find_map(|ending| text.strip_suffix(ending));
    let demonym = stem.is_some_and(|stem| lexicon().place(&stem.to_lowercase()).is_some());
    compound || plural_acronym || humps >= 3 || demonym
}

/// Whether the word is a member's party and state: "D-Ohio", "R-Wis".
pub(super) fn is_party_tag(text: &str) -> bool {
    let mut parts = text.splitn(2, '-');
    let letter = parts.next().unwrap_or_default();
    matches!(letter, "D" | "R" | "I" | "L" | "DFL")
        && parts.next().is_some_and(|rest| rest.starts_with(char::is_uppercase))
}
