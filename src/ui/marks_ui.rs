//! Paints linked passages in the text: each kind has a hue and a mark of its own.

use egui::{CornerRadius, Painter, Rangef, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::column::{Content, SetBlock};
use super::cursor::LineBox;
use super::light::{Light, Strength};
use super::palette::Palette;
use super::reading_ui::Lit;
use super::tokens::size;
use crate::model::{LinkKind, Side, Span};
use crate::view::Mark;
use crate::workspace::Compared;

/// How far left of its block a quotation's bar hangs, in points.
const QUOTE_BAR_OUT: f32 = 12.0;
/// How far left of the text a theme's bar stands, in points.
const THEME_BAR_OUT: f32 = 20.0;
/// From the baseline to an underline, in points; what tells of events and facts lies lower, so that both are seen.
const UNDERLINE_DROP: f32 = 3.0;
const LOWER_UNDERLINE_DROP: f32 = 6.0;
/// From the baseline to the middle of the small letters, as a share of their size.
const SMALL_LETTERS: f32 = 0.24;
/// How strong the tint is of the words that a passage is about, and of the rest of it.
const TERM: f32 = 1.0;
const AROUND_TERM: f32 = 0.45;

/// How much larger marks are than beside the usual text.
pub fn scale_of(block: &SetBlock) -> f32 {
    (block.setting.points / size::BODY).max(1.0)
}

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
    /// The height of the first word that is underlined: the middle of its small letters.
    pub middle: Option<f32>,
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
            if !is_tinted {
                tint_ui(painter, palette, LinkKind::Quotation, strength.tint(), &lines);
            }
            quote_bar_ui(painter, palette, LinkKind::Quotation, strength, block, &lines);
        }
    }
    for span in said_by_current(compared, side, light) {
        for block in blocks {
            let lines = block.lines_of(span);
            tint_ui(painter, palette, LinkKind::Source, TERM, &lines);
            quote_bar_ui(painter, palette, LinkKind::Source, Strength::Current, block, &lines);
        }
    }
}

/// Everything that side quotes of the source of the current link, where that joins what it says in both.
fn said_by_current(compared: &Compared, side: Side, light: Light<'_>) -> Vec<Span> {
    let comparison = &compared.comparison;
    let link = light.current.and_then(|link| comparison.links.get(link));
    let quoting = link.filter(|link| link.kind == LinkKind::Source && link.wording.is_some());
    let source = quoting.and_then(|link| comparison.sources.get(link.source?));
    let indices = source.map_or(&[][..], |source| &source.sides.get(side).quotations);
    let quotations = indices.iter().filter_map(|index| compared.quotation(side, *index));
    quotations.flat_map(|quotation| quotation.spans.iter().copied()).collect()
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
        let mut theme = None;
        for mark in marks_of(content, block) {
            let strength = light.on(mark.link);
            if strength == Strength::Hidden {
                continue;
            }
            let lines = block.lines_of(mark.span);
            let Some(rect) = cover(&lines) else { continue };
            behind_ui(painter, palette, block, mark, strength, &lines);
            if mark.kind == LinkKind::Theme {
                theme = theme.max(Some(strength));
            }
            match seen.iter_mut().find(|known| known.link == mark.link) {
                Some(known) => known.rect = known.rect.union(rect),
                None => seen.push(Seen {
                    link: mark.link,
                    kind: mark.kind,
                    rect,
                    is_near: mark.is_near,
                    shows_start: mark.is_start,
                    middle: middle_of(mark, block),
                }),
            }
        }
        match theme {
            Some(strength) if strength.is_lit() || light.themes_alone => {
                let wash = if light.turn.is_none() && strength.is_lit() { strength.tint() * 0.6 } else { 0.0 };
                theme_bar_ui(painter, palette, block, wash);
            }
            Some(strength) => theme_tick_ui(painter, palette, block, strength),
            None => {}
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
            for span in &mark.underlined {
                let lines = block.lines_of(*span).into_iter().zip(block.descents_of(*span));
                for (line, descents) in lines {
                    underline_ui(painter, palette, mark, strength, (&line, &descents), scale_of(block));
                }
            }
        }
    }
}

fn marks_of<'a>(content: &'a Content, block: &SetBlock) -> &'a [Mark] {
    let marks = block.paragraph.and_then(|paragraph| content.marks.by_paragraph.get(paragraph));
    marks.map_or(&[][..], Vec::as_slice)
}

/// Where a line that joins it with its counterpart begins: at its first underlined word in the block.
fn middle_of(mark: &Mark, block: &SetBlock) -> Option<f32> {
    let line = block.lines_of(*mark.underlined.first()?).first().copied()?;
    Some(line.baseline - block.setting.points * SMALL_LETTERS)
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
        // Where a few words are what both have, the rest of the sentence is only where they stand.
        let has_terms = mark.kind == LinkKind::Source || !mark.underlined.is_empty();
        let is_whole = !has_terms || mark.underlined.contains(&mark.span);
        let share = if is_whole { TERM } else { AROUND_TERM };
        tint_ui(painter, palette, mark.kind, strength.tint() * share, lines);
        for term in mark.underlined.iter().filter(|_| !is_whole) {
            tint_ui(painter, palette, mark.kind, strength.tint() * TERM, &block.lines_of(*term));
        }
    }
    match mark.kind {
        LinkKind::Quotation => quote_bar_ui(painter, palette, mark.kind, strength, block, lines),
        LinkKind::Event | LinkKind::Fact if mark.underlined.is_empty() => {
            let x = block.origin.x - (QUOTE_BAR_OUT - 1.5) * scale_of(block);
            dotted_bar_ui(painter, palette, mark.kind, strength, lines, x);
        }
        _ => {}
    }
}

/// Beside a passage too long to underline.
fn dotted_bar_ui(painter: &Painter, palette: &Palette, kind: LinkKind, strength: Strength, lines: &[LineBox], x: f32) {
    let Some(cover) = cover(lines) else { return };
    let colour = palette.hue(kind).gamma_multiply(strength.line(palette));
    let ends = [pos2(x, cover.top() + 6.0), pos2(x, cover.bottom() - 4.0)];
    painter.extend(Shape::dotted_line(&ends, colour, 5.0, 1.25));
}

/// The bar beside the lines of a quotation.
fn quote_bar_ui(
    painter: &Painter,
    palette: &Palette,
    kind: LinkKind,
    strength: Strength,
    block: &SetBlock,
    lines: &[LineBox],
) {
    let Some(cover) = cover(lines) else { return };
    let (inset, scale) = (3.0, scale_of(block));
    let x = block.origin.x - QUOTE_BAR_OUT * scale;
    let rect = Rect::from_min_max(pos2(x, cover.top() + inset), pos2(x + 3.0 * scale, cover.bottom() - inset));
    painter.rect_filled(rect, CornerRadius::same(1), palette.hue(kind).gamma_multiply(strength.line(palette)));
}

/// At rest: beside the first line of a paragraph of a theme a tick, as high as its small letters.
fn theme_tick_ui(painter: &Painter, palette: &Palette, block: &SetBlock, strength: Strength) {
    let middle = block.origin.y + block.setting.line_height * 0.52;
    let half = block.setting.points * 0.28;
    let rect = Rect::from_x_y_ranges(theme_bar_x(block), middle - half..=middle + half);
    painter.rect_filled(
        rect,
        CornerRadius::same(1),
        palette.hue(LinkKind::Theme).gamma_multiply(strength.line(palette)),
    );
}

fn theme_bar_x(block: &SetBlock) -> std::ops::RangeInclusive<f32> {
    let scale = scale_of(block);
    let x = block.origin.x - block.setting.indent_left - THEME_BAR_OUT * scale;
    x..=x + 3.0 * scale
}

/// The bar beside a paragraph of the theme that the reader looks at, and a wash of that strength under it, 0 to 1.
fn theme_bar_ui(painter: &Painter, palette: &Palette, block: &SetBlock, wash: f32) {
    let lines = block.rect().y_range();
    let rect = Rect::from_x_y_ranges(theme_bar_x(block), lines.min + 4.0..=lines.max - 4.0);
    painter.rect_filled(rect, CornerRadius::same(2), palette.hue(LinkKind::Theme));
    if wash > 0.0 {
        // As wide as the column, whatever the longest line.
        let column = Rect::from_min_size(block.origin, vec2(block.galley.job.wrap.max_width, block.rect().height()));
        ground_ui(painter, palette, LinkKind::Theme, wash, column.expand2(vec2(8.0, 2.0)));
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
            Some(_) => 0.0,
        };
        theme_bar_ui(painter, palette, block, wash);
    }
}

/// The ground of a passage that the reader looks at: one shape over its lines, round where it begins and where it ends;
/// in a theme without tints a line under each.
fn tint_ui(painter: &Painter, palette: &Palette, kind: LinkKind, strength: f32, lines: &[LineBox]) {
    for (at, line) in lines.iter().enumerate() {
        let (is_first, is_last) = (at == 0, at + 1 == lines.len());
        let left = line.rect.left() - if is_first { 2.0 } else { 0.0 };
        let rect = Rect::from_min_max(pos2(left, line.rect.top()), line.rect.max);
        if palette.contrast {
            painter.hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(2.0, palette.hue(kind)));
            continue;
        }
        let (start, end) = (3 * u8::from(is_first), 3 * u8::from(is_last));
        let corners = CornerRadius { nw: start, sw: start, ne: end, se: end };
        painter.rect_filled(rect, corners, palette.tint(kind, strength));
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

fn underline_ui(
    painter: &Painter,
    palette: &Palette,
    mark: &Mark,
    strength: Strength,
    (line, descents): (&LineBox, &[Rangef]),
    scale: f32,
) {
    // On dark paper a broken line is lost sooner than a whole one.
    let opacity = if palette.dark && mark.is_near { strength.line(palette).sqrt() } else { strength.line(palette) };
    let colour = palette.hue(mark.kind).gamma_multiply(opacity);
    let y = line.baseline + UNDERLINE_DROP * scale;
    let (left, right) = (line.rect.left(), line.rect.right());
    let thick = 2.5 * scale;
    match mark.kind {
        LinkKind::Text if mark.is_near => {
            let ends = [pos2(left, y + thick / 2.0), pos2(right, y + thick / 2.0)];
            let gap = 4.0 * scale;
            let dash = dash_ending_with(right - left, 7.0 * scale, gap);
            painter.extend(Shape::dashed_line(&ends, Stroke::new(thick, colour), dash, gap));
        }
        LinkKind::Text => {
            for part in between(left, right, descents) {
                let rect = Rect::from_x_y_ranges(part, y..=y + thick);
                painter.rect_filled(rect, CornerRadius::ZERO, colour);
            }
        }
        LinkKind::Source => {
            let stroke = Stroke::new(palette.line(1.5 * scale), colour);
            for part in between(left, right, descents) {
                painter.hline(part, painter.round_to_pixel_center(y), stroke);
            }
        }
        LinkKind::Event | LinkKind::Fact => {
            let y = line.baseline + LOWER_UNDERLINE_DROP * scale;
            painter.extend(Shape::dotted_line(&[pos2(left, y), pos2(right, y)], colour, 4.0 * scale, 1.1 * scale));
        }
        // Twice, as a pen does.
        LinkKind::Drawn => {
            for drop in [0.0, 3.0 * scale] {
                let stroke = Stroke::new(palette.line(1.0), colour);
                painter.hline(left..=right, painter.round_to_pixel_center(y + drop), stroke);
            }
        }
        LinkKind::Quotation | LinkKind::Theme => {}
    }
}

/// What of a line lies between the letters that reach below it; what is too short to be seen as a line is left out.
fn between(left: f32, right: f32, descents: &[Rangef]) -> Vec<Rangef> {
    const SHORTEST: f32 = 1.5;
    let starts = std::iter::once(left).chain(descents.iter().map(|descent| descent.max));
    let ends = descents.iter().map(|descent| descent.min).chain(std::iter::once(right));
    let parts = starts.zip(ends).map(|(from, to)| Rangef::new(from, to));
    parts.filter(|part| part.max - part.min >= SHORTEST).collect()
}

/// About so long a dash that the last one ends where the line does.
fn dash_ending_with(length: f32, dash: f32, gap: f32) -> f32 {
    let count = ((length + gap) / (dash + gap)).round().max(1.0);
    ((length - (count - 1.0) * gap) / count).max(1.0)
}
