//! Bytes to an [`Article`]: the file within limits, its format and encoding told by content, one file a format.
//!
//! Nothing is fetched, nothing is written. Text is read where it is asked for; what needs a parser is read in a
//! process of its own ([`confined`]). A new format gets a file of its own, a [`formats::Kind`] and an arm in `articles`.

mod block;
pub mod confined;
mod container;
mod contents;
mod database;
mod document;
mod docx;
mod draft;
mod encoding;
mod epub;
mod error;
mod file;
mod folder;
mod formats;
mod front_matter;
mod html_text;
mod limits;
mod line_breaks;
mod markdown;
pub mod mojibake;
mod odt;
mod pdf;
mod plain;
mod properties;
mod rtf;
mod run;
mod story;
mod style_names;
mod symbols;
mod web_page;
mod xml;

use std::borrow::Cow;
use std::path::Path;

pub use contents::{Part, file_of, path_of_mended, path_of_part};
pub use error::{ImportError, Problem, Subject, shown_path};
pub use folder::folder;
pub use formats::{EXTENSIONS, Format, Holds};
pub use limits::{LARGEST_CONTAINER_BYTES, LARGEST_FILE_BYTES};

use crate::model::Article;
use formats::Kind;

/// Endings of names that mean Markdown: as text it cannot be told from plain text with stars in it.
const MARKDOWN_EXTENSIONS: [&str; 5] = ["md", "markdown", "mdown", "mkd", "mdtext"];

/// Reads the article in a file; `hits.txt#3` is the third of a file that holds several, `old.txt#mended` an article whose
/// letters were saved wrongly ([`mojibake`]), mended.
///
/// # Errors
///
/// [`ImportError`] says in one sentence what is wrong with which file and what to do; [`Problem::Several`] has the
/// list to choose from.
pub fn open(path: &Path) -> Result<Article, ImportError> {
    open_while(path, &mut || true)
}

/// As [`open`], asking `goes_on` fifty times a second whether the article is still wanted.
///
/// # Errors
///
/// As for [`open`]; [`Problem::Stopped`] where it is not.
pub fn open_while(path: &Path, goes_on: &mut dyn FnMut() -> bool) -> Result<Article, ImportError> {
    let chosen = contents::Choice::of(path);
    let article = opened(&chosen.file, chosen.part, goes_on);
    let mut article = article.map_err(|problem| ImportError::new(Subject::File(path.to_owned()), problem))?;
    if chosen.is_mended {
        article = mojibake::mended_article(article);
    }
    article.path = Some(path.to_owned());
    Ok(article)
}

fn opened(file: &Path, part: Option<usize>, goes_on: &mut dyn FnMut() -> bool) -> Result<Article, Problem> {
    match formats::kind(&file::beginning(file, limits::SNIFFED_BYTES)?) {
        Kind::Other(format) => Err(Problem::OtherFormat(format)),
        Kind::Text => read(file, Kind::Text, part),
        kind => {
            let own = file.to_owned();
            let article = confined::run(file, part, goes_on, move || read(&own, kind, part));
            article.map_err(|problem| match problem {
                Problem::Several(_) if kind == Kind::Document => Problem::Document,
                other => other,
            })
        }
    }
}

/// Reads a file in this process and writes the article for the one that asked.
///
/// # Errors
///
/// The system's error where the answer cannot be written.
pub fn serve(file: &Path, part: Option<usize>) -> std::io::Result<()> {
    let file = file.to_owned();
    confined::serve(move || read(&file, formats::kind(&file::beginning(&file, limits::SNIFFED_BYTES)?), part))
}

/// A file whose beginning is of that kind.
fn read(file: &Path, kind: Kind, part: Option<usize>) -> Result<Article, Problem> {
    let bytes = file::read(file, kind.most_bytes())?;
    contents::chosen(articles(bytes.into(), file)?, part)
}

/// The article in bytes that are already at hand; `name` is what the file is called, for its ending and for errors.
///
/// # Errors
///
/// As for [`open`], as far as bytes alone can be wrong.
pub fn from_bytes(bytes: &[u8], name: &str) -> Result<Article, ImportError> {
    let article = articles(bytes.into(), Path::new(name)).and_then(|articles| contents::chosen(articles, None));
    article.map_err(|problem| ImportError::new(Subject::File(name.into()), problem))
}

/// The article in text that was pasted.
///
/// # Errors
///
/// [`Problem::Empty`] where there are no words in it, [`Problem::TooLarge`] where there are too many.
pub fn pasted(text: &str) -> Result<Article, ImportError> {
    let article = text_within(text.len()).and_then(|()| {
        let article = plain::article(text.strip_prefix('\u{FEFF}').unwrap_or(text));
        if has_words(&article) { Ok(article) } else { Err(Problem::Empty) }
    });
    article.map_err(|problem| ImportError::new(Subject::PastedText, problem))
}

/// The articles with words in them, in the order of the file.
fn articles(bytes: Cow<'_, [u8]>, name: &Path) -> Result<Vec<Article>, Problem> {
    let mut articles = match formats::kind(&bytes) {
        Kind::Text => text(&bytes, name)?,
        Kind::Html => vec![web_page::article(&bytes)?],
        Kind::Pdf => pdf::articles(bytes.into_owned())?.into_iter().flat_map(database::parted).collect(),
        Kind::Docx => database::parted(docx::article(&bytes)?),
        Kind::Odt => database::parted(odt::article(&bytes)?),
        Kind::Rtf => database::parted(rtf::article(&bytes)?),
        Kind::Epub => epub::articles(&bytes)?,
        Kind::Document => document::articles(&bytes)?,
        Kind::OldOffice => return Err(old_office(&bytes)),
        Kind::Mhtml => vec![web_page::archived_article(&bytes)?],
        Kind::Other(format) => return Err(Problem::OtherFormat(format)),
    };
    articles.retain(has_words);
    Ok(articles)
}

/// A newer document under a password comes in the container of the older ones.
fn old_office(bytes: &[u8]) -> Problem {
    let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let name = Kind::OldOffice.name();
    if bytes.windows(mark.len()).any(|window| window == mark) {
        Problem::Locked("an Office document")
    } else {
        Problem::OtherFormat(Format { name, holds: Holds::Text })
    }
}

fn text(bytes: &[u8], name: &Path) -> Result<Vec<Article>, Problem> {
    text_within(bytes.len())?;
    let text = encoding::decode(bytes).ok_or(Problem::NotText)?;
    let lines = text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    if lines > limits::MOST_LINES {
        return Err(Problem::TooManyLines { lines, most: limits::MOST_LINES });
    }
    if is_markdown(name) {
        return Ok(vec![markdown::article(&text)]);
    }
    let text = plain::with_line_feeds(&text);
    Ok(database::articles(&text).unwrap_or_else(|| vec![plain::article(&text)]))
}

fn text_within(bytes: usize) -> Result<(), Problem> {
    let bytes = bytes as u64;
    let most = LARGEST_FILE_BYTES;
    if bytes > most { Err(Problem::TooLarge { bytes, most }) } else { Ok(()) }
}

fn has_words(article: &Article) -> bool {
    article.text.chars().any(char::is_alphanumeric)
}

fn is_markdown(name: &Path) -> bool {
    let extension = name.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    MARKDOWN_EXTENSIONS.contains(&extension.as_str())
}
