//! The noun phrase that begins at a place, with the appositions behind it.

use std::ops::Range;

use super::REACH;
use super::nouns::{can_speak, head, is_noun_like};
use super::segments::{has_finite, holds_relative};
use super::verbs::is_finite;
use crate::reading::lexicon::Class;
use crate::reading::units::{Ending, Unit, UnitKind};

/// The noun phrase that begins at `start`, with what belongs to it on the right, not reaching `limit`.
pub fn after(units: &[Unit], start: usize, limit: usize) -> Option<Range<usize>> {
    let limit = limit.min(start + REACH).min(units.len());
    let first = units[..limit].get(start)?;
    if first.class.is(Class::THAT) && units[..limit].get(start + 1).is_some_and(Unit::is_name) {
        return None;
    }
    if first.class.is(Class::SUBJECT) && !first.class.is(Class::DETERMINER) {
        return Some(start..start + 1);
    }
    let begins = first.is_name()
        || first.class.is(Class::DETERMINER.with(Class::POSSESSIVE))
        || first.class.is(Class::SPEAKING_NOUN)
        || first.kind == UnitKind::Number
        || is_noun_like(first) && !is_finite(units, start) && first.ending != Ending::Ing;
    if !begins || first.class.is(Class::TIME_ONLY) {
        return None;
    }
    let end = core_end(units, start, limit);
    let end = with_appositions(units, start, end, limit);
    let range = start..end;
    can_speak(units, &range).then_some(range)
}

/// The end of the phrase without appositions: names and nouns, and the prepositions that belong to them.
fn core_end(units: &[Unit], start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit {
        let unit = &units[at];
        let next = units[..limit].get(at + 1);
        let goes_on = match unit.kind {
            UnitKind::Number | UnitKind::Mark('$' | '%' | '/' | '&' | '#' | '@') => true,
            UnitKind::Mark('(') => {
                let closing = (at + 1..limit.min(at + 16)).find(|&close| units[close].is_mark(")"));
                if let Some(closing) = closing {
                    at = closing + 1;
                    continue;
                }
                false
            }
            UnitKind::Mark('-' | '–' | '\'' | '’') => next.is_some_and(|next| next.span.start == unit.span.end),
            UnitKind::Mark(_) => false,
            UnitKind::Quote(_) => at > start && next.is_some_and(Unit::is_name),
            UnitKind::Word => takes_right(units, start, at, next),
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    at
}

fn takes_right(units: &[Unit], start: usize, at: usize, next: Option<&Unit>) -> bool {
    let unit = &units[at];
    let class = unit.class;
    if at == start {
        return true;
    }
    let before = &units[at - 1];
    if unit.is_name() {
        return !class.is(Class::TIME) || unit.possessive || before.is_name() || next.is_some_and(Unit::is_name);
    }
    if class.is(Class::TIME_ONLY) {
        return unit.possessive;
    }
    if class.is(Class::DETERMINER.with(Class::POSSESSIVE)) && !class.is(Class::RELATIVE) {
        return before.class.is(Class::PREPOSITION.with(Class::COORDINATOR).with(Class::DETERMINER));
    }
    if class.is(Class::PREPOSITION) {
        return belongs(units, start, at, next);
    }
    if class.is(Class::COORDINATOR) {
        return next.is_some_and(|next| next.is_name() || next.class.is(Class::SPEAKING_NOUN))
            && !units.get(at + 2).is_some_and(|_| is_finite(units, at + 2));
    }
    if class.is(Class::SUBJECT
        .with(Class::OBJECT)
        .with(Class::RELATIVE)
        .with(Class::ADVERSATIVE)
        .with(Class::SUBORDINATOR)
        .with(Class::NEGATION)
        .with(Class::AUXILIARY))
    {
        return false;
    }
    if class.is(Class::ADVERB) || unit.ending == Ending::Ly {
        return before.class.is(Class::DETERMINER);
    }
    if class.is(Class::TIME) {
        return before.class.is(Class::PREPOSITION) || before.is_name() && before.possessive;
    }
    !is_finite(units, at) && (unit.ending != Ending::Ing || !before.is_name())
}

/// Whether a preposition's phrase is part of the noun phrase: "of" always; others behind common nouns only, since
/// "said Holm in Salem" places the speaking, not Holm.
fn belongs(units: &[Unit], start: usize, at: usize, next: Option<&Unit>) -> bool {
    let Some(next) = next else { return false };
    if next.class.is(Class::TIME) || next.kind == UnitKind::Number || next.quote().is_some() {
        return false;
    }
    let unit = &units[at];
    let is_of = unit.class.is(Class::OF);
    if is_of {
        return true;
    }
    let common = units[start..at].iter().any(|unit| unit.class.is(Class::SPEAKING_NOUN) && !unit.capital);
    let place = unit.class.is(Class::IN) && !next.is_name();
    common && !place && unit.class.is(Class::OF_NOUNS) && !(next.class.is(Class::DETERMINER) && units[at - 1].is_name())
}

/// Takes in appositions: ", mayor of Salem," ", who leads the council,".
fn with_appositions(units: &[Unit], start: usize, end: usize, limit: usize) -> usize {
    let mut end = end;
    for _ in 0..6 {
        let Some(comma) = units[..limit].get(end) else { break };
        if !comma.is_mark(",") {
            break;
        }
        let from = end + 1;
        let to =
            (from..limit).find(|&at| units[at].is_mark(",.;:?!—–") || units[at].quote().is_some()).unwrap_or(limit);
        let closed = units[..limit].get(to).is_none_or(|mark| mark.is_mark(",.;:?!"));
        if !closed || to == from || !is_apposition(units, from..to, start) {
            break;
        }
        end = to;
    }
    end
}

fn is_apposition(units: &[Unit], segment: Range<usize>, start: usize) -> bool {
    let first = &units[segment.start];
    if first.class.is(Class::RELATIVE) && !first.class.is(Class::DETERMINER) {
        // One known already ("Holm, who …") is named by the name alone; one introduced, by all of it.
        return segment.start > start + 3;
    }
    if first.ending == Ending::Ing
        || first.class.is(Class::SUBJECT)
        || first.cue.is_some() && !first.class.is(Class::SPEAKING_NOUN)
    {
        return false;
    }
    if first.class.is(Class::COORDINATOR) {
        return !has_finite(units, &segment)
            && units.get(segment.start + 1).is_some_and(|next| next.class.is(Class::SPEAKING_NOUN));
    }
    if first.kind == UnitKind::Number {
        return segment.len() <= 2;
    }
    if has_finite(units, &segment) && !holds_relative(units, &segment) {
        return false;
    }
    if first.class.is(Class::OF) || first.class.is(Class::OF_NOUNS) && !first.class.is(Class::TO) {
        // ", of Salem,": a home, not the place where it was said.
        return segment.len() <= 3
            && units.get(segment.start + 1).is_some_and(Unit::is_name)
            && units[start].is_name()
            && units[segment.start - 2].kind == UnitKind::Number;
    }
    if first.class.is(Class::OF_NOUNS) && !first.class.is(Class::TO) {
        // ", 34, of Salem,": a home, not the place where it was said.
        let aged = segment.start >= 2 && units[segment.start - 2].kind == UnitKind::Number;
        return aged && segment.len() <= 4 && units.get(segment.start + 1).is_some_and(Unit::is_name);
    }
    let place = first.is_name() && segment.len() <= 2 && units[start].is_name();
    place
        || names_the_noun(units, &segment, start)
        || first.class.is(Class::DETERMINER.with(Class::POSSESSIVE).with(Class::SPEAKING_NOUN))
        || units[segment.clone()].iter().any(|unit| unit.class.is(Class::PERSON.with(Class::TITLE)))
            && !first.class.is(Class::PREPOSITION.with(Class::SUBORDINATOR).with(Class::ADVERSATIVE))
}

/// "the club's captain, Jo Lunt": a human being called by a noun, and then by name.
fn names_the_noun(units: &[Unit], segment: &Range<usize>, start: usize) -> bool {
    const LONGEST: usize = 5;
    let noun = head(units, &(start..segment.start - 1));
    let is_human = noun.is_some_and(|noun| noun.class.is(Class::PERSON.with(Class::TITLE)) && !noun.is_name());
    is_human && segment.len() <= LONGEST && units[segment.clone()].iter().all(Unit::is_name)
}
