//! Two readings to a [`Comparison`]: unified sources, shared words, quotations, themes, events, facts, ranked.

mod events;
mod facts;
mod frequencies;
pub mod overlap;
mod ranking;
mod shared_words;
mod source_links;
mod sources;
mod themes;
pub mod wording;

use crate::model::{Article, Comparison, Reading, Sides};

/// One article with its reading, as comparing takes them.
#[derive(Debug, Clone, Copy)]
pub struct Read<'a> {
    /// The words.
    pub article: &'a Article,
    /// What was found in them.
    pub reading: &'a Reading,
}

/// What two articles share.
pub fn compare(sides: Sides<Read<'_>>) -> Comparison {
    let mut comparison = Comparison { sources: sources::unify(sides), ..Comparison::default() };
    comparison.themes = themes::find(sides, &comparison.sources);
    let mut links = shared_words::link(sides, &comparison.sources);
    links.extend(source_links::link(sides, &comparison.sources));
    links.extend(events::link(sides, &comparison.sources));
    links.extend(facts::link(sides, &comparison.sources));
    links.extend(themes::link(sides, &comparison));
    comparison.links = ranking::rank(links, sides, &comparison);
    comparison
}
