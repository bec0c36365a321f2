//! A frame's score to a confidence that means something.

use super::frames::Candidate;

/// How sure we are of a candidate, 0 to 1, given the next best one.
pub fn of(best: &Candidate, other: Option<&Candidate>) -> f32 {
    let margin = best.score - other.map_or(0.0, |other| other.score);
    let doubt = if margin < 0.03 { 0.1 } else { 0.0 };
    (best.score - doubt).clamp(0.05, 0.99)
}
