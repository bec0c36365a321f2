//! A name that the reader gives to something of the pair, typed where that stands.

use egui::{Id, Key, TextEdit, Ui, WidgetInfo, vec2};

use super::fonts::sans;
use super::tokens::size;

/// The name that is being typed, and what it is for.
#[derive(Debug)]
pub struct Naming<T> {
    typed: Option<(T, String)>,
    is_new: bool,
}

impl<T> Default for Naming<T> {
    fn default() -> Self {
        Self { typed: None, is_new: false }
    }
}

/// What became of the field in this frame.
#[derive(Debug, PartialEq, Eq)]
pub enum Named {
    /// It is still typed in.
    Typing,
    /// Esc: the old name stays.
    Left,
    /// Enter, or the field was left.
    Kept(String),
}

impl<T: PartialEq> Naming<T> {
    /// Begins with the name that it has.
    pub fn begin(&mut self, of: T, name: String) {
        *self = Self { typed: Some((of, name)), is_new: true };
    }

    /// Whether that is being named.
    pub fn is_of(&self, of: &T) -> bool {
        self.typed.as_ref().is_some_and(|(named, _)| named == of)
    }

    /// Paints the field, which takes the keyboard at first; `label` says what is named, to a screen reader too.
    pub fn show(&mut self, ui: &mut Ui, label: &str, hint: &str) -> Named {
        let Some((_, typed)) = &mut self.typed else { return Named::Left };
        let edit = TextEdit::singleline(typed)
            .id(Id::unique(label))
            .font(sans(size::PANEL))
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .margin(vec2(8.0, 5.0));
        let field = ui.add(edit);
        field.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &*typed, &*typed, "");
            info.label = Some(label.to_owned());
            info
        });
        if std::mem::take(&mut self.is_new) {
            field.request_focus();
            field.scroll_to_me(None);
        }
        if !field.lost_focus() {
            return Named::Typing;
        }
        let is_left = ui.input(|input| input.key_pressed(Key::Escape));
        match self.typed.take() {
            Some((_, name)) if !is_left => Named::Kept(name),
            _ => Named::Left,
        }
    }
}
