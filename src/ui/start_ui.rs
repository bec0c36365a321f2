//! The start page, the program's face: open two articles, drop them here, go on with a pair, try the samples.

use egui::{Button, CornerRadius, Frame, Margin, Rect, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, vec2};

use super::fonts::{Face, sans, serif};
use super::icons::focus_ring_ui;
use super::landmark::landmark;
use super::palette::Palette;
use super::shortcuts::keys_in_words;
use super::tokens::{size, space};
use super::words_ui::pair_titles_ui;
use crate::model::Sides;
use crate::workspace::{Action, Command, Origin, State};

/// Width of the page, in points.
const WIDTH: f32 = 620.0;
/// How many recent pairs it lists.
const MOST_RECENT: usize = 5;
/// Height of a pair's line, in points.
const LINE: f32 = 34.0;
/// So far the ground of a pair's line reaches out beside the page, that its words stand in line with all others.
const HANGING: f32 = 12.0;

/// Paints it over the whole desk.
pub fn start_ui(ui: &mut Ui, palette: &Palette, state: &State, desk: Rect, commands: &mut Vec<Command>) {
    ui.painter().rect_filled(desk, egui::CornerRadius::ZERO, palette.paper);
    let width = WIDTH.min(desk.width() - 2.0 * (space::LARGE + HANGING));
    let top = desk.top() + (desk.height() * 0.14).clamp(space::LARGE, 150.0);
    let place = Rect::from_min_max(
        egui::pos2(desk.center().x - width / 2.0 - HANGING, top),
        egui::pos2(desk.center().x + width / 2.0 + HANGING, desk.bottom()),
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt("start"));
    landmark(&child, Role::Main, || "Start page".to_owned());
    let inset = Margin::symmetric(HANGING as i8, 0);
    let frame = Frame::new().inner_margin(inset);
    let scroll = ScrollArea::vertical().id_salt("start").auto_shrink(false);
    let page = |ui: &mut Ui| {
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
    };
    scroll.show(&mut child, |ui| frame.show(ui, page));
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
            let (rect, response) = ui.allocate_exact_size(vec2(width, LINE), Sense::click());
            response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, &name));
            let ground = rect.expand2(vec2(HANGING, 0.0));
            if response.hovered() {
                ui.painter().rect_filled(ground, CornerRadius::same(space::CORNER), palette.wash(0.05));
            }
            focus_ring_ui(ui.painter(), palette, ground, &response);
            if response.gained_focus() {
                ui.scroll_to_rect(ground, None);
            }
            let titles = Sides::new(pair.left_title.as_str(), pair.right_title.as_str());
            pair_titles_ui(ui, palette, titles, rect, &serif(Face::Regular, 16.0));
            if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                commands.push(Command::OpenPair(pair.left.clone(), pair.right.clone()));
            }
        }
    }
}
