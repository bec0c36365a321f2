//! A comparison as Markdown, for a note or a handout.

use std::fmt::Write as _;

use super::pair::Pair;
use super::passages::name_of;
use crate::model::{Article, Comparison, Link, LinkKind, Reading, Side, Sides, Source};

/// The comparison as `CommonMark`: links by kind with both passages, sources, themes.
pub fn comparison(articles: Sides<&Article>, readings: Sides<&Reading>, comparison: &Comparison) -> String {
    let mut page = String::new();
    heading(&mut page, articles, readings);
    for kind in LinkKind::ALL {
        links(&mut page, articles, comparison, kind);
    }
    sources(&mut page, comparison);
    themes(&mut page, comparison);
    page
}

/// The same with what the reader made of it: notes, highlights, links drawn by hand, cards.
pub fn with_work(pair: &Pair) -> String {
    let mut page = comparison(pair.articles(), pair.readings(), pair.comparison());
    let length = page.len();
    super::notes::sections(&mut page, pair);
    if page.len() > length {
        page.insert(length, '\n');
    }
    page
}

// Writing to a String cannot fail, so the results of `write!` are dropped here and below.
fn heading(page: &mut String, articles: Sides<&Article>, readings: Sides<&Reading>) {
    page.push_str("# What two articles share\n\n");
    for side in Side::BOTH {
        let metadata = &readings.get(side).metadata;
        let name = escaped(&name_of(articles.get(side), metadata.title.as_deref()));
        let by = metadata.byline.as_deref().map(|byline| format!(", by {}", escaped(byline))).unwrap_or_default();
        let date = metadata.date.as_deref().map(|date| format!(", {date}")).unwrap_or_default();
        let _ = writeln!(page, "- {}: **{name}**{by}{date}", side.title());
    }
    page.push('\n');
}

fn links(page: &mut String, articles: Sides<&Article>, comparison: &Comparison, kind: LinkKind) {
    let mut of_kind = comparison.links.iter().filter(|link| link.kind == kind).peekable();
    if of_kind.peek().is_none() {
        return;
    }
    let _ = writeln!(page, "## {}\n", title_of(kind));
    for link in of_kind {
        one_link(page, articles, link);
    }
}

/// The heading over the links of a kind.
pub(super) fn title_of(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Text => "The same words",
        LinkKind::Quotation => "Quoted in both",
        LinkKind::Source => "Sources of both",
        LinkKind::Event => "Events told in both",
        LinkKind::Fact => "Facts and figures of both",
        LinkKind::Theme => "Paragraphs on one theme",
        LinkKind::Drawn => "Joined by the reader",
    }
}

fn one_link(page: &mut String, articles: Sides<&Article>, link: &Link) {
    let _ = writeln!(page, "### {}\n\n{}\n", escaped(&link.label), escaped(&link.whole_reason()));
    for side in Side::BOTH {
        let words = link.spans.get(side).of(&articles.get(side).text);
        let _ = writeln!(page, "{}:\n", side.title());
        for line in words.lines().map(str::trim) {
            let _ = writeln!(page, "> {}", escaped(line));
        }
        page.push('\n');
    }
}

fn sources(page: &mut String, comparison: &Comparison) {
    let shared: Vec<&Source> = comparison.sources.iter().filter(|source| source.is_shared()).collect();
    if shared.is_empty() {
        return;
    }
    page.push_str("## Who is in both\n\n| Source | Mentions left | Mentions right | Words quoted left | right |\n");
    page.push_str("| --- | ---: | ---: | ---: | ---: |\n");
    for source in shared {
        let (left, right) = (&source.sides.left, &source.sides.right);
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} | {} |",
            escaped(&source.name).replace('|', "\\|"),
            left.mentions.len(),
            right.mentions.len(),
            left.words_quoted,
            right.words_quoted
        );
    }
    page.push('\n');
}

fn themes(page: &mut String, comparison: &Comparison) {
    if comparison.themes.is_empty() {
        return;
    }
    page.push_str("## Themes\n\n");
    for theme in &comparison.themes {
        let (left, right) = (theme.paragraphs.left.len(), theme.paragraphs.right.len());
        let _ = writeln!(page, "- **{}**: {left} paragraphs left, {right} right", escaped(&theme.label));
    }
}

/// Text that Markdown would read as markup, made plain.
pub(super) fn escaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
            plain.push('\\');
        }
        plain.push(character);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_look_like_markup_stay_words() {
        assert_eq!(escaped("a *star* [1] #2"), "a \\*star\\* \\[1\\] \\#2");
    }
}
