//! Quotation marks to pairs: where quoted words begin and end, whoever says them.
//!
//! Marks are judged by what they are and by what stands on both sides of them, so that a closing mark where an
//! opening one belongs, a mark missing at one end, straight marks and mixed ones all pair. Apostrophes, feet and
//! inches and decades are no marks. Layers: marks with their lean ([`mark`]) → double marks paired ([`doubles`]), with
//! what lacks a mark at one end ([`missing`]) → single marks inside and outside of them ([`singles`]).

mod doubles;
mod mark;
mod missing;
mod singles;

use mark::Mark;

use crate::model::{Article, Span};

/// Words between two quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The words, without the marks.
    pub inner: Span,
    /// The words with the marks.
    pub outer: Span,
    /// Index of the paragraph.
    pub paragraph: usize,
    /// Whether a closing mark was found.
    pub closed: bool,
    /// Whether the next paragraph opens with a mark again because the quotation goes on there.
    pub goes_on: bool,
    /// Whether it stands inside another run.
    pub nested: bool,
}

/// All runs of an article, in order of place; a nested run follows the one it stands in.
pub fn find(article: &Article) -> Vec<Run> {
    let mut runs = Vec::new();
    for (index, paragraph) in article.paragraphs.iter().enumerate() {
        let next = article.paragraphs.get(index + 1).map(|next| next.span.of(&article.text));
        let opens_again = next.is_some_and(|text| text.starts_with(['“', '"', '„', '«', '‘']));
        runs.extend(in_paragraph(paragraph.span.of(&article.text), paragraph.span.start, index, opens_again));
    }
    runs
}

fn in_paragraph(text: &str, offset: usize, paragraph: usize, opens_again: bool) -> Vec<Run> {
    let marks = mark::find(text);
    if marks.is_empty() {
        return Vec::new();
    }
    let doubles: Vec<Mark> = marks.iter().copied().filter(|mark| mark.is_double()).collect();
    let mut pairs = doubles::pair(text, &doubles, opens_again);
    let singles: Vec<Mark> = marks.into_iter().filter(|mark| !mark.is_double()).collect();
    let inside = singles::pair(text, &singles, &pairs);
    pairs.extend(inside);
    pairs.sort_by_key(|pair| (pair.outer.start, std::cmp::Reverse(pair.outer.end)));
    let mut covered = 0;
    for pair in &mut pairs {
        pair.nested = pair.outer.start < covered;
        covered = covered.max(pair.outer.end);
        pair.paragraph = paragraph;
        pair.inner = Span::new(pair.inner.start + offset, pair.inner.end + offset);
        pair.outer = Span::new(pair.outer.start + offset, pair.outer.end + offset);
    }
    pairs
}

/// The run between two marks; none where no words stand between them.
fn closed(text: &str, opening: Mark, closing: Mark) -> Option<Run> {
    let words = text.get(opening.end..closing.at)?;
    let start = closing.at - words.trim_start().len();
    let end = start + words.trim().len();
    (end > start).then(|| run(Span::new(start, end), Span::new(opening.at, closing.end), true, false))
}

/// A run that knows no paragraph yet.
fn run(inner: Span, outer: Span, closed: bool, goes_on: bool) -> Run {
    Run { inner, outer, paragraph: 0, closed, goes_on, nested: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::testing;

    fn check(text: &str, expected: &[&str]) {
        let article = testing::article(text);
        let found: Vec<&str> = find(&article).iter().map(|run| run.inner.of(&article.text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn straight_curly_and_mixed_marks_pair() {
        check("“Stay,” she said. \"Go,\" he said.", &["Stay,", "Go,"]);
        check("“Stay,\" she said. \"Go,” he said.", &["Stay,", "Go,"]);
        check("He calls it «la mer» and „das Meer“.", &["la mer", "das Meer"]);
    }

    #[test]
    fn a_closing_mark_may_open() {
        check("The motto\u{200a}—\u{200a}”Keep the lake clean.”", &["Keep the lake clean."]);
    }

    #[test]
    fn a_missing_mark_does_not_swallow_the_next() {
        check("“The dam holds, she said. “It always has,” he said.", &["The dam holds,", "It always has,"]);
        check("“The dam holds, said Ada Holm of Velm. “It has to.”", &["The dam holds,", "It has to."]);
        check(
            "“The dam holds. It has, in May. “It always has.”",
            &["The dam holds. It has, in May.", "It always has."],
        );
        check("She said, “The dam holds.", &["The dam holds."]);
    }

    #[test]
    fn apostrophes_feet_and_decades_are_no_marks() {
        check("The workers' boats of the '80s don't float 'til noon.", &[]);
        check("The board is 6'2\" long and the shelf 12\" deep.", &[]);
        check("Rock ’n’ roll of the ’90s", &[]);
    }

    #[test]
    fn single_marks_quote_and_nest() {
        check("She called it ‘the workers’ lake’ twice.", &["the workers’ lake"]);
        check("“He told me ‘go home’ and I went,” she said.", &["He told me ‘go home’ and I went,", "go home"]);
        check("‘He told me “go home” and I went,’ she said.", &["He told me “go home” and I went,", "go home"]);
    }
}
