//! Selecting by keys: everything, and from where one is by character, word or line.

use egui::{Key, Modifiers, Ui, vec2};

use super::column::{Column, SetBlock};
use super::cursor;
use super::selection::Selection;
use crate::model::Article;

/// How far one key moves the end of a selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Character,
    Word,
    Line,
}

/// Takes the keys that select, for the column that the reader turned to last. A selection that has not begun begins
/// at the first line in view.
pub fn select_by_keys(ui: &Ui, column: &mut Column, blocks: &[SetBlock]) {
    let Some(opened) = column.content().map(|content| content.opened.clone()) else { return };
    let article = &opened.article;
    if ui.ctx().text_edit_focused() {
        return;
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
        let all = article.paragraphs.first().zip(article.paragraphs.last());
        column.selection = all.map(|(first, last)| Selection { anchor: first.span.start, head: last.span.end });
    }
    let by_word = Modifiers::COMMAND | Modifiers::SHIFT;
    for (modifiers, key, step, forward) in [
        (by_word, Key::ArrowRight, Step::Word, true),
        (by_word, Key::ArrowLeft, Step::Word, false),
        (Modifiers::SHIFT, Key::ArrowRight, Step::Character, true),
        (Modifiers::SHIFT, Key::ArrowLeft, Step::Character, false),
        (Modifiers::SHIFT, Key::ArrowDown, Step::Line, true),
        (Modifiers::SHIFT, Key::ArrowUp, Step::Line, false),
    ] {
        for _ in 0..ui.input_mut(|input| input.count_and_consume_key(modifiers, key)) {
            let begun =
                column.selection.or_else(|| Some(Selection::at(blocks.iter().find_map(|block| block.span)?.start)));
            let Some(mut selection) = begun else { return };
            selection.head = moved(article, blocks, selection.head, step, forward);
            column.selection = Some(selection);
        }
    }
}

fn moved(article: &Article, blocks: &[SetBlock], from: usize, step: Step, forward: bool) -> usize {
    match step {
        Step::Character => character(&article.text, from, forward),
        Step::Word => word(&article.text, from, forward),
        Step::Line => line(blocks, from, forward).unwrap_or_else(|| paragraph(article, from, forward)),
    }
}

fn character(text: &str, from: usize, forward: bool) -> usize {
    let (before, after) = text.split_at(from.min(text.len()));
    if forward {
        from + after.chars().next().map_or(0, char::len_utf8)
    } else {
        from - before.chars().next_back().map_or(0, char::len_utf8)
    }
}

/// To the end of the word that follows, or to the beginning of the one before.
fn word(text: &str, from: usize, forward: bool) -> usize {
    let (before, after) = text.split_at(from.min(text.len()));
    if forward {
        let start = after.find(char::is_alphanumeric).unwrap_or(after.len());
        let rest = after.get(start..).unwrap_or("");
        from + start + rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len())
    } else {
        let end = before.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        end.trim_end_matches(char::is_alphanumeric).len()
    }
}

/// The byte a line lower or higher, among the lines in view.
fn line(blocks: &[SetBlock], from: usize, forward: bool) -> Option<usize> {
    let at = blocks.iter().position(|block| block.span.is_some_and(|span| span.start <= from && from <= span.end))?;
    let block = &blocks[at];
    let local = from - block.span?.start;
    let here = cursor::place_of(&block.galley, local);
    let y = if forward { here.bottom() + 2.0 } else { here.top() - 2.0 };
    if (0.0..=block.galley.rect.height()).contains(&y) {
        return Some(block.span?.start + cursor::byte_at(&block.galley, vec2(here.left(), y)));
    }
    let mut others: Box<dyn Iterator<Item = &SetBlock>> =
        if forward { Box::new(blocks[at + 1..].iter()) } else { Box::new(blocks[..at].iter().rev()) };
    let next = others.find(|block| block.span.is_some())?;
    let y = if forward { 2.0 } else { next.galley.rect.height() - 2.0 };
    Some(next.span?.start + cursor::byte_at(&next.galley, vec2(here.left(), y)))
}

/// The next edge of a paragraph, where the end of the selection has scrolled away.
fn paragraph(article: &Article, from: usize, forward: bool) -> usize {
    let edges = article.paragraphs.iter().flat_map(|paragraph| [paragraph.span.start, paragraph.span.end]);
    let found = if forward { edges.filter(|edge| *edge > from).min() } else { edges.filter(|edge| *edge < from).max() };
    found.unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_stepped_over_and_letters_never_cut() {
        let text = "né “wild” ox";
        let mut at = 0;
        let mut ends = Vec::new();
        while at < text.len() {
            at = word(text, at, true);
            ends.push(&text[..at]);
        }
        assert_eq!(ends, ["né", "né “wild", text]);
        assert_eq!(&text[word(text, text.len(), false)..], "ox");
        assert_eq!(character(text, 1, true), 3, "é is two bytes");
        assert_eq!(character(text, 0, false), 0);
    }
}
