//! The text of a document, element by element.

use std::collections::HashMap;

use super::super::run::Run;
use super::super::story::{Block, Inset, Sort, Story};
use super::super::symbols;
use super::super::xml::{Element, Malformed, Piece, Vocabulary, Xml};
use super::styles::{ParagraphProperties, Styles, take_run};
use crate::model::{Article, Metadata};

/// Elements of Word's that hold no words of the text: what was deleted or has moved away, properties, layout,
/// readings over East Asian characters.
const SILENT: [&str; 18] = [
    "del",
    "moveFrom",
    "delText",
    "delInstrText",
    "sectPr",
    "tblPr",
    "tblGrid",
    "tblPrEx",
    "tcPr",
    "sdtEndPr",
    "rubyPr",
    "rt",
    "pPrChange",
    "rPrChange",
    "comment",
    "smartTagPr",
    "customXmlPr",
    "background",
];

/// A note by the element that cites it (`footnoteReference` or `endnoteReference`) and its id.
type Citation = (NoteSort, String);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum NoteSort {
    Footnote,
    Endnote,
}

/// Reads the parts of a document into a story.
pub struct Body<'s> {
    styles: &'s Styles,
    story: Story,
    place: Place,
    /// Places around a text box, which stands inside a run.
    around: Vec<Place>,
    fields: Vec<Field>,
    /// Of the links and simple fields that are open: whether their words lead elsewhere.
    links: Vec<bool>,
    /// Of the content controls that are open.
    controls: Vec<Control>,
    /// Of the alternatives that are open: whether one was read.
    alternatives: Vec<bool>,
    /// Of the rows that are open: whether they were deleted.
    rows: Vec<bool>,
    is_in_text: bool,
    cited: Vec<Citation>,
    notes: HashMap<Citation, Vec<Block>>,
    open_note: Option<Citation>,
}

/// Where the reader stands: in which paragraph and run.
#[derive(Default, Clone)]
struct Place {
    paragraph: ParagraphProperties,
    hides: bool,
    /// The paragraph's mark is deleted or hidden: it goes on in the next one.
    goes_on: bool,
    run: Run,
    /// Behind a note's reference with a mark of its own, which is no word.
    is_mark: bool,
}

/// A field whose words are put in by the program.
struct Field {
    code: String,
    is_in_code: bool,
}

#[derive(Default, Clone, Copy)]
struct Control {
    /// "Click here to enter text".
    is_placeholder: bool,
    is_contents: bool,
}

impl<'s> Body<'s> {
    /// An empty document with these styles.
    pub fn new(styles: &'s Styles) -> Self {
        Self {
            styles,
            story: Story::default(),
            place: Place::default(),
            around: Vec::new(),
            fields: Vec::new(),
            links: Vec::new(),
            controls: Vec::new(),
            alternatives: Vec::new(),
            rows: Vec::new(),
            is_in_text: false,
            cited: Vec::new(),
            notes: HashMap::new(),
            open_note: None,
        }
    }

    /// Reads the main part, or a part of notes.
    pub fn read(&mut self, part: &str) -> Result<(), Malformed> {
        let mut xml = Xml::new(part);
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Start(element) => self.start(&element, &mut xml)?,
                Piece::End(tag) => self.end(tag.vocabulary, tag.name()),
                Piece::Text(words) if self.is_in_text => self.words(&words.replace(['\n', '\r'], " ")),
                Piece::Text(_) => {}
            }
        }
        Ok(())
    }

    /// Reads a part of footnotes or endnotes.
    pub fn read_notes(&mut self, part: &str) -> Result<(), Malformed> {
        (self.place, self.is_in_text) = (Place::default(), false);
        self.fields.clear();
        let cited = self.cited.len();
        self.read(part)?;
        // A note that cites another one is nothing that Word makes.
        self.cited.truncate(cited);
        Ok(())
    }

    /// The article, its notes in the order in which they are cited.
    pub fn finish(mut self, metadata: Metadata) -> Article {
        for citation in &self.cited {
            self.story.add_notes(self.notes.remove(citation).unwrap_or_default());
        }
        self.story.finish(metadata)
    }

    fn start(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        match element.vocabulary {
            Vocabulary::Word if SILENT.contains(&element.name()) => xml.skip(),
            Vocabulary::Word => self.start_word(element, xml),
            Vocabulary::Compatibility => self.start_alternative(element.name(), xml),
            Vocabulary::Math => {
                self.start_math(element.name());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn start_word(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        match element.name() {
            "p" => self.place = Place::default(),
            "pPr" => return self.paragraph_properties(xml),
            "r" => (self.place.run, self.place.is_mark) = (Run::default(), false),
            "rPr" => return self.run_properties(xml),
            "t" => self.is_in_text = true,
            "instrText" => self.field_code(&xml.words()?),
            "fldChar" => self.field_mark(element),
            "fldSimple" => self.links.push(is_link(&element.attribute("instr").unwrap_or_default())),
            "hyperlink" => self.links.push(true),
            "tab" | "ptab" => self.words("\t"),
            "br" | "cr" => self.words("\n"),
            "noBreakHyphen" => self.words("\u{2011}"),
            "softHyphen" => self.words("\u{AD}"),
            "sym" => self.symbol(element),
            "footnoteReference" => self.cite(NoteSort::Footnote, element),
            "endnoteReference" => self.cite(NoteSort::Endnote, element),
            "footnote" => return self.start_note(NoteSort::Footnote, element, xml),
            "endnote" => return self.start_note(NoteSort::Endnote, element, xml),
            "txbxContent" => self.start_box(),
            "tr" => {
                self.story.open(Inset::Row);
                self.rows.push(false);
            }
            "trPr" => return self.row_properties(xml),
            "tc" => self.story.open(Inset::Cell),
            "sdt" => self.controls.push(Control::default()),
            "sdtPr" => return self.control_properties(xml),
            "sdtContent" if self.controls.last().is_some_and(|control| control.is_placeholder) => return xml.skip(),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, vocabulary: Vocabulary, name: &str) {
        match (vocabulary, name) {
            (Vocabulary::Word, "p") => self.end_paragraph(),
            (Vocabulary::Word | Vocabulary::Math, "t") => self.is_in_text = false,
            (Vocabulary::Word, "r") => (self.place.run, self.place.is_mark) = (Run::default(), false),
            (Vocabulary::Word, "hyperlink" | "fldSimple") => drop(self.links.pop()),
            (Vocabulary::Word, "txbxContent") => {
                self.story.close(Inset::Aside);
                self.place = self.around.pop().unwrap_or_default();
            }
            (Vocabulary::Word, "tc") => self.story.close(Inset::Cell),
            (Vocabulary::Word, "tr") if self.rows.pop() == Some(true) => self.story.close_unread(Inset::Row),
            (Vocabulary::Word, "tr") => self.story.close(Inset::Row),
            (Vocabulary::Word, "sdt") => drop(self.controls.pop()),
            (Vocabulary::Word, "footnote" | "endnote") => self.end_note(),
            (Vocabulary::Compatibility, "AlternateContent") => drop(self.alternatives.pop()),
            _ => {}
        }
    }

    /// The first alternative is the newest; the others say the same for older programs.
    fn start_alternative(&mut self, name: &str, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        match name {
            "AlternateContent" => self.alternatives.push(false),
            "Choice" | "Fallback" => match self.alternatives.last_mut() {
                Some(true) => return xml.skip(),
                Some(is_read) => *is_read = true,
                None => {}
            },
            _ => {}
        }
        Ok(())
    }

    fn start_math(&mut self, name: &str) {
        match name {
            "r" => (self.place.run, self.place.is_mark) = (Run::default(), false),
            "t" => self.is_in_text = true,
            _ => {}
        }
    }

    fn paragraph_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        let place = &mut self.place;
        xml.inside(|element| {
            match element.name() {
                "pPrChange" | "rPrChange" | "sectPr" | "numberingChange" => return false,
                "del" | "moveFrom" | "vanish" => place.goes_on = true,
                _ => place.paragraph.take(element),
            }
            true
        })?;
        place.hides = self.styles.hides(place.paragraph.style.as_deref());
        Ok(())
    }

    fn run_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        let mut run = Run::default();
        let mut style = None;
        xml.inside(|element| {
            match element.name() {
                "rPrChange" => return false,
                "rStyle" => style = element.attribute("val"),
                _ => take_run(&mut run, element),
            }
            true
        })?;
        self.place.run = run.or(style.map(|style| self.styles.characters(&style)).unwrap_or_default());
        Ok(())
    }

    fn row_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        let row = &mut self.rows;
        xml.inside(|element| {
            if element.name() == "del"
                && let Some(is_deleted) = row.last_mut()
            {
                *is_deleted = true;
            }
            element.name() != "trPrChange"
        })
    }

    fn control_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        let mut found = Control::default();
        xml.inside(|element| {
            match element.name() {
                "showingPlcHdr" => {
                    found.is_placeholder = element.attribute("val").is_none_or(|on| on != "0" && on != "false");
                }
                "docPartGallery" => {
                    found.is_contents = element.attribute("val").is_some_and(|gallery| gallery == "Table of Contents");
                }
                _ => {}
            }
            true
        })?;
        if let Some(control) = self.controls.last_mut() {
            *control = found;
        }
        Ok(())
    }

    fn words(&mut self, words: &str) {
        let run = self.place.run;
        let is_hidden = run.hidden.unwrap_or(self.place.hides);
        if is_hidden || self.place.is_mark || self.fields.iter().any(|field| field.is_in_code) {
            return;
        }
        let linked = self.links.contains(&true) || self.fields.iter().any(|field| is_link(&field.code));
        self.story.words(words, run.look(linked));
    }

    fn symbol(&mut self, element: &Element<'_>) {
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let font = element.attribute("font").unwrap_or_default();
        if let Some(character) = code.and_then(|code| symbols::character(&font, code)) {
            self.words(character.encode_utf8(&mut [0; 4]));
        }
    }

    fn field_mark(&mut self, element: &Element<'_>) {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => self.fields.push(Field { code: String::new(), is_in_code: true }),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.is_in_code = false;
                }
            }
            Some("end") => drop(self.fields.pop()),
            _ => {}
        }
    }

    /// Only how it begins matters.
    fn field_code(&mut self, code: &str) {
        if let Some(field) = self.fields.last_mut().filter(|field| field.code.len() < "HYPERLINK".len()) {
            field.code.extend(code.chars().take(20));
        }
    }

    fn cite(&mut self, sort: NoteSort, element: &Element<'_>) {
        self.place.is_mark = element.attribute("customMarkFollows").is_some_and(|on| on != "0" && on != "false");
        if let Some(id) = element.attribute("id") {
            self.cited.push((sort, id));
        }
    }

    /// Notes with a type are the lines over the notes.
    fn start_note(&mut self, sort: NoteSort, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        let id = element.attribute("id").filter(|_| element.attribute("type").is_none_or(|sort| sort == "normal"));
        let Some(id) = id else { return xml.skip() };
        self.story.open(Inset::Note);
        self.open_note = Some((sort, id));
        Ok(())
    }

    fn end_note(&mut self) {
        self.story.close(Inset::Note);
        let blocks = self.story.take_notes();
        if let Some(citation) = self.open_note.take() {
            self.notes.insert(citation, blocks);
        }
    }

    fn start_box(&mut self) {
        self.story.open(Inset::Aside);
        self.around.push(std::mem::take(&mut self.place));
    }

    fn end_paragraph(&mut self) {
        if self.place.goes_on {
            return;
        }
        let (sort, indent) = self.styles.paragraph(&self.place.paragraph);
        let is_contents = self.controls.iter().any(|control| control.is_contents);
        self.story.end_paragraph(if is_contents { Sort::Furniture } else { sort }, indent);
    }
}

fn is_link(code: &str) -> bool {
    code.trim_start().get(..9).is_some_and(|name| name.eq_ignore_ascii_case("HYPERLINK"))
}
