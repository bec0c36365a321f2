//! Between the columns: the ribbons under the pointer, and the divider.

use egui::{CursorIcon, EventFilter, Key, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::model::Side;
use crate::ui::gutter_ui::{Ribbon, ribbon_at};
use crate::ui::icons;
use crate::ui::light::Light;
use crate::ui::palette::Palette;
use crate::ui::panes::Panes;
use crate::workspace::{Action, Command};

/// The ribbon under the pointer, in the gutter or in the margins beside it. Beside the ribbons the gutter is the divider:
/// dragging it gives room from one column to the other, a double click makes both alike.
pub(super) fn gutter(
    ui: &Ui,
    palette: &Palette,
    panes: &Panes,
    joined: &[Ribbon],
    light: Light<'_>,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let (left, right) = panes.ribbon_edges();
    let place = Rect::from_x_y_ranges(left + 6.0..=right - 6.0, panes.desk.y_range());
    let response = ui.interact(place, ui.scope_id().with("ribbons"), Sense::click_and_drag());
    let share = f64::from(panes.split_at(place.center().x) * 100.0).round();
    response.widget_info(|| WidgetInfo {
        value: Some(share),
        ..WidgetInfo::labeled(Role::Splitter, true, "Divider between the columns")
    });
    divide_by_keys(ui, palette, place, &response, commands);
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        let moved = response.drag_delta().x.abs() > 0.0;
        let share = response.interact_pointer_pos().filter(|_| moved).map(|at| panes.split_at(at.x));
        commands.extend(share.map(Command::SetSplit));
        return None;
    }
    let link = response.hover_pos().and_then(|at| ribbon_at(joined, at));
    if response.double_clicked() && link.is_none() {
        commands.push(Command::Do(Action::EvenColumns));
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(if link.is_some() { CursorIcon::PointingHand } else { CursorIcon::ResizeHorizontal });
    }
    let link = link?;
    if response.clicked() && light.current != Some(link) {
        commands.push(Command::GoTo(link));
    }
    Some(link)
}

/// With the keyboard on the divider, its arrows move it.
fn divide_by_keys(ui: &Ui, palette: &Palette, place: Rect, response: &Response, commands: &mut Vec<Command>) {
    if !response.has_focus() {
        return;
    }
    let keeps = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keeps));
    for (key, wider) in [(Key::ArrowRight, Side::Left), (Key::ArrowLeft, Side::Right)] {
        if ui.input(|input| input.key_pressed(key)) {
            commands.push(Command::Do(Action::Widen(wider)));
        }
    }
    icons::focus_ring_ui(ui.painter(), palette, place.shrink2(vec2(8.0, 2.0)), response);
}
