//! `diptych compare LEFT RIGHT`, and `diptych compare DOCUMENT`.

use super::arguments::{Compare, ComparisonFormat};
use super::opening::open_pair;
use crate::comparing::{self, Corrected, Read};
use crate::model::Sides;
use crate::{export, reading};

/// The comparison in the format asked for; of a document with the corrections in it.
pub fn run(arguments: &Compare) -> Result<String, String> {
    let (articles, work) = open_pair(&arguments.left, arguments.right.as_deref())?;
    let readings = reading::read_both(articles.as_ref());
    let read = |article, reading| Read { article, reading };
    let sides = Sides::new(read(&articles.left, &readings.left), read(&articles.right, &readings.right));
    let Corrected { readings: corrected, comparison } = comparing::compare_corrected(sides, &work.corrections);
    let readings = Sides::new(corrected.left.unwrap_or(readings.left), corrected.right.unwrap_or(readings.right));
    let print = match arguments.format {
        ComparisonFormat::Json => export::json::comparison,
        ComparisonFormat::Markdown => export::markdown::comparison,
        ComparisonFormat::Text => export::text::comparison,
    };
    Ok(print(articles.as_ref(), readings.as_ref(), &comparison))
}
