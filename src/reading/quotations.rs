//! Runs between marks to quotations; what nobody said goes to the terms.

use super::attribution::{self, Attributed};
use super::lexicon::{self, Class};
use super::marks::Run;
use super::terms;
use super::units::Layout;
use crate::model::{Article, Quotation, QuotationKind, Reading};

/// Fills [`Reading::quotations`] and [`Reading::terms`] from attributed runs.
pub fn collect(article: &Article, layout: &Layout, runs: &[Run], attributed: &[Attributed], reading: &mut Reading) {
    let mut last: Option<(usize, &Attributed)> = None;
    for one in attributed {
        let run = runs[one.run];
        if terms::is_term(&article.text, layout, run, one) {
            reading.terms.push(run.inner);
            continue;
        }
        if let Some((index, before)) = last
            && goes_on(layout, runs, before, one)
            && let Some(quotation) = reading.quotations.get_mut(index)
        {
            quotation.spans.push(run.inner);
            quotation.kind = QuotationKind::Direct;
            last = Some((index, one));
            continue;
        }
        last = Some((reading.quotations.len(), one));
        reading.quotations.push(Quotation {
            spans: vec![run.inner],
            kind: kind(&article.text, run),
            attribution: attribution::decide(layout, &one.candidates),
        });
    }
}

/// Whether `one` continues the quotation `before`: over a paragraph's end, or behind an attribution that splits it.
fn goes_on(layout: &Layout, runs: &[Run], before: &Attributed, one: &Attributed) -> bool {
    let (line, theirs) = (layout.lines[one.line], layout.lines[before.line]);
    if runs[before.run].goes_on && line.paragraph == theirs.paragraph + 1 && line.start == one.unit {
        return true;
    }
    let split = before.line == one.line && is_behind(before, one);
    split && layout.units[one.unit - 1].is_mark(",—–") && same_speaker(before, one)
}

/// Whether the attribution of `before` stands between the two.
fn is_behind(before: &Attributed, one: &Attributed) -> bool {
    before
        .candidates
        .first()
        .and_then(|best| best.cue.clone())
        .is_some_and(|cue| cue.start > before.unit && cue.end <= one.unit)
}

fn same_speaker(left: &Attributed, right: &Attributed) -> bool {
    let mention = |one: &Attributed| one.candidates.first().map(|best| best.mention.clone());
    mention(left).is_some() && mention(left) == mention(right)
}

/// A clause or more, or a few words.
fn kind(text: &str, run: Run) -> QuotationKind {
    let words = run.inner.of(text);
    let count = words.split_whitespace().count();
    let verb = words.split_whitespace().any(is_verb);
    let whole = count >= 2 && begins_whole(words) && (ends_whole(text, run) || verb && count >= 3);
    if count >= 5 && verb || whole || count >= 12 { QuotationKind::Direct } else { QuotationKind::Fragment }
}

/// Whether a word can be the verb of a clause.
fn is_verb(word: &str) -> bool {
    let lower = word.to_lowercase().replace('’', "'");
    let entry = lexicon::entry(lower.trim_matches(|c: char| !c.is_alphanumeric()));
    entry.class.is(Class::AUXILIARY.with(Class::VERB)) || entry.cue.is_some() || lower.contains('\'')
}

/// Whether the words begin as a sentence does.
pub fn begins_whole(words: &str) -> bool {
    words.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
}

/// Whether the words end as a sentence or clause does, the mark inside or right behind the closing one.
pub fn ends_whole(text: &str, run: Run) -> bool {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | ',' | '…');
    run.inner.of(text).trim_end().ends_with(ends)
        || text.get(run.outer.end..).is_some_and(|rest| rest.starts_with(ends))
}
