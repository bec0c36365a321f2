//! Words of the panels, laid out: on one line, on a few, or with some of them marked.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, FontId, Galley, Ui};

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
