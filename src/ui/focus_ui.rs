//! What keeps the eye on a line: the focus line, which dims all but the lines being read, and the presenter's pointer.

use egui::{CornerRadius, Painter, Rect, Stroke, Ui};

use super::palette::Palette;
use super::panes::Panes;
use super::tokens::motion;
use crate::model::{LinkKind, Side};

/// How many lines stay clear.
const LINES: f32 = 3.0;
/// How much of the paper lies over the others, 0 to 1.
const VEIL: f32 = 0.74;

/// Dims all but the lines under the pointer; where it is not over a column, those a third down.
pub fn focus_line_ui(ui: &Ui, palette: &Palette, panes: &Panes) {
    let painter = ui.painter();
    let line = panes.places.left.typesetting.line_height();
    let middle = pointer_y(ui, panes).unwrap_or(panes.desk.top() + panes.desk.height() * motion::LANDING);
    let clear = middle - line * LINES / 2.0..=middle + line * LINES / 2.0;
    for side in panes.on_the_desk() {
        let (left, right) = *panes.sheets.get(side);
        let inner = left + 1.0..=right - 1.0;
        for rows in [panes.desk.top()..=*clear.start(), *clear.end()..=panes.desk.bottom()] {
            let veil = Rect::from_x_y_ranges(inner.clone(), rows);
            painter.rect_filled(veil, CornerRadius::ZERO, palette.paper.gamma_multiply(VEIL));
        }
    }
}

/// A line across both columns at the pointer, for the class to follow.
pub fn pointer_line_ui(ui: &Ui, palette: &Palette, panes: &Panes) {
    let Some(y) = pointer_y(ui, panes) else { return };
    let line = panes.places.left.typesetting.line_height();
    for side in panes.on_the_desk() {
        let (left, right) = *panes.sheets.get(side);
        under_line(ui.painter(), palette, left + 1.0..=right - 1.0, y + line / 2.0);
    }
}

fn under_line(painter: &Painter, palette: &Palette, x: std::ops::RangeInclusive<f32>, y: f32) {
    let hue = palette.hue(LinkKind::Source).gamma_multiply(0.8);
    painter.hline(x, painter.round_to_pixel_center(y), Stroke::new(2.0, hue));
}

fn pointer_y(ui: &Ui, panes: &Panes) -> Option<f32> {
    let at = ui.input(|input| input.pointer.hover_pos())?;
    let over = |side: &Side| {
        let (left, right) = *panes.sheets.get(*side);
        (left..=right).contains(&at.x) && panes.desk.y_range().contains(at.y)
    };
    Side::BOTH.iter().any(over).then_some(at.y)
}
