//! Figures, statutes, programmes and findings of both articles.

use super::Read;
use crate::model::{Link, Sides, Source};

/// Links of kind fact: the same one in both, or two on one point.
pub fn link(_sides: Sides<Read<'_>>, _sources: &[Source]) -> Vec<Link> {
    Vec::new()
}
