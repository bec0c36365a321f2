//! What lies over the foot of the desk, one above the other: how much is selected, a theme that is read, what was told.

use egui::{Rect, Ui, pos2};

use super::Room;
use crate::ui::palette::Palette;
use crate::ui::panes::Panes;
use crate::ui::selected_ui;
use crate::ui::together_ui::{self, together_ui};
use crate::ui::told_ui::told_ui;
use crate::workspace::{Command, State};

/// Paints the line of the theme and what was told, clear of each other and of the counts of words in the columns.
pub(super) fn foot_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    room: &mut Room,
    panes: &Panes,
    commands: &mut Vec<Command>,
) {
    let selected = room.selected();
    let is_selected = selected.left.is_some() || selected.right.is_some();
    let mut desk = if is_selected { above(panes.desk, selected_ui::HEIGHT) } else { panes.desk };
    if !state.presenting && panes.bar.is_none() {
        together_ui(ui, palette, state, desk, commands);
        if state.together.is_some() {
            desk = above(desk, together_ui::HEIGHT);
        }
    }
    told_ui(ui, palette, state.told.as_ref(), &mut room.telling, desk, commands);
}

/// The desk without so many points at its foot.
fn above(desk: Rect, points: f32) -> Rect {
    Rect::from_min_max(desk.min, pos2(desk.right(), desk.bottom() - points))
}
