//! `diptych compare LEFT RIGHT`, and `diptych compare DOCUMENT`.

use std::path::Path;

use super::arguments::{Compare, ComparisonFormat};
use super::opening::open;
use crate::comparing::{self, Corrected, Read};
use crate::model::{Article, Correction, Sides};
use crate::workspace::store::Document;
use crate::{export, import, reading};

/// The comparison in the format asked for; of a document with the corrections in it.
pub fn run(arguments: &Compare) -> Result<String, String> {
    let (articles, corrections) = match &arguments.right {
        Some(right) => (Sides::new(open(&arguments.left)?, open(right)?), Vec::new()),
        None => document(&arguments.left)?,
    };
    let readings = reading::read_both(articles.as_ref());
    let read = |article, reading| Read { article, reading };
    let sides = Sides::new(read(&articles.left, &readings.left), read(&articles.right, &readings.right));
    let Corrected { readings: corrected, comparison } = comparing::compare_corrected(sides, &corrections);
    let readings = Sides::new(corrected.left.unwrap_or(readings.left), corrected.right.unwrap_or(readings.right));
    let print = match arguments.format {
        ComparisonFormat::Json => export::json::comparison,
        ComparisonFormat::Markdown => export::markdown::comparison,
        ComparisonFormat::Text => export::text::comparison,
    };
    Ok(print(articles.as_ref(), readings.as_ref(), &comparison))
}

fn document(path: &Path) -> Result<(Sides<Article>, Vec<Correction>), String> {
    if !matches!(import::open(path), Err(error) if matches!(error.problem, import::Problem::Document)) {
        open(path)?;
        return Err(format!("“{}” is one article; name a second one to compare it with.", import::shown_path(path)));
    }
    let (document, _) = Document::open(path).map_err(|error| error.to_string())?;
    let corrections = document.log.work(&document.keys()).corrections;
    Ok((document.articles.map(|kept| kept.article), corrections))
}
