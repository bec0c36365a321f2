//! Boxes that lead to other pages, told by how they are built and in whatever language: a label over links, and rows of
//! boxes made alike that each begin with the title of something else.

use std::collections::BTreeMap;

use dom_query::NodeRef;

use super::phrases;
use super::units::{Mass, Masses, Unit};

/// The fewest teasers that are a row.
const LEAST_ROW: usize = 3;
/// The most running text of a teaser, in characters: two sentences.
const LONGEST_TEASER: usize = 250;
/// The most units of a teaser: label, title, teaser, author, date, button.
const MOST_UNITS_OF_A_TEASER: usize = 6;
/// The most units of a box of links.
const MOST_UNITS_OF_A_BOX: usize = 40;
/// The longest label over links, in words.
const LONGEST_LABEL_WORDS: usize = 6;

/// Whether a box holds the titles of other pages and at most a label over them.
pub fn is_box_of_links(node: &NodeRef<'_>, mass: Mass, units: &[Unit<'_>]) -> bool {
    let is_box = ["div", "section", "aside", "table", "figure"].iter().any(|name| node.has_name(name));
    if !is_box || mass.prose > 0 || mass.titles == 0 || !(2..=MOST_UNITS_OF_A_BOX).contains(&mass.units) {
        return false;
    }
    let inside = &units[mass.first..mass.first + mass.units];
    match inside {
        [label, rest @ ..] if !label.is_linked_title() => {
            label.count() <= LONGEST_LABEL_WORDS
                && label.length > 0
                && !phrases::heads_sources(&label.words)
                && rest.len() == mass.titles
        }
        _ => mass.titles == mass.units && !inside.iter().any(Unit::is_heading),
    }
}

/// Whether most of what is in a box are teasers made alike.
pub fn is_row(node: &NodeRef<'_>, mass: Mass, masses: &Masses, units: &[Unit<'_>]) -> bool {
    if mass.titles < LEAST_ROW {
        return false;
    }
    let mut makes: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut has_text = false;
    for child in node.element_children() {
        let of_child = masses.of(&child);
        if is_teaser(of_child, units) {
            let make = format!("{}.{}", child.node_name().unwrap_or_default(), child.class().unwrap_or_default());
            let (count, length) = makes.entry(make).or_default();
            *count += 1;
            *length += of_child.length;
            has_text |= of_child.units > 1;
        }
    }
    let is_list = node.has_name("ul") || node.has_name("ol");
    // A list of bare links may be the writer's own.
    (has_text || !is_list)
        && makes.values().any(|(count, length)| *count >= LEAST_ROW && length * 10 >= mass.length * 8)
}

/// The fewest teasers that may be all there is on a page.
pub const LEAST_FRONT_PAGE: usize = 5;

/// Teasers made alike that follow each other among the children of an element, each run with its elements.
pub fn runs<'p>(node: &NodeRef<'p>, mass: Mass, masses: &Masses, units: &[Unit<'_>]) -> Vec<Vec<NodeRef<'p>>> {
    if mass.titles < LEAST_ROW {
        return Vec::new();
    }
    let mut runs: Vec<(String, Vec<NodeRef<'p>>)> = Vec::new();
    let mut is_open = false;
    for child in node.element_children() {
        let of_child = masses.of(&child);
        if of_child.length == 0 {
            continue;
        }
        // A list of bare links may be the writer's own.
        let is_one = of_child.units > 1 && is_teaser(of_child, units);
        let make = format!("{}.{}", child.node_name().unwrap_or_default(), child.class().unwrap_or_default());
        match runs.last_mut().filter(|(last, _)| is_one && is_open && *last == make) {
            Some((_, run)) => run.push(child),
            None if is_one => runs.push((make, vec![child])),
            None => {}
        }
        is_open = is_one;
    }
    runs.into_iter().map(|(_, run)| run).filter(|run| run.len() >= LEAST_ROW).collect()
}

fn is_teaser(mass: Mass, units: &[Unit<'_>]) -> bool {
    (1..=MOST_UNITS_OF_A_TEASER).contains(&mass.units)
        && mass.titles >= 1
        && mass.prose <= LONGEST_TEASER
        && units[mass.first..mass.first + mass.units].iter().take(3).any(Unit::is_linked_title)
}
