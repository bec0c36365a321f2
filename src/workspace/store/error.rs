//! What can go wrong with keeping work, each in a sentence for the reader.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::document::DocumentError;

/// Why work is not on the disk, or not read from it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The system does not write.
    #[error("{} {}", writing(.path, .cause), UNHARMED)]
    Unwritten {
        /// What was to be written, or its folder.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The file or its folder was taken away while it was open.
    #[error("The folder “{}” has gone. {UNHARMED}", .0.display())]
    Vanished(PathBuf),
    /// Another window has this pair.
    #[error(
        "These two articles are open in another window, which keeps what is done there. What you do here is kept once \
         that window is closed; until then it is in this window alone. Or save a copy."
    )]
    AnotherWindow,
    /// Another window had this pair and changed it.
    #[error(
        "Another window has changed the work on these two articles since. What you did here is in this window alone: \
         save a copy, and open that."
    )]
    Overtaken,
    /// What is kept cannot be used and must not be written over.
    #[error("{problem} What you do now is in this window alone: save a copy.")]
    Refused {
        /// A sentence on the file.
        problem: String,
    },
    /// A document cannot be read.
    #[error("“{}” {problem}.", .path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What is wrong with it; reads on from its name.
        problem: DocumentError,
    },
}

/// What a reader wants to know when saving fails.
const UNHARMED: &str = "Your work is still in this window, and saving is tried again by itself.";

impl StoreError {
    pub(super) fn unwritten(path: &Path) -> impl FnOnce(io::Error) -> StoreError {
        move |cause| StoreError::Unwritten { path: path.to_owned(), cause }
    }
}

/// What the system's error means, as a sentence.
fn writing(path: &Path, cause: &io::Error) -> String {
    let path = path.display();
    match cause.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            format!("The disk is full: your latest changes are not in “{path}” yet. Make room on it.")
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            format!(
                "“{path}” may not be written by you: your latest changes are not saved yet. Change its permissions."
            )
        }
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            format!("There is a file where a folder for “{path}” is wanted: your latest changes are not saved yet.")
        }
        _ => format!("Your latest changes could not be saved in “{path}” ({cause})."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(kind: ErrorKind) -> String {
        StoreError::unwritten(Path::new("/kept/work"))(kind.into()).to_string()
    }

    #[test]
    fn a_reader_is_told_what_is_wrong_and_that_nothing_is_lost() {
        assert_eq!(
            sentence(ErrorKind::StorageFull),
            "The disk is full: your latest changes are not in “/kept/work” yet. Make room on it. Your work is still in \
             this window, and saving is tried again by itself."
        );
        assert!(sentence(ErrorKind::ReadOnlyFilesystem).contains("may not be written by you"));
        assert!(sentence(ErrorKind::NotADirectory).contains("a file where a folder"));
    }
}
