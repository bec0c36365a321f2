//! Files made to do harm, each read in a process of its own: an article or one sentence, within the limits, no crash.
//!
//! The files are made here and are not kept; `HOSTILE_FILES=FOLDER` leaves them in a folder, to measure the program on.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use diptych::import::{self, Problem, confined};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What a file comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// The article, with these words in it.
    Article(&'static str),
    /// A sentence that has this in it.
    Sentence(&'static str),
    /// Either: what matters is that it ends.
    Any,
}

use End::{Any, Article, Sentence};

const DAMAGED: End = Sentence("damaged or not whole");
const SWOLLEN: End = Sentence("unpacks to more");
/// More than the largest part that is unpacked.
const BOMB_BYTES: usize = 65_000_000;
const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const ODF: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
                   xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
                   xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"";
const ROOT: &str = "<container><rootfile full-path=\"book.opf\"/></container>";

fn packed<'p>(parts: impl IntoIterator<Item = (&'p str, &'p str)>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (place, (name, part)) in parts.into_iter().enumerate() {
        let method = if place == 0 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        writer.start_file(name, SimpleFileOptions::default().compression_method(method)).expect("a name");
        writer.write_all(part.as_bytes()).expect("memory");
    }
    writer.finish().expect("a container").into_inner()
}

fn docx_of(main: &str) -> Vec<u8> {
    packed([("_rels/.rels", "<r/>"), ("word/document.xml", main)])
}

fn document(body: &str) -> String {
    format!("<w:document {WORD}><w:body><w:p><w:r>{body}<w:t>The ferry stays.</w:t></w:r></w:p></w:body></w:document>")
}

fn odt_of(content: &str) -> Vec<u8> {
    packed([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)])
}

fn text(body: &str) -> String {
    format!(
        "<office:d {ODF}><office:body><office:text>{body}<text:p>The ferry stays.</text:p></office:text></office:body></office:d>"
    )
}

fn epub_of(package: &str, page: &str) -> Vec<u8> {
    let mime = ("mimetype", "application/epub+zip");
    packed([mime, ("META-INF/container.xml", ROOT), ("book.opf", package), ("a.xhtml", page)])
}

fn package(spine: &str) -> String {
    format!(
        "<package><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine>{spine}</spine></package>"
    )
}

fn book(page: &str) -> Vec<u8> {
    epub_of(&package("<itemref idref=\"a\"/>"), page)
}

fn cut(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() * 2 / 3].to_vec()
}

/// The container with every place of `wanted` replaced.
fn replaced(mut bytes: Vec<u8>, wanted: &[u8], by: &[u8]) -> Vec<u8> {
    let places: Vec<usize> =
        (0..bytes.len().saturating_sub(wanted.len())).filter(|at| bytes[*at..].starts_with(wanted)).collect();
    for at in places {
        bytes[at..at + by.len()].copy_from_slice(by);
    }
    bytes
}

/// Bytes at a distance from each header of an entry in the container's list.
fn in_list(mut bytes: Vec<u8>, distance: usize, by: &[u8]) -> Vec<u8> {
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..].starts_with(b"PK\x01\x02")).collect();
    for at in places {
        bytes[at + distance..at + distance + by.len()].copy_from_slice(by);
    }
    bytes
}

fn old_container(inside: &str) -> Vec<u8> {
    let name = inside.encode_utf16().flat_map(u16::to_le_bytes);
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain([0; 3000]).chain(name).collect()
}

fn word_files() -> Vec<(&'static str, Vec<u8>, End)> {
    let sound = document("");
    let laughs: String = (1..40)
        .map(|level| format!("<!ENTITY l{level} \"&l{};&l{};\">", level - 1, level - 1))
        .collect::<Vec<_>>()
        .concat();
    let laughs = format!("<!DOCTYPE a [<!ENTITY l0 \"lol\">{laughs}]>{}", document("<w:t>&l39;</w:t>"));
    let outside = format!("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}", document("<w:t>&x;</w:t>"));
    let namespaces: Vec<String> = (0..100_000).map(|number| format!(" xmlns:n{number}=\"urn:{number}\"")).collect();
    let names: Vec<String> = (0..25_000).map(|number| format!("word/{number}")).collect();
    let circle = format!(
        "<w:styles {WORD}><w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style></w:styles>"
    );
    let styled = document("").replace("<w:p>", "<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr>");
    let bomb = document(&format!("<w:t>{}</w:t>", "a ".repeat(BOMB_BYTES / 2)));
    vec![
        ("bomb.docx", docx_of(&bomb), SWOLLEN),
        ("bomb-in-styles.docx", packed([("word/document.xml", sound.as_str()), ("word/styles.xml", &bomb)]), SWOLLEN),
        ("entries.docx", packed(names.iter().map(|name| (name.as_str(), ""))), DAMAGED),
        ("deep.docx", docx_of(&"<w:p>".repeat(1_000_000)), DAMAGED),
        ("deep-tables.docx", docx_of(&document(&"<w:tbl><w:tr><w:tc>".repeat(100_000))), DAMAGED),
        ("laughs.docx", docx_of(&laughs), Article("The ferry stays.")),
        ("outside.docx", docx_of(&outside), Article("The ferry stays.")),
        ("namespaces.docx", docx_of(&format!("<a{}/>", namespaces.concat())), DAMAGED),
        (
            "attribute.docx",
            docx_of(&document(&format!("<w:x w:a=\"{}\"/>", "a".repeat(10_000_000)))),
            Article("The ferry stays."),
        ),
        ("fields.docx", docx_of(&document(&"<w:fldChar w:fldCharType=\"begin\"/>".repeat(200_000))), Any),
        (
            "circle.docx",
            packed([("word/document.xml", styled.as_str()), ("word/styles.xml", &circle)]),
            Article("The ferry stays."),
        ),
        (
            "names.docx",
            packed([
                ("word/document.xml", sound.as_str()),
                ("../../etc/cron.d/x", "x"),
                ("a\nb\u{1b}[2J", "x"),
                ("/abs", "x"),
            ]),
            Article("The ferry stays."),
        ),
        ("cut.docx", cut(&docx_of(&sound)), DAMAGED),
        ("flipped.docx", replaced(packed([("word/document.xml", sound.as_str())]), b"ferry", b"fairy"), DAMAGED),
        (
            "lying-size.docx",
            in_list(docx_of(&document(&"<w:t>a</w:t>".repeat(10_000))), 24, &100_u32.to_le_bytes()),
            Any,
        ),
        (
            "overlap.docx",
            in_list(packed([("word/document.xml", sound.as_str()), ("word/styles.xml", "<a/>")]), 42, &[0; 4]),
            Any,
        ),
        ("password.docx", in_list(docx_of(&sound), 8, &[1, 0]), Any),
        ("inner.docx", packed([("word/inner.zip", "PK"), ("inner.docx", "PK\u{3}\u{4}")]), DAMAGED),
        ("locked.docx", old_container("EncryptedPackage"), Sentence("locked with a password")),
        ("old.doc", old_container("WordDocument"), Sentence("is an old Office document")),
    ]
}

fn other_files() -> Vec<(&'static str, Vec<u8>, End)> {
    let rtf = |body: &str| format!("{{\\rtf1\\ansi {body} The ferry stays.}}").into_bytes();
    let fonts: Vec<String> = (0..200_000).map(|number| format!("{{\\f{number} F;}}")).collect();
    let spaces = "<text:p><text:s text:c=\"4000000000\"/></text:p>".repeat(1000);
    let cells = "<table:table><table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell table:number-columns-repeated=\"1000000000\"/></table:table-row></table:table>";
    let manifest = "<m><encryption-data/></m>";
    let locked = packed([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", "\u{1}"),
    ]);
    let cipher = "<e><EncryptionMethod Algorithm=\"urn:adept\"/></e>";
    let sold = packed([("mimetype", "application/epub+zip"), ("META-INF/encryption.xml", cipher)]);
    let page = format!("<p>{}</p>", "The ferry stays. ".repeat(5_000));
    vec![
        ("bomb.odt", odt_of(&text(&"<text:p>a</text:p>".repeat(BOMB_BYTES / 18 + 1))), SWOLLEN),
        ("deep.odt", odt_of(&text(&"<text:list>".repeat(1_000_000))), DAMAGED),
        ("spaces.odt", odt_of(&text(&spaces)), Article("The ferry stays.")),
        ("cells.odt", odt_of(&text(cells)), Article("The ferry stays.")),
        ("cut.odt", cut(&odt_of(&text(""))), DAMAGED),
        ("locked.odt", locked, Sentence("locked with a password")),
        ("braces.rtf", rtf(&"{".repeat(5_000_000)), DAMAGED),
        ("binary.rtf", rtf("\\bin2147483647 "), DAMAGED),
        ("halves.rtf", rtf(&"\\u-10179 ?".repeat(100_000)), Article("The ferry stays.")),
        ("styles.rtf", rtf("{\\stylesheet{\\s1\\sbasedon2 A;}{\\s2\\sbasedon1 B;}}\\s1"), Article("The ferry stays.")),
        ("fonts.rtf", rtf(&format!("{{\\fonttbl{}}}", fonts.concat())), Article("The ferry stays.")),
        ("words.rtf", rtf(&"\\b\\b0".repeat(1_000_000)), Article("The ferry stays.")),
        ("cut.rtf", b"{\\rtf1 {\\b The ferry".to_vec(), DAMAGED),
        ("bomb.epub", book(&"<p>a</p>".repeat(BOMB_BYTES / 8 + 1)), SWOLLEN),
        (
            "again.epub",
            epub_of(&package(&"<itemref idref=\"a\"/>".repeat(100_000)), &page),
            Article("The ferry stays."),
        ),
        ("deep.epub", book(&format!("{}The ferry stays.", "<div>".repeat(1_000_000))), Any),
        (
            "open.epub",
            book(&format!("{}The ferry stays.", "<b><i><a href='#'>".repeat(100_000))),
            Article("The ferry stays."),
        ),
        ("tables.epub", book(&format!("{}The ferry stays.", "<table><b>x".repeat(100_000))), Any),
        (
            "attributes.epub",
            book(&format!("<p {}>The ferry stays.</p>", "a=\"b\" ".repeat(300_000))),
            Article("The ferry stays."),
        ),
        (
            "outside.epub",
            epub_of(&package("<itemref idref=\"a\"/>").replace("a.xhtml", "../../../../etc/passwd"), "x"),
            Sentence("holds no words"),
        ),
        ("sold.epub", sold, Sentence("copy protection")),
        ("empty.epub", packed([("mimetype", "application/epub+zip")]), DAMAGED),
        ("zeros.txt", vec![0; 1_000_000], Sentence("is not text")),
        ("line\nbreak.docx", cut(&docx_of(&document(""))), DAMAGED),
    ]
}

fn check(folder: &Path, (name, bytes, expected): (&str, Vec<u8>, End)) -> Option<String> {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file can be written");
    let start = Instant::now();
    let outcome = import::open(&path);
    let said = outcome.as_ref().err().map(ToString::to_string).unwrap_or_default();
    let is_expected = match expected {
        Article(words) => outcome.as_ref().is_ok_and(|article| article.text.contains(words)),
        Sentence(words) => said.contains(words),
        Any => !matches!(outcome.as_ref().err().map(|error| &error.problem), Some(Problem::Missing)),
    };
    let is_sound = said.lines().count() <= 1 && start.elapsed() < Duration::from_secs(30);
    (!is_expected || !is_sound)
        .then(|| format!("{name:?}: {said} {:?}", outcome.map(|article| article.text.len()).ok()))
}

#[test]
fn every_hostile_file_ends_in_an_article_or_a_sentence() {
    confined::by(PathBuf::from(env!("CARGO_BIN_EXE_diptych")));
    let temporary = tempfile::tempdir().expect("a temporary folder can be made");
    let kept = std::env::var_os("HOSTILE_FILES").map(PathBuf::from);
    let folder = kept.as_deref().unwrap_or(temporary.path());
    let faults: Vec<String> =
        word_files().into_iter().chain(other_files()).filter_map(|file| check(folder, file)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
