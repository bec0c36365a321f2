//! What is known of names before any text is read: the lists of `assets/lexicon`, each with its origin noted there.
//!
//! The lists are only ever asked, never walked, so their order plays no part in what is found.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use crate::model::SourceKind;

/// Whether a person is a man or a woman, as far as a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    /// He.
    Male,
    /// She.
    Female,
}

/// What an office, rank, calling or form of address tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Office {
    /// Stands only before a name: "Mr.".
    pub address: bool,
    /// A calling rather than an office: "author".
    pub calling: bool,
    /// Speaks for somebody else: "spokesman".
    pub voice: bool,
    /// Of a man or a woman.
    pub sex: Option<Sex>,
}

/// A body, law or programme that is known by several forms.
#[derive(Debug)]
pub struct Known {
    /// Its long form.
    pub name: &'static str,
    /// What it is.
    pub kind: SourceKind,
}

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

/// Why a word needs care in names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// A head word that as often ends a person's name.
    Surname,
    /// Capitals that name no source.
    Nothing,
    /// A month, a day, a feast.
    Date,
    /// A plain word that names a body even at a sentence's start ("Congress").
    Named,
}

/// What sort of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// A state or province; also its abbreviations.
    State,
    /// A country.
    Country,
    /// A part of the world.
    Region,
    /// A city or something in one.
    City,
}

/// A name of several words (or one), as a text has it.
#[derive(Debug)]
pub struct Phrase {
    /// Its words and commas, lower case.
    pub words: Vec<String>,
    /// What it names.
    pub means: Meaning,
}

/// What a listed phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Index into the known bodies.
    Known(usize),
    /// Somewhere.
    Place,
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

/// The lines of a list that hold something.
fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn kind_of(word: &str) -> SourceKind {
    match word {
        "publication" => SourceKind::Publication,
        "study" => SourceKind::Study,
        "document" => SourceKind::Document,
        "law" => SourceKind::Law,
        "programme" => SourceKind::Programme,
        "event" => SourceKind::Event,
        "place" => SourceKind::Place,
        _ => SourceKind::Organisation,
    }
}

impl Lexicon {
    fn load() -> Self {
        let mut lexicon = Self {
            common: lines(include_str!("../../../assets/lexicon/common-words.txt")).collect(),
            function: lines(include_str!("../../../assets/lexicon/function-words.txt")).collect(),
            given: given_names(),
            surnames: lines(include_str!("../../../assets/lexicon/surnames.txt")).map(folded).collect(),
            formal: formal_names(),
            places: HashMap::new(),
            peoples: lines(include_str!("../../../assets/lexicon/peoples.txt")).collect(),
            offices: offices(),
            heads: kinds(include_str!("../../../assets/lexicon/heads.tsv")),
            following: kinds(include_str!("../../../assets/lexicon/following.tsv")),
            known: Vec::new(),
            phrases: HashMap::new(),
            acronyms: HashSet::new(),
            guards: HashMap::new(),
            weak_offices: HashSet::new(),
        };
        lexicon.load_guards();
        lexicon.load_places();
        lexicon.load_known(include_str!("../../../assets/lexicon/organisations.txt"), SourceKind::Organisation);
        lexicon.load_known(include_str!("../../../assets/lexicon/publications.txt"), SourceKind::Publication);
        for phrases in lexicon.phrases.values_mut() {
            phrases.sort_by(|left, right| right.words.len().cmp(&left.words.len()).then(left.words.cmp(&right.words)));
        }
        lexicon
    }

    fn load_guards(&mut self) {
        for line in lines(include_str!("../../../assets/lexicon/guards.tsv")) {
            let Some((word, why)) = line.split_once('\t') else { continue };
            let guard = match why {
                "weak" => {
                    self.weak_offices.insert(word);
                    continue;
                }
                "surname" => Guard::Surname,
                "date" => Guard::Date,
                "named" => Guard::Named,
                _ => Guard::Nothing,
            };
            self.guards.insert(word, guard);
        }
    }

    fn load_places(&mut self) {
        for line in lines(include_str!("../../../assets/lexicon/place-names.tsv")) {
            let mut fields = line.split('\t');
            let name = fields.next().unwrap_or_default();
            let kind = match fields.next().unwrap_or_default() {
                "state" => PlaceKind::State,
                "country" => PlaceKind::Country,
                "region" => PlaceKind::Region,
                _ => PlaceKind::City,
            };
            for form in std::iter::once(name).chain(fields) {
                self.places.entry(folded(form)).or_insert(kind);
                self.add_phrase(form, Meaning::Place);
            }
        }
    }

    fn load_known(&mut self, list: &'static str, otherwise: SourceKind) {
        for line in lines(list) {
            let (kind, forms) = match line.strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
                Some((kind, forms)) => (kind_of(kind), forms),
                None => (otherwise, line),
            };
            let mut forms = forms.split(" = ");
            let Some(name) = forms.next() else { continue };
            self.known.push(Known { name, kind });
            let means = Meaning::Known(self.known.len() - 1);
            self.add_phrase(name, means);
            for form in forms {
                self.add_phrase(form, means);
            }
        }
    }

    fn add_phrase(&mut self, form: &str, means: Meaning) {
        if !form.contains(' ')
            && form.chars().filter(|c| c.is_uppercase()).count() > 1
            && !form.chars().any(char::is_lowercase)
        {
            self.acronyms.insert(folded(form));
        }
        let words: Vec<String> = form.replace(", ", " , ").split_whitespace().map(folded).collect();
        if let Some(first) = words.first().cloned() {
            self.phrases.entry(first).or_default().push(Phrase { words, means });
        }
    }

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

fn given_names() -> HashMap<String, Option<Sex>> {
    let entry = |line: &'static str| {
        let (name, sex) = line.split_once('\t')?;
        let sex = match sex {
            "m" => Some(Sex::Male),
            "f" => Some(Sex::Female),
            _ => None,
        };
        Some((folded(name), sex))
    };
    lines(include_str!("../../../assets/lexicon/given-names.tsv")).filter_map(entry).collect()
}

fn formal_names() -> HashMap<String, Vec<String>> {
    let mut formal: HashMap<String, Vec<String>> = HashMap::new();
    for line in lines(include_str!("../../../assets/lexicon/nicknames.txt")) {
        let Some((name, shorts)) = line.split_once(": ") else { continue };
        for short in shorts.split(' ') {
            formal.entry(folded(short)).or_default().push(folded(name));
        }
    }
    formal
}

fn offices() -> HashMap<&'static str, Office> {
    let entry = |line: &'static str| {
        let (words, marks) = line.split_once('\t').unwrap_or((line, ""));
        let has = |mark: &str| marks.split(' ').any(|found| found == mark);
        let sex = if has("m") {
            Some(Sex::Male)
        } else if has("f") {
            Some(Sex::Female)
        } else {
            None
        };
        (words, Office { address: has("address"), calling: has("role"), voice: has("voice"), sex })
    };
    lines(include_str!("../../../assets/lexicon/offices.txt")).map(entry).collect()
}

fn kinds(list: &'static str) -> HashMap<&'static str, SourceKind> {
    lines(list).filter_map(|line| line.split_once('\t')).map(|(word, kind)| (word, kind_of(kind))).collect()
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
