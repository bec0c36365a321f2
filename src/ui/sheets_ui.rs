//! What lies over the columns: the sheet of keys, the field for a path, the choice from a folder, about.

use egui::{Button, Color32, Id, Margin, Modal, RichText, ScrollArea, Ui, Vec2, vec2};

use super::about_article_ui::{AboutView, about_article_ui};
use super::card_sheet_ui::{CardView, card_sheet_ui};
use super::check_ui::{CheckView, check_ui};
use super::chooser_ui::Chooser;
use super::commands_ui::{CommandsView, commands_ui};
use super::export_ui::{ExportView, export_ui};
use super::fonts::{Face, sans, serif};
use super::keys_ui::keys_ui;
use super::landmark::name_sheet;
use super::palette::Palette;
use super::part_ui::part_ui;
use super::path_field_ui::PathField;
use super::preferences_ui::{PreferencePage, preferences_ui};
use super::source_sheets_ui::{merge_ui, split_ui, who_said_ui};
use super::style::card_frame;
use super::tokens::{size, space};
use crate::model::Side;
use crate::workspace::{Command, NoPicker, Origin, Sheet, State};

/// Around what is in a sheet, in points.
const AROUND: i8 = 24;

/// What the sheets keep between frames.
#[derive(Debug, Default)]
pub struct SheetView {
    path: PathField,
    chooser: Chooser,
    about: AboutView,
    card: CardView,
    export: ExportView,
    check: CheckView,
    commands: CommandsView,
    page: PreferencePage,
    shown: Option<Sheet>,
    /// Across the sheet when it was last painted, in points.
    size: Vec2,
}

impl SheetView {
    /// What is being typed in a sheet is done.
    pub fn end(&mut self, state: &State, commands: &mut Vec<Command>) {
        self.about.end(state, commands);
        self.card.end(state, commands);
    }

    /// Offers the selected words to a sheet that is about to open.
    pub fn offer(&mut self, sheet: Option<Sheet>, selected: impl FnOnce() -> Option<String>) {
        if sheet == Some(Sheet::Check) && self.shown != sheet {
            self.check.begin(selected());
        }
    }
}

/// Paints the sheet that is open, if any.
pub fn sheets_ui(ui: &Ui, palette: &Palette, state: &State, view: &mut SheetView, commands: &mut Vec<Command>) {
    if view.shown != state.sheet {
        view.end(state, commands);
        view.export = ExportView::default();
        view.shown = state.sheet;
        view.path.begin();
        view.chooser = Chooser::default();
        view.commands.begin();
    }
    let Some(sheet) = state.sheet else { return };
    let veil = if palette.dark { Color32::from_black_alpha(120) } else { palette.ink.gamma_multiply(0.18) };
    let frame = card_frame(palette, 8, Margin::same(AROUND));
    let modal = Modal::new(Id::unique("sheet")).backdrop_color(veil).frame(frame);
    let shown = modal.show(ui.ctx(), |ui| {
        name_sheet(ui, sheet_name(sheet));
        match sheet {
            Sheet::Commands => commands_ui(ui, palette, &mut view.commands, commands),
            Sheet::Keys => keys_ui(ui, palette),
            Sheet::About => about_ui(ui, palette),
            Sheet::Preferences => preferences_ui(ui, palette, &state.settings, &mut view.page, commands),
            Sheet::Path(side, why) => path_ui(ui, palette, view, side, why, commands),
            Sheet::SaveCopy(why) => copy_ui(ui, palette, view, why, commands),
            Sheet::Folder => folder_ui(ui, palette, state, commands),
            Sheet::Part(side) => {
                if let Some(offer) = state.offers.get(side) {
                    part_ui(ui, palette, side, offer, &mut view.chooser, commands);
                }
            }
            Sheet::Export => export_ui(ui, palette, state, &mut view.export, commands),
            Sheet::Card(item) => card_sheet_ui(ui, palette, state, &mut view.card, item, commands),
            Sheet::Article(side) => about_article_ui(ui, palette, state, &mut view.about, side, commands),
            Sheet::Check => check_ui(ui, palette, state, &mut view.check, commands),
            Sheet::WhoSaid(..) | Sheet::Merge(_) | Sheet::Split(_) => {
                let Some(compared) = &state.compared else { return };
                let chooser = &mut view.chooser;
                match sheet {
                    Sheet::WhoSaid(side, at) => who_said_ui(ui, palette, compared, chooser, (side, at), commands),
                    Sheet::Merge(source) => merge_ui(ui, palette, compared, chooser, source, commands),
                    Sheet::Split(source) => split_ui(ui, palette, compared, chooser, source, commands),
                    _ => {}
                }
            }
        }
    });
    // A sheet is put in the middle by the size it had a frame ago.
    if shown.response.rect.size() != view.size {
        view.size = shown.response.rect.size();
        ui.ctx().request_repaint();
    }
    if shown.should_close() {
        commands.push(Command::CloseSheet);
    }
}

fn sheet_name(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Commands => "All commands",
        Sheet::Keys => "Keys",
        Sheet::About => "About Diptych",
        Sheet::Preferences => "Preferences",
        Sheet::Path(..) => "Open by path",
        Sheet::SaveCopy(_) => "Save a copy",
        Sheet::Folder => "Articles in this folder",
        Sheet::Part(_) => "Which article",
        Sheet::Article(_) => "About the article",
        Sheet::Card(_) => "Card",
        Sheet::Export => "Export",
        Sheet::Check => "Check a quotation",
        Sheet::WhoSaid(..) => "Who said it",
        Sheet::Merge(_) => "Two sources that are one",
        Sheet::Split(_) => "One source that is two",
    }
}

/// Makes a sheet so wide, or as wide as the window lets it be.
pub(super) fn set_sheet_width(ui: &mut Ui, points: f32) {
    ui.set_width(points.min(room_for_sheet(ui)));
}

/// How wide a sheet may be in this window, in points.
pub(super) fn room_for_sheet(ui: &Ui) -> f32 {
    ui.ctx().content_rect().width() - 2.0 * (f32::from(AROUND) + space::SMALL)
}

pub(super) fn title_ui(ui: &mut Ui, palette: &Palette, words: &str) {
    let title = ui.label(RichText::new(words).font(serif(Face::SemiBold, 21.0)).color(palette.ink));
    title.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, words));
    ui.add_space(space::SMALL);
}

fn about_ui(ui: &mut Ui, palette: &Palette) {
    ui.set_max_width(420.0_f32.min(room_for_sheet(ui)));
    title_ui(ui, palette, "Diptych");
    let version = concat!("Version ", env!("CARGO_PKG_VERSION"));
    ui.label(RichText::new(version).font(sans(size::PANEL)).color(palette.quiet));
    ui.add_space(space::SMALL);
    for words in [
        "Opens two articles side by side and shows what they share: who is quoted in both, what both are about, \
         where the same words stand in both.",
        "Everything stays on this computer. Nothing is sent anywhere, and your files are never changed.",
        "Set in Diptych Serif, made from Adobe’s Source Serif 4, in Inter and in Atkinson Hyperlegible Next, all under \
         the SIL Open Font License.",
    ] {
        ui.label(RichText::new(words).font(serif(Face::Regular, 15.0)).color(palette.ink));
        ui.add_space(space::SMALL);
    }
}

fn path_ui(
    ui: &mut Ui,
    palette: &Palette,
    view: &mut SheetView,
    side: Side,
    why: NoPicker,
    commands: &mut Vec<Command>,
) {
    set_sheet_width(ui, 460.0);
    title_ui(ui, palette, "Open a file by its name");
    let words = match why {
        NoPicker::Missing => {
            "This system offers no file picker (neither a desktop portal nor zenity). Type or paste the path of an article:"
        }
        NoPicker::Asked => "Type or paste the path of an article or of a folder:",
    };
    ui.label(RichText::new(words).font(sans(size::PANEL)).color(palette.quiet));
    ui.add_space(space::SMALL);
    let entered = view.path.show(ui, "Path of the article", "/home/you/article.txt");
    ui.add_space(space::MEDIUM);
    let mut chosen = entered.then_some(side);
    ui.horizontal(|ui| {
        for side in [side, side.other()] {
            let label = format!("Open on the {}", side.name());
            if ui.add(Button::new(label).min_size(vec2(140.0, 32.0))).clicked() {
                chosen = Some(side);
            }
        }
        if ui.add(Button::new("Cancel").min_size(vec2(80.0, 32.0)).frame_when_inactive(false)).clicked() {
            commands.push(Command::CloseSheet);
        }
    });
    if let (Some(side), Some(path)) = (chosen, view.path.path()) {
        commands.push(Command::OpenPath(side, path));
        view.path.clear();
    }
}

fn copy_ui(ui: &mut Ui, palette: &Palette, view: &mut SheetView, why: NoPicker, commands: &mut Vec<Command>) {
    set_sheet_width(ui, 460.0);
    title_ui(ui, palette, "Save a copy");
    let words = match why {
        NoPicker::Missing => {
            "This system offers no file picker (neither a desktop portal nor zenity). Type or paste a path for the copy:"
        }
        NoPicker::Asked => "Type or paste a path for the copy:",
    };
    ui.label(RichText::new(words).font(sans(size::PANEL)).color(palette.quiet));
    ui.add_space(space::SMALL);
    let entered = view.path.show(ui, "Path of the copy", "/home/you/two-articles.diptych");
    ui.add_space(space::MEDIUM);
    ui.horizontal(|ui| {
        let saved = ui.add(Button::new("Save").min_size(vec2(100.0, 32.0))).clicked();
        if ui.add(Button::new("Cancel").min_size(vec2(80.0, 32.0)).frame_when_inactive(false)).clicked() {
            commands.push(Command::CloseSheet);
        }
        if let Some(path) = view.path.path().filter(|_| saved || entered) {
            commands.push(Command::SaveCopy(path, false));
            view.path.clear();
        }
    });
}

fn folder_ui(ui: &mut Ui, palette: &Palette, state: &State, commands: &mut Vec<Command>) {
    set_sheet_width(ui, 520.0);
    let Some(folder) = &state.folder else { return };
    title_ui(ui, palette, "Articles in this folder");
    ui.label(RichText::new(folder.path.display().to_string()).font(sans(size::PANEL)).color(palette.quiet));
    ui.add_space(space::SMALL);
    ScrollArea::vertical().max_height(360.0).auto_shrink([false, true]).show(ui, |ui| {
        for path in &folder.articles {
            entry_ui(ui, palette, state, path, commands);
        }
    });
    if folder.articles.is_empty() {
        ui.label(RichText::new("No article in it.").font(sans(size::PANEL)));
    }
    ui.add_space(space::SMALL);
    if ui.add(Button::new("Read").min_size(vec2(100.0, 32.0))).clicked() {
        commands.push(Command::CloseSheet);
    }
}

fn entry_ui(ui: &mut Ui, palette: &Palette, state: &State, path: &std::path::Path, commands: &mut Vec<Command>) {
    let origin = Origin::File(path.to_owned());
    let name = origin.name();
    ui.horizontal(|ui| {
        ui.set_height(32.0);
        for side in Side::BOTH {
            let is_here = state.columns.get(side).opened.as_ref().is_some_and(|opened| opened.origin == origin);
            let response = ui.add(Button::selectable(is_here, side.title()).min_size(vec2(56.0, 26.0)));
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::Button, true, is_here, format!("{name} on the {}", side.name()))
            });
            if response.clicked() {
                commands.push(Command::Open(side, origin.clone()));
            }
        }
        ui.add(egui::Label::new(RichText::new(&name).font(sans(size::PANEL)).color(palette.ink)).truncate());
    });
}
