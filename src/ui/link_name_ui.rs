//! The name of a link that the reader drew, typed below it.

use egui::{Frame, Margin, Ui};

use super::name_field_ui::{Named, Naming};
use super::pane_ui::MARGIN;
use super::tokens::space;
use crate::model::ItemId;
use crate::workspace::Command;

/// Paints the field. An empty name gives the link its first words back.
pub fn link_name_ui(ui: &mut Ui, item: ItemId, naming: &mut Naming<ItemId>, commands: &mut Vec<Command>) {
    let margin = Margin { left: MARGIN as i8, right: MARGIN as i8, top: 0, bottom: space::SMALL as i8 };
    let named =
        Frame::new().inner_margin(margin).show(ui, |ui| naming.show(ui, "Name of the link", "What joins the two?"));
    if let Named::Kept(name) = named.inner {
        commands.push(Command::NameLink(item, name));
    }
}
