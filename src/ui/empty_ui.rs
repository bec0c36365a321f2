//! A column with nothing in it yet: how to put an article there.

use egui::{Align, Button, CornerRadius, Layout, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::fonts::{Face, sans, serif};
use super::palette::Palette;
use super::tokens::{size, space};
use crate::model::Side;
use crate::workspace::{Action, Command};

/// Says that an article is being read: in the middle of an empty sheet, at the head of a full one.
pub fn reading_ui(ui: &Ui, palette: &Palette, side: Side, sheet: Rect, is_full: bool) {
    let at = if is_full { pos2(sheet.center().x, sheet.top() + 24.0) } else { sheet.center() };
    let font = serif(Face::Italic, 17.0);
    let galley = ui.painter().layout_no_wrap("Reading…".to_owned(), font, palette.quiet);
    let place = Rect::from_center_size(at, galley.rect.size() + vec2(28.0, 12.0));
    ui.painter().rect_filled(place, CornerRadius::same(6), palette.card);
    ui.painter().galley(place.center() - galley.rect.size() / 2.0, galley, palette.quiet);
    let response = ui.interact(place, ui.scope_id().with(("reading", side)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, format!("Reading the {} article", side.name())));
}

/// Paints it in `sheet`.
pub fn empty_ui(ui: &mut Ui, palette: &Palette, side: Side, sheet: Rect, commands: &mut Vec<Command>) {
    let place = Rect::from_center_size(sheet.center(), vec2(sheet.width() - 48.0, 220.0));
    let layout = Layout::top_down(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(place).layout(layout).id_salt(("empty", side)));
    let ui = &mut child;
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
