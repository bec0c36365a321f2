//! Which links stand out: the current one, the one under the pointer, the rest.

use super::palette::Palette;
use crate::model::{Side, Span};

/// What the reader looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Light<'a> {
    /// The current link.
    pub current: Option<usize>,
    /// The link under the pointer or the keyboard.
    pub pointed: Option<usize>,
    /// Per link whether it is not marked.
    pub hidden: &'a [bool],
    /// The theme under the pointer, or open in its pane: an index into the comparison's themes.
    pub theme: Option<usize>,
    /// While a theme is read from passage to passage: the one whose turn it is.
    pub turn: Option<(Side, Span)>,
    /// Whether nothing but themes is marked.
    pub themes_alone: bool,
}

/// How much a link stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Its layer is off, or it is too short.
    Hidden,
    /// Another link is current.
    Dimmed,
    /// Nobody looks at it or at another.
    Rest,
    /// Under the pointer.
    Pointed,
    /// Current.
    Current,
}

impl Light<'_> {
    /// How much that link stands out.
    pub fn on(self, link: usize) -> Strength {
        if self.current == Some(link) {
            Strength::Current
        } else if self.pointed == Some(link) {
            Strength::Pointed
        } else if self.hidden.get(link).copied().unwrap_or(false) {
            Strength::Hidden
        } else if self.current.is_some() {
            Strength::Dimmed
        } else {
            Strength::Rest
        }
    }
}

impl Strength {
    /// Opacity of its lines, 0 to 1. With high contrast nothing is pale.
    pub fn line(self, palette: &Palette) -> f32 {
        match self {
            Strength::Hidden => 0.0,
            Strength::Dimmed if palette.contrast => 0.75,
            Strength::Dimmed => 0.3,
            Strength::Rest if palette.contrast => 1.0,
            Strength::Rest => 0.72,
            Strength::Pointed | Strength::Current => 1.0,
        }
    }

    /// Opacity of its tint, 0 to 1.
    pub fn tint(self) -> f32 {
        match self {
            Strength::Pointed => 0.75,
            Strength::Current => 1.0,
            _ => 0.0,
        }
    }

    /// Whether the reader looks at it.
    pub fn is_lit(self) -> bool {
        self >= Strength::Pointed
    }
}
