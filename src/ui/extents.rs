//! The width of every word, so that a column can be wrapped anew without laying out its text.
//!
//! A paragraph is shaped once at infinite width; a new width is then a greedy wrap over numbers. Heights got so are
//! corrected when the paragraph is really laid out.

use egui::Galley;

/// How far egui lets a line run over its width.
const OVERRUN_POINTS: f32 = 0.0;

/// Where the words of a paragraph begin and end on one endless line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Extents {
    /// Per hard line: the words, as (start, end) in points.
    lines: Vec<Vec<(f32, f32)>>,
}

impl Extents {
    /// Of a paragraph that was laid out at infinite width.
    pub fn of(galley: &Galley) -> Self {
        let line = |row: &egui::epaint::text::PlacedRow| {
            let mut words = Vec::new();
            let mut open: Option<(f32, f32)> = None;
            for glyph in &row.glyphs {
                if glyph.chr.is_whitespace() && glyph.chr != '\u{a0}' {
                    words.extend(open.take());
                } else {
                    let start = open.map_or(glyph.pos.x, |(start, _)| start);
                    open = Some((start, glyph.max_x()));
                }
            }
            words.extend(open);
            words
        };
        Self { lines: galley.rows.iter().map(line).collect() }
    }

    /// How many lines it fills at that width in points.
    pub fn lines_at(&self, width: f32) -> usize {
        self.lines.iter().map(|words| wrapped(words, width)).sum()
    }
}

fn wrapped(words: &[(f32, f32)], width: f32) -> usize {
    let Some((mut line_start, _)) = words.first().copied() else { return 1 };
    let mut lines = 1;
    for (start, end) in words.iter().copied() {
        if end - line_start > width + OVERRUN_POINTS && start > line_start {
            lines += 1;
            line_start = start;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_greedily() {
        let words = Extents { lines: vec![vec![(0.0, 40.0), (44.0, 80.0), (84.0, 130.0)]] };
        assert_eq!((words.lines_at(200.0), words.lines_at(100.0), words.lines_at(50.0)), (1, 2, 3));
    }

    #[test]
    fn an_empty_line_is_a_line_and_a_long_word_stands_alone() {
        assert_eq!(Extents { lines: vec![vec![]] }.lines_at(10.0), 1);
        assert_eq!(Extents { lines: vec![vec![(0.0, 900.0)]] }.lines_at(10.0), 1);
    }
}
