//! Where everything stands in the window, for its size.

use egui::{Rangef, Rect, pos2};

use super::column::Place;
use super::text_ui::UNDER_HEAD;
use super::tokens::{motion, room, size, space};
use super::typeset::Typesetting;
use super::{bar_ui, caption_ui, counterpart_ui, link_bar_ui, strip_ui, titles_ui};
use crate::model::{Side, Sides};
use crate::workspace::{OneColumn, Settings};

/// How much larger the articles' text is before a class.
const PRESENTED: f32 = 1.5;
/// Width of the drawer, in points.
const DRAWER: f32 = 320.0;
/// From the edge of the desk to a sheet: the strip and some air.
const OUTER: f32 = strip_ui::WIDTH + space::SMALL;
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
    /// The strip under the columns to find something in both, or to go to a paragraph.
    pub find: Option<Rect>,
    /// The titles of both articles over the one column, to turn from one to the other.
    pub titles: Option<Rect>,
    /// The drawer with the counterpart under the one column.
    pub counterpart: Option<Rect>,
    /// The article in the one column, where there is no room for two.
    pub facing: Option<Side>,
    /// Where a passage lands that is gone to: points from the top of its column.
    pub landings: Sides<f32>,
    /// The text of each column.
    pub places: Sides<Place>,
    /// Left and right edge of each sheet.
    pub sheets: Sides<(f32, f32)>,
    /// The strip at each column's outer edge.
    pub strips: Sides<Rect>,
}

impl Panes {
    /// For a window, and what the reader set. `counterpart` is how far its drawer is open, 0 to 1.
    pub fn new(window: Rect, settings: &Settings, drawer_open: bool, one_column: OneColumn, counterpart: f32) -> Self {
        let mut panes = Self::with_panes(window, settings);
        if !panes.has_room_for_two(settings) {
            panes.turn_to_one(settings, one_column, counterpart, titles_ui::HEIGHT);
        }
        if drawer_open && Self::is_narrow(window) {
            let desk = Rect::from_min_max(
                pos2(window.left(), panes.menu.bottom()),
                pos2(window.right(), panes.bar.map_or(window.bottom(), |bar| bar.top())),
            );
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
    pub fn presented(window: Rect, settings: &Settings, one_column: OneColumn, counterpart: f32) -> Self {
        let scale = Self::presented_scale(window);
        let settings = Settings { text_scale: settings.text_scale * PRESENTED * scale, ..settings.clone() };
        let caption = caption_ui::HEIGHT * scale;
        let bar = Rect::from_min_max(pos2(window.left(), window.bottom() - caption), window.max);
        let desk = Rect::from_min_max(window.min, pos2(window.right(), bar.top()));
        let menu = Rect::from_min_max(window.min, pos2(window.right(), window.top()));
        let mut panes = Self::on_desk(menu, desk, None, Some(bar), &settings);
        if !panes.has_room_for_two(&settings) {
            panes.turn_to_one(&settings, one_column, counterpart, 0.0);
        }
        panes
    }

    /// With a strip under the columns to find something in both. What is read keeps its place: only the lower edge rises.
    #[must_use]
    pub fn with_find(mut self) -> Self {
        let foot = self.counterpart.unwrap_or(self.desk);
        let strip = Rect::from_min_max(pos2(foot.left(), foot.bottom() - bar_ui::HEIGHT), foot.max);
        let raised = |rect: &mut Rect| rect.max.y = rect.max.y.min(strip.top()).max(rect.min.y);
        raised(&mut self.desk);
        self.counterpart.iter_mut().for_each(raised);
        for side in Side::BOTH {
            raised(&mut self.places.get_mut(side).viewport);
            raised(self.strips.get_mut(side));
        }
        self.find = Some(strip);
        self
    }

    /// How much larger everything is before a class for the size of the window, 1 in one of 900 points.
    pub fn presented_scale(window: Rect) -> f32 {
        (window.height() / 900.0).clamp(0.8, 2.6)
    }

    /// Whether a window has no room for a pane beside the columns.
    pub fn is_narrow(window: Rect) -> bool {
        window.width() < room::LIST
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
        // Margins and marks grow with the text, as far as the window has room for them.
        let scale = settings.text_scale.clamp(1.0, (desk.width() / 1024.0).max(1.0));
        let (pad_left, pad_right) = ((PAD_LEFT * scale).round(), (PAD_RIGHT * scale).round());
        let strip_width = (strip_ui::WIDTH * scale).round();
        let outer = strip_width + space::SMALL;
        let gutter = (gutter(desk.width()) * scale.sqrt()).round();
        let room = (desk.width() - 2.0 * outer - gutter).max(0.0);
        // On the grid, so that a dragged divider or edge lays the words out anew at every fourth point only.
        let on_grid = |width: f32| (width / space::HAIR).floor() * space::HAIR;
        let widest = Sides::new(on_grid(room * settings.split), on_grid(room * (1.0 - settings.split)));
        let available = widest.map(|widest| (widest - pad_left - pad_right).max(space::WIDE));
        // Where there is more room than the text needs, the sheets stay as narrow as good lines are.
        let (text_scale, typography) = (settings.text_scale, settings.typography);
        let typesettings = Sides::new(
            Typesetting::beside(available.left, available.right, text_scale, typography),
            Typesetting::beside(available.right, available.left, text_scale, typography),
        );
        let sheet = |side: Side| {
            let needed = typesettings.get(side).measure + pad_left + pad_right;
            widest.get(side).min(needed + space::WIDE).floor()
        };
        let sheets = Sides::new(sheet(Side::Left), sheet(Side::Right));
        // Both sheets stand around the middle of what they fill together.
        let spare = room - sheets.left - sheets.right;
        let left = (desk.left() + OUTER + spare / 2.0).round();
        let right = left + sheets.left + gutter;
        let place = |side: Side, sheet_left: f32| {
            let (typesetting, sheet) = (*typesettings.get(side), *sheets.get(side));
            let inset = (sheet - typesetting.measure - pad_left - pad_right) / 2.0;
            Place {
                viewport: Rect::from_min_max(pos2(sheet_left, desk.top()), pos2(sheet_left + sheet, desk.bottom())),
                text_left: (sheet_left + inset + pad_left).round(),
                typesetting,
            }
        };
        Self {
            menu,
            desk,
            list,
            drawer: None,
            bar,
            find: None,
            titles: None,
            counterpart: None,
            facing: None,
            landings: Sides::new(desk.height() * motion::LANDING, desk.height() * motion::LANDING),
            places: Sides::new(place(Side::Left, left), place(Side::Right, right)),
            sheets: Sides::new((left, left + sheets.left), (right, right + sheets.right)),
            strips: Sides::new(
                strip(left - strip_width - 4.0, strip_width, desk.y_range()),
                strip(right + sheets.right + 4.0, strip_width, desk.y_range()),
            ),
        }
    }

    /// Whether lines of a good length fit into two columns.
    fn has_room_for_two(&self, settings: &Settings) -> bool {
        let narrowest = (self.desk.width() - gutter(self.desk.width())) / 2.0 - OUTER - PAD_LEFT - PAD_RIGHT;
        let points = size::BODY_NARROW * settings.text_scale;
        self.desk.width() >= room::TWO_COLUMNS && narrowest >= points * room::LEAST_LINE_EM
    }

    /// Lays the desk out for one column, `titles` points high over it, with the other article in a drawer that is so
    /// far open, 0 to 1.
    fn turn_to_one(&mut self, settings: &Settings, one_column: OneColumn, open: f32, titles: f32) {
        let whole = self.desk;
        let rows = Rect::from_min_max(pos2(whole.left(), whole.top() + titles), whole.max);
        let height = (rows.height() * room::COUNTERPART).clamp(room::LEAST_COUNTERPART, room::MOST_COUNTERPART);
        let height = height.min(rows.height() / 2.0).round();
        let visible = (height * open).round();
        let facing = one_column.facing;
        let is_opening = one_column.counterpart_open;
        self.titles = (titles > 0.0).then(|| Rect::from_min_max(whole.min, pos2(whole.right(), rows.top())));
        self.desk = Rect::from_min_max(rows.min, pos2(rows.right(), rows.bottom() - visible));
        self.counterpart =
            (visible > 0.0).then(|| Rect::from_min_max(pos2(rows.left(), rows.bottom() - visible), rows.max));
        self.facing = Some(facing);
        let landed = rows.height() - if is_opening { height } else { 0.0 };
        *self.landings.get_mut(facing) = landed * motion::LANDING;

        let available = (whole.width() - 2.0 * OUTER - PAD_LEFT - PAD_RIGHT).max(space::WIDE);
        let typesetting = Typesetting::new(available, settings.text_scale, settings.typography);
        let sheet = (whole.width() - 2.0 * OUTER).min(typesetting.measure + PAD_LEFT + PAD_RIGHT + space::WIDE).floor();
        let left = (whole.left() + (whole.width() - sheet) / 2.0).round();
        let text_left = (left + (sheet - typesetting.measure - PAD_LEFT - PAD_RIGHT) / 2.0 + PAD_LEFT).round();
        // While it slides its words are as many as when it stands.
        let in_drawer = self.counterpart.map_or(self.desk, |drawer| {
            let top = drawer.top() + counterpart_ui::HEAD;
            Rect::from_x_y_ranges(drawer.x_range(), top..=drawer.top() + height)
        });
        for side in Side::BOTH {
            let y = if side == facing { self.desk.y_range() } else { in_drawer.y_range() };
            let viewport = Rect::from_x_y_ranges(left..=left + sheet, y);
            *self.places.get_mut(side) = Place { viewport, text_left, typesetting };
            *self.sheets.get_mut(side) = (left, left + sheet);
            *self.strips.get_mut(side) = strip(viewport.right() + 4.0, strip_ui::WIDTH, y);
        }
        // In the drawer the line before stands too.
        *self.landings.get_mut(facing.other()) = typesetting.line_height() + UNDER_HEAD;
    }

    /// What of the window that column has; none where it is not shown.
    pub fn area(&self, side: Side) -> Option<Rect> {
        match self.facing {
            Some(facing) if side != facing => {
                let top = self.places.get(side).viewport.top();
                let body = |drawer: Rect| Rect::from_min_max(pos2(drawer.left(), top), drawer.max);
                self.counterpart.map(body).filter(Rect::is_positive)
            }
            _ => Some(self.desk),
        }
    }

    /// The columns that stand on the desk.
    pub fn on_the_desk(&self) -> impl Iterator<Item = Side> + use<> {
        let facing = self.facing;
        Side::BOTH.into_iter().filter(move |side| facing.is_none_or(|facing| facing == *side))
    }

    /// The left column's share of the room where its right edge is brought to that x.
    pub fn split_at(&self, x: f32) -> f32 {
        let outer = self.strips.left.width() + space::SMALL;
        let gutter = self.sheets.right.0 - self.sheets.left.1;
        let room = (self.desk.width() - 2.0 * outer - gutter).max(1.0);
        (x - gutter / 2.0 - self.desk.left() - outer) / room
    }

    /// Left and right end of the ribbons: they stay between the sheets.
    pub fn ribbon_edges(&self) -> (f32, f32) {
        (self.sheets.left.1, self.sheets.right.0)
    }
}

/// Between the columns, in points.
fn gutter(desk_width: f32) -> f32 {
    (desk_width * 0.065).clamp(44.0, 104.0).round()
}

fn strip(x: f32, width: f32, y: Rangef) -> Rect {
    Rect::from_x_y_ranges(x..=x + width, y.shrink(space::HAIR))
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Pos2, vec2};

    fn with(width: f32, height: f32, settings: &Settings, drawer: bool) -> Panes {
        let window = Rect::from_min_size(Pos2::ZERO, vec2(width, height));
        Panes::new(window, settings, drawer, OneColumn { counterpart_open: true, ..OneColumn::default() }, 1.0)
    }

    fn panes(width: f32, height: f32) -> Panes {
        with(width, height, &Settings::default(), false)
    }

    #[test]
    fn a_window_without_room_for_two_columns_has_one_and_a_drawer() {
        for (width, height) in [(480.0, 420.0), (500.0, 700.0), (700.0, 900.0), (860.0, 480.0)] {
            let panes = panes(width, height);
            let (titles, drawer) = (panes.titles.expect("titles"), panes.counterpart.expect("a drawer"));
            assert_eq!(panes.facing, Some(Side::Left), "{width}");
            assert!(titles.bottom() <= panes.desk.top() && panes.desk.bottom() <= drawer.top(), "{width}");
            assert!(panes.desk.height() >= drawer.height() - 1.0, "{width}: the article has the greater part");
            let (left, right) = (panes.places.left, panes.places.right);
            assert_eq!(left.typesetting, right.typesetting, "both in one type");
            assert!(right.viewport.height() > 3.0 * right.typesetting.line_height(), "{width}x{height}");
            assert!(panes.strips.left.right() <= width && panes.strips.left.left() >= panes.sheets.left.1);
        }
        for width in [900.0, 1280.0, 1920.0] {
            assert_eq!(panes(width, 800.0).facing, None, "{width}");
        }
    }

    #[test]
    fn very_large_type_has_one_column_in_a_wide_window_too() {
        let large = |text_scale| Settings { text_scale, ..Settings::default() };
        assert_eq!(with(1280.0, 800.0, &large(1.5), false).facing, None);
        assert!(with(1280.0, 800.0, &large(3.0), false).facing.is_some());
    }

    #[test]
    fn nothing_overlaps_in_any_window() {
        for (width, height) in [(900.0, 600.0), (1280.0, 800.0), (1920.0, 1080.0), (3840.0, 2160.0)] {
            let panes = panes(width, height);
            assert!(panes.strips.left.left() >= 0.0);
            assert!(panes.sheets.left.1 <= panes.sheets.right.0);
            assert!(panes.strips.right.right() <= panes.list.map_or(width, |list| list.left()), "{width}");
            assert!(panes.places.left.typesetting.measure > 150.0, "{width}");
        }
    }

    #[test]
    fn the_strip_to_find_in_takes_from_the_foot_alone() {
        for (width, height) in [(500.0, 700.0), (900.0, 600.0), (1280.0, 800.0)] {
            let before = panes(width, height);
            let after = before.with_find();
            let strip = after.find.expect("there is one");
            assert!(after.desk.bottom() <= strip.top() && strip.bottom() <= before.bar.map_or(height, |bar| bar.top()));
            for side in Side::BOTH {
                let (old, new) = (before.places.get(side), after.places.get(side));
                assert!((old.viewport.top() - new.viewport.top()).abs() < 0.1 && old.typesetting == new.typesetting);
                assert!(new.viewport.bottom() <= strip.top() && new.viewport.height() > 60.0, "{width}x{height}");
            }
        }
    }

    #[test]
    fn the_divider_gives_room_from_one_column_to_the_other() {
        let even = panes(1280.0, 800.0);
        let settings = Settings { split: 0.62, ..Settings::default() };
        let uneven = with(1280.0, 800.0, &settings, false);
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
        let narrow = with(900.0, 600.0, &settings, true);
        let drawer = narrow.drawer.expect("there is a drawer");
        assert!(narrow.desk.contains_rect(drawer) && narrow.bar.is_some());
        assert!(with(1280.0, 800.0, &settings, true).drawer.is_none());
        let narrowest = with(500.0, 700.0, &settings, true);
        let pane = narrowest.drawer.expect("there is a drawer");
        assert!(pane.bottom() > narrowest.desk.bottom(), "it lies over the counterpart too");
    }
}
