//! A source as both articles have it.

use super::{Sides, SourceKind, Span};

/// Everyone and everything that either article quotes, cites or names; shared when both sides have mentions.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The fullest name that either article gives.
    pub name: String,
    /// What it is.
    pub kind: SourceKind,
    /// What each article has of it.
    pub sides: Sides<SourceSide>,
    /// 0 to 1: how sure we are that both sides mean the same; 1 for a source of one side.
    pub confidence: f32,
    /// Why both are taken to be one, in words for the reader; empty for a source of one side.
    pub why: String,
}

/// What one article has of a source.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SourceSide {
    /// Indices into that side's [`Reading::referents`](super::Reading::referents).
    pub referents: Vec<usize>,
    /// Where the text means it, in order of place.
    pub mentions: Vec<Span>,
    /// How the text introduces it.
    pub introductions: Vec<Span>,
    /// Indices into that side's quotations.
    pub quotations: Vec<usize>,
    /// Indices into that side's statements.
    pub statements: Vec<usize>,
    /// Words inside its quotations.
    pub words_quoted: usize,
}

impl SourceSide {
    /// Whether the article neither mentions nor quotes it.
    pub fn is_empty(&self) -> bool {
        self.mentions.is_empty() && self.quotations.is_empty()
    }

    /// Whether the article says what it said.
    pub fn speaks(&self) -> bool {
        !self.quotations.is_empty() || !self.statements.is_empty()
    }
}

impl Source {
    /// Whether both articles have it.
    pub fn is_shared(&self) -> bool {
        !self.sides.left.is_empty() && !self.sides.right.is_empty()
    }
}
