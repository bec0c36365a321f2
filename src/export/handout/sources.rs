//! Who is quoted or named, and how each article introduces them.

use super::{Fill, paragraph_sign};
use crate::export::pair::Pair;
use crate::export::runs::{Look, Run};
use crate::export::sheet::{Cell, Manner, Row, Table, Words};
use crate::model::{Quotation, Referent, Side, Source, SourceKind, SourceSide};

/// A sheet holds no more of them than these.
const MOST_SOURCES: usize = 10;

/// Those whom the articles name and let speak: of both articles first.
pub fn all<'p>(pair: &'p Pair) -> Vec<&'p Source> {
    let named = pair.comparison().sources.iter().filter(|source| is_named(pair, source));
    let speaks = |source: &&Source| source.sides.left.speaks() || source.sides.right.speaks();
    let (shared, lone): (Vec<&Source>, Vec<&Source>) = named.filter(speaks).partition(|source| source.is_shared());
    shared.into_iter().chain(lone).take(MOST_SOURCES).collect()
}

/// Whether an article calls it by a name, and it can speak.
pub fn is_named(pair: &Pair, source: &Source) -> bool {
    let named_by = |side: Side| {
        let referents = &pair.readings().get(side).referents;
        source.sides.get(side).referents.iter().filter_map(|index| referents.get(*index)).any(Referent::is_named)
    };
    !matches!(source.kind, SourceKind::Anonymous | SourceKind::Place) && Side::BOTH.into_iter().any(named_by)
}

/// A row a source.
pub fn table(pair: &Pair, sources: &[&Source], fill: Fill) -> Table {
    let mut table = Table::new(&[("Source", 26), ("Left article", 37), ("Right article", 37)]);
    for source in sources {
        let name = Run { text: source.name.clone(), look: Look::Bold };
        let mut cells = vec![Cell::of(vec![Words { manner: Manner::Text, runs: vec![name] }])];
        for side in Side::BOTH {
            cells.push(match fill {
                Fill::Blank => Cell::empty(2),
                Fill::Filled | Fill::Key => told(pair, side, source.sides.get(side)),
            });
        }
        table.rows.push(Row::Cells(cells));
    }
    table
}

/// "Introduced as “the mayor”. Quoted: 21 words, ¶¶ 3, 7."
fn told(pair: &Pair, side: Side, found: &SourceSide) -> Cell {
    if found.is_empty() {
        return Cell::of(vec![Words::small(Look::Plain, "Not named.")]);
    }
    let introductions = introductions(pair, side, found);
    let introduced = match introductions.as_slice() {
        [] => "Named without an introduction.".to_owned(),
        all => {
            format!("Introduced as {}.", all.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>().join(", "))
        }
    };
    Cell::of(vec![Words::small(Look::Plain, &introduced), Words::small(Look::Plain, &spoken(pair, side, found))])
}

/// As they stand, each once.
fn introductions(pair: &Pair, side: Side, found: &SourceSide) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for span in &found.introductions {
        let words = pair.words(side, *span).split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() && !all.contains(&words) {
            all.push(words);
        }
    }
    all
}

/// How much of its words the article has, and where.
pub fn spoken(pair: &Pair, side: Side, found: &SourceSide) -> String {
    let readings = pair.readings();
    let reading = readings.get(side);
    let quoted = found.quotations.iter().filter_map(|index| reading.quotations.get(*index)).map(Quotation::extent);
    let reported =
        found.statements.iter().filter_map(|index| reading.statements.get(*index)).map(|statement| statement.span);
    let numbers = |starts: Vec<usize>| {
        let mut numbers: Vec<usize> = starts.into_iter().filter_map(|at| pair.paragraph_number(side, at)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        match numbers.as_slice() {
            [] => String::new(),
            some => format!(", {}", paragraph_sign(some)),
        }
    };
    let quoted = numbers(quoted.map(|span| span.start).collect());
    let reported = numbers(reported.map(|span| span.start).collect());
    match (found.words_quoted, found.statements.len()) {
        (0, 0) => "Not quoted.".to_owned(),
        (0, _) => format!("Reported, not quoted{reported}."),
        (1, _) => format!("Quoted: 1 word{quoted}."),
        (words, _) => format!("Quoted: {words} words{quoted}."),
    }
}
