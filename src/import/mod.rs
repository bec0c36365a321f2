//! Bytes to an [`Article`]: the file within limits, its format and encoding told by content, one file a format.
//!
//! Nothing is fetched, nothing is written. Later formats (HTML, PDF, DOCX, …) get a file each beside
//! `plain` and `markdown` and an arm in `decoded`; what is recognised and not yet read is named by `formats`.

mod encoding;
mod error;
mod file;
mod folder;
mod formats;
mod front_matter;
mod html_text;
mod limits;
mod line_breaks;
mod markdown;
mod plain;

use std::path::Path;

pub use error::{ImportError, Problem, Subject, shown_path};
pub use folder::folder;
pub use formats::{Format, Holds};
pub use limits::LARGEST_FILE_BYTES;

use crate::model::Article;

/// Endings of names that mean Markdown: as text it cannot be told from plain text with stars in it.
const MARKDOWN_EXTENSIONS: [&str; 5] = ["md", "markdown", "mdown", "mkd", "mdtext"];

/// Reads the article in a file.
///
/// # Errors
///
/// [`ImportError`] says in one sentence what is wrong with which file and what to do.
pub fn open(path: &Path) -> Result<Article, ImportError> {
    let article = file::read(path).and_then(|bytes| decoded(&bytes, path));
    let mut article = article.map_err(|problem| ImportError::new(Subject::File(path.to_owned()), problem))?;
    article.path = Some(path.to_owned());
    Ok(article)
}

/// The article in bytes that are already at hand; `name` is what the file is called, for its ending and for errors.
///
/// # Errors
///
/// As for [`open`], as far as bytes alone can be wrong.
pub fn from_bytes(bytes: &[u8], name: &str) -> Result<Article, ImportError> {
    let article = if bytes.len() as u64 > LARGEST_FILE_BYTES {
        Err(Problem::TooLarge { bytes: bytes.len() as u64 })
    } else {
        decoded(bytes, Path::new(name))
    };
    article.map_err(|problem| ImportError::new(Subject::File(name.into()), problem))
}

/// The article in text that was pasted.
///
/// # Errors
///
/// [`Problem::Empty`] where there are no words in it, [`Problem::TooLarge`] where there are too many.
pub fn pasted(text: &str) -> Result<Article, ImportError> {
    let bytes = text.len() as u64;
    let article = if bytes > LARGEST_FILE_BYTES {
        Err(Problem::TooLarge { bytes })
    } else {
        with_words(plain::article(text.strip_prefix('\u{FEFF}').unwrap_or(text)))
    };
    article.map_err(|problem| ImportError::new(Subject::PastedText, problem))
}

fn decoded(bytes: &[u8], name: &Path) -> Result<Article, Problem> {
    if let Some(format) = formats::other_format(bytes) {
        return Err(Problem::OtherFormat(format));
    }
    let text = encoding::decode(bytes).ok_or(Problem::NotText)?;
    with_words(if is_markdown(name) { markdown::article(&text) } else { plain::article(&text) })
}

fn with_words(article: Article) -> Result<Article, Problem> {
    let has_words = article.text.chars().any(char::is_alphanumeric);
    if has_words { Ok(article) } else { Err(Problem::Empty) }
}

fn is_markdown(name: &Path) -> bool {
    let extension = name.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    MARKDOWN_EXTENSIONS.contains(&extension.as_str())
}
