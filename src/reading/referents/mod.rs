//! Everyone and everything named, quoted or cited, each with all its mentions.
//!
//! Layers, each to be seen and tested by itself: words (initials, possessives, openings) → names (capitalised runs,
//! taken apart) → cast (names of one gathered) → introductions → coreference (offices, nouns, pronouns) → speakers.
//! What is known beforehand is in `assets/lexicon`; no rule names a person or a place.

mod acronyms;
mod cast;
mod connectors;
mod coreference;
mod following;
pub mod introductions;
mod kinds;
pub mod lexicon;
mod modifiers;
mod names;
mod nominals;
pub mod organisations;
mod outlets;
pub mod person_names;
mod speakers;
mod voices;
mod words;

use cast::{Cast, Entity, Form};

use crate::model::{Article, Reading, Referent, SourceKind, Span};

/// Fills [`Reading::referents`] and the `speaker` of every attribution whose mention they resolve.
pub fn resolve(article: &Article, reading: &mut Reading) {
    let words = words::words(article, reading);
    let mut names = names::find(&words);
    following::complete(&words, &mut names);
    let mut cast = Cast::gather(&words, &names);
    introductions::find(&words, &mut cast.entities);
    let mut scene = coreference::Scene::new(&words, article, reading, cast.entities);
    scene.resolve_nominals();
    let decisions = speakers::decide(&mut scene, reading);
    let outlets = outlets::find(&scene, reading);
    let (entities, places) = in_order(scene.entities);
    reading.referents = entities.into_iter().map(referent).collect();
    speakers::apply(reading, &decisions, &places);
    outlets::apply(reading, &outlets);
}

/// The entities by first mention, and where each went.
fn in_order(entities: Vec<Entity>) -> (Vec<Entity>, Vec<usize>) {
    let mut order: Vec<(Span, usize)> = Vec::with_capacity(entities.len());
    let mut entities = entities;
    for (index, entity) in entities.iter_mut().enumerate() {
        entity.mentions.sort_by_key(|mention| mention.span);
        entity.mentions.dedup_by_key(|mention| mention.span);
        order.push((entity.mentions.first().map_or(Span::default(), |mention| mention.span), index));
    }
    order.sort_unstable();
    let mut places = vec![0; order.len()];
    let mut slots: Vec<Option<Entity>> = entities.into_iter().map(Some).collect();
    let mut sorted = Vec::with_capacity(order.len());
    for (place, (_, index)) in order.into_iter().enumerate() {
        places[index] = place;
        sorted.extend(slots[index].take());
    }
    (sorted, places)
}

fn referent(entity: Entity) -> Referent {
    let named = entity.mentions.iter().filter(|mention| mention.form == Form::Name);
    Referent {
        name: entity.name,
        kind: entity.kind.unwrap_or(SourceKind::Anonymous),
        names: named.map(|mention| mention.span).collect(),
        mentions: entity.mentions.iter().map(|mention| mention.span).collect(),
        introductions: entity.introductions,
    }
}

#[cfg(test)]
mod tests;
