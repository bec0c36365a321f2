//! First minutes: the start page, the tour, the way back to the start page.

use diptych::workspace::{Action, Command};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::stage::{program, settle, window};

#[test]
fn closing_both_articles_leads_to_the_start_page_and_a_pair_from_it_opens() {
    let mut program = program(Vec::new());
    program.key_press_modifiers(Modifiers::COMMAND, Key::W);
    settle(&mut program);
    program.get_by_label("To try it on");
    assert!(program.query_by_label("Overview").is_none(), "no pane beside the start page");
    program.get_by_label_contains("Keep the Pond").click();
    settle(&mut program);
    let app = program.state().as_ref().expect("it runs");
    let titles = diptych::model::Side::BOTH.map(|side| app.state().title(side).unwrap_or_default());
    assert!(titles.iter().any(|title| title == "Keep the Pond"), "{titles:?}");
    assert!(app.state().compared.is_some());
}

#[test]
fn the_keyboard_comes_first_to_what_the_start_page_offers() {
    let mut program = program(Vec::new());
    program.key_press_modifiers(Modifiers::COMMAND, Key::W);
    settle(&mut program);
    assert!(program.query_by_label_contains("Swap sides").is_none(), "there is nothing to swap yet");
    let mut stops = Vec::new();
    for _ in 0..4 {
        program.key_press(Key::Tab);
        settle(&mut program);
        let has_it = By::new().predicate(|node| node.is_focused() && node.role() != Role::Window);
        let focused = program.query_all(has_it).find_map(|node| node.accesskit_node().label());
        stops.push(focused.unwrap_or_default());
    }
    assert!(stops[0].starts_with("Open on the left") && stops[1].starts_with("Open on the right"), "{stops:?}");
    assert!(stops[2].starts_with("The Witness Who Was Never Called"), "{stops:?}");
    assert!(stops[3].starts_with("Read the Whole Page"), "{stops:?}");
    program.key_press(Key::Enter);
    settle(&mut program);
    let app = program.state().as_ref().expect("it runs");
    assert_eq!(app.state().title(diptych::model::Side::Left).as_deref(), Some("Read the Whole Page"));
}

#[test]
fn a_file_that_cannot_be_read_is_told_on_the_start_page() {
    let mut program = program(Vec::new());
    program.key_press_modifiers(Modifiers::COMMAND, Key::W);
    settle(&mut program);
    let ctx = program.ctx.clone();
    let missing = std::path::PathBuf::from("no-such-article.txt");
    let side = diptych::model::Side::Left;
    program.state_mut().as_mut().expect("it runs").apply(&ctx, Command::OpenPath(side, missing));
    settle(&mut program);
    program.get_by_label_contains("no-such-article.txt");
}

#[test]
fn the_tour_shows_what_it_tells_of_and_can_be_left() {
    let mut window = window(1280.0, 800.0);
    window.state_mut().state.apply(Command::Do(Action::Tour));
    window.run();
    window.get_by_label_contains("Two articles, side by side. Bands join");
    window.get_by_label("Next").click();
    window.run();
    assert_eq!(window.state().state.current, Some(0), "the first link is gone to");
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label("Skip").is_none());
    assert_eq!(window.state().state.current, Some(0), "what was looked at stays");
}

#[test]
fn the_tour_ends_after_its_last_card() {
    let mut window = window(1280.0, 800.0);
    window.state_mut().state.apply(Command::Do(Action::Tour));
    for _ in 0..4 {
        window.run();
        window.get_by_label("Next").click();
    }
    window.run();
    window.get_by_label("Begin").click();
    window.run();
    assert_eq!(window.state().state.tour, None);
}
