//! A thin line under the menu bar that says how far reading and comparing have come.

use egui::{CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::palette::Palette;
use crate::view;
use crate::workspace::State;

/// How high it is, in points.
const HEIGHT: f32 = 2.0;

/// Paints it along the top of `desk`, while there is anything to wait for.
pub fn progress_ui(ui: &Ui, palette: &Palette, state: &State, desk: Rect) {
    let Some(share) = state.progress() else { return };
    let track = Rect::from_min_size(desk.min, vec2(desk.width(), HEIGHT));
    let done = Rect::from_min_max(track.min, pos2(track.left() + track.width() * share, track.bottom()));
    ui.painter().rect_filled(track, CornerRadius::ZERO, palette.wash(0.08));
    ui.painter().rect_filled(done, CornerRadius::ZERO, palette.quiet);
    let response = ui.interact(track, ui.scope_id().with("progress"), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, view::progress_words(state, share));
        info.value = Some(f64::from(share));
        info
    });
}
