//! Reads words off a text, folded letter by letter.

use unicode_normalization::UnicodeNormalization as _;

/// Reads words off a text.
pub struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// The folded form of the word just read.
    pub word: Vec<u8>,
}

impl<'a> Cursor<'a> {
    /// At the beginning of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, word: Vec::with_capacity(32) }
    }

    /// The byte that is read next; none at the end.
    pub fn place(&self) -> Option<usize> {
        (self.at < self.text.len()).then_some(self.at)
    }

    /// Reads the word that begins here: one past its last byte, and its runs of letters and digits.
    pub fn read_word(&mut self) -> Option<(usize, u8)> {
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

    /// Passes over the character here, which begins no word.
    pub fn skip(&mut self) -> char {
        let character = self.text[self.at..].chars().next().unwrap_or(' ');
        self.at += character.len_utf8();
        character
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
