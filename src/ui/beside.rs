//! Where what floats over the columns stands: beside what it is about, and clear of what floats there already.

use egui::{Pos2, Rect, Vec2, pos2};

/// Between it and what it is about, in points.
const GAP: f32 = 6.0;

/// The upper left corner of a card of that size: below what it is about, above, or at its sides, inside `within` and
/// clear of what is `taken`. Where all that cannot be had it may lie over what is taken, and at last over anything.
pub fn beside(about: Rect, size: Vec2, within: Rect, taken: &[Rect]) -> Pos2 {
    let x = about.left().clamp(within.left(), (within.right() - size.x).max(within.left()));
    let y = about.top().clamp(within.top(), (within.bottom() - size.y).max(within.top()));
    let places = [
        pos2(x, about.bottom() + GAP),
        pos2(x, about.top() - GAP - size.y),
        pos2(about.right() + 2.0 * GAP, y),
        pos2(about.left() - 2.0 * GAP - size.x, y),
    ];
    let card = |at: &Pos2| Rect::from_min_size(*at, size);
    let fits = |at: &Pos2| within.contains_rect(card(at));
    let is_clear = |at: &Pos2| taken.iter().all(|rect| !rect.intersects(card(at)));
    let past_taken = taken.iter().flat_map(|rect| {
        let lines = [rect.bottom() + GAP, rect.top() - GAP - size.y, y];
        let stops = [x, about.right() + 2.0 * GAP, about.left() - 2.0 * GAP - size.x, rect.right() + GAP];
        lines.into_iter().flat_map(move |line| stops.map(|stop| pos2(stop, line)))
    });
    let spares = |at: &Pos2| !about.intersects(card(at));
    let clear = places.into_iter().chain(past_taken.filter(spares)).find(|at| fits(at) && is_clear(at));
    let last_resort = pos2(x, (within.bottom() - size.y).max(within.top()));
    clear.or_else(|| places.into_iter().find(fits)).unwrap_or(last_resort)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    const WINDOW: Rect = Rect { min: Pos2::ZERO, max: Pos2::new(1280.0, 800.0) };

    fn abouts() -> [Rect; 5] {
        [
            Rect::from_min_max(pos2(60.0, 100.0), pos2(430.0, 140.0)),
            Rect::from_min_max(pos2(60.0, 700.0), pos2(430.0, 780.0)),
            Rect::from_min_max(pos2(900.0, 60.0), pos2(1270.0, 90.0)),
            Rect::from_min_max(pos2(60.0, 20.0), pos2(430.0, 790.0)),
            Rect::from_min_max(pos2(700.0, 20.0), pos2(1270.0, 790.0)),
        ]
    }

    #[test]
    fn a_card_never_covers_what_it_is_about() {
        let size = vec2(356.0, 220.0);
        for about in abouts() {
            let card = Rect::from_min_size(beside(about, size, WINDOW, &[]), size);
            assert!(!card.intersects(about), "{about:?}: {card:?}");
            assert!(WINDOW.contains_rect(card), "{about:?}: {card:?}");
        }
    }

    #[test]
    fn a_second_card_about_the_same_words_stands_clear_of_the_first() {
        let (first, second) = (vec2(316.0, 190.0), vec2(356.0, 220.0));
        for about in abouts() {
            let leaf = Rect::from_min_size(beside(about, first, WINDOW, &[]), first);
            let card = Rect::from_min_size(beside(about, second, WINDOW, &[leaf]), second);
            assert!(!card.intersects(leaf) && !card.intersects(about), "{about:?}: {leaf:?} {card:?}");
        }
    }
}
