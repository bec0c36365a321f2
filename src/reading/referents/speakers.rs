//! Every attribution's mention to the one it means.

use std::collections::BTreeMap;

use super::cast::{Entity, Form, Mention};
use super::coreference::{Meant, Scene};
use super::words::Word;
use crate::model::{Attribution, Reading, SourceKind, Span};
use crate::reading::lexicon::is_title_abbreviation;

/// What was decided for one attribution.
#[derive(Debug, Clone, Copy)]
pub struct Decision {
    speaker: usize,
    on_behalf_of: Option<usize>,
    trust: f32,
}

/// Decisions for the quotations, then for the statements, each by index.
pub type Decisions = Vec<Option<Decision>>;

/// Decides for every quotation and statement, in order of place.
pub fn decide(scene: &mut Scene<'_, '_>, reading: &Reading) -> Decisions {
    let quoted = reading.quotations.iter().map(|quotation| &quotation.attribution);
    let attributions: Vec<&Attribution> =
        quoted.chain(reading.statements.iter().map(|found| &found.attribution)).collect();
    let mut order: Vec<(Span, usize)> =
        attributions.iter().enumerate().filter_map(|(index, found)| Some((found.mention?, index))).collect();
    order.sort_unstable();
    let mut decisions: Decisions = vec![None; attributions.len()];
    let mut known: BTreeMap<Span, Option<Decision>> = BTreeMap::new();
    for (mention, index) in order {
        let decision = match known.get(&mention) {
            Some(decision) => *decision,
            None => scene.attributed(mention),
        };
        known.insert(mention, decision);
        decisions[index] = decision;
        if let (Some(decision), Some(cue)) = (decision, attributions[index].cue) {
            scene.add_relative(decision.speaker, mention, cue);
        }
    }
    decisions
}

/// Writes the decisions into the reading; `places` tells where each entity went.
pub fn apply(reading: &mut Reading, decisions: &Decisions, places: &[usize]) {
    let quoted = reading.quotations.iter_mut().map(|quotation| &mut quotation.attribution);
    let all = quoted.chain(reading.statements.iter_mut().map(|statement| &mut statement.attribution));
    for (attribution, decision) in all.zip(decisions) {
        let Some(decision) = decision else { continue };
        attribution.speaker = places.get(decision.speaker).copied();
        attribution.on_behalf_of = decision.on_behalf_of.and_then(|index| places.get(index).copied());
        attribution.confidence *= decision.trust;
    }
}

impl Scene<'_, '_> {
    /// Who the mention of an attribution means, and for whom they speak.
    fn attributed(&mut self, mention: Span) -> Option<Decision> {
        let first = self.words.partition_point(|word| word.span.end <= mention.start);
        let end = self.words.partition_point(|word| word.span.start < mention.end);
        if first >= end {
            return None;
        }
        let (speaker, trust) = self.meant(mention, first, end);
        let sentence = self.words[first].sentence;
        if let Some(voice) = self.voice_behind(end, sentence) {
            let nameless = self.nameless(voice.0, voice.1);
            return Some(Decision { speaker: nameless, on_behalf_of: Some(speaker), trust });
        }
        // Whom a speaker quotes is not who speaks on.
        if self.words[first].quotation.is_none() {
            self.last_speaker = Some((speaker, sentence));
        }
        let on_behalf_of = self.on_behalf_of(first, end, speaker);
        Some(Decision { speaker, on_behalf_of, trust })
    }

    /// "Holm, who said …": the pronoun between a speaker's mention and the cue names the speaker as well.
    fn add_relative(&mut self, speaker: usize, mention: Span, cue: Span) {
        let at = self.words.partition_point(|word| word.span.start < cue.start);
        let Some(at) = at.checked_sub(1).filter(|&at| self.words[at].span.start >= mention.end) else { return };
        let first = self.words.partition_point(|word| word.span.end <= mention.start);
        let word = &self.words[at];
        let bound = match word.folded.as_str() {
            "who" | "which" => true,
            "that" => self.words[at - 1].span.end == mention.end,
            _ => false,
        };
        if bound && self.words[first].sentence == word.sentence {
            self.add(speaker, self.mention(at, at + 1, Form::Pronoun));
        }
    }

    fn meant(&mut self, mention: Span, first: usize, end: usize) -> Meant {
        let word = &self.words[first];
        let lone = end - first == 1;
        if lone && matches!(word.folded.as_str(), "i" | "we" | "me" | "us") {
            return self.first_person(first);
        }
        if let Some((index, trust)) = self.pronoun(first).filter(|_| lone) {
            self.add(index, self.mention(first, end, Form::Pronoun));
            self.learn_sex(index, first);
            return (index, trust);
        }
        if let Some(index) = self.named_by(mention, first, end) {
            return (index, 1.0);
        }
        if let Some(index) = self.introduced_by(mention) {
            self.add(index, self.mention(first, end, Form::Nominal));
            return (index, 0.95);
        }
        let (index, trust) = self.noun(first, end);
        let unresolved = lone && matches!(self.words[first].folded.as_str(), "he" | "she" | "it" | "they" | "who");
        (index, if unresolved { 0.6 } else { trust })
    }

    pub(super) fn mention(&self, first: usize, end: usize, form: Form) -> Mention {
        let span = Span::new(self.words[first].span.start, self.words[end - 1].span.end);
        Mention { span, first, end, form }
    }

    /// "I" outside a quotation is who wrote the article.
    fn first_person(&mut self, at: usize) -> Meant {
        let mention = self.mention(at, at + 1, Form::Pronoun);
        if let Some(author) = self.author {
            self.add(author, mention);
            return (author, 0.9);
        }
        let entity = Entity { name: "the author".to_owned(), kind: Some(SourceKind::Anonymous), ..Entity::default() };
        let author = self.add_entity(entity, mention);
        self.author = Some(author);
        (author, 0.7)
    }

    /// The name that the mention is headed by.
    fn named_by(&self, mention: Span, first: usize, end: usize) -> Option<usize> {
        let names = self.names_in(mention);
        let boundary = self.noun_end(first, end, &names);
        let headed = names.iter().find(|(_, name)| {
            let possessive = self.words[name.end - 1].possessive && name.end < end;
            name.end == boundary && !possessive
        });
        if let Some((index, _)) = headed {
            return Some(*index);
        }
        let person = |index: usize| self.entities[index].kind == Some(SourceKind::Person);
        // "the city's mayor, Ana Ruiz"; "police chief and head of the Guild Ana Ruiz".
        let behind_comma = names.iter().find(|(index, name)| {
            person(*index) && self.with_titles(name.first) == boundary + 1 && self.words[boundary].is(",")
        });
        // "the spokesman for the mill, Ana Ruiz".
        let closing = names.iter().rev().find(|(index, name)| {
            let start = self.with_titles(name.first);
            person(*index) && name.end == end && start > boundary && self.words[start - 1].is(",")
        });
        let introduced = names.iter().find(|(index, name)| {
            let start = self.words[first].span.start;
            person(*index)
                && self.entities[*index]
                    .introductions
                    .iter()
                    .any(|span| span.holds(start) && span.end <= name.span.start)
        });
        behind_comma.or(introduced).or(closing).map(|(index, _)| *index)
    }

    /// Where a name begins with the titles before it: "Dr. Ana Ruiz".
    fn with_titles(&self, name: usize) -> usize {
        let is_title = |word: &Word<'_>| is_title_abbreviation(word.folded.trim_end_matches('.'));
        let mut first = name;
        while let Some(before) = first.checked_sub(1) {
            let point = self.words[before].is(".") && before > 0 && is_title(&self.words[before - 1]);
            if !point && !is_title(&self.words[before]) {
                break;
            }
            first = before;
        }
        first
    }
}
