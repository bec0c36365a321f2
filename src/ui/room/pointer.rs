//! What the pointer is on, and the card that opens where it rests.

use egui::{Id, Rect, Ui, Vec2, vec2};

use super::Room;
use crate::model::Side;
use crate::ui::card_ui::Subject;
use crate::ui::palette::Palette;
use crate::ui::reading_ui::Pointed;
use crate::workspace::{Command, State};

/// Whether the pointer has lain still since the keys went somewhere else: what came under it by that says nothing.
#[derive(Debug, Default)]
pub(super) struct Rest {
    arrivals: u64,
    focused: Option<Id>,
    has_arrived: bool,
    has_tabbed: bool,
}

impl Rest {
    /// Looks at what this frame brings.
    pub(super) fn look(&mut self, ui: &Ui, arrivals: u64) {
        let focused = ui.memory(egui::Memory::focused);
        let is_moved = ui.input(|input| {
            let pointer = &input.pointer;
            pointer.delta() != Vec2::ZERO || pointer.any_pressed() || input.smooth_scroll_delta() != Vec2::ZERO
        });
        if is_moved || self.focused != focused {
            self.has_arrived = false;
        }
        self.has_tabbed = !is_moved && (self.has_tabbed || focused.is_some() && self.focused != focused);
        self.has_arrived |= !is_moved && self.arrivals != arrivals;
        (self.arrivals, self.focused) = (arrivals, focused);
    }

    /// Whether the reader arrived somewhere while it lay still.
    pub(super) fn has_arrived(&self) -> bool {
        self.has_arrived
    }
}

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
    let rest = &room.rest;
    let in_list = in_list.filter(|_| !(rest.has_arrived || rest.has_tabbed && in_text.by_keyboard));
    let subject = if rest.has_arrived && !in_text.by_keyboard { Subject::default() } else { in_text.subject };
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
    } else if blocked || scrolled || in_list.is_some() || is_in_drawer(subject) {
        room.card.close();
        None
    } else {
        room.card.follow(ctx, subject, in_text.by_keyboard)
    };
    let lit = match (in_list, shown) {
        (Some(_), _) => Subject { link: in_list, ..Subject::default() },
        // What is pinned is lit while the reader looks at nothing else.
        (None, Some(_)) if pinned.is_some() && subject.is_some() => subject,
        (None, Some(shown)) => shown,
        (None, None) => subject,
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
        room.card.show(ctx, palette, compared, subject, (about, is_moving, room.leaf.rect()), commands);
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
