//! The reader puts something right or makes something, takes it back, and is told what became of it.

use super::{Job, State};
use crate::model::Edit;

/// What became of an edit, to be said for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What happened.
    pub event: Event,
    /// Another number for every telling.
    pub serial: u64,
}

/// What happened to an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was made.
    Done(Edit),
    /// It was taken back.
    Undone(Edit),
    /// It was made again.
    Redone(Edit),
    /// The reader asked who said it, and pointed at nothing.
    NoQuotation,
    /// There was none to take back.
    NothingToUndo,
    /// There was none to make again.
    NothingToRedo,
}

impl State {
    pub(super) fn edit(&mut self, edit: Edit) -> Vec<Job> {
        self.log.push(edit.clone());
        self.close_source_sheet();
        let jobs = self.after(&edit);
        self.tell(Event::Done(edit));
        jobs
    }

    pub(super) fn undo(&mut self) -> Vec<Job> {
        let undone = self.log.undo(&self.open_keys());
        let jobs = undone.as_ref().map_or_else(Vec::new, |edit| self.after(edit));
        self.tell(undone.map_or(Event::NothingToUndo, Event::Undone));
        jobs
    }

    pub(super) fn redo(&mut self) -> Vec<Job> {
        let redone = self.log.redo(&self.open_keys());
        let jobs = redone.as_ref().map_or_else(Vec::new, |edit| self.after(edit));
        self.tell(redone.map_or(Event::NothingToRedo, Event::Redone));
        jobs
    }

    /// What an edit gives rise to, made or taken back: only a correction changes what the program reads.
    fn after(&mut self, edit: &Edit) -> Vec<Job> {
        if matches!(edit, Edit::Correct(_)) { self.recount() } else { Vec::new() }
    }

    pub(super) fn tell(&mut self, event: Event) {
        let serial = self.told.as_ref().map_or(1, |told| told.serial + 1);
        self.told = Some(Told { event, serial });
    }
}
