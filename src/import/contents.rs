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

/// Behind a file's name: its letters were saved wrongly and are to be mended.
const MENDED: &str = "#mended";

/// What a path such as `hits.txt#3` or `hits.txt#3#mended` asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// The file.
    pub file: PathBuf,
    /// One of its articles, from 1.
    pub part: Option<usize>,
    /// Whether its letters are to be mended.
    pub is_mended: bool,
}

impl Choice {
    /// A file that is really called so comes first.
    pub fn of(path: &Path) -> Self {
        let mut choice = Self { file: path.to_owned(), part: None, is_mended: false };
        let Some(mut name) = path.to_str().filter(|_| !path.exists()) else { return choice };
        if let Some(file) = name.strip_suffix(MENDED) {
            (name, choice.is_mended) = (file, true);
            choice.file = file.into();
        }
        if let Some((file, part)) = name.rsplit_once('#').filter(|_| !choice.file.exists()) {
            choice.part = part.parse().ok().filter(|part| *part > 0);
            if choice.part.is_some() {
                choice.file = file.into();
            }
        }
        choice
    }
}

/// The file that a path such as `hits.txt#3` names.
pub fn file_of(path: &Path) -> PathBuf {
    Choice::of(path).file
}

/// What a file is called whose letters are to be mended: `old.txt#mended`.
pub fn path_of_mended(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(MENDED);
    name.into()
}

/// What a part of a file is called: `hits.txt#3`.
pub fn path_of_part(file: &Path, part: usize) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!("#{part}"));
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_which_article_and_whether_it_is_mended() {
        for (path, file, part, is_mended) in [
            ("gone/hits.txt", "gone/hits.txt", None, false),
            ("gone/hits.txt#3", "gone/hits.txt", Some(3), false),
            ("gone/hits.txt#mended", "gone/hits.txt", None, true),
            ("gone/hits.txt#3#mended", "gone/hits.txt", Some(3), true),
            ("gone/no#0", "gone/no#0", None, false),
            ("gone/c#", "gone/c#", None, false),
        ] {
            assert_eq!(Choice::of(Path::new(path)), Choice { file: file.into(), part, is_mended }, "{path}");
        }
    }
}
