//! A wording as words, with what stands in brackets and where an ellipsis leaves something out.

use super::super::overlap::words::{self, Pieces};
use crate::model::Span;

/// A word of a wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Where it stands, a bracket inside it included: "[T]he".
    pub span: Span,
    /// The hash of its folded form.
    pub key: u64,
    /// Whether brackets say that the one who quotes put it in, or changed it.
    pub bracketed: bool,
    /// Whether it stands in round brackets, which some papers use for the same.
    pub aside: bool,
}

/// A wording's words and the marks that bear on faithfulness.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Items {
    /// In order of place.
    pub words: Vec<Item>,
    /// Index of the word before which each ellipsis stands.
    pub ellipses: Vec<usize>,
}

/// The longest bracket that is taken for one, in bytes.
const LONGEST_BRACKET: usize = 160;

impl Items {
    /// Reads a wording.
    pub fn new(text: &str) -> Self {
        let mut items = Self::default();
        let mut plain = 0;
        let mut at = 0;
        while let Some(character) = text[at..].chars().next() {
            let length = if let Some(length) = ellipsis(&text[at..]) {
                items.plain(text, plain, at, false);
                items.ellipses.push(items.words.len());
                Some(length)
            } else if let Some(inside) = bracket(&text[at..]) {
                items.plain(text, plain, at, false);
                Some(items.bracket(text, at, inside))
            } else if let Some(inside) = round_bracket(&text[at..]) {
                items.plain(text, plain, at, false);
                if ellipsis(inside) == Some(inside.len()) {
                    items.ellipses.push(items.words.len());
                }
                items.plain(text, at + 1, at + 1 + inside.len(), true);
                Some(inside.len() + 2)
            } else {
                None
            };
            at += length.unwrap_or(character.len_utf8());
            if length.is_some() {
                plain = at;
            }
        }
        items.plain(text, plain, text.len(), false);
        items.ellipses.dedup();
        items
    }

    /// Whether an ellipsis stands before one of these words or after the last of them.
    pub fn elides(&self, from: usize, to: usize) -> bool {
        self.ellipses.iter().any(|at| (from..=to).contains(at))
    }

    /// The folded forms, for comparing.
    pub fn keys(&self) -> Vec<u64> {
        self.words.iter().map(|item| item.key).collect()
    }

    fn plain(&mut self, text: &str, from: usize, to: usize, aside: bool) {
        let mut pieces = Pieces::default();
        words::fold(&text[from..to], from, &mut pieces);
        for (key, place) in pieces.hashes.iter().zip(&pieces.places) {
            let span = Span::new(place.0 as usize, place.1 as usize);
            self.words.push(Item { span, key: *key, bracketed: false, aside });
        }
    }

    /// Reads the bracket at `at`; gives how many bytes it and the rest of its word take.
    fn bracket(&mut self, text: &str, at: usize, inside: &str) -> usize {
        let length = inside.len() + 2;
        let content = inside.trim();
        if content.eq_ignore_ascii_case("sic") || content.is_empty() {
            return length;
        }
        if ellipsis(content) == Some(content.len()) {
            self.ellipses.push(self.words.len());
            return length;
        }
        let after = &text[at + length..];
        let letters = content.chars().all(char::is_alphabetic);
        let rest: usize = after.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
        let before = self.words.last().copied().filter(|word| word.span.end == at && letters);
        if letters && (rest > 0 || before.is_some()) {
            // "[T]he", "walk[ed]", "un[der]stood": one word, changed within.
            let start = before.map_or(at, |word| word.span.start);
            if before.is_some() {
                self.words.pop();
            }
            let whole = format!("{}{content}{}", &text[start..at], &after[..rest]);
            let mut pieces = Pieces::default();
            words::fold(&whole, 0, &mut pieces);
            let span = Span::new(start, at + length + rest);
            self.words.extend(pieces.hashes.first().map(|key| Item { span, key: *key, bracketed: true, aside: false }));
            return length + rest;
        }
        let first = self.words.len();
        self.plain(text, at + 1, at + 1 + inside.len(), false);
        for word in &mut self.words[first..] {
            word.bracketed = true;
        }
        length
    }
}

/// The bytes of an ellipsis that begins here: "…", "...", ". . .", with a fourth point at a sentence's end.
pub fn ellipsis(text: &str) -> Option<usize> {
    let (mut points, mut end) = (0, 0);
    for (at, character) in text.char_indices() {
        match character {
            '.' => points += 1,
            '…' => points += 3,
            ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}' if at == end => continue,
            _ => break,
        }
        if at > end + 2 {
            break;
        }
        end = at + character.len_utf8();
    }
    (points >= 3).then_some(end)
}

/// What the square bracket that begins here holds.
fn bracket(text: &str) -> Option<&str> {
    enclosed(text, '[', ']')
}

/// What the round bracket that begins here holds.
fn round_bracket(text: &str) -> Option<&str> {
    enclosed(text, '(', ')')
}

fn enclosed(text: &str, open: char, close: char) -> Option<&str> {
    let inside = text.strip_prefix(open)?;
    let end = inside.find([open, close, '\n'])?;
    (end <= LONGEST_BRACKET && inside[end..].starts_with(close)).then(|| &inside[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &[&str], bracketed: &[bool], ellipses: &[usize]) {
        let items = Items::new(text);
        let found: Vec<&str> = items.words.iter().map(|item| item.span.of(text)).collect();
        assert_eq!(found, words);
        let found: Vec<bool> = items.words.iter().map(|item| item.bracketed).collect();
        assert_eq!(found, bracketed, "{text}");
        assert_eq!(items.ellipses, ellipses, "{text}");
    }

    #[test]
    fn brackets_inside_words() {
        check("[T]he boat", &["[T]he", "boat"], &[true, false], &[]);
        check("he walk[ed] on", &["he", "walk[ed]", "on"], &[false, true, false], &[]);
        check("[the mayor] left [sic] early", &["the", "mayor", "left", "early"], &[true, true, false, false], &[]);
    }

    #[test]
    fn ellipses() {
        check("we … go", &["we", "go"], &[false; 2], &[1]);
        check("we go. . . . Then", &["we", "go", "Then"], &[false; 3], &[2]);
        check("we [...] go....", &["we", "go"], &[false; 2], &[1, 2]);
        check("we go. Then", &["we", "go", "Then"], &[false; 3], &[]);
    }
}
