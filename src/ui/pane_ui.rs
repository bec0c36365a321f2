//! What the panes beside the columns have in common: their ground, their silence, the headings of their groups, their
//! bars.

use egui::epaint::RectShape;
use egui::{
    Align2, Color32, CornerRadius, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::fonts::{sans, sans_strong};
use super::icons::focus_ring_ui;
use super::palette::Palette;
use super::tokens::size;
use crate::model::{Side, Sides};

/// Left and right of what stands in a pane, in points.
pub const MARGIN: f32 = 20.0;
/// Height of a group's heading, in points.
const HEADING: f32 = 34.0;
/// Height of a bar, in points.
const BAR: f32 = 5.0;
/// Room for a number beside a bar, in points.
const NUMBER: f32 = 34.0;

/// The desk, and the line to the columns.
pub fn ground_ui(ui: &Ui, palette: &Palette) {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, CornerRadius::ZERO, palette.desk);
    let edge = ui.painter().round_to_pixel_center(rect.left());
    ui.painter().vline(edge, rect.y_range(), Stroke::new(palette.line(1.0), palette.hairline));
}

/// A line from edge to edge.
pub fn rule_ui(ui: &Ui, palette: &Palette, y: f32) {
    let y = ui.painter().round_to_pixel_center(y);
    ui.painter().hline(ui.max_rect().x_range(), y, Stroke::new(palette.line(1.0), palette.hairline));
}

/// What a pane says that has nothing to show.
pub fn silence_ui(ui: &Ui, palette: &Palette, top: f32, words: &str) {
    let rect = ui.max_rect();
    let room = rect.width() - 2.0 * MARGIN;
    let galley = ui.painter().layout(words.to_owned(), sans(size::PANEL), palette.quiet, room);
    let place = Rect::from_min_size(pos2(rect.left() + MARGIN, top), vec2(room, galley.rect.height()));
    ui.painter().galley(place.min, galley, palette.quiet);
    let response = ui.interact(place, ui.scope_id().with("silence"), Sense::hover());
    if !words.is_empty() {
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    }
}

/// The heading of a group with what it counts; `name` is for the screen reader.
pub fn heading_ui(ui: &mut Ui, palette: &Palette, label: &str, count: &str, name: &str) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEADING));
    let response = ui.interact(rect, ui.scope_id().with(("group", label)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    let baseline = pos2(rect.left() + MARGIN, rect.bottom() - 8.0);
    let painter = ui.painter();
    let end = painter.text(baseline, Align2::LEFT_BOTTOM, label, sans_strong(12.0), palette.ink);
    let beside = pos2(end.right() + 6.0, baseline.y);
    painter.text(beside, Align2::LEFT_BOTTOM, count, sans(12.0), palette.quiet);
}

/// The ground of a row: a wash under the pointer, a ring where the keyboard is.
pub fn row_ground_ui(ui: &Ui, palette: &Palette, rect: Rect, response: &Response, washed: bool) {
    let card = rect.shrink2(vec2(8.0, 1.0));
    if washed {
        ui.painter().rect_filled(card, CornerRadius::same(6), palette.wash(0.05));
    }
    focus_ring_ui(ui.painter(), palette, card, response);
    into_view(ui, rect, response);
}

/// The keyboard brings what it comes to into view.
pub fn into_view(ui: &Ui, rect: Rect, response: &Response) {
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
}

/// The ground of the row that is chosen: paper, and a bar in its colour at the left edge, `inset` from its ends.
pub fn chosen_ground_ui(ui: &Ui, palette: &Palette, rect: Rect, hue: Color32, inset: f32) {
    ui.painter().add(chosen_ground(palette, rect));
    chosen_bar_ui(ui, rect, hue, inset);
}

/// The paper under what is chosen.
pub fn chosen_ground(palette: &Palette, rect: Rect) -> Shape {
    let line = Stroke::new(palette.line(1.0), palette.hairline);
    let card = rect.shrink2(vec2(8.0, 1.0));
    RectShape::new(card, CornerRadius::same(6), palette.paper, line, StrokeKind::Inside).into()
}

/// The bar at its left edge.
pub fn chosen_bar_ui(ui: &Ui, rect: Rect, hue: Color32, inset: f32) {
    let card = rect.shrink2(vec2(8.0, 1.0));
    let bar = Rect::from_min_max(card.min + vec2(0.0, inset), pos2(card.left() + 3.0, card.bottom() - inset));
    ui.painter().rect_filled(bar, CornerRadius::same(2), hue);
}

/// One article's part in a pair of bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// How much of the bar is filled, 0 to 1.
    pub share: f32,
    /// The number at its end.
    pub words: String,
}

/// Two bars from the middle outwards: the left article's to the left, the right one's to the right. A side without one
/// stays empty.
pub fn bars_ui(ui: &Ui, palette: &Palette, hue: Color32, rect: Rect, bars: &Sides<Option<Bar>>) {
    let painter = ui.painter();
    let middle = painter.round_to_pixel_center(rect.center().x);
    let length = rect.width() / 2.0 - NUMBER;
    for side in Side::BOTH {
        let Some(own) = bars.get(side) else { continue };
        let outwards = if side == Side::Left { -1.0 } else { 1.0 };
        let bar = |length: f32| {
            let (from, to) = (middle + outwards, middle + outwards * (1.0 + length));
            Rect::from_x_y_ranges(
                from.min(to)..=from.max(to),
                rect.center().y - BAR / 2.0..=rect.center().y + BAR / 2.0,
            )
        };
        if own.share > 0.0 {
            painter.rect_filled(bar((length * own.share).max(2.0)), CornerRadius::same(2), hue);
        }
        let (x, align) = match side {
            Side::Left => (rect.left(), Align2::LEFT_CENTER),
            Side::Right => (rect.right(), Align2::RIGHT_CENTER),
        };
        let colour = if own.share > 0.0 { palette.ink } else { palette.quiet };
        painter.text(pos2(x, rect.center().y), align, &own.words, sans(size::LABEL), colour);
    }
    painter.vline(middle, rect.y_range(), Stroke::new(1.0, palette.quiet.gamma_multiply(0.6)));
}
