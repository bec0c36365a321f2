//! Items of lists in plain text.

use super::page::Page;
use crate::model::Role;

/// What stands before an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marker {
    /// A sign that is used for nothing else.
    Bullet,
    /// A star, hyphen or dash, which may mean other things.
    Dash(char),
    /// A number with a stop or bracket.
    Number(u32),
}

/// Marks paragraphs that begin with a bullet, and runs of at least two with hyphens or rising numbers.
pub fn mark(page: &mut Page) {
    let markers: Vec<Option<Marker>> = page.paragraphs.iter().map(|block| marker(block.text)).collect();
    for index in 0..markers.len() {
        if page.is_open(index) && is_item(&markers, index) && !heads_text(page, &markers, index) {
            page.roles[index] = Some(Role::ListItem);
        }
    }
}

fn is_item(markers: &[Option<Marker>], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|at| markers[at]);
    let after = markers.get(index + 1).copied().flatten();
    match markers[index] {
        None => false,
        Some(Marker::Bullet) => true,
        Some(dash @ Marker::Dash(_)) => before == Some(dash) || after == Some(dash),
        Some(Marker::Number(number)) => {
            let follows = matches!(before, Some(Marker::Number(last)) if last + 1 == number);
            let leads = matches!(after, Some(Marker::Number(next)) if number + 1 == next);
            follows || leads
        }
    }
}

/// "1. The ferry" over paragraphs of its own is a heading; it is left to the headings.
fn heads_text(page: &Page, markers: &[Option<Marker>], index: usize) -> bool {
    let is_short = page.words(index) <= 12 && !page.paragraphs[index].ends_with_stop();
    let is_numbered = matches!(markers[index], Some(Marker::Number(_)));
    is_numbered && is_short && markers.get(index + 1).is_some_and(Option::is_none) && page.words(index + 1) > 25
}

fn marker(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    let spaced = rest.starts_with([' ', '\t', '\u{A0}']);
    match first {
        '•' | '◦' | '‣' | '▪' | '■' | '●' | '○' | '➢' | '✓' | '➤' => Some(Marker::Bullet),
        '·' | '*' | '-' | '–' | '—' | '+' if spaced => Some(Marker::Dash(first)),
        '0'..='9' => numbered(text),
        _ => None,
    }
}

fn numbered(text: &str) -> Option<Marker> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let rest = text[digits..].strip_prefix(['.', ')'])?;
    let number = text[..digits].parse().ok().filter(|number| digits <= 3 && *number > 0)?;
    rest.starts_with([' ', '\t', '\u{A0}']).then_some(Marker::Number(number))
}
