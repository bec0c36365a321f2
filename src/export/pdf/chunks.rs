//! The parts of a sheet that no page's end may cut: a paragraph, a heading, a row of a table.

use super::super::runs::{Look, Run};
use super::super::sheet::{Block, Cell, Manner, Row, Sheet, Table, Words};
use super::faces::Faces;
use super::lines::{Piece, broken};
use super::structure::{self, Leaf, Part, Structure};

/// A part of a sheet, its marks measured from its own top left corner, in points.
#[derive(Default)]
pub struct Chunk {
    /// How high it is.
    pub height: f32,
    /// What is left free above it where it does not begin a page.
    pub space_before: f32,
    /// Whether it may not stand last on a page.
    pub stays_with_next: bool,
    /// Whether a page begins with it.
    pub breaks_page: bool,
    /// What it shows.
    pub marks: Vec<Mark>,
    /// Of a row of a table: the titles of its columns, for a page that begins with it.
    pub titles: Option<std::rc::Rc<Titles>>,
    /// Of a heading: its level and its words, for the outline.
    pub heading: Option<(u8, String)>,
}

/// The titles of a table's columns, to be shown again.
pub struct Titles {
    pub height: f32,
    pub marks: Vec<Mark>,
}

/// Something that is drawn.
#[derive(Clone)]
pub enum Mark {
    /// Words: where they begin, where their line stands, how large they are; none for a repetition.
    Text { x: f32, baseline: f32, size: f32, piece: Piece, leaf: Option<Leaf> },
    /// A filled rectangle: left, top, right, bottom, and its lightness.
    Shade { sides: [f32; 4], lightness: u8 },
    /// A thin line from one point to another.
    Rule { from: (f32, f32), to: (f32, f32) },
}

/// Size and line height in points.
#[derive(Clone, Copy)]
struct Measure {
    size: f32,
    leading: f32,
}

const TEXT: Measure = Measure { size: 10.0, leading: 13.6 };
const SMALL: Measure = Measure { size: 8.5, leading: 11.4 };
const TITLE: Measure = Measure { size: 19.0, leading: 24.0 };
const SUBTITLE: Measure = Measure { size: 13.0, leading: 17.0 };
const ROW_HEADING: Measure = Measure { size: 10.5, leading: 14.0 };
/// How far the words of a cell stand from its sides.
const PADDING: (f32, f32) = (6.5, 4.5);
/// From one line to write on to the next: wide enough for a pen.
const WRITING_LEADING: f32 = 22.0;
const TITLE_LIGHTNESS: u8 = 226;
const HEADING_LIGHTNESS: u8 = 241;

/// Builds chunks of one width.
struct Builder<'a> {
    faces: &'a Faces,
    width: f32,
    structure: &'a mut Structure,
}

/// All parts of a sheet, in order, for pages with that much room from side to side.
pub fn of(sheet: &Sheet, faces: &Faces, width: f32, structure: &mut Structure) -> Vec<Chunk> {
    let mut builder = Builder { faces, width, structure };
    let mut chunks = Vec::new();
    for block in &sheet.blocks {
        match block {
            Block::Heading { level, text, breaks_page } => chunks.push(builder.heading(*level, text, *breaks_page)),
            Block::Words(words) => chunks.push(builder.paragraph(words)),
            Block::Table(table) => chunks.extend(builder.table(table)),
        }
    }
    chunks
}

impl Builder<'_> {
    fn heading(&mut self, level: u8, text: &str, breaks_page: bool) -> Chunk {
        let measure = if level == 1 { TITLE } else { SUBTITLE };
        let leaf = self.structure.leaf();
        self.structure.parts.push(Part::Heading(level, text.to_owned(), leaf));
        let mut chunk = Chunk {
            space_before: if level == 1 { 22.0 } else { 16.0 },
            stays_with_next: true,
            breaks_page,
            heading: Some((level, text.to_owned())),
            ..Chunk::default()
        };
        let runs = [Run { text: text.to_owned(), look: Look::Bold }];
        chunk.height = self.text(&mut chunk.marks, &runs, measure, (0.0, 0.0), self.width, Some(leaf)) + 4.0;
        chunk
    }

    fn paragraph(&mut self, words: &Words) -> Chunk {
        let leaf = self.structure.leaf();
        self.structure.parts.push(Part::Paragraph(leaf));
        let mut chunk = Chunk { space_before: 4.0, ..Chunk::default() };
        chunk.height = self.text(&mut chunk.marks, &words.runs, measure(words), (0.0, 0.0), self.width, Some(leaf));
        chunk
    }

    /// Draws lines from that corner on; how high they are.
    fn text(
        &self,
        marks: &mut Vec<Mark>,
        runs: &[Run],
        measure: Measure,
        corner: (f32, f32),
        width: f32,
        leaf: Option<Leaf>,
    ) -> f32 {
        let lines = broken(self.faces, runs, measure.size, width);
        let height = lines.len() as f32 * measure.leading;
        for (index, line) in lines.into_iter().enumerate() {
            // Letters stand so that the room above and below them looks alike.
            let baseline = corner.1 + index as f32 * measure.leading + 0.5 * measure.leading + 0.33 * measure.size;
            let mut x = corner.0;
            for piece in line.pieces {
                let width = piece.width;
                marks.push(Mark::Text { x, baseline, size: measure.size, piece, leaf });
                x += width;
            }
        }
        height
    }

    fn table(&mut self, table: &Table) -> Vec<Chunk> {
        let edges = self.edges(table);
        let mut cells = Vec::new();
        let mut first = self.titles(table, &edges, &mut cells);
        let repeated = first.marks.iter().map(repetition).collect();
        let titles = std::rc::Rc::new(Titles { height: first.height, marks: repeated });
        first.space_before = 6.0;
        first.stays_with_next = true;
        let mut rows = vec![cells];
        let mut chunks = vec![first];
        for (index, row) in table.rows.iter().enumerate() {
            let (mut chunk, cells) = self.row(row, &edges);
            let is_headed = matches!(row, Row::Heading(_));
            let is_told = matches!(table.rows.get(index + 1), Some(Row::Across(_)));
            chunk.stays_with_next = is_headed || is_told;
            chunk.titles = Some(titles.clone());
            rows.push(cells);
            chunks.push(chunk);
        }
        self.structure.parts.push(Part::Table(rows));
        chunks
    }

    /// The sides of the columns, from left to right.
    fn edges(&self, table: &Table) -> Vec<f32> {
        let all: f32 = table.columns.iter().map(|column| f32::from(column.share)).sum::<f32>().max(1.0);
        let mut edges = vec![0.0];
        for column in &table.columns {
            let last = edges.last().copied().unwrap_or_default();
            edges.push(last + self.width * f32::from(column.share) / all);
        }
        edges
    }

    fn titles(&mut self, table: &Table, edges: &[f32], cells: &mut Vec<structure::Cell>) -> Chunk {
        let mut words = Vec::new();
        let mut height: f32 = 0.0;
        for (column, sides) in table.columns.iter().zip(edges.windows(2)) {
            let leaf = self.structure.leaf();
            let runs = [Run { text: column.title.clone(), look: Look::Bold }];
            let corner = (sides[0] + PADDING.0, PADDING.1);
            let width = sides[1] - sides[0] - 2.0 * PADDING.0;
            height = height.max(self.text(&mut words, &runs, SMALL, corner, width, Some(leaf)));
            cells.push(structure::Cell { heads: true, columns: 1, leaves: vec![leaf] });
        }
        framed(edges, height + 2.0 * PADDING.1, Some(TITLE_LIGHTNESS), words, true)
    }

    fn row(&mut self, row: &Row, edges: &[f32]) -> (Chunk, Vec<structure::Cell>) {
        let outer = [edges.first().copied().unwrap_or_default(), edges.last().copied().unwrap_or_default()];
        let mut words = Vec::new();
        let mut cells = Vec::new();
        let mut height: f32 = 0.0;
        match row {
            Row::Heading(text) => {
                let leaf = self.structure.leaf();
                let runs = [Run { text: text.clone(), look: Look::Bold }];
                let corner = (outer[0] + PADDING.0, PADDING.1);
                let width = outer[1] - outer[0] - 2.0 * PADDING.0;
                height = self.text(&mut words, &runs, ROW_HEADING, corner, width, Some(leaf));
                cells.push(structure::Cell { heads: true, columns: edges.len() - 1, leaves: vec![leaf] });
            }
            Row::Across(cell) => {
                let leaves = self.cell(&mut words, cell, outer, &mut height);
                cells.push(structure::Cell { heads: false, columns: edges.len() - 1, leaves });
            }
            Row::Cells(all) => {
                for (cell, sides) in all.iter().zip(edges.windows(2)) {
                    let mut own = 0.0;
                    let leaves = self.cell(&mut words, cell, [sides[0], sides[1]], &mut own);
                    height = height.max(own);
                    cells.push(structure::Cell { heads: false, columns: 1, leaves });
                }
            }
        }
        let shade = matches!(row, Row::Heading(_)).then_some(HEADING_LIGHTNESS);
        let has_columns = matches!(row, Row::Cells(_));
        (framed(edges, height + 2.0 * PADDING.1, shade, words, has_columns), cells)
    }

    /// Words and lines to write on between two sides; `height` becomes theirs.
    fn cell(&mut self, marks: &mut Vec<Mark>, cell: &Cell, sides: [f32; 2], height: &mut f32) -> Vec<Leaf> {
        let (left, right) = (sides[0] + PADDING.0, sides[1] - PADDING.0);
        let mut leaves = Vec::new();
        for (index, words) in cell.words.iter().enumerate() {
            if index > 0 {
                *height += 2.0;
            }
            let leaf = self.structure.leaf();
            let corner = (left, PADDING.1 + *height);
            *height += self.text(marks, &words.runs, measure(words), corner, right - left, Some(leaf));
            leaves.push(leaf);
        }
        for _ in 0..cell.lines {
            *height += WRITING_LEADING;
            let at = PADDING.1 + *height - 3.0;
            marks.push(Mark::Rule { from: (left, at), to: (right, at) });
        }
        leaves
    }
}

fn measure(words: &Words) -> Measure {
    match words.manner {
        Manner::Text => TEXT,
        Manner::Small => SMALL,
    }
}

/// A row with lines around it and, where it has columns, between them.
fn framed(edges: &[f32], height: f32, shade: Option<u8>, words: Vec<Mark>, has_columns: bool) -> Chunk {
    let (left, right) = (edges.first().copied().unwrap_or_default(), edges.last().copied().unwrap_or_default());
    let mut marks = Vec::new();
    if let Some(lightness) = shade {
        marks.push(Mark::Shade { sides: [left, 0.0, right, height], lightness });
    }
    marks.push(Mark::Rule { from: (left, 0.0), to: (right, 0.0) });
    marks.push(Mark::Rule { from: (left, height), to: (right, height) });
    let inner = edges.get(1..edges.len().saturating_sub(1)).filter(|_| has_columns).unwrap_or_default();
    for edge in [left, right].iter().chain(inner) {
        marks.push(Mark::Rule { from: (*edge, 0.0), to: (*edge, height) });
    }
    marks.extend(words);
    Chunk { height, marks, ..Chunk::default() }
}

/// The same words shown again, which are not to be read twice.
fn repetition(mark: &Mark) -> Mark {
    match mark.clone() {
        Mark::Text { x, baseline, size, piece, .. } => Mark::Text { x, baseline, size, piece, leaf: None },
        other => other,
    }
}
