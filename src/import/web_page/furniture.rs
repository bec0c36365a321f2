//! What stands around an article, taken out of a page by its structure and its names before the article is looked for.

use std::collections::BTreeSet;

use dom_query::{Document, NodeId, NodeRef};

use super::blocks::{INLINE, is_hidden};
use super::content::LEAST_ARTICLE;
use super::place;
use super::units::{Mass, Masses, Unit, is_heading};
use super::{phrases, teasers, words};

/// The largest box, in characters, that its name alone makes small.
const SMALL: usize = 600;

/// What stands before an article that must be paid for is no longer, in characters.
const LONGEST_BARRIER: usize = 2000;

/// Takes out of the page what its elements, roles and names say is no article.
///
/// A name is believed only where enough running text remains without it: "has-sidebar" stands on whole pages too.
///
/// `units` are those of the page as it is before.
pub fn remove(page: &Document, units: &[Unit<'_>]) {
    let Some(body) = page.body() else { return };
    let masses = Masses::below(body, units);
    let bodies = place::bodies(body, &masses);
    let mut remaining = masses.of(&body).prose;
    for node in body.descendants_it().filter(NodeRef::is_element).collect::<Vec<_>>() {
        remaining = remaining.saturating_sub(remove_runs(&node, &masses, units, &bodies, remaining));
    }
    let mut stack: Vec<NodeRef<'_>> = body.element_children().into_iter().rev().collect();
    while let Some(node) = stack.pop() {
        let of_node = masses.of(&node);
        if is_around(&node, of_node, remaining) || leads_away(&node, &masses, units, &bodies, remaining) {
            node.remove_from_parent();
            remaining = remaining.saturating_sub(of_node.prose);
        } else if !node.has_name("pre") && !node.has_name("code") {
            // Code has comments and the like of its own.
            let mut children = node.element_children();
            children.reverse();
            stack.extend(children);
        }
    }
}

/// Takes out teasers that follow each other among other things; how much running text was in them.
fn remove_runs(
    node: &NodeRef<'_>,
    masses: &Masses,
    units: &[Unit<'_>],
    bodies: &BTreeSet<NodeId>,
    remaining: usize,
) -> usize {
    let mass = masses.of(node);
    let mut removed = 0;
    for run in teasers::runs(node, mass, masses, units) {
        let prose: usize = run.iter().map(|teaser| masses.of(teaser).prose).sum();
        let left = remaining.saturating_sub(removed + prose);
        // A page of nothing else is a front page, or what a search found.
        let is_all = left < LEAST_ARTICLE / 2 && run.len() >= teasers::LEAST_FRONT_PAGE;
        if is_all || (left >= LEAST_ARTICLE / 2 && is_minor(node, prose, left, bodies)) {
            run.iter().for_each(NodeRef::remove_from_parent);
            removed += prose;
        }
    }
    removed
}

fn leads_away(
    node: &NodeRef<'_>,
    masses: &Masses,
    units: &[Unit<'_>],
    bodies: &BTreeSet<NodeId>,
    remaining: usize,
) -> bool {
    let mass = masses.of(node);
    let left = remaining.saturating_sub(mass.prose);
    left >= LEAST_ARTICLE / 2
        && (teasers::is_box_of_links(node, mass, units) || teasers::is_row(node, mass, masses, units))
        && is_minor(node, mass.prose, left, bodies)
        && !holds_headline(node)
}

/// Whether so much running text is little beside what is left. What leads away may be more than a short article; inside
/// the article's own box it is not.
fn is_minor(node: &NodeRef<'_>, prose: usize, left: usize, bodies: &BTreeSet<NodeId>) -> bool {
    prose * 2 < left || (left >= LEAST_ARTICLE / 2 && !stands_in_one(node, bodies))
}

fn stands_in_one(node: &NodeRef<'_>, bodies: &BTreeSet<NodeId>) -> bool {
    node.ancestors_it(None).any(|outer| bodies.contains(&outer.id))
}

fn is_around(node: &NodeRef<'_>, mass: Mass, remaining: usize) -> bool {
    let Some(name) = node.node_name() else { return false };
    if is_hidden(node) {
        return true;
    }
    let left = remaining.saturating_sub(mass.prose);
    let is_minor = mass.prose * 2 < left && (mass.prose == 0 || left >= LEAST_ARTICLE);
    let role = node.attr_or("role", "");
    match &*name {
        "nav" | "menu" | "dialog" | "amp-sidebar" | "amp-consent" | "amp-list" => {
            return is_minor || mass.prose < remaining / 2;
        }
        "footer" | "aside" | "form" | "address" if is_minor && !stands_in_quotation(node) => return true,
        // A teaser among the paragraphs.
        "article" if mass.prose == 0 && mass.link_share() > 0.4 => return true,
        "header" if is_minor && !holds_any_heading(node) && mass.prose == 0 => return true,
        // The small print of a picture is whose it is.
        "small" if node.parent().is_some_and(|parent| parent.has_name("figcaption")) => return true,
        _ => {}
    }
    if is_minor && mass.length < SMALL / 2 && !is_paragraph(&name) && (has_field(node) || is_call(node, mass)) {
        return true;
    }
    if mass.length > 0 && stands_in_caption(node) && phrases::is_credit_in_caption(&node.text()) {
        return true;
    }
    if words::is_role_around(&role) && is_minor {
        return true;
    }
    // What stands over a headline inside it is a part of it.
    let is_in_headline = || node.ancestors_it(Some(2)).any(|outer| outer.has_name("h1"));
    if INLINE.contains(&&*name) && mass.linked == 0 && is_in_headline() {
        return false;
    }
    let names = names_of(node);
    if names.trim().is_empty() || place::is_called_the_body(node) {
        return false;
    }
    if words::name_comments(&names) && left >= LEAST_ARTICLE {
        return true;
    }
    if words::name_a_barrier(&names)
        && left >= LEAST_ARTICLE / 2
        && mass.length < LONGEST_BARRIER
        && asks_to_subscribe(node)
    {
        return true;
    }
    if words::name_what_is_around(&names) && !(mass.length < SMALL && holds_headline(node)) {
        // A paragraph is no box: its own words say what it is.
        return if is_paragraph(&name) { mass.length < 160 && is_minor } else { is_minor || mass.link_share() > 0.6 };
    }
    words::name_what_is_around_in_small(&names)
        && mass.length < SMALL
        && mass.prose * 4 < left.max(1)
        && !is_heading(&name)
        && (mass.prose == 0 || left >= LEAST_ARTICLE)
        && (INLINE.contains(&&*name) || !holds_heading(node))
}

/// A box of a few words that ends with a button: it wants something of the reader. One of several made alike is a part
/// of something.
fn is_call(node: &NodeRef<'_>, mass: Mass) -> bool {
    const MOST_UNITS: usize = 4;
    let is_button = |node: &NodeRef<'_>| node.has_name("a") && words::name_a_button(&node.attr_or("class", ""));
    let is_alike = |other: &NodeRef<'_>| other.class() == node.class();
    (2..=MOST_UNITS).contains(&mass.units)
        && ["div", "section"].iter().any(|name| node.has_name(name))
        && node.element_children().last().is_some_and(is_button)
        && !place::siblings(node).any(|other| is_alike(&other))
}

/// An element inside the words to a picture.
fn stands_in_caption(node: &NodeRef<'_>) -> bool {
    !node.has_name("figcaption") && node.ancestors_it(Some(3)).any(|outer| outer.has_name("figcaption"))
}

/// Whether there is something to fill in.
fn has_field(node: &NodeRef<'_>) -> bool {
    node.descendants_it().any(|inner| inner.has_name("input") && inner.attr_or("type", "text").as_ref() != "hidden")
}

fn asks_to_subscribe(node: &NodeRef<'_>) -> bool {
    let text = node.text().to_lowercase();
    ["subscri", "sign in", "log in", "per month", "register"].iter().any(|words| text.contains(words))
}

/// What an element is called.
fn names_of(node: &NodeRef<'_>) -> String {
    ["class", "id", "data-component", "data-testid", "data-type", "aria-label"]
        .iter()
        .filter(|key| {
            **key != "aria-label" || !node.has_name("section") && !node.has_name("article") && !node.has_name("div")
        })
        .filter_map(|key| node.attr(key))
        .filter(|value| value.len() < 400)
        .map(|value| value.to_string() + " ")
        .collect()
}

fn is_paragraph(name: &str) -> bool {
    matches!(name, "p" | "blockquote" | "li" | "td" | "pre" | "figure" | "figcaption" | "dd" | "dt") || is_heading(name)
}

fn holds_heading(node: &NodeRef<'_>) -> bool {
    let is_one = |node: &NodeRef<'_>| node.has_name("h1") || node.has_name("h2");
    is_one(node) || node.descendants_it().any(|node| is_one(&node))
}

/// The header of a part of an article may be all that heads it.
fn holds_any_heading(node: &NodeRef<'_>) -> bool {
    node.descendants_it().any(|inner| inner.node_name().is_some_and(|name| is_heading(&name)))
}

/// A banner or overlay may hold the headline.
fn holds_headline(node: &NodeRef<'_>) -> bool {
    node.has_name("h1") || node.descendants_it().any(|inner| inner.has_name("h1"))
}

/// The footer of a quotation says whose it is.
fn stands_in_quotation(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(Some(3)).any(|node| node.has_name("blockquote"))
}
