//! Where the noun phrase that names a speaker begins and ends, with its appositions.
//!
//! No parser: closed-class words, capitals, the lists of the lexicon and commas decide. Ranges are unit indices,
//! end-exclusive.

use std::ops::Range;

use super::lexicon::{Class, CueVerb, Form, Grammar};
use super::units::{Ending, FUNCTION, Unit, UnitKind};

/// How far a search goes, in units: subjects are seldom longer, and cost must not grow with the text.
const REACH: usize = 70;

/// The subject of a verb at `end`: the noun phrase just before it, unless a verb's preposition governs that.
pub fn before(units: &[Unit], floor: usize, end: usize) -> Option<Range<usize>> {
    let range = antecedent(units, floor, end)?;
    let preposition = range.start.checked_sub(1).filter(|&at| at > floor && range.end == end);
    let governed = preposition.is_some_and(|at| {
        units[at].class.is(Class::PREPOSITION) && !units[at].class.is(Class::SUBORDINATOR) && is_finite(units, at - 1)
    });
    (!governed).then_some(range)
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
    if !word.class.is(Class::DETERMINER) || !word.plural || word.capital || head.class.is(Class::TIME) {
        return None;
    }
    let pronoun = head.class.is(Class::SUBJECT) && !head.class.is(Class::DETERMINER.with(Class::AUXILIARY));
    if !(pronoun || head.plural && is_noun_like(head) || head.is_name()) {
        return None;
    }
    let range = before(units, floor, quantifier)?;
    let several = pronoun || head.plural || units[range.clone()].iter().any(|unit| unit.class.is(Class::COORDINATOR));
    let placed = range.start > floor && units[range.start - 1].class.is(Class::PREPOSITION.with(Class::SUBORDINATOR));
    (several && !placed).then_some(range)
}

/// Whether a title in marks, with the comma inside them, closes an apposition: "Holm, star of the show “Wet Feet,” | said".
pub fn ends_apposition(units: &[Unit], floor: usize, end: usize) -> bool {
    let Some(quote) = end.checked_sub(1).filter(|&at| at > floor + 1 && units[at].quote().is_some()) else {
        return false;
    };
    let before = &units[quote - 1];
    units[quote].last == Some(',')
        && before.cue.is_none()
        && (before.possessive || before.class.is(Class::WORK))
        && units[floor..quote].iter().any(|unit| unit.is_mark(","))
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

/// The phrase before a comma that closes an apposition: "Holm, mayor of Salem, Ore., | said".
fn before_comma(units: &[Unit], floor: usize, comma: usize, inside: usize) -> Option<Range<usize>> {
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

fn has_verb(units: &[Unit], segment: &Range<usize>) -> bool {
    units[segment.clone()].iter().any(|unit| unit.class.is(Class::AUXILIARY.with(Class::VERB)) && !unit.capital)
}

fn ends_in_name(units: &[Unit], segment: &Range<usize>) -> bool {
    units[segment.clone()].last().is_some_and(Unit::is_name)
}

fn ends_in_noun(units: &[Unit], segment: &Range<usize>) -> bool {
    units[segment.clone()].last().is_some_and(is_noun_like)
}

fn holds_relative(units: &[Unit], segment: &Range<usize>) -> bool {
    units[segment.clone()].iter().any(|unit| unit.class.is(Class::RELATIVE))
}

/// Whether a coordinated segment has a subject of its own: "and Holm left".
fn has_own_subject(units: &[Unit], segment: &Range<usize>) -> bool {
    segment.clone().skip(1).any(|at| is_finite(units, at) && at > segment.start + 1)
}

fn has_finite(units: &[Unit], segment: &Range<usize>) -> bool {
    segment.clone().any(|at| is_finite(units, at))
}

/// Whether a segment is an adjunct in front of a clause: "On Monday", "When asked", "Asked about it".
pub fn is_adjunct(units: &[Unit], segment: &Range<usize>) -> bool {
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

/// Whether the unit at `at` is a verb that has a subject of its own.
pub fn is_finite(units: &[Unit], at: usize) -> bool {
    let unit = &units[at];
    if !unit.is_word() || unit.possessive {
        return false;
    }
    let before = at.checked_sub(1).map(|before| &units[before]);
    let noun_slot = before.is_some_and(|word| {
        word.possessive
            || word.class.is(Class::POSSESSIVE)
            || word.class.is(Class::DETERMINER) && !word.class.is(Class::SUBJECT.with(Class::RELATIVE))
    });
    let middle_capital = unit.capital && before.is_some_and(|word| !word.is_mark("“\"(—–:"));
    if unit.class.is(Class::AUXILIARY) {
        return !middle_capital || unit.class.is(Class::BE.with(Class::HAVE));
    }
    if noun_slot || middle_capital {
        return false;
    }
    let infinitive = before.is_some_and(|word| word.class.is(Class::TO));
    if infinitive {
        return false;
    }
    if let Some(cue) = unit.cue {
        return is_verb_here(units, at, cue) && !is_reduced_label(units, at, cue);
    }
    if unit.class.is(Class::VERB) && !unit.class.is(Class::SPEAKING_NOUN) {
        if unit.class.is(Class::VERB_NOUN) {
            let form = if unit.plural { Form::Present } else { Form::Base };
            return is_verb_here(units, at, CueVerb { form, grammar: Grammar::HOMOGRAPH, verb: u16::MAX });
        }
        return before.is_none_or(|word| !word.class.is(Class::PREPOSITION));
    }
    let adjective = before.is_some_and(|word| word.class.is(Class::ADVERB) || word.ending == Ending::Ly)
        && at >= 2
        && units[at - 2].class.is(Class::DETERMINER.with(Class::POSSESSIVE));
    let infinitive_before = at >= 2 && units[at - 2].class.is(Class::TO) && before.is_some_and(|word| !word.is_name());
    // "Several towns, Velm among them, signed a letter": a past form with its object.
    let object = before.is_some_and(|word| word.is_mark(","))
        && units.get(at + 1).is_some_and(|next| {
            next.class.is(Class::DETERMINER.with(Class::POSSESSIVE)) && !next.class.is(Class::RELATIVE)
        });
    !adjective
        && !infinitive_before
        && !is_reduced_past(units, at)
        && unit.ending == Ending::Ed
        && !unit.class.is(Class::PERSON)
        && before.is_some_and(|word| {
            object
                || is_noun_like(word)
                || word.class.is(Class::SUBJECT.with(Class::ADVERB))
                || word.ending == Ending::Ly
        })
}

/// Whether a form of a reporting verb is a finite verb where it stands, not the noun that it may be as well: it
/// agrees with the word before it, and an object or clause may follow.
pub fn is_verb_here(units: &[Unit], at: usize, cue: CueVerb) -> bool {
    let before = at.checked_sub(1).map(|before| &units[before]);
    let pronoun = |word: &Unit| word.class.is(Class::SUBJECT.with(Class::RELATIVE));
    let adverb =
        |word: &Unit| word.class.is(Class::ADVERB) && !word.class.is(Class::DETERMINER) || word.ending == Ending::Ly;
    let loose = |word: &Unit| word.class.is(Class::ADVERB) || word.ending == Ending::Ly || word.is_mark(",)—–");
    // "Polls consistently show": the noun before the adverbs.
    let head = units[..at].iter().rev().take(4).find(|word| !adverb(word)).filter(|_| before.is_some_and(adverb));
    let agrees = match cue.form {
        Form::Past => return true,
        Form::Participle | Form::Progressive => return false,
        Form::Present => before
            .is_some_and(|word| pronoun(word) || loose(word) || is_noun_like(word) && (!word.plural || word.capital)),
        Form::Base => before.is_some_and(|word| {
            let amount =
                word.class.is(Class::DETERMINER) && word.plural || word.kind == UnitKind::Number || word.is_mark("%");
            pronoun(word)
                || head.is_some_and(|head| pronoun(head) || is_noun_like(head) && head.plural && !head.is_name())
                || amount && cue.grammar.is(Grammar::QUOTES)
                || loose(word) && cue.grammar.is(Grammar::QUOTES)
                || is_noun_like(word) && word.plural
        }),
    };
    let noun = cue.grammar.is(Grammar::HOMOGRAPH) || units[at].class.is(Class::SPEAKING_NOUN);
    let person = units[at].class.is(Class::PERSON.with(Class::TITLE).with(Class::GROUP));
    agrees
        && (!person || before.is_some_and(pronoun))
        && (!noun || object_follows(units, at, before.is_some_and(|word| pronoun(word) || word.is_name())))
}

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

/// A past form of no reporting verb: "obtained", as often a participle behind its noun.
fn is_plain_past(unit: &Unit) -> bool {
    unit.ending == Ending::Ed && unit.cue.is_none()
}

/// "closed the list of candidates interviewed, …": a participle behind the object of a verb.
fn is_reduced_past(units: &[Unit], at: usize) -> bool {
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

/// Whether what follows a verb is surely its object or clause. `known` says that the word before is its subject.
fn object_follows(units: &[Unit], at: usize, known: bool) -> bool {
    let Some(next) = units.get(at + 1) else { return known };
    next.quote().is_some()
        || known
            && (next.is_mark(",.:—–")
                || next.class.is(Class::PREPOSITION)
                || is_noun_like(next) && next.ending != Ending::Ed && !next.class.is(Class::VERB))
        || next.is_mark(":") && units[at].class.is(Class::DOCUMENT)
        || next.is_name()
        || next.class.is(Class::DETERMINER
            .with(Class::POSSESSIVE)
            .with(Class::SUBJECT)
            .with(Class::OBJECT)
            .with(Class::TO))
}

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

/// Whether a quoted run stands inside a noun phrase: a title, a nickname, a term.
fn is_inside_phrase(units: &[Unit], at: usize) -> bool {
    let next = units.get(at + 1).is_some_and(|next| next.is_word() && !next.class.is(FUNCTION) && next.cue.is_none());
    let before = at.checked_sub(1).map(|before| &units[before]);
    let open = units[at].last.is_none_or(|last| !",?!.".contains(last));
    open && before.is_some_and(|word| {
        word.is_word()
            && (word.class.is(Class::DETERMINER)
                || word.possessive && next
                || word.is_name() && next
                || word.class.is(Class::PREPOSITION) && word.span.len() == 2)
    })
}

/// Walks left from `end` over one noun phrase and says where it begins; none where no phrase ends there.
fn walk_left(units: &[Unit], floor: usize, end: usize) -> Option<usize> {
    let mut at = end;
    // Where a name begins behind a common noun: the place to split "In a statement | Holm said".
    let mut split: Option<usize> = None;
    while at > floor {
        let index = at - 1;
        let unit = &units[index];
        let before = (index > floor).then(|| &units[index - 1]);
        match unit.kind {
            UnitKind::Mark(')') => {
                let Some(opening) =
                    (floor.max(index.saturating_sub(16))..index).rev().find(|&open| units[open].is_mark("("))
                else {
                    break;
                };
                at = opening;
                continue;
            }
            UnitKind::Mark('$' | '%' | '/' | '&' | '#' | '@' | '\'' | '’') | UnitKind::Number => {}
            UnitKind::Mark('-' | '–') if before.is_some_and(|left| left.span.end == unit.span.start) => {}
            UnitKind::Mark(',') => {
                // "Smith, Jones and Orr"; "Salem, Ore. mayor Holm" is left at the comma.
                if at < end && is_list(units, floor, index, at, end) {
                    at = index;
                    continue;
                }
                break;
            }
            UnitKind::Mark(_) => break,
            UnitKind::Quote(_) => {
                if at == end || !is_inside_phrase(units, index) {
                    break;
                }
            }
            UnitKind::Word => match step(units, floor, index, at, end, &mut split) {
                Step::Over(to) => {
                    at = to;
                    continue;
                }
                Step::Take => {}
                Step::Stop => break,
                Step::TakeAndStop => {
                    at = index;
                    break;
                }
                Step::Split => {
                    at = split?;
                    break;
                }
            },
        }
        at = index;
    }
    (at < end).then_some(at)
}

enum Step {
    /// Go on left of the phrase that begins there.
    Over(usize),
    Take,
    Stop,
    TakeAndStop,
    /// The phrase was a leading adjunct with the subject right behind it.
    Split,
}

/// What one word does to a phrase that begins at `at` so far and ends at `end`.
fn step(units: &[Unit], floor: usize, index: usize, at: usize, end: usize, split: &mut Option<usize>) -> Step {
    let unit = &units[index];
    let first = at == end;
    if unit.is_name() {
        let closed = !first && !units[at].is_name() && units[at].class.is(Class::DETERMINER.with(Class::SUBJECT));
        return if closed && index > floor { Step::Stop } else { Step::Take };
    }
    if unit.class.is(FUNCTION.without(Class::ADVERB)) {
        return step_function_word(units, floor, index, first, *split);
    }
    step_content_word(units, floor, index, at, first, split)
}

fn step_function_word(units: &[Unit], floor: usize, index: usize, first: bool, split: Option<usize>) -> Step {
    let class = units[index].class;
    let before = (index > floor).then(|| &units[index - 1]);
    let after_preposition =
        before.is_some_and(|word| word.class.is(Class::PREPOSITION.with(Class::COORDINATOR).with(Class::DETERMINER)));
    if class.is(Class::SUBJECT) && !class.is(Class::DETERMINER) {
        // "She and the company": a pronoun joined to what follows.
        let joined = !first && units[index + 1].class.is(Class::COORDINATOR) && !class.is(Class::AUXILIARY);
        return if first || joined { Step::TakeAndStop } else { Step::Stop };
    }
    if class.is(Class::OBJECT) && !class.is(Class::POSSESSIVE) || class.is(Class::NEGATION.with(Class::ADVERSATIVE)) {
        return Step::Stop;
    }
    if class.is(Class::RELATIVE) {
        let demonstrative = class.is(Class::DETERMINER) && (before.is_none() || after_preposition);
        return if demonstrative { Step::Take } else { Step::Stop };
    }
    if class.is(Class::SUBORDINATOR) {
        return if first { Step::Stop } else { leading(split) };
    }
    if class.is(Class::COORDINATOR) {
        let pronoun = |word: &Unit| word.class.is(Class::SUBJECT) && !word.class.is(Class::AUXILIARY);
        let joins = !first
            && before.is_some_and(|word| is_noun_like(word) || pronoun(word))
            && !finite_left(units, floor, index);
        return if joins { Step::Take } else { Step::Stop };
    }
    if class.is(Class::DETERMINER.with(Class::POSSESSIVE)) {
        // "Some said", "many say", "All agreed".
        let alone = first && class.is(Class::DETERMINER) && !class.is(Class::POSSESSIVE);
        // "The judge who oversees the court | said": a relative clause whose verb no list has.
        let relative = index.checked_sub(2).filter(|&at| at > floor).is_some_and(|at| {
            let that = units[at].class.is(Class::DETERMINER);
            let bound = !that || is_plain_past(&units[at + 1]);
            units[at].class.is(Class::RELATIVE) && bound && is_noun_like(&units[at - 1]) && is_noun_like(&units[at + 1])
        });
        if !first && relative {
            return Step::Over(index - 2);
        }
        let goes_on = alone || after_preposition || before.is_some() && is_reduced(units, floor, index - 1);
        return if goes_on { Step::Take } else { Step::TakeAndStop };
    }
    if class.is(Class::PREPOSITION) && !first {
        return step_preposition(units, floor, index, split);
    }
    if class.is(Class::AUXILIARY) && !first {
        return step_verb(units, floor, index);
    }
    Step::Stop
}

fn step_preposition(units: &[Unit], floor: usize, index: usize, split: Option<usize>) -> Step {
    let before = (index > floor).then(|| &units[index - 1]);
    // "some of", "mayor of", "“Wake Up” of".
    let is_of = units[index].class.is(Class::OF);
    let time = |word: &Unit| word.class.is(Class::TIME) && !is_of;
    // "nine out of ten".
    let share = |word: &Unit| word.class.is(Class::PARTICLE) && is_of;
    let noun = before.is_some_and(|word| {
        is_noun_like(word) || word.quote().is_some() || word.class.is(Class::DETERMINER) || share(word)
    }) && !before.is_some_and(time);
    let verb = noun && !is_of && is_finite(units, index - 1);
    if verb && let Some(antecedent) = relative_start(units, floor, index - 1) {
        return Step::Over(antecedent);
    }
    let reduced = |at: usize| is_reduced(units, floor, at) || is_plain_past(&units[at]);
    let binds = noun && (!verb || reduced(index - 1) || units[index].class.is(Class::BY));
    if binds {
        return Step::Take;
    }
    if before.is_some() && is_reduced(units, floor, index - 1) {
        return Step::Over(index - 1);
    }
    leading(split)
}

fn step_content_word(
    units: &[Unit],
    floor: usize,
    index: usize,
    at: usize,
    first: bool,
    split: &mut Option<usize>,
) -> Step {
    let unit = &units[index];
    let class = unit.class;
    let before = (index > floor).then(|| &units[index - 1]);
    let determined = before.is_some_and(|word| word.class.is(Class::DETERMINER.with(Class::POSSESSIVE)));
    if class.is(Class::TIME) && !unit.possessive && !first {
        let next = &units[at];
        if next.is_name() || next.class.is(Class::SUBJECT) || !is_noun_like(next) && next.quote().is_none() {
            return Step::Stop;
        }
    }
    if class.is(Class::ADVERB) || unit.ending == Ending::Ly {
        return if !first && determined { Step::Take } else { Step::Stop };
    }
    if is_finite(units, index) {
        return if first { Step::Stop } else { step_verb(units, floor, index) };
    }
    if unit.ending == Ending::Ing && !first {
        let binds = determined || before.is_some_and(|word| is_noun_like(word) || word.class.is(Class::PREPOSITION));
        if !binds {
            return Step::Stop;
        }
    }
    let name_behind = !first && (units[at].is_name() || units[at].class.is(Class::TITLE) && units[at].capital);
    let common = !class.is(Class::PERSON.with(Class::TITLE)) && !unit.capital && !unit.possessive;
    if name_behind && common {
        split.get_or_insert(at);
    }
    Step::Take
}

/// A finite verb inside the phrase: of a relative clause, or a participle that shortens one.
fn step_verb(units: &[Unit], floor: usize, index: usize) -> Step {
    if let Some(antecedent) = relative_start(units, floor, index) {
        return Step::Over(antecedent);
    }
    if is_reduced(units, floor, index) { Step::Take } else { Step::Stop }
}

/// A preposition or subordinator that begins the clause: what follows it is an adjunct.
fn leading(split: Option<usize>) -> Step {
    if split.is_some() { Step::Split } else { Step::Stop }
}

/// Whether the participle at `at` shortens a relative clause: "a study published in May".
fn is_reduced(units: &[Unit], floor: usize, at: usize) -> bool {
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

/// Where the relative clause begins that holds the verb at `at`: "voters who (never) supported"; its pronoun.
fn relative_start(units: &[Unit], floor: usize, at: usize) -> Option<usize> {
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

/// Whether a finite verb stands between the clause's beginning and `end`.
fn finite_left(units: &[Unit], floor: usize, end: usize) -> bool {
    (floor.max(end.saturating_sub(16))..end)
        .rev()
        .take_while(|&at| !units[at].is_mark(",;:"))
        .any(|at| is_finite(units, at))
}

/// Whether the comma at `comma` separates the members of a list that ends with "and": "Holm, Orr and Lind".
fn is_list(units: &[Unit], floor: usize, comma: usize, at: usize, end: usize) -> bool {
    let joined =
        units[at..end].iter().any(|unit| unit.class.is(Class::COORDINATOR) && !unit.class.is(Class::ADVERSATIVE));
    let begins = comma > floor && is_noun_like(&units[comma - 1]) && units[at].is_name();
    let left = (floor..comma).rev().take_while(|&left| !units[left].is_mark(",")).collect::<Vec<_>>();
    joined
        && begins
        && left.iter().all(|&left| {
            units[left].is_name()
                || units[left].class.is(Class::TITLE.with(Class::DETERMINER))
                || units[left].is_mark(".-()")
        })
}

/// The phrase without what cannot begin one; none where nothing is left that can speak.
fn trimmed(units: &[Unit], start: usize, end: usize) -> Option<Range<usize>> {
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
pub fn can_speak(units: &[Unit], range: &Range<usize>) -> bool {
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
        || first.class.is(Class::DETERMINER.with(Class::POSSESSIVE).with(Class::SPEAKING_NOUN))
        || units[segment.clone()].iter().any(|unit| unit.class.is(Class::PERSON.with(Class::TITLE)))
            && !first.class.is(Class::PREPOSITION.with(Class::SUBORDINATOR).with(Class::ADVERSATIVE))
}
