//! Before a class, and beside a desk: presenting, the focus line, columns that scroll together, the divider.

use diptych::model::Side;
use diptych::workspace::{Action, Command, Scrolling};
use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, TouchPhase, Vec2};
use egui_kittest::kittest::Queryable as _;

use super::stage::{Window, window};

fn presented() -> Window<'static> {
    let mut window = window(1280.0, 800.0);
    window.key_press(Key::F5);
    window.run();
    window
}

#[test]
fn presenting_shows_the_columns_larger_and_nothing_else() {
    let mut window = window(1280.0, 800.0);
    let width = |window: &Window<'_>| {
        let size = window.get_by_label_contains("The council heard 412 residents").rect();
        size.height()
    };
    let before = width(&window);
    window.key_press(Key::F5);
    window.run();
    assert!(window.query_by_label("File").is_none() && window.query_by_label("Shared").is_none());
    assert!(width(&window) > before, "larger type fills more lines");
    window.key_press(Key::F5);
    window.run();
    window.get_by_label("File");
}

#[test]
fn space_steps_through_the_links_and_the_caption_says_what_is_seen() {
    let mut window = presented();
    assert_eq!(window.state().state.current, Some(0), "it begins at the first");
    window.get_by_label_contains("… a pond with ambitions. Link 1 of 6  ·  The same sentence");
    window.key_press_modifiers(Modifiers::SHIFT, Key::Space);
    window.run();
    assert_eq!(window.state().state.current, Some(5), "round the beginning");
    window.key_press(Key::Space);
    window.run();
    assert_eq!(window.state().state.current, Some(0));
}

#[test]
fn space_reads_on_in_a_theme_that_is_read() {
    let mut window = presented();
    window.key_press(Key::R);
    window.run();
    window.key_press(Key::Space);
    window.run();
    assert_eq!(window.state().state.together.as_ref().map(|together| together.at), Some(1));
}

#[test]
fn nothing_can_be_changed_by_accident_before_a_class() {
    let mut window = presented();
    let before = window.state().state.settings.clone();
    for command in [
        Command::Do(Action::SwapSides),
        Command::Do(Action::Undo),
        Command::SetShortest(12),
        Command::SetSplit(0.7),
        Command::Do(Action::OpenLeft),
        Command::Do(Action::Show(diptych::workspace::Pane::Sources)),
    ] {
        assert!(window.state_mut().state.apply(command.clone()).is_empty(), "{command:?}");
    }
    assert_eq!(window.state().state.settings, before);
}

#[test]
fn escape_lets_go_first_and_then_ends_the_presentation() {
    let mut window = presented();
    window.key_press(Key::Space);
    window.run();
    window.key_press(Key::Escape);
    window.run();
    assert!(window.state().state.presenting && window.state().state.current.is_none());
    window.key_press(Key::Escape);
    window.run();
    assert!(!window.state().state.presenting);
}

fn turn_wheel(window: &mut Window<'_>, over: Pos2, points: f32) {
    window.event(Event::PointerMoved(over));
    window.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: Vec2::new(0.0, -points),
        modifiers: Modifiers::NONE,
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
    });
    window.run();
}

#[test]
fn columns_scroll_alone_or_together_as_the_reader_wants() {
    for (scrolling, moves) in [(Scrolling::Alone, false), (Scrolling::Aligned, true), (Scrolling::Proportional, true)] {
        let mut window = window(1280.0, 420.0);
        window.state_mut().state.settings.scrolling = scrolling;
        turn_wheel(&mut window, Pos2::new(200.0, 250.0), 300.0);
        let offsets = |window: &Window<'_>| {
            let columns = &window.state().room.columns;
            (columns.left.offset, columns.right.offset)
        };
        let (left, right) = offsets(&window);
        assert!(left > 100.0, "{scrolling:?}");
        assert_eq!(right > 20.0, moves, "{scrolling:?}: {right}");
    }
}

#[test]
fn the_divider_is_dragged_and_set_back_by_key() {
    let mut window = window(1280.0, 800.0);
    let divider = window.get_by_label("Divider between the columns").rect();
    let from = divider.center_bottom() - Vec2::new(0.0, 30.0);
    let press = |pressed, pos| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let to = from + Vec2::new(90.0, 0.0);
    for event in [Event::PointerMoved(from), press(true, from), Event::PointerMoved(to), press(false, to)] {
        window.event(event);
        window.run();
    }
    assert!(window.state().state.settings.split > 0.55, "{}", window.state().state.settings.split);
    window.key_press(Key::Backslash);
    window.run();
    assert!((window.state().state.settings.split - 0.5).abs() < f32::EPSILON);
    window.state_mut().state.apply(Command::Do(Action::Widen(Side::Right)));
    assert!(window.state().state.settings.split < 0.5);
}

#[test]
fn the_focus_line_comes_and_goes_by_key() {
    let mut window = window(1280.0, 800.0);
    for expected in [true, false] {
        window.key_press(Key::F);
        window.run();
        assert_eq!(window.state().state.settings.focus_line, expected);
    }
}
