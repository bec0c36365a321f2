//! Nouns for something said, with whose it is: "Holm's claim that …", "a letter from Holm: …".

use std::ops::Range;

use super::{Cue, How, Shape};
use crate::reading::lexicon::{Class, CueVerb, Form, Grammar};
use crate::reading::noun_phrases as phrases;
use crate::reading::units::{Line, Unit};

/// A noun for something said, with its owner: "Holm's claim that …", "his warning: …", "a letter from Holm: …".
pub(super) fn nominal(units: &[Unit], line: Line, at: usize) -> Option<Cue> {
    const REACH: usize = 5;
    let next = units[..line.end].get(at + 1)?;
    let floor = line.start.max(at.saturating_sub(REACH));
    let owner = (floor..at)
        .rev()
        .take_while(|&left| {
            phrases::is_noun_like(&units[left]) || units[left].possessive || units[left].class.is(Class::POSSESSIVE)
        })
        .find(|&left| units[left].possessive || units[left].class.is(Class::POSSESSIVE));
    let (subject, end) = match owner {
        Some(owner) if units[owner].possessive => (phrases::antecedent(units, line.start, owner + 1)?, at + 1),
        Some(owner) => (owner..owner + 1, at + 1),
        None if next.class.is(Class::FROM_BY) => {
            let subject = phrases::after(units, at + 2, line.end)?;
            let end = subject.end;
            (subject, end)
        }
        None if next.class.is(Class::OF) => return words_of(units, line, at),
        None => return None,
    };
    let end = behind_adjunct(units, line, end);
    let behind = units[..line.end].get(end)?;
    let announces =
        behind.class.is(Class::THAT.with(Class::TO).with(Class::OF)) || behind.is_mark(":") || behind.quote().is_some();
    announces.then_some(noun_cue(at, end, subject))
}

/// "The words of the ferryman, “…”", "the motto of the Guild: “…”": whose they are stands behind.
fn words_of(units: &[Unit], line: Line, at: usize) -> Option<Cue> {
    let subject = phrases::after(units, at + 2, line.end)?;
    let known = units[subject.start].class.is(Class::DETERMINER.with(Class::POSSESSIVE))
        || units[subject.clone()].iter().any(Unit::is_name);
    let mark = units[..line.end].get(subject.end)?;
    let end = subject.end + usize::from(mark.is_mark(",:"));
    let quoted = units[..line.end].get(end).is_some_and(|next| next.quote().is_some());
    (known && quoted).then(|| noun_cue(at, end, subject))
}

fn noun_cue(at: usize, end: usize, subject: Range<usize>) -> Cue {
    let verb = CueVerb { form: Form::Base, grammar: Grammar::CLAUSE.with(Grammar::INFINITIVE), verb: u16::MAX };
    Cue { at, start: at, end, verb, shape: Shape::Nominal, subject: Some(subject), how: How::Behind }
}

/// "her assertion | during the debate | that …", "his verdict | on the soup |: “…”": past what else is said of the noun.
fn behind_adjunct(units: &[Unit], line: Line, end: usize) -> usize {
    const LONGEST: usize = 7;
    let opens = units[..line.end].get(end).is_some_and(|unit| {
        unit.class.is(Class::PREPOSITION) && !unit.class.is(Class::TO.with(Class::OF).with(Class::THAT))
    });
    let announces = |at: usize| units[at].class.is(Class::THAT) || units[at].is_mark(":");
    let limit = line.end.min(end + LONGEST);
    let Some(at) = (end..limit).find(|&at| announces(at)).filter(|_| opens) else { return end };
    let quoted = units[..line.end].get(at + 1).is_some_and(|next| next.quote().is_some());
    let plain = (end..at).all(|between| {
        units[between].is_word() && !phrases::is_finite(units, between) && !units[between].class.is(Class::RELATIVE)
    });
    if quoted && plain { at } else { end }
}
