//! Files of the reader's own, where they want them: written whole, or a sentence why not.

use std::path::{Path, PathBuf};

use super::whole::{Audience, folder_of, write_whole};

/// The name that all names of one file share, as far as it exists.
pub fn place_of(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Puts the bytes into a file of the reader's: whoever opens it sees the old one or the whole new one.
///
/// # Errors
///
/// A sentence, why it is not written; nothing was changed.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = folder_of(path);
    let failed = |cause: std::io::Error| {
        format!("{} could not be written: {}. Nothing was changed.", path.display(), reason(&cause, folder))
    };
    if !folder.is_dir() {
        return Err(format!("{}: there is no folder {}.", path.display(), folder.display()));
    }
    if path.is_dir() {
        return Err(format!("{} is a folder; give a file's name.", path.display()));
    }
    // A link stays one: what it leads to is written.
    write_whole(&place_of(path), Audience::AsUsual, |out| out.write_all(bytes)).map_err(failed)
}

/// Why, without the name of the temporary file.
fn reason(cause: &std::io::Error, folder: &Path) -> String {
    use std::io::ErrorKind;
    match cause.kind() {
        ErrorKind::PermissionDenied => format!("the folder {} may not be written to", folder.display()),
        ErrorKind::ReadOnlyFilesystem => format!("the folder {} can only be read", folder.display()),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        kind => kind.to_string(),
    }
}
