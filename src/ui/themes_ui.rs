//! The themes beside the columns: in both, only left, only right; how many paragraphs each has, and its passages.

use egui::{Button, Rect, Response, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::fonts::{Face, sans, sans_strong, serif};
use super::icons::{chevron_ui, focus_ring_ui};
use super::name_field_ui::Naming;
use super::palette::Palette;
use super::pane_ui::{
    Bar, MARGIN, bars_ui, chosen_bar_ui, chosen_ground, ground_ui, heading_ui, into_view, row_ground_ui, rule_ui,
    silence_ui,
};
use super::shortcuts::keys_in_words;
use super::tabs_ui::tabs_ui;
use super::theme_name_ui::theme_name_ui;
use super::tokens::{size, space};
use super::words_ui::{LINE, few_lines, one_line};
use crate::model::{LinkKind, Side, Sides, Theme};
use crate::view::{self, ThemePassage};
use crate::workspace::{Action, Command, Compared, Pane, State};

/// Height of a theme, in points.
const ROW: f32 = 66.0;
/// Letters of a passage that are laid out: more than its lines can hold.
const PASSAGE_LETTERS: usize = 160;

/// What the pane keeps between frames.
#[derive(Debug, Default)]
pub struct ThemesView {
    /// The theme that stands open, by its label: a recount may number them anew.
    open: Option<String>,
    naming: Naming<usize>,
}

/// What the reader is at in the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ThemeAtHand {
    /// The theme under the pointer or the keyboard.
    pub pointed: Option<usize>,
    /// The theme that stands open.
    pub open: Option<usize>,
}

impl ThemeAtHand {
    /// The one under the pointer, else the open one.
    pub fn theme(self) -> Option<usize> {
        self.pointed.or(self.open)
    }
}

/// Paints the pane; says which theme the reader is at.
pub fn themes_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    view: &mut ThemesView,
    commands: &mut Vec<Command>,
) -> ThemeAtHand {
    let rect = ui.max_rect();
    ground_ui(ui, palette);
    let Some(compared) = &state.compared else {
        let y = tabs_ui(ui, palette, Pane::Themes, commands);
        silence_ui(ui, palette, y + space::LARGE, view::empty_list(state));
        return ThemeAtHand::default();
    };
    let y = tabs_ui(ui, palette, Pane::Themes, commands);
    let groups = view::theme_groups(compared);
    if groups.is_empty() {
        silence_ui(ui, palette, y + space::LARGE, &view::no_themes(compared));
        return ThemeAtHand::default();
    }
    let y = axis_ui(ui, palette, y);
    let body = Rect::from_min_max(pos2(rect.left() + 1.0, y), rect.max);
    let mut at = ThemeAtHand::default();
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("themes"));
    ScrollArea::vertical().id_salt("themes").auto_shrink(false).show(&mut child, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.add_space(space::HAIR);
        for group in &groups {
            let (label, count) = (group.presence.label(), group.themes.len());
            let counted = view::counted(count, "theme");
            heading_ui(ui, palette, label, &counted, &format!("{label}, {counted}"));
            for theme in &group.themes {
                theme_ui(ui, palette, state, compared, view, *theme, &mut at, commands);
            }
        }
        ui.add_space(space::WIDE);
    });
    at
}

/// What the bars say, over their axis.
fn axis_ui(ui: &Ui, palette: &Palette, top: f32) -> f32 {
    let rect = ui.max_rect();
    let line =
        Rect::from_min_size(pos2(rect.left() + MARGIN, top + space::MEDIUM), vec2(rect.width() - 2.0 * MARGIN, 16.0));
    let painter = ui.painter();
    for (x, align, words) in [
        (line.left(), egui::Align2::LEFT_CENTER, Side::Left.title()),
        (line.center().x, egui::Align2::CENTER_CENTER, "paragraphs"),
        (line.right(), egui::Align2::RIGHT_CENTER, Side::Right.title()),
    ] {
        painter.text(pos2(x, line.center().y), align, words, sans(size::LABEL), palette.quiet);
    }
    let y = line.bottom() + space::SMALL;
    rule_ui(ui, palette, y);
    y
}

#[expect(clippy::too_many_arguments, reason = "one painter's whole surroundings")]
fn theme_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    compared: &Compared,
    view: &mut ThemesView,
    index: usize,
    at: &mut ThemeAtHand,
    commands: &mut Vec<Command>,
) {
    let Some(theme) = compared.comparison.themes.get(index) else { return };
    let is_open = view.open.as_deref() == Some(theme.label.as_str());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let ground = ui.painter().add(egui::Shape::Noop);
    let response = row_ui(ui, palette, compared, theme, rect, is_open);
    if response.clicked() {
        view.open = (!is_open).then(|| theme.label.clone());
        // One thing is looked at: the link chosen before is let go of.
        commands.extend((!is_open && state.current.is_some()).then_some(Command::LeaveLink));
    }
    if response.hovered() || response.has_focus() {
        at.pointed = Some(index);
    }
    if !is_open {
        if state.together.as_ref().is_some_and(|together| together.theme == index) {
            ui.painter().set(ground, chosen_ground(palette, rect));
            chosen_bar_ui(ui, rect, palette.hue(LinkKind::Theme), 8.0);
        }
        return;
    }
    at.open = Some(index);
    let bottom = open_ui(ui, palette, state, compared, view, index, rect, commands);
    let card = Rect::from_min_max(rect.min, pos2(rect.right(), bottom));
    ui.painter().set(ground, chosen_ground(palette, card));
    chosen_bar_ui(ui, card, palette.hue(LinkKind::Theme), 8.0);
}

fn row_ui(ui: &Ui, palette: &Palette, compared: &Compared, theme: &Theme, rect: Rect, is_open: bool) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(("theme", &theme.label)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, view::theme_name(theme)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    row_ground_ui(ui, palette, rect, &response, response.hovered() && !is_open);
    let painter = ui.painter();
    let (left, top) = (rect.left() + MARGIN, rect.top() + 8.0);
    let room = rect.width() - 2.0 * MARGIN;
    chevron_ui(painter, pos2(rect.right() - MARGIN - 4.0, top + 9.0), is_open, palette.quiet);
    painter.galley(pos2(left, top), one_line(ui, &theme.label, sans_strong(size::PANEL), room - 20.0), palette.ink);
    painter.galley(pos2(left, top + LINE), one_line(ui, &view::theme_terms(theme), sans(12.0), room), palette.quiet);
    let most = view::most_paragraphs(compared) as f32;
    let bar = |side: Side| {
        let count = theme.paragraphs.get(side).len();
        (count > 0).then(|| Bar { share: count as f32 / most, words: count.to_string() })
    };
    let bars = Sides::new(bar(Side::Left), bar(Side::Right));
    let axis = Rect::from_min_size(pos2(left, top + 38.0), vec2(room, 14.0));
    bars_ui(ui, palette, palette.hue(LinkKind::Theme), axis, &bars);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The passages of a theme that stands open, and the way to read them in turn. Returns where it ends.
#[expect(clippy::too_many_arguments, reason = "one painter's whole surroundings")]
fn open_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    compared: &Compared,
    view: &mut ThemesView,
    index: usize,
    row: Rect,
    commands: &mut Vec<Command>,
) -> f32 {
    let start = ui.cursor().top();
    let inner = Rect::from_min_max(pos2(row.left() + MARGIN, start), pos2(row.right() - MARGIN, f32::INFINITY));
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner).id_salt(("open theme", index)));
    child.spacing_mut().item_spacing = vec2(0.0, 0.0);
    child.add_space(space::HAIR);
    for passage in view::theme_passages(compared, index) {
        if passage_ui(&mut child, palette, state, compared, &passage).clicked() {
            commands.push(Command::Show(passage.passage));
        }
    }
    child.add_space(space::SMALL);
    let words = RichText::new(Action::ReadOn.label()).font(sans(12.0));
    let key = RichText::new(keys_in_words(Action::ReadOn)).font(sans(size::LABEL)).color(palette.quiet);
    child.spacing_mut().button_padding = vec2(10.0, 4.0);
    if child.add(Button::new(words).shortcut_text(key).min_size(vec2(0.0, 26.0))).clicked() {
        commands.push(Command::ReadTogether(index));
    }
    child.add_space(space::SMALL);
    if let Some(name) = theme_name_ui(&mut child, palette, compared, index, &mut view.naming, commands) {
        // It stays open under its new name.
        view.open = Some(name);
    }
    child.add_space(space::MEDIUM);
    let height = child.min_rect().bottom() - start;
    ui.allocate_space(vec2(row.width(), height + space::HAIR));
    start + height
}

/// The first words of both paragraphs, and why they belong together.
fn passage_ui(ui: &mut Ui, palette: &Palette, state: &State, compared: &Compared, listed: &ThemePassage) -> Response {
    const INDENT: f32 = 14.0;
    let room = ui.available_width();
    let line = |side: Side| {
        let span = (*listed.passage.spans.get(side))?;
        let words = view::snippet(compared.text(side), span, PASSAGE_LETTERS);
        let galley = few_lines(ui, &words, serif(Face::Regular, 14.0), room - INDENT, 2);
        Some((side, (*listed.numbers.get(side))?, galley, words))
    };
    let lines: Vec<_> = Side::BOTH.into_iter().filter_map(line).collect();
    let why = (!listed.why.is_empty()).then(|| few_lines(ui, &listed.why, sans(12.0), room - INDENT, 2));
    let height: f32 = lines.iter().map(|(_, _, galley, _)| galley.rect.height() + 16.0 + space::HAIR).sum::<f32>()
        + why.as_ref().map_or(0.0, |why| why.rect.height())
        + space::MEDIUM;
    let (_, rect) = ui.allocate_space(vec2(room, height));
    let salt = ("theme passage", listed.passage.spans.left, listed.passage.spans.right);
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::click());
    response.widget_info(|| {
        let sides: Vec<String> = lines
            .iter()
            .map(|(side, number, _, words)| format!("paragraph {number} on the {}: {words}", side.name()))
            .collect();
        WidgetInfo::labeled(Role::Link, true, format!("{}. {}", sides.join("; "), listed.why))
    });
    let is_shown = state.passage.is_some_and(|shown| shown.spans == listed.passage.spans);
    let ground = rect.expand2(vec2(6.0, -1.0));
    let painter = ui.painter();
    if response.hovered() || is_shown {
        let strength = if is_shown { 0.08 } else { 0.05 };
        painter.rect_filled(ground, egui::CornerRadius::same(space::CORNER), palette.wash(strength));
    }
    focus_ring_ui(painter, palette, ground, &response);
    into_view(ui, rect, &response);
    let bar = Rect::from_min_max(rect.left_top() + vec2(0.0, 8.0), pos2(rect.left() + 3.0, rect.bottom() - 8.0));
    painter.rect_filled(bar, egui::CornerRadius::same(1), palette.hue(LinkKind::Theme));
    let mut y = rect.top() + space::HAIR;
    for (side, number, galley, _) in lines {
        let word = side.title();
        let at = pos2(rect.left() + INDENT, y + 8.0);
        let words = format!("{word}, paragraph {number}");
        painter.text(at, egui::Align2::LEFT_CENTER, words, sans(size::LABEL), palette.quiet);
        y += 16.0;
        let height = galley.rect.height();
        painter.galley(pos2(rect.left() + INDENT, y), galley, palette.ink);
        y += height + space::HAIR;
    }
    if let Some(why) = why {
        painter.galley(pos2(rect.left() + INDENT, y), why, palette.quiet);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
