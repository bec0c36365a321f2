//! A block quotation and the paragraph that leads into it.

use super::super::Read;
use super::super::vocabulary::Vocabulary;
use super::LEAST_OWN_TIE;
use crate::model::{Role, Side};

/// Share of a block quotation's score that its lead-in takes over, and the other way round.
const LEAD_IN_SHARE: f32 = 0.4;

/// Pairs of passages: a lead-in and the block quotation after it.
pub(super) fn lead_ins(vocabulary: &Vocabulary, read: Read<'_>, side: Side) -> Vec<(usize, usize)> {
    let role = |passage: usize| read.reading.roles.get(vocabulary.passages.get(side)[passage].paragraph).copied();
    (1..vocabulary.passages.get(side).len())
        .filter(|&passage| role(passage) == Some(Role::BlockQuote) && role(passage - 1) != Some(Role::BlockQuote))
        .map(|passage| (passage - 1, passage))
        .collect()
}

/// A block quotation and its lead-in belong together: what ties one ties the other a little, more where the other
/// has a tie of its own.
pub(super) fn share_with_lead_ins(scores: &mut [Vec<f32>], leads: &[Vec<(usize, usize)>; 2]) {
    let own = scores.to_vec();
    let shared = |of: f32, to: f32| {
        if to >= LEAST_OWN_TIE { of.max(to) * LEAD_IN_SHARE + to * (1.0 - LEAD_IN_SHARE) } else { to }
    };
    for &(lead, block) in &leads[0] {
        for right in 0..own[lead].len() {
            scores[lead][right] = shared(own[block][right], own[lead][right]);
            scores[block][right] = shared(own[lead][right], own[block][right]);
        }
    }
    for &(lead, block) in &leads[1] {
        for (left, row) in own.iter().enumerate() {
            scores[left][lead] = shared(row[block], row[lead]);
            scores[left][block] = shared(row[lead], row[block]);
        }
    }
}
