//! An article for a command, with a word on standard error where its letters look damaged.

use std::path::Path;

use crate::import::{self, mojibake};
use crate::model::Article;

/// The article as it stands; nothing is mended unasked.
pub fn open(path: &Path) -> Result<Article, String> {
    let article = import::open(path).map_err(|error| error.to_string())?;
    if let Some(damage) = mojibake::damage(&article.text) {
        let (shown, mended) = (import::shown_path(path), import::shown_path(&import::path_of_mended(path)));
        eprintln!("diptych: “{shown}”: {damage}; open it as “{mended}” to read it mended.");
    }
    Ok(article)
}
