//! What lies between two runs that stand in both texts: aligned by edit distance, and certain only where every cheapest
//! alignment says the same.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Fate;
use super::words::Words;

/// The most pairs of words that one gap is aligned over: 1,400 words against as many. Beyond it the words between two
/// runs are another text.
const MOST_PAIRS: usize = 2_000_000;

/// The fates with those of the words between the runs found out.
pub fn filled(old: &Words, new: &Words, runs: &[Fate]) -> Vec<Fate> {
    let mut fates = runs.to_vec();
    let mut is_taken = vec![false; new.len()];
    for fate in runs {
        if let Fate::At(at) = fate {
            is_taken[*at] = true;
        }
    }
    let mut start = 0;
    while start < fates.len() {
        if fates[start] != Fate::Doubtful {
            start += 1;
            continue;
        }
        let length = fates[start..].iter().take_while(|fate| **fate == Fate::Doubtful).count();
        let gap = start..start + length;
        let found = across(runs, &is_taken, &gap).and_then(|opposite| aligned(old, new, &gap, opposite));
        if let Some(found) = found {
            fates[gap.clone()].copy_from_slice(&found);
        }
        start = gap.end;
    }
    fates
}

/// The new words that lie opposite the gap, where its neighbours stand one behind the other with nothing that came from
/// elsewhere between them.
fn across(runs: &[Fate], is_taken: &[bool], gap: &Range<usize>) -> Option<Range<usize>> {
    let place = |word: usize| match runs.get(word) {
        Some(Fate::At(at)) => Some(*at),
        _ => None,
    };
    let start = if gap.start == 0 { 0 } else { place(gap.start - 1)? + 1 };
    let end = if gap.end == runs.len() { is_taken.len() } else { place(gap.end)? };
    (start <= end && !is_taken[start..end].iter().any(|taken| *taken)).then_some(start..end)
}

/// What every cheapest alignment of these words says.
fn aligned(old: &Words, new: &Words, gap: &Range<usize>, opposite: Range<usize>) -> Option<Vec<Fate>> {
    let (rows, columns) = (gap.len(), opposite.len());
    if rows.saturating_mul(columns) > MOST_PAIRS {
        return None;
    }
    let one = &old.ids()[gap.clone()];
    let other = &new.ids()[opposite.clone()];
    let ahead = Costs::of(one, other);
    let reversed = |ids: &[u32]| ids.iter().rev().copied().collect::<Vec<_>>();
    let behind = Costs::of(&reversed(one), &reversed(other));
    let least = ahead.at(rows, columns);
    // The cost of the cheapest alignment that goes from one crossing to another.
    let through = |(row, column), step, (next_row, next_column): (usize, usize)| {
        ahead.at(row, column) + step + behind.at(rows - next_row, columns - next_column)
    };
    let fate = |row: usize| {
        let mut places = (0..columns)
            .filter(|&column| one[row] == other[column] && through((row, column), 0, (row + 1, column + 1)) == least);
        let place = places.next();
        let is_lost = (0..=columns).any(|column| {
            let is_deleted = through((row, column), 1, (row + 1, column)) == least;
            let is_changed = column < columns
                && one[row] != other[column]
                && through((row, column), 1, (row + 1, column + 1)) == least;
            is_deleted || is_changed
        });
        match (place, places.next(), is_lost) {
            (Some(column), None, false) => Fate::At(opposite.start + column),
            (None, _, _) => Fate::Gone,
            _ => Fate::Doubtful,
        }
    };
    let mut fates: Vec<Fate> = (0..rows).map(fate).collect();
    doubt_look_alikes(&mut fates, one, other, opposite.start);
    Some(fates)
}

/// A word whose like stands opposite and is nobody else's may not be gone: the cheapest alignment is not always the true
/// one.
fn doubt_look_alikes(fates: &mut [Fate], one: &[u32], other: &[u32], start: usize) {
    let mut free: Vec<Option<u32>> = other.iter().copied().map(Some).collect();
    for fate in fates.iter() {
        if let Fate::At(at) = fate {
            free[at - start] = None;
        }
    }
    let free: BTreeSet<u32> = free.into_iter().flatten().collect();
    for (fate, word) in fates.iter_mut().zip(one) {
        if *fate == Fate::Gone && free.contains(word) {
            *fate = Fate::Doubtful;
        }
    }
}

/// The least cost of turning every beginning of one list of words into every beginning of another, where a word that
/// comes, goes or changes costs one.
struct Costs {
    columns: usize,
    costs: Vec<u32>,
}

impl Costs {
    fn of(one: &[u32], other: &[u32]) -> Self {
        let columns = other.len() + 1;
        let mut costs = vec![0; (one.len() + 1) * columns];
        for row in 0..=one.len() {
            for column in 0..columns {
                let above = |row: usize, column: usize| costs[row * columns + column];
                costs[row * columns + column] = match (row, column) {
                    (0, _) => column as u32,
                    (_, 0) => row as u32,
                    _ => {
                        let changes = u32::from(one[row - 1] != other[column - 1]);
                        let diagonal = above(row - 1, column - 1) + changes;
                        diagonal.min(above(row - 1, column) + 1).min(above(row, column - 1) + 1)
                    }
                };
            }
        }
        Self { columns, costs }
    }

    fn at(&self, row: usize, column: usize) -> u32 {
        self.costs[row * self.columns + column]
    }
}
