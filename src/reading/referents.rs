//! Everyone and everything named, quoted or cited, each with all its mentions.

use crate::model::{Article, Reading};

/// Fills [`Reading::referents`] and the `speaker` of every attribution whose mention they resolve.
pub fn resolve(_article: &Article, _reading: &mut Reading) {}
