//! The whole window: menu bar, two columns with ribbons, the list or the bar, and what lies over them.

mod foot;
mod over_columns;
mod pointer;
mod scrolling;
mod side_pane;
mod travel;

use egui::{CornerRadius, Id, Rect, Role, Ui, UiBuilder};

use foot::foot_ui;
use over_columns::{is_waiting, notices_ui, over_columns_ui};
use pointer::{Rest, follow_pointer};
use scrolling::{keep_level, scroll};
use side_pane::{drawer_ui, pane_ui};
use travel::settle;

use super::bar_ui::{BarView, bar_ui};
use super::caption_ui::caption_ui;
use super::card_ui::{Card, Subject};
use super::column::{Column, Goal, PageSet};
use super::focus_ui::{focus_line_ui, pointer_line_ui};
use super::landmark::landmark;
use super::level::Anchors;
use super::light::Light;
use super::list_ui::ListView;
use super::note_ui::{NoteView, note_card_ui, note_leaf_ui};
use super::overview_ui::OverviewView;
use super::palette::Palette;
use super::panes::Panes;
use super::reading_ui::{Lit, Pointed, reading_ui};
use super::selected_ui::{SelectedCount, selected_ui};
use super::selection::Selection;
use super::sheets_ui::{SheetView, sheets_ui};
use super::sources_ui::SourcesView;
use super::start_ui::start_ui;
use super::themes_ui::ThemesView;
use super::titles_ui::titles_ui;
use super::tokens::motion;
use super::told_ui::Telling;
use super::tour_ui::tour_ui;
use super::work_marks_ui::WorkLit;
use super::work_pane_ui::WorkView;
use super::{counterpart_ui, drop_ui, link_bar_ui, menu_ui, style};
use crate::model::{ItemId, LinkKind, Side, Sides, Span};
use crate::workspace::{Command, Passage, State, Together};

/// What the window keeps between frames that is nobody's but its own.
#[derive(Debug)]
pub struct Room {
    /// The columns.
    pub columns: Sides<Column>,
    /// The column that the reader turned to last.
    pub active: Side,
    overview: OverviewView,
    list: ListView,
    themes: ThemesView,
    work: WorkView,
    sources: SourcesView,
    /// The theme that the reader is at in a pane.
    theme: Option<usize>,
    /// The column that the keyboard stands on, and the widget it is there.
    keyboard: Option<(Side, Id)>,
    is_narrow: bool,
    is_one_column: bool,
    /// The note under the pointer or the keyboard.
    note: Option<ItemId>,
    leaf: NoteView,
    /// The paragraph under the pointer or the keyboard.
    paragraph: Option<(Side, Span)>,
    /// The article that is not to be seen at all.
    hidden: Option<Side>,
    /// The article that the reader had turned to in the last frame.
    facing: Side,
    anchors: Anchors,
    /// The colours of the last frame.
    palette: Option<&'static Palette>,
    sheets: SheetView,
    bar: BarView,
    pointed: Subject,
    rest: Rest,
    card: Card,
    counted: Sides<SelectedCount>,
    telling: Telling,
    at_hand: Option<(Side, usize)>,
    seen_arrivals: u64,
    /// Where the columns stood when both passages came to one height, until the reader scrolls.
    landed: Option<Panes>,
    busy_since: Option<f64>,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            columns: Sides::new(Column::new(Side::Left), Column::new(Side::Right)),
            active: Side::Left,
            overview: OverviewView::default(),
            list: ListView::default(),
            themes: ThemesView::default(),
            work: WorkView::default(),
            sources: SourcesView::default(),
            theme: None,
            keyboard: None,
            is_narrow: false,
            is_one_column: false,
            note: None,
            leaf: NoteView::default(),
            paragraph: None,
            hidden: None,
            facing: Side::Left,
            anchors: Anchors::default(),
            palette: None,
            sheets: SheetView::default(),
            bar: BarView::default(),
            pointed: Subject::default(),
            rest: Rest::default(),
            card: Card::default(),
            counted: Sides::default(),
            telling: Telling::default(),
            at_hand: None,
            seen_arrivals: 0,
            landed: None,
            busy_since: None,
        }
    }
}

impl Room {
    /// What is being typed is done, as the window is about to close.
    pub fn end(&mut self, state: &State) -> Vec<Command> {
        let mut commands = vec![Command::KeepNote];
        self.sheets.end(state, &mut commands);
        commands
    }

    /// Keeps in the state what the window alone knows: where the reader is and what they are at, and what its size
    /// leaves room for.
    pub fn report(&self, state: &mut State) {
        state.places = Sides::new(self.columns.left.top_byte(), self.columns.right.top_byte());
        state.at_hand = self.at_hand;
        state.theme_at_hand = self.theme;
        state.selected = self.selected();
        state.paragraph_at_hand = self.paragraph;
        state.is_narrow = self.is_narrow;
        state.one_column.is_shown = self.is_one_column;
        state.one_column.facing = self.facing;
    }

    /// The words selected in each column that is to be seen.
    fn selected(&self) -> Sides<Option<Span>> {
        let span = |side: Side| {
            let column = self.columns.get(side);
            let is_shown = column.content().is_some() && self.hidden != Some(side);
            column.selection.filter(|_| is_shown).map(Selection::span).filter(|span| !span.is_empty())
        };
        Sides::new(span(Side::Left), span(Side::Right))
    }

    /// The selected words, exactly as the article has them.
    pub fn selected_words(&self) -> Option<String> {
        selected_words(&self.columns, self.active, self.hidden)
    }

    /// The column that the keyboard stands on.
    fn keyboard_column(&self, ui: &Ui) -> Option<Side> {
        let (side, id) = self.keyboard?;
        ui.memory(|memory| memory.has_focus(id)).then_some(side)
    }

    /// Scrolls both columns to the top or to the end.
    pub fn scroll_both(&mut self, now: f64, to_end: bool) {
        self.landed = None;
        for side in Side::BOTH {
            let offset = if to_end { f32::MAX } else { 0.0 };
            self.columns.get_mut(side).glide_to(Goal::Offset(offset), now, false);
        }
    }
}

/// The selected words of the column that the reader turned to last, else of the other one.
fn selected_words(columns: &Sides<Column>, active: Side, hidden: Option<Side>) -> Option<String> {
    let words = |side: Side| {
        let column = columns.get(side);
        let content = column.content().filter(|_| hidden != Some(side))?;
        let words = column.selection?.words(&content.opened.article);
        (!words.is_empty()).then(|| words.to_owned())
    };
    words(active).or_else(|| words(active.other()))
}

/// Paints the window and collects what the reader asks for.
pub fn room_ui(ui: &mut Ui, state: &State, room: &mut Room, commands: &mut Vec<Command>) {
    let palette = style::palette(ui.ctx());
    if room.palette != Some(palette) {
        // Widgets made before the colours changed have the old ones in this frame.
        room.palette = Some(palette);
        ui.ctx().request_repaint();
    }
    let window = ui.max_rect();
    room.rest.look(ui, state.arrivals);
    ui.painter().rect_filled(window, CornerRadius::ZERO, palette.desk);
    let panes = take_places(ui, state, room, window);
    for side in Side::BOTH {
        let column = state.columns.get(side);
        room.columns.get_mut(side).take(column.opened.as_ref(), state.compared.as_ref(), page_set(state, side));
    }
    let moved = scroll(ui, state, room, &panes, commands);
    if panes.facing.is_none() {
        // Beside each other the reader turns to an article by pointing at it.
        room.facing = room.active;
    } else if panes.area(room.active).is_none() {
        room.active = room.facing;
    }
    settle(ui, state, room, &panes);
    keep_level(state, room, &panes, moved);
    let hidden = state.hidden();
    let light = light(state, room, &hidden);
    // A theme's passages have a wash of their own.
    let is_of_theme = |passage: &Passage| state.together.is_some() || state.kind_of(passage) == Some(LinkKind::Theme);
    let passage = state.passage.filter(|passage| !is_of_theme(passage));
    let quotation = room.pointed.side.zip(room.pointed.quotation);
    let work = work_lit(state, room.note);
    let lit = Lit { find: &state.find, passage, quotation, is_presented: state.presenting, work };
    // In the order that Tab goes: menus, articles, what stands beside them.
    let is_start = is_nothing_open(state);
    if !state.presenting && !is_start {
        menu_bar_ui(ui, palette, state, panes.menu, commands);
    }
    if let (Some(facing), Some(row)) = (panes.facing, panes.titles) {
        titles_ui(ui, palette, state, row, facing, commands);
    }
    if let Some(drawer) = panes.counterpart {
        counterpart_ui::ground_ui(ui, palette, drawer);
    }
    // Under the start page nothing is to be pointed at, and no divider for the keyboard to stand on unseen.
    let in_text = if is_start {
        Pointed::default()
    } else {
        let mut child = ui.new_child(UiBuilder::new().max_rect(panes.desk).id_salt("reading"));
        landmark(&child, Role::Main, || "Both articles".to_owned());
        reading_ui(&mut child, palette, &panes, &mut room.columns, room.active, light, lit, commands)
    };
    if !state.presenting {
        menu_ui::menu_edge_ui(ui.painter(), palette, panes.menu);
    }
    room.keyboard = in_text.column;
    note_room_ui(ui, palette, state, room, &in_text, panes.desk, commands);
    if let Some((side, _)) = room.keyboard {
        room.active = side;
    }
    selections_ui(ui, palette, state, room, &panes);
    if state.settings.focus_line {
        focus_line_ui(ui, palette, &panes, &room.columns);
    }
    if state.presenting && !room.rest.has_arrived() {
        pointer_line_ui(ui, palette, &panes, &room.columns);
    }
    if let (Some(facing), Some(drawer)) = (panes.facing, panes.counterpart) {
        let mut child = ui.new_child(UiBuilder::new().max_rect(drawer).id_salt("counterpart"));
        child.set_clip_rect(drawer);
        counterpart_ui::head_ui(&mut child, palette, state, facing.other(), drawer, commands);
    }
    let in_list = panes.list.and_then(|rect| {
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("list"));
        pane_ui(&mut child, palette, state, room, light, commands)
    });
    if let Some(rect) = panes.bar.filter(|_| state.presenting) {
        caption_ui(ui, palette, state, rect);
    } else if let Some(rect) = panes.bar {
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("bar"));
        landmark(&child, Role::Group, || "The link at hand".to_owned());
        link_bar_ui::link_bar_ui(&mut child, palette, state, &hidden, commands);
    }
    let in_drawer = panes.drawer.and_then(|rect| drawer_ui(ui, palette, state, room, light, rect, commands));
    let waits = is_waiting(ui, state, room);
    if is_start {
        start_ui(ui, palette, state, panes.desk, commands);
        // There is but one thing to do here: the keyboard comes to it first.
        menu_bar_ui(ui, palette, state, panes.menu, commands);
        notices_ui(ui, palette, state, &panes, commands);
    } else {
        over_columns_ui(ui, palette, state, &panes, waits, commands);
    }
    tour_ui(ui, palette, state, &panes, commands);
    foot_ui(ui, palette, state, room, &panes, commands);
    drop_ui::drop_ui(ui, palette, &panes);
    // A selection may be a whole book: it is copied only where somebody takes it.
    let (columns, active, hidden_side) = (&room.columns, room.active, room.hidden);
    let selected = || selected_words(columns, active, hidden_side);
    if let Some(strip) = panes.find {
        let mut child = ui.new_child(UiBuilder::new().max_rect(strip).id_salt("find"));
        bar_ui(&mut child, palette, state, &mut room.bar, selected, commands);
    }
    room.sheets.offer(state.sheet, selected);
    sheets_ui(ui, palette, state, &mut room.sheets, commands);
    follow_pointer(ui, palette, state, room, in_list.or(in_drawer), &in_text, commands);
}

fn menu_bar_ui(ui: &mut Ui, palette: &Palette, state: &State, place: Rect, commands: &mut Vec<Command>) {
    let mut bar = ui.new_child(UiBuilder::new().max_rect(place).id_salt("menu"));
    landmark(&bar, Role::Group, || "Menus and buttons".to_owned());
    menu_ui::menu_ui(&mut bar, palette, state, !is_nothing_open(state), commands);
}

/// What of the links and themes is lit.
fn light<'a>(state: &State, room: &Room, hidden: &'a [bool]) -> Light<'a> {
    Light {
        current: state.current,
        pointed: room.pointed.link,
        hidden,
        theme: state.together.as_ref().map(|together| together.theme).or(room.theme),
        turn: state.together.as_ref().and_then(Together::passage).and_then(|passage| {
            let span = *passage.spans.get(passage.asked);
            Some((passage.asked, span?))
        }),
        themes_alone: state.only() == Some(LinkKind::Theme),
    }
}

/// How much is selected, over the foot of each article.
fn selections_ui(ui: &Ui, palette: &Palette, state: &State, room: &mut Room, panes: &Panes) {
    for side in Side::BOTH {
        let Some(area) = panes.area(side) else { continue };
        let place = panes.places.get(side);
        let text = Rect::from_x_y_ranges(place.text_left..=place.text_left + place.typesetting.measure, area.y_range());
        let (column, counted) = (room.columns.get(side), room.counted.get_mut(side));
        selected_ui(ui, palette, counted, column, side, text, state.settings.words_a_minute);
    }
}

/// How that side's page is made.
fn page_set(state: &State, side: Side) -> PageSet {
    let (folded, words_a_minute) = (state.is_folded(), state.settings.words_a_minute);
    PageSet { folded, words_a_minute, described: state.described(side) }
}

/// What the reader made, as both columns show it.
fn work_lit(state: &State, pointed: Option<ItemId>) -> WorkLit<'_> {
    let keys = Sides::new(state.key(Side::Left), state.key(Side::Right));
    WorkLit { work: state.work(), keys, pointed, writing: state.writing.as_ref() }
}

/// The leaf that a note is written on, or the words of the note that is pointed at.
fn note_room_ui(
    ui: &Ui,
    palette: &Palette,
    state: &State,
    room: &mut Room,
    in_text: &Pointed,
    desk: Rect,
    commands: &mut Vec<Command>,
) {
    room.paragraph = in_text.paragraph;
    let at = in_text.note.as_ref().filter(|_| state.writing.is_none() && state.sheet.is_none());
    let item = at.map(|note| note.item);
    if room.note != item {
        room.note = item;
        ui.ctx().request_repaint();
    }
    if let Some(note) = at {
        note_card_ui(ui.ctx(), palette, state, note.item, note.sign, desk);
    }
    note_leaf_ui(ui.ctx(), palette, state, &mut room.leaf, (in_text.written_on, desk), room.card.rect(), commands);
}

/// Where everything stands in this frame, and what of it the room keeps.
fn take_places(ui: &Ui, state: &State, room: &mut Room, window: Rect) -> Panes {
    let open = counterpart_share(ui, state);
    let panes = if state.presenting {
        Panes::presented(window, &state.settings, state.one_column, open)
    } else if is_nothing_open(state) {
        Panes::bare(window, &state.settings)
    } else {
        Panes::new(window, &state.settings, state.drawer_open, state.one_column, open)
    };
    let panes = if state.find.bar.is_some() { panes.with_find() } else { panes };
    room.is_narrow = Panes::is_narrow(window);
    room.is_one_column = panes.facing.is_some();
    room.hidden = Side::BOTH.into_iter().find(|side| panes.area(*side).is_none());
    if room.facing != state.one_column.facing {
        room.facing = state.one_column.facing;
        room.active = room.facing;
    }
    panes
}

/// How far the drawer with the counterpart is open, 0 to 1.
fn counterpart_share(ui: &Ui, state: &State) -> f32 {
    let seconds = if state.settings.glides { motion::GLIDE as f32 } else { 0.0 };
    let share = ui.ctx().animate_bool_with_time(Id::unique("counterpart"), state.one_column.counterpart_open, seconds);
    if state.one_column.is_shown { motion::ease_out(f64::from(share)) } else { share.round() }
}

/// Whether no article is open, nor on its way.
fn is_nothing_open(state: &State) -> bool {
    let is_empty = |side: Side| state.columns.get(side).opened.is_none() && state.columns.get(side).awaited.is_none();
    Side::BOTH.into_iter().all(is_empty)
}
