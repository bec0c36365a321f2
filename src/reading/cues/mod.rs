//! Words that announce a report ("said", "according to"), each with the phrase that names who speaks.
//!
//! [`adverbials`] and [`nouns`] read cues that are no verbs, [`forms`] tells how a verb stands in its clause,
//! [`subjects`] finds who speaks.

mod adverbials;
mod forms;
mod nouns;
mod subjects;

use std::ops::Range;

pub use forms::group_start;
pub use subjects::{is_subordinate, subject};

use super::lexicon::{Class, CueVerb, Form, Grammar};
use super::noun_phrases as phrases;
use super::units::{Line, Unit};
use adverbials::{according, per, view};
use forms::{group_end, shape};
use nouns::nominal;
use subjects::{agent, governing};

/// How a cue stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// "Holm said", "has said", "is saying"
    Finite,
    /// "…, saying"
    Participle,
    /// "to say"
    Infinitive,
    /// "was described", "as explained by"
    Passive,
    /// "according to Holm"
    According,
    /// "Holm's claim that", "in a letter from Holm:"
    Nominal,
}

/// How its subject was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Right before the verb.
    Adjacent,
    /// Before an apposition or a parenthesis.
    Apposition,
    /// The antecedent of "who".
    Relative,
    /// The subject of the verb before "and".
    Coordinated,
    /// The subject of the clause that a participle or infinitive belongs to.
    Governing,
    /// Behind: "according to Holm", "by Holm".
    Behind,
}

/// A cue with its subject. Ranges are unit indices, end-exclusive.
#[derive(Debug, Clone)]
pub struct Cue {
    /// The verb, or "according".
    pub at: usize,
    /// Where its verb group begins: "has repeatedly said".
    pub start: usize,
    /// One past the verb and its particle.
    pub end: usize,
    pub verb: CueVerb,
    pub shape: Shape,
    pub subject: Option<Range<usize>>,
    pub how: How,
}

impl Cue {
    /// "The dam, said Holm, would “…”": who speaks, where verb and speaker stand between commas in a clause about something
    /// else. Not "Holm, the engineer, said the dam, a ruin, “…”": a name with its apposition speaks itself.
    pub fn parenthetical(&self, units: &[Unit], line: Line) -> Option<Range<usize>> {
        let grammar = self.verb.grammar;
        let speaks = grammar.is(Grammar::QUOTES) && grammar.is(Grammar::CLAUSE) && !grammar.is(Grammar::HEARER);
        if self.shape != Shape::Finite || !speaks || !matches!(self.verb.form, Form::Past | Form::Present) {
            return None;
        }
        let parts = |at: usize| at < line.end && (units[at].is_mark(",") || units[at].is_dash());
        let opens = self.start.checked_sub(1).filter(|&opens| opens > line.start && parts(opens))?;
        let is_named = |range: &Range<usize>| units[range.clone()].iter().any(Unit::is_name);
        let subject = self.subject.as_ref().filter(|subject| subject.start < opens);
        if subject.is_some_and(|subject| is_named(subject) && (subject.start..opens).any(parts)) {
            return None;
        }
        let speaker = phrases::after(units, self.end, line.end).filter(|speaker| parts(speaker.end))?;
        let human = Class::TITLE.with(Class::PERSON).with(Class::GROUP);
        let class = if subject.is_some_and(is_named) { human } else { Class::SPEAKING_NOUN };
        let can_speak = is_named(&speaker) || units[speaker.clone()].iter().any(|unit| unit.class.is(class));
        can_speak.then_some(speaker)
    }
}

/// All cues of a sentence, in order of place.
pub fn find(units: &[Unit], line: Line) -> Vec<Cue> {
    let mut cues: Vec<Cue> = (line.start..line.end).filter_map(|at| cue_at(units, line, at)).collect();
    cues.retain({
        let all = cues.clone();
        move |cue| !is_aside(units, line, &all, cue)
    });
    for index in 1..cues.len() {
        if let Some((subject, how)) = shared(units, &cues[..index], &cues[index]) {
            cues[index].subject = Some(subject);
            cues[index].how = how;
        }
    }
    cues
}

/// "Holm said, and I quote, “…”": the writer's own words between the speaker's verb and the quotation.
fn is_aside(units: &[Unit], line: Line, cues: &[Cue], cue: &Cue) -> bool {
    let Some(first) = cue.start.checked_sub(3).filter(|&first| first > line.start) else { return false };
    let opens = units[first].is_mark(",—–")
        && units[first + 1].class.is(Class::COORDINATOR)
        && units[first + 2].class.is(Class::SUBJECT);
    let closes = units[..line.end].get(cue.end).is_some_and(|next| next.is_mark(",—–:"));
    let said = |other: &&Cue| other.end == first && other.verb.grammar.is(Grammar::QUOTES);
    let introduces = (cue.end..line.end.min(cue.end + 2)).any(|at| units[at].quote().is_some());
    opens && closes && introduces && cue.verb.form == Form::Base && cues.iter().any(|other| said(&other))
}

/// "with Holm shouting “…” and adding": a second participle has the subject of the first.
fn shared(units: &[Unit], earlier: &[Cue], cue: &Cue) -> Option<(Range<usize>, How)> {
    let joined = cue.shape == Shape::Participle && cue.how == How::Governing && cue.start > 0;
    if !joined || !units[cue.start - 1].class.is(Class::COORDINATOR) {
        return None;
    }
    let first = earlier.iter().rev().find(|first| first.shape == Shape::Participle)?;
    let subject = first.subject.clone().filter(|_| first.how == How::Relative)?;
    let reported = first.verb.grammar.is(Grammar::CLAUSE);
    let clear =
        (first.end..cue.start).all(|at| !units[at].is_mark(";:") && (reported || !phrases::is_finite(units, at)));
    clear.then_some((subject, first.how))
}

fn cue_at(units: &[Unit], line: Line, at: usize) -> Option<Cue> {
    let unit = &units[at];
    if unit.class.is(Class::ACCORDING) {
        return according(units, line, at);
    }
    if let Some(cue) = per(units, line, at).or_else(|| view(units, line, at)) {
        return Some(cue);
    }
    if unit.class.is(Class::NOMINAL)
        && let Some(cue) = nominal(units, line, at)
    {
        return Some(cue);
    }
    let verb = unit.cue?;
    let before = (at > line.start).then(|| &units[at - 1]);
    if unit.possessive || unit.capital && before.is_some_and(Unit::is_word) && !all_capital_start(units, line, at) {
        return None;
    }
    let start = group_start(units, line, at);
    let shape = shape(units, line, start, at, verb)?;
    let end = group_end(units, line, at);
    let mut cue = Cue { at, start, end, verb, shape, subject: None, how: How::Adjacent };
    let found = match shape {
        Shape::Finite => subject(units, line, start, 0),
        Shape::Participle | Shape::Infinitive => governing(units, line, start, end),
        Shape::Passive => agent(units, line, end).map(|range| (range, How::Behind)),
        Shape::According | Shape::Nominal => None,
    };
    if let Some((range, how)) = found {
        cue.subject = Some(range);
        cue.how = how;
    }
    Some(cue)
}

/// A headline capitalises its verbs too.
fn all_capital_start(units: &[Unit], line: Line, at: usize) -> bool {
    let words = || units[line.start..line.end].iter().filter(|unit| unit.is_word());
    let capitals = words().filter(|unit| unit.capital).count();
    at > line.start && capitals * 10 >= words().count() * 7
}
