//! Debate cards, ready to be set: the tag, one cite paragraph, the body in full paragraphs.

use super::citation::Form;
use super::pair::Pair;
use super::passages::first_words;
use super::runs::Run;
use crate::model::{Card, Emphasis, LinkKind, MarkerColour, Marking, Place, Side, Span, words_in};

/// A card with the words that it stands for.
pub struct SetCard<'a> {
    /// The claim; of a card without one, that it is missing and how the selection begins.
    pub tag: String,
    /// Where it is from.
    pub cite: Vec<Run>,
    /// The body, by paragraph.
    pub body: Vec<Vec<BodyRun<'a>>>,
    /// The size of what is not read, in points; none for the size of the rest.
    pub shrunk_points: Option<u8>,
    /// Words that are read aloud.
    pub words_read: usize,
    /// Words of the body.
    pub words: usize,
    /// What reading only those leaves out or joins, in words for a person; none where nothing is set apart.
    pub check: Option<String>,
}

/// Words of a body that are set alike, exactly as the article has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyRun<'a> {
    /// The words.
    pub text: &'a str,
    /// Whether they are underlined.
    pub underlined: bool,
    /// Whether they are emphasised.
    pub emphasised: bool,
    /// The colour of the marker, if any.
    pub highlighted: Option<MarkerColour>,
}

impl BodyRun<'_> {
    fn is_set_as(&self, other: &Self) -> bool {
        let looks = |run: &Self| (run.underlined, run.emphasised, run.highlighted);
        looks(self) == looks(other)
    }

    /// Whether it is larger than the rest where the rest is shrunk.
    pub fn is_set_apart(&self) -> bool {
        self.underlined || self.emphasised || self.highlighted.is_some()
    }
}

/// The reader's cards in their order; where none was cut, one for each passage that the two share most.
pub fn of<'a>(pair: &'a Pair) -> Vec<SetCard<'a>> {
    let cut: Vec<Card> = pair.work().cards().map(|(_, card)| card.clone()).collect();
    let cards = if cut.is_empty() { of_links(pair) } else { cut };
    cards.iter().filter_map(|card| set(pair, card)).collect()
}

/// Whether the reader cut cards of these two articles.
pub fn are_cut(pair: &Pair) -> bool {
    pair.work().cards().next().is_some()
}

/// More links than these make no cards by themselves.
const MOST_LINKS: usize = 12;

/// A card for each paragraph in which the strongest links stand, the sentences of their passages underlined. Its tag is the reader's to type.
fn of_links(pair: &Pair) -> Vec<Card> {
    let mut cards: Vec<Card> = Vec::new();
    let links = pair.comparison().links.iter().filter(|link| link.kind != LinkKind::Theme);
    let passages = links.take(MOST_LINKS).flat_map(|link| Side::BOTH.map(|side| (side, *link.spans.get(side))));
    for (side, passage) in passages {
        let span = whole_sentences(pair, side, passage);
        let article = pair.key(side);
        let body = pair.paragraphs_of(side, span);
        let same = cards.iter_mut().find(|card| {
            card.cut.article == article && pair.paragraphs_of(side, card.cut.span) == body && !body.is_empty()
        });
        let marking = Marking { span, emphasis: Emphasis::Underlined };
        if let Some(card) = same {
            card.cut.span = card.cut.span.cover(span);
            card.markings.push(marking);
        } else {
            let cut = Place { article, span };
            cards.push(Card { cut, tag: String::new(), markings: vec![marking], shrunk_points: None });
        }
    }
    cards
}

/// A passage with the sentences that it begins and ends in: words cut off at its ends could turn what it says.
fn whole_sentences(pair: &Pair, side: Side, passage: Span) -> Span {
    let sentences = pair.readings().get(side).sentences.iter().map(|sentence| sentence.span);
    sentences.filter(|sentence| sentence.overlaps(passage)).fold(passage, Span::cover)
}

/// None of a card of another article.
fn set<'a>(pair: &Pair<'a>, card: &Card) -> Option<SetCard<'a>> {
    let side = pair.side_of(card.cut.article)?;
    let text = pair.text(side);
    let paragraphs = pair.paragraphs_of(side, card.cut.span);
    let body: Vec<Vec<BodyRun>> = paragraphs.iter().map(|paragraph| runs(card, text, *paragraph)).collect();
    let cut = card.cut.span.of(text);
    let tag = match card.tag.trim() {
        "" => format!("[No tag yet] {}", first_words(cut, MOST_TAG_WORDS)),
        typed => typed.to_owned(),
    };
    Some(SetCard {
        tag,
        cite: pair.cited(side, Form::Debate),
        words: body.iter().flatten().map(|run| words_in(run.text)).sum(),
        words_read: words_in(&read_aloud(card, text)),
        body,
        shrunk_points: card.shrunk_points.map(|points| points.clamp(4, 11)),
        check: pair.say_of_card(card),
    })
}

const MOST_TAG_WORDS: usize = 10;

/// The words of a card that are read aloud, in order, a space between those that stand apart: the highlighted ones,
/// where there are such, else the underlined and emphasised.
pub fn read_aloud(card: &Card, text: &str) -> String {
    let is_highlighted = |marking: &&Marking| matches!(marking.emphasis, Emphasis::Highlighted(_));
    let has_highlights = card.markings.iter().any(|marking| is_highlighted(&marking));
    let read = card.markings.iter().filter(|marking| !has_highlights || is_highlighted(marking));
    let mut spans: Vec<Span> = read.map(|marking| marking.span).filter(|span| !span.of(text).is_empty()).collect();
    spans.sort();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => *last = last.cover(span),
            _ => joined.push(span),
        }
    }
    joined.iter().map(|span| span.of(text).trim()).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A paragraph cut wherever a marking begins or ends.
fn runs<'a>(card: &Card, text: &'a str, paragraph: Span) -> Vec<BodyRun<'a>> {
    let inside = |at: &usize| paragraph.start < *at && *at < paragraph.end && text.is_char_boundary(*at);
    let ends = card.markings.iter().flat_map(|marking| [marking.span.start, marking.span.end]).filter(inside);
    let mut cuts: Vec<usize> = ends.chain([paragraph.start, paragraph.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut runs: Vec<BodyRun> = Vec::new();
    for cut in cuts.windows(2) {
        let span = Span::new(cut[0], cut[1]);
        let run = run(card, text, span);
        match runs.last_mut() {
            Some(last) if last.is_set_as(&run) => {
                let start = span.start - last.text.len();
                last.text = Span::new(start, span.end).of(text);
            }
            _ => runs.extend((!run.text.is_empty()).then_some(run)),
        }
    }
    runs
}

fn run<'a>(card: &Card, text: &'a str, span: Span) -> BodyRun<'a> {
    let mut run = BodyRun { text: span.of(text), underlined: false, emphasised: false, highlighted: None };
    for marking in card.markings.iter().filter(|marking| marking.span.contains(span)) {
        match marking.emphasis {
            Emphasis::Underlined => run.underlined = true,
            Emphasis::Emphasised => run.emphasised = true,
            Emphasis::Highlighted(colour) => run.highlighted = Some(colour),
        }
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ArticleKey;

    const TEXT: &str = "The weir holds, for now, the whole river back.";

    fn card(markings: &[(usize, usize, Emphasis)]) -> Card {
        let markings = markings
            .iter()
            .map(|(start, end, emphasis)| Marking { span: Span::new(*start, *end), emphasis: *emphasis });
        let cut = Place { article: ArticleKey::of(TEXT), span: Span::new(0, TEXT.len()) };
        Card { cut, tag: String::new(), markings: markings.collect(), shrunk_points: None }
    }

    #[test]
    fn what_is_read_aloud_is_the_highlighted_else_the_underlined() {
        let mut markings =
            vec![(0, 14, Emphasis::Underlined), (25, 46, Emphasis::Underlined), (4, 8, Emphasis::Emphasised)];
        assert_eq!(read_aloud(&card(&markings), TEXT), "The weir holds the whole river back.");
        markings.push((29, 40, Emphasis::Highlighted(MarkerColour::Cyan)));
        assert_eq!(read_aloud(&card(&markings), TEXT), "whole river");
    }

    #[test]
    fn a_body_loses_no_byte_however_it_is_marked() {
        let card = card(&[
            (0, 14, Emphasis::Underlined),
            (4, 30, Emphasis::Highlighted(MarkerColour::Green)),
            (400, 900, Emphasis::Emphasised),
        ]);
        let runs = runs(&card, TEXT, Span::new(0, TEXT.len()));
        assert_eq!(runs.iter().map(|run| run.text).collect::<String>(), TEXT);
        assert_eq!(runs.iter().filter(|run| run.underlined).map(|run| run.text).collect::<String>(), "The weir holds");
    }
}
