//! What became of a correction, said under the columns for a few seconds, with the way back.

use egui::{Align2, Area, Button, Id, Margin, Order, Rect, RichText, Role, Ui, WidgetInfo, vec2};

use super::fonts::{sans, sans_strong};
use super::palette::Palette;
use super::style::card_frame;
use super::tokens::{motion, size, space};
use crate::view;
use crate::workspace::{Command, Told};

/// Which telling was seen first when.
#[derive(Debug, Default)]
pub struct Telling {
    serial: u64,
    since: f64,
}

/// Paints it over the lower edge of the columns.
pub fn told_ui(
    ui: &Ui,
    palette: &Palette,
    told: Option<&Told>,
    telling: &mut Telling,
    desk: Rect,
    commands: &mut Vec<Command>,
) {
    let Some(told) = told else { return };
    let now = ui.input(|input| input.time);
    if telling.serial != told.serial {
        *telling = Telling { serial: told.serial, since: now };
    }
    let left = motion::TELLING - (now - telling.since);
    if left <= 0.0 {
        return;
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left + 0.01));
    let (sentence, way_back) = view::told(&told.event, told.item.as_ref());
    let frame = card_frame(palette, 6, Margin::symmetric(14, 8));
    let at = desk.center_bottom() - vec2(0.0, space::LARGE);
    let id = Id::unique(("told", told.serial));
    Area::new(id).order(Order::Foreground).pivot(Align2::CENTER_BOTTOM).fixed_pos(at).show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::LARGE;
                let words = RichText::new(&sentence).font(sans(size::PANEL)).color(palette.ink);
                let label = ui.label(words);
                label.widget_info(|| WidgetInfo::labeled(Role::Status, true, &sentence));
                let Some(action) = way_back else { return };
                let words = RichText::new(action.label()).font(sans_strong(size::PANEL)).color(palette.focus);
                let button = ui.add(Button::new(words).frame_when_inactive(false));
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, action.label()));
                if button.clicked() {
                    commands.push(Command::Do(action));
                }
            });
        });
    });
}
