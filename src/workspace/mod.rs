//! What the reader made of two articles, and what they set: what is open, what is current, settings, recent files.
//!
//! [`State::apply`] is the one place where things change: a [`Command`] goes in, [`Job`]s for the worker come out.
//! Nothing here draws, and nothing but [`settings`] and [`store`] touches a disk.

mod actions;
pub mod anchors;
mod arriving;
mod cards;
mod checking;
mod commands;
mod compared;
mod correcting;
mod exporting;
mod find;
mod folded;
mod folding;
mod history;
mod jobs;
mod keeping;
mod layers;
mod log;
mod made;
mod making;
mod offers;
mod one_column;
mod opened;
mod opening;
mod paragraphs;
mod presenting;
mod reworked;
pub mod settings;
mod sheets;
mod state;
pub mod store;
mod together;
mod typography;
mod wordings;

pub use crate::comparing::overlap::{Scoring, Seeding, Settings as Finding};
pub use crate::comparing::wording::{Change, ChangeKind, Check, Place as QuotedPlace, Verdict};
pub use crate::export::citation::Form as CitationForm;
pub use crate::export::runs::Look;
pub use crate::export::{Format as ExportFormat, Kind as ExportKind, Options as ExportOptions, Paper};
pub use actions::{Action, Menu};
pub use checking::{Checked, Checking};
pub use commands::{Command, Passage};
pub use compared::Compared;
pub use correcting::{Event, Told};
pub use exporting::{Export, Exporting, Wish};
pub use find::{Bar, Find};
pub use folded::{Folded, Sought};
use folding::Fold;
pub use history::{Destination, History};
pub use jobs::Job;
pub use keeping::Keeping;
pub use layers::MOST_SHORTEST_WORDS;
pub use log::Log;
pub use making::Writing;
pub use offers::{Offer, Offered};
pub use one_column::OneColumn;
pub use opened::{Folder, Opened, Origin};
pub use paragraphs::ParagraphNumber;
pub use settings::{LeftOff, Pair, Pane, Scrolling, Settings, Theme};
pub use sheets::{NoPicker, Sheet};
pub use state::{Column, State};
pub use together::Together;
pub use typography::{ReadingFace, Typography};
pub use wordings::Wordings;
