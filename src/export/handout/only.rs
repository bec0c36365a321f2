//! What one article has and the other has not: themes, and people who speak.

use super::{Fill, paragraph_sign, sources, two_columns};
use crate::export::pair::Pair;
use crate::export::runs::{Look, Run};
use crate::export::sheet::{Cell, Manner, Row, Table, Words};
use crate::model::Side;

/// A sheet has room for no more of each sort.
const MOST_OF_A_SORT: usize = 6;

/// Two columns.
pub fn table(pair: &Pair, fill: Fill) -> Table {
    let mut table = two_columns();
    let cells = Side::BOTH.map(|side| if fill == Fill::Blank { Cell::empty(6) } else { found(pair, side) });
    table.rows.push(Row::Cells(cells.to_vec()));
    table
}

fn found(pair: &Pair, side: Side) -> Cell {
    let mut words = Vec::new();
    listed(&mut words, "Only here it is about", &themes(pair, side));
    listed(&mut words, "Only here speak", &speakers(pair, side));
    if words.is_empty() {
        words.push(Words::small(Look::Plain, "Nothing was found that only this article has."));
    }
    Cell::of(words)
}

fn listed(words: &mut Vec<Words>, title: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    words.push(Words { manner: Manner::Small, runs: vec![Run { text: title.to_owned(), look: Look::Bold }] });
    words.extend(items.iter().map(|item| Words::small(Look::Plain, &format!("– {item}"))));
}

pub fn themes(pair: &Pair, side: Side) -> Vec<String> {
    let own = pair
        .comparison()
        .themes
        .iter()
        .filter(|theme| theme.paragraphs.get(side.other()).is_empty() && !theme.paragraphs.get(side).is_empty());
    let paragraphs = &pair.articles().get(side).paragraphs;
    let line = |theme: &crate::model::Theme| {
        let starts = theme.paragraphs.get(side).iter().filter_map(|index| paragraphs.get(*index));
        let numbers: Vec<usize> =
            starts.filter_map(|paragraph| pair.paragraph_number(side, paragraph.span.start)).collect();
        format!("{} {}", theme.label, paragraph_sign(&numbers)).trim_end().to_owned()
    };
    own.take(MOST_OF_A_SORT).map(line).collect()
}

pub fn speakers(pair: &Pair, side: Side) -> Vec<String> {
    let byline = pair.described(side).byline.unwrap_or_default();
    let own = pair.comparison().sources.iter().filter(|source| {
        // Who wrote the article speaks all through it.
        !byline.contains(&source.name)
            && sources::is_named(pair, source)
            && source.sides.get(side.other()).is_empty()
            && source.sides.get(side).speaks()
    });
    let line = |source: &crate::model::Source| {
        let spoken = sources::spoken(pair, side, source.sides.get(side));
        format!("{}: {}", source.name, spoken.trim_end_matches('.').to_lowercase())
    };
    own.take(MOST_OF_A_SORT).map(line).collect()
}
