//! Cues after the quotation: "“…,” Holm said", "“…,” said Holm", "“…,” according to Holm".

use std::ops::Range;

use super::{Candidate, crossing, speaks};
use crate::model::Rule;
use crate::reading::cues::{Cue, How, Shape};
use crate::reading::lexicon::{Class, Grammar};
use crate::reading::noun_phrases as phrases;
use crate::reading::units::{Line, Unit};

/// A cue after the quotation.
pub(super) fn behind(units: &[Unit], line: Line, cue: &Cue, at: usize, tight: bool) -> Option<Candidate> {
    let from = skip(units, line, at + 1);
    let strong = cue.verb.grammar.is(Grammar::QUOTES);
    let make = |mention: Range<usize>, score: f32, rule| {
        Some(Candidate { mention, cue: Some(cue.start.max(at + 1)..cue.end), score, rule })
    };
    if cue.shape == Shape::According {
        let distance = cue.at - from.min(cue.at);
        let score = (if distance == 0 { 0.95 } else { 0.9 }) - 0.02 * distance.min(20) as f32;
        return make(cue.subject.clone()?, score - crossing(units, from, cue.at), Rule::According);
    }
    if cue.shape == Shape::Nominal {
        return None;
    }
    if cue.shape == Shape::Passive {
        let distance = cue.start.saturating_sub(from);
        return make(cue.subject.clone()?, 0.8 - 0.02 * distance.min(20) as f32, Rule::Passive);
    }
    if cue.shape == Shape::Finite
        && cue.start <= from
        && speaks(cue)
        && let Some(mention) = phrases::after(units, cue.end, line.end)
    {
        let base = if strong { 0.97 } else { 0.86 };
        return make(mention, if tight { base } else { base - 0.3 }, Rule::Inverted);
    }
    if cue.shape == Shape::Finite
        && cue.start > from
        && units[cue.start - 1].is_mark(",")
        && speaks(cue)
        && !cue.verb.grammar.is(Grammar::HEARER)
        && let Some(mention) = phrases::after(units, cue.end, line.end)
        && units[..line.end].get(mention.end).is_none_or(|next| next.is_mark(".,;") || next.quote().is_some())
    {
        let distance = 0.004 * (cue.start - from).min(20) as f32;
        return make(mention, 0.93 - distance, Rule::ClosesInverted);
    }
    let mention = cue.subject.clone()?;
    if mention.start <= at {
        // The subject stands before the quotation: "Holm, who called it “…,” said".
        let score = match cue.how {
            How::Coordinated | How::Governing => 0.6,
            _ => 0.66,
        };
        return make(mention, score - 0.01 * (cue.at - at).min(20) as f32, Rule::AroundIt);
    }
    let lead = mention.start - from.min(mention.start);
    let closes = closes(units, line, cue.end);
    if closes && strong && lead > 1 && cue.shape == Shape::Finite && units[mention.start - 1].is_mark(",") {
        return make(mention, 0.91 - 0.003 * lead.min(30) as f32, Rule::ClosesSentence);
    }
    let base: f32 = match (strong, cue.verb.grammar.is(Grammar::WEAK), tight) {
        (true, _, true) => 0.98,
        (_, true, true) => 0.9,
        (true, _, false) => 0.7,
        (_, _, true) => 0.72,
        _ => 0.5,
    };
    let shape = match (cue.shape, cue.how) {
        (Shape::Finite, How::Adjacent | How::Apposition) => 0.0,
        (Shape::Finite, _) => 0.1,
        _ => 0.2,
    };
    let announces = units[..line.end].get(cue.end).is_some_and(|next| next.is_mark(":"));
    let base = if announces { base - 0.4 } else { base };
    let distance = 0.025 * lead.min(16) as f32;
    make(mention, base - shape - distance - crossing(units, from, cue.start), Rule::Behind)
}

/// Whether the sentence ends at `end`, or with a mere adjunct behind it: "Holm said in a letter to the council."
fn closes(units: &[Unit], line: Line, end: usize) -> bool {
    const LONGEST: usize = 14;
    let rest = &units[end.min(line.end)..line.end];
    let Some(first) = rest.first() else { return true };
    let adjunct = first.class.is(Class::PREPOSITION.with(Class::TIME_ONLY)) && !first.class.is(Class::TO);
    first.is_mark(".") && rest.len() == 1
        || adjunct
            && rest.len() <= LONGEST
            && rest.iter().all(|unit| unit.quote().is_none() && !unit.is_mark(",;:—–"))
            && (end..line.end).all(|at| !phrases::is_finite(units, at))
}

/// Steps over what may stand between a quotation and its attribution: a comma, a dash, an adverb.
fn skip(units: &[Unit], line: Line, from: usize) -> usize {
    let mut at = from;
    while at < line.end && at < from + 2 && (units[at].is_mark(",-") || units[at].is_dash()) {
        at += 1;
    }
    at
}
