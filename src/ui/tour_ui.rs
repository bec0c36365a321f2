//! The tour: five cards in half a minute, left at any time, each showing what it tells of.

use egui::{Align2, Area, Button, Id, Margin, Order, RichText, Role, Ui, WidgetInfo, vec2};

use super::fonts::{Face, sans, serif};
use super::landmark::landmark;
use super::palette::Palette;
use super::panes::Panes;
use super::style::{card_frame, primary_button};
use super::tokens::{size, space};
use crate::view::{self, TOUR};
use crate::workspace::{Action, Command, State};

/// Width of a card, in points.
const WIDTH: f32 = 420.0;
/// Around what is in a card, in points.
const PADDING: f32 = 20.0;

/// Paints the card of the step the reader is at, if the tour is on.
///
/// It lies over the foot of the pane, so that it covers nothing it tells of; where there is none, over the columns.
pub fn tour_ui(ui: &Ui, palette: &Palette, state: &State, panes: &Panes, commands: &mut Vec<Command>) {
    let Some((at, step)) = state.tour.and_then(|at| Some((at, view::TOUR.get(at)?))) else { return };
    let frame = card_frame(palette, 8, Margin::same(PADDING as i8));
    let below = panes.list.unwrap_or(panes.desk);
    let margin = if panes.list.is_some() { space::SMALL } else { space::WIDE };
    let corner = below.center_bottom() - vec2(0.0, margin);
    let width = WIDTH.min(below.width() - 2.0 * (margin + PADDING));
    Area::new(Id::unique("tour")).order(Order::Foreground).pivot(Align2::CENTER_BOTTOM).fixed_pos(corner).show(
        ui.ctx(),
        |ui| {
            frame.show(ui, |ui| {
                ui.set_width(width);
                landmark(ui, Role::Group, || format!("Tour, {} of {}", at + 1, TOUR.len()));
                let place = format!("{} of {}", at + 1, TOUR.len());
                ui.label(RichText::new(place).font(sans(size::LABEL)).color(palette.quiet));
                let title = ui.label(RichText::new(step.title).font(serif(Face::SemiBold, 19.0)).color(palette.ink));
                title
                    .widget_info(|| WidgetInfo::labeled(Role::Status, true, format!("{}. {}", step.title, step.words)));
                ui.label(RichText::new(step.words).font(serif(Face::Regular, 16.0)).color(palette.ink));
                ui.add_space(space::MEDIUM);
                ui.horizontal(|ui| {
                    let is_last = at + 1 == TOUR.len();
                    let next = if is_last { "Begin" } else { "Next" };
                    if ui.add(primary_button(palette, next, 96.0)).clicked() {
                        commands.push(Command::TourTo((!is_last).then_some(at + 1)));
                        commands.extend(TOUR.get(at + 1).and_then(|step| step.shows).map(Command::Do));
                    }
                    let leave = Button::new("Skip").min_size(vec2(64.0, 30.0)).frame_when_inactive(false);
                    if !is_last && ui.add(leave).clicked() {
                        commands.push(Command::TourTo(None));
                    }
                });
                let own = Button::new("Open your own…").min_size(vec2(0.0, 28.0)).frame_when_inactive(false);
                if ui.add(own).clicked() {
                    commands.push(Command::TourTo(None));
                    commands.push(Command::Do(Action::OpenLeft));
                }
            });
        },
    );
}
