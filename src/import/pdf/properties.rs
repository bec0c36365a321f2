//! What a PDF says of itself, as far as it is true of the article.
//!
//! Most of it is not: programs write their own names, the names of files and the day of the print. So a title counts
//! where the text has its words, an author where the text names them or names nobody.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::dict::keys::METADATA;
use hayro_interpret::hayro_syntax::object::{Dict, Stream};

use crate::import::draft::Draft;
use crate::import::limits::LARGEST_XMP_BYTES;
use crate::import::properties;
use crate::model::leading_date;

/// What a file tells: title and author, and the packet in which publishers tell more.
#[derive(Default)]
pub struct Told {
    title: Option<String>,
    author: Option<String>,
    packet: String,
}

impl Told {
    /// What that one tells.
    pub fn by(pdf: &Pdf) -> Self {
        let info = pdf.metadata();
        let given = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(decoded);
        Self { title: given(&info.title), author: given(&info.author), packet: packet(pdf).unwrap_or_default() }
    }

    /// Notes title, author and, from publishers' own entries, publication and date, as far as the text bears them out.
    pub fn write(&self, draft: &mut Draft) {
        let text = Text::of(draft.written());
        let told = |own: &Option<String>, name: &str, real: &dyn Fn(&str) -> Option<String>| {
            own.as_deref().and_then(real).or_else(|| element(&self.packet, name).as_deref().and_then(real))
        };
        draft.metadata.title = told(&self.title, "dc:title", &|told| title(told, &text));
        draft.metadata.byline = told(&self.author, "dc:creator", &|told| author(told, &text));
        draft.metadata.publication = element(&self.packet, "prism:publicationName");
        let day = element(&self.packet, "prism:publicationDate").or_else(|| element(&self.packet, "prism:coverDate"));
        draft.metadata.date = day.and_then(|day| leading_date(&day)).map(|day| day.iso);
    }
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

/// Signs between an article's title and the name of the page or site that it was printed from.
const SEPARATORS: [&str; 5] = [" | ", " - ", " – ", " — ", " :: "];

/// A title whose words the text has, without the site's name behind it.
fn title(told: &str, text: &Text) -> Option<String> {
    let told = properties::title(told).filter(|title| !title.starts_with("http") && title != "about:blank")?;
    let start = SEPARATORS.iter().filter_map(|separator| told.rsplit_once(separator)).map(|(start, _)| start.trim());
    if let Some(start) = start.filter(|start| !text.has(&told) && text.has(start)).max_by_key(|start| start.len()) {
        return Some(start.to_owned());
    }
    let words: Vec<String> = spaced(&told).split_whitespace().map(str::to_owned).collect();
    let known = words.iter().filter(|word| text.has(word)).count();
    (known * 3 >= words.len() * 2).then_some(told)
}

/// An author whom the text names, or a person where it names none.
fn author(told: &str, text: &Text) -> Option<String> {
    let told = properties::author(told)?;
    let capitals = told.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    (text.has(&told) || (capitals >= 2 && !text.names_author)).then_some(told)
}

/// A string of the file: UTF-16 or UTF-8 with their marks, else Latin-1, which differs from PDF's own in rare signs only.
fn decoded(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xFF, 0xFE, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| pdf_letter(*byte)).collect(),
    };
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
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
