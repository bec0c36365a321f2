//! What a reader makes that has an identity: notes, highlights, links, names of themes, cards.

use serde::{Deserialize, Serialize};

use super::{Card, MarkerColour};
use crate::model::{ArticleKey, Link, LinkKind, Place, Side, Sides, Span};

/// The identity of an item, for as long as the work lasts; never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ItemId(pub u64);

/// One of the things that a reader makes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// Words of the reader's own.
    Note(Note),
    /// Words of the article that the reader marked.
    Highlight(Highlight),
    /// Two passages that the reader joined.
    Drawn(Drawn),
    /// A link of the program's that the reader does not accept.
    Struck(LinkRef),
    /// A name for a theme.
    ThemeName(ThemeName),
    /// A debate card.
    Card(Card),
}

impl Item {
    /// The articles that it is about.
    pub fn articles(&self) -> Vec<ArticleKey> {
        match self {
            Item::Note(Note { on: NoteOn::Passage(place), .. }) => vec![place.article],
            Item::Note(Note { on: NoteOn::Link(link), .. }) | Item::Struck(link) => link.articles(),
            Item::Highlight(highlight) => vec![highlight.place.article],
            Item::Drawn(drawn) => drawn.places.iter().map(|place| place.article).collect(),
            Item::ThemeName(named) => named.theme.articles.to_vec(),
            Item::Card(card) => vec![card.cut.article],
        }
    }
}

/// Words of the reader's own on a passage or on a link.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Note {
    /// What it is on.
    pub on: NoteOn,
    /// The reader's words, as typed.
    pub text: String,
}

/// What a note is on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteOn {
    /// A passage of one article.
    Passage(Place),
    /// A link.
    Link(LinkRef),
}

/// A link, in terms that outlive a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LinkRef {
    /// What joins the passages.
    pub kind: LinkKind,
    /// The passages: one of each article, in whatever order the articles stood.
    pub places: [Place; 2],
}

impl LinkRef {
    /// Its articles.
    pub fn articles(&self) -> Vec<ArticleKey> {
        self.places.iter().map(|place| place.article).collect()
    }

    /// Where its passages are in these articles; none where it is of others.
    pub fn spans(&self, articles: Sides<ArticleKey>) -> Option<Sides<Span>> {
        spans_of(&self.places, articles)
    }

    /// Whether it means that link between these articles: one of its kind, and most of it at the same places, as another
    /// way of finding may move its ends a little.
    pub fn means(&self, link: &Link, articles: Sides<ArticleKey>) -> bool {
        let is_there =
            |spans: Sides<Span>| Side::BOTH.iter().all(|side| is_mostly(*link.spans.get(*side), *spans.get(*side)));
        self.kind == link.kind && self.spans(articles).is_some_and(is_there)
    }
}

fn is_mostly(one: Span, other: Span) -> bool {
    2 * one.shared_bytes(other) > one.len().max(other.len())
}

/// Where two places are in these articles, in whatever order they stand; none where one is of another article.
fn spans_of([one, other]: &[Place; 2], articles: Sides<ArticleKey>) -> Option<Sides<Span>> {
    let stand = |left: &Place, right: &Place| left.article == articles.left && right.article == articles.right;
    if stand(one, other) {
        return Some(Sides::new(one.span, other.span));
    }
    stand(other, one).then(|| Sides::new(other.span, one.span))
}

/// Words that the reader marked.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Highlight {
    /// Which.
    pub place: Place,
    /// In what colour.
    pub colour: MarkerColour,
}

/// Two passages that the reader joined.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Drawn {
    /// The passages: one of each article, in whatever order the articles stood.
    pub places: [Place; 2],
    /// Why, in the reader's words; may be empty.
    pub label: String,
}

impl Drawn {
    /// Where its passages are in these articles; none where it is of others.
    pub fn spans(&self, articles: Sides<ArticleKey>) -> Option<Sides<Span>> {
        spans_of(&self.places, articles)
    }
}

/// A theme, in terms that outlive a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ThemeRef {
    /// The two articles, in order of their keys.
    pub articles: [ArticleKey; 2],
    /// What the program called it.
    pub label: String,
}

impl ThemeRef {
    /// The theme that the program called so, of these two in either order.
    pub fn new(mut articles: [ArticleKey; 2], label: &str) -> Self {
        articles.sort();
        Self { articles, label: label.to_owned() }
    }
}

/// A name of the reader's own for a theme.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ThemeName {
    /// Which.
    pub theme: ThemeRef,
    /// Its name.
    pub name: String,
}
