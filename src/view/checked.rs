//! What the articles have of a quotation that the reader has checked: verdicts in words, with their places.

use super::differences::{Differing, Piece, Stands};
use super::{snippet, speaker_words};
use crate::model::{Side, Sides, Span, Wording};
use crate::workspace::{Check, Checked, Compared, Passage, QuotedPlace};

/// More places than these in one article are only counted.
const MOST_PLACES: usize = 3;
/// Letters of the nearest words that are shown.
const NEAREST_LETTERS: usize = 240;

/// What one article has of the quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InArticle {
    /// "On the left: The Mill".
    pub heading: String,
    /// The places, best first; where the words are not there, the nearest if any.
    pub places: Vec<PlaceFound>,
    /// How many places more there are.
    pub more: usize,
    /// Whether the words are there.
    pub is_found: bool,
}

/// A place to check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceFound {
    /// The verdict in a word or two.
    pub verdict: &'static str,
    /// What to check, in a sentence.
    pub says: String,
    /// The article's words with what differs marked, and some around them.
    pub pieces: Vec<Piece>,
    /// "Paragraph 7, said by J. Hale".
    pub place: String,
    /// In the article.
    pub span: Span,
    /// Whether any word differs.
    pub differs: bool,
}

/// What that side's article, of that title, has of the quotation; none where it was not looked for there.
pub fn in_article(checked: &Checked, compared: Option<&Compared>, title: &str, side: Side) -> Option<InArticle> {
    let opened = checked.articles.get(side).as_ref()?;
    let found = checked.found.get(side).as_ref()?;
    let heading = format!("On the {}: {title}", side.name());
    let known = compared.filter(|compared| std::sync::Arc::ptr_eq(compared.sides.get(side), opened));
    let article = &opened.article;
    let paragraph = |span: Span| article.paragraph_at(span.start).and_then(|at| article.paragraphs.get(at));
    let whole = |span: Span| paragraph(span).map_or(span, |paragraph| paragraph.span);
    let number = |span: Span| article.paragraph_at(span.start).map(|at| opened.paragraph_number(at));
    match found {
        Check::Found(places) => {
            let shown = places.iter().take(MOST_PLACES).map(|found| {
                let pieces = differing(checked, &article.text, found).pieces_in(whole(found.span));
                PlaceFound {
                    verdict: verdict(found.verdict.wording),
                    says: says(&checked.quotation, &article.text, found),
                    pieces,
                    place: place(known, side, number(found.span), found.span),
                    span: found.span,
                    differs: found.verdict.changes.iter().any(|change| !change.kind.is_slight()),
                }
            });
            let more = places.len().saturating_sub(MOST_PLACES);
            Some(InArticle { heading, places: shown.collect(), more, is_found: true })
        }
        Check::Absent(nearest) => {
            let nearest = nearest.map(|span| PlaceFound {
                verdict: "Nearest",
                says: "Other words, with some of the quotation’s among them.".to_owned(),
                pieces: vec![Piece { words: snippet(&article.text, span, NEAREST_LETTERS), stands: Stands::Same }],
                place: place(known, side, number(span), span),
                span,
                differs: false,
            });
            Some(InArticle { heading, places: nearest.into_iter().collect(), more: 0, is_found: false })
        }
    }
}

/// The place that was asked for, with the best one of the other article.
pub fn passage_of_check(checked: &Checked, side: Side, span: Span) -> Passage {
    let best = |side: Side| match checked.found.get(side) {
        Some(Check::Found(places)) => places.first().map(|place| place.span),
        _ => None,
    };
    let mut spans = Sides::new(best(Side::Left), best(Side::Right));
    *spans.get_mut(side) = Some(span);
    Passage { asked: side, spans, link: None }
}

fn differing<'a>(checked: &'a Checked, text: &'a str, found: &QuotedPlace) -> Differing<'a> {
    Differing {
        text,
        span: found.span,
        compared: vec![found.span],
        other: &checked.quotation,
        changes: Differing::changes_of(&found.verdict.changes, false, found.span.start, 0),
    }
}

/// Something to look at, never an accusation.
fn verdict(wording: Wording) -> &'static str {
    match wording {
        Wording::Same => "The same words",
        Wording::Elided => "Words left out",
        Wording::Bracketed => "Words in brackets",
        Wording::Altered => "To check",
        Wording::Different => "Other words",
    }
}

fn says(quotation: &str, text: &str, found: &QuotedPlace) -> String {
    let mut sentence = found.verdict.describe_quotation(Sides::new(quotation, found.span.of(text)));
    if let Some(first) = sentence.get(..1).map(str::to_uppercase) {
        sentence.replace_range(..1, &first);
    }
    if !sentence.ends_with('.') {
        sentence.push('.');
    }
    sentence
}

fn place(compared: Option<&Compared>, side: Side, paragraph: Option<usize>, span: Span) -> String {
    let mut words = paragraph.map_or_else(String::new, |at| format!("Paragraph {at}"));
    let speaker = compared.and_then(|compared| {
        let quotations = compared.reading(side).quotations.iter();
        let at = quotations
            .enumerate()
            .find_map(|(at, found)| (2 * found.extent().shared_bytes(span) > span.len()).then_some(at))?;
        speaker_words(compared, side, at)?.speaker
    });
    if let Some(speaker) = speaker {
        words.push_str(if words.is_empty() { "Said by " } else { ", said by " });
        words.push_str(&speaker);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::spoken;
    use super::*;
    use crate::model::{Article, Paragraph, Reading};
    use crate::workspace::{Opened, Origin};
    use std::sync::Arc;

    const REPORT: &str = "A brass band played on the pier.\n\nThe council met late. “The old ferry will cross the lake \
        again before winter comes,” said Ada Lunt, the mayor, and nobody in the hall asked what it would cost the town.";

    fn checked(quotation: &str) -> Checked {
        let first = REPORT.find('\n').unwrap_or(0);
        let paragraph = |start, end| Paragraph { span: Span::new(start, end), role: None };
        let article = Article {
            text: REPORT.into(),
            paragraphs: vec![paragraph(0, first), paragraph(first + 2, REPORT.len())],
            ..Article::default()
        };
        let origin = Origin::Pasted(String::new());
        let opened = Arc::new(Opened { origin, article, reading: Reading::default() });
        Checked::new(quotation.to_owned(), Sides::new(None, Some(opened)))
    }

    #[test]
    fn a_changed_quotation_is_shown_in_its_context_as_something_to_check() {
        let checked = checked("The old ferry will never cross the lake before winter comes");
        assert_eq!(in_article(&checked, None, "", Side::Left), None);
        let found = in_article(&checked, None, "Tractors", Side::Right).expect("looked for on the right");
        assert!(found.is_found && found.more == 0);
        let place = &found.places[0];
        assert_eq!((place.verdict, place.place.as_str(), place.differs), ("To check", "Paragraph 2", true));
        let words = spoken(&place.pieces, "in the article", "in the quotation");
        assert_eq!(
            words,
            "The council met late. “The old ferry will [only in the quotation: never] cross the lake \
             [only in the article: again] before winter comes,” said Ada Lunt, the mayor, and nobody …"
        );
        let passage = passage_of_check(&checked, Side::Right, place.span);
        assert_eq!((passage.spans.left, passage.spans.right), (None, Some(place.span)));
    }

    #[test]
    fn words_that_are_not_there_are_said_not_to_be() {
        let found = in_article(&checked("Nine tractors bought an orchestra"), None, "Tractors", Side::Right)
            .expect("looked for");
        assert!(!found.is_found);
        assert!(found.places.iter().all(|place| place.verdict == "Nearest"));
    }
}
