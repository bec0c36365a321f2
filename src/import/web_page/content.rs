//! Which units of a page are its article.
//!
//! Mozilla's Readability finds where the article stands ([`super::place`]); what it drops inside the article is taken
//! back ([`super::inside`]), what it keeps of the page is dropped ([`super::around`]).

use std::collections::{BTreeMap, BTreeSet};

use dom_query::{Document, NodeId};

use super::headline::{self, headline};
use super::metadata::one_line;
use super::units::{self, Masses, Unit};
use super::{agreement, around, inside, place};
use crate::model::Metadata;

/// The fewest characters of an article, white space apart: a brief of two sentences.
pub const LEAST_ARTICLE: usize = 120;

/// What was found.
pub struct Found {
    /// The text nodes of the article.
    pub texts: BTreeSet<NodeId>,
    /// The text nodes of its headline, which are among them.
    pub title: BTreeSet<NodeId>,
    /// The headline as it stands there.
    pub headline: Option<String>,
}

impl Found {
    /// How long it is, in bytes.
    pub fn length(&self, page: &Document) -> usize {
        self.texts.iter().filter_map(|id| page.tree.get(id)).map(|node| node.text().len()).sum()
    }
}

/// The article in a page out of which [`super::furniture`] was taken; none where it holds none.
///
/// `told` is its body as the page tells it to machines.
pub fn find(page: &Document, titles: &[String], metadata: &Metadata, told: Option<&str>) -> Option<Found> {
    let body = page.body()?;
    let units = units::of(body);
    let masses = Masses::below(body, &units);
    let marked = place::marked_body(body, &masses);
    let mut kept = place::kept_by_readability(page, &units);
    place::keep_the_marked_body(page, marked, &masses, &units, &mut kept);
    if is_article(&units, &kept) {
        place::keep_verse(body, &masses, &units, &mut kept, true);
    } else {
        kept = units.iter().map(Unit::is_prose).collect();
        place::keep_verse(body, &masses, &units, &mut kept, false);
    }
    let headline = headline(&units, &kept, titles, metadata);
    inside::grow(&units, &mut kept, headline);
    inside::take_back(&units, &mut kept, headline, marked);
    around::drop_what_follows(&units, &mut kept, marked);
    around::drop_what_is_around(&units, &masses, &mut kept, headline, metadata);
    if let Some(told) = told {
        agreement::drop_what_is_not_in(told, &units, &mut kept);
    }
    if !is_article(&units, &kept) || (headline.is_none() && is_teaser(&units, &kept)) {
        return None;
    }
    if let Some(line) = headline.is_none().then(|| headline::line(&units, &kept, titles)).flatten() {
        kept[..=line.unit].fill(false);
        let mut found = found(&units, &kept, line.texts, Some(line.words));
        found.texts.extend(line.below);
        return Some(found);
    }
    let title = headline.map(|at| units[at].texts.clone()).unwrap_or_default();
    let words = headline.map(|at| one_line(&units[at].words.replace(units::LINE_END, " ")));
    Some(found(&units, &kept, title, words))
}

fn found(units: &[Unit<'_>], kept: &[bool], title: Vec<NodeId>, headline: Option<String>) -> Found {
    let title: BTreeSet<NodeId> = title.into_iter().collect();
    let texts = units.iter().zip(kept).filter(|(_, kept)| **kept).flat_map(|(unit, _)| unit.texts.clone());
    Found { texts: texts.chain(title.clone()).collect(), title, headline }
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
            || (linked * 10 < length && length >= 3 * LEAST_ARTICLE)
            || is_verse(kept()))
}

/// A paragraph or two below a link to what they are about: a front page has such.
fn is_teaser(units: &[Unit<'_>], kept: &[bool]) -> bool {
    const LONGEST: usize = 400;
    const MOST_UNITS: usize = 2;
    let all: Vec<usize> = (0..units.len()).filter(|at| kept[*at] && units[*at].length > 0).collect();
    let length: usize = all.iter().map(|at| units[*at].length).sum();
    let (Some(first), true) = (all.first().copied(), all.len() <= MOST_UNITS && length <= LONGEST) else {
        return false;
    };
    let parent = |at: usize| units[at].block.parent().map(|parent| parent.id);
    let title = (0..first).rev().find(|at| units[*at].length > 0);
    title.is_some_and(|title| units[title].is_linked_title() && parent(title) == parent(first))
}

/// Lines enough, made alike, and none of them a link.
fn is_verse<'u, 'p: 'u>(kept: impl Iterator<Item = &'u Unit<'p>>) -> bool {
    const LEAST_LINES: usize = 6;
    let mut lines: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for unit in kept.filter(|unit| unit.linked == 0 && unit.count() >= 3) {
        let (count, length) = lines.entry(inside::make(&unit.block)).or_default();
        *count += 1;
        *length += unit.length;
    }
    lines.values().any(|(count, length)| *count >= LEAST_LINES && *length >= LEAST_ARTICLE)
}

/// The first running text that is kept, or the first unit that is.
pub fn first_prose(units: &[Unit<'_>], kept: &[bool]) -> Option<usize> {
    let prose = units.iter().zip(kept).position(|(unit, kept)| *kept && unit.is_prose());
    prose.or_else(|| kept.iter().position(|kept| *kept))
}

/// The last one.
pub fn last_prose(units: &[Unit<'_>], kept: &[bool]) -> Option<usize> {
    let prose = units.iter().zip(kept).rposition(|(unit, kept)| *kept && unit.is_prose());
    prose.or_else(|| kept.iter().rposition(|kept| *kept))
}
