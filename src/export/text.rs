//! A comparison as plain text, for a terminal.

use std::fmt::Write as _;

use super::passages::{name_of, on_one_line};
use crate::model::{Article, Comparison, Link, LinkKind, Reading, Side, Sides};

/// A passage is cut to this many characters: two lines of a terminal.
const PASSAGE_CHARACTERS: usize = 150;

/// What both share as numbered lines, strongest first, each with its two passages.
pub fn comparison(articles: Sides<&Article>, readings: Sides<&Reading>, comparison: &Comparison) -> String {
    let mut page = String::new();
    // Writing to a String cannot fail, so the results of `writeln!` are dropped.
    for side in Side::BOTH {
        let title = readings.get(side).metadata.title.as_deref();
        let _ = writeln!(page, "{:>5}: {}", side.name(), name_of(articles.get(side), title));
    }
    page.push('\n');
    let _ = writeln!(page, "{}", summary(comparison));
    for (index, link) in comparison.links.iter().enumerate() {
        one_link(&mut page, articles, index, link);
    }
    page
}

/// "9 links: 1 quotation, 2 sources …", or that there is nothing.
fn summary(comparison: &Comparison) -> String {
    if comparison.links.is_empty() {
        return "Nothing in common was found.".to_owned();
    }
    let counts = LinkKind::ALL.into_iter().filter_map(|kind| match comparison.count(kind) {
        0 => None,
        1 => Some(format!("1 {}", kind.name())),
        count => Some(format!("{count} {}s", kind.name())),
    });
    format!("{} in common: {}", comparison.links.len(), counts.collect::<Vec<_>>().join(", "))
}

fn one_link(page: &mut String, articles: Sides<&Article>, index: usize, link: &Link) {
    let _ = writeln!(page, "\n{:>3}. {}", index + 1, link.whole_reason());
    for side in Side::BOTH {
        let words = on_one_line(articles.get(side), *link.spans.get(side), PASSAGE_CHARACTERS);
        let _ = writeln!(page, "     {:<5}  {words}", side.name());
    }
}
