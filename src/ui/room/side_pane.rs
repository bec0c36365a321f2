//! What stands beside the columns, or in a narrow window over them.

use egui::{CornerRadius, Rect, Role, Sense, Ui, UiBuilder};

use super::Room;
use crate::ui::landmark::landmark;
use crate::ui::light::Light;
use crate::ui::list_ui::list_ui;
use crate::ui::overview_ui::overview_ui;
use crate::ui::palette::Palette;
use crate::ui::sources_ui::sources_ui;
use crate::ui::themes_ui::{ThemeAtHand, themes_ui};
use crate::ui::work_pane_ui::work_pane_ui;
use crate::workspace::{Command, Pane, State};

/// What stands beside the columns. Says which link the pointer or the keyboard is on.
pub(super) fn pane_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    room: &mut Room,
    light: Light<'_>,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    landmark(ui, Role::Complementary, || format!("Side pane: {}", state.settings.pane.label()));
    let (link, theme) = match state.settings.pane {
        Pane::Overview => {
            let at = overview_ui(ui, palette, state, &mut room.overview, light, commands);
            (at.link, ThemeAtHand { pointed: at.theme, open: None })
        }
        Pane::Shared => (list_ui(ui, palette, state, &mut room.list, light, commands), ThemeAtHand::default()),
        Pane::Themes => (None, themes_ui(ui, palette, state, &mut room.themes, commands)),
        Pane::Work => {
            work_pane_ui(ui, palette, state, &mut room.work, commands);
            (None, ThemeAtHand::default())
        }
        Pane::Sources => (sources_ui(ui, palette, state, &mut room.sources, light, commands), ThemeAtHand::default()),
    };
    if room.theme != theme.theme() {
        room.theme = theme.theme();
        ui.ctx().request_repaint();
    }
    link
}

/// The pane over the right column, where the window is narrow.
pub(super) fn drawer_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &State,
    room: &mut Room,
    light: Light<'_>,
    rect: Rect,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    // What lies below the drawer must not feel the pointer.
    ui.interact(rect, ui.scope_id().with("drawer"), Sense::CLICK | Sense::DRAG);
    ui.painter().add(ui.visuals().popup_shadow.as_shape(rect, CornerRadius::ZERO));
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("drawer"));
    child.set_clip_rect(rect);
    pane_ui(&mut child, palette, state, room, light, commands)
}
