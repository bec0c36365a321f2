//! How votes and games ended: "7-2", "seven votes to two".

use super::amounts::found;
use super::{Found, Line, numbers};
use crate::model::{FigureKind, Qualifier};

/// How far from the numbers a word may stand that says they are a tally.
const REACH_WORDS: usize = 4;

/// The tally that begins at a token; its value is the larger number, its unit "tally".
pub fn read(line: Line<'_>, at: usize) -> Option<Found> {
    let one = numbers::read(line, at)?;
    let votes = usize::from(matches!(line.word(one.next), "votes" | "goals" | "points" | "runs"));
    let joined = line.word(one.next + votes) == "to" || matches!(line.written(one.next), "-" | "–");
    if !joined {
        return None;
    }
    let other = numbers::read(line, one.next + votes + 1)?;
    let before = (at.saturating_sub(REACH_WORDS)..at).any(|near| is_cue(line.word(near)));
    let fits = (before || is_cue(line.word(other.next)) || votes > 0) && one.value.fract() + other.value.fract() == 0.0;
    let counts = matches!(line.word(other.next), "%" | "percent" | "per" | "years" | "million");
    if !fits || counts || one.value.max(other.value) > 1000.0 || one.value.max(other.value) < 2.0 {
        return None;
    }
    let (most, least) = (one.value.max(other.value), one.value.min(other.value));
    let mut found = found(line, at, other.next, FigureKind::Count, most, "tally".to_owned(), Qualifier::Plain);
    found.figure.key = format!("{most}-{least} tally");
    Some(found)
}

fn is_cue(word: &str) -> bool {
    matches!(
        word,
        "vote"
            | "votes"
            | "voted"
            | "ballot"
            | "won"
            | "beat"
            | "defeated"
            | "lost"
            | "score"
            | "victory"
            | "win"
            | "defeat"
            | "decision"
            | "ruled"
            | "ruling"
            | "majority"
            | "tally"
            | "margin"
            | "split"
            | "passed"
    )
}
