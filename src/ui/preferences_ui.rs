//! How the reader wants things: colours, face and lengths of the type; on a page of its own how shared words are sought.

use std::fmt::Display;

use egui::emath::Numeric;
use egui::{Align, Button, Layout, Response, RichText, Role, Ui, WidgetInfo, vec2};

use super::check_box_ui::check_box_ui;
use super::finding_ui::finding_ui;
use super::fonts::{Face, reading, sans, sans_strong};
use super::palette::Palette;
use super::sheets_ui::{set_sheet_width, title_ui};
use super::slider_ui::{Scale, slider_ui};
use super::style::{choice_button, primary_button};
use super::tabs_ui::sheet_tabs_ui;
use super::tokens::{size, space};
use crate::view;
use crate::workspace::settings::PACES;
use crate::workspace::{Command, ReadingFace, Settings, Theme, Typography};

/// Width of the sheet, in points.
pub(super) const WIDTH: f32 = 490.0;
/// Width of a row's name, in points.
const NAME: f32 = 136.0;
/// Room for a slider's value in words, in points.
const VALUE: f32 = 136.0;
/// Length of a slider, in points.
const LENGTH: f32 = 210.0;

/// The pages of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PreferencePage {
    /// Colours and type.
    #[default]
    Reading,
    /// How shared words are sought.
    Finding,
}

/// Paints the sheet.
pub fn preferences_ui(
    ui: &mut Ui,
    palette: &Palette,
    settings: &Settings,
    page: &mut PreferencePage,
    commands: &mut Vec<Command>,
) {
    set_sheet_width(ui, WIDTH);
    title_ui(ui, palette, "Preferences");
    ui.spacing_mut().item_spacing = vec2(space::SMALL, space::SMALL);
    let pages = [(PreferencePage::Reading, "Reading"), (PreferencePage::Finding, "Shared words")];
    if let Some(chosen) = sheet_tabs_ui(ui, palette, &pages, *page) {
        *page = chosen;
    }
    ui.add_space(space::SMALL);
    match page {
        PreferencePage::Reading => reading_ui(ui, palette, settings, commands),
        PreferencePage::Finding => finding_ui(ui, palette, settings.finding, commands),
    }
}

fn reading_ui(ui: &mut Ui, palette: &Palette, settings: &Settings, commands: &mut Vec<Command>) {
    colours_ui(ui, palette, settings.theme, commands);
    faces_ui(ui, palette, settings.typography, commands);
    lengths_ui(ui, palette, settings, commands);
    let mut pace = settings.words_a_minute;
    let help = "What the reading times of the articles and of a selection are counted with";
    let paces = Scale { range: PACES, step: 2.0, usual: Some(Settings::default().words_a_minute) };
    if slider_row_ui(ui, palette, ("Reading pace", help), &mut pace, &paces, " words a minute") {
        commands.push(Command::SetPace(pace));
    }
    let mut glides = settings.glides;
    row_ui(ui, palette, "Movement", |ui| {
        if check_box_ui(ui, palette, &mut glides, "Scroll smoothly to a passage").changed() {
            commands.push(Command::SetGlides(glides));
        }
    });
    let usual = Typography::default();
    let is_usual = settings.typography == usual && (settings.text_scale - 1.0).abs() < f32::EPSILON;
    if end_ui(ui, palette, is_usual, commands) {
        commands.push(Command::SetTypography(usual));
        commands.push(Command::SetTextScale(1.0));
    }
}

/// The last row. Whether the reader wants everything as it came.
pub(super) fn end_ui(ui: &mut Ui, palette: &Palette, is_usual: bool, commands: &mut Vec<Command>) -> bool {
    ui.add_space(space::SMALL);
    let mut wanted = false;
    ui.horizontal(|ui| {
        let reset = Button::new("Reset").frame_when_inactive(false).min_size(vec2(0.0, 30.0));
        wanted = ui.add_enabled(!is_usual, reset).clicked();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.add(primary_button(palette, "Done", 90.0)).clicked() {
                commands.push(Command::CloseSheet);
            }
        });
    });
    wanted
}

pub(super) fn row_ui(ui: &mut Ui, palette: &Palette, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(NAME, 28.0), egui::Sense::hover());
        let at = egui::pos2(rect.left(), rect.center().y);
        ui.painter().text(at, egui::Align2::LEFT_CENTER, name, sans(size::PANEL), palette.ink);
        content(ui);
    });
}

fn colours_ui(ui: &mut Ui, palette: &Palette, theme: Theme, commands: &mut Vec<Command>) {
    for (name, choices) in [("Colours", &Theme::ALL[..4]), ("", &Theme::ALL[4..])] {
        row_ui(ui, palette, name, |ui| {
            for choice in choices {
                let font = if theme == *choice { sans_strong(size::PANEL) } else { sans(size::PANEL) };
                let words = RichText::new(view::theme_word(*choice)).font(font);
                let response = ui.add(choice_button(palette, words, theme == *choice));
                choice_info(&response, theme == *choice, &format!("Colours, {}", view::theme_word(*choice)));
                if response.clicked() {
                    commands.push(Command::SetTheme(*choice));
                }
            }
        });
    }
}

fn faces_ui(ui: &mut Ui, palette: &Palette, typography: Typography, commands: &mut Vec<Command>) {
    row_ui(ui, palette, "Typeface", |ui| {
        for (face, name) in [(ReadingFace::Serif, "Book serif"), (ReadingFace::Legible, "Easy to tell letters apart")] {
            let words = RichText::new(name).font(reading(face, Face::Regular, 15.0));
            let response = ui.add(choice_button(palette, words, typography.face == face));
            choice_info(&response, typography.face == face, &format!("Typeface, {name}"));
            if response.clicked() {
                commands.push(Command::SetTypography(Typography { face, ..typography }));
            }
        }
    });
}

/// One of several, for the screen reader: which row it is of, and whether it is the one.
fn choice_info(response: &Response, is_chosen: bool, name: &str) {
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
}

fn lengths_ui(ui: &mut Ui, palette: &Palette, settings: &Settings, commands: &mut Vec<Command>) {
    let typography = settings.typography;
    let mut scale = settings.text_scale;
    if share_ui(ui, palette, "Size of the text", &mut scale) {
        commands.push(Command::SetTextScale(scale));
    }
    let mut changed = typography;
    let mut any = share_ui(ui, palette, "Line height", &mut changed.line_height);
    any |= share_ui(ui, palette, "Width of a line", &mut changed.measure);
    any |= share_ui(ui, palette, "Between paragraphs", &mut changed.paragraph_space);
    any |= letters_ui(ui, palette, &mut changed.letter_space_em);
    if any {
        commands.push(Command::SetTypography(changed));
    }
}

/// A length as a share of the usual one.
fn share_ui(ui: &mut Ui, palette: &Palette, name: &str, value: &mut f32) -> bool {
    hundredths_ui(ui, palette, name, value, &Scale { range: 80.0..=300.0, step: 5.0, usual: Some(100.0) }, "%")
}

fn letters_ui(ui: &mut Ui, palette: &Palette, value: &mut f32) -> bool {
    hundredths_ui(ui, palette, "Between letters", value, &Scale { range: 0.0..=12.0, step: 1.0, usual: Some(0.0) }, "%")
}

/// A slider in hundredths, within a range and by steps, with its value in words.
fn hundredths_ui(ui: &mut Ui, palette: &Palette, name: &str, value: &mut f32, scale: &Scale<f32>, unit: &str) -> bool {
    let mut percent = (*value * 100.0).round();
    let changed = slider_row_ui(ui, palette, (name, ""), &mut percent, scale, unit);
    if changed {
        *value = percent / 100.0;
    }
    changed
}

/// A row with a slider and its value in words. `help` says what it does; it may be empty.
pub(super) fn slider_row_ui<N: Numeric + Display>(
    ui: &mut Ui,
    palette: &Palette,
    (name, help): (&str, &str),
    value: &mut N,
    scale: &Scale<N>,
    unit: &str,
) -> bool {
    let mut changed = false;
    row_ui(ui, palette, name, |ui| {
        let length = (ui.available_width() - VALUE).clamp(80.0, LENGTH);
        let mut response = slider_ui(ui, palette, value, scale, length);
        if !help.is_empty() {
            response = response.on_hover_text(help);
        }
        let spoken = if help.is_empty() { name.to_owned() } else { format!("{name}. {help}") };
        response.widget_info(|| WidgetInfo::slider(true, value.to_f64(), spoken.clone()));
        changed = response.changed();
        ui.label(RichText::new(format!("{value}{unit}")).font(sans(size::PANEL)).color(palette.quiet));
    });
    changed
}
