//! While a file is dragged over the window: where it would go.

use egui::{Align2, Color32, CornerRadius, Rect, Stroke, StrokeKind, Ui};

use super::fonts::{Face, serif};
use super::palette::Palette;
use super::panes::Panes;
use super::tokens::space;
use crate::model::Side;

/// Paints it over both sheets, if a file is being dragged.
pub fn drop_ui(ui: &Ui, palette: &Palette, panes: &Panes) {
    let files = ui.input(|input| input.raw.hovered_files.len());
    if files == 0 {
        return;
    }
    let veil = Color32::from_rgba_unmultiplied(palette.paper.r(), palette.paper.g(), palette.paper.b(), 225);
    for side in Side::BOTH {
        let (left, right) = match (panes.facing, side) {
            (None, _) => *panes.sheets.get(side),
            (Some(_), Side::Left) => (panes.desk.left(), panes.desk.center().x),
            (Some(_), Side::Right) => (panes.desk.center().x, panes.desk.right()),
        };
        let sheet = Rect::from_x_y_ranges(left..=right, panes.desk.y_range()).shrink(space::MEDIUM);
        let frame = Stroke::new(2.0, palette.focus);
        ui.painter().rect(sheet, CornerRadius::same(8), veil, frame, StrokeKind::Inside);
        let words = if files == 1 {
            format!("Drop to read it on the {}", side.name())
        } else {
            "Drop both to read them side by side".to_owned()
        };
        ui.painter().text(sheet.center(), Align2::CENTER_CENTER, words, serif(Face::Italic, 19.0), palette.ink);
    }
}
