//! Speakers carried over: to quotations beside one that is attributed, and from the sentence or paragraph before.

use super::Attributed;
use super::frames::{Candidate, sentence_subject};
use super::nobody::can_speak;
use crate::model::Rule;
use crate::reading::cues::{Cue, Shape, is_subordinate};
use crate::reading::lexicon::Grammar;
use crate::reading::marks::Run;
use crate::reading::units::{Layout, Line};

/// A score from which a sentence's own frame needs no help.
const SURE: f32 = 0.7;

/// Adds what is carried over to the candidates of quotations whose own sentence says little.
pub fn over(layout: &Layout, runs: &[Run], cues: &[Vec<Cue>], found: &mut [Attributed]) {
    for index in 0..found.len() {
        if best(&found[index]) >= SURE || found[index].unattributed {
            continue;
        }
        let mut more = Vec::new();
        more.extend(neighbour(layout, found, index));
        more.extend(before(layout, runs, cues, found, index));
        let mine = &mut found[index].candidates;
        mine.extend(more);
        mine.sort_by(|left, right| right.score.total_cmp(&left.score));
    }
    for index in (0..found.len()).rev() {
        let carried = next(layout, runs, found, index);
        let mine = &mut found[index].candidates;
        mine.extend(carried);
        mine.sort_by(|left, right| right.score.total_cmp(&left.score));
    }
}

fn best(one: &Attributed) -> f32 {
    one.candidates.first().map_or(0.0, |best| best.score)
}

/// The speaker of another quotation in the same sentence.
fn neighbour(layout: &Layout, found: &[Attributed], index: usize) -> Option<Candidate> {
    let mine = &found[index];
    let same = |other: &&Attributed| other.line == mine.line;
    let left = index.checked_sub(1).and_then(|left| found.get(left)).filter(same);
    let right = found.get(index + 1).filter(same);
    let best = [left, right].into_iter().flatten().max_by(|left, right| best(left).total_cmp(&best(right)))?;
    let one = best.candidates.first()?;
    let joined = best.unit.abs_diff(mine.unit) <= 2
        || layout.units[mine.unit.min(best.unit) + 1..mine.unit.max(best.unit)].len() < 12;
    let factor = if joined { 0.91 } else { 0.75 };
    Some(Candidate { score: one.score * factor, rule: Rule::Beside, ..one.clone() })
}

/// Whether a sentence holds nothing but quotations and marks.
fn is_alone(layout: &Layout, line: Line) -> bool {
    layout.units[line.start..line.end].iter().all(|unit| !unit.is_word())
}

/// What the sentences before offer.
fn before(layout: &Layout, runs: &[Run], cues: &[Vec<Cue>], found: &[Attributed], index: usize) -> Vec<Candidate> {
    let mine = &found[index];
    let line = layout.lines[mine.line];
    let Some(previous_line) = mine.line.checked_sub(1).map(|at| layout.lines[at]) else { return Vec::new() };
    let same_paragraph = previous_line.paragraph == line.paragraph;
    let alone = is_alone(layout, line);
    let weight = if alone { 1.0 } else { 0.6 };
    let mut more = Vec::new();
    let previous = index.checked_sub(1).map(|at| &found[at]);
    if let Some((previous, one)) = previous.and_then(|previous| Some((previous, previous.candidates.first()?))) {
        let theirs = layout.lines[previous.line];
        let near = mine.line - previous.line;
        let went_on = !runs[previous.run].closed || runs[previous.run].goes_on;
        let score = match (theirs.paragraph == line.paragraph, near) {
            (true, 0 | 1) => 0.9,
            (true, 2) => 0.72,
            (true, _) => 0.6,
            (false, _) if theirs.paragraph + 1 == line.paragraph && went_on => 0.9,
            (false, 1) if theirs.paragraph + 1 == line.paragraph => 0.6,
            (false, _) if theirs.paragraph + 1 == line.paragraph => 0.45,
            // A paragraph of the writer's own lies between.
            _ => 0.0,
        };
        let sure = 0.5 + 0.5 * one.score;
        let rule = Rule::GoesOn;
        let carried = Candidate { score: score * sure * weight, rule, ..one.clone() };
        more.extend((score > 0.0).then_some(carried));
    }
    let colon = layout.units[previous_line.start..previous_line.end].last().is_some_and(|last| last.is_mark(":"));
    let from_paragraph = if same_paragraph { 1.0 } else { 0.85 };
    let usable = |cue: &&Cue| matches!(cue.shape, Shape::Finite | Shape::According) && cue.subject.is_some();
    let theirs = &cues[mine.line - 1];
    let main = |cue: &&Cue| {
        cue.subject.as_ref().is_some_and(|range| !is_subordinate(&layout.units, previous_line, range.start))
    };
    let spoken = theirs.iter().filter(usable).filter(main).find(|cue| cue.verb.grammar.is(Grammar::QUOTES));
    if let Some((cue, subject)) =
        spoken.or_else(|| theirs.iter().find(usable)).and_then(|cue| Some((cue, cue.subject.clone()?)))
    {
        let score = if colon { 0.88 } else { 0.62 * from_paragraph };
        more.push(Candidate {
            mention: subject,
            cue: Some(cue.start..cue.end),
            score: score * weight,
            rule: Rule::SpeakerBefore,
        });
    }
    let subject = sentence_subject(&layout.units, previous_line);
    if let Some((subject, verb)) = subject.filter(|(subject, _)| colon || can_speak(&layout.units, subject)) {
        let score = if colon { 0.84 } else { 0.58 * from_paragraph };
        more.push(Candidate { mention: subject, cue: Some(verb), score: score * weight, rule: Rule::SubjectBefore });
    }
    more
}

/// What the quotation behind offers: "“…” “…,” Holm said.", and a quotation that goes on in the next paragraph.
fn next(layout: &Layout, runs: &[Run], found: &[Attributed], index: usize) -> Option<Candidate> {
    let mine = &found[index];
    let behind = found.get(index + 1)?;
    let one = behind.candidates.first()?;
    let (line, theirs) = (layout.lines[mine.line], layout.lines[behind.line]);
    let goes_on = runs[mine.run].goes_on && theirs.paragraph == line.paragraph + 1;
    let same = theirs.paragraph == line.paragraph && behind.line == mine.line + 1 && is_alone(layout, line);
    if best(mine) >= SURE || mine.unattributed || !(goes_on || same) || mine.line == behind.line {
        return None;
    }
    Some(Candidate { score: one.score * if goes_on { 0.9 } else { 0.8 }, rule: Rule::BehindIt, ..one.clone() })
}
