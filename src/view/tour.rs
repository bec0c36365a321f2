//! What the tour tells, step by step.

use crate::workspace::{Action, Pane};

/// One card of the tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TourStep {
    /// Its heading.
    pub title: &'static str,
    /// What it tells, in a sentence or two.
    pub words: &'static str,
    /// What is done to show it.
    pub shows: Option<Action>,
}

/// The cards, in order.
pub const TOUR: [TourStep; 5] = [
    TourStep {
        title: "Two articles, side by side",
        words: "Bands join what they share: a source quoted in both, the same words, one event told twice.",
        shows: None,
    },
    TourStep {
        title: "N goes to the next thing shared",
        words: "Both passages come to one height, and the pane says in plain words why they are linked.",
        shows: Some(Action::NextLink),
    },
    TourStep {
        title: "Rest on a quotation",
        words: "A card says who said it, why Diptych thinks so and how sure it is. Say so where it is wrong: all is \
                counted again at once, and everything can be undone.",
        shows: Some(Action::Show(Pane::Sources)),
    },
    TourStep {
        title: "R reads one theme through",
        words: "Left and right in turn. The themes are what both are about, and what only one of them is.",
        shows: Some(Action::Show(Pane::Themes)),
    },
    TourStep {
        title: "Your own articles",
        words: "Ctrl+O opens one on the left, Ctrl+Shift+O on the right; or drop files, or paste text. Press ? for \
                every key.",
        shows: Some(Action::Show(Pane::Overview)),
    },
];
