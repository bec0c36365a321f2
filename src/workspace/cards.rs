//! A card put in shape: words underlined, emphasised, marked with a pen, the rest made small.

use super::{Job, State};
use crate::model::{Article, Card, Edit, Emphasis, Item, ItemId, Marking, Span};

/// The sizes that the words of a card take that are not set apart, in points, one after the other; none is the size of
/// the rest.
const SHRUNK: [Option<u8>; 6] = [None, Some(8), Some(7), Some(6), Some(5), Some(4)];

impl Card {
    /// The full paragraphs that it shows: from the first byte of the first to the last of the last.
    pub fn body(&self, article: &Article) -> Span {
        let touched =
            article.paragraphs.iter().map(|paragraph| paragraph.span).filter(|span| span.overlaps(self.cut.span));
        touched.reduce(Span::cover).unwrap_or(self.cut.span)
    }

    /// With these words set apart so; where all of them are already, they are no more. A word has one pen's colour.
    #[must_use]
    pub fn toggled(&self, span: Span, emphasis: Emphasis) -> Self {
        let is_set = self.is_set(span, emphasis);
        let mut card = self.clone();
        let is_pen = |emphasis: Emphasis| matches!(emphasis, Emphasis::Highlighted(_));
        let goes = |other: Emphasis| other == emphasis || is_pen(other) && is_pen(emphasis);
        card.take_off(span, goes);
        if !is_set {
            card.markings.push(Marking { span, emphasis });
        }
        card.put_in_order();
        card
    }

    /// With nothing of these words set apart.
    #[must_use]
    pub fn plain(&self, span: Span) -> Self {
        let mut card = self.clone();
        card.take_off(span, |_| true);
        card.put_in_order();
        card
    }

    /// With the words that are not set apart in the next smaller size, and after the smallest in the usual one.
    #[must_use]
    pub fn shrunk(&self) -> Self {
        let at = SHRUNK.iter().position(|size| *size == self.shrunk_points).unwrap_or(0);
        Self { shrunk_points: SHRUNK[(at + 1) % SHRUNK.len()], ..self.clone() }
    }

    /// Whether all of these words are set apart so.
    pub fn is_set(&self, span: Span, emphasis: Emphasis) -> bool {
        let alike = self.markings.iter().filter(|marking| marking.emphasis == emphasis);
        !span.is_empty() && alike.map(|marking| marking.span.shared_bytes(span)).sum::<usize>() >= span.len()
    }

    fn take_off(&mut self, span: Span, goes: impl Fn(Emphasis) -> bool) {
        let parts = |marking: Marking| {
            let rest = if goes(marking.emphasis) && marking.span.overlaps(span) {
                [Span::new(marking.span.start, span.start), Span::new(span.end, marking.span.end)]
            } else {
                [marking.span, Span::new(marking.span.end, marking.span.end)]
            };
            rest.into_iter().filter(|part| !part.is_empty()).map(move |span| Marking { span, ..marking })
        };
        self.markings = std::mem::take(&mut self.markings).into_iter().flat_map(parts).collect();
    }

    /// In order of place, neighbours of one sort as one.
    fn put_in_order(&mut self) {
        self.markings.sort_by_key(|marking| (marking.emphasis, marking.span));
        let mut joined: Vec<Marking> = Vec::with_capacity(self.markings.len());
        for marking in std::mem::take(&mut self.markings) {
            match joined.last_mut() {
                Some(last) if last.emphasis == marking.emphasis && marking.span.start <= last.span.end => {
                    last.span = last.span.cover(marking.span);
                }
                _ => joined.push(marking),
            }
        }
        joined.sort_by_key(|marking| (marking.span, marking.emphasis));
        self.markings = joined;
    }
}

impl State {
    /// Puts a card down as it is now, where anything of it changed.
    pub(super) fn set_card(&mut self, item: ItemId, card: Card) -> Vec<Job> {
        let card = Item::Card(card);
        match self.work().item(item) {
            Some(known @ Item::Card(_)) if *known != card => self.edit(Edit::Put(item, card)),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleKey, MarkerColour, Paragraph, Place};

    fn card(markings: &[(usize, usize, Emphasis)]) -> Card {
        let marking = |(start, end, emphasis): &(usize, usize, Emphasis)| Marking {
            span: Span::new(*start, *end),
            emphasis: *emphasis,
        };
        let cut = Place { article: ArticleKey::of("mill"), span: Span::new(10, 40) };
        Card { cut, tag: String::new(), markings: markings.iter().map(marking).collect(), shrunk_points: None }
    }

    fn shape(card: &Card) -> Vec<(usize, usize, Emphasis)> {
        card.markings.iter().map(|marking| (marking.span.start, marking.span.end, marking.emphasis)).collect()
    }

    #[test]
    fn words_are_underlined_and_plain_again() {
        use Emphasis::Underlined;
        let one = card(&[(10, 20, Underlined)]);
        assert_eq!(shape(&one.toggled(Span::new(20, 25), Underlined)), [(10, 25, Underlined)]);
        assert_eq!(shape(&one.toggled(Span::new(12, 15), Underlined)), [(10, 12, Underlined), (15, 20, Underlined)]);
        assert_eq!(shape(&one.toggled(Span::new(15, 30), Underlined)), [(10, 30, Underlined)], "the rest follows");
        let twice = one.toggled(Span::new(12, 15), Underlined).toggled(Span::new(12, 15), Underlined);
        assert_eq!(shape(&twice), shape(&one));
    }

    #[test]
    fn an_emphasis_lies_inside_an_underline_and_a_pen_covers_another() {
        let yellow = Emphasis::Highlighted(MarkerColour::Yellow);
        let green = Emphasis::Highlighted(MarkerColour::Green);
        let card = card(&[(10, 40, Emphasis::Underlined)]).toggled(Span::new(12, 18), Emphasis::Emphasised);
        assert_eq!(shape(&card), [(10, 40, Emphasis::Underlined), (12, 18, Emphasis::Emphasised)]);
        let marked = card.toggled(Span::new(20, 30), yellow).toggled(Span::new(25, 35), green);
        assert!(marked.is_set(Span::new(20, 25), yellow) && marked.is_set(Span::new(25, 35), green));
        assert!(!marked.is_set(Span::new(20, 30), yellow));
        assert_eq!(shape(&marked.plain(Span::new(0, 50))), []);
    }

    #[test]
    fn the_rest_is_made_small_step_by_step_and_is_as_it_was() {
        let mut card = card(&[]);
        let mut sizes = Vec::new();
        for _ in 0..6 {
            card = card.shrunk();
            sizes.push(card.shrunk_points.unwrap_or(11));
        }
        assert_eq!(sizes, [8, 7, 6, 5, 4, 11]);
    }

    #[test]
    fn the_body_is_every_paragraph_that_the_cut_touches() {
        let paragraph = |start, end| Paragraph { span: Span::new(start, end), role: None };
        let article =
            Article { paragraphs: vec![paragraph(0, 8), paragraph(9, 20), paragraph(22, 50)], ..Article::default() };
        assert_eq!(card(&[]).body(&article), Span::new(9, 50));
    }
}
