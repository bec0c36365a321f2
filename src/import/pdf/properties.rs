//! What a PDF says of itself, as far as it is true of the article.
//!
//! Most of it is not: programs write their own names, the names of files and the day of the print. So a title counts
//! where the text has its words, an author where the text names them or names nobody.

use hayro_interpret::hayro_syntax::object::dict::keys::METADATA;
use hayro_interpret::hayro_syntax::object::{Dict, Stream};
use hayro_interpret::hayro_syntax::{Pdf, PdfData};

use crate::import::draft::Draft;
use crate::import::limits::LARGEST_XMP_BYTES;
use crate::model::leading_date;

/// Reads title, author and, from publishers' own entries, publication and date.
pub fn read(data: &PdfData, draft: &mut Draft) {
    let Ok(pdf) = Pdf::new(data.clone()) else { return };
    let info = pdf.metadata();
    let packet = packet(&pdf).unwrap_or_default();
    let text = Text::of(draft.written());
    let given = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(decoded);
    let title = given(&info.title).filter(|title| is_title(title, &text));
    draft.metadata.title = title.or_else(|| element(&packet, "dc:title").filter(|title| is_title(title, &text)));
    let author = given(&info.author).filter(|author| is_author(author, &text));
    draft.metadata.byline = author.or_else(|| element(&packet, "dc:creator").filter(|author| is_author(author, &text)));
    draft.metadata.publication = element(&packet, "prism:publicationName");
    let day = element(&packet, "prism:publicationDate").or_else(|| element(&packet, "prism:coverDate"));
    draft.metadata.date = day.and_then(|day| leading_date(&day)).map(|day| day.iso);
}

/// What the text itself has.
struct Text {
    words: String,
    names_author: bool,
}

impl Text {
    fn of(text: &str) -> Self {
        const FIRST_LINES: usize = 12;
        let names_author = text.lines().take(FIRST_LINES).any(|line| line.to_lowercase().starts_with("by "));
        Self { words: spaced(text), names_author }
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(&spaced(word))
    }
}

/// Its words in small letters, with one space around each.
fn spaced(text: &str) -> String {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    format!(" {} ", words.join(" "))
}

/// Endings of file names, which programs take for titles.
const FILE_ENDINGS: [&str; 16] = [
    ".doc", ".docx", ".odt", ".rtf", ".pdf", ".txt", ".tex", ".dvi", ".ps", ".indd", ".qxd", ".qxp", ".html", ".htm",
    ".pages", ".ppt",
];
/// Starts of titles that programs make up.
const MADE_UP_STARTS: [&str; 9] = [
    "microsoft word", "microsoft powerpoint", "untitled", "unbenannt", "sans titre", "document", "about:blank", "layout 1",
    "powerpoint presentation",
];
/// Names of programs and of nobody, which stand where an author should.
const NOBODY: [&str; 20] = [
    "microsoft", "libreoffice", "openoffice", "adobe", "acrobat", "latex", "word", "writer", "chrome", "chromium", "quark",
    "indesign", "user", "administrator", "admin", "unknown", "author", "owner", "proquest", "scanner",
];

fn is_title(title: &str, text: &Text) -> bool {
    let lower = title.trim().to_lowercase();
    let is_made_up = MADE_UP_STARTS.iter().any(|start| lower.starts_with(start))
        || FILE_ENDINGS.iter().any(|ending| lower.ends_with(ending))
        || lower.starts_with("http")
        || lower.contains(['\\', '_']);
    let words: Vec<String> = spaced(title).split_whitespace().map(str::to_owned).collect();
    let known = words.iter().filter(|word| text.has(word)).count();
    !is_made_up && words.iter().any(|word| word.chars().any(char::is_alphabetic)) && known * 3 >= words.len() * 2
}

fn is_author(author: &str, text: &Text) -> bool {
    let words: Vec<&str> = author.split_whitespace().collect();
    let is_nobody = spaced(author).split_whitespace().any(|word| NOBODY.contains(&word));
    let is_person = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count() >= 2
        && !author.chars().any(|letter| letter.is_ascii_digit() || matches!(letter, '@' | '\\' | '/' | '_'));
    !is_nobody && is_person && (text.has(author) || !text.names_author)
}

/// A string of the file: UTF-16 or UTF-8 with their marks, else Latin-1, which differs from PDF's own in rare signs only.
fn decoded(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xFF, 0xFE, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| pdf_letter(*byte)).collect(),
    };
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A byte in the encoding of PDF's own strings (ISO 32000-1, annex D.2).
fn pdf_letter(byte: u8) -> char {
    const HIGH: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";
    match byte {
        0x80..=0x9E => HIGH.chars().nth(usize::from(byte - 0x80)).unwrap_or(' '),
        0xA0 => '€',
        _ => char::from(byte),
    }
}

/// The document's own entry of XMP, if it is of a reasonable size.
fn packet(pdf: &Pdf) -> Option<String> {
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let stream = catalog.get::<Stream<'_>>(METADATA)?;
    if stream.raw_data().len() > LARGEST_XMP_BYTES {
        return None;
    }
    let bytes = stream.decoded_data().ok()?;
    (bytes.len() <= LARGEST_XMP_BYTES).then(|| String::from_utf8_lossy(&bytes).into_owned())
}

/// The words in the first element of that name, or in its attribute; several authors are joined by commas.
fn element(packet: &str, name: &str) -> Option<String> {
    let opening = format!("<{name}");
    let words = match packet.split_once(&opening) {
        Some((_, rest)) => {
            let inside = rest.split_once(&format!("</{name}>"))?.0;
            let items: Vec<String> = texts(inside.split_once('>')?.1);
            items.join(", ")
        }
        None => packet.split_once(&format!("{name}=\""))?.1.split_once('"')?.0.to_owned(),
    };
    let words = crate::import::html_text::paragraphs(&words).join(" ");
    (!words.is_empty()).then_some(words)
}

/// What stands between tags.
fn texts(markup: &str) -> Vec<String> {
    let pieces = markup.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text).trim());
    pieces.filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
}
