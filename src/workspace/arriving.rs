//! An article on its way: its page is shown as soon as its words are there; what it says is read behind that, and both
//! are compared last.

use std::sync::Arc;

use super::{Column, Fold, Job, Opened, Origin, State};
use crate::model::{Side, unread};

impl State {
    /// How much of the reading and comparing under way is done, 0 to 1; none while nothing is. Each article is a third
    /// of it, and comparing them the last.
    pub fn progress(&self) -> Option<f32> {
        if self.keeping.is_fetching() {
            return Some(2.0 / 3.0);
        }
        if self.comparing.is_some() {
            return Some((2.0 + self.compared_share) / 3.0);
        }
        let share = |side| {
            let column: &Column = self.columns.get(side);
            column.being_read.unwrap_or(if column.awaited.is_some() { 0.0 } else { 1.0 })
        };
        let is_awaited = Side::BOTH.iter().any(|side| self.columns.get(*side).awaited.is_some());
        is_awaited.then(|| (share(Side::Left) + share(Side::Right)) / 3.0)
    }

    /// Shows an article that has yet to be read, unless another was asked for since.
    pub(super) fn receive_import(&mut self, side: Side, revision: u64, opened: Arc<Opened>) -> Vec<Job> {
        let column = self.columns.get_mut(side);
        if column.awaited != Some(revision) {
            return Vec::new();
        }
        column.being_read = Some(0.0);
        let mut jobs = self.leave();
        self.columns.get_mut(side).opened = Some(Arc::clone(&opened));
        self.fold = Fold::default();
        self.comparing = None;
        jobs.extend(self.forget_comparison());
        jobs.push(Job::Read(side, revision, opened));
        jobs
    }

    /// Offers the same article mended.
    pub(super) fn receive_damage(&mut self, side: Side, revision: u64, sentence: String, mended: Origin) -> Vec<Job> {
        let column = self.columns.get_mut(side);
        if column.awaited == Some(revision) {
            column.mending = Some((sentence, mended));
        }
        Vec::new()
    }

    pub(super) fn receive_progress(&mut self, revision: u64, share: f32) -> Vec<Job> {
        if self.comparing == Some(revision) {
            self.compared_share = share;
        }
        for side in Side::BOTH {
            let column = self.columns.get_mut(side);
            if column.awaited == Some(revision) && column.being_read.is_some() {
                column.being_read = Some(share);
            }
        }
        Vec::new()
    }

    /// Takes an article from the worker, unless another was asked for since; a failure leaves what was there.
    pub(super) fn receive(&mut self, side: Side, revision: u64, outcome: Result<Arc<Opened>, String>) -> Vec<Job> {
        let column = self.columns.get_mut(side);
        if column.awaited != Some(revision) {
            return Vec::new();
        }
        column.awaited = None;
        let was_shown = column.being_read.take().is_some();
        match outcome {
            Ok(opened) => {
                if let Some(unread) = unread(&opened.article.text) {
                    column.notice.get_or_insert_with(|| unread.to_string());
                }
                column.opened = Some(opened);
                self.take_up()
            }
            Err(sentence) => {
                column.notice = Some(sentence);
                if was_shown {
                    column.opened = None;
                }
                // The worker may have let a comparison go for this article.
                if self.comparing.is_some() { self.recount() } else { Vec::new() }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Reading};
    use crate::workspace::{Command, Compared};

    fn opened(words: &str) -> Arc<Opened> {
        let article = Article { text: words.into(), ..Article::default() };
        Arc::new(Opened { origin: Origin::Pasted(words.to_owned()), article, reading: Reading::default() })
    }

    fn asked(state: &mut State, side: Side, words: &str) -> u64 {
        match &state.apply(Command::Open(side, Origin::Pasted(words.to_owned())))[..] {
            [Job::Open(_, revision, _)] => *revision,
            other => panic!("{other:?}"),
        }
    }

    fn imported(state: &mut State, side: Side, words: &str) -> (u64, Vec<Job>) {
        let revision = asked(state, side, words);
        let jobs = state.apply(Command::Imported(side, revision, opened(words)));
        (revision, jobs)
    }

    fn share(state: &State) -> u32 {
        (state.progress().expect("something is on its way") * 100.0).round() as u32
    }

    #[test]
    fn the_page_is_there_before_the_article_is_read() {
        let mut state = State::default();
        let (_, jobs) = imported(&mut state, Side::Left, "One.");
        assert!(matches!(&jobs[..], [Job::Read(Side::Left, ..)]));
        assert!(state.columns.left.opened.is_some() && state.is_busy());
    }

    #[test]
    fn progress_goes_from_nothing_to_all_and_then_is_gone() {
        let mut state = State::default();
        assert_eq!(state.progress(), None);
        let (left, _) = imported(&mut state, Side::Left, "One.");
        let (right, _) = imported(&mut state, Side::Right, "Two.");
        assert_eq!(share(&state), 0);
        state.apply(Command::Progress(left, 0.5));
        assert_eq!(share(&state), 17);
        state.apply(Command::Opened(Side::Left, left, Ok(opened("One."))));
        assert_eq!(share(&state), 33);
        let jobs = state.apply(Command::Opened(Side::Right, right, Ok(opened("Two."))));
        let Some(Job::Compare(revision, sides, ..)) = jobs.into_iter().next() else { panic!("both are read") };
        assert_eq!(share(&state), 67);
        state.apply(Command::Progress(revision, 0.5));
        assert_eq!(share(&state), 83);
        let compared = Compared::new(sides, crate::model::Sides::default(), crate::model::Comparison::default());
        state.apply(Command::Compared(revision, Arc::new(compared)));
        assert_eq!(state.progress(), None);
    }

    #[test]
    fn an_article_that_was_overtaken_is_neither_shown_nor_read() {
        let mut state = State::default();
        let early = asked(&mut state, Side::Left, "One.");
        let late = asked(&mut state, Side::Left, "Two.");
        assert!(state.apply(Command::Imported(Side::Left, early, opened("One."))).is_empty());
        assert!(state.columns.left.opened.is_none());
        assert_eq!(state.apply(Command::Imported(Side::Left, late, opened("Two."))).len(), 1);
    }

    #[test]
    fn where_the_next_article_cannot_be_opened_the_comparison_under_way_is_asked_for_again() {
        let mut state = State::default();
        for (side, words) in [(Side::Left, "One."), (Side::Right, "Two.")] {
            let (revision, _) = imported(&mut state, side, words);
            state.apply(Command::Opened(side, revision, Ok(opened(words))));
        }
        let revision = asked(&mut state, Side::Left, "Three.");
        let jobs = state.apply(Command::Opened(Side::Left, revision, Err("it is gone.".to_owned())));
        assert!(matches!(&jobs[..], [Job::Compare(..)]));
        assert_eq!(state.columns.left.opened.as_ref().map(|opened| &*opened.article.text), Some("One."));
    }

    #[test]
    fn an_article_that_cannot_be_read_does_not_stay_as_if_it_were() {
        let mut state = State::default();
        let (revision, _) = imported(&mut state, Side::Left, "One.");
        state.apply(Command::Opened(Side::Left, revision, Err("a fault.".to_owned())));
        assert!(state.columns.left.opened.is_none() && !state.is_busy());
        assert!(state.columns.left.notice.is_some());
    }

    #[test]
    fn an_article_whose_language_is_not_read_says_so_until_another_is_opened() {
        let mut state = State::default();
        let words = "Die Brücke ist zu, und der Rat hat nicht gesagt, wann sie wieder auf ist. ".repeat(4);
        let (revision, _) = imported(&mut state, Side::Left, &words);
        state.apply(Command::Opened(Side::Left, revision, Ok(opened(&words))));
        let notice = state.columns.left.notice.clone().unwrap_or_default();
        assert!(notice.contains("German"), "{notice}");
        let (revision, _) = imported(&mut state, Side::Left, "One.");
        state.apply(Command::Opened(Side::Left, revision, Ok(opened("One."))));
        assert_eq!(state.columns.left.notice, None);
    }
}
