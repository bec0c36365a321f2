//! Tabs: over the faces of the side pane, and over the pages of a sheet.

use std::sync::Arc;

use egui::{CornerRadius, Galley, Pos2, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::fonts::sans_strong;
use super::icons::focus_ring_ui;
use super::landmark::landmark;
use super::palette::Palette;
use super::pane_ui::MARGIN;
use super::tokens::{size, space};
use crate::workspace::{Command, Pane};

/// How high the row of tabs is, in points.
pub const HEIGHT: f32 = 44.0;
/// How high it is in a sheet, in points.
const SHEET_HEIGHT: f32 = 34.0;
/// Between two tabs, where there is room for it, and at least, in points.
const BETWEEN: f32 = 16.0;
const LEAST_BETWEEN: f32 = 8.0;
/// Left and right of a tab's words, in points.
const PADDING: f32 = 6.0;

/// Paints the tabs over a pane. Returns the height where they end.
pub fn tabs_ui(ui: &mut Ui, palette: &Palette, open: Pane, commands: &mut Vec<Command>) -> f32 {
    let rect = ui.max_rect();
    let bottom = rect.top() + HEIGHT;
    let rule = ui.painter().round_to_pixel_center(bottom);
    ui.painter().hline(rect.x_range(), rule, Stroke::new(palette.line(1.0), palette.hairline));
    let row = Rect::from_min_max(rect.min, pos2(rect.right(), bottom));
    let ui = ui.new_child(UiBuilder::new().max_rect(row).id_salt("tabs"));
    landmark(&ui, Role::TabList, || "What stands beside the columns".to_owned());
    // Five words stand in the narrowest pane too, a little smaller and nearer to each other.
    let room = rect.width() - MARGIN - space::MEDIUM;
    let laid = |points: f32| {
        let lay = |pane: Pane| ui.painter().layout_no_wrap(pane.label().to_owned(), sans_strong(points), palette.ink);
        let words = Pane::ALL.map(lay);
        let between = (room - words.iter().map(|words| words.rect.width()).sum::<f32>()) / (words.len() - 1) as f32;
        (words, between)
    };
    let (words, between) = match laid(size::TAB) {
        (words, between) if between >= LEAST_BETWEEN => (words, between.min(BETWEEN)),
        _ => {
            let (words, between) = laid(size::LABEL);
            (words, between.clamp(LEAST_BETWEEN / 2.0, BETWEEN))
        }
    };
    let mut x = rect.left() + MARGIN;
    for (pane, words) in Pane::ALL.into_iter().zip(words) {
        let left_top = pos2(x, rect.top() + space::SMALL);
        let out = between.min(space::MEDIUM) / 2.0;
        let width = words.rect.width();
        let response = tab_ui(&ui, palette, (pane.label(), words), pane == open, left_top, (bottom, out));
        if response.clicked() {
            commands.push(Command::ShowPane(pane));
        }
        x += width + between;
    }
    bottom
}

/// Tabs over the pages of a sheet; says which one was asked for.
pub fn sheet_tabs_ui<P: Copy + PartialEq>(ui: &mut Ui, palette: &Palette, pages: &[(P, &str)], open: P) -> Option<P> {
    let (_, row) = ui.allocate_space(vec2(ui.available_width(), SHEET_HEIGHT));
    let rule = ui.painter().round_to_pixel_center(row.bottom());
    ui.painter().hline(row.x_range(), rule, Stroke::new(palette.line(1.0), palette.hairline));
    let (mut x, mut asked) = (row.left(), None);
    for (page, label) in pages {
        let words = ui.painter().layout_no_wrap((*label).to_owned(), sans_strong(size::TAB), palette.ink);
        let width = words.rect.width();
        let left_top = pos2(x, row.top());
        let response = tab_ui(ui, palette, (label, words), *page == open, left_top, (row.bottom(), PADDING));
        if response.clicked() {
            asked = Some(*page);
        }
        x += width + BETWEEN;
    }
    asked
}

/// One tab whose words begin at `left_top`, underlined at its lower edge where it is open; it reaches so far out of them.
fn tab_ui(
    ui: &Ui,
    palette: &Palette,
    (label, words): (&str, Arc<Galley>),
    is_open: bool,
    left_top: Pos2,
    (bottom, out): (f32, f32),
) -> Response {
    let colour = if is_open { palette.ink } else { palette.quiet };
    let (x, width) = (left_top.x, words.rect.width());
    let tab = Rect::from_min_max(pos2(x - out, left_top.y), pos2(x + width + out, bottom));
    let response = ui.interact(tab, ui.scope_id().with(("tab", label)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_open, label));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_open));
    let painter = ui.painter();
    if response.hovered() && !is_open {
        painter.rect_filled(tab.shrink2(vec2(0.0, 4.0)), CornerRadius::same(space::CORNER), palette.wash(0.05));
    }
    focus_ring_ui(painter, palette, tab.shrink2(vec2(0.0, 4.0)), &response);
    let at = pos2(x, tab.center().y - words.rect.height() / 2.0);
    painter.galley_with_override_text_color(at, words, colour);
    if is_open {
        let line = Rect::from_min_max(pos2(x, bottom - 1.5), pos2(x + width, bottom + 0.5));
        painter.rect_filled(line, CornerRadius::ZERO, palette.ink);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
