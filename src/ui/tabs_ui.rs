//! The two faces of the side pane: everything shared, and the sources.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::fonts::{sans, sans_strong};
use super::icons::focus_ring_ui;
use super::tokens::{Palette, size, space};
use crate::workspace::{Command, Compared, Pane};

/// How high the row of tabs is, in points.
pub const HEIGHT: f32 = 44.0;

/// Paints the tabs over a pane. Returns the height where they end.
pub fn tabs_ui(ui: &Ui, palette: &Palette, compared: &Compared, open: Pane, commands: &mut Vec<Command>) -> f32 {
    let rect = ui.max_rect();
    let bottom = rect.top() + HEIGHT;
    let rule = ui.painter().round_to_pixel_center(bottom);
    ui.painter().hline(rect.x_range(), rule, Stroke::new(1.0, palette.hairline));
    let mut x = rect.left() + 20.0;
    let (links, sources) = (compared.comparison.links.len(), compared.comparison.sources.len());
    for (pane, title, count, noun) in
        [(Pane::Shared, "Shared", links, "links"), (Pane::Sources, "Sources", sources, "in all")]
    {
        let is_open = pane == open;
        let colour = if is_open { palette.ink } else { palette.quiet };
        let title_words = ui.painter().layout_no_wrap(title.to_owned(), sans_strong(size::TAB), colour);
        let count_words = ui.painter().layout_no_wrap(count.to_string(), sans(size::LABEL), palette.quiet);
        let width = title_words.rect.width() + 6.0 + count_words.rect.width();
        let tab = Rect::from_min_max(pos2(x - 6.0, rect.top() + space::SMALL), pos2(x + width + 6.0, bottom));
        let response = ui.interact(tab, ui.scope_id().with(("tab", title)), Sense::click());
        let name = format!("{title}, {count} {noun}");
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_open, &name));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_open));
        if response.clicked() {
            commands.push(Command::ShowPane(pane));
        }
        let painter = ui.painter();
        if response.hovered() && !is_open {
            painter.rect_filled(tab.shrink2(vec2(0.0, 4.0)), CornerRadius::same(space::CORNER), palette.wash(0.05));
        }
        focus_ring_ui(painter, palette, tab.shrink2(vec2(0.0, 4.0)), &response);
        let middle = tab.center().y;
        let title_height = title_words.rect.height();
        let number_at =
            pos2(x + title_words.rect.width() + 6.0, middle + title_height / 2.0 - count_words.rect.height() - 1.5);
        painter.galley(pos2(x, middle - title_height / 2.0), title_words, colour);
        painter.galley(number_at, count_words, palette.quiet);
        if is_open {
            let line = Rect::from_min_max(pos2(x, bottom - 1.5), pos2(x + width, bottom + 0.5));
            painter.rect_filled(line, CornerRadius::ZERO, palette.ink);
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand);
        x += width + 24.0;
    }
    bottom
}
