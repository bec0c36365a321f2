//! Quotations that lack a mark at one end.

use super::mark::{Lean, Mark};
use super::{Run, run};
use crate::model::Span;
use crate::reading::lexicon::{self, Form, Grammar};

/// A run whose closing mark is missing: to the paragraph's end where nothing follows, else to the last end of a
/// sentence before the next opening mark; an attribution behind its last comma is no part of it.
pub fn closing(text: &str, opening: Mark, limit: usize, goes_on: bool) -> Option<Run> {
    let rest = text.get(opening.end..limit)?;
    let last = limit == text.len();
    let length = if last { rest.trim_end().len() } else { rest.rfind(['.', '?', '!', ',']).map_or(0, |at| at + 1) };
    let words = rest.get(..length)?;
    let length = if goes_on { length } else { without_attribution(words) };
    let start = opening.end + (words.len() - words.trim_start().len());
    let end = opening.end + length;
    (end > start + 1).then(|| run(Span::new(start, end), Span::new(opening.at, end), false, goes_on))
}

/// A run whose opening mark is missing: the sentence before a closing mark that an attribution follows.
pub fn opening(text: &str, closing: Mark, before: Option<&Run>, count: usize, open: &[Mark]) -> Option<Run> {
    let closes = closing.lean == Lean::Closing && closing.before.is_some_and(|c| ",.?!…".contains(c));
    let odd = closing.character == '”' || closing.character == '"' && count % 2 == 1;
    if !open.is_empty() || !closes || !odd || !attributes(text.get(closing.end..)?) {
        return None;
    }
    let floor = before.map_or(0, |run| run.outer.end);
    let words = text.get(floor..closing.at)?;
    let sentence = last_sentence(words);
    let start = floor + sentence + words[sentence..].len() - words[sentence..].trim_start().len();
    let long = text.get(start..closing.at)?.split_whitespace().count() >= 3;
    long.then(|| run(Span::new(start, closing.at), Span::new(start, closing.end), true, false))
}

/// Where the last sentence of the words begins.
fn last_sentence(words: &str) -> usize {
    const MARKS: usize = 40;
    const LETTERS: usize = 8;
    let ends = |at: usize| {
        let letters = words[..at].char_indices().rev().take(LETTERS).take_while(|(_, c)| !c.is_whitespace());
        let before = letters.last().map_or("", |(from, _)| &words[from..at]).to_lowercase();
        let short = lexicon::is_title_abbreviation(&before) || before.chars().count() == 1 || before.contains('.');
        !short && words[at + 1..].starts_with(char::is_whitespace)
    };
    let marks = words.char_indices().rev().filter(|(_, c)| matches!(c, '.' | '?' | '!'));
    marks.map(|(at, _)| at).take(MARKS).find(|&at| ends(at)).map_or(0, |at| at + 1)
}

/// Whether the words begin with an attribution: "said Holm", "she said", "the mayor of Velm told".
fn attributes(words: &str) -> bool {
    const REACH: usize = 6;
    let ends = |word: &&str| word.ends_with(['.', ';', '“', '"', '”']);
    let first = words.split_whitespace().take(REACH).collect::<Vec<_>>();
    let upto = first.iter().position(ends).map_or(first.len(), |at| at + 1);
    first[..upto].iter().any(|word| speaks(word.trim_end_matches(|c: char| !c.is_alphanumeric())))
}

/// Whether a word is a verb of speech in the past or the present.
fn speaks(word: &str) -> bool {
    let cue = lexicon::entry(&word.to_lowercase()).cue;
    cue.is_some_and(|cue| cue.grammar.is(Grammar::QUOTES) && matches!(cue.form, Form::Past | Form::Present))
}

/// The length of the words before ", she said." or ", said Ada Holm." at their end; all of it where there is none.
fn without_attribution(words: &str) -> usize {
    const LONGEST: usize = 8;
    let clause = words.trim_end_matches(['.', ' ']);
    let Some((at, mark)) = clause.char_indices().rev().find(|(_, c)| matches!(c, ',' | '?' | '!')) else {
        return words.len();
    };
    let behind: Vec<&str> = clause[at + mark.len_utf8()..].split_whitespace().collect();
    let speaks = |word: Option<&&str>| word.is_some_and(|word| speaks(word));
    let attributes = (2..=LONGEST).contains(&behind.len()) && (speaks(behind.first()) || speaks(behind.last()));
    if attributes { at + mark.len_utf8() } else { words.len() }
}
