//! What belongs to an article although Readability drops it: headings, short paragraphs, standfirsts, parts of an
//! article that is split over boxes.

use std::collections::{BTreeMap, BTreeSet};

use dom_query::{NodeId, NodeRef};

use super::blocks::INLINE;
use super::content::{first_prose, last_prose};
use super::place::stands_in;
use super::units::Unit;
use super::{phrases, words};

/// What a block and the blocks around it are called: parts of one article are made alike. Elements that stand inside a
/// line, as fonts do in old pages, are passed over.
pub fn make(node: &NodeRef<'_>) -> String {
    let is_block = |node: &NodeRef<'_>| node.node_name().is_some_and(|name| !INLINE.contains(&&*name));
    let outer = std::iter::successors(node.parent(), NodeRef::parent).filter(is_block).take(2);
    let mut make = String::new();
    for node in std::iter::once(*node).chain(outer) {
        make += &node.node_name().unwrap_or_default();
        make.push('.');
        make += &node.class().unwrap_or_default();
        make.push('>');
    }
    make
}

/// The makes of the running text that is kept.
pub fn makes_of_prose(units: &[Unit<'_>], kept: &[bool]) -> BTreeSet<String> {
    let prose = units.iter().zip(kept).filter(|(unit, kept)| **kept && unit.is_prose());
    prose.map(|(unit, _)| make(&unit.block)).collect()
}

/// An article that is split over boxes, and one of which only the largest was found: running text before and behind
/// it that is made like it, as far as it follows closely.
pub fn grow(units: &[Unit<'_>], kept: &mut [bool], headline: Option<usize>) {
    let makes = makes_of_prose(units, kept);
    let (Some(first), Some(last)) = (first_prose(units, kept), last_prose(units, kept)) else { return };
    let from = headline.map_or(0, |at| at + 1).min(first);
    let alike = |unit: &Unit<'_>| unit.is_prose() && makes.contains(&make(&unit.block));
    for at in from..first {
        kept[at] |= alike(&units[at]);
    }
    for at in last + 1..units.len() {
        if phrases::is_heading_of_what_is_around(&units[at].words) {
            break;
        }
        kept[at] |= alike(&units[at]);
    }
}

/// What Readability drops of an article: headings, items, short lines and captions inside it, and what stands between
/// the headline and the first paragraph.
///
/// `marked` is the box that the page calls the article's body.
pub fn take_back(units: &[Unit<'_>], kept: &mut [bool], headline: Option<usize>, marked: Option<NodeId>) {
    let (Some(first), Some(last)) = (first_prose(units, kept), last_prose(units, kept)) else { return };
    if let Some(headline) = headline {
        for at in headline + 1..first {
            kept[at] |= units[at].link_share() < 0.3
                && (units[at].is_prose()
                    || is_standfirst(&units[at])
                    || is_point(&units[at])
                    || is_caption(&units[at].block)
                    || has_credit(units, at));
        }
    }
    let shared = nearest_shared(units, kept, 9);
    let makes = makes_of_prose(units, kept);
    for at in first..=last {
        let unit = &units[at];
        if kept[at] || unit.link_share() > 0.3 || !shared.is_none_or(|shared| stands_in(&unit.block, shared)) {
            continue;
        }
        let is_text = matches!(
            unit.name.as_str(),
            "p" | "li" | "dd" | "dt" | "blockquote" | "pre" | "figcaption" | "td" | "th" | "caption"
        );
        kept[at] = unit.is_heading()
            || unit.is_prose()
            || is_text
            || is_caption(&unit.block)
            || is_among(units, kept, at)
            || makes.contains(&make(&unit.block));
    }
    // A last list or caption below the last paragraph, in the same box.
    let marked = marked.filter(|marked| stands_in(&units[last].block, *marked));
    let Some(box_of_last) = marked.or(units[last].block.parent().map(|parent| parent.id)) else { return };
    let mut at = last + 1;
    while at < units.len() && (kept[at] || (stands_in(&units[at].block, box_of_last) && units[at].link_share() < 0.3)) {
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
    units[at].count() >= 2 && units.get(at + 1).is_some_and(|next| phrases::is_credit(&next.words))
}

/// Whether it is an item of a list or a cell.
pub fn is_item(unit: &Unit<'_>) -> bool {
    matches!(unit.name.as_str(), "li" | "dd" | "dt" | "td" | "th")
}

/// A line under the headline, of a few words at least.
fn is_standfirst(unit: &Unit<'_>) -> bool {
    unit.count() >= 5 && (unit.is_heading() || matches!(unit.name.as_str(), "p" | "div" | "blockquote"))
}

/// One of the points that sum up an article below its headline.
fn is_point(unit: &Unit<'_>) -> bool {
    unit.name == "li" && unit.count() >= 5 && unit.words.trim_end().ends_with(['.', '!', '?'])
}

/// Whether it stands in a list, a table or the words to a picture.
pub fn is_in_a_list_or_caption(unit: &Unit<'_>) -> bool {
    let outer = || std::iter::once(unit.block).chain(unit.block.ancestors_it(Some(3)));
    let is_one = |name: &str| matches!(name, "li" | "dd" | "dt" | "td" | "th" | "figcaption" | "caption" | "figure");
    is_caption(&unit.block) || outer().any(|node| node.node_name().is_some_and(|name| is_one(&name)))
}

fn is_caption(block: &NodeRef<'_>) -> bool {
    std::iter::once(*block).chain(block.ancestors_it(Some(2))).any(|node| {
        node.has_name("figcaption")
            || words::name_a_caption(&node.class().map(|class| class.to_string()).unwrap_or_default())
    })
}

/// The innermost element that holds so many tenths of what is kept.
pub fn nearest_shared(units: &[Unit<'_>], kept: &[bool], tenths: usize) -> Option<NodeId> {
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
    let holds = |node: &NodeRef<'_>| lengths.get(&node.id).is_some_and(|length| length * 10 >= total * tenths);
    std::iter::once(start).chain(start.ancestors_it(None)).find(holds).map(|node| node.id)
}
