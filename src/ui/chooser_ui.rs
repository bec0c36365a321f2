//! A list to choose from with a field to find in it: type, arrow keys, Enter; or the pointer.

use egui::{
    Align2, CornerRadius, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::fonts::{sans, sans_strong};
use super::icons::focus_ring_ui;
use super::palette::Palette;
use super::tokens::{size, space};
use super::words_ui::one_line;

/// Height of a choice, in points.
const ROW: f32 = 44.0;
/// What a sheet needs above and below the list, and what it leaves free of the window, in points.
const AROUND: f32 = 388.0;
/// How high the list is where there is room, in points.
const HEIGHT: f32 = 264.0;

/// What the field and the list keep while they are open.
#[derive(Debug, Default)]
pub struct Chooser {
    filter: String,
    at: usize,
    had_focus: bool,
}

/// One line to choose.
pub struct Choice<T> {
    /// What it is called.
    pub title: String,
    /// What it is, on a second line.
    pub detail: String,
    /// A sign behind the title: "now", "or".
    pub sign: &'static str,
    /// What choosing it means.
    pub value: T,
}

/// What was chosen.
pub enum Chosen<'c, T> {
    /// One of the list.
    Listed(&'c T),
    /// A name that is not in it.
    Typed(String),
}

/// Paints the field and what fits the words in it. Where names may be new, `new` says what to call one.
pub fn chooser_ui<'c, T>(
    ui: &mut Ui,
    palette: &Palette,
    chooser: &mut Chooser,
    hint: &str,
    choices: &'c [Choice<T>],
    new: Option<&str>,
) -> Option<Chosen<'c, T>> {
    let step = step(ui);
    let field = ui.add(
        TextEdit::singleline(&mut chooser.filter).hint_text(hint).desired_width(f32::INFINITY).margin(vec2(10.0, 8.0)),
    );
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &chooser.filter, &chooser.filter, "");
        info.label = Some(hint.to_owned());
        info
    });
    if !chooser.had_focus {
        field.request_focus();
        chooser.had_focus = true;
    }
    if field.changed() {
        chooser.at = 0;
    }
    ui.add_space(space::SMALL);
    let typed = chooser.filter.trim().to_owned();
    let wanted = typed.to_lowercase();
    let fits = |choice: &&Choice<T>| {
        wanted.is_empty()
            || choice.title.to_lowercase().contains(&wanted)
            || choice.detail.to_lowercase().contains(&wanted)
    };
    let shown: Vec<&Choice<T>> = choices.iter().filter(fits).collect();
    let is_new =
        new.is_some() && !typed.is_empty() && !choices.iter().any(|choice| choice.title.to_lowercase() == wanted);
    let count = shown.len() + usize::from(is_new);
    chooser.at = chooser.at.saturating_add_signed(step).min(count.saturating_sub(1));
    let mut chosen = None;
    // Always as high, so that the sheet keeps its size and place while the reader types; lower in a low window.
    let height = (ui.ctx().content_rect().height() - AROUND).clamp(2.0 * ROW, HEIGHT);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        for (at, choice) in shown.iter().enumerate() {
            let response = choice_ui(ui, palette, &choice.title, &choice.detail, choice.sign, at == chooser.at);
            if at == chooser.at && step != 0 {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                chosen = Some(at);
            }
        }
        if let Some(new) = new.filter(|_| is_new) {
            let response = choice_ui(ui, palette, &format!("“{typed}”"), new, "", chooser.at == shown.len());
            if response.clicked() {
                chosen = Some(shown.len());
            }
        }
        if count == 0 {
            ui.add_space(space::SMALL);
            ui.label(egui::RichText::new("None has these words.").font(sans(size::PANEL)).color(palette.quiet));
        }
    });
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && count > 0 {
        chosen = Some(chooser.at);
    }
    match chosen {
        Some(at) if at < shown.len() => shown.get(at).map(|choice| Chosen::Listed(&choice.value)),
        Some(_) if is_new => Some(Chosen::Typed(typed)),
        _ => None,
    }
}

/// Where the arrow keys go in this frame.
fn step(ui: &Ui) -> isize {
    ui.input_mut(|input| {
        let down = input.consume_key(Modifiers::NONE, Key::ArrowDown);
        let up = input.consume_key(Modifiers::NONE, Key::ArrowUp);
        isize::from(down) - isize::from(up)
    })
}

fn choice_ui(ui: &mut Ui, palette: &Palette, title: &str, detail: &str, sign: &str, is_at: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let name = format!("{title}. {detail}");
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_at, name.trim()));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    if is_at || response.hovered() {
        let wash = palette.wash(if is_at { 0.09 } else { 0.05 });
        painter.rect_filled(rect, CornerRadius::same(space::CORNER), wash);
    }
    if is_at {
        let bar = Rect::from_min_max(rect.left_top() + vec2(0.0, 8.0), pos2(rect.left() + 3.0, rect.bottom() - 8.0));
        painter.rect_filled(bar, CornerRadius::same(2), palette.focus);
    }
    focus_ring_ui(painter, palette, rect, &response);
    let room = rect.width() - 24.0;
    let at = rect.left_top() + vec2(12.0, 4.0);
    let words = one_line(ui, title, sans_strong(size::PANEL), room - 80.0);
    painter.galley(at, words, palette.ink);
    if !sign.is_empty() {
        let end = pos2(rect.right() - 12.0, at.y + 9.0);
        painter.text(end, Align2::RIGHT_CENTER, sign, sans(size::LABEL), palette.quiet);
    }
    let words = one_line(ui, detail, sans(12.0), room);
    painter.galley(at + vec2(0.0, 18.0), words, palette.quiet);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
