//! Everyone and everything an article names: its names gathered, so that each stands for one.

use std::collections::{BTreeMap, HashMap};

use super::acronyms;
use super::kinds;
use super::lexicon::{Sex, folded, lexicon};
use super::names::Name;
use super::organisations;
use super::person_names::{Agreement, PersonName, plain};
use super::words::Word;
use crate::model::{SourceKind, Span};

/// One person, body, document or the like, while the article is being read.
#[derive(Debug, Clone, Default)]
pub struct Entity {
    /// The fullest form, without titles.
    pub name: String,
    /// What it is; none where nothing tells.
    pub kind: Option<SourceKind>,
    /// Of a person: the fullest name's parts.
    pub person: Option<PersonName>,
    /// Of a man or a woman, as far as names, titles and pronouns tell.
    pub sex: Option<Sex>,
    /// Whether it is several.
    pub plural: bool,
    /// The key under which a body, place or document is found again.
    pub key: String,
    /// In order of place once the reading is done.
    pub mentions: Vec<Mention>,
    /// Appositions and titles as the text gives them.
    pub introductions: Vec<Span>,
    /// Offices and callings, folded ("mayor", "police chief").
    pub offices: Vec<String>,
    /// The noun by which somebody without a name is called, folded ("detective").
    pub head: String,
}

/// One mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Its words.
    pub span: Span,
    /// Index of its first word.
    pub first: usize,
    /// One past the index of its last word.
    pub end: usize,
    /// How it names.
    pub form: Form,
}

/// How a mention names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// By name.
    Name,
    /// By a common noun or office.
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// All entities of an article.
#[derive(Debug, Default)]
pub struct Cast {
    /// In the order in which they were found; at the end by first mention.
    pub entities: Vec<Entity>,
    surnames: HashMap<String, Vec<usize>>,
    givens: HashMap<String, Vec<usize>>,
    keys: HashMap<String, usize>,
}

impl Cast {
    /// Gathers the names.
    pub fn gather(words: &[Word<'_>], names: &[Name]) -> Self {
        let mut cast = Self::default();
        let aliases = acronyms::defined(words, names);
        let mut rest = Vec::new();
        for name in names {
            let full = name.kind == Some(SourceKind::Person) && name.person.as_ref().is_some_and(PersonName::is_full);
            if full && !name.weak {
                cast.add_person(words, name);
            } else {
                rest.push(name);
            }
        }
        let mut unknown: BTreeMap<String, Vec<&Name>> = BTreeMap::new();
        for name in rest {
            if !cast.add_known_person(words, name) {
                match Self::key_of(words, name, &aliases) {
                    Some(key) => cast.add_body(words, name, key),
                    None => unknown.entry(plain(words[name.first].text)).or_default().push(name),
                }
            }
        }
        let longer = organisations::by_first_word(&cast.entities);
        for (key, names) in unknown {
            let titled = names.iter().any(|name| name.title.is_some());
            match longer.get(&key).filter(|_| !titled) {
                Some(index) => {
                    let mentions = names.iter().map(|name| Self::mention(words, name));
                    cast.entities[*index].mentions.extend(mentions);
                }
                None => cast.add_unknown(words, &key, &names),
            }
        }
        cast.finish(words);
        cast
    }

    fn mention(words: &[Word<'_>], name: &Name) -> Mention {
        Mention { span: name.span(words), first: name.first, end: name.end, form: Form::Name }
    }

    /// Adds a full name: to the person it agrees with, or as a new one.
    fn add_person(&mut self, words: &[Word<'_>], name: &Name) {
        let Some(person) = &name.person else { return };
        let mention = Self::mention(words, name);
        let same = |found: &&usize| {
            self.entities[**found]
                .person
                .as_ref()
                .is_some_and(|known| !matches!(known.agreement(person), Agreement::Different | Agreement::SurnameOnly))
        };
        let known = self.surnames.get(&surname_key(&person.surname)).and_then(|all| all.iter().find(same).copied());
        let index = known.unwrap_or_else(|| self.new_person(person.clone()));
        self.add_form(index, person, words, name);
        self.entities[index].mentions.push(mention);
    }

    fn new_person(&mut self, person: PersonName) -> usize {
        let index = self.entities.len();
        self.surnames.entry(surname_key(&person.surname)).or_default().push(index);
        for given in &person.given {
            self.givens.entry(given.clone()).or_default().push(index);
        }
        self.entities.push(Entity {
            kind: Some(SourceKind::Person),
            sex: person.sex(),
            person: Some(person),
            ..Entity::default()
        });
        index
    }

    /// Keeps the fullest form, and what the title tells.
    fn add_form(&mut self, index: usize, person: &PersonName, words: &[Word<'_>], name: &Name) {
        let text = name_text(words, name);
        let title = name.title.and_then(|(first, end)| title_sex(words, first, end));
        let entity = &mut self.entities[index];
        entity.kind = Some(SourceKind::Person);
        let fuller = entity.person.as_ref().is_none_or(|known| {
            (person.given.len(), person.suffix.is_some()) > (known.given.len(), known.suffix.is_some())
        });
        if fuller || entity.name.is_empty() {
            entity.person = Some(person.clone());
            entity.name = text;
        }
        entity.sex = entity.sex.or(title).or_else(|| person.sex());
    }

    /// Adds a surname or given name alone to the person of the article that bears it.
    fn add_known_person(&mut self, words: &[Word<'_>], name: &Name) -> bool {
        let may_be_place = name.kind == Some(SourceKind::Place) && name.end - name.first == 1;
        let person = match (&name.person, may_be_place) {
            (Some(person), _) => person.clone(),
            (None, true) => PersonName::of([words[name.first].text]),
            (None, false) => return false,
        };
        if may_be_place && stands_as_place(words, name) {
            return false;
        }
        let before = words[name.first].span.start;
        let sex = name.title.and_then(|(first, end)| title_sex(words, first, end));
        let by_surname = self.surnames.get(&surname_key(&person.surname)).map_or(&[][..], Vec::as_slice);
        let fits = |index: &usize| {
            let known = &self.entities[*index];
            known.person.as_ref().is_some_and(|known| known.agreement(&person) != Agreement::Different)
                && sex.is_none_or(|sex| known.sex.is_none_or(|other| other == sex))
        };
        let found =
            nearest(&self.entities, by_surname.iter().copied().filter(|index| fits(index)), before).or_else(|| {
                let lone = person.given.is_empty() && name.title.is_none();
                let givens = self.givens.get(&person.surname).filter(|_| lone)?;
                let mut all = givens.iter().copied();
                let (first, second) = (all.next(), all.next());
                first.filter(|_| second.is_none())
            });
        let Some(index) = found else { return false };
        let mention = Self::mention(words, name);
        self.entities[index].mentions.push(mention);
        if sex.is_some() {
            self.entities[index].sex = self.entities[index].sex.or(sex);
        }
        true
    }

    /// The key of a body, place, document or the like; none for a word that nothing explains.
    fn key_of(words: &[Word<'_>], name: &Name, aliases: &HashMap<String, String>) -> Option<String> {
        if name.kind == Some(SourceKind::Person) || (name.kind.is_none() && name.end - name.first == 1) {
            let acronym = plain(words[name.first].text);
            return aliases.get(&acronym).cloned().filter(|_| name.title.is_none());
        }
        let key = organisations::key(words, name);
        Some(aliases.get(&key).cloned().unwrap_or(key))
    }

    fn add_body(&mut self, words: &[Word<'_>], name: &Name, key: String) {
        let known = self.keys.get(&key).copied();
        if name.weak && known.is_none() && name.known.is_none() {
            // It may still be proved by a mention further on.
            let index = self.new_entity(key, None);
            self.entities[index].mentions.push(Self::mention(words, name));
            return;
        }
        let index = known.unwrap_or_else(|| self.new_entity(key, name.kind));
        let text = name_text(words, name);
        let entity = &mut self.entities[index];
        if !name.weak {
            entity.kind = entity.kind.or(name.kind);
            if organisations::is_fuller(&text, &entity.name) {
                entity.name = text;
            }
        }
        entity.mentions.push(Self::mention(words, name));
    }

    fn new_entity(&mut self, key: String, kind: Option<SourceKind>) -> usize {
        let index = self.entities.len();
        self.keys.insert(key.clone(), index);
        self.entities.push(Entity { kind, key, ..Entity::default() });
        index
    }

    /// Adds single words that nothing in the lists explains, by what stands around them.
    fn add_unknown(&mut self, words: &[Word<'_>], key: &str, names: &[&Name]) {
        let family = key.strip_suffix('s').is_some_and(|one| self.surnames.contains_key(one));
        let Some(kind) = kinds::of_unknown(words, names).filter(|_| !family) else { return };
        // "Quenby", where the "Quenby administration" is named too, is whom that is named after.
        let namesake =
            ["administration", "campaign"].iter().any(|head| self.keys.contains_key(&format!("{key} {head}")));
        if kind == SourceKind::Person || namesake {
            for name in names {
                if !self.add_known_person(words, name) {
                    let Some(person) = &name.person else { continue };
                    let index = self.new_person(person.clone());
                    self.add_form(index, person, words, name);
                    self.entities[index].mentions.push(Self::mention(words, name));
                }
            }
            return;
        }
        let index = self.keys.get(key).copied().unwrap_or_else(|| self.new_entity(key.to_owned(), Some(kind)));
        for name in names {
            let entity = &mut self.entities[index];
            entity.kind = entity.kind.or(Some(kind));
            if entity.name.is_empty() {
                entity.name = name_text(words, name);
            }
            entity.mentions.push(Self::mention(words, name));
        }
    }

    /// Joins short forms to long ones, drops what nothing proved, orders by first mention.
    fn finish(&mut self, words: &[Word<'_>]) {
        organisations::join_short_forms(&mut self.entities);
        self.entities.retain(|entity| entity.kind.is_some() && !entity.mentions.is_empty() && !entity.name.is_empty());
        for entity in &mut self.entities {
            entity.mentions.sort_by_key(|mention| mention.span);
            entity.mentions.dedup();
            if entity.kind == Some(SourceKind::Person) {
                let titles = entity.mentions.clone();
                for mention in titles {
                    add_offices(words, &mention, entity);
                }
            }
        }
        self.entities.sort_by_key(|entity| entity.mentions[0].span);
    }
}

/// Offices that stand directly before a mention of the person.
fn add_offices(words: &[Word<'_>], mention: &Mention, entity: &mut Entity) {
    for length in (1..=4.min(mention.first)).rev() {
        let first = mention.first - length;
        let title: Vec<&str> = words[first..mention.first].iter().map(|word| word.folded.as_str()).collect();
        let title = title.join(" ");
        if let Some(office) = lexicon().office(&title) {
            if !office.address && !entity.offices.contains(&title) {
                entity.offices.push(title);
            }
            entity.sex = entity.sex.or(office.sex);
            return;
        }
    }
}

/// The words of a name on one line, as they stand, without possessive ending.
pub fn name_text(words: &[Word<'_>], name: &Name) -> String {
    let mut text = String::new();
    for (at, word) in words[name.first..name.end].iter().enumerate() {
        if at > 0 && !word.glued {
            text.push(' ');
        }
        text.push_str(word.text);
        if word.possessive && name.first + at + 1 < name.end {
            text.push_str(if word.text.ends_with('s') { "’" } else { "’s" });
        }
    }
    text
}

fn surname_key(surname: &str) -> String {
    surname.replace([' ', '-', '\''], "")
}

/// The one whose last mention before `before` is nearest; else the first.
fn nearest(entities: &[Entity], candidates: impl Iterator<Item = usize>, before: usize) -> Option<usize> {
    let last = |index: &usize| {
        let mentions = entities[*index].mentions.iter().map(|mention| mention.span.start);
        mentions.filter(|start| *start < before).max()
    };
    let mut best: Option<usize> = None;
    for index in candidates {
        if best.is_none_or(|known| last(&index) > last(&known)) {
            best = Some(index);
        }
    }
    best
}

/// Whether a place's name stands as a place's: "in Jackson", "Jackson, Miss."
fn stands_as_place(words: &[Word<'_>], name: &Name) -> bool {
    let before = name.first.checked_sub(1).map_or("", |at| words[at].folded.as_str());
    let behind = words.get(name.end).map_or("", |word| word.folded.as_str());
    let state = words.get(name.end + 1).is_some_and(|word| lexicon().place(&word.folded).is_some());
    matches!(
        before,
        "in" | "from" | "near" | "to" | "at" | "across" | "outside" | "throughout" | "around" | "into" | "of"
    ) && before != "of"
        || (behind == "," && state)
}

/// What the title tells of man or woman.
fn title_sex(words: &[Word<'_>], first: usize, end: usize) -> Option<Sex> {
    let title: Vec<String> = words[first..end].iter().map(|word| folded(word.text)).collect();
    (0..title.len()).find_map(|start| lexicon().office(&title[start..].join(" ")).and_then(|office| office.sex))
}
