//! Whatever a reader does, undo and redo lead back to the very same work and the very same comparison.

#[path = "support/edits.rs"]
mod edits;

#[path = "support/commands.rs"]
mod commands;

use std::sync::Arc;

use diptych::comparing::{self, Read};
use diptych::model::{ArticleKey, Comparison, Reading, Side, Sides, Work};
use diptych::workspace::{Action, Command, Compared, Finding, Job, Opened, State};
use edits::{Random, articles, edit, keys, origins};

/// What a reader sees of what they did.
#[derive(Debug, Clone, PartialEq)]
struct Seen {
    work: Work,
    corrected: Sides<Option<Reading>>,
    comparison: Comparison,
}

fn seen(state: &State) -> Seen {
    let compared = state.compared.as_ref().expect("both are compared");
    Seen {
        work: state.log.work(&keys()),
        corrected: compared.corrected.clone(),
        comparison: compared.comparison.clone(),
    }
}

/// Does a command and, at once, the comparisons that it gives rise to.
fn perform(state: &mut State, command: Command) {
    for job in state.apply(command) {
        if let Job::Compare(revision, sides, corrections, finding) = job {
            let read = |opened| -> Read<'_> {
                let opened: &Opened = opened;
                Read { article: &opened.article, reading: &opened.reading }
            };
            let both = Sides::new(read(&sides.left), read(&sides.right));
            let found = comparing::compare_corrected_with(both, &corrections, &finding);
            let compared = Compared::new(sides.clone(), found.readings, found.comparison);
            perform(state, Command::Compared(revision, Arc::new(compared)));
        }
    }
}

/// Both articles open, read and compared.
fn opened() -> State {
    let mut state = State::default();
    let (mut articles, mut origins) = (articles(), origins());
    for side in Side::BOTH {
        let origin = origins.get_mut(side).clone();
        let article = std::mem::take(articles.get_mut(side));
        let jobs = state.apply(Command::Open(side, origin.clone()));
        let [Job::Open(_, revision, _)] = &jobs[..] else { panic!("{jobs:?}") };
        let reading = diptych::reading::read(&article);
        let opened = Arc::new(Opened { origin, article, reading });
        perform(&mut state, Command::Imported(side, *revision, Arc::clone(&opened)));
        perform(&mut state, Command::Opened(side, *revision, Ok(opened)));
    }
    state
}

/// Random edits of all kinds, with undo and redo between them, are all taken back and all made again.
#[test]
fn every_earlier_state_comes_back_exactly() {
    for seed in 0..25 {
        let mut random = Random::new(seed + 1);
        let mut state = opened();
        // What was seen after each edit that holds; those taken back lie behind it.
        let mut history = vec![seen(&state)];
        let mut at = 0;
        for _ in 0..20 {
            match random.below(6) {
                0 => {
                    perform(&mut state, Command::Do(Action::Undo));
                    at = usize::saturating_sub(at, 1);
                }
                1 => {
                    perform(&mut state, Command::Do(Action::Redo));
                    at = (at + 1).min(history.len() - 1);
                }
                _ => {
                    let edit = edit(&mut random, &state.log);
                    perform(&mut state, Command::Edit(edit));
                    at += 1;
                    history.truncate(at);
                    history.push(seen(&state));
                }
            }
            assert_eq!(seen(&state), history[at], "seed {seed}");
        }
        for earlier in history[..at].iter().rev() {
            perform(&mut state, Command::Do(Action::Undo));
            assert_eq!(seen(&state), *earlier, "undone, seed {seed}");
        }
        assert_eq!(state.apply(Command::Do(Action::Undo)).len(), 0, "nothing is left to undo");
        for later in &history[1..] {
            perform(&mut state, Command::Do(Action::Redo));
            assert_eq!(seen(&state), *later, "redone, seed {seed}");
        }
    }
}

/// What was seen, and what else the comparison depends on: which article stands on the left, and how words are sought.
#[derive(Debug, Clone)]
struct Moment {
    seen: Seen,
    left: ArticleKey,
    finding: Finding,
}

impl Moment {
    fn of(state: &State) -> Self {
        let left = state.compared.as_ref().expect("both are compared").key(Side::Left);
        Self { seen: seen(state), left, finding: state.settings.finding }
    }

    /// The work is the same; so is all else where it is shown in the same way.
    fn assert_is(&self, earlier: &Moment, case: &str) {
        if (self.left, self.finding) == (earlier.left, earlier.finding) {
            assert_eq!(self.seen, earlier.seen, "{case}");
        } else {
            assert_eq!(self.seen.work, earlier.seen.work, "{case}");
        }
    }
}

/// Whatever else a reader does between their edits, they are taken back one by one, to the very same work.
#[test]
fn whatever_is_commanded_between_edits_undo_leads_back() {
    for seed in 0..40 {
        let mut random = Random::new(1000 + seed);
        let mut state = opened();
        // By how many edits hold; none where one command made several.
        let mut history = vec![Some(Moment::of(&state))];
        for _ in 0..60 {
            commands::look_about(&mut random, &mut state);
            let before = state.log.clone();
            let steps = [Command::Do(Action::Undo), Command::Do(Action::Redo)];
            let command = if random.below(6) == 0 { random.of(&steps) } else { commands::command(&mut random, &state) };
            let case = format!("seed {seed}, {command:?}");
            perform(&mut state, command.clone());
            let (now, held) = (state.log.done().len(), before.done().len());
            match command {
                Command::Do(Action::Undo | Action::Redo) => {
                    let moved = now.abs_diff(held);
                    assert!(moved <= 1 && now + state.log.undone().len() == held + before.undone().len(), "{case}");
                }
                _ if now == held => assert_eq!(state.log, before, "{case}"),
                _ => {
                    assert!(now > held && state.log.done().starts_with(before.done()), "{case}");
                    history.truncate(held + 1);
                    history.resize(now, None);
                    history.push(Some(Moment::of(&state)));
                }
            }
            if let Some(earlier) = &history[now] {
                Moment::of(&state).assert_is(earlier, &case);
            }
        }
        if state.presenting {
            perform(&mut state, Command::Do(Action::Present));
        }
        // Its bar and sheets may hold a note that is being typed: it is an edit of its own.
        perform(&mut state, Command::KeepNote);
        for held in (0..state.log.done().len()).rev() {
            perform(&mut state, Command::Do(Action::Undo));
            assert_eq!(state.log.done().len(), held, "seed {seed}");
            if let Some(earlier) = &history[held] {
                Moment::of(&state).assert_is(earlier, &format!("seed {seed}, back at {held}"));
            }
        }
    }
}
