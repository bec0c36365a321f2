//! Where on a page the article stands: as Mozilla's Readability finds it, and as the page marks it itself.

use std::collections::BTreeSet;

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};

use super::super::limits::MOST_ELEMENTS;
use super::content::LEAST_ARTICLE;
use super::units::{Masses, Unit};
use super::words;

/// Units most of whose characters Readability keeps. It works on a copy, in which nodes keep their numbers.
pub fn kept_by_readability(page: &Document, units: &[Unit<'_>]) -> Vec<bool> {
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

/// Whether an element says that it holds the body of an article.
pub fn is_called_the_body(node: &NodeRef<'_>) -> bool {
    let of = |key: &str| node.attr_or(key, "");
    let is_outermost = node.has_name("body") || node.has_name("html");
    of("itemprop").split_whitespace().any(|part| part == "articleBody")
        || (!is_outermost && (words::name_the_body(&class_and_id(node)) || words::name_the_body(&of("name"))))
}

/// The boxes that the page calls the bodies of articles; what holds such a box besides is no body itself.
pub fn bodies(body: NodeRef<'_>, masses: &Masses) -> BTreeSet<NodeId> {
    let is_one = |node: &NodeRef<'_>| {
        node.is_element() && masses.of(node).prose >= LEAST_ARTICLE / 2 && is_called_the_body(node)
    };
    let called: Vec<NodeRef<'_>> = body.descendants_it().filter(is_one).collect();
    let mut holding: BTreeSet<NodeId> = BTreeSet::new();
    for node in &called {
        for outer in node.ancestors_it(None) {
            if !holding.insert(outer.id) {
                break;
            }
        }
    }
    called.into_iter().map(|node| node.id).filter(|id| !holding.contains(id)).collect()
}

/// The elements next to it, some on either side.
pub fn siblings<'p>(node: &NodeRef<'p>) -> impl Iterator<Item = NodeRef<'p>> {
    const REACH: usize = 12;
    let before = std::iter::successors(node.prev_sibling(), NodeRef::prev_sibling).take(REACH);
    let behind = std::iter::successors(node.next_sibling(), NodeRef::next_sibling).take(REACH);
    before.chain(behind).filter(NodeRef::is_element)
}

/// What the maker of the page calls an element.
pub fn class_and_id(node: &NodeRef<'_>) -> String {
    format!("{} {}", node.attr_or("class", ""), node.attr_or("id", ""))
}

/// The box that the page itself calls the body of its article; none where it has several that are as large.
pub fn marked_body(body: NodeRef<'_>, masses: &Masses) -> Option<NodeId> {
    let marked: Vec<(NodeRef<'_>, usize)> = body
        .descendants_it()
        .filter(|node| node.is_element() && masses.of(node).prose >= LEAST_ARTICLE / 2 && is_called_the_body(node))
        .map(|node| (node, masses.of(&node).prose))
        .collect();
    let most = marked.iter().map(|(_, prose)| *prose).max()?;
    // Of those that stand in each other the innermost that still holds nearly all.
    let (innermost, _) = marked.iter().rfind(|(_, prose)| prose * 10 >= most * 9)?;
    let is_apart = |node: &NodeRef<'_>| !stands_in(node, innermost.id) && !stands_in(innermost, node.id);
    let has_peer = marked.iter().any(|(node, prose)| prose * 2 > most && is_apart(node));
    (!has_peer).then_some(innermost.id)
}

/// Where most of the marked body was lost, or more was found elsewhere, the page is taken by its word.
pub fn keep_the_marked_body(
    page: &Document,
    marked: Option<NodeId>,
    masses: &Masses,
    units: &[Unit<'_>],
    kept: &mut [bool],
) {
    let is_in = |unit: &Unit<'_>, outer: NodeId| stands_in(&unit.block, outer);
    let prose_kept = |kept: &[bool], chosen: &dyn Fn(&Unit<'_>) -> bool| -> usize {
        let of_kept = units.iter().zip(kept).filter(|(unit, kept)| **kept && unit.is_prose() && chosen(unit));
        of_kept.map(|(unit, _)| unit.length).sum()
    };
    if let Some(outer) = marked {
        let whole: usize =
            units.iter().filter(|unit| unit.is_prose() && is_in(unit, outer)).map(|unit| unit.length).sum();
        let inside = prose_kept(kept, &|unit| is_in(unit, outer));
        let outside = prose_kept(kept, &|unit| !is_in(unit, outer));
        if inside * 10 < whole * 9 || outside > inside {
            take(units, kept, outer);
        }
        return;
    }
    let now = prose_kept(kept, &|_| true);
    for selector in ["article", "main", "[role=main]"] {
        let found = page.select(selector);
        let Some(largest) = found.nodes().iter().max_by_key(|node| masses.of(node).prose) else { continue };
        let prose = masses.of(largest).prose;
        let most = if selector == "article" && found.nodes().len() == 1 { 9 } else { 5 };
        if prose > LEAST_ARTICLE && now * 10 < prose * most {
            take(units, kept, largest.id);
            return;
        }
    }
}

fn take(units: &[Unit<'_>], kept: &mut [bool], outer: NodeId) {
    for (kept, unit) in kept.iter_mut().zip(units) {
        *kept = unit.is_prose() && stands_in(&unit.block, outer);
    }
}

/// Verse, which no measure of prose finds: all lines of the box that is called so. Where `of_most` is set, only if most of
/// what is kept stands there: a page that quotes a few lines is no poem.
pub fn keep_verse(body: NodeRef<'_>, masses: &Masses, units: &[Unit<'_>], kept: &mut [bool], of_most: bool) {
    let is_verse = |node: &NodeRef<'_>| {
        let mass = masses.of(node);
        node.is_element()
            && !node.has_name("body")
            && mass.length >= LEAST_ARTICLE
            && mass.link_share() < 0.1
            && words::name_verse(&class_and_id(node))
    };
    // The innermost of those that hold most of it.
    let verses: Vec<NodeRef<'_>> = body.descendants_it().filter(is_verse).collect();
    let Some(most) = verses.iter().map(|node| masses.of(node).length).max() else { return };
    let Some(verse) = verses.iter().rfind(|node| masses.of(node).length * 10 >= most * 9) else { return };
    let is_in: Vec<bool> = units.iter().map(|unit| unit.length > 0 && stands_in(&unit.block, verse.id)).collect();
    let length = |chosen: &dyn Fn(usize) -> bool| -> usize {
        (0..units.len()).filter(|at| kept[*at] && chosen(*at)).map(|at| units[at].length).sum()
    };
    if of_most && length(&|at| is_in[at]) * 2 < length(&|_| true) {
        return;
    }
    for (kept, is_in) in kept.iter_mut().zip(is_in) {
        *kept |= is_in;
    }
}

/// Whether a node is that one or stands in it.
pub fn stands_in(node: &NodeRef<'_>, outer: NodeId) -> bool {
    node.id == outer || node.ancestors_it(None).any(|node| node.id == outer)
}
