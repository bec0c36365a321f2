//! Names for the parts of the window, as a screen reader lists them.

use egui::{Role, Ui, UiKind};

/// This part of the window is a `role` of that name. The name is made only where something listens.
pub fn landmark(ui: &Ui, role: Role, name: impl FnOnce() -> String) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name());
    });
}

/// The sheet over the window that this stands in has that name.
pub fn name_sheet(ui: &Ui, name: &str) {
    let sheet = ui.stack().iter().find(|part| part.kind() == Some(UiKind::Modal)).map(|part| part.unique_id);
    if let Some(id) = sheet {
        ui.ctx().accesskit_node_builder(id, |node| node.set_label(name));
    }
}
