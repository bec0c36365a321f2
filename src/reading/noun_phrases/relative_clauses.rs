//! Relative clauses behind a noun, with their pronoun or shortened to a participle.

use super::nouns::is_noun_like;
use super::verbs::is_finite;
use crate::reading::lexicon::{Class, CueVerb, Form, Grammar};
use crate::reading::units::{Ending, Unit, UnitKind};

/// "shared a poem called “…”": a participle that names the object of a verb before it.
pub fn is_reduced_label(units: &[Unit], at: usize, cue: CueVerb) -> bool {
    const REACH: usize = 16;
    let named = units.get(at + 1).is_some_and(|next| next.quote().is_some());
    let object = at > 0 && is_noun_like(&units[at - 1]) && !units[at - 1].is_name();
    if cue.form != Form::Past || !cue.grammar.is(Grammar::LABEL) || !named || !object {
        return false;
    }
    let low = at.saturating_sub(REACH);
    for index in (low..at - 1).rev() {
        let unit = &units[index];
        let boundary = matches!(unit.kind, UnitKind::Mark(mark) if ",;:.—–()".contains(mark))
            || unit.quote().is_some()
            || unit.class.is(Class::RELATIVE.with(Class::SUBORDINATOR).with(Class::ADVERSATIVE))
                && !unit.class.is(Class::PREPOSITION);
        if boundary {
            return false;
        }
        if is_finite(units, index) {
            return !unit.cue.is_some_and(|cue| cue.grammar.is(Grammar::CLAUSE))
                && relative_start(units, low, index).is_none();
        }
    }
    false
}

/// "closed the list of candidates interviewed, …": a participle behind the object of a verb.
pub(super) fn is_reduced_past(units: &[Unit], at: usize) -> bool {
    const REACH: usize = 12;
    let ends = units.get(at + 1).is_none_or(|next| next.is_mark(",.") || next.class.is(Class::BY));
    let object = at > 0 && is_noun_like(&units[at - 1]) && !units[at - 1].is_name();
    if !ends || !object || !is_plain_past(&units[at]) {
        return false;
    }
    let low = at.saturating_sub(REACH);
    for index in (low..at - 1).rev() {
        let unit = &units[index];
        let boundary = matches!(unit.kind, UnitKind::Mark(mark) if ",;:.—–()".contains(mark))
            || unit.quote().is_some()
            || unit
                .class
                .is(Class::COORDINATOR.with(Class::RELATIVE).with(Class::SUBORDINATOR).with(Class::ADVERSATIVE))
                && !unit.class.is(Class::PREPOSITION);
        if boundary || unit.cue.is_some_and(|cue| cue.grammar.is(Grammar::CLAUSE)) && !unit.is_name() {
            return false;
        }
        let subject = index > low && (units[index - 1].is_name() || units[index - 1].class.is(Class::SUBJECT));
        let verb = unit.class.is(Class::BE.with(Class::HAVE))
            || unit.class.is(Class::VERB) && !unit.class.is(Class::VERB_NOUN);
        if verb && !unit.capital || is_plain_past(unit) && subject {
            return relative_start(units, low, index).is_none();
        }
    }
    false
}

/// Whether the participle at `at` shortens a relative clause: "a study published in May".
pub(super) fn is_reduced(units: &[Unit], floor: usize, at: usize) -> bool {
    let unit = &units[at];
    let participle = unit.ending == Ending::Ed
        || unit.ending == Ending::Ing
        || unit.cue.is_some_and(|cue| matches!(cue.form, Form::Past | Form::Participle | Form::Progressive))
        || matches!(unit.class, class if class.is(Class::VERB) && !class.is(Class::AUXILIARY));
    let behind = units.get(at + 1).is_some_and(|next| {
        next.class.is(Class::PREPOSITION) || next.class.is(Class::ADVERB) || next.ending == Ending::Ly
    });
    let agent = units.get(at + 1).is_some_and(|next| next.class.is(Class::BY));
    let head = at > floor && is_noun_like(&units[at - 1]) && (agent || !units[at - 1].is_name());
    participle && behind && head
}

/// A past form of no reporting verb: "obtained", as often a participle behind its noun.
pub(super) fn is_plain_past(unit: &Unit) -> bool {
    unit.ending == Ending::Ed && unit.cue.is_none()
}

/// Where the relative clause begins that holds the verb at `at`: "voters who (never) supported"; its pronoun.
pub(super) fn relative_start(units: &[Unit], floor: usize, at: usize) -> Option<usize> {
    let low = floor.max(at.saturating_sub(6));
    for index in (low..at).rev() {
        let unit = &units[index];
        if unit.class.is(Class::RELATIVE) {
            let reported = index.checked_sub(1).is_some_and(|before| units[before].cue.is_some());
            return (!reported && index > floor).then_some(index);
        }
        let inside = unit.class.is(Class::AUXILIARY
            .with(Class::ADVERB)
            .with(Class::NEGATION)
            .with(Class::SUBJECT)
            .with(Class::DETERMINER))
            || unit.ending == Ending::Ly
            || is_noun_like(unit);
        if !inside {
            return None;
        }
    }
    None
}
