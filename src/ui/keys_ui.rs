//! The sheet of keys: every command that has one, menu by menu, its keys as caps.

use egui::{
    Pos2, Rect, Response, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::fonts::{sans, sans_strong};
use super::palette::Palette;
use super::sheets_ui::{room_for_sheet, set_sheet_width, title_ui};
use super::shortcuts::in_words;
use super::tokens::{size, space};
use crate::workspace::{Action, Menu};

/// Height of a row, in points.
const ROW: f32 = 23.0;
/// Where the names begin in a column, in points: one stop for all its groups.
const NAMES: f32 = 150.0;
/// Width of a column, in points.
const COLUMN: f32 = 330.0;
/// Height of a cap, in points.
const CAP: f32 = 19.0;

/// Breadth of an arrow in it, in points.
const ARROW: f32 = 11.0;
/// Keys with a sign that no face of ours has.
const ARROWS: [(&str, Vec2); 4] =
    [("Left", vec2(-1.0, 0.0)), ("Right", vec2(1.0, 0.0)), ("Up", vec2(0.0, -1.0)), ("Down", vec2(0.0, 1.0))];

/// Keys that are no command's.
const READING: [(&str, &str); 3] = [("Up Down", "A little"), ("Space", "A page"), ("Tab", "To the next passage")];

/// Paints it.
pub fn keys_ui(ui: &mut Ui, palette: &Palette) {
    title_ui(ui, palette, "Keys");
    let most = ui.ctx().content_rect().height() - 140.0;
    let columns: &[&[Menu]] = match (room_for_sheet(ui) / (COLUMN + space::LARGE)) as usize {
        0 | 1 => &[&Menu::ALL],
        2 => &[&[Menu::Diptych, Menu::File, Menu::Edit, Menu::Work], &[Menu::View, Menu::Go, Menu::Help]],
        _ => &[&[Menu::Diptych, Menu::File, Menu::Edit, Menu::Help], &[Menu::View], &[Menu::Work, Menu::Go]],
    };
    set_sheet_width(ui, columns.len() as f32 * (COLUMN + space::LARGE) - space::LARGE);
    ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::LARGE;
            for menus in columns {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.set_width(COLUMN);
                    for menu in *menus {
                        menu_ui(ui, palette, *menu);
                    }
                    if menus.contains(&Menu::Go) {
                        heading_ui(ui, palette, "Reading");
                        for (keys, label) in READING {
                            row_ui(ui, palette, &keys.split(' ').map(str::to_owned).collect::<Vec<_>>(), label);
                        }
                    }
                });
            }
        });
    });
}

fn menu_ui(ui: &mut Ui, palette: &Palette, menu: Menu) {
    let mut actions = Action::of(menu).filter(|action| !action.keys().is_empty()).peekable();
    if actions.peek().is_none() {
        return;
    }
    heading_ui(ui, palette, menu.label());
    for action in actions {
        // "Ctrl =" is "Ctrl +" without Shift.
        let keys = action.keys().iter().filter(|keys| !keys.ends_with("Equals"));
        let keys: Vec<String> = keys.map(|keys| in_words(keys)).collect();
        row_ui(ui, palette, &keys, action.label());
    }
    ui.add_space(space::LARGE);
}

fn heading_ui(ui: &mut Ui, palette: &Palette, words: &str) {
    let heading = ui.label(RichText::new(words).font(sans_strong(size::PANEL)).color(palette.ink));
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    ui.add_space(space::HAIR);
}

/// The keys that do it, each a cap, and what it is.
fn row_ui(ui: &mut Ui, palette: &Palette, keys: &[String], label: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(COLUMN, ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{label}: {}", keys.join(" or "))));
    let (middle, mut x) = (rect.center().y, rect.left());
    for key in keys {
        x = cap_ui(ui, palette, key, pos2(x, middle)) + space::HAIR;
    }
    let names = pos2((rect.left() + NAMES).max(x + space::HAIR), middle);
    ui.painter().text(names, egui::Align2::LEFT_CENTER, label, sans(size::PANEL), palette.ink);
    response
}

/// One key or several at once, as a cap that begins there. Says where it ends.
fn cap_ui(ui: &Ui, palette: &Palette, keys: &str, left: Pos2) -> f32 {
    let painter = ui.painter();
    let (words, arrow) = match ARROWS.iter().find(|(name, _)| keys.ends_with(name)) {
        Some((name, towards)) => (keys.trim_end_matches(name).to_owned(), Some(*towards)),
        // A plus that is a key stands apart from those that join.
        None => (keys.replace("++", " +"), None),
    };
    let words = painter.layout_no_wrap(words, sans(size::LABEL), palette.ink);
    let room = words.rect.width() + if arrow.is_some() { ARROW } else { 0.0 };
    let breadth = (room + 12.0).max(CAP + 2.0);
    let cap = Rect::from_min_size(pos2(left.x, left.y - CAP / 2.0), vec2(breadth, CAP));
    let edge = Stroke::new(palette.line(1.0), palette.hairline);
    painter.rect(cap, space::CORNER, palette.paper, edge, StrokeKind::Inside);
    let start = cap.center().x - room / 2.0;
    let end = start + words.rect.width();
    painter.galley(pos2(start, left.y - words.rect.height() / 2.0), words, palette.ink);
    if let Some(towards) = arrow {
        let middle = pos2(end + ARROW / 2.0, left.y);
        let (tip, side) = (middle + towards * 4.0, vec2(towards.y, towards.x) * 3.0);
        let line = Stroke::new(1.2, palette.ink);
        painter.line_segment([middle - towards * 4.0, tip], line);
        painter.line(vec![tip - towards * 3.0 + side, tip, tip - towards * 3.0 - side], line);
    }
    cap.right()
}
