//! Which seeds are worth an extension.

use super::extension::Texts;
use super::seeds::Anchor;
use super::settings::Seeding;

/// The seeds, with their scores, that tell enough alone or together with others near them.
///
/// This is the two-hit method (Altschul and others, 1997): chance makes many weak seeds in long texts, but seldom two in
/// a row on one diagonal. What is enough grows with the logarithm of the search space.
pub fn promising(mut anchors: Vec<Anchor>, texts: Texts<'_>, seeding: &Seeding) -> Vec<(i32, Anchor)> {
    anchors.sort_unstable();
    let space = (texts.left.len().max(2) as f32).log2() + (texts.right.len().max(2) as f32).log2();
    let enough = |for_each_bit: i32| (space * for_each_bit as f32) as i32;
    let (alone, together) = (enough(seeding.one_hit), enough(seeding.two_hit));
    let scored: Vec<(i32, Anchor)> = anchors.into_iter().map(|anchor| (texts.score(anchor), anchor)).collect();
    let mut support: Vec<i32> = scored.iter().map(|(score, _)| *score).collect();
    let mut first = 0;
    for (index, (score, anchor)) in scored.iter().enumerate() {
        while scored[first].1.left + scored[first].1.length + seeding.window_words < anchor.left {
            first += 1;
        }
        for before in first.max(index.saturating_sub(MOST_NEIGHBOURS))..index {
            let (other_score, other) = scored[before];
            if goes_on(other, *anchor, seeding) {
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
fn goes_on(before: Anchor, after: Anchor, seeding: &Seeding) -> bool {
    let (left_end, right_end) = (before.left + before.length, before.right + before.length);
    let (Some(left), Some(right)) = (after.left.checked_sub(left_end), after.right.checked_sub(right_end)) else {
        return false;
    };
    left.max(right) <= seeding.window_words && left.abs_diff(right) <= seeding.drift_words
}
