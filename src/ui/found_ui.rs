//! Paints the places found: grounds in the text, ticks in the strips.

use egui::{CornerRadius, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use super::column::{Column, SetBlock};
use super::palette::Palette;
use crate::model::{Side, Span};
use crate::workspace::Find;

/// How far apart two ticks are, in points: what lies nearer is one.
const TICK_STEP: f32 = 3.0;

/// Behind the text: every place in view, the one the reader is at framed as well.
pub fn found_in_text_ui(painter: &Painter, palette: &Palette, find: &Find, side: Side, blocks: &[SetBlock]) {
    if !find.is_shown() {
        return;
    }
    let here = find.here().filter(|(of, _)| *of == side).map(|(_, span)| span);
    let places = find.places.get(side);
    for block in blocks {
        let Some(words) = block.span else { continue };
        let first = places.partition_point(|place| place.end <= words.start);
        for place in places.iter().skip(first).take_while(|place| place.start < words.end) {
            place_ui(painter, palette, block, *place, here == Some(*place));
        }
    }
}

fn place_ui(painter: &Painter, palette: &Palette, block: &SetBlock, place: Span, is_here: bool) {
    for line in block.lines_of(place) {
        let rect = line.rect.shrink2(vec2(0.0, block.setting.line_height * 0.07)).expand2(vec2(1.0, 0.0));
        painter.rect_filled(rect, CornerRadius::same(2), palette.found(is_here));
        if is_here || palette.contrast {
            let points = if is_here { 1.5 } else { 1.0 };
            let stroke = Stroke::new(points, palette.ink);
            painter.rect_stroke(rect, CornerRadius::same(2), stroke, StrokeKind::Middle);
        }
    }
}

/// In the strip: where places are over the whole length. Its cost goes with the strip's height, not with their number.
pub fn found_in_strip_ui(painter: &Painter, palette: &Palette, find: &Find, side: Side, column: &Column, strip: Rect) {
    let places = find.places.get(side);
    if !find.is_shown() || places.is_empty() {
        return;
    }
    let rows = (strip.height() / TICK_STEP).floor().max(1.0) as usize;
    let mut next = 0;
    for row in 0..rows {
        let end = if row + 1 == rows { usize::MAX } else { column.byte_at_share((row + 1) as f32 / rows as f32) };
        let after = next + places.get(next..).map_or(0, |rest| rest.partition_point(|place| place.start < end));
        if after > next {
            let y = strip.top() + strip.height() * row as f32 / rows as f32;
            let tick = Rect::from_min_max(pos2(strip.left(), y), pos2(strip.right(), y + 2.0));
            painter.rect_filled(tick, CornerRadius::ZERO, palette.found_tick());
        }
        next = after;
    }
    let here = find.here().filter(|(of, _)| *of == side);
    if let Some(share) = here.and_then(|(_, span)| column.share_of_byte(span.start)) {
        let y = strip.top() + strip.height() * share;
        let tick = Rect::from_min_max(pos2(strip.left() - 2.0, y - 1.0), pos2(strip.right() + 2.0, y + 3.0));
        painter.rect_filled(tick, CornerRadius::same(1), palette.ink);
    }
}
