//! Where everything stands in the window, for its size.

use egui::{Rect, pos2};

use super::column::Place;
use super::tokens::space;
use super::typeset::Typesetting;
use super::{link_bar_ui, strip_ui};
use crate::model::Sides;
use crate::workspace::Settings;

/// Below this width the list makes room for the columns, and a bar stands under them instead.
const ROOM_FOR_LIST: f32 = 1080.0;
/// Width of the drawer, in points.
const DRAWER: f32 = 320.0;
/// Left of the text: where bars and marks hang.
const PAD_LEFT: f32 = 36.0;
/// Right of the text.
const PAD_RIGHT: f32 = 28.0;

/// Where everything stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Panes {
    /// The menu bar.
    pub menu: Rect,
    /// What is under the columns.
    pub desk: Rect,
    /// The list, if there is room and the reader wants it.
    pub list: Option<Rect>,
    /// The pane over the columns, where there is no room for it beside these.
    pub drawer: Option<Rect>,
    /// The bar under the columns, where there is no list.
    pub bar: Option<Rect>,
    /// The text of each column.
    pub places: Sides<Place>,
    /// Left and right edge of each sheet.
    pub sheets: Sides<(f32, f32)>,
    /// The strip at each column's outer edge.
    pub strips: Sides<Rect>,
}

impl Panes {
    /// For a window, and what the reader set.
    pub fn new(window: Rect, settings: &Settings, drawer_open: bool) -> Self {
        let mut panes = Self::beside(window, settings);
        if drawer_open && Self::is_narrow(window) {
            let desk = panes.desk;
            let width = DRAWER.min(desk.width() * 0.8).round();
            panes.drawer = Some(Rect::from_min_max(pos2(desk.right() - width, desk.top()), desk.max));
        }
        panes
    }

    /// Whether a window has no room for a pane beside the columns.
    pub fn is_narrow(window: Rect) -> bool {
        window.width() < ROOM_FOR_LIST
    }

    fn beside(window: Rect, settings: &Settings) -> Self {
        let menu = Rect::from_min_max(window.min, pos2(window.right(), window.top() + space::BAR));
        let below = Rect::from_min_max(pos2(window.left(), menu.bottom()), window.max);
        let has_list = settings.list_shown && !Self::is_narrow(window);
        let list_width = (window.width() * 0.22).clamp(296.0, 356.0).round();
        let list = has_list.then(|| Rect::from_min_max(pos2(below.right() - list_width, below.top()), below.max));
        let bar = (!has_list)
            .then(|| Rect::from_min_max(pos2(below.left(), below.bottom() - link_bar_ui::HEIGHT), below.max));
        let desk = Rect::from_min_max(
            below.min,
            pos2(list.map_or(below.right(), |list| list.left()), bar.map_or(below.bottom(), |bar| bar.top())),
        );
        Self::on_desk(menu, desk, list, bar, settings)
    }

    fn on_desk(menu: Rect, desk: Rect, list: Option<Rect>, bar: Option<Rect>, settings: &Settings) -> Self {
        let outer = strip_ui::WIDTH + space::SMALL;
        let gutter = (desk.width() * 0.065).clamp(44.0, 104.0).round();
        let widest = (desk.width() - 2.0 * outer - gutter) / 2.0;
        let typesetting = Typesetting::new(
            (widest - PAD_LEFT - PAD_RIGHT).max(space::WIDE),
            settings.text_scale,
            settings.typography,
        );
        // Where there is more room than the text needs, the sheets stay as narrow as good lines are.
        let sheet = widest.min(typesetting.measure + PAD_LEFT + PAD_RIGHT + space::WIDE).floor();
        let inset = (sheet - typesetting.measure - PAD_LEFT - PAD_RIGHT) / 2.0;
        let left = (desk.center().x - gutter / 2.0 - sheet).round();
        let right = left + sheet + gutter;
        let place = |sheet_left: f32| Place {
            viewport: Rect::from_min_max(pos2(sheet_left, desk.top()), pos2(sheet_left + sheet, desk.bottom())),
            text_left: (sheet_left + inset + PAD_LEFT).round(),
            typesetting,
        };
        let strip = |x: f32| {
            Rect::from_min_max(
                pos2(x, desk.top() + space::HAIR),
                pos2(x + strip_ui::WIDTH, desk.bottom() - space::HAIR),
            )
        };
        Self {
            menu,
            desk,
            list,
            drawer: None,
            bar,
            places: Sides::new(place(left), place(right)),
            sheets: Sides::new((left, left + sheet), (right, right + sheet)),
            strips: Sides::new(strip(left - strip_ui::WIDTH - 4.0), strip(right + sheet + 4.0)),
        }
    }

    /// Left and right end of the ribbons.
    pub fn ribbon_edges(&self) -> (f32, f32) {
        let left = self.places.left;
        (left.text_left + left.typesetting.measure + 10.0, self.places.right.text_left - 26.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Pos2, vec2};

    fn panes(width: f32, height: f32) -> Panes {
        Panes::new(Rect::from_min_size(Pos2::ZERO, vec2(width, height)), &Settings::default(), false)
    }

    #[test]
    fn nothing_overlaps_in_any_window() {
        for (width, height) in [(640.0, 480.0), (900.0, 600.0), (1280.0, 800.0), (1920.0, 1080.0), (3840.0, 2160.0)] {
            let panes = panes(width, height);
            assert!(panes.strips.left.left() >= 0.0);
            assert!(panes.sheets.left.1 <= panes.sheets.right.0);
            assert!(panes.strips.right.right() <= panes.list.map_or(width, |list| list.left()), "{width}");
            assert!(panes.places.left.typesetting.measure > 150.0, "{width}");
        }
    }

    #[test]
    fn a_narrow_window_has_a_bar_instead_of_the_list() {
        assert!(panes(900.0, 600.0).list.is_none() && panes(900.0, 600.0).bar.is_some());
        assert!(panes(1280.0, 800.0).list.is_some() && panes(1280.0, 800.0).bar.is_none());
    }

    #[test]
    fn a_narrow_window_has_the_pane_in_a_drawer() {
        let settings = Settings::default();
        let narrow = Panes::new(Rect::from_min_size(Pos2::ZERO, vec2(900.0, 600.0)), &settings, true);
        let drawer = narrow.drawer.expect("there is a drawer");
        assert!(narrow.desk.contains_rect(drawer) && narrow.bar.is_some());
        assert!(Panes::new(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0)), &settings, true).drawer.is_none());
    }
}
