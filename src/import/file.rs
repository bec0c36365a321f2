//! A file's bytes, read only as far as the limits allow.

use std::fs::{self, File, FileType, OpenOptions};
use std::io::Read as _;
use std::path::Path;

use super::error::Problem;

/// All bytes of a regular file, `most` at most.
///
/// Links are followed. Its kind and size are asked before it is opened, as opening a pipe would wait for a writer
/// and a device may have no end; the read is bounded too, as the file may grow meanwhile.
///
/// # Errors
///
/// What is wrong with it, where it is missing, not a regular file, too large or unreadable.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Problem> {
    let before = fs::metadata(path).map_err(Problem::from_system)?;
    check_kind(before.file_type())?;
    check_size(before.len(), most)?;
    let file = open(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or(0));
    file.take(most + 1).read_to_end(&mut bytes).map_err(Problem::from_system)?;
    check_size(bytes.len() as u64, most)?;
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
    let file = open(path)?;
    file.take(count as u64).read_to_end(&mut bytes).map_err(Problem::from_system)?;
    Ok(bytes)
}

/// Opens a file for reading and asks its kind again, as another may have taken its name since.
fn open(path: &Path) -> Result<File, Problem> {
    let mut options = OpenOptions::new();
    options.read(true);
    do_not_wait(&mut options);
    let file = options.open(path).map_err(Problem::from_system)?;
    check_kind(file.metadata().map_err(Problem::from_system)?.file_type())?;
    Ok(file)
}

/// A pipe without a writer, or a log of the system, would keep the open or the read waiting for ever.
#[cfg(unix)]
fn do_not_wait(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
}

#[cfg(not(unix))]
fn do_not_wait(_options: &mut OpenOptions) {}

fn check_size(bytes: u64, most: u64) -> Result<(), Problem> {
    if bytes > most { Err(Problem::TooLarge { bytes, most }) } else { Ok(()) }
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
