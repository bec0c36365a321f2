//! How a reporting verb stands in its clause: finite, participle, infinitive, passive, or no verb at all.

use super::Shape;
use crate::reading::lexicon::{Class, CueVerb, Form, Grammar};
use crate::reading::noun_phrases as phrases;
use crate::reading::units::{Ending, Line, Unit};

/// Where the verb group begins: its auxiliaries and adverbs.
pub fn group_start(units: &[Unit], line: Line, at: usize) -> usize {
    let mut start = at;
    while start > line.start {
        let before = &units[start - 1];
        let belongs = before.class.is(Class::AUXILIARY.with(Class::NEGATION))
            && !before.class.is(Class::SUBJECT)
            && !before.capital
            || before.class.is(Class::ADVERB) && !before.class.is(Class::DETERMINER)
            || before.is_word() && before.ending == Ending::Ly && !before.is_name();
        if !belongs {
            break;
        }
        start -= 1;
    }
    start
}

/// One past the verb and a particle: "pointed out", "fired back".
pub(super) fn group_end(units: &[Unit], line: Line, at: usize) -> usize {
    let particle = units[..line.end].get(at + 1).is_some_and(|next| next.class.is(Class::PARTICLE));
    at + 1 + usize::from(particle)
}

pub(super) fn shape(units: &[Unit], line: Line, start: usize, at: usize, verb: CueVerb) -> Option<Shape> {
    let before = (at > line.start).then(|| &units[at - 1]);
    let group = &units[start..at];
    let contracted = (start > line.start)
        .then(|| &units[start - 1])
        .filter(|word| word.class.is(Class::SUBJECT) && word.class.is(Class::AUXILIARY));
    let has = |class: Class| {
        group.iter().any(|unit| unit.class.is(class)) || contracted.is_some_and(|word| word.class.is(class))
    };
    let opens_noun = |word: &Unit| {
        word.possessive
            || word.class.is(Class::POSSESSIVE) && !word.class.is(Class::OBJECT)
            || word.class.is(Class::DETERMINER) && !word.plural && !word.class.is(Class::RELATIVE.with(Class::SUBJECT))
    };
    let alone = before.is_some_and(|word| word.class.is(Class::ALONE))
        && verb.form == Form::Past
        && !units[..line.end].get(at + 1).is_some_and(|next| phrases::is_noun_like(next) && !next.is_name());
    // "a widely denounced plan": the determiner before the group's adverbs.
    let attributive = start < at && start > line.start && opens_noun(&units[start - 1]) && !has_auxiliary(group);
    let noun_slot = before.is_some_and(opens_noun) && !alone || attributive;
    if before.is_some_and(|word| word.class.is(Class::TO)) && matches!(verb.form, Form::Base | Form::Past) {
        return Some(Shape::Infinitive);
    }
    if noun_slot {
        return None;
    }
    // "Holm left, having called it “…”": a participle with its auxiliary.
    if group.iter().any(|unit| unit.class.is(Class::HAVE) && unit.ending == Ending::Ing) && !has(Class::BE) {
        return Some(Shape::Participle);
    }
    match verb.form {
        Form::Progressive => Some(if has(Class::BE) { Shape::Finite } else { Shape::Participle }),
        Form::Past | Form::Participle => {
            let by = units[..line.end].get(at + 1).is_some_and(|next| next.class.is(Class::BY))
                || is_called_by(units, line, at, verb);
            if by || has(Class::BE) && !has_only_have(group) {
                Some(Shape::Passive)
            } else if verb.form == Form::Participle && !has(Class::HAVE)
                || start == at && phrases::is_reduced_label(units, at, verb)
            {
                None
            } else {
                Some(Shape::Finite)
            }
        }
        Form::Base => {
            let helped = has(Class::MODAL.with(Class::DO));
            let joined =
                before.is_some_and(|word| word.class.is(Class::COORDINATOR)) && verb.grammar.is(Grammar::QUOTES);
            let ok = helped || joined && complement_follows(units, line, at) || phrases::is_verb_here(units, at, verb);
            ok.then_some(Shape::Finite)
        }
        Form::Present => {
            let joined = before.is_some_and(|word| word.class.is(Class::COORDINATOR.with(Class::ADVERSATIVE)));
            let ok = joined && complement_follows(units, line, at)
                || before.is_none_or(|word| word.quote().is_some())
                || closes_behind_quote(units, line, at)
                || phrases::is_verb_here(units, at, verb);
            ok.then_some(Shape::Finite)
        }
    }
}

/// "“…,” the ordinance | reads.": a subject right behind a quotation, and the verb closes the clause.
fn closes_behind_quote(units: &[Unit], line: Line, at: usize) -> bool {
    const LONGEST_SUBJECT: usize = 5;
    let closes = units[..line.end].get(at + 1).is_none_or(|next| next.is_mark(".;"));
    let low = line.start.max(at.saturating_sub(LONGEST_SUBJECT + 1));
    let Some(quote) = (low..at).rev().find(|&left| units[left].quote().is_some()).filter(|_| closes) else {
        return false;
    };
    let subject = &units[quote + 1..at];
    units[quote].last == Some(',')
        && subject.first().is_some_and(|first| first.class.is(Class::DETERMINER.with(Class::POSSESSIVE)))
        && subject.len() > 1
        && subject.iter().all(Unit::is_word)
        && subject.last().is_some_and(|head| phrases::is_noun_like(head) && !head.plural)
}

/// "called “…” by Holm", "described as “…” by the council": a name given, and by whom.
fn is_called_by(units: &[Unit], line: Line, at: usize, verb: CueVerb) -> bool {
    const REACH: usize = 6;
    let by = (at + 1..line.end.min(at + REACH)).find(|&by| units[by].class.is(Class::BY));
    verb.grammar.is(Grammar::LABEL)
        && by.is_some_and(|by| {
            let agent = units[..line.end].get(by + 1).is_some_and(|next| {
                let owned = Class::POSSESSIVE.with(Class::DETERMINER);
                next.is_name() || next.class.is(owned.with(Class::TITLE).with(Class::SPEAKING_NOUN))
            });
            agent && units[by - 1].quote().is_some()
        })
}

fn has_auxiliary(group: &[Unit]) -> bool {
    group.iter().any(|unit| unit.class.is(Class::AUXILIARY))
}

fn has_only_have(group: &[Unit]) -> bool {
    group.iter().all(|unit| !unit.class.is(Class::BE))
}

/// Whether what follows a verb may be its object or clause, as behind a noun it cannot be.
fn complement_follows(units: &[Unit], line: Line, at: usize) -> bool {
    let Some(next) = units[..line.end].get(at + 1) else { return at + 1 == line.end };
    next.quote().is_some()
        || next.is_mark(",.:—–")
        || next.is_name()
        || next.class.is(Class::DETERMINER
            .with(Class::POSSESSIVE)
            .with(Class::SUBJECT)
            .with(Class::OBJECT)
            .with(Class::RELATIVE)
            .with(Class::TO)
            .with(Class::SUBORDINATOR))
        || phrases::is_noun_like(next)
}
