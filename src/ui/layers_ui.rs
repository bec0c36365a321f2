//! The layers over the list: each kind with its count, to be switched off and on or shown alone; the shortest passage.

use egui::{Align, Align2, CornerRadius, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::fonts::sans;
use super::icons::{focus_ring_ui, kind_mark_ui};
use super::palette::Palette;
use super::slider_ui::{Scale, slider_ui};
use super::tokens::{size, space};
use crate::view::{self, KindCount};
use crate::workspace::{Command, MOST_SHORTEST_WORDS, State};

/// Width of the word that shows a kind alone, in points.
const ALONE: f32 = 34.0;

/// One kind: a click switches it off or on; the word at its right, which comes with the pointer or the keyboard, shows
/// it alone, or all again.
pub fn layer_ui(ui: &Ui, palette: &Palette, cell: Rect, found: KindCount, state: &State, commands: &mut Vec<Command>) {
    let name = view::kind_plural(found.kind);
    let is_on = state.is_on(found.kind);
    let is_alone = state.only() == Some(found.kind);
    let response = ui.interact(cell, ui.scope_id().with(("layer", name)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, format!("{name}, {}", found.count)));
    let alone_place = Rect::from_min_max(pos2(cell.right() - ALONE, cell.top()), cell.max);
    let alone = ui.interact(alone_place, ui.scope_id().with(("alone", name)), Sense::click());
    let alone_name = if is_alone { "Show every kind".to_owned() } else { format!("Show only {}", name.to_lowercase()) };
    alone.widget_info(|| WidgetInfo::labeled(Role::Button, true, &alone_name));
    if alone.clicked() {
        commands.push(Command::ShowOnly((!is_alone).then_some(found.kind)));
    } else if response.clicked() {
        commands.push(Command::ToggleLayer(found.kind));
    }
    let painter = ui.painter();
    let inner = cell.shrink2(vec2(2.0, 1.0));
    let is_near = response.hovered() || alone.hovered() || alone.has_focus();
    if is_near || is_alone {
        painter.rect_filled(inner, CornerRadius::same(space::CORNER), palette.wash(if is_alone { 0.10 } else { 0.05 }));
    }
    focus_ring_ui(painter, palette, inner, &response);
    focus_ring_ui(painter, palette, alone_place.shrink2(vec2(2.0, 3.0)), &alone);
    let mut marked = painter.clone();
    marked.multiply_opacity(if is_on { 1.0 } else { 0.3 });
    kind_mark_ui(&marked, palette, found.kind, pos2(cell.left() + 16.0, cell.center().y));
    let ink = if is_on && found.count > 0 { palette.ink } else { palette.quiet };
    let words = painter.text(pos2(cell.left() + 30.0, cell.center().y), Align2::LEFT_CENTER, name, sans(12.0), ink);
    if !is_on {
        let y = painter.round_to_pixel_center(words.center().y + 1.0);
        painter.hline(words.x_range(), y, Stroke::new(1.0, palette.quiet));
    }
    let (words, font, colour) = match (is_near, is_alone) {
        (true, true) => ("all".to_owned(), sans(size::LABEL), palette.ink),
        (true, false) => ("only".to_owned(), sans(size::LABEL), palette.ink),
        _ => (found.count.to_string(), sans(12.0), palette.quiet),
    };
    painter.text(pos2(cell.right() - 8.0, cell.center().y), Align2::RIGHT_CENTER, words, font, colour);
    let hint = if is_on { "Click to switch these off" } else { "Click to switch these on" };
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(hint);
    alone.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(alone_name);
}

/// Shared words and quotations of fewer words than the slider says are left out.
pub fn shortest_ui(ui: &mut Ui, palette: &Palette, row: Rect, shortest: usize, commands: &mut Vec<Command>) {
    let words = match shortest {
        0 | 1 => "Passages of any length".to_owned(),
        words => format!("Of {words} words or more"),
    };
    let middle = row.center().y;
    ui.painter().text(pos2(row.left(), middle), Align2::LEFT_CENTER, words, sans(size::LABEL), palette.quiet);
    let place = Rect::from_min_max(pos2(row.left() + 156.0, row.top()), row.max);
    let mut child =
        ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center)).id_salt("shortest"));
    let mut value = shortest;
    let scale = Scale { range: 0..=MOST_SHORTEST_WORDS, step: 1.0, usual: None };
    let slider = slider_ui(&mut child, palette, &mut value, &scale, place.width());
    slider.widget_info(|| WidgetInfo::slider(true, value as f64, "Shortest shared passage, in words"));
    if value != shortest {
        commands.push(Command::SetShortest(value));
    }
}
