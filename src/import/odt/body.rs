//! The text of a document, element by element.

use super::super::run::Run;
use super::super::story::{Inset, Sort, Story};
use super::super::xml::{Element, Malformed, Piece, Vocabulary, Xml};
use super::styles::Styles;
use crate::model::{Article, Metadata};

/// The most spaces that one element stands for.
const MOST_SPACES: usize = 100;

/// Reads the content of a document into a story.
pub struct Body<'s> {
    styles: &'s Styles,
    story: Story,
    /// Elements that are open inside the text, the innermost last.
    open: Vec<Open>,
    /// Open items of lists, tables of contents.
    items: usize,
    indexes: usize,
}

/// An element that says how the words inside it are set.
enum Open {
    Paragraph {
        sort: Sort,
        indent: i32,
        hides: bool,
    },
    Span(Run),
    Link,
    /// A text box or a note: what is open around it says nothing about it.
    Inset,
}

impl<'s> Body<'s> {
    /// An empty document with these styles.
    pub fn new(styles: &'s Styles) -> Self {
        Self { styles, story: Story::default(), open: Vec::new(), items: 0, indexes: 0 }
    }

    /// Reads `content.xml`.
    pub fn read(&mut self, part: &str) -> Result<(), Malformed> {
        let mut xml = Xml::new(part);
        let mut is_in_body = false;
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Start(element) if element.vocabulary == Vocabulary::OdfOffice && element.name() == "text" => {
                    is_in_body = true;
                }
                Piece::Start(element) if is_in_body => self.start(&element, &mut xml)?,
                Piece::End(tag) if is_in_body => self.end(tag.vocabulary, tag.name()),
                Piece::Text(words) if self.is_in_paragraph() => self.flowing(&words),
                _ => {}
            }
        }
        Ok(())
    }

    /// The article, its notes in the order in which they are cited.
    pub fn finish(self, metadata: Metadata) -> Article {
        self.story.finish(metadata)
    }

    fn start(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        match (element.vocabulary, element.name()) {
            (Vocabulary::OdfText, name) => return self.start_text(name, element, xml),
            (Vocabulary::OdfTable, "table-row") => self.story.open(Inset::Row),
            (Vocabulary::OdfTable, "table-cell") => self.story.open(Inset::Cell),
            (Vocabulary::OdfDrawing, "text-box") => self.start_inset(Inset::Aside),
            (Vocabulary::OdfDrawing, "a") => self.open.push(Open::Link),
            // What other cells cover, other documents, comments, pictures' titles and descriptions, formulas.
            (Vocabulary::OdfTable, "covered-table-cell")
            | (Vocabulary::OdfDrawing, "object" | "object-ole" | "plugin" | "applet" | "floating-frame")
            | (Vocabulary::OdfOffice, "annotation" | "annotation-end" | "forms" | "binary-data" | "event-listeners")
            | (Vocabulary::Other, "title" | "desc" | "math") => return xml.skip(),
            _ => {}
        }
        Ok(())
    }

    fn start_text(&mut self, name: &str, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        match name {
            // What was deleted is kept there; what was inserted stands in the text.
            "tracked-changes"
            | "note-citation"
            | "ruby-text"
            | "script"
            | "hidden-text"
            | "sequence-decls"
            | "variable-decls"
            | "user-field-decls"
            | "dde-connection-decls" => return xml.skip(),
            "section" if element.attribute("display").as_deref() == Some("none") => return xml.skip(),
            "p" | "h" => self.start_paragraph(name, element),
            "span" => {
                let style = element.attribute("style-name").unwrap_or_default();
                self.open.push(Open::Span(self.styles.characters(&style)));
            }
            "a" => self.open.push(Open::Link),
            "s" => {
                let count = element.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.words(&" ".repeat(usize::min(count, MOST_SPACES)));
            }
            "tab" => self.words("\t"),
            "line-break" => self.words("\n"),
            "note-body" => self.start_inset(Inset::Note),
            "list-item" | "list-header" => self.items += 1,
            "table-of-content" | "illustration-index" | "table-index" | "object-index" | "user-index"
            | "alphabetical-index" => self.indexes += 1,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, vocabulary: Vocabulary, name: &str) {
        match (vocabulary, name) {
            (Vocabulary::OdfText, "p" | "h") => self.end_paragraph(),
            (Vocabulary::OdfText, "span" | "a") | (Vocabulary::OdfDrawing, "a") => drop(self.open.pop()),
            (Vocabulary::OdfText, "note-body") => self.end_inset(Inset::Note),
            (Vocabulary::OdfDrawing, "text-box") => self.end_inset(Inset::Aside),
            (Vocabulary::OdfTable, "table-row") => self.story.close(Inset::Row),
            (Vocabulary::OdfTable, "table-cell") => self.story.close(Inset::Cell),
            (Vocabulary::OdfText, "list-item" | "list-header") => self.items = self.items.saturating_sub(1),
            (
                Vocabulary::OdfText,
                "table-of-content" | "illustration-index" | "table-index" | "object-index" | "user-index"
                | "alphabetical-index",
            ) => self.indexes = self.indexes.saturating_sub(1),
            _ => {}
        }
    }

    fn start_paragraph(&mut self, name: &str, element: &Element<'_>) {
        let style = element.attribute("style-name").unwrap_or_default();
        let (sort, indent) = self.styles.paragraph(&style);
        let level = || element.attribute("outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
        let sort = match sort {
            _ if self.indexes > 0 => Sort::Furniture,
            Some(sort @ (Sort::Title | Sort::Subtitle)) => sort,
            _ if name == "h" => Sort::Heading(level()),
            Some(sort) => sort,
            None if self.items > 0 => Sort::Item,
            None => Sort::Plain,
        };
        self.open.push(Open::Paragraph { sort, indent, hides: self.styles.hides(&style) });
    }

    fn end_paragraph(&mut self) {
        while let Some(open) = self.open.pop() {
            if let Open::Paragraph { sort, indent, .. } = open {
                self.story.end_paragraph(sort, indent);
                break;
            }
        }
    }

    fn start_inset(&mut self, inset: Inset) {
        self.open.push(Open::Inset);
        self.story.open(inset);
    }

    fn end_inset(&mut self, inset: Inset) {
        self.story.close(inset);
        self.open.pop();
    }

    fn is_in_paragraph(&self) -> bool {
        self.inner().any(|open| matches!(open, Open::Paragraph { .. }))
    }

    /// What is open inside the innermost inset, the innermost first.
    fn inner(&self) -> impl Iterator<Item = &Open> {
        self.open.iter().rev().take_while(|open| !matches!(open, Open::Inset))
    }

    /// White space runs are one space, and none at the beginning of a paragraph.
    fn flowing(&mut self, words: &str) {
        let mut folded = String::with_capacity(words.len());
        let paragraph = self.story.paragraph();
        let mut is_after_space = paragraph.is_empty() || paragraph.ends_with([' ', '\n', '\t']);
        for character in words.chars() {
            let is_space = matches!(character, ' ' | '\t' | '\n' | '\r');
            if !is_space {
                folded.push(character);
            } else if !is_after_space {
                folded.push(' ');
            }
            is_after_space = is_space;
        }
        self.words(&folded);
    }

    fn words(&mut self, words: &str) {
        let mut run = Run::default();
        let mut linked = false;
        for open in self.inner() {
            match open {
                Open::Span(outer) => run = run.or(*outer),
                Open::Link => linked = true,
                Open::Paragraph { hides: true, .. } => run.hidden = run.hidden.or(Some(true)),
                Open::Paragraph { .. } | Open::Inset => {}
            }
        }
        if run.hidden != Some(true) {
            self.story.words(words, run.look(linked));
        }
    }
}
