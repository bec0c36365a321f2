//! An article as it was read from a file.

use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

use super::Span;

/// One article: its words, as they stand, and what the file itself says of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// The file it came from, or none for pasted text.
    pub path: Option<PathBuf>,
    /// The words as read. Line ends are `\n`; nothing else is changed.
    pub text: Arc<str>,
    /// Paragraphs in order of place; they do not overlap and are trimmed of white space.
    pub paragraphs: Vec<Paragraph>,
    /// Emphasis and the like, in order of place, from formats that have it.
    pub styles: Vec<Styled>,
    /// What the file says of itself (front matter, document properties); not what is read off the text.
    pub metadata: Metadata,
}

/// A block of text with the role that its format gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words.
    pub span: Span,
    /// The role that the markup gives it; none in plain text, where the reading decides.
    pub role: Option<Role>,
}

/// What a paragraph is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The article's headline.
    Title,
    /// Who wrote it.
    Byline,
    /// Place and date line, or a date by itself.
    Dateline,
    /// A heading inside the article.
    Heading,
    /// The author's running prose.
    Body,
    /// A quotation set off as a block.
    BlockQuote,
    /// Words of the article repeated for show.
    PullQuote,
    /// An item of a list.
    ListItem,
    /// The words to a picture.
    Caption,
    /// About the author.
    Bio,
    /// Share buttons, tag lines, credits, reply counters, reprint notices.
    Furniture,
    /// A rule or a row of stars.
    Separator,
}

impl Role {
    /// Whether it can be folded away, as nothing that the article says is lost with it.
    pub fn can_fold(self) -> bool {
        matches!(self, Role::Furniture | Role::PullQuote)
    }

    /// Whether a reader counts it as one of the article's paragraphs.
    pub fn is_counted(self) -> bool {
        matches!(self, Role::Body | Role::BlockQuote | Role::ListItem)
    }

    /// Whether its words are the article's own content (analysed), not what surrounds it.
    pub fn is_content(self) -> bool {
        matches!(self, Role::Title | Role::Heading | Role::Body | Role::BlockQuote | Role::ListItem)
    }
}

/// A run of one style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Styled {
    /// Its words.
    pub span: Span,
    /// How they are set.
    pub style: Style,
}

/// How a run is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// Italics.
    Emphasis,
    /// Bold.
    Strong,
    /// Fixed width.
    Code,
    /// Links elsewhere; the address is not kept, nothing is fetched.
    Linked,
}

/// Who wrote what, where and when, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, serde::Deserialize)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// The author or authors, without "by".
    pub byline: Option<String>,
    /// The outlet.
    pub publication: Option<String>,
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub date: Option<String>,
    /// Where on the web it stands, as the file says; nothing is fetched from there.
    pub address: Option<String>,
}

impl Article {
    /// The index of the paragraph that holds the byte offset `at`, or the nearest before it.
    pub fn paragraph_at(&self, at: usize) -> Option<usize> {
        self.paragraphs.partition_point(|paragraph| paragraph.span.start <= at).checked_sub(1)
    }
}
