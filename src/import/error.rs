//! What can be wrong with a file, each in one sentence for the person.

use std::fmt;
use std::path::{Path, PathBuf};

use super::contents::Part;
use super::formats::{Format, Holds};

/// Why something cannot be opened as an article: which file, and what is wrong with it.
///
/// Shown, it is one line and one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
#[error("{subject} {problem}.")]
pub struct ImportError {
    /// What it is about.
    pub subject: Subject,
    /// What is wrong with it.
    pub problem: Problem,
}

impl ImportError {
    /// An error about that subject.
    pub(super) fn new(subject: Subject, problem: Problem) -> Self {
        Self { subject, problem }
    }

    /// The file, or none for pasted text.
    pub fn path(&self) -> Option<&Path> {
        match &self.subject {
            Subject::File(path) => Some(path),
            Subject::PastedText => None,
        }
    }
}

/// What was to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A file or folder.
    File(PathBuf),
    /// Text from the clipboard.
    PastedText,
}

/// What is wrong with it; reads on from its name.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// Nothing has that name.
    #[error("does not exist; check the name, or open the file from its folder")]
    Missing,
    /// A folder where an article is wanted.
    #[error("is a folder; choose one article inside it")]
    Folder,
    /// A file where a folder is wanted.
    #[error("is not a folder; give a folder that holds articles")]
    NotAFolder,
    /// A folder without a single article.
    #[error("holds no article; put texts, web pages, PDFs, Word documents or e-books into it")]
    NoArticles,
    /// A pipe, device or socket, which may never end.
    #[error("is {0}, not a file; save what it holds in a file and open that")]
    NotAFile(&'static str),
    /// The system keeps it from us.
    #[error("may not be read by you; change its permissions, or copy it to a place of your own")]
    Forbidden,
    /// The system fails to read it.
    #[error("cannot be read ({0}); copy it to another place and try that")]
    Unreadable(std::io::Error),
    /// More than is read of such a file.
    #[error("is too large to be an article ({}; the most is {}); cut out the article and open that", megabytes(*.bytes), megabytes(*.most))]
    TooLarge {
        /// Its size in bytes, or as much of it as was read.
        bytes: u64,
        /// The most, in bytes.
        most: u64,
    },
    /// More lines than are read of a text.
    #[error("has {lines} lines, more than an article may ({most}); cut out the article and open that")]
    TooManyLines {
        /// How many it has.
        lines: usize,
        /// The most.
        most: usize,
    },
    /// Nothing, or white space alone.
    #[error("holds no words; choose another article")]
    Empty,
    /// A format that is recognised and cannot be read.
    #[error("is {}; {}", .0.name, advice(.0.holds))]
    OtherFormat(Format),
    /// Bytes that are no text in any encoding.
    #[error("is not text; choose a text, a web page, a PDF, a Word document or an e-book")]
    NotText,
    /// Several articles, one of which must be chosen.
    #[error("holds {} articles; choose one by its number, with #1 behind the name for the first", .0.len())]
    Several(Vec<Part>),
    /// Two articles with what a reader made of them.
    #[error("is a Diptych document of two articles; open it by itself, or one of them with #1 or #2 behind the name")]
    Document,
    /// A document of a later version.
    #[error("was made by a newer Diptych; update Diptych and open it again")]
    Newer,
    /// A number that no article of the file has.
    #[error("has no article {part}; its articles are numbered from 1 to {count}")]
    NoPart {
        /// What was asked for, from 1.
        part: usize,
        /// How many there are.
        count: usize,
    },
    /// Not what its format wants.
    #[error("is {0} that is damaged or not whole; open it in the program it comes from and save it anew")]
    Damaged(&'static str),
    /// Locked with a password.
    #[error("is {0} that is locked with a password; save it without one and open that")]
    Locked(&'static str),
    /// Small as a file and huge when unpacked.
    #[error(
        "is {0} that unpacks to more than any article; open it in another program, copy the article's text and paste that"
    )]
    Swollen(&'static str),
    /// Locked by the shop that sold it.
    #[error(
        "is {0} with copy protection (DRM); open it in the shop's own program, copy the article's text and paste that"
    )]
    Protected(&'static str),
    /// A page of menus, pictures or short entries.
    #[error("is a web page without an article in it; open the page of one article, or copy its text and paste that")]
    NoArticleInside,
    /// Pictures of text.
    #[error("is {0} without text in it, as scans are; have its text recognised (OCR) and open that")]
    NoTextInside(&'static str),
    /// A PDF that is a shelf and no article.
    #[error(
        "has {pages} pages, more than an article may ({most}); print the article's pages into a PDF of their own and open that"
    )]
    TooManyPages {
        /// How many it has.
        pages: usize,
        /// The most.
        most: usize,
    },
    /// Its parser came to a bad end.
    #[error(
        "could not be read: it is damaged, or needs more memory than an article may; open it in another program, copy the article's text and paste that"
    )]
    Died,
    /// Its parser did not come to an end.
    #[error(
        "takes too long to read, as no article should; open it in another program, copy the article's text and paste that"
    )]
    TooSlow,
    /// The reader wanted it no more.
    #[error("is no longer wanted")]
    Stopped,
    /// What the process that read it said of it.
    #[error("{0}")]
    Said(String),
}

impl Problem {
    /// What the system's error means for the person.
    pub(super) fn from_system(cause: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match cause.kind() {
            ErrorKind::NotFound => Problem::Missing,
            ErrorKind::PermissionDenied => Problem::Forbidden,
            ErrorKind::IsADirectory => Problem::Folder,
            _ => Problem::Unreadable(cause),
        }
    }
}

fn advice(holds: Holds) -> &'static str {
    match holds {
        Holds::Text => "Diptych does not read that: copy the article's text out of it and paste that",
        Holds::Files => "unpack it and open the article inside",
        Holds::NoText => "there is no article in it to read; choose a text file",
    }
}

/// The name in quotation marks, on one line whatever characters are in it.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::File(path) => write!(f, "“{}”", shown_path(path)),
            Subject::PastedText => f.write_str("The pasted text"),
        }
    }
}

/// A file's name made safe to show: characters that would break the line, move the cursor or turn the writing
/// direction are escaped.
pub fn shown_path(path: &Path) -> String {
    let mut shown = String::new();
    for character in path.to_string_lossy().chars() {
        if is_unsafe_to_show(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

fn is_unsafe_to_show(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// A size in megabytes, rounded up so that one byte too many never reads as the limit itself.
fn megabytes(bytes: u64) -> String {
    const MEGABYTE: u64 = 1_000_000;
    format!("{} MB", bytes.div_ceil(MEGABYTE))
}

#[cfg(test)]
mod tests {
    use super::super::limits::LARGEST_FILE_BYTES;
    use super::*;

    #[test]
    fn names_stay_on_one_line() {
        let name = Path::new("a\nb\u{1b}[2J\u{202E}txt.exe");
        assert_eq!(shown_path(name), "a\\nb\\u{1b}[2J\\u{202e}txt.exe");
    }

    #[test]
    fn accents_in_names_stay_as_they_are() {
        assert_eq!(shown_path(Path::new("Überblick – été.txt")), "Überblick – été.txt");
    }

    #[test]
    fn one_byte_over_the_limit_does_not_read_as_the_limit() {
        assert_ne!(megabytes(LARGEST_FILE_BYTES), megabytes(LARGEST_FILE_BYTES + 1));
    }

    #[test]
    fn every_sentence_says_what_to_do() {
        let error = ImportError::new(
            Subject::File("notes".into()),
            Problem::OtherFormat(Format { name: "a Pages document", holds: Holds::Text }),
        );
        assert_eq!(
            error.to_string(),
            "“notes” is a Pages document; Diptych does not read that: copy the article's text out of it and paste that."
        );
    }
}
