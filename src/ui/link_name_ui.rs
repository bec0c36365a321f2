//! The name of a link that the reader drew, typed below it.

use egui::{Frame, Id, Key, Margin, TextEdit, Ui, WidgetInfo, vec2};

use super::fonts::sans;
use super::pane_ui::MARGIN;
use super::tokens::{size, space};
use crate::model::ItemId;
use crate::view::WorkRow;
use crate::workspace::Command;

/// The name that is being typed, and the link it is for.
#[derive(Debug, Default)]
pub struct Naming {
    typed: Option<(ItemId, String)>,
    is_new: bool,
}

impl Naming {
    /// Begins with the name that the link has.
    pub fn begin(&mut self, row: &WorkRow) {
        *self = Self { typed: Some((row.item, row.name.clone())), is_new: true };
    }

    /// Whether that link is being named.
    pub fn is_of(&self, item: ItemId) -> bool {
        self.typed.as_ref().is_some_and(|(of, _)| *of == item)
    }
}

/// Paints the field. Enter or leaving it keeps the name, Esc does not; an empty one gives the link its first words back.
pub fn link_name_ui(ui: &mut Ui, item: ItemId, naming: &mut Naming, commands: &mut Vec<Command>) {
    let Some((_, typed)) = &mut naming.typed else { return };
    let margin = Margin { left: MARGIN as i8, right: MARGIN as i8, top: 0, bottom: space::SMALL as i8 };
    let field = Frame::new().inner_margin(margin).show(ui, |ui| {
        let edit = TextEdit::singleline(typed)
            .id(Id::unique("link name"))
            .font(sans(size::PANEL))
            .hint_text("What joins the two?")
            .desired_width(f32::INFINITY)
            .margin(vec2(8.0, 5.0));
        ui.add(edit)
    });
    let field = field.inner;
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &*typed, &*typed, "");
        info.label = Some("Name of the link".to_owned());
        info
    });
    if std::mem::take(&mut naming.is_new) {
        field.request_focus();
        field.scroll_to_me(None);
    }
    if !field.lost_focus() {
        return;
    }
    let is_left = ui.input(|input| input.key_pressed(Key::Escape));
    if let Some((_, name)) = naming.typed.take().filter(|_| !is_left) {
        commands.push(Command::NameLink(item, name));
    }
}
