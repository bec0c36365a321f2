//! The articles for a command, with a word on standard error where its letters look damaged or its language is not read.

use std::path::Path;

use crate::import::{self, mojibake};
use crate::model::{Article, Sides, Work, unread};
use crate::workspace::Origin;
use crate::workspace::store::{self, Document, KeptArticle};

/// The article as it stands; nothing is mended unasked.
pub fn open(path: &Path) -> Result<Article, String> {
    let article = import::open(path).map_err(|error| error.to_string())?;
    if let Some(damage) = mojibake::damage(&article.text) {
        let (shown, mended) = (import::shown_path(path), import::shown_path(&import::path_of_mended(path)));
        eprintln!("diptych: “{shown}”: {damage}; open it as “{mended}” to read it mended.");
    }
    if let Some(unread) = unread(&article.text) {
        eprintln!("diptych: “{}”: {unread}", import::shown_path(path));
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

/// What the reader made of two articles in the window.
pub fn work_on(articles: &Sides<Article>) -> Result<Work, String> {
    let kept = |article: &Article| {
        let path = article.path.clone().unwrap_or_default();
        (KeptArticle::new(Origin::File(path.clone()).name(), article.clone()), Origin::File(path))
    };
    let [left, right] = [kept(&articles.left), kept(&articles.right)];
    let places = store::places([&left.1, &right.1]);
    let Some(folder) = store::folder() else { return Ok(Work::default()) };
    let document = store::kept(&folder, Sides::new(left.0, right.0), places.as_deref());
    let document = document.map_err(|error| error.to_string())?;
    Ok(document.map(|document| document.log.work(&document.keys())).unwrap_or_default())
}

fn document(path: &Path) -> Result<(Sides<Article>, Work), String> {
    match import::open(path) {
        Err(error) if matches!(error.problem, import::Problem::Document) => {
            let (document, _) = Document::open(path).map_err(|error| error.to_string())?;
            let work = document.log.work(&document.keys());
            Ok((document.articles.map(|kept| kept.article), work))
        }
        Err(error) => Err(error.to_string()),
        Ok(_) => Err(format!("“{}” is one article; name a second one to compare it with.", import::shown_path(path))),
    }
}
