//! The reader puts something right, takes it back, and is told what became of it.

use super::{Job, State};
use crate::model::Correction;

/// What became of a correction, to be said for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What happened.
    pub event: Event,
    /// Another number for every telling.
    pub serial: u64,
}

/// What happened to a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was made.
    Done(Correction),
    /// It was taken back.
    Undone(Correction),
    /// It was made again.
    Redone(Correction),
    /// The reader asked who said it, and pointed at nothing.
    NoQuotation,
    /// There was none to take back.
    NothingToUndo,
    /// There was none to make again.
    NothingToRedo,
}

impl State {
    pub(super) fn correct(&mut self, correction: Correction) -> Vec<Job> {
        self.corrections.push(correction.clone());
        self.close_source_sheet();
        self.tell(Event::Done(correction));
        self.recount()
    }

    pub(super) fn undo(&mut self) -> Vec<Job> {
        let undone = self.corrections.undo(&self.open_keys());
        self.tell(undone.clone().map_or(Event::NothingToUndo, Event::Undone));
        undone.map_or_else(Vec::new, |_| self.recount())
    }

    pub(super) fn redo(&mut self) -> Vec<Job> {
        let redone = self.corrections.redo(&self.open_keys());
        self.tell(redone.clone().map_or(Event::NothingToRedo, Event::Redone));
        redone.map_or_else(Vec::new, |_| self.recount())
    }

    pub(super) fn tell(&mut self, event: Event) {
        let serial = self.told.as_ref().map_or(1, |told| told.serial + 1);
        self.told = Some(Told { event, serial });
    }
}
