//! A few small pictures, rendered by software where the machine can; elsewhere the test says that it was not run.

use std::panic::{AssertUnwindSafe, catch_unwind};

use egui::Key;
use egui_kittest::wgpu::WgpuTestRenderer;

use super::stage::window;

/// Whether a picture can be rendered here.
fn can_render() -> bool {
    catch_unwind(AssertUnwindSafe(|| drop(WgpuTestRenderer::new()))).is_ok()
}

fn assert_looks_as_approved(name: &str, theme: egui::Theme) {
    if !can_render() {
        eprintln!("NOT RUN: no graphics adapter to render pictures with (mesa-vulkan-drivers has one in software)");
        return;
    }
    let mut window = window(900.0, 420.0);
    window.ctx.set_theme(theme);
    window.key_press(Key::N);
    window.run();
    window.snapshot(name);
}

#[test]
fn the_light_theme_looks_as_approved() {
    assert_looks_as_approved("light", egui::Theme::Light);
}

#[test]
fn the_dark_theme_looks_as_approved() {
    assert_looks_as_approved("dark", egui::Theme::Dark);
}
