//! The tokens of a file to a story.

use super::super::limits::MOST_XML_DEPTH;
use super::super::properties;
use super::super::story::{Inset, Look, Sort, Story};
use super::code_pages::CodePage;
use super::state::{Destination, State};
use super::styles::{Font, Style, Tables};
use super::tokens::{Token, Tokens};
use super::words;
use crate::model::{Article, Metadata};

/// Windows's Western code page, which files mean that name none.
const USUAL_CODE_PAGE: i32 = 1252;

/// Reads one file.
pub struct Reader {
    story: Story,
    tables: Tables,
    state: State,
    /// States of the groups around.
    around: Vec<State>,
    code_page: Option<CodePage>,
    default_font: Option<i32>,
    /// Bytes that wait to be decoded together, as one character may take two.
    bytes: Vec<u8>,
    /// How many bytes are still to be passed over behind a Unicode character.
    to_pass: usize,
    /// The first half of a character that UTF-16 writes in two.
    high_surrogate: Option<u32>,
    /// The open paragraph began with the mark of a list.
    has_mark: bool,
    style: Style,
    font: Font,
    title: String,
    author: String,
    field_code: String,
}

impl Reader {
    /// The article; none where groups nest beyond reason or do not end.
    pub fn read(bytes: &[u8]) -> Option<Article> {
        let mut reader = Self {
            story: Story::default(),
            tables: Tables::default(),
            state: State { fallback_bytes: 1, ..State::default() },
            around: Vec::new(),
            code_page: CodePage::of_number(USUAL_CODE_PAGE),
            default_font: None,
            bytes: Vec::new(),
            to_pass: 0,
            high_surrogate: None,
            has_mark: false,
            style: Style::default(),
            font: Font::default(),
            title: String::new(),
            author: String::new(),
            field_code: String::new(),
        };
        for token in Tokens::new(bytes) {
            reader.take(token);
            if reader.around.len() > MOST_XML_DEPTH {
                return None;
            }
            if reader.around.is_empty() {
                return Some(reader.finish());
            }
        }
        None
    }

    fn finish(mut self) -> Article {
        self.end_paragraph();
        let title = properties::title(&self.title);
        let byline = properties::authors([self.author.as_str()]);
        self.story.finish(Metadata { title, byline, ..Metadata::default() })
    }

    fn take(&mut self, token: Token<'_>) {
        match token {
            Token::Hex(byte) => return self.push_bytes(&[byte]),
            Token::Bytes(bytes) => return self.push_bytes(bytes),
            _ => self.decode(),
        }
        match token {
            Token::Open => self.open(),
            Token::Close => self.close(),
            Token::Word(name, number) => self.word(name, number),
            Token::Symbol(b'*') => self.state.is_optional = true,
            Token::Symbol(b'\n') => self.word("par", None),
            Token::Symbol(symbol) => self.character(words::symbol(symbol)),
            Token::Hex(_) | Token::Bytes(_) => {}
        }
    }

    fn open(&mut self) {
        self.to_pass = 0;
        let inner = State { stream: None, is_optional: false, ..self.state.clone() };
        self.around.push(std::mem::replace(&mut self.state, inner));
    }

    fn close(&mut self) {
        self.to_pass = 0;
        let Some(outer) = self.around.pop() else { return };
        let inner = std::mem::replace(&mut self.state, outer);
        if let Some(stream) = inner.stream {
            self.close_stream(&inner, stream);
        }
        match inner.destination {
            Destination::FieldCode if self.state.destination != Destination::FieldCode => {
                let code = std::mem::take(&mut self.field_code);
                self.state.linked |= code.trim_start().to_ascii_uppercase().starts_with("HYPERLINK");
            }
            Destination::FontTable => self.end_font(),
            Destination::StyleSheet => self.end_style(),
            _ => {}
        }
    }

    fn close_stream(&mut self, inner: &State, inset: Inset) {
        let outer = std::mem::replace(&mut self.state, inner.clone());
        self.end_paragraph();
        self.state = outer;
        self.story.close(inset);
    }

    fn word(&mut self, name: &str, number: Option<i32>) {
        let is_optional = std::mem::take(&mut self.state.is_optional);
        let outer = self.state.destination;
        if outer == Destination::Skipped {
            return;
        }
        if let Some(destination) = words::destination(name, outer) {
            if matches!(name, "listtext" | "pntext") {
                self.has_mark = true;
            }
            self.state.destination = destination;
            return;
        }
        if is_optional && !words::is_read(name) {
            self.state.destination = Destination::Skipped;
            return;
        }
        if let Some(character) = words::character(name) {
            return self.character(Some(character));
        }
        self.to_pass = 0;
        match name {
            "u" => self.unicode(number.unwrap_or(0)),
            "footnote" => self.open_stream(Inset::Note),
            "shptxt" | "dptxbxtext" => self.open_stream(Inset::Aside),
            "ud" if outer == Destination::Replaced => self.state.destination = self.replaced(),
            "result" if outer == Destination::Frame => self.state.destination = Destination::Text,
            "par" | "sect" => self.paragraph_mark(),
            "cell" => self.cell(),
            "row" => self.row(),
            "nestcell" => self.text("\t"),
            "nestrow" => self.end_paragraph(),
            _ => self.property(name, number),
        }
    }

    fn property(&mut self, name: &str, number: Option<i32>) {
        match (self.state.destination, name) {
            (_, "mac") => self.code_page = CodePage::of_number(10_000),
            (_, "pc") => self.code_page = CodePage::of_number(437),
            (_, "pca") => self.code_page = CodePage::of_number(850),
            (_, "ansicpg") => self.code_page = number.and_then(CodePage::of_number).or(self.code_page),
            (_, "deff") => self.default_font = number,
            (Destination::FontTable, "f") => self.font.number = number.unwrap_or(0),
            (Destination::FontTable, "fcharset") => {
                self.font.code_page = self.font.code_page.or(number.and_then(CodePage::of_character_set));
            }
            (Destination::FontTable, "cpg") => {
                self.font.code_page = number.and_then(CodePage::of_number).or(self.font.code_page);
            }
            (Destination::StyleSheet, "s") => self.style.number = number,
            (Destination::StyleSheet, "cs" | "ds" | "ts") => self.style.number = Some(i32::MIN),
            (Destination::StyleSheet, "sbasedon") => self.style.based_on = number,
            (Destination::StyleSheet, "outlinelevel") => self.style.level = number,
            (Destination::FontTable | Destination::StyleSheet, _) => {}
            _ => words::set(&mut self.state, name, number),
        }
    }

    /// What the words around a pair of older and newer forms are.
    fn replaced(&self) -> Destination {
        let outer = self.around.iter().rev().map(|state| state.destination);
        outer.into_iter().find(|destination| *destination != Destination::Replaced).unwrap_or_default()
    }

    fn open_stream(&mut self, inset: Inset) {
        self.state.stream = Some(inset);
        self.state.destination = Destination::Text;
        self.state.paragraph = super::state::Paragraph::default();
        self.story.open(inset);
        self.has_mark = false;
    }

    fn push_bytes(&mut self, bytes: &[u8]) {
        let passed = self.to_pass.min(bytes.len());
        self.to_pass -= passed;
        if matches!(self.state.destination, Destination::Skipped | Destination::Frame | Destination::Replaced) {
            return;
        }
        self.bytes.extend(bytes[passed..].iter().filter(|byte| !byte.is_ascii_control() || **byte == b'\t'));
    }

    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let font = self.state.run.font.or(self.default_font).and_then(|font| self.tables.font(font));
        let code_page = font.and_then(|font| font.code_page).or(self.code_page);
        let name = font.map_or("", |font| font.name.as_str());
        // A font's own name is written as the document is.
        let code_page = if self.state.destination == Destination::Text { code_page } else { self.code_page };
        let text = code_page.map(|page| page.decode(&self.bytes, name)).unwrap_or_default();
        self.bytes.clear();
        self.text(&text);
    }

    /// A character by name counts as one byte behind a Unicode character.
    fn character(&mut self, character: Option<&str>) {
        if self.to_pass > 0 {
            self.to_pass -= 1;
        } else if let Some(character) = character {
            self.text(character);
        }
    }

    fn unicode(&mut self, number: i32) {
        self.to_pass = self.state.fallback_bytes;
        // Numbers over 32767 are written as negative ones.
        let unit = if number < 0 { (number as u32) & 0xFFFF } else { number as u32 };
        let character = match (unit, self.high_surrogate.take()) {
            (0xD800..=0xDBFF, _) => {
                self.high_surrogate = Some(unit);
                return;
            }
            (0xDC00..=0xDFFF, Some(high)) => char::from_u32(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00)),
            (0xF000..=0xF0FF, _) => self.symbol(unit),
            _ => char::from_u32(unit),
        };
        if let Some(character) = character.filter(|character| !character.is_control() || *character == '\t') {
            self.text(character.encode_utf8(&mut [0; 4]));
        }
    }

    fn symbol(&self, unit: u32) -> Option<char> {
        let font = self.state.run.font.and_then(|font| self.tables.font(font));
        super::super::symbols::character(font.map_or("", |font| font.name.as_str()), unit)
    }

    fn text(&mut self, words: &str) {
        match self.state.destination {
            Destination::Text => self.words(words),
            Destination::FontTable => self.listed(words, Self::end_font, |reader| &mut reader.font.name),
            Destination::StyleSheet => self.listed(words, Self::end_style, |reader| &mut reader.style.name),
            Destination::Title => self.title.push_str(words),
            Destination::Author => self.author.push_str(words),
            // Only how it begins matters.
            Destination::FieldCode if self.field_code.len() < 100 => self.field_code.push_str(words),
            _ => {}
        }
    }

    /// A semicolon ends an entry of a table.
    fn listed(&mut self, words: &str, end: fn(&mut Self), name: fn(&mut Self) -> &mut String) {
        for (place, part) in words.split(';').enumerate() {
            if place > 0 {
                end(self);
            }
            name(self).push_str(part);
        }
    }

    fn end_font(&mut self) {
        let font = std::mem::take(&mut self.font);
        if !font.name.trim().is_empty() {
            self.tables.add_font(Font { name: font.name.trim().to_owned(), ..font });
        }
    }

    fn end_style(&mut self) {
        let style = std::mem::take(&mut self.style);
        if !style.name.trim().is_empty() {
            // A style without a number is that of ordinary paragraphs.
            let number = Some(style.number.unwrap_or(0)).filter(|number| *number >= 0);
            self.tables.add_style(Style { number, ..style });
        }
    }

    fn words(&mut self, words: &str) {
        let run = self.state.run;
        if run.hidden || run.deleted || words.is_empty() {
            return;
        }
        self.settle();
        if words == "\t" && self.state.paragraph.first_line < 0 && is_mark(self.story.paragraph()) {
            self.story.drop_paragraph();
            self.has_mark = true;
            return;
        }
        self.story.words(words, Look { linked: self.state.linked, ..run.look });
    }

    /// Rows and cells have no beginning of their own.
    fn settle(&mut self) {
        let is_in_table = self.state.paragraph.is_in_table;
        match self.story.innermost() {
            Some(Inset::Cell) if is_in_table => {}
            Some(Inset::Row) if is_in_table => self.story.open(Inset::Cell),
            None if is_in_table => {
                self.story.open(Inset::Row);
                self.story.open(Inset::Cell);
            }
            Some(Inset::Cell | Inset::Row) => self.story.close(Inset::Row),
            // Tables in notes and text boxes have tabs and no rows.
            Some(Inset::Note | Inset::Aside) | None => {}
        }
    }

    fn is_read(&self) -> bool {
        self.state.destination == Destination::Text
    }

    fn cell(&mut self) {
        if !self.is_read() || matches!(self.story.innermost(), Some(Inset::Note | Inset::Aside)) {
            return self.text("\t");
        }
        let is_in_table = std::mem::replace(&mut self.state.paragraph.is_in_table, true);
        self.settle();
        self.end_paragraph();
        self.story.close(Inset::Cell);
        self.state.paragraph.is_in_table = is_in_table;
    }

    fn row(&mut self) {
        if self.is_read() {
            self.end_paragraph();
            if matches!(self.story.innermost(), Some(Inset::Row | Inset::Cell)) {
                self.story.close(Inset::Row);
            }
        }
    }

    /// A mark that is hidden or deleted ends nothing: the paragraph goes on in the next.
    fn paragraph_mark(&mut self) {
        if self.is_read() && !self.state.run.hidden && !self.state.run.deleted {
            self.end_paragraph();
        }
    }

    fn end_paragraph(&mut self) {
        if !self.is_read() {
            return;
        }
        let paragraph = self.state.paragraph;
        let is_item = std::mem::take(&mut self.has_mark) || paragraph.is_item;
        let by_style = self.tables.sort(paragraph.style, paragraph.level);
        let sort = by_style.unwrap_or(if is_item { Sort::Item } else { Sort::Plain });
        self.story.end_paragraph(sort, paragraph.indent);
    }
}

/// Whether a paragraph so far is the mark of a list: a bullet, a dash, a number or a letter with a point or a bracket.
fn is_mark(paragraph: &str) -> bool {
    let mark = paragraph.trim();
    let number = mark.trim_start_matches('(').trim_end_matches(['.', ')']);
    matches!(mark, "•" | "◦" | "▪" | "●" | "–" | "—" | "-" | "*" | "·" | "o")
        || (number.len() < mark.len()
            && (1..=4).contains(&number.len())
            && (number.bytes().all(|byte| byte.is_ascii_digit())
                || number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_alphabetic())))
}
