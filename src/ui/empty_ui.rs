//! A column with nothing in it yet: how to put an article there.

use egui::{Align, Button, Layout, Rect, RichText, Ui, UiBuilder, vec2};

use super::fonts::{Face, sans, serif};
use super::tokens::{Palette, size, space};
use crate::model::Side;
use crate::workspace::{Action, Command};

/// Paints it in `sheet`.
pub fn empty_ui(
    ui: &mut Ui,
    palette: &Palette,
    side: Side,
    is_reading: bool,
    sheet: Rect,
    commands: &mut Vec<Command>,
) {
    let place = Rect::from_center_size(sheet.center(), vec2(sheet.width() - 48.0, 220.0));
    let mut child =
        ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Center)).id_salt(("empty", side)));
    let ui = &mut child;
    if is_reading {
        ui.add_space(80.0);
        ui.label(RichText::new("Reading…").font(serif(Face::Italic, 17.0)).color(palette.quiet));
        return;
    }
    let (open, paste) = match side {
        Side::Left => (Action::OpenLeft, Action::PasteLeft),
        Side::Right => (Action::OpenRight, Action::PasteRight),
    };
    ui.label(RichText::new("An article goes here").font(serif(Face::SemiBold, 20.0)).color(palette.ink));
    ui.add_space(space::HAIR);
    ui.label(
        RichText::new("Open a file, drop one on this page, or paste text.")
            .font(sans(size::PANEL))
            .color(palette.quiet),
    );
    ui.add_space(space::LARGE);
    for action in [open, paste] {
        let label = RichText::new(action.label()).font(sans(size::PANEL));
        if ui.add(Button::new(label).min_size(vec2(180.0, 32.0))).clicked() {
            commands.push(Command::Do(action));
        }
        ui.add_space(space::HAIR);
    }
}
