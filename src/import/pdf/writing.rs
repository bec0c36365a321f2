//! Blocks to the paragraphs of an article: what columns and pages part is joined, notes go behind the text.

use crate::import::draft::Draft;
use crate::model::{Role, Style};

use super::blocks::{Block, ends_sentence, starts_item};
use super::hyphens::Spelling;
use super::lines::Line;
use super::measures::Measures;
use super::roles::{Kind, is_raised, starts_note};
use super::words::{Word, is_right_to_left};

/// Writes the blocks into the draft, in their order.
pub fn write(blocks: Vec<Block>, kinds: &[Kind], measures: &Measures, draft: &mut Draft) {
    let writer = Writer { spelling: spelling(&blocks), measures, notes: notes(&blocks, kinds) };
    let (mut text, mut notes) = (Vec::new(), Vec::new());
    for (kind, lines) in joined(blocks, kinds) {
        if kind == Kind::Footnote { notes.push((kind, lines)) } else { text.push((kind, lines)) }
    }
    for (kind, lines) in text.iter().chain(&notes) {
        writer.block(*kind, lines, draft);
    }
}

fn spelling(blocks: &[Block]) -> Spelling {
    let mut spelling = Spelling::default();
    for line in blocks.iter().flat_map(|block| &block.lines) {
        if let [_, inner @ .., _] = line.words.as_slice() {
            spelling.note(inner.iter().map(|word| &*word.text));
        }
    }
    spelling
}

fn notes(blocks: &[Block], kinds: &[Kind]) -> Vec<Box<str>> {
    let notes = blocks.iter().zip(kinds).filter(|(_, kind)| **kind == Kind::Footnote);
    let marks = notes.flat_map(|(block, _)| &block.lines).filter(|line| starts_note(line));
    marks.filter_map(|line| line.words.first()).map(|word| word.text.clone()).collect()
}

/// The blocks with those joined that one paragraph was parted into, by a column's end or by a picture.
fn joined(blocks: Vec<Block>, kinds: &[Kind]) -> Vec<(Kind, Vec<Line>)> {
    let mut joined: Vec<(Kind, Block)> = Vec::new();
    for (at, (block, kind)) in blocks.into_iter().zip(kinds).enumerate() {
        let open = joined.iter().rposition(|(kind, _)| !kind.interrupts()).filter(|_| at > 0);
        let goes_on = open.filter(|open| {
            let (open_kind, open_block) = &joined[*open];
            let is_parted = open_block.region != block.region || *open + 1 < joined.len();
            is_parted && goes_on((*open_kind, open_block), (*kind, &block))
        });
        match goes_on {
            Some(open) => {
                let (_, open) = &mut joined[open];
                (open.column, open.page, open.region) = (block.column, block.page, block.region);
                open.lines.extend(block.lines);
            }
            None => joined.push((*kind, block)),
        }
    }
    joined.into_iter().map(|(kind, block)| (kind, block.lines)).collect()
}

/// Whether the paragraph that ends a column goes on at the top of another.
fn goes_on((open_kind, open): (Kind, &Block), (kind, block): (Kind, &Block)) -> bool {
    let (Some(last), Some(first)) = (open.last(), block.first()) else { return false };
    let (Some(end), Some(start)) = (last.words.last(), first.words.first()) else { return false };
    let can_go_on = matches!(kind, Kind::Body | Kind::BlockQuote | Kind::ListItem)
        && !matches!(open_kind, Kind::Title | Kind::Heading);
    if !can_go_on || (last.size - first.size).abs() > 0.08 * last.size || (starts_item(first) && ends_sentence(last)) {
        return false;
    }
    let is_indented = first.left - block.column.0 > 0.8 * first.size
        && block.lines.get(1).is_none_or(|second| second.left < first.left - 0.5 * first.size);
    let is_full = last.right + 0.3 * last.size + (start.right - start.left) > open.column.1 - 0.3 * last.size;
    let is_cut = end.text.ends_with(['-', '\u{AD}', '‐']) && start.text.starts_with(char::is_lowercase);
    let is_mid_sentence = !ends_sentence(last) && !start.text.starts_with(char::is_uppercase);
    let is_same = kind == open_kind || block.lines.len() == 1 || open.lines.len() == 1;
    is_cut || (is_mid_sentence && !is_indented) || (is_same && is_full && !is_indented)
}

struct Writer<'m> {
    spelling: Spelling,
    /// The numbers of the notes.
    notes: Vec<Box<str>>,
    measures: &'m Measures,
}

impl Writer<'_> {
    fn block(&self, kind: Kind, lines: &[Line], draft: &mut Draft) {
        let all = || lines.iter().flat_map(|line| &line.words);
        let is_italic = all().filter(|word| self.measures.is_italic(word)).count() * 10 > all().count() * 8;
        let mut words: Vec<Written> = Vec::new();
        for line in lines {
            self.line(line, &mut words);
        }
        let has_mark = match kind {
            Kind::ListItem => starts_item,
            Kind::Footnote => starts_note,
            _ => |_: &Line| false,
        };
        if lines.first().is_some_and(has_mark) {
            drop_first(&mut words);
        }
        let mut is_open = false;
        for word in words {
            let is_emphasised = word.is_italic && !is_italic;
            if is_open && !is_emphasised {
                draft.close_style(Style::Emphasis);
            }
            draft.words(word.before);
            if is_emphasised && !is_open {
                draft.open_style(Style::Emphasis);
            }
            is_open = is_emphasised;
            draft.words(&word.text);
        }
        if is_open {
            draft.close_style(Style::Emphasis);
        }
        draft.end_block(role(kind));
    }

    fn line(&self, line: &Line, written: &mut Vec<Written>) {
        for (at, word) in in_writing_order(line).into_iter().enumerate() {
            let raised = raised_digits(line, word.word);
            // Its number says where a note belongs; the note itself stands behind the text.
            if raised.is_some() && self.notes.contains(&word.word.text) {
                continue;
            }
            let text = raised.unwrap_or(word.text);
            let mut before = if written.is_empty() || (at > 0 && word.is_joined) { "" } else { " " };
            if at == 0
                && let Some(last) = written.last_mut()
            {
                let is_hyphenated = last.text.len() > 1 && last.text.ends_with(['-', '‐']);
                if last.text.ends_with('\u{AD}') {
                    last.text.pop();
                    before = "";
                } else if is_hyphenated {
                    // The word may have been written in two parts, in two fonts.
                    if self.spelling.is_soft(&last.text, &text) {
                        last.text.pop();
                    }
                    before = if text.starts_with(char::is_alphanumeric) { "" } else { before };
                } else if is_tight_dash(&last.text, &text)
                    || is_spaceless(last.text.chars().next_back()) && is_spaceless(text.chars().next())
                {
                    before = "";
                }
            }
            written.push(Written { before, text, is_italic: self.measures.is_italic(word.word) });
        }
    }
}

/// A dash between words that has no space on one side has none on the other.
fn is_tight_dash(before: &str, after: &str) -> bool {
    let is_tight = |dash: Option<char>, beside: Option<char>| dash == Some('—') && beside.is_some_and(|one| one != '—');
    is_tight(before.chars().next_back(), before.chars().nth_back(1))
        || is_tight(after.chars().next(), after.chars().nth(1))
}

struct Written {
    before: &'static str,
    text: String,
    is_italic: bool,
}

struct Ordered<'w> {
    word: &'w Word,
    text: String,
    /// Whether no space parts it from the word before it.
    is_joined: bool,
}

/// The words of a line as they are read: from right to left where most of it is written so.
fn in_writing_order(line: &Line) -> Vec<Ordered<'_>> {
    let letters = || line.words.iter().flat_map(|word| word.text.chars()).filter(|letter| letter.is_alphabetic());
    let is_leftward = letters().filter(|letter| is_right_to_left(*letter)).count() * 2 > letters().count();
    let mut ordered: Vec<Ordered<'_>> = Vec::new();
    for (at, word) in line.words.iter().enumerate() {
        let is_joined = at.checked_sub(1).is_some_and(|before| line.words[before].goes_on_in(word));
        let text = if is_leftward && word.text.chars().any(is_right_to_left) {
            word.text.chars().rev().collect()
        } else {
            word.text.to_string()
        };
        ordered.push(Ordered { word, text, is_joined });
    }
    if is_leftward {
        let joined: Vec<bool> = ordered.iter().skip(1).map(|word| word.is_joined).chain([false]).collect();
        for (word, is_joined) in ordered.iter_mut().zip(joined) {
            word.is_joined = is_joined;
        }
        ordered.reverse();
    }
    ordered
}

/// Whether lines of such letters are wrapped without spaces.
fn is_spaceless(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| matches!(letter, '\u{3000}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}'))
}

/// The number of a note, raised behind a word, as raised digits.
fn raised_digits(line: &Line, word: &Word) -> Option<String> {
    if !is_raised(line, word) || word.text.len() > 3 || std::ptr::eq(word, line.words.first()?) {
        return None;
    }
    let raise = |digit: char| digit.to_digit(10).and_then(|digit| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(digit as usize));
    word.text.chars().map(raise).collect()
}

/// The mark or number before an item of a list or a note is not in its words, as it is not in other formats.
fn drop_first(words: &mut Vec<Written>) {
    if words.len() > 1 {
        words.remove(0);
        words[0].before = "";
    }
}

fn role(kind: Kind) -> Option<Role> {
    match kind {
        Kind::Title => Some(Role::Title),
        Kind::Heading => Some(Role::Heading),
        Kind::BlockQuote => Some(Role::BlockQuote),
        Kind::ListItem => Some(Role::ListItem),
        Kind::Caption => Some(Role::Caption),
        // The reading knows bylines, bios and tag lines by their words.
        Kind::Body | Kind::Footnote => None,
    }
}
