//! What the pointer is on, and the card that opens where it rests.

use egui::{Rect, Ui, vec2};

use super::Room;
use crate::model::Side;
use crate::ui::card_ui::Subject;
use crate::ui::palette::Palette;
use crate::ui::reading_ui::Pointed;
use crate::workspace::{Command, State};

/// Remembers what the pointer is on, and opens the card once it has rested there.
pub(super) fn follow_pointer(
    ui: &Ui,
    palette: &Palette,
    state: &State,
    room: &mut Room,
    in_list: Option<usize>,
    in_text: &Pointed,
    commands: &mut Vec<Command>,
) {
    let ctx = ui.ctx();
    let Some(compared) = &state.compared else {
        (room.pointed, room.at_hand) = (Subject::default(), None);
        return room.card.close();
    };
    let blocked = state.sheet.is_some()
        || state.presenting
        || ctx.input(|input| input.pointer.any_down() && !on_card(room, input));
    let scrolled = ctx.input(|input| input.smooth_scroll_delta().y.abs() > 0.0);
    let seen = (state.arrivals, state.lettings_go);
    // The drawer of a single column says what the card would say.
    let is_in_drawer =
        |subject: Subject| room.is_one_column && state.one_column.counterpart_open && subject.link == state.current;
    match in_text.clicked {
        Some(subject) if is_pinnable(room.is_one_column, subject) => room.card.click(compared, subject, seen),
        Some(_) => room.card.click(compared, Subject::default(), seen),
        None => {}
    }
    let pinned = room.card.pinned(compared, seen).filter(|_| !state.presenting);
    let shown = if pinned.is_some() {
        pinned.filter(|_| state.sheet.is_none())
    } else if blocked || scrolled || in_list.is_some() || is_in_drawer(in_text.subject) {
        room.card.close();
        None
    } else {
        room.card.follow(ctx, in_text.subject, in_text.by_keyboard)
    };
    let lit = match (in_list, shown) {
        (Some(_), _) => Subject { link: in_list, ..Subject::default() },
        // What is pinned is lit while the reader looks at nothing else.
        (None, Some(_)) if pinned.is_some() && in_text.subject.is_some() => in_text.subject,
        (None, Some(subject)) => subject,
        (None, None) => in_text.subject,
    };
    if room.pointed != lit {
        room.pointed = lit;
        ctx.request_repaint();
    }
    let panel = room.sources.at_hand.take();
    let quotations = |side: Side| compared.reading(side).quotations.len();
    let here = lit.side.zip(lit.quotation).or(panel).or(room.at_hand);
    room.at_hand = here.filter(|(side, quotation)| *quotation < quotations(*side));
    let Some(subject) = shown else { return };
    let pointer = ctx.input(|input| input.pointer.hover_pos());
    let beside_pointer = || pointer.map(|at| Rect::from_center_size(at, vec2(20.0, 28.0)));
    let about = in_text.place_of(subject).or_else(|| room.card.pinned_at()).or_else(beside_pointer);
    if let Some(about) = about {
        let is_moving = in_text.clicked.is_some() || Side::BOTH.iter().any(|side| room.columns.get(*side).is_gliding());
        room.card.show(ctx, palette, compared, subject, (about, is_moving), commands);
    }
}

/// Whether a click pins a card about that. Beside one column alone a link opens the drawer instead.
fn is_pinnable(is_one_column: bool, subject: Subject) -> bool {
    subject.link.is_none() || !is_one_column
}

/// Whether the pointer is on the card.
fn on_card(room: &Room, input: &egui::InputState) -> bool {
    room.card.rect().zip(input.pointer.hover_pos()).is_some_and(|(rect, at)| rect.contains(at))
}
