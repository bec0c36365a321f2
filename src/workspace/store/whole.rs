//! Files written whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::Builder;

/// Ending of the name of a file that is being written.
pub const UNFINISHED: &str = ".unfinished";

/// Who may read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Its owner alone: what the program keeps for itself.
    Owner,
    /// Whomever the system lets read what its owner writes: what a reader saves.
    AsUsual,
}

/// Writes a file so that a crash, at whatever moment, leaves the old one or the new one and never half of one: a
/// temporary file beside it, flushed to the disk, takes its name, and then the folder is flushed. Missing folders are
/// made.
///
/// # Errors
///
/// The system's error; the old file is as it was.
pub fn write_whole(
    path: &Path,
    audience: Audience,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let folder = folder_of(path);
    fs::create_dir_all(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let prefix = unfinished_prefix(&name);
    let mut builder = Builder::new();
    builder.prefix(&prefix).suffix(UNFINISHED);
    if audience == Audience::AsUsual {
        as_usual(&mut builder);
    }
    let mut file = builder.tempfile_in(folder)?;
    let mut buffered = BufWriter::new(&mut file);
    write(&mut buffered)?;
    buffered.flush()?;
    drop(buffered);
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// The folder that a file is in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// How the name of the unfinished file begins.
pub fn unfinished_prefix(name: &str) -> String {
    format!(".{name}.")
}

#[cfg(unix)]
fn as_usual(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    // The system takes its mask from it.
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn as_usual(_builder: &mut Builder<'_, '_>) {}

/// A name is on the disk only when its folder is.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere folders cannot be flushed, and need not be.
#[cfg(not(unix))]
pub fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_finished_leaves_the_old_one_and_nothing_beside_it() {
        let folder = tempfile::tempdir().expect("a folder to write to");
        let path = folder.path().join("work.diptych");
        write_whole(&path, Audience::Owner, |out| out.write_all(b"old")).expect("written");
        let full = write_whole(&path, Audience::Owner, |out| {
            out.write_all(b"half of the new")?;
            Err(io::ErrorKind::StorageFull.into())
        });
        assert_eq!(full.map_err(|cause| cause.kind()), Err(io::ErrorKind::StorageFull));
        assert_eq!(fs::read(&path).expect("it is there"), b"old");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }
}
