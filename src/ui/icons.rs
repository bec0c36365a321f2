//! Small pictures, drawn: signs that no font has to have.

use egui::{
    Align2, Color32, CornerRadius, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::fonts::{Face, sans_strong, serif};
use super::palette::Palette;
use super::tokens::space;
use crate::model::LinkKind;

/// What a button shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Light and dark.
    Theme,
    /// The list beside the columns.
    List,
    /// Put away.
    Close,
    /// The one before.
    Previous,
    /// The one after.
    Next,
    /// Left becomes right.
    Swap,
}

/// A button with a picture; `name` is for the pointer's hint and the screen reader.
pub fn icon_button_ui(ui: &mut Ui, palette: &Palette, icon: Icon, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), palette.wash(0.07));
    }
    focus_ring_ui(ui.painter(), palette, rect, &response);
    let colour = if response.hovered() { palette.ink } else { palette.quiet };
    icon_ui(ui.painter(), icon, rect.center(), colour);
    response.on_hover_text(name)
}

/// Where the keyboard is.
pub fn focus_ring_ui(painter: &Painter, palette: &Palette, rect: Rect, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(1.5, palette.focus);
        painter.rect_stroke(rect, CornerRadius::same(space::CORNER), stroke, StrokeKind::Inside);
    }
}

/// The picture itself, 14 points high.
pub fn icon_ui(painter: &Painter, icon: Icon, middle: Pos2, colour: Color32) {
    let stroke = Stroke::new(1.5, colour);
    let at = |x: f32, y: f32| middle + vec2(x, y);
    let line = |points: &[Pos2]| {
        painter.line(points.to_vec(), stroke);
    };
    match icon {
        Icon::Theme => {
            painter.circle_stroke(middle, 6.0, stroke);
            let half: Vec<Pos2> = (0..=16)
                .map(|step| {
                    let angle = std::f32::consts::PI * (step as f32 / 16.0 - 0.5);
                    at(6.0 * angle.cos(), 6.0 * angle.sin())
                })
                .collect();
            painter.add(Shape::convex_polygon(half, colour, Stroke::NONE));
        }
        Icon::List => {
            painter.rect_stroke(
                Rect::from_center_size(middle, vec2(15.0, 12.0)),
                CornerRadius::same(2),
                stroke,
                StrokeKind::Middle,
            );
            line(&[at(2.0, -6.0), at(2.0, 6.0)]);
        }
        Icon::Close => {
            line(&[at(-4.0, -4.0), at(4.0, 4.0)]);
            line(&[at(4.0, -4.0), at(-4.0, 4.0)]);
        }
        Icon::Previous => line(&[at(3.0, 2.0 - 4.0 - 3.0), at(-2.5, 0.0), at(3.0, 5.0)]),
        Icon::Next => line(&[at(-3.0, -5.0), at(2.5, 0.0), at(-3.0, 5.0)]),
        Icon::Swap => {
            line(&[at(-6.0, -3.0), at(6.0, -3.0)]);
            line(&[at(3.0, -6.0), at(6.0, -3.0), at(3.0, 0.0)]);
            line(&[at(6.0, 4.0), at(-6.0, 4.0)]);
            line(&[at(-3.0, 1.0), at(-6.0, 4.0), at(-3.0, 7.0)]);
        }
    }
}

/// Points down where something stands open, else to the right.
pub fn chevron_ui(painter: &Painter, middle: Pos2, is_open: bool, colour: Color32) {
    let at = |x: f32, y: f32| middle + vec2(x, y);
    let points = if is_open {
        [at(-3.5, -2.0), at(0.0, 2.0), at(3.5, -2.0)]
    } else {
        [at(-2.0, -3.5), at(2.0, 0.0), at(-2.0, 3.5)]
    };
    painter.line(points.to_vec(), Stroke::new(1.5, colour));
}

/// The sign of a kind, as it marks the text: 16 by 12 points.
pub fn kind_mark_ui(painter: &Painter, palette: &Palette, kind: LinkKind, middle: Pos2) {
    scaled_kind_mark_ui(painter, palette, kind, middle, 1.0);
}

/// The same so many times as large.
pub fn scaled_kind_mark_ui(painter: &Painter, palette: &Palette, kind: LinkKind, middle: Pos2, scale: f32) {
    let hue = palette.hue(kind);
    let at = |x: f32, y: f32| pos2(middle.x + x * scale, middle.y + y * scale);
    let quiet = palette.quiet.gamma_multiply(0.55);
    let filled = |from: (f32, f32), to: (f32, f32), corner: f32, colour| {
        let rect = Rect::from_min_max(at(from.0, from.1), at(to.0, to.1));
        painter.rect_filled(rect, corner * scale, colour);
    };
    let text_line = |y: f32| filled((-7.0, y - 0.75), (7.0, y + 0.75), 0.0, quiet);
    let dots = |below: f32| {
        for step in 0..4 {
            painter.circle_filled(at(-6.0 + 4.0 * step as f32, below), 1.3 * scale, hue);
        }
    };
    match kind {
        LinkKind::Text => {
            filled((-8.0, -6.0), (8.0, 6.0), 2.0, palette.tint(kind, 1.2));
            text_line(-1.5);
            filled((-7.0, 2.0), (7.0, 4.5), 0.0, hue);
        }
        LinkKind::Quotation => {
            filled((-8.0, -6.0), (-5.0, 6.0), 1.0, hue);
            let font = serif(Face::Bold, 27.0 * scale);
            painter.text(at(2.0, -15.5), Align2::CENTER_TOP, "“", font, hue);
        }
        LinkKind::Source => {
            text_line(-1.0);
            let y = painter.round_to_pixel_center(at(0.0, 3.0).y);
            painter.hline(at(-7.0, 0.0).x..=at(7.0, 0.0).x, y, Stroke::new(1.5 * scale, hue));
        }
        LinkKind::Event => {
            text_line(-1.0);
            dots(3.5);
        }
        LinkKind::Fact => {
            painter.text(at(0.0, -2.5), Align2::CENTER_CENTER, "12", sans_strong(10.0 * scale), palette.quiet);
            dots(5.5);
        }
        LinkKind::Drawn => {
            text_line(-2.0);
            for drop in [1.5, 4.5] {
                let y = painter.round_to_pixel_center(middle.y + drop);
                painter.hline(at(-7.0, 0.0).x..=at(7.0, 0.0).x, y, Stroke::new(1.0, hue));
            }
        }
        LinkKind::Theme => {
            filled((-8.0, -6.0), (-5.0, 6.0), 1.0, hue.gamma_multiply(0.8));
            filled((-4.0, -6.0), (8.0, 6.0), 1.0, palette.tint(kind, 1.3));
        }
    }
}
