//! Paints a column: the sheet, the text, what is selected, and the running head once the headline has gone.

use egui::{Align2, CornerRadius, Mesh, Painter, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::column::{Column, Content, Place, SetBlock};
use super::fonts::{Face, sans, serif};
use super::palette::Palette;
use super::tokens::{size, space};
use super::typeset::Typesetting;
use crate::model::Span;
use crate::view::BlockKind;

/// Height of the running head beside the usual text, in points.
const RUNNING_HEAD: f32 = 34.0;
/// From the running head to the first line where a column has landed, in points.
pub const UNDER_HEAD: f32 = 12.0;

/// Height of the running head, in points. In large type it grows too, but less than the text.
pub fn running_head_height(typesetting: &Typesetting) -> f32 {
    RUNNING_HEAD * head_scale(typesetting)
}

fn head_scale(typesetting: &Typesetting) -> f32 {
    1.0 + (typesetting.mark_scale() - 1.0) * 0.7
}

/// The sheet of paper under the text.
pub fn sheet_ui(painter: &Painter, palette: &Palette, sheet: Rect) {
    painter.rect(
        sheet,
        CornerRadius::same(space::CORNER),
        palette.paper,
        Stroke::new(palette.line(1.0), palette.hairline),
        StrokeKind::Inside,
    );
}

/// The selected text's ground.
pub fn selection_ui(painter: &Painter, palette: &Palette, blocks: &[SetBlock], selected: Span) {
    if selected.is_empty() {
        return;
    }
    for line in blocks.iter().flat_map(|block| block.lines_of(selected)) {
        painter.rect_filled(line.rect, CornerRadius::same(2), palette.selection);
    }
}

/// The words.
pub fn words_ui(painter: &Painter, palette: &Palette, blocks: &[SetBlock]) {
    for block in blocks {
        let ink = if block.setting.quiet { palette.quiet } else { palette.ink };
        match block.kind {
            BlockKind::Separator => separator_ui(painter, palette, block),
            BlockKind::ListItem => bullet_ui(painter, palette, block),
            BlockKind::PullQuote | BlockKind::BlockQuote => quote_rule_ui(painter, palette, block),
            _ => {}
        }
        if block.kind != BlockKind::Separator {
            painter.galley(block.origin, block.galley.clone(), ink);
        }
    }
}

fn separator_ui(painter: &Painter, palette: &Palette, block: &SetBlock) {
    let y = painter.round_to_pixel_center(block.rect().center().y);
    let x = block.origin.x;
    painter.hline(x..=x + 64.0, y, Stroke::new(palette.line(1.0), palette.hairline));
}

/// A bullet, unless the words bring their own sign or number.
fn bullet_ui(painter: &Painter, palette: &Palette, block: &SetBlock) {
    let first = block.galley.text().chars().next();
    if first.is_some_and(|first| first.is_ascii_digit() || matches!(first, '-' | '*' | '•' | '–' | '—' | '(')) {
        return;
    }
    let middle = block.origin + vec2(-block.setting.indent_left * 0.55, block.setting.line_height * 0.52);
    painter.circle_filled(middle, block.setting.points * 0.13, palette.quiet);
}

fn quote_rule_ui(painter: &Painter, palette: &Palette, block: &SetBlock) {
    let x = painter.round_to_pixel_center(block.origin.x - block.setting.indent_left * 0.8);
    let rect = block.rect();
    painter.vline(x, rect.top() + 4.0..=rect.bottom() - 4.0, Stroke::new(palette.line(1.0), palette.hairline));
}

/// Below the running head a line that is cut fades out.
fn fade_ui(painter: &Painter, palette: &Palette, band: Rect) {
    const HEIGHT: f32 = 12.0;
    let (paper, clear) = (palette.paper, palette.paper.gamma_multiply(0.0));
    let mut mesh = Mesh::default();
    for (y, colour) in [(band.bottom(), paper), (band.bottom() + HEIGHT, clear)] {
        mesh.colored_vertex(pos2(band.left(), y), colour);
        mesh.colored_vertex(pos2(band.right(), y), colour);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(1, 2, 3);
    painter.add(Shape::mesh(mesh));
}

/// Where the column has landed, paper over the line that is cut by what stands over the column.
pub fn cut_line_ui(painter: &Painter, palette: &Palette, column: &Column, blocks: &[SetBlock], above: Rect) {
    let cut = cut_line(blocks, above.bottom()).filter(|_| column.has_landed());
    if let Some(bottom) = cut {
        let rect = Rect::from_min_max(above.left_bottom(), pos2(above.right(), bottom));
        painter.rect_filled(rect, CornerRadius::ZERO, palette.paper);
    }
}

/// The lower edge of the line that is cut at that height, if one is.
fn cut_line(blocks: &[SetBlock], y: f32) -> Option<f32> {
    /// A line that begins so near below touches the head.
    const NEAR: f32 = 4.0;
    /// So far the lower one of two underlines hangs below its line.
    const HANGING: f32 = 2.0;
    let block = blocks.iter().find(|block| block.rect().y_range().expand(NEAR).contains(y))?;
    let rows = block.galley.rows.iter().map(|row| row.rect().translate(block.origin.to_vec2()));
    let cut = rows.map(|row| row.y_range()).find(|row| row.min < y + NEAR && row.max > y + 0.5)?;
    Some(cut.max + HANGING)
}

/// The title and where in the article the reader is, once the headline has scrolled away. Where the column has landed
/// no line is cut by it.
pub fn running_head_ui(
    painter: &Painter,
    palette: &Palette,
    column: &Column,
    content: &Content,
    place: &Place,
    blocks: &[SetBlock],
    sheet: Rect,
) {
    let title_height = place.typesetting.of(BlockKind::Title).line_height;
    if column.offset < title_height + space::WIDE {
        return;
    }
    let scale = head_scale(&place.typesetting);
    let band = Rect::from_min_max(
        pos2(sheet.left() + 1.0, place.viewport.top()),
        pos2(sheet.right() - 1.0, place.viewport.top() + running_head_height(&place.typesetting)),
    );
    if !column.has_landed() {
        fade_ui(painter, palette, band);
    }
    cut_line_ui(painter, palette, column, blocks, band);
    painter.rect_filled(band, CornerRadius::ZERO, palette.paper);
    painter.hline(
        band.x_range(),
        painter.round_to_pixel_center(band.bottom()),
        Stroke::new(palette.line(1.0), palette.hairline),
    );
    let share = (column.offset / column.last_page(place).max(1.0)).clamp(0.0, 1.0);
    let right = pos2(place.text_left + place.typesetting.measure, band.center().y);
    let percent = format!("{}%", (share * 100.0).round());
    let taken = painter.text(right, Align2::RIGHT_CENTER, percent, sans(size::LABEL * scale), palette.quiet);
    let room = taken.left() - place.text_left - space::LARGE;
    let mut job = egui::text::LayoutJob::simple_singleline(
        content.title(),
        serif(Face::Italic, (size::PANEL + 1.0) * scale),
        palette.quiet,
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(40.0));
    let galley = painter.layout_job(job);
    painter.galley(pos2(place.text_left, band.center().y - galley.rect.height() / 2.0), galley, palette.quiet);
}
