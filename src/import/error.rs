//! What can be wrong with a file, each in one sentence for the person.

use std::path::PathBuf;

/// Why a file cannot be opened as an article.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The system refuses to read it.
    #[error("{} cannot be read: {cause}.", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        cause: std::io::Error,
    },
}
