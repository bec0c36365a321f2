//! An e-book to its chapters, each an article.
//!
//! On the same container and XML reader as the office formats: a crate for EPUB would unpack by rules of its own.

mod chapter;
mod contents;
mod package;
mod tags;

use super::container::Container;
use super::error::Problem;
use super::formats::Kind;
use super::limits::MOST_PARTS;
use super::xml::{Piece, Xml};
use crate::model::{Article, Metadata};

use chapter::Chapter;
use package::Package;

/// Ciphers that only veil a book's fonts.
const FONT_CIPHERS: [&str; 2] = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];
/// Pages in front of the first chapter with more words are text and not a title and its credits.
const MOST_FRONT_WORDS: usize = 300;

/// The chapters in the bytes of a book, in the order in which it is read.
///
/// # Errors
///
/// [`Problem::Protected`] where the book may only be read in the shop's program; [`Problem::Damaged`],
/// [`Problem::Locked`] or [`Problem::Swollen`] as the container is.
pub fn articles(bytes: &[u8]) -> Result<Vec<Article>, Problem> {
    let kind = Kind::Epub.name();
    let mut container = Container::open(bytes, kind)?;
    if is_protected(&container.optional("META-INF/encryption.xml")?) {
        return Err(Problem::Protected(kind));
    }
    let package = Package::find(&mut container)?;
    let starts = contents::starts(&mut container, &package)?;
    let mut chapters = Vec::new();
    let mut open = Chapter::default();
    for (place, path) in package.spine.iter().enumerate() {
        let Some(page) = container.text(path)? else { continue };
        let own: Vec<_> = starts.iter().filter(|start| start.place == place).collect();
        let wanted: Vec<&str> = own.iter().filter_map(|start| start.fragment.as_deref()).collect();
        let Some(pieces) = tags::pieces(&page, &wanted) else { return Err(Problem::Swollen(kind)) };
        for piece in pieces {
            let start = own.iter().find(|start| start.fragment.as_deref() == piece.fragment);
            if let Some(start) = start.map(|start| start.title.clone()).or(starts.is_empty().then_some(None)) {
                chapters.push(std::mem::replace(&mut open, Chapter::titled(start)));
            }
            if !piece.is_apparatus && !package.apparatus.contains(path) {
                open.add(&piece.html);
            }
        }
    }
    chapters.push(open);
    chapters.truncate(MOST_PARTS);
    Ok(finished(chapters, &package.metadata, !starts.is_empty()))
}

/// The chapters that have words, each with what the book says of itself.
fn finished(chapters: Vec<Chapter>, book: &Metadata, has_contents: bool) -> Vec<Article> {
    let is_front = |place: usize, chapter: &Chapter| has_contents && place == 0 && chapter.words() <= MOST_FRONT_WORDS;
    let kept =
        chapters.into_iter().enumerate().filter(|(place, chapter)| chapter.words() > 0 && !is_front(*place, chapter));
    let mut kept: Vec<Chapter> = kept.map(|(_, chapter)| chapter).collect();
    if kept.len() > 1 {
        kept.retain(|chapter| !chapter.is_apparatus(book.title.as_deref()));
    }
    if kept.len() <= 1 {
        return kept
            .into_iter()
            .map(|chapter| chapter.finish(Metadata { title: None, ..book.clone() }, book.title.clone()))
            .collect();
    }
    // What a chapter appeared in is the book.
    let around = Metadata { title: None, publication: book.title.clone().or(book.publication.clone()), ..book.clone() };
    kept.into_iter().map(|chapter| chapter.finish(around.clone(), None)).collect()
}

/// Whether more than the fonts is encrypted.
fn is_protected(encryption: &str) -> bool {
    let mut xml = Xml::new(encryption);
    while let Ok(Some(piece)) = xml.next() {
        let Piece::Start(element) = piece else { continue };
        let cipher = element.attribute("Algorithm").unwrap_or_default();
        // The ciphers of keys are named too, but only where something else is locked with them.
        if element.name() == "EncryptionMethod" && !FONT_CIPHERS.contains(&cipher.as_str()) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests;
