//! What a reader wrote and marked, as Markdown: notes, highlights, links drawn by hand, cards.

use std::fmt::Write as _;

use super::cards;
use super::markdown::escaped;
use super::pair::Pair;
use crate::model::{Side, Span};

/// The reader's notes, highlights, links and cards; says so where there are none.
pub fn page(pair: &Pair) -> String {
    let mut page = format!("# Notes on {}\n\n", escaped(&pair.title()));
    articles(&mut page, pair);
    let before = page.len();
    sections(&mut page, pair);
    if page.len() == before {
        page.push_str("Nothing was noted, marked or cut yet.\n");
    }
    page
}

// Writing to a String cannot fail, so the results of `write!` are dropped here and below.
fn articles(page: &mut String, pair: &Pair) {
    for side in Side::BOTH {
        let cited = pair.cited(side, super::citation::Form::Chicago);
        let _ = writeln!(page, "- {}: {}", side.title(), super::runs::markdown(&cited));
    }
    page.push('\n');
}

/// The sections that have something in them, each with its heading of level 2.
pub fn sections(page: &mut String, pair: &Pair) {
    notes(page, pair);
    highlights(page, pair);
    drawn(page, pair);
    if cards::are_cut(pair) {
        page.push_str("## Cards\n\n");
        all_cards(page, &cards::of(pair));
    }
}

fn notes(page: &mut String, pair: &Pair) {
    let mut notes = pair.work().notes().peekable();
    if notes.peek().is_some() {
        page.push_str("## Notes\n\n");
    }
    for (_, note) in notes {
        for line in note.text.lines() {
            let _ = writeln!(page, "{}  ", escaped(line));
        }
        page.push('\n');
        for (side, span) in pair.places_of(note) {
            quoted(page, pair, side, span);
        }
    }
}

fn highlights(page: &mut String, pair: &Pair) {
    let mut highlights = pair.work().highlights().peekable();
    if highlights.peek().is_some() {
        page.push_str("## Highlights\n\n");
    }
    for (_, highlight) in highlights {
        if let Some(side) = pair.side_of(highlight.place.article) {
            quoted(page, pair, side, highlight.place.span);
        }
    }
}

fn drawn(page: &mut String, pair: &Pair) {
    let drawn = pair.drawn();
    if !drawn.is_empty() {
        page.push_str("## Links drawn by hand\n\n");
    }
    for (spans, label) in drawn {
        let label = if label.trim().is_empty() { "No reason noted" } else { label.trim() };
        let _ = writeln!(page, "{}:\n", escaped(label));
        for side in Side::BOTH {
            quoted(page, pair, side, *spans.get(side));
        }
    }
}

/// "Left, paragraph 7:" and the words as a block quotation.
fn quoted(page: &mut String, pair: &Pair, side: Side, span: Span) {
    let number = pair.paragraph_number(side, span.start).map(|number| format!(", paragraph {number}"));
    let _ = writeln!(page, "{}{}:\n", side.title(), number.unwrap_or_default());
    for line in pair.words(side, span).lines().map(str::trim) {
        let _ = writeln!(page, "> {}", escaped(line));
    }
    page.push('\n');
}

/// Cards as Markdown, each with its check.
pub fn cards_page(pair: &Pair) -> String {
    let mut page = format!("# {}\n\n", escaped(&pair.title()));
    all_cards(&mut page, &cards::of(pair));
    page
}

fn all_cards(page: &mut String, cards: &[cards::SetCard]) {
    for card in cards {
        let _ = writeln!(page, "#### {}\n\n{}\n", escaped(&card.tag), super::runs::markdown(&card.cite));
        for paragraph in &card.body {
            let words: String = paragraph.iter().map(body_run).collect();
            let _ = writeln!(page, "{words}\n");
        }
        let check = card.check.as_deref().unwrap_or("nothing is underlined");
        let _ = writeln!(page, "*{} of {} words read. Check: {}*\n", card.words_read, card.words, escaped(check));
    }
}

fn body_run(run: &cards::BodyRun) -> String {
    let folded = run.text.replace('\n', " ");
    let mut words = escaped(&folded);
    if run.underlined || run.emphasised {
        words = format!("<u>{words}</u>");
    }
    if run.emphasised {
        words = format!("<b>{words}</b>");
    }
    if run.highlighted.is_some() {
        words = format!("<mark>{words}</mark>");
    }
    words
}

/// Cards as debaters disclose them: the tag, the cite, the first and the last words of the body joined by AND.
pub fn disclosure(pair: &Pair) -> String {
    let mut page = String::new();
    for card in cards::of(pair) {
        let cite = super::runs::plain_text(&card.cite);
        let body = |paragraph: Option<&Vec<cards::BodyRun>>| {
            paragraph.map(|runs| runs.iter().map(|run| run.text).collect::<String>()).unwrap_or_default()
        };
        let first = super::passages::first_of(&body(card.body.first()), END_WORDS);
        let last = super::passages::last_words(&body(card.body.last()), END_WORDS);
        let _ = writeln!(page, "{}\n{cite}\n{first}\nAND\n{last}\n", card.tag.replace('\n', " "));
    }
    page.pop();
    page
}

/// How many words of a body's beginning and end are disclosed.
const END_WORDS: usize = 5;
