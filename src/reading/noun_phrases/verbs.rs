//! Whether a word is a finite verb where it stands, not the noun, adjective or participle that it may be as well.

use super::nouns::is_noun_like;
use super::relative_clauses::{is_reduced_label, is_reduced_past};
use crate::reading::lexicon::{Class, CueVerb, Form, Grammar};
use crate::reading::units::{Ending, Unit, UnitKind};

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
    // "Another featured five pictures": the determiner alone, and an object behind the verb.
    let lone = before.is_some_and(|word| word.class.is(Class::ALONE)) && unit.ending == Ending::Ed;
    let lone = lone && units.get(at + 1).is_some_and(|next| next.class.is(Class::DETERMINER.with(Class::POSSESSIVE)));
    if noun_slot && !lone || middle_capital {
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
                || lone
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
        Form::Present => {
            before
            .is_some_and(|word| pronoun(word) || loose(word) || is_noun_like(word) && (!word.plural || word.capital))
            // "her recovered emails “…”": the participle makes a noun of it.
            && !(cue.grammar.is(Grammar::HOMOGRAPH)
                && before.is_some_and(|word| word.ending == Ending::Ed && word.cue.is_none() && !word.capital))
        }
        Form::Base => before.is_some_and(|word| {
            let amount =
                word.class.is(Class::DETERMINER) && word.plural || word.kind == UnitKind::Number || word.is_mark("%");
            pronoun(word)
                || head.is_some_and(|head| pronoun(head) || is_noun_like(head) && head.plural && !head.is_name())
                || amount && cue.grammar.is(Grammar::QUOTES)
                || loose(word) && cue.grammar.is(Grammar::QUOTES)
                || is_noun_like(word) && cue.grammar.is(Grammar::QUOTES) && !cue.grammar.is(Grammar::HOMOGRAPH)
                || is_noun_like(word) && word.plural
        }),
    };
    let noun = cue.grammar.is(Grammar::HOMOGRAPH) || units[at].class.is(Class::SPEAKING_NOUN);
    let person = units[at].class.is(Class::PERSON.with(Class::TITLE).with(Class::GROUP));
    agrees
        && (!person || before.is_some_and(pronoun))
        && (!noun || object_follows(units, at, before.is_some_and(|word| pronoun(word) || word.is_name())))
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
