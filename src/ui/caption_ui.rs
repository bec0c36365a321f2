//! The presenter's caption under the columns: what the class is looking at, in large type.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::fonts::{Face, sans, serif};
use super::icons::scaled_kind_mark_ui;
use super::palette::Palette;
use super::tokens::space;
use crate::view;
use crate::workspace::State;

/// How high it is at the usual scale, in points.
pub const HEIGHT: f32 = 96.0;

/// Paints it.
pub fn caption_ui(ui: &Ui, palette: &Palette, state: &State, rect: Rect) {
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::ZERO, palette.desk);
    let line = painter.round_to_pixel_center(rect.top());
    painter.hline(rect.x_range(), line, Stroke::new(palette.line(1.0), palette.hairline));
    let (kind, title, detail) = view::caption(state);
    let scale = rect.height() / HEIGHT;
    let left = rect.left() + space::WIDE * scale;
    let words = left + space::WIDE * scale;
    let room = rect.right() - space::WIDE * scale - words;
    if let Some(kind) = kind {
        scaled_kind_mark_ui(painter, palette, kind, pos2(left + 8.0 * scale, rect.top() + 32.0 * scale), 1.3 * scale);
    }
    let lines =
        [(&title, serif(Face::SemiBold, 27.0 * scale), palette.ink), (&detail, sans(20.0 * scale), palette.quiet)];
    let mut free = room;
    for ((line, font, colour), middle) in lines.into_iter().zip([32.0, 68.0]) {
        let mut job = egui::text::LayoutJob::simple_singleline(line.clone(), font, colour);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let galley = painter.layout_job(job);
        free = free.min(room - galley.rect.width());
        painter.galley(pos2(words, rect.top() + middle * scale - galley.rect.height() / 2.0), galley, colour);
    }
    // How to go on is said where the words leave room for it.
    let hint = painter.layout_no_wrap(view::PRESENTING.to_owned(), sans(15.0 * scale), palette.quiet);
    if kind.is_some() && free > hint.rect.width() + space::WIDE * scale {
        let corner = pos2(words + room, rect.center().y) - vec2(hint.rect.width(), hint.rect.height() / 2.0);
        painter.galley(corner, hint, palette.quiet);
    }
    let place = Rect::from_min_size(pos2(words, rect.top() + 8.0), vec2(room, rect.height() - 16.0));
    let response = ui.interact(place, ui.scope_id().with("caption"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, format!("{title}. {detail}")));
}
