//! Two readings to a [`Comparison`]: unified sources, shared words, quotations, themes, events, facts, ranked.

mod events;
mod facts;
mod frequencies;
pub mod overlap;
mod ranking;
mod shared_words;
mod similarity;
mod source_links;
mod sources;
mod themes;
mod vocabulary;
pub mod wording;

use vocabulary::Vocabulary;

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
    let vocabulary = Vocabulary::of(sides);
    comparison.themes = themes::find(sides, &vocabulary);
    let ties = similarity::ties(&vocabulary, sides, &comparison.sources);
    let mut links = shared_words::link(sides, &comparison.sources);
    links.extend(source_links::link(sides, &comparison.sources));
    links.extend(events::link(sides, &comparison.sources, &vocabulary));
    links.extend(facts::link(sides, &vocabulary, &ties));
    links.extend(themes::link(sides, &comparison, &vocabulary, &ties));
    comparison.links = ranking::rank(links, sides, &comparison);
    comparison
}
