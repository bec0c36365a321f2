//! What lies over the columns while they are empty or on their way, and what went wrong.

use egui::{Rect, Ui, pos2};

use super::Room;
use crate::model::Side;
use crate::ui::palette::Palette;
use crate::ui::panes::Panes;
use crate::ui::tokens::{motion, space};
use crate::ui::{empty_ui, notice_ui, progress_ui};
use crate::workspace::{Command, State};

/// Empty columns and messages.
pub(super) fn over_columns_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    panes: &Panes,
    waits: bool,
    commands: &mut Vec<Command>,
) {
    if waits {
        progress_ui::progress_ui(
            ui,
            palette,
            state,
            Rect::from_x_y_ranges(ui.max_rect().x_range(), panes.desk.y_range()),
        );
    }
    for side in panes.on_the_desk() {
        let column = state.columns.get(side);
        let (left, right) = *panes.sheets.get(side);
        let sheet = Rect::from_min_max(pos2(left, panes.desk.top() + space::MEDIUM), pos2(right, panes.desk.bottom()));
        if column.awaited.is_some() && column.being_read.is_none() && waits {
            empty_ui::reading_ui(ui, palette, side, sheet, column.opened.is_some());
        } else if column.opened.is_none() && column.awaited.is_none() {
            empty_ui::empty_ui(ui, palette, side, sheet, commands);
        }
    }
    notices_ui(ui, palette, state, panes, commands);
}

pub(super) fn notices_ui(ui: &mut Ui, palette: &Palette, state: &State, panes: &Panes, commands: &mut Vec<Command>) {
    for side in Side::BOTH {
        let (left, right) = *panes.sheets.get(side);
        let sheet = Rect::from_min_max(pos2(left, panes.desk.top() + space::MEDIUM), pos2(right, panes.desk.bottom()));
        if let Some((sentence, mended)) = state.columns.get(side).message() {
            notice_ui::notice_ui(ui, palette, side, sentence, mended, sheet, commands);
        }
    }
}

/// Whether work has gone on long enough to say so.
pub(super) fn is_waiting(ui: &Ui, state: &State, room: &mut Room) -> bool {
    if !state.is_busy() {
        room.busy_since = None;
        return false;
    }
    let now = ui.input(|input| input.time);
    let waited = now - *room.busy_since.get_or_insert(now);
    if waited < motion::BUSY_DELAY {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(motion::BUSY_DELAY - waited + 0.01));
    }
    waited >= motion::BUSY_DELAY
}
