//! Lines that give a date, a time or a place and nothing else.

use super::page::{Block, Page};
use crate::model::{Role, leading_date};

/// Words that may stand before a date, folded.
const BEFORE_DATE: &[&str] = &[
    "first published on",
    "originally published on",
    "originally published",
    "first published",
    "last updated on",
    "last updated",
    "last modified",
    "published on",
    "published at",
    "published",
    "posted on",
    "posted",
    "updated on",
    "updated",
    "date",
    "dated",
];

/// Marks the lines that are a date, a time, or a place with a dash.
pub fn mark(page: &mut Page) {
    page.mark_each(|block| is_dateline(block).then_some(Role::Dateline));
}

/// The date in a line that gives one: at its beginning, behind "Published on", or in a part set off by a bar.
pub fn date_in(line: &str) -> Option<String> {
    let mut parts = line.split(['|', '•', '·']).map(after_introduction);
    parts.find_map(|part| leading_date(part).map(|date| date.iso))
}

fn is_dateline(block: &Block) -> bool {
    block.words <= 20 && (is_date_alone(block.text) || is_time_alone(&block.folded) || is_place_alone(block))
}

/// A date with nothing around it but a time; or several such, parted by bars ("Published … | Updated …").
fn is_date_alone(line: &str) -> bool {
    line.trim_matches(['*', '_', '(', ')', '[', ']']).split(['|', '•', '·']).all(|part| {
        let rest = after_introduction(part);
        leading_date(rest).is_some_and(|date| is_time_or_nothing(&super::page::folded(&rest[date.bytes..])))
    })
}

fn is_time_alone(folded: &str) -> bool {
    folded.starts_with(|c: char| c.is_ascii_digit()) && folded.contains([':', 'm']) && is_time_or_nothing(folded)
}

/// "10:45 a.m. EDT", "at 4 p.m.:", "T10:45:00Z", or no word at all.
fn is_time_or_nothing(folded: &str) -> bool {
    folded.split_whitespace().all(is_time_word)
}

fn is_time_word(word: &str) -> bool {
    const TIME_WORDS: &[&str] = &[
        "at", "am", "pm", "edt", "est", "et", "cdt", "cst", "ct", "mdt", "mst", "mt", "pdt", "pst", "pt", "gmt", "utc",
        "bst", "noon",
    ];
    let bare: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
    let letters = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    bare.is_empty()
        || (letters.len() < bare.len() && matches!(letters, "" | "am" | "pm"))
        || TIME_WORDS.contains(&bare.as_str())
        || (bare.starts_with('t') && bare.chars().filter(char::is_ascii_digit).count() >= 4)
}

/// "ALDER FALLS, Conn. —" on a line of its own.
fn is_place_alone(block: &Block) -> bool {
    let first = block.text.split_whitespace().next().unwrap_or("");
    let capitals = first.chars().filter(|c| c.is_uppercase()).count() >= 2 && !first.chars().any(char::is_lowercase);
    capitals && block.words <= 7 && block.text.trim_end().ends_with(['—', '–']) | block.text.trim_end().ends_with("--")
}

fn after_introduction(part: &str) -> &str {
    let part = part.trim();
    let found = BEFORE_DATE.iter().find_map(|words| {
        let head = part.get(..words.len())?;
        let rest = &part[words.len()..];
        (head.eq_ignore_ascii_case(words) && rest.starts_with([' ', ':'])).then_some(rest)
    });
    after_time(found.unwrap_or(part).trim_start_matches([':', ' ']))
}

/// What follows a time of day ("6:02 p.m. ET March 3, 2022"); the text itself where it begins with none.
fn after_time(text: &str) -> &str {
    let first = text.split_whitespace().next().unwrap_or("");
    if !first.contains(':') {
        return text;
    }
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        if !is_time_word(&word.to_lowercase()) {
            break;
        }
        at += word.len();
    }
    &text[at..]
}

#[cfg(test)]
mod tests {
    use super::super::page::folded;
    use super::*;

    fn check(text: &str, expected: bool) {
        let block = Block { text, folded: folded(text), words: text.split_whitespace().count() };
        assert_eq!(is_dateline(&block), expected, "{text}");
    }

    #[test]
    fn dates_times_and_places_by_themselves() {
        for text in [
            "April 5, 2017",
            "12 October 2018",
            "Published on May 2, 2019 at 10:45 a.m. EDT",
            "Updated: Thursday, May 2, 2019",
            "Published 6:02 p.m. ET March 3, 2022 | Updated 9:14 a.m. ET March 4, 2022",
            "2019-05-02",
            "4:40 p.m.",
            "BRINMOUTH, Conn. —",
        ] {
            check(text, true);
        }
    }

    #[test]
    fn dates_inside_sentences() {
        for text in [
            "On May 2, 2019, the ferry stayed in port.",
            "May 2, 2019 was a Thursday.",
            "BRINMOUTH (NP) — The ferry stays in port.",
            "2019 was a hard year.",
            "1,200 people came.",
        ] {
            check(text, false);
        }
    }

    #[test]
    fn the_date_of_a_line() {
        assert_eq!(date_in("By Ada Quill | May 2, 2019").as_deref(), Some("2019-05-02"));
        assert_eq!(date_in("Published: 2 May 2019").as_deref(), Some("2019-05-02"));
        assert_eq!(date_in("Published 6:02 p.m. ET March 3, 2022").as_deref(), Some("2022-03-03"));
        assert_eq!(date_in("By Ada Quill"), None);
    }
}
