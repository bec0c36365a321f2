//! `diptych read FILE…`.

use super::arguments::{Read, ReadingFormat};
use super::opening::open;
use crate::{export, reading};

/// Prints one line a file, in the order given; stops at the first that cannot be read.
pub fn run(arguments: &Read, print: impl Fn(&str) -> Result<(), String>) -> Result<(), String> {
    for path in &arguments.files {
        let article = open(path)?;
        let found = reading::read(&article);
        match arguments.format {
            ReadingFormat::Json => print(&export::json::reading(&article, &found))?,
        }
    }
    Ok(())
}
