//! Bytes to places on screen and back. The model counts bytes, egui's cursors count characters: only this file converts.

use std::ops::Range;

use egui::epaint::text::{Glyph, PlacedRow};
use egui::text::{CCursor, CharIndex};
use egui::{Galley, Pos2, Rangef, Rect, Vec2, pos2};

/// One line's part of a passage, relative to its galley.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LineBox {
    /// From the first to the last character, as high as the line.
    pub rect: Rect,
    /// Where the letters stand.
    pub baseline: f32,
}

/// The lines that the bytes `start..end` of the galley's text fill. White space at a line's end is left out.
pub fn lines_of(galley: &Galley, start: usize, end: usize) -> Vec<LineBox> {
    let line = |(row, glyphs): (&PlacedRow, Range<usize>)| {
        let left = row.pos.x + row.x_offset(CharIndex(glyphs.start));
        let right = row.pos.x + row.glyphs.get(glyphs.end - 1).map_or(row.size.x, Glyph::max_x);
        let baseline = row.pos.y + row.glyphs.first().map_or(row.size.y * 0.7, |glyph| glyph.pos.y);
        let rect = Rect::from_min_max(pos2(left, row.min_y()), pos2(right, row.max_y()));
        LineBox { rect, baseline }
    };
    glyphs_of(galley, start, end).into_iter().map(line).collect()
}

/// Per line of [`lines_of`]: from where to where a letter reaches below the line that it stands on, where an underline
/// breaks off.
pub fn descents_of(galley: &Galley, start: usize, end: usize) -> Vec<Vec<Rangef>> {
    let descents = |(row, glyphs): (&PlacedRow, Range<usize>)| {
        let all = row.glyphs.get(glyphs).unwrap_or_default().iter();
        all.filter_map(|glyph| {
            let (from, to) = descent(glyph.chr)?;
            let left = row.pos.x + glyph.pos.x;
            let breadth = glyph.max_x() - glyph.pos.x;
            Some(Rangef::new(left + from * breadth, left + to * breadth).expand(1.0))
        })
        .collect()
    };
    glyphs_of(galley, start, end).into_iter().map(descents).collect()
}

/// Which part of a letter's breadth lies below the line, in the faces that we set.
fn descent(letter: char) -> Option<(f32, f32)> {
    match letter {
        'g' | ',' | ';' | '(' | ')' | '[' | ']' => Some((0.0, 1.0)),
        'j' => Some((-0.2, 0.7)),
        'p' => Some((0.0, 0.55)),
        'q' => Some((0.45, 1.0)),
        'y' => Some((0.0, 0.6)),
        'Q' => Some((0.4, 0.95)),
        _ => None,
    }
}

/// The rows that these bytes reach into, and the glyphs that they are in each.
fn glyphs_of(galley: &Galley, start: usize, end: usize) -> Vec<(&PlacedRow, Range<usize>)> {
    let text = galley.text();
    let (first, last) = (characters(text, start), characters(text, end));
    let mut found = Vec::new();
    let mut row_start = 0;
    for row in &galley.rows {
        let row_end = row_start + row.glyphs.len();
        if row_start >= last {
            break;
        }
        let from = first.clamp(row_start, row_end) - row_start;
        let mut to = last.clamp(row_start, row_end) - row_start;
        while to > from && row.glyphs.get(to - 1).is_some_and(|glyph| glyph.chr.is_whitespace()) {
            to -= 1;
        }
        if to > from {
            found.push((row, from..to));
        }
        row_start = row_end + usize::from(row.ends_with_newline);
    }
    found
}

/// Top and bottom of the line that holds that byte, relative to the galley.
pub fn line_at(galley: &Galley, byte: usize) -> (f32, f32) {
    let rect = place_of(galley, byte);
    (rect.top(), rect.bottom())
}

/// Where a byte stands: a place without breadth, as high as its line, relative to the galley.
pub fn place_of(galley: &Galley, byte: usize) -> Rect {
    let index = CharIndex(characters(galley.text(), byte));
    galley.pos_from_cursor(CCursor { index, prefer_next_row: true })
}

/// The byte nearest to that point, relative to the galley.
pub fn byte_at(galley: &Galley, at: Vec2) -> usize {
    bytes(galley.text(), galley.cursor_from_pos(at).index.0)
}

/// The byte of the character under that point; none beside the text.
pub fn byte_under(galley: &Galley, at: Pos2) -> Option<usize> {
    let mut characters = 0;
    for row in &galley.rows {
        if row.rect().y_range().contains(at.y) {
            let x = at.x - row.pos.x;
            let column = row.glyphs.iter().position(|glyph| glyph.pos.x <= x && x < glyph.max_x())?;
            return Some(bytes(galley.text(), characters + column));
        }
        characters += row.glyphs.len() + usize::from(row.ends_with_newline);
    }
    None
}

/// The byte where that character of a text begins; its end past the last.
pub fn byte_of(text: &str, character: usize) -> usize {
    bytes(text, character)
}

/// How many characters lie before that byte.
fn characters(text: &str, byte: usize) -> usize {
    let mut end = byte.min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    text[..end].chars().count()
}

/// The byte where that character begins; the end of the text past the last. Never before a character without breadth:
/// it may stand for the second byte of one of the article.
fn bytes(text: &str, character: usize) -> usize {
    let mut at = text.char_indices().nth(character).map_or(text.len(), |(at, _)| at);
    while text[at..].starts_with('\r') && text[..at].ends_with([' ', '\r']) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_bytes_convert_both_ways() {
        let text = "né “quoted” fin";
        for (character, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(characters(text, byte), character);
            assert_eq!(bytes(text, character), byte);
        }
        assert_eq!(bytes(text, 999), text.len());
    }
}
