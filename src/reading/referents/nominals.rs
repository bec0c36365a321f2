//! Somebody or something called by a noun: "the mayor", "a second report by the Guild", "some of the ferrymen".

use super::cast::{Entity, Form, Mention};
use super::coreference::{Meant, Scene};
use super::lexicon::lexicon;
use super::words::{Shape, Word};
use crate::model::{SourceKind, Span};

impl Scene<'_, '_> {
    /// Where the phrase's own head ends: before the first preposition, relative or mark that is in no name.
    pub(super) fn noun_end(&self, first: usize, end: usize, names: &[(usize, Mention)]) -> usize {
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
    pub(super) fn noun(&mut self, first: usize, end: usize) -> Meant {
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
    pub(super) fn nameless(&mut self, first: usize, end: usize) -> usize {
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
