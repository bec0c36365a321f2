//! What a segment between commas is or holds: an adjunct, a clause, a noun at its end.

use std::ops::Range;

use super::nouns::is_noun_like;
use super::verbs::is_finite;
use crate::reading::lexicon::{Class, Form};
use crate::reading::units::{Ending, Unit};

/// Whether a segment is an adjunct in front of a clause: "On Monday", "When asked", "Asked about it".
pub(super) fn is_adjunct(units: &[Unit], segment: &Range<usize>) -> bool {
    let mut inside = units[segment.clone()].iter().skip_while(|unit| {
        unit.class.is(Class::COORDINATOR.with(Class::ADVERSATIVE)) || unit.ending == Ending::Ly && !unit.is_mark(",")
    });
    let Some(first) = inside.next() else { return true };
    let starts =
        first.class.is(Class::PREPOSITION.with(Class::SUBORDINATOR).with(Class::ADVERB).with(Class::TIME_ONLY))
            || first.ending == Ending::Ing && !first.class.is(Class::GROUP)
            || first.ending == Ending::Ed && first.cue.is_some()
            || first.cue.is_some_and(|cue| cue.form == Form::Participle || cue.form == Form::Progressive)
            || first.class.is(Class::BE);
    // "As Holm, the mayor, said": the clause's own subject behind its conjunction.
    let conjunction =
        first.class.is(Class::SUBORDINATOR) && !first.class.is(Class::PREPOSITION) && !has_finite(units, segment);
    starts && !conjunction && !first.class.is(Class::DETERMINER)
}

pub(super) fn has_finite(units: &[Unit], segment: &Range<usize>) -> bool {
    segment.clone().any(|at| is_finite(units, at))
}

pub(super) fn has_verb(units: &[Unit], segment: &Range<usize>) -> bool {
    units[segment.clone()].iter().any(|unit| unit.class.is(Class::AUXILIARY.with(Class::VERB)) && !unit.capital)
}

/// Whether a coordinated segment has a subject of its own: "and Holm left".
pub(super) fn has_own_subject(units: &[Unit], segment: &Range<usize>) -> bool {
    segment.clone().skip(1).any(|at| is_finite(units, at) && at > segment.start + 1)
}

pub(super) fn holds_relative(units: &[Unit], segment: &Range<usize>) -> bool {
    units[segment.clone()].iter().any(|unit| unit.class.is(Class::RELATIVE))
}

pub(super) fn ends_in_name(units: &[Unit], segment: &Range<usize>) -> bool {
    units[segment.clone()].last().is_some_and(Unit::is_name)
}

pub(super) fn ends_in_noun(units: &[Unit], segment: &Range<usize>) -> bool {
    units[segment.clone()].last().is_some_and(is_noun_like)
}
