//! What stands around an article although Readability keeps it.

use dom_query::NodeId;

use super::super::properties::is_same;
use super::content::{first_prose, last_prose};
use super::headline::LONGEST_LINE_WORDS;
use super::inside::{self, is_item};
use super::metadata::leading_or_time;
use super::phrases;
use super::place::stands_in;
use super::units::{Masses, Unit};
use crate::model::Metadata;

/// Drops what follows the box that holds the article and is not made like it.
///
/// That box is `marked`, where the page calls it so and most of the article is in it; else the innermost that holds
/// most of it, and then only a minor part is dropped.
pub fn drop_what_follows(units: &[Unit<'_>], kept: &mut [bool], marked: Option<NodeId>) {
    const TENTHS: usize = 6;
    let prose = |chosen: &dyn Fn(usize) -> bool| -> usize {
        let of_kept = (0..units.len()).filter(|at| kept[*at] && units[*at].is_prose() && chosen(*at));
        of_kept.map(|at| units[at].length).sum()
    };
    let total = prose(&|_| true);
    let holds_most = |outer: &NodeId| prose(&|at| stands_in(&units[at].block, *outer)) * 10 >= total * TENTHS;
    let marked = marked.filter(holds_most);
    let Some(core) = marked.or_else(|| box_of_most(units, kept, TENTHS)) else { return };
    let is_in = |at: &usize| stands_in(&units[*at].block, core);
    let Some(end) = (0..units.len()).rfind(is_in) else { return };
    let inside: Vec<bool> = (0..units.len()).map(|at| kept[at] && is_in(&at)).collect();
    let makes = inside::makes_of_prose(units, &inside);
    let follows =
        |at: usize| at > end && !(units[at].link_share() < 0.3 && makes.contains(&inside::make(&units[at].block)));
    // A note below a poem is the writer's, and what is large may be half of the article.
    let is_note = |at: &usize| kept[*at] && follows(*at) && !phrases::speaks_to_the_reader(&units[*at].words);
    let is_one_line = (end + 1..units.len()).filter(is_note).count() == 1;
    if marked.is_none() && (is_one_line || prose(&|at| follows(at)) * 10 > total * 3) {
        return;
    }
    for at in (end + 1..units.len()).filter(|at| follows(*at)).collect::<Vec<_>>() {
        kept[at] = false;
    }
}

/// The innermost box that holds so many tenths of what is kept; a paragraph is none.
fn box_of_most(units: &[Unit<'_>], kept: &[bool], tenths: usize) -> Option<NodeId> {
    let shared = inside::nearest_shared(units, kept, tenths)?;
    let own: Vec<&Unit<'_>> = units.iter().filter(|unit| unit.block.id == shared).collect();
    match own.as_slice() {
        [unit] => unit.block.parent().map(|parent| parent.id),
        _ => Some(shared),
    }
}

/// Drops what was kept of the page around: lines that lead away, lists of links, bylines and dates of the head, credits.
pub fn drop_what_is_around(
    units: &[Unit<'_>],
    masses: &Masses,
    kept: &mut [bool],
    headline: Option<usize>,
    metadata: &Metadata,
) {
    let Some(first) = first_prose(units, kept) else { return };
    // Above the headline nothing is the article's.
    if let Some(headline) = headline {
        kept[..=headline].fill(false);
    }
    let prose: Vec<usize> = (first..units.len()).filter(|at| kept[*at] && units[*at].is_prose()).take(3).collect();
    let head_end = prose.last().copied().unwrap_or(first);
    drop_boxes_around(units, masses, kept);
    keep_captions_above(units, kept, headline);
    let last = last_prose(units, kept).unwrap_or(first);
    for at in 0..units.len() {
        let is_headline_again =
            at <= first && headline.is_some_and(|headline| is_same(&units[at].words, &units[headline].words));
        // Labels above the first paragraph: "Category: News".
        let is_label = at < first && matches!(units[at].name.as_str(), "dt" | "dd") && units[at].count() <= 5;
        let is_stamp = at < first && is_stamp(&units[at]);
        let is_at_head = at <= head_end && !(at > first && units[at].is_heading());
        let is_row = (at < first || at > last) && is_item(&units[at]) && is_label_before_link(&units[at]);
        let is_orphan = is_orphaned_label(units, kept, at);
        if is_headline_again
            || is_label
            || is_stamp
            || is_row
            || is_orphan
            || is_line_around(&units[at], is_at_head, metadata)
        {
            kept[at] = false;
        }
    }
    let last = last_prose(units, kept).unwrap_or(first);
    drop_lists_of_links(units, kept, first, last);
    drop_empty_sections(units, kept);
}

/// The picture that a page sets over its headline has words of the writer's.
fn keep_captions_above(units: &[Unit<'_>], kept: &mut [bool], headline: Option<usize>) {
    const REACH: usize = 4;
    const LEAST_WORDS: usize = 4;
    let Some(headline) = headline else { return };
    for at in headline.saturating_sub(REACH)..headline {
        let unit = &units[at];
        let is_in_caption = unit.block.has_name("figcaption")
            || unit.block.ancestors_it(Some(2)).any(|outer| outer.has_name("figcaption"));
        kept[at] |= is_in_caption && unit.count() >= LEAST_WORDS && unit.link_share() < 0.3;
    }
}

/// "From:", of which what it labels is gone.
fn is_orphaned_label(units: &[Unit<'_>], kept: &[bool], at: usize) -> bool {
    const LONGEST_LABEL_WORDS: usize = 4;
    kept[at]
        && units[at].words.trim_end().ends_with(':')
        && units[at].count() <= LONGEST_LABEL_WORDS
        && !units[at].is_heading()
        && kept.get(at + 1) != Some(&true)
}

/// Where a heading says that its box leads away, the whole box does.
fn drop_boxes_around(units: &[Unit<'_>], masses: &Masses, kept: &mut [bool]) {
    let total: usize = units
        .iter()
        .zip(kept.iter())
        .filter(|(unit, kept)| **kept && unit.is_prose())
        .map(|(unit, _)| unit.length)
        .sum();
    for at in 0..units.len() {
        let unit = &units[at];
        let leads = unit.count() <= LONGEST_LINE_WORDS
            && (phrases::is_heading_of_what_is_around(&unit.words)
                || (unit.is_heading() && phrases::speaks_to_the_reader(&unit.words)));
        if !leads {
            continue;
        }
        // The largest element that begins with it and is a minor part of what is kept.
        let most = if unit.is_heading() { total / 3 } else { total / 8 };
        let mut end = at + 1;
        for outer in unit.block.ancestors_it(Some(4)) {
            let mass = masses.of(&outer);
            if mass.first != at || mass.prose > most {
                break;
            }
            end = (at + mass.units).min(units.len()).max(end);
        }
        kept[at..end].fill(false);
    }
}

/// Whether all its words stand in an element for dates and times.
fn is_time(unit: &Unit<'_>) -> bool {
    let stands_in_time = |id: &NodeId| {
        let outer = unit.block.tree.ancestors_of(id, Some(4));
        outer.iter().take_while(|node| node.id != unit.block.id).any(|node| node.has_name("time"))
    };
    unit.block.has_name("time")
        || unit
            .texts
            .iter()
            .all(|id| stands_in_time(id) || unit.block.tree.get(id).is_some_and(|node| node.text().trim().is_empty()))
}

fn is_line_around(unit: &Unit<'_>, is_at_head: bool, metadata: &Metadata) -> bool {
    let count = unit.count();
    let text = unit.words.as_str();
    if phrases::is_heading_of_what_is_around(text)
        || phrases::is_counter(text)
        || phrases::is_credit(text)
        || phrases::names_the_desk(text)
        || (!is_item(unit) && (is_mark_or_time(text) || (count < 15 && is_time(unit))))
    {
        return true;
    }
    if !is_item(unit) && (is_day_of_publication(text) || is_contact(unit)) {
        return true;
    }
    if is_row_of_controls(unit) || is_count(unit) || (!is_item(unit) && is_label_before_link(unit)) {
        return true;
    }
    if count <= LONGEST_LINE_WORDS && unit.link_share() > 0.4 && phrases::leads_away(text) {
        return true;
    }
    if count <= 2 * LONGEST_LINE_WORDS && unit.lines().any(phrases::speaks_to_the_reader) {
        return true;
    }
    let names_outlet = metadata.publication.as_deref().is_some_and(|name| text.contains(name)) && unit.linked > 0;
    let is_number = text.chars().all(|c| !c.is_alphabetic());
    is_at_head
        && count <= LONGEST_LINE_WORDS
        && (names_outlet
            || (count <= 12 && unit.lines().any(leading_or_time))
            || is_number
            || is_byline_or_date(text, metadata))
}

/// A line above the first paragraph with a day and a year in it, in whatever language: "نشر في: 30 أغسطس 2020".
fn is_stamp(unit: &Unit<'_>) -> bool {
    let numbers = || unit.words.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let is_year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    unit.count() <= 12
        && !unit.is_heading()
        && !unit.words.trim_end().ends_with(['.', '!', '?', '”', '"'])
        && numbers().any(is_year)
        && numbers().any(|part| part.len() <= 2)
}

/// Nothing but what the buttons of the page say, each in an element of its own.
fn is_row_of_controls(unit: &Unit<'_>) -> bool {
    let texts = unit.texts.iter().filter_map(|id| unit.block.tree.get(id));
    let mut words =
        texts.map(|node| node.text().trim().to_owned()).filter(|words| words.chars().any(char::is_alphanumeric));
    !is_item(unit) && !unit.is_heading() && unit.count() <= 12 && words.all(|words| phrases::is_control(&words))
}

/// "Lire aussi : …", "[Editor's choice: …]".
fn is_label_before_link(unit: &Unit<'_>) -> bool {
    let bare = unit.words.trim().trim_start_matches(['[', '(', '•', '–', '-', '*', '>']).trim_end_matches([']', ')']);
    unit.count() <= LONGEST_LINE_WORDS && phrases::is_label_before_link(bare, unit.linked)
}

/// A number in a box of its own: votes, views, pages.
fn is_count(unit: &Unit<'_>) -> bool {
    matches!(unit.name.as_str(), "div" | "span" | "section" | "button")
        && unit.count() == 1
        && unit.words.trim().bytes().all(|byte| byte.is_ascii_digit())
}

/// Marks alone, or a time of day alone.
fn is_mark_or_time(text: &str) -> bool {
    let is_time = || {
        text.len() <= 8
            && text.starts_with(|c: char| c.is_ascii_digit())
            && (text.ends_with("am") || text.ends_with("pm"))
            && text.contains(['.', ':'])
    };
    !text.chars().any(char::is_alphanumeric) || is_time() || is_hour(text)
}

/// "14:03", "9.30".
fn is_hour(text: &str) -> bool {
    let below = |part: &str, limit: u32| {
        part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()) && part.parse::<u32>().is_ok_and(|n| n < limit)
    };
    text.trim()
        .split_once([':', '.'])
        .is_some_and(|(hour, minute)| below(hour, 24) && minute.len() == 2 && below(minute, 60))
}

/// "Published 19 September 2022", and no more: so no sentence begins and ends.
fn is_day_of_publication(text: &str) -> bool {
    let Some((lead, rest)) = text.split_once([' ', ':']) else { return false };
    let is_lead = ["published", "updated", "posted", "veröffentlicht", "publié", "publicado", "pubblicato"]
        .contains(&lead.to_lowercase().as_str());
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let rest = ["on ", "le ", "am ", "el ", "il "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    is_lead && leading_or_time(rest)
}

/// A name and an address to write to.
fn is_contact(unit: &Unit<'_>) -> bool {
    const MOST_WORDS: usize = 6;
    let is_address = |word: &str| word.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'));
    unit.count() <= 2 * MOST_WORDS
        && unit.words.split_whitespace().count() <= MOST_WORDS
        && unit.words.split_whitespace().any(is_address)
        && !unit.words.trim_end().ends_with(['.', '!', '?'])
}

/// "By Ada Quill", "Ada Quill, Islands reporter", "4 March 2026", "5 min read".
fn is_byline_or_date(text: &str, metadata: &Metadata) -> bool {
    let small = text.to_lowercase();
    let by = [
        "by ",
        "words by",
        "text by",
        "interview by",
        "posted by",
        "posted on",
        "published",
        "updated",
        "asked ",
        "viewed ",
        "last updated",
        "par ",
        "von ",
        "por ",
    ];
    let is_author = metadata.byline.as_deref().is_some_and(|byline| {
        byline.split(", ").flat_map(|part| part.split(" and ")).any(|name| small.starts_with(&name.to_lowercase()))
            && !text.ends_with(['.', '”', '"'])
    });
    let leads = by.iter().any(|lead| small.starts_with(lead)) && !text.ends_with(['.', '!', '?', '”', '"']);
    is_author || leads || leading_or_time(text) || small.ends_with("min read") || small.ends_with("minute read")
}

/// Lists whose items are links from end to end: under a heading of the page they lead away, and so they do behind the
/// last paragraph.
fn drop_lists_of_links(units: &[Unit<'_>], kept: &mut [bool], first: usize, last: usize) {
    let mut at = 0;
    while at < units.len() {
        let is_link = |at: usize| kept[at] && units[at].link_share() > 0.8 && !units[at].is_prose();
        let end = (at..units.len()).find(|at| !is_link(*at) && kept[*at]).unwrap_or(units.len());
        let links = (at..end).filter(|at| is_link(*at)).count();
        let is_short = (at..end).all(|at| units[at].count() <= 30);
        let is_of_article = kept[..at]
            .iter()
            .rposition(|kept| *kept)
            .is_some_and(|before| units[before].is_heading() && phrases::heads_sources(&units[before].words));
        if is_of_article {
            // Sources and notes are lists of links and the writer's own.
        } else if links >= 2 && is_short && (at > last || links >= 3) || (links >= 1 && (at > last || at < first)) {
            kept[at..end].fill(false);
        }
        at = end.max(at + 1);
    }
}

/// Headings that nothing follows before the end or before a heading of the same rank or a higher one.
fn drop_empty_sections(units: &[Unit<'_>], kept: &mut [bool]) {
    let mut next: Option<&str> = Some("h0");
    for at in (0..units.len()).rev() {
        if !kept[at] {
            continue;
        }
        let name = units[at].name.as_str();
        // What is dropped between a heading and the next one was its section.
        let is_empty = units[at].is_heading()
            && (next.is_some_and(|next| next == "h0" || (next == name && was_dropped(units, kept, at)))
                || heads_links(units, kept, at));
        if is_empty {
            kept[at] = false;
        } else {
            next = units[at].is_heading().then_some(name);
        }
    }
}

fn was_dropped(units: &[Unit<'_>], kept: &[bool], heading: usize) -> bool {
    units.get(heading + 1).is_some_and(|unit| !kept[heading + 1] && unit.length > 0)
}

/// Whether all that stands below a heading, up to the next unit that is kept, are titles of other things.
fn heads_links(units: &[Unit<'_>], kept: &[bool], heading: usize) -> bool {
    let below = (heading + 1..units.len()).take_while(|at| !kept[*at]);
    let below: Vec<&Unit<'_>> = below.map(|at| &units[at]).filter(|unit| unit.length > 0).collect();
    !below.is_empty() && below.iter().all(|unit| unit.is_linked_title())
}
