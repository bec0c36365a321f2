//! The sheet of exports: what is to be written, how, and where.

use egui::{Align2, Button, Key, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::check_box_ui::check_box_ui;
use super::fonts::{sans, sans_strong};
use super::palette::Palette;
use super::path_field_ui::PathField;
use super::sheets_ui::{set_sheet_width, title_ui};
use super::style::{choice_button, primary_button};
use super::tokens::{size, space};
use crate::view;
use crate::workspace::{CitationForm, Command, ExportKind, Paper, State, Wish};

/// How wide the sheet is, in points.
const WIDTH: f32 = 560.0;
/// Width of the column with what can be chosen, in points.
const NAMES: f32 = 152.0;

/// What the sheet keeps between frames.
#[derive(Debug, Default)]
pub struct ExportView {
    path: PathField,
}

/// Paints the sheet.
pub fn export_ui(ui: &mut Ui, palette: &Palette, state: &State, view: &mut ExportView, commands: &mut Vec<Command>) {
    set_sheet_width(ui, WIDTH);
    title_ui(ui, palette, "Export");
    let mut wish = state.exporting.wish;
    for kind in ExportKind::ALL {
        kind_ui(ui, palette, kind, &mut wish);
    }
    ui.add_space(space::SMALL);
    formats_ui(ui, palette, &mut wish);
    options_ui(ui, palette, &mut wish);
    if wish != state.exporting.wish {
        commands.push(Command::SetWish(wish));
    }
    ui.add_space(space::SMALL);
    if let Some(words) = view::export_caution(state) {
        ui.label(RichText::new(words).font(sans(size::PANEL)).color(palette.quiet));
    }
    if let Some(sentence) = &state.exporting.failed {
        let label = ui.label(RichText::new(sentence).font(sans(size::PANEL)).color(palette.alarm));
        label.widget_info(|| WidgetInfo::labeled(Role::Alert, true, sentence));
    }
    ui.add_space(space::SMALL);
    where_ui(ui, palette, state, view, commands);
}

fn kind_ui(ui: &mut Ui, palette: &Palette, kind: ExportKind, wish: &mut Wish) {
    let is_chosen = wish.kind == kind;
    let (title, help) = (view::export_title(kind), view::export_help(kind));
    let words = RichText::new(title).font(sans_strong(size::PANEL)).color(palette.ink);
    let response = ui.horizontal(|ui| {
        // What stands at the right end pushes the words to the left one.
        let response = ui.add(choice_button(palette, words, is_chosen).shortcut_text("").min_size(vec2(NAMES, 28.0)));
        let detail = RichText::new(help).font(sans(size::LABEL)).color(palette.quiet);
        ui.add(egui::Label::new(detail).truncate());
        response
    });
    let response = response.inner;
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, format!("{title}. {help}")));
    if response.clicked() && !is_chosen {
        *wish = Wish { options: wish.options, ..Wish::of(kind) };
    }
}

fn formats_ui(ui: &mut Ui, palette: &Palette, wish: &mut Wish) {
    row_ui(ui, palette, "As", |ui| {
        for format in wish.kind.formats() {
            let is_chosen = wish.format == *format;
            if choice_ui(ui, palette, view::format_name(*format), is_chosen) {
                wish.format = *format;
            }
        }
    });
}

/// What of it can be chosen: the paper, whether it is to be filled in, the form of citations.
fn options_ui(ui: &mut Ui, palette: &Palette, wish: &mut Wish) {
    let options = &mut wish.options;
    if matches!(wish.kind, ExportKind::Handout | ExportKind::Report | ExportKind::Cards) {
        row_ui(ui, palette, "Paper", |ui| {
            for (paper, name) in [(Paper::A4, "A4"), (Paper::Letter, "Letter")] {
                if choice_ui(ui, palette, name, options.paper == paper) {
                    options.paper = paper;
                }
            }
        });
    }
    if matches!(wish.kind, ExportKind::Handout | ExportKind::Report) {
        row_ui(ui, palette, "Citations", |ui| {
            if choice_ui(ui, palette, "None", options.citations.is_none()) {
                options.citations = None;
            }
            for form in CitationForm::ALL {
                if choice_ui(ui, palette, form.name(), options.citations == Some(form)) {
                    options.citations = Some(form);
                }
            }
        });
    }
    if wish.kind == ExportKind::Handout {
        check_box_ui(
            ui,
            palette,
            &mut options.is_blank,
            "Blank, to be filled in, with an answer key on a page of its own",
        );
    } else {
        options.is_blank = false;
    }
}

fn row_ui(ui: &mut Ui, palette: &Palette, name: &str, choices: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        let (label, _) = ui.allocate_exact_size(vec2(NAMES, 28.0), Sense::hover());
        let at = pos2(label.left() + ui.spacing().button_padding.x, label.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, name, sans(size::PANEL), palette.quiet);
        choices(ui);
    });
}

fn choice_ui(ui: &mut Ui, palette: &Palette, name: &str, is_chosen: bool) -> bool {
    let response = ui.add(choice_button(palette, RichText::new(name).font(sans(size::PANEL)), is_chosen));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
    response.clicked()
}

/// The button that asks where to, or the field for the path where the system has no picker.
fn where_ui(ui: &mut Ui, palette: &Palette, state: &State, view: &mut ExportView, commands: &mut Vec<Command>) {
    let is_possible = state.can_export() && state.exporting.awaited.is_none();
    let mut is_entered = false;
    if state.exporting.has_no_picker {
        let words = "This system offers no file picker. Type the path of the file:";
        ui.label(RichText::new(words).font(sans(size::PANEL)).color(palette.quiet));
        let hint = format!("/home/you/{}", state.export_name());
        is_entered = view.path.show(ui, "Path of the file to write", &hint);
        ui.add_space(space::SMALL);
    }
    ui.horizontal(|ui| {
        let words = match (state.exporting.awaited, state.exporting.has_no_picker) {
            (Some(_), _) => "Writing…",
            (None, true) => "Save",
            (None, false) => "Save as…",
        };
        let button = ui.add_enabled(is_possible, primary_button(palette, words, 120.0));
        if state.exporting.has_no_picker {
            let path = view.path.path().filter(|_| (button.clicked() || is_entered) && is_possible);
            commands.extend(path.map(|path| Command::ExportTo(path, false)));
        } else if button.clicked() || is_possible && enter_alone(ui) {
            commands.push(Command::PickExport);
        }
        if ui.add(Button::new("Cancel").min_size(vec2(80.0, 30.0)).frame_when_inactive(false)).clicked() {
            commands.push(Command::CloseSheet);
        }
    });
}

/// Enter, where nothing else has the keys that would take it.
fn enter_alone(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_none()) && ui.input(|input| input.key_pressed(Key::Enter))
}
