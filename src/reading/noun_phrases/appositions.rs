//! Back over appositions, places and relative clauses between commas, to the segment that holds the head.

use std::ops::Range;

use super::leftward::{is_inside_phrase, walk_left};
use super::nouns::trimmed;
use super::segments::{ends_in_name, ends_in_noun, has_finite, has_own_subject, has_verb, holds_relative, is_adjunct};
use super::verbs::is_finite;
use crate::reading::lexicon::Class;
use crate::reading::units::{Ending, Unit, UnitKind};

/// Whether a title in marks, with the comma inside them, closes an apposition: "Holm, star of the show “Wet Feet,” | said".
pub fn ends_apposition(units: &[Unit], floor: usize, end: usize) -> bool {
    let Some(quote) = end.checked_sub(1).filter(|&at| at > floor + 1 && units[at].quote().is_some()) else {
        return false;
    };
    let before = &units[quote - 1];
    // "The play, titled “Wet Feet,” | says".
    let named = before.class.is(Class::NAMING) && units[quote - 2].is_mark(",");
    units[quote].last == Some(',')
        && (named || before.cue.is_none() && (before.possessive || before.class.is(Class::WORK)))
        && units[floor..quote].iter().any(|unit| unit.is_mark(","))
}

/// "Several towns, including Velm, Salem and Orrin, | signed": the phrase before a list of members.
pub fn before_list(units: &[Unit], floor: usize, comma: usize) -> Option<Range<usize>> {
    let opening = (floor..comma).rev().find(|&at| units[at].class.is(Class::LISTING))?;
    let end = opening.checked_sub(1).filter(|&end| end > floor && units[end].is_mark(","))?;
    if (opening..comma).any(|at| units[at].quote().is_some() || units[at].is_mark(":") || is_finite(units, at)) {
        return None;
    }
    let start = walk_left(units, floor, end)?;
    trimmed(units, start, end)
}

/// The phrase before a comma that closes an apposition: "Holm, mayor of Salem, Ore., | said".
pub(super) fn before_comma(units: &[Unit], floor: usize, comma: usize, inside: usize) -> Option<Range<usize>> {
    if let Some(range) = before_list(units, floor, inside) {
        return Some(range);
    }
    let floor = clause_floor(units, floor, inside);
    let mut segments: Vec<Range<usize>> = Vec::new();
    let mut end = comma;
    for at in (floor..comma).rev() {
        if units[at].is_mark(",") {
            segments.push(at + 1..end);
            end = at;
        }
    }
    segments.push(floor..end);
    // From the right: step over appositions to the segment that holds the head.
    let mut head = 0;
    while head + 1 < segments.len() && steps_over(units, &segments, head) {
        head += 1;
    }
    let segment = segments[head].clone();
    if segment.is_empty() || is_adjunct(units, &segment) && head + 1 == segments.len() && head > 0 {
        // Only an adjunct is left of it: the head is the segment to the right.
        head = head.checked_sub(1)?;
        let segment = segments[head].clone();
        let start = walk_left(units, segment.start, segment.end)?;
        return trimmed(units, start, comma);
    }
    let joined = head + 1 < segments.len()
        && units[segments[head + 1].clone()].iter().all(|unit| unit.class.is(Class::COORDINATOR));
    if joined && units[segment.start].ending == Ending::Ing {
        // "Holm rose and, staring into the lens, | said": the subject stands before "and".
        return None;
    }
    let start = walk_left(units, segment.start, segment.end)?;
    let relative = units
        .get(segment.end + 1..comma)
        .and_then(<[Unit]>::first)
        .is_some_and(|first| first.class.is(Class::RELATIVE));
    if relative && segment.end - start <= 2 {
        // "Holm, who leads the council, said": the name alone, as one known already.
        return trimmed(units, start, segment.end);
    }
    trimmed(units, start, comma)
}

/// Where the clause that ends at `end` begins at the earliest.
fn clause_floor(units: &[Unit], floor: usize, end: usize) -> usize {
    (floor..end)
        .rev()
        .find(|&at| {
            let unit = &units[at];
            unit.is_mark(";:“”\"") || unit.is_dash() || unit.quote().is_some() && !is_inside_phrase(units, at)
        })
        .map_or(floor, |at| at + 1)
}

/// Whether segment `at` (counted from the right) is an apposition, a relative clause or a place, so that the head
/// lies further left.
fn steps_over(units: &[Unit], segments: &[Range<usize>], at: usize) -> bool {
    let segment = &segments[at];
    let next = &segments[at + 1];
    let Some(first) = units[segment.clone()].first() else { return true };
    let words = segment.len();
    if next.is_empty() {
        return false;
    }
    let left_is_adjunct = is_adjunct(units, next);
    if first.class.is(Class::RELATIVE) && !first.class.is(Class::DETERMINER) {
        return true;
    }
    if first.class.is(Class::SUBJECT) {
        return false;
    }
    if first.class.is(Class::COORDINATOR) {
        return !has_own_subject(units, segment);
    }
    if first.class.is(Class::ADVERSATIVE.with(Class::SUBORDINATOR)) {
        return !left_is_adjunct;
    }
    let sent = first.class.is(Class::VERB)
        && !first.capital
        && units.get(segment.start + 1).is_some_and(|next| next.class.is(Class::PREPOSITION));
    if first.class.is(Class::PREPOSITION) || first.ending == Ending::Ed || first.ending == Ending::Ing || sent {
        return !left_is_adjunct;
    }
    if first.kind == UnitKind::Number {
        return true;
    }
    let names_only = units[segment.clone()].iter().all(|unit| unit.is_name() || unit.is_mark("-.()"));
    if names_only {
        if segments.get(at + 2).is_some_and(|left| is_place_of(units, next, left)) {
            return true;
        }
        // "Ore.", "D-Salem", "Jr." step; "Holm" behind an adjunct or a clause does not.
        let introduced = units[next.clone()]
            .last()
            .is_some_and(|last| last.class.is(Class::PERSON.with(Class::TITLE)) && !last.capital)
            && !has_finite(units, next)
            && !left_is_adjunct;
        let relative = units[next.clone()].first().is_some_and(|first| first.class.is(Class::RELATIVE));
        if introduced || relative && words <= 2 && segments.len() > at + 2 {
            return true;
        }
        return words <= 2
            && !left_is_adjunct
            && !has_verb(units, next)
            && (first.ending == Ending::Point || ends_in_name(units, next));
    }
    if left_is_adjunct || has_finite(units, next) && !holds_relative(units, next) {
        return false;
    }
    // An apposition: "the mayor of Salem", "a lawyer", "mayor", "now 81".
    ends_in_noun(units, next) && !has_finite(units, segment) || holds_relative(units, segment)
}

/// Whether a segment is an adjunct that ends in a place, behind a subject: "Holm, during a meeting in Salem, | Ore.,".
fn is_place_of(units: &[Unit], adjunct: &Range<usize>, left: &Range<usize>) -> bool {
    let named = units[adjunct.clone()].iter().rev().take_while(|unit| unit.is_name()).count();
    let placed = named > 0
        && adjunct.len() > named
        && units[adjunct.end - named - 1].class.is(Class::PREPOSITION)
        && is_adjunct(units, adjunct);
    placed && !left.is_empty() && !is_adjunct(units, left) && ends_in_noun(units, left)
}
