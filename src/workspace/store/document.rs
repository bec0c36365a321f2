//! A document: two articles and what a reader made of them, in one file of JSON that opens on any computer.
//!
//! The file says its version first, `{"diptych":1,`. Fields that this version does not know are ignored and are not
//! written again: whatever a later version cannot do without raises the version, and then the file is refused.

use std::collections::BTreeSet;
use std::fmt;
use std::fs::File;
use std::io::{self, Read as _, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::whole::{Audience, write_whole};
use crate::model::{Article, ArticleKey, DOCUMENT_VERSION, Edit, LinkRef, Relocation, Sides, Span, WrittenArticle};
use crate::workspace::Log;

/// The largest document that is read, in bytes: two articles of the largest size, written in JSON, where a line break
/// or a quotation mark takes two, and as much again as one of them for the work.
pub const LARGEST_DOCUMENT_BYTES: u64 = 160_000_000;

/// The most edits of a document, done and undone: a reader who does something every second for a working week.
pub const MOST_EDITS: usize = 150_000;

/// The most earlier texts of its articles that a document holds: each is there for work that could not be placed.
pub const MOST_EARLIER: usize = 100;

/// An article in a document.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptArticle {
    /// What it was called where it came from.
    pub name: String,
    /// By its words.
    pub key: ArticleKey,
    /// Its words.
    pub article: Article,
}

impl KeptArticle {
    /// An article that came from something called so.
    pub fn new(name: String, article: Article) -> Self {
        Self { name, key: ArticleKey::of(&article.text), article }
    }
}

/// Where the reader was.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Bookmark {
    /// The byte at the top of the left and of the right column.
    pub tops: [usize; 2],
    /// The current link.
    pub link: Option<LinkRef>,
}

impl Bookmark {
    /// The same with the sides exchanged.
    #[must_use]
    pub fn swapped(self) -> Self {
        let [left, right] = self.tops;
        Self { tops: [right, left], link: self.link }
    }
}

/// Two articles and what a reader made of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The articles.
    pub articles: Sides<KeptArticle>,
    /// Earlier texts of them, as long as there is work on them that could not be placed in the later ones.
    pub earlier: Vec<KeptArticle>,
    /// What the reader did.
    pub log: Log,
    /// Where the reader was.
    pub bookmark: Bookmark,
    /// How many changes were ever made to it: edits, undone and redone ones counted each.
    pub changes: u64,
}

/// What is wrong with a document; reads on from its name.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The system does not read it.
    #[error("cannot be read ({0})")]
    System(io::Error),
    /// More than is read.
    #[error("is larger than any document may be; save a copy anew in the program that made it")]
    TooLarge,
    /// A later version made it.
    #[error(
        "was made by a newer Diptych (its format is {found}; this one reads up to {DOCUMENT_VERSION}); update Diptych \
         and open it again"
    )]
    Newer {
        /// The version it says.
        found: u64,
    },
    /// It is no document, or a damaged one.
    #[error("is no Diptych document, or a damaged one ({0}); open a copy of it")]
    Damaged(serde_json::Error),
    /// More edits or earlier texts than a reader makes.
    #[error("holds more changes than any reader makes; it cannot be opened")]
    TooMany,
}

/// What was left out of a document that was read, as it did not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Paragraphs and styles of its articles.
    pub article_parts: usize,
    /// Edits that point outside their article.
    pub edits: usize,
    /// Articles whose words were changed outside the program.
    pub changed_articles: usize,
}

/// One sentence, for the reader.
impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("The document was changed outside Diptych: ")?;
        let counted = |count: usize, what: &str| match count {
            0 => None,
            1 => Some(format!("1 {what}")),
            _ => Some(format!("{count} {what}s")),
        };
        let parts = [
            counted(self.changed_articles, "article with other words than the work was made on"),
            counted(self.edits, "change that points outside its article"),
            counted(self.article_parts, "paragraph or style that does not fit"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        write!(f, "{} could not be used.", parts.join(", "))
    }
}

/// The version alone: what is around it may be of any later shape.
#[derive(Deserialize)]
struct Versioned {
    diptych: u64,
}

/// A document as it is written.
#[derive(Serialize, Deserialize)]
struct Written {
    diptych: u64,
    left: WrittenSide,
    right: WrittenSide,
    #[serde(default)]
    earlier: Vec<WrittenSide>,
    #[serde(default)]
    log: Log,
    #[serde(default)]
    bookmark: Bookmark,
    #[serde(default)]
    changes: u64,
}

#[derive(Serialize, Deserialize)]
struct WrittenSide {
    #[serde(default)]
    name: String,
    key: ArticleKey,
    article: WrittenArticle,
}

impl From<&KeptArticle> for WrittenSide {
    fn from(kept: &KeptArticle) -> Self {
        Self { name: kept.name.clone(), key: kept.key, article: (&kept.article).into() }
    }
}

impl Document {
    /// Of two articles with nothing made of them yet.
    pub fn new(articles: Sides<KeptArticle>) -> Self {
        Self { articles, earlier: Vec::new(), log: Log::default(), bookmark: Bookmark::default(), changes: 0 }
    }

    /// The keys of its articles.
    pub fn keys(&self) -> [ArticleKey; 2] {
        [self.articles.left.key, self.articles.right.key]
    }

    /// Writes it out.
    ///
    /// # Errors
    ///
    /// The system's error.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let written = Written {
            diptych: DOCUMENT_VERSION,
            left: (&self.articles.left).into(),
            right: (&self.articles.right).into(),
            earlier: self.earlier.iter().map(WrittenSide::from).collect(),
            log: self.log.clone(),
            bookmark: self.bookmark.clone(),
            changes: self.changes,
        };
        serde_json::to_writer(&mut *out, &written)?;
        out.write_all(b"\n")
    }

    /// Saves it as a file of the reader's own, whole or not at all.
    ///
    /// # Errors
    ///
    /// One that says in a sentence why it is not there.
    pub fn save_as(&self, path: &Path) -> Result<(), StoreError> {
        // A link stays one: what it leads to is written.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        write_whole(&path, Audience::AsUsual, |out| self.write(out)).map_err(StoreError::unwritten(&path))
    }

    /// Reads the document in a file.
    ///
    /// # Errors
    ///
    /// One that says in a sentence what is wrong with it.
    pub fn open(path: &Path) -> Result<(Document, LeftOut), StoreError> {
        let unreadable = |problem| StoreError::Unreadable { path: path.to_owned(), problem };
        let bytes = read_bounded(path).map_err(unreadable)?;
        Document::read(&bytes).map_err(unreadable)
    }

    /// Reads a document. What points outside its articles is moved inside where some of it is there, and else left
    /// out; so is what does not fit in the articles.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn read(bytes: &[u8]) -> Result<(Document, LeftOut), DocumentError> {
        if bytes.len() as u64 > LARGEST_DOCUMENT_BYTES {
            return Err(DocumentError::TooLarge);
        }
        let written = match serde_json::from_slice::<Written>(bytes) {
            Ok(written) if written.diptych <= DOCUMENT_VERSION => written,
            Ok(written) => return Err(DocumentError::Newer { found: written.diptych }),
            Err(cause) => return Err(newer(bytes).unwrap_or(DocumentError::Damaged(cause))),
        };
        let edits = written.log.done().len() + written.log.undone().len();
        if edits > MOST_EDITS || written.earlier.len() > MOST_EARLIER {
            return Err(DocumentError::TooMany);
        }
        Ok(written.sound())
    }

    /// Leaves out earlier texts on which there is no work.
    pub fn forget_unused(&mut self) {
        let used: BTreeSet<ArticleKey> =
            self.log.done().iter().chain(self.log.undone()).flat_map(Edit::articles).collect();
        let now = self.keys();
        self.earlier.retain(|earlier| used.contains(&earlier.key) && !now.contains(&earlier.key));
    }
}

fn read_bounded(path: &Path) -> Result<Vec<u8>, DocumentError> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(DocumentError::System)?;
    file.take(LARGEST_DOCUMENT_BYTES + 1).read_to_end(&mut bytes).map_err(DocumentError::System)?;
    Ok(bytes)
}

/// Whether it is of a later version, of whatever shape.
fn newer(bytes: &[u8]) -> Option<DocumentError> {
    let found = serde_json::from_slice::<Versioned>(bytes).ok()?.diptych;
    (found > DOCUMENT_VERSION).then_some(DocumentError::Newer { found })
}

impl Written {
    fn sound(self) -> (Document, LeftOut) {
        let mut left_out = LeftOut::default();
        let mut kept = |side: WrittenSide| {
            let (article, parts) = side.article.mended();
            left_out.article_parts += parts;
            let kept = KeptArticle::new(side.name, article);
            left_out.changed_articles += usize::from(kept.key != side.key);
            kept
        };
        let articles = Sides::new(kept(self.left), kept(self.right));
        let earlier: Vec<KeptArticle> = self.earlier.into_iter().map(&mut kept).collect();
        let bounds = Bounds { texts: [&articles.left, &articles.right].into_iter().chain(&earlier).collect() };
        let mut inside = |edits: &[Edit]| -> Vec<Edit> {
            let placed: Vec<Edit> = edits.iter().filter_map(|edit| edit.relocated(&bounds)).collect();
            left_out.edits += edits.len() - placed.len();
            placed
        };
        let log = Log::new(inside(self.log.done()), inside(self.log.undone()));
        let [left, right] = self.bookmark.tops;
        let top = |kept: &KeptArticle, at: usize| kept.article.text.floor_char_boundary(at);
        let bookmark =
            Bookmark { tops: [top(&articles.left, left), top(&articles.right, right)], link: self.bookmark.link };
        (Document { articles, earlier, log, bookmark, changes: self.changes }, left_out)
    }
}

/// Puts spans inside their texts, on character boundaries.
struct Bounds<'a> {
    texts: Vec<&'a KeptArticle>,
}

impl Relocation for Bounds<'_> {
    fn article(&self, article: ArticleKey) -> ArticleKey {
        article
    }

    fn span(&self, article: ArticleKey, span: Span) -> Option<Span> {
        // Work on a text that is not in the document waits for it.
        let Some(kept) = self.texts.iter().find(|kept| kept.key == article) else { return Some(span) };
        let text: &str = &kept.article.text;
        if text.get(span.start..span.end).is_some() {
            return Some(span);
        }
        let inside = Span::new(text.floor_char_boundary(span.start), text.ceil_char_boundary(span.end));
        (!inside.is_empty()).then_some(inside)
    }
}
