//! Cues before the quotation: "Holm said: “…”", "Holm, who called it “…”", "as explained by Holm, “…”".

use super::{Candidate, crossing, speaks};
use crate::model::Rule;
use crate::reading::cues::{Cue, How, Shape, is_subordinate};
use crate::reading::lexicon::{Class, Grammar};
use crate::reading::noun_phrases as phrases;
use crate::reading::units::{Line, Unit};

/// A cue before the quotation.
pub(super) fn ahead(units: &[Unit], line: Line, cue: &Cue, at: usize) -> Option<Candidate> {
    if let Some(mention) = cue.parenthetical(units, line).filter(|mention| mention.end < at) {
        let distance = 0.008 * (at - mention.end - 1).min(40) as f32;
        let score = 0.95 - distance - crossing(units, mention.end, at);
        return Some(Candidate { mention, cue: Some(cue.start..cue.end), score, rule: Rule::InvertedBefore });
    }
    let mut mention = cue.subject.clone();
    let mut rule = match cue.shape {
        Shape::According => Rule::AccordingBefore,
        Shape::Passive => Rule::Passive,
        Shape::Participle => Rule::Participle,
        Shape::Infinitive => Rule::Infinitive,
        Shape::Nominal => Rule::Noun,
        Shape::Finite if cue.verb.grammar.is(Grammar::QUOTES) => Rule::SpeechBefore,
        Shape::Finite if cue.verb.grammar.is(Grammar::ATTITUDE) => Rule::ThoughtBefore,
        Shape::Finite if cue.verb.grammar.is(Grammar::LABEL) => Rule::NamingBefore,
        Shape::Finite => Rule::OtherBefore,
    };
    let start = if cue.shape == Shape::According || cue.shape == Shape::Passive {
        mention.as_ref().map(|range| range.end).filter(|end| *end <= at).unwrap_or(cue.end)
    } else {
        cue.end
    };
    if mention.is_none() && cue.shape == Shape::Finite && speaks(cue) && may_be_inverted(units, line, cue) {
        mention = phrases::after(units, cue.end, at);
        rule = Rule::InvertedBefore;
    }
    let grammar = cue.verb.grammar;
    let gap = units.get(start..at)?;
    let base: f32 = if cue.shape == Shape::According {
        0.9
    } else if cue.shape == Shape::Nominal {
        0.91
    } else if grammar.is(Grammar::QUOTES) {
        0.95
    } else if grammar.is(Grammar::LABEL) && gap.len() <= 8 {
        0.93
    } else if grammar.is(Grammar::WEAK) {
        match gap.last() {
            None => 0.9,
            Some(last) if last.is_mark(":") || gap.len() == 1 && last.is_mark(",") => 0.9,
            Some(_) => 0.8,
        }
    } else if grammar.is(Grammar::ATTITUDE) {
        0.78
    } else {
        0.88
    };
    let shape = match (cue.shape, cue.how) {
        (Shape::Infinitive, _) => 0.12,
        (Shape::Participle, How::Relative) => 0.06,
        // "cited Holm as saying": surer than what "cited" makes of it.
        (Shape::Participle, How::Apposition) => -0.02,
        (Shape::Participle, _) => 0.03,
        (_, How::Coordinated | How::Relative) => 0.04,
        _ => 0.0,
    };
    let distance = 0.008 * gap.len().min(40) as f32;
    // "repeated Holm's claim that “…”": the noun's owner comes before the verb's subject.
    let owned = units[start..at].iter().any(|unit| unit.possessive || unit.class.is(Class::POSSESSIVE))
        && units[start..at].iter().any(|unit| unit.class.is(Class::NOMINAL))
        && !grammar.is(Grammar::QUOTES)
        && cue.shape != Shape::Nominal;
    let base = if owned { base - 0.1 } else { base };
    let under = mention.as_ref().is_some_and(|range| is_subordinate(units, line, range.start));
    let modal = units[cue.start..cue.at].iter().any(|unit| unit.class.is(Class::MODAL));
    // "denounced what she called “…”": the clause's own subject is whom the pronoun means.
    let what_she = mention.as_ref().is_some_and(|range| {
        let pronoun = range.len() == 1 && units[range.start].class.is(Class::SUBJECT);
        pronoun && range.start > line.start && units[range.start - 1].class.is(Class::SUBORDINATOR)
    });
    let touching = gap.is_empty() && !what_she && matches!(cue.how, How::Adjacent | How::Apposition);
    let weak = !grammar.is(Grammar::QUOTES) && !touching && cue.shape != Shape::Nominal;
    let shape = match (under, modal || weak) {
        (true, true) if is_bound(units, cue, gap) && grammar.is(Grammar::QUOTES) => shape + 0.05,
        (true, true) => shape + 0.18,
        (true, false) if !touching && !is_bound(units, cue, gap) => shape + 0.05,
        _ => shape,
    };
    let shape = if !what_she && grammar.is(Grammar::LABEL) && gap.len() == 1 && under {
        rule = Rule::WhatNamed;
        0.04
    } else {
        shape
    };
    let closed = mention.as_ref().is_some_and(|range| is_in_adjunct(units, line, range.start))
        && gap.len() > 1
        && gap[..gap.len() - 1].iter().any(|unit| unit.is_mark(","));
    let shape = if closed { shape + 0.3 } else { shape };
    let shape = if is_between_dashes(units, line, cue, gap) { shape + 0.45 } else { shape };
    // "Tests ordered by Holm found “…”": the passive only tells which tests.
    let told_apart = cue.shape == Shape::Passive && (start..at).any(|at| phrases::is_finite(units, at));
    let shape = if told_apart { shape + 0.25 } else { shape };
    let reaches = if grammar.is(Grammar::CLAUSE) { 0.5 } else { 1.0 };
    let score = base - shape - distance - reaches * crossing(units, start, at);
    Some(Candidate { mention: mention?, cue: Some(cue.start..cue.end), score, rule })
}

/// "Said Holm: “…”", "But, said Holm, “…”": a verb of speech at the sentence's start; not "Calls people “…”", where what
/// follows is named so.
fn may_be_inverted(units: &[Unit], line: Line, cue: &Cue) -> bool {
    let joins = |unit: &Unit| {
        unit.class.is(Class::COORDINATOR.with(Class::ADVERSATIVE).with(Class::ADVERB)) || unit.is_mark(",")
    };
    let first = cue.start == line.start && !cue.verb.grammar.is(Grammar::LABEL);
    first || cue.verb.grammar.is(Grammar::QUOTES) && units[line.start..cue.start].iter().all(joins)
}

/// "after Holm argued that “…”", "as Holm yelled: “…”": nothing but what leads in stands between, with no other verb.
fn is_bound(units: &[Unit], cue: &Cue, gap: &[Unit]) -> bool {
    let that = gap.last().is_some_and(|last| last.class.is(Class::THAT));
    let clause = that && (cue.end..cue.end + gap.len()).all(|at| !phrases::is_finite(units, at));
    // "Holm said he replied: “…”": the name says more than the pronoun.
    let named =
        cue.subject.as_ref().is_some_and(|range| range.len() > 1 || !units[range.start].class.is(Class::SUBJECT));
    named && cue.shape == Shape::Finite && (clause || gap.len() == 1 && gap[0].is_mark(",:"))
}

/// Whether the clause whose subject begins at `start` is an adjunct: "when Holm said", "what Holm claims"; "as Holm
/// said" attributes what follows.
fn is_in_adjunct(units: &[Unit], line: Line, start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).filter(|&at| at >= line.start).map(|at| &units[at]);
    let Some(word) = before(1) else { return false };
    let aside = word.class.is(Class::RELATIVE) && before(2).is_some_and(|mark| mark.is_mark(","));
    aside || word.class.is(Class::SUBORDINATOR) && !word.class.is(Class::PREPOSITION.with(Class::WITH))
}

/// Whether a clause stands aside between dashes: "he can – as Holm has said – “guarantee” it".
fn is_between_dashes(units: &[Unit], line: Line, cue: &Cue, gap: &[Unit]) -> bool {
    let Some(subject) = &cue.subject else { return false };
    let opened = units[line.start..subject.start.max(line.start)].iter().rev().take(2).any(Unit::is_dash);
    opened && subject.start > line.start + 2 && gap.iter().any(Unit::is_dash)
}
