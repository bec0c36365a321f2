//! Everything that can happen to the state: what the reader asks for, and what the worker answers.

use std::path::PathBuf;
use std::sync::Arc;

use super::store::Fetched;
use super::{
    Action, Checked, Compared, Exported, Finding, Folder, Found, Offer, Opened, Origin, Pane, ParagraphNumber, Sheet,
    Sought, Theme, Typography, Wish,
};
use crate::model::{Card, Correction, Edit, ItemId, LinkKind, Side, Sides, Span};

/// Something that happens.
#[derive(Debug, Clone)]
pub enum Command {
    /// An action of the menus, the keys or a button.
    Do(Action),
    /// Open this on that side.
    Open(Side, Origin),
    /// Open two at once.
    OpenPair(Origin, Origin),
    /// Open a folder and choose from it.
    OpenFolder(PathBuf),
    /// The reader typed a path, perhaps of a folder.
    OpenPath(Side, PathBuf),
    /// Make this link current and bring both its passages to one height.
    GoTo(usize),
    /// Bring these passages to one height and mark them.
    Show(Passage),
    /// No link is current any more: something else is looked at.
    LeaveLink,
    /// Stand this beside the columns.
    ShowPane(Pane),
    /// Read that theme, an index into the comparison's themes, from passage to passage.
    ReadTogether(usize),
    /// The reader put something right, or made something.
    Edit(Edit),
    /// Take away something that the reader made.
    TakeAway(ItemId),
    /// Move it among what is of its sort: down, or up.
    MoveItem(ItemId, bool),
    /// Take this note up again.
    WriteNote(ItemId),
    /// What has been typed of the note.
    NoteTyped(String),
    /// The note is done.
    KeepNote,
    /// The card is so now.
    SetCard(ItemId, Card),
    /// The reader wants that exported.
    SetWish(Wish),
    /// Ask where the export goes.
    PickExport,
    /// No picker can be had on this system to say where an export goes.
    NoExportPicker,
    /// Export to that file; whether one of that name may be replaced.
    ExportTo(PathBuf, bool),
    /// The worker wrote an export, or could not: one sentence says why.
    Exported(u64, Result<Exported, String>),
    /// The reader calls that theme so; an index into the comparison's themes.
    NameTheme(usize, String),
    /// The reader calls a link of their own so.
    NameLink(ItemId, String),
    /// Look for this quotation in both articles.
    Check(String),
    /// Seek this in both articles.
    Seek(Sought),
    /// Bring that paragraph into view.
    GoToParagraph(ParagraphNumber),
    /// Close the bar over the columns.
    CloseBar,
    /// The reader is about to leave where they are, by the strip.
    Leap,
    /// Turn to that article: a narrow window shows it, the keys move it.
    TurnTo(Side),
    /// Close the drawer with the counterpart; the link stays current.
    CloseCounterpart,
    /// Open this over the columns.
    OpenSheet(Sheet),
    /// List, mark and join only this kind; none for all.
    ShowOnly(Option<LinkKind>),
    /// Switch the layer of this kind off, or on again.
    ToggleLayer(LinkKind),
    /// Leave out shared words and quotations of fewer words than these.
    SetShortest(usize),
    /// This theme.
    SetTheme(Theme),
    /// The columns' text at so many times its usual size.
    SetTextScale(f32),
    /// The columns' text set so.
    SetTypography(Typography),
    /// The left column has this share of the room.
    SetSplit(f32),
    /// The columns glide to a passage, or jump.
    SetGlides(bool),
    /// The reader takes so many words in a minute.
    SetPace(u32),
    /// Seek shared words so.
    SetFinding(Finding),
    /// The tour is at that step, or over.
    TourTo(Option<usize>),
    /// Put the message over that column away.
    DismissNotice(Side),
    /// Close the sheet, field or choice that is open.
    CloseSheet,
    /// The worker opened an article: its words are there, and what a page needs; what it says has yet to be read.
    Imported(Side, u64, Arc<Opened>),
    /// So much of what goes under that revision is done, 0 to 1.
    Progress(u64, f32),
    /// The worker read an article, or could not: one sentence says why.
    Opened(Side, u64, Result<Arc<Opened>, String>),
    /// The worker found that an article's letters were saved wrongly: a sentence, and where the same stands mended.
    Damaged(Side, u64, String, Origin),
    /// The worker found several articles in the file for that side, one of which is to be chosen.
    Offered(Side, u64, Offer),
    /// The worker compared two articles.
    Compared(u64, Arc<Compared>),
    /// The worker looked for a quotation.
    Checked(u64, Arc<Checked>),
    /// A search found these.
    Found(Found),
    /// The worker looked into a folder, or could not.
    FolderRead(u64, Result<Folder, String>),
    /// These articles to choose from, the first two of them open.
    ChooseFrom(Folder),
    /// The picker closed with a file.
    Picked(Side, PathBuf),
    /// The worker found a document of two articles in the file for that side.
    FoundDocument(Side, u64, PathBuf),
    /// What was kept of the pair that is open.
    Fetched(u64, Box<Fetched>),
    /// All changes up to that number are on the disk, or are not: one sentence says why.
    Kept(Result<u64, String>),
    /// Save a copy there; whether it may replace another file.
    SaveCopy(PathBuf, bool),
    /// The copy was saved, or was not: one sentence says why.
    CopySaved(Result<PathBuf, String>),
    /// No picker can be had for a copy: a field for the path takes its place.
    NoCopyPicker,
    /// The picker closed with a folder.
    PickedFolder(PathBuf),
    /// No picker can be had on this system: a field for the path takes its place.
    NoPicker(Side),
    /// Something outside the articles went wrong; said over that column.
    Failed(Side, String),
}

impl Command {
    /// The reader put that right.
    pub fn correct(correction: Correction) -> Self {
        Command::Edit(Edit::Correct(correction))
    }

    /// Whether the worker, or what is outside the program, says it, and not the reader.
    pub(super) fn is_answer(&self) -> bool {
        matches!(
            self,
            Command::Imported(..)
                | Command::Progress(..)
                | Command::Opened(..)
                | Command::Damaged(..)
                | Command::Offered(..)
                | Command::Compared(..)
                | Command::Checked(..)
                | Command::Found(..)
                | Command::FolderRead(..)
                | Command::FoundDocument(..)
                | Command::Fetched(..)
                | Command::Kept(..)
                | Command::CopySaved(..)
                | Command::Exported(..)
                | Command::Failed(..)
        )
    }
}

/// A passage to look at, with its counterpart, if there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// The side that was asked for; the other one has the counterpart.
    pub asked: Side,
    /// Where it is; a side without one stays where it stands.
    pub spans: Sides<Option<Span>>,
    /// The link that joins them, to be current with it.
    pub link: Option<usize>,
}
