//! What two articles share as a table for a spreadsheet: a row a link, by RFC 4180, in UTF-8 with a byte order mark.

use super::pair::Pair;
use crate::model::{Comparison, Link, Side, Sides, Span};

const COLUMNS: [&str; 15] = [
    "number",
    "kind",
    "label",
    "why",
    "score",
    "wording",
    "source",
    "theme",
    "left paragraph",
    "left words",
    "right paragraph",
    "right words",
    "left article",
    "right article",
    "notes",
];

/// The links, strongest first, then those that the reader drew.
pub fn links(pair: &Pair) -> String {
    // Without the mark a spreadsheet takes UTF-8 for an old code page.
    let mut table = String::from("\u{feff}");
    row(&mut table, &COLUMNS.map(str::to_owned));
    let comparison = pair.comparison();
    for (index, link) in comparison.links.iter().enumerate() {
        row(&mut table, &found(pair, comparison, index, link));
    }
    for (index, (spans, label)) in pair.drawn().into_iter().enumerate() {
        row(&mut table, &drawn(pair, comparison.links.len() + index, spans, label));
    }
    table
}

fn found(pair: &Pair, comparison: &Comparison, index: usize, link: &Link) -> [String; 15] {
    let [left_paragraph, left, right_paragraph, right, left_article, right_article] = passages(pair, link.spans);
    let source = link.source.and_then(|source| comparison.sources.get(source));
    let theme = link.theme.and_then(|theme| comparison.themes.get(theme));
    let notes: Vec<&str> = pair.notes_on_link(link).map(|note| note.text.as_str()).collect();
    [
        (index + 1).to_string(),
        link.kind.name().to_owned(),
        link.label.clone(),
        link.whole_reason().into_owned(),
        format!("{:.3}", link.score.clamp(0.0, 1.0)),
        link.wording.map(wording_name).unwrap_or_default().to_owned(),
        source.map(|source| source.name.clone()).unwrap_or_default(),
        theme.map(|theme| theme.label.clone()).unwrap_or_default(),
        left_paragraph,
        left,
        right_paragraph,
        right,
        left_article,
        right_article,
        notes.join("\n"),
    ]
}

fn drawn(pair: &Pair, index: usize, spans: Sides<Span>, label: &str) -> [String; 15] {
    let [left_paragraph, left, right_paragraph, right, left_article, right_article] = passages(pair, spans);
    let none = String::new;
    [
        (index + 1).to_string(),
        "drawn by hand".to_owned(),
        label.to_owned(),
        none(),
        none(),
        none(),
        none(),
        none(),
        left_paragraph,
        left,
        right_paragraph,
        right,
        left_article,
        right_article,
        none(),
    ]
}

fn passages(pair: &Pair, spans: Sides<Span>) -> [String; 6] {
    let number = |side: Side| {
        pair.paragraph_number(side, spans.get(side).start).map(|number| number.to_string()).unwrap_or_default()
    };
    let words = |side: Side| pair.words(side, *spans.get(side)).to_owned();
    [
        number(Side::Left),
        words(Side::Left),
        number(Side::Right),
        words(Side::Right),
        pair.name(Side::Left),
        pair.name(Side::Right),
    ]
}

fn wording_name(wording: crate::model::Wording) -> &'static str {
    use crate::model::Wording;
    match wording {
        Wording::Same => "same",
        Wording::Elided => "elided",
        Wording::Bracketed => "bracketed",
        Wording::Altered => "altered",
        Wording::Different => "different",
    }
}

fn row(table: &mut String, cells: &[String; 15]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            table.push(',');
        }
        table.push_str(&quoted(cell));
    }
    table.push_str("\r\n");
}

/// A cell as the standard wants it; one that a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let guard = if is_formula { "'" } else { "" };
    if is_formula || cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
        return format!("\"{guard}{}\"", cell.replace('"', "\"\""));
    }
    cell.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_run() {
        let check = |cell: &str, expected: &str| assert_eq!(quoted(cell), expected);
        check("the weir", "the weir");
        check("the weir, “old”", "\"the weir, “old”\"");
        check("a \"weir\"\nand a mill", "\"a \"\"weir\"\"\nand a mill\"");
        check("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
        for cell in ["+1", "-1", "@x", "\tx", "＝1"] {
            check(cell, &format!("\"'{cell}\""));
        }
    }
}
