//! The sheet of all commands: a field to type a part of a name in, and the commands that fit.

use egui::{Align2, CornerRadius, Key, Rect, RichText, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2};

use super::fonts::sans;
use super::icons::focus_ring_ui;
use super::palette::Palette;
use super::sheets_ui::set_sheet_width;
use super::shortcuts::keys_in_words;
use super::tokens::{size, space};
use crate::view;
use crate::workspace::{Action, Command};

/// How wide the sheet is, in points.
const WIDTH: f32 = 520.0;
/// Height of a row, in points.
const ROW: f32 = 32.0;
/// How many rows are in view.
const ROWS_IN_VIEW: f32 = 11.5;
/// How many commands are remembered as used.
const MOST_RECENT: usize = 6;

/// What the sheet keeps between frames.
#[derive(Debug, Default)]
pub struct CommandsView {
    typed: String,
    at: usize,
    had_focus: bool,
    recent: Vec<Action>,
}

impl CommandsView {
    /// The sheet opens.
    pub fn begin(&mut self) {
        self.typed.clear();
        self.at = 0;
        self.had_focus = false;
    }

    fn remember(&mut self, action: Action) {
        self.recent.retain(|used| *used != action);
        self.recent.insert(0, action);
        self.recent.truncate(MOST_RECENT);
    }
}

/// Paints it.
pub fn commands_ui(ui: &mut Ui, palette: &Palette, view: &mut CommandsView, commands: &mut Vec<Command>) {
    set_sheet_width(ui, WIDTH);
    let edit = TextEdit::singleline(&mut view.typed)
        .hint_text("What would you like to do?")
        .return_key(None)
        .font(sans(15.0))
        .desired_width(f32::INFINITY)
        .margin(vec2(12.0, 9.0));
    let field = ui.add(edit);
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &view.typed, &view.typed, "");
        info.label = Some("Part of a command’s name".to_owned());
        info
    });
    if !view.had_focus {
        field.request_focus();
        view.had_focus = true;
    }
    if field.changed() {
        view.at = 0;
    }
    let found = view::commands_for(&view.typed, &view.recent);
    let moved = moved(ui, found.len(), &mut view.at);
    ui.add_space(space::SMALL);
    let mut chosen = None;
    let height = ROW * ROWS_IN_VIEW;
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if found.is_empty() {
            ui.label(RichText::new("No command has these letters.").font(sans(size::PANEL)).color(palette.quiet));
        }
        for (index, action) in found.iter().enumerate() {
            if row_ui(ui, palette, *action, index == view.at, moved) {
                chosen = Some(*action);
            }
        }
    });
    let help = found.get(view.at).map_or("", |action| action.help());
    ui.add_space(space::HAIR);
    ui.label(RichText::new(help).font(sans(size::PANEL)).color(palette.quiet));
    if ui.input(|input| input.key_pressed(Key::Enter)) {
        chosen = chosen.or_else(|| found.get(view.at).copied());
    }
    if let Some(action) = chosen {
        view.remember(action);
        commands.push(Command::CloseSheet);
        commands.push(Command::Do(action));
    }
}

/// Moves the choice by the arrow keys; says whether they were pressed.
fn moved(ui: &Ui, count: usize, at: &mut usize) -> bool {
    let (down, up) = ui.input(|input| (input.key_pressed(Key::ArrowDown), input.key_pressed(Key::ArrowUp)));
    let (page_down, page_up) = ui.input(|input| (input.key_pressed(Key::PageDown), input.key_pressed(Key::PageUp)));
    let last = count.saturating_sub(1);
    let page = ROWS_IN_VIEW as usize - 1;
    *at = match () {
        () if down => {
            if *at < last {
                *at + 1
            } else {
                0
            }
        }
        () if up => at.checked_sub(1).unwrap_or(last),
        () if page_down => (*at + page).min(last),
        () if page_up => at.saturating_sub(page),
        () => (*at).min(last),
    };
    down || up || page_down || page_up
}

/// One command with its menu and its key; says whether it was clicked.
fn row_ui(ui: &mut Ui, palette: &Palette, action: Action, is_chosen: bool, scroll_here: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let keys = keys_in_words(action);
    let name = [action.label(), action.menu().label(), &keys].into_iter().filter(|part| !part.is_empty());
    let name = name.collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, &name));
    if is_chosen && scroll_here {
        ui.scroll_to_rect(rect, None);
    }
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let strength = if is_chosen {
        0.10
    } else if response.hovered() {
        0.05
    } else {
        0.0
    };
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(space::CORNER), palette.wash(strength));
    if is_chosen {
        let mark = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        painter.rect_filled(mark, CornerRadius::same(1), palette.focus);
    }
    focus_ring_ui(painter, palette, rect, &response);
    let middle = rect.center().y;
    let left = egui::pos2(rect.left() + space::MEDIUM, middle);
    let label = painter.text(left, Align2::LEFT_CENTER, action.label(), sans(size::PANEL + 1.0), palette.ink);
    let menu = egui::pos2(label.right() + space::SMALL, middle);
    painter.text(menu, Align2::LEFT_CENTER, action.menu().label(), sans(size::LABEL), palette.quiet);
    let right = egui::pos2(rect.right() - space::MEDIUM, middle);
    painter.text(right, Align2::RIGHT_CENTER, &keys, sans(12.0), palette.quiet);
    response.clicked()
}
