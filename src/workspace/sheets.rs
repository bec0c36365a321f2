//! What lies over the columns: one sheet at a time.

use super::{Event, Job, State};
use crate::model::{ItemId, Side};

/// What lies over the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Every command, to be found by its name.
    Commands,
    /// Every key.
    Keys,
    /// What this is.
    About,
    /// How the reader wants things.
    Preferences,
    /// A field for a path; whether because no picker can be had.
    Path(Side, NoPicker),
    /// A field for the path of a copy; whether because no picker can be had.
    SaveCopy(NoPicker),
    /// The articles of a folder.
    Folder,
    /// Which article of a file that holds several, for that side.
    Part(Side),
    /// A quotation to look for in both.
    Check,
    /// Who said this quotation of that side.
    WhoSaid(Side, usize),
    /// What is to be exported, how and where.
    Export,
    /// A card, opened.
    Card(ItemId),
    /// What that side's article is called, who wrote it and the like.
    Article(Side),
    /// Which source is the same as this one: an index into the comparison's sources.
    Merge(usize),
    /// Which part of this source is somebody else.
    Split(usize),
}

/// Why the field for a path is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPicker {
    /// The reader asked for it.
    Asked,
    /// The system has no file picker.
    Missing,
}

impl State {
    pub(super) fn close_source_sheet(&mut self) {
        if matches!(self.sheet, Some(Sheet::WhoSaid(..) | Sheet::Merge(_) | Sheet::Split(_))) {
            self.sheet = None;
        }
    }

    pub(super) fn ask_who_said(&mut self) -> Vec<Job> {
        match (self.at_hand, self.sheet, &self.compared) {
            (Some((side, quotation)), None, Some(_)) => self.sheet = Some(Sheet::WhoSaid(side, quotation)),
            (None, None, Some(_)) => self.tell(Event::NoQuotation),
            _ => {}
        }
        Vec::new()
    }

    /// What the article is called that the reader has turned to, else the other one.
    pub(super) fn ask_about_article(&mut self) -> Vec<Job> {
        let facing = self.one_column.facing;
        let is_open = |side: &Side| self.columns.get(*side).opened.is_some();
        let side = [facing, facing.other()].into_iter().find(is_open).unwrap_or(facing);
        self.toggle_sheet(Sheet::Article(side))
    }

    pub(super) fn show_sheet(&mut self, sheet: Option<Sheet>) -> Vec<Job> {
        self.forget_offers();
        self.sheet = sheet;
        Vec::new()
    }

    pub(super) fn toggle_sheet(&mut self, sheet: Sheet) -> Vec<Job> {
        let next = (self.sheet != Some(sheet)).then_some(sheet);
        self.show_sheet(next)
    }
}
