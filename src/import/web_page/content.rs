//! Which units of a page are its article.
//!
//! Mozilla's Readability finds where the article stands; what it drops inside the article (headings, short paragraphs,
//! standfirsts, parts of an article that is split over boxes) is taken back, what it keeps of the page is dropped.

use std::collections::{BTreeMap, BTreeSet};

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};

use super::super::limits::MOST_ELEMENTS;
use super::super::properties::is_same;
use super::metadata::{is_title_in, leading_or_time, one_line};
use super::units::{self, Unit};
use super::words;
use crate::model::Metadata;

/// The fewest characters of an article, white space apart: a brief of two sentences.
const LEAST_ARTICLE: usize = 120;
/// The longest line, in words, that can be a byline, a date or a note of the page.
const LONGEST_LINE_WORDS: usize = 25;

/// Short lines that follow the headline on the page as it was, before anything was taken out of it: who wrote it, and when.
pub fn lines_below(headline: &str, page: &[String]) -> Vec<String> {
    const LINES: usize = 10;
    let at = page.iter().position(|words| is_same(words, headline));
    let lines = page.iter().skip(at.map_or(0, |at| at + 1)).take(if at.is_some() { LINES } else { 0 });
    // A standfirst may stand between; the second long line is the article.
    let mut long = 0;
    let lines = lines.take_while(|words| {
        long += usize::from(words.split_whitespace().count() > LONGEST_LINE_WORDS);
        long < 2
    });
    lines.filter(|words| words.split_whitespace().count() <= LONGEST_LINE_WORDS).cloned().collect()
}

/// The lines of a page.
pub fn lines(page: &Document) -> Vec<String> {
    let units = page.body().map(units::of).unwrap_or_default();
    units.iter().flat_map(Unit::lines).map(one_line).filter(|line| !line.is_empty()).collect()
}

/// What was found.
pub struct Found {
    /// The text nodes of the article.
    pub texts: BTreeSet<NodeId>,
    /// The text nodes of its headline, which are among them.
    pub title: BTreeSet<NodeId>,
    /// The headline as it stands there.
    pub headline: Option<String>,
}

/// The article in a page out of which [`super::furniture`] was taken; none where it holds none.
pub fn find(page: &Document, titles: &[String], metadata: &Metadata) -> Option<Found> {
    let body = page.body()?;
    let units = units::of(body);
    let mut kept = kept_by_readability(page, &units);
    keep_the_marked_body(page, body, &units, &mut kept);
    if !is_article(&units, &kept) {
        kept = units.iter().map(Unit::is_prose).collect();
    }
    let headline = headline(&units, &kept, titles, metadata);
    grow(&units, &mut kept, headline);
    take_back(&units, &mut kept, headline);
    drop_what_is_around(&units, &mut kept, headline, metadata);
    if !is_article(&units, &kept) {
        return None;
    }
    let title: BTreeSet<NodeId> = headline.iter().flat_map(|at| units[*at].texts.clone()).collect();
    let texts = units.iter().zip(&kept).filter(|(_, kept)| **kept).flat_map(|(unit, _)| unit.texts.clone());
    Some(Found {
        texts: texts.chain(title.clone()).collect(),
        title,
        headline: headline.map(|at| one_line(&units[at].words.replace(units::LINE_END, " "))),
    })
}

/// Units most of whose characters Readability keeps. It works on a copy, in which nodes keep their numbers.
fn kept_by_readability(page: &Document, units: &[Unit<'_>]) -> Vec<bool> {
    let nothing = vec![false; units.len()];
    let config = Config { max_elements_to_parse: MOST_ELEMENTS, disable_json_ld: true, ..Config::default() };
    let Ok(mut readability) = Readability::with_document(page.clone(), None, Some(config)) else { return nothing };
    if readability.parse().is_err() {
        return nothing;
    }
    let content = readability.doc.select_single("#readability-page-1");
    let Some(root) = content.nodes().first() else { return nothing };
    let kept: BTreeSet<NodeId> = root.descendants_it().filter(NodeRef::is_text).map(|node| node.id).collect();
    units
        .iter()
        .map(|unit| unit.texts.iter().filter(|text| kept.contains(text)).count() * 2 > unit.texts.len())
        .collect()
}

/// Where the page marks the body of its article and most of that was lost, it is taken by its word.
fn keep_the_marked_body(page: &Document, body: NodeRef<'_>, units: &[Unit<'_>], kept: &mut [bool]) {
    let of_kept = units.iter().zip(kept.iter()).filter(|(unit, kept)| **kept && unit.is_prose());
    let now: usize = of_kept.map(|(unit, _)| unit.length).sum();
    let masses = units::masses(body, units);
    let prose = |node: &NodeRef<'_>| masses.get(&node.id).map_or(0, |mass| mass.prose);
    for selector in ["[itemprop~=articleBody]", "article", "main", "[role=main]"] {
        let marked = page.select(selector);
        let Some(largest) = marked.nodes().iter().max_by_key(|node| prose(node)) else { continue };
        let sure = selector == "[itemprop~=articleBody]" || (selector == "article" && marked.nodes().len() == 1);
        let most = if sure { 9 } else { 5 };
        if prose(largest) > LEAST_ARTICLE && now * 10 < prose(largest) * most {
            for (kept, unit) in kept.iter_mut().zip(units) {
                *kept = unit.is_prose() && stands_in(&unit.block, largest.id);
            }
            return;
        }
    }
}

fn stands_in(node: &NodeRef<'_>, outer: NodeId) -> bool {
    node.id == outer || node.ancestors_it(None).any(|node| node.id == outer)
}

/// Running text, or lines enough, that are not mostly links.
fn is_article(units: &[Unit<'_>], kept: &[bool]) -> bool {
    let kept = || units.iter().zip(kept).filter(|(_, kept)| **kept).map(|(unit, _)| unit);
    let length: usize = kept().map(|unit| unit.length).sum();
    let linked: usize = kept().map(|unit| unit.linked).sum();
    let prose: usize = kept().filter(|unit| unit.is_prose()).map(|unit| unit.length).sum();
    linked * 2 < length
        && (prose >= LEAST_ARTICLE
            || (prose >= LEAST_ARTICLE / 2 && length >= 2 * LEAST_ARTICLE)
            || (linked * 10 < length && length >= 3 * LEAST_ARTICLE))
}

/// The unit that is the headline: what a title of the page says, the surest title first, best as a heading, before
/// most of the article.
fn headline(units: &[Unit<'_>], kept: &[bool], titles: &[String], metadata: &Metadata) -> Option<usize> {
    let first = first_prose(units, kept)?;
    // A headline may look like a paragraph to the measure, and a picture's words may stand above it.
    let reach = (first + 3).min(units.len());
    let rank = |at: &usize| match units[*at].name.as_str() {
        "h1" => 0,
        "h2" | "h3" | "h4" => 1,
        _ => 2,
    };
    // The site's own name stands in titles too.
    let is_site = |unit: &Unit<'_>| metadata.publication.as_deref().is_some_and(|name| is_same(name, &unit.words));
    let may_be = |at: &usize| {
        let unit = &units[*at];
        unit.count() < 60
            && unit.words.chars().any(char::is_alphanumeric)
            && !is_site(unit)
            && (unit.link_share() < 0.9 || unit.is_heading())
    };
    // Of equal ones the nearest to the text: above it stand the site's name and the path to the page.
    let best = |ranks: std::ops::RangeInclusive<usize>, says: &dyn Fn(&str) -> bool| {
        let candidates = (0..reach).filter(may_be).filter(|at| ranks.contains(&rank(at)) && says(&units[*at].words));
        candidates.min_by_key(|at| (rank(at), first.abs_diff(*at)))
    };
    let only_h1 = || {
        let mut firsts =
            (0..reach).filter(may_be).filter(|at| units[*at].name == "h1" && units[*at].link_share() < 0.5);
        firsts.next().filter(|_| firsts.next().is_none())
    };
    let whole = |ranks| {
        titles.iter().find_map(|title| best(std::ops::RangeInclusive::clone(&ranks), &|words| is_same(words, title)))
    };
    let part = |ranks| {
        titles.iter().find_map(|title| {
            [true, false].iter().find_map(|before| {
                best(std::ops::RangeInclusive::clone(&ranks), &|words| is_title_in(words, title, *before))
            })
        })
    };
    whole(0..=0)
        .or_else(|| part(0..=0))
        .or_else(|| whole(1..=1))
        .or_else(|| part(1..=1))
        .or_else(only_h1)
        .or_else(|| whole(2..=2))
        .or_else(|| part(2..=2))
}

fn first_prose(units: &[Unit<'_>], kept: &[bool]) -> Option<usize> {
    let prose = units.iter().zip(kept).position(|(unit, kept)| *kept && unit.is_prose());
    prose.or_else(|| kept.iter().position(|kept| *kept))
}

fn last_prose(units: &[Unit<'_>], kept: &[bool]) -> Option<usize> {
    let prose = units.iter().zip(kept).rposition(|(unit, kept)| *kept && unit.is_prose());
    prose.or_else(|| kept.iter().rposition(|kept| *kept))
}

/// What an element and those around it are called: parts of one article are made alike.
fn make(node: &NodeRef<'_>) -> String {
    let parent = node.parent();
    let outer = parent.and_then(|parent| parent.parent());
    let mut make = String::new();
    for node in [Some(*node), parent, outer].iter().flatten() {
        make += &node.node_name().unwrap_or_default();
        make.push('.');
        make += &node.class().unwrap_or_default();
        make.push('>');
    }
    make
}

/// An article that is split over boxes, and one of which only the largest was found: running text before and behind
/// it that is made like it, as far as it follows closely.
fn grow(units: &[Unit<'_>], kept: &mut [bool], headline: Option<usize>) {
    let makes: BTreeSet<String> = units
        .iter()
        .zip(kept.iter())
        .filter(|(unit, kept)| **kept && unit.is_prose())
        .map(|(unit, _)| make(&unit.block))
        .collect();
    let (Some(first), Some(last)) = (first_prose(units, kept), last_prose(units, kept)) else { return };
    let from = headline.map_or(0, |at| at + 1).min(first);
    let alike = |unit: &Unit<'_>| unit.is_prose() && makes.contains(&make(&unit.block));
    for at in from..first {
        kept[at] |= alike(&units[at]);
    }
    for at in last + 1..units.len() {
        if words::is_heading_of_what_is_around(&units[at].words) {
            break;
        }
        kept[at] |= alike(&units[at]);
    }
}

/// What Readability drops of an article: headings, items, short lines and captions inside it, and what stands between
/// the headline and the first paragraph.
fn take_back(units: &[Unit<'_>], kept: &mut [bool], headline: Option<usize>) {
    let (Some(first), Some(last)) = (first_prose(units, kept), last_prose(units, kept)) else { return };
    if let Some(headline) = headline {
        for at in headline + 1..first {
            kept[at] |= units[at].link_share() < 0.3
                && (units[at].is_prose()
                    || is_standfirst(&units[at])
                    || is_caption(&units[at].block)
                    || has_credit(units, at));
        }
    }
    let shared = nearest_shared(units, kept);
    for at in first..=last {
        let unit = &units[at];
        if kept[at] || unit.link_share() > 0.3 || !shared.is_none_or(|shared| stands_in(&unit.block, shared)) {
            continue;
        }
        let is_text = matches!(
            unit.name.as_str(),
            "p" | "li" | "dd" | "dt" | "blockquote" | "pre" | "figcaption" | "td" | "th" | "caption"
        );
        kept[at] =
            unit.is_heading() || unit.is_prose() || is_text || is_caption(&unit.block) || is_among(units, kept, at);
    }
    // A last list or caption below the last paragraph, in the same box.
    let Some(box_of_last) = units[last].block.parent() else { return };
    let mut at = last + 1;
    while at < units.len()
        && (kept[at] || (stands_in(&units[at].block, box_of_last.id) && units[at].link_share() < 0.3))
    {
        kept[at] |= is_item(&units[at])
            || units[at].name == "p"
            || units[at].name == units[last].name
            || units[at].is_heading()
            || is_caption(&units[at].block);
        at += 1;
    }
}

/// A line between lines of the article that stand in the same box as it.
fn is_among(units: &[Unit<'_>], kept: &[bool], at: usize) -> bool {
    let same_box = |other: usize| kept.get(other) == Some(&true) && units[other].block.id == units[at].block.id;
    (1..4).any(|step| same_box(at + step) || at.checked_sub(step).is_some_and(same_box))
}

/// Words to a picture that no name tells are told by who took it.
fn has_credit(units: &[Unit<'_>], at: usize) -> bool {
    units[at].count() >= 2 && units.get(at + 1).is_some_and(|next| words::is_credit(&next.words))
}

fn is_item(unit: &Unit<'_>) -> bool {
    matches!(unit.name.as_str(), "li" | "dd" | "dt" | "td" | "th")
}

/// A line under the headline, of a few words at least.
fn is_standfirst(unit: &Unit<'_>) -> bool {
    unit.count() >= 5 && (unit.is_heading() || matches!(unit.name.as_str(), "p" | "div" | "blockquote"))
}

fn is_caption(block: &NodeRef<'_>) -> bool {
    std::iter::once(*block).chain(block.ancestors_it(Some(2))).any(|node| {
        node.has_name("figcaption")
            || words::name_a_caption(&node.class().map(|class| class.to_string()).unwrap_or_default())
    })
}

/// The innermost element that holds nine tenths of what is kept.
fn nearest_shared(units: &[Unit<'_>], kept: &[bool]) -> Option<NodeId> {
    let kept = || units.iter().zip(kept).filter(|(_, kept)| **kept).map(|(unit, _)| unit);
    let total: usize = kept().map(|unit| unit.length).sum();
    let mut lengths: BTreeMap<NodeId, usize> = BTreeMap::new();
    for unit in kept() {
        *lengths.entry(unit.block.id).or_default() += unit.length;
    }
    let start = kept().max_by_key(|unit| unit.length)?.block;
    let top = start.ancestors_it(None).last().unwrap_or(start);
    for node in top.descendants().iter().rev() {
        if let (Some(length), Some(parent)) = (lengths.get(&node.id).copied(), node.parent()) {
            *lengths.entry(parent.id).or_default() += length;
        }
    }
    let holds = |node: &NodeRef<'_>| lengths.get(&node.id).is_some_and(|length| length * 10 >= total * 9);
    std::iter::once(start).chain(start.ancestors_it(None)).find(holds).map(|node| node.id)
}

/// Drops what was kept of the page around: lines that lead away, lists of links, bylines and dates of the head, credits.
fn drop_what_is_around(units: &[Unit<'_>], kept: &mut [bool], headline: Option<usize>, metadata: &Metadata) {
    let Some(first) = first_prose(units, kept) else { return };
    // Above the headline nothing is the article's.
    if let Some(headline) = headline {
        kept[..=headline].fill(false);
    }
    let prose: Vec<usize> = (first..units.len()).filter(|at| kept[*at] && units[*at].is_prose()).take(3).collect();
    let head_end = prose.last().copied().unwrap_or(first);
    drop_boxes_around(units, kept);
    for at in 0..units.len() {
        let is_headline_again =
            at <= first && headline.is_some_and(|headline| is_same(&units[at].words, &units[headline].words));
        // Labels above the first paragraph: "Category: News".
        let is_label = at < first && matches!(units[at].name.as_str(), "dt" | "dd") && units[at].count() <= 5;
        if is_headline_again || is_label || is_line_around(&units[at], at <= head_end, metadata) {
            kept[at] = false;
        }
    }
    let last = last_prose(units, kept).unwrap_or(first);
    drop_lists_of_links(units, kept, first, last);
    drop_empty_sections(units, kept);
}

/// Where a heading says that its box leads away, the whole box does.
fn drop_boxes_around(units: &[Unit<'_>], kept: &mut [bool]) {
    let total: usize = units
        .iter()
        .zip(kept.iter())
        .filter(|(unit, kept)| **kept && unit.is_prose())
        .map(|(unit, _)| unit.length)
        .sum();
    for at in 0..units.len() {
        let unit = &units[at];
        let leads = unit.count() <= LONGEST_LINE_WORDS
            && (words::is_heading_of_what_is_around(&unit.words)
                || (unit.is_heading() && words::speaks_to_the_reader(&unit.words)));
        if !leads {
            continue;
        }
        // The largest element that begins with it and is a minor part of what is kept.
        let most = if unit.is_heading() { total / 3 } else { total / 8 };
        let mut end = at + 1;
        for outer in unit.block.ancestors_it(Some(4)) {
            let begins = at == 0 || !stands_in(&units[at - 1].block, outer.id);
            let inside = (at..units.len()).take_while(|at| stands_in(&units[*at].block, outer.id)).count();
            let prose: usize =
                units[at..at + inside].iter().filter(|unit| unit.is_prose()).map(|unit| unit.length).sum();
            if !begins || prose > most {
                break;
            }
            end = at + inside;
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
    if words::is_heading_of_what_is_around(text)
        || words::is_counter(text)
        || words::is_credit(text)
        || (!is_item(unit) && (is_mark_or_time(text) || (count < 15 && is_time(unit))))
    {
        return true;
    }
    if count <= LONGEST_LINE_WORDS && unit.link_share() > 0.4 && words::leads_away(text) {
        return true;
    }
    if count <= 2 * LONGEST_LINE_WORDS && unit.lines().any(words::speaks_to_the_reader) {
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

/// Marks alone, or a time of day alone.
fn is_mark_or_time(text: &str) -> bool {
    let is_time = || {
        text.len() <= 8
            && text.starts_with(|c: char| c.is_ascii_digit())
            && (text.ends_with("am") || text.ends_with("pm"))
            && text.contains(['.', ':'])
    };
    !text.chars().any(char::is_alphanumeric) || is_time()
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
            .is_some_and(|before| units[before].is_heading() && words::heads_sources(&units[before].words));
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
            && next.is_some_and(|next| next == "h0" || (next == name && was_dropped(units, kept, at)));
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
