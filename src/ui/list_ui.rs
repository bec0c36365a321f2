//! The list of everything shared: kinds with their counts, then every link, strongest first, in plain words. A row has
//! two lines; the whole reason shows where it is current or under the pointer.

use std::sync::Arc;

use egui::{CornerRadius, Galley, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::fonts::{sans, sans_strong};
use super::icons::{focus_ring_ui, kind_mark_ui};
use super::layers_ui::{layer_ui, shortest_ui};
use super::light::Light;
use super::palette::Palette;
use super::pane_ui::{MARGIN, chosen_ground_ui, ground_ui, into_view, rule_ui, silence_ui};
use super::tabs_ui::tabs_ui;
use super::tokens::{size, space};
use super::words_ui::{LINE, few_lines};
use crate::model::LinkKind;
use crate::view::{self, KindCount, ListPlace, Row, StandsFor};
use crate::workspace::{Command, Compared, Pane, State};

/// Above and below a row's words, in points.
const ROW_PADDING: f32 = 6.0;
/// Left of a row's words, where its mark stands, in points.
const MARK_ROOM: f32 = 44.0;
/// Above and below one link of a theme, in points.
const PART_PADDING: f32 = 5.0;
/// Height of a kind's cell, in points.
const CELL: f32 = 28.0;

/// What the list keeps between frames.
#[derive(Debug, Default)]
pub struct ListView {
    seen_arrivals: u64,
    listed: Option<Listed>,
}

/// What is listed, until the comparison, the layers or the current link change.
#[derive(Debug)]
struct Listed {
    compared: Arc<Compared>,
    hidden: Vec<bool>,
    current: Option<usize>,
    summary: String,
    shortest_words: usize,
    counts: Vec<KindCount>,
    rows: Vec<ListPlace>,
    /// Per link its place among those that are shown, counted from 1; 0 for the others.
    ordinals: Vec<usize>,
    shown: usize,
}

impl Listed {
    fn new(state: &State, compared: &Arc<Compared>, hidden: &[bool]) -> Self {
        let shown: Vec<usize> = state.shown().collect();
        let mut ordinals = vec![0; compared.comparison.links.len()];
        for (at, link) in shown.iter().enumerate() {
            ordinals[*link] = at + 1;
        }
        Self {
            compared: Arc::clone(compared),
            hidden: hidden.to_vec(),
            current: state.current,
            summary: view::shared_summary(compared, hidden),
            shortest_words: state.settings.shortest_words,
            counts: view::counts(compared, state.settings.shortest_words),
            rows: view::places(compared, &shown, state.current),
            ordinals,
            shown: shown.len(),
        }
    }

    fn is_of(&self, state: &State, compared: &Arc<Compared>, hidden: &[bool]) -> bool {
        Arc::ptr_eq(&self.compared, compared)
            && self.hidden == hidden
            && self.current == state.current
            && self.shortest_words == state.settings.shortest_words
    }

    fn ordinal(&self, link: usize) -> String {
        format!("{} of {}", self.ordinals.get(link).copied().unwrap_or(0), self.shown)
    }
}

/// Paints the list; says which link the pointer or the keyboard is on.
pub fn list_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    view: &mut ListView,
    light: Light<'_>,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let rect = ui.max_rect();
    ground_ui(ui, palette);
    let Some(compared) = &state.compared else {
        let y = tabs_ui(ui, palette, Pane::Shared, commands);
        silence_ui(ui, palette, y + space::LARGE, view::empty_list(state));
        return None;
    };
    if !view.listed.as_ref().is_some_and(|listed| listed.is_of(state, compared, light.hidden)) {
        view.listed = Some(Listed::new(state, compared, light.hidden));
    }
    let ListView { seen_arrivals, listed: Some(listed) } = view else { return None };
    let y = head_ui(ui, palette, state, compared, listed, commands);
    let body = Rect::from_min_max(pos2(rect.left() + 1.0, y), rect.max);
    rule_ui(ui, palette, y);
    if listed.shown == 0 {
        silence_ui(ui, palette, y + space::LARGE, view::empty_list(state));
        return None;
    }
    rows_ui(ui, palette, state, listed, seen_arrivals, body, light, commands)
}

/// The tabs, the counts and the filter. Returns the height where it ends.
fn head_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    compared: &Compared,
    listed: &Listed,
    commands: &mut Vec<Command>,
) -> f32 {
    let rect = ui.max_rect();
    let left = rect.left() + MARGIN;
    let mut y = tabs_ui(ui, palette, Pane::Shared, commands) + space::MEDIUM;
    let summary =
        ui.painter().layout(listed.summary.clone(), sans(size::LABEL), palette.quiet, rect.width() - 2.0 * MARGIN);
    let height = summary.rect.height();
    let place = Rect::from_min_size(pos2(left, y), summary.rect.size());
    let response = ui.interact(place, ui.scope_id().with("summary"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, summary.text()));
    ui.painter().galley(place.min, summary, palette.quiet);
    y += height + space::HAIR;
    y += space::SMALL;
    let width = (rect.width() - 26.0) / 2.0;
    for (at, found) in listed.counts.iter().enumerate() {
        let cell = Rect::from_min_size(
            pos2(rect.left() + 13.0 + width * (at % 2) as f32, y + CELL * (at / 2) as f32),
            vec2(width, CELL),
        );
        layer_ui(ui, palette, cell, *found, state, commands);
    }
    y += CELL * listed.counts.len().div_ceil(2) as f32 + space::HAIR;
    if compared.comparison.links.iter().any(|link| matches!(link.kind, LinkKind::Text | LinkKind::Quotation)) {
        let row = Rect::from_min_max(pos2(left, y), pos2(rect.right() - 20.0, y + CELL));
        shortest_ui(ui, palette, row, state.settings.shortest_words, commands);
        y += CELL;
    }
    y + space::HAIR
}

#[expect(clippy::too_many_arguments, reason = "one painter's whole surroundings")]
fn rows_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    listed: &Listed,
    seen_arrivals: &mut u64,
    body: Rect,
    light: Light<'_>,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let width = body.width();
    let rows = &listed.rows;
    let comparison = &listed.compared.comparison;
    let is_current =
        |row: &ListPlace| state.current == Some(row.link) && !matches!(row.stands_for, StandsFor::Theme(_));
    let mut tops = Vec::with_capacity(rows.len() + 1);
    let mut y = space::HAIR;
    for row in rows {
        tops.push(y);
        let found = view::row_of(comparison, *row);
        y += found.map_or(0.0, |found| row_height(ui, &found, width, is_current(row)));
    }
    tops.push(y);
    let total = y + space::WIDE;
    let mut pointed = None;
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("rows"));
    ScrollArea::vertical().id_salt("shared").auto_shrink(false).show_viewport(&mut child, |ui, viewport| {
        ui.set_height(total);
        let origin = ui.max_rect().min;
        let place = |at: usize| {
            Rect::from_min_max(pos2(origin.x, origin.y + tops[at]), pos2(origin.x + width, origin.y + tops[at + 1]))
        };
        if *seen_arrivals != state.arrivals {
            *seen_arrivals = state.arrivals;
            if let Some(at) = rows.iter().position(is_current) {
                ui.scroll_to_rect(place(at).expand2(vec2(0.0, 40.0)), None);
            }
        }
        // One more at each end, that the keyboard can go on to.
        let first = tops.partition_point(|top| *top <= viewport.top()).saturating_sub(2);
        let end = tops.partition_point(|top| *top <= viewport.bottom()) + 1;
        for (at, listed_row) in rows.iter().enumerate().take(end).skip(first) {
            let Some(row) = view::row_of(comparison, *listed_row) else { continue };
            let place = RowPlace { rect: place(at), ordinal: listed.ordinal(row.link) };
            let response = row_ui(ui, palette, &row, &place, is_current(listed_row), light);
            if response.clicked() {
                commands.push(Command::GoTo(row.link));
            }
            if response.hovered() || response.has_focus() {
                pointed = Some(row.link);
            }
        }
    });
    pointed
}

/// The current row shows its whole reason, the others as many lines as [`lines_of`] gives them.
fn row_height(ui: &Ui, row: &Row<'_>, width: f32, is_current: bool) -> f32 {
    let whole = || (reason(ui, row, width, true).rect.height() / LINE).round();
    let lines = if is_current { whole() } else { lines_of(ui, row, width) as f32 };
    match row.stands_for {
        StandsFor::PartOfTheme => LINE * lines + PART_PADDING * 2.0,
        _ => LINE * (1.0 + lines) + 2.0 * ROW_PADDING,
    }
}

/// On how many lines a reason stands, one or two. Where the number of its letters tells, it is not laid out for that:
/// there may be two thousand rows.
fn lines_of(ui: &Ui, row: &Row<'_>, width: f32) -> usize {
    /// Breadth of a letter of the panels in narrow words and in wide ones, as a share of its size.
    const LETTER: (f32, f32) = (0.42, 0.56);
    let room = width - MARK_ROOM - MARGIN;
    if matches!(row.stands_for, StandsFor::Theme(_)) {
        return 1;
    }
    let letters = row.short_why.chars().count() as f32 * size::PANEL;
    let is_longer = || {
        let words =
            ui.painter().layout_no_wrap(row.short_why.to_string(), sans(size::PANEL), egui::Color32::PLACEHOLDER);
        words.rect.width() > room
    };
    let two = letters * LETTER.0 > room || letters * LETTER.1 > room && is_longer();
    1 + usize::from(two)
}

/// The reason on a line or two, or whole.
fn reason(ui: &Ui, row: &Row<'_>, width: f32, whole: bool) -> Arc<Galley> {
    let (words, lines) = if whole { (&row.why, usize::MAX) } else { (&row.short_why, lines_of(ui, row, width)) };
    few_lines(ui, words, sans(size::PANEL), width - MARK_ROOM - 20.0, lines)
}

/// Where a row stands: on screen and in the list.
struct RowPlace {
    rect: Rect,
    ordinal: String,
}

fn row_ui(ui: &Ui, palette: &Palette, row: &Row<'_>, place: &RowPlace, is_current: bool, light: Light<'_>) -> Response {
    let rect = place.rect;
    let is_part = row.stands_for == StandsFor::PartOfTheme;
    let response = ui.interact(rect, ui.scope_id().with(("row", row.link, is_part)), Sense::click());
    response.widget_info(|| {
        let kind = view::kind_name(row.kind);
        let name = match row.stands_for {
            StandsFor::Theme(_) => format!("{kind}, {}, {}", row.label, row.why),
            _ => format!("{}, {kind}, {}. {}", place.ordinal, row.label, row.why),
        };
        WidgetInfo::labeled(Role::ListItem, true, name)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_current));
    let painter = ui.painter();
    let card = rect.shrink2(vec2(8.0, 1.0));
    if is_current {
        chosen_ground_ui(ui, palette, rect, palette.hue(row.kind), if is_part { 5.0 } else { 8.0 });
    } else if response.hovered() || light.pointed == Some(row.link) {
        painter.rect_filled(card, CornerRadius::same(6), palette.wash(0.05));
    }
    focus_ring_ui(painter, palette, card, &response);
    into_view(ui, rect, &response);
    let left = rect.left() + MARK_ROOM;
    let why = reason(ui, row, rect.width(), is_current);
    let is_elided = why.elided;
    if is_part {
        painter.galley(pos2(left, rect.top() + PART_PADDING), why, palette.quiet);
    } else {
        let top = rect.top() + ROW_PADDING;
        kind_mark_ui(painter, palette, row.kind, pos2(rect.left() + 27.0, top + LINE / 2.0));
        let room = rect.width() - MARK_ROOM - 20.0;
        let label = few_lines(ui, &row.label, sans_strong(size::PANEL), room, 1);
        painter.galley(pos2(left, top), label, palette.ink);
        painter.galley(pos2(left, top + LINE), why, palette.quiet);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if !is_elided {
        return response;
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(rect.width() - 40.0);
        ui.label(row.why.as_ref());
    })
}
