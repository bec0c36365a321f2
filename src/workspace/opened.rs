//! An article that is open, with its reading, and where it came from.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::model::{Article, Reading, Span};

/// An open article.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// Where it came from.
    pub origin: Origin,
    /// Its words.
    pub article: Article,
    /// What was found in them.
    pub reading: Reading,
}

impl Opened {
    /// The paragraphs that can be folded away.
    pub fn foldable(&self) -> impl Iterator<Item = Span> {
        let paragraphs = self.article.paragraphs.iter().zip(&self.reading.roles);
        paragraphs.filter(|(_, role)| role.can_fold()).map(|(paragraph, _)| paragraph.span)
    }

    /// What the page says of where it is from: only that a sample is one.
    pub fn sign(&self) -> Option<&'static str> {
        matches!(self.origin, Origin::Sample(_)).then_some("Sample")
    }

    /// A paragraph's number as the eye counts, from 1: titles, bylines, headings and buttons have none of their own.
    pub fn paragraph_number(&self, paragraph: usize) -> usize {
        (0..=paragraph).filter(|index| self.is_counted(*index)).count().max(1)
    }

    /// How many paragraphs the eye counts.
    pub fn paragraphs(&self) -> usize {
        (0..self.article.paragraphs.len()).filter(|index| self.is_counted(*index)).count()
    }

    /// Where the paragraph of that number stands; the last one where there are fewer.
    pub fn paragraph_of_number(&self, number: usize) -> Option<Span> {
        let counted = self.article.paragraphs.iter().enumerate().filter(|(index, _)| self.is_counted(*index));
        counted.take(number.max(1)).last().map(|(_, paragraph)| paragraph.span)
    }

    fn is_counted(&self, paragraph: usize) -> bool {
        self.reading.roles.get(paragraph).is_none_or(|role| role.is_counted())
    }
}

/// Where an article comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// One of the program's own articles, by its file name in the corpus.
    Sample(String),
    /// Pasted text.
    Pasted(String),
}

impl Origin {
    /// A short name for menus and messages.
    pub fn name(&self) -> String {
        match self {
            Origin::File(path) => file_name(path),
            Origin::Sample(name) => name.clone(),
            Origin::Pasted(_) => "Pasted text".to_owned(),
        }
    }
}

/// The last part of a path, or the whole path where it has none.
fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// A folder with the articles in it, in order of name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// The articles in it.
    pub articles: Vec<PathBuf>,
}
