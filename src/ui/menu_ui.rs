//! The menu bar: one row, menus on the left, the few things of every day on the right.

use egui::containers::menu::{MenuBar, MenuButton, SubMenuButton};
use egui::{Align, Button, CornerRadius, Frame, Layout, Margin, Painter, Rect, RichText, Stroke, Ui, UiBuilder, vec2};

use super::fonts::{sans, sans_strong};
use super::icons::{Icon, icon_button_ui};
use super::palette::Palette;
use super::shortcuts::keys_in_words;
use super::tokens::{size, space};
use crate::workspace::{Action, Command, Menu, State};

/// How many letters of a title the list of recent pairs shows.
const RECENT_LETTERS: usize = 21;
/// How wide a menu is, in points.
const WIDTH: f32 = 316.0;

/// Paints the menu bar.
pub fn menu_ui(ui: &mut Ui, palette: &Palette, state: &State, commands: &mut Vec<Command>) {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, CornerRadius::ZERO, palette.desk);
    let inner = rect.shrink2(vec2(space::SMALL, 0.0));
    let mut left = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)));
    MenuBar::new().ui(&mut left, |ui| {
        ui.spacing_mut().button_padding = vec2(9.0, 5.0);
        ui.spacing_mut().item_spacing.x = 0.0;
        for menu in Menu::ALL {
            let font = if menu == Menu::Diptych { sans_strong(size::PANEL) } else { sans(size::PANEL) };
            MenuButton::new(RichText::new(menu.label()).font(font))
                .ui(ui, |ui| items_ui(ui, palette, state, menu, commands));
        }
    });
    let mut right = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center)));
    right.spacing_mut().item_spacing.x = 2.0;
    for (icon, action) in
        [(Icon::List, Action::TogglePane), (Icon::Theme, Action::NextTheme), (Icon::Swap, Action::SwapSides)]
    {
        let name = format!("{} ({})", action.label(), keys_in_words(action));
        if icon_button_ui(&mut right, palette, icon, &name).clicked() {
            commands.push(Command::Do(action));
        }
    }
    for action in [Action::TextLarger, Action::TextSmaller] {
        letter_ui(&mut right, palette, action, commands);
    }
}

/// The line below it, over what scrolls there.
pub fn menu_edge_ui(painter: &Painter, palette: &Palette, menu: Rect) {
    let line = painter.round_to_pixel_center(menu.bottom());
    painter.hline(menu.x_range(), line, Stroke::new(palette.line(1.0), palette.hairline));
}

/// A large or a small A.
fn letter_ui(ui: &mut Ui, palette: &Palette, action: Action, commands: &mut Vec<Command>) {
    let points = if action == Action::TextLarger { 17.0 } else { 12.0 };
    let letter = RichText::new("A").font(super::fonts::serif(super::fonts::Face::Regular, points)).color(palette.quiet);
    let name = format!("{} ({})", action.label(), keys_in_words(action));
    let button = Button::new(letter).min_size(vec2(28.0, 28.0)).frame_when_inactive(false);
    let response = ui.add(button).on_hover_text(&name);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    if response.clicked() {
        commands.push(Command::Do(action));
    }
}

fn items_ui(ui: &mut Ui, palette: &Palette, state: &State, menu: Menu, commands: &mut Vec<Command>) {
    ui.set_width(WIDTH);
    ui.spacing_mut().item_spacing.y = 1.0;
    let mut last = None;
    for action in Action::of(menu) {
        if action.opens_group() {
            rule_ui(ui, palette);
        }
        match action.submenu() {
            None => item_ui(ui, palette, state, action, commands),
            Some(name) if last != Some(name) => {
                let label = RichText::new(name).font(sans(size::PANEL));
                let button = Button::new(label)
                    .right_text(SubMenuButton::arrow_atom(Some(palette.quiet)))
                    .min_size(vec2(WIDTH, 28.0))
                    .frame_when_inactive(false);
                SubMenuButton::from_button(button).ui(ui, |ui| {
                    ui.set_width(WIDTH);
                    ui.spacing_mut().item_spacing.y = 1.0;
                    for action in Action::of(menu).filter(|action| action.submenu() == Some(name)) {
                        item_ui(ui, palette, state, action, commands);
                    }
                });
            }
            Some(_) => {}
        }
        last = action.submenu();
    }
    if menu == Menu::File {
        recent_ui(ui, palette, state, commands);
    }
}

fn item_ui(ui: &mut Ui, palette: &Palette, state: &State, action: Action, commands: &mut Vec<Command>) {
    let label = RichText::new(format!("{}{}", action.label(), chosen(state, action))).font(sans(size::PANEL));
    let button = Button::new(label)
        .shortcut_text(RichText::new(keys_in_words(action)).font(sans(12.0)).color(palette.quiet))
        .min_size(vec2(WIDTH, 28.0))
        .frame_when_inactive(false);
    if ui.add(button).clicked() {
        commands.push(Command::Do(action));
        ui.close();
    }
}

/// A sign behind the theme that holds and the layers that are on.
fn chosen(state: &State, action: Action) -> &'static str {
    match action {
        Action::Theme(theme) if theme == state.settings.theme => "  •",
        Action::Scrolling(scrolling) if scrolling == state.settings.scrolling => "  •",
        Action::FocusLine if state.settings.focus_line => "  •",
        Action::Fold if state.is_folded() => "  •",
        Action::Layer(kind) if state.is_on(kind) => "  •",
        _ => "",
    }
}

fn rule_ui(ui: &mut Ui, palette: &Palette) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), egui::Sense::hover());
    let y = ui.painter().round_to_pixel_center(rect.center().y);
    ui.painter().hline(rect.x_range(), y, Stroke::new(palette.line(1.0), palette.hairline));
}

fn recent_ui(ui: &mut Ui, palette: &Palette, state: &State, commands: &mut Vec<Command>) {
    if state.settings.recent.is_empty() {
        return;
    }
    rule_ui(ui, palette);
    Frame::new().inner_margin(Margin::symmetric(10, 2)).show(ui, |ui| {
        ui.label(RichText::new("Opened before").font(sans(size::LABEL)).color(palette.quiet));
    });
    for pair in &state.settings.recent {
        let words = format!("{}  |  {}", shortened(&pair.left_title), shortened(&pair.right_title));
        let button = Button::new(RichText::new(words).font(sans(size::PANEL)))
            .min_size(vec2(WIDTH, 28.0))
            .frame_when_inactive(false);
        if ui.add(button).clicked() {
            commands.push(Command::OpenPair(pair.left.clone(), pair.right.clone()));
            ui.close();
        }
    }
}

fn shortened(title: &str) -> String {
    if title.chars().count() <= RECENT_LETTERS {
        return title.to_owned();
    }
    let kept: String = title.chars().take(RECENT_LETTERS).collect();
    format!("{}…", kept.trim_end())
}
