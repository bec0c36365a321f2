//! Words broken into lines by their real widths.

use krilla::text::KrillaGlyph;

use super::super::runs::{Look, Run};
use super::faces::Faces;

/// A line of text.
#[derive(Default)]
pub struct Line {
    /// From left to right.
    pub pieces: Vec<Piece>,
    /// In points.
    width: f32,
}

/// Words of one face.
#[derive(Clone)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Their look.
    pub look: Look,
    /// Their glyphs, ranges in bytes of `text`.
    pub glyphs: Vec<KrillaGlyph>,
    /// In points.
    pub width: f32,
}

impl Piece {
    fn new(faces: &Faces, text: &str, look: Look, size: f32) -> Self {
        let glyphs = faces.of(look).shape(text);
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>() * size;
        Self { text: text.to_owned(), look, glyphs, width }
    }

    /// Its width without the space at its end.
    fn visible(&self, size: f32) -> f32 {
        let space = self.glyphs.last().filter(|_| self.text.ends_with(' ')).map_or(0.0, |glyph| glyph.x_advance);
        self.width - space * size
    }

    fn join(&mut self, other: Piece) {
        let before = self.text.len();
        self.text.push_str(&other.text);
        self.width += other.width;
        self.glyphs.extend(other.glyphs.into_iter().map(|mut glyph| {
            glyph.text_range = glyph.text_range.start + before..glyph.text_range.end + before;
            glyph
        }));
    }
}

impl Line {
    fn push(&mut self, piece: Piece) {
        self.width += piece.width;
        match self.pieces.last_mut() {
            Some(last) if last.look == piece.look => last.join(piece),
            _ => self.pieces.push(piece),
        }
    }
}

/// The lines of words set in that size in points, none wider than `width` points unless a single letter is.
pub fn broken(faces: &Faces, runs: &[Run], size: f32, width: f32) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = Line::default();
    for group in unbroken(&pieces(faces, runs, size)) {
        let whole: f32 = group.iter().map(|piece| piece.width).sum();
        let space = group.last().map_or(0.0, |last| last.width - last.visible(size));
        if line.width + whole - space > width && !line.pieces.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if whole - space <= width {
            for piece in group {
                line.push(piece.clone());
            }
        } else {
            letter_by_letter(faces, group, size, width, &mut line, &mut lines);
        }
    }
    if !line.pieces.is_empty() {
        lines.push(line);
    }
    lines
}

/// What is wider than a line, a long address for one, is cut wherever it must be.
fn letter_by_letter(faces: &Faces, group: &[Piece], size: f32, width: f32, line: &mut Line, lines: &mut Vec<Line>) {
    for piece in group {
        for letter in piece.text.chars() {
            let letter = Piece::new(faces, letter.encode_utf8(&mut [0; 4]), piece.look, size);
            if line.width + letter.visible(size) > width && !line.pieces.is_empty() {
                lines.push(std::mem::take(line));
            }
            line.push(letter);
        }
    }
}

/// The words with the space behind each, white space folded.
fn pieces(faces: &Faces, runs: &[Run], size: f32) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for run in runs {
        let ends_open = pieces.last().is_none_or(|last| last.text.ends_with(' '));
        let folded = folded(&run.text, ends_open);
        let mut start = 0;
        for (at, character) in folded.char_indices() {
            let end = at + character.len_utf8();
            if may_end_line(&folded, at, character) || end == folded.len() {
                pieces.push(Piece::new(faces, &folded[start..end], run.look, size));
                start = end;
            }
        }
    }
    pieces
}

/// On one line, with single spaces; none at the start after a space. Spaces that forbid a break stay.
fn folded(text: &str, after_space: bool) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_space = after_space;
    for character in text.chars() {
        let keeps = matches!(character, '\u{a0}' | '\u{202f}' | '\u{2002}');
        if character.is_whitespace() && !keeps {
            if !is_space {
                folded.push(' ');
            }
            is_space = true;
        } else if !character.is_control() {
            folded.push(character);
            is_space = false;
        }
    }
    folded
}

/// Behind a space, and behind a hyphen, a dash or a slash between letters.
fn may_end_line(text: &str, at: usize, character: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + character.len_utf8()..].chars().next();
    let between_letters =
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(|next| next.is_alphabetic() || next == '“');
    character == ' ' || matches!(character, '-' | '–' | '—' | '/') && between_letters
}

/// Pieces between which no line may end, together.
fn unbroken(pieces: &[Piece]) -> impl Iterator<Item = &[Piece]> {
    pieces.chunk_by(|piece, _| !piece.text.ends_with([' ', '-', '–', '—', '/']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: f32) -> Vec<String> {
        let faces = Faces::load().expect("the fonts are there");
        let runs = [Run { text: text.to_owned(), look: Look::Plain }];
        let lines = broken(&faces, &runs, 10.0, width);
        for line in &lines {
            let seen: f32 = line.pieces.iter().map(|piece| piece.visible(10.0)).sum();
            assert!(seen <= width + 0.01, "{seen} of {width}");
        }
        lines.iter().map(|line| line.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>()).collect()
    }

    #[test]
    fn lines_end_between_words_and_lose_none() {
        let text = "The weir holds the river back, and the twenty-two-year-old mill stands.";
        let lines = lines(text, 80.0);
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), text);
        assert!(lines.iter().all(|line| line.ends_with([' ', '-', '.'])), "{lines:?}");
    }

    #[test]
    fn what_must_stay_together_stays_and_what_is_too_wide_is_cut() {
        let lines_of_number = lines("It stands in ¶\u{a0}17 of the article", 70.0);
        assert!(lines_of_number.iter().any(|line| line.contains("¶\u{a0}17")), "{lines_of_number:?}");
        let address = "https://echo.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
        assert_eq!(lines(address, 60.0).concat(), address);
    }
}
