//! Cards that stay, and how much is selected.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{Window, window};

fn text(window: &Window<'_>, words: &str) -> Rect {
    let mut all = window.query_all_by_label_contains(words);
    all.find(|node| node.accesskit_node().role() == Role::Label).expect("it is in view").rect()
}

/// On "river that cannot move", with which the left article and the right one share five words.
fn shared_words(window: &Window<'_>) -> Pos2 {
    text(window, "“A river that cannot move").left_top() + vec2(80.0, 12.0)
}

fn point(window: &mut Window<'_>, at: Pos2) {
    window.event(Event::PointerMoved(at));
    window.run();
}

fn click(window: &mut Window<'_>, pos: Pos2) {
    point(window, pos);
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        window.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
    }
    window.run();
    // What follows is no double click.
    window.run_steps(20);
}

fn is_pinned(window: &Window<'_>) -> bool {
    window.query_by_label("Pinned card").is_some()
}

fn says(window: &Window<'_>, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn a_click_pins_the_card_and_levels_both_passages() {
    let mut window = window(1280.0, 480.0);
    let at = shared_words(&window);
    click(&mut window, at);
    assert_eq!(window.state().state.current, Some(2));
    assert!(is_pinned(&window));
    point(&mut window, pos2(5.0, 20.0));
    window.run_steps(20);
    assert!(is_pinned(&window), "it stays while the pointer leaves");
    let card = window.get_by_label("Pinned card").rect();
    window.key_press(Key::ArrowDown);
    window.run();
    assert_eq!(window.get_by_label("Pinned card").rect(), card, "and while the columns are scrolled");
    window.get_by_label("Close the card (Esc)").click();
    window.run();
    assert!(!is_pinned(&window));
    assert_eq!(window.state().state.current, Some(2), "the link stays current");
}

#[test]
fn escape_closes_it_and_so_does_a_click_beside_everything_or_another_link() {
    let mut window = window(1280.0, 800.0);
    let pin = |window: &mut Window<'_>| {
        let at = shared_words(window);
        click(window, at);
        assert!(is_pinned(window));
    };
    pin(&mut window);
    window.key_press(Key::Escape);
    window.run();
    assert!(!is_pinned(&window));
    pin(&mut window);
    window.key_press(Key::N);
    window.run();
    assert!(!is_pinned(&window));
    pin(&mut window);
    let beside = text(&window, "The weir has stood since 1841").left_top() + vec2(60.0, 12.0);
    click(&mut window, beside);
    assert!(!is_pinned(&window));
}

#[test]
fn the_pointer_and_the_keyboard_open_a_card_without_a_click() {
    let mut window = window(1280.0, 800.0);
    let at = shared_words(&window);
    point(&mut window, at);
    window.run_steps(20);
    assert!(says(&window, "Change the speaker") && !is_pinned(&window));
    point(&mut window, pos2(5.0, 20.0));
    window.run_steps(20);
    assert!(!says(&window, "Change the speaker"));
    let link = window.get_by_label_contains("Link 3 of 6, same words, river that cannot move, on the left");
    link.focus();
    window.run();
    assert!(says(&window, "on the right"));
}

#[test]
fn a_pointer_left_lying_does_not_speak_over_the_keyboard() {
    let mut window = window(1280.0, 800.0);
    let row = {
        let mut rows = window.query_all_by_label_contains("2 of 6,");
        rows.find(|node| node.accesskit_node().role() == Role::ListItem).expect("a row of the list").rect()
    };
    point(&mut window, row.center());
    window.run_steps(20);
    let link = window.get_by_label_contains("Link 3 of 6, same words, river that cannot move, on the left");
    link.focus();
    window.run();
    assert!(says(&window, "On the right"), "the card of the link that the keyboard is on");
    point(&mut window, row.center() + vec2(3.0, 0.0));
    window.run_steps(20);
    assert!(!says(&window, "On the right"), "the pointer moved: its row is what the reader looks at");
}

#[test]
fn a_selection_says_how_many_words_it_has_and_how_long_they_take() {
    let mut window = window(1280.0, 800.0);
    let shift = Modifiers::SHIFT;
    for _ in 0..2 {
        window.key_press_modifiers(Modifiers::COMMAND | shift, Key::ArrowRight);
        window.run();
    }
    window.get_by_label("Selected: 2 words  ·  5 seconds");
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    let words = super::stage::LEFT.split_whitespace().count();
    window.get_by_label(&format!("Selected: {words} words  ·  45 seconds"));
    window.state_mut().state.apply(diptych::workspace::Command::SetPace(100));
    window.run();
    window.get_by_label(&format!("Selected: {words} words  ·  2 minutes"));
    window.get_by_label_contains("Ada Fenn  ·  3 May 2018  ·  2\u{a0}min\u{a0}read");
}
