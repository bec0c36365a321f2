//! The reader puts something right or makes something, takes it back, and is told what became of it.

use std::path::PathBuf;
use std::sync::Arc;

use super::store::Change;
use super::{Exported, Job, State};
use crate::model::{Correction, Edit, Item, Work};

/// What became of an edit, to be said for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What happened.
    pub event: Event,
    /// What the reader made or took away, where it was such an edit.
    pub item: Option<Item>,
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
    /// The reader asked for a note, and nothing was selected, current or pointed at.
    NothingToNote,
    /// The reader asked for what needs selected words.
    NothingSelected,
    /// The reader asked to join two selections, and there are not two.
    OneSelected,
    /// The reader asked to strike out a link, and none was current.
    NoLink,
    /// The selected words are on the clipboard, with their citation.
    CopiedWithCitation,
    /// A file was written there.
    Exported(Exported),
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
        let item = self.item_of(&edit);
        self.log.push(edit.clone(), &open);
        self.close_source_sheet();
        let mut jobs = self.after(&edit);
        jobs.extend(self.keep(Change::Did(edit.clone())));
        let item = self.item_of(&edit).or(item);
        self.tell_of(Event::Done(edit), item);
        jobs
    }

    pub(super) fn undo(&mut self) -> Vec<Job> {
        let before = Arc::clone(self.work());
        let undone = self.log.undo(&self.open_keys());
        let mut jobs = undone.as_ref().map_or_else(Vec::new, |edit| self.after(edit));
        jobs.extend(undone.as_ref().and_then(|_| self.keep(Change::Undid)));
        let item = undone.as_ref().and_then(|edit| self.item_of(edit).or_else(|| item_in(&before, edit)));
        self.tell_of(undone.map_or(Event::NothingToUndo, Event::Undone), item);
        jobs
    }

    pub(super) fn redo(&mut self) -> Vec<Job> {
        let before = Arc::clone(self.work());
        let redone = self.log.redo(&self.open_keys());
        let mut jobs = redone.as_ref().map_or_else(Vec::new, |edit| self.after(edit));
        jobs.extend(redone.as_ref().and_then(|_| self.keep(Change::Redid)));
        let item = redone.as_ref().and_then(|edit| self.item_of(edit).or_else(|| item_in(&before, edit)));
        self.tell_of(redone.map_or(Event::NothingToRedo, Event::Redone), item);
        jobs
    }

    /// What an edit gives rise to, made or taken back: only a correction changes what the program reads.
    fn after(&mut self, edit: &Edit) -> Vec<Job> {
        if self.make() {
            self.rework();
        }
        let mut jobs = if matches!(edit, Edit::Correct(_)) { self.recount() } else { Vec::new() };
        if matches!(edit, Edit::Correct(Correction::Describe { .. })) && self.remember_pair() {
            jobs.push(Job::SaveSettings);
        }
        jobs
    }

    pub(super) fn tell(&mut self, event: Event) {
        self.tell_of(event, None);
    }

    fn tell_of(&mut self, event: Event, item: Option<Item>) {
        let serial = self.told.as_ref().map_or(1, |told| told.serial + 1);
        self.told = Some(Told { event, item, serial });
    }

    /// What an edit made or changed, as it is now.
    fn item_of(&self, edit: &Edit) -> Option<Item> {
        item_in(self.work(), edit)
    }
}

fn item_in(work: &Work, edit: &Edit) -> Option<Item> {
    work.item(edit.item()?).cloned()
}
