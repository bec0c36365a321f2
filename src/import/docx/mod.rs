//! A Word document (Office Open XML, transitional and strict) to an article.

mod body;
mod parts;
mod properties;
mod styles;

use super::container::Container;
use super::error::Problem;
use super::formats::{Format, Holds, Kind};
use super::xml::Malformed;
use crate::model::Article;

use body::Body;
use parts::Parts;
use styles::Styles;

/// The article in the bytes of a document, as it reads with all tracked changes accepted. Comments, headers and
/// footers are left out; footnotes and endnotes stand at the end in the order in which they are cited.
///
/// # Errors
///
/// [`Problem::Damaged`], [`Problem::Locked`] or [`Problem::Swollen`] as the container is.
pub fn article(bytes: &[u8]) -> Result<Article, Problem> {
    let kind = Kind::Docx.name();
    let mut container = Container::open(bytes, kind)?;
    let parts = Parts::find(&mut container)?;
    if let Some(format) = other_office_format(&parts.main) {
        return Err(Problem::OtherFormat(format));
    }
    let damaged = |_: Malformed| Problem::Damaged(kind);
    let styles = container.optional(&parts.styles)?;
    let styles = Styles::read(&styles).map_err(damaged)?;
    let mut body = Body::new(&styles);
    body.read(&container.required(&parts.main)?).map_err(damaged)?;
    for part in [parts.footnotes, parts.endnotes] {
        let notes = container.optional(&part)?;
        body.read_notes(&notes).map_err(damaged)?;
    }
    let metadata = properties::metadata(&container.optional(&parts.properties)?);
    Ok(body.finish(metadata))
}

fn other_office_format(main: &str) -> Option<Format> {
    if main.starts_with("xl/") {
        Some(Format { name: "an Excel workbook", holds: Holds::NoText })
    } else if main.starts_with("ppt/") {
        Some(Format { name: "a PowerPoint presentation", holds: Holds::Text })
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
