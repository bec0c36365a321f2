//! The frames in which one sentence attributes a quotation: scored, so that the best wins and the next is known.
//!
//! [`ahead`] reads cues before the quotation, [`behind`] those after it, [`cueless`] what a sentence without a cue
//! offers: a label, a signature, the subject of the clause.

mod ahead;
mod behind;
mod cueless;

use std::ops::Range;

use crate::model::Rule;
use crate::reading::cues::{Cue, Shape};
use crate::reading::lexicon::{Class, Form, Grammar};
use crate::reading::units::{Line, Unit};
use ahead::ahead;
use behind::behind;
pub use cueless::sentence_subject;
use cueless::{clause_subject, label, signed};

/// One way to read who said it. Ranges are unit indices.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub mention: Range<usize>,
    pub cue: Option<Range<usize>>,
    /// 0 to 1: how good a frame it is; made a confidence later.
    pub score: f32,
    pub rule: Rule,
}

/// What the sentence around a quotation offers, best first.
pub fn candidates(units: &[Unit], line: Line, cues: &[Cue], at: usize) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let tight = ends_tight(units, line, at);
    for cue in cues {
        let mut one = if cue.at > at { behind(units, line, cue, at, tight) } else { ahead(units, line, cue, at) };
        if let Some(one) = one.as_mut().filter(|_| is_named(units, cues, cue, at)) {
            one.score -= 0.3;
        }
        found.extend(one);
    }
    found.extend(label(units, line, at));
    found.extend(signed(units, line, at));
    found.extend(clause_subject(units, line, at));
    found.retain(|one| !one.mention.contains(&at));
    if let Some(named) = found.iter().find(|one| one.rule == Rule::WhatNamed).map(|one| one.mention.start) {
        for outer in found.iter_mut().filter(|one| one.mention.start < named) {
            outer.score -= 0.1;
        }
    }
    if is_announced(units, line, cues, at) {
        // "She told him, “Go!” He went.": a capital behind begins another sentence.
        for one in found.iter_mut().filter(|one| one.mention.start > at) {
            let first = &units[one.mention.start];
            let fresh = first.capital && !first.is_name() && one.cue.as_ref().is_some_and(|cue| cue.start > at);
            one.score -= if fresh { 0.3 } else { 0.0 };
        }
    }
    found.sort_by(|left, right| right.score.total_cmp(&left.score));
    found
}

/// Whether the quotation asks for an attribution behind it: "…," or "…?" or a comma right after it.
fn ends_tight(units: &[Unit], line: Line, at: usize) -> bool {
    let comma = units[..line.end].get(at + 1).is_some_and(|next| next.is_mark(",") || next.is_dash());
    units[at].last.is_some_and(|last| ",?!—–-….".contains(last)) || comma
}

/// "Orr called Holm's claim “…”": a noun for what is said that a verb gives a name to, and not the words said.
fn is_named(units: &[Unit], cues: &[Cue], noun: &Cue, at: usize) -> bool {
    const REACH: usize = 14;
    const NEAR: usize = 4;
    let names = |cue: &Cue| cue.shape != Shape::Nominal && cue.verb.grammar.is(Grammar::LABEL);
    // "Holm's assertion of a “right”" is Holm's; "her assertion of a right over all of it “absurd”" is named so.
    let bare =
        noun.end == at || units.get(noun.end).is_some_and(|next| next.class.is(Class::OF)) && at > noun.end + NEAR;
    bare && noun.shape == Shape::Nominal
        && cues.iter().any(|cue| names(cue) && cue.end <= noun.start && cue.end + REACH >= noun.start)
}

/// Whether a verb of speech and a mark lead in the quotation: "Holm said, “…”".
fn is_announced(units: &[Unit], line: Line, cues: &[Cue], at: usize) -> bool {
    let mark = at > line.start && units[at - 1].is_mark(",:");
    let strong = |cue: &Cue| cue.verb.grammar.is(Grammar::QUOTES) && cue.end <= at && cue.end + 8 >= at;
    mark && units[at].last.is_some_and(|last| ".?!".contains(last)) && cues.iter().any(strong)
}

/// Verbs that may stand before their subject behind a quotation.
fn speaks(cue: &Cue) -> bool {
    cue.verb.grammar.is(Grammar::QUOTES.with(Grammar::WEAK)) && !matches!(cue.verb.form, Form::Progressive | Form::Base)
}

/// What it costs to reach over words that begin another clause.
fn crossing(units: &[Unit], from: usize, to: usize) -> f32 {
    let mut cost: f32 = 0.0;
    for at in from..to.max(from) {
        let unit = &units[at];
        if unit.class.is(Class::ADVERSATIVE) {
            cost += 0.25;
        } else if unit.class.is(Class::COORDINATOR)
            && units.get(at.wrapping_sub(1)).is_some_and(|mark| mark.is_mark(",") || mark.quote().is_some())
        {
            cost += 0.12;
        } else if unit.is_mark(";") {
            cost += 0.2;
        } else if unit.quote().is_some() {
            cost += 0.03;
        }
    }
    cost.min(0.5)
}
