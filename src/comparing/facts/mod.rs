//! Figures, statutes, programmes and findings of both articles.

mod agreement;
mod figures;
mod findings;
#[cfg(test)]
mod tests;

use super::Read;
use super::similarity::Tie;
use super::vocabulary::Vocabulary;
use crate::model::{Link, Sides};

/// Links of kind fact: the same one in both, or two on one point.
pub fn link(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, ties: &[Tie]) -> Vec<Link> {
    let mut links = figures::link(sides, vocabulary, ties);
    links.extend(findings::link(sides, vocabulary));
    links
}
