//! Nothing is lost: what a reader makes of a pair is on the disk before it is acknowledged, and comes back.
//!
//! Of every pair there is a document ([`Document`]: the articles, the edits, where the reader was) and beside it a journal
//! of what was done since the document was written. An edit is appended to the journal and flushed to the disk; then it
//! is acknowledged. The document is written whole or not at all, now and then and when the pair is closed; every change
//! has a number, so that a journal which could not be emptied in time is no harm. One window at a time writes a pair's
//! work. Nothing that cannot be read is ever written over.

mod document;
mod error;
mod journal;
mod keeper;
mod lock;
mod reanchoring;
mod saving;
mod whereabouts;
mod whole;

use std::path::PathBuf;

use etcetera::BaseStrategy as _;

pub use document::{Bookmark, Document, DocumentError, KeptArticle, LeftOut};
pub use error::StoreError;
pub use journal::Change;
pub use keeper::{Fetched, Keeper, kept};
pub use reanchoring::Unplaced;
pub use saving::{place_of, save};
pub use whereabouts::places;
pub use whole::{Audience, write_whole};

/// Ending of a document's name.
pub const ENDING: &str = "diptych";

/// Set to a path: what readers make is kept in that folder and not in the system's place for it. Where only the settings
/// have another place, it is kept beside them.
const WORK_VARIABLE: &str = "DIPTYCH_WORK";

/// Where the work of readers is kept; none where this system has no such place.
pub fn folder() -> Option<PathBuf> {
    let beside = || Some(super::settings::chosen_path()?.with_file_name("work"));
    if let Some(chosen) = std::env::var_os(WORK_VARIABLE).map(PathBuf::from).or_else(beside) {
        return Some(chosen);
    }
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.data_dir().join("diptych").join("work"))
}
