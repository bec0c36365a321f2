//! An `OpenDocument` text to an article.

mod body;
mod styles;

use super::container::Container;
use super::error::Problem;
use super::formats::Kind;
use super::properties;
use super::xml::{Malformed, Piece, Vocabulary, Xml};
use crate::model::{Article, Metadata};

use body::Body;
use styles::Styles;

/// The article in the bytes of a document, as it reads with all tracked changes accepted. Comments, headers and
/// footers are left out; footnotes and endnotes stand at the end in the order in which they are cited.
///
/// # Errors
///
/// [`Problem::Damaged`], [`Problem::Locked`] or [`Problem::Swollen`] as the container is.
pub fn article(bytes: &[u8]) -> Result<Article, Problem> {
    let kind = Kind::Odt.name();
    let mut container = Container::open(bytes, kind)?;
    let damaged = |_: Malformed| Problem::Damaged(kind);
    let manifest = container.optional("META-INF/manifest.xml")?;
    if is_encrypted(&manifest) {
        return Err(Problem::Locked(kind));
    }
    let content = container.required("content.xml")?;
    let mut styles = Styles::default();
    styles.read(&container.optional("styles.xml")?).map_err(damaged)?;
    styles.read(&content).map_err(damaged)?;
    let mut body = Body::new(&styles);
    body.read(&content).map_err(damaged)?;
    Ok(body.finish(metadata(&container.optional("meta.xml")?)))
}

/// A manifest that cannot be read locks nothing.
fn is_encrypted(manifest: &str) -> bool {
    let mut xml = Xml::new(manifest);
    while let Ok(Some(piece)) = xml.next() {
        if matches!(piece, Piece::Start(element) if element.name() == "encryption-data") {
            return true;
        }
    }
    false
}

/// Title and author. When a document was made or saved is not when an article appeared, so there is no date.
fn metadata(part: &str) -> Metadata {
    let mut metadata = Metadata::default();
    let mut last_writer = None;
    let mut xml = Xml::new(part);
    while let Ok(Some(piece)) = xml.next() {
        let Piece::Start(element) = piece else { continue };
        let mut words = || xml.words().unwrap_or_default();
        match (element.vocabulary, element.name()) {
            (Vocabulary::Dublin, "title") => metadata.title = properties::title(&words()),
            (Vocabulary::OdfMetadata, "initial-creator") => metadata.byline = properties::authors([words().as_str()]),
            (Vocabulary::Dublin, "creator") => last_writer = properties::authors([words().as_str()]),
            _ => {}
        }
    }
    metadata.byline = metadata.byline.or(last_writer);
    metadata
}

#[cfg(test)]
mod tests;
