//! The parts of a zip container, within bounds: how many, how large unpacked, each read once and never to the disk.

use std::io::{Cursor, Read as _};

use encoding_rs::{Encoding, UTF_8};
use zip::ZipArchive;
use zip::result::ZipError;

use super::error::Problem;
use super::limits::{LARGEST_PART_BYTES, MOST_ENTRIES, MOST_UNPACKED_BYTES};

/// An open container. Names are only ever compared: no path is made of them.
pub struct Container<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
    kind: &'static str,
}

impl<'b> Container<'b> {
    /// The container in the bytes of a file; `kind` is what the file is, for the sentence when it cannot be read.
    ///
    /// # Errors
    ///
    /// [`Problem::Damaged`] where it is no container, or one of more entries than any program makes.
    pub fn open(bytes: &'b [u8], kind: &'static str) -> Result<Self, Problem> {
        if entries_told(bytes).is_none_or(|entries| entries > MOST_ENTRIES) {
            return Err(Problem::Damaged(kind));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::Damaged(kind))?;
        Ok(Self { archive, left: MOST_UNPACKED_BYTES, kind })
    }

    /// The sentence for a part that is not what its format wants.
    pub fn damaged(&self) -> Problem {
        Problem::Damaged(self.kind)
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// A part as text, none where there is no such part.
    ///
    /// # Errors
    ///
    /// As for [`Self::required`], the missing part aside.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Problem> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let part = match self.archive.by_index(index) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(Problem::Locked(self.kind)),
            Err(_) => return Err(Problem::Damaged(self.kind)),
        };
        let most = LARGEST_PART_BYTES.min(self.left);
        let mut bytes = Vec::new();
        // The size that the entry tells is not believed: what comes out is counted.
        part.take(most + 1).read_to_end(&mut bytes).map_err(|_| Problem::Damaged(self.kind))?;
        let size = bytes.len() as u64;
        if size > most {
            return Err(Problem::Swollen(self.kind));
        }
        self.left -= size;
        Ok(Some(decoded(bytes)))
    }

    /// A part without which there is no document.
    ///
    /// # Errors
    ///
    /// [`Problem::Damaged`] where it is missing or cannot be unpacked, [`Problem::Locked`] where it is encrypted,
    /// [`Problem::Swollen`] where it, or all that was read so far, is larger than an article.
    pub fn required(&mut self, name: &str) -> Result<String, Problem> {
        self.text(name)?.ok_or(Problem::Damaged(self.kind))
    }

    /// As [`Container::required`]; nothing where it is missing.
    ///
    /// # Errors
    ///
    /// As for [`Container::required`], but for a missing part.
    pub fn optional(&mut self, name: &str) -> Result<String, Problem> {
        Ok(self.text(name)?.unwrap_or_default())
    }

    /// Some programs write other capitals or backward slashes.
    fn index(&self, name: &str) -> Option<usize> {
        self.archive.index_for_name(name).or_else(|| {
            let alike = |one: &u8, other: u8| one.eq_ignore_ascii_case(&other) || (*one == b'\\' && other == b'/');
            let is_same =
                |raw: &[u8]| raw.len() == name.len() && raw.iter().zip(name.bytes()).all(|(a, b)| alike(a, b));
            let raw = self.archive.file_names_raw().find(|raw| is_same(raw))?.to_vec();
            self.archive.index_for_name_raw(&raw)
        })
    }
}

/// How many entries the end of the container tells; none where there is no end. What needs the large form of the
/// number has too many.
fn entries_told(bytes: &[u8]) -> Option<usize> {
    const MARK: &[u8] = b"PK\x05\x06";
    const LONGEST_COMMENT: usize = 65_535 + 22;
    let tail = &bytes[bytes.len().saturating_sub(LONGEST_COMMENT)..];
    let at = tail.windows(MARK.len()).rposition(|window| window == MARK)?;
    let count = tail.get(at + 10..at + 12)?;
    Some(usize::from(u16::from_le_bytes([count[0], count[1]])))
}

/// By its mark, by what it declares, else UTF-8.
fn decoded(bytes: Vec<u8>) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let bytes = error.into_bytes();
            declared(&bytes).unwrap_or(UTF_8).decode_without_bom_handling(&bytes).0.into_owned()
        }
    }
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..200).unwrap_or(bytes));
    let rest = head.split_once("encoding=")?.1;
    let mark = rest.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    Encoding::for_label(rest[1..].split_once(mark)?.0.as_bytes())
}

/// The name of a part that another part names, `folder` being where the other one lies: `../media/x.xml` and the like,
/// never outside the container.
pub fn resolved(folder: &str, target: &str) -> String {
    let target = target.split(['#', '?']).next().unwrap_or("");
    let (folder, target) = target.strip_prefix('/').map_or((folder, target), |absolute| ("", absolute));
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The folder that a part lies in.
pub fn folder_of(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A container of such parts, for tests.
#[cfg(test)]
pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        let options = zip::write::SimpleFileOptions::default();
        writer
            .start_file(*name, options)
            .and_then(|()| Ok(writer.write_all(part.as_bytes())?))
            .expect("a part can be packed");
    }
    writer.finish().expect("a container can be packed").into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_nowhere_outside() {
        assert_eq!(resolved("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolved("word", "../docProps/core.xml"), "docProps/core.xml");
        assert_eq!(resolved("word", "/word/document.xml"), "word/document.xml");
        assert_eq!(resolved("OEBPS/text", "../../../../etc/passwd#a"), "etc/passwd");
    }

    #[test]
    fn what_is_no_container_is_damaged() {
        for bytes in
            [b"".as_slice(), b"PK\x03\x04", b"PK\x05\x06", b"PK\x05\x06\0\0\0\0\xFF\xFF\xFF\xFF\0\0\0\0\0\0\0\0\0\0"]
        {
            assert!(matches!(Container::open(bytes, "a box"), Err(Problem::Damaged("a box"))), "{bytes:?}");
        }
    }

    #[test]
    fn text_is_decoded_by_mark_or_declaration() {
        assert_eq!(decoded(b"\xFF\xFE<\0a\0/\0>\0".to_vec()), "<a/>");
        assert_eq!(decoded(b"\xEF\xBB\xBF<a/>".to_vec()), "<a/>");
        assert_eq!(
            decoded(b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9t\xE9</a>".to_vec()).chars().rev().nth(4),
            Some('é')
        );
    }
}
