//! Bytes to an [`Article`]: one file a format, sniffing, encodings, metadata, limits.

mod error;
mod plain;

use std::path::Path;

pub use error::ImportError;

use crate::model::Article;

/// Reads the article in a file.
///
/// # Errors
///
/// [`ImportError`] says in one sentence what is wrong with which file and what to do.
pub fn open(path: &Path) -> Result<Article, ImportError> {
    let bytes = std::fs::read(path).map_err(|cause| ImportError::Unreadable { path: path.to_owned(), cause })?;
    let mut article = plain::article(&String::from_utf8_lossy(&bytes));
    article.path = Some(path.to_owned());
    Ok(article)
}

/// The article in text that was pasted.
///
/// # Errors
///
/// [`ImportError::Empty`] where there are no words in it.
pub fn pasted(text: &str) -> Result<Article, ImportError> {
    Ok(plain::article(text))
}
