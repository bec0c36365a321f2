//! What a file holds: one article, or several to choose from.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::Problem;
use crate::model::{Article, Metadata};

/// One article of a file that holds several: a chapter, a hit of a database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it says of itself.
    pub metadata: Metadata,
    /// Its length.
    pub words: usize,
}

impl Part {
    fn of(article: &Article) -> Self {
        Self { metadata: article.metadata.clone(), words: article.text.split_whitespace().count() }
    }
}

/// The article that was asked for out of those that a file holds.
///
/// # Errors
///
/// [`Problem::Empty`] where there is none, [`Problem::Several`] where one must be chosen, [`Problem::NoPart`] where
/// the file has no such part.
pub fn chosen(mut articles: Vec<Article>, part: Option<usize>) -> Result<Article, Problem> {
    let count = articles.len();
    match part {
        _ if count == 0 => Err(Problem::Empty),
        None if count == 1 => Ok(articles.swap_remove(0)),
        None => Err(Problem::Several(articles.iter().map(Part::of).collect())),
        Some(part) if (1..=count).contains(&part) => Ok(articles.swap_remove(part - 1)),
        Some(part) => Err(Problem::NoPart { part, count }),
    }
}

/// The file and the part, from 1, that a path such as `hits.txt#3` means; none of a path as it stands.
pub fn file_and_part(path: &Path) -> (PathBuf, Option<usize>) {
    let part_of = || {
        let (file, part) = path.to_str()?.rsplit_once('#')?;
        let part = part.parse().ok().filter(|part| *part > 0)?;
        Some((PathBuf::from(file), Some(part)))
    };
    // A file that is really called so comes first.
    if path.exists() { (path.to_owned(), None) } else { part_of().unwrap_or_else(|| (path.to_owned(), None)) }
}

/// What a part of a file is called: `hits.txt#3`.
pub fn path_of_part(file: &Path, part: usize) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!("#{part}"));
    name.into()
}
