//! A narrow window: one column, and the counterpart in a drawer.

use diptych::model::Side;
use diptych::workspace::{Command, Pane, ParagraphNumber, Sought};
use egui::accesskit::Role;
use egui::{Event, Key, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{RIGHT, Window, window};

const ONLY_LEFT: &str = "The weir has stood since 1841";
const ONLY_RIGHT: &str = "LOW MARSTON — After four evenings";
const OKAFOR_RIGHT: &str = "Ines Okafor, a hydrologist at the county college";

fn narrow<'a>() -> Window<'a> {
    let mut window = window(500.0, 700.0);
    window.run();
    window
}

fn sees(window: &Window<'_>, words: &str) -> bool {
    window.query_all_by_label_contains(words).any(|node| node.accesskit_node().role() == Role::Label)
}

fn facing(window: &Window<'_>) -> Side {
    let mut tabs = window.query_all_by_role(Role::Tab);
    let selected = tabs.find(|tab| tab.accesskit_node().is_selected() == Some(true)).expect("one of both is shown");
    let name = selected.accesskit_node().label().unwrap_or_default();
    if name.ends_with("on the left") { Side::Left } else { Side::Right }
}

fn press(window: &mut Window<'_>, key: Key) {
    window.key_press(key);
    window.run();
}

fn drawer(window: &Window<'_>) -> Option<String> {
    let mut all = window.query_all_by_role(Role::Status);
    all.find_map(|node| node.accesskit_node().label().filter(|name| name.starts_with("Counterpart")))
}

#[test]
fn it_shows_one_article_and_by_key_or_title_the_other() {
    let mut window = narrow();
    assert!(sees(&window, ONLY_LEFT) && !sees(&window, ONLY_RIGHT));
    press(&mut window, Key::A);
    assert!(!sees(&window, ONLY_LEFT) && sees(&window, ONLY_RIGHT));
    window.get_by_label("The Weir at Low Marston, on the left").click();
    window.run();
    assert_eq!(facing(&window), Side::Left);
    assert!(sees(&window, ONLY_LEFT) && !sees(&window, ONLY_RIGHT));
}

#[test]
fn a_step_opens_the_counterpart_in_a_drawer_that_says_why_and_who_and_escape_closes_it() {
    let mut window = narrow();
    assert_eq!(drawer(&window), None);
    press(&mut window, Key::N);
    press(&mut window, Key::N);
    let said = drawer(&window).expect("the drawer is open");
    assert!(said.contains("Ines Okafor. on the right"), "{said}");
    assert!(said.contains("Both quote Ines Okafor, in nearly the same words."), "{said}");
    assert_eq!(facing(&window), Side::Left, "the column shows what it showed");
    assert!(sees(&window, "who has measured the Marston") && sees(&window, OKAFOR_RIGHT), "both are in view");
    window.get_by_label_contains("Link 2 of 6, source, Ines Okafor, on the left in paragraph");
    window.get_by_label_contains("Link 2 of 6, source, Ines Okafor, on the right in paragraph");
    press(&mut window, Key::Escape);
    assert_eq!(drawer(&window), None);
    assert!(!sees(&window, OKAFOR_RIGHT));
    assert_eq!(window.state().state.current, None);
}

#[test]
fn the_drawer_says_who_speaks_there() {
    let mut window = narrow();
    press(&mut window, Key::N);
    let said = drawer(&window).expect("the drawer is open");
    assert!(said.contains("Said by Ines Okafor"), "{said}");
}

#[test]
fn closed_by_its_button_the_link_stays_current() {
    let mut window = narrow();
    press(&mut window, Key::N);
    window.get_by_label("Close the counterpart (Esc)").click();
    window.run();
    assert_eq!(drawer(&window), None);
    assert_eq!(window.state().state.current, Some(0));
}

#[test]
fn go_there_turns_the_column_over_at_that_place_and_back_leads_back() {
    let mut window = narrow();
    for _ in 0..4 {
        press(&mut window, Key::N);
    }
    let gauge = "The gauge below the bridge showed 38 percent";
    assert!(sees(&window, gauge), "in the drawer");
    window.get_by_label("Go there, to the right article").click();
    window.run();
    assert_eq!((facing(&window), drawer(&window)), (Side::Right, None));
    assert!(sees(&window, gauge));
    assert_eq!(window.state().state.current, Some(3), "it is still current");
    window.key_press_modifiers(egui::Modifiers::ALT, Key::ArrowLeft);
    window.run();
    assert_eq!(facing(&window), Side::Left);
}

#[test]
fn words_in_the_drawer_are_selected_and_copied_as_they_stand() {
    let mut window = narrow();
    for _ in 0..2 {
        press(&mut window, Key::N);
    }
    let text = window.get_by_label_contains(OKAFOR_RIGHT).rect();
    let (from, to) = (text.left_top() + vec2(1.0, 8.0), text.left_top() + vec2(180.0, 34.0));
    window.event(Event::PointerMoved(from));
    window.run();
    window.drag_at(from);
    window.run();
    window.event(Event::PointerMoved(to));
    window.run();
    window.drop_at(to);
    window.run();
    let copied = window.state().room.selected_words().expect("something is selected");
    assert!(copied.starts_with("Ines Okafor, a hydrologist") && RIGHT.contains(&copied), "{copied}");
    press(&mut window, Key::Escape);
    assert_eq!(window.state().room.selected_words(), None, "what is out of sight is not copied by accident");
}

#[test]
fn the_wheel_over_the_drawer_scrolls_it_alone() {
    let mut window = narrow();
    press(&mut window, Key::N);
    let offsets = |window: &Window<'_>| {
        let columns = &window.state().room.columns;
        (columns.left.offset, columns.right.offset)
    };
    let before = offsets(&window);
    let head = window.get_by_label_contains("Counterpart: ").rect();
    window.event(Event::PointerMoved(head.center_bottom() + vec2(0.0, 60.0)));
    window.run();
    window.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        source: egui::MouseWheelSource::Wheel,
        delta: vec2(0.0, -60.0),
        phase: egui::TouchPhase::Move,
        modifiers: egui::Modifiers::NONE,
    });
    window.run();
    let after = offsets(&window);
    assert!((before.0 - after.0).abs() < 0.5 && after.1 > before.1 + 20.0, "{before:?} → {after:?}");
    assert_eq!(facing(&window), Side::Left);
}

#[test]
fn a_place_found_in_the_hidden_article_turns_the_column_over() {
    let mut window = narrow();
    let stage = window.state_mut();
    stage.apply(Command::Do(diptych::workspace::Action::Find));
    stage.apply(Command::Seek(Sought { words: "Tobias".to_owned(), ..Sought::default() }));
    window.run();
    assert_eq!(facing(&window), Side::Right);
    assert!(sees(&window, ONLY_RIGHT) && !sees(&window, ONLY_LEFT));
    window.state_mut().state.apply(Command::GoToParagraph(ParagraphNumber { side: Some(Side::Left), number: 4 }));
    window.run();
    assert_eq!(facing(&window), Side::Left);
}

#[test]
fn a_theme_is_read_from_article_to_article_and_nothing_lies_over_the_words() {
    let mut window = narrow();
    press(&mut window, Key::R);
    let bar =
        window.get_by_label("Reading together: The mill and its stones. Left, paragraph 5  ·  passage 1 of 4").rect();
    let column = window.get_by_label("Place in the left article").rect();
    assert!(bar.top() > column.bottom(), "it stands in the bar: {bar:?}");
    assert!(sees(&window, "The stones stay where they are"), "the drawer has the partner");
    press(&mut window, Key::R);
    assert_eq!(facing(&window), Side::Right);
    press(&mut window, Key::Escape);
    assert!(window.state().state.together.is_none());
    assert_eq!(drawer(&window), None);
}

#[test]
fn the_pane_lies_over_the_column_and_goes_where_a_passage_is_asked_for() {
    let mut window = narrow();
    let measure = |window: &Window<'_>| window.get_by_label_contains(ONLY_LEFT).rect().width();
    let before = measure(&window);
    press(&mut window, Key::L);
    assert_eq!(window.query_all_by_role(Role::ListItem).count(), 6);
    assert!((measure(&window) - before).abs() < 0.1, "nothing is squeezed");
    window.get_by_label_contains("4 of 6, fact, 38 percent less water. Both").click();
    window.run();
    assert_eq!(window.query_all_by_role(Role::ListItem).count(), 0);
    assert!(drawer(&window).is_some_and(|said| said.contains("38 percent less water")));
    assert_eq!(window.state().state.settings.pane, Pane::Shared);
}

#[test]
fn a_window_that_grows_has_both_articles_again() {
    let mut window = narrow();
    press(&mut window, Key::N);
    window.set_size(vec2(1000.0, 700.0));
    window.run();
    assert!(sees(&window, ONLY_LEFT) && sees(&window, OKAFOR_RIGHT));
    assert_eq!(drawer(&window), None);
    assert_eq!(window.query_all_by_role(Role::Tab).count(), 0);
}
