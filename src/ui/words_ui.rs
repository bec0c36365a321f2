//! Words of the panels, laid out: on one line, on a few, or with some of them marked.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, FontId, Galley, Rect, Stroke, Ui, pos2};

use super::palette::Palette;
use super::tokens::space;
use crate::model::Sides;

/// Line height of the panels' words, in points.
pub const LINE: f32 = 18.0;

/// On one line, cut with "…".
pub fn one_line(ui: &Ui, words: &str, font: FontId, room: f32) -> Arc<Galley> {
    few_lines(ui, words, font, room, 1)
}

/// On so many lines at most, cut with "…".
pub fn few_lines(ui: &Ui, words: &str, font: FontId, room: f32, lines: usize) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(
        words.replace('\n', " "),
        TextFormat {
            font_id: font,
            line_height: Some(LINE),
            valign: Align::Center,
            color: Color32::PLACEHOLDER,
            ..TextFormat::default()
        },
    );
    job.wrap = TextWrapping { max_width: room, max_rows: lines, break_anywhere: lines == 1, ..TextWrapping::default() };
    job.round_output_to_gui = false;
    ui.painter().layout_job(job)
}

/// The titles of two articles on one line, a hairline between them.
pub fn pair_titles_ui(ui: &Ui, palette: &Palette, titles: Sides<&str>, place: Rect, font: &FontId) {
    let half = (place.width() - 2.0 * space::MEDIUM) / 2.0;
    for (title, x) in [(titles.left, place.left()), (titles.right, place.right() - half)] {
        let galley = one_line(ui, title, font.clone(), half);
        ui.painter().galley(pos2(x, place.center().y - galley.rect.height() / 2.0), galley, palette.ink);
    }
    let x = ui.painter().round_to_pixel_center(place.center().x);
    ui.painter().vline(x, place.shrink(8.0).y_range(), Stroke::new(palette.line(1.0), palette.hairline));
}
