//! Find in both, go to a paragraph, back and forward.

use diptych::model::Side;
use diptych::workspace::{Bar, Command};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{LEFT, RIGHT, Window, window};

fn press(window: &mut Window<'_>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

fn type_in(window: &mut Window<'_>, words: &str) {
    window.event(Event::Text(words.to_owned()));
    window.run();
}

fn seeking(words: &str) -> Window<'static> {
    let mut window = window(1280.0, 480.0);
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_in(&mut window, words);
    window
}

/// The words the reader is at, and on which side.
fn here(window: &Window<'_>) -> Option<(Side, &'static str)> {
    let (side, span) = window.state().state.find.here()?;
    Some((side, span.of(if side == Side::Left { LEFT } else { RIGHT })))
}

fn status(window: &Window<'_>) -> Vec<String> {
    let all = window.query_all_by_role(Role::Status);
    all.map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
}

fn offsets(window: &Window<'_>) -> (f32, f32) {
    let columns = &window.state().room.columns;
    (columns.left.offset, columns.right.offset)
}

fn click(window: &mut Window<'_>, at: Pos2, times: usize) {
    window.event(Event::PointerMoved(at));
    window.run();
    for pressed in [true, false].repeat(times) {
        let modifiers = Modifiers::NONE;
        window.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers });
    }
    window.run();
}

#[test]
fn both_sides_are_counted_as_the_reader_types() {
    let mut window = window(1280.0, 480.0);
    press(&mut window, Modifiers::COMMAND, Key::F);
    assert!(window.get_by_label("Words to find in both articles").accesskit_node().is_focused());
    for letters in ["4", "1", "2 RES"] {
        type_in(&mut window, letters);
    }
    assert!(
        status(&window)[0].starts_with("1 left · 1 right, 1 of 2, on the left in paragraph"),
        "{:?}",
        status(&window)
    );
    type_in(&mut window, "xyz");
    assert_eq!(status(&window), ["In neither article"]);
}

#[test]
fn enter_and_f3_go_from_place_to_place_over_both_sides_and_round() {
    let mut window = seeking("stone");
    let count = window.state().state.find.count();
    assert!(count > 3);
    let first = here(&window);
    assert_eq!(first, Some((Side::Left, "stone")));
    for (modifiers, key, expected) in [
        (Modifiers::NONE, Key::Enter, 2),
        (Modifiers::NONE, Key::F3, 3),
        (Modifiers::SHIFT, Key::F3, 2),
        (Modifiers::SHIFT, Key::Enter, 1),
        (Modifiers::SHIFT, Key::Enter, count),
    ] {
        press(&mut window, modifiers, key);
        assert_eq!(window.state().state.find.ordinal(), Some(expected), "{key:?}");
        assert!(window.get_by_label("Words to find in both articles").accesskit_node().is_focused());
    }
    assert_eq!(here(&window).map(|(side, _)| side), Some(Side::Right));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(here(&window), first);
}

#[test]
fn a_place_out_of_view_is_brought_into_view() {
    let window = seeking("roof will not wait");
    assert!(offsets(&window).0 > 0.0, "the left column moved");
    let text = window.get_by_label_contains("The mill is loved, and it is empty").rect();
    assert!(text.top() > 40.0 && text.top() < 480.0, "{text:?}");
    assert!(offsets(&window).1.abs() < 0.5, "the right one did not");
}

#[test]
fn case_and_whole_words_can_be_asked_for() {
    let mut window = seeking("The mill");
    let all = window.state().state.find.count();
    window.get_by_label("Match case").click();
    window.run();
    let cased = window.state().state.find.count();
    assert!(cased < all, "{cased} of {all}");
    window.get_by_label("Match case").click();
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_in(&mut window, "ear");
    let parts = window.state().state.find.count();
    window.get_by_label("Whole words only").click();
    window.run();
    assert!(parts > 0 && window.state().state.find.count() == 0);
}

#[test]
fn straight_marks_find_curly_ones() {
    let mut window = seeking("\"pond with\"");
    assert_eq!(window.state().state.find.count(), 0, "no mark stands there");
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_in(&mut window, "mill's owner");
    assert_eq!(here(&window), Some((Side::Right, "mill’s owner")));
}

#[test]
fn selected_words_are_taken_into_the_field() {
    let mut window = window(1280.0, 480.0);
    let text = window.get_by_label_contains("The weir has stood since 1841").rect();
    click(&mut window, text.left_top() + egui::vec2(50.0, 12.0), 2);
    assert_eq!(window.state().room.selected_words().as_deref(), Some("weir"));
    press(&mut window, Modifiers::COMMAND, Key::F);
    assert_eq!(window.state().state.find.sought.words, "weir");
    assert_eq!(window.get_by_label("Words to find in both articles").accesskit_node().value().as_deref(), Some("weir"));
}

#[test]
fn escape_closes_the_bar_and_nothing_else() {
    let mut window = seeking("weir");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label("Words to find in both articles").is_none());
    press(&mut window, Modifiers::NONE, Key::N);
    assert_eq!(window.state().state.current, Some(0), "letters are commands again");
    press(&mut window, Modifiers::NONE, Key::F3);
    assert_eq!(window.state().state.find.bar, Some(Bar::Find), "the words are still known");
    assert_eq!(window.state().state.current, Some(0));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().state.current, Some(0));
}

#[test]
fn a_paragraph_is_gone_to_on_both_sides_or_on_one() {
    let mut window = window(1280.0, 420.0);
    press(&mut window, Modifiers::COMMAND, Key::G);
    type_in(&mut window, "r 9");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.query_by_label("Number of the paragraph").is_none());
    assert!(offsets(&window).0.abs() < 0.5 && offsets(&window).1 > 0.0, "{:?}", offsets(&window));
    press(&mut window, Modifiers::COMMAND, Key::G);
    type_in(&mut window, "4");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let left = window.get_by_label_contains("What nobody disputed").rect();
    let right = window.get_by_label_contains("The gauge below the bridge").rect();
    assert!((left.top() - right.top()).abs() <= 1.0, "{left:?} {right:?}");
}

#[test]
fn what_is_no_number_is_said_to_be_none() {
    let mut window = window(1280.0, 480.0);
    press(&mut window, Modifiers::COMMAND, Key::G);
    assert!(status(&window)[0].starts_with("1 to "), "{:?}", status(&window));
    type_in(&mut window, "seven");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(status(&window), ["A number, or l or r and a number"]);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label("Number of the paragraph").is_none());
}

#[test]
fn back_and_forward_lead_through_links_and_leaps() {
    let mut window = window(1280.0, 420.0);
    for link in [3, 5] {
        window.state_mut().state.apply(Command::GoTo(link));
        window.run();
    }
    let strip = window.get_by_label("Place in the right article").rect();
    let before = offsets(&window);
    click(&mut window, strip.left_top() + egui::vec2(4.0, 4.0), 1);
    assert!(offsets(&window).1 < before.1, "the strip was leapt by");
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.state().state.current, Some(5));
    assert!((offsets(&window).1 - before.1).abs() < 1.0, "{:?} {before:?}", offsets(&window));
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.state().state.current, Some(3));
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.state().state.current, None);
    assert!(offsets(&window).0.abs() < 1.0 && offsets(&window).1.abs() < 1.0, "where everything began");
    for _ in 0..3 {
        press(&mut window, Modifiers::ALT, Key::ArrowRight);
    }
    assert!(offsets(&window).1 < before.1, "where the strip had led");
}

#[test]
fn a_place_that_is_folded_away_is_said_to_be_and_stepping_to_it_shows_it() {
    let mill = "The Mill\n\nThe mill burned on Thursday, and nobody was hurt.\n\nShare this article\n\nIt will be built again.\n";
    let pond = "The Pond\n\nThe pond froze early this year, and the school closed for a day.\n";
    let (_folder, mut program) = super::stage::program_on(("mill.txt", mill), ("pond.txt", pond));
    program.key_press(Key::H);
    super::stage::settle(&mut program);
    program.key_press_modifiers(Modifiers::COMMAND, Key::F);
    program.run();
    program.event(Event::Text("th".to_owned()));
    super::stage::settle(&mut program);
    program.get_by_label_contains("folded away");
    assert!(program.query_by_label_contains("Share this article").is_none());
    for _ in 0..3 {
        program.key_press(Key::F3);
        super::stage::settle(&mut program);
    }
    program.get_by_role_and_label(Role::Label, "Share this article");
    assert!(program.query_by_label_contains("folded away").is_none());
}
