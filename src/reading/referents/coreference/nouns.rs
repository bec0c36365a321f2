//! "the order", "the report", "the agency": which document or body is meant.

use super::Scene;
use crate::model::{SourceKind, Span};
use crate::reading::referents::cast::{Entity, Form, Mention};
use crate::reading::referents::lexicon::lexicon;
use crate::reading::referents::words::Shape;

impl Scene<'_, '_> {
    /// Resolves "the mayor", "the order", "the administration" all over the article.
    pub fn resolve_nominals(&mut self) {
        for at in 0..self.words.len() {
            let word = &self.words[at];
            if word.is("administration") {
                self.resolve_administration(at);
            } else if matches!(word.folded.as_str(), "the" | "this" | "that") {
                self.resolve_definite(at);
            }
        }
    }

    pub(super) fn nominal(&self, first: usize, end: usize) -> Mention {
        let span = Span::new(self.words[first].span.start, self.words[end - 1].span.end);
        Mention { span, first, end, form: Form::Nominal }
    }

    /// Resolves a noun phrase that begins with "the", where it is an office or a document's or body's head word.
    fn resolve_definite(&mut self, at: usize) {
        let Some(head) = self.words.get(at + 1).filter(|word| word.paragraph == self.words[at].paragraph) else {
            return;
        };
        if self.in_introduction(head.span.start).is_some() {
            return;
        }
        if let Some((office, end)) = self.office_at(at + 1) {
            let behind = self.words.get(end);
            let goes_on = behind.is_some_and(|word| {
                (word.is_capital() && !word.opens)
                    || lexicon().office(&word.folded).is_some()
                    || matches!(word.folded.as_str(), "of" | "for")
                    || (word.glued && word.is("-"))
            });
            let plural = office.ends_with('s') && !office.ends_with("ss");
            let calling = lexicon().office(&office).is_some_and(|found| found.calling);
            if goes_on || plural || calling {
                return;
            }
            if let Some((index, _)) = self.holder_of(&office, self.words[at].span.start, &[]) {
                let mention = self.nominal(at, end);
                self.add(index, mention);
            }
            return;
        }
        let lone = head.shape == Shape::Lower || head.shape == Shape::Capital;
        let kind = lexicon().head(&head.folded).filter(|_| lone);
        let behind = self.words.get(at + 2).map_or("", |word| word.folded.as_str());
        let loose = matches!(
            head.folded.as_str(),
            "police"
                | "press"
                | "party"
                | "series"
                | "trial"
                | "force"
                | "forces"
                | "front"
                | "group"
                | "team"
                | "government"
        );
        if loose || kind.is_none_or(|kind| kind == SourceKind::Place) || matches!(behind, "of" | "for") {
            return;
        }
        if let Some(index) = self.thing_called(&head.folded, self.words[at].span.start) {
            let taken = self.mentions.contains_key(&head.span.start);
            if !taken {
                let mention = self.nominal(at, at + 2);
                self.add(index, mention);
            }
        }
    }

    /// The document, law, study, programme or body nearest before `at` that the noun may mean.
    pub fn thing_called(&self, head: &str, at: usize) -> Option<usize> {
        let found = self.before(at).find(|(index, _)| {
            let entity = &self.entities[*index];
            is_thing(entity) && (entity.head == head || is_other_word_for(head, entity))
        });
        found.map(|(index, _)| index)
    }

    /// The person or group without a name called by that noun before.
    pub fn nameless_called(&self, head: &str, at: usize) -> Option<usize> {
        let nameless = |entity: &Entity| {
            matches!(entity.kind, Some(SourceKind::Anonymous | SourceKind::Study | SourceKind::Document))
        };
        let found =
            self.before(at).find(|(index, _)| nameless(&self.entities[*index]) && self.entities[*index].head == head);
        found.map(|(index, _)| index)
    }
}

/// Whether a noun like "the report", "the agency" may mean it.
fn is_thing(entity: &Entity) -> bool {
    match entity.kind {
        Some(SourceKind::Person | SourceKind::Place) | None => false,
        Some(_) => !entity.plural,
    }
}

/// Whether the noun is another word for what the entity is.
fn is_other_word_for(head: &str, entity: &Entity) -> bool {
    match head {
        "report" | "paper" | "analysis" => entity.kind == Some(SourceKind::Study),
        "study" | "survey" => matches!(entity.head.as_str(), "report" | "analysis" | "paper" | "survey" | "study"),
        "agency" => {
            matches!(entity.head.as_str(), "department" | "bureau" | "administration" | "enforcement")
                && entity.kind == Some(SourceKind::Organisation)
        }
        "newspaper" | "magazine" => entity.kind == Some(SourceKind::Publication),
        "law" | "statute" | "legislation" => entity.kind == Some(SourceKind::Law),
        "group" | "organization" | "organisation" => {
            matches!(
                entity.head.as_str(),
                "association"
                    | "union"
                    | "coalition"
                    | "alliance"
                    | "league"
                    | "society"
                    | "network"
                    | "foundation"
                    | "council"
            )
        }
        _ => false,
    }
}
