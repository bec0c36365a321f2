//! Where everything stands in the window, for its size.

use egui::{Rect, pos2};

use super::column::Place;
use super::tokens::space;
use super::typeset::Typesetting;
use super::{caption_ui, link_bar_ui, strip_ui};
use crate::model::{Side, Sides};
use crate::workspace::Settings;

/// Below this width the list makes room for the columns, and a bar stands under them instead.
const ROOM_FOR_LIST: f32 = 1080.0;
/// How much larger the articles' text is before a class.
const PRESENTED: f32 = 1.5;
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
        let mut panes = Self::with_panes(window, settings);
        if drawer_open && Self::is_narrow(window) {
            let desk = panes.desk;
            let width = DRAWER.min(desk.width() * 0.8).round();
            panes.drawer = Some(Rect::from_min_max(pos2(desk.right() - width, desk.top()), desk.max));
        }
        panes
    }

    /// With no pane and no bar: the start page has the whole desk.
    pub fn bare(window: Rect, settings: &Settings) -> Self {
        let menu = Rect::from_min_max(window.min, pos2(window.right(), window.top() + space::BAR));
        let desk = Rect::from_min_max(pos2(window.left(), menu.bottom()), window.max);
        Self::on_desk(menu, desk, None, None, settings)
    }

    /// For a class: the columns in larger type, a caption under them, nothing else.
    pub fn presented(window: Rect, settings: &Settings) -> Self {
        let scale = Self::presented_scale(window);
        let settings = Settings { text_scale: settings.text_scale * PRESENTED * scale, ..settings.clone() };
        let caption = caption_ui::HEIGHT * scale;
        let bar = Rect::from_min_max(pos2(window.left(), window.bottom() - caption), window.max);
        let desk = Rect::from_min_max(window.min, pos2(window.right(), bar.top()));
        let menu = Rect::from_min_max(window.min, pos2(window.right(), window.top()));
        Self::on_desk(menu, desk, None, Some(bar), &settings)
    }

    /// How much larger everything is before a class for the size of the window, 1 in one of 900 points.
    pub fn presented_scale(window: Rect) -> f32 {
        (window.height() / 900.0).clamp(0.8, 2.6)
    }

    /// Whether a window has no room for a pane beside the columns.
    pub fn is_narrow(window: Rect) -> bool {
        window.width() < ROOM_FOR_LIST
    }

    fn with_panes(window: Rect, settings: &Settings) -> Self {
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
        let room = (desk.width() - 2.0 * outer - gutter).max(0.0);
        // On the grid, so that a dragged divider or edge lays the words out anew at every fourth point only.
        let on_grid = |width: f32| (width / space::HAIR).floor() * space::HAIR;
        let widest = Sides::new(on_grid(room * settings.split), on_grid(room * (1.0 - settings.split)));
        let available = widest.map(|widest| (widest - PAD_LEFT - PAD_RIGHT).max(space::WIDE));
        // Where there is more room than the text needs, the sheets stay as narrow as good lines are.
        let (scale, typography) = (settings.text_scale, settings.typography);
        let typesettings = Sides::new(
            Typesetting::beside(available.left, available.right, scale, typography),
            Typesetting::beside(available.right, available.left, scale, typography),
        );
        let sheet = |side: Side| {
            let needed = typesettings.get(side).measure + PAD_LEFT + PAD_RIGHT;
            widest.get(side).min(needed + space::WIDE).floor()
        };
        let sheets = Sides::new(sheet(Side::Left), sheet(Side::Right));
        // Both sheets stand around the middle of what they fill together.
        let spare = room - sheets.left - sheets.right;
        let left = (desk.left() + outer + spare / 2.0).round();
        let right = left + sheets.left + gutter;
        let place = |side: Side, sheet_left: f32| {
            let (typesetting, sheet) = (*typesettings.get(side), *sheets.get(side));
            let inset = (sheet - typesetting.measure - PAD_LEFT - PAD_RIGHT) / 2.0;
            Place {
                viewport: Rect::from_min_max(pos2(sheet_left, desk.top()), pos2(sheet_left + sheet, desk.bottom())),
                text_left: (sheet_left + inset + PAD_LEFT).round(),
                typesetting,
            }
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
            places: Sides::new(place(Side::Left, left), place(Side::Right, right)),
            sheets: Sides::new((left, left + sheets.left), (right, right + sheets.right)),
            strips: Sides::new(strip(left - strip_ui::WIDTH - 4.0), strip(right + sheets.right + 4.0)),
        }
    }

    /// The left column's share of the room where its right edge is brought to that x.
    pub fn split_at(&self, x: f32) -> f32 {
        let outer = strip_ui::WIDTH + space::SMALL;
        let gutter = self.sheets.right.0 - self.sheets.left.1;
        let room = (self.desk.width() - 2.0 * outer - gutter).max(1.0);
        (x - gutter / 2.0 - self.desk.left() - outer) / room
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
    fn the_divider_gives_room_from_one_column_to_the_other() {
        let window = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0));
        let even = panes(1280.0, 800.0);
        let settings = Settings { split: 0.62, ..Settings::default() };
        let uneven = Panes::new(window, &settings, false);
        assert!(uneven.places.left.typesetting.measure > even.places.left.typesetting.measure + 40.0);
        assert!(uneven.places.right.typesetting.measure < even.places.right.typesetting.measure - 40.0);
        let (left, right) = (uneven.places.left.typesetting, uneven.places.right.typesetting);
        assert!((left.body_points - right.body_points).abs() < 0.01, "both in one size");
        assert!((uneven.split_at(uneven.sheets.left.1 + 30.0) - 0.62).abs() < 0.05);
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
