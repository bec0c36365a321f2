//! A slider of our own looks: a fine track, its filled part in ink, a tick at the usual value.

use egui::emath::Numeric;
use egui::{Color32, Rect, Response, Slider, Stroke, Ui, pos2, vec2};

use super::icons::focus_ring_ui;
use super::palette::Palette;

/// Height of the row that it takes, in points.
const HEIGHT: f32 = 20.0;
/// Of its handle, in points.
const RADIUS: f32 = 7.0;

/// What may be set with it.
#[derive(Debug, Clone)]
pub struct Scale<N> {
    /// The least and the most.
    pub range: std::ops::RangeInclusive<N>,
    /// From one value to the next.
    pub step: f64,
    /// The value it came with, if that is to be seen.
    pub usual: Option<N>,
}

/// Paints it, so many points long.
pub fn slider_ui<N: Numeric>(ui: &mut Ui, palette: &Palette, value: &mut N, scale: &Scale<N>, length: f32) -> Response {
    let (least, most) = (scale.range.start().to_f64(), scale.range.end().to_f64());
    let response = ui
        .scope(|ui| {
            // egui moves it, we paint it.
            let visuals = ui.visuals_mut();
            visuals.slider_trailing_fill = false;
            let widgets = &mut visuals.widgets;
            for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
                state.bg_fill = Color32::TRANSPARENT;
                state.fg_stroke = Stroke::NONE;
                state.bg_stroke = Stroke::NONE;
            }
            ui.spacing_mut().slider_width = length;
            ui.spacing_mut().interact_size.y = HEIGHT;
            let slider = Slider::new(value, scale.range.clone()).step_by(scale.step).show_value(false);
            ui.add(slider.handle_shape(egui::style::HandleShape::Circle))
        })
        .inner;
    let rect = response.rect;
    let inset = rect.height() / 2.5;
    let x = |value: f64| {
        let share = ((value - least) / (most - least).max(f64::EPSILON)).clamp(0.0, 1.0) as f32;
        egui::lerp(rect.left() + inset..=rect.right() - inset, share)
    };
    let painter = ui.painter();
    let y = painter.round_to_pixel_center(rect.center().y);
    let at = x(value.to_f64());
    painter.hline(x(least)..=x(most), y, Stroke::new(2.0, palette.track()));
    painter.hline(x(least)..=at, y, Stroke::new(2.0, palette.ink));
    if let Some(usual) = scale.usual {
        let tick = Rect::from_center_size(pos2(x(usual.to_f64()), y), vec2(2.0, 10.0));
        painter.rect_filled(tick, 0.0, palette.track());
    }
    let is_held = response.hovered() || response.dragged() || response.has_focus();
    let ring = Stroke::new(if is_held { 2.0 } else { 1.5 }, palette.ink);
    painter.circle(pos2(at, y), RADIUS, palette.card, ring);
    focus_ring_ui(painter, palette, rect.expand2(vec2(5.0, 1.0)), &response);
    response
}
