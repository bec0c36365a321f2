//! Paints linked passages in the text: each kind has a hue and a mark of its own.

use egui::{CornerRadius, Painter, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::column::{Content, SetBlock};
use super::cursor::LineBox;
use super::light::{Light, Strength};
use super::palette::Palette;
use super::reading_ui::Lit;
use crate::model::{LinkKind, Side, Span};
use crate::view::Mark;

/// How far left of its block a quotation's bar hangs, in points.
const QUOTE_BAR_OUT: f32 = 12.0;
/// How far left of the text a theme's bar stands, in points.
const THEME_BAR_OUT: f32 = 20.0;
/// From the baseline to an underline, in points.
const UNDERLINE_DROP: f32 = 4.0;

/// A passage in view: which link, and from where to where on screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen {
    /// Index into the comparison's links.
    pub link: usize,
    /// What joins the passages.
    pub kind: LinkKind,
    /// What it covers in view.
    pub rect: Rect,
    /// Whether the two wordings differ.
    pub is_near: bool,
    /// Whether its first line is among that.
    pub shows_start: bool,
}

/// A quotation in view: what it covers on screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quoted {
    /// Index into that side's quotations.
    pub quotation: usize,
    /// What it covers in view.
    pub rect: Rect,
}

/// The quotations in view.
pub fn quoted_in_view(content: &Content, side: Side, blocks: &[SetBlock]) -> Vec<Quoted> {
    let Some(compared) = content.compared() else { return Vec::new() };
    let spans: Vec<_> = blocks.iter().filter_map(|block| block.span).collect();
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return Vec::new() };
    let quotations = compared.reading(side).quotations.iter().enumerate();
    let near = quotations.filter(|(_, found)| {
        let extent = found.extent();
        extent.end > first.start && extent.start < last.end
    });
    near.filter_map(|(quotation, found)| {
        let lines = blocks.iter().flat_map(|block| found.spans.iter().flat_map(|span| block.lines_of(*span)));
        let rect = lines.map(|line| line.rect).reduce(Rect::union)?;
        Some(Quoted { quotation, rect })
    })
    .collect()
}

/// Paints behind the text what the reader asked to see, and the quotation under the pointer. A tint of their own they
/// have only where no link gives them one.
pub fn lit_ui(
    painter: &Painter,
    palette: &Palette,
    content: &Content,
    side: Side,
    blocks: &[SetBlock],
    light: Light<'_>,
    lit: Lit<'_>,
) {
    let Some(compared) = content.compared() else { return };
    let tints: Vec<Span> = [light.current, light.pointed]
        .into_iter()
        .flatten()
        .filter_map(|link| compared.comparison.links.get(link))
        .filter(|link| link.kind != LinkKind::Theme)
        .map(|link| *link.spans.get(side))
        .collect();
    let pointed = lit.quotation.filter(|(of, _)| *of == side);
    let quotation = pointed.and_then(|(_, quotation)| compared.quotation(side, quotation));
    let shown = lit.passage.and_then(|passage| *passage.spans.get(side));
    let quoted = quotation.into_iter().flat_map(|found| &found.spans).map(|span| (*span, Strength::Pointed));
    for (span, strength) in quoted.chain(shown.map(|span| (span, Strength::Current))) {
        let is_tinted = tints.iter().any(|tint| tint.overlaps(span));
        for block in blocks {
            let lines = block.lines_of(span);
            for line in lines.iter().filter(|_| !is_tinted) {
                tint_ui(painter, palette, LinkKind::Quotation, strength.tint(), block, line);
            }
            bar_ui(painter, palette, LinkKind::Quotation, strength, &lines, block.origin.x - QUOTE_BAR_OUT);
        }
    }
}

/// Paints what lies behind the text, and says which passages are in view.
pub fn behind_text_ui(
    painter: &Painter,
    palette: &Palette,
    content: &Content,
    side: Side,
    blocks: &[SetBlock],
    light: Light<'_>,
) -> Vec<Seen> {
    let mut seen: Vec<Seen> = Vec::new();
    lit_theme_ui(painter, palette, content, side, blocks, light);
    for block in blocks {
        for mark in marks_of(content, block) {
            let strength = light.on(mark.link);
            if strength == Strength::Hidden {
                continue;
            }
            let lines = block.lines_of(mark.span);
            let Some(rect) = cover(&lines) else { continue };
            behind_ui(painter, palette, block, mark, strength, &lines);
            if mark.kind == LinkKind::Theme {
                let wash = if light.turn.is_none() && strength.is_lit() { strength.tint() * 0.6 } else { 0.0 };
                theme_bar_ui(painter, palette, block, strength, wash);
            }
            match seen.iter_mut().find(|known| known.link == mark.link) {
                Some(known) => known.rect = known.rect.union(rect),
                None => seen.push(Seen {
                    link: mark.link,
                    kind: mark.kind,
                    rect,
                    is_near: mark.is_near,
                    shows_start: mark.is_start,
                }),
            }
        }
    }
    seen
}

/// Paints underlines over the text.
pub fn over_text_ui(painter: &Painter, palette: &Palette, content: &Content, blocks: &[SetBlock], light: Light<'_>) {
    for block in blocks {
        for mark in marks_of(content, block) {
            let strength = light.on(mark.link);
            if strength == Strength::Hidden {
                continue;
            }
            for line in mark.underlined.iter().flat_map(|span| block.lines_of(*span)) {
                underline_ui(painter, palette, mark, strength, &line);
            }
        }
    }
}

fn marks_of<'a>(content: &'a Content, block: &SetBlock) -> &'a [Mark] {
    let marks = block.paragraph.and_then(|paragraph| content.marks.by_paragraph.get(paragraph));
    marks.map_or(&[][..], Vec::as_slice)
}

fn cover(lines: &[LineBox]) -> Option<Rect> {
    lines.iter().map(|line| line.rect).reduce(Rect::union)
}

fn behind_ui(
    painter: &Painter,
    palette: &Palette,
    block: &SetBlock,
    mark: &Mark,
    strength: Strength,
    lines: &[LineBox],
) {
    if strength.is_lit() && mark.kind != LinkKind::Theme {
        for line in lines {
            tint_ui(painter, palette, mark.kind, strength.tint(), block, line);
        }
    }
    match mark.kind {
        LinkKind::Quotation => bar_ui(painter, palette, mark.kind, strength, lines, block.origin.x - QUOTE_BAR_OUT),
        LinkKind::Event | LinkKind::Fact if mark.underlined.is_empty() => {
            dotted_bar_ui(painter, palette, mark.kind, strength, lines, block.origin.x - QUOTE_BAR_OUT + 1.5);
        }
        _ => {}
    }
}

/// Beside a passage too long to underline.
fn dotted_bar_ui(painter: &Painter, palette: &Palette, kind: LinkKind, strength: Strength, lines: &[LineBox], x: f32) {
    let Some(cover) = cover(lines) else { return };
    let colour = palette.hue(kind).gamma_multiply(strength.line());
    let ends = [pos2(x, cover.top() + 6.0), pos2(x, cover.bottom() - 4.0)];
    painter.extend(Shape::dotted_line(&ends, colour, 5.0, 1.25));
}

fn bar_ui(painter: &Painter, palette: &Palette, kind: LinkKind, strength: Strength, lines: &[LineBox], x: f32) {
    let Some(cover) = cover(lines) else { return };
    let inset = 3.0;
    let rect = Rect::from_min_max(pos2(x, cover.top() + inset), pos2(x + 3.0, cover.bottom() - inset));
    painter.rect_filled(rect, CornerRadius::same(1), palette.hue(kind).gamma_multiply(strength.line()));
}

/// The bar beside a paragraph, and a wash of that strength under it, 0 to 1.
fn theme_bar_ui(painter: &Painter, palette: &Palette, block: &SetBlock, strength: Strength, wash: f32) {
    let x = block.origin.x - block.setting.indent_left - THEME_BAR_OUT;
    let rect = Rect::from_min_max(pos2(x, block.rect().top() + 4.0), pos2(x + 3.0, block.rect().bottom() - 4.0));
    let opacity = if strength.is_lit() { 1.0 } else { strength.line() * 0.55 };
    painter.rect_filled(rect, CornerRadius::same(2), palette.hue(LinkKind::Theme).gamma_multiply(opacity));
    if wash > 0.0 {
        let place = block.rect().expand2(vec2(8.0, 2.0));
        ground_ui(painter, palette, LinkKind::Theme, wash, place);
    }
}

/// Tints the paragraphs of the theme that the reader is at; while it is read in turn, the one whose turn it is most.
fn lit_theme_ui(
    painter: &Painter,
    palette: &Palette,
    content: &Content,
    side: Side,
    blocks: &[SetBlock],
    light: Light<'_>,
) {
    let theme = light.theme.and_then(|theme| content.comparison()?.themes.get(theme));
    let Some(paragraphs) = theme.map(|theme| theme.paragraphs.get(side)) else { return };
    for block in blocks {
        if block.paragraph.is_none_or(|paragraph| !paragraphs.contains(&paragraph)) {
            continue;
        }
        let has_turn = |(of, span): (Side, Span)| of == side && block.span.is_some_and(|own| own.overlaps(span));
        let wash = match light.turn {
            None => 0.5,
            Some(turn) if has_turn(turn) => 1.0,
            Some(_) => 0.22,
        };
        theme_bar_ui(painter, palette, block, Strength::Pointed, wash);
    }
}

/// The ground of one line of a passage that the reader looks at; in a theme without tints a line under it.
fn tint_ui(painter: &Painter, palette: &Palette, kind: LinkKind, strength: f32, block: &SetBlock, line: &LineBox) {
    let rect = line.rect.shrink2(vec2(0.0, block.setting.line_height * 0.07)).expand2(vec2(2.0, 0.0));
    if palette.contrast {
        painter.hline(rect.x_range(), rect.bottom(), Stroke::new(2.0, palette.hue(kind)));
    } else {
        painter.rect_filled(rect, CornerRadius::same(3), palette.tint(kind, strength));
    }
}

/// The ground of a paragraph: a tint; in a theme without tints a frame, thicker for what is looked at most.
fn ground_ui(painter: &Painter, palette: &Palette, kind: LinkKind, strength: f32, rect: Rect) {
    if palette.contrast {
        let frame = Stroke::new(if strength >= 0.9 { 3.0 } else { 1.0 }, palette.hue(kind));
        painter.rect_stroke(rect, CornerRadius::same(3), frame, StrokeKind::Outside);
    } else {
        painter.rect_filled(rect, CornerRadius::same(4), palette.tint(kind, strength));
    }
}

fn underline_ui(painter: &Painter, palette: &Palette, mark: &Mark, strength: Strength, line: &LineBox) {
    let colour = palette.hue(mark.kind).gamma_multiply(strength.line());
    let y = line.baseline + UNDERLINE_DROP;
    let (left, right) = (line.rect.left(), line.rect.right());
    match mark.kind {
        LinkKind::Text if mark.is_near => {
            let ends = [pos2(left, y + 1.25), pos2(right, y + 1.25)];
            painter.extend(Shape::dashed_line(&ends, Stroke::new(2.5, colour), 7.0, 4.0));
        }
        LinkKind::Text => {
            painter.rect_filled(Rect::from_min_max(pos2(left, y), pos2(right, y + 2.5)), CornerRadius::ZERO, colour);
        }
        LinkKind::Source => {
            painter.hline(left..=right, painter.round_to_pixel_center(y), Stroke::new(palette.line(1.0), colour));
        }
        LinkKind::Event | LinkKind::Fact => {
            let dots = Shape::dotted_line(&[pos2(left, y + 1.0), pos2(right, y + 1.0)], colour, 4.0, 1.0);
            painter.extend(dots);
        }
        LinkKind::Quotation | LinkKind::Theme => {}
    }
}
