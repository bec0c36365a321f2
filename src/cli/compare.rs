//! `diptych compare LEFT RIGHT`.

use super::arguments::{Compare, ComparisonFormat};
use crate::comparing::{self, Read};
use crate::model::Sides;
use crate::{export, import, reading};

/// The comparison in the format asked for.
pub fn run(arguments: &Compare) -> Result<String, String> {
    let open = |path| import::open(path).map_err(|error| error.to_string());
    let articles = Sides::new(open(&arguments.left)?, open(&arguments.right)?);
    let readings = reading::read_both(articles.as_ref());
    let read = |article, reading| Read { article, reading };
    let comparison =
        comparing::compare(Sides::new(read(&articles.left, &readings.left), read(&articles.right, &readings.right)));
    let print = match arguments.format {
        ComparisonFormat::Json => export::json::comparison,
        ComparisonFormat::Markdown => export::markdown::comparison,
        ComparisonFormat::Text => export::text::comparison,
    };
    Ok(print(articles.as_ref(), readings.as_ref(), &comparison))
}
