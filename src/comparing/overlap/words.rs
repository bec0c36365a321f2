//! Text to folded words: what has to agree for two words to count as the same.
//!
//! Folding is for matching only. It passes over case, accents, ligatures, full-width forms, apostrophes, soft hyphens,
//! hyphens at a line's end, other hyphens (two words), the points of abbreviations ("U.S.", "US"), the commas of
//! numbers, number words ("twenty-three", "23"), "%" and "per cent", and British or American spelling.

use std::hash::Hasher;

use unicode_normalization::UnicodeNormalization as _;

use super::spelling;

/// Folded words in order of place.
#[derive(Debug, Clone, Default)]
pub struct Pieces {
    /// 64-bit hashes of the folded forms; words with one hash are taken to be one word.
    pub hashes: Vec<u64>,
    /// Where each stands: first byte, one past the last byte.
    pub places: Vec<(u32, u32)>,
    /// How many runs of letters and digits each is made of: "1,237" and "U.S." count two, "%" none.
    pub runs: Vec<u8>,
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
        self.last_number = None;
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
    pieces.last_number = None;
    let mut cursor = Cursor { text, at: 0, word: Vec::with_capacity(32) };
    while cursor.at < text.len() {
        let start = cursor.at;
        if let Some((end, runs)) = cursor.word() {
            add(pieces, text, &mut cursor.word, (start, end), offset, runs);
        } else {
            match cursor.skip() {
                '%' => pieces.push(hash(b"percent"), (offset + start, offset + cursor.at), 0),
                '&' => pieces.push(hash(b"and"), (offset + start, offset + cursor.at), 0),
                mark if !mark.is_whitespace() && mark != '-' => pieces.last_number = None,
                _ => {}
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

/// Reads words off a text.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// The folded form of the word just read.
    word: Vec<u8>,
}

impl Cursor<'_> {
    /// Reads the word that begins here: one past its last byte, and its runs of letters and digits.
    fn word(&mut self) -> Option<(usize, u8)> {
        self.word.clear();
        let mut end = self.at;
        let mut runs = 1;
        while let Some(step) = self.step(runs) {
            let (length, more_runs, visible) = step;
            self.at += length;
            runs += more_runs;
            if visible {
                end = self.at;
            }
        }
        (!self.word.is_empty()).then_some((end, runs))
    }

    /// One character further within a word: bytes passed, runs begun, whether the word reaches to here.
    fn step(&mut self, runs: u8) -> Option<(usize, u8, bool)> {
        let bytes = self.text.as_bytes();
        let first = *bytes.get(self.at)?;
        if first.is_ascii_alphanumeric() {
            self.word.push(first.to_ascii_lowercase());
            return Some((1, 0, true));
        }
        if !first.is_ascii() {
            return self.step_beyond_ascii();
        }
        let next = bytes.get(self.at + 1).copied().unwrap_or(b' ');
        let last = *self.word.last()?;
        match first {
            b'\'' if last.is_ascii_alphabetic() && next.is_ascii_alphabetic() => Some((1, 0, false)),
            b'.' if last.is_ascii_digit() && next.is_ascii_digit() && self.is_figure() => {
                self.word.push(b'.');
                Some((1, runs_of_point(runs), false))
            }
            b',' if self.is_figure() && self.three_digits_follow() => Some((1, 1, false)),
            b'.' if self.is_abbreviation(runs) && next.is_ascii_alphabetic() && self.single_letter_follows() => {
                Some((1, 1, false))
            }
            b'-' if last.is_ascii_alphabetic() => self.line_end_hyphen().map(|length| (length, 0, false)),
            _ => None,
        }
    }

    fn step_beyond_ascii(&mut self) -> Option<(usize, u8, bool)> {
        let character = self.text[self.at..].chars().next()?;
        let length = character.len_utf8();
        let begun = !self.word.is_empty();
        match character {
            _ if begun && is_invisible(character) => Some((length, 0, false)),
            '’' | 'ʼ' if begun => {
                let next = self.text[self.at + length..].chars().next();
                next.is_some_and(char::is_alphabetic).then_some((length, 0, false))
            }
            '\u{300}'..='\u{36F}' if begun => Some((length, 0, true)),
            _ if is_superscript(character) || !character.is_alphanumeric() => None,
            _ if is_unspaced(character) => {
                // Scripts without spaces: a character is a word.
                if begun {
                    return None;
                }
                self.push_folded(character);
                self.at += length;
                None
            }
            _ => {
                self.push_folded(character);
                Some((length, 0, true))
            }
        }
    }

    fn push_folded(&mut self, character: char) {
        for part in character.nfkd().flat_map(char::to_lowercase).filter(|part| part.is_alphanumeric()) {
            let plain = match part {
                'æ' => "ae",
                'œ' => "oe",
                'ß' => "ss",
                'ø' => "o",
                'ł' => "l",
                'đ' | 'ð' => "d",
                'ı' => "i",
                'þ' => "th",
                _ => "",
            };
            if plain.is_empty() {
                let mut buffer = [0; 4];
                self.word.extend_from_slice(part.encode_utf8(&mut buffer).as_bytes());
            } else {
                self.word.extend_from_slice(plain.as_bytes());
            }
        }
    }

    fn is_figure(&self) -> bool {
        self.word.iter().all(u8::is_ascii_digit)
    }

    fn three_digits_follow(&self) -> bool {
        let after = &self.text.as_bytes()[self.at + 1..];
        after.len() >= 3
            && after[..3].iter().all(u8::is_ascii_digit)
            && !after.get(3).is_some_and(u8::is_ascii_alphanumeric)
    }

    /// Whether the word so far is single letters with points: "U", "U.S".
    fn is_abbreviation(&self, runs: u8) -> bool {
        self.word.len() == usize::from(runs) && self.word.iter().all(u8::is_ascii_alphabetic)
    }

    fn single_letter_follows(&self) -> bool {
        !self.text[self.at + 2..].starts_with(char::is_alphanumeric)
    }

    /// A hyphen at a line's end between small letters: how many bytes to the word's other half.
    fn line_end_hyphen(&self) -> Option<usize> {
        let after = &self.text[self.at + 1..];
        let line = after.trim_start_matches([' ', '\t']).strip_prefix('\n')?;
        let rest = line.trim_start_matches([' ', '\t']);
        rest.starts_with(|first: char| first.is_ascii_lowercase()).then_some(1 + after.len() - rest.len())
    }

    /// Passes over the character here, which begins no word.
    fn skip(&mut self) -> char {
        let character = self.text[self.at..].chars().next().unwrap_or(' ');
        self.at += character.len_utf8();
        character
    }
}

fn runs_of_point(runs: u8) -> u8 {
    u8::from(runs < u8::MAX - 1)
}

/// Characters that show nothing: soft hyphen, zero-width space and joiners, byte order mark.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Footnote figures are no part of a word.
fn is_superscript(character: char) -> bool {
    matches!(character, '²' | '³' | '¹' | '\u{2070}'..='\u{209C}')
}

/// Han, kana and the like.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{2E80}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The hash of a folded word: multiply and rotate over eight bytes at a time (as in `FxHash`), mixed at the end.
pub fn hash(word: &[u8]) -> u64 {
    const MULTIPLIER: u64 = 0x517c_c1b7_2722_0a95;
    let mut state = word.len() as u64;
    for chunk in word.chunks(8) {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        state = (state.rotate_left(5) ^ u64::from_le_bytes(bytes)).wrapping_mul(MULTIPLIER);
    }
    mix(state)
}

/// Spreads every bit over all others (the finaliser of `MurmurHash3`).
pub fn mix(mut state: u64) -> u64 {
    state = (state ^ (state >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    state = (state ^ (state >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    state ^ (state >> 33)
}

/// Builds [`Identity`] hashers.
#[derive(Debug, Clone, Copy, Default)]
pub struct HashIsKey;

/// A hasher for keys that are hashes already.
#[derive(Debug, Clone, Copy, Default)]
pub struct Identity(u64);

impl std::hash::BuildHasher for HashIsKey {
    type Hasher = Identity;

    fn build_hasher(&self) -> Identity {
        Identity::default()
    }
}

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = self.0.rotate_left(5) ^ hash(bytes);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
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
