//! The headline of an article, and the lines below it.

use dom_query::NodeId;

use super::super::properties::is_same;
use super::content::first_prose;
use super::metadata::one_line;
use super::site_title::is_title_in;
use super::units::Unit;
use crate::model::{Metadata, leading_date};

/// The longest line, in words, that can be a byline, a date or a note of the page.
pub const LONGEST_LINE_WORDS: usize = 25;

/// Short lines that follow the headline on the page as it was, before anything was taken out of it: who wrote it, and when.
pub fn lines_below(headline: &str, page: &[String]) -> Vec<String> {
    const LINES: usize = 10;
    let at = page.iter().position(|words| is_same(words, headline));
    let lines = page.iter().skip(at.map_or(0, |at| at + 1)).take(if at.is_some() { LINES } else { 0 });
    // A standfirst may stand between; the second long line is the article.
    let mut long = 0;
    let lines = lines.take_while(|words| {
        let count = words.split_whitespace().count();
        long += usize::from(count > LONGEST_LINE_WORDS || (count > LONGEST_LINE_WORDS / 2 && words.ends_with('.')));
        long < 2
    });
    lines.filter(|words| words.split_whitespace().count() <= LONGEST_LINE_WORDS).cloned().collect()
}

/// Lines not far above the headline that are a day and nothing more.
pub fn days_above(headline: &str, page: &[String]) -> Vec<String> {
    const LINES: usize = 4;
    let at = page.iter().position(|words| is_same(words, headline)).unwrap_or_default();
    let above = page[at.saturating_sub(LINES)..at].iter().rev();
    above.filter(|line| leading_date(line).is_some_and(|day| day.bytes == line.len())).cloned().collect()
}

/// The lines of a page.
pub fn lines(units: &[Unit<'_>]) -> Vec<String> {
    units.iter().flat_map(Unit::lines).map(one_line).filter(|line| !line.is_empty()).collect()
}

/// The unit that is the headline: what a title of the page says, the surest title first, best as a heading, before
/// most of the article.
pub fn headline(units: &[Unit<'_>], kept: &[bool], titles: &[String], metadata: &Metadata) -> Option<usize> {
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
    // The surest title, word for word in a lesser heading, goes before a part of one in the name of the site.
    let surest = || best(1..=1, &|words| titles.first().is_some_and(|title| is_same(words, title)));
    whole(0..=0)
        .or_else(surest)
        .or_else(|| part(0..=0))
        .or_else(|| whole(1..=1))
        .or_else(|| part(1..=1))
        .or_else(only_h1)
        .or_else(|| titles.iter().find_map(|title| best(0..=1, &|words| begins_with_title(words, title))))
        .or_else(|| whole(2..=2))
        .or_else(|| part(2..=2))
}

/// Whether a headline goes on behind what machines are told of it.
fn begins_with_title(words: &str, title: &str) -> bool {
    const LEAST_WORDS: usize = 5;
    let bare = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let (words, title) = (bare(words), bare(title));
    title.len() >= LEAST_WORDS && words.starts_with(&title)
}

/// A headline that is but a line of a unit, as in old pages, where a break parts it from who wrote it.
pub struct Line {
    /// The unit.
    pub unit: usize,
    /// The nodes its words are in.
    pub texts: Vec<NodeId>,
    /// The nodes of the running text that follows it in the unit.
    pub below: Vec<NodeId>,
    /// Its words.
    pub words: String,
}

/// The line, where one says what a title of the page does, before most of the article.
pub fn line(units: &[Unit<'_>], kept: &[bool], titles: &[String]) -> Option<Line> {
    const LONGEST_HEAD_WORDS: usize = 60;
    const LEAST_PROSE_WORDS: usize = 10;
    let first = first_prose(units, kept)?;
    let says = |words: &str| {
        let of = |title: &String| {
            is_same(words, title) || is_title_in(words, title, true) || is_title_in(words, title, false)
        };
        titles.iter().any(of)
    };
    let heads = (0..(first + 1).min(units.len())).filter(|at| units[*at].count() <= LONGEST_HEAD_WORDS);
    let mut found = heads.filter_map(|at| {
        let unit = &units[at];
        let words = one_line(unit.lines().find(|line| line.chars().any(char::is_alphanumeric) && says(line))?);
        if one_line(&unit.words) == words {
            return None;
        }
        // A line is one element's words, save where something in it is set apart.
        let said = |id: &NodeId| unit.block.tree.get(id).map(|node| one_line(&node.text())).unwrap_or_default();
        let texts: Vec<NodeId> =
            unit.texts.iter().copied().filter(|id| !said(id).is_empty() && words.contains(&said(id))).collect();
        let rest: Vec<NodeId> = match unit.texts.iter().position(|id| Some(id) == texts.last()) {
            Some(last) => unit.texts[last + 1..].to_vec(),
            None => Vec::new(),
        };
        // A byline and a date are no sentence.
        let text = one_line(&rest.iter().map(&said).collect::<Vec<_>>().join(" "));
        let is_prose =
            text.split_whitespace().count() >= LEAST_PROSE_WORDS && text.ends_with(['.', '!', '?', '”', '"']);
        Some(Line { unit: at, texts, below: if is_prose { rest } else { Vec::new() }, words })
    });
    found.next_back()
}
