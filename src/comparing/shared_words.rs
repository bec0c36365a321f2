//! Shared words as links: one utterance quoted in both, or the same running text.

use super::Read;
use crate::model::{Link, Sides, Source};

/// Links of kind text and quotation, from the passages that `overlap` finds and `wording` judges.
pub fn link(_sides: Sides<Read<'_>>, _sources: &[Source]) -> Vec<Link> {
    Vec::new()
}
