//! The window: eframe's app, the worker thread, dialogs, drops, the clipboard, settings.

mod app;
mod exporting;
mod finder;
mod icon;
mod keeping;
mod picker;
mod samples;
mod window;
mod worker;

use std::path::PathBuf;

pub use app::App;

/// Opens the window on these files (none: where the reader left off, or the sample pair).
///
/// # Errors
///
/// One sentence where no window can be opened, for instance without a display.
pub fn run(files: Vec<PathBuf>) -> Result<(), String> {
    window::open(files)
}
