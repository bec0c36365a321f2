//! A quotation that the reader wants checked, and what the open articles have of it.

use std::sync::Arc;

use super::{Job, Opened, State};
use crate::comparing::wording::{self, Check};
use crate::model::{Side, Sides};

/// What the open articles have of a quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The quotation as the reader gave it.
    pub quotation: String,
    /// The articles that it was looked for in.
    pub articles: Sides<Option<Arc<Opened>>>,
    /// What each has of it.
    pub found: Sides<Option<Check>>,
}

impl Checked {
    /// Looks for a quotation in these articles; in none where it has no words.
    pub fn new(quotation: String, articles: Sides<Option<Arc<Opened>>>) -> Self {
        let has_words = quotation.contains(char::is_alphanumeric);
        let found = articles.as_ref().map(|opened| {
            let opened = opened.as_ref().filter(|_| has_words)?;
            Some(wording::check(&quotation, &opened.article.text))
        });
        Self { quotation, articles, found }
    }
}

/// What is being checked, and the answer that came last.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Checking {
    /// The revision of the check that is on its way.
    pub awaited: Option<u64>,
    /// The last answer.
    pub checked: Option<Arc<Checked>>,
}

impl State {
    pub(super) fn check(&mut self, quotation: String) -> Vec<Job> {
        let revision = self.next_revision();
        let articles = Sides::new(Side::Left, Side::Right).map(|side| self.columns.get(side).opened.clone());
        self.checking.awaited = Some(revision);
        vec![Job::Check(revision, articles, quotation)]
    }

    pub(super) fn receive_check(&mut self, revision: u64, checked: Arc<Checked>) -> Vec<Job> {
        if self.checking.awaited == Some(revision) {
            self.checking = Checking { awaited: None, checked: Some(checked) };
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Reading};
    use crate::workspace::{Command, Origin};

    fn state() -> State {
        let mut state = State::default();
        let article = Article { text: "The old ferry will cross the lake again.".into(), ..Article::default() };
        let opened = Opened { origin: Origin::Pasted(String::new()), article, reading: Reading::default() };
        state.columns.right.opened = Some(Arc::new(opened));
        state
    }

    fn asked(state: &mut State, quotation: &str) -> (u64, Checked) {
        let jobs = state.apply(Command::Check(quotation.to_owned()));
        let Some(Job::Check(revision, articles, quotation)) = jobs.into_iter().next() else { panic!("a job") };
        (revision, Checked::new(quotation, articles))
    }

    #[test]
    fn an_answer_that_was_overtaken_is_dropped() {
        let mut state = state();
        let (first, answer) = asked(&mut state, "The ferry");
        let (second, later) = asked(&mut state, "The old ferry");
        state.apply(Command::Checked(second, Arc::new(later.clone())));
        state.apply(Command::Checked(first, Arc::new(answer)));
        assert_eq!(state.checking.checked.as_deref(), Some(&later));
        assert!(!state.is_busy());
    }

    #[test]
    fn only_open_articles_are_searched_and_only_for_words() {
        let mut state = state();
        let (_, checked) = asked(&mut state, "The old ferry");
        assert!(checked.found.left.is_none());
        assert!(matches!(checked.found.right, Some(Check::Found(_))));
        assert!(asked(&mut state, " “” ").1.found.right.is_none());
    }
}
