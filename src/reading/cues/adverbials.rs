//! Cues that are no verbs and stand beside a clause: "according to Holm", "per Holm", "in Holm's view".

use std::ops::Range;

use super::{Cue, How, Shape};
use crate::reading::lexicon::{Class, CueVerb, Form, Grammar};
use crate::reading::noun_phrases as phrases;
use crate::reading::units::{Line, Unit};

pub(super) fn according(units: &[Unit], line: Line, at: usize) -> Option<Cue> {
    let to = (at + 1..line.end.min(at + 2)).find(|&next| units[next].class.is(Class::TO))?;
    let subject = phrases::after(units, to + 1, line.end);
    Some(adverbial(at, to + 1, subject))
}

/// "“…,” per Holm": the source right behind the preposition.
pub(super) fn per(units: &[Unit], line: Line, at: usize) -> Option<Cue> {
    let named = units[at].class.is(Class::PER) && units[..line.end].get(at + 1).is_some_and(Unit::is_name);
    let subject = phrases::after(units, at + 1, line.end).filter(|_| named)?;
    Some(adverbial(at, at + 1, Some(subject)))
}

/// "In Holm's view, …", "by his own account", "in the words of Holm": whose view or words they are.
pub(super) fn view(units: &[Unit], line: Line, at: usize) -> Option<Cue> {
    const REACH: usize = 7;
    if !units[at].class.is(Class::VIEW) {
        return None;
    }
    let leads_in = |start: usize| start > line.start && units[start - 1].class.is(Class::IN.with(Class::BY));
    let of = units[..line.end].get(at + 1).is_some_and(|next| next.class.is(Class::OF));
    if of && at > line.start + 1 && units[at - 1].class.is(Class::DETERMINER) && leads_in(at - 1) {
        return Some(adverbial(at - 2, at + 2, Some(phrases::after(units, at + 2, line.end)?)));
    }
    let floor = line.start.max(at.saturating_sub(REACH));
    let owner = (floor..at).rev().find(|&left| units[left].possessive || units[left].class.is(Class::POSSESSIVE))?;
    let plain = units[owner + 1..at].iter().all(|unit| unit.is_word() && !unit.class.is(Class::PREPOSITION));
    let subject =
        if units[owner].possessive { phrases::antecedent(units, line.start, owner + 1)? } else { owner..owner + 1 };
    let start = subject.start;
    (plain && !of && leads_in(start)).then(|| adverbial(start - 1, at + 1, Some(subject)))
}

/// A cue like "according to", from its first unit to one past its last.
fn adverbial(start: usize, end: usize, subject: Option<Range<usize>>) -> Cue {
    let verb = CueVerb { form: Form::Present, grammar: Grammar::QUOTES, verb: u16::MAX };
    Cue { at: start, start, end, verb, shape: Shape::According, subject, how: How::Behind }
}
