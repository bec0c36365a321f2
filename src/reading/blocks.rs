//! Quotations set off as blocks, without marks, led in by a sentence that announces them.

use super::attribution::{Candidate, decide, sentence_subject};
use super::cues::{Cue, Shape};
use super::lexicon::{Class, Grammar};
use super::units::Layout;
use crate::model::{Article, Quotation, QuotationKind, Reading, Role, Span};

/// Adds set-off blocks to [`Reading::quotations`] and gives their paragraphs their role.
pub fn find(article: &Article, layout: &Layout, cues: &[Vec<Cue>], reading: &mut Reading) {
    let marked_quotations: Vec<Span> = reading.quotations.iter().map(Quotation::extent).collect();
    for index in 0..article.paragraphs.len() {
        let marked = article.paragraphs[index].role == Some(Role::BlockQuote);
        if !marked && !looks_set_off(article, reading, index) {
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
    let body = |at: usize| matches!(reading.roles.get(at), Some(Role::Body));
    let Some(before) = index.checked_sub(1).filter(|&before| body(before) && body(index)) else { return false };
    let lead = article.paragraphs[before].span.of(&article.text).trim_end();
    let words = article.paragraphs[index].span.of(&article.text);
    let prose = words.split_whitespace().take(12).count() >= 12
        && words.trim_end().ends_with(['.', '!', '?', ']', ')', '…', '’']);
    let marked = words.starts_with(['“', '"', '‘', '«', '„', '•', '-', '*']);
    lead.ends_with([':', ',']) && prose && !marked
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
            rule: "lead-in to a block",
        });
    }
    let nominal = layout.units[line.start..line.end].iter().any(|unit| unit.class.is(Class::DOCUMENT));
    let (mention, verb) = sentence_subject(&layout.units, line)?;
    let score = if nominal { 0.78 } else { 0.5 };
    Some(Candidate { mention, cue: Some(verb), score, rule: "subject of the lead-in" })
}
