//! What the keyboard and screen readers find in the text: the article, its paragraphs, links and quotations.

use egui::text_selection::accesskit_text::update_accesskit_for_text_widget;
use egui::{EventFilter, Key, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, emath::TSTransform, vec2};

use crate::model::Side;
use crate::ui::column::{Column, Content, SetBlock};
use crate::ui::icons;
use crate::ui::landmark::landmark;
use crate::ui::light::Light;
use crate::ui::marks_ui::{Quoted, Seen};
use crate::ui::palette::Palette;
use crate::ui::panes::Panes;
use crate::view;
use crate::workspace::{Command, Sheet};

/// The part of the window that an article's paragraphs, links and quotations belong to. The keyboard can stand on it:
/// its keys then scroll and select there.
pub(super) fn article_ui(ui: &mut Ui, panes: &Panes, side: Side, column: &Column, light: Light<'_>) -> Ui {
    let place = panes.places.get(side).viewport;
    let sense = if column.content().is_some() { Sense::FOCUSABLE } else { Sense::hover() };
    let mut article = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("article", side)).sense(sense));
    article.set_min_size(place.size());
    let content = column.content();
    landmark(&article, Role::Document, || {
        let links = content.and_then(Content::compared).map_or(0, |compared| compared.comparison.links.len());
        let shown = links.saturating_sub(light.hidden.iter().filter(|hidden| **hidden).count());
        let title = content.map(Content::title).unwrap_or_default();
        view::article_name(side, content.map(|content| (&*content.opened, &*title)), shown)
    });
    let response = article.response();
    if response.has_focus() {
        let keeps = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        article.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keeps));
    }
    article
}

/// Every paragraph in view is a text node with its words, for screen readers.
pub(super) fn paragraphs_ui(ui: &Ui, side: Side, blocks: &[SetBlock], clip: Rect) {
    for block in blocks {
        let rect = block.rect().intersect(clip);
        if !rect.is_positive() {
            continue;
        }
        let id = ui.scope_id().with(("block", side, block.index));
        let response = ui.interact(rect, id, Sense::hover());
        let role = match block.kind {
            view::BlockKind::Title | view::BlockKind::Heading => Role::Heading,
            _ => Role::Label,
        };
        response.widget_info(|| WidgetInfo::labeled(role, true, block.galley.text()));
        let transform = TSTransform::from_translation(block.origin.to_vec2());
        update_accesskit_for_text_widget(ui.ctx(), id, None, transform, &block.galley);
    }
}

/// Every quotation in view can be reached with Tab, says who said it, and Enter asks who did. Returns the one with the
/// focus.
pub(super) fn quotations_ui(
    ui: &Ui,
    palette: &Palette,
    area: Rect,
    column: &Column,
    side: Side,
    quoted: &[Quoted],
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let compared = column.content()?.compared()?;
    let mut focused = None;
    for found in quoted {
        let rect = found.rect.intersect(area);
        if !rect.is_positive() {
            continue;
        }
        // It takes the keyboard alone: the pointer belongs to the text.
        let id = ui.scope_id().with(("quotation", side, found.quotation));
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, view::quotation_name(compared, side, found.quotation))
        });
        let asked = ui.input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click))
            || response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if asked {
            commands.push(Command::OpenSheet(Sheet::WhoSaid(side, found.quotation)));
        }
        if response.has_focus() {
            focused = Some(found.quotation);
            icons::focus_ring_ui(ui.painter(), palette, found.rect.expand2(vec2(4.0, 1.0)), &response);
        }
    }
    focused
}

/// Every linked passage in view can be reached with Tab and says what it is. Returns the one with the focus.
#[expect(clippy::too_many_arguments, reason = "one painter's whole surroundings")]
pub(super) fn links_ui(
    ui: &Ui,
    palette: &Palette,
    panes: &Panes,
    area: Rect,
    side: Side,
    column: &Column,
    seen: &[Seen],
    light: Light<'_>,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let content = column.content()?;
    let compared = content.compared()?;
    let (left, right) = panes.ribbon_edges();
    let x = if side == Side::Left { left } else { right };
    let mut focused = None;
    for found in seen {
        let rect = Rect::from_x_y_ranges(x - 5.0..=x + 5.0, found.rect.y_range()).intersect(area);
        if !rect.is_positive() {
            continue;
        }
        let response = ui.interact(rect, ui.scope_id().with(("link", side, found.link)), Sense::click());
        let paragraph = content.marks.paragraph_of.get(found.link).copied().unwrap_or(0);
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Link, true, view::link_name(compared, light.hidden, found.link, side, paragraph))
        });
        if response.clicked() {
            commands.push(Command::GoTo(found.link));
        }
        if response.has_focus() {
            focused = Some(found.link);
            icons::focus_ring_ui(ui.painter(), palette, found.rect.expand2(vec2(4.0, 1.0)), &response);
        }
    }
    focused
}
