//! What the reader made, beside the columns: cards, notes, highlights, links of their own, links struck out, names.

use std::sync::Arc;

use egui::{
    Align, Button, CornerRadius, Galley, Layout, Rect, RichText, Role, ScrollArea, Sense, Shape, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::fonts::{Face, sans, sans_strong, serif};
use super::link_name_ui::link_name_ui;
use super::name_field_ui::Naming;
use super::palette::Palette;
use super::pane_ui::{MARGIN, ground_ui, heading_ui, row_ground_ui, silence_ui};
use super::tabs_ui::tabs_ui;
use super::tokens::{size, space};
use super::words_ui::few_lines;
use super::work_marks_ui::marker_ui;
use crate::model::{ItemId, Side, Work};
use crate::view::{self, WorkGroup, WorkRow, WorkSort};
use crate::workspace::{Command, Opened, Pane, Sheet, State};

/// Height of the row of buttons, in points.
const BUTTONS: f32 = 24.0;

/// So far above and below the view rows are there for the keyboard to go on to, in points.
const AROUND_VIEW: f32 = 160.0;

/// What the pane keeps between frames.
#[derive(Debug, Default)]
pub struct WorkView {
    listed: Option<Listed>,
    naming: Naming<ItemId>,
}

/// Everything listed, and how high each row is: laid out once, and again when something of it changes.
#[derive(Debug)]
struct Listed {
    work: Arc<Work>,
    opened: [Option<Arc<Opened>>; 2],
    width: f32,
    groups: Vec<(WorkGroup, Vec<f32>)>,
}

impl Listed {
    fn new(ui: &Ui, state: &State, width: f32) -> Self {
        let heights = |group: &WorkGroup| group.rows.iter().map(|row| WordsOf::new(ui, row, width).height()).collect();
        let groups = view::your_work(state).into_iter().map(|group| (heights(&group), group));
        let groups = groups.map(|(heights, group)| (group, heights)).collect();
        Self { work: Arc::clone(state.work()), opened: opened(state), width, groups }
    }

    fn is_of(&self, state: &State, width: f32) -> bool {
        let is_same = |one: &Option<Arc<Opened>>, other: &Option<Arc<Opened>>| match (one, other) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        let now = opened(state);
        (self.width - width).abs() < 0.01
            && self.opened.iter().zip(&now).all(|(one, other)| is_same(one, other))
            && Arc::ptr_eq(&self.work, state.work())
    }
}

fn opened(state: &State) -> [Option<Arc<Opened>>; 2] {
    Side::BOTH.map(|side| state.columns.get(side).opened.clone())
}

/// Paints the pane.
pub fn work_pane_ui(ui: &mut Ui, palette: &Palette, state: &State, view: &mut WorkView, commands: &mut Vec<Command>) {
    let rect = ui.max_rect();
    ground_ui(ui, palette);
    let y = tabs_ui(ui, palette, Pane::Work, commands);
    let width = rect.width() - 1.0;
    if !view.listed.as_ref().is_some_and(|listed| listed.is_of(state, width)) {
        view.listed = Some(Listed::new(ui, state, width));
    }
    let WorkView { listed: Some(Listed { groups, .. }), naming } = view else { return };
    let unplaced = view::unplaced_work(state);
    if groups.is_empty() && unplaced.is_empty() {
        silence_ui(ui, palette, y + space::LARGE, view::NO_WORK);
        return;
    }
    let body = Rect::from_min_max(pos2(rect.left() + 1.0, y), rect.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("work"));
    ScrollArea::vertical().id_salt("work").auto_shrink(false).show(&mut child, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.add_space(space::HAIR);
        for (group, heights) in &*groups {
            heading_ui(ui, palette, group.sort.label(), &group.rows.len().to_string(), &group.spoken());
            for (at, (row, height)) in group.rows.iter().zip(heights).enumerate() {
                let (_, rect) = ui.allocate_space(vec2(width, *height));
                if ui.clip_rect().expand(AROUND_VIEW).intersects(rect) {
                    row_ui(ui, palette, state, row, (at, group.rows.len()), rect, naming, commands);
                }
                if naming.is_of(&row.item) {
                    link_name_ui(ui, row.item, naming, commands);
                }
            }
        }
        unplaced_ui(ui, palette, &unplaced);
        ui.add_space(space::WIDE);
    });
}

/// What has no place in these texts any more: nothing is dropped.
fn unplaced_ui(ui: &mut Ui, palette: &Palette, unplaced: &[(String, String)]) {
    if unplaced.is_empty() {
        return;
    }
    let count = unplaced.len().to_string();
    heading_ui(ui, palette, "Without a place", &count, &format!("Without a place in these texts, {count}"));
    for (title, words) in unplaced {
        let room = ui.available_width() - 2.0 * MARGIN;
        let title_words = few_lines(ui, title, sans_strong(size::PANEL), room, 3);
        let was_on = few_lines(ui, words, serif(Face::Regular, 14.0), room, 2);
        let height = title_words.rect.height() + was_on.rect.height() + 2.0 * space::SMALL;
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
        let response = ui.interact(rect, ui.scope_id().with(("unplaced", title, words)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{title}, was on {words}")));
        let at = pos2(rect.left() + MARGIN, rect.top() + space::SMALL);
        let below = at + vec2(0.0, title_words.rect.height());
        ui.painter().galley(at, title_words, palette.ink);
        ui.painter().galley(below, was_on, palette.quiet);
    }
}

/// The words of a row, laid out.
struct WordsOf {
    title: Arc<Galley>,
    detail: Option<Arc<Galley>>,
}

impl WordsOf {
    fn new(ui: &Ui, row: &WorkRow, width: f32) -> Self {
        let room = width - 2.0 * MARGIN;
        let is_quoted = row.sort == WorkSort::Highlight;
        let title_font = if is_quoted { serif(Face::Regular, 14.0) } else { sans_strong(size::PANEL) };
        let title = few_lines(ui, &row.title, title_font, room, 3);
        let detail = (!row.detail.is_empty()).then(|| few_lines(ui, &row.detail, serif(Face::Regular, 14.0), room, 2));
        Self { title, detail }
    }

    fn detail_height(&self) -> f32 {
        self.detail.as_ref().map_or(0.0, |detail| detail.rect.height())
    }

    /// Of the whole row.
    fn height(&self) -> f32 {
        self.title.rect.height() + self.detail_height() + BUTTONS + 2.0 * space::SMALL
    }
}

#[expect(clippy::too_many_arguments, reason = "one painter's whole surroundings")]
fn row_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    row: &WorkRow,
    (at, count): (usize, usize),
    rect: Rect,
    naming: &mut Naming<ItemId>,
    commands: &mut Vec<Command>,
) {
    let room = rect.width() - 2.0 * MARGIN;
    let words = WordsOf::new(ui, row, rect.width());
    let detail_height = words.detail_height();
    let WordsOf { title, detail } = words;
    let response = ui.interact(rect, ui.scope_id().with(("work", row.item)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, row.spoken()));
    row_ground_ui(ui, palette, rect, &response, response.hovered());
    let left = rect.left() + MARGIN;
    let mut y = rect.top() + space::SMALL;
    let title_height = title.rect.height();
    if let Some(colour) = row.colour {
        let ground = ui.painter().add(Shape::Noop);
        let line = Rect::from_min_size(pos2(left - 2.0, y), vec2(title.rect.width() + 4.0, title_height));
        ui.painter().set(ground, Shape::rect_filled(line, CornerRadius::same(2), palette.marker(colour)));
        let last = Rect::from_min_max(pos2(line.left(), line.bottom() - 18.0), line.max);
        marker_ui(ui.painter(), palette, colour, last, 1.0);
    }
    ui.painter().galley(pos2(left, y), title, palette.ink);
    y += title_height;
    if let Some(detail) = detail {
        ui.painter().galley(pos2(left, y), detail, palette.quiet);
        y += detail_height;
    }
    let buttons = Rect::from_min_size(pos2(left, y), vec2(room, BUTTONS));
    buttons_ui(ui, palette, row, (at, count), buttons, naming, commands);
    if response.clicked() {
        commands.extend(view::way_to(state, row.item));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
}

/// Where it stands, and what can be done with it.
fn buttons_ui(
    ui: &mut Ui,
    palette: &Palette,
    row: &WorkRow,
    (at, count): (usize, usize),
    place: Rect,
    naming: &mut Naming<ItemId>,
    commands: &mut Vec<Command>,
) {
    let right = Layout::right_to_left(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(place).layout(right).id_salt(("buttons", row.item)));
    ui.spacing_mut().item_spacing.x = 2.0;
    ui.spacing_mut().button_padding = vec2(5.0, 1.0);
    ui.spacing_mut().interact_size.y = 20.0;
    let mut button = |words: &str, name: String| {
        let text = RichText::new(words).font(sans_strong(size::LABEL)).color(palette.focus);
        let response = ui.add(Button::new(text).frame_when_inactive(false));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        response.clicked()
    };
    let title: String = row.title.chars().take(60).collect();
    let (away, name) = match row.sort {
        WorkSort::Struck => ("Restore", format!("Restore the link {title}")),
        WorkSort::ThemeName => ("As read", format!("Give the theme {title} its own name back")),
        sort => ("Delete", format!("Delete the {} {title}", sort.noun())),
    };
    if button(away, name) {
        commands.push(Command::TakeAway(row.item));
    }
    match row.sort {
        WorkSort::Note if button("Edit", format!("Edit the note {title}")) => {
            commands.push(Command::WriteNote(row.item));
        }
        WorkSort::Drawn if button("Name…", format!("Name the link {title}")) => {
            naming.begin(row.item, row.name.clone());
        }
        WorkSort::Card => {
            if button("Open", format!("Open the card {title}")) {
                commands.push(Command::OpenSheet(Sheet::Card(row.item)));
            }
            if at + 1 < count && button("↓", format!("Move the card {title} down")) {
                commands.push(Command::MoveItem(row.item, true));
            }
            if at > 0 && button("↑", format!("Move the card {title} up")) {
                commands.push(Command::MoveItem(row.item, false));
            }
        }
        _ => {}
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let words = RichText::new(&row.place).font(sans(size::LABEL)).color(palette.quiet);
        ui.add(egui::Label::new(words).truncate().selectable(false));
    });
}
