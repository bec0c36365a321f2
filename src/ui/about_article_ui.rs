//! The sheet on what an article is called, who wrote it, where and when; and the sign in its head that opens the sheet.

use egui::{
    Align2, Button, CursorIcon, Id, Key, Rect, RichText, Role, ScrollArea, Sense, Stroke, TextEdit, Ui, WidgetInfo,
    pos2, vec2,
};

use super::column::SetBlock;
use super::fonts::{sans, sans_strong};
use super::icons::focus_ring_ui;
use super::palette::Palette;
use super::sheets_ui::{set_sheet_width, title_ui};
use super::shortcuts::keys_in_words;
use super::tokens::{size, space};
use super::words_ui::one_line;
use crate::model::{Field, Side};
use crate::view::{self, AboutField, BlockKind};
use crate::workspace::{Action, Command, Sheet, State};

/// How wide the sheet is, in points.
const WIDTH: f32 = 540.0;
/// Room for a field's name, in points.
const NAME: f32 = 116.0;
/// What of the window's height is left around the fields: the sheet's own head, foot and edges, and the window's, in points.
const AROUND: f32 = 264.0;
/// Across the sign in an article's head, in points.
const SIGN: f32 = 14.0;

/// What the sheet keeps between frames.
#[derive(Debug, Default)]
pub struct AboutView {
    /// Whose fields they are.
    side: Option<Side>,
    /// The field that is typed in, and what stands in it.
    typed: Option<(Field, String)>,
    /// The field whose words were not taken, those words, and why.
    refused: Option<(Field, String, &'static str)>,
}

impl AboutView {
    /// The sheet closes, or turns to the other article: what was being typed is kept.
    pub fn end(&mut self, state: &State, commands: &mut Vec<Command>) {
        if let (Some(side), Some((field, typed))) = (self.side.take(), self.typed.take())
            && let Ok(Some(correction)) = view::description_of(state, side, field, &typed)
        {
            commands.push(Command::correct(correction));
        }
        self.refused = None;
    }

    fn keep(&mut self, state: &State, side: Side, field: Field, typed: String, commands: &mut Vec<Command>) {
        self.refused = None;
        match view::description_of(state, side, field, &typed) {
            Ok(correction) => commands.extend(correction.map(Command::correct)),
            Err(why) => self.refused = Some((field, typed, why)),
        }
    }
}

/// Paints the sheet.
pub fn about_article_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    view: &mut AboutView,
    side: Side,
    commands: &mut Vec<Command>,
) {
    set_sheet_width(ui, WIDTH);
    if view.side != Some(side) {
        view.end(state, commands);
        view.side = Some(side);
    }
    title_ui(ui, palette, "About the article");
    sides_ui(ui, palette, state, side, commands);
    ui.add_space(space::SMALL);
    let fields = view::about(state, side);
    if fields.is_empty() {
        let words = format!("Open an article on the {}, and what is known of it stands here.", side.name());
        ui.label(RichText::new(words).font(sans(size::PANEL)).color(palette.quiet));
        return;
    }
    let most = (ui.ctx().content_rect().height() - AROUND).max(160.0);
    ScrollArea::vertical().max_height(most).auto_shrink([false, true]).show(ui, |ui| {
        for field in &fields {
            field_ui(ui, palette, state, view, side, field, commands);
        }
    });
    ui.add_space(space::HAIR);
    let words = "For the page’s head, the window’s title and citations. Your file is never changed; what is missing \
                 stays missing until you say it.";
    ui.label(RichText::new(words).font(sans(size::LABEL)).color(palette.quiet));
    ui.add_space(space::SMALL);
    if ui.add(Button::new("Done").min_size(vec2(100.0, 32.0))).clicked() {
        commands.push(Command::CloseSheet);
    }
}

/// Whose fields stand here, and the way to the other article.
fn sides_ui(ui: &mut Ui, palette: &Palette, state: &State, open: Side, commands: &mut Vec<Command>) {
    let room = (ui.available_width() - space::SMALL) / 2.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        for side in Side::BOTH {
            let is_open = side == open;
            let place = side.title();
            let title = state.title(side).unwrap_or_else(|| "none is open".to_owned());
            let (rect, response) = ui.allocate_exact_size(vec2(room, 34.0), Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_open, format!("{place}: {title}")));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_open));
            let painter = ui.painter();
            if is_open || response.hovered() {
                let corner = egui::CornerRadius::same(space::CORNER);
                painter.rect_filled(rect, corner, palette.wash(if is_open { 0.07 } else { 0.04 }));
            }
            if is_open {
                painter.hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(2.0, palette.ink));
            }
            focus_ring_ui(painter, palette, rect, &response);
            let at = pos2(rect.left() + space::SMALL, rect.center().y);
            let said = painter.text(at, Align2::LEFT_CENTER, place, sans(size::LABEL), palette.quiet);
            let from = said.right() + space::SMALL;
            let words = one_line(ui, &title, sans_strong(size::PANEL), rect.right() - space::SMALL - from);
            let colour = if is_open { palette.ink } else { palette.quiet };
            ui.painter().galley(pos2(from, rect.center().y - words.rect.height() / 2.0), words, colour);
            if response.clicked() && !is_open {
                commands.push(Command::OpenSheet(Sheet::Article(side)));
            }
        }
    });
}

/// A field with where its words are from, and the way back to what was read.
fn field_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    view: &mut AboutView,
    side: Side,
    field: &AboutField,
    commands: &mut Vec<Command>,
) {
    let refused =
        view.refused.as_ref().filter(|(of, ..)| *of == field.field).map(|(_, words, why)| (words.clone(), *why));
    let standing = refused.as_ref().map_or_else(|| field.value.clone(), |(words, _)| words.clone());
    let is_typed = view.typed.as_ref().is_some_and(|(of, _)| *of == field.field);
    let mut words = view.typed.as_ref().filter(|_| is_typed).map_or(standing, |(_, words)| words.clone());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        let (name, _) = ui.allocate_exact_size(vec2(NAME, 30.0), Sense::hover());
        let at = pos2(name.left(), name.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, field.name, sans_strong(size::PANEL), palette.ink);
        ui.vertical(|ui| {
            let edit = TextEdit::singleline(&mut words)
                .id(Id::unique(("about", side, field.field)))
                .hint_text(view::field_hint(field.field))
                .desired_width(f32::INFINITY)
                .margin(vec2(10.0, 7.0));
            let response = ui.add(edit);
            response.widget_info(|| {
                let mut info = WidgetInfo::text_edit(true, &words, &words, view::field_hint(field.field));
                info.label = Some(format!("{}, {}", field.name, field.origin.to_lowercase()));
                info
            });
            if response.has_focus() && (is_typed || response.changed()) {
                view.typed = Some((field.field, words.clone()));
            }
            if response.lost_focus() {
                view.typed = None;
                // Escape leaves the field as it was.
                if !ui.input(|input| input.key_pressed(Key::Escape)) {
                    view.keep(state, side, field.field, words, commands);
                }
            }
            under_ui(
                ui,
                palette,
                field,
                refused.map(|(_, why)| why),
                || view::as_read(state, side, field.field),
                commands,
            );
        });
    });
    ui.add_space(space::HAIR);
}

/// Under a field: why its words were not taken, or where they are from.
fn under_ui(
    ui: &mut Ui,
    palette: &Palette,
    field: &AboutField,
    refused: Option<&str>,
    as_read: impl FnOnce() -> Option<crate::model::Correction>,
    commands: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 16.0;
        ui.spacing_mut().button_padding.y = 0.0;
        if let Some(why) = refused {
            ui.label(RichText::new(why).font(sans(size::LABEL)).color(palette.alarm));
            return;
        }
        let font = if field.is_missing { sans_strong(size::LABEL) } else { sans(size::LABEL) };
        ui.label(RichText::new(field.origin).font(font).color(palette.quiet));
        let Some(read) = &field.as_read else { return };
        let words = RichText::new("As read").font(sans_strong(size::LABEL)).color(palette.focus);
        let button = ui.add(Button::new(words).frame_when_inactive(false));
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{} as read: {read}", field.name)));
        if button.clicked() {
            commands.extend(as_read().map(Command::correct));
        }
        button.on_hover_text(format!("The program reads {read}"));
    });
}

/// The line under an article's headline opens its sheet: a sign stands at its end.
pub fn about_sign_ui(
    ui: &Ui,
    palette: &Palette,
    side: Side,
    blocks: &[SetBlock],
    area: Rect,
    commands: &mut Vec<Command>,
) {
    let Some(head) = blocks.iter().find(|block| block.kind == BlockKind::Head) else { return };
    let Some(row) = head.galley.rows.last() else { return };
    let end = head.origin + row.rect().right_center().to_vec2();
    let middle = end + vec2(space::SMALL + SIGN / 2.0, 0.0);
    let place = head.rect().union(Rect::from_center_size(middle, vec2(SIGN, SIGN))).expand2(vec2(3.0, 1.0));
    let clipped = place.intersect(area);
    if !clipped.is_positive() {
        return;
    }
    let response = ui.interact(clipped, ui.scope_id().with(("about", side)), Sense::click());
    let name = format!("About the {} article", side.name());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let painter = ui.painter().with_clip_rect(area);
    let colour = if response.hovered() { palette.ink } else { palette.quiet };
    painter.circle_stroke(middle, SIGN / 2.0, Stroke::new(palette.line(1.0), colour));
    painter.circle_filled(middle - vec2(0.0, 3.0), 1.0, colour);
    painter.vline(middle.x, middle.y - 0.5..=middle.y + 4.0, Stroke::new(1.5, colour));
    if response.hovered() {
        let y = painter.round_to_pixel_center(end.y + row.rect().height() / 2.0 - 3.0);
        painter.hline(head.origin.x..=end.x, y, Stroke::new(1.0, palette.quiet));
    }
    focus_ring_ui(&painter, palette, place, &response);
    if response.clicked() {
        commands.push(Command::OpenSheet(Sheet::Article(side)));
    }
    let hint =
        format!("{} ({})", Action::AboutArticle.label().trim_end_matches('…'), keys_in_words(Action::AboutArticle));
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint);
}
