//! Quotations set off as blocks, without marks, led in by a sentence that announces them.

use super::attribution::{Candidate, decide, sentence_subject};
use super::cues::{Cue, Shape};
use super::lexicon::{Class, Grammar};
use super::units::Layout;
use crate::model::{Article, Quotation, QuotationKind, Reading, Role, Rule, Span};

/// Adds set-off blocks to [`Reading::quotations`] and gives their paragraphs their role.
pub fn find(article: &Article, layout: &Layout, cues: &[Vec<Cue>], reading: &mut Reading) {
    let marked_quotations: Vec<Span> = reading.quotations.iter().map(Quotation::extent).collect();
    for index in 0..article.paragraphs.len() {
        let marked = article.paragraphs[index].role == Some(Role::BlockQuote);
        if !marked && !looks_set_off(article, reading, index) && !is_other_voice(article, layout, cues, reading, index)
        {
            continue;
        }
        let lead_in = lead_in(layout, cues, index);
        if !marked && !lead_in.as_ref().is_some_and(|lead| lead.score >= 0.75) {
            continue;
        }
        let span = article.paragraphs[index].span;
        if has_quotation(&marked_quotations, span) {
            continue;
        }
        reading.roles[index] = Role::BlockQuote;
        let candidates: Vec<Candidate> = lead_in.into_iter().collect();
        let attribution = decide(layout, &candidates);
        reading.quotations.push(Quotation { spans: vec![span], kind: QuotationKind::Block, attribution });
    }
    reading.quotations.sort_by_key(Quotation::extent);
}

/// Whether one of the quotations, in order of place, touches `span`.
fn has_quotation(quotations: &[Span], span: Span) -> bool {
    let first = quotations.partition_point(|quotation| quotation.end <= span.start);
    quotations.get(first).is_some_and(|quotation| quotation.overlaps(span))
}

/// Whether a paragraph may be a block: running prose behind a paragraph that ends open, without marks.
fn looks_set_off(article: &Article, reading: &Reading, index: usize) -> bool {
    let Some(lead) = prose_behind(article, reading, index) else { return false };
    lead.trim_end().ends_with([':', ','])
}

/// The paragraph before, where both are the author's as far as roles tell, and this one is prose without marks.
fn prose_behind<'a>(article: &'a Article, reading: &Reading, index: usize) -> Option<&'a str> {
    let body = |at: usize| matches!(reading.roles.get(at), Some(Role::Body));
    let before = index.checked_sub(1).filter(|&before| body(before) && body(index))?;
    let words = article.paragraphs[index].span.of(&article.text);
    let prose = words.split_whitespace().take(12).count() >= 12
        && words.trim_end().ends_with(['.', '!', '?', ']', ')', '…', '’']);
    let marked = words.starts_with(['“', '"', '‘', '«', '„', '•', '-', '*']);
    (prose && !marked).then(|| article.paragraphs[before].span.of(&article.text))
}

/// Whether a paragraph speaks of itself behind "As Ada Holm said.", where those around it do not.
fn is_other_voice(article: &Article, layout: &Layout, cues: &[Vec<Cue>], reading: &Reading, index: usize) -> bool {
    if !prose_behind(article, reading, index).is_some_and(|lead| lead.trim_end().ends_with('.')) {
        return false;
    }
    let voice = |paragraph: usize| speaks_of_itself(article, layout, paragraph);
    ends_unsaid(layout, cues, index)
        && voice(index)
        && !voice(index - 1)
        && (index + 1 >= article.paragraphs.len() || !voice(index + 1))
}

/// Whether the last sentence before the paragraph is only "(As) subject + said", without what was said.
fn ends_unsaid(layout: &Layout, cues: &[Vec<Cue>], paragraph: usize) -> bool {
    let end = layout.lines.partition_point(|line| line.paragraph < paragraph);
    let Some(at) = end.checked_sub(1).filter(|&at| layout.lines[at].paragraph + 1 == paragraph) else { return false };
    let line = layout.lines[at];
    let units = &layout.units[line.start..line.end];
    let plain = units.iter().all(|unit| unit.quote().is_none());
    let closes = |cue: &&Cue| {
        let Some(subject) = &cue.subject else { return false };
        let opening = layout.units.get(line.start..subject.start).unwrap_or_default();
        let rest = layout.units.get(cue.end..line.end).unwrap_or_default();
        cue.shape == Shape::Finite
            && cue.verb.grammar.is(Grammar::QUOTES)
            && opening.iter().all(|unit| unit.class.is(Class::SUBORDINATOR))
            && rest.iter().all(|unit| unit.is_mark("."))
    };
    plain && units.len() <= LONGEST_LEAD_IN && cues[at].iter().any(|cue| closes(&cue))
}

/// The longest sentence, in words and marks, that only says who speaks.
const LONGEST_LEAD_IN: usize = 16;

/// Whether the paragraph says "I" or "we" outside quotation marks.
fn speaks_of_itself(article: &Article, layout: &Layout, paragraph: usize) -> bool {
    const OWN: [&str; 8] = ["i", "we", "us", "my", "our", "me", "mine", "ours"];
    let from = layout.lines.partition_point(|line| line.paragraph < paragraph);
    let lines = layout.lines[from..].iter().take_while(|line| line.paragraph == paragraph);
    lines.flat_map(|line| &layout.units[line.start..line.end]).filter(|unit| unit.is_word()).any(|unit| {
        let word = unit.span.of(&article.text);
        let own = word.split(['’', '\'']).next().unwrap_or_default();
        word != "US" && OWN.contains(&own.to_lowercase().as_str())
    })
}

/// Who the last sentence of the paragraph before announces.
fn lead_in(layout: &Layout, cues: &[Vec<Cue>], paragraph: usize) -> Option<Candidate> {
    let end = layout.lines.partition_point(|line| line.paragraph < paragraph);
    let at = end.checked_sub(1)?;
    let line = layout.lines[at];
    if line.paragraph + 1 != paragraph {
        return None;
    }
    let spoken = cues[at].iter().rev().find(|cue| {
        cue.subject.is_some()
            && (cue.verb.grammar.is(Grammar::QUOTES.with(Grammar::WEAK)) || cue.shape == Shape::According)
    });
    if let Some(cue) = spoken {
        return Some(Candidate {
            mention: cue.subject.clone()?,
            cue: Some(cue.start..cue.end),
            score: 0.9,
            rule: Rule::LeadIn,
        });
    }
    let nominal = layout.units[line.start..line.end].iter().any(|unit| unit.class.is(Class::DOCUMENT));
    let (mention, verb) = sentence_subject(&layout.units, line)?;
    let score = if nominal { 0.78 } else { 0.5 };
    Some(Candidate { mention, cue: Some(verb), score, rule: Rule::LeadInSubject })
}
