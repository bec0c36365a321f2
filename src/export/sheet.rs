//! A printed sheet without a layout: headings, paragraphs and tables, for each format to paint.

use super::runs::{Look, Run};

/// The title at the foot of a page is no longer than this, so that it stays on one line.
pub const MOST_FOOT_CHARACTERS: usize = 80;

/// A sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// What it is called.
    pub title: String,
    /// From top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 or 2.
        level: u8,
        /// Its words.
        text: String,
        /// Whether a new page begins with it.
        breaks_page: bool,
    },
    /// A paragraph.
    Words(Words),
    /// A table.
    Table(Table),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// What it is.
    pub manner: Manner,
    /// Its words.
    pub runs: Vec<Run>,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Manner {
    /// As text to read.
    Text,
    /// Smaller: what is said of the text.
    Small,
}

/// A table; its first row holds the titles of the columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its title.
    pub title: String,
    /// Its width in hundredths of the table's.
    pub share: u8,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// A heading over the rows below it.
    Heading(String),
    /// One cell over all columns.
    Across(Cell),
    /// A cell for each column.
    Cells(Vec<Cell>),
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// From top to bottom.
    pub words: Vec<Words>,
    /// Lines to write on, below the words.
    pub lines: u8,
}

impl Sheet {
    /// All words of it, of cells too, with the titles of its tables left out.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        let blocks = self.blocks.iter().flat_map(|block| match block {
            Block::Heading { .. } => Vec::new(),
            Block::Words(words) => vec![words],
            Block::Table(table) => table.words(),
        });
        blocks.flat_map(|words| &words.runs)
    }
}

impl Words {
    /// Text of one look.
    pub fn text(words: &str) -> Self {
        Self { manner: Manner::Text, runs: vec![Run { text: words.to_owned(), look: Look::Plain }] }
    }

    /// What is said of the text.
    pub fn small(look: Look, words: &str) -> Self {
        Self { manner: Manner::Small, runs: vec![Run { text: words.to_owned(), look }] }
    }
}

impl Cell {
    /// Words, and no lines.
    pub fn of(words: Vec<Words>) -> Self {
        Self { words, lines: 0 }
    }

    /// Nothing but lines to write on.
    pub fn empty(lines: u8) -> Self {
        Self { words: Vec::new(), lines }
    }
}

impl Table {
    fn words(&self) -> Vec<&Words> {
        let cells = self.rows.iter().flat_map(|row| match row {
            Row::Heading(_) => &[],
            Row::Across(cell) => std::slice::from_ref(cell),
            Row::Cells(cells) => cells.as_slice(),
        });
        cells.flat_map(|cell| &cell.words).collect()
    }

    /// Columns with their shares in hundredths.
    pub fn new(columns: &[(&str, u8)]) -> Self {
        let column = |(title, share): &(&str, u8)| Column { title: (*title).to_owned(), share: *share };
        Self { columns: columns.iter().map(column).collect(), rows: Vec::new() }
    }
}
