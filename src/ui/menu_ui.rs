//! The menu bar: one row, menus on the left, the few things of every day on the right.

use egui::containers::menu::{MenuBar, MenuButton, SubMenuButton};
use egui::{
    Align, Button, CornerRadius, Frame, Layout, Margin, Painter, Rect, Response, RichText, Role, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::fonts::{Face, sans, sans_strong, serif};
use super::icons::{Icon, focus_ring_ui, icon_button_ui};
use super::palette::Palette;
use super::shortcuts::keys_in_words;
use super::tokens::{size, space};
use super::words_ui::pair_titles_ui;
use crate::model::Sides;
use crate::workspace::{Action, Command, Menu, State};

/// How wide a menu is, in points.
const WIDTH: f32 = 316.0;
/// Width and height of a button at the right end, in points.
const TOOL: f32 = 28.0;
/// The few things of every day; those without a picture show a letter.
const TOOLS: [(Action, Option<Icon>); 5] = [
    (Action::TextSmaller, None),
    (Action::TextLarger, None),
    (Action::SwapSides, Some(Icon::Swap)),
    (Action::NextTheme, Some(Icon::Theme)),
    (Action::TogglePane, Some(Icon::List)),
];

/// Paints the menu bar; with what changes the two articles only where there are any.
pub fn menu_ui(ui: &mut Ui, palette: &Palette, state: &State, has_articles: bool, commands: &mut Vec<Command>) {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, CornerRadius::ZERO, palette.desk);
    let inner = rect.shrink2(vec2(space::SMALL, 0.0));
    let mut left = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)));
    MenuBar::new().ui(&mut left, |ui| {
        ui.spacing_mut().button_padding = vec2(9.0, 5.0);
        ui.spacing_mut().item_spacing.x = 0.0;
        for menu in Menu::ALL {
            let font = if menu == Menu::Diptych { sans_strong(size::PANEL) } else { sans(size::PANEL) };
            let (response, _) = MenuButton::new(RichText::new(menu.label()).font(font))
                .ui(ui, |ui| items_ui(ui, palette, state, menu, commands));
            focus_ring_ui(ui.painter(), palette, response.rect, &response);
        }
    });
    tools_ui(ui, palette, inner, has_articles, commands);
}

/// The buttons at the right end of that row, in the order that they are read.
fn tools_ui(ui: &mut Ui, palette: &Palette, row: Rect, has_articles: bool, commands: &mut Vec<Command>) {
    const GAP: f32 = 2.0;
    let tools: Vec<_> = TOOLS.into_iter().filter(|(action, _)| has_articles || *action == Action::NextTheme).collect();
    let width = tools.len() as f32 * (TOOL + GAP) - GAP;
    let place = Rect::from_min_max(pos2(row.right() - width, row.top()), row.max);
    let mut tools_row = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center)));
    tools_row.spacing_mut().item_spacing.x = GAP;
    for (action, icon) in tools {
        let name = format!("{} ({})", action.label(), keys_in_words(action));
        let response = match icon {
            Some(icon) => icon_button_ui(&mut tools_row, palette, icon, &name),
            None => letter_ui(&mut tools_row, palette, action, &name),
        };
        if response.clicked() {
            commands.push(Command::Do(action));
        }
    }
}

/// The line below it, over what scrolls there.
pub fn menu_edge_ui(painter: &Painter, palette: &Palette, menu: Rect) {
    let line = painter.round_to_pixel_center(menu.bottom());
    painter.hline(menu.x_range(), line, Stroke::new(palette.line(1.0), palette.hairline));
}

/// A large or a small A.
fn letter_ui(ui: &mut Ui, palette: &Palette, action: Action, name: &str) -> Response {
    let points = if action == Action::TextLarger { 17.0 } else { 12.0 };
    let letter = RichText::new("A").font(serif(Face::Regular, points)).color(palette.quiet);
    ui.spacing_mut().button_padding.x = 0.0;
    let response = ui.add(Button::new(letter).min_size(vec2(TOOL, TOOL)).frame_when_inactive(false));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response.on_hover_text(name)
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
    let inset = ui.spacing().button_padding.x;
    Frame::new().inner_margin(Margin::symmetric(inset as i8, 2)).show(ui, |ui| {
        ui.label(RichText::new("Opened before").font(sans(size::LABEL)).color(palette.quiet));
    });
    for pair in &state.settings.recent {
        let name = format!("{}  |  {}", pair.left_title, pair.right_title);
        let button = Button::new("").min_size(vec2(WIDTH, 28.0)).frame_when_inactive(false);
        let response = ui.add(button);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        pair_titles_ui(
            ui,
            palette,
            Sides::new(&pair.left_title, &pair.right_title),
            response.rect.shrink2(vec2(inset, 0.0)),
            &sans(size::PANEL),
        );
        if response.clicked() {
            commands.push(Command::OpenPair(pair.left.clone(), pair.right.clone()));
            ui.close();
        }
    }
}
