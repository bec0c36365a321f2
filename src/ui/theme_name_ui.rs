//! A theme's name, to be changed where its passages stand.

use egui::{Button, RichText, Role, Ui, WidgetInfo, vec2};

use super::fonts::sans;
use super::name_field_ui::{Named, Naming};
use super::palette::Palette;
use super::tokens::{size, space};
use crate::workspace::{Command, Compared};

/// Paints a button, or the field while a name is typed; says which name the theme got.
pub fn theme_name_ui(
    ui: &mut Ui,
    palette: &Palette,
    compared: &Compared,
    theme: usize,
    naming: &mut Naming<usize>,
    commands: &mut Vec<Command>,
) -> Option<String> {
    let label = compared.comparison.themes.get(theme).map(|found| found.label.clone()).unwrap_or_default();
    if !naming.is_of(&theme) {
        let words = RichText::new("Rename…").font(sans(12.0));
        let button = ui.add(Button::new(words).min_size(vec2(0.0, 26.0)));
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Rename the theme {label}")));
        if button.clicked() {
            naming.begin(theme, label);
        }
        return None;
    }
    let named = naming.show(ui, "Name of the theme", "");
    if let Some(own) = compared.own_theme_name(theme) {
        let words = format!("The program says “{own}”; an empty field gives that back.");
        ui.add_space(space::HAIR);
        ui.label(RichText::new(words).font(sans(size::LABEL)).color(palette.quiet));
    }
    let Named::Kept(name) = named else { return None };
    let own = compared.own_theme_name(theme).unwrap_or(&label);
    let shown =
        if name.trim().is_empty() { own.to_owned() } else { name.split_whitespace().collect::<Vec<_>>().join(" ") };
    commands.push(Command::NameTheme(theme, name));
    Some(shown)
}
