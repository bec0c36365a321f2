//! The articles for a command, with a word on standard error where its letters look damaged.

use std::path::Path;

use crate::import::{self, mojibake};
use crate::model::{Article, Sides, Work};
use crate::workspace::store::Document;

/// The article as it stands; nothing is mended unasked.
pub fn open(path: &Path) -> Result<Article, String> {
    let article = import::open(path).map_err(|error| error.to_string())?;
    if let Some(damage) = mojibake::damage(&article.text) {
        let (shown, mended) = (import::shown_path(path), import::shown_path(&import::path_of_mended(path)));
        eprintln!("diptych: “{shown}”: {damage}; open it as “{mended}” to read it mended.");
    }
    Ok(article)
}

/// Two files, or one document with both articles and the work on them.
pub fn open_pair(left: &Path, right: Option<&Path>) -> Result<(Sides<Article>, Work), String> {
    match right {
        Some(right) => Ok((Sides::new(open(left)?, open(right)?), Work::default())),
        None => document(left),
    }
}

fn document(path: &Path) -> Result<(Sides<Article>, Work), String> {
    if !matches!(import::open(path), Err(error) if matches!(error.problem, import::Problem::Document)) {
        open(path)?;
        return Err(format!("“{}” is one article; name a second one to compare it with.", import::shown_path(path)));
    }
    let (document, _) = Document::open(path).map_err(|error| error.to_string())?;
    let work = document.log.work(&document.keys());
    Ok((document.articles.map(|kept| kept.article), work))
}
