//! Notes, highlights, links of one's own, links struck out, names of themes: made, shown, changed, taken back.

use diptych::model::{LinkKind, Side};
use diptych::workspace::{Action, Command, Pane};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{Window, window};

fn at(window: &Window<'_>, words: &str) -> Pos2 {
    let mut all = window.query_all_by_label_contains(words);
    let text = all.find(|node| node.accesskit_node().role() == Role::Label).expect("it is in view").rect();
    text.left_top() + vec2(60.0, 12.0)
}

/// A double click: the word there is selected.
fn select(window: &mut Window<'_>, words: &str) {
    let pos = at(window, words);
    window.event(Event::PointerMoved(pos));
    window.run();
    for pressed in [true, false, true, false] {
        let modifiers = Modifiers::NONE;
        window.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers });
    }
    window.run();
    window.run_steps(20);
}

fn press(window: &mut Window<'_>, key: Key) {
    window.key_press(key);
    window.run();
}

fn act(window: &mut Window<'_>, action: Action) {
    window.state_mut().state.apply(Command::Do(action));
    window.run();
}

fn write(window: &mut Window<'_>, words: &str) {
    press(window, Key::M);
    window.run_steps(3);
    window.event(Event::Text(words.to_owned()));
    window.run();
    press(window, Key::Escape);
}

fn says(window: &Window<'_>, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn a_note_is_written_beside_its_words_and_taken_up_again_at_its_sign() {
    let mut window = window(1280.0, 800.0);
    select(&mut window, "The weir has stood since 1841");
    write(&mut window, "Since when?");
    assert!(says(&window, "The note is kept."));
    let sign = window.get_by_label("Note on the left: Since when?");
    sign.click();
    window.run();
    window.run_steps(3);
    window.event(Event::Text(" And why?".to_owned()));
    window.run();
    window.get_by_label("Keep the note").click();
    window.run();
    window.get_by_label("Note on the left: Since when? And why?");
    act(&mut window, Action::Undo);
    window.get_by_label("Note on the left: Since when?");
    act(&mut window, Action::Undo);
    assert!(!says(&window, "Note on the left"));
    act(&mut window, Action::Redo);
    window.get_by_label("Note on the left: Since when?");
}

#[test]
fn without_a_selection_a_note_is_on_the_link_or_on_the_paragraph_under_the_pointer() {
    let mut window = window(1280.0, 800.0);
    let pos = at(&window, "The council heard 412 residents");
    window.event(Event::PointerMoved(pos));
    window.run();
    write(&mut window, "Who counted?");
    assert!(says(&window, "Note on the left: Who counted?"));
    window.state_mut().state.apply(Command::GoTo(4));
    window.run();
    write(&mut window, "The same count");
    assert!(says(&window, "Note on the left: The same count") && says(&window, "Note on the right: The same count"));
}

#[test]
fn your_work_lists_everything_and_a_click_goes_there() {
    let mut window = window(1280.0, 800.0);
    assert!(window.state_mut().state.apply(Command::ShowPane(Pane::Work)).len() < 2);
    window.run();
    assert!(says(&window, "Nothing of yours yet."));
    select(&mut window, "The weir has stood since 1841");
    write(&mut window, "Since when?");
    press(&mut window, Key::G);
    window.get_by_label("Notes, 1 note");
    window.get_by_label("Highlights, 1 highlight");
    act(&mut window, Action::ToEnd);
    let arrivals = window.state().state.arrivals;
    window.get_by_label_contains("Note, Since when?").click();
    window.run();
    assert!(window.state().state.arrivals > arrivals);
    window.get_by_label("Delete the note Since when?").click();
    window.run();
    assert!(says(&window, "The note is taken away.") && !says(&window, "Notes, 1 note"));
    window.get_by_label("Undo").click();
    window.run();
    window.get_by_label("Notes, 1 note");
}

#[test]
fn selections_on_both_sides_are_linked_by_hand_and_shown_among_the_others() {
    let mut window = window(1280.0, 800.0);
    select(&mut window, "The weir has stood since 1841");
    press(&mut window, Key::U);
    assert!(says(&window, "Select words on the left and words on the right"));
    select(&mut window, "After four evenings of testimony");
    press(&mut window, Key::U);
    let comparison = &window.state().state.compared.as_ref().expect("compared").comparison;
    assert_eq!(comparison.links[0].kind, LinkKind::Drawn);
    assert_eq!(window.state().state.current, Some(0));
    window.get_by_label("Yours, 1");
    assert!(says(&window, "1 of 7, your link"));
}

#[test]
fn a_link_struck_out_goes_from_the_list_and_is_restored_from_your_work() {
    let mut window = window(1280.0, 800.0);
    window.state_mut().state.apply(Command::GoTo(4));
    window.run();
    press(&mut window, Key::Delete);
    assert!(says(&window, "The link is struck out."));
    window.get_by_label("Facts, 1");
    window.state_mut().state.apply(Command::ShowPane(Pane::Work));
    window.run();
    window.get_by_label("Struck out, 1 link");
    window.get_by_label_contains("Restore the link").click();
    window.run();
    assert_eq!(window.state().state.compared.as_ref().expect("compared").comparison.links.len(), 6);
}

#[test]
fn a_theme_is_renamed_where_its_passages_stand() {
    let mut window = window(1280.0, 800.0);
    window.state_mut().state.apply(Command::ShowPane(Pane::Themes));
    window.run();
    window.get_by_label_contains("Theme, The mill and its stones").click();
    window.run();
    window.get_by_label("Rename the theme The mill and its stones").click();
    window.run();
    window.run_steps(3);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.event(Event::Text("Whose mill".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    assert!(says(&window, "Theme, Whose mill, 2 paragraphs left, 2 right"));
    assert!(says(&window, "Rename the theme Whose mill"), "it stays open");
    assert!(says(&window, "The theme has your name."));
}

#[test]
fn before_a_class_notes_are_out_of_sight_and_nothing_is_made() {
    let mut window = window(1280.0, 800.0);
    select(&mut window, "The weir has stood since 1841");
    write(&mut window, "Since when?");
    act(&mut window, Action::Present);
    assert!(!says(&window, "Note on the left"));
    for key in [Key::M, Key::Y, Key::U, Key::Delete, Key::E] {
        press(&mut window, key);
    }
    assert_eq!(window.state().state.work().items.len(), 1);
    assert!(window.state().state.writing.is_none());
    assert_eq!(window.state().state.title(Side::Left).as_deref(), Some("The Weir at Low Marston"));
}
