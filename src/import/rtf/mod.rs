//! Rich text to an article.
//!
//! A reader of our own: the crates for it know neither the code pages of fonts nor notes, fields, shapes and deletions.
//! Source: Rich Text Format Specification, version 1.9.1.

mod code_pages;
mod reader;
mod state;
mod styles;
mod tokens;
mod words;

use super::error::Problem;
use super::formats::Kind;
use crate::model::Article;

use reader::Reader;

/// The article in the bytes of a file, as it reads with all tracked changes accepted. Comments, headers, footers and
/// pictures are left out; notes stand at the end.
///
/// # Errors
///
/// [`Problem::Damaged`] where groups nest beyond reason or do not end.
pub fn article(bytes: &[u8]) -> Result<Article, Problem> {
    Reader::read(bytes).ok_or(Problem::Damaged(Kind::Rtf.name()))
}

#[cfg(test)]
mod tests;
