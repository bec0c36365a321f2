//! What two articles share.

use super::{Link, LinkKind, Source, Theme};

/// What two articles share, and what each has alone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// Shared ones first, then by how much is quoted and mentioned.
    pub sources: Vec<Source>,
    /// Heaviest first; those of both articles before those of one.
    pub themes: Vec<Theme>,
    /// Strongest first.
    pub links: Vec<Link>,
}

impl Comparison {
    /// How many links are of that kind.
    pub fn count(&self, kind: LinkKind) -> usize {
        self.links.iter().filter(|link| link.kind == kind).count()
    }
}
