//! One window writes a pair's work; others read it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

/// Held as long as this lives; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock at that path, or none where another window has it. A file system without locks gives it to
    /// everybody: better two writers there than none.
    ///
    /// # Errors
    ///
    /// The system's error where the file cannot be made.
    pub fn take(path: &Path) -> io::Result<Option<Lock>> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Ok(None),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(Lock { _file: file })),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_waits_until_the_first_has_gone() {
        let folder = tempfile::tempdir().expect("a folder to write to");
        let path = folder.path().join("work.lock");
        let first = Lock::take(&path).expect("made");
        assert!(first.is_some());
        assert!(Lock::take(&path).expect("it is there").is_none());
        drop(first);
        assert!(Lock::take(&path).expect("it is there").is_some());
    }
}
