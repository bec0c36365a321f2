//! The titles of both articles over the one column of a narrow window: the one that is shown, and the way to the other.

use egui::{CornerRadius, CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use super::fonts::{Face, sans, serif};
use super::icons::focus_ring_ui;
use super::palette::Palette;
use super::shortcuts::keys_in_words;
use super::tokens::{size, space};
use super::words_ui::one_line;
use crate::model::Side;
use crate::workspace::{Action, Command, State};

/// How high the row is, in points.
pub const HEIGHT: f32 = 40.0;

/// Paints it.
pub fn titles_ui(ui: &mut Ui, palette: &Palette, state: &State, row: Rect, facing: Side, commands: &mut Vec<Command>) {
    ui.painter().rect_filled(row, CornerRadius::ZERO, palette.desk);
    let rule = ui.painter().round_to_pixel_center(row.bottom());
    ui.painter().hline(row.x_range(), rule, Stroke::new(palette.line(1.0), palette.hairline));
    for side in Side::BOTH {
        let half = match side {
            Side::Left => Rect::from_min_max(row.min, pos2(row.center().x, row.bottom())),
            Side::Right => Rect::from_min_max(pos2(row.center().x, row.top()), row.max),
        };
        title_ui(ui, palette, state, side, half, side == facing, commands);
    }
    let middle = ui.painter().round_to_pixel_center(row.center().x);
    let between = row.top() + space::MEDIUM..=row.bottom() - space::MEDIUM;
    ui.painter().vline(middle, between, Stroke::new(palette.line(1.0), palette.hairline));
}

fn title_ui(
    ui: &Ui,
    palette: &Palette,
    state: &State,
    side: Side,
    half: Rect,
    is_facing: bool,
    commands: &mut Vec<Command>,
) {
    let title = state.title(side).unwrap_or_else(|| "Nothing here yet".to_owned());
    let response = ui.interact(half, ui.scope_id().with(("title", side)), Sense::click());
    let name = format!("{title}, on the {}", side.name());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_facing, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_facing));
    let painter = ui.painter();
    let inner = half.shrink(space::HAIR);
    if response.hovered() && !is_facing {
        painter.rect_filled(inner, CornerRadius::same(space::CORNER), palette.wash(0.05));
    }
    focus_ring_ui(painter, palette, inner, &response);
    let place = side.title();
    let left = half.left() + space::LARGE;
    let said =
        painter.text(pos2(left, half.center().y), egui::Align2::LEFT_CENTER, place, sans(size::LABEL), palette.quiet);
    let from = said.right() + space::SMALL;
    let (face, colour) = if is_facing { (Face::SemiBold, palette.ink) } else { (Face::Italic, palette.quiet) };
    let words = one_line(ui, &title, serif(face, size::PANEL + 1.0), half.right() - space::MEDIUM - from);
    let line =
        Rect::from_min_max(pos2(left, half.bottom() - 1.5), pos2(from + words.rect.width(), half.bottom() + 0.5));
    painter.galley(pos2(from, half.center().y - words.rect.height() / 2.0), words, colour);
    if is_facing {
        painter.rect_filled(line, CornerRadius::ZERO, palette.ink);
    }
    if response.clicked() && !is_facing {
        commands.push(Command::TurnTo(side));
    }
    if !is_facing {
        let hint = format!("{} ({})", Action::OtherArticle.label(), keys_in_words(Action::OtherArticle));
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint);
    }
}
