//! "the administration": that of the president whom the article names.

use super::Scene;
use crate::model::SourceKind;
use crate::reading::referents::cast::Entity;
use crate::reading::referents::lexicon::lexicon;
use crate::reading::referents::person_names::plain;
use crate::reading::referents::words::Shape;

impl Scene<'_, '_> {
    /// "the administration", "the most … administration": that of the president whom the article names.
    pub(super) fn resolve_administration(&mut self, at: usize) {
        let start = self.words[at].span.start;
        let named =
            self.mentions.range(..=start).next_back().is_some_and(|(_, (_, mention))| mention.span.holds(start));
        let Some(first) = self.determiner_before(at).filter(|_| !named) else { return };
        let near = self.before(start).find(|(index, _)| self.entities[*index].head == "administration");
        let index = match near {
            Some((index, _)) => Some(index),
            None => match (self.named_administration(), self.president()) {
                (Some(named), Some(president)) if self.weight(named) < self.entities[president].mentions.len() => {
                    Some(self.administration_of(president))
                }
                (Some(named), _) => Some(named),
                (None, president) => president.map(|president| self.administration_of(president)),
            },
        };
        if let Some(index) = index {
            self.add(index, self.nominal(first, at + 1));
        }
    }

    /// The determiner of the noun at `at`, over plain words between.
    fn determiner_before(&self, at: usize) -> Option<usize> {
        let mut first = at;
        while first > 0 && at - first < 6 {
            first -= 1;
            let word = &self.words[first];
            if matches!(word.folded.as_str(), "the" | "this" | "that") {
                return Some(first);
            }
            let plain = word.shape == Shape::Lower
                && (!lexicon().is_function(&word.folded)
                    || matches!(word.folded.as_str(), "new" | "most" | "last" | "next"));
            if !plain {
                return None;
            }
        }
        None
    }

    /// The administration that the article is most about, whom it is named after counted in.
    fn named_administration(&self) -> Option<usize> {
        let all = self.entities.iter().enumerate().filter(|(_, entity)| entity.head == "administration");
        all.max_by_key(|(index, _)| (self.weight(*index), usize::MAX - index)).map(|(index, _)| index)
    }

    /// How often an administration or whom it is named after is mentioned.
    fn weight(&self, administration: usize) -> usize {
        let entity = &self.entities[administration];
        let namesake = self.namesake(entity).map_or(0, |person| self.entities[person].mentions.len());
        entity.mentions.len() + namesake
    }

    /// Who is called president in the article, of nothing smaller than a country, most often named first.
    fn president(&self) -> Option<usize> {
        let holds = |entity: &Entity| {
            entity.kind == Some(SourceKind::Person)
                && entity.introductions.iter().any(|span| {
                    let title = plain(span.of(self.text));
                    let words =
                        title.split_whitespace().filter(|word| !matches!(*word, "former" | "then" | "us" | "the"));
                    words.collect::<Vec<_>>().join(" ").trim_start_matches("then-").trim_end_matches("-elect")
                        == "president"
                })
        };
        let all = self.entities.iter().enumerate().filter(|(_, entity)| holds(entity));
        all.max_by_key(|(index, entity)| (entity.mentions.len(), usize::MAX - index)).map(|(index, _)| index)
    }

    fn administration_of(&mut self, president: usize) -> usize {
        let name = &self.entities[president].name;
        let surname = name.split(' ').next_back().unwrap_or(name);
        let name = format!("{surname} administration");
        let known = self.entities.iter().position(|entity| entity.name == name);
        known.unwrap_or_else(|| {
            self.entities.push(Entity {
                key: plain(&name),
                name,
                kind: Some(SourceKind::Organisation),
                head: "administration".to_owned(),
                ..Entity::default()
            });
            self.entities.len() - 1
        })
    }

    /// Whether an administration is named after the person.
    pub(super) fn has_administration(&self, index: usize) -> bool {
        let administrations = self.entities.iter().filter(|entity| entity.head == "administration");
        administrations.filter_map(|entity| self.namesake(entity)).any(|person| person == index)
    }

    /// Whom an administration is named after.
    fn namesake(&self, administration: &Entity) -> Option<usize> {
        let folded = plain(&administration.name);
        let name = folded.strip_suffix(" administration")?;
        let bears = |entity: &Entity| entity.person.as_ref().is_some_and(|person| person.surname == name);
        self.entities.iter().position(bears)
    }
}
