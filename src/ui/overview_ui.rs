//! The overview beside the columns: what the two share and where they part, every line a way to its place.

use std::sync::Arc;

use egui::{Galley, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use super::fonts::{sans, sans_strong};
use super::icons::kind_mark_ui;
use super::light::Light;
use super::palette::Palette;
use super::pane_ui::{MARGIN, chosen_ground_ui, ground_ui, heading_ui, row_ground_ui, silence_ui};
use super::tabs_ui::tabs_ui;
use super::tokens::{size, space};
use super::words_ui::{LINE, few_lines};
use crate::view::{self, Overview, OverviewLine, Target};
use crate::workspace::{Command, Compared, Pane, State};

/// Above and below a line's words, in points.
const PADDING: f32 = 6.0;
/// Left of a line's words, where its mark stands, in points.
const MARK_ROOM: f32 = 44.0;
/// What the headings take, in points.
const HEADINGS: f32 = 92.0;

/// What the pane keeps between frames.
#[derive(Debug, Default)]
pub struct OverviewView {
    made: Option<Made>,
}

/// What the pane says, until the comparison changes.
#[derive(Debug)]
struct Made {
    compared: Arc<Compared>,
    overview: Overview,
    summary: String,
    /// The lines that fit, for a room of that size and so fine a screen.
    fitting: Option<(Vec2, f32, Overview)>,
}

impl Made {
    fn new(compared: &Arc<Compared>) -> Self {
        let summary = view::sources_summary(&view::Cast::new(compared));
        Self { compared: Arc::clone(compared), overview: Overview::new(compared), summary, fitting: None }
    }

    /// The lines that fit into a room of that size: what does not stands in the other panes.
    fn fitting(&mut self, ui: &Ui, room: Vec2) -> &Overview {
        let pixels = ui.ctx().pixels_per_point();
        let known = self.fitting.take().filter(|(size, of, _)| *size == room && (of - pixels).abs() < f32::EPSILON);
        let made = || (room, pixels, self.overview.fitting(room.y, |line| Words::of(ui, line, room.x, false).height()));
        &self.fitting.insert(known.unwrap_or_else(made)).2
    }
}

/// What the reader is at in the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LineAtHand {
    /// The link under the pointer or the keyboard.
    pub link: Option<usize>,
    /// The theme under the pointer or the keyboard.
    pub theme: Option<usize>,
}

/// Paints the pane; says what the pointer or the keyboard is on.
pub fn overview_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    view: &mut OverviewView,
    light: Light<'_>,
    commands: &mut Vec<Command>,
) -> LineAtHand {
    let rect = ui.max_rect();
    ground_ui(ui, palette);
    let y = tabs_ui(ui, palette, Pane::Overview, commands);
    let Some(compared) = &state.compared else {
        silence_ui(ui, palette, y + space::LARGE, view::empty_list(state));
        return LineAtHand::default();
    };
    let fresh = view.made.as_ref().is_some_and(|made| Arc::ptr_eq(&made.compared, compared));
    if !fresh {
        view.made = Some(Made::new(compared));
    }
    let Some(made) = &mut view.made else { return LineAtHand::default() };
    let summary = &made.summary;
    let at = pos2(rect.left() + MARGIN, y + space::MEDIUM);
    let words = few_lines(ui, summary, sans(size::LABEL), rect.width() - 2.0 * MARGIN, 2);
    let place = Rect::from_min_size(at, words.rect.size());
    ui.painter().galley(at, words, palette.quiet);
    let response = ui.interact(place, ui.scope_id().with("summary"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, summary));
    let summary = place;
    let body = Rect::from_min_max(pos2(rect.left() + 1.0, summary.bottom()), rect.max);
    let room = vec2(rect.width() - 1.0 - MARK_ROOM - MARGIN, body.height() - HEADINGS);
    let made = made.fitting(ui, room);
    let mut at = LineAtHand::default();
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("overview"));
    ScrollArea::vertical().id_salt("overview").auto_shrink(false).show(&mut child, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.add_space(space::HAIR);
        for (label, lines) in [("What they share", &made.shared), ("Where they part", &made.apart)] {
            if lines.is_empty() {
                continue;
            }
            heading_ui(ui, palette, label, "", label);
            for line in lines {
                line_ui(ui, palette, line, light, &mut at, commands);
            }
            ui.add_space(space::SMALL);
        }
    });
    at
}

/// Title and detail of a line, laid out.
struct Words {
    title: Arc<Galley>,
    detail: Option<Arc<Galley>>,
}

impl Words {
    /// In so many points of breadth; the whole detail where the line is current.
    fn of(ui: &Ui, item: &OverviewLine, room: f32, is_current: bool) -> Self {
        let lines = if is_current { usize::MAX } else { 2 };
        let detail = || few_lines(ui, &item.detail, sans(size::PANEL), room, lines);
        let title = few_lines(ui, &item.title, sans_strong(size::PANEL), room, 2);
        Self { title, detail: (!item.detail.is_empty()).then(detail) }
    }

    fn height(&self) -> f32 {
        self.title.rect.height() + self.detail.as_ref().map_or(0.0, |detail| detail.rect.height()) + 2.0 * PADDING
    }
}

fn line_ui(
    ui: &mut Ui,
    palette: &Palette,
    item: &OverviewLine,
    light: Light<'_>,
    at: &mut LineAtHand,
    commands: &mut Vec<Command>,
) {
    let room = ui.available_width() - MARK_ROOM - MARGIN;
    let is_current = matches!(item.to, Some(Target::Link(link)) if light.current == Some(link));
    let words = Words::of(ui, item, room, is_current);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), words.height()));
    let sense = if item.to.is_some() { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(("line", item.kind.name(), &item.title, &item.detail)), sense);
    let role = if item.to.is_some() { Role::Link } else { Role::Label };
    response.widget_info(|| {
        let kind = view::kind_name(item.kind);
        WidgetInfo::labeled(role, true, format!("{}, {kind}. {}", item.title, item.detail))
    });
    if is_current {
        chosen_ground_ui(ui, palette, rect, palette.hue(item.kind), 8.0);
    }
    row_ground_ui(ui, palette, rect, &response, !is_current && item.to.is_some() && response.hovered());
    let painter = ui.painter();
    let top = rect.top() + PADDING;
    kind_mark_ui(painter, palette, item.kind, pos2(rect.left() + 27.0, top + LINE / 2.0));
    let left = rect.left() + MARK_ROOM;
    let below = top + words.title.rect.height();
    painter.galley(pos2(left, top), words.title, palette.ink);
    if let Some(detail) = words.detail {
        painter.galley(pos2(left, below), detail, palette.quiet);
    }
    follow(item, &response, at, commands);
    if item.to.is_some() {
        response.on_hover_cursor(egui::CursorIcon::PointingHand);
    }
}

fn follow(item: &OverviewLine, response: &Response, at: &mut LineAtHand, commands: &mut Vec<Command>) {
    let is_at = response.hovered() || response.has_focus();
    match item.to {
        Some(Target::Link(link)) if is_at => at.link = Some(link),
        Some(Target::Theme(theme)) if is_at => at.theme = Some(theme),
        _ => {}
    }
    if response.clicked() {
        commands.extend(item.to.map(|to| match to {
            Target::Link(link) => Command::GoTo(link),
            Target::Passage(passage) => Command::Show(passage),
            Target::Theme(theme) => Command::ReadTogether(theme),
        }));
    }
}
