//! Presenting to a class: what may still happen then, so that nothing is changed by accident.

use super::{Action, Command, Job, State};

impl State {
    /// Begins or ends to present; full screen comes and goes with it. It begins at the current link, else at the first.
    pub(super) fn present(&mut self, on: bool) -> Vec<Job> {
        self.presenting = on;
        self.sheet = None;
        let link = self.current.or_else(|| self.shown().next());
        if let Some(link) = link.filter(|_| on && self.together.is_none()) {
            self.go_to(link);
        }
        vec![Job::SetFullScreen(on)]
    }

    /// Whether a command may be carried out now. While presenting only what moves about in the two articles, what
    /// changes how they look, and the answers of the worker.
    pub(super) fn allows(&self, command: &Command) -> bool {
        if !self.presenting {
            return true;
        }
        match command {
            Command::Do(action) => allowed(*action),
            Command::GoTo(_)
            | Command::Show(_)
            | Command::Seek(_)
            | Command::GoToParagraph(_)
            | Command::CloseBar
            | Command::Leap
            | Command::TurnTo(_)
            | Command::CloseCounterpart
            | Command::ReadTogether(_)
            | Command::SetTheme(_)
            | Command::CloseSheet => true,
            other => other.is_answer(),
        }
    }
}

fn allowed(action: Action) -> bool {
    matches!(
        action,
        Action::Present
            | Action::FocusLine
            | Action::Fold
            | Action::FullScreen
            | Action::NextTheme
            | Action::Theme(_)
            | Action::NextLink
            | Action::PreviousLink
            | Action::ReadOn
            | Action::ReadBack
            | Action::LetGo
            | Action::OtherArticle
            | Action::ToTop
            | Action::ToEnd
            | Action::Back
            | Action::Forward
            | Action::Find
            | Action::FindNext
            | Action::FindPrevious
            | Action::GoToParagraph
            | Action::AllCommands
            | Action::Scrolling(_)
            | Action::Copy
            | Action::KeySheet
            | Action::Quit
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Side;

    #[test]
    fn what_the_worker_answers_is_taken_before_a_class_too() {
        let mut state = State { presenting: true, ..State::default() };
        assert!(state.allows(&Command::Progress(1, 0.5)));
        let sentence = "The file is gone.".to_owned();
        state.apply(Command::Failed(Side::Left, sentence.clone()));
        assert_eq!(state.columns.left.notice, Some(sentence));
        assert!(!state.allows(&Command::SetShortest(9)), "what a reader asks by accident is not");
    }
}
