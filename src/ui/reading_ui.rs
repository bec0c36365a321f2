//! Both columns with the ribbons between them: pointing, clicking, selecting, scrolling, and painting it all.

use std::sync::Arc;

use egui::text_selection::accesskit_text::update_accesskit_for_text_widget;
use egui::{
    CursorIcon, EventFilter, Id, Key, Painter, Pos2, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo,
    emath::TSTransform, pos2, vec2,
};

use super::about_article_ui::about_sign_ui;
use super::card_ui::Subject;
use super::column::{Column, Content, SetBlock};
use super::cursor;
use super::found_ui::{found_in_strip_ui, found_in_text_ui};
use super::gutter_ui::{Ribbon, ribbon_at, ribbon_ui, ribbons};
use super::landmark::landmark;
use super::light::Light;
use super::marks_ui::{Quoted, Seen, behind_text_ui, lit_ui, over_text_ui, quoted_in_view, scale_of};
use super::palette::Palette;
use super::panes::Panes;
use super::select_keys::select_by_keys;
use super::selection::Selection;
use super::text_ui::{running_head_ui, selection_ui, sheet_ui, words_ui};
use super::tokens::space;
use super::work_marks_ui::{NoteSeen, WorkLit, highlights_ui, notes_ui, signs_ui, written_on};
use super::{icons, strip_ui};
use crate::model::{LinkKind, Side, Sides, Span};
use crate::view;
use crate::workspace::{Action, Command, Find, Passage, Sheet};

/// What the pointer or the keyboard is on, and where the passages in view stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pointed {
    /// What it is on.
    pub subject: Subject,
    /// Whether it is the keyboard that is on it.
    pub by_keyboard: bool,
    /// The column that the keyboard is on, and the widget it is there.
    pub column: Option<(Side, Id)>,
    /// The note whose sign it is on.
    pub note: Option<NoteSeen>,
    /// The paragraph that it is on.
    pub paragraph: Option<(Side, Span)>,
    /// Where the passage stands that a note is being written on.
    pub written_on: Option<Rect>,
    /// What of the text was clicked, even if that is nothing to speak of.
    pub clicked: Option<Subject>,
    /// Linked passages in view.
    seen: Sides<Vec<Seen>>,
    /// Quotations in view.
    quoted: Sides<Vec<Quoted>>,
}

impl Pointed {
    /// Where the words of a subject stand in view.
    pub fn place_of(&self, subject: Subject) -> Option<Rect> {
        let side = subject.side?;
        match (subject.quotation, subject.link) {
            (Some(quotation), _) => {
                self.quoted.get(side).iter().find(|quoted| quoted.quotation == quotation).map(|quoted| quoted.rect)
            }
            (None, Some(link)) => self.seen.get(side).iter().find(|seen| seen.link == link).map(|seen| seen.rect),
            (None, None) => None,
        }
    }
}

/// What stands out beside the links.
#[derive(Debug, Clone, Copy)]
pub struct Lit<'a> {
    /// What is sought in both.
    pub find: &'a Find,
    /// The passages that the reader asked to see.
    pub passage: Option<Passage>,
    /// The quotation under the pointer or the keyboard.
    pub quotation: Option<(Side, usize)>,
    /// Whether nothing can be changed, before a class.
    pub is_presented: bool,
    /// What the reader made.
    pub work: WorkLit<'a>,
}

/// Paints both columns and what joins them. Says what the pointer is on.
#[expect(clippy::too_many_arguments, reason = "one painter's whole surroundings")]
pub fn reading_ui(
    ui: &mut Ui,
    palette: &Palette,
    panes: &Panes,
    columns: &mut Sides<Column>,
    active: Side,
    light: Light<'_>,
    lit: Lit<'_>,
    commands: &mut Vec<Command>,
) -> Pointed {
    let ctx = ui.ctx().clone();
    let painter = ui.painter().with_clip_rect(panes.desk);
    let blocks = Side::BOTH.map(|side| {
        let is_shown = panes.area(side).is_some();
        let column = columns.get_mut(side);
        if is_shown { column.blocks_in_view(&ctx, panes.places.get(side)) } else { Vec::new() }
    });
    let [left, right] = blocks;
    let blocks = Sides::new(left, right);
    let mut pointed = Pointed::default();
    let mut seen: Sides<Vec<Seen>> = Sides::default();
    let mut notes: Sides<Vec<NoteSeen>> = Sides::default();
    for side in Side::BOTH {
        let Some(area) = panes.area(side) else { continue };
        let painter = ui.painter().with_clip_rect(area);
        let column = columns.get_mut(side);
        let response = column_response(ui, panes, side);
        let on = point(ui, panes, side, column, blocks.get(side), &response);
        pointed.paragraph = paragraph_under(blocks.get(side), side, &response).or(pointed.paragraph);
        select(ui, panes, side, column, blocks.get(side), &response);
        if side == active {
            select_by_keys(ui, column, blocks.get(side));
        }
        if is_click(column, &response) {
            let link = link_clicked(&on.links, light);
            commands.extend(link.map(Command::GoTo));
            pointed.clicked = Some(Subject { side: Some(side), quotation: on.quotation, link });
        }
        if on.quotation.is_some() || !on.links.is_empty() {
            pointed.subject = Subject { side: Some(side), quotation: on.quotation, link: on.links.first().copied() };
        }
        paint_column(&painter, palette, panes, area, side, column, blocks.get(side));
        highlights_ui(&painter, palette, lit.work, side, blocks.get(side));
        found_in_text_ui(&painter, palette, lit.find, side, blocks.get(side));
        if let Some(content) = column.content() {
            *seen.get_mut(side) = behind_text_ui(&painter, palette, content, side, blocks.get(side), light);
            *pointed.quoted.get_mut(side) = quoted_in_view(content, side, blocks.get(side));
            lit_ui(&painter, palette, content, side, blocks.get(side), light, lit);
        }
        words_ui(&painter, palette, blocks.get(side));
        if let Some(content) = column.content() {
            over_text_ui(&painter, palette, content, blocks.get(side), light);
        }
        // What was noted for oneself is not for a class.
        if !lit.is_presented {
            let place = panes.places.get(side);
            *notes.get_mut(side) = notes_ui(&painter, palette, lit.work, side, blocks.get(side), place);
            pointed.written_on = pointed.written_on.or(written_on(lit.work, side, blocks.get(side)));
        }
    }
    let joined = if panes.facing.is_none() { joined(panes, columns, &seen, light) } else { Vec::new() };
    let scale = panes.places.left.typesetting.mark_scale();
    for ribbon in &joined {
        ribbon_ui(&painter, palette, ribbon, light.on(ribbon.link), scale);
    }
    for side in Side::BOTH {
        let Some(area) = panes.area(side) else { continue };
        let painter = ui.painter().with_clip_rect(area);
        let column = columns.get_mut(side);
        let mut article = article_ui(ui, panes, side, column, light);
        if article.response().has_focus() {
            pointed.column = Some((side, article.response().id));
            pointed.paragraph = first_whole(blocks.get(side), area).map(|span| (side, span)).or(pointed.paragraph);
        }
        let ui = &mut article;
        paragraphs_ui(ui, side, blocks.get(side), area);
        if !lit.is_presented {
            about_sign_ui(ui, palette, side, blocks.get(side), area, commands);
        }
        if let Some(link) = links_ui(ui, palette, panes, area, side, column, seen.get(side), light, commands) {
            pointed.subject = Subject { link: Some(link), side: Some(side), quotation: None };
            pointed.by_keyboard = true;
        }
        if let Some((note, _)) = signs_ui(ui, palette, lit.work, (side, area), notes.get(side), commands) {
            pointed.note = Some(note);
        }
        if let Some(quotation) = quotations_ui(ui, palette, area, column, side, pointed.quoted.get(side), commands) {
            pointed.subject = Subject { quotation: Some(quotation), side: Some(side), link: None };
            pointed.by_keyboard = true;
        }
        // Where the titles of both stand over the column, its own need not follow.
        if let Some(content) = column.content().filter(|_| panes.titles.is_none()) {
            let (left, right) = *panes.sheets.get(side);
            let sheet = Rect::from_x_y_ranges(left..=right, area.y_range());
            running_head_ui(&painter, palette, column, content, panes.places.get(side), sheet);
            icons::focus_ring_ui(&painter, palette, sheet.shrink(1.0), &ui.response());
        }
        if strip(ui, &painter, palette, panes, side, column, light) {
            commands.push(Command::Leap);
        }
        found_in_strip_ui(&painter, palette, lit.find, side, column, *panes.strips.get(side));
    }
    let has_gutter = panes.facing.is_none();
    let ribbon = has_gutter.then(|| gutter(ui, palette, panes, &joined, light, commands)).flatten();
    if ribbon.is_some() && !pointed.by_keyboard {
        pointed.subject = Subject { link: ribbon, ..Subject::default() };
    }
    pointed.seen = seen;
    pointed
}

/// The paragraph of the article under the pointer.
fn paragraph_under(blocks: &[SetBlock], side: Side, response: &Response) -> Option<(Side, Span)> {
    let at = response.hover_pos()?;
    let block = blocks.iter().find(|block| block.rect().y_range().contains(at.y))?;
    Some((side, block.span?))
}

/// The first paragraph whose beginning is in view.
fn first_whole(blocks: &[SetBlock], area: Rect) -> Option<Span> {
    blocks.iter().filter(|block| block.origin.y >= area.top()).find_map(|block| block.span)
}

fn column_response(ui: &Ui, panes: &Panes, side: Side) -> Response {
    let viewport = panes.places.get(side).viewport;
    // The keyboard goes to the article instead.
    ui.interact(viewport, ui.scope_id().with(("column", side)), Sense::CLICK | Sense::DRAG)
}

/// The part of the window that an article's paragraphs, links and quotations belong to. The keyboard can stand on it:
/// its keys then scroll and select there.
fn article_ui(ui: &mut Ui, panes: &Panes, side: Side, column: &Column, light: Light<'_>) -> Ui {
    let place = panes.places.get(side).viewport;
    let sense = if column.content().is_some() { Sense::FOCUSABLE } else { Sense::hover() };
    let mut article = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("article", side)).sense(sense));
    article.set_min_size(place.size());
    let content = column.content();
    landmark(&article, Role::Document, || {
        let links = content.and_then(Content::compared).map_or(0, |compared| compared.comparison.links.len());
        let shown = links.saturating_sub(light.hidden.iter().filter(|hidden| **hidden).count());
        let title = content.map(Content::title).unwrap_or_default();
        view::article_name(side, content.map(|content| (&*content.opened, &*title)), shown)
    });
    let response = article.response();
    if response.has_focus() {
        let keeps = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        article.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keeps));
    }
    article
}

/// What is under the pointer.
#[derive(Debug, Default)]
struct On {
    /// Links, the most particular first.
    links: Vec<usize>,
    quotation: Option<usize>,
}

fn point(ui: &Ui, panes: &Panes, side: Side, column: &Column, blocks: &[SetBlock], response: &Response) -> On {
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

/// Whether that is a click for itself, and not the first half of a selection.
fn is_click(column: &Column, response: &Response) -> bool {
    response.clicked() && !response.double_clicked() && !response.triple_clicked() && column.content().is_some()
}

/// A click goes to the link under it; one on the current link to the next under the same words.
fn link_clicked(on: &[usize], light: Light<'_>) -> Option<usize> {
    let again = light.current.and_then(|current| on.iter().position(|link| *link == current));
    let next = again.map_or(0, |at| (at + 1) % on.len().max(1));
    on.get(next).copied()
}

fn paint_column(
    painter: &Painter,
    palette: &Palette,
    panes: &Panes,
    area: Rect,
    side: Side,
    column: &Column,
    blocks: &[SetBlock],
) {
    let (left, right) = *panes.sheets.get(side);
    let top = area.top() + space::MEDIUM - column.offset;
    let bottom = if column.content().is_some() {
        (area.top() - column.offset + column.page_height()).max(area.bottom() - space::MEDIUM - column.offset)
    } else {
        area.bottom() - space::MEDIUM
    };
    sheet_ui(painter, palette, Rect::from_min_max(pos2(left, top), pos2(right, bottom)));
    if let Some(selection) = column.selection {
        selection_ui(painter, palette, blocks, selection.span());
    }
}

fn joined(panes: &Panes, columns: &Sides<Column>, seen: &Sides<Vec<Seen>>, light: Light<'_>) -> Vec<Ribbon> {
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

/// The ribbon under the pointer, in the gutter or in the margins beside it. Beside the ribbons the gutter is the divider:
/// dragging it gives room from one column to the other, a double click makes both alike.
fn gutter(
    ui: &Ui,
    palette: &Palette,
    panes: &Panes,
    joined: &[Ribbon],
    light: Light<'_>,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let (left, right) = panes.ribbon_edges();
    let place = Rect::from_x_y_ranges(left + 6.0..=right - 6.0, panes.desk.y_range());
    let response = ui.interact(place, ui.scope_id().with("ribbons"), Sense::click_and_drag());
    let share = f64::from(panes.split_at(place.center().x) * 100.0).round();
    response.widget_info(|| WidgetInfo {
        value: Some(share),
        ..WidgetInfo::labeled(Role::Splitter, true, "Divider between the columns")
    });
    divide_by_keys(ui, palette, place, &response, commands);
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        let moved = response.drag_delta().x.abs() > 0.0;
        let share = response.interact_pointer_pos().filter(|_| moved).map(|at| panes.split_at(at.x));
        commands.extend(share.map(Command::SetSplit));
        return None;
    }
    let link = response.hover_pos().and_then(|at| ribbon_at(joined, at));
    if response.double_clicked() && link.is_none() {
        commands.push(Command::Do(Action::EvenColumns));
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(if link.is_some() { CursorIcon::PointingHand } else { CursorIcon::ResizeHorizontal });
    }
    let link = link?;
    if response.clicked() && light.current != Some(link) {
        commands.push(Command::GoTo(link));
    }
    Some(link)
}

/// With the keyboard on the divider, its arrows move it.
fn divide_by_keys(ui: &Ui, palette: &Palette, place: Rect, response: &Response, commands: &mut Vec<Command>) {
    if !response.has_focus() {
        return;
    }
    let keeps = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keeps));
    for (key, wider) in [(Key::ArrowRight, Side::Left), (Key::ArrowLeft, Side::Right)] {
        if ui.input(|input| input.key_pressed(key)) {
            commands.push(Command::Do(Action::Widen(wider)));
        }
    }
    icons::focus_ring_ui(ui.painter(), palette, place.shrink2(vec2(8.0, 2.0)), response);
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

/// Every quotation in view can be reached with Tab, says who said it, and Enter asks who did. Returns the one with the
/// focus.
fn quotations_ui(
    ui: &Ui,
    palette: &Palette,
    area: Rect,
    column: &Column,
    side: Side,
    quoted: &[Quoted],
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let compared = column.content()?.compared()?;
    let mut focused = None;
    for found in quoted {
        let rect = found.rect.intersect(area);
        if !rect.is_positive() {
            continue;
        }
        // It takes the keyboard alone: the pointer belongs to the text.
        let id = ui.scope_id().with(("quotation", side, found.quotation));
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, view::quotation_name(compared, side, found.quotation))
        });
        let asked = ui.input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click))
            || response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if asked {
            commands.push(Command::OpenSheet(Sheet::WhoSaid(side, found.quotation)));
        }
        if response.has_focus() {
            focused = Some(found.quotation);
            icons::focus_ring_ui(ui.painter(), palette, found.rect.expand2(vec2(4.0, 1.0)), &response);
        }
    }
    focused
}

/// Every linked passage in view can be reached with Tab and says what it is. Returns the one with the focus.
#[expect(clippy::too_many_arguments, reason = "one painter's whole surroundings")]
fn links_ui(
    ui: &Ui,
    palette: &Palette,
    panes: &Panes,
    area: Rect,
    side: Side,
    column: &Column,
    seen: &[Seen],
    light: Light<'_>,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let content = column.content()?;
    let compared = content.compared()?;
    let (left, right) = panes.ribbon_edges();
    let x = if side == Side::Left { left } else { right };
    let mut focused = None;
    for found in seen {
        let rect = Rect::from_x_y_ranges(x - 5.0..=x + 5.0, found.rect.y_range()).intersect(area);
        if !rect.is_positive() {
            continue;
        }
        let response = ui.interact(rect, ui.scope_id().with(("link", side, found.link)), Sense::click());
        let paragraph = content.marks.paragraph_of.get(found.link).copied().unwrap_or(0);
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Link, true, view::link_name(compared, light.hidden, found.link, side, paragraph))
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

/// Says whether the reader is about to leap by it.
fn strip(
    ui: &Ui,
    painter: &Painter,
    palette: &Palette,
    panes: &Panes,
    side: Side,
    column: &mut Column,
    light: Light<'_>,
) -> bool {
    if column.content().is_none() {
        return false;
    }
    let rect = *panes.strips.get(side);
    // The keyboard scrolls on the article itself.
    let response = ui.interact(rect, ui.scope_id().with(("strip", side)), Sense::CLICK | Sense::DRAG);
    response
        .widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, format!("Place in the {} article", side.name())));
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged()) {
        let share = (at.y - rect.top()) / rect.height();
        column.scroll_to_share(share, panes.places.get(side));
    }
    let lively = response.hovered() || response.dragged();
    strip_ui::strip_ui(painter, palette, column, side, panes.places.get(side), rect, light, lively);
    response.is_pointer_button_down_on() && ui.input(|input| input.pointer.any_pressed())
}
