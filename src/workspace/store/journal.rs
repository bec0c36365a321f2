//! The journal: what was done since the document was last written, one line a change, on the disk before it is
//! acknowledged.
//!
//! A line is the length of its JSON in eight hexadecimal digits, a space, its checksum in sixteen (FNV-1a, 64 bits), a
//! space, the JSON and a line feed. What a crash leaves of the last line is no line: nobody was told that it is safe.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::document::LARGEST_DOCUMENT_BYTES;
use super::error::StoreError;
use super::whole::sync_folder;
use crate::model::{ArticleKey, Edit};

/// Length, space, checksum, space.
const HEAD_BYTES: usize = 8 + 1 + 16 + 1;

/// Something that changes what a reader made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The reader did this.
    Did(Edit),
    /// They took the last one of these articles back.
    Undid,
    /// They made it hold again.
    Redid,
}

/// A change with its number: how many were made up to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its number, from 1.
    pub number: u64,
    /// What changed.
    pub change: Change,
}

impl Line {
    fn written(&self) -> io::Result<Vec<u8>> {
        let json = serde_json::to_string(self)?;
        Ok(format!("{:08x} {} {json}\n", json.len(), ArticleKey::of(&json)).into_bytes())
    }
}

/// What a journal holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replay {
    /// The whole lines up to the first that is not one.
    pub lines: Vec<Line>,
    /// How many bytes those are.
    pub whole_bytes: u64,
    /// Whether something stands behind them that no crash leaves: a line that was damaged later.
    pub is_damaged: bool,
}

impl Replay {
    /// What these bytes hold.
    pub fn of(bytes: &[u8]) -> Self {
        let mut replay = Self::default();
        let mut rest = bytes;
        while let Some((line, length)) = first_line(rest) {
            replay.lines.push(line);
            replay.whole_bytes += length as u64;
            rest = &rest[length..];
        }
        // A crash leaves the beginning of one write: no line feed in it, or zeros that were never filled.
        replay.is_damaged = rest.contains(&b'\n');
        replay
    }

    /// What the file holds; nothing where there is none.
    ///
    /// # Errors
    ///
    /// The system's error.
    pub fn open(path: &Path) -> io::Result<Self> {
        let mut bytes = Vec::new();
        match File::open(path) {
            Ok(file) => file.take(LARGEST_DOCUMENT_BYTES).read_to_end(&mut bytes)?,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => 0,
            Err(cause) => return Err(cause),
        };
        Ok(Self::of(&bytes))
    }
}

/// The line that the bytes begin with, and its length.
fn first_line(bytes: &[u8]) -> Option<(Line, usize)> {
    let head = std::str::from_utf8(bytes.get(..HEAD_BYTES)?).ok()?;
    let (length, checksum) = head.strip_suffix(' ')?.split_once(' ')?;
    let length = usize::from_str_radix(length, 16).ok()?;
    let end = HEAD_BYTES.checked_add(length)?;
    let json = std::str::from_utf8(bytes.get(HEAD_BYTES..end)?).ok()?;
    if bytes.get(end) != Some(&b'\n') || ArticleKey::of(json).to_string() != checksum {
        return None;
    }
    Some((serde_json::from_str(json).ok()?, end + 1))
}

/// An open journal.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
    /// Up to here it holds whole lines.
    whole_bytes: u64,
}

impl Journal {
    /// Opens the journal at that path, of which so many bytes are whole lines; a new one where there is none.
    ///
    /// # Errors
    ///
    /// The system's error where it cannot be made.
    pub fn open(path: PathBuf, whole_bytes: u64) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true).read(true);
        for_its_owner(&mut options);
        let file = options.open(&path)?;
        if let Some(folder) = path.parent() {
            sync_folder(folder)?;
        }
        Ok(Self { path, file, whole_bytes })
    }

    /// Appends these lines. When this returns without an error they are on the disk.
    ///
    /// # Errors
    ///
    /// Why they are not; some may be, and are written over by the next attempt.
    pub fn append(&mut self, lines: &[Line]) -> Result<(), StoreError> {
        let mut bytes = Vec::new();
        for line in lines {
            bytes.extend(line.written().map_err(StoreError::unwritten(&self.path))?);
        }
        self.write(&bytes).map_err(StoreError::unwritten(&self.path))?;
        if !self.is_in_place() {
            return Err(StoreError::Vanished(self.path.parent().unwrap_or(&self.path).to_owned()));
        }
        self.whole_bytes += bytes.len() as u64;
        Ok(())
    }

    /// What an earlier attempt left behind the last whole line is cut off first. Where the disk says that it did not
    /// keep what it was given, the next attempt gives it all of it again.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.file.metadata()?.len() != self.whole_bytes {
            self.file.set_len(self.whole_bytes)?;
        }
        self.file.seek(SeekFrom::Start(self.whole_bytes))?;
        self.file.write_all(bytes)?;
        self.file.sync_data()
    }

    /// Empties it: all that it held is in the document now.
    ///
    /// # Errors
    ///
    /// The system's error; its lines then stay, and are passed over by their numbers.
    pub fn clear(&mut self) -> io::Result<()> {
        self.file.set_len(0)?;
        self.whole_bytes = 0;
        self.file.sync_all()
    }

    /// Whether the path still leads to the file that is written: what is in a file without a name is lost.
    fn is_in_place(&self) -> bool {
        match (fs::metadata(&self.path), self.file.metadata()) {
            (Ok(named), Ok(written)) => is_same(&named, &written),
            _ => false,
        }
    }
}

/// What a reader writes is nobody else's to read.
#[cfg(unix)]
fn for_its_owner(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn for_its_owner(_options: &mut OpenOptions) {}

#[cfg(unix)]
fn is_same(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Where a file that is open cannot be taken away.
#[cfg(not(unix))]
fn is_same(_one: &fs::Metadata, _other: &fs::Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Item, ItemId, Note, NoteOn, Place, Span};

    fn line(number: u64, words: &str) -> Line {
        let place = Place { article: ArticleKey::of("The mill."), span: Span::new(4, 8) };
        let note = Note { on: NoteOn::Passage(place), text: words.to_owned() };
        Line { number, change: Change::Did(Edit::Put(ItemId(number), Item::Note(note))) }
    }

    fn written(lines: &[Line]) -> Vec<u8> {
        lines.iter().flat_map(|line| line.written().expect("plain data")).collect()
    }

    #[test]
    fn wherever_a_write_is_cut_off_the_whole_lines_before_stand() {
        let lines = [line(1, "whose “mill”?\nsince when?"), line(2, "Großmühle"), line(3, "")];
        let all = written(&lines);
        for cut in 0..=all.len() {
            let replay = Replay::of(&all[..cut]);
            let whole = (0..=3).rev().find(|count| written(&lines[..*count]).len() <= cut).unwrap_or(0);
            assert_eq!(replay.lines, lines[..whole], "cut at {cut}");
            assert!(!replay.is_damaged, "a write that was cut off is no damage: {cut}");
        }
    }

    #[test]
    fn a_changed_byte_ends_it_and_is_told() {
        let lines = [line(1, "one"), line(2, "two"), line(3, "three")];
        let all = written(&lines);
        for at in 0..written(&lines[..2]).len() {
            let mut bytes = all.clone();
            bytes[at] ^= 1;
            let replay = Replay::of(&bytes);
            assert!(replay.is_damaged, "byte {at}");
            assert!(replay.lines.len() < 2 && lines.starts_with(&replay.lines), "byte {at}");
        }
    }

    #[test]
    fn half_a_line_is_written_over() {
        let folder = tempfile::tempdir().expect("a folder to write to");
        let path = folder.path().join("work.journal");
        let mut bytes = written(&[line(1, "one")]);
        let whole = bytes.len() as u64;
        bytes.extend_from_slice(b"000000ff 12");
        fs::write(&path, &bytes).expect("written");
        let mut journal = Journal::open(path.clone(), whole).expect("opened");
        journal.append(&[line(2, "two")]).expect("appended");
        assert_eq!(Replay::open(&path).expect("read").lines, [line(1, "one"), line(2, "two")]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_takes_nothing_and_says_so() {
        let mut journal = Journal {
            path: "/dev/full".into(),
            file: OpenOptions::new().write(true).open("/dev/full").expect("Linux has it"),
            whole_bytes: 0,
        };
        let sentence = journal.append(&[line(1, "one")]).expect_err("nothing fits there").to_string();
        assert!(sentence.starts_with("The disk is full"), "{sentence}");
    }

    #[cfg(unix)]
    #[test]
    fn a_journal_without_a_name_keeps_nothing() {
        let folder = tempfile::tempdir().expect("a folder to write to");
        let path = folder.path().join("work.journal");
        let mut journal = Journal::open(path.clone(), 0).expect("made");
        fs::remove_file(&path).expect("taken away");
        assert!(matches!(journal.append(&[line(1, "one")]), Err(StoreError::Vanished(_))));
    }
}
