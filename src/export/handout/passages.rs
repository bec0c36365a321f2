//! Passages of both articles that belong together, by theme.

use super::{Fill, paragraph_sign, two_columns};
use crate::export::pair::Pair;
use crate::export::passages::first_words;
use crate::export::runs::{Look, Run};
use crate::export::sheet::{Cell, Manner, Row, Table, Words};
use crate::model::{Link, LinkKind, Side, Sides, Span};

/// Passages under one heading.
pub struct Theme {
    label: String,
    rows: Vec<Together>,
}

/// Two passages and why they stand together.
struct Together {
    source: Option<String>,
    passages: Sides<Words>,
    why: String,
}

impl Theme {
    /// Its label; of what is of no theme, with the names of those whom both quote or name.
    fn heading(&self) -> String {
        let names: Vec<String> = self.rows.iter().filter_map(|row| row.source.clone()).collect();
        match names.as_slice() {
            [] => self.label.clone(),
            _ if self.label != NO_THEME => self.label.clone(),
            names => format!("{NO_THEME}: {}", crate::model::listed(names)),
        }
    }
}

/// A handout is for one lesson: no more headings, and no more passages under one, than these.
const MOST_THEMES: usize = 6;
const MOST_ROWS: usize = 2;
/// Weaker links than this are left to the window: names that both happen to have.
const LEAST_SCORE: f32 = 0.25;
/// A passage is quoted with no more words than these.
const MOST_WORDS: usize = 45;
/// What stands before a passage in its sentence is quoted too, if it is no longer than this.
const MOST_LEAD_BYTES: usize = 120;
/// The heading over what no theme of both articles holds.
const NO_THEME: &str = "Also in both";

/// The strongest links that stand in paragraphs of a theme, theme by theme; those of none come last. No passage is
/// shown twice.
pub fn by_theme(pair: &Pair) -> Vec<Theme> {
    let mut themes: Vec<Theme> = Vec::new();
    let mut rest = Theme { label: NO_THEME.to_owned(), rows: Vec::new() };
    let mut shown: Vec<Sides<Span>> = Vec::new();
    for link in pair.comparison().links.iter().filter(|link| link.score >= LEAST_SCORE) {
        let is_shown = |side: Side| shown.iter().any(|spans| spans.get(side).overlaps(*link.spans.get(side)));
        if Side::BOTH.into_iter().any(is_shown) {
            continue;
        }
        let theme = match theme_of(pair, link) {
            Some(label) => group(&mut themes, label),
            None => Some(&mut rest).filter(|_| link.kind != LinkKind::Theme),
        };
        if let Some(theme) = theme.filter(|theme| theme.rows.len() < MOST_ROWS) {
            theme.rows.push(together(pair, link));
            shown.push(link.spans);
        }
    }
    themes.extend((!rest.rows.is_empty()).then_some(rest));
    themes
}

/// The theme of that label, a new one where there is room.
fn group<'t>(themes: &'t mut Vec<Theme>, label: &str) -> Option<&'t mut Theme> {
    let at = themes.iter().position(|theme| theme.label == label).unwrap_or(themes.len());
    if at == themes.len() && at < MOST_THEMES {
        themes.push(Theme { label: label.to_owned(), rows: Vec::new() });
    }
    themes.get_mut(at)
}

/// The label of the heaviest theme that has both paragraphs.
fn theme_of<'p>(pair: &'p Pair, link: &Link) -> Option<&'p str> {
    let themes = &pair.comparison().themes;
    let own = link.theme.and_then(|theme| themes.get(theme));
    let articles = pair.articles();
    let paragraph = |side: Side| articles.get(side).paragraph_at(link.spans.get(side).start);
    let (left, right) = (paragraph(Side::Left)?, paragraph(Side::Right)?);
    let holds_both =
        |theme: &&crate::model::Theme| theme.paragraphs.left.contains(&left) && theme.paragraphs.right.contains(&right);
    own.or_else(|| themes.iter().find(holds_both)).map(|theme| theme.label.as_str())
}

fn together(pair: &Pair, link: &Link) -> Together {
    let passage = |side: Side| quoted(pair, side, *link.spans.get(side));
    let source = link.source.and_then(|source| pair.comparison().sources.get(source));
    Together {
        source: source.map(|source| source.name.clone()),
        passages: Sides::new(passage(Side::Left), passage(Side::Right)),
        why: link.whole_reason().into_owned(),
    }
}

/// A passage with its paragraph's number, cut at a word where it is long.
fn quoted(pair: &Pair, side: Side, span: Span) -> Words {
    let sentences = &pair.readings().get(side).sentences;
    let begun = sentences.iter().map(|sentence| sentence.span).find(|sentence| sentence.holds(span.start));
    let start = begun.map_or(span.start, |sentence| sentence.start);
    let is_near = span.start - start.min(span.start) <= MOST_LEAD_BYTES;
    let (start, lead) = if is_near { (start, "") } else { (span.start, "… ") };
    let ended = sentences
        .iter()
        .map(|sentence| sentence.span)
        .find(|sentence| sentence.start < span.end && span.end <= sentence.end);
    let end = ended.map_or(span.end, |sentence| sentence.end);
    let words = first_words(pair.words(side, Span::new(start, end)), MOST_WORDS);
    let number: Vec<usize> = pair.paragraph_number(side, span.start).into_iter().collect();
    let mut runs = Vec::new();
    if !number.is_empty() {
        runs.push(Run { text: format!("{}\u{2002}", paragraph_sign(&number)), look: Look::Bold });
    }
    runs.push(Run { text: format!("{lead}{words}"), look: Look::Plain });
    Words { manner: Manner::Text, runs }
}

/// Two columns, a heading a theme.
pub fn table(themes: &[Theme], fill: Fill) -> Table {
    let mut table = two_columns();
    for theme in themes {
        table.rows.push(Row::Heading(theme.heading()));
        if fill == Fill::Blank {
            table.rows.push(Row::Cells(vec![to_find(), to_find()]));
        } else {
            table.rows.extend(theme.rows.iter().flat_map(rows));
        }
        if fill != Fill::Key {
            let asked = Words::small(Look::Italic, "How do the two tell it differently?");
            table.rows.push(Row::Across(Cell { words: vec![asked], lines: 2 }));
        }
    }
    table
}

fn rows(row: &Together) -> [Row; 2] {
    let cell = |side: Side| Cell::of(vec![row.passages.get(side).clone()]);
    let why = Words::small(Look::Italic, &row.why);
    [Row::Cells(vec![cell(Side::Left), cell(Side::Right)]), Row::Across(Cell::of(vec![why]))]
}

fn to_find() -> Cell {
    Cell { words: vec![Words::small(Look::Plain, "Paragraph ____ says:")], lines: 4 }
}
