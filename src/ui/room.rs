//! The whole window: menu bar, two columns with ribbons, the list or the bar, and what lies over them.

use egui::{CornerRadius, Id, Key, Rect, Role, Sense, Ui, UiBuilder, pos2, vec2};

use super::bar_ui::{BarView, bar_ui};
use super::caption_ui::caption_ui;
use super::card_ui::{Card, Subject};
use super::column::{Column, Goal, PageSet};
use super::focus_ui::{focus_line_ui, pointer_line_ui};
use super::landmark::landmark;
use super::level::{self, Anchors};
use super::light::Light;
use super::list_ui::{ListView, list_ui};
use super::note_ui::{NoteView, note_card_ui, note_leaf_ui};
use super::overview_ui::{OverviewView, overview_ui};
use super::palette::Palette;
use super::panes::Panes;
use super::reading_ui::{Lit, Pointed, reading_ui};
use super::selected_ui::{SelectedCount, selected_ui};
use super::selection::Selection;
use super::sheets_ui::{SheetView, sheets_ui};
use super::sources_ui::{SourcesView, sources_ui};
use super::start_ui::start_ui;
use super::themes_ui::{ThemeAtHand, ThemesView, themes_ui};
use super::titles_ui::titles_ui;
use super::together_ui::together_ui;
use super::tokens::{motion, space};
use super::told_ui::{Telling, told_ui};
use super::tour_ui::tour_ui;
use super::work_marks_ui::WorkLit;
use super::work_pane_ui::work_pane_ui;
use super::{counterpart_ui, drop_ui, empty_ui, link_bar_ui, menu_ui, notice_ui, progress_ui, style};
use crate::model::{ItemId, LinkKind, Side, Sides, Span};
use crate::workspace::{Action, Command, Destination, Pane, Passage, Scrolling, State, Together};

/// How far an arrow key scrolls, in points.
const ARROW_STEP: f32 = 54.0;
/// How much of the column a page key scrolls.
const PAGE_SHARE: f32 = 0.85;

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
    /// The byte at the top of each column.
    pub fn places(&self) -> Sides<usize> {
        Sides::new(self.columns.left.top_byte(), self.columns.right.top_byte())
    }

    /// The quotation that the reader is at: under the pointer or the keyboard, else the one last there.
    pub fn at_hand(&self) -> Option<(Side, usize)> {
        self.at_hand
    }

    /// The theme under the pointer or the keyboard in a pane, else the one open there.
    pub fn theme_at_hand(&self) -> Option<usize> {
        self.theme
    }

    /// The words selected in each column that is to be seen.
    pub fn selected(&self) -> Sides<Option<Span>> {
        let span = |side: Side| {
            let column = self.columns.get(side);
            let is_shown = column.content().is_some() && self.hidden != Some(side);
            column.selection.filter(|_| is_shown).map(Selection::span).filter(|span| !span.is_empty())
        };
        Sides::new(span(Side::Left), span(Side::Right))
    }

    /// The paragraph under the pointer or the keyboard.
    pub fn paragraph(&self) -> Option<(Side, Span)> {
        self.paragraph
    }

    /// Whether the window has no room for a pane beside the columns.
    pub fn is_narrow(&self) -> bool {
        self.is_narrow
    }

    /// Whether one column stands where there is no room for two.
    pub fn is_one_column(&self) -> bool {
        self.is_one_column
    }

    /// The article that the reader turned to last: the one that the one column shows.
    pub fn facing(&self) -> Side {
        self.facing
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
    if !state.presenting {
        let mut bar = ui.new_child(UiBuilder::new().max_rect(panes.menu).id_salt("menu"));
        landmark(&bar, Role::Group, || "Menus and buttons".to_owned());
        menu_ui::menu_ui(&mut bar, palette, state, commands);
    }
    if let (Some(facing), Some(row)) = (panes.facing, panes.titles) {
        titles_ui(ui, palette, state, row, facing, commands);
    }
    if let Some(drawer) = panes.counterpart {
        counterpart_ui::ground_ui(ui, palette, drawer);
    }
    // Under the start page nothing is to be pointed at, and no divider for the keyboard to stand on unseen.
    let in_text = if is_nothing_open(state) {
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
        focus_line_ui(ui, palette, &panes);
    }
    if state.presenting {
        pointer_line_ui(ui, palette, &panes);
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
    if is_nothing_open(state) {
        start_ui(ui, palette, state, panes.desk, commands);
        notices_ui(ui, palette, state, &panes, commands);
    } else {
        over_columns_ui(ui, palette, state, &panes, waits, commands);
    }
    if !state.presenting && panes.bar.is_none() {
        together_ui(ui, palette, state, panes.desk, commands);
    }
    tour_ui(ui, palette, state, &panes, commands);
    told_ui(ui, palette, state.told.as_ref(), &mut room.telling, panes.desk, commands);
    drop_ui::drop_ui(ui, palette, &panes);
    // A selection may be a whole book: it is copied only where somebody takes it.
    let (columns, active, hidden_side) = (&room.columns, room.active, room.hidden);
    let selected = || selected_words(columns, active, hidden_side);
    bar_ui(ui, palette, state, &mut room.bar, selected, panes.desk, commands);
    room.sheets.offer(state.sheet, selected);
    sheets_ui(ui, palette, state, &mut room.sheets, commands);
    follow_pointer(ui, palette, state, room, in_list.or(in_drawer), &in_text, commands);
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
    note_leaf_ui(ui.ctx(), palette, state, &mut room.leaf, (in_text.written_on, desk), commands);
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

/// What stands beside the columns. Says which link the pointer or the keyboard is on.
fn pane_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    room: &mut Room,
    light: Light<'_>,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    landmark(ui, Role::Complementary, || format!("Side pane: {}", state.settings.pane.label()));
    let (link, theme) = match state.settings.pane {
        Pane::Overview => {
            let at = overview_ui(ui, palette, state, &mut room.overview, light, commands);
            (at.link, ThemeAtHand { pointed: at.theme, open: None })
        }
        Pane::Shared => (list_ui(ui, palette, state, &mut room.list, light, commands), ThemeAtHand::default()),
        Pane::Themes => (None, themes_ui(ui, palette, state, &mut room.themes, commands)),
        Pane::Work => {
            work_pane_ui(ui, palette, state, commands);
            (None, ThemeAtHand::default())
        }
        Pane::Sources => (sources_ui(ui, palette, state, &mut room.sources, light, commands), ThemeAtHand::default()),
    };
    if room.theme != theme.theme() {
        room.theme = theme.theme();
        ui.ctx().request_repaint();
    }
    link
}

/// The pane over the right column, where the window is narrow.
fn drawer_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    room: &mut Room,
    light: Light<'_>,
    rect: Rect,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    // What lies below the drawer must not feel the pointer.
    ui.interact(rect, ui.scope_id().with("drawer"), Sense::CLICK | Sense::DRAG);
    ui.painter().add(ui.visuals().popup_shadow.as_shape(rect, CornerRadius::ZERO));
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("drawer"));
    child.set_clip_rect(rect);
    pane_ui(&mut child, palette, state, room, light, commands)
}

/// Empty columns and messages.
fn over_columns_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    panes: &Panes,
    waits: bool,
    commands: &mut Vec<Command>,
) {
    if waits {
        progress_ui::progress_ui(
            ui,
            palette,
            state,
            Rect::from_x_y_ranges(ui.max_rect().x_range(), panes.desk.y_range()),
        );
    }
    for side in panes.on_the_desk() {
        let column = state.columns.get(side);
        let (left, right) = *panes.sheets.get(side);
        let sheet = Rect::from_min_max(pos2(left, panes.desk.top() + space::MEDIUM), pos2(right, panes.desk.bottom()));
        if column.awaited.is_some() && column.being_read.is_none() && waits {
            empty_ui::reading_ui(ui, palette, side, sheet, column.opened.is_some());
        } else if column.opened.is_none() && column.awaited.is_none() {
            empty_ui::empty_ui(ui, palette, side, sheet, commands);
        }
    }
    notices_ui(ui, palette, state, panes, commands);
}

/// Whether no article is open, nor on its way.
fn is_nothing_open(state: &State) -> bool {
    let is_empty = |side: Side| state.columns.get(side).opened.is_none() && state.columns.get(side).awaited.is_none();
    Side::BOTH.into_iter().all(is_empty)
}

fn notices_ui(ui: &mut Ui, palette: &Palette, state: &State, panes: &Panes, commands: &mut Vec<Command>) {
    for side in Side::BOTH {
        let (left, right) = *panes.sheets.get(side);
        let sheet = Rect::from_min_max(pos2(left, panes.desk.top() + space::MEDIUM), pos2(right, panes.desk.bottom()));
        if let Some(sentence) = &state.columns.get(side).notice {
            notice_ui::notice_ui(ui, palette, side, sentence, sheet, commands);
        }
    }
}

/// Whether work has gone on long enough to say so.
fn is_waiting(ui: &Ui, state: &State, room: &mut Room) -> bool {
    if !state.is_busy() {
        room.busy_since = None;
        return false;
    }
    let now = ui.input(|input| input.time);
    let waited = now - *room.busy_since.get_or_insert(now);
    if waited < motion::BUSY_DELAY {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(motion::BUSY_DELAY - waited + 0.01));
    }
    waited >= motion::BUSY_DELAY
}

/// Lays both columns out, and sends them on their way where another link has become current.
fn settle(ui: &Ui, state: &State, room: &mut Room, panes: &Panes) {
    let ctx = ui.ctx();
    let mut again = false;
    for side in Side::BOTH {
        again |= room.columns.get_mut(side).settle(ctx, panes.places.get(side));
    }
    if room.seen_arrivals != state.arrivals {
        room.seen_arrivals = state.arrivals;
        go_to(ui, room, panes, &state.destination, state.settings.glides);
        again = true;
    } else if panes.facing.is_none() && room.landed.is_some_and(|landed| landed.places != panes.places) {
        // Another width, a larger type: what was brought to one height stays there.
        go_to(ui, room, panes, &state.destination, false);
        again = true;
    }
    if again {
        ctx.request_repaint();
    }
}

/// Both passages to one height: a third down, or higher where one stands too near the top of its article for that. A
/// column without a passage stays.
fn go_to(ui: &Ui, room: &mut Room, panes: &Panes, destination: &Destination, glides: bool) {
    let ctx = ui.ctx();
    let spans = destination.spans;
    let top = |side: Side| {
        let span = (*spans.get(side))?;
        room.columns.get(side).passage_top(ctx, span.start, panes.places.get(side))
    };
    let level = Side::BOTH.into_iter().filter_map(top).fold(panes.desk.height() * motion::LANDING, f32::min);
    room.landed = Some(*panes);
    let now = ctx.input(|input| input.time);
    for side in Side::BOTH {
        // One over the other they stand at no common height.
        let landing = if panes.facing.is_some() { *panes.landings.get(side) } else { level };
        let goal = match (spans.get(side), destination.tops.get(side)) {
            (Some(span), _) => Goal::Passage { byte: span.start, landing },
            (None, Some(0)) => Goal::Offset(0.0),
            (None, Some(top)) => Goal::Passage { byte: *top, landing: 0.0 },
            (None, None) => continue,
        };
        room.columns.get_mut(side).glide_to(goal, now, !glides);
    }
}

/// Wheel and keys. The wheel moves the column under the pointer, the keys it or, away from both, both. Says which
/// column was moved alone.
fn scroll(ui: &Ui, state: &State, room: &mut Room, panes: &Panes, commands: &mut Vec<Command>) -> Option<Side> {
    if state.sheet.is_some() || egui::Popup::is_any_open(ui.ctx()) {
        return None;
    }
    let pointer = ui.input(|input| input.pointer.hover_pos());
    if pointer.is_some_and(|at| panes.drawer.is_some_and(|drawer| drawer.contains(at))) {
        return None;
    }
    let under = Side::BOTH.into_iter().find(|side| {
        let (left, right) = *panes.sheets.get(*side);
        let Some(rows) = panes.area(*side) else { return false };
        let area = Rect::from_x_y_ranges(left - 24.0..=right + 24.0, rows.y_range());
        pointer.is_some_and(|at| area.contains(at))
    });
    let before = Side::BOTH.map(|side| room.columns.get(side).offset);
    if let Some(side) = under {
        if room.keyboard_column(ui).is_none() {
            room.active = side;
        }
        let wheel = ui.input(|input| input.smooth_scroll_delta().y);
        if wheel.abs() > 0.0 {
            room.columns.get_mut(side).scroll_by(-wheel, panes.places.get(side));
        }
    }
    if state.presenting {
        step_on_space(ui, state, commands);
    }
    let stands_on = room.keyboard_column(ui);
    let by_keys = keys(ui, state, panes.desk.height(), stands_on.is_some());
    if by_keys.abs() > 0.0 {
        // Columns that scroll together follow one of them.
        let alone = state.settings.scrolling == Scrolling::Alone;
        let led = stands_on.or(under).or((!alone || panes.facing.is_some()).then_some(room.active));
        for side in Side::BOTH {
            if led.is_none_or(|led| led == side) {
                room.columns.get_mut(side).scroll_by(by_keys, panes.places.get(side));
            }
        }
    }
    let moved = Side::BOTH
        .into_iter()
        .zip(before)
        .filter(|(side, before)| (room.columns.get(*side).offset - before).abs() > 0.01);
    let moved: Vec<Side> = moved.map(|(side, _)| side).collect();
    if !moved.is_empty() {
        room.landed = None;
    }
    if let [side] = moved[..] { Some(side) } else { None }
}

/// Before a class Space steps on: through the theme that is read, else through the links.
fn step_on_space(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    let (on, back) = match state.together {
        Some(_) => (Action::ReadOn, Action::ReadBack),
        None => (Action::NextLink, Action::PreviousLink),
    };
    let (space, shift) = ui.input(|input| (input.key_pressed(Key::Space), input.modifiers.shift));
    if space {
        commands.push(Command::Do(if shift { back } else { on }));
    }
}

/// Where the columns scroll together, brings the other one after the one that was moved.
fn keep_level(state: &State, room: &mut Room, panes: &Panes, moved: Option<Side>) {
    let scrolling = state.settings.scrolling;
    let moved = moved.or_else(|| Side::BOTH.into_iter().find(|side| room.columns.get_mut(*side).took_strip()));
    if moved.is_some() {
        room.landed = None;
    }
    let (Some(moved), Some(compared)) = (moved, &state.compared) else { return };
    if scrolling == Scrolling::Alone {
        return;
    }
    let anchors = room.anchors.of(state, compared);
    if let Some(offset) = level::followed(&room.columns, panes, moved, scrolling, anchors) {
        room.columns.get_mut(moved.other()).stand_at(offset, panes.places.get(moved.other()));
    }
}

/// How far the keys of this frame scroll, in points.
fn keys(ui: &Ui, state: &State, height: f32, on_column: bool) -> f32 {
    if !on_column && ui.memory(|memory| memory.focused().is_some()) {
        return 0.0;
    }
    let page = height * PAGE_SHARE;
    let steps = [
        (Key::ArrowDown, ARROW_STEP),
        (Key::ArrowUp, -ARROW_STEP),
        (Key::PageDown, page),
        (Key::PageUp, -page),
        (Key::Space, if state.presenting { 0.0 } else { page }),
    ];
    ui.input(|input| steps.iter().filter(|(key, _)| input.key_pressed(*key)).map(|(_, step)| step).sum())
}

/// Remembers what the pointer is on, and opens the card once it has rested there.
fn follow_pointer(
    ui: &Ui,
    palette: &Palette,
    state: &State,
    room: &mut Room,
    in_list: Option<usize>,
    in_text: &Pointed,
    commands: &mut Vec<Command>,
) {
    let ctx = ui.ctx();
    let Some(compared) = &state.compared else {
        (room.pointed, room.at_hand) = (Subject::default(), None);
        return room.card.close();
    };
    let blocked = state.sheet.is_some()
        || state.presenting
        || ctx.input(|input| input.pointer.any_down() && !on_card(room, input));
    let scrolled = ctx.input(|input| input.smooth_scroll_delta().y.abs() > 0.0);
    let seen = (state.arrivals, state.lettings_go);
    // The drawer of a single column says what the card would say.
    let is_in_drawer =
        |subject: Subject| room.is_one_column && state.one_column.counterpart_open && subject.link == state.current;
    match in_text.clicked {
        Some(subject) if is_pinnable(room.is_one_column, subject) => room.card.click(compared, subject, seen),
        Some(_) => room.card.click(compared, Subject::default(), seen),
        None => {}
    }
    let pinned = room.card.pinned(compared, seen).filter(|_| !state.presenting);
    let shown = if pinned.is_some() {
        pinned.filter(|_| state.sheet.is_none())
    } else if blocked || scrolled || in_list.is_some() || is_in_drawer(in_text.subject) {
        room.card.close();
        None
    } else {
        room.card.follow(ctx, in_text.subject, in_text.by_keyboard)
    };
    let lit = match (in_list, shown) {
        (Some(_), _) => Subject { link: in_list, ..Subject::default() },
        // What is pinned is lit while the reader looks at nothing else.
        (None, Some(_)) if pinned.is_some() && in_text.subject.is_some() => in_text.subject,
        (None, Some(subject)) => subject,
        (None, None) => in_text.subject,
    };
    if room.pointed != lit {
        room.pointed = lit;
        ctx.request_repaint();
    }
    let panel = room.sources.at_hand.take();
    let quotations = |side: Side| compared.reading(side).quotations.len();
    let here = lit.side.zip(lit.quotation).or(panel).or(room.at_hand);
    room.at_hand = here.filter(|(side, quotation)| *quotation < quotations(*side));
    let Some(subject) = shown else { return };
    let pointer = ctx.input(|input| input.pointer.hover_pos());
    let beside_pointer = || pointer.map(|at| Rect::from_center_size(at, vec2(20.0, 28.0)));
    let about = in_text.place_of(subject).or_else(|| room.card.pinned_at()).or_else(beside_pointer);
    if let Some(about) = about {
        let is_moving = in_text.clicked.is_some() || Side::BOTH.iter().any(|side| room.columns.get(*side).is_gliding());
        room.card.show(ctx, palette, compared, subject, (about, is_moving), commands);
    }
}

/// Whether a click pins a card about that. Beside one column alone a link opens the drawer instead.
fn is_pinnable(is_one_column: bool, subject: Subject) -> bool {
    subject.link.is_none() || !is_one_column
}

/// Whether the pointer is on the card.
fn on_card(room: &Room, input: &egui::InputState) -> bool {
    room.card.rect().zip(input.pointer.hover_pos()).is_some_and(|(rect, at)| rect.contains(at))
}
