//! A theme's name, to be changed where its passages stand.

use egui::{Button, Id, Key, RichText, Role, TextEdit, Ui, WidgetInfo, vec2};

use super::fonts::sans;
use super::palette::Palette;
use super::tokens::{size, space};
use crate::workspace::{Command, Compared};

/// The name that is being typed, and the theme it is for.
#[derive(Debug, Default)]
pub struct Naming {
    typed: Option<(usize, String)>,
    is_new: bool,
}

/// Paints a button, or the field while a name is typed; says which name the theme got.
pub fn theme_name_ui(
    ui: &mut Ui,
    palette: &Palette,
    compared: &Compared,
    theme: usize,
    naming: &mut Naming,
    commands: &mut Vec<Command>,
) -> Option<String> {
    let label = compared.comparison.themes.get(theme).map(|found| found.label.clone()).unwrap_or_default();
    let Some((_, typed)) = naming.typed.as_mut().filter(|(of, _)| *of == theme) else {
        let words = RichText::new("Rename…").font(sans(12.0));
        let button = ui.add(Button::new(words).min_size(vec2(0.0, 26.0)));
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Rename the theme {label}")));
        if button.clicked() {
            *naming = Naming { typed: Some((theme, label)), is_new: true };
        }
        return None;
    };
    let edit =
        TextEdit::singleline(typed).id(Id::unique("theme name")).desired_width(f32::INFINITY).margin(vec2(8.0, 5.0));
    let field = ui.add(edit);
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &*typed, &*typed, "");
        info.label = Some("Name of the theme".to_owned());
        info
    });
    if std::mem::take(&mut naming.is_new) {
        field.request_focus();
    }
    if let Some(own) = compared.own_theme_name(theme) {
        let words = format!("The program says “{own}”; an empty field gives that back.");
        ui.add_space(space::HAIR);
        ui.label(RichText::new(words).font(sans(size::LABEL)).color(palette.quiet));
    }
    if !field.lost_focus() {
        return None;
    }
    let (_, name) = naming.typed.take()?;
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        return None;
    }
    let own = compared.own_theme_name(theme).unwrap_or(&label);
    let shown =
        if name.trim().is_empty() { own.to_owned() } else { name.split_whitespace().collect::<Vec<_>>().join(" ") };
    commands.push(Command::NameTheme(theme, name));
    Some(shown)
}
