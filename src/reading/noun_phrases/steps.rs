//! One step of the walk to the left: what a word does to the phrase that follows it.

use super::nouns::is_noun_like;
use super::relative_clauses::{is_plain_past, is_reduced, relative_start};
use super::verbs::is_finite;
use crate::reading::lexicon::Class;
use crate::reading::units::{Ending, FUNCTION, Unit};

pub(super) enum Step {
    /// Go on left of the phrase that begins there.
    Over(usize),
    Take,
    Stop,
    TakeAndStop,
    /// The phrase was a leading adjunct with the subject right behind it.
    Split,
}

/// What one word does to a phrase that begins at `at` so far and ends at `end`.
pub(super) fn step(
    units: &[Unit],
    floor: usize,
    index: usize,
    at: usize,
    end: usize,
    split: &mut Option<usize>,
) -> Step {
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
    let some = |word: &Unit| word.class.is(Class::DETERMINER) && (is_of || !word.class.is(Class::RELATIVE));
    let noun = before.is_some_and(|word| is_noun_like(word) || word.quote().is_some() || some(word) || share(word))
        && !before.is_some_and(time);
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
    // "a leaflet handed out at the gate": a participle with its particle.
    let particle = before.is_some_and(|word| word.class.is(Class::PARTICLE)) && index > floor + 1;
    if particle && is_reduced(units, floor, index - 2) {
        return Step::Over(index - 2);
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

/// Whether a finite verb stands between the clause's beginning and `end`.
fn finite_left(units: &[Unit], floor: usize, end: usize) -> bool {
    (floor.max(end.saturating_sub(16))..end)
        .rev()
        .take_while(|&at| !units[at].is_mark(",;:") && !opens_clause(units, at))
        .any(|at| is_finite(units, at))
}

/// "that she and the firm | stay": a clause of its own begins behind the word.
fn opens_clause(units: &[Unit], at: usize) -> bool {
    let begins = |next: &Unit| next.is_name() || next.class.is(Class::DETERMINER.with(Class::SUBJECT));
    units[at].class.is(Class::THAT) && units.get(at + 1).is_some_and(begins)
}
