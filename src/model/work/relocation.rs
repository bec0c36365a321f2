//! Putting what a reader did elsewhere: into an article that was edited, or inside its bounds.

use super::{Card, Drawn, Edit, Highlight, Item, LinkRef, Marking, Note, NoteOn, ThemeName, ThemeRef};
use crate::model::{ArticleKey, Correction, Place, Said, SourceRef, Span};

/// Where things go.
pub trait Relocation {
    /// The article that takes the place of that one; the same one where it stays.
    fn article(&self, article: ArticleKey) -> ArticleKey;

    /// Where a span of that (old) article is now, in the article that takes its place; none where it is nowhere.
    fn span(&self, article: ArticleKey, span: Span) -> Option<Span>;

    /// The same of a place.
    fn place(&self, place: Place) -> Option<Place> {
        Some(Place { article: self.article(place.article), span: self.span(place.article, place.span)? })
    }
}

impl Edit {
    /// The same edit there; none where something that it points at is nowhere. Markings of a card whose words are
    /// gone go with them.
    pub fn relocated(&self, to: &impl Relocation) -> Option<Edit> {
        let all = |articles: &[ArticleKey]| articles.iter().map(|article| to.article(*article)).collect();
        Some(match self {
            Edit::Correct(correction) => Edit::Correct(corrected(correction, to)?),
            Edit::Put(id, item) => Edit::Put(*id, item_there(item, to)?),
            Edit::Remove { item, of } => Edit::Remove { item: *item, of: all(of) },
            Edit::Move { item, before, of } => Edit::Move { item: *item, before: *before, of: all(of) },
        })
    }

    /// How many markings of cards it has.
    pub fn markings(&self) -> usize {
        if let Edit::Put(_, Item::Card(card)) = self { card.markings.len() } else { 0 }
    }
}

fn corrected(correction: &Correction, to: &impl Relocation) -> Option<Correction> {
    Some(match correction {
        Correction::Speaker { quotation, said } => {
            let said = match said {
                Said::By(source) => Said::By(source_there(source, to)?),
                Said::ByNobody => Said::ByNobody,
                Said::AsRead => Said::AsRead,
            };
            Correction::Speaker { quotation: to.place(*quotation)?, said }
        }
        Correction::Merge { kept, other } => {
            Correction::Merge { kept: source_there(kept, to)?, other: source_there(other, to)? }
        }
        Correction::Apart { one, other } => {
            Correction::Apart { one: source_there(one, to)?, other: source_there(other, to)? }
        }
        Correction::Describe { article, field, value } => {
            Correction::Describe { article: to.article(*article), field: *field, value: value.clone() }
        }
        Correction::TakeOut { mention } => Correction::TakeOut { mention: to.place(*mention)? },
    })
}

fn source_there(source: &SourceRef, to: &impl Relocation) -> Option<SourceRef> {
    let mention = match source.mention {
        Some(mention) => Some(to.span(source.article, mention)?),
        None => None,
    };
    Some(SourceRef { article: to.article(source.article), mention, name: source.name.clone() })
}

fn item_there(item: &Item, to: &impl Relocation) -> Option<Item> {
    Some(match item {
        Item::Note(note) => {
            let on = match &note.on {
                NoteOn::Passage(place) => NoteOn::Passage(to.place(*place)?),
                NoteOn::Link(link) => NoteOn::Link(link_there(link, to)?),
            };
            Item::Note(Note { on, text: note.text.clone() })
        }
        Item::Highlight(one) => Item::Highlight(Highlight { place: to.place(one.place)?, colour: one.colour }),
        Item::Drawn(drawn) => {
            Item::Drawn(Drawn { places: places_there(drawn.places, to)?, label: drawn.label.clone() })
        }
        Item::Struck(link) => Item::Struck(link_there(link, to)?),
        Item::ThemeName(named) => {
            let theme = ThemeRef::new(named.theme.articles.map(|article| to.article(article)), &named.theme.label);
            Item::ThemeName(ThemeName { theme, name: named.name.clone() })
        }
        Item::Card(card) => Item::Card(card_there(card, to)?),
    })
}

fn link_there(link: &LinkRef, to: &impl Relocation) -> Option<LinkRef> {
    Some(LinkRef { kind: link.kind, places: places_there(link.places, to)? })
}

fn places_there([one, other]: [Place; 2], to: &impl Relocation) -> Option<[Place; 2]> {
    Some([to.place(one)?, to.place(other)?])
}

fn card_there(card: &Card, to: &impl Relocation) -> Option<Card> {
    let there = |marking: &Marking| {
        to.span(card.cut.article, marking.span).map(|span| Marking { span, emphasis: marking.emphasis })
    };
    Some(Card {
        cut: to.place(card.cut)?,
        tag: card.tag.clone(),
        markings: card.markings.iter().filter_map(there).collect(),
        shrunk_points: card.shrunk_points,
    })
}
