//! A few small pictures, rendered by software where the machine can; elsewhere the test says that it was not run.

use std::panic::{AssertUnwindSafe, catch_unwind};

use egui::Key;
use egui_kittest::wgpu::WgpuTestRenderer;

use super::stage::window;

/// Whether a picture can be rendered here.
fn can_render() -> bool {
    catch_unwind(AssertUnwindSafe(|| drop(WgpuTestRenderer::new()))).is_ok()
}

#[test]
fn both_themes_look_as_they_were_approved() {
    if !can_render() {
        eprintln!("NOT RUN: no graphics adapter to render pictures with (mesa-vulkan-drivers has one in software)");
        return;
    }
    for (name, theme) in [("light", egui::Theme::Light), ("dark", egui::Theme::Dark)] {
        let mut window = window(900.0, 420.0);
        window.ctx.set_theme(theme);
        window.key_press(Key::N);
        window.run();
        window.snapshot(name);
    }
}
