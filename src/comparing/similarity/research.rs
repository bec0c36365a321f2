//! Passages that tell what research found: a reader lays side by side what two writers have from studies, whatever the studies
//! are about.

use super::super::Read;
use super::super::vocabulary::word_classes::{Class, is};
use super::super::vocabulary::{Passage, Vocabulary, fold};
use crate::model::{Side, Sides};

/// What it adds that both passages tell of research, where few others do.
const RESEARCH_SHARE: f32 = 0.025;
/// The share of an article's passages from which on it says nothing that one tells of research.
const COMMON_SHARE: f32 = 0.6;

/// Which passages of two articles tell of research.
#[derive(Debug)]
pub(super) struct Research {
    passages: Sides<Vec<bool>>,
    worth: f32,
}

impl Research {
    pub(super) fn of(vocabulary: &Vocabulary, sides: Sides<Read<'_>>) -> Self {
        let [left, right] = Side::BOTH.map(|side| {
            let text = &sides.get(side).article.text;
            vocabulary.passages.get(side).iter().map(|passage| tells(passage, text)).collect::<Vec<bool>>()
        });
        let share = |tells: &[bool]| tells.iter().filter(|tells| **tells).count() as f32 / tells.len().max(1) as f32;
        let rarity = (1.0 - share(&left).max(share(&right)) / COMMON_SHARE).max(0.0);
        Self { passages: Sides::new(left, right), worth: RESEARCH_SHARE * rarity }
    }

    /// What it adds to a tie; 0 where either passage tells of none.
    pub(super) fn bonus(&self, left: usize, right: usize) -> f32 {
        if self.passages.left[left] && self.passages.right[right] { self.worth } else { 0.0 }
    }
}

fn tells(passage: &Passage, text: &str) -> bool {
    passage.words.iter().any(|word| is(&fold(word.span.of(text)), Class::Research))
}
