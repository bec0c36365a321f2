//! What the reader made, in the text: highlights behind the words, the corners of a passage with a note, and a sign
//! beside it.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::column::{Place as ColumnPlace, SetBlock};
use super::cursor::LineBox;
use super::icons::focus_ring_ui;
use super::marks_ui::scale_of;
use super::palette::Palette;
use crate::model::{ArticleKey, ItemId, MarkerColour, NoteOn, Side, Sides, Span, Work};
use crate::workspace::{Command, Writing};

/// Across the sign of a note, in points.
const SIGN: f32 = 13.0;
/// From the text to the sign, in points.
const SIGN_OUT: f32 = 7.0;

/// The reader's work as both columns show it.
#[derive(Debug, Clone, Copy)]
pub struct WorkLit<'a> {
    /// What the reader made.
    pub work: &'a Work,
    /// The articles in the columns.
    pub keys: Sides<Option<ArticleKey>>,
    /// The note under the pointer or the keyboard.
    pub pointed: Option<ItemId>,
    /// The note that is being written.
    pub writing: Option<&'a Writing>,
}

/// A note in view.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteSeen {
    /// Which.
    pub item: ItemId,
    /// Its sign on screen.
    pub sign: Rect,
}

impl WorkLit<'_> {
    /// Where that is on that side.
    fn spans_of(&self, on: &NoteOn, side: Side) -> Option<Span> {
        let key = (*self.keys.get(side))?;
        match on {
            NoteOn::Passage(place) => (place.article == key).then_some(place.span),
            NoteOn::Link(link) => link.places.iter().find(|place| place.article == key).map(|place| place.span),
        }
    }
}

/// Paints the highlights in view behind the words.
pub fn highlights_ui(painter: &Painter, palette: &Palette, lit: WorkLit<'_>, side: Side, blocks: &[SetBlock]) {
    let Some(key) = *lit.keys.get(side) else { return };
    let Some((first, last)) = in_view(blocks) else { return };
    for (_, highlight) in lit.work.highlights() {
        let span = highlight.place.span;
        if highlight.place.article != key || span.end <= first || span.start >= last {
            continue;
        }
        for block in blocks {
            for line in block.lines_of(span) {
                let ground = Rect::from_min_max(line.rect.min - vec2(1.0, -2.0), line.rect.max + vec2(1.0, -2.0));
                painter.rect_filled(ground, CornerRadius::same(2), palette.marker(highlight.colour));
                marker_ui(painter, palette, highlight.colour, ground, scale_of(block));
            }
        }
    }
}

/// The line of a pen at the foot of that ground: whole for yellow, dashed for blue, dotted for green.
pub fn marker_ui(painter: &Painter, palette: &Palette, colour: MarkerColour, ground: Rect, scale: f32) {
    let y = painter.round_to_pixel_center(ground.bottom());
    let ends = [pos2(ground.left(), y), pos2(ground.right(), y)];
    let line = Stroke::new(palette.line(1.5 * scale), palette.marker_line(colour));
    match colour {
        MarkerColour::Yellow => {
            painter.line_segment(ends, line);
        }
        MarkerColour::Cyan => {
            painter.extend(Shape::dashed_line(&ends, line, 8.0 * scale, 4.0 * scale));
        }
        MarkerColour::Green => {
            painter.extend(Shape::dotted_line(&ends, line.color, 5.0 * scale, 1.3 * scale));
        }
    }
}

/// From the first to the last byte in view.
fn in_view(blocks: &[SetBlock]) -> Option<(usize, usize)> {
    let mut spans = blocks.iter().filter_map(|block| block.span);
    let first = spans.next()?;
    Some((first.start, spans.next_back().unwrap_or(first).end))
}

/// Paints the corners of the passages with notes, and lays out the signs beside them.
pub fn notes_ui(
    painter: &Painter,
    palette: &Palette,
    lit: WorkLit<'_>,
    side: Side,
    blocks: &[SetBlock],
    place: &ColumnPlace,
) -> Vec<NoteSeen> {
    let Some((first, last)) = in_view(blocks) else { return Vec::new() };
    let mut seen: Vec<NoteSeen> = Vec::new();
    for (item, note) in lit.work.notes() {
        let Some(span) = lit.spans_of(&note.on, side) else { continue };
        if span.end <= first || span.start >= last {
            continue;
        }
        let is_lit = lit.pointed == Some(item);
        let lines = lines_of(blocks, span);
        corners_ui(painter, palette, &lines, is_lit, (span.start >= first, span.end <= last));
        let Some(line) = lines.first() else { continue };
        let right = place.text_left + place.typesetting.measure + SIGN_OUT;
        let mut sign = Rect::from_min_size(pos2(right, line.rect.center().y - SIGN / 2.0), vec2(SIGN, SIGN));
        while seen.iter().any(|other| other.sign.intersects(sign)) {
            sign = sign.translate(vec2(0.0, SIGN + 3.0));
        }
        seen.push(NoteSeen { item, sign });
    }
    seen
}

/// Where the passage is on screen that a note is being written on; none where it is out of view.
pub fn written_on(lit: WorkLit<'_>, side: Side, blocks: &[SetBlock]) -> Option<Rect> {
    let span = lit.spans_of(&lit.writing?.on, side)?;
    lines_of(blocks, span).into_iter().map(|line| line.rect).reduce(Rect::union)
}

fn lines_of(blocks: &[SetBlock], span: Span) -> Vec<LineBox> {
    blocks.iter().flat_map(|block| block.lines_of(span)).collect()
}

/// A corner where a passage begins and one where it ends; a wash between them while it is looked at.
pub fn corners_ui(painter: &Painter, palette: &Palette, lines: &[LineBox], is_lit: bool, (starts, ends): (bool, bool)) {
    const ARM: f32 = 6.0;
    let stroke =
        Stroke::new(palette.line(if is_lit { 2.0 } else { 1.25 }), if is_lit { palette.ink } else { palette.quiet });
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    if is_lit {
        for line in lines {
            painter.rect_filled(line.rect, CornerRadius::same(2), palette.wash(0.08));
        }
    }
    if starts {
        let at = first.rect.left_top() + vec2(-2.0, 3.0);
        corner_ui(painter, [at + vec2(0.0, ARM), at, at + vec2(ARM, 0.0)], stroke);
    }
    if ends {
        let at = last.rect.right_bottom() + vec2(2.0, -2.0);
        corner_ui(painter, [at - vec2(0.0, ARM), at, at - vec2(ARM, 0.0)], stroke);
    }
}

fn corner_ui(painter: &Painter, points: [Pos2; 3], stroke: Stroke) {
    painter.line(points.to_vec(), stroke);
}

/// The signs of the notes in view: a click takes a note up. Returns the one under the pointer or the keyboard, and
/// whether it is the keyboard that is on it.
pub fn signs_ui(
    ui: &Ui,
    palette: &Palette,
    lit: WorkLit<'_>,
    (side, area): (Side, Rect),
    seen: &[NoteSeen],
    commands: &mut Vec<Command>,
) -> Option<(NoteSeen, bool)> {
    let mut at = None;
    for note in seen {
        let clipped = note.sign.expand(3.0).intersect(area);
        if !clipped.is_positive() {
            continue;
        }
        let Some(text) = lit.work.notes().find(|(item, _)| *item == note.item).map(|(_, found)| &found.text) else {
            continue;
        };
        let response = ui.interact(clipped, ui.scope_id().with(("note", side, note.item)), Sense::click());
        response
            .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Note on the {}: {text}", side.name())));
        let is_at = response.hovered() || response.has_focus();
        let painter = ui.painter().with_clip_rect(area);
        note_sign_ui(&painter, note.sign, if is_at { palette.ink } else { palette.quiet }, palette.card);
        focus_ring_ui(&painter, palette, note.sign.expand(3.0), &response);
        if response.clicked() {
            commands.push(Command::WriteNote(note.item));
        }
        if is_at {
            at = Some((note.clone(), response.has_focus()));
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand);
    }
    at
}

/// A leaf with a folded corner and two lines.
fn note_sign_ui(painter: &Painter, place: Rect, colour: Color32, ground: Color32) {
    let (left, top, right, bottom) = (place.left() + 1.0, place.top(), place.right() - 1.0, place.bottom());
    let fold = 4.0;
    let leaf = vec![
        pos2(left, top),
        pos2(right, top),
        pos2(right, bottom - fold),
        pos2(right - fold, bottom),
        pos2(left, bottom),
    ];
    let stroke = Stroke::new(1.25, colour);
    painter.add(Shape::convex_polygon(leaf, ground, stroke));
    painter
        .line(vec![pos2(right, bottom - fold), pos2(right - fold, bottom - fold), pos2(right - fold, bottom)], stroke);
    for y in [top + 3.5, top + 6.5] {
        painter.hline(left + 2.5..=right - 2.5, y, Stroke::new(1.0, colour));
    }
}
