//! On the way: both columns are laid out, and brought to where the reader goes.

use egui::Ui;

use super::Room;
use crate::model::{Link, Side, Sides};
use crate::ui::column::{Column, Goal};
use crate::ui::panes::Panes;
use crate::ui::text_ui::{UNDER_HEAD, running_head_height};
use crate::workspace::State;

/// Lays both columns out, and sends them on their way where another link has become current.
pub(super) fn settle(ui: &Ui, state: &State, room: &mut Room, panes: &Panes) {
    let ctx = ui.ctx();
    let mut again = false;
    for side in Side::BOTH {
        again |= room.columns.get_mut(side).settle(ctx, panes.places.get(side));
    }
    if room.seen_arrivals != state.arrivals {
        room.seen_arrivals = state.arrivals;
        go_to(ui, state, room, panes, state.settings.glides);
        again = true;
    } else if room.landed.is_some_and(|landed| stands_otherwise(&landed, panes)) {
        // Another width, a larger type: what was brought to one height stays there.
        go_to(ui, state, room, panes, false);
        again = true;
    }
    if again {
        ctx.request_repaint();
    }
}

/// Whether what was brought to a place may stand elsewhere now. While a drawer opens beside one column it does not.
fn stands_otherwise(before: &Panes, now: &Panes) -> bool {
    let type_of = |panes: &Panes| [panes.places.left.typesetting, panes.places.right.typesetting];
    before.facing != now.facing
        || type_of(before) != type_of(now)
        || now.facing.is_none() && before.places != now.places
}

/// Where the way leads on that side: for the current link to the name that stands for it, if that is before its passage.
fn landing_byte(state: &State, room: &Room, side: Side) -> Option<usize> {
    let span = (*state.destination.spans.get(side))?;
    let link = state.current.and_then(|link| Some((link, state.compared.as_ref()?.comparison.links.get(link)?)));
    let is_to_link = |(_, found): &(usize, &Link)| *found.spans.get(side) == span;
    let marks = room.columns.get(side).content().map(|content| &content.marks);
    let name = link.filter(is_to_link).and_then(|(link, _)| marks?.landing(link));
    Some(name.map_or(span.start, |name| name.min(span.start)))
}

/// Both passages to one height: a third down, or higher where one stands too near the top of its article for that. A
/// column without a passage stays.
fn go_to(ui: &Ui, state: &State, room: &mut Room, panes: &Panes, glides: bool) {
    let ctx = ui.ctx();
    let bytes = Sides::new(Side::Left, Side::Right).map(|side| landing_byte(state, room, side));
    let tops = Sides::new(Side::Left, Side::Right)
        .map(|side| room.columns.get(side).passage_top(ctx, (*bytes.get(side))?, panes.places.get(side)));
    let level = level(&room.columns, panes, &tops);
    room.landed = Some(*panes);
    let now = ctx.input(|input| input.time);
    for side in Side::BOTH {
        let column = room.columns.get(side);
        let landing = match (panes.facing, tops.get(side)) {
            (None, _) => level,
            // One over the other they stand at no common height.
            (Some(facing), Some(top)) if facing == side => {
                let wanted = top - panes.landings.get(side);
                top - column.offset_at_line(wanted, UNDER_HEAD, panes.places.get(side)).max(0.0)
            }
            (Some(_), _) => *panes.landings.get(side),
        };
        let goal = match (bytes.get(side), state.destination.tops.get(side)) {
            (Some(byte), _) => Goal::Passage { byte: *byte, landing },
            (None, Some(0)) => Goal::Offset(0.0),
            (None, Some(top)) => Goal::Passage { byte: *top, landing: 0.0 },
            (None, None) => continue,
        };
        room.columns.get_mut(side).glide_to(goal, now, !glides);
    }
}

/// The height below the upper edge at which passages with those tops stand beside each other. Under the running head of
/// the first of them a line begins, so that none is cut there.
fn level(columns: &Sides<Column>, panes: &Panes, tops: &Sides<Option<f32>>) -> f32 {
    let highest = Side::BOTH.into_iter().filter_map(|side| *tops.get(side));
    let level = highest.clone().fold(panes.landings.left, f32::min);
    let scrolled =
        Side::BOTH.into_iter().find_map(|side| Some((side, (*tops.get(side))?)).filter(|(_, top)| *top > level));
    let Some((side, top)) = scrolled else { return level };
    let place = panes.places.get(side);
    let below = running_head_height(&place.typesetting) + UNDER_HEAD;
    let snapped = top - columns.get(side).offset_at_line(top - level, below, place);
    if highest.fold(f32::INFINITY, f32::min) >= snapped { snapped } else { level }
}
