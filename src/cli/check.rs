//! `diptych check QUOTATION FILE…`: are these words in these articles, and how faithfully?

use std::fmt::Write as _;

use super::arguments::Check;
use crate::comparing::wording::{self, Place};
use crate::import;
use crate::model::{Article, Sides, Span, Wording};

/// For each file the best place of the quotation with what to check, or the nearest words.
pub fn run(arguments: &Check) -> Result<String, String> {
    if !arguments.quotation.contains(char::is_alphanumeric) {
        return Err("the quotation has no words; give it in quotation marks of the shell, before the files.".to_owned());
    }
    let mut page = String::new();
    for path in &arguments.files {
        let article = import::open(path).map_err(|error| error.to_string())?;
        let _ = writeln!(page, "{}", path.display());
        match wording::check(&arguments.quotation, &article.text) {
            wording::Check::Found(places) => found(&mut page, &arguments.quotation, &article, &places),
            wording::Check::Absent(nearest) => absent(&mut page, &article, nearest),
        }
        page.push('\n');
    }
    page.pop();
    Ok(page)
}

fn found(page: &mut String, quotation: &str, article: &Article, places: &[Place]) {
    for place in places.iter().take(MOST_PLACES) {
        let texts = Sides::new(quotation, place.span.of(&article.text));
        let says = place.verdict.describe_quotation(texts);
        let _ = writeln!(page, "    {}: {says}.", heading(place.verdict.wording));
        let _ = writeln!(page, "    {}", context(article, place.span));
    }
    if places.len() > MOST_PLACES {
        let _ = writeln!(page, "    And {} more places.", places.len() - MOST_PLACES);
    }
}

/// More places than these are only counted.
const MOST_PLACES: usize = 3;

fn heading(wording: Wording) -> &'static str {
    match wording {
        Wording::Same => "The same",
        Wording::Elided => "Words left out",
        Wording::Bracketed => "Brackets",
        Wording::Altered => "To check",
        Wording::Different => "Other words",
    }
}

fn absent(page: &mut String, article: &Article, nearest: Option<Span>) {
    page.push_str("    Not found.\n");
    if let Some(span) = nearest {
        let _ = writeln!(page, "    Nearest: {}", context(article, span));
    }
}

/// The place between › and ‹ with the words around it, on one line.
fn context(article: &Article, span: Span) -> String {
    const AROUND_BYTES: usize = 80;
    let text = &article.text;
    let start = text.floor_char_boundary(span.start.saturating_sub(AROUND_BYTES));
    let end = text.ceil_char_boundary((span.end + AROUND_BYTES).min(text.len()));
    // Cut words at the edges are left out.
    let before = &text[start..span.start];
    let before = if start > 0 { before.split_once(char::is_whitespace).map_or("", |(_, rest)| rest) } else { before };
    let after = &text[span.end..end];
    let after =
        if end < text.len() { after.rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest) } else { after };
    let line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let gap = |words: &str, at_end: bool| {
        let touching = if at_end { words.chars().next_back() } else { words.chars().next() };
        if touching.is_some_and(char::is_whitespace) { " " } else { "" }
    };
    format!(
        "{}{}{}›{}‹{}{}{}",
        if start > 0 { "… " } else { "" },
        line(before),
        gap(before, true),
        line(span.of(text)),
        gap(after, false),
        line(after),
        if end < text.len() { " …" } else { "" },
    )
}
