//! The linked passages of one article, paragraph by paragraph, as they are to be marked.

use crate::model::{Article, Comparison, LinkKind, Reading, Side, SourceSide, Span, Wording};

/// A passage up to so many bytes is underlined whole; a longer one would cover the page with lines.
const SHORT_PASSAGE_BYTES: usize = 80;

/// One link's passage within one paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Index into the comparison's links.
    pub link: usize,
    /// What joins the passages.
    pub kind: LinkKind,
    /// The part of the passage that lies in this paragraph, in bytes of the article.
    pub span: Span,
    /// What is underlined at rest: for a source its names inside the passage, or the nearest one in the paragraph; for a
    /// fact or event the figures or the source in it, for shared words the passage. Empty where nothing so short stands
    /// for the whole.
    pub underlined: Vec<Span>,
    /// Whether the two wordings differ.
    pub is_near: bool,
    /// Whether the passage begins in this paragraph.
    pub is_start: bool,
}

/// The marks of one article.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Marks {
    /// Per paragraph, strongest link first.
    pub by_paragraph: Vec<Vec<Mark>>,
    /// Per link: the paragraph in which its passage begins.
    pub paragraph_of: Vec<usize>,
}

impl Marks {
    /// The marks of that side.
    pub fn new(article: &Article, reading: &Reading, comparison: &Comparison, side: Side) -> Self {
        let mut marks = Marks {
            by_paragraph: vec![Vec::new(); article.paragraphs.len()],
            paragraph_of: Vec::with_capacity(comparison.links.len()),
        };
        for (index, link) in comparison.links.iter().enumerate() {
            let passage = *link.spans.get(side);
            let first = article.paragraph_at(passage.start).unwrap_or(0);
            marks.paragraph_of.push(first);
            for (at, paragraph) in article.paragraphs.iter().enumerate().skip(first) {
                if paragraph.span.start >= passage.end.max(passage.start + 1) {
                    break;
                }
                let span = Span::new(
                    passage.start.clamp(paragraph.span.start, paragraph.span.end),
                    passage.end.clamp(paragraph.span.start, paragraph.span.end),
                );
                if span.is_empty() {
                    continue;
                }
                let underlined = underlined(reading, comparison, index, side, (span, paragraph.span));
                marks.by_paragraph[at].push(Mark {
                    link: index,
                    kind: link.kind,
                    span,
                    underlined,
                    is_near: link.wording.is_some_and(|wording| wording != Wording::Same),
                    is_start: at == first,
                });
            }
        }
        marks
    }

    /// Where a reader who is brought to that link begins: at its passage, or at the name before it that stands for it.
    pub fn landing(&self, link: usize) -> Option<usize> {
        let marks = self.by_paragraph.get(*self.paragraph_of.get(link)?)?;
        let mark = marks.iter().find(|mark| mark.link == link)?;
        mark.underlined.iter().map(|span| span.start).chain([mark.span.start]).min()
    }

    /// The links whose passages hold that byte, the most particular (shortest) first.
    pub fn at(&self, paragraph: usize, byte: usize) -> Vec<usize> {
        let mut found: Vec<&Mark> = self
            .by_paragraph
            .get(paragraph)
            .into_iter()
            .flatten()
            .filter(|mark| mark.kind != LinkKind::Theme)
            .filter(|mark| mark.span.holds(byte) || mark.underlined.iter().any(|span| span.holds(byte)))
            .collect();
        found.sort_by_key(|mark| (mark.span.len(), mark.link));
        found.into_iter().map(|mark| mark.link).collect()
    }
}

/// What is underlined at rest of that link's passage inside `within`, which lies in that paragraph.
fn underlined(
    reading: &Reading,
    comparison: &Comparison,
    link: usize,
    side: Side,
    (within, paragraph): (Span, Span),
) -> Vec<Span> {
    let Some(link) = comparison.links.get(link) else { return Vec::new() };
    let inside = |spans: &[Span]| spans.iter().copied().filter(|span| within.contains(*span)).collect::<Vec<_>>();
    let source = link.source.and_then(|index| comparison.sources.get(index));
    let mentions = source.map_or_else(Vec::new, |source| named(reading, source.sides.get(side), within));
    match link.kind {
        LinkKind::Text | LinkKind::Quotation | LinkKind::Drawn => vec![within],
        LinkKind::Source => {
            let name = source.and_then(|source| nearest_name(reading, source.sides.get(side), within, paragraph));
            name.map_or(mentions, |name| vec![name])
        }
        LinkKind::Theme => Vec::new(),
        LinkKind::Event | LinkKind::Fact if within.len() <= SHORT_PASSAGE_BYTES => vec![within],
        LinkKind::Event | LinkKind::Fact if !mentions.is_empty() => mentions,
        LinkKind::Event | LinkKind::Fact => {
            let figures: Vec<Span> = reading.figures.iter().map(|figure| figure.span).collect();
            inside(&figures)
        }
    }
}

/// The names that an article has for a source.
fn names<'a>(reading: &'a Reading, source: &'a SourceSide) -> impl Iterator<Item = Span> + 'a {
    let referents = source.referents.iter().filter_map(|index| reading.referents.get(*index));
    referents.flat_map(|referent| &referent.names).copied()
}

/// Where the passage has no name of the source ("he", "the mayor"), the last one before it in its paragraph, else the
/// first one behind it: what a reader looks for.
fn nearest_name(reading: &Reading, source: &SourceSide, within: Span, paragraph: Span) -> Option<Span> {
    let all = || names(reading, source).filter(|name| paragraph.contains(*name));
    if all().any(|name| within.overlaps(name)) {
        return None;
    }
    let before = all().filter(|name| name.end <= within.start).max_by_key(|name| name.start);
    before.or_else(|| all().filter(|name| name.start >= within.end).min_by_key(|name| name.start))
}

/// The names of a source in the passage; where it has none there, what else means it (an office, a pronoun).
fn named(reading: &Reading, source: &SourceSide, within: Span) -> Vec<Span> {
    let names: Vec<Span> = names(reading, source).filter(|name| within.contains(*name)).collect();
    if !names.is_empty() {
        return names;
    }
    source.mentions.iter().copied().filter(|mention| within.contains(*mention)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Link, Paragraph, Referent, Sides, Source, SourceKind};

    fn article() -> Article {
        let paragraph = |start, end| Paragraph { span: Span::new(start, end), role: None };
        Article {
            text: "One two three.\n\nFour five six.".into(),
            paragraphs: vec![paragraph(0, 14), paragraph(16, 30)],
            ..Article::default()
        }
    }

    fn comparison(spans: &[(usize, usize)]) -> Comparison {
        let link = |(start, end): &(usize, usize)| {
            Link::new(LinkKind::Text, Sides::new(Span::new(*start, *end), Span::new(0, 3)))
        };
        Comparison { links: spans.iter().map(link).collect(), ..Comparison::default() }
    }

    #[test]
    fn a_passage_over_two_paragraphs_is_marked_in_both() {
        let marks = Marks::new(&article(), &Reading::default(), &comparison(&[(8, 20)]), Side::Left);
        assert_eq!(marks.by_paragraph[0][0].span, Span::new(8, 14));
        assert_eq!(marks.by_paragraph[1][0].span, Span::new(16, 20));
        assert!(marks.by_paragraph[0][0].is_start && !marks.by_paragraph[1][0].is_start);
    }

    #[test]
    fn the_most_particular_link_comes_first() {
        let marks = Marks::new(&article(), &Reading::default(), &comparison(&[(0, 14), (4, 7)]), Side::Left);
        assert_eq!(marks.at(0, 5), [1, 0]);
        assert_eq!(marks.at(0, 1), [0]);
        assert!(marks.at(1, 17).is_empty());
    }

    #[test]
    fn a_source_is_marked_by_its_name_where_the_passage_has_only_a_pronoun() {
        let text = "Okafor came late. She said nothing of it. Rook did, and Okafor nodded.\n\nShe left.";
        let span = |words: &str| {
            let start = text.find(words).unwrap_or_default();
            Span::new(start, start + words.len())
        };
        let names = text.match_indices("Okafor").map(|(at, name)| Span::new(at, at + name.len())).collect();
        let (name, kind) = ("Okafor".to_owned(), SourceKind::Person);
        let referent = Referent { name: name.clone(), kind, mentions: Vec::new(), names, introductions: Vec::new() };
        let reading = Reading { referents: vec![referent], ..Reading::default() };
        let pronouns = text.match_indices("She").map(|(at, word)| Span::new(at, at + word.len())).collect();
        let own = SourceSide { referents: vec![0], mentions: pronouns, ..SourceSide::default() };
        let underlined = |passage: &str, paragraph: Span| {
            let sides = Sides::new(own.clone(), SourceSide::default());
            let sources = vec![Source { name: name.clone(), kind, sides, confidence: 1.0, why: String::new() }];
            let link =
                Link { source: Some(0), ..Link::new(LinkKind::Source, Sides::new(span(passage), Span::new(0, 1))) };
            let comparison = Comparison { sources, links: vec![link], ..Comparison::default() };
            let spans = underlined(&reading, &comparison, 0, Side::Left, (span(passage), paragraph));
            spans.iter().map(|span| (span.start, span.of(text))).collect::<Vec<_>>()
        };
        let (first, second) = (Span::new(0, 70), span("She left."));
        assert_eq!(underlined("She said nothing of it.", first), [(0, "Okafor")], "the name before it");
        assert_eq!(underlined("Okafor nodded", first), [(56, "Okafor")], "its own name");
        assert_eq!(underlined("She left.", second), [(second.start, "She")], "no name stands there");
    }

    #[test]
    fn a_span_that_does_not_fit_the_text_is_left_out() {
        let marks = Marks::new(&article(), &Reading::default(), &comparison(&[(900, 950)]), Side::Left);
        assert!(marks.by_paragraph.iter().all(Vec::is_empty));
    }
}
