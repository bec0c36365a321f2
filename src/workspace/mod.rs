//! What the reader made of two articles, and what they set: what is open, what is current, settings, recent files.
//!
//! [`State::apply`] is the one place where things change: a [`Command`] goes in, [`Job`]s for the worker come out.
//! Nothing here draws, and nothing but [`settings`] touches a disk.

mod actions;
mod commands;
mod jobs;
mod opened;
pub mod settings;
mod state;

pub use actions::{Action, Menu};
pub use commands::Command;
pub use jobs::Job;
pub use opened::{Folder, Opened, Origin};
pub use settings::{LeftOff, Pair, Settings, Theme};
pub use state::{Column, Compared, NoPicker, Sheet, State};
