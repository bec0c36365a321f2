//! Which format bytes are in, told by content.

use super::limits::SNIFFED_BYTES;

/// A format that is recognised but not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// Its name with an article, to follow "is".
    pub name: &'static str,
    /// What a person can do with it.
    pub holds: Holds,
}

/// What a format holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Text, which can be copied out of the program that shows it.
    Text,
    /// Other files.
    Files,
    /// No text.
    NoText,
}

/// A mark at a fixed place that gives a format away.
struct Signature {
    at: usize,
    mark: &'static [u8],
    name: &'static str,
}

const fn signature(at: usize, mark: &'static [u8], name: &'static str) -> Signature {
    Signature { at, mark, name }
}

/// Formats that cannot be read as text, with the name a person knows them by. Marks that are words ("BM", "MZ")
/// are left out: an article may begin with them, and such files are refused for their control characters.
const SIGNATURES: &[Signature] = &[
    signature(0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document"),
    signature(0, b"{\\rtf", "an RTF document"),
    signature(0, b"\x89PNG\r\n", "a picture (PNG)"),
    signature(0, b"\xFF\xD8\xFF", "a picture (JPEG)"),
    signature(0, b"GIF87a", "a picture (GIF)"),
    signature(0, b"GIF89a", "a picture (GIF)"),
    signature(0, b"II*\0", "a picture (TIFF)"),
    signature(0, b"MM\0*", "a picture (TIFF)"),
    signature(8, b"WEBPVP8", "a picture (WebP)"),
    signature(4, b"ftypavif", "a picture (AVIF)"),
    signature(4, b"ftypheic", "a picture (HEIC)"),
    signature(8, b"WAVEfmt ", "a sound file (WAV)"),
    signature(0, b"ID3\x02", "a sound file (MP3)"),
    signature(0, b"ID3\x03", "a sound file (MP3)"),
    signature(0, b"ID3\x04", "a sound file (MP3)"),
    signature(0, b"OggS\0", "a sound file (Ogg)"),
    signature(0, b"fLaC\0", "a sound file (FLAC)"),
    signature(4, b"ftyp", "a film or sound file (MP4)"),
    signature(0, b"\x1A\x45\xDF\xA3", "a film (Matroska)"),
    signature(0, b"\x7FELF", "a program"),
    signature(0, b"\xCF\xFA\xED\xFE", "a program"),
    signature(0, b"\xCE\xFA\xED\xFE", "a program"),
    signature(0, b"\xCA\xFE\xBA\xBE", "a program"),
    signature(0, b"\0asm", "a program"),
    signature(0, b"\x1F\x8B\x08", "a compressed archive (gzip)"),
    signature(0, b"\xFD7zXZ\0", "a compressed archive (xz)"),
    signature(0, b"\x28\xB5\x2F\xFD", "a compressed archive (zstd)"),
    signature(0, b"7z\xBC\xAF\x27\x1C", "a compressed archive (7z)"),
    signature(0, b"Rar!\x1A\x07", "a compressed archive (RAR)"),
    signature(0, b"BZh91AY&SY", "a compressed archive (bzip2)"),
    signature(257, b"ustar", "an archive (tar)"),
    signature(0, b"SQLite format 3\0", "a database"),
    signature(0, b"wOFF", "a font"),
    signature(0, b"wOF2", "a font"),
];

/// What tells the formats that live in a zip container apart: names of their first entries.
const CONTAINERS: &[(&[u8], &str)] = &[
    (b"application/epub+zip", "an e-book (EPUB)"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"[Content_Types].xml", "an Office document"),
    (b"Index/Document.iwa", "a Pages document"),
];

/// The format that is neither plain text nor Markdown; none where it may be text.
pub fn other_format(bytes: &[u8]) -> Option<Format> {
    let head = bytes.get(..SNIFFED_BYTES).unwrap_or(bytes);
    let name = name(head)?;
    let holds = if name.contains("archive") {
        Holds::Files
    } else if ["document", "PDF", "page", "e-book", "OpenDocument", "presentation"]
        .iter()
        .any(|kind| name.contains(kind))
    {
        Holds::Text
    } else {
        Holds::NoText
    };
    Some(Format { name, holds })
}

fn name(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"PK\x03\x04") {
        let inside = CONTAINERS.iter().find(|(mark, _)| contains(head, mark));
        return Some(inside.map_or("a compressed archive (zip)", |(_, name)| name));
    }
    if is_pdf(head) {
        return Some("a PDF");
    }
    let found = SIGNATURES.iter().find(|known| head.get(known.at..).is_some_and(|rest| rest.starts_with(known.mark)));
    found.map(|known| known.name).or_else(|| markup(head))
}

/// A PDF's mark may stand behind other bytes; where those are words, a text merely speaks of it.
fn is_pdf(head: &[u8]) -> bool {
    let mark = b"%PDF-";
    let place = head.get(..1024).unwrap_or(head).windows(mark.len()).position(|window| window == mark);
    place.is_some_and(|at| head[..at].iter().all(|byte| !byte.is_ascii_alphanumeric()) || head.contains(&0))
}

/// Web pages: text, but with the page around the article in it.
fn markup(head: &[u8]) -> Option<&'static str> {
    let start: Vec<u8> = head
        .iter()
        .skip_while(|byte| byte.is_ascii_whitespace() || matches!(byte, 0xEF | 0xBB | 0xBF | 0xFE | 0xFF | 0))
        .filter(|byte| **byte != 0)
        .map(u8::to_ascii_lowercase)
        .collect();
    let is_page = start.starts_with(b"<!doctype html") || start.starts_with(b"<html");
    let is_declared = start.starts_with(b"<?xml");
    if is_page || (is_declared && contains(&start, b"<html")) {
        Some("a web page")
    } else if is_declared {
        Some("an XML document")
    } else if start.starts_with(b"from: <saved by")
        || (contains(&start, b"mime-version:") && contains(&start, b"multipart/related"))
    {
        Some("a saved web page (MHTML)")
    } else {
        None
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(other_format(bytes).map(|format| format.name), expected, "{}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn formats_are_told_by_their_marks() {
        check(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3", Some("a PDF"));
        check(b"\0\0\n%PDF-1.4", Some("a PDF"));
        check(b"PK\x03\x04\x14\0[Content_Types].xml\0\0word/document.xml", Some("a Word document"));
        check(b"PK\x03\x04\x14\0mimetypeapplication/epub+zip", Some("an e-book (EPUB)"));
        check(b"PK\x03\x04\x14\0notes.txt", Some("a compressed archive (zip)"));
        check(b"\x89PNG\r\n\x1a\n", Some("a picture (PNG)"));
        check(b"\x7FELF\x02\x01\x01", Some("a program"));
        check(b"  <!DOCTYPE html><title>A</title>", Some("a web page"));
        check(b"\xFF\xFE<\0h\0t\0m\0l\0>\0", Some("a web page"));
    }

    #[test]
    fn articles_that_only_speak_of_a_format_are_text() {
        check(b"Every such file begins with %PDF-1.4, says the standard.", None);
        check(b"BM stands for Bill Marlow.", None);
        check(b"", None);
    }
}
