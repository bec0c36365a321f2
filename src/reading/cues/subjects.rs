//! Who a cue is said of: the subject before the verb, the antecedent, the governing clause's subject, the agent.

use std::ops::Range;

use super::How;
use super::forms::group_start;
use crate::reading::lexicon::Class;
use crate::reading::noun_phrases as phrases;
use crate::reading::units::{Line, Unit};

/// The subject of the finite verb whose group begins at `start`.
pub fn subject(units: &[Unit], line: Line, start: usize, depth: usize) -> Option<(Range<usize>, How)> {
    let last = start.checked_sub(1).filter(|&last| last >= line.start)?;
    let before = &units[last];
    if before.class.is(Class::COORDINATOR.with(Class::ADVERSATIVE)) {
        return earlier(units, line, last, depth);
    }
    if before.class.is(Class::RELATIVE) {
        let last = without_share(units, line, last);
        let comma = last > line.start && units[last - 1].is_mark(",");
        let end = if comma { last - 1 } else { last };
        let members = comma.then(|| phrases::before_list(units, line.start, end)).flatten();
        let range = members.or_else(|| phrases::antecedent(units, line.start, end));
        return range.map(|range| (range, How::Relative));
    }
    if before.quote().is_some() && !phrases::ends_apposition(units, line.start, start) {
        return None;
    }
    if before.is_mark(",") {
        let inner = last.checked_sub(1).filter(|&inner| inner >= line.start)?;
        if units[inner].class.is(Class::COORDINATOR.with(Class::ADVERSATIVE)) {
            return earlier(units, line, inner, depth);
        }
        let range = phrases::before(units, line.start, start).map(|range| (range, How::Apposition));
        return range.or_else(|| earlier(units, line, last, depth));
    }
    let how = if before.is_dash() || before.is_mark(")") { How::Apposition } else { How::Adjacent };
    phrases::before(units, line.start, start).map(|range| (range, how))
}

/// "towns, all of which | have pledged": where the pronoun's phrase begins.
fn without_share(units: &[Unit], line: Line, relative: usize) -> usize {
    let of = relative.checked_sub(2).filter(|&at| at > line.start && units[at + 1].class.is(Class::OF));
    of.filter(|&at| units[at].class.is(Class::ALONE)).unwrap_or(relative)
}

/// The subject of the nearest finite verb before `end` that is no verb of a relative or subordinate clause; such a
/// verb's where there is no other.
fn earlier(units: &[Unit], line: Line, end: usize, depth: usize) -> Option<(Range<usize>, How)> {
    const DEEPEST: usize = 3;
    const REACH: usize = 60;
    if depth >= DEEPEST {
        return None;
    }
    let mut second = None;
    let mut at = end;
    let floor = line.start.max(end.saturating_sub(REACH));
    while at > floor {
        at -= 1;
        if !phrases::is_finite(units, at) {
            continue;
        }
        let start = group_start(units, line, at);
        if let Some((range, how)) = subject(units, line, start, depth + 1) {
            if how != How::Relative && !is_subordinate(units, line, range.start) {
                return Some((range, How::Coordinated));
            }
            second.get_or_insert((range, How::Coordinated));
        }
        at = start;
    }
    second
}

/// Whether the clause whose subject begins at `start` stands under another: behind "that", "because", "said".
pub fn is_subordinate(units: &[Unit], line: Line, start: usize) -> bool {
    let Some(before) = start.checked_sub(1).filter(|&before| before >= line.start).map(|before| &units[before]) else {
        return false;
    };
    let governs = before.cue.is_some() && !before.is_name() && !is_inverted(units, line, start - 1);
    before.class.is(Class::RELATIVE.with(Class::SUBORDINATOR)) || governs
}

/// Whether the verb at `at` stands right behind a quotation: "“…,” said Holm, who added …".
fn is_inverted(units: &[Unit], line: Line, at: usize) -> bool {
    let before = units[line.start..at].iter().rev().find(|unit| !unit.is_mark(","));
    before.is_some_and(|unit| unit.quote().is_some())
}

/// The subject that a participle or infinitive takes.
pub(super) fn governing(units: &[Unit], line: Line, start: usize, end: usize) -> Option<(Range<usize>, How)> {
    let before = start.checked_sub(1).filter(|&last| last >= line.start).map(|last| &units[last]);
    // "quoted Holm as saying": the one quoted speaks.
    let as_saying = before.is_some_and(Unit::is_as);
    if as_saying && start > line.start + 2 && phrases::is_noun_like(&units[start - 2]) {
        let quoted = phrases::antecedent(units, line.start, start - 1);
        return quoted.map(|range| (range, How::Apposition));
    }
    if before.is_some_and(phrases::is_noun_like)
        && let Some(range) = phrases::antecedent(units, line.start, start)
        && attaches(units, line, &range)
    {
        return Some((range, How::Relative));
    }
    if let Some((range, _)) = earlier(units, line, start, 0) {
        return Some((range, How::Governing));
    }
    // "Calling it …, Holm left": the subject follows.
    let comma = (end..line.end).find(|&at| units[at].is_mark(",") || units[at].quote().is_some())?;
    let verb = (comma + 1..line.end.min(comma + 40)).find(|&at| phrases::is_finite(units, at))?;
    let (range, _) = subject(units, line, group_start(units, line, verb), 1)?;
    Some((range, How::Governing))
}

/// Whether a participle right behind a phrase is said of the phrase: "a man shouting", "with many marchers chanting";
/// not "a letter to Holm asking".
fn attaches(units: &[Unit], line: Line, range: &Range<usize>) -> bool {
    let head = units[range.clone()]
        .iter()
        .find(|unit| unit.is_name() || unit.class.is(Class::SPEAKING_NOUN) && !unit.possessive);
    let document = head.is_some_and(|head| head.class.is(Class::DOCUMENT) && !head.class.is(Class::PERSON));
    let with = range.start > line.start && units[range.start - 1].class.is(Class::WITH);
    let person = units[range.clone()].last().is_some_and(|last| last.is_name() || last.class.is(Class::PERSON));
    let placed = units[range.clone()].iter().any(|unit| unit.class.is(Class::PREPOSITION));
    !document && (with || person && !placed)
}

/// The agent of a passive: "by Holm".
pub(super) fn agent(units: &[Unit], line: Line, end: usize) -> Option<Range<usize>> {
    let by = (end..line.end.min(end + 5)).find(|&at| units[at].class.is(Class::BY))?;
    phrases::after(units, by + 1, line.end)
}
