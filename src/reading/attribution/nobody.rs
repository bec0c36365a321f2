//! Quotations whose sentence names nobody: "has drawn criticism for “…”", "was called “…”", "the plan is – “…”".

use std::ops::Range;

use super::frames::Candidate;
use crate::model::Rule;
use crate::reading::cues::{Cue, Shape};
use crate::reading::lexicon::{Class, Grammar};
use crate::reading::noun_phrases as phrases;
use crate::reading::units::{Line, Unit};

/// A score from which a frame names its speaker, whatever else the sentence says.
const NAMED: f32 = 0.6;

/// Whether the text keeps silent about who said the quotation at `at`.
pub fn is_unattributed(units: &[Unit], line: Line, cues: &[Cue], candidates: &[Candidate], at: usize) -> bool {
    let received = received(units, line, at);
    let of_receiver =
        |one: &Candidate| received.is_some_and(|verb| one.cue.as_ref().is_some_and(|cue| cue.contains(&verb)));
    let named = candidates.iter().any(|one| one.score >= NAMED && !of_receiver(one));
    !named && (received.is_some() || is_passive(units, line, cues, at) || is_of_a_thing(units, candidates, at))
}

/// "was described as a “…”": a passive that gives a name, without its agent.
fn is_passive(units: &[Unit], line: Line, cues: &[Cue], at: usize) -> bool {
    const GAP: usize = 3;
    cues.iter().any(|cue| {
        cue.shape == Shape::Passive
            && cue.subject.is_none()
            && cue.verb.grammar.is(Grammar::LABEL)
            && cue.end <= at
            && at - cue.end <= GAP
            && !units[at..line.end].iter().any(|unit| unit.class.is(Class::BY))
    })
}

/// "has drawn criticism for “…”": blame or praise that somebody receives, from whom is not said.
fn received(units: &[Unit], line: Line, at: usize) -> Option<usize> {
    const REACH: usize = 10;
    let low = line.start.max(at.saturating_sub(REACH));
    (low..at).find(|&verb| {
        let noun = (verb + 1..at.min(verb + 5)).find(|&noun| units[noun].class.is(Class::NOMINAL));
        units[verb].class.is(Class::RECEIVING)
            && noun.is_some_and(|noun| {
                units[noun + 1..at].first().is_some_and(|next| next.class.is(Class::PREPOSITION))
                    && !units[noun + 1..at].iter().any(|unit| unit.class.is(Class::FROM_BY) || unit.is_mark(":"))
            })
    })
}

/// "the plan is simple – “…”": only a thing that cannot speak is there, and it does nothing but be.
fn is_of_a_thing(units: &[Unit], candidates: &[Candidate], at: usize) -> bool {
    const GAP: usize = 4;
    let Some(best) = candidates.iter().find(|one| one.rule == Rule::ClauseSubject) else { return false };
    let Some(verb) = best.cue.clone().filter(|verb| verb.end <= at && at - verb.end <= GAP) else { return false };
    units[verb].iter().all(|unit| unit.class.is(Class::BE)) && !can_speak(units, &best.mention)
}

/// Whether a phrase may be somebody or something that says things: a name, a pronoun, a person, body or writing.
pub fn can_speak(units: &[Unit], mention: &Range<usize>) -> bool {
    phrases::head(units, mention).is_none_or(|head| {
        head.is_name()
            || head.class.is(Class::SPEAKING_NOUN.with(Class::SUBJECT).with(Class::RELATIVE).with(Class::DETERMINER))
            || head.class.is(Class::NOMINAL.with(Class::WORK).with(Class::NAMING))
    })
}
