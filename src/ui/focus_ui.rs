//! What keeps the eye on a line: the focus line, which dims all but the lines being read, and the presenter's pointer.

use egui::{CornerRadius, Painter, Rect, Stroke, Ui};

use super::column::Column;
use super::palette::Palette;
use super::panes::Panes;
use super::tokens::motion;
use crate::model::{LinkKind, Side, Sides};

/// How much of the paper lies over the others, 0 to 1.
const VEIL: f32 = 0.74;

/// Dims all but three lines of each article: the one under the pointer, and its neighbours; where it is not over a
/// column, the one a third down.
pub fn focus_line_ui(ui: &Ui, palette: &Palette, panes: &Panes, columns: &Sides<Column>) {
    let painter = ui.painter();
    let line = panes.places.left.typesetting.line_height();
    let middle = pointer_y(ui, panes).unwrap_or(panes.desk.top() + panes.desk.height() * motion::LANDING);
    for side in panes.on_the_desk() {
        let line_at = |y: f32| line_at(panes, columns, side, y);
        let clear = line_at(middle - line).0..=line_at(middle + line).1;
        let (left, right) = *panes.sheets.get(side);
        let inner = left + 1.0..=right - 1.0;
        for rows in [panes.desk.top()..=*clear.start(), *clear.end()..=panes.desk.bottom()] {
            let veil = Rect::from_x_y_ranges(inner.clone(), rows);
            painter.rect_filled(veil, CornerRadius::ZERO, palette.paper.gamma_multiply(VEIL));
        }
    }
}

/// A line under the words at the pointer, across both columns, for the class to follow.
pub fn pointer_line_ui(ui: &Ui, palette: &Palette, panes: &Panes, columns: &Sides<Column>) {
    let Some(y) = pointer_y(ui, panes) else { return };
    for side in panes.on_the_desk() {
        let (left, right) = *panes.sheets.get(side);
        let (_, bottom) = line_at(panes, columns, side, y);
        under_line(ui.painter(), palette, left + 1.0..=right - 1.0, bottom);
    }
}

fn under_line(painter: &Painter, palette: &Palette, x: std::ops::RangeInclusive<f32>, y: f32) {
    let hue = palette.hue(LinkKind::Source).gamma_multiply(0.8);
    painter.hline(x, painter.round_to_pixel_center(y), Stroke::new(2.0, hue));
}

/// Top and bottom on screen of the article's line nearest to that height.
fn line_at(panes: &Panes, columns: &Sides<Column>, side: Side, y: f32) -> (f32, f32) {
    let (column, place) = (columns.get(side), panes.places.get(side));
    let page_top = place.viewport.top() - column.offset;
    let (top, bottom) = column.line_near(y - page_top, place);
    (top + page_top, bottom + page_top)
}

fn pointer_y(ui: &Ui, panes: &Panes) -> Option<f32> {
    let at = ui.input(|input| input.pointer.hover_pos())?;
    let over = |side: &Side| {
        let (left, right) = *panes.sheets.get(*side);
        (left..=right).contains(&at.x) && panes.desk.y_range().contains(at.y)
    };
    Side::BOTH.iter().any(over).then_some(at.y)
}
