//! A file's bytes, read only as far as the limits allow.

use std::fs::{self, File, FileType};
use std::io::Read as _;
use std::path::Path;

use super::error::Problem;
use super::limits::LARGEST_FILE_BYTES;

/// All bytes of a regular file.
///
/// Links are followed. Its kind and size are asked before it is opened, as opening a pipe would wait for a writer
/// and a device may have no end; the read is bounded too, as the file may grow meanwhile.
///
/// # Errors
///
/// What is wrong with it, where it is missing, not a regular file, too large or unreadable.
pub fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    let before = fs::metadata(path).map_err(Problem::from_system)?;
    check_kind(before.file_type())?;
    check_size(before.len())?;
    let file = File::open(path).map_err(Problem::from_system)?;
    let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or(0));
    file.take(LARGEST_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(Problem::from_system)?;
    check_size(bytes.len() as u64)?;
    Ok(bytes)
}

/// The first bytes of a regular file, at most `count`.
///
/// # Errors
///
/// As for [`read`], the size aside.
pub fn beginning(path: &Path, count: usize) -> Result<Vec<u8>, Problem> {
    let before = fs::metadata(path).map_err(Problem::from_system)?;
    check_kind(before.file_type())?;
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Problem::from_system)?;
    file.take(count as u64).read_to_end(&mut bytes).map_err(Problem::from_system)?;
    Ok(bytes)
}

fn check_size(bytes: u64) -> Result<(), Problem> {
    if bytes > LARGEST_FILE_BYTES { Err(Problem::TooLarge { bytes }) } else { Ok(()) }
}

fn check_kind(kind: FileType) -> Result<(), Problem> {
    if kind.is_file() {
        Ok(())
    } else if kind.is_dir() {
        Err(Problem::Folder)
    } else {
        Err(Problem::NotAFile(special_kind(kind)))
    }
}

#[cfg(unix)]
fn special_kind(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt as _;
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special_kind(_kind: FileType) -> &'static str {
    "a device"
}
