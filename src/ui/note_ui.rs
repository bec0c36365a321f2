//! A note beside its passage: its words where the pointer or the keyboard is on its sign, and the leaf it is written on.

use egui::{
    Area, Button, Context, Id, Key, Label, Margin, Modifiers, Order, Pos2, Rect, RichText, Role, ScrollArea, TextEdit,
    WidgetInfo, vec2,
};

use super::beside::beside;
use super::fonts::{Face, sans, sans_strong, serif};
use super::landmark::landmark;
use super::palette::Palette;
use super::style::card_frame;
use super::tokens::{size, space};
use crate::model::{ItemId, NoteOn};
use crate::view;
use crate::workspace::{Command, State, Writing};

/// How wide a leaf is, in points.
const WIDTH: f32 = 288.0;
/// How high its words may be, in points.
const HEIGHT: f32 = 220.0;

/// The leaf between frames.
#[derive(Debug, Default)]
pub struct NoteView {
    /// The note that is being written, to know when another is.
    of: Option<(Option<ItemId>, NoteOn)>,
    /// Where its passage stood when it was last in view.
    about: Option<Rect>,
    /// How many frames it has been open.
    frames: u32,
    at: Option<Pos2>,
    rect: Option<Rect>,
}

impl NoteView {
    /// Where the leaf is, while one is written on.
    pub fn rect(&self) -> Option<Rect> {
        self.rect
    }
}

/// Paints the leaf on which a note is written, beside its passage.
pub fn note_leaf_ui(
    ctx: &Context,
    palette: &Palette,
    state: &State,
    view: &mut NoteView,
    (about, desk): (Option<Rect>, Rect),
    taken: Option<Rect>,
    commands: &mut Vec<Command>,
) {
    let Some(writing) = &state.writing else {
        *view = NoteView::default();
        return;
    };
    let of = (writing.item, writing.on.clone());
    if view.of.as_ref() != Some(&of) {
        *view = NoteView { of: Some(of), ..NoteView::default() };
    }
    view.about = about.or(view.about);
    let about = view.about.unwrap_or_else(|| Rect::from_center_size(desk.center(), vec2(WIDTH, 24.0)));
    let id = Id::unique("note leaf");
    let known = ctx.memory(|memory| memory.area_rect(id)).map_or(vec2(WIDTH + 28.0, 190.0), |rect| rect.size());
    // It stays where it opened once its size is known, however the words grow.
    let at = if view.frames < 3 { beside(about, known, desk, taken.as_slice()) } else { view.at.unwrap_or(about.min) };
    view.at = Some(at);
    view.frames = view.frames.saturating_add(1);
    if view.frames < 4 {
        ctx.request_repaint();
    }
    let shown = Area::new(id).order(Order::Foreground).fixed_pos(at).constrain_to(desk).show(ctx, |ui| {
        card_frame(palette, 6, Margin::symmetric(14, 12)).show(ui, |ui| {
            ui.set_width(WIDTH);
            landmark(ui, Role::Group, || "A note".to_owned());
            leaf_ui(ui, palette, state, writing, view.frames <= 2, commands);
        });
    });
    view.rect = Some(shown.response.rect);
    let is_beside = ctx.input(|input| {
        let pressed = input.pointer.any_pressed();
        pressed && input.pointer.interact_pos().is_some_and(|at| !shown.response.rect.expand(4.0).contains(at))
    });
    if is_beside && view.frames > 3 {
        commands.push(Command::KeepNote);
    }
}

fn leaf_ui(
    ui: &mut egui::Ui,
    palette: &Palette,
    state: &State,
    writing: &Writing,
    is_new: bool,
    commands: &mut Vec<Command>,
) {
    ui.spacing_mut().item_spacing.y = space::HAIR;
    let on = match &writing.on {
        NoteOn::Passage(place) => format!("On “{}”", view::words_at(state, place, 90)),
        NoteOn::Link(_) => "On the link".to_owned(),
    };
    ui.add(Label::new(RichText::new(on).font(sans(size::LABEL)).color(palette.quiet)).truncate());
    let mut text = writing.text.clone();
    // Read before the field sees it, which would break the line.
    let is_done = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let edit = TextEdit::multiline(&mut text)
        .id(Id::unique("note"))
        .hint_text("Your note")
        .font(serif(Face::Regular, 15.0))
        .desired_rows(4)
        .desired_width(f32::INFINITY)
        .margin(vec2(10.0, 8.0));
    let field = ScrollArea::vertical().id_salt("note").max_height(HEIGHT).show(ui, |ui| ui.add(edit)).inner;
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &text, &text, "Your note");
        info.label = Some("Your note".to_owned());
        info
    });
    if is_new {
        field.request_focus();
    }
    if text != writing.text {
        commands.push(Command::NoteTyped(text));
    }
    ui.add_space(space::HAIR);
    ui.horizontal(|ui| {
        let keep = Button::new(RichText::new("Keep").font(sans_strong(12.0)))
            .shortcut_text(RichText::new("Esc").font(sans(size::LABEL)).color(palette.quiet))
            .min_size(vec2(0.0, 26.0));
        let keep = ui.add(keep);
        keep.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Keep the note"));
        if keep.clicked() || is_done {
            commands.push(Command::KeepNote);
        }
        if writing.item.is_some()
            && ui.add(Button::new("Delete").min_size(vec2(0.0, 26.0)).frame_when_inactive(false)).clicked()
        {
            commands.extend([Command::NoteTyped(String::new()), Command::KeepNote]);
        }
    });
}

/// Paints a note's words beside its sign.
pub fn note_card_ui(ctx: &Context, palette: &Palette, state: &State, item: ItemId, sign: Rect, desk: Rect) {
    let Some((_, note)) = state.work().notes().find(|(known, _)| *known == item) else { return };
    let id = Id::unique(("note card", item));
    let known = ctx.memory(|memory| memory.area_rect(id)).map_or(vec2(WIDTH + 28.0, 80.0), |rect| rect.size());
    let at = beside(sign, known, desk, &[]);
    Area::new(id).order(Order::Tooltip).interactable(false).fixed_pos(at).constrain_to(desk).show(ctx, |ui| {
        card_frame(palette, 6, Margin::symmetric(14, 12)).show(ui, |ui| {
            ui.set_width(WIDTH);
            let words: String = note.text.chars().take(900).collect();
            ui.label(RichText::new(words).font(serif(Face::Regular, 15.0)).color(palette.ink));
            ui.label(RichText::new("Enter or a click takes it up").font(sans(size::LABEL)).color(palette.quiet));
        });
    });
}
