//! Selecting with the pointer: dragged, double and triple clicked.

use std::sync::Arc;

use egui::{Pos2, Response, Ui};

use crate::model::Side;
use crate::ui::column::{Column, SetBlock};
use crate::ui::cursor;
use crate::ui::panes::Panes;
use crate::ui::selection::Selection;

pub(super) fn select(
    ui: &Ui,
    panes: &Panes,
    side: Side,
    column: &mut Column,
    blocks: &[SetBlock],
    response: &Response,
) {
    let Some(at) = response.interact_pointer_pos() else { return };
    let Some(opened) = column.content().map(|content| Arc::clone(&content.opened)) else { return };
    let article = &opened.article;
    if response.drag_started() {
        let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
        column.selection = byte_near(blocks, origin).map(Selection::at);
    }
    if response.dragged() {
        if let (Some(byte), Some(selection)) = (byte_near(blocks, at), &mut column.selection) {
            selection.head = byte;
        }
        let place = panes.places.get(side);
        let over = (at.y - place.viewport.bottom()).max(0.0) + (at.y - place.viewport.top()).min(0.0);
        if over.abs() > 0.0 {
            column.scroll_by(over.clamp(-40.0, 40.0) * 0.4, place);
            ui.ctx().request_repaint();
        }
    }
    if response.triple_clicked() {
        column.selection = byte_near(blocks, at).map(|byte| Selection::paragraph(article, byte));
    } else if response.double_clicked() {
        column.selection = byte_near(blocks, at).map(|byte| Selection::word(article, byte));
    } else if response.clicked() {
        column.selection = None;
    }
}

/// The byte of the article nearest to that point.
fn byte_near(blocks: &[SetBlock], at: Pos2) -> Option<usize> {
    let distance = |block: &&SetBlock| {
        let range = block.rect().y_range();
        (range.min - at.y).max(at.y - range.max).max(0.0)
    };
    let block = blocks
        .iter()
        .filter(|block| block.span.is_some())
        .min_by(|one, other| distance(one).total_cmp(&distance(other)))?;
    Some(block.span?.start + cursor::byte_at(&block.galley, at - block.origin))
}

/// Whether that is a click for itself, and not the first half of a selection.
pub(super) fn is_click(column: &Column, response: &Response) -> bool {
    response.clicked() && !response.double_clicked() && !response.triple_clicked() && column.content().is_some()
}
