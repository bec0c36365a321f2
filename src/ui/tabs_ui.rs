//! The faces of the side pane: the overview, everything shared, the themes, the sources.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::fonts::sans_strong;
use super::icons::focus_ring_ui;
use super::landmark::landmark;
use super::palette::Palette;
use super::pane_ui::MARGIN;
use super::tokens::{size, space};
use crate::workspace::{Command, Pane};

/// How high the row of tabs is, in points.
pub const HEIGHT: f32 = 44.0;
/// Between two tabs, where there is room for it, and at least, in points.
const BETWEEN: f32 = 16.0;
const LEAST_BETWEEN: f32 = 8.0;

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
        let is_open = pane == open;
        let colour = if is_open { palette.ink } else { palette.quiet };
        let width = words.rect.width();
        let out = between.min(space::MEDIUM) / 2.0;
        let tab = Rect::from_min_max(pos2(x - out, rect.top() + space::SMALL), pos2(x + width + out, bottom));
        let response = ui.interact(tab, ui.scope_id().with(("tab", pane)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_open, pane.label()));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_open));
        if response.clicked() {
            commands.push(Command::ShowPane(pane));
        }
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
        response.on_hover_cursor(egui::CursorIcon::PointingHand);
        x += width + between;
    }
    bottom
}
