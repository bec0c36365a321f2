//! A noun phrase in the place of an object or a complement, where English wants a determiner or a plural.

use super::super::super::vocabulary::word_classes::{Class, is, takes};
use super::super::inflection::{is_plural, plural};
use super::super::parts::Part;
use super::Maker;

/// Endings of nouns that stand without a determiner in the singular.
const ABSTRACT_ENDINGS: [&str; 13] =
    ["tion", "sion", "ment", "ity", "ness", "ship", "ance", "ence", "cy", "ism", "ing", "ety", "age"];

/// An object as a label has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Object {
    /// Its words.
    pub words: String,
    /// One past its last word in the run.
    pub end: usize,
    /// Whether its head is in the plural.
    pub is_plural: bool,
}

impl Maker<'_> {
    /// The object that begins at a word, a determiner before it dropped or kept as English wants it.
    pub(super) fn object(&self, at: usize) -> Option<Object> {
        let has_determiner = self.part(at) == Some(Part::Determiner);
        let mut from = at + usize::from(has_determiner);
        while self.inside(from) && is(self.word(from), Class::Pointing) {
            from += 1;
        }
        if from >= self.run.len() || !self.opens(from) {
            return None;
        }
        let end = self.noun_phrase_end(from);
        if end <= from || is(self.word(end - 1), Class::Vacuous) {
            return None;
        }
        // "seeking police or medical services": the noun belongs to what follows.
        let alone = end == from + 1;
        if alone && (self.shares_a_noun(end) || names_nobody(self.word(from))) {
            return None;
        }
        let determiner = if has_determiner { self.word(at) } else { "" };
        let words = self.determined(determiner, from, end)?;
        let is_plural = is_plural(words.rsplit(' ').next().unwrap_or_default());
        Some(Object { words, end, is_plural })
    }

    /// Whether what follows goes on with another modifier: "police or medical services", "state and local priorities".
    fn shares_a_noun(&self, end: usize) -> bool {
        let joined = matches!(self.word(end), "or" | "and" | "nor");
        joined && (self.word(end) == "or" || self.part(end + 1) == Some(Part::Adjective))
    }

    /// Whether the head of an object that ends there has a complement of its own: "interest in the fight against …".
    pub(super) fn goes_on(&self, end: usize) -> bool {
        self.word(end) == "of" || end.checked_sub(1).is_some_and(|head| takes(self.word(head), self.word(end)))
    }

    fn determined(&self, determiner: &str, from: usize, end: usize) -> Option<String> {
        let words = self.written(from, end);
        let head = self.word(end - 1);
        let name = self.part(end - 1) == Some(Part::Name);
        let bare =
            is_plural(head) || !is(head, Class::Actor) && ABSTRACT_ENDINGS.iter().any(|ending| head.ends_with(ending));
        match determiner {
            "" => Some(words),
            "no" | "few" | "less" | "fewer" | "neither" | "this" | "these" | "those" | "such" => None,
            "the" if name || !is_plural(head) => Some(format!("the {words}")),
            _ if bare && !name => Some(words),
            "a" | "an" | "each" | "every" | "another" | "one" => {
                let many = plural(head)?;
                let stem = words.len().checked_sub(head.len()).and_then(|length| words.get(..length))?;
                Some(format!("{stem}{many}"))
            }
            _ => None,
        }
    }
}

/// Words for anybody.
fn names_nobody(word: &str) -> bool {
    matches!(
        word,
        "people" | "person" | "persons" | "individual" | "individuals" | "man" | "men" | "somebody" | "others"
    )
}
