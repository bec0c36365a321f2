//! Runs between marks to quotations and terms.

use super::attribution::{self, Attributed, Candidate};
use super::lexicon::{self, Class};
use super::marks::Run;
use super::units::{Layout, Unit};
use crate::model::{Article, Quotation, QuotationKind, Reading, Span};

/// Fills [`Reading::quotations`] and [`Reading::terms`] from attributed runs.
pub fn collect(article: &Article, layout: &Layout, runs: &[Run], attributed: &[Attributed], reading: &mut Reading) {
    let mut last: Option<(usize, &Attributed)> = None;
    for one in attributed {
        let run = runs[one.run];
        if is_term(&article.text, layout, run, one) {
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
            kind: kind(&article.text, run.inner),
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
fn kind(text: &str, inner: Span) -> QuotationKind {
    let words = inner.of(text);
    let list: Vec<&str> = words.split_whitespace().collect();
    let verb = list.iter().any(|word| {
        let lower = word.to_lowercase().replace('’', "'");
        let entry = lexicon::entry(lower.trim_matches(|c: char| !c.is_alphanumeric()));
        entry.class.is(Class::AUXILIARY.with(Class::VERB)) || entry.cue.is_some() || lower.contains('\'')
    });
    let whole = words.trim_start().starts_with(char::is_uppercase) && words.trim_end().ends_with(['.', '!', '?', ',']);
    if list.len() >= 5 && verb || whole && list.len() >= 2 || list.len() >= 12 {
        QuotationKind::Direct
    } else {
        QuotationKind::Fragment
    }
}

/// Whether words in marks are a term, a title or a scare quote rather than something that somebody said.
fn is_term(text: &str, layout: &Layout, run: Run, one: &Attributed) -> bool {
    let words = run.inner.of(text).trim();
    if !words.chars().any(char::is_alphanumeric) {
        return true;
    }
    let line = layout.lines[one.line];
    let before = (one.unit > line.start).then(|| &layout.units[one.unit - 1]);
    let next = layout.units[..line.end].get(one.unit + 1);
    let score = one.candidates.first().map_or(0.0, |best| best.score);
    let count = words.split_whitespace().count();
    let tight = before.is_some_and(|word| word.is_mark(",:")) && score > 0.8;
    let spoken = one.candidates.first().is_some_and(|best| is_right_at(layout, best, one.unit));
    if is_title(words, count) && !tight && !spoken {
        return score < 0.97;
    }
    if count > 5 || tight || spoken {
        return false;
    }
    let ends_open = !words.ends_with([',', '.', '!', '?']);
    let announced = before.is_some_and(|word| word.class.is(Class::NAMING));
    if announced && ends_open && count <= 4 {
        return true;
    }
    // "the so-called “shelter” policies": an article before, the noun behind.
    let is_scare_quote = before.is_some_and(|word| word.class.is(Class::DETERMINER))
        && next.is_some_and(|next| next.is_word() && next.class == Class::NONE && next.cue.is_none());
    is_scare_quote && count <= 2 && ends_open && score < 0.8 || count <= 2 && score < 0.5 && ends_open
}

/// Whether the cue stands right beside the quotation.
fn is_right_at(layout: &Layout, best: &Candidate, unit: usize) -> bool {
    let Some(cue) = &best.cue else { return best.score > 0.8 };
    let spoken =
        layout.units[cue.clone()].iter().any(|word: &Unit| word.cue.is_some() || word.class.is(Class::ACCORDING));
    spoken && (cue.end == unit || best.score >= 0.9)
}

/// Whether every word that matters is capitalised, as in the title of a work or programme.
fn is_title(words: &str, count: usize) -> bool {
    let mut list = words
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty());
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let small = |word: &str| {
        lexicon::entry(&word.to_lowercase())
            .class
            .is(Class::DETERMINER.with(Class::PREPOSITION).with(Class::COORDINATOR))
    };
    count <= 10
        && !words.ends_with(['?', '!', '.'])
        && (2..=10).contains(&count)
        && list.all(|word| capital(word) || small(word))
}
