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
    /// The size of type that it was shaped at, in points.
    points: f32,
    /// Where each word begins, in points from the start of its hard line.
    starts: Vec<f32>,
    /// Where each word ends, likewise.
    ends: Vec<f32>,
    /// Per hard line: how many words stand before its end, those of earlier lines included.
    line_ends: Vec<u32>,
}

impl Extents {
    /// Of a paragraph that was laid out at infinite width, in type of that size.
    pub fn of(galley: &Galley, points: f32) -> Self {
        let mut extents = Self { points, ..Self::default() };
        for row in &galley.rows {
            let mut open: Option<(f32, f32)> = None;
            for glyph in &row.glyphs {
                if glyph.chr.is_whitespace() && glyph.chr != '\u{a0}' {
                    extents.push(open.take());
                } else {
                    let start = open.map_or(glyph.pos.x, |(start, _)| start);
                    open = Some((start, glyph.max_x()));
                }
            }
            extents.push(open);
            extents.line_ends.push(extents.starts.len() as u32);
        }
        extents
    }

    fn push(&mut self, word: Option<(f32, f32)>) {
        if let Some((start, end)) = word {
            self.starts.push(start);
            self.ends.push(end);
        }
    }

    /// How many lines it fills at that width, in type of that size, both in points. Another size than it was shaped at
    /// scales every width, which is right to within what a face rounds.
    pub fn lines_at(&self, width: f32, points: f32) -> usize {
        let width = (width + OVERRUN_POINTS) * if points > 0.0 { self.points / points } else { 1.0 };
        let mut first = 0;
        let mut lines = 0;
        for end in &self.line_ends {
            let end = *end as usize;
            lines += wrapped(&self.starts[first..end], &self.ends[first..end], width);
            first = end;
        }
        lines
    }
}

/// How many lines these words fill. The line before says about where the next one ends, so that few words are looked at.
fn wrapped(starts: &[f32], ends: &[f32], width: f32) -> usize {
    let count = starts.len();
    let (mut lines, mut at, mut usual) = (0, 0, 12);
    while at < count {
        let limit = starts[at] + width;
        // The first word that does not fit; a word wider than the line stands there alone.
        let mut next = (at + usual).clamp(at + 1, count);
        while next > at + 1 && ends[next - 1] > limit {
            next -= 1;
        }
        while next < count && ends[next] <= limit {
            next += 1;
        }
        usual = next - at;
        at = next;
        lines += 1;
    }
    lines.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extents(lines: &[&[(f32, f32)]]) -> Extents {
        let mut extents = Extents { points: 10.0, ..Extents::default() };
        for line in lines {
            for word in *line {
                extents.push(Some(*word));
            }
            extents.line_ends.push(extents.starts.len() as u32);
        }
        extents
    }

    #[test]
    fn words_wrap_greedily() {
        let words = extents(&[&[(0.0, 40.0), (44.0, 80.0), (84.0, 130.0)]]);
        let lines = |width: f32| words.lines_at(width, 10.0);
        assert_eq!((lines(200.0), lines(100.0), lines(50.0)), (1, 2, 3));
    }

    #[test]
    fn an_empty_line_is_a_line_and_a_long_word_stands_alone() {
        assert_eq!(extents(&[&[]]).lines_at(10.0, 10.0), 1);
        assert_eq!(extents(&[&[(0.0, 900.0)]]).lines_at(10.0, 10.0), 1);
        assert_eq!(extents(&[&[(0.0, 4.0)], &[], &[(0.0, 900.0), (904.0, 908.0)]]).lines_at(10.0, 10.0), 4);
    }

    #[test]
    fn larger_type_fills_more_lines() {
        let words = extents(&[&[(0.0, 40.0), (44.0, 80.0)]]);
        assert_eq!((words.lines_at(80.0, 10.0), words.lines_at(80.0, 20.0)), (1, 2));
    }

    #[test]
    fn whatever_the_width_the_lines_are_those_of_a_word_by_word_wrap() {
        let mut x = 0.0;
        let mut words = Vec::new();
        for word in 0..400_u32 {
            let length = (word * 37 % 90 + 8) as f32;
            words.push((x, x + length));
            x += length + 4.0;
        }
        let found = extents(&[&words]);
        for width in 5..700 {
            let width = width as f32;
            let (mut lines, mut start) = (1, 0.0);
            for (from, to) in &words {
                if to - start > width && *from > start {
                    (lines, start) = (lines + 1, *from);
                }
            }
            assert_eq!(found.lines_at(width, 10.0), lines, "{width}");
        }
    }
}
