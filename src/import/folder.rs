//! The articles in a folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::{ImportError, Problem, Subject};
use super::formats::Kind;
use super::limits::{MOST_FILES_IN_A_FOLDER, SNIFFED_BYTES};
use super::{encoding, file, formats};

/// Names of text files that are no articles.
const OTHER_EXTENSIONS: &[&str] = &[
    "c", "cfg", "conf", "css", "csv", "h", "ini", "js", "json", "jsonl", "lock", "log", "pl", "ps1", "py", "rb", "rs",
    "sh", "sql", "toml", "ts", "tsv", "yaml", "yml",
];

/// The articles directly in a folder, by name: files whose beginning is text or of a format that is read, and whose name is not that of a
/// program's own file. Hidden files and folders inside are left out.
///
/// # Errors
///
/// [`Problem::Missing`], [`Problem::NotAFolder`] and the like; [`Problem::NoArticles`] where it holds none.
pub fn folder(path: &Path) -> Result<Vec<PathBuf>, ImportError> {
    let about = |problem| ImportError::new(Subject::File(path.to_owned()), problem);
    let mut articles = list(path).map_err(about)?;
    articles.retain(|file| looks_like_an_article(file));
    if articles.is_empty() { Err(about(Problem::NoArticles)) } else { Ok(articles) }
}

fn list(path: &Path) -> Result<Vec<PathBuf>, Problem> {
    if !fs::metadata(path).map_err(Problem::from_system)?.is_dir() {
        return Err(Problem::NotAFolder);
    }
    let entries = fs::read_dir(path).map_err(Problem::from_system)?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).take(MOST_FILES_IN_A_FOLDER).collect();
    files.sort();
    Ok(files)
}

fn looks_like_an_article(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if name.starts_with('.') || name.ends_with('~') || OTHER_EXTENSIONS.contains(&extension.as_str()) {
        return false;
    }
    let Some(found) = fs::metadata(path).ok().filter(fs::Metadata::is_file) else { return false };
    let fits = |bytes: &[u8]| found.len() <= formats::kind(bytes).most_bytes();
    file::beginning(path, SNIFFED_BYTES).is_ok_and(|bytes| fits(&bytes) && may_be_read(&bytes))
}

fn may_be_read(bytes: &[u8]) -> bool {
    match formats::kind(bytes) {
        Kind::Other(_) | Kind::OldOffice => false,
        Kind::Text => encoding::decode(bytes).is_some_and(|text| !text.trim().is_empty()),
        _ => true,
    }
}
