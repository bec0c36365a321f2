//! Gapped extension of a seed in both directions.

use super::seeds::Anchor;
use super::settings::Scoring;

/// Both articles as numbered words, and how much each tells.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'a> {
    /// The left article's words.
    pub left: &'a [u32],
    /// The right article's words.
    pub right: &'a [u32],
    /// What a match of each word scores at its place, in tenths of a bit.
    pub left_scores: &'a [i32],
    /// The same for the right article's.
    pub right_scores: &'a [i32],
    /// Per word of the left article whether an ellipsis stands before it.
    pub left_elided: &'a [bool],
    /// The same for the right article's.
    pub right_elided: &'a [bool],
}

impl Texts<'_> {
    /// What a run of matching words scores.
    pub fn score(&self, run: Anchor) -> i32 {
        (0..run.length as usize).map(|at| self.match_score(run.left as usize + at, run.right as usize + at)).sum()
    }

    /// What the word scores that stands at both places: where the words before it differ, the less expected place counts.
    fn match_score(&self, left: usize, right: usize) -> i32 {
        self.left_scores[left].max(self.right_scores[right])
    }
}

/// Extends seeds; keeps its rows between calls.
#[derive(Debug, Default)]
pub struct Extender {
    /// Best score of a path that ends in a cell of the row before, and of one that ends there with a dropped left word.
    best: Vec<i32>,
    dropping: Vec<i32>,
    next_best: Vec<i32>,
    next_dropping: Vec<i32>,
    /// How each cell was reached, row after row.
    trace: Vec<u8>,
    /// Where each row begins in `trace`, and its first column.
    rows: Vec<(usize, usize)>,
}

const NEVER: i32 = i32::MIN / 2;
const DIAGONAL: u8 = 0;
const INSERTED: u8 = 1;
const DROPPED: u8 = 2;
const SOURCE: u8 = 3;
const INSERT_GOES_ON: u8 = 4;
const DROP_GOES_ON: u8 = 8;

impl Extender {
    /// The runs of the best alignment through `seed`, in order.
    pub fn extend(&mut self, texts: Texts<'_>, scoring: &Scoring, seed: Anchor) -> Vec<Anchor> {
        let (left, right) = (seed.left as usize, seed.right as usize);
        let length = seed.length as usize;
        let back = self.side(texts, scoring, Direction { left, right, back: true });
        let mut runs = Vec::new();
        for (l, r) in back {
            push(&mut runs, (left - 1 - l) as u32, (right - 1 - r) as u32, 1);
        }
        push(&mut runs, seed.left, seed.right, seed.length);
        let mut on = self.side(texts, scoring, Direction { left: left + length, right: right + length, back: false });
        on.reverse();
        for (l, r) in on {
            push(&mut runs, (left + length + l) as u32, (right + length + r) as u32, 1);
        }
        runs
    }

    /// The matches of the best extension to one side, the farthest first, counted in words from the seed.
    fn side(&mut self, texts: Texts<'_>, scoring: &Scoring, way: Direction) -> Vec<(usize, usize)> {
        let left_at = |row: usize| way.place(way.left, row, texts.left.len());
        let right_at = |column: usize| way.place(way.right, column, texts.right.len());
        let elided = |flags: &[bool], from: usize, at: usize| flags.get(way.border(from, at)).is_some_and(|flag| *flag);
        self.first_row(scoring, elided(texts.left_elided, way.left, 0), &right_at);
        let mut lowest = 0;
        let mut top = Top { score: 0, row: 0, column: 0 };
        let mut row = 0;
        while let Some(at_left) = left_at(row) {
            let left_word = texts.left[at_left];
            row += 1;
            let floor = top.score - scoring.drop_off;
            let matching = |column: usize| {
                column.checked_sub(1).and_then(right_at).map(|at| {
                    if texts.right[at] == left_word { texts.match_score(at_left, at) } else { -scoring.mismatch }
                })
            };
            let line = Row { number: row, lowest, floor, elided: elided(texts.left_elided, way.left, row) };
            let drops_free = |column: usize| elided(texts.right_elided, way.right, column);
            let alive = self.fill_row(scoring, line, matching, drops_free, &mut top);
            let Some((first, last)) = alive else { break };
            // Cells outside the band die, on the left of it too.
            let first = first.max(row.saturating_sub(scoring.band_words as usize));
            if first > last {
                break;
            }
            std::mem::swap(&mut self.best, &mut self.next_best);
            std::mem::swap(&mut self.dropping, &mut self.next_dropping);
            self.best.truncate(last - lowest + 1);
            self.dropping.truncate(last - lowest + 1);
            self.best.drain(..first - lowest);
            self.dropping.drain(..first - lowest);
            lowest = first;
        }
        self.walk_back(top.row, top.column, |row, column| {
            left_at(row).map(|at| texts.left[at]) == right_at(column).map(|at| texts.right[at])
        })
    }

    /// Fills a row's cells from its lowest column on; gives the first and the last that are alive. `matching` scores the
    /// right word before a column against the row's left word; none where the right text ends. `drops_free` tells whether
    /// an ellipsis stands on the right where left words are left out.
    fn fill_row(
        &mut self,
        scoring: &Scoring,
        at: Row,
        matching: impl Fn(usize) -> Option<i32>,
        drops_free: impl Fn(usize) -> bool,
        top: &mut Top,
    ) -> Option<(usize, usize)> {
        self.next_best.clear();
        self.next_dropping.clear();
        self.rows.push((self.trace.len(), at.lowest));
        let (mut inserting, mut last_best) = (NEVER, NEVER);
        let mut alive: Option<(usize, usize)> = None;
        let mut column = at.lowest;
        loop {
            let index = column - at.lowest;
            let above = self.best.get(index).copied().unwrap_or(NEVER);
            let dropping_above = self.dropping.get(index).copied().unwrap_or(NEVER);
            let beside = index.checked_sub(1).and_then(|index| self.best.get(index)).copied().unwrap_or(NEVER);
            let (dropping, drop_goes_on) = gap(scoring, above, dropping_above, drops_free(column));
            let insert_goes_on;
            (inserting, insert_goes_on) = gap(scoring, last_best, inserting, at.elided);
            let matched = matching(column).filter(|_| beside > NEVER).map_or(NEVER, |score| beside + score);
            let best = matched.max(inserting).max(dropping);
            let source = if best == matched {
                DIAGONAL
            } else if best == inserting {
                INSERTED
            } else {
                DROPPED
            };
            let insert_flag = if insert_goes_on { INSERT_GOES_ON } else { 0 };
            let drop_flag = if drop_goes_on { DROP_GOES_ON } else { 0 };
            self.trace.push(source | insert_flag | drop_flag);
            let lives = best >= at.floor;
            if lives {
                alive = Some((alive.map_or(column, |(first, _)| first), column));
                if best > top.score {
                    *top = Top { score: best, row: at.number, column };
                }
            }
            last_best = if lives { best } else { NEVER };
            self.next_best.push(last_best);
            self.next_dropping.push(if lives { dropping } else { NEVER });
            column += 1;
            let within = column - at.lowest <= self.best.len() || inserting.max(last_best) >= at.floor;
            let banded = column <= at.number + scoring.band_words as usize;
            if !within || !banded || matching(column).is_none() {
                return alive;
            }
        }
    }

    /// The row before any left word: only inserted right words.
    fn first_row(&mut self, scoring: &Scoring, elided: bool, right_at: &impl Fn(usize) -> Option<usize>) {
        self.trace.clear();
        self.rows.clear();
        self.best.clear();
        self.dropping.clear();
        self.rows.push((0, 0));
        self.best.push(0);
        self.trace.push(DIAGONAL);
        for column in 1..=scoring.band_words as usize {
            let score = -scoring.gap_open - if elided { 0 } else { scoring.gap_extend * column as i32 };
            if score < -scoring.drop_off || right_at(column - 1).is_none() {
                break;
            }
            self.best.push(score);
            self.trace.push(if column == 1 { INSERTED } else { INSERTED | INSERT_GOES_ON });
        }
        self.dropping.resize(self.best.len(), NEVER);
    }

    /// Follows the trace from a cell to the start; gives the matches on the way, in words before the cell.
    fn walk_back(&self, row: usize, column: usize, matches: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let (mut row, mut column) = (row, column);
        let mut state = SOURCE;
        while row > 0 || column > 0 {
            let Some(how) = self.rows.get(row).and_then(|(start, first)| {
                column.checked_sub(*first).and_then(|index| self.trace.get(start + index)).copied()
            }) else {
                break;
            };
            let source = if state == SOURCE { how & SOURCE } else { state };
            match source {
                INSERTED if column > 0 => {
                    state = if how & INSERT_GOES_ON != 0 { INSERTED } else { SOURCE };
                    column -= 1;
                }
                DROPPED if row > 0 => {
                    state = if how & DROP_GOES_ON != 0 { DROPPED } else { SOURCE };
                    row -= 1;
                }
                _ if row > 0 && column > 0 => {
                    state = SOURCE;
                    row -= 1;
                    column -= 1;
                    if matches(row, column) {
                        found.push((row, column));
                    }
                }
                _ => break,
            }
        }
        found
    }
}

/// The best cell so far.
#[derive(Debug, Clone, Copy)]
struct Top {
    score: i32,
    row: usize,
    column: usize,
}

/// A row to fill: its number, its lowest column, and the score under which a cell dies.
#[derive(Debug, Clone, Copy)]
struct Row {
    number: usize,
    lowest: usize,
    floor: i32,
    /// Whether an ellipsis stands on the left after this row's words.
    elided: bool,
}

/// Where an extension begins, and whether it goes back.
#[derive(Debug, Clone, Copy)]
struct Direction {
    left: usize,
    right: usize,
    back: bool,
}

impl Direction {
    /// The index of the word that stands so many words away from the start.
    fn place(self, from: usize, at: usize, words: usize) -> Option<usize> {
        if self.back { from.checked_sub(at + 1) } else { Some(from + at).filter(|at| *at < words) }
    }

    /// The index of the word before which the border after so many words lies.
    fn border(self, from: usize, at: usize) -> usize {
        if self.back { from.saturating_sub(at) } else { from + at }
    }
}

/// A gap's score one word further, from the cell before it and from the gap up to there; whether the gap goes on. Where an
/// ellipsis tells that words are left out, their number costs nothing.
fn gap(scoring: &Scoring, opened: i32, going: i32, elided: bool) -> (i32, bool) {
    let opened = opened - scoring.gap_open;
    (opened.max(going) - if elided { 0 } else { scoring.gap_extend }, going > opened)
}

/// Adds a run, joined to the last one where it goes on.
fn push(runs: &mut Vec<Anchor>, left: u32, right: u32, length: u32) {
    if let Some(last) = runs.last_mut()
        && last.left + last.length == left
        && last.right + last.length == right
    {
        last.length += length;
        return;
    }
    runs.push(Anchor { left, right, length });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &[u32], right: &[u32], seed: (u32, u32, u32), expected: &[(u32, u32, u32)]) {
        let texts = Texts {
            left,
            right,
            left_scores: &[100; 200],
            right_scores: &[100; 200],
            left_elided: &[],
            right_elided: &[],
        };
        let seed = Anchor { left: seed.0, right: seed.1, length: seed.2 };
        let runs = Extender::default().extend(texts, &Scoring::default(), seed);
        let runs: Vec<_> = runs.iter().map(|run| (run.left, run.right, run.length)).collect();
        assert_eq!(runs, expected);
    }

    #[test]
    fn a_changed_word_is_passed_over() {
        check(&[1, 2, 3, 4, 5, 6, 7], &[1, 2, 3, 90, 5, 6, 7], (0, 0, 3), &[(0, 0, 3), (4, 4, 3)]);
        check(&[1, 2, 3, 4, 5, 6, 7], &[1, 2, 3, 90, 5, 6, 7], (4, 4, 3), &[(0, 0, 3), (4, 4, 3)]);
    }

    #[test]
    fn inserted_and_dropped_words_are_passed_over() {
        check(&[1, 2, 3, 4, 5, 6], &[1, 2, 3, 90, 91, 4, 5, 6], (0, 0, 3), &[(0, 0, 3), (3, 5, 3)]);
        check(&[1, 2, 3, 90, 91, 4, 5, 6], &[1, 2, 3, 4, 5, 6], (5, 3, 3), &[(0, 0, 3), (5, 3, 3)]);
    }

    #[test]
    fn an_extension_ends_where_nothing_agrees() {
        let left: Vec<u32> = (1..=3).chain(10..40).chain(4..=6).collect();
        let right: Vec<u32> = (1..=3).chain(50..80).chain(4..=6).collect();
        check(&left, &right, (0, 0, 3), &[(0, 0, 3)]);
    }
}
