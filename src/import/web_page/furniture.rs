//! What stands around an article, taken out of a page by its structure and its names before the article is looked for.

use dom_query::{Document, NodeRef};

use super::blocks::{INLINE, is_hidden};
use super::place;
use super::units::{Mass, Masses, Unit};
use super::{teasers, words};

/// Characters of running text that must remain when something large is taken out: about two sentences.
const LEAST_ARTICLE: usize = 120;
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
    let mut remaining = masses.of(&body).prose;
    let mut stack: Vec<NodeRef<'_>> = body.element_children().into_iter().rev().collect();
    while let Some(node) = stack.pop() {
        let of_node = masses.of(&node);
        if is_around(&node, of_node, remaining) || leads_away(&node, &masses, units, remaining) {
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

fn leads_away(node: &NodeRef<'_>, masses: &Masses, units: &[Unit<'_>], remaining: usize) -> bool {
    let mass = masses.of(node);
    let left = remaining.saturating_sub(mass.prose);
    // What leads away may be more than a short article; inside the article's own box it is not.
    let is_minor = mass.prose * 2 < left || (left >= LEAST_ARTICLE / 2 && !stands_in_a_body(node));
    left >= LEAST_ARTICLE / 2
        && is_minor
        && (teasers::is_box_of_links(node, mass, units) || teasers::is_row(node, mass, masses, units))
        && !holds_headline(node)
}

fn stands_in_a_body(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).any(|outer| place::is_called_the_body(&outer))
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
    if is_minor && mass.length < SMALL / 2 && !is_paragraph(&name) && has_field(node) {
        return true;
    }
    if words::is_role_around(&role) && is_minor {
        return true;
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

fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h', b'1'..=b'6'])
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
