//! Two passages that belong together, and why.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Sides, Span};

/// Two passages that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What joins them.
    pub kind: LinkKind,
    /// The passages.
    pub spans: Sides<Span>,
    /// 0 to 1: how much a reader gains from seeing it.
    pub score: f32,
    /// A name for it in a list.
    pub label: String,
    /// Why, in a plain sentence that the reader can check in the text; without the [`details`](Self::details).
    pub why: String,
    /// Index into [`Comparison::sources`](super::Comparison::sources).
    pub source: Option<usize>,
    /// Index into [`Comparison::themes`](super::Comparison::themes).
    pub theme: Option<usize>,
    /// Of linked quotations and shared words: how the two wordings stand to each other.
    pub wording: Option<Wording>,
    /// Of events and facts: how the two tellings stand to each other.
    pub relation: Option<Relation>,
    /// Of events and facts: what each article says where they differ, in its own words.
    pub details: Vec<Sides<String>>,
}

impl Link {
    /// Two passages joined by that kind of thing, and nothing said of them yet.
    pub fn new(kind: LinkKind, spans: Sides<Span>) -> Self {
        Self {
            kind,
            spans,
            score: 0.0,
            label: String::new(),
            why: String::new(),
            source: None,
            theme: None,
            wording: None,
            relation: None,
            details: Vec::new(),
        }
    }

    /// The reason with what each article says where they differ: "Both tell of an arrest; the left says “last month”,
    /// the right “last week”".
    pub fn whole_reason(&self) -> Cow<'_, str> {
        if self.details.is_empty() {
            return Cow::Borrowed(&self.why);
        }
        let details =
            self.details.iter().map(|said| format!("; the left says “{}”, the right “{}”", said.left, said.right));
        Cow::Owned(std::iter::once(self.why.clone()).chain(details).collect())
    }
}

/// How two tellings of one event, or two figures or findings on one point, stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Both say the same.
    Same,
    /// Two figures, perhaps of other things.
    DifferentFigure,
    /// They differ in some detail.
    DifferentDetail,
}

/// What joins two passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The same or nearly the same running words.
    Text,
    /// One utterance quoted in both.
    Quotation,
    /// Both quote or cite one source.
    Source,
    /// One happening told in both.
    Event,
    /// The same figure, statute, programme or finding, or two on one point.
    Fact,
    /// Two paragraphs about the same thing.
    Theme,
    /// The reader joined them.
    Drawn,
}

impl LinkKind {
    /// All kinds that the program finds, in the order that lists show them.
    pub const ALL: [LinkKind; 6] =
        [LinkKind::Quotation, LinkKind::Text, LinkKind::Source, LinkKind::Event, LinkKind::Fact, LinkKind::Theme];

    /// Those, and the reader's own: what can be shown or left out.
    pub const LAYERS: [LinkKind; 7] = [
        LinkKind::Quotation,
        LinkKind::Text,
        LinkKind::Source,
        LinkKind::Event,
        LinkKind::Fact,
        LinkKind::Theme,
        LinkKind::Drawn,
    ];

    /// The name in the public format.
    pub fn name(self) -> &'static str {
        match self {
            LinkKind::Text => "text",
            LinkKind::Quotation => "quotation",
            LinkKind::Source => "source",
            LinkKind::Event => "event",
            LinkKind::Fact => "fact",
            LinkKind::Theme => "theme",
            LinkKind::Drawn => "drawn",
        }
    }
}

/// How two wordings stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// Word for word, marks and case aside.
    Same,
    /// One leaves words out.
    Elided,
    /// One puts words in brackets.
    Bracketed,
    /// Words differ.
    Altered,
    /// Another utterance.
    Different,
}
