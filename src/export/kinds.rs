//! Which exports there are: what a file shows, and in which format.

use super::citation::Form;
use super::pair::Pair;
use super::paper::Paper;
use super::{cards, csv, docx, handout, html, json, markdown, notes, pdf, text};

/// What a file shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A sheet for a class: passages by theme, who is quoted where, what only one article has.
    Handout,
    /// Everything to read on a screen or on paper, in one page.
    Report,
    /// Debate cards.
    Cards,
    /// Debate cards as they are disclosed: tag, cite, first and last words.
    Disclosure,
    /// What the reader noted, marked and cut.
    Notes,
    /// A table, a row a link.
    Links,
    /// What both share, for scripts and notes.
    Comparison,
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A Word document.
    Docx,
    /// A PDF.
    Pdf,
    /// A page for a browser.
    Html,
    /// `CommonMark`.
    Markdown,
    /// A table.
    Csv,
    /// The public format.
    Json,
    /// Plain text.
    Text,
}

impl Kind {
    /// All, in the order of a menu.
    pub const ALL: [Kind; 7] =
        [Kind::Handout, Kind::Report, Kind::Cards, Kind::Disclosure, Kind::Notes, Kind::Links, Kind::Comparison];

    /// Its name, as in a file's name.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Handout => "handout",
            Kind::Report => "report",
            Kind::Cards => "cards",
            Kind::Disclosure => "disclosure",
            Kind::Notes => "notes",
            Kind::Links => "links",
            Kind::Comparison => "comparison",
        }
    }

    /// The formats that it is written in, the usual one first.
    pub fn formats(self) -> &'static [Format] {
        match self {
            Kind::Handout => &[Format::Pdf, Format::Docx, Format::Html],
            Kind::Report => &[Format::Html],
            Kind::Cards => &[Format::Docx, Format::Markdown],
            Kind::Disclosure => &[Format::Text, Format::Markdown],
            Kind::Notes => &[Format::Markdown],
            Kind::Links => &[Format::Csv],
            Kind::Comparison => &[Format::Json, Format::Markdown, Format::Text],
        }
    }

    /// What a file of that name shows, by a word in the name: "cards.docx", "debate-handout-2.pdf".
    pub fn named(stem: &str) -> Option<Self> {
        let stem = stem.to_lowercase();
        let words: Vec<&str> = stem.split(|character: char| !character.is_alphanumeric()).collect();
        let is_named = |kind: &Kind| {
            let name = kind.name();
            words.iter().any(|word| *word == name || Some(*word) == name.strip_suffix('s'))
        };
        Kind::ALL.into_iter().find(is_named)
    }
}

impl Format {
    /// All.
    pub const ALL: [Format; 7] =
        [Format::Docx, Format::Pdf, Format::Html, Format::Markdown, Format::Csv, Format::Json, Format::Text];

    /// The usual ending of its files, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Docx => "docx",
            Format::Pdf => "pdf",
            Format::Html => "html",
            Format::Markdown => "md",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Text => "txt",
        }
    }

    /// The format of files that end so.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_lowercase().as_str() {
            "htm" => Some(Format::Html),
            "markdown" => Some(Format::Markdown),
            other => Format::ALL.into_iter().find(|format| format.ending() == other),
        }
    }

    /// What a file of this format shows where nothing else tells.
    pub fn usual_kind(self) -> Kind {
        match self {
            Format::Docx | Format::Pdf => Kind::Handout,
            Format::Html => Kind::Report,
            Format::Csv => Kind::Links,
            Format::Markdown | Format::Json | Format::Text => Kind::Comparison,
        }
    }
}

/// What a person can choose of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Of a handout: empty to be filled in, with an answer key on a page of its own.
    pub is_blank: bool,
    /// The pages of a handout, a report and cards.
    pub paper: Paper,
    /// The form of citations in a handout and a report.
    pub citations: Option<Form>,
}

/// Why a file could not be made; each a sentence for a person.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// There is no such pair of kind and format.
    #[error("{} cannot be written as {}; it can be {}", .0.name(), .1.ending(), endings(*.0))]
    NoSuch(Kind, Format),
    /// The document would be too large for its format.
    #[error("the document is too large for its format: {0}")]
    TooLarge(#[from] std::io::Error),
    /// The PDF could not be put together.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
}

fn endings(kind: Kind) -> String {
    let endings: Vec<String> = kind.formats().iter().map(|format| format.ending().to_owned()).collect();
    crate::model::listed(&endings).replace(" and ", " or ")
}

/// An export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// The characters that it cannot show, each once: those that the fonts of a PDF do not have.
    pub lacking: Vec<char>,
}

impl Written {
    /// A sentence on what it cannot show, if there is any such thing.
    pub fn told(&self) -> Option<String> {
        let named: String = self.lacking.iter().take(MOST_TOLD).collect();
        let more = if self.lacking.len() > MOST_TOLD { " and others" } else { "" };
        let sentence =
            format!("Its fonts do not have {named}{more}, which are boxes there; .docx and .html show them.");
        (!named.is_empty()).then_some(sentence)
    }
}

impl From<Vec<u8>> for Written {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes, lacking: Vec::new() }
    }
}

/// No more characters than these are named.
const MOST_TOLD: usize = 12;

/// Writes an export.
///
/// # Errors
///
/// [`Failure`] where there is no such export, or the document is too large for its format.
pub fn write(kind: Kind, format: Format, pair: &Pair, options: &Options) -> Result<Written, Failure> {
    let sheet = || handout::sheet(pair, options.is_blank, options.citations);
    let written = match (kind, format) {
        (Kind::Cards, Format::Docx) => {
            return Ok(docx::cards::write(&pair.title(), &cards::of(pair), options.paper)?.into());
        }
        (Kind::Handout, Format::Docx) => return Ok(docx::sheet::write(&sheet(), options.paper)?.into()),
        (Kind::Handout, Format::Pdf) => {
            let (bytes, lacking) = pdf::write(&sheet(), options.paper).map_err(Failure::Pdf)?;
            return Ok(Written { bytes, lacking });
        }
        (Kind::Handout, Format::Html) => html::handout(&sheet(), options.paper),
        (Kind::Report, Format::Html) => html::report(pair, options.citations.unwrap_or(Form::Chicago), options.paper),
        (Kind::Cards, Format::Markdown) => notes::cards_page(pair),
        (Kind::Disclosure, Format::Text | Format::Markdown) => notes::disclosure(pair),
        (Kind::Notes, Format::Markdown) => notes::page(pair),
        (Kind::Links, Format::Csv) => csv::links(pair),
        (Kind::Comparison, Format::Markdown) => markdown::with_work(pair),
        (Kind::Comparison, Format::Json) => json::comparison(pair.articles(), pair.readings(), pair.comparison()),
        (Kind::Comparison, Format::Text) => text::comparison(pair.articles(), pair.readings(), pair.comparison()),
        _ => return Err(Failure::NoSuch(kind, format)),
    };
    Ok(written.into_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_shows_what_its_name_says() {
        let check = |stem: &str, expected: Option<Kind>| assert_eq!(Kind::named(stem), expected, "{stem}");
        check("cards", Some(Kind::Cards));
        check("my-card 2", Some(Kind::Cards));
        check("Debate_Handout", Some(Kind::Handout));
        check("linkedin", None);
        check("week 3", None);
    }

    #[test]
    fn every_format_has_a_kind_that_is_written_in_it() {
        for format in Format::ALL {
            assert!(format.usual_kind().formats().contains(&format), "{format:?}");
            assert_eq!(Format::of_ending(&format.ending().to_uppercase()), Some(format));
        }
    }
}
