//! One clear sentence on what went wrong, calm, at the head of its column; the column stays as it was.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::fonts::sans;
use super::icons::{Icon, icon_button_ui};
use super::palette::Palette;
use super::tokens::{size, space};
use crate::model::Side;
use crate::workspace::Command;

/// Paints it over the top of `column`.
pub fn notice_ui(
    ui: &mut Ui,
    palette: &Palette,
    side: Side,
    sentence: &str,
    column: Rect,
    commands: &mut Vec<Command>,
) {
    let width = column.width() - 2.0 * space::MEDIUM;
    let galley = ui.painter().layout(sentence.to_owned(), sans(size::PANEL), palette.ink, width - 64.0);
    let height = (galley.rect.height() + 2.0 * space::MEDIUM).max(48.0);
    let card = Rect::from_min_size(column.min + vec2(space::MEDIUM, space::MEDIUM), vec2(width, height));
    let painter = ui.painter();
    painter.rect(
        card,
        CornerRadius::same(6),
        palette.card,
        Stroke::new(palette.line(1.0), palette.hairline),
        StrokeKind::Inside,
    );
    let bar = Rect::from_min_max(card.min + vec2(0.0, 8.0), pos2(card.left() + 3.0, card.bottom() - 8.0));
    painter.rect_filled(bar, CornerRadius::same(2), palette.alarm);
    let at = pos2(card.left() + space::LARGE, card.center().y - galley.rect.height() / 2.0);
    painter.galley(at, galley, palette.ink);
    let text = Rect::from_min_max(card.min, pos2(card.right() - 44.0, card.bottom()));
    let response = ui.interact(text, ui.scope_id().with(("notice", side)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, sentence));
    let corner = Rect::from_center_size(pos2(card.right() - 24.0, card.center().y), vec2(28.0, 28.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(corner).id_salt(("dismiss", side)));
    let name = format!("Dismiss the message on the {}", side.name());
    if icon_button_ui(&mut child, palette, Icon::Close, &name).clicked() {
        commands.push(Command::DismissNotice(side));
    }
}
