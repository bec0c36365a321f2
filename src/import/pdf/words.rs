//! Glyphs to words: where the file writes no spaces, gaps tell.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{compose, is_combining_mark};

use super::glyphs::{Glyph, Letters, Look};

/// A gap this wide parts words where no spaces are written, in ems. TeX's narrowest space is 0.22, its widest kern
/// half of this.
const WORD_GAP: f32 = 0.13;
/// A gap this wide parts words where spaces are written, in ems.
const WORD_GAP_BESIDE_SPACES: f32 = 0.3;
/// The letter for a glyph whose letter the file does not give.
pub const UNKNOWN: char = '\u{FFFD}';

/// A run of letters without a gap, in points.
#[derive(Debug, Clone)]
pub struct Word {
    /// Its letters.
    pub text: Box<str>,
    /// Where it starts.
    pub left: f32,
    /// Where it ends.
    pub right: f32,
    /// The line it stands on.
    pub baseline: f32,
    /// Font size.
    pub size: f32,
    /// How its font looks.
    pub look: Look,
    /// Whether the file writes a space before it.
    pub is_spaced: bool,
    /// The gap before it that parts words on this page, in ems.
    pub least_gap: f32,
}

impl Word {
    /// Where its tall letters end.
    pub fn top(&self) -> f32 {
        self.baseline - 0.72 * self.size
    }

    /// Where its tails end.
    pub fn bottom(&self) -> f32 {
        self.baseline + 0.18 * self.size
    }

    /// Whether `next`, to its right on the same line, goes on with the same word.
    pub fn goes_on_in(&self, next: &Word) -> bool {
        let gap = (next.left - self.right) / self.size.min(next.size);
        !next.is_spaced && gap < self.least_gap && gap > -0.5
    }
}

/// Whether a letter is written from right to left.
pub fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// The words of a page, in the order in which they are drawn.
pub fn words(glyphs: &[Glyph]) -> Vec<Word> {
    let word_gap = if writes_spaces(glyphs) { WORD_GAP_BESIDE_SPACES } else { WORD_GAP };
    let mut writer = Writer { words: Vec::new(), open: None, is_spaced: false, accent: None, word_gap };
    for glyph in glyphs {
        writer.glyph(glyph);
    }
    writer.end_word();
    writer.words
}

fn is_space(glyph: &Glyph) -> bool {
    matches!(glyph.letters, Letters::One(letter) if letter.is_whitespace())
}

/// Whether words are parted by spaces that are drawn, and not merely by gaps.
fn writes_spaces(glyphs: &[Glyph]) -> bool {
    let (mut gaps, mut spaces) = (0, 0);
    for pair in glyphs.windows(2) {
        let [left, right] = pair else { continue };
        if is_space(right) {
            spaces += 1;
        } else if !is_space(left) && is_on_line(left.baseline, right) && right.left - left.right > 0.2 * right.size {
            gaps += 1;
        }
    }
    spaces > gaps * 4
}

fn is_on_line(baseline: f32, glyph: &Glyph) -> bool {
    (baseline - glyph.baseline).abs() < 0.1 * glyph.size
}

struct Writer {
    words: Vec<Word>,
    open: Option<Open>,
    /// Whether a space was written since the last word.
    is_spaced: bool,
    /// An accent that waits for its letter, as TeX draws them one over the other.
    accent: Option<Glyph>,
    word_gap: f32,
}

struct Open {
    word: Word,
    text: String,
    last: Glyph,
}

impl Writer {
    fn glyph(&mut self, glyph: &Glyph) {
        if is_space(glyph) {
            self.end_word();
            self.is_spaced = true;
            return;
        }
        if let Some(accent) = self.accent.take() {
            if let Some(accented) = accented(&accent, glyph) {
                self.letter(&accented);
                return;
            }
            self.letter(&accent);
        }
        if mark(&glyph.letters).is_some() {
            if !self.accent_last(glyph) {
                self.accent = Some(glyph.clone());
            }
        } else {
            self.letter(glyph);
        }
    }

    fn letter(&mut self, glyph: &Glyph) {
        if self.open.as_ref().is_some_and(|open| is_drawn_again(&open.last, glyph)) {
            return;
        }
        if !self.open.as_ref().is_some_and(|open| self.goes_on(open, glyph)) {
            self.end_word();
            self.open = Some(Open::at(glyph, self.is_spaced, self.word_gap));
            self.is_spaced = false;
        }
        if let Some(open) = &mut self.open {
            open.push(glyph);
        }
    }

    fn goes_on(&self, open: &Open, glyph: &Glyph) -> bool {
        let gap = (glyph.left - open.last.right) / glyph.size;
        is_on_line(open.last.baseline, glyph)
            && (open.last.size - glyph.size).abs() < 0.1 * glyph.size
            && open.word.look.bold == glyph.look.bold
            && open.word.look.italic == glyph.look.italic
            && (-0.5..self.word_gap).contains(&gap)
    }

    /// An accent that is drawn over the letter before it.
    fn accent_last(&mut self, accent: &Glyph) -> bool {
        let Some(open) = &mut self.open else { return false };
        let Some(accented) = accented(accent, &open.last) else { return false };
        open.text.pop();
        open.last.right = open.word.left.max(open.last.left);
        open.push(&accented);
        true
    }

    fn end_word(&mut self) {
        if let Some(accent) = self.accent.take() {
            self.letter(&accent);
        }
        if let Some(open) = self.open.take() {
            self.words.push(open.word());
        }
    }
}

impl Open {
    fn at(glyph: &Glyph, is_spaced: bool, word_gap: f32) -> Self {
        let word = Word {
            text: Box::default(),
            left: glyph.left,
            right: glyph.left,
            baseline: glyph.baseline,
            size: glyph.size,
            look: glyph.look,
            is_spaced,
            least_gap: word_gap,
        };
        Self { word, text: String::new(), last: glyph.clone() }
    }

    fn push(&mut self, glyph: &Glyph) {
        match &glyph.letters {
            Letters::One(letter) => self.text.push(*letter),
            Letters::More(letters) => self.text.push_str(letters),
            Letters::Unknown => self.text.push(UNKNOWN),
        }
        self.word.left = self.word.left.min(glyph.left);
        self.word.right = self.word.right.max(glyph.right);
        self.last = glyph.clone();
    }

    fn word(self) -> Word {
        // Letters whose accents the file writes behind them are one letter, as it is in other formats.
        let text = if self.text.chars().any(is_combining_mark) { self.text.nfc().collect() } else { self.text };
        Word { text: text.into(), ..self.word }
    }
}

/// Bold that is made by drawing a letter twice, and the shadow of a headline.
fn is_drawn_again(last: &Glyph, glyph: &Glyph) -> bool {
    last.letters == glyph.letters
        && (last.left - glyph.left).abs() < 0.12 * glyph.size
        && (last.baseline - glyph.baseline).abs() < 0.12 * glyph.size
        && last.right - last.left > 0.2 * glyph.size
}

/// The letter under an accent that is drawn over it.
fn accented(accent: &Glyph, letter: &Glyph) -> Option<Glyph> {
    let mark = mark(&accent.letters)?;
    let Letters::One(base) = letter.letters else { return None };
    let base = match base {
        'ı' => 'i',
        'ȷ' => 'j',
        other => other,
    };
    let middle = f32::midpoint(accent.left, accent.right);
    let reach = 0.05 * letter.size;
    if !(letter.left - reach..=letter.right + reach).contains(&middle)
        || (accent.baseline - letter.baseline).abs() > 0.5 * letter.size
    {
        return None;
    }
    Some(Glyph { letters: Letters::One(barred(base, mark).or_else(|| compose(base, mark))?), ..letter.clone() })
}

fn barred(base: char, mark: char) -> Option<char> {
    match (base, mark) {
        ('l', '\u{337}') => Some('ł'),
        ('L', '\u{337}') => Some('Ł'),
        _ => None,
    }
}

/// The mark that an accent sets over a letter.
fn mark(letters: &Letters) -> Option<char> {
    let Letters::One(accent) = letters else { return None };
    Some(match accent {
        '`' => '\u{300}',
        '´' => '\u{301}',
        'ˆ' | '^' => '\u{302}',
        '˜' | '~' => '\u{303}',
        '¯' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30A}',
        '˝' => '\u{30B}',
        'ˇ' => '\u{30C}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        // The bar of a Polish l.
        '\u{337}' | '\u{338}' => '\u{337}',
        _ => return None,
    })
}
