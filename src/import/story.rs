//! The running text of an office document, as Word, `OpenDocument` and RTF all have it: paragraphs in a stream, with notes,
//! text boxes and tables let into them.

use std::mem;

use super::block;
pub use super::block::{Block, Look, Sort};
use super::draft::Draft;
use super::properties::is_same;
use crate::model::{Article, Metadata};

/// A cell of more words is no cell of figures, but a column of prose.
const MOST_WORDS_IN_A_CELL: usize = 40;

/// A stream of paragraphs that is let into another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inset {
    /// A text box: stands behind the paragraph that it is fastened to.
    Aside,
    /// A footnote or endnote: stands at the end.
    Note,
    /// A row of a table.
    Row,
    /// A cell of a row.
    Cell,
}

#[derive(Default)]
struct Flow {
    inset: Option<Inset>,
    blocks: Vec<Block>,
    open: Block,
    /// Paragraphs of text boxes that wait for the paragraph around them to end.
    waiting: Vec<Block>,
    cells: Vec<Vec<Block>>,
}

/// A document as it is read, from its first word to its last.
pub struct Story {
    /// The main one first; never empty.
    flows: Vec<Flow>,
    notes: Vec<Block>,
}

impl Default for Story {
    fn default() -> Self {
        Self { flows: vec![Flow::default()], notes: Vec::new() }
    }
}

impl Story {
    /// Adds words to the open paragraph.
    pub fn words(&mut self, words: &str, look: Look) {
        if let Some(flow) = self.flows.last_mut().filter(|_| !words.is_empty()) {
            flow.open.push(words, look);
        }
    }

    /// The words of the open paragraph so far.
    pub fn paragraph(&self) -> &str {
        self.flows.last().map_or("", |flow| &flow.open.text)
    }

    /// Drops what the open paragraph has so far: the mark of a list.
    pub fn drop_paragraph(&mut self) {
        if let Some(flow) = self.flows.last_mut() {
            flow.open = Block::default();
        }
    }

    /// Ends the open paragraph; `indent` is its left indent in twentieths of a point.
    pub fn end_paragraph(&mut self, sort: Sort, indent: i32) {
        let Some(flow) = self.flows.last_mut() else { return };
        let block = Block { sort, indent, ..mem::take(&mut flow.open) };
        if !block.is_empty() {
            flow.blocks.push(block);
        }
        flow.blocks.append(&mut flow.waiting);
    }

    /// What follows is let into the open paragraph.
    pub fn open(&mut self, inset: Inset) {
        if matches!(inset, Inset::Row) {
            self.end_paragraph(Sort::Plain, 0);
        }
        self.flows.push(Flow { inset: Some(inset), ..Flow::default() });
    }

    /// The innermost inset that is open, none in the main stream.
    pub fn innermost(&self) -> Option<Inset> {
        self.flows.last().and_then(|flow| flow.inset)
    }

    /// The innermost open inset of that sort ends, and all in it.
    pub fn close(&mut self, inset: Inset) {
        if !self.flows.iter().any(|flow| flow.inset == Some(inset)) {
            return;
        }
        while let Some(closed) = self.close_innermost() {
            if closed == inset {
                break;
            }
        }
    }

    fn close_innermost(&mut self) -> Option<Inset> {
        self.end_paragraph(Sort::Plain, 0);
        let inset = self.flows.last()?.inset?;
        let flow = self.flows.pop()?;
        let outer = self.flows.last_mut()?;
        match inset {
            Inset::Aside => outer.waiting.extend(flow.blocks),
            Inset::Note => self.notes.extend(flow.blocks.into_iter().map(as_note)),
            Inset::Row => outer.blocks.extend(row(flow.cells).into_iter().chain(flow.blocks)),
            Inset::Cell if outer.inset == Some(Inset::Row) => outer.cells.push(flow.blocks),
            Inset::Cell => outer.blocks.extend(flow.blocks),
        }
        Some(inset)
    }

    /// As [`Self::close`], but what is inside is dropped.
    pub fn close_unread(&mut self, inset: Inset) {
        if let Some(place) = self.flows.iter().rposition(|flow| flow.inset == Some(inset)) {
            self.flows.truncate(place);
        }
    }

    /// The notes so far, taken out.
    pub fn take_notes(&mut self) -> Vec<Block> {
        mem::take(&mut self.notes)
    }

    /// Adds notes that were read elsewhere.
    pub fn add_notes(&mut self, notes: Vec<Block>) {
        self.notes.extend(notes);
    }

    /// The article.
    pub fn finish(mut self, mut metadata: Metadata) -> Article {
        while self.close_innermost().is_some() {}
        let mut blocks: Vec<Block> = self.flows.pop().map(|flow| flow.blocks).unwrap_or_default();
        block::mark_indented_quotations(&mut blocks);
        block::mark_title(&mut blocks);
        let title = blocks.iter().find(|block| block.sort == Sort::Title);
        // Properties are often those of the document that this one was begun from: what stands over the text counts.
        if title.is_some_and(|title| metadata.title.as_deref().is_some_and(|told| !is_same(told, &title.text))) {
            metadata.title = None;
        }
        blocks.append(&mut self.notes);
        let mut draft = Draft::with_capacity(blocks.iter().map(|block| block.text.len() + 2).sum());
        draft.metadata = metadata;
        for block in &blocks {
            block::write(block, &mut draft);
        }
        draft.finish()
    }
}

fn as_note(block: Block) -> Block {
    Block { sort: Sort::Note, ..block }
}

/// A row of short cells is one paragraph with tabs in it; where a cell holds more, the table is there for its looks and
/// its paragraphs stand by themselves.
fn row(cells: Vec<Vec<Block>>) -> Vec<Block> {
    let is_short =
        |cell: &Vec<Block>| cell.len() <= 1 && cell.iter().all(|block| block.words() <= MOST_WORDS_IN_A_CELL);
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    if filled < 2 || !cells.iter().all(is_short) {
        return cells.into_iter().flatten().collect();
    }
    let mut whole = Block::default();
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            whole.push("\t", Look::default());
        }
        for block in cell {
            let start = block.text.len() - block.text.trim_start().len();
            let end = block.text.trim_end().len();
            for (range, look) in block.looks {
                whole.push(&block.text[range.start.clamp(start, end)..range.end.clamp(start, end)], look);
            }
        }
    }
    vec![whole]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Role, Style};

    fn plain(story: &mut Story, words: &str) {
        story.words(words, Look::default());
        story.end_paragraph(Sort::Plain, 0);
    }

    fn paragraphs(story: Story) -> Vec<(String, Option<Role>)> {
        let article = story.finish(Metadata::default());
        article.paragraphs.iter().map(|one| (one.span.of(&article.text).to_owned(), one.role)).collect()
    }

    fn texts(story: Story) -> Vec<String> {
        paragraphs(story).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn notes_and_boxes_break_no_sentence() {
        let mut story = Story::default();
        story.words("The ferry", Look::default());
        story.open(Inset::Note);
        story.words("Built in 1931.", Look::default());
        story.close(Inset::Note);
        story.open(Inset::Aside);
        plain(&mut story, "In numbers");
        story.close(Inset::Aside);
        plain(&mut story, " stays.");
        plain(&mut story, "So does the fare.");
        assert_eq!(texts(story), ["The ferry stays.", "In numbers", "So does the fare.", "Built in 1931."]);
    }

    #[test]
    fn a_table_of_figures_has_rows_and_one_of_prose_has_paragraphs() {
        let mut story = Story::default();
        for cells in [["Fare", "Two crowns"], ["Boats", ""]] {
            story.open(Inset::Row);
            for cell in cells {
                story.open(Inset::Cell);
                plain(&mut story, cell);
                story.close(Inset::Cell);
            }
            story.close(Inset::Row);
        }
        story.open(Inset::Row);
        story.open(Inset::Cell);
        plain(&mut story, "The ferry stays.");
        plain(&mut story, "Nobody asked.");
        story.close(Inset::Cell);
        story.open(Inset::Cell);
        plain(&mut story, "Aside");
        story.close(Inset::Row);
        assert_eq!(texts(story), ["Fare\tTwo crowns", "Boats", "The ferry stays.", "Nobody asked.", "Aside"]);
    }

    #[test]
    fn the_only_first_level_heading_on_top_is_the_title() {
        let heading = |story: &mut Story, words, level| {
            story.words(words, Look::default());
            story.end_paragraph(Sort::Heading(level), 0);
        };
        let mut story = Story::default();
        heading(&mut story, "The Ferry Stays", 1);
        heading(&mut story, "Why", 2);
        assert_eq!(paragraphs(story)[0].1, Some(Role::Title));
        let mut story = Story::default();
        heading(&mut story, "What happened", 1);
        heading(&mut story, "Why", 1);
        assert_eq!(paragraphs(story)[0].1, Some(Role::Heading));
    }

    #[test]
    fn a_property_that_is_not_what_stands_over_the_text_is_left_out() {
        let title_of = |told: &str| {
            let mut story = Story::default();
            story.words("The Ferry Stays", Look::default());
            story.end_paragraph(Sort::Title, 0);
            story.finish(Metadata { title: Some(told.to_owned()), ..Metadata::default() }).metadata.title
        };
        assert_eq!(title_of("The ferry stays").as_deref(), Some("The ferry stays"));
        assert_eq!(title_of("Letter to my bank"), None);
    }

    #[test]
    fn standing_in_from_the_text_is_a_quotation_unless_all_does() {
        let long = "Nine hands went up, and after a pause a tenth, which was the harbour’s.";
        let roles = |indents: [i32; 3]| {
            let mut story = Story::default();
            for indent in indents {
                story.words(long, Look::default());
                story.end_paragraph(Sort::Plain, indent);
            }
            paragraphs(story).into_iter().map(|(_, role)| role).collect::<Vec<_>>()
        };
        assert_eq!(roles([0, 720, 0]), [None, Some(Role::BlockQuote), None]);
        assert_eq!(roles([720, 720, 720]), [None, None, None]);
    }

    #[test]
    fn looks_become_styles_and_double_line_breaks_paragraphs() {
        let mut story = Story::default();
        let set = Look { emphasis: true, ..Look::default() };
        story.words("One ", Look::default());
        story.words("two", set);
        story.words(" three", Look { strong: true, ..set });
        story.words(".\n \nFour.\nFive.", Look::default());
        let article = story.finish(Metadata::default());
        assert_eq!(&*article.text, "One two three.\n\nFour.\nFive.");
        let styled: Vec<_> = article.styles.iter().map(|one| (one.span.of(&article.text), one.style)).collect();
        assert_eq!(styled, [("two three", Style::Emphasis), ("three", Style::Strong)]);
    }

    #[test]
    fn closing_what_is_not_open_does_nothing() {
        let mut story = Story::default();
        story.close(Inset::Cell);
        story.open(Inset::Cell);
        plain(&mut story, "Kept.");
        story.close(Inset::Row);
        assert_eq!(texts(story), ["Kept."]);
    }
}
