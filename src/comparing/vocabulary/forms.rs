//! Spellings: words folded for matching, compounds taken apart.

use super::lexicon;
use crate::model::Span;

/// The word itself, or its parts where a hyphen joins words that the lexicon has only apart; each with its place.
pub(super) fn parts(token: &str, start: usize) -> Vec<Span> {
    if !token.contains(is_hyphen) || lexicon::look_up(&fold(token)).is_some() {
        return vec![Span::new(start, start + token.len())];
    }
    let mut found = Vec::new();
    let mut at = start;
    for piece in token.split(is_hyphen) {
        if !piece.is_empty() {
            found.push(Span::new(at, at + piece.len()));
        }
        at += piece.len();
        at += token[at - start..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}')
}

/// Lower case, without a possessive ending, hyphens and invisible characters; curly apostrophes straight.
pub(in crate::comparing) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in word.chars() {
        match character {
            'a'..='z' => folded.push(character),
            'A'..='Z' => folded.push(character.to_ascii_lowercase()),
            '’' => folded.push('\''),
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
            _ if is_hyphen(character) => {}
            _ => folded.extend(character.to_lowercase()),
        }
    }
    for ending in ["'s", "'"] {
        if let Some(rest) = folded.strip_suffix(ending) {
            folded.truncate(rest.len());
        }
    }
    folded
}
