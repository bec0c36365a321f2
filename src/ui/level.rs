//! Columns that scroll together: where the other one stands when one of them moves.

use std::sync::Arc;

use super::column::Column;
use super::panes::Panes;
use crate::model::{LinkKind, Side, Sides};
use crate::view;
use crate::workspace::{Compared, Scrolling, State};

/// What keeps level while the columns scroll together, kept until the comparison or the layers change.
#[derive(Debug, Default)]
pub struct Anchors {
    of: Option<Arc<Compared>>,
    hidden: Vec<LinkKind>,
    places: Vec<Sides<usize>>,
}

impl Anchors {
    /// The places of what is compared now.
    pub fn of(&mut self, state: &State, compared: &Arc<Compared>) -> &[Sides<usize>] {
        let is_same = self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, compared));
        if !is_same || self.hidden != state.settings.hidden {
            self.places = view::anchors(compared, &state.hidden());
            self.of = Some(Arc::clone(compared));
            self.hidden.clone_from(&state.settings.hidden);
        }
        &self.places
    }
}

/// The offset of the other column, in points, when that side stands where it does.
pub fn followed(
    columns: &Sides<Column>,
    panes: &Panes,
    moved: Side,
    scrolling: Scrolling,
    anchors: &[Sides<usize>],
) -> Option<f32> {
    let (leader, follower) = (columns.get(moved), columns.get(moved.other()));
    match scrolling {
        Scrolling::Alone => None,
        Scrolling::Proportional => {
            let share = leader.offset / leader.last_page(panes.places.get(moved)).max(1.0);
            Some(share.clamp(0.0, 1.0) * follower.last_page(panes.places.get(moved.other())))
        }
        Scrolling::Aligned => {
            let y = leader.offset + panes.landings.get(moved);
            let place =
                |at: &Sides<usize>| Some((leader.y_of(*at.get(moved))?, follower.y_of(*at.get(moved.other()))?));
            let mut levels: Vec<(f32, f32)> = vec![(0.0, 0.0)];
            levels.extend(anchors.iter().filter_map(place));
            levels.push((leader.page_height(), follower.page_height()));
            let after = levels.partition_point(|(own, _)| *own <= y).clamp(1, levels.len() - 1);
            let ((from, other_from), (to, other_to)) = (levels[after - 1], levels[after]);
            let share = ((y - from) / (to - from).max(1.0)).clamp(0.0, 1.0);
            Some(other_from + (other_to - other_from) * share - panes.landings.get(moved.other()))
        }
    }
}
