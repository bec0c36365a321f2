//! Nouns for something said, with whose it is: "Holm's claim that …", "a letter from Holm: …".

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
        None => return None,
    };
    let behind = units[..line.end].get(end)?;
    let announces =
        behind.class.is(Class::THAT.with(Class::TO).with(Class::OF)) || behind.is_mark(":") || behind.quote().is_some();
    let verb = CueVerb { form: Form::Base, grammar: Grammar::CLAUSE.with(Grammar::INFINITIVE), verb: u16::MAX };
    announces.then_some(Cue {
        at,
        start: at,
        end,
        verb,
        shape: Shape::Nominal,
        subject: Some(subject),
        how: How::Behind,
    })
}
