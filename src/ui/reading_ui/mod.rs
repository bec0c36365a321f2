//! Both columns with the ribbons between them: pointing, clicking, selecting, scrolling, and painting it all.

mod divider;
mod nodes;
mod pointing;
mod selecting;

use egui::{Id, Painter, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2};

use divider::gutter;
use nodes::{article_ui, links_ui, paragraphs_ui, quotations_ui};
use pointing::{first_whole, link_clicked, paragraph_under, point};
use selecting::{is_click, select};

use super::about_article_ui::about_sign_ui;
use super::card_ui::Subject;
use super::column::{Column, SetBlock};
use super::found_ui::{found_in_strip_ui, found_in_text_ui};
use super::gutter_ui::{Ribbon, ribbon_ui, ribbons};
use super::light::Light;
use super::marks_ui::{Quoted, Seen, behind_text_ui, lit_ui, over_text_ui, quoted_in_view};
use super::palette::Palette;
use super::panes::Panes;
use super::select_keys::select_by_keys;
use super::text_ui::{cut_line_ui, running_head_ui, selection_ui, sheet_ui, words_ui};
use super::tokens::space;
use super::work_marks_ui::{NoteSeen, WorkLit, highlights_ui, notes_ui, signs_ui, written_on};
use super::{icons, strip_ui};
use crate::model::{Side, Sides, Span};
use crate::workspace::{Command, Find, Passage};

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
        under_titles_ui(&painter, palette, panes, (side, area), column, blocks.get(side));
        if let Some(content) = column.content().filter(|_| panes.titles.is_none()) {
            let (left, right) = *panes.sheets.get(side);
            let sheet = Rect::from_x_y_ranges(left..=right, area.y_range());
            running_head_ui(&painter, palette, column, content, panes.places.get(side), blocks.get(side), sheet);
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

fn column_response(ui: &Ui, panes: &Panes, side: Side) -> Response {
    let viewport = panes.places.get(side).viewport;
    // The keyboard goes to the article instead.
    ui.interact(viewport, ui.scope_id().with(("column", side)), Sense::CLICK | Sense::DRAG)
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

/// Under the titles of both over one column no line is cut where it has landed.
fn under_titles_ui(
    painter: &Painter,
    palette: &Palette,
    panes: &Panes,
    (side, area): (Side, Rect),
    column: &Column,
    blocks: &[SetBlock],
) {
    if panes.titles.is_some() && column.offset > 1.0 {
        let (left, right) = *panes.sheets.get(side);
        let above = Rect::from_x_y_ranges(left + 1.0..=right - 1.0, area.top()..=area.top());
        cut_line_ui(painter, palette, column, blocks, above);
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
