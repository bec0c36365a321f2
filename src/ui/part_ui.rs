//! The articles of a file that holds several, to choose one.

use egui::{RichText, Ui};

use super::chooser_ui::{Choice, Chooser, Chosen, chooser_ui};
use super::fonts::sans;
use super::palette::Palette;
use super::sheets_ui::{set_sheet_width, title_ui};
use super::tokens::{size, space};
use crate::model::Side;
use crate::workspace::{Command, Offer, Origin};

/// How wide the sheet is, in points.
const WIDTH: f32 = 520.0;

/// Paints what the file holds, by headline.
pub fn part_ui(
    ui: &mut Ui,
    palette: &Palette,
    side: Side,
    offer: &Offer,
    chooser: &mut Chooser,
    commands: &mut Vec<Command>,
) {
    set_sheet_width(ui, WIDTH);
    title_ui(ui, palette, "Which article?");
    let count = format!("“{}” holds {}. Choose the one for the {}.", offer.file, offer.articles.len(), side.name());
    ui.label(RichText::new(count).font(sans(size::PANEL)).color(palette.quiet));
    ui.add_space(space::SMALL);
    let choice = |offered: &crate::workspace::Offered| Choice {
        title: offered.title.clone(),
        detail: offered.detail.clone(),
        sign: "",
        value: offered.origin.clone(),
    };
    let choices: Vec<Choice<Origin>> = offer.articles.iter().map(choice).collect();
    if let Some(Chosen::Listed(origin)) = chooser_ui(ui, palette, chooser, "Type to find", &choices, None) {
        commands.push(Command::Open(side, origin.clone()));
    }
}
