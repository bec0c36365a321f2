//! A debate card: a claim, where its evidence is from, and the evidence in full paragraphs.

use serde::{Deserialize, Serialize};

use crate::model::{Place, Span};

/// A debate card. It holds no words of the article: its body is the full paragraphs that `cut` touches.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Card {
    /// What the reader selected.
    pub cut: Place,
    /// The claim, in the reader's words; empty until it is typed.
    pub tag: String,
    /// How words of the body are set, each style in order of place; a style may lie inside another.
    pub markings: Vec<Marking>,
    /// The size of the words that are not underlined, in points, 4 to 11; none for the size of the rest.
    pub shrunk_points: Option<u8>,
}

/// A run of the body that the reader set apart: bytes of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Marking {
    /// Its words.
    pub span: Span,
    /// How.
    pub emphasis: Emphasis,
}

/// How words of a card are set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Emphasis {
    /// Read aloud.
    Underlined,
    /// Said with weight.
    Emphasised,
    /// Marked with a pen of that colour.
    Highlighted(MarkerColour),
}

/// The colours of a marker pen, as word processors name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkerColour {
    /// Yellow.
    #[default]
    Yellow,
    /// Light blue.
    Cyan,
    /// Light green.
    Green,
}

impl MarkerColour {
    /// All, in order.
    pub const ALL: [MarkerColour; 3] = [MarkerColour::Yellow, MarkerColour::Cyan, MarkerColour::Green];

    /// The name that word processors and readers know.
    pub fn name(self) -> &'static str {
        match self {
            MarkerColour::Yellow => "yellow",
            MarkerColour::Cyan => "cyan",
            MarkerColour::Green => "green",
        }
    }
}
