//! Folding away what is not the article; a place that the reader goes to is never hidden by it.

use super::{Job, State};
use crate::model::{Side, Sides, Span};

/// How what is not the article is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Fold {
    /// As the reader has set it.
    #[default]
    AsSet,
    /// Open, for a place that the reader went to.
    OpenForPlace,
}

impl State {
    /// Whether what is not the article is folded away now.
    pub fn is_folded(&self) -> bool {
        self.settings.folded && self.fold == Fold::AsSet
    }

    pub(super) fn fold(&mut self) -> Vec<Job> {
        self.settings.folded = !self.is_folded();
        self.fold = Fold::AsSet;
        vec![Job::SaveSettings]
    }

    /// Opens the fold where one of these lies in it, until the reader folds again.
    pub(super) fn open_fold_for(&mut self, spans: Sides<Option<Span>>) {
        let is_away = |side: Side| {
            let (span, opened) = (*spans.get(side), self.columns.get(side).opened.as_ref());
            span.zip(opened).is_some_and(|(span, opened)| opened.foldable().any(|away| away.holds(span.start)))
        };
        if self.is_folded() && Side::BOTH.into_iter().any(is_away) {
            self.fold = Fold::OpenForPlace;
        }
    }

    /// How many places of what is sought are folded away now.
    pub fn found_in_fold(&self) -> usize {
        if !self.is_folded() {
            return 0;
        }
        let count = |side: Side| self.find.in_fold.get(side);
        count(Side::Left) + count(Side::Right)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Article, Paragraph, Reading, Role};
    use crate::workspace::{Action, Bar, Command, Opened, Origin, Sought};

    fn folded() -> State {
        let text = "The mill burned.\n\nShare the mill\n\nIt stood by the mill pond.";
        let starts = text.split("\n\n").map(|words| words.as_ptr().addr() - text.as_ptr().addr());
        let spans = starts.zip(text.split("\n\n")).map(|(start, words)| Span::new(start, start + words.len()));
        let paragraphs = spans.map(|span| Paragraph { span, role: None }).collect();
        let article = Article { text: text.into(), paragraphs, ..Article::default() };
        let reading = Reading { roles: vec![Role::Body, Role::Furniture, Role::Body], ..Reading::default() };
        let mut state = State::default();
        let origin = Origin::Pasted(text.to_owned());
        state.columns.left.opened = Some(Arc::new(Opened { origin, article, reading }));
        state.settings.folded = true;
        state.open_bar(Bar::Find);
        for job in state.seek(Sought { words: "mill".to_owned(), ..Sought::default() }) {
            let Job::Seek(search) = job else { continue };
            for found in search.answers() {
                state.apply(Command::Found(found));
            }
        }
        state
    }

    #[test]
    fn a_place_in_the_fold_is_counted_and_going_to_it_opens_the_fold() {
        let mut state = folded();
        assert_eq!((state.find.count(), state.found_in_fold(), state.is_folded()), (3, 1, true));
        state.apply(Command::Do(Action::FindNext));
        assert_eq!((state.found_in_fold(), state.is_folded()), (0, false));
        assert!(state.settings.folded, "what is remembered stays");
    }

    #[test]
    fn one_press_folds_again_what_a_place_opened() {
        let mut state = folded();
        state.apply(Command::Do(Action::FindNext));
        state.apply(Command::Do(Action::Fold));
        assert!(state.is_folded());
        state.apply(Command::Do(Action::Fold));
        assert!(!state.is_folded() && !state.settings.folded);
    }
}
