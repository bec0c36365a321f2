//! What paragraphs of both articles are about.

use super::Read;
use crate::model::{Comparison, Link, Sides, Source, Theme};

/// The themes of both articles and of each alone.
pub fn find(_sides: Sides<Read<'_>>, _sources: &[Source]) -> Vec<Theme> {
    Vec::new()
}

/// Links of kind theme: two paragraphs about the same thing.
pub fn link(_sides: Sides<Read<'_>>, _comparison: &Comparison) -> Vec<Link> {
    Vec::new()
}
