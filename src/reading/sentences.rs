//! Paragraphs to sentences.
//!
//! Two cuts of the same text: [`cut`] takes a quotation as one unit, as attribution needs it ("“Why? Why?” she
//! asked." is one sentence); [`split`] cuts inside quotations too, as everyone else needs it.

use super::lexicon::{self, Class, Grammar};
use super::units::{Ending, Layout, Line, Unit, UnitKind};
use crate::model::{Article, Reading, Sentence, Span};

/// The longest sentence in units; a longer one is cut, so that no search inside a sentence grows without bound.
const LONGEST: usize = 400;

/// How far behind a quotation an attribution may begin, in units.
const REACH: usize = 14;

/// Cuts the units from `start` on, all of one paragraph, into sentences.
pub fn cut(text: &str, layout: &mut Layout, start: usize, paragraph: usize) {
    let units = &layout.units;
    let mut from = start;
    for at in start..units.len() {
        let last = at + 1 == units.len();
        if last || at + 1 - from >= LONGEST || ends_sentence(text, units, at) {
            layout.lines.push(Line { start: from, end: at + 1, paragraph });
            from = at + 1;
        }
    }
}

/// Whether a sentence ends with the unit at `at`, which is not the last.
fn ends_sentence(text: &str, units: &[Unit], at: usize) -> bool {
    let (unit, next) = (&units[at], &units[at + 1]);
    match unit.kind {
        UnitKind::Mark('.' | '?' | '!' | '…') => {
            let gap = next.span.start > unit.span.end;
            (gap || next.quote().is_some()) && begins_sentence(next)
        }
        UnitKind::Mark(')' | ']') => {
            let inside = at.checked_sub(1).map(|before| &units[before]);
            inside.is_some_and(|mark| mark.is_mark(".?!")) && begins_sentence(next)
        }
        UnitKind::Word if unit.ending == Ending::Point => {
            let lower = unit.span.of(text).to_lowercase();
            let short = lower.trim_end_matches('.');
            let title = lexicon::is_title_abbreviation(short) || short.chars().count() == 1;
            let opener = next.capital
                && next.class.is(Class::DETERMINER
                    .with(Class::SUBJECT)
                    .with(Class::POSSESSIVE)
                    .with(Class::SUBORDINATOR)
                    .with(Class::ADVERSATIVE)
                    .with(Class::PREPOSITION));
            !title && opener
        }
        UnitKind::Quote(_) => ends_with_quote(units, at),
        _ => false,
    }
}

fn begins_sentence(unit: &Unit) -> bool {
    match unit.kind {
        UnitKind::Word => unit.capital,
        UnitKind::Number | UnitKind::Quote(_) => true,
        UnitKind::Mark(mark) => {
            matches!(mark, '(' | '[' | '—' | '–' | '…' | '“' | '"' | '‘' | '\'' | '*' | '•' | '@' | '#')
        }
    }
}

/// Whether the quoted run at `at` ends its sentence: it closes with a full stop, or with "?" or "!" and what
/// follows is no attribution.
fn ends_with_quote(units: &[Unit], at: usize) -> bool {
    let (unit, next) = (&units[at], &units[at + 1]);
    let Some(last) = unit.last else { return false };
    if !begins_sentence(next) || next.is_dash() {
        return false;
    }
    match last {
        '.' | '…' => !is_attribution(units, at + 1, true),
        '?' | '!' => !is_attribution(units, at + 1, false),
        _ => next.quote().is_some() && !matches!(last, ',' | ':' | ';'),
    }
}

/// Whether a subject and a verb of speech follow, and nothing that would make them a sentence of their own.
/// `strict` wants the sentence to end with the verb.
fn is_attribution(units: &[Unit], from: usize, strict: bool) -> bool {
    let ahead = &units[from..units.len().min(from + REACH)];
    let Some(verb) = ahead.iter().position(|unit| {
        unit.quote().is_some()
            || unit.is_mark(".?!:")
            || unit.class.is(Class::AUXILIARY.with(Class::VERB))
            || unit.cue.is_some()
    }) else {
        return false;
    };
    let spoken =
        ahead[verb].cue.is_some_and(|cue| cue.grammar.is(Grammar::QUOTES) || !strict && cue.grammar.is(Grammar::WEAK));
    let behind = ahead.get(verb + 1);
    if !spoken || verb == 0 && !strict && ahead[0].capital {
        return false;
    }
    if strict {
        return verb <= 4 && behind.is_some_and(|next| next.is_mark("."));
    }
    behind.is_none_or(|next| {
        next.is_mark(".,;—–")
            || next.class.is(Class::PREPOSITION
                .with(Class::TIME)
                .with(Class::ADVERB)
                .with(Class::OBJECT)
                .with(Class::SUBORDINATOR))
            || next.is_name()
    })
}

/// Fills [`Reading::sentences`]: the sentences of `layout`, cut once more inside quotations of several sentences.
pub fn split(article: &Article, layout: &Layout, reading: &mut Reading) {
    let mut lines = layout.lines.iter().peekable();
    for (index, paragraph) in article.paragraphs.iter().enumerate() {
        let mut any = false;
        while let Some(line) = lines.next_if(|line| line.paragraph <= index) {
            any = true;
            let units = &layout.units[line.start..line.end];
            let (Some(first), Some(last)) = (units.first(), units.last()) else { continue };
            let ends = units
                .iter()
                .filter(|unit| unit.quote().is_some())
                .flat_map(|unit| inner_ends(&article.text, unit.span));
            // In a document that was changed outside the program a paragraph may end inside a word.
            let end = last.span.end.min(paragraph.span.end);
            let ends = ends.filter(|inner| *inner < end);
            push_all(reading, &article.text, Span::new(first.span.start.min(end), end), ends, index);
        }
        if !any {
            let ends = inner_ends(&article.text, paragraph.span);
            push_all(reading, &article.text, paragraph.span, ends.into_iter(), index);
        }
    }
}

fn push_all(reading: &mut Reading, text: &str, span: Span, ends: impl Iterator<Item = usize>, paragraph: usize) {
    let mut start = span.start;
    for end in ends.chain([span.end]) {
        let words = Span::new(start, end).of(text);
        let from = start + (words.len() - words.trim_start().len());
        if !words.trim().is_empty() {
            reading.sentences.push(Sentence { span: Span::new(from, from + words.trim().len()), paragraph });
        }
        start = end;
    }
}

/// The last few letters before a point, in lower case.
fn last_word(before: &str) -> String {
    const REACH: usize = 8;
    let letters = before.char_indices().rev().take(REACH).take_while(|(_, c)| !c.is_whitespace());
    letters.last().map_or(String::new(), |(at, _)| before[at..].to_lowercase())
}

/// Where sentences end inside a stretch, its own end left out.
fn inner_ends(text: &str, span: Span) -> Vec<usize> {
    let words = span.of(text);
    let mut ends = Vec::new();
    for (at, mark) in words.char_indices().filter(|(_, c)| matches!(c, '.' | '?' | '!')) {
        let rest = &words[at + mark.len_utf8()..];
        let closing = rest.len() - rest.trim_start_matches(['”', '"', '’', ')']).len();
        let behind = &rest[closing..];
        let gap = behind.starts_with(char::is_whitespace);
        let next = behind.trim_start().chars().find(|c| !matches!(c, '“' | '"' | '‘' | '('));
        let word = last_word(&words[..at]);
        let short =
            mark == '.' && (lexicon::is_title_abbreviation(&word) || word.chars().count() == 1 || word.contains('.'));
        if gap && next.is_some_and(|c| c.is_uppercase() || c.is_numeric()) && !short {
            ends.push(span.start + at + mark.len_utf8() + closing);
        }
    }
    ends
}

#[cfg(test)]
mod tests {
    use crate::reading::{self, testing};

    fn check(text: &str, expected: &[&str]) {
        let article = testing::article(text);
        let found = reading::read(&article);
        let sentences: Vec<&str> = found.sentences.iter().map(|sentence| sentence.span.of(text)).collect();
        assert_eq!(sentences, expected);
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        check(
            "Sen. Ada Holm (D-Wis.) spoke. Mr. J. B. Orr left.",
            &["Sen. Ada Holm (D-Wis.) spoke.", "Mr. J. B. Orr left."],
        );
        check(
            "It left the U.S. in May. The U.S. The end came.",
            &["It left the U.S. in May.", "The U.S.", "The end came."],
        );
        check(
            "Holm of Salem, Conn., met Orr at 9 a.m. on Monday.",
            &["Holm of Salem, Conn., met Orr at 9 a.m. on Monday."],
        );
    }

    #[test]
    fn a_question_before_its_attribution_is_no_end() {
        check("“Why?” Holm asked. “Go!” Orr left.", &["“Why?” Holm asked.", "“Go!”", "Orr left."]);
    }

    #[test]
    fn sentences_inside_quotations_are_cut() {
        check("“The dam holds. It always has,” Holm said.", &["“The dam holds.", "It always has,” Holm said."]);
    }
}
