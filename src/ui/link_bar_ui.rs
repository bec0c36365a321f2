//! The bar under the columns where the list is hidden: the current link, and the way to the next; while a theme is read
//! together, where one is in it, so that nothing lies over the words.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{CornerRadius, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::fonts::{sans, sans_strong};
use super::icons::{Icon, icon_button_ui, kind_mark_ui};
use super::palette::Palette;
use super::style::choice_button;
use super::together_ui;
use super::tokens::{size, space};
use crate::view;
use crate::workspace::{Action, Command, State};

/// How high it is, in points.
pub const HEIGHT: f32 = 44.0;

/// Width of the button for the pane, in points.
const BUTTON: f32 = 84.0;
/// With less room, in points, a reason is left out.
const LEAST_REASON: f32 = 120.0;

/// Paints it; `hidden` says of each link whether it is not listed.
pub fn link_bar_ui(ui: &mut Ui, palette: &Palette, state: &State, hidden: &[bool], commands: &mut Vec<Command>) {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, CornerRadius::ZERO, palette.desk);
    let line = ui.painter().round_to_pixel_center(rect.top());
    ui.painter().hline(rect.x_range(), line, Stroke::new(palette.line(1.0), palette.hairline));
    if view::reading_together(state).is_some() {
        return together_row_ui(ui, palette, state, commands);
    }
    let buttons = Rect::from_min_size(pos2(rect.left() + space::MEDIUM, rect.center().y - 14.0), vec2(64.0, 28.0));
    let mut row =
        ui.new_child(UiBuilder::new().max_rect(buttons).layout(egui::Layout::left_to_right(egui::Align::Center)));
    if icon_button_ui(&mut row, palette, Icon::Previous, Action::PreviousLink.label()).clicked() {
        commands.push(Command::Do(Action::PreviousLink));
    }
    if icon_button_ui(&mut row, palette, Icon::Next, Action::NextLink.label()).clicked() {
        commands.push(Command::Do(Action::NextLink));
    }
    pane_button_ui(ui, palette, state, commands);
    let left = buttons.right() + space::MEDIUM;
    let found = state.compared.as_ref().and_then(|compared| {
        let current = state.current?;
        Some((view::row(&compared.comparison, current)?, view::ordinal(compared, hidden, current)))
    });
    let room = (rect.right() - left - space::LARGE - BUTTON).max(40.0);
    let mut job = LayoutJob { wrap: TextWrapping::truncate_at_width(room - 28.0), ..LayoutJob::default() };
    let mut say = |words: &str, font, colour| {
        job.append(words, 0.0, TextFormat { font_id: font, color: colour, ..TextFormat::default() });
    };
    let mut text_left = left;
    match found {
        Some((row, ordinal)) => {
            kind_mark_ui(ui.painter(), palette, row.kind, pos2(left + 8.0, rect.center().y));
            text_left += 26.0;
            say(&format!("Link {ordinal}   "), sans(size::PANEL), palette.quiet);
            say(&format!("{}   ", row.label), sans_strong(size::PANEL), palette.ink);
            // The drawer says why, and a word or two of it say nothing.
            let said = format!("Link {ordinal}   {}   ", row.label);
            let said = ui.painter().layout_no_wrap(said, sans_strong(size::PANEL), palette.quiet).rect.width();
            if !(state.one_column.is_shown && state.one_column.counterpart_open) && room - said > LEAST_REASON {
                say(&row.why, sans(size::PANEL), palette.quiet);
            }
        }
        None => say(&silence(state), sans(size::PANEL), palette.quiet),
    }
    let words = job.text.clone();
    let galley = ui.painter().layout_job(job);
    let at = pos2(text_left, rect.center().y - galley.rect.height() / 2.0);
    let place = Rect::from_min_size(at, galley.rect.size());
    ui.painter().galley(at, galley, palette.ink);
    let response = ui.interact(place, ui.scope_id().with("current"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words.clone()));
}

fn together_row_ui(ui: &mut Ui, palette: &Palette, state: &State, commands: &mut Vec<Command>) {
    let rect = ui.max_rect();
    let row = Rect::from_min_max(
        pos2(rect.left() + space::MEDIUM, rect.top()),
        pos2(rect.right() - BUTTON - 2.0 * space::SMALL, rect.bottom()),
    );
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(row).layout(layout));
    together_ui::row_ui(&mut child, palette, state, row.width(), commands);
    pane_button_ui(ui, palette, state, commands);
}

fn pane_button_ui(ui: &mut Ui, palette: &Palette, state: &State, commands: &mut Vec<Command>) {
    let rect = ui.max_rect();
    let place =
        Rect::from_min_size(pos2(rect.right() - BUTTON - space::SMALL, rect.center().y - 14.0), vec2(BUTTON, 28.0));
    let is_open = state.is_pane_shown();
    let words = egui::RichText::new(state.settings.pane.label()).font(sans(size::PANEL));
    let response = ui.put(place, choice_button(palette, words, is_open).min_size(place.size()));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, Action::TogglePane.label()));
    if response.clicked() {
        commands.push(Command::Do(Action::TogglePane));
    }
}

fn silence(state: &State) -> String {
    match &state.compared {
        Some(compared) if !compared.comparison.links.is_empty() => {
            format!("{}. Press N for the first.", view::counted(state.shown().count(), "link"))
        }
        _ => view::empty_list(state).to_owned(),
    }
}
