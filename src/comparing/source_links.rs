//! Passages where both articles quote or cite one source.

use super::Read;
use crate::model::{Link, Sides, Source};

/// Links of kind source.
pub fn link(_sides: Sides<Read<'_>>, _sources: &[Source]) -> Vec<Link> {
    Vec::new()
}
