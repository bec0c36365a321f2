//! Reported speech and findings without marks: what is reported, by which cue, by whom.

use std::ops::Range;

use super::attribution::{Candidate, decide, sentence_subject, span_of};
use super::cues::{Cue, How, Shape};
use super::lexicon::{Class, Form, Grammar};
use super::noun_phrases as phrases;
use super::units::{Layout, Line, Unit};
use crate::model::{Reading, Rule, Statement};

/// Fills [`Reading::statements`].
pub fn find(layout: &Layout, cues: &[Vec<Cue>], reading: &mut Reading) {
    for (line, cues) in layout.lines.iter().zip(cues) {
        for (index, cue) in cues.iter().enumerate() {
            let plain = || {
                let mention = cue.subject.clone()?;
                let (content, score) = content(&layout.units, *line, cues, index)?;
                Some((mention, content, score, rule(cue)))
            };
            let found = match cue.parenthetical(&layout.units, *line) {
                Some(speaker) => inverted(&layout.units, *line, cue).or_else(|| around(&layout.units, *line, speaker)),
                None => inverted(&layout.units, *line, cue).or_else(plain),
            };
            let Some((mention, content, score, rule)) = found else { continue };
            if is_a_name_for_things(&layout.units, &mention) {
                continue;
            }
            let span = span_of(layout, &content);
            let candidate = Candidate { mention, cue: Some(cue.start..cue.end), score, rule };
            let mut attribution = decide(layout, &[candidate]);
            attribution.confidence = score;
            reading.statements.push(Statement { span, attribution });
        }
    }
    reading.statements.sort_by_key(|statement| statement.span);
}

/// "The term came to mean …": a word for words reports nothing.
fn is_a_name_for_things(units: &[Unit], mention: &Range<usize>) -> bool {
    phrases::head(units, mention).is_some_and(|head| {
        head.class.is(Class::NAMING) && !head.class.is(Class::SPEAKING_NOUN.with(Class::NOMINAL)) && !head.is_name()
    })
}

fn rule(cue: &Cue) -> Rule {
    match cue.shape {
        Shape::Finite => Rule::Reported,
        Shape::Participle => Rule::ReportedByParticiple,
        Shape::Infinitive => Rule::ReportedByInfinitive,
        Shape::Passive => Rule::ReportedByPassive,
        Shape::According => Rule::According,
        Shape::Nominal => Rule::ReportedByNoun,
    }
}

/// What the cue reports, without marks, and how sure that is.
fn content(units: &[Unit], line: Line, cues: &[Cue], index: usize) -> Option<(Range<usize>, f32)> {
    let cue = &cues[index];
    if cue.shape == Shape::According {
        return according(units, line, cue);
    }
    if cue.shape == Shape::Passive {
        return None;
    }
    if cue.shape == Shape::Nominal && !units[..line.end].get(cue.end).is_some_and(|next| next.class.is(Class::THAT)) {
        return None;
    }
    let grammar = cue.verb.grammar;
    let mut from = cue.end;
    if grammar.is(Grammar::HEARER) {
        from = skip_hearer(units, line, from, grammar);
    }
    from = skip_time(units, line, from);
    let first = units[..line.end].get(from);
    let Some(first) = first.filter(|first| !first.is_mark(".?!;:")) else {
        return postposed(units, line, cue);
    };
    if first.quote().is_some() {
        return None;
    }
    if first.is_mark(",") || first.is_dash() {
        return postposed(units, line, cue);
    }
    if is_adjunct_of_speech(units, line, cue, from) {
        return None;
    }
    let clause = first.class.is(Class::THAT.with(Class::SUBJECT)) || first.class.is(Class::SUBORDINATOR);
    let end = content_end(units, line, cues, from);
    let body = from..end;
    if body.is_empty() || mostly_quote(units, &body) {
        return None;
    }
    let base = match cue.how {
        How::Adjacent | How::Apposition => 0.9,
        _ => 0.8,
    };
    // "pointed out that …", "provides that …": the clause makes it a report, whatever else the verb does.
    let that_clause = first.class.is(Class::THAT) && (from + 1..end).any(|at| phrases::is_finite(units, at));
    let score = if clause && grammar.is(Grammar::CLAUSE) || that_clause {
        base
    } else if first.class.is(Class::TO) && grammar.is(Grammar::INFINITIVE) {
        base - 0.05
    } else if grammar.is(Grammar::NOUN) || grammar.is(Grammar::LABEL) && !grammar.is(Grammar::WEAK) {
        base - 0.15
    } else if grammar.is(Grammar::CLAUSE) {
        base - 0.1
    } else {
        return None;
    };
    Some((body, score))
}

/// "“…,” Holm told the paper in May.", "Holm said on Monday": what follows a verb of speech is no report, but to whom,
/// when and where it was said.
fn is_adjunct_of_speech(units: &[Unit], line: Line, cue: &Cue, from: usize) -> bool {
    let grammar = cue.verb.grammar;
    let first = &units[from];
    if !grammar.is(Grammar::QUOTES.with(Grammar::WEAK)) || first.class.is(Class::THAT) {
        return false;
    }
    if first.class.is(Class::TO) && grammar.is(Grammar::INFINITIVE.with(Grammar::HEARER)) {
        return false;
    }
    let end = (from..line.end).find(|&at| units[at].is_mark(",;:") || units[at].quote().is_some()).unwrap_or(line.end);
    if (from..end).any(|at| phrases::is_finite(units, at)) {
        return false;
    }
    let subject = cue.subject.as_ref().map_or(cue.start, |range| range.start);
    let quoted = units[line.start..subject.max(line.start)].iter().rev().find(|unit| !unit.is_mark(","));
    let serves = cue.shape == Shape::Finite && quoted.is_some_and(|unit| unit.quote().is_some());
    let inside = units[line.start..line.end].iter().any(|unit| unit.quote().is_some());
    // "explained in testimony before the council:", and a block.
    let leads_in = units[..line.end].get(end).is_some_and(|mark| mark.is_mark(":"));
    let placed = (inside || leads_in || first.class.is(Class::TIME.with(Class::TIME_ONLY)))
        && first.class.is(Class::PREPOSITION.with(Class::TIME_ONLY).with(Class::TIME).with(Class::TIME_BEFORE))
        && !first.class.is(Class::TO)
        && grammar.is(Grammar::QUOTES)
        && !grammar.is(Grammar::LABEL);
    let hearer = grammar.is(Grammar::HEARER) && grammar.is(Grammar::QUOTES) && !grammar.is(Grammar::INFINITIVE);
    serves || placed || hearer
}

/// "vowed last week to …", "said on Monday that …": where the report begins behind a time.
fn skip_time(units: &[Unit], line: Line, from: usize) -> usize {
    let time = |unit: &Unit| unit.class.is(Class::TIME.with(Class::TIME_BEFORE));
    let end = (from..line.end.min(from + 5)).find(|&at| !time(&units[at])).unwrap_or(from);
    let opens = units[..line.end].get(end).is_some_and(|next| next.class.is(Class::THAT.with(Class::TO)));
    if opens && units[from..end].iter().any(|unit| unit.class.is(Class::TIME)) { end } else { from }
}

/// "told reporters (that) …", "urged them to …": where the report begins.
fn skip_hearer(units: &[Unit], line: Line, from: usize, grammar: Grammar) -> usize {
    let opens =
        |unit: &Unit| unit.class.is(Class::THAT.with(Class::TO)) || unit.is_mark(",:") || unit.quote().is_some();
    let near = (from..line.end.min(from + 8)).find(|&at| opens(&units[at]));
    match near {
        Some(at) if units[at].class.is(Class::THAT) || units[at].class.is(Class::TO) => at,
        _ if grammar.is(Grammar::NOUN) => from,
        _ => {
            let short =
                units[..line.end].get(from).is_some_and(|unit| unit.class.is(Class::OBJECT.with(Class::POSSESSIVE)));
            if short { from + 1 } else { from }
        }
    }
}

/// "The dam holds, said Ada Holm.": the verb and then the speaker close the sentence.
fn inverted(units: &[Unit], line: Line, cue: &Cue) -> Option<(Range<usize>, Range<usize>, f32, Rule)> {
    let grammar = cue.verb.grammar;
    let speaks = grammar.is(Grammar::QUOTES) && grammar.is(Grammar::CLAUSE) && !grammar.is(Grammar::HEARER);
    if cue.shape != Shape::Finite || !speaks || !matches!(cue.verb.form, Form::Past | Form::Present) {
        return None;
    }
    let comma = cue.start.checked_sub(1).filter(|&comma| comma > line.start + 2 && units[comma].is_mark(","))?;
    let mention = phrases::after(units, cue.end, line.end)?;
    let speaker = units[mention.clone()].iter().any(|unit| unit.is_name() || unit.class.is(Class::SPEAKING_NOUN));
    let closes = units[..line.end].get(mention.end).is_none_or(|next| next.is_mark(".,;"));
    let body = line.start..comma;
    let clause = sentence_subject(units, Line { end: comma, ..line }).is_some();
    (speaker && closes && clause && !mostly_quote(units, &body)).then_some((mention, body, 0.8, Rule::ReportedInverted))
}

/// "The dam, said Holm, would hold.": what stands behind verb and speaker goes on with the clause.
fn around(units: &[Unit], line: Line, speaker: Range<usize>) -> Option<(Range<usize>, Range<usize>, f32, Rule)> {
    let from = (speaker.end + 1).min(line.end);
    let body = from..last_word(units, line).max(from);
    let clause = body.clone().any(|at| phrases::is_finite(units, at));
    (clause && !mostly_quote(units, &body)).then_some((speaker, body, 0.75, Rule::ReportedInverted))
}

/// "The dam holds, Holm said.": what stands before the speaker; "Still, Holm said, the dam holds.": what stands behind.
fn postposed(units: &[Unit], line: Line, cue: &Cue) -> Option<(Range<usize>, f32)> {
    let subject = cue.subject.clone()?;
    if !cue.verb.grammar.is(Grammar::CLAUSE) || cue.shape != Shape::Finite {
        return None;
    }
    let full = |body: &Range<usize>| {
        units[body.clone()].iter().filter(|unit| unit.is_word()).count() >= 4 && !mostly_quote(units, body)
    };
    let last = subject.start.checked_sub(1).filter(|&last| last >= line.start)?;
    if units[last].is_as() {
        return as_said(units, line, cue, last).filter(|body| full(body)).map(|body| (body, 0.85));
    }
    let comma = Some(last).filter(|&comma| comma > line.start && units[comma].is_mark(","))?;
    let before = line.start..comma;
    let behind = (cue.end + 1).min(line.end)..last_word(units, line).max((cue.end + 1).min(line.end));
    let inside = units[..line.end].get(cue.end).is_some_and(|next| next.is_mark(","));
    if full(&before) { Some((before, 0.75)) } else { (inside && full(&behind)).then_some((behind, 0.75)) }
}

/// "As Holm argued, the dam holds.", "The dam holds, as Holm argued.": the clause that "as" at the index stands beside.
fn as_said(units: &[Unit], line: Line, cue: &Cue, as_at: usize) -> Option<Range<usize>> {
    let comma = units[..line.end].get(cue.end).is_some_and(|next| next.is_mark(","));
    let joins = |unit: &Unit| unit.class.is(Class::COORDINATOR.with(Class::ADVERSATIVE)) || unit.is_mark(",");
    let opens = units[line.start..as_at].iter().all(joins);
    if opens {
        return comma.then(|| (cue.end + 1).min(line.end)..last_word(units, line).max((cue.end + 1).min(line.end)));
    }
    let ends = comma || units[..line.end].get(cue.end).is_none_or(|next| next.is_mark(".;"));
    (ends && units[as_at - 1].is_mark(",")).then(|| line.start..as_at - 1)
}

fn according(units: &[Unit], line: Line, cue: &Cue) -> Option<(Range<usize>, f32)> {
    let subject = cue.subject.clone()?;
    let body = if cue.at <= line.start + 2 {
        let comma = (subject.end..line.end).find(|&at| units[at].is_mark(","))?;
        comma + 1..last_word(units, line)
    } else {
        line.start..cue.at
    };
    // "The bridge, in her words, …": what goes on behind is no report yet.
    let goes_on = units[..line.end].get(cue.end.max(subject.end)).is_some_and(|next| next.is_mark(","));
    let whole = !goes_on || body.clone().any(|at| phrases::is_finite(units, at));
    (body.len() > 2 && whole && !mostly_quote(units, &body)).then_some((body, 0.88))
}

fn last_word(units: &[Unit], line: Line) -> usize {
    let mut end = line.end;
    while end > line.start && units[end - 1].is_mark(".?!") {
        end -= 1;
    }
    end
}

/// Where the report ends: with the sentence, or where a later cue or a contrasting clause takes over.
fn content_end(units: &[Unit], line: Line, cues: &[Cue], from: usize) -> usize {
    for at in from + 1..line.end {
        let unit = &units[at];
        if unit.is_mark(";") || unit.quote().is_some() && units[at - 1].is_mark(",:") {
            return at;
        }
        if unit.is_mark(",") {
            let next = units[..line.end].get(at + 1);
            let participle = cues.iter().any(|cue| cue.at == at + 1 && cue.shape != Shape::Finite);
            if participle || next.is_some_and(|next| next.class.is(Class::ADVERSATIVE)) {
                return at;
            }
        }
    }
    last_word(units, line)
}

/// Whether most of the words in a range are quoted: then it is a quotation, not a statement.
fn mostly_quote(units: &[Unit], range: &Range<usize>) -> bool {
    let inside = &units[range.clone()];
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return true };
    let quoted: usize = inside.iter().filter(|unit| unit.quote().is_some()).map(|unit| unit.span.len()).sum();
    quoted * 2 > last.span.end - first.span.start
}
