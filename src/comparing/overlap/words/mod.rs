//! Text to folded words: what has to agree for two words to count as the same.
//!
//! Folding is for matching only. It passes over case, accents, ligatures, full-width forms, apostrophes, soft hyphens,
//! hyphens at a line's end, other hyphens (two words), the points of abbreviations ("U.S.", "US"), the commas of
//! numbers, number words ("twenty-three", "23"), "%" and "per cent", and British or American spelling.

mod cursor;
mod hashing;

pub use hashing::{HashIsKey, hash, mix};

use super::spelling;
use cursor::Cursor;

/// Folded words in order of place.
#[derive(Debug, Clone, Default)]
pub struct Pieces {
    /// 64-bit hashes of the folded forms; words with one hash are taken to be one word.
    pub hashes: Vec<u64>,
    /// Where each stands: first byte, one past the last byte.
    pub places: Vec<(u32, u32)>,
    /// How many runs of letters and digits each is made of: "1,237" and "U.S." count two, "%" none.
    pub runs: Vec<u8>,
    /// Whether an ellipsis stands before each.
    pub elided: Vec<bool>,
    /// Points since the last word, for ". . ."; an ellipsis counts three.
    points: u8,
    /// Values of words that are numbers; the last one alone matters, for "twenty" + "three".
    last_number: Option<u32>,
}

impl Pieces {
    /// How many words.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    fn push(&mut self, hash: u64, place: (usize, usize), runs: u8) {
        self.hashes.push(hash);
        self.places.push((place.0 as u32, place.1 as u32));
        self.runs.push(runs);
        self.elided.push(self.points >= 3);
        self.points = 0;
        self.last_number = None;
    }

    /// Takes note of a mark between words.
    fn pass(&mut self, mark: char) {
        match mark {
            '…' => self.points = 3,
            '.' => self.points = self.points.saturating_add(1),
            _ => {}
        }
        if !mark.is_whitespace() && mark != '-' {
            self.last_number = None;
        }
    }

    /// Makes the last word and what follows it up to `end` one word.
    fn widen_last(&mut self, hash: u64, end: usize, runs: u8) {
        if let (Some(last), Some(place), Some(count)) =
            (self.hashes.last_mut(), self.places.last_mut(), self.runs.last_mut())
        {
            *last = hash;
            place.1 = end as u32;
            *count = count.saturating_add(runs);
        }
    }
}

/// Appends the folded words of `text` to `pieces`, their places counted from `offset` bytes.
pub fn fold(text: &str, offset: usize, pieces: &mut Pieces) {
    (pieces.last_number, pieces.points) = (None, 0);
    let mut cursor = Cursor::new(text);
    while let Some(start) = cursor.place() {
        if let Some((end, runs)) = cursor.read_word() {
            add(pieces, text, &mut cursor.word, (start, end), offset, runs);
        } else {
            match cursor.skip() {
                '%' => pieces.push(hash(b"percent"), (offset + start, offset + start + 1), 0),
                '&' => pieces.push(hash(b"and"), (offset + start, offset + start + 1), 0),
                mark => pieces.pass(mark),
            }
        }
    }
}

/// Adds a word, or joins it to the number or the "per" before it.
fn add(pieces: &mut Pieces, text: &str, word: &mut Vec<u8>, place: (usize, usize), offset: usize, runs: u8) {
    let adjacent = pieces
        .places
        .last()
        .is_some_and(|before| before.1 as usize >= offset && only_blank(&text[before.1 as usize - offset..place.0]));
    if word.as_slice() == b"cent" && adjacent && pieces.hashes.last() == Some(&hash(b"per")) {
        pieces.widen_last(hash(b"percent"), offset + place.1, runs);
        return;
    }
    let number = spelling::number(word);
    if let Some(joined) =
        pieces.last_number.zip(number).filter(|_| adjacent).and_then(|(before, now)| join(before, now))
    {
        pieces.widen_last(hash(joined.to_string().as_bytes()), offset + place.1, runs);
        pieces.last_number = Some(joined);
        return;
    }
    match number {
        Some(number) if !word.first().is_some_and(u8::is_ascii_digit) => {
            pieces.push(hash(number.to_string().as_bytes()), (offset + place.0, offset + place.1), runs);
        }
        _ => {
            spelling::canonical(word);
            pieces.push(hash(word), (offset + place.0, offset + place.1), runs);
        }
    }
    pieces.last_number = number;
}

fn only_blank(between: &str) -> bool {
    between.len() <= 2 && between.bytes().all(|byte| matches!(byte, b' ' | b'-' | b'\n'))
}

/// "twenty" and "three", "two" and "hundred", "five" and "thousand"; none where two numbers stand side by side.
fn join(before: u32, now: u32) -> Option<u32> {
    match now {
        1..=9 if (20..100).contains(&before) && before.is_multiple_of(10) => Some(before + now),
        100 if (1..100).contains(&before) => Some(before * 100),
        1000 if (1..1000).contains(&before) => Some(before * 1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<u64> {
        let mut pieces = Pieces::default();
        fold(text, 0, &mut pieces);
        pieces.hashes
    }

    fn same(left: &str, right: &str) {
        assert_eq!(folded(left), folded(right), "{left} | {right}");
    }

    fn different(left: &str, right: &str) {
        assert_ne!(folded(left), folded(right), "{left} | {right}");
    }

    fn places(text: &str, expected: &[&str]) {
        let mut pieces = Pieces::default();
        fold(text, 0, &mut pieces);
        let words: Vec<&str> = pieces.places.iter().map(|place| &text[place.0 as usize..place.1 as usize]).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn case_accents_and_ligatures() {
        same("The Café’s OFFICE", "the cafe's oﬃce");
        same("na\u{308}ive Søren", "naive Soren");
    }

    #[test]
    fn hyphens_and_white_space() {
        same("a well-being\u{A0}office", "a well being\n office");
        same("the govern-\nment re\u{AD}port", "the government report");
        places("re\u{AD}port\u{AD}, then", &["re\u{AD}port", "then"]);
    }

    #[test]
    fn abbreviations() {
        same("the U.S. border", "the US border");
        places("the U.S.-Canada border", &["the", "U.S", "Canada", "border"]);
        different("J. Smith", "K. Smith");
    }

    #[test]
    fn numbers() {
        same("twenty-three of 1,200 died", "23 of 1200 died");
        same("two hundred seats", "200 seats");
        same("five thousand, six", "5000 six");
        different("twenty, three", "23");
        same("45% of it", "45 per cent of it");
        same("forty-five percent", "45 %");
        different("4.5", "45");
    }

    #[test]
    fn footnote_figures_are_no_part_of_a_word() {
        same("the report² says", "the report says");
    }

    #[test]
    fn runs_count_as_letters_and_digits_stand() {
        let mut pieces = Pieces::default();
        fold("secure the 1,237 U.S. seats", 0, &mut pieces);
        assert_eq!(pieces.runs, [1, 1, 2, 2, 1]);
    }

    #[test]
    fn scripts_without_spaces() {
        assert_eq!(folded("東京都 Tokyo").len(), 4);
    }
}
