//! What the state asks others to do: slow work for the worker, and what only the window can do.

use std::path::PathBuf;
use std::sync::Arc;

use super::store::{Bookmark, Change, Document};
use super::{Export, Finding, Opened, Origin, Search};
use crate::model::{Correction, Side, Sides};

/// Work that a command gives rise to.
#[derive(Debug, Clone)]
pub enum Job {
    /// Open this for that side; answered by [`Command::Imported`](super::Command::Imported) with the revision, or by
    /// [`Command::Opened`](super::Command::Opened) with what went wrong.
    Open(Side, u64, Origin),
    /// Read this, which is on that side already; answered by [`Command::Opened`](super::Command::Opened).
    Read(Side, u64, Arc<Opened>),
    /// Compare these with the reader's corrections, shared words sought so; answered by
    /// [`Command::Compared`](super::Command::Compared) with the revision.
    Compare(u64, Sides<Arc<Opened>>, Vec<Correction>, Finding),
    /// Look for this quotation in these; answered by [`Command::Checked`](super::Command::Checked) with the revision.
    Check(u64, Sides<Option<Arc<Opened>>>, String),
    /// Write that file; answered by [`Command::Exported`](super::Command::Exported) with the revision.
    Export(u64, Box<Export>),
    /// Show the system's picker for a file to write, under that name.
    PickExport(String),
    /// Put that on the clipboard.
    CopyText(String),
    /// Search both articles; answered piece by piece by [`Command::Found`](super::Command::Found).
    Seek(Search),
    /// Nobody waits any more for articles, their comparison or a check.
    Cancel,
    /// List the articles of a folder.
    ReadFolder(u64, PathBuf),
    /// Show the system's file picker for that side.
    Pick(Side),
    /// Show the system's folder picker.
    PickFolder,
    /// Ask the system for the clipboard; its text comes as a paste for that side.
    RequestPaste(Side),
    /// Put the selection on the clipboard.
    CopySelection,
    /// Move both columns: to the top, or to the end.
    ScrollBoth {
        /// Whether to the end.
        to_end: bool,
    },
    /// Switch the whole screen on or off.
    ToggleFullScreen,
    /// The whole screen, or not.
    SetFullScreen(bool),
    /// Fetch what is kept of these, and of the document that they come from, if they do; answered by
    /// [`Command::Fetched`](super::Command::Fetched) with the revision.
    Fetch(u64, Sides<Arc<Opened>>, Option<PathBuf>),
    /// Keep this change, the so-manieth of the pair; answered by [`Command::Kept`](super::Command::Kept).
    Keep(u64, Change),
    /// The pair is left, the reader being there.
    Leave(Bookmark),
    /// Ask where a copy is to be saved, under that name unless another is given.
    PickCopy(String),
    /// Save a copy there; whether it may replace another file; answered by
    /// [`Command::CopySaved`](super::Command::CopySaved).
    SaveCopy(PathBuf, bool, Box<Document>),
    /// Write the settings down.
    SaveSettings,
    /// Close the window.
    Quit,
}
