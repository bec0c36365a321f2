//! Every attribution's mention to the one it means.

use std::collections::BTreeMap;

use super::cast::{Entity, Form, Mention};
use super::coreference::{Meant, Scene};
use super::lexicon::lexicon;
use super::words::{Shape, Word};
use crate::model::{Attribution, Reading, SourceKind, Span};

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

    fn mention(&self, first: usize, end: usize, form: Form) -> Mention {
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
        let behind_comma = names
            .iter()
            .find(|(index, name)| person(*index) && name.first == boundary + 1 && self.words[boundary].is(","));
        // "the spokesman for the mill, Ana Ruiz".
        let closing = names.iter().rev().find(|(index, name)| {
            person(*index) && name.end == end && name.first > boundary && self.words[name.first - 1].is(",")
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

    /// Where the phrase's own head ends: before the first preposition, relative or mark that is in no name.
    fn noun_end(&self, first: usize, end: usize, names: &[(usize, Mention)]) -> usize {
        let mut at = first;
        while at < end {
            if let Some((_, name)) = names.iter().find(|(_, name)| name.first <= at && at < name.end) {
                at = name.end.min(end);
                continue;
            }
            if at > first && closes_noun(&self.words[at]) {
                break;
            }
            at += 1;
        }
        at
    }

    /// Somebody or something called by a noun.
    fn noun(&mut self, first: usize, end: usize) -> Meant {
        let span = Span::new(self.words[first].span.start, self.words[end - 1].span.end);
        let names = self.names_in(span);
        let noun_end = self.noun_end(first, end, &names);
        let mut head_at = noun_end - 1;
        if is_quantity(&self.words[head_at]) && self.words.get(noun_end).is_some_and(|word| word.is("of")) {
            head_at = self.noun_end((noun_end + 1).min(end - 1), end, &names).max(noun_end + 1).min(end) - 1;
        }
        let definite = matches!(self.words[first].folded.as_str(), "the" | "this" | "that" | "these" | "those");
        let start = self.words[first].span.start;
        let known = if definite { self.definite(first, head_at, start) } else { None };
        if let Some((index, trust)) = known {
            self.add(index, self.mention(first, noun_end, Form::Nominal));
            return (index, trust);
        }
        (self.nameless(first, end), 0.97)
    }

    fn definite(&mut self, first: usize, head_at: usize, start: usize) -> Option<Meant> {
        let head = self.words[head_at].folded.clone();
        if first + 1 == head_at
            && let Some((newer, end)) = self.brought_in(&head, first)
        {
            let index = self.name_at_or_nominal(newer).unwrap_or_else(|| self.nameless(newer, end));
            return Some((index, 0.9));
        }
        if let Some(index) = self.nominal_at(start) {
            return Some((index, 0.9));
        }
        let capitals = self.words[first..head_at].iter().skip(1).filter(|word| word.is_capital());
        let places: Vec<String> = capitals.map(|word| word.folded.clone()).collect();
        let office = (first..=head_at).find_map(|from| {
            let phrase =
                self.words[from..=head_at].iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ");
            lexicon().office(&phrase).filter(|office| !office.address).map(|office| (phrase, office))
        });
        let holder = office.and_then(|(phrase, _)| self.holder_of(&phrase, start, &places));
        if holder.is_some() {
            return holder;
        }
        if let Some(index) = self.nameless_called(&head, start) {
            return Some((index, 0.9));
        }
        self.thing_called(&head, start).map(|index| (index, 0.85))
    }

    /// "A second report, by the Guild, disagreed. … the report": where the writing that was last brought in under that
    /// noun begins and ends, in words; none where a later mention says which one is meant.
    fn brought_in(&self, head: &str, before: usize) -> Option<(usize, usize)> {
        const REACH: usize = 150;
        const MODIFIERS: usize = 4;
        let writing = lexicon().head(head);
        if !matches!(writing, Some(SourceKind::Study | SourceKind::Document)) {
            return None;
        }
        let floor = before.saturating_sub(REACH);
        let at =
            (floor..before).rev().find(|&at| self.words[at].folded == head && self.words[at].quotation.is_none())?;
        let first = (at.saturating_sub(MODIFIERS).max(floor)..at).rev().find(|&first| {
            let word = &self.words[first];
            word.sentence == self.words[at].sentence && matches!(word.folded.as_str(), "a" | "an" | "another")
        })?;
        let plain = self.words[first + 1..at].iter().all(|word| word.shape != Shape::Mark && !word.possessive);
        plain.then(|| (first, self.with_author(at + 1)))
    }

    /// One past "report by the Harbour Board", where the noun ends at `end`.
    fn with_author(&self, end: usize) -> usize {
        let by = self.words.get(end).is_some_and(|word| matches!(word.folded.as_str(), "by" | "from"));
        let name = end + 1 + usize::from(self.words.get(end + 1).is_some_and(|word| word.is("the")));
        let named = self.words.get(name).filter(|_| by).and_then(|word| self.name_at(word.span.start));
        named.map_or(end, |(_, mention)| mention.end)
    }

    /// Who or what the noun phrase that begins at the word was found to be.
    fn name_at_or_nominal(&self, first: usize) -> Option<usize> {
        let start = self.words[first].span.start;
        self.nominal_at(start).or_else(|| self.name_at(start).map(|(index, _)| index))
    }

    /// Adds somebody or something without a name.
    fn nameless(&mut self, first: usize, end: usize) -> usize {
        let span = Span::new(self.words[first].span.start, self.words[end - 1].span.end);
        let names = self.names_in(span);
        let noun_end = self.noun_end(first, end, &names).max(first + 1);
        let mut head_at = noun_end - 1;
        if is_quantity(&self.words[head_at]) && noun_end + 1 < end && self.words[noun_end].is("of") {
            head_at = self.noun_end(noun_end + 1, end, &names).max(noun_end + 2) - 1;
        }
        let head = self.words[head_at.min(end - 1)].folded.clone();
        let kind = lexicon().head(&head).filter(|kind| {
            matches!(kind, SourceKind::Study | SourceKind::Document | SourceKind::Law | SourceKind::Programme)
        });
        let plural = is_plural(&head);
        let sex = lexicon().office(&head).and_then(|office| office.sex);
        let entity = Entity {
            name: short_text(self.text, self.words, first, end),
            kind: Some(kind.unwrap_or(SourceKind::Anonymous)),
            plural,
            sex,
            head,
            ..Entity::default()
        };
        let mention = self.mention(first, end.max(noun_end), Form::Nominal);
        self.add_entity(entity, mention)
    }

    /// "… through a spokeswoman": the words of whoever speaks for the one named.
    fn voice_behind(&self, end: usize, sentence: usize) -> Option<(usize, usize)> {
        let mut at = end;
        while self.words.get(at).is_some_and(|word| word.sentence == sentence) && at < end + 8 {
            let through = matches!(self.words[at].folded.as_str(), "through" | "via");
            let article = self
                .words
                .get(at + 1)
                .is_some_and(|word| matches!(word.folded.as_str(), "a" | "an" | "his" | "her" | "its" | "their"));
            if through && article {
                let voice = (at + 2..(at + 4).min(self.words.len())).find(|&at| is_voice(&self.words[at]));
                return voice.map(|voice| (at + 1, voice + 1));
            }
            at += 1;
        }
        None
    }

    /// For whom a spokesperson speaks.
    fn on_behalf_of(&self, first: usize, end: usize, speaker: usize) -> Option<usize> {
        let mut spans = vec![Span::new(self.words[first].span.start, self.words[end - 1].span.end)];
        spans.extend(self.entities[speaker].introductions.iter().copied());
        spans.into_iter().find_map(|span| self.represented(span, speaker))
    }

    /// Whom the spokesperson of the span speaks for: "spokesman for X", "X spokesman", "X's spokesman".
    fn represented(&self, span: Span, speaker: usize) -> Option<usize> {
        let from = self.words.partition_point(|word| word.span.start < span.start);
        let to = self.words.partition_point(|word| word.span.start < span.end);
        let voice = (from..to).find(|&at| is_voice(&self.words[at]))?;
        let names = self.names_in(Span::new(span.start, span.end + 1));
        let others = || names.iter().filter(|(index, _)| *index != speaker);
        let behind = others().find(|(_, name)| name.first > voice && name.first <= voice + 5);
        let before = others().rev().find(|(_, name)| name.end <= voice);
        behind.or(before).map(|(index, _)| *index)
    }
}

fn is_voice(word: &Word<'_>) -> bool {
    lexicon().office(&word.folded).is_some_and(|office| office.voice)
        || matches!(word.folded.as_str(), "lawyer" | "attorney" | "representative" | "aide" | "publicist")
}

/// Whether a word ends the head of a noun phrase.
fn closes_noun(word: &Word<'_>) -> bool {
    (word.shape == Shape::Mark && !matches!(word.text, "-" | "&" | "/" | "'" | "’" | "“" | "”" | "\""))
        || matches!(
            word.folded.as_str(),
            "of" | "at"
                | "for"
                | "by"
                | "from"
                | "in"
                | "with"
                | "on"
                | "who"
                | "that"
                | "which"
                | "whose"
                | "to"
                | "about"
                | "near"
                | "familiar"
                | "involved"
                | "close"
                | "opposed"
                | "led"
                | "including"
                | "whom"
        )
}

fn is_quantity(word: &Word<'_>) -> bool {
    word.shape == Shape::Number
        || matches!(
            word.folded.as_str(),
            "one"
                | "some"
                | "many"
                | "several"
                | "most"
                | "two"
                | "three"
                | "four"
                | "five"
                | "both"
                | "all"
                | "few"
                | "none"
                | "each"
                | "half"
                | "majority"
                | "another"
                | "number"
                | "group"
                | "either"
                | "neither"
                | "leaders"
        ) && word.folded != "leaders"
}

/// Whether the folded noun means several.
fn is_plural(head: &str) -> bool {
    const PLURAL: [&str; 8] = ["police", "people", "women", "men", "children", "staff", "both", "others"];
    (head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("us") && !head.ends_with("is"))
        || PLURAL.contains(&head)
}

/// The words on one line, without a leading "the", cut before a relative clause and after ten words.
fn short_text(text: &str, words: &[Word<'_>], first: usize, end: usize) -> String {
    let relative = (first + 1..end).find(|&at| {
        matches!(words[at].folded.as_str(), "who" | "which" | "that" | "whose")
            || matches!(words[at].text, "," | "—" | ";" | "(")
    });
    let end = relative.unwrap_or(end).min(first + 12);
    let span = Span::new(words[first].span.start, words[end - 1].span.end);
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
