//! The logical structure of a document, for those who have it read to them.

/// A stretch of text that is drawn: an index into what was drawn of it.
pub type Leaf = usize;

/// The parts of a document in the order in which they are read.
#[derive(Default)]
pub struct Structure {
    /// In order.
    pub parts: Vec<Part>,
    leaves: usize,
}

/// A part of a document.
pub enum Part {
    /// A heading of that level.
    Heading(u8, String, Leaf),
    /// A paragraph.
    Paragraph(Leaf),
    /// A table by its rows.
    Table(Vec<Vec<Cell>>),
}

/// A cell of a table.
pub struct Cell {
    /// Whether it heads a column, heads the rows below it, or neither.
    pub heads: bool,
    /// How many columns it takes.
    pub columns: usize,
    /// Its paragraphs.
    pub leaves: Vec<Leaf>,
}

impl Structure {
    /// A new stretch of text.
    pub fn leaf(&mut self) -> Leaf {
        self.leaves += 1;
        self.leaves - 1
    }

    /// How many stretches of text there are.
    pub fn leaves(&self) -> usize {
        self.leaves
    }
}
