//! Which format bytes are in, told by content.

use super::limits::{LARGEST_CONTAINER_BYTES, LARGEST_FILE_BYTES, SNIFFED_BYTES};

/// Endings of the names of what is read, for a file picker: what a file is its content tells.
pub const EXTENSIONS: [&str; 18] = [
    "txt", "text", "md", "markdown", "mdown", "mkd", "mdtext", "html", "htm", "xhtml", "mhtml", "mht", "pdf", "docx",
    "odt", "rtf", "epub", "diptych",
];

/// What bytes are, as far as they show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Plain text or Markdown, or nothing that is known.
    Text,
    /// A web page.
    Html,
    /// A web page with its parts in one file, as browsers save it.
    Mhtml,
    /// A PDF.
    Pdf,
    /// A Word document.
    Docx,
    /// An `OpenDocument` text.
    Odt,
    /// Rich text.
    Rtf,
    /// An e-book.
    Epub,
    /// A document of this program: two articles and what a reader made of them.
    Document,
    /// A document of Office before 2007, or a newer one under a password.
    OldOffice,
    /// Recognised and not read.
    Other(Format),
}

impl Kind {
    /// The largest file of it that is opened.
    pub fn most_bytes(self) -> u64 {
        if self == Kind::Text { LARGEST_FILE_BYTES } else { LARGEST_CONTAINER_BYTES }
    }

    /// With an article, to follow "is".
    pub fn name(self) -> &'static str {
        match self {
            Kind::Text => "a text",
            Kind::Html => "a web page",
            Kind::Mhtml => "a saved web page (MHTML)",
            Kind::Pdf => "a PDF",
            Kind::Docx => "a Word document",
            Kind::Odt => "an OpenDocument text",
            Kind::Rtf => "an RTF document",
            Kind::Epub => "an e-book (EPUB)",
            Kind::Document => "a Diptych document",
            Kind::OldOffice => "an old Office document",
            Kind::Other(format) => format.name,
        }
    }
}

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
const CONTAINERS: &[(&[u8], Kind)] = &[
    (b"application/epub+zip", Kind::Epub),
    (b"application/vnd.oasis.opendocument.text", Kind::Odt),
    (b"application/vnd.oasis.opendocument", other("an OpenDocument file", Holds::Text)),
    (b"word/", Kind::Docx),
    (b"xl/", other("an Excel workbook", Holds::NoText)),
    (b"ppt/", other("a PowerPoint presentation", Holds::Text)),
    (b"Index/Document.iwa", other("a Pages document", Holds::Text)),
    (b"[Content_Types].xml", Kind::Docx),
    (b"META-INF/container.xml", Kind::Epub),
];

const fn other(name: &'static str, holds: Holds) -> Kind {
    Kind::Other(Format { name, holds })
}

/// What the bytes are, told by their first [`SNIFFED_BYTES`].
pub fn kind(bytes: &[u8]) -> Kind {
    let head = bytes.get(..SNIFFED_BYTES).unwrap_or(bytes);
    if head.starts_with(b"PK\x03\x04") {
        let inside = CONTAINERS.iter().find(|(mark, _)| contains(head, mark));
        return inside.map_or(other("a compressed archive (zip)", Holds::Files), |(_, kind)| *kind);
    }
    if is_pdf(head) {
        return Kind::Pdf;
    }
    if is_document(head) {
        return Kind::Document;
    }
    if head.starts_with(b"{\\rtf") {
        return Kind::Rtf;
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Kind::OldOffice;
    }
    let known = SIGNATURES.iter().find(|known| head.get(known.at..).is_some_and(|rest| rest.starts_with(known.mark)));
    match known {
        Some(known) => other(known.name, holds(known.name)),
        None => markup(head).unwrap_or(Kind::Text),
    }
}

fn holds(name: &str) -> Holds {
    if name.contains("archive") {
        Holds::Files
    } else if name.contains("document") {
        Holds::Text
    } else {
        Holds::NoText
    }
}

/// JSON whose first field is the program's name.
fn is_document(head: &[u8]) -> bool {
    let field = |head: &[u8]| -> Option<bool> {
        let inside = head.trim_ascii_start().strip_prefix(b"{")?.trim_ascii_start();
        Some(inside.strip_prefix(b"\"diptych\"")?.trim_ascii_start().starts_with(b":"))
    };
    field(head).unwrap_or(false)
}

/// A PDF's mark may stand behind other bytes; where those are words, a text merely speaks of it.
fn is_pdf(head: &[u8]) -> bool {
    let mark = b"%PDF-";
    let place = head.get(..1024).unwrap_or(head).windows(mark.len()).position(|window| window == mark);
    place.is_some_and(|at| head[..at].iter().all(|byte| !byte.is_ascii_alphanumeric()) || head.contains(&0))
}

/// Web pages: text, but with the page around the article in it.
fn markup(head: &[u8]) -> Option<Kind> {
    let start: Vec<u8> = head
        .iter()
        .skip_while(|byte| byte.is_ascii_whitespace() || matches!(byte, 0xEF | 0xBB | 0xBF | 0xFE | 0xFF | 0))
        .filter(|byte| **byte != 0)
        .map(u8::to_ascii_lowercase)
        .collect();
    let is_page = start.starts_with(b"<!doctype html") || start.starts_with(b"<html");
    let is_declared = start.starts_with(b"<?xml");
    if is_page || (is_declared && contains(&start, b"<html")) {
        Some(Kind::Html)
    } else if is_declared {
        Some(other("an XML document", Holds::Text))
    } else if start.starts_with(b"from: <saved by")
        || (contains(&start, b"mime-version:") && contains(&start, b"multipart/related"))
    {
        Some(Kind::Mhtml)
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

    fn check(bytes: &[u8], expected: Kind) {
        assert_eq!(kind(bytes), expected, "{}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn formats_are_told_by_their_marks() {
        check(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3", Kind::Pdf);
        check(b"\0\0\n%PDF-1.4", Kind::Pdf);
        check(b"PK\x03\x04\x14\0[Content_Types].xml\0\0word/document.xml", Kind::Docx);
        check(b"PK\x03\x04\x14\0mimetypeapplication/epub+zip", Kind::Epub);
        check(b"PK\x03\x04\x14\0notes.txt", other("a compressed archive (zip)", Holds::Files));
        check(b"\x89PNG\r\n\x1a\n", other("a picture (PNG)", Holds::NoText));
        check(b"\x7FELF\x02\x01\x01", other("a program", Holds::NoText));
        check(b"{\\rtf1\\ansi The ferry}", Kind::Rtf);
        check(b"{\"diptych\":1,\"left\":", Kind::Document);
        check(b"\n{ \"diptych\" : 12", Kind::Document);
        check(b"  <!DOCTYPE html><title>A</title>", Kind::Html);
        check(b"\xFF\xFE<\0h\0t\0m\0l\0>\0", Kind::Html);
    }

    #[test]
    fn articles_that_only_speak_of_a_format_are_text() {
        check(b"Every such file begins with %PDF-1.4, says the standard.", Kind::Text);
        check(b"BM stands for Bill Marlow.", Kind::Text);
        check(b"{\"diptych\"} is how the file begins, she says.", Kind::Text);
        check(b"", Kind::Text);
    }
}
