//! Who said it: cue, mention and confidence for every quotation.
//!
//! Each quotation collects scored candidates: frames of its own sentence ([`frames`]), then what is carried over
//! from quotations and sentences around it ([`carry`]). The best wins, the next is kept as runner-up.

mod carry;
mod confidence;
mod frames;
mod nobody;

use std::ops::Range;

pub use frames::{Candidate, sentence_subject};

use super::cues::Cue;
use super::marks::Run;
use super::units::Layout;
use crate::model::{Attribution, Rule, RunnerUp, Span};

/// A quoted run in its sentence, with everyone who may have said it, best first.
#[derive(Debug, Clone)]
pub struct Attributed {
    /// Index of the run.
    pub run: usize,
    /// Index of its unit.
    pub unit: usize,
    /// Index of its sentence.
    pub line: usize,
    pub candidates: Vec<Candidate>,
    /// Whether the sentence says that it was said, and not by whom.
    pub unattributed: bool,
}

/// Everyone who may have said each run of the layout, in order of place.
pub fn attribute(layout: &Layout, runs: &[Run], cues: &[Vec<Cue>]) -> Vec<Attributed> {
    let mut found = Vec::new();
    for (index, line) in layout.lines.iter().enumerate() {
        for unit in line.start..line.end {
            let Some(run) = layout.units[unit].quote() else { continue };
            let mut candidates = frames::candidates(&layout.units, *line, &cues[index], unit);
            let unattributed = nobody::is_unattributed(&layout.units, *line, &cues[index], &candidates, unit);
            if unattributed {
                candidates.clear();
            }
            found.push(Attributed { run, unit, line: index, candidates, unattributed });
        }
    }
    carry::over(layout, runs, cues, &mut found);
    found
}

/// The attribution that the candidates make; the speaker's referent comes later.
pub fn decide(layout: &Layout, candidates: &[Candidate]) -> Attribution {
    let Some(best) = candidates.first() else {
        return Attribution { rule: Rule::Nobody, ..Attribution::default() };
    };
    let other = candidates.iter().skip(1).find(|other| other.mention != best.mention);
    Attribution {
        mention: Some(span_of(layout, &best.mention)),
        cue: best.cue.as_ref().map(|cue| span_of(layout, cue)),
        confidence: confidence::of(best, other),
        rule: best.rule,
        runner_up: other.map(|other| RunnerUp {
            mention: span_of(layout, &other.mention),
            rule: other.rule,
            confidence: confidence::of(other, Some(best)).min(0.5),
        }),
        ..Attribution::default()
    }
}

/// The bytes that a range of units covers.
pub fn span_of(layout: &Layout, range: &Range<usize>) -> Span {
    let inside = layout.units.get(range.clone()).unwrap_or_default();
    match (inside.first(), inside.last()) {
        (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
        _ => Span::default(),
    }
}
