//! Sentences without a cue: a label before the quotation, a signature behind it, the subject of its clause.

use std::ops::Range;

use super::Candidate;
use crate::model::Rule;
use crate::reading::cues::{How, group_start, is_subordinate, subject};
use crate::reading::lexicon::Class;
use crate::reading::noun_phrases as phrases;
use crate::reading::units::{Line, Unit, UnitKind};

/// "HOLM: “…”": a name and a colon open the sentence.
pub(super) fn label(units: &[Unit], line: Line, at: usize) -> Option<Candidate> {
    let colon = at.checked_sub(1).filter(|&colon| colon > line.start && units[colon].is_mark(":"))?;
    let belongs =
        |unit: &Unit| unit.is_name() || unit.class.is(Class::TITLE.with(Class::COORDINATOR)) || unit.is_mark("().-,");
    let start = (line.start..colon).rev().take_while(|&at| belongs(&units[at])).last()?;
    // "Rain at last – Ada Holm: “…”": a dash before the name.
    let dashed = start > line.start && units[start - 1].is_dash();
    let short = colon - start <= 6 && units[start].is_name();
    let score = if dashed { 0.93 } else { 0.9 };
    (short && (dashed || start == line.start)).then_some(Candidate {
        mention: start..colon,
        cue: None,
        score,
        rule: Rule::Label,
    })
}

/// "“…” — Ada Holm": a dash and a name close the sentence.
pub(super) fn signed(units: &[Unit], line: Line, at: usize) -> Option<Candidate> {
    let dash = units[..line.end].get(at + 1)?;
    if !(dash.is_dash() || dash.is_mark("-~(")) {
        return None;
    }
    let from = at + 2;
    let first = units[..line.end].get(from)?;
    let mention = phrases::after(units, from, line.end)?;
    let closes = (mention.end..line.end).all(|rest| {
        // A handle or a date may follow the name: "— Ada Holm (@adaholm) June 3, 2021".
        let handle = rest > mention.end && units[rest - 1].is_mark("@");
        let dated = handle || units[rest].class.is(Class::TIME) || units[rest].kind == UnitKind::Number;
        dated || units[rest].is_mark(".,()@") || units[rest].quote().is_some()
    });
    let named = first.is_name() || units[mention.clone()].last().is_some_and(Unit::is_name);
    (named && (closes || mention.end + 6 >= line.end && units[mention.end].is_mark(","))).then_some(Candidate {
        mention,
        cue: None,
        score: 0.88,
        rule: Rule::Signed,
    })
}

/// The subject of the clause that the quotation stands in, whatever its verb.
pub(super) fn clause_subject(units: &[Unit], line: Line, at: usize) -> Option<Candidate> {
    const REACH: usize = 50;
    let colon = at > line.start && units[at - 1].is_mark(":");
    let floor = line.start.max(at.saturating_sub(REACH));
    let mut first = None;
    let mut index = at;
    while index > floor {
        index -= 1;
        if phrases::is_finite(units, index) {
            let start = group_start(units, line, index);
            if let Some((range, how)) = subject(units, line, start, 0) {
                let dashed = |range: Range<usize>| units[range].iter().any(Unit::is_dash);
                let aside = dashed(range.start.saturating_sub(2).max(line.start)..range.start) && dashed(index..at);
                if aside {
                    index = range.start;
                    continue;
                }
                // "She is sure that it grows: “…”": what a colon announces is the main clause's.
                let under = how == How::Relative || colon && is_subordinate(units, line, range.start);
                if !under || first.is_none() {
                    first = Some((range, index));
                }
                if !under {
                    break;
                }
            }
            index = start;
        }
    }
    if let Some((mention, verb)) = first {
        let pronoun_it = mention.len() == 1
            && units[mention.start].class.is(Class::SUBJECT)
            && units[mention.start].span.len() == 2
            && !units[mention.start].class.is(Class::AUXILIARY);
        let score = if colon { 0.78 } else { 0.52 } - if pronoun_it { 0.02 } else { 0.0 };
        return Some(Candidate {
            mention,
            cue: Some(verb..verb + 1),
            score,
            rule: if colon { Rule::SubjectColon } else { Rule::ClauseSubject },
        });
    }
    let verb = (at + 1..line.end.min(at + REACH)).find(|&verb| phrases::is_finite(units, verb))?;
    let (mention, _) = subject(units, line, group_start(units, line, verb), 0)?;
    (mention.start > at || mention.end <= at).then_some(Candidate {
        mention,
        cue: Some(verb..verb + 1),
        score: 0.4,
        rule: Rule::ClauseSubjectBehind,
    })
}

/// The subject of a sentence, for quotations that stand alone behind it.
pub fn sentence_subject(units: &[Unit], line: Line) -> Option<(Range<usize>, Range<usize>)> {
    const REACH: usize = 50;
    let mut at = line.start;
    while at < line.end.min(line.start + REACH) {
        if phrases::is_finite(units, at) && !units[at].possessive {
            let start = group_start(units, line, at);
            if let Some((range, how)) = subject(units, line, start, 0)
                && how != How::Relative
            {
                return Some((range, at..at + 1));
            }
        }
        at += 1;
    }
    None
}
