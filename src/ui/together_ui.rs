//! The line under the columns while one theme is read from passage to passage: where one is, and the way on.

use egui::{Align2, Area, Id, Margin, Order, Rect, RichText, Role, Ui, WidgetInfo, vec2};

use super::fonts::{sans, sans_strong};
use super::icons::{Icon, icon_button_ui};
use super::landmark::landmark;
use super::palette::Palette;
use super::shortcuts::keys_in_words;
use super::style::card_frame;
use super::tokens::{size, space};
use super::words_ui::one_line;
use crate::view;
use crate::workspace::{Action, Command, State};

/// Room that the buttons and the place take in the row, in points.
const BESIDE_LABEL: f32 = 340.0;

/// Paints it over the lower edge of the columns, if a theme is being read.
pub fn together_ui(ui: &Ui, palette: &Palette, state: &State, desk: Rect, commands: &mut Vec<Command>) {
    if view::reading_together(state).is_none() {
        return;
    }
    let frame = card_frame(palette, 6, Margin::symmetric(10, 6));
    let at = desk.center_bottom() - vec2(0.0, space::LARGE);
    let room = (desk.width() + 70.0).min(380.0 + BESIDE_LABEL);
    Area::new(Id::unique("together")).order(Order::Middle).pivot(Align2::CENTER_BOTTOM).fixed_pos(at).show(
        ui.ctx(),
        |ui| {
            frame.show(ui, |ui| {
                landmark(ui, Role::Group, || "Reading together".to_owned());
                ui.horizontal(|ui| row_ui(ui, palette, state, room, commands))
            })
        },
    );
}

/// How much of the desk's foot the line takes, in points.
pub const HEIGHT: f32 = 52.0;

/// The way back, the theme and the place in it, the way on, the end: in a row of at most that width.
pub fn row_ui(ui: &mut Ui, palette: &Palette, state: &State, room: f32, commands: &mut Vec<Command>) {
    let Some((label, place)) = view::reading_together(state) else { return };
    ui.spacing_mut().item_spacing.x = space::SMALL;
    let button = |ui: &mut Ui, icon, action: Action, commands: &mut Vec<Command>| {
        let name = format!("{} ({})", action.label(), keys_in_words(action));
        if icon_button_ui(ui, palette, icon, &name).clicked() {
            commands.push(Command::Do(action));
        }
    };
    button(ui, Icon::Previous, Action::ReadBack, commands);
    let words = one_line(ui, &label, sans_strong(size::PANEL), (room - BESIDE_LABEL).max(80.0));
    let (rect, response) = ui.allocate_exact_size(words.rect.size(), egui::Sense::hover());
    let name = format!("Reading together: {label}. {place}");
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &name));
    ui.painter().galley(rect.min, words, palette.ink);
    ui.label(RichText::new(&place).font(sans(size::PANEL)).color(palette.quiet));
    button(ui, Icon::Next, Action::ReadOn, commands);
    if icon_button_ui(ui, palette, Icon::Close, "End (Esc)").clicked() {
        commands.push(Command::Do(Action::LetGo));
    }
}
