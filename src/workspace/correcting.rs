//! The reader puts something right or makes something, takes it back, and is told what became of it.

use std::path::PathBuf;

use super::store::Change;
use super::{Job, State};
use crate::model::{Correction, Edit};

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
    /// What could not be saved for a while is saved.
    SavedAgain,
    /// A copy is in that file.
    CopySaved(PathBuf),
}

impl State {
    pub(super) fn edit(&mut self, edit: Edit) -> Vec<Job> {
        let open = self.open_keys();
        self.log.push(edit.clone(), &open);
        self.close_source_sheet();
        let mut jobs = self.after(&edit);
        jobs.extend(self.keep(Change::Did(edit.clone())));
        self.tell(Event::Done(edit));
        jobs
    }

    pub(super) fn undo(&mut self) -> Vec<Job> {
        let undone = self.log.undo(&self.open_keys());
        let mut jobs = undone.as_ref().map_or_else(Vec::new, |edit| self.after(edit));
        jobs.extend(undone.as_ref().and_then(|_| self.keep(Change::Undid)));
        self.tell(undone.map_or(Event::NothingToUndo, Event::Undone));
        jobs
    }

    pub(super) fn redo(&mut self) -> Vec<Job> {
        let redone = self.log.redo(&self.open_keys());
        let mut jobs = redone.as_ref().map_or_else(Vec::new, |edit| self.after(edit));
        jobs.extend(redone.as_ref().and_then(|_| self.keep(Change::Redid)));
        self.tell(redone.map_or(Event::NothingToRedo, Event::Redone));
        jobs
    }

    /// What an edit gives rise to, made or taken back: only a correction changes what the program reads.
    fn after(&mut self, edit: &Edit) -> Vec<Job> {
        self.make();
        let mut jobs = if matches!(edit, Edit::Correct(_)) { self.recount() } else { Vec::new() };
        if matches!(edit, Edit::Correct(Correction::Describe { .. })) && self.remember_pair() {
            jobs.push(Job::SaveSettings);
        }
        jobs
    }

    pub(super) fn tell(&mut self, event: Event) {
        let serial = self.told.as_ref().map_or(1, |told| told.serial + 1);
        self.told = Some(Told { event, serial });
    }
}
