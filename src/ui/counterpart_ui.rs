//! The drawer under the one column of a narrow window: its head says what joins the two passages, who speaks and why;
//! below it the other article stands at the counterpart, as in a column of its own.

use egui::{
    Align, Button, CornerRadius, Layout, Rect, RichText, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::fonts::{sans, sans_strong};
use super::icons::{Icon, icon_button_ui, kind_mark_ui};
use super::palette::Palette;
use super::tokens::{size, space};
use super::words_ui::{LINE, few_lines, one_line};
use crate::model::Side;
use crate::view;
use crate::workspace::{Command, State};

/// How high its head is, in points.
pub const HEAD: f32 = 74.0;
/// How far its shadow reaches over the column above it, in points.
const SHADOW: f32 = 24.0;
/// Width of the buttons in it, in points.
const BUTTONS: f32 = 128.0;

/// Paints the ground of the drawer, before the words on it.
pub fn ground_ui(ui: &Ui, palette: &Palette, drawer: Rect) {
    // What lies below it must not feel the pointer.
    ui.interact(drawer, ui.scope_id().with("counterpart"), Sense::CLICK | Sense::DRAG);
    ui.painter().rect_filled(drawer, CornerRadius::ZERO, palette.desk);
}

/// Paints its head.
pub fn head_ui(ui: &mut Ui, palette: &Palette, state: &State, side: Side, drawer: Rect, commands: &mut Vec<Command>) {
    let head = Rect::from_min_size(drawer.min, vec2(drawer.width(), HEAD));
    let painter = ui.painter().clone();
    let above = Rect::from_min_max(pos2(drawer.left(), drawer.top() - SHADOW), drawer.right_top());
    let shadow = ui.visuals().popup_shadow.as_shape(drawer, CornerRadius::ZERO);
    painter.with_clip_rect(above).add(shadow);
    painter.rect_filled(head, CornerRadius::ZERO, palette.desk);
    for y in [head.top(), head.bottom()] {
        let line = painter.round_to_pixel_center(y);
        painter.hline(head.x_range(), line, Stroke::new(palette.line(1.0), palette.hairline));
    }
    let said = view::counterpart(state, side);
    let mut left = head.left() + space::LARGE;
    let top = head.top() + space::SMALL;
    if let Some(kind) = said.kind {
        kind_mark_ui(&painter, palette, kind, pos2(left + 8.0, top + LINE / 2.0));
        left += 26.0;
    }
    let right = head.right() - BUTTONS - space::LARGE;
    let place = painter.layout_no_wrap(format!("On the {}", side.name()), sans(size::LABEL), palette.quiet);
    let room = (right - left - place.rect.width() - space::SMALL).max(40.0);
    let title = one_line(ui, &said.title, sans_strong(size::PANEL), room);
    let beside = pos2(left + title.rect.width() + space::SMALL, top + (LINE - place.rect.height()) / 2.0);
    painter.galley(pos2(left, top), title, palette.ink);
    painter.galley(beside, place, palette.quiet);
    let width = head.right() - left - space::LARGE;
    let mut y = top + LINE + 2.0;
    let whys = if said.who.is_some() { 1 } else { 2 };
    // Both lines may run under the buttons: these stand beside the title alone.
    if let Some(who) = &said.who {
        painter.galley(pos2(left, y), one_line(ui, who, sans(size::PANEL), width), palette.ink);
        y += LINE;
    }
    painter.galley(pos2(left, y), few_lines(ui, &said.why, sans(size::PANEL), width, whys), palette.quiet);
    let response = ui.interact(head, ui.scope_id().with("counterpart head"), Sense::hover());
    let words = [Some(said.title), Some(format!("on the {}", side.name())), said.who, Some(said.why)];
    let spoken: Vec<String> = words.into_iter().flatten().filter(|words| !words.is_empty()).collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, format!("Counterpart: {}", spoken.join(". "))));
    buttons_ui(ui, side, palette, head, commands);
}

fn buttons_ui(ui: &mut Ui, side: Side, palette: &Palette, head: Rect, commands: &mut Vec<Command>) {
    let place = Rect::from_min_max(
        pos2(head.right() - BUTTONS - space::SMALL, head.top() + 4.0),
        pos2(head.right() - space::SMALL, head.top() + 32.0),
    );
    let mut row = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::right_to_left(Align::Center)));
    row.spacing_mut().item_spacing.x = space::HAIR;
    if icon_button_ui(&mut row, palette, Icon::Close, "Close the counterpart (Esc)").clicked() {
        commands.push(Command::CloseCounterpart);
    }
    let words = RichText::new("Go there").font(sans(size::PANEL));
    let button = row.add(Button::new(words).min_size(vec2(84.0, 26.0)));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Go there, to the {} article", side.name())));
    if button.clicked() {
        commands.push(Command::TurnTo(side));
    }
}
