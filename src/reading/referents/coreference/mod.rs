//! Common nouns, offices and pronouns to what they mean: "the mayor", "the order", "he".

mod administrations;
mod nouns;
mod offices;
mod pronouns;

pub use offices::long_form;

use std::collections::{BTreeMap, BTreeSet};

use super::cast::{Entity, Form, Mention};
use super::lexicon::lexicon;
use super::person_names::plain;
use super::words::Word;
use crate::model::{Article, Reading, Role, SourceKind, Span};

/// How many mentions back an antecedent is looked for.
const MENTIONS_BACK: usize = 60;

/// The article with everyone found so far.
pub struct Scene<'s, 'a> {
    /// Its words.
    pub words: &'s [Word<'a>],
    /// The words as they stand.
    pub text: &'a str,
    /// Everyone and everything found.
    pub entities: Vec<Entity>,
    /// Who wrote the article, where a byline or a note on the author names a person.
    pub author: Option<usize>,
    /// Start of each mention to its entity and form.
    mentions: BTreeMap<usize, (usize, Mention)>,
    /// Introductions by start: what stands in them is no mention of its own.
    introduced: BTreeMap<usize, (Span, usize)>,
    /// Titles and headings, by paragraph: no pronoun looks back into them.
    headings: BTreeSet<usize>,
    /// Who was found to speak last, and in which sentence.
    pub last_speaker: Option<(usize, usize)>,
}

/// A decision about who is meant, and how far to trust it (0 to 1).
pub type Meant = (usize, f32);

impl<'s, 'a> Scene<'s, 'a> {
    /// The scene before nouns and pronouns are resolved.
    pub fn new(words: &'s [Word<'a>], article: &'a Article, reading: &Reading, entities: Vec<Entity>) -> Self {
        let mut scene = Self {
            words,
            text: &article.text,
            author: None,
            mentions: BTreeMap::new(),
            introduced: BTreeMap::new(),
            headings: BTreeSet::new(),
            last_speaker: None,
            entities,
        };
        for (index, entity) in scene.entities.iter().enumerate() {
            for mention in &entity.mentions {
                scene.mentions.insert(mention.span.start, (index, *mention));
            }
            for span in &entity.introductions {
                scene.introduced.insert(span.start, (*span, index));
            }
        }
        let titled = |(_, role): &(usize, &Role)| matches!(role, Role::Title | Role::Heading);
        scene.headings = reading.roles.iter().enumerate().filter(titled).map(|(paragraph, _)| paragraph).collect();
        scene.author = scene.find_author(reading);
        scene.give_heads();
        scene
    }

    fn find_author(&self, reading: &Reading) -> Option<usize> {
        let writes = |role: Role| matches!(role, Role::Byline | Role::Bio);
        let mut all = self.mentions.values();
        let found = all.find(|(index, mention)| {
            let role = reading.roles.get(self.words[mention.first].paragraph);
            role.is_some_and(|role| writes(*role)) && self.entities[*index].kind == Some(SourceKind::Person)
        });
        found.map(|(index, _)| *index)
    }

    /// The noun by which a document or body may be called again.
    fn give_heads(&mut self) {
        for entity in &mut self.entities {
            if matches!(entity.kind, Some(SourceKind::Person | SourceKind::Anonymous | SourceKind::Place)) {
                continue;
            }
            let folded = plain(&entity.name);
            let mut heads =
                folded.split(' ').filter(|word| lexicon().head(word).is_some() || *word == "administration");
            heads.next_back().unwrap_or_default().clone_into(&mut entity.head);
        }
    }

    /// Adds a mention of an entity.
    pub fn add(&mut self, index: usize, mention: Mention) {
        self.entities[index].mentions.push(mention);
        self.mentions.entry(mention.span.start).or_insert((index, mention));
    }

    /// Adds an entity with its first mention.
    pub fn add_entity(&mut self, entity: Entity, mention: Mention) -> usize {
        self.entities.push(entity);
        let index = self.entities.len() - 1;
        self.add(index, mention);
        index
    }

    /// The mentions by name that lie in the span, in order of place.
    pub fn names_in(&self, span: Span) -> Vec<(usize, Mention)> {
        let inside = self.mentions.range(span.start..span.end.max(span.start)).map(|(_, found)| *found);
        inside.filter(|(_, mention)| mention.form == Form::Name && mention.span.end <= span.end + 3).collect()
    }

    /// Who is named by the mention that begins at the byte offset.
    pub fn name_at(&self, start: usize) -> Option<(usize, Mention)> {
        self.mentions.get(&start).copied().filter(|(_, mention)| mention.form == Form::Name)
    }

    /// The last mentions before a byte offset, nearest first.
    fn before(&self, at: usize) -> impl Iterator<Item = (usize, Mention)> + '_ {
        self.mentions.range(..at).rev().take(MENTIONS_BACK).map(|(_, found)| *found)
    }

    /// What a noun phrase that begins at the byte offset was found to mean.
    pub fn nominal_at(&self, start: usize) -> Option<usize> {
        self.mentions.get(&start).filter(|(_, mention)| mention.form == Form::Nominal).map(|(index, _)| *index)
    }

    /// Whom the words introduce, where they are the greater part of an introduction.
    pub fn introduced_by(&self, mention: Span) -> Option<usize> {
        let (_, (span, index)) = self.introduced.range(..=mention.start + 8).next_back()?;
        let shared = span.shared_bytes(mention);
        (shared * 10 >= mention.len() * 8 && shared * 2 >= span.len()).then_some(*index)
    }

    fn in_introduction(&self, at: usize) -> Option<usize> {
        self.introduced.range(..=at).next_back().filter(|(_, (span, _))| span.holds(at)).map(|(_, (_, index))| *index)
    }
}
