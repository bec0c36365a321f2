//! The sheet on which a card is put in shape: its tag, its cite, its body with words underlined, emphasised and marked.

use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection, TextFormat};
use egui::{
    Button, Event, Galley, Id, Key, Modifiers, RichText, Role, ScrollArea, Stroke, TextBuffer, TextEdit, Ui,
    WidgetInfo, vec2,
};

use super::cursor;
use super::fonts::{Face, sans, sans_strong, serif};
use super::palette::Palette;
use super::sheets_ui::{set_sheet_width, title_ui};
use super::style::primary_button;
use super::tokens::{size, space};
use crate::model::{Card, Emphasis, Item, ItemId, MarkerColour, Span};
use crate::view::{self, BodyRun, CardShown};
use crate::workspace::{Action, Command, Sheet, State};

/// How wide the sheet is, in points.
const WIDTH: f32 = 640.0;
/// What of the window's height is left around the body, in points.
const AROUND: f32 = 420.0;
/// Size of the body's words where a document has [`BODY_POINTS`], in points.
const SHOWN: f32 = 16.0;
/// Size of a card's body in a document, in points.
const BODY_POINTS: f32 = 11.0;
/// A tag is put down when nothing was typed for so long, in seconds.
const IDLE: f64 = 1.5;

/// What the sheet keeps between frames.
#[derive(Debug, Default)]
pub struct CardView {
    item: Option<ItemId>,
    tag: String,
    /// When the tag was typed in last, while it is not put down.
    typed_at: Option<f64>,
    /// The words selected in the body, in bytes of it.
    selected: Option<Span>,
    /// Whether a tool was asked for and nothing was selected.
    asks_for_words: bool,
    is_new: bool,
}

impl CardView {
    /// The sheet closes: what was typed is kept.
    pub fn end(&mut self, state: &State, commands: &mut Vec<Command>) {
        self.put_down(state, commands);
        *self = Self::default();
    }

    fn put_down(&mut self, state: &State, commands: &mut Vec<Command>) {
        let Some(item) = self.item.filter(|_| self.typed_at.take().is_some()) else { return };
        if let Some(Item::Card(card)) = state.work().item(item) {
            let tag = self.tag.split_whitespace().collect::<Vec<_>>().join(" ");
            commands.push(Command::SetCard(item, Card { tag, ..card.clone() }));
        }
    }
}

/// What can be done with the selected words, by a key or a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tool {
    Set(Emphasis),
    Plain,
    Shrink,
}

const TOOLS: [(Tool, Key, &str); 7] = [
    (Tool::Set(Emphasis::Underlined), Key::U, "Underline"),
    (Tool::Set(Emphasis::Emphasised), Key::E, "Emphasis"),
    (Tool::Set(Emphasis::Highlighted(MarkerColour::Yellow)), Key::Y, "Yellow"),
    (Tool::Set(Emphasis::Highlighted(MarkerColour::Cyan)), Key::B, "Blue"),
    (Tool::Set(Emphasis::Highlighted(MarkerColour::Green)), Key::G, "Green"),
    (Tool::Plain, Key::P, "Plain"),
    (Tool::Shrink, Key::S, "Shrink"),
];

/// Paints the sheet.
pub fn card_sheet_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    view: &mut CardView,
    item: ItemId,
    commands: &mut Vec<Command>,
) {
    set_sheet_width(ui, WIDTH);
    let Some(Item::Card(card)) = state.work().item(item) else {
        // It was taken back.
        commands.push(Command::CloseSheet);
        return;
    };
    if view.item != Some(item) {
        view.end(state, commands);
        *view = CardView { item: Some(item), tag: card.tag.clone(), is_new: true, ..CardView::default() };
    }
    let Some(shown) = view::card_shown(state, card) else {
        title_ui(ui, palette, "Card");
        ui.label("Its article is not open.");
        return;
    };
    title_ui(ui, palette, "Card");
    tag_ui(ui, state, view, card, commands);
    ui.add_space(space::SMALL);
    cite_ui(ui, palette, &shown, commands);
    ui.add_space(space::SMALL);
    let asked = body_ui(ui, palette, view, card, &shown, commands);
    ui.add_space(space::SMALL);
    tools_ui(ui, palette, view, card, &shown, asked, item, commands);
    for words in [&shown.reads, &shown.check] {
        ui.label(RichText::new(words).font(sans(size::LABEL)).color(palette.quiet));
    }
    ui.add_space(space::SMALL);
    foot_ui(ui, palette, item, state, commands);
}

/// The claim, typed; it is put down when the reader pauses, leaves the field or presses Enter.
fn tag_ui(ui: &mut Ui, state: &State, view: &mut CardView, card: &Card, commands: &mut Vec<Command>) {
    let id = Id::unique("tag");
    if view.typed_at.is_none() && !ui.memory(|memory| memory.has_focus(id)) {
        view.tag.clone_from(&card.tag);
    }
    let edit = TextEdit::singleline(&mut view.tag)
        .id(id)
        .font(sans_strong(15.0))
        .hint_text("Tag: what this evidence says, in your words")
        .desired_width(f32::INFINITY)
        .margin(vec2(10.0, 8.0));
    let field = ui.add(edit);
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &view.tag, &view.tag, "");
        info.label = Some("Tag of the card".to_owned());
        info
    });
    if std::mem::take(&mut view.is_new) && card.tag.is_empty() {
        field.request_focus();
    }
    let now = ui.input(|input| input.time);
    if field.changed() {
        view.typed_at = Some(now);
    }
    if let Some(since) = view.typed_at {
        if field.lost_focus() || now - since > IDLE {
            view.put_down(state, commands);
        } else {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(IDLE + 0.05));
        }
    }
}

/// Who, where and when; what is missing is said, and a click says it.
fn cite_ui(ui: &mut Ui, palette: &Palette, shown: &CardShown, commands: &mut Vec<Command>) {
    let mut cite = LayoutJob::default();
    for (words, stands_out) in &shown.cite {
        let font_id = if *stands_out { sans_strong(size::PANEL) } else { sans(size::PANEL) };
        cite.append(words, 0.0, TextFormat { font_id, color: palette.ink, ..TextFormat::default() });
    }
    ui.label(cite);
    let words = match shown.missing.as_slice() {
        [] => "About the article…".to_owned(),
        missing => format!("Missing: {}. Fill in…", missing.join(", ").to_lowercase()),
    };
    let colour = if shown.missing.is_empty() { palette.focus } else { palette.alarm };
    let text = RichText::new(&words).font(sans_strong(size::LABEL)).color(colour);
    let button = ui.scope(|ui| {
        // In line with the citation above.
        ui.spacing_mut().button_padding.x = 0.0;
        ui.add(Button::new(text).frame_when_inactive(false).wrap())
    });
    let button = button.inner;
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    if button.clicked() {
        commands.push(Command::OpenSheet(Sheet::Article(shown.side)));
    }
}

/// Keys are tools while the keyboard is in the body, and undo is for the card: the body has nothing of its own to type
/// or to undo. Taken before the body sees them, for which a letter typed ends the selection.
fn keys_ui(ui: &Ui, body: Id, commands: &mut Vec<Command>) -> Option<Tool> {
    if !ui.memory(|memory| memory.has_focus(body)) {
        return None;
    }
    for (modifiers, key, action) in [
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::Z, Action::Redo),
        (Modifiers::COMMAND, Key::Z, Action::Undo),
        (Modifiers::COMMAND, Key::Y, Action::Redo),
    ] {
        if ui.input_mut(|input| input.consume_key(modifiers, key)) {
            commands.push(Command::Do(action));
        }
    }
    ui.input_mut(|input| {
        let pressed = TOOLS.iter().find(|(_, key, _)| input.consume_key(Modifiers::NONE, *key));
        let types = |event: &Event| match event {
            Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Ime(_) => true,
            Event::Key { key, .. } => matches!(key, Key::Delete | Key::Backspace | Key::Enter),
            _ => false,
        };
        input.events.retain(|event| !types(event));
        pressed.map(|(tool, ..)| *tool)
    })
}

/// The body, to select in; says which tool a key asked for.
fn body_ui(
    ui: &mut Ui,
    palette: &Palette,
    view: &mut CardView,
    card: &Card,
    shown: &CardShown,
    commands: &mut Vec<Command>,
) -> Option<Tool> {
    let runs = view::body_runs(card, shown.span);
    let shrunk = card.shrunk_points.map_or(SHOWN, |points| SHOWN * f32::from(points) / BODY_POINTS);
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| -> Arc<Galley> {
        ui.fonts_mut(|fonts| fonts.layout_job(job(palette, text.as_str(), &runs, shrunk, width)))
    };
    let most = (ui.ctx().content_rect().height() - AROUND).max(120.0);
    let mut words: &str = &shown.body;
    let id = Id::unique("card body");
    let asked = keys_ui(ui, id, commands);
    let output = ScrollArea::vertical()
        .id_salt("body")
        .max_height(most)
        .min_scrolled_height(most)
        .show(ui, |ui| {
            TextEdit::multiline(&mut words)
                .id(id)
                .layouter(&mut layouter)
                .desired_width(f32::INFINITY)
                .margin(vec2(12.0, 10.0))
                .show(ui)
        })
        .inner;
    output.response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &shown.body, &shown.body, "");
        info.label = Some("Body of the card".to_owned());
        info
    });
    if let Some(range) = output.state.cursor.char_range() {
        let range = range.as_sorted_char_range();
        let byte = |character: usize| cursor::byte_of(&shown.body, character);
        view.selected = Some(Span::new(byte(range.start.0), byte(range.end.0)));
    }
    asked
}

/// The words with what sets them apart.
fn job(palette: &Palette, text: &str, runs: &[BodyRun], shrunk: f32, width: f32) -> LayoutJob {
    let section = |run: &BodyRun| {
        let face = if run.emphasised { Face::Bold } else { Face::Regular };
        let points = if run.is_set_apart() { SHOWN } else { shrunk };
        let ground = match run.marker {
            // Themes without tints have a wash instead.
            Some(_) if palette.contrast => palette.wash(0.14),
            Some(colour) => palette.marker(colour),
            None => egui::Color32::TRANSPARENT,
        };
        let line =
            if run.underlined || run.emphasised { Stroke::new(palette.line(1.25), palette.ink) } else { Stroke::NONE };
        let colour = if run.is_set_apart() { palette.ink } else { palette.quiet };
        LayoutSection {
            leading_space: 0.0,
            byte_range: run.span.start.into()..run.span.end.into(),
            format: TextFormat {
                font_id: serif(face, points),
                color: colour,
                background: ground,
                underline: line,
                line_height: Some(SHOWN * 1.45),
                ..TextFormat::default()
            },
        }
    };
    let mut job = LayoutJob { sections: runs.iter().map(section).collect(), ..LayoutJob::default() };
    text.clone_into(&mut job.text);
    job.wrap.max_width = width;
    job
}

/// The tools, each with its key; `asked` is the one that a key asked for.
#[expect(clippy::too_many_arguments, reason = "one painter's whole surroundings")]
fn tools_ui(
    ui: &mut Ui,
    palette: &Palette,
    view: &mut CardView,
    card: &Card,
    shown: &CardShown,
    asked: Option<Tool>,
    item: ItemId,
    commands: &mut Vec<Command>,
) {
    let selected = view.selected.map(|span| trimmed(&shown.body, span)).filter(|span| !span.is_empty());
    let in_article = selected.map(|span| Span::new(shown.span.start + span.start, shown.span.start + span.end));
    let mut used = asked;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        ui.spacing_mut().button_padding = vec2(8.0, 3.0);
        for (tool, key, name) in TOOLS {
            let is_on =
                matches!(tool, Tool::Set(emphasis) if in_article.is_some_and(|span| card.is_set(span, emphasis)));
            let words = match (tool, card.shrunk_points) {
                (Tool::Shrink, Some(points)) => format!("{name} {points} pt"),
                _ => name.to_owned(),
            };
            let key_words = RichText::new(key.name()).font(sans(size::LABEL)).color(palette.quiet);
            let button = Button::selectable(is_on, RichText::new(&words).font(sans(12.0)))
                .shortcut_text(key_words)
                .min_size(vec2(0.0, 26.0));
            let response = ui.add(button);
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &words));
            if response.clicked() {
                used = Some(tool);
            }
        }
    });
    let changed = match (used, in_article) {
        (Some(Tool::Shrink), _) => Some(card.shrunk()),
        (Some(Tool::Set(emphasis)), Some(span)) => Some(card.toggled(span, emphasis)),
        (Some(Tool::Plain), Some(span)) => Some(card.plain(span)),
        _ => None,
    };
    if let Some(card) = changed {
        commands.push(Command::SetCard(item, card));
    }
    if used.is_some_and(|tool| tool != Tool::Shrink) || in_article.is_some() {
        view.asks_for_words = in_article.is_none();
    }
    if view.asks_for_words {
        ui.label(RichText::new("Select words of the body first.").font(sans(size::LABEL)).color(palette.alarm));
    }
}

/// Without the white space around it.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + words.len() - words.trim_start().len();
    Span::new(start, start + words.trim().len())
}

fn foot_ui(ui: &mut Ui, palette: &Palette, item: ItemId, state: &State, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        if ui.add(primary_button(palette, "Done", 90.0)).clicked() {
            commands.push(Command::CloseSheet);
        }
        let mut button =
            |words: &str| ui.add(Button::new(words).min_size(vec2(0.0, 30.0)).frame_when_inactive(false)).clicked();
        if button("Go to its place") {
            commands.push(Command::CloseSheet);
            commands.extend(view::way_to(state, item));
        }
        if button("Move up") {
            commands.push(Command::MoveItem(item, false));
        }
        if button("Move down") {
            commands.push(Command::MoveItem(item, true));
        }
        if button("Delete card") {
            commands.push(Command::TakeAway(item));
        }
    });
}
