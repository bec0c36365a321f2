//! Which seeds are worth an extension.

use super::extension::Texts;
use super::seeds::Anchor;

/// How far apart seeds may stand that speak for each other, in words.
const WINDOW_WORDS: u32 = 16;

/// How far their diagonals may differ: words inserted or dropped between them.
const DRIFT_WORDS: u32 = 5;

/// The seeds, with their scores, that tell enough alone or together with others near them.
///
/// This is the two-hit method (Altschul and others, 1997): chance makes many weak seeds in long texts, but seldom two in
/// a row on one diagonal. What is enough grows with the logarithm of the search space.
pub fn promising(mut anchors: Vec<Anchor>, texts: Texts<'_>) -> Vec<(i32, Anchor)> {
    anchors.sort_unstable();
    let space = (texts.left.len().max(2) as f32).log2() + (texts.right.len().max(2) as f32).log2();
    let (alone, together) = ((space * 8.0) as i32, (space * 11.0) as i32);
    let scored: Vec<(i32, Anchor)> = anchors.into_iter().map(|anchor| (texts.score(anchor), anchor)).collect();
    let mut support: Vec<i32> = scored.iter().map(|(score, _)| *score).collect();
    let mut first = 0;
    for (index, (score, anchor)) in scored.iter().enumerate() {
        while scored[first].1.left + scored[first].1.length + WINDOW_WORDS < anchor.left {
            first += 1;
        }
        for before in first.max(index.saturating_sub(MOST_NEIGHBOURS))..index {
            let (other_score, other) = scored[before];
            if goes_on(other, *anchor) {
                support[index] += other_score;
                support[before] += score;
            }
        }
    }
    let enough = |(index, (score, _)): &(usize, &(i32, Anchor))| *score >= alone || support[*index] >= together;
    scored.iter().enumerate().filter(enough).map(|(_, scored)| *scored).collect()
}

/// More seeds than these before one are not looked at.
const MOST_NEIGHBOURS: usize = 64;

/// Whether a seed follows another closely and nearly on its diagonal.
fn goes_on(before: Anchor, after: Anchor) -> bool {
    let (left_end, right_end) = (before.left + before.length, before.right + before.length);
    let (Some(left), Some(right)) = (after.left.checked_sub(left_end), after.right.checked_sub(right_end)) else {
        return false;
    };
    left.max(right) <= WINDOW_WORDS && left.abs_diff(right) <= DRIFT_WORDS
}
