//! One column in a narrow window: which article it shows, and whether the counterpart lies in the drawer under it.

use super::{Job, State};
use crate::model::{Side, Sides, Span};

/// What a window shows that has no room for two columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OneColumn {
    /// Whether the window is that narrow; kept by the window.
    pub is_shown: bool,
    /// The article that the reader turned to last: the one that the column shows.
    pub facing: Side,
    /// Whether the other article stands in the drawer, at the counterpart.
    pub counterpart_open: bool,
}

impl Default for OneColumn {
    fn default() -> Self {
        Self { is_shown: false, facing: Side::Left, counterpart_open: false }
    }
}

impl State {
    /// Turns to that article. Where it lay open in the drawer at a counterpart, it keeps that place.
    pub(super) fn turn_to(&mut self, side: Side) -> Vec<Job> {
        if self.one_column.facing == side {
            return Vec::new();
        }
        let spans = self.destination.spans;
        let at_counterpart = self.one_column.is_shown
            && self.one_column.counterpart_open
            && spans.get(side).is_some()
            && (self.current.is_some() || self.passage.is_some());
        if at_counterpart {
            self.leap();
            self.head_for(spans);
        }
        self.one_column.facing = side;
        self.one_column.counterpart_open = false;
        Vec::new()
    }

    /// The columns are on their way to these passages: a passage that stands in one article alone turns the column
    /// over to it, one with a counterpart opens the drawer.
    pub(super) fn face_passages(&mut self, spans: Sides<Option<Span>>) {
        let only = match (spans.left, spans.right) {
            (Some(_), None) => Some(Side::Left),
            (None, Some(_)) => Some(Side::Right),
            _ => None,
        };
        self.one_column.facing = only.unwrap_or(self.one_column.facing);
        self.one_column.counterpart_open = spans.left.is_some() && spans.right.is_some();
        if self.one_column.is_shown {
            // The pane lies over the column: who asked for a passage wants to see it.
            self.drawer_open = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn narrow() -> State {
        State { one_column: OneColumn { is_shown: true, ..OneColumn::default() }, ..State::default() }
    }

    #[test]
    fn what_stands_on_the_hidden_side_alone_turns_the_column_over() {
        let mut state = narrow();
        state.visit(Sides::new(None, Some(Span::new(5, 9))));
        assert_eq!(state.one_column.facing, Side::Right);
        assert!(!state.one_column.counterpart_open);
    }

    #[test]
    fn what_stands_in_both_opens_the_drawer_and_closes_the_pane() {
        let mut state = State { drawer_open: true, ..narrow() };
        state.visit(Sides::new(Some(Span::new(1, 2)), Some(Span::new(5, 9))));
        assert_eq!(state.one_column.facing, Side::Left);
        assert!(state.one_column.counterpart_open && !state.drawer_open);
        state.turn_to(Side::Right);
        assert_eq!(state.one_column.facing, Side::Right);
        assert!(!state.one_column.counterpart_open);
    }

    #[test]
    fn back_turns_the_column_back_over() {
        let mut state = narrow();
        state.visit(Sides::new(Some(Span::new(1, 2)), None));
        state.visit(Sides::new(None, Some(Span::new(5, 9))));
        assert_eq!(state.one_column.facing, Side::Right);
        state.travel(false);
        assert_eq!(state.one_column.facing, Side::Left);
    }
}
