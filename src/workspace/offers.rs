//! A file that holds several articles: the list of them, and the choice.

use super::{Job, Origin, Sheet, State};
use crate::model::{Side, Sides};

/// The articles of one file, to choose one from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What the file is called.
    pub file: String,
    /// What it holds, in its order.
    pub articles: Vec<Offered>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its headline, or its number where it has none.
    pub title: String,
    /// Who wrote it, where it stood, when, how long it is: what is known.
    pub detail: String,
    /// What opens it.
    pub origin: Origin,
}

impl State {
    /// Puts the list before the reader; what is open in that column stays.
    pub(super) fn receive_offer(&mut self, side: Side, revision: u64, offer: Offer) -> Vec<Job> {
        let column = self.columns.get_mut(side);
        if column.awaited != Some(revision) {
            return Vec::new();
        }
        column.awaited = None;
        column.being_read = None;
        *self.offers.get_mut(side) = Some(offer);
        if !matches!(self.sheet, Some(Sheet::Part(_))) {
            self.sheet = Some(Sheet::Part(side));
        }
        if self.comparing.is_some() { self.recount() } else { Vec::new() }
    }

    /// Takes lists away that have been answered; the other column's waits behind the first.
    pub(super) fn next_offer(&mut self, answered: Side) {
        *self.offers.get_mut(answered) = None;
        if self.sheet == Some(Sheet::Part(answered)) {
            let other = answered.other();
            self.sheet = self.offers.get(other).is_some().then_some(Sheet::Part(other));
        }
    }

    /// Nothing is to be chosen any more.
    pub(super) fn forget_offers(&mut self) {
        self.offers = Sides::default();
        if matches!(self.sheet, Some(Sheet::Part(_))) {
            self.sheet = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Command;

    fn offer(file: &str) -> Offer {
        let offered = |title: &str| Offered {
            title: title.to_owned(),
            detail: String::new(),
            origin: Origin::File(format!("{file}#{title}").into()),
        };
        Offer { file: file.to_owned(), articles: vec![offered("1"), offered("2")] }
    }

    fn revision(jobs: &[Job]) -> u64 {
        match jobs {
            [Job::Open(_, revision, _)] => *revision,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn two_files_of_several_articles_are_chosen_from_one_after_the_other() {
        let mut state = State::default();
        let open = |state: &mut State, side| {
            revision(&state.apply(Command::Open(side, Origin::File(format!("{}.txt", side.name()).into()))))
        };
        let (left, right) = (open(&mut state, Side::Left), open(&mut state, Side::Right));
        state.apply(Command::Offered(Side::Left, left, offer("left.txt")));
        state.apply(Command::Offered(Side::Right, right, offer("right.txt")));
        assert_eq!(state.sheet, Some(Sheet::Part(Side::Left)));
        state.apply(Command::Open(Side::Left, Origin::File("left.txt#2".into())));
        assert_eq!(state.sheet, Some(Sheet::Part(Side::Right)), "the other list waits its turn");
        state.apply(Command::CloseSheet);
        assert_eq!(state.sheet, None);
        assert_eq!(state.offers, Sides::default());
    }

    #[test]
    fn a_list_that_is_no_longer_wanted_is_not_shown() {
        let mut state = State::default();
        let early = revision(&state.apply(Command::Open(Side::Left, Origin::File("a.txt".into()))));
        state.apply(Command::Open(Side::Left, Origin::File("b.txt".into())));
        state.apply(Command::Offered(Side::Left, early, offer("a.txt")));
        assert_eq!(state.sheet, None);
    }
}
