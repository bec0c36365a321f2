//! What is known of names before any text is read: the lists of `assets/lexicon`, each with its origin noted there.
//!
//! The lists are only ever asked, never walked, so their order plays no part in what is found.

mod entries;
mod loading;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

pub use entries::{Guard, Known, Meaning, Office, Phrase, PlaceKind, Sex};

use crate::model::SourceKind;

/// All lists.
pub struct Lexicon {
    common: HashSet<&'static str>,
    function: HashSet<&'static str>,
    given: HashMap<String, Option<Sex>>,
    surnames: HashSet<String>,
    formal: HashMap<String, Vec<String>>,
    places: HashMap<String, PlaceKind>,
    peoples: HashSet<&'static str>,
    offices: HashMap<&'static str, Office>,
    heads: HashMap<&'static str, SourceKind>,
    following: HashMap<&'static str, SourceKind>,
    known: Vec<Known>,
    phrases: HashMap<String, Vec<Phrase>>,
    acronyms: HashSet<String>,
    guards: HashMap<&'static str, Guard>,
    weak_offices: HashSet<&'static str>,
}

/// The lists, read once.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::load)
}

/// Lower case, with plain apostrophes: the form in which words are looked up.
pub fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
}

impl Lexicon {
    /// Whether the folded word is plain English, so that a capital at a sentence's start proves nothing.
    pub fn is_common(&self, word: &str) -> bool {
        let known = |word: &str| self.common.contains(word) || self.function.contains(word);
        known(word)
            || (word.contains('-')
                && word.split('-').all(|part| known(part) || matches!(part, "non" | "anti" | "pre" | "co")))
    }

    /// Whether the folded word opens sentences and names nothing: "however", "Monday".
    pub fn is_function(&self, word: &str) -> bool {
        self.function.contains(word)
    }

    /// Whether the folded word is a given name.
    pub fn is_given(&self, word: &str) -> bool {
        self.given.contains_key(word) || self.formal.contains_key(word)
    }

    /// Who bears the folded given name, where nearly only men or women do.
    pub fn sex_of(&self, given: &str) -> Option<Sex> {
        self.given.get(given).copied().flatten()
    }

    /// Whether the folded word is a frequent surname.
    pub fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }

    /// The formal names that the folded given name is short for.
    pub fn formal_names(&self, given: &str) -> &[String] {
        self.formal.get(given).map_or(&[], Vec::as_slice)
    }

    /// What sort of place the folded name is.
    pub fn place(&self, name: &str) -> Option<PlaceKind> {
        self.places.get(name).copied()
    }

    /// Whether the word, with its capitals, is a nation, faith, party or other group.
    pub fn is_people(&self, word: &str) -> bool {
        self.peoples.contains(word)
    }

    /// What the folded words tell as an office.
    pub fn office(&self, words: &str) -> Option<Office> {
        self.offices.get(words).copied()
    }

    /// What a name that ends in the folded word is.
    pub fn head(&self, word: &str) -> Option<SourceKind> {
        self.heads.get(word).copied()
    }

    /// What a name becomes when the folded lower-case noun follows.
    pub fn following(&self, word: &str) -> Option<SourceKind> {
        self.following.get(word).copied()
    }

    /// The listed phrases that begin with the folded word, longest first.
    pub fn phrases(&self, first: &str) -> &[Phrase] {
        self.phrases.get(first).map_or(&[], Vec::as_slice)
    }

    /// Why the folded word needs care in names, if it does.
    pub fn guard(&self, word: &str) -> Option<Guard> {
        self.guards.get(word.trim_end_matches('.')).copied()
    }

    /// Whether the office is as often part of a name or a plain word.
    pub fn is_weak_office(&self, office: &str) -> bool {
        self.weak_offices.contains(office)
    }

    /// Whether the folded word is the acronym of a known body.
    pub fn known_acronym(&self, word: &str) -> bool {
        self.acronyms.contains(word)
    }

    /// The known body that goes by exactly that name, "the" aside.
    pub fn known_by(&self, name: &str) -> Option<&Known> {
        let bare = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
        let acronym = !bare.contains(' ') && bare.contains('.');
        let bare = if acronym { bare.replace('.', "") } else { bare.replace(", ", " , ") };
        let words: Vec<String> = bare.split_whitespace().map(folded).collect();
        let listed = self.phrases(words.first()?).iter().filter(|phrase| phrase.words == words);
        let known = |phrase: &Phrase| if let Meaning::Known(index) = phrase.means { self.known(index) } else { None };
        listed.map(known).find_map(|found| found)
    }

    /// A known body.
    pub fn known(&self, index: usize) -> Option<&Known> {
        self.known.get(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_there() {
        let lexicon = lexicon();
        assert!(lexicon.given.len() > 3000 && lexicon.surnames.len() > 5000 && lexicon.offices.len() > 400);
        assert!(lexicon.formal.len() > 300 && lexicon.places.len() > 700 && lexicon.heads.len() > 300);
    }

    #[test]
    fn short_names_lead_to_formal_ones() {
        assert!(lexicon().formal_names("tom").contains(&"thomas".to_owned()));
        assert_eq!(lexicon().sex_of("thomas"), Some(Sex::Male));
        assert!(lexicon().formal_names("zebulon").is_empty());
    }

    #[test]
    fn acronyms_and_long_forms_are_one_phrase() {
        let means = |word: &str| lexicon().phrases(word).first().map(|phrase| phrase.means);
        assert_eq!(means("epa"), means("environmental"));
    }
}
