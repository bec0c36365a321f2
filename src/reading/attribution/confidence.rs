//! A frame's score to a confidence that means something.

use super::frames::Candidate;

/// A score from which another speaker is a serious one: a report inside a report, or two clauses that speak.
const RIVAL: f32 = 0.7;

/// How sure we are of a candidate, 0 to 1, given the next best one.
pub fn of(best: &Candidate, other: Option<&Candidate>) -> f32 {
    let margin = best.score - other.map_or(0.0, |other| other.score);
    let doubt = if margin < 0.03 {
        0.1
    } else if best.score - margin >= RIVAL {
        0.05
    } else {
        0.0
    };
    (best.score - doubt).clamp(0.05, 0.99)
}
