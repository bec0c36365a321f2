//! From the files of `assets/lexicon` to the lists.

use std::collections::{HashMap, HashSet};

use super::{Guard, Known, Lexicon, Meaning, Office, Phrase, PlaceKind, Sex, folded};
use crate::model::{COMMON_WORDS, SourceKind};

impl Lexicon {
    /// Reads all lists.
    pub(super) fn load() -> Self {
        let mut lexicon = Self {
            common: lines(COMMON_WORDS).collect(),
            function: lines(include_str!("../../../../assets/lexicon/function-words.txt")).collect(),
            given: given_names(),
            surnames: lines(include_str!("../../../../assets/lexicon/surnames.txt")).map(folded).collect(),
            formal: formal_names(),
            places: HashMap::new(),
            peoples: lines(include_str!("../../../../assets/lexicon/peoples.txt")).collect(),
            offices: offices(),
            heads: kinds(include_str!("../../../../assets/lexicon/heads.tsv")),
            following: kinds(include_str!("../../../../assets/lexicon/following.tsv")),
            known: Vec::new(),
            phrases: HashMap::new(),
            acronyms: HashSet::new(),
            guards: HashMap::new(),
            weak_offices: HashSet::new(),
        };
        lexicon.load_guards();
        lexicon.load_places();
        lexicon.load_known(include_str!("../../../../assets/lexicon/organisations.txt"), SourceKind::Organisation);
        lexicon.load_known(include_str!("../../../../assets/lexicon/publications.txt"), SourceKind::Publication);
        for phrases in lexicon.phrases.values_mut() {
            phrases.sort_by(|left, right| right.words.len().cmp(&left.words.len()).then(left.words.cmp(&right.words)));
        }
        lexicon
    }

    fn load_guards(&mut self) {
        for line in lines(include_str!("../../../../assets/lexicon/guards.tsv")) {
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
        for line in lines(include_str!("../../../../assets/lexicon/place-names.tsv")) {
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
    lines(include_str!("../../../../assets/lexicon/given-names.tsv")).filter_map(entry).collect()
}

fn formal_names() -> HashMap<String, Vec<String>> {
    let mut formal: HashMap<String, Vec<String>> = HashMap::new();
    for line in lines(include_str!("../../../../assets/lexicon/nicknames.txt")) {
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
    lines(include_str!("../../../../assets/lexicon/offices.txt")).map(entry).collect()
}

fn kinds(list: &'static str) -> HashMap<&'static str, SourceKind> {
    lines(list).filter_map(|line| line.split_once('\t')).map(|(word, kind)| (word, kind_of(kind))).collect()
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

/// The lines of a list that hold something.
fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
