//! A sheet for a class: both articles' passages by theme in two columns, who is quoted where, what only one article has;
//! filled in, or blank with an answer key on a page of its own.

mod only;
mod passages;
mod sources;

use super::citation::Form;
use super::pair::Pair;
use super::runs::{Look, Run};
use super::sheet::{Block, Cell, Manner, Row, Sheet, Table, Words};
use crate::model::Side;

/// Whether a part is there to be read or to be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fill {
    /// Filled in, with room for what a reader makes of it.
    Filled,
    /// To be filled in.
    Blank,
    /// Filled in, as the answer key has it.
    Key,
}

/// The handout of two articles; `form` adds their citations.
pub fn sheet(pair: &Pair, is_blank: bool, form: Option<Form>) -> Sheet {
    let mut blocks = vec![heading(1, "Two articles side by side", false), name_line()];
    blocks.push(articles(pair, form));
    blocks.extend(parts(pair, if is_blank { Fill::Blank } else { Fill::Filled }));
    if is_blank {
        blocks.push(heading(1, "Answer key", true));
        blocks.extend(parts(pair, Fill::Key));
    }
    Sheet { title: pair.title(), blocks }
}

fn parts(pair: &Pair, fill: Fill) -> Vec<Block> {
    let themes = passages::by_theme(pair);
    let mut blocks = vec![heading(2, "What both are about", false)];
    if themes.is_empty() {
        blocks.push(Block::Words(Words::text("No passage of one was found to belong to a passage of the other.")));
    } else {
        blocks.push(Block::Table(passages::table(&themes, fill)));
    }
    let sources = sources::all(pair);
    if !sources.is_empty() {
        blocks.push(heading(2, "Who is named, and how", false));
        blocks.push(Block::Table(sources::table(pair, &sources, fill)));
    }
    blocks.push(heading(2, "What only one article has", false));
    blocks.push(Block::Table(only::table(pair, fill)));
    blocks
}

fn heading(level: u8, text: &str, breaks_page: bool) -> Block {
    Block::Heading { level, text: text.to_owned(), breaks_page }
}

fn name_line() -> Block {
    let line = |length: usize| "_".repeat(length);
    Block::Words(Words::small(Look::Plain, &format!("Name {}   Class {}   Date {}", line(34), line(12), line(16))))
}

fn articles(pair: &Pair, form: Option<Form>) -> Block {
    let mut table = two_columns();
    table.rows.push(Row::Cells(Side::BOTH.map(|side| article(pair, side, form)).to_vec()));
    Block::Table(table)
}

fn two_columns() -> Table {
    Table::new(&[("Left article", 50), ("Right article", 50)])
}

/// Its title, who wrote it, where and when; what is not known is said to be.
fn article(pair: &Pair, side: Side, form: Option<Form>) -> Cell {
    let known = pair.described(side);
    let title = Run { text: pair.name(side), look: Look::Bold };
    let by = known.byline.as_deref().map_or_else(|| "no author named".to_owned(), |byline| format!("by {byline}"));
    let date = known.date.as_deref().map_or_else(|| "no date".to_owned(), super::citation::long_date);
    let of = [Some(by), known.publication, Some(date)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let mut words = vec![Words { manner: Manner::Text, runs: vec![title] }, Words::small(Look::Plain, &of)];
    words.extend(form.map(|form| Words { manner: Manner::Small, runs: pair.cited(side, form) }));
    Cell::of(words)
}

/// What that article alone is about, each with its paragraphs.
pub(super) fn only_themes(pair: &Pair, side: Side) -> Vec<String> {
    only::themes(pair, side)
}

/// Who speaks in that article alone, each with how much is quoted.
pub(super) fn only_speakers(pair: &Pair, side: Side) -> Vec<String> {
    only::speakers(pair, side)
}

/// "¶ 7", "¶¶ 3, 7".
fn paragraph_sign(numbers: &[usize]) -> String {
    let listed: Vec<String> = numbers.iter().map(usize::to_string).collect();
    match numbers {
        [] => String::new(),
        [_] => format!("¶\u{a0}{}", listed.concat()),
        _ => format!("¶¶\u{a0}{}", listed.join(", ")),
    }
}
