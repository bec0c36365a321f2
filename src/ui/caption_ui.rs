//! The presenter's caption under the columns: what the class is looking at, in large type.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::fonts::{Face, sans, serif};
use super::icons::kind_mark_ui;
use super::palette::Palette;
use super::tokens::space;
use crate::view;
use crate::workspace::State;

/// How high it is at the usual scale, in points.
pub const HEIGHT: f32 = 76.0;

/// Paints it.
pub fn caption_ui(ui: &Ui, palette: &Palette, state: &State, rect: Rect) {
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::ZERO, palette.desk);
    let line = painter.round_to_pixel_center(rect.top());
    painter.hline(rect.x_range(), line, Stroke::new(palette.line(1.0), palette.hairline));
    let (kind, title, detail) = view::caption(state);
    let scale = rect.height() / HEIGHT;
    let left = rect.left() + space::WIDE;
    let mut room = rect.width() - 2.0 * space::WIDE - 40.0;
    if kind.is_some() {
        let hint = painter.layout_no_wrap(view::PRESENTING.to_owned(), sans(12.0 * scale), palette.quiet);
        room = (room - hint.rect.width() - space::WIDE).max(room / 2.0);
        let at = pos2(rect.right() - space::WIDE - hint.rect.width(), rect.center().y - hint.rect.height() / 2.0);
        if at.x > left + 32.0 + room {
            painter.galley(at, hint, palette.quiet);
        }
    }
    if let Some(kind) = kind {
        kind_mark_ui(painter, palette, kind, pos2(left + 10.0, rect.top() + 25.0 * scale));
    }
    let words = left + 32.0;
    let lines =
        [(&title, serif(Face::SemiBold, 22.0 * scale), palette.ink), (&detail, sans(16.0 * scale), palette.quiet)];
    for ((line, font, colour), middle) in lines.into_iter().zip([26.0, 54.0]) {
        let mut job = egui::text::LayoutJob::simple_singleline(line.clone(), font, colour);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let galley = painter.layout_job(job);
        painter.galley(pos2(words, rect.top() + middle * scale - galley.rect.height() / 2.0), galley, colour);
    }
    let place = Rect::from_min_size(pos2(words, rect.top() + 8.0), vec2(room, rect.height() - 16.0));
    let response = ui.interact(place, ui.scope_id().with("caption"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, format!("{title}. {detail}")));
}
