//! What paragraphs of both articles are about.

mod clusters;
mod labels;
mod links;
mod phrases;

use super::Read;
use super::vocabulary::Vocabulary;
use crate::model::{Sides, Theme};

pub use labels::phrase_on;
pub use links::link;

/// The themes of both articles and of each alone.
pub fn find(sides: Sides<Read<'_>>, vocabulary: &Vocabulary) -> Vec<Theme> {
    let mut themes = labels::name(sides, vocabulary, clusters::find(vocabulary));
    themes.sort_by(|one, other| {
        let both = |theme: &Theme| !theme.paragraphs.left.is_empty() && !theme.paragraphs.right.is_empty();
        both(other).cmp(&both(one)).then(other.weight.total_cmp(&one.weight))
    });
    themes
}
