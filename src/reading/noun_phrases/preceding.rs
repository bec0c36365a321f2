//! The noun phrase that ends before a place: the subject in front of its verb.

use std::ops::Range;

use super::REACH;
use super::appositions::{before_comma, ends_apposition};
use super::leftward::walk_left;
use super::nouns::{is_noun_like, trimmed};
use super::verbs::is_finite;
use crate::reading::lexicon::Class;
use crate::reading::units::{Ending, Unit};

/// The subject of a verb at `end`: the noun phrase just before it, unless a verb's preposition governs that.
pub fn before(units: &[Unit], floor: usize, end: usize) -> Option<Range<usize>> {
    let range = antecedent(units, floor, end)?;
    // "He looked into the camera, | furrowed his brow": of another verb's phrase before the comma.
    let chained = units[end - 1].is_mark(",") && range.end + 1 == end;
    let preposition = range.start.checked_sub(1).filter(|&at| at > floor && (range.end == end || chained));
    if chained && preposition.is_some_and(|at| is_object_of_clause(units, floor, at)) {
        return None;
    }
    let governed = preposition.is_some_and(|at| {
        units[at].class.is(Class::PREPOSITION) && !units[at].class.is(Class::SUBORDINATOR) && is_finite(units, at - 1)
    });
    (!governed).then_some(range)
}

/// Whether a preposition at the index stands in a clause that has its subject: "he looked straight | into".
fn is_object_of_clause(units: &[Unit], floor: usize, at: usize) -> bool {
    let preposition =
        units[at].class.is(Class::PREPOSITION) && !units[at].class.is(Class::SUBORDINATOR.with(Class::OF));
    let clause = (floor..at).rev().take_while(|&left| !units[left].is_mark(",;:—–") && units[left].quote().is_none());
    let mut verbs = clause.filter(|&left| is_finite(units, left));
    preposition
        && verbs.next().is_some_and(|verb| {
            let subject = verb > floor && units[verb - 1].class.is(Class::SUBJECT);
            subject && !units[verb - 1].class.is(Class::RELATIVE) && units[verb].cue.is_none()
        })
}

/// The noun phrase that ends just before `end`, not reaching below `floor`.
pub fn antecedent(units: &[Unit], floor: usize, end: usize) -> Option<Range<usize>> {
    let floor = floor.max(end.saturating_sub(REACH));
    let end = without_time(units, floor, end);
    let last = units.get(end.checked_sub(1)?)?;
    if end <= floor {
        return None;
    }
    if let Some(range) = quantified(units, floor, end) {
        return Some(range);
    }
    if last.is_mark(",") {
        return before_comma(units, floor, end - 1, end - 1);
    }
    if ends_apposition(units, floor, end) {
        return before_comma(units, floor, end, end - 1);
    }
    if last.is_dash() || last.is_mark("-") {
        let opening = (floor..end - 1).rev().find(|&at| units[at].is_dash() || units[at].is_mark("-"))?;
        let start = before(units, floor, opening)?.start;
        return Some(start..end);
    }
    let start = walk_left(units, floor, end)?;
    trimmed(units, start, end)
}

/// "Holm and Orr both | said", "they all | said": the phrase before the quantifier.
fn quantified(units: &[Unit], floor: usize, end: usize) -> Option<Range<usize>> {
    let quantifier = end.checked_sub(1).filter(|&at| at > floor)?;
    let (word, head) = (&units[quantifier], &units[quantifier - 1]);
    let each = word.class.is(Class::ALONE);
    if !word.class.is(Class::DETERMINER) || !(word.plural || each) || word.capital || head.class.is(Class::TIME) {
        return None;
    }
    let pronoun = head.class.is(Class::SUBJECT) && !head.class.is(Class::DETERMINER.with(Class::AUXILIARY));
    if !(pronoun || head.plural && is_noun_like(head) || head.is_name()) {
        return None;
    }
    let range = before(units, floor, quantifier)?;
    let several = pronoun || head.plural || units[range.clone()].iter().any(|unit| unit.class.is(Class::COORDINATOR));
    let placed = range.start > floor && units[range.start - 1].class.is(Class::PREPOSITION);
    (several && !placed).then_some(range)
}

/// The end without an adjunct of time: "Holm last week | said", "Holm on Monday | said".
fn without_time(units: &[Unit], floor: usize, end: usize) -> usize {
    let time = |unit: &Unit| unit.class.is(Class::TIME) && !unit.possessive;
    let mut at = end;
    while at > floor + 1 && time(&units[at - 1]) {
        at -= 1;
    }
    if at == end {
        return end;
    }
    while at > floor + 1 && units[at - 1].class.is(Class::TIME_BEFORE) {
        at -= 1;
    }
    let bare = units[at..end].iter().all(|unit| time(unit) && !unit.class.is(Class::TIME_ONLY));
    let head = is_noun_like(&units[at - 1]) || units[at - 1].class.is(Class::SUBJECT) || units[at - 1].is_mark(",");
    if !head || units[at - 1].ending == Ending::Ed || bare { end } else { at }
}
