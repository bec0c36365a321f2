//! One clear sentence on what went wrong, calm, at the head of its column; the column stays as it was.

use egui::{Button, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::fonts::sans;
use super::icons::{Icon, icon_button_ui};
use super::palette::Palette;
use super::tokens::{size, space};
use crate::model::Side;
use crate::workspace::{Command, Origin};

/// What the button that mends takes, in points.
const MENDING: f32 = 96.0;

/// Paints it over the top of `column`, with a button that opens the article mended, where it can be.
pub fn notice_ui(
    ui: &mut Ui,
    palette: &Palette,
    side: Side,
    sentence: &str,
    mended: Option<&Origin>,
    column: Rect,
    commands: &mut Vec<Command>,
) {
    let beside = if mended.is_some() { MENDING } else { 0.0 };
    let width = column.width() - 2.0 * space::MEDIUM;
    let galley = ui.painter().layout(sentence.to_owned(), sans(size::PANEL), palette.ink, width - 64.0 - beside);
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
    let text = Rect::from_min_max(card.min, pos2(card.right() - 44.0 - beside, card.bottom()));
    let response = ui.interact(text, ui.scope_id().with(("notice", side)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, sentence));
    if let Some(mended) = mended {
        let place = Rect::from_center_size(
            pos2(card.right() - 44.0 - beside / 2.0, card.center().y),
            vec2(beside - space::MEDIUM, 30.0),
        );
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("mend", side)));
        let button = child.add_sized(place.size(), Button::new("Mend it"));
        button.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, format!("Mend the letters of the article on the {}", side.name()))
        });
        if button.clicked() {
            commands.push(Command::Open(side, mended.clone()));
        }
    }
    let corner = Rect::from_center_size(pos2(card.right() - 24.0, card.center().y), vec2(28.0, 28.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(corner).id_salt(("dismiss", side)));
    let name = format!("Dismiss the message on the {}", side.name());
    if icon_button_ui(&mut child, palette, Icon::Close, &name).clicked() {
        commands.push(Command::DismissNotice(side));
    }
}
