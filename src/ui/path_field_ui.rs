//! A field for a path, where the system has no picker or the reader would rather type.

use std::path::PathBuf;

use egui::{Key, TextEdit, Ui, WidgetInfo, vec2};

/// What was typed into it, and whether it had the keyboard yet.
#[derive(Debug, Default)]
pub struct PathField {
    typed: String,
    had_focus: bool,
}

impl PathField {
    /// Its sheet opens anew: it asks for the keyboard again.
    pub fn begin(&mut self) {
        self.had_focus = false;
    }

    /// Paints it under that name; whether Enter was pressed in it.
    pub fn show(&mut self, ui: &mut Ui, name: &str, hint: &str) -> bool {
        let edit = TextEdit::singleline(&mut self.typed).hint_text(hint);
        let field = ui.add(edit.desired_width(f32::INFINITY).margin(vec2(10.0, 8.0)));
        field.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &self.typed, &self.typed, "");
            info.label = Some(name.to_owned());
            info
        });
        if !self.had_focus {
            field.request_focus();
            self.had_focus = true;
        }
        field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    /// The path without the marks that shells and file managers put around it; none where nothing is typed.
    pub fn path(&self) -> Option<PathBuf> {
        let path = self.typed.trim().trim_matches(['"', '\'']);
        (!path.is_empty()).then(|| PathBuf::from(path))
    }

    /// Takes the path away, once it is used.
    pub fn clear(&mut self) {
        self.typed.clear();
    }
}
