//! A card as its sheet shows it: its cite, its body with the words that are set apart, how long it reads, and whether
//! the article has its words.

use super::about::missing_fields;
use super::phrases::selected_words;
use crate::model::{Article, Card, Emphasis, MarkerColour, Side, Span, words_in};
use crate::workspace::{CitationForm, Look, State};

/// A card, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct CardShown {
    /// The article that it is from.
    pub side: Side,
    /// Its cite as debaters write it: words, and whether they stand out.
    pub cite: Vec<(String, bool)>,
    /// What nobody says that a citation asks for.
    pub missing: Vec<&'static str>,
    /// Where its paragraphs stand in the article.
    pub span: Span,
    /// Their words, byte for byte as long, without line breaks inside a paragraph.
    pub body: String,
    /// How many words are read aloud, and how long that takes; which words those are.
    pub reads: String,
    /// Whether the article has these words, and whose they are.
    pub check: String,
}

/// A run of the body that is set alike: bytes of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyRun {
    /// Its words.
    pub span: Span,
    /// Read aloud.
    pub underlined: bool,
    /// Said with weight.
    pub emphasised: bool,
    /// Marked with that pen.
    pub marker: Option<MarkerColour>,
}

impl BodyRun {
    /// Whether anything sets it apart.
    pub fn is_set_apart(&self) -> bool {
        self.underlined || self.emphasised || self.marker.is_some()
    }
}

/// What a sheet shows of a card; none where its article is not open.
pub fn card_shown(state: &State, card: &Card) -> Option<CardShown> {
    let side = state.side_of(card.cut.article)?;
    let opened = state.columns.get(side).opened.as_ref()?;
    let article = &opened.article;
    let described = state.described(side);
    let span = card.body(article);
    Some(CardShown {
        side,
        cite: cite(state, side),
        missing: missing_fields(&described),
        span,
        body: joined_lines(article, span),
        reads: reads(card, article, span, state.settings.words_a_minute),
        check: check(state, side, card, article),
    })
}

/// The runs of a card's body, in order and without gaps.
pub fn body_runs(card: &Card, body: Span) -> Vec<BodyRun> {
    let local = |at: usize| at.clamp(body.start, body.end) - body.start;
    let mut cuts: Vec<usize> =
        card.markings.iter().flat_map(|marking| [local(marking.span.start), local(marking.span.end)]).collect();
    cuts.extend([0, body.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let run = |(start, end): (usize, usize)| {
        let here = |span: Span| local(span.start) <= start && end <= local(span.end);
        let mut run = BodyRun { span: Span::new(start, end), underlined: false, emphasised: false, marker: None };
        for marking in card.markings.iter().filter(|marking| here(marking.span)) {
            match marking.emphasis {
                Emphasis::Underlined => run.underlined = true,
                Emphasis::Emphasised => run.emphasised = true,
                Emphasis::Highlighted(colour) => run.marker = Some(colour),
            }
        }
        run
    };
    cuts.iter().copied().zip(cuts.iter().copied().skip(1)).map(run).collect()
}

/// The cite of that side's article; what is said aloud of it stands out.
fn cite(state: &State, side: Side) -> Vec<(String, bool)> {
    let runs = state.citation(side, CitationForm::Debate);
    runs.into_iter().map(|run| (run.text, matches!(run.look, Look::Cite | Look::Bold))).collect()
}

/// Line breaks inside a paragraph are the editor's: they become spaces, byte for byte.
fn joined_lines(article: &Article, span: Span) -> String {
    let text = span.of(&article.text);
    let is_inside = |at: usize| article.paragraphs.iter().any(|paragraph| paragraph.span.holds(span.start + at));
    let join = |(at, letter): (usize, char)| if letter == '\n' && is_inside(at) { ' ' } else { letter };
    text.char_indices().map(join).collect()
}

/// "Read aloud: 38 words · 10 seconds (the underlined words; 120 words in all)".
fn reads(card: &Card, article: &Article, body: Span, words_a_minute: u32) -> String {
    let is_pen = |emphasis: Emphasis| matches!(emphasis, Emphasis::Highlighted(_));
    let has_pen = card.markings.iter().any(|marking| is_pen(marking.emphasis));
    let read =
        body_runs(card, body).into_iter().filter(|run| if has_pen { run.marker.is_some() } else { run.is_set_apart() });
    let words = |span: Span| words_in(Span::new(body.start + span.start, body.start + span.end).of(&article.text));
    // Neighbours are one stretch: a word that is set in two ways is one word.
    let mut stretches: Vec<Span> = Vec::new();
    for run in read {
        match stretches.last_mut() {
            Some(last) if last.end == run.span.start => last.end = run.span.end,
            _ => stretches.push(run.span),
        }
    }
    let (count, all) = (stretches.into_iter().map(words).sum::<usize>(), words(Span::new(0, body.len())));
    let which = if has_pen { "the highlighted words" } else { "the underlined words" };
    match count {
        0 => format!("Nothing is underlined yet; all of it: {}", selected_words(all, words_a_minute)),
        count => format!("Read aloud, {which}: {}; {all} words in all", selected_words(count, words_a_minute)),
    }
}

/// The words are the article's own, as a card holds places; whose they are the reading says.
fn check(state: &State, side: Side, card: &Card, article: &Article) -> String {
    if card.cut.span.of(&article.text).is_empty() {
        return "The article has nothing at this place any more.".to_owned();
    }
    let stands = "Word for word as the article has it";
    let Some(compared) = &state.compared else { return format!("{stands}.") };
    let quotations = compared.reading(side).quotations.iter().enumerate();
    let held = quotations.filter(|(_, found)| found.extent().shared_bytes(card.cut.span) * 2 > card.cut.span.len());
    let speaker = held.map(|(index, _)| super::speaker_words(compared, side, index)).next().flatten();
    match speaker.map(|words| words.speaker) {
        None => format!("{stands}."),
        Some(Some(name)) => format!("{stands}; mostly words of {name}, whom the author quotes."),
        Some(None) => format!("{stands}; mostly quoted words, of nobody who is named."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleKey, Marking, Paragraph, Place};

    const TEXT: &str = "The mill stands\non the river.\n\nIt is old.";

    fn article() -> Article {
        let paragraph = |start, end| Paragraph { span: Span::new(start, end), role: None };
        Article { text: TEXT.into(), paragraphs: vec![paragraph(0, 29), paragraph(31, 41)], ..Article::default() }
    }

    fn card(markings: &[(usize, usize, Emphasis)]) -> Card {
        let marking = |(start, end, emphasis): &(usize, usize, Emphasis)| Marking {
            span: Span::new(*start, *end),
            emphasis: *emphasis,
        };
        let cut = Place { article: ArticleKey::of(TEXT), span: Span::new(4, 36) };
        Card { cut, tag: String::new(), markings: markings.iter().map(marking).collect(), shrunk_points: None }
    }

    #[test]
    fn a_line_break_inside_a_paragraph_is_a_space_and_no_byte_moves() {
        let body = joined_lines(&article(), Span::new(0, 41));
        assert_eq!(body, "The mill stands on the river.\n\nIt is old.");
        assert_eq!(body.len(), TEXT.len());
    }

    #[test]
    fn what_is_read_aloud_is_said_and_counted_once() {
        let said = |markings: &[(usize, usize, Emphasis)]| reads(&card(markings), &article(), Span::new(0, 41), 60);
        let under = Emphasis::Underlined;
        assert!(said(&[]).starts_with("Nothing is underlined yet"));
        let two = said(&[(4, 15, under), (9, 15, Emphasis::Emphasised)]);
        assert!(two.starts_with("Read aloud, the underlined words: 2 words"), "{two}");
        let pen = said(&[(4, 15, under), (9, 15, Emphasis::Highlighted(MarkerColour::Green))]);
        assert!(pen.starts_with("Read aloud, the highlighted words: 1 word  ·  5 seconds; 9 words in all"), "{pen}");
    }

    #[test]
    fn runs_cover_the_body_without_gaps() {
        let found = body_runs(&card(&[(4, 15, Emphasis::Underlined), (9, 20, Emphasis::Emphasised)]), Span::new(0, 41));
        let ends: Vec<(usize, usize)> = found.iter().map(|run| (run.span.start, run.span.end)).collect();
        assert_eq!(ends, [(0, 4), (4, 9), (9, 15), (15, 20), (20, 41)]);
        assert!(found[2].underlined && found[2].emphasised && !found[4].is_set_apart());
    }
}
