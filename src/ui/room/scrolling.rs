//! Wheel and keys: which column they move, and how the other one follows.

use egui::{Key, Rect, Ui};

use super::Room;
use crate::model::Side;
use crate::ui::level;
use crate::ui::panes::Panes;
use crate::workspace::{Action, Command, Scrolling, State};

/// How far an arrow key scrolls, in points.
const ARROW_STEP: f32 = 54.0;
/// How much of the column a page key scrolls.
const PAGE_SHARE: f32 = 0.85;

/// Wheel and keys. The wheel moves the column under the pointer, the keys it or, away from both, both. Says which
/// column was moved alone.
pub(super) fn scroll(
    ui: &Ui,
    state: &State,
    room: &mut Room,
    panes: &Panes,
    commands: &mut Vec<Command>,
) -> Option<Side> {
    if state.sheet.is_some() || egui::Popup::is_any_open(ui.ctx()) {
        return None;
    }
    let pointer = ui.input(|input| input.pointer.hover_pos());
    if pointer.is_some_and(|at| panes.drawer.is_some_and(|drawer| drawer.contains(at))) {
        return None;
    }
    let under = Side::BOTH.into_iter().find(|side| {
        let (left, right) = *panes.sheets.get(*side);
        let Some(rows) = panes.area(*side) else { return false };
        let area = Rect::from_x_y_ranges(left - 24.0..=right + 24.0, rows.y_range());
        pointer.is_some_and(|at| area.contains(at))
    });
    let before = Side::BOTH.map(|side| room.columns.get(side).offset);
    if let Some(side) = under {
        if room.keyboard_column(ui).is_none() {
            room.active = side;
        }
        let wheel = ui.input(|input| input.smooth_scroll_delta().y);
        if wheel.abs() > 0.0 {
            room.columns.get_mut(side).scroll_by(-wheel, panes.places.get(side));
        }
    }
    if state.presenting {
        step_on_space(ui, state, commands);
    }
    let stands_on = room.keyboard_column(ui);
    let by_keys = keys(ui, state, panes.desk.height(), stands_on.is_some());
    if by_keys.abs() > 0.0 {
        // Columns that scroll together follow one of them.
        let alone = state.settings.scrolling == Scrolling::Alone;
        let led = stands_on.or(under).or((!alone || panes.facing.is_some()).then_some(room.active));
        for side in Side::BOTH {
            if led.is_none_or(|led| led == side) {
                room.columns.get_mut(side).scroll_by(by_keys, panes.places.get(side));
            }
        }
    }
    let moved = Side::BOTH
        .into_iter()
        .zip(before)
        .filter(|(side, before)| (room.columns.get(*side).offset - before).abs() > 0.01);
    let moved: Vec<Side> = moved.map(|(side, _)| side).collect();
    if !moved.is_empty() {
        room.landed = None;
    }
    if let [side] = moved[..] { Some(side) } else { None }
}

/// Before a class Space steps on: through the theme that is read, else through the links.
fn step_on_space(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    let (on, back) = match state.together {
        Some(_) => (Action::ReadOn, Action::ReadBack),
        None => (Action::NextLink, Action::PreviousLink),
    };
    let (space, shift) = ui.input(|input| (input.key_pressed(Key::Space), input.modifiers.shift));
    if space {
        commands.push(Command::Do(if shift { back } else { on }));
    }
}

/// Where the columns scroll together, brings the other one after the one that was moved.
pub(super) fn keep_level(state: &State, room: &mut Room, panes: &Panes, moved: Option<Side>) {
    let scrolling = state.settings.scrolling;
    let moved = moved.or_else(|| Side::BOTH.into_iter().find(|side| room.columns.get_mut(*side).took_strip()));
    if moved.is_some() {
        room.landed = None;
    }
    let (Some(moved), Some(compared)) = (moved, &state.compared) else { return };
    if scrolling == Scrolling::Alone {
        return;
    }
    let anchors = room.anchors.of(state, compared);
    if let Some(offset) = level::followed(&room.columns, panes, moved, scrolling, anchors) {
        room.columns.get_mut(moved.other()).stand_at(offset, panes.places.get(moved.other()));
    }
}

/// How far the keys of this frame scroll, in points.
fn keys(ui: &Ui, state: &State, height: f32, on_column: bool) -> f32 {
    if !on_column && ui.memory(|memory| memory.focused().is_some()) {
        return 0.0;
    }
    let page = height * PAGE_SHARE;
    let steps = [
        (Key::ArrowDown, ARROW_STEP),
        (Key::ArrowUp, -ARROW_STEP),
        (Key::PageDown, page),
        (Key::PageUp, -page),
        (Key::Space, if state.presenting { 0.0 } else { page }),
    ];
    ui.input(|input| steps.iter().filter(|(key, _)| input.key_pressed(*key)).map(|(_, step)| step).sum())
}
