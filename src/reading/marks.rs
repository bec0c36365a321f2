//! Quotation marks to pairs: where quoted words begin and end, whoever says them.
//!
//! Marks are judged by what they are and by what stands on both sides of them, so that a closing mark where an
//! opening one belongs, a mark missing at one end, straight marks and mixed ones all pair. Apostrophes, feet and
//! inches and decades are no marks.

use super::lexicon::{self, Form, Grammar};
use crate::model::{Article, Span};

/// Words between two quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The words, without the marks.
    pub inner: Span,
    /// The words with the marks.
    pub outer: Span,
    /// Index of the paragraph.
    pub paragraph: usize,
    /// Whether a closing mark was found.
    pub closed: bool,
    /// Whether the next paragraph opens with a mark again because the quotation goes on there.
    pub goes_on: bool,
    /// Whether it stands inside another run.
    pub nested: bool,
}

/// All runs of an article, in order of place; a nested run follows the one it stands in.
pub fn find(article: &Article) -> Vec<Run> {
    let mut runs = Vec::new();
    for (index, paragraph) in article.paragraphs.iter().enumerate() {
        let next = article.paragraphs.get(index + 1).map(|next| next.span.of(&article.text));
        let opens_again = next.is_some_and(|text| text.starts_with(['“', '"', '„', '«', '‘']));
        runs.extend(in_paragraph(paragraph.span.of(&article.text), paragraph.span.start, index, opens_again));
    }
    runs
}

/// What a mark looks like from both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lean {
    Opening,
    Closing,
    Either,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    end: usize,
    character: char,
    lean: Lean,
    before: Option<char>,
    after: Option<char>,
}

fn in_paragraph(text: &str, offset: usize, paragraph: usize, opens_again: bool) -> Vec<Run> {
    let marks = marks(text);
    if marks.is_empty() {
        return Vec::new();
    }
    let doubles: Vec<Mark> = marks.iter().copied().filter(|mark| is_double(mark.character)).collect();
    let mut pairs = pair_doubles(text, &doubles, opens_again);
    let singles: Vec<Mark> = marks.into_iter().filter(|mark| !is_double(mark.character)).collect();
    let inside = pair_singles(text, &singles, &pairs);
    pairs.extend(inside);
    pairs.sort_by_key(|pair| (pair.outer.start, std::cmp::Reverse(pair.outer.end)));
    let mut covered = 0;
    for pair in &mut pairs {
        pair.nested = pair.outer.start < covered;
        covered = covered.max(pair.outer.end);
        pair.paragraph = paragraph;
        pair.inner = Span::new(pair.inner.start + offset, pair.inner.end + offset);
        pair.outer = Span::new(pair.outer.start + offset, pair.outer.end + offset);
    }
    pairs
}

fn is_double(character: char) -> bool {
    matches!(character, '“' | '”' | '„' | '‟' | '"' | '«' | '»' | '＂' | '「' | '」')
}

fn is_single(character: char) -> bool {
    matches!(character, '‘' | '’' | '‚' | '‹' | '›' | '\'' | '`')
}

fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut before = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if is_double(character) || is_single(character) {
            let mut after = characters.peek().map(|&(_, next)| next);
            let mut end = at + character.len_utf8();
            let mut character = character;
            if matches!(character, '\'' | '`' | '‘' | '’') && after == Some(character) {
                // Two single marks for a double one.
                character = match character {
                    '‘' | '`' => '“',
                    '’' => '”',
                    _ => '"',
                };
                characters.next();
                after = characters.peek().map(|&(_, next)| next);
                end = characters.peek().map_or(text.len(), |&(next, _)| next);
            }
            if before == Some('=') {
                // An attribute of markup that was left in the text: its value is nobody's words.
                skip_value(character, &mut characters);
                before = Some(character);
                continue;
            }
            found.push(Mark { at, end, character, lean: lean(before, after), before, after });
        }
        before = Some(character);
    }
    found
}

fn skip_value(mark: char, characters: &mut std::iter::Peekable<std::str::CharIndices<'_>>) {
    for (_, character) in characters.by_ref() {
        if character == mark || character == '\n' {
            break;
        }
    }
}

fn lean(before: Option<char>, after: Option<char>) -> Lean {
    let opens = before.is_none_or(|c| c.is_whitespace() || "([{—–-/|>‘“'\"\u{200b}".contains(c));
    let closes = after.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}—–-/|<…’”'\"\u{200b}".contains(c));
    match (opens, closes) {
        (true, false) => Lean::Opening,
        (false, true) => Lean::Closing,
        _ => Lean::Either,
    }
}

/// Pairs double marks. Runs come with spans into `text` and no paragraph yet.
fn pair_doubles(text: &str, marks: &[Mark], opens_again: bool) -> Vec<Run> {
    let mut found = Vec::new();
    let mut open: Vec<Mark> = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        match turn(text, marks, index, &open) {
            Turn::Skip => found.extend(unopened(text, *mark, found.last(), marks.len(), &open)),
            Turn::Open => open.push(*mark),
            Turn::Reopen => {
                if let Some(lost) = open.pop() {
                    found.extend(unclosed(text, lost, mark.at, false));
                }
                open.push(*mark);
            }
            Turn::Close => {
                if let Some(opening) = open.pop() {
                    found.extend(closed(text, opening, *mark));
                }
            }
        }
    }
    if let Some(lost) = open.first() {
        found.retain(|run: &Run| run.outer.start > lost.at || run.outer.end <= lost.at);
        found.extend(unclosed(text, *lost, text.len(), opens_again));
    }
    found
}

enum Turn {
    Skip,
    Open,
    /// A new opening mark while one is open that nothing will close.
    Reopen,
    Close,
}

fn turn(text: &str, marks: &[Mark], index: usize, open: &[Mark]) -> Turn {
    let mark = marks[index];
    let opening_now = |last: &Mark| {
        let only_space = text.get(last.end..mark.at).is_some_and(|between| between.trim().is_empty());
        if only_space {
            Turn::Skip
        } else if open.len() == 1 && is_nested(marks, index) {
            Turn::Open
        } else {
            Turn::Reopen
        }
    };
    let is_inches = is_inches(text, mark);
    let Some(last) = open.last() else {
        let opens = match mark.character {
            '”' | '」' => mark.lean == Lean::Opening,
            '"' | '＂' => mark.lean != Lean::Closing && !is_inches,
            _ => mark.lean != Lean::Closing,
        };
        return if opens { Turn::Open } else { Turn::Skip };
    };
    match mark.character {
        '“' | '„' | '‟' | '「' => {
            let german = last.character == '„' && mark.lean != Lean::Opening;
            if german || mark.lean == Lean::Closing { Turn::Close } else { opening_now(last) }
        }
        '«' | '»' if last.character == mark.character => opening_now(last),
        '”' | '」' | '«' | '»' => Turn::Close,
        _ if is_inches && has_feet(text, mark) && index + 1 < marks.len() => Turn::Skip,
        _ if is_inches && last.character == '“' && marks.get(index + 1).is_some_and(|next| next.character == '”') => {
            Turn::Skip
        }
        _ if mark.lean == Lean::Opening => opening_now(last),
        _ => Turn::Close,
    }
}

/// Whether the opening mark at `index`, met while another is open, has closing marks ahead for both.
fn is_nested(marks: &[Mark], index: usize) -> bool {
    let closing = |mark: &&Mark| mark.lean == Lean::Closing || matches!(mark.character, '”' | '」');
    marks[index + 1..].iter().take(2).filter(closing).count() == 2
}

fn is_inches(text: &str, mark: Mark) -> bool {
    matches!(mark.character, '"') && mark.before.is_some_and(|c| c.is_ascii_digit()) && {
        word_before(text, mark).starts_with(|c: char| c.is_ascii_digit())
    }
}

fn has_feet(text: &str, mark: Mark) -> bool {
    word_before(text, mark).contains(['\'', '’', '′'])
}

/// The last few characters of the word that a mark follows.
fn word_before(text: &str, mark: Mark) -> &str {
    const REACH: usize = 8;
    let before = &text[..mark.at];
    let start = before.char_indices().rev().take(REACH).take_while(|(_, c)| !c.is_whitespace()).last();
    start.map_or("", |(at, _)| &before[at..])
}

fn closed(text: &str, opening: Mark, closing: Mark) -> Option<Run> {
    let words = text.get(opening.end..closing.at)?;
    let start = closing.at - words.trim_start().len();
    let end = start + words.trim().len();
    (end > start).then(|| run(Span::new(start, end), Span::new(opening.at, closing.end), true, false))
}

fn run(inner: Span, outer: Span, closed: bool, goes_on: bool) -> Run {
    Run { inner, outer, paragraph: 0, closed, goes_on, nested: false }
}

/// A run whose closing mark is missing: to the paragraph's end where nothing follows, else to the last end of a
/// sentence before the next opening mark; an attribution behind its last comma is no part of it.
fn unclosed(text: &str, opening: Mark, limit: usize, goes_on: bool) -> Option<Run> {
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
fn unopened(text: &str, closing: Mark, before: Option<&Run>, count: usize, open: &[Mark]) -> Option<Run> {
    let closes = closing.lean == Lean::Closing && closing.before.is_some_and(|c| ",.?!…".contains(c));
    let odd = closing.character == '”' || closing.character == '"' && count % 2 == 1;
    if !open.is_empty() || !closes || !odd || !attributes(text.get(closing.end..)?) {
        return None;
    }
    let floor = before.map_or(0, |run| run.outer.end);
    let words = text.get(floor..closing.at)?;
    let sentence = words.trim_end_matches(['.', '?', '!', '…']).rfind(['.', '?', '!']).map_or(0, |at| at + 1);
    let start = floor + sentence + words[sentence..].len() - words[sentence..].trim_start().len();
    let long = text.get(start..closing.at)?.split_whitespace().count() >= 3;
    long.then(|| run(Span::new(start, closing.at), Span::new(start, closing.end), true, false))
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

/// Words that begin with an apostrophe because letters are left out.
const ELIDED: [&str; 14] =
    ["em", "til", "till", "tis", "twas", "cause", "cuz", "bout", "round", "n", "nuff", "neath", "ere", "tude"];

/// Pairs single marks; both ends inside the same double run or both outside all.
fn pair_singles(text: &str, marks: &[Mark], doubles: &[Run]) -> Vec<Run> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < marks.len() {
        let opening = marks[index];
        index += 1;
        if !opens_single(text, opening) {
            continue;
        }
        if let Some(closing) = closing_single(marks, index, opening, doubles) {
            found.extend(closed(text, opening, marks[closing]));
            index = closing + 1;
        }
    }
    found
}

fn opens_single(text: &str, mark: Mark) -> bool {
    let begins = matches!(mark.character, '‘' | '‚' | '‹' | '\'' | '`') && mark.lean == Lean::Opening;
    let rest = &text[mark.end..];
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(8).collect::<String>().to_lowercase();
    let decade = word.starts_with(|c: char| c.is_ascii_digit()) && word.trim_end_matches('s').len() == 2;
    begins && !decade && !ELIDED.contains(&word.as_str()) && mark.after.is_some_and(|c| !c.is_whitespace())
}

/// The index of the mark that closes `opening`: the first that a sentence mark or no "s" precedes; else the last
/// that an "s" precedes (a plural's possessive looks the same).
fn closing_single(marks: &[Mark], from: usize, opening: Mark, doubles: &[Run]) -> Option<usize> {
    /// How many marks ahead are looked at; a longer search would cost more than it finds.
    const REACH: usize = 40;
    let level = |at: usize| doubles.iter().position(|run| run.inner.start <= at && at < run.inner.end);
    let home = level(opening.at);
    let mut doubtful = None;
    for (index, mark) in marks.iter().enumerate().skip(from).take(REACH) {
        if level(mark.at) != home {
            if home.is_some() {
                break;
            }
            continue;
        }
        if mark.lean == Lean::Opening && mark.character != '’' {
            break;
        }
        let closes = matches!(mark.character, '’' | '›' | '\'' | '‘')
            && mark.before.is_some_and(|c| !c.is_whitespace())
            && mark.after.is_none_or(|c| !c.is_alphanumeric());
        if !closes {
            continue;
        }
        let possessive = mark.before == Some('s') && mark.after.is_some_and(char::is_whitespace);
        if !possessive {
            return Some(index);
        }
        doubtful = Some(index);
    }
    doubtful
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::testing;

    fn check(text: &str, expected: &[&str]) {
        let article = testing::article(text);
        let found: Vec<&str> = find(&article).iter().map(|run| run.inner.of(&article.text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn straight_curly_and_mixed_marks_pair() {
        check("“Stay,” she said. \"Go,\" he said.", &["Stay,", "Go,"]);
        check("“Stay,\" she said. \"Go,” he said.", &["Stay,", "Go,"]);
        check("He calls it «la mer» and „das Meer“.", &["la mer", "das Meer"]);
    }

    #[test]
    fn a_closing_mark_may_open() {
        check("The motto\u{200a}—\u{200a}”Keep the lake clean.”", &["Keep the lake clean."]);
    }

    #[test]
    fn a_missing_mark_does_not_swallow_the_next() {
        check("“The dam holds, she said. “It always has,” he said.", &["The dam holds,", "It always has,"]);
        check("“The dam holds, said Ada Holm of Velm. “It has to.”", &["The dam holds,", "It has to."]);
        check(
            "“The dam holds. It has, in May. “It always has.”",
            &["The dam holds. It has, in May.", "It always has."],
        );
        check("She said, “The dam holds.", &["The dam holds."]);
    }

    #[test]
    fn apostrophes_feet_and_decades_are_no_marks() {
        check("The workers' boats of the '80s don't float 'til noon.", &[]);
        check("The board is 6'2\" long and the shelf 12\" deep.", &[]);
        check("Rock ’n’ roll of the ’90s", &[]);
    }

    #[test]
    fn single_marks_quote_and_nest() {
        check("She called it ‘the workers’ lake’ twice.", &["the workers’ lake"]);
        check("“He told me ‘go home’ and I went,” she said.", &["He told me ‘go home’ and I went,", "go home"]);
        check("‘He told me “go home” and I went,’ she said.", &["He told me “go home” and I went,", "go home"]);
    }
}
