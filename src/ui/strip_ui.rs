//! The strip at a column's outer edge: where its links are and where the reader is. Click or drag to go there.

use egui::emath::GuiRounding as _;
use egui::{CornerRadius, Mesh, Painter, Rect, Shape, pos2};

use super::column::{Column, Place};
use super::light::{Light, Strength};
use super::palette::Palette;
use crate::model::{Comparison, LinkKind, Side};

/// How wide it is, in points.
pub const WIDTH: f32 = 10.0;

/// From so many links on they are painted together as plain rectangles: rounding two thousand is felt when scrolling.
const CROWD: usize = 300;

/// Paints it.
#[expect(clippy::too_many_arguments, reason = "one painter's whole surroundings")]
pub fn strip_ui(
    painter: &Painter,
    palette: &Palette,
    column: &Column,
    side: Side,
    place: &Place,
    strip: Rect,
    light: Light<'_>,
    lively: bool,
) {
    let page = column.page_height().max(1.0);
    let from = (column.offset / page).clamp(0.0, 1.0);
    let to = ((column.offset + place.viewport.height()) / page).clamp(0.0, 1.0);
    if to - from < 0.999 {
        let y = |share: f32| strip.top() + strip.height() * share;
        let thumb = Rect::from_min_max(pos2(strip.left() + 1.0, y(from)), pos2(strip.right() - 1.0, y(to)));
        painter.rect_filled(thumb, CornerRadius::same(4), palette.wash(if lively { 0.3 } else { 0.2 }));
    }
    let Some(comparison) = column.content().and_then(|content| content.comparison()) else { return };
    theme_ui(painter, palette, column, comparison, side, strip, light);
    let is_crowd = comparison.links.len() >= CROWD;
    let mut crowd = Mesh::default();
    let mut lit = Vec::new();
    for (link, found) in comparison.links.iter().enumerate().rev() {
        let strength = light.on(link);
        if strength == Strength::Hidden {
            continue;
        }
        let Some(share) = column.share_of(link) else { continue };
        let y = strip.top() + strip.height() * share;
        let tick = tick(found.kind, strength.is_lit(), strip, y);
        let opacity = if strength.is_lit() { 1.0 } else { strength.line(palette) * 0.85 };
        let colour = palette.hue(found.kind).gamma_multiply(opacity);
        match (is_crowd, strength.is_lit()) {
            (true, true) => lit.push((tick, colour)),
            (true, false) => crowd.add_colored_rect(tick.round_to_pixels(painter.pixels_per_point()), colour),
            _ => {
                painter.rect_filled(tick, CornerRadius::same(1), colour);
            }
        }
    }
    painter.add(Shape::mesh(crowd));
    for (tick, colour) in lit {
        painter.rect_filled(tick, CornerRadius::same(1), colour);
    }
}

/// Each kind has a length and a place of its own: the same words and quotations go across, sources stand in the middle,
/// events and facts are dots, themes touch the left edge.
fn tick(kind: LinkKind, is_lit: bool, strip: Rect, y: f32) -> Rect {
    let scale = strip.width() / WIDTH;
    let (from, to) = match kind {
        _ if is_lit => (0.0, 1.0),
        LinkKind::Text | LinkKind::Quotation => (0.1, 0.9),
        LinkKind::Source => (0.25, 0.75),
        LinkKind::Drawn => (0.0, 1.0),
        LinkKind::Event | LinkKind::Fact => (0.35, 0.65),
        LinkKind::Theme => (0.0, 0.4),
    };
    let height = match kind {
        _ if is_lit => 4.0,
        LinkKind::Event | LinkKind::Fact | LinkKind::Quotation => 3.0,
        _ => 2.0,
    };
    let x = |share: f32| strip.left() + strip.width() * share;
    Rect::from_min_max(pos2(x(from), y), pos2(x(to), y + height * scale))
}

/// Where the theme that the reader is at lies over the whole length.
fn theme_ui(
    painter: &Painter,
    palette: &Palette,
    column: &Column,
    comparison: &Comparison,
    side: Side,
    strip: Rect,
    light: Light<'_>,
) {
    let Some(theme) = light.theme.and_then(|theme| comparison.themes.get(theme)) else { return };
    for (from, to) in theme.paragraphs.get(side).iter().filter_map(|paragraph| column.shares_of_paragraph(*paragraph)) {
        let y = |share: f32| strip.top() + strip.height() * share;
        let band = Rect::from_min_max(pos2(strip.left(), y(from)), pos2(strip.right(), y(to).max(y(from) + 2.0)));
        painter.rect_filled(band, CornerRadius::same(1), palette.hue(LinkKind::Theme).gamma_multiply(0.45));
    }
}
