//! The headline.

use std::collections::HashSet;

use super::page::{Block, Page, folded};
use crate::model::Role;

/// The longest headline, in words.
const LONGEST_TITLE_WORDS: usize = 28;
/// The longest headline that may end with a full stop, in words.
const LONGEST_STOPPED_TITLE_WORDS: usize = 16;

/// Marks the first paragraph of the article as its title, where it looks like one.
pub fn mark(page: &mut Page) {
    if page.roles.contains(&Some(Role::Title)) {
        return;
    }
    let Some(first) = (0..page.roles.len()).find(|index| !is_before_title(page, *index)) else { return };
    if page.is_open(first) && is_title(page, first) {
        page.roles[first] = Some(Role::Title);
    }
}

/// What may stand over a headline.
fn is_before_title(page: &Page, index: usize) -> bool {
    page.is_aside(index) || matches!(page.roles[index], Some(Role::Dateline | Role::Byline))
}

fn is_title(page: &Page, index: usize) -> bool {
    let block = &page.paragraphs[index];
    if let Some(title) = page.file_title {
        return folded(title) == block.folded;
    }
    let is_short = block.words <= LONGEST_TITLE_WORDS && block.text.len() <= 220;
    let below = longest_below(page, index);
    if !is_short || is_prose(block) {
        return false;
    }
    let signed_below = (index + 1..page.roles.len().min(index + 4))
        .any(|below| matches!(page.roles[below], Some(Role::Byline | Role::Dateline)));
    match block.last_mark() {
        Some('.') => is_stopped_title(page, index, signed_below),
        // Archives join a headline and a second one by a semicolon.
        Some(';') => true,
        Some(':' | ',') => false,
        Some('?' | '!') => signed_below || block.is_title_case() || (block.words <= 16 && below > block.words),
        _ => signed_below || block.is_title_case() || below > block.words,
    }
}

/// The words of the longest of the next three paragraphs: a second headline and a byline may come first.
fn longest_below(page: &Page, index: usize) -> usize {
    let below = (index + 1..page.roles.len()).filter(|below| !page.is_aside(*below)).take(3);
    below.map(|below| page.words(below)).max().unwrap_or(0)
}

/// Marks of running text: somebody is quoted with a tag, or a place and a dash lead in.
fn is_prose(block: &Block) -> bool {
    let tagged = [",\" ", ".\" ", ",' "].iter().any(|mark| block.folded.contains(mark)) && !block.is_title_case();
    let led_in = block
        .text
        .split_whitespace()
        .next()
        .is_some_and(|first| first.chars().filter(|c| c.is_uppercase()).count() > 2)
        && (block.text.contains(" — ") || block.folded.contains(") -"));
    tagged || (led_in && block.words > 12)
}

/// Archives print headlines with a full stop. In capitals or over a byline that is one; else it has to be short, and
/// what it says has to come up again, while a first sentence tells something new and says when.
fn is_stopped_title(page: &Page, index: usize, signed_below: bool) -> bool {
    let block = &page.paragraphs[index];
    if block.is_title_case() || (signed_below && block.words <= LONGEST_STOPPED_TITLE_WORDS) {
        return true;
    }
    block.words <= LONGEST_STOPPED_TITLE_WORDS
        && block.words >= 3
        && longest_below(page, index) * 2 > block.words * 3
        && !says_when(block)
        && comes_up_again(page, index)
}

/// Days and times, which a first sentence gives and a headline leaves out.
fn says_when(block: &Block) -> bool {
    const WHEN: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
        "tonight",
        "morning",
        "afternoon",
        "evening",
        "week",
        "month",
        "ago",
        "said",
        "told",
        "i",
        "it's",
        "have",
    ];
    let mut words = block.folded.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.any(|word| WHEN.contains(&word))
}

/// Whether most of its longer words are in the article again, by their first letters.
fn comes_up_again(page: &Page, index: usize) -> bool {
    let stem = |word: &str| word.chars().take(5).collect::<String>();
    let long_words = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 4);
        words.map(stem).collect::<HashSet<_>>()
    };
    let wanted = long_words(&page.paragraphs[index].folded);
    let rest: HashSet<String> =
        page.paragraphs.iter().skip(index + 1).flat_map(|block| long_words(&block.folded)).collect();
    wanted.len() >= 2 && wanted.intersection(&rest).count() * 2 >= wanted.len()
}
