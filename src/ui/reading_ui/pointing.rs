//! What of the text is under the pointer.

use egui::{CursorIcon, Pos2, Rect, Response, Ui};

use crate::model::{LinkKind, Side, Span};
use crate::ui::column::{Column, SetBlock};
use crate::ui::cursor;
use crate::ui::light::Light;
use crate::ui::marks_ui::scale_of;
use crate::ui::panes::Panes;
use crate::view;

/// What is under the pointer.
#[derive(Debug, Default)]
pub(super) struct On {
    /// Links, the most particular first.
    pub(super) links: Vec<usize>,
    pub(super) quotation: Option<usize>,
}

pub(super) fn point(
    ui: &Ui,
    panes: &Panes,
    side: Side,
    column: &Column,
    blocks: &[SetBlock],
    response: &Response,
) -> On {
    let (Some(at), Some(content)) = (response.hover_pos(), column.content()) else { return On::default() };
    let place = panes.places.get(side);
    let Some(block) = blocks.iter().find(|block| block.rect().y_range().contains(at.y)) else { return On::default() };
    let (Some(paragraph), Some(span)) = (block.paragraph, block.span) else { return On::default() };
    let over_text = (place.text_left - 4.0..=place.text_left + place.typesetting.measure).contains(&at.x);
    let on = if over_text {
        ui.ctx().set_cursor_icon(CursorIcon::Text);
        let byte = cursor::byte_under(&block.galley, at - block.origin.to_vec2()).map(|byte| span.start + byte);
        On {
            links: byte.map_or_else(Vec::new, |byte| content.marks.at(paragraph, byte)),
            quotation: byte.and_then(|byte| content.quotation_at(side, byte)),
        }
    } else if at.x < place.text_left {
        On { links: in_margin(content.marks.by_paragraph.get(paragraph), block, at), quotation: None }
    } else {
        On::default()
    };
    if !on.links.is_empty() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    on
}

/// The quotations and themes whose bars stand in the margin at that height.
fn in_margin(marks: Option<&Vec<view::Mark>>, block: &SetBlock, at: Pos2) -> Vec<usize> {
    let between_bars = block.origin.x - 15.0 * scale_of(block);
    let has_bar = |mark: &&view::Mark| match mark.kind {
        LinkKind::Theme => at.x < between_bars,
        LinkKind::Quotation | LinkKind::Event | LinkKind::Fact => {
            at.x >= between_bars && block.lines_of(mark.span).iter().any(|line| line.rect.y_range().contains(at.y))
        }
        _ => false,
    };
    marks.into_iter().flatten().filter(has_bar).map(|mark| mark.link).collect()
}

/// A click goes to the link under it; one on the current link to the next under the same words.
pub(super) fn link_clicked(on: &[usize], light: Light<'_>) -> Option<usize> {
    let again = light.current.and_then(|current| on.iter().position(|link| *link == current));
    let next = again.map_or(0, |at| (at + 1) % on.len().max(1));
    on.get(next).copied()
}

/// The paragraph of the article under the pointer.
pub(super) fn paragraph_under(blocks: &[SetBlock], side: Side, response: &Response) -> Option<(Side, Span)> {
    let at = response.hover_pos()?;
    let block = blocks.iter().find(|block| block.rect().y_range().contains(at.y))?;
    Some((side, block.span?))
}

/// The first paragraph whose beginning is in view.
pub(super) fn first_whole(blocks: &[SetBlock], area: Rect) -> Option<Span> {
    blocks.iter().filter(|block| block.origin.y >= area.top()).find_map(|block| block.span)
}
