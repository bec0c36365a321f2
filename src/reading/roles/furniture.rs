//! What surrounds an article: share buttons, tag lines, reply counters, reprint notices, newsletter boxes,
//! links to other pieces, copyright lines.

use super::furniture_phrases::{BEGINNINGS, BUTTON_WORDS, FATES, LINK_HEADS, NOTES, PIECES, SECTIONS, WHOLE};
use super::page::{Block, Page};
use crate::model::Role;

/// Furniture other than the editors' notes is shorter, in words.
const LONGEST_FURNITURE_WORDS: usize = 60;

/// Marks furniture, then the comments and the lists of links that stand behind it.
pub fn mark(page: &mut Page) {
    page.mark_each(|block| {
        if !block.text.contains(char::is_alphanumeric) || block.text == "-30-" {
            return Some(Role::Separator);
        }
        is_furniture(block).then_some(Role::Furniture)
    });
    mark_sections(page);
    mark_button_columns(page);
    mark_links(page);
    mark_comments(page);
}

fn is_furniture(block: &Block) -> bool {
    if NOTES.iter().any(|words| block.begins(words)) {
        return true;
    }
    if block.words > LONGEST_FURNITURE_WORDS {
        return false;
    }
    let bare = block.folded.trim_end_matches(['.', ':', '!', '…', ' ']);
    WHOLE.contains(&bare)
        || BEGINNINGS
            .iter()
            .any(|(most, phrases)| block.words <= *most && phrases.iter().any(|words| block.begins(words)))
        || (block.words <= 12 && is_button_line(&block.folded))
        || is_counter(block)
        || is_reprint_notice(block)
        || is_account_line(block)
        || is_pointer(block)
        || is_newsletter_call(block)
        || is_copyright_line(block)
        || is_helper_note(block)
        || is_reading_time(block)
        || is_address_or_tag(block)
}

/// Nothing but the words on buttons, and counts.
fn is_button_line(folded: &str) -> bool {
    let mut words = folded
        .split(|c: char| c.is_whitespace() || matches!(c, '|' | ',' | '/' | '•' | '·' | '&'))
        .filter(|word| !word.is_empty());
    let mut buttons = 0;
    let all = words.all(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+');
        let is_button = BUTTON_WORDS.contains(&bare);
        buttons += usize::from(is_button);
        is_button || bare.chars().all(|c| c.is_ascii_digit()) || bare == "and"
    });
    all && buttons >= 2
}

/// "One reply on …", "12 comments", "3 thoughts on “…”", "Comments (4)".
fn is_counter(block: &Block) -> bool {
    const COUNTED: &[&str] = &[
        "reply",
        "replies",
        "comment",
        "comments",
        "response",
        "responses",
        "thoughts",
        "thought",
        "shares",
        "views",
        "likes",
    ];
    let mut words = block.folded.split_whitespace();
    let count = words.next().unwrap_or("");
    let is_count = count.trim_matches(|c: char| !c.is_ascii_digit()).chars().any(|c| c.is_ascii_digit())
        && count.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | 'k'))
        || matches!(count, "one" | "two" | "three" | "four" | "five" | "no" | "leave");
    let counted = words.next().unwrap_or("");
    let bare = counted.trim_end_matches(|c: char| !c.is_alphanumeric());
    let next = words.next();
    let goes_on = next.is_none() || counted != bare || matches!(next, Some("on" | "to" | "so" | "|" | "-"));
    is_count && COUNTED.contains(&bare) && goes_on && block.words <= 40 && !block.ends_with_stop()
}

/// "This article first appeared on …", "A version of this story was published in …", "This post has been updated".
fn is_reprint_notice(block: &Block) -> bool {
    if block.words > 60 {
        return false;
    }
    let rest =
        ["this ", "the above ", "a version of this ", "an earlier version of this ", "a longer version of this "]
            .iter()
            .find_map(|words| block.folded.strip_prefix(words));
    let Some(rest) = rest else { return false };
    PIECES.iter().filter_map(|piece| rest.strip_prefix(piece)).any(|rest| {
        let rest = rest.strip_prefix("'s").unwrap_or(rest).trim_start_matches([',', ' ']);
        FATES.iter().any(|fate| rest.starts_with(fate))
    })
}

/// "Follow her on Twitter", "Follow the Echo on Facebook", "@adaquill".
fn is_account_line(block: &Block) -> bool {
    const PLACES: &[&str] = &[
        "twitter",
        "facebook",
        "instagram",
        "linkedin",
        "youtube",
        "bluesky",
        "mastodon",
        "threads",
        "tiktok",
        "on x",
        "@",
        "telegram",
    ];
    let follows =
        block.begins("follow") && block.words <= 25 && PLACES.iter().any(|place| block.folded.contains(place));
    let reaches = ["contact", "reach", "email", "e-mail", "write to"].iter().any(|word| block.begins(word))
        && block.words <= 25
        && block.text.contains('@');
    follows || reaches || (block.words <= 2 && block.folded.starts_with('@'))
}

/// "Watch the interview here.", "Listen to it below:", "Read the full report here".
fn is_pointer(block: &Block) -> bool {
    const ACTIONS: &[&str] = &["watch", "listen", "read", "see", "view", "hear", "check out", "like the page"];
    const PLACES: &[&str] = &[" here", " below", " above", " video", " page", " link"];
    let bare = block.folded.trim_end_matches(['.', ':', '!', '>', ' ']);
    block.words <= 14
        && ACTIONS.iter().any(|action| block.begins(action))
        && PLACES.iter().any(|place| bare.ends_with(place))
}

/// "Get the Echo in your inbox every morning."
fn is_newsletter_call(block: &Block) -> bool {
    const CALLS: &[&str] = &["get", "receive", "join", "want more", "don't miss", "stay"];
    const GOODS: &[&str] = &["newsletter", "inbox", "our app", "mailing list", "subscribers"];
    let calls = CALLS.iter().any(|call| block.begins(call));
    calls && block.words <= 30 && GOODS.iter().any(|good| block.folded.contains(good))
}

/// "Copyright © 2019 The Echo", "Copyright 2019"; not a sentence on copyright.
fn is_copyright_line(block: &Block) -> bool {
    let rest = block.after("copyright").map(str::trim_start);
    let begins = rest.is_some_and(|rest| rest.starts_with(|c: char| c == '©' || c == '(' || c.is_ascii_digit()));
    block.words <= 40
        && (begins || block.folded.contains("copyright ©") || block.folded.contains("all rights reserved"))
}

/// "Lena Fisk contributed to this report.", "Edited by Ben Rush."
fn is_helper_note(block: &Block) -> bool {
    const HELPED: &[&str] = &[
        "contributed to this",
        "contributed reporting",
        "contributed research",
        "contributed from",
        "assisted with this",
        "provided research",
        "provided reporting",
    ];
    let first_sentence = block.folded.split(". ").next().unwrap_or("");
    let helped = HELPED.iter().any(|words| first_sentence.contains(words))
        || (block.words <= 6 && first_sentence.trim_end_matches('.').ends_with(" contributed"));
    let credits =
        block.begins("reporting by") && (block.text.starts_with('(') || block.folded.contains(';') || block.words <= 6);
    let edited = block.begins("edited by")
        || block.begins("editing by")
        || block.begins("produced by")
        || block.begins("translated by");
    block.words <= 30 && block.sentences() <= 2 && (helped || credits || (edited && block.words <= 10))
}

/// "5 min read", "Reading time: 4 minutes".
fn is_reading_time(block: &Block) -> bool {
    let timed = block.folded.contains("min read")
        || block.folded.contains("minute read")
        || block.folded.contains("minutes read");
    block.words <= 8 && (timed || block.begins("reading time") || block.begins("estimated reading time"))
}

/// Nothing but addresses, hash tags or tags of markup.
fn is_address_or_tag(block: &Block) -> bool {
    let is_one = |word: &str| {
        let is_address = word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.");
        is_address || (word.starts_with('#') && word.len() > 2 && !word[1..].starts_with(|c: char| c.is_ascii_digit()))
    };
    is_markup_alone(block.text) || block.text.split_whitespace().all(is_one)
}

/// Tags without a word between them.
fn is_markup_alone(text: &str) -> bool {
    let between = text.split('<').map(|part| part.rsplit_once('>').map_or(part, |(_, words)| words));
    text.starts_with('<')
        && text.contains('>')
        && between.into_iter().all(|words| !words.contains(char::is_alphanumeric))
}

/// The name of a section or a trail of them over the headline.
fn mark_sections(page: &mut Page) {
    for index in 0..page.paragraphs.len() {
        let block = &page.paragraphs[index];
        let is_trail = block.begins("home") && block.text.contains(['>', '»', '/', '›']);
        let is_section = SECTIONS.contains(&block.folded.trim_end_matches(['.', ':', ' ']));
        if page.is_open(index) && block.words <= 12 && (is_trail || is_section) {
            page.roles[index] = Some(Role::Furniture);
        } else if !page.is_aside(index) {
            return;
        }
    }
}

/// Share buttons one below the other: "Facebook", "Twitter", "Email".
fn mark_button_columns(page: &mut Page) {
    let is_button = |block: &Block| block.words == 1 && BUTTON_WORDS.contains(&block.folded.as_str());
    let buttons: Vec<bool> = page.paragraphs.iter().map(is_button).collect();
    for index in 0..buttons.len() {
        let has_neighbour = (index > 0 && buttons[index - 1]) || buttons.get(index + 1) == Some(&true);
        if buttons[index] && has_neighbour && page.is_open(index) {
            page.roles[index] = Some(Role::Furniture);
        }
    }
}

/// Titles of other pieces behind "Related articles".
fn mark_links(page: &mut Page) {
    let mut in_list = false;
    for index in 0..page.paragraphs.len() {
        let block = &page.paragraphs[index];
        if page.roles[index] == Some(Role::Furniture) {
            in_list |= LINK_HEADS.iter().any(|head| block.begins(head)) && block.words <= 6;
        } else if in_list && page.is_open(index) && block.words <= 18 && !block.ends_with_stop() {
            page.roles[index] = Some(Role::Furniture);
        } else {
            in_list = false;
        }
    }
}

/// Everything behind the reply counter, where it stands behind the article.
fn mark_comments(page: &mut Page) {
    let total: usize = page.paragraphs.iter().map(|block| block.words).sum();
    let mut before = 0;
    let counter = page.paragraphs.iter().position(|block| {
        before += block.words;
        // Counters are printed over articles too; behind most of the words stand the readers' own.
        before * 2 > total && (is_counter(block) || block.begins("leave a reply") || block.folded == "comments")
    });
    for role in page.roles.iter_mut().skip(counter.unwrap_or(usize::MAX)) {
        *role = role.or(Some(Role::Furniture));
    }
}

#[cfg(test)]
mod tests {
    use super::super::page::folded;
    use super::*;

    fn check(text: &str, expected: bool) {
        let block = Block { text, folded: folded(text), words: text.split_whitespace().count() };
        assert_eq!(is_furniture(&block), expected, "{text}");
    }

    #[test]
    fn what_surrounds_an_article() {
        for text in [
            "tags: , , , Blog",
            "Filed under: ferries, tides",
            "Share This:",
            "Share Tweet Email Print",
            "12 Comments | Share this post",
            "One reply on “The Ferry Stays”",
            "3 comments",
            "Leave a reply",
            "This article first appeared on Tidewatch:",
            "A version of this story appears in print on May 3.",
            "This post has been updated with a reply from the ferry company.",
            "Republished with permission from The Brinmouth Echo.",
            "Sign up for our newsletter",
            "Get the Echo in your inbox every morning.",
            "Follow Ada Quill on Twitter",
            "@adaquill",
            "Contact Ada Quill at ada@example.org. Follow her on Twitter: @adaquill.",
            "Read more: What the tide took",
            "Related articles",
            "Advertisement",
            "Story continues below advertisement",
            "© 2019 The Brinmouth Echo. All rights reserved.",
            "Copyright 2019 by Ada Quill",
            "(Reporting by Ada Quill; Editing by Ben Rush)",
            "Ben Rush contributed to this report.",
            "Editor’s note: an earlier version misspelled the ferry’s name.",
            "The opinions expressed here are the author’s own.",
            "5 min read",
            "https://example.org/ferry",
            "#ferry #tides",
            "Watch the interview below.",
            "<tweet id=\"1\"></tweet>",
        ] {
            check(text, true);
        }
    }

    #[test]
    fn prose_that_begins_alike() {
        for text in [
            "Share this bread with whoever comes, she wrote, and nobody will go hungry.",
            "Three comments made the difference on Monday night.",
            "Two responses came at once, and neither was polite.",
            "Copyright law does not protect a tide table.",
            "Read more books, her father told her, and fewer tide tables.",
            "This article of faith is the company’s alone.",
            "This report found that the ferry lost money in nine years of ten.",
            "Follow the money and you will find the ferry.",
            "Reporting by the county’s own auditors showed that the ferry had never made money in winter, and never would.",
            "Don’t believe him.",
            "Let’s take a closer look:",
            "Watch what the council does, not what it says.",
        ] {
            check(text, false);
        }
    }
}
