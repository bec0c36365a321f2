//! Both columns with the ribbons between them: pointing, clicking, selecting, scrolling, and painting it all.

use std::sync::Arc;

use egui::text_selection::accesskit_text::update_accesskit_for_text_widget;
use egui::{CursorIcon, Painter, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, emath::TSTransform, pos2, vec2};

use super::column::{Column, SetBlock};
use super::cursor;
use super::gutter_ui::{Ribbon, ribbon_at, ribbon_ui, ribbons};
use super::light::Light;
use super::marks_ui::{Seen, behind_text_ui, over_text_ui};
use super::panes::Panes;
use super::selection::Selection;
use super::text_ui::{running_head_ui, selection_ui, sheet_ui, words_ui};
use super::tokens::{Palette, space};
use super::{icons, strip_ui};
use crate::model::{LinkKind, Side, Sides};
use crate::view;
use crate::workspace::Command;

/// What the pointer is on.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pointed {
    /// The link.
    pub link: Option<usize>,
    /// The column, where it is in one.
    pub side: Option<Side>,
}

/// Paints both columns and what joins them. Says what the pointer is on.
pub fn reading_ui(
    ui: &mut Ui,
    palette: &Palette,
    panes: &Panes,
    columns: &mut Sides<Column>,
    light: Light,
    commands: &mut Vec<Command>,
) -> Pointed {
    let ctx = ui.ctx().clone();
    let painter = ui.painter().with_clip_rect(panes.desk);
    let blocks = Sides::new(
        columns.left.blocks_in_view(&ctx, &panes.places.left),
        columns.right.blocks_in_view(&ctx, &panes.places.right),
    );
    let mut pointed = Pointed::default();
    let mut seen: Sides<Vec<Seen>> = Sides::default();
    for side in Side::BOTH {
        let column = columns.get_mut(side);
        let response = column_response(ui, panes, side);
        let on = point(ui, panes, side, column, blocks.get(side), &response);
        select(ui, panes, side, column, blocks.get(side), &response);
        click(column, &response, &on, light, commands);
        if let Some(link) = on.first() {
            pointed = Pointed { link: Some(*link), side: Some(side) };
        }
        paint_column(&painter, palette, panes, side, column, blocks.get(side));
        if let Some(content) = column.content() {
            *seen.get_mut(side) = behind_text_ui(&painter, palette, content, blocks.get(side), light);
        }
        words_ui(&painter, palette, blocks.get(side));
        if let Some(content) = column.content() {
            over_text_ui(&painter, palette, content, blocks.get(side), light);
        }
        paragraphs_ui(ui, side, blocks.get(side), panes.desk);
    }
    let joined = joined(panes, columns, &seen, light);
    for ribbon in &joined {
        ribbon_ui(&painter, palette, ribbon, light.on(ribbon.link, ribbon.kind));
    }
    if let Some(link) = gutter(ui, panes, &joined, light, commands) {
        pointed = Pointed { link: Some(link), side: None };
    }
    for side in Side::BOTH {
        let column = columns.get_mut(side);
        if let Some(link) = links_ui(ui, palette, panes, side, column, seen.get(side), commands) {
            pointed = Pointed { link: Some(link), side: None };
        }
        if let Some(content) = column.content() {
            let (left, right) = *panes.sheets.get(side);
            let sheet = Rect::from_x_y_ranges(left..=right, panes.desk.y_range());
            running_head_ui(&painter, palette, column, content, panes.places.get(side), sheet);
        }
        strip(ui, &painter, palette, panes, side, column, light);
    }
    pointed
}

fn column_response(ui: &Ui, panes: &Panes, side: Side) -> Response {
    let viewport = panes.places.get(side).viewport;
    ui.interact(viewport, ui.scope_id().with(("column", side)), Sense::click_and_drag())
}

/// The links under the pointer, the most particular first.
fn point(ui: &Ui, panes: &Panes, side: Side, column: &Column, blocks: &[SetBlock], response: &Response) -> Vec<usize> {
    let (Some(at), Some(content)) = (response.hover_pos(), column.content()) else { return Vec::new() };
    let place = panes.places.get(side);
    let Some(block) = blocks.iter().find(|block| block.rect().y_range().contains(at.y)) else { return Vec::new() };
    let (Some(paragraph), Some(span)) = (block.paragraph, block.span) else { return Vec::new() };
    let over_text = (place.text_left - 4.0..=place.text_left + place.typesetting.measure).contains(&at.x);
    let links = if over_text {
        ui.ctx().set_cursor_icon(CursorIcon::Text);
        let byte = cursor::byte_under(&block.galley, at - block.origin.to_vec2());
        byte.map_or_else(Vec::new, |byte| content.marks.at(paragraph, span.start + byte))
    } else if at.x < place.text_left {
        in_margin(content.marks.by_paragraph.get(paragraph), block, at)
    } else {
        Vec::new()
    };
    if !links.is_empty() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    links
}

/// The quotations and themes whose bars stand in the margin at that height.
fn in_margin(marks: Option<&Vec<view::Mark>>, block: &SetBlock, at: Pos2) -> Vec<usize> {
    let has_bar = |mark: &&view::Mark| match mark.kind {
        LinkKind::Theme => at.x < block.origin.x - 15.0,
        LinkKind::Quotation | LinkKind::Event | LinkKind::Fact => {
            at.x >= block.origin.x - 15.0
                && block.lines_of(mark.span).iter().any(|line| line.rect.y_range().contains(at.y))
        }
        _ => false,
    };
    marks.into_iter().flatten().filter(has_bar).map(|mark| mark.link).collect()
}

fn select(ui: &Ui, panes: &Panes, side: Side, column: &mut Column, blocks: &[SetBlock], response: &Response) {
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

/// A click goes to the link under it; a click on the current one to the next under the same words.
fn click(column: &mut Column, response: &Response, on: &[usize], light: Light, commands: &mut Vec<Command>) {
    if !response.clicked() || response.double_clicked() || response.triple_clicked() || column.content().is_none() {
        return;
    }
    let again = light.current.and_then(|current| on.iter().position(|link| *link == current));
    let next = again.map_or(0, |at| (at + 1) % on.len().max(1));
    commands.extend(on.get(next).map(|link| Command::GoTo(*link)));
}

fn paint_column(painter: &Painter, palette: &Palette, panes: &Panes, side: Side, column: &Column, blocks: &[SetBlock]) {
    let (left, right) = *panes.sheets.get(side);
    let top = panes.desk.top() + space::MEDIUM - column.offset;
    let bottom = if column.content().is_some() {
        (panes.desk.top() - column.offset + column.page_height())
            .max(panes.desk.bottom() - space::MEDIUM - column.offset)
    } else {
        panes.desk.bottom() - space::MEDIUM
    };
    sheet_ui(painter, palette, Rect::from_min_max(pos2(left, top), pos2(right, bottom)));
    if let Some(selection) = column.selection {
        selection_ui(painter, palette, blocks, selection.span());
    }
}

fn joined(panes: &Panes, columns: &Sides<Column>, seen: &Sides<Vec<Seen>>, light: Light) -> Vec<Ribbon> {
    let above = |link: usize| {
        let is_above = |side: Side| {
            let column = columns.get(side);
            let middle = column.offset + panes.desk.height() / 2.0;
            column.share_of(link).is_some_and(|share| share * column.page_height() < middle)
        };
        Sides::new(is_above(Side::Left), is_above(Side::Right))
    };
    ribbons(seen, light, panes.ribbon_edges(), panes.desk, above)
}

/// The ribbon under the pointer, in the gutter or in the margins beside it.
fn gutter(ui: &Ui, panes: &Panes, joined: &[Ribbon], light: Light, commands: &mut Vec<Command>) -> Option<usize> {
    let (left, right) = panes.ribbon_edges();
    let place = Rect::from_x_y_ranges(left + 6.0..=right - 6.0, panes.desk.y_range());
    let response = ui.interact(place, ui.scope_id().with("ribbons"), Sense::click());
    let link = response.hover_pos().and_then(|at| ribbon_at(joined, at))?;
    ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    if response.clicked() && light.current != Some(link) {
        commands.push(Command::GoTo(link));
    }
    Some(link)
}

/// Every paragraph in view is a text node with its words, for screen readers.
fn paragraphs_ui(ui: &Ui, side: Side, blocks: &[SetBlock], clip: Rect) {
    for block in blocks {
        let rect = block.rect().intersect(clip);
        if !rect.is_positive() {
            continue;
        }
        let id = ui.scope_id().with(("block", side, block.index));
        let response = ui.interact(rect, id, Sense::hover());
        let role = match block.kind {
            view::BlockKind::Title | view::BlockKind::Heading => Role::Heading,
            _ => Role::Label,
        };
        response.widget_info(|| WidgetInfo::labeled(role, true, block.galley.text()));
        let transform = TSTransform::from_translation(block.origin.to_vec2());
        update_accesskit_for_text_widget(ui.ctx(), id, None, transform, &block.galley);
    }
}

/// Every linked passage in view can be reached with Tab and says what it is. Returns the one with the focus.
fn links_ui(
    ui: &Ui,
    palette: &Palette,
    panes: &Panes,
    side: Side,
    column: &Column,
    seen: &[Seen],
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let content = column.content()?;
    let comparison = content.comparison()?;
    let place = panes.places.get(side);
    let x = match side {
        Side::Left => place.text_left + place.typesetting.measure + 10.0,
        Side::Right => place.text_left - 26.0,
    };
    let mut focused = None;
    for found in seen {
        let rect = Rect::from_x_y_ranges(x - 5.0..=x + 5.0, found.rect.y_range()).intersect(panes.desk);
        if !rect.is_positive() {
            continue;
        }
        let response = ui.interact(rect, ui.scope_id().with(("link", side, found.link)), Sense::click());
        let paragraph = content.marks.paragraph_of.get(found.link).copied().unwrap_or(0);
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Link, true, view::link_name(comparison, found.link, side, paragraph))
        });
        if response.clicked() {
            commands.push(Command::GoTo(found.link));
        }
        if response.has_focus() {
            focused = Some(found.link);
            icons::focus_ring_ui(ui.painter(), palette, found.rect.expand2(vec2(4.0, 1.0)), &response);
        }
    }
    focused
}

fn strip(ui: &Ui, painter: &Painter, palette: &Palette, panes: &Panes, side: Side, column: &mut Column, light: Light) {
    if column.content().is_none() {
        return;
    }
    let rect = *panes.strips.get(side);
    let response = ui.interact(rect, ui.scope_id().with(("strip", side)), Sense::click_and_drag());
    response
        .widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, format!("Place in the {} article", side.name())));
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged()) {
        let share = (at.y - rect.top()) / rect.height();
        column.scroll_to_share(share, panes.places.get(side));
    }
    let lively = response.hovered() || response.dragged();
    strip_ui::strip_ui(painter, palette, column, panes.places.get(side), rect, light, lively);
}
