//! A box to check, with an outline that is seen in every theme.

use egui::{Response, Stroke, Ui};

use super::palette::Palette;

/// Paints it with what it stands for.
pub fn check_box_ui(ui: &mut Ui, palette: &Palette, is_on: &mut bool, words: &str) -> Response {
    ui.scope(|ui| {
        let edge = Stroke::new(palette.line(1.0), palette.outline());
        let widgets = &mut ui.visuals_mut().widgets;
        for state in [&mut widgets.inactive, &mut widgets.hovered] {
            state.bg_stroke = edge;
        }
        ui.checkbox(is_on, words)
    })
    .inner
}
