//! What may be a noun, which of a phrase is its head, and which phrases can name a speaker.

use std::ops::Range;

use crate::reading::lexicon::{Class, Form, Grammar};
use crate::reading::units::{Ending, FUNCTION, Unit, UnitKind};

/// A word that may be a noun or adjective: no function word, no verb.
pub fn is_noun_like(unit: &Unit) -> bool {
    match unit.kind {
        UnitKind::Number => true,
        UnitKind::Word => {
            unit.is_name()
                || unit.class.is(Class::SPEAKING_NOUN.with(Class::TIME))
                || !unit.class.is(FUNCTION) && unit.ending != Ending::Ly
        }
        UnitKind::Mark(mark) => matches!(mark, ')' | '%'),
        UnitKind::Quote(_) => false,
    }
}

/// The head of a phrase: its last noun before the first preposition, relative or mark.
pub fn head<'u>(units: &'u [Unit], range: &Range<usize>) -> Option<&'u Unit> {
    let inside = units.get(range.clone())?;
    let closes = |unit: &Unit| {
        unit.class.is(Class::PREPOSITION.with(Class::RELATIVE)) && !unit.is_name()
            || matches!(unit.kind, UnitKind::Mark(mark) if ",—–(;:".contains(mark))
    };
    let end = inside.iter().skip(1).position(closes).map_or(inside.len(), |at| at + 1);
    inside.get(..end)?.last()
}

/// Whether a phrase may name a speaker: it holds a name, a noun or a pronoun, and is no mere time or amount.
pub(super) fn can_speak(units: &[Unit], range: &Range<usize>) -> bool {
    let Some(inside) = units.get(range.clone()) else { return false };
    let Some(first) = inside.first() else { return false };
    if first.class.is(Class::SUBJECT) || first.class.is(Class::RELATIVE) && first.class.is(Class::DETERMINER) {
        return true;
    }
    if first.class.is(Class::AUXILIARY) && !first.capital
        || first.class.is(Class::OBJECT)
        || first.class.is(Class::PREPOSITION) && !first.is_name()
    {
        return false;
    }
    let verb = |unit: &Unit| {
        unit.cue.is_some_and(|cue| {
            matches!(cue.form, Form::Base | Form::Present | Form::Past) && !cue.grammar.is(Grammar::HOMOGRAPH)
        }) && !unit.capital
            && !unit.class.is(Class::SPEAKING_NOUN)
    };
    let placed = first.ending == Ending::Ed
        && !first.capital
        && inside.get(1).is_some_and(|next| next.class.is(Class::PREPOSITION.with(Class::TO)));
    if verb(first) && inside.get(1).is_none_or(|next| !is_noun_like(next)) || placed {
        return false;
    }
    let all_time = inside.iter().all(|unit| {
        unit.class.is(Class::TIME.with(Class::TIME_BEFORE).with(Class::DETERMINER)) || unit.kind == UnitKind::Number
    }) && inside.iter().any(|unit| unit.class.is(Class::TIME) || unit.kind == UnitKind::Number);
    let quantifier = inside.len() == 1 && first.class.is(Class::DETERMINER);
    (!all_time || quantifier) && inside.iter().any(|unit| is_noun_like(unit) || unit.class.is(Class::DETERMINER))
}

/// The phrase without what cannot begin one; none where nothing is left that can speak.
pub(super) fn trimmed(units: &[Unit], start: usize, end: usize) -> Option<Range<usize>> {
    let mut start = start;
    while start < end {
        let unit = &units[start];
        let skip = unit.class.is(Class::COORDINATOR.with(Class::ADVERSATIVE))
            || unit.class.is(Class::ADVERB)
                && !unit.class.is(Class::DETERMINER)
                && !unit.class.is(Class::TITLE.with(Class::PERSON))
            || unit.class.is(Class::SUBORDINATOR)
            || unit.ending == Ending::Ly && !unit.is_name()
            || unit.is_mark(",.—–-'’…*•")
            || unit.kind == UnitKind::Number
                && start > 0
                && units[start - 1].class.is(Class::IN)
                && units.get(start + 1).is_some_and(Unit::is_name)
            || unit.class.is(Class::TIME_ONLY)
                && !unit.possessive
                && units
                    .get(start + 1)
                    .is_some_and(|next| next.is_name() || next.class.is(Class::DETERMINER.with(Class::SUBJECT)));
        if !skip {
            break;
        }
        start += 1;
    }
    let mut end = end;
    while end > start && units[end - 1].is_mark(",—–-") {
        end -= 1;
    }
    let range = start..end;
    can_speak(units, &range).then_some(range)
}
