//! How the reader wants things: colours and type, at once and remembered.

use diptych::workspace::{ReadingFace, Theme};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::stage::{Window, window};

fn preferences() -> Window<'static> {
    let mut window = window(1280.0, 800.0);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    window.run();
    window
}

/// Where a paragraph of the left article ends.
fn bottom(window: &Window<'_>) -> f32 {
    window.get_by_label_contains("The council heard 412 residents").rect().bottom()
}

#[test]
fn every_theme_can_be_chosen() {
    let mut window = preferences();
    for (name, theme) in [
        ("Sepia", Theme::Sepia),
        ("High contrast", Theme::Contrast),
        ("High contrast, dark", Theme::ContrastDark),
        ("Dark", Theme::Dark),
        ("Light", Theme::Light),
        ("System", Theme::System),
    ] {
        window.get_by_label(&format!("Colours, {name}")).click();
        window.run();
        assert_eq!(window.state().state.settings.theme, theme);
    }
}

#[test]
fn another_face_sets_the_articles_and_as_it_came_brings_all_back() {
    let mut window = preferences();
    let as_it_came = bottom(&window);
    window.get_by_label("Typeface, Easy to tell letters apart").click();
    window.run();
    assert_eq!(window.state().state.settings.typography.face, ReadingFace::Legible);
    let before = bottom(&window);
    window.get_by_label("Line height").focus();
    for _ in 0..4 {
        window.run();
        window.key_press(Key::ArrowRight);
    }
    window.run();
    assert!(window.state().state.settings.typography.line_height > 1.0);
    assert!(bottom(&window) > before + 10.0, "lines stand further apart");
    window.get_by_label("Reset").click();
    window.run();
    assert_eq!(window.state().state.settings.typography, diptych::workspace::Typography::default());
    assert!((bottom(&window) - as_it_came).abs() < 1.0);
}

#[test]
fn how_shared_words_are_sought_can_be_set_and_set_back() {
    let mut window = preferences();
    window.get_by_label("Shared words").click();
    window.run();
    window.get_by_label_contains("Shortest run. ").focus();
    window.run();
    window.key_press(Key::ArrowRight);
    window.run();
    assert_eq!(window.state().state.settings.finding.shortest_run_words, 9);
    window.get_by_label("Reset").click();
    window.run();
    assert_eq!(window.state().state.settings.finding, diptych::workspace::Finding::default());
}
