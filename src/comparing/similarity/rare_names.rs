//! Names that both passages have and few others: a firm, a street, a house, a person who is named once.

use super::super::vocabulary::Vocabulary;
use crate::model::Side;

/// Where the names of two articles stand.
#[derive(Debug)]
pub(super) struct RareNames {
    /// How many passages the right article has.
    passages: usize,
    /// By left passage: its names that the right article has too.
    left: Vec<Vec<usize>>,
    /// By term: the right passages that have it; empty for what is no name.
    right: Vec<Vec<usize>>,
    /// By term: 1 for a name of one passage each, less the more passages have it.
    rarity: Vec<f32>,
}

impl RareNames {
    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        let is_name = |term: usize| {
            let term = &vocabulary.terms[term];
            (term.is_name || term.is_proper) && term.is_shared()
        };
        let names = |side: Side| {
            let passages = vocabulary.passages.get(side).iter();
            let own =
                passages.map(|passage| passage.counts.iter().map(|(term, _)| *term).filter(|&term| is_name(term)));
            own.map(Iterator::collect).collect::<Vec<Vec<usize>>>()
        };
        let mut right = vec![Vec::new(); vocabulary.terms.len()];
        for (passage, own) in names(Side::Right).iter().enumerate() {
            for &term in own {
                right[term].push(passage);
            }
        }
        let standing = vocabulary.terms.iter().map(|term| (term.passages.left * term.passages.right) as f32);
        Self {
            passages: vocabulary.passages.right.len(),
            left: names(Side::Left),
            right,
            rarity: standing.map(|standing| 1.0 / standing.max(1.0).sqrt()).collect(),
        }
    }

    /// 0 to 1 for one left passage with every right one: the rarest name that both have.
    pub(super) fn row(&self, left: usize) -> Vec<f32> {
        let mut row: Vec<f32> = vec![0.0; self.passages];
        for &term in &self.left[left] {
            for &right in &self.right[term] {
                row[right] = row[right].max(self.rarity[term]);
            }
        }
        row
    }
}
