//! What paragraphs of the articles are about.

use super::Sides;

/// One thing that paragraphs are about; of both articles, or of one where the other side is empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// A phrase that a teacher would write on a board.
    pub label: String,
    /// The words that carry it, heaviest first.
    pub terms: Vec<String>,
    /// Indices of paragraphs, in order of place.
    pub paragraphs: Sides<Vec<usize>>,
    /// 0 to 1: its share of the articles.
    pub weight: f32,
}
