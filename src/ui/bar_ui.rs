//! The strip under the columns: find in both, and go to a paragraph. Reading goes on above it.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Align, Button, CornerRadius, Key, Label, Layout, Rect, Response, RichText, Role, Stroke, TextEdit, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::fonts::{sans, sans_strong};
use super::icons::{Icon, icon_button_ui};
use super::landmark::landmark;
use super::palette::Palette;
use super::shortcuts::keys_in_words;
use super::tokens::{size, space};
use crate::view;
use crate::workspace::{Action, Bar, Command, ParagraphNumber, Sought, State};

/// How high it is, in points.
pub const HEIGHT: f32 = 44.0;

/// Width of the field for words, in points; less where the columns are narrow.
const WORDS_WIDTH: f32 = 230.0;
/// What stands beside it, in points.
const BESIDE_WORDS: f32 = 300.0;
/// Width of the field for a number, in points.
const NUMBER_WIDTH: f32 = 110.0;
/// Selected text longer than this is not what somebody seeks.
const MOST_OFFERED: usize = 200;

/// What the bars keep between frames.
#[derive(Debug, Default)]
pub struct BarView {
    seen_openings: u64,
    words: String,
    number: String,
    is_wrong: bool,
}

/// Paints the bar that is open, if any. `selected` are the words to begin with.
pub fn bar_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    view: &mut BarView,
    selected: impl FnOnce() -> Option<String>,
    commands: &mut Vec<Command>,
) {
    let Some(bar) = state.find.bar else { return };
    let opens = view.seen_openings != state.find.openings;
    if opens {
        view.seen_openings = state.find.openings;
        view.begin(bar, state, selected().as_deref(), commands);
    }
    let strip = ui.max_rect();
    landmark(ui, Role::Search, || bar_name(bar).to_owned());
    ui.painter().rect_filled(strip, CornerRadius::ZERO, palette.desk);
    let line = ui.painter().round_to_pixel_center(strip.top());
    ui.painter().hline(strip.x_range(), line, Stroke::new(palette.line(1.0), palette.hairline));
    let inner = strip.shrink2(vec2(space::LARGE, 0.0));
    let close = Rect::from_center_size(pos2(inner.right() - 14.0, inner.center().y), vec2(28.0, 28.0));
    let row = Rect::from_min_max(inner.min, pos2(close.left() - space::SMALL, inner.bottom()));
    let mut row = ui.new_child(UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center)));
    row.spacing_mut().item_spacing.x = space::HAIR;
    match bar {
        Bar::Find => find_ui(&mut row, palette, state, view, opens, commands),
        Bar::Paragraph => paragraph_ui(&mut row, palette, state, view, opens, commands),
    }
    let mut end = ui.new_child(UiBuilder::new().max_rect(close));
    if icon_button_ui(&mut end, palette, Icon::Close, "Close (Esc)").clicked() {
        commands.push(Command::CloseBar);
    }
}

fn bar_name(bar: Bar) -> &'static str {
    match bar {
        Bar::Find => "Find in both",
        Bar::Paragraph => "Go to paragraph",
    }
}

impl BarView {
    fn begin(&mut self, bar: Bar, state: &State, selected: Option<&str>, commands: &mut Vec<Command>) {
        match bar {
            Bar::Paragraph => {
                self.number.clear();
                self.is_wrong = false;
            }
            Bar::Find => {
                self.words.clone_from(&state.find.sought.words);
                let offered = selected
                    .map(str::trim)
                    .filter(|words| !words.is_empty() && words.len() <= MOST_OFFERED && !words.contains("\n\n"));
                if let Some(words) = offered {
                    self.words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    commands.push(self.sought(&state.find.sought));
                }
            }
        }
    }

    /// The words of the field, with what else was asked for.
    fn sought(&self, before: &Sought) -> Command {
        Command::Seek(Sought { words: self.words.clone(), ..before.clone() })
    }
}

fn find_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    view: &mut BarView,
    opens: bool,
    commands: &mut Vec<Command>,
) {
    let width = (ui.available_width() - BESIDE_WORDS).clamp(100.0, WORDS_WIDTH);
    let field = field_ui(ui, &mut view.words, "Find in both", width, "Words to find in both articles", opens);
    if field.changed() {
        commands.push(view.sought(&state.find.sought));
    }
    if field.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        let backwards = ui.input(|input| input.modifiers.shift);
        commands.push(Command::Do(if backwards { Action::FindPrevious } else { Action::FindNext }));
    }
    let sought = &state.find.sought;
    if switch_ui(ui, palette, sought.case, "Aa", "Match case") {
        commands.push(Command::Seek(Sought { case: !sought.case, ..sought.clone() }));
    }
    if switch_ui(ui, palette, sought.whole, "|ab|", "Whole words only") {
        commands.push(Command::Seek(Sought { whole: !sought.whole, ..sought.clone() }));
    }
    for (icon, action) in [(Icon::Previous, Action::FindPrevious), (Icon::Next, Action::FindNext)] {
        let name = format!("{} ({})", action.label(), keys_in_words(action));
        if icon_button_ui(ui, palette, icon, &name).clicked() {
            commands.push(Command::Do(action));
        }
    }
    let ordinal = RichText::new(view::found_ordinal(&state.find)).font(sans_strong(size::PANEL)).color(palette.ink);
    let counts = view::found_counts(state);
    let is_missing = state.find.count() == 0 && !counts.is_empty();
    let colour = if is_missing { palette.alarm } else { palette.quiet };
    ui.spacing_mut().item_spacing.x = space::SMALL;
    ui.add_space(space::HAIR);
    if !ordinal.is_empty() {
        ui.label(ordinal);
    }
    let response = ui.add(Label::new(RichText::new(counts).font(sans(size::PANEL)).color(colour)).truncate());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, view::found_spoken(state)));
}

fn paragraph_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    view: &mut BarView,
    opens: bool,
    commands: &mut Vec<Command>,
) {
    ui.label(RichText::new("Paragraph").font(sans(size::PANEL)).color(palette.quiet));
    let field = field_ui(ui, &mut view.number, "7, or l 7, r 7", NUMBER_WIDTH, "Number of the paragraph", opens);
    if field.changed() {
        view.is_wrong = false;
    }
    if field.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        match ParagraphNumber::parse(&view.number) {
            Some(number) => {
                commands.push(Command::GoToParagraph(number));
                commands.push(Command::CloseBar);
            }
            None => view.is_wrong = true,
        }
    }
    let (words, colour) = if view.is_wrong {
        ("A number, or l or r and a number".to_owned(), palette.alarm)
    } else {
        (view::paragraph_numbers(state), palette.quiet)
    };
    let response = ui.add(Label::new(RichText::new(&words).font(sans(size::PANEL)).color(colour)).truncate());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
}

/// A field that takes the keyboard, with everything in it selected, when its bar opens.
fn field_ui(ui: &mut Ui, words: &mut String, hint: &str, width: f32, name: &str, opens: bool) -> Response {
    let edit = TextEdit::singleline(words)
        .hint_text(hint)
        .return_key(None)
        .font(sans(size::PANEL + 1.0))
        .desired_width(width)
        .margin(vec2(8.0, 5.0));
    let field = ui.add(edit);
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &*words, &*words, hint);
        info.label = Some(name.to_owned());
        info
    });
    if opens {
        field.request_focus();
        let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
        let end = CCursor::new(words.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
        state.store(ui.ctx(), field.id);
    }
    field
}

/// A small switch; says whether it was pressed.
fn switch_ui(ui: &mut Ui, palette: &Palette, is_on: bool, sign: &str, name: &str) -> bool {
    let colour = if is_on { palette.ink } else { palette.quiet };
    let sign = RichText::new(sign).font(sans_strong(12.0)).color(colour);
    let mut button = Button::selectable(is_on, sign).min_size(vec2(32.0, 28.0));
    if is_on {
        button = button.stroke(Stroke::new(palette.line(1.0), palette.quiet));
    }
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, name));
    response.on_hover_text(name).clicked()
}
