//! How much is selected and how long it takes to read, said in a corner of its column.

use std::sync::Arc;

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::column::Column;
use super::fonts::sans;
use super::palette::Palette;
use super::tokens::{size, space};
use crate::model::{Side, Span, words_in};
use crate::view;
use crate::workspace::Opened;

/// How much of the column's foot it takes, in points.
pub const HEIGHT: f32 = 18.0;

/// The words counted last, so that a whole book is not counted in every frame.
#[derive(Debug, Default)]
pub struct SelectedCount {
    of: Option<(Arc<Opened>, Span)>,
    words: usize,
}

impl SelectedCount {
    /// How many words are selected in a column.
    fn of(&mut self, column: &Column) -> usize {
        let Some((content, selection)) = column.content().zip(column.selection) else { return 0 };
        let span = selection.span();
        let is_same = self.of.as_ref().is_some_and(|(of, known)| Arc::ptr_eq(of, &content.opened) && *known == span);
        if !is_same {
            self.of = Some((Arc::clone(&content.opened), span));
            self.words = words_in(selection.words(&content.opened.article));
        }
        self.words
    }
}

/// Paints it at the lower right of the column's text, where that is `area` of the window.
pub fn selected_ui(
    ui: &Ui,
    palette: &Palette,
    counted: &mut SelectedCount,
    column: &Column,
    side: Side,
    text: Rect,
    words_a_minute: u32,
) {
    let words = counted.of(column);
    if words == 0 {
        return;
    }
    let said = view::selected_words(words, words_a_minute);
    let galley = ui.painter().layout_no_wrap(said.clone(), sans(size::LABEL), palette.quiet);
    let extent = galley.rect.size() + vec2(2.0 * space::SMALL, space::SMALL);
    let place = Rect::from_min_size(text.right_bottom() - extent - vec2(0.0, space::SMALL), extent);
    let line = Stroke::new(palette.line(1.0), palette.hairline);
    ui.painter().rect(place, CornerRadius::same(space::CORNER), palette.card, line, StrokeKind::Inside);
    ui.painter().galley(place.min + vec2(space::SMALL, space::HAIR), galley, palette.quiet);
    let response = ui.interact(place, ui.scope_id().with(("selected", side)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, format!("Selected: {said}")));
}
