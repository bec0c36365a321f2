//! The start page, the program's face: open two articles, drop them here, go on with a pair, try the samples.

use egui::{Button, Rect, RichText, Role, ScrollArea, Ui, UiBuilder, vec2};

use super::fonts::{Face, sans, serif};
use super::landmark::landmark;
use super::palette::Palette;
use super::shortcuts::keys_in_words;
use super::tokens::{size, space};
use super::words_ui::one_line;
use crate::workspace::{Action, Command, Origin, State};

/// Width of the page, in points.
const WIDTH: f32 = 620.0;
/// How many recent pairs it lists.
const MOST_RECENT: usize = 5;
/// Height of a pair's line, in points.
const LINE: f32 = 34.0;

/// Paints it over the whole desk.
pub fn start_ui(ui: &mut Ui, palette: &Palette, state: &State, desk: Rect, commands: &mut Vec<Command>) {
    ui.painter().rect_filled(desk, egui::CornerRadius::ZERO, palette.paper);
    let width = WIDTH.min(desk.width() - 2.0 * space::WIDE);
    let top = desk.top() + (desk.height() * 0.14).clamp(space::LARGE, 150.0);
    let place = Rect::from_min_max(
        egui::pos2(desk.center().x - width / 2.0, top),
        egui::pos2(desk.center().x + width / 2.0, desk.bottom()),
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt("start"));
    landmark(&child, Role::Main, || "Start page".to_owned());
    ScrollArea::vertical().id_salt("start").auto_shrink(false).show(&mut child, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::SMALL, space::HAIR);
        ui.label(RichText::new("Diptych").font(serif(Face::SemiBold, 38.0)).color(palette.ink));
        let said = "Two articles side by side: who is quoted in both, what both are about, where the same words stand \
                    in both.";
        ui.label(RichText::new(said).font(serif(Face::Regular, 18.0)).color(palette.quiet));
        ui.add_space(space::LARGE);
        open_ui(ui, palette, width, commands);
        pairs_ui(ui, palette, state, width, commands);
        ui.add_space(space::LARGE);
        let tour = Button::new(RichText::new(Action::Tour.label()).font(sans(size::PANEL)));
        if ui.add(tour.min_size(vec2(0.0, 32.0))).clicked() {
            commands.push(Command::Do(Action::OpenSamples));
            commands.push(Command::Do(Action::Tour));
        }
        ui.add_space(space::WIDE);
    });
}

fn open_ui(ui: &mut Ui, palette: &Palette, width: f32, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        for action in [Action::OpenLeft, Action::OpenRight] {
            let words = RichText::new(action.label()).font(sans(15.0));
            let key = RichText::new(keys_in_words(action)).font(sans(12.0)).color(palette.quiet);
            let button = Button::new(words).shortcut_text(key).min_size(vec2((width - space::SMALL) / 2.0, 56.0));
            if ui.add(button).clicked() {
                commands.push(Command::Do(action));
            }
        }
    });
    ui.add_space(space::HAIR);
    let said = "or drop files anywhere here, or paste text";
    ui.label(RichText::new(said).font(sans(size::PANEL)).color(palette.quiet));
}

/// The pairs opened before, then those that come with the program.
fn pairs_ui(ui: &mut Ui, palette: &Palette, state: &State, width: f32, commands: &mut Vec<Command>) {
    let is_sample = |origin: &Origin| matches!(origin, Origin::Sample(_));
    let recent = state.settings.recent.iter().filter(|pair| !is_sample(&pair.left) || !is_sample(&pair.right));
    let groups = [
        ("Opened before", recent.take(MOST_RECENT).collect::<Vec<_>>()),
        ("To try it on", state.samples.iter().collect()),
    ];
    for (heading, pairs) in groups {
        if pairs.is_empty() {
            continue;
        }
        ui.add_space(space::LARGE + space::HAIR);
        ui.label(RichText::new(heading).font(sans(size::LABEL)).color(palette.quiet));
        for pair in pairs {
            let name = format!("{}  |  {}", pair.left_title, pair.right_title);
            let response = ui.add(Button::new("").min_size(vec2(width, LINE)).frame_when_inactive(false));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            let half = (width - 44.0) / 2.0;
            let rect = response.rect;
            for (title, x) in [(&pair.left_title, rect.left() + 10.0), (&pair.right_title, rect.left() + 34.0 + half)] {
                let galley = one_line(ui, title, serif(Face::Regular, 16.0), half);
                ui.painter().galley(egui::pos2(x, rect.center().y - galley.rect.height() / 2.0), galley, palette.ink);
            }
            let x = ui.painter().round_to_pixel_center(rect.left() + 22.0 + half);
            let stroke = egui::Stroke::new(palette.line(1.0), palette.hairline);
            ui.painter().vline(x, rect.shrink(8.0).y_range(), stroke);
            if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                commands.push(Command::OpenPair(pair.left.clone(), pair.right.clone()));
            }
        }
    }
}
