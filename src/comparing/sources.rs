//! One source under two names: unification across the articles.

use super::Read;
use crate::model::{Sides, Source};

/// The sources of both articles, shared ones first.
pub fn unify(_sides: Sides<Read<'_>>) -> Vec<Source> {
    Vec::new()
}
