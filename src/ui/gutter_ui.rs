//! Paints the ribbons between the columns: what is in view, the current one in front, never a tangle.

use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, lerp, pos2};

use super::light::{Light, Strength};
use super::marks_ui::Seen;
use super::palette::Palette;
use crate::model::{LinkKind, Sides};

/// How many ribbons are drawn at rest: the strongest. More would be a tangle.
const AT_REST: usize = 14;
/// Steps along a ribbon.
const STEPS: usize = 28;

/// A ribbon: a link whose passages are joined on screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ribbon {
    /// Index into the comparison's links.
    pub link: usize,
    /// What joins the passages.
    pub kind: LinkKind,
    /// Whether the two wordings differ.
    is_near: bool,
    /// Per side: from where to where, on screen.
    left: (Pos2, Pos2),
    right: (Pos2, Pos2),
    /// Where a single line begins and ends: at the word that it is about.
    middles: (f32, f32),
}

impl Ribbon {
    /// Whether it is one line, not a band.
    fn is_line(&self) -> bool {
        matches!(self.kind, LinkKind::Source | LinkKind::Event | LinkKind::Fact | LinkKind::Drawn)
    }

    /// Whether it ends where the other does, on either side.
    fn shares_end(&self, other: &Ribbon) -> bool {
        const NEAR: f32 = 14.0;
        (self.middles.0 - other.middles.0).abs() < NEAR || (self.middles.1 - other.middles.1).abs() < NEAR
    }
}

/// The ribbons to draw, back to front. `edges` are the x of both ends; passages out of view end at the `viewport`'s edge.
pub fn ribbons(
    seen: &Sides<Vec<Seen>>,
    light: Light<'_>,
    edges: (f32, f32),
    viewport: Rect,
    above: impl Fn(usize) -> Sides<bool>,
) -> Vec<Ribbon> {
    let mut found = Vec::new();
    let mut at_rest = 0;
    let mut joined: Vec<(usize, LinkKind)> = seen.left.iter().map(|seen| (seen.link, seen.kind)).collect();
    joined.extend(seen.right.iter().map(|seen| (seen.link, seen.kind)));
    joined.sort_unstable_by_key(|(link, _)| *link);
    joined.dedup();
    for (link, kind) in joined {
        let strength = light.on(link);
        let find = |seen: &Vec<Seen>| seen.iter().find(|seen| seen.link == link).map(|seen| seen.rect);
        let ends = Sides::new(find(&seen.left), find(&seen.right));
        let is_near = seen.left.iter().chain(&seen.right).any(|seen| seen.link == link && seen.is_near);
        let both = ends.left.is_some() && ends.right.is_some();
        if !is_drawn(kind, strength, both, light.themes_alone) {
            continue;
        }
        if !strength.is_lit() {
            at_rest += 1;
            if at_rest > AT_REST {
                continue;
            }
        }
        let above = above(link);
        let end = |rect: Option<Rect>, x: f32, is_above: bool| match rect {
            Some(rect) => span_of(kind, rect, x),
            None if is_above => (pos2(x, viewport.top() - 12.0), pos2(x, viewport.top() - 4.0)),
            None => (pos2(x, viewport.bottom() + 4.0), pos2(x, viewport.bottom() + 12.0)),
        };
        let left = end(ends.left, edges.0, above.left);
        let right = end(ends.right, edges.1, above.right);
        let middle = |seen: &Vec<Seen>, span: (Pos2, Pos2)| {
            let word = seen.iter().find(|seen| seen.link == link).and_then(|seen| seen.middle);
            word.unwrap_or_else(|| lerp(span.0.y..=span.1.y, 0.5))
        };
        let middles = (middle(&seen.left, left), middle(&seen.right, right));
        found.push((strength, Ribbon { link, kind, is_near, left, right, middles }));
    }
    // What ends where the chosen one does would only be taken for it.
    if let Some((_, chosen)) = found.iter().find(|(strength, _)| *strength == Strength::Current).copied() {
        found.retain(|(strength, ribbon)| strength.is_lit() || !ribbon.shares_end(&chosen));
    }
    // Weak links first, so that strong ones and the current one lie over them.
    found.reverse();
    found.sort_by_key(|(strength, _)| *strength);
    found.into_iter().map(|(_, ribbon)| ribbon).collect()
}

/// At rest a ribbon needs both ends in view, and themes keep quiet unless they are all that is asked for.
fn is_drawn(kind: LinkKind, strength: Strength, both: bool, themes_alone: bool) -> bool {
    match strength {
        Strength::Hidden => false,
        Strength::Pointed | Strength::Current => true,
        Strength::Rest | Strength::Dimmed => both && (kind != LinkKind::Theme || themes_alone),
    }
}

fn span_of(kind: LinkKind, rect: Rect, x: f32) -> (Pos2, Pos2) {
    // A band is as high as the ground under its words.
    let inset = match kind {
        LinkKind::Theme => -2.0,
        LinkKind::Text | LinkKind::Quotation => 0.0,
        LinkKind::Source | LinkKind::Event | LinkKind::Fact | LinkKind::Drawn => 4.0,
    };
    let (top, bottom) = (rect.top() + inset, rect.bottom() - inset);
    (pos2(x, top), pos2(x, bottom.max(top + 2.0)))
}

/// Paints one.
pub fn ribbon_ui(painter: &Painter, palette: &Palette, ribbon: &Ribbon, strength: Strength, scale: f32) {
    let hue = palette.hue(ribbon.kind);
    let width = if strength.is_lit() { 2.0 } else { 1.25 };
    let line = Stroke::new(width * scale, hue.gamma_multiply(strength.line(palette)));
    match ribbon.kind {
        LinkKind::Text | LinkKind::Quotation | LinkKind::Theme => {
            let fill = match (ribbon.kind, strength) {
                (LinkKind::Theme, Strength::Current) => 0.22,
                (_, Strength::Current) => 0.34,
                (LinkKind::Theme, Strength::Pointed) => 0.16,
                (_, Strength::Pointed) => 0.26,
                (LinkKind::Theme, _) => 0.07,
                (_, Strength::Dimmed) => 0.08,
                _ => 0.15,
            };
            band_ui(painter, ribbon, hue.gamma_multiply(fill));
            if ribbon.kind != LinkKind::Theme {
                let edge = Stroke::new(scale, hue.gamma_multiply(strength.line(palette) * 0.7));
                for line in [curve(ribbon, 0.0), curve(ribbon, 1.0)] {
                    if ribbon.is_near {
                        painter.extend(Shape::dashed_line(&line, edge, 6.0, 4.0));
                    } else {
                        painter.line(line, edge);
                    }
                }
            }
        }
        LinkKind::Source => {
            painter.line(curve(ribbon, 0.5), line);
        }
        LinkKind::Drawn => {
            for away in [-1.5 * scale, 1.5 * scale] {
                let line_of = curve(ribbon, 0.5).into_iter().map(|at| at + egui::vec2(0.0, away));
                painter.line(line_of.collect(), Stroke::new(width * 0.8, line.color));
            }
        }
        LinkKind::Event | LinkKind::Fact => {
            painter.extend(Shape::dashed_line(&curve(ribbon, 0.5), line, 5.0, 4.0));
        }
    }
    for (end, middle) in [(ribbon.left, ribbon.middles.0), (ribbon.right, ribbon.middles.1)] {
        let width = if strength.is_lit() { 3.0 } else { 1.5 };
        let stroke = Stroke::new(width * scale, hue.gamma_multiply(strength.line(palette) * 0.85));
        let is_short = ribbon.is_line() && !strength.is_lit();
        end_ui(painter, end, middle, stroke, is_short.then_some(4.0 * scale));
    }
}

/// The bracket where a ribbon ends: as high as the passage, or only a touch of so many points up and down.
fn end_ui(painter: &Painter, end: (Pos2, Pos2), middle: f32, stroke: Stroke, touch: Option<f32>) {
    let (top, bottom) = touch.map_or((end.0.y, end.1.y), |touch| (middle - touch, middle + touch));
    painter.line_segment([pos2(end.0.x, top), pos2(end.1.x, bottom)], stroke);
}

fn band_ui(painter: &Painter, ribbon: &Ribbon, colour: Color32) {
    let mut mesh = Mesh::default();
    let (upper, lower) = (curve(ribbon, 0.0), curve(ribbon, 1.0));
    for (at, (top, bottom)) in upper.into_iter().zip(lower).enumerate() {
        mesh.colored_vertex(top, colour);
        mesh.colored_vertex(bottom, colour);
        if at > 0 {
            let last = (at as u32) * 2;
            mesh.add_triangle(last - 2, last - 1, last);
            mesh.add_triangle(last - 1, last, last + 1);
        }
    }
    painter.add(Shape::mesh(mesh));
}

/// Points along the ribbon at that share of its breadth: 0 its upper edge, 1 its lower.
fn curve(ribbon: &Ribbon, breadth: f32) -> Vec<Pos2> {
    (0..=STEPS).map(|step| at(ribbon, step as f32 / STEPS as f32, breadth)).collect()
}

/// The point at that share of its length: flat at both ends, an S between.
fn at(ribbon: &Ribbon, along: f32, breadth: f32) -> Pos2 {
    let (from, to) = if ribbon.is_line() {
        ribbon.middles
    } else {
        (lerp(ribbon.left.0.y..=ribbon.left.1.y, breadth), lerp(ribbon.right.0.y..=ribbon.right.1.y, breadth))
    };
    let eased = along * along * (3.0 - 2.0 * along);
    pos2(lerp(ribbon.left.0.x..=ribbon.right.0.x, along), lerp(from..=to, eased))
}

/// The ribbon under that point, the foremost first.
pub fn ribbon_at(ribbons: &[Ribbon], point: Pos2) -> Option<usize> {
    const REACH: f32 = 4.0;
    ribbons
        .iter()
        .rev()
        .find(|ribbon| {
            let (left, right) = (ribbon.left.0.x, ribbon.right.0.x);
            let along = (point.x - left) / (right - left).max(1.0);
            let (upper, lower) = if ribbon.is_line() { (0.5, 0.5) } else { (0.0, 1.0) };
            (0.0..=1.0).contains(&along)
                && point.y >= at(ribbon, along, upper).y - REACH
                && point.y <= at(ribbon, along, lower).y + REACH
        })
        .map(|ribbon| ribbon.link)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(link: usize, kind: LinkKind, top: f32) -> Seen {
        let rect = Rect::from_min_max(pos2(0.0, top), pos2(100.0, top + 24.0));
        Seen { link, kind, rect, is_near: false, shows_start: true, middle: None }
    }

    fn drawn(left: Vec<Seen>, right: Vec<Seen>, light: Light<'_>) -> Vec<usize> {
        let viewport = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 600.0));
        let found = ribbons(&Sides::new(left, right), light, (0.0, 100.0), viewport, |_| Sides::new(true, true));
        found.iter().map(|ribbon| ribbon.link).collect()
    }

    #[test]
    fn at_rest_only_what_is_in_view_on_both_sides_is_joined() {
        let left = vec![seen(0, LinkKind::Text, 10.0), seen(1, LinkKind::Text, 50.0)];
        assert_eq!(drawn(left, vec![seen(0, LinkKind::Text, 30.0)], Light::default()), [0]);
    }

    #[test]
    fn the_current_one_is_in_front_and_drawn_even_where_one_end_is_out_of_view() {
        let left = vec![seen(0, LinkKind::Text, 10.0), seen(1, LinkKind::Text, 50.0)];
        let light = Light { current: Some(1), ..Light::default() };
        assert_eq!(drawn(left, vec![seen(0, LinkKind::Text, 30.0)], light), [0, 1]);
    }

    #[test]
    fn sixty_links_in_view_are_no_tangle() {
        let many = || (0..60).map(|link| seen(link, LinkKind::Text, link as f32 * 9.0)).collect::<Vec<_>>();
        assert_eq!(drawn(many(), many(), Light::default()).len(), AT_REST);
    }

    #[test]
    fn a_ribbon_is_found_under_the_pointer() {
        let viewport = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 600.0));
        let seen = Sides::new(vec![seen(0, LinkKind::Text, 10.0)], vec![seen(0, LinkKind::Text, 10.0)]);
        let found = ribbons(&seen, Light::default(), (0.0, 100.0), viewport, |_| Sides::default());
        assert_eq!(ribbon_at(&found, pos2(50.0, 20.0)), Some(0));
        assert_eq!(ribbon_at(&found, pos2(50.0, 200.0)), None);
    }
}
