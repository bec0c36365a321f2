//! The lines of a region to blocks: paragraphs, headings, captions, told by leading, indent, size and full lines.

use super::lines::Line;
use super::measures::{Measures, most};
use super::words::UNKNOWN;

/// Further than this from its column's edge a line is indented, in ems.
const INDENT: f32 = 0.8;
/// So much more than the usual leading parts blocks, in percent.
const WIDE_LEADING_PERCENT: f32 = 128.0;

/// Lines that belong together, and the column they stand in.
#[derive(Debug, Clone)]
pub struct Block {
    /// From top to bottom; never empty.
    pub lines: Vec<Line>,
    /// Where its column starts and ends, in points: where most lines do.
    pub column: (f32, f32),
    /// Its page, from 0.
    pub page: usize,
    /// The region it stands in, counted through the document.
    pub region: usize,
    /// White space above it, in usual leadings; large at the top of a region.
    pub above: f32,
}

impl Block {
    pub fn first(&self) -> Option<&Line> {
        self.lines.first()
    }

    pub fn last(&self) -> Option<&Line> {
        self.lines.last()
    }

    /// The font size of most of its letters.
    pub fn size(&self) -> f32 {
        most(self.lines.iter().map(|line| (line.size, line.words.iter().map(|word| word.text.len()).sum())))
            .unwrap_or(10.0)
    }

    /// Where its leftmost line starts.
    pub fn left(&self) -> f32 {
        self.lines.iter().map(|line| line.left).fold(f32::MAX, f32::min)
    }

    /// Where its longest line ends.
    pub fn right(&self) -> f32 {
        self.lines.iter().map(|line| line.right).fold(f32::MIN, f32::max)
    }
}

/// The blocks of a region.
pub fn blocks(lines: &[Line], page: usize, region: usize, measures: &Measures) -> Vec<Block> {
    let column = column(lines);
    let mut blocks: Vec<Block> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let parted = at.checked_sub(1).is_none_or(|before| {
            let is_first = blocks.last().is_some_and(|block| block.lines.len() == 1);
            Pair { lines, before, column, measures }.parts(is_first)
        });
        match blocks.last_mut() {
            Some(block) if !parted => block.lines.push(line.clone()),
            _ => {
                let above = at.checked_sub(1).map_or(f32::MAX, |before| {
                    (line.baseline - lines[before].baseline) / measures.leading(line.size.min(lines[before].size))
                });
                blocks.push(Block { lines: vec![line.clone()], column, page, region, above });
            }
        }
    }
    blocks
}

/// The edges at which most lines of a region start and end; of few lines, the outermost.
fn column(lines: &[Line]) -> (f32, f32) {
    let edge = |edges: Vec<f32>, outermost: fn(f32, f32) -> f32| {
        // The outermost edge at which a fifth of the lines stand, so that an indented majority is still indented.
        let near = |edge: f32| edges.iter().filter(|other| (edge - **other).abs() < 2.0).count();
        let held = edges.iter().copied().filter(|edge| near(*edge) * 5 >= edges.len());
        held.reduce(outermost).or_else(|| edges.iter().copied().reduce(outermost)).unwrap_or(0.0)
    };
    let left = edge(lines.iter().map(|line| line.left).collect(), f32::min);
    (left, right_edge(lines))
}

/// Where justified lines end, or else the longest. A justified line that could not be broken sticks out.
fn right_edge(lines: &[Line]) -> f32 {
    let ends = || lines.iter().map(|line| line.right);
    let near = |edge: f32| ends().filter(|end| (edge - end).abs() < 1.5).count();
    let justified = ends().filter(|edge| near(*edge) >= 2 && near(*edge) * 3 >= lines.len()).reduce(f32::max);
    justified.or_else(|| ends().reduce(f32::max)).unwrap_or(0.0)
}

/// Two neighbouring lines of a region.
struct Pair<'l> {
    lines: &'l [Line],
    before: usize,
    column: (f32, f32),
    measures: &'l Measures,
}

impl Pair<'_> {
    /// Whether a block ends between them; `is_first` where the upper one is the first of its block.
    fn parts(&self, is_first: bool) -> bool {
        let (above, below) = (&self.lines[self.before], &self.lines[self.before + 1]);
        let size = above.size.min(below.size);
        let distance = below.baseline - above.baseline;
        if (above.size - below.size).abs() > 0.08 * above.size.max(below.size)
            || distance * 100.0 > self.measures.leading(size) * WIDE_LEADING_PERCENT
            || self.measures.is_bold(above) != self.measures.is_bold(below)
        {
            return true;
        }
        if self.is_centred(above) && self.is_centred(below) || above.size > 1.15 * self.measures.body_size {
            return false;
        }
        if starts_item(below) && (starts_with_bullet(below) || ends_sentence(above) || self.is_short(above, below)) {
            return true;
        }
        let indent = below.left - above.left;
        if indent > INDENT * size {
            return !self.hangs(is_first);
        }
        if indent < -INDENT * size && !is_first {
            return true;
        }
        self.starts_indented(below) || self.is_short(above, below)
    }

    /// Whether the lower line is set in and the next one is not, though the upper one may be set in too.
    fn starts_indented(&self, below: &Line) -> bool {
        let is_in = |line: &Line| line.left - self.column.0 > INDENT * line.size;
        let Some(next) = self.lines.get(self.before + 2) else { return false };
        let is_close = next.baseline - below.baseline < 1.3 * self.measures.leading(below.size);
        is_in(below) && is_close && !is_in(next) && (next.size - below.size).abs() < 0.08 * below.size
    }

    /// Whether the lower line is the second of an item whose first line starts further out.
    fn hangs(&self, is_first: bool) -> bool {
        let (above, below) = (&self.lines[self.before], &self.lines[self.before + 1]);
        if !is_first {
            return false;
        }
        let is_item = starts_item(above);
        let goes_on = || {
            let Some(next) = self.lines.get(self.before + 2) else { return false };
            (next.left - below.left).abs() < 0.3 * below.size && !self.is_short(above, below)
        };
        // A reference list: its first lines start at the edge and most of its others do not.
        let inner = || self.lines.iter().filter(|line| line.left - self.column.0 > INDENT * line.size).count();
        is_item || (goes_on() && inner() * 2 > self.lines.len() && !self.is_short(above, below))
    }

    fn is_centred(&self, line: &Line) -> bool {
        let (left, right) = (line.left - self.column.0, self.column.1 - line.right);
        left > line.size && right > line.size && (left - right).abs() < 0.6 * line.size
    }

    /// Whether the lower line's first word would have fitted on the upper line.
    fn is_short(&self, above: &Line, below: &Line) -> bool {
        let Some(first) = below.words.first() else { return false };
        let space = 0.3 * above.size;
        let needed = above.right + space + (first.right - first.left);
        let is_cut = above.words.last().is_some_and(|word| word.text.ends_with(['-', '\u{AD}', '‐']));
        !is_cut && needed < self.right_edge() - space
    }

    /// Where the longest of the lines around ends that are set as these two are.
    fn right_edge(&self) -> f32 {
        let above = &self.lines[self.before];
        let goes_on = |pair: &[Line]| {
            (pair[0].size - pair[1].size).abs() < 0.08 * pair[0].size
                && pair[1].baseline - pair[0].baseline < 1.9 * self.measures.leading(pair[0].size)
                && (pair[0].left - pair[1].left).abs() < 3.0 * above.size
        };
        let first =
            (0..self.before).rev().take_while(|at| goes_on(&self.lines[*at..*at + 2])).last().unwrap_or(self.before);
        let last = (self.before..self.lines.len() - 1).take_while(|at| goes_on(&self.lines[*at..*at + 2])).last();
        right_edge(&self.lines[first..=last.map_or(self.before, |at| at + 1)])
    }
}

/// Marks that stand before the items of a list; many are drawn in fonts that do not say what they are.
const BULLETS: [char; 13] = ['•', '‣', '◦', '▪', '▫', '■', '□', '●', '○', '∙', '⁃', '▸', UNKNOWN];

/// Whether a line starts with what stands before an item of a list.
pub fn starts_item(line: &Line) -> bool {
    let is_mark = |word: &str| word.chars().all(|letter| matches!(letter, '–' | '-' | '*' | '·'));
    let has_mark = line.words.first().is_some_and(|first| is_mark(&first.text) || is_number(&first.text));
    starts_with_bullet(line) || (has_mark && line.words.len() > 1)
}

fn starts_with_bullet(line: &Line) -> bool {
    let is_bullet = |word: &str| word.chars().all(|letter| BULLETS.contains(&letter));
    line.words.len() > 1 && line.words.first().is_some_and(|first| is_bullet(&first.text))
}

/// Whether a sentence ends with the line.
pub fn ends_sentence(line: &Line) -> bool {
    let Some(last) = line.words.last() else { return false };
    let bare = last.text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    bare.ends_with(['.', '!', '?', ':', ';', '…', '。'])
}

/// "3.", "3)", "(c)", "[12]".
fn is_number(word: &str) -> bool {
    let inner = word.trim_start_matches(['(', '[']).trim_end_matches(['.', ')', ']']);
    let is_short = (1..=3).contains(&inner.len());
    let is_numeral = inner.bytes().all(|byte| byte.is_ascii_digit()) || (inner.len() == 1 && word.ends_with(')'));
    is_short && is_numeral && inner.len() < word.len() && inner.is_ascii()
}
