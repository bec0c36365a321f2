//! The frames in which one sentence attributes a quotation: scored, so that the best wins and the next is known.

use std::ops::Range;

use crate::reading::cues::{Cue, How, Shape, group_start, is_subordinate, subject};
use crate::reading::lexicon::{Class, Form, Grammar};
use crate::reading::noun_phrases as phrases;
use crate::reading::units::{Line, Unit, UnitKind};

/// One way to read who said it. Ranges are unit indices.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub mention: Range<usize>,
    pub cue: Option<Range<usize>>,
    /// 0 to 1: how good a frame it is; made a confidence later.
    pub score: f32,
    pub rule: &'static str,
}

/// "condemned what Holm called “…”": the nearer verb gives the name, in a report within a report.
const WHAT_NAMED: &str = "what the speaker called it, before";

/// What the sentence around a quotation offers, best first.
pub fn candidates(units: &[Unit], line: Line, cues: &[Cue], at: usize) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let tight = ends_tight(units, line, at);
    for cue in cues {
        let mut one = if cue.at > at { behind(units, line, cue, at, tight) } else { ahead(units, line, cue, at) };
        if let Some(one) = one.as_mut().filter(|_| cue.end == at && is_named(cues, cue)) {
            one.score -= 0.2;
        }
        found.extend(one);
    }
    found.extend(label(units, line, at));
    found.extend(signed(units, line, at));
    found.extend(clause_subject(units, line, at));
    found.retain(|one| !one.mention.contains(&at));
    if let Some(named) = found.iter().find(|one| one.rule == WHAT_NAMED).map(|one| one.mention.start) {
        for outer in found.iter_mut().filter(|one| one.mention.start < named) {
            outer.score -= 0.1;
        }
    }
    if is_announced(units, line, cues, at) {
        // "She told him, “Go!” He went.": a capital behind begins another sentence.
        for one in found.iter_mut().filter(|one| one.mention.start > at) {
            let first = &units[one.mention.start];
            let fresh = first.capital && !first.is_name() && one.cue.as_ref().is_some_and(|cue| cue.start > at);
            one.score -= if fresh { 0.3 } else { 0.0 };
        }
    }
    found.sort_by(|left, right| right.score.total_cmp(&left.score));
    found
}

/// Whether the quotation asks for an attribution behind it: "…," or "…?" or a comma right after it.
fn ends_tight(units: &[Unit], line: Line, at: usize) -> bool {
    let comma = units[..line.end].get(at + 1).is_some_and(|next| next.is_mark(",") || next.is_dash());
    units[at].last.is_some_and(|last| ",?!—–-….".contains(last)) || comma
}

/// "Orr called Holm's claim “…”": a noun for what is said that a verb gives a name to, and not the words said.
fn is_named(cues: &[Cue], noun: &Cue) -> bool {
    const REACH: usize = 14;
    let names = |cue: &Cue| cue.shape != Shape::Nominal && cue.verb.grammar.is(Grammar::LABEL);
    noun.shape == Shape::Nominal
        && cues.iter().any(|cue| names(cue) && cue.end <= noun.start && cue.end + REACH >= noun.start)
}

/// Whether a verb of speech and a mark lead in the quotation: "Holm said, “…”".
fn is_announced(units: &[Unit], line: Line, cues: &[Cue], at: usize) -> bool {
    let mark = at > line.start && units[at - 1].is_mark(",:");
    let strong = |cue: &Cue| cue.verb.grammar.is(Grammar::QUOTES) && cue.end <= at && cue.end + 8 >= at;
    mark && units[at].last.is_some_and(|last| ".?!".contains(last)) && cues.iter().any(strong)
}

/// A cue after the quotation.
fn behind(units: &[Unit], line: Line, cue: &Cue, at: usize, tight: bool) -> Option<Candidate> {
    let from = skip(units, line, at + 1);
    let strong = cue.verb.grammar.is(Grammar::QUOTES);
    let make = |mention: Range<usize>, score: f32, rule| {
        Some(Candidate { mention, cue: Some(cue.start.max(at + 1)..cue.end), score, rule })
    };
    if cue.shape == Shape::According {
        let distance = cue.at - from.min(cue.at);
        let score = (if distance == 0 { 0.95 } else { 0.9 }) - 0.02 * distance.min(20) as f32;
        return make(cue.subject.clone()?, score - crossing(units, from, cue.at), "according to");
    }
    if cue.shape == Shape::Nominal {
        return None;
    }
    if cue.shape == Shape::Passive {
        let distance = cue.start.saturating_sub(from);
        return make(cue.subject.clone()?, 0.8 - 0.02 * distance.min(20) as f32, "passive, by");
    }
    if cue.shape == Shape::Finite
        && cue.start <= from
        && speaks(cue)
        && let Some(mention) = phrases::after(units, cue.end, line.end)
    {
        let base = if strong { 0.97 } else { 0.86 };
        return make(mention, if tight { base } else { base - 0.3 }, "inverted: verb, then speaker");
    }
    if cue.shape == Shape::Finite
        && cue.start > from
        && units[cue.start - 1].is_mark(",")
        && speaks(cue)
        && !cue.verb.grammar.is(Grammar::HEARER)
        && let Some(mention) = phrases::after(units, cue.end, line.end)
        && units[..line.end].get(mention.end).is_none_or(|next| next.is_mark(".,;") || next.quote().is_some())
    {
        let distance = 0.004 * (cue.start - from).min(20) as f32;
        return make(mention, 0.93 - distance, "verb and speaker close the sentence");
    }
    let mention = cue.subject.clone()?;
    if mention.start <= at {
        // The subject stands before the quotation: "Holm, who called it “…,” said".
        let score = match cue.how {
            How::Coordinated | How::Governing => 0.6,
            _ => 0.66,
        };
        return make(mention, score - 0.01 * (cue.at - at).min(20) as f32, "subject before, verb behind");
    }
    let lead = mention.start - from.min(mention.start);
    let closes = closes(units, line, cue.end);
    if closes && strong && lead > 1 && cue.shape == Shape::Finite && units[mention.start - 1].is_mark(",") {
        return make(mention, 0.91 - 0.003 * lead.min(30) as f32, "speaker and verb close the sentence");
    }
    let base: f32 = match (strong, cue.verb.grammar.is(Grammar::WEAK), tight) {
        (true, _, true) => 0.98,
        (_, true, true) => 0.9,
        (true, _, false) => 0.7,
        (_, _, true) => 0.72,
        _ => 0.5,
    };
    let shape = match (cue.shape, cue.how) {
        (Shape::Finite, How::Adjacent | How::Apposition) => 0.0,
        (Shape::Finite, _) => 0.1,
        _ => 0.2,
    };
    let announces = units[..line.end].get(cue.end).is_some_and(|next| next.is_mark(":"));
    let base = if announces { base - 0.4 } else { base };
    let distance = 0.025 * lead.min(16) as f32;
    make(mention, base - shape - distance - crossing(units, from, cue.start), "speaker and verb behind")
}

/// Whether the sentence ends at `end`, or with a mere adjunct behind it: "Holm said in a letter to the council."
fn closes(units: &[Unit], line: Line, end: usize) -> bool {
    const LONGEST: usize = 14;
    let rest = &units[end.min(line.end)..line.end];
    let Some(first) = rest.first() else { return true };
    let adjunct = first.class.is(Class::PREPOSITION.with(Class::TIME_ONLY)) && !first.class.is(Class::TO);
    first.is_mark(".") && rest.len() == 1
        || adjunct
            && rest.len() <= LONGEST
            && rest.iter().all(|unit| unit.quote().is_none() && !unit.is_mark(",;:—–"))
            && (end..line.end).all(|at| !phrases::is_finite(units, at))
}

/// Verbs that may stand before their subject behind a quotation.
fn speaks(cue: &Cue) -> bool {
    cue.verb.grammar.is(Grammar::QUOTES.with(Grammar::WEAK)) && !matches!(cue.verb.form, Form::Progressive | Form::Base)
}

/// Steps over what may stand between a quotation and its attribution: a comma, a dash, an adverb.
fn skip(units: &[Unit], line: Line, from: usize) -> usize {
    let mut at = from;
    while at < line.end && at < from + 2 && (units[at].is_mark(",-") || units[at].is_dash()) {
        at += 1;
    }
    at
}

/// What it costs to reach over words that begin another clause.
fn crossing(units: &[Unit], from: usize, to: usize) -> f32 {
    let mut cost: f32 = 0.0;
    for at in from..to.max(from) {
        let unit = &units[at];
        if unit.class.is(Class::ADVERSATIVE) {
            cost += 0.25;
        } else if unit.class.is(Class::COORDINATOR)
            && units.get(at.wrapping_sub(1)).is_some_and(|mark| mark.is_mark(",") || mark.quote().is_some())
        {
            cost += 0.12;
        } else if unit.is_mark(";") {
            cost += 0.2;
        } else if unit.quote().is_some() {
            cost += 0.03;
        }
    }
    cost.min(0.5)
}

/// A cue before the quotation.
fn ahead(units: &[Unit], line: Line, cue: &Cue, at: usize) -> Option<Candidate> {
    let mut mention = cue.subject.clone();
    let mut rule = match cue.shape {
        Shape::According => "according to, before",
        Shape::Passive => "passive, by",
        Shape::Participle => "participle, speaker before",
        Shape::Infinitive => "infinitive, speaker before",
        Shape::Nominal => "noun for what is said, and whose it is",
        Shape::Finite if cue.verb.grammar.is(Grammar::QUOTES) => "speaker and verb of speech before",
        Shape::Finite if cue.verb.grammar.is(Grammar::ATTITUDE) => "speaker and verb of thought before",
        Shape::Finite if cue.verb.grammar.is(Grammar::LABEL) => "speaker and naming verb before",
        Shape::Finite => "speaker and other verb before",
    };
    let start = if cue.shape == Shape::According || cue.shape == Shape::Passive {
        mention.as_ref().map(|range| range.end).filter(|end| *end <= at).unwrap_or(cue.end)
    } else {
        cue.end
    };
    if mention.is_none() && cue.shape == Shape::Finite && cue.start == line.start && speaks(cue) {
        mention = phrases::after(units, cue.end, at);
        rule = "inverted, before";
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
        (true, true) => shape + 0.18,
        (true, false) if !touching => shape + 0.05,
        _ => shape,
    };
    let shape = if !what_she && grammar.is(Grammar::LABEL) && gap.len() == 1 && under {
        rule = WHAT_NAMED;
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

/// "HOLM: “…”": a name and a colon open the sentence.
fn label(units: &[Unit], line: Line, at: usize) -> Option<Candidate> {
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
        rule: "label and colon",
    })
}

/// "“…” — Ada Holm": a dash and a name close the sentence.
fn signed(units: &[Unit], line: Line, at: usize) -> Option<Candidate> {
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
        rule: "signed behind a dash",
    })
}

/// The subject of the clause that the quotation stands in, whatever its verb.
fn clause_subject(units: &[Unit], line: Line, at: usize) -> Option<Candidate> {
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
                let better = how != How::Relative || first.is_none();
                if better {
                    first = Some((range, index));
                }
                if how != How::Relative {
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
            rule: if colon { "subject, then colon" } else { "subject of the clause" },
        });
    }
    let verb = (at + 1..line.end.min(at + REACH)).find(|&verb| phrases::is_finite(units, verb))?;
    let (mention, _) = subject(units, line, group_start(units, line, verb), 0)?;
    (mention.start > at || mention.end <= at).then_some(Candidate {
        mention,
        cue: Some(verb..verb + 1),
        score: 0.4,
        rule: "subject of the clause behind",
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
