//! What a screen reader is told: the parts of the window by role and name, the paragraphs, the links, the counts; and
//! what a keyboard reaches, in which order.

use diptych::workspace::{Action, Command, Sheet};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::stage::{LEFT, RIGHT, Window, window};

/// Role and name of everything, in the order of the tree.
fn told<T>(program: &egui_kittest::Harness<'_, T>) -> Vec<(Role, String)> {
    let all = program.query_all(By::new().predicate(|_| true));
    all.map(|node| node.accesskit_node())
        .map(|node| (node.role(), node.label().or_else(|| node.value()).unwrap_or_default()))
        .collect()
}

fn tells<T>(program: &egui_kittest::Harness<'_, T>, role: Role, name: &str) {
    let all = told(program);
    let is_there = all.iter().any(|(of, words)| *of == role && words == name);
    assert!(is_there, "no {role:?} “{name}” in {all:#?}");
}

fn press(window: &mut Window<'_>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

/// The names of the parts that a node lies in, from the nearest out.
fn parts_of(window: &Window<'_>, role: Role, start: &str) -> Vec<(Role, String)> {
    let all = window.query_all(By::new().role(role));
    let mut found = all.map(|node| node.accesskit_node());
    let node = found.find(|node| node.label().or_else(|| node.value()).unwrap_or_default().starts_with(start));
    let node = node.unwrap_or_else(|| panic!("{role:?} “{start}”"));
    let mut parts = Vec::new();
    let mut above = node.parent();
    while let Some(part) = above {
        parts.extend(part.label().map(|name| (part.role(), name)));
        above = part.parent();
    }
    parts
}

/// Role and name of what has the keyboard.
fn focused(window: &Window<'_>) -> Option<(Role, String)> {
    let has_it = By::new().predicate(|node| node.is_focused() && node.role() != Role::Window);
    let node = window.query(has_it)?;
    let node = node.accesskit_node();
    Some((node.role(), node.label().unwrap_or_default()))
}

#[test]
fn each_article_is_a_document_with_its_paragraphs_as_text() {
    let window = window(1280.0, 800.0);
    for (text, document) in [
        (LEFT, "Left article: The Weir at Low Marston, 6 paragraphs, 6 links"),
        (RIGHT, "Right article: Council Keeps the Weir, for Now, 6 paragraphs, 6 links"),
    ] {
        let paragraphs: Vec<&str> = text.trim().split("\n\n").collect();
        tells(&window, Role::Heading, paragraphs[0]);
        for words in &paragraphs[3..] {
            tells(&window, Role::Label, words);
            let parts = parts_of(&window, Role::Label, words);
            assert_eq!(parts[0], (Role::Document, document.to_owned()));
            assert_eq!(parts[1], (Role::Main, "Both articles".to_owned()));
        }
    }
}

#[test]
fn each_link_says_what_it_is_where_it_is_and_where_it_leads() {
    let mut window = window(1280.0, 800.0);
    tells(
        &window,
        Role::Link,
        "Link 2 of 6, source, Ines Okafor, on the right in paragraph 2, joined to paragraph 2 of the left",
    );
    tells(
        &window,
        Role::Link,
        "Link 6 of 6, theme, the mill and its stones, on the left in paragraph 5, joined to paragraph 6 of the right",
    );
    let part = &parts_of(&window, Role::Link, "Link 6 of 6, theme, the mill and its stones, on the right")[0];
    assert!(part.0 == Role::Document && part.1.starts_with("Right article"), "{part:?}");
    window.state_mut().state.apply(Command::Do(Action::Layer(diptych::model::LinkKind::Theme)));
    window.run();
    tells(&window, Role::Document, "Left article: The Weir at Low Marston, 6 paragraphs, 5 links");
    let links = told(&window).into_iter().filter(|(role, _)| *role == Role::Link);
    assert!(links.clone().count() == 10 && links.clone().all(|(_, name)| name.contains(" of 5, ")), "{links:?}");
}

#[test]
fn every_pane_has_a_name_its_tabs_and_its_counts() {
    let mut window = window(1280.0, 800.0);
    for (key, pane, count) in [
        (Key::O, "Overview", (Role::Label, "Nobody speaks in both")),
        (Key::L, "Shared", (Role::Label, "6 links")),
        (Key::T, "Themes", (Role::Heading, "In both, 1 theme")),
        (Key::S, "Sources", (Role::Heading, "In both, nobody speaks")),
    ] {
        if pane != "Shared" {
            press(&mut window, Modifiers::NONE, key);
        }
        tells(&window, Role::Complementary, &format!("Side pane: {pane}"));
        let tabs = parts_of(&window, Role::Tab, pane);
        assert_eq!(tabs[0].0, Role::TabList);
        let open = window.get_by(|node| node.role() == Role::Tab && node.is_selected() == Some(true));
        assert_eq!(open.accesskit_node().label().as_deref(), Some(pane));
        let is_counted = |(role, words): &(Role, String)| *role == count.0 && words.starts_with(count.1);
        assert!(told(&window).iter().any(is_counted), "{pane}: {:?}", told(&window));
        if pane == "Overview" {
            press(&mut window, Modifiers::NONE, Key::L);
        }
    }
}

#[test]
fn what_lies_over_the_articles_has_a_name() {
    let mut window = window(1280.0, 800.0);
    press(&mut window, Modifiers::NONE, Key::R);
    tells(&window, Role::Group, "Reading together");
    tells(&window, Role::Status, "Reading together: The mill and its stones. Left, paragraph 5  ·  passage 1 of 4");
    press(&mut window, Modifiers::COMMAND, Key::F);
    tells(&window, Role::Search, "Find in both");
    press(&mut window, Modifiers::COMMAND, Key::G);
    tells(&window, Role::Search, "Go to paragraph");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.state_mut().state.apply(Command::TourTo(Some(0)));
    window.run();
    let tour = told(&window).into_iter().find(|(_, name)| name.starts_with("Tour, 1 of"));
    assert_eq!(tour.map(|(role, _)| role), Some(Role::Group));
}

#[test]
fn every_sheet_is_a_dialog_with_a_name_and_a_choice_says_of_what() {
    let mut window = window(1280.0, 800.0);
    for (sheet, name) in [
        (Sheet::Commands, "All commands"),
        (Sheet::Keys, "Keys"),
        (Sheet::About, "About Diptych"),
        (Sheet::Check, "Check a quotation"),
        (Sheet::Preferences, "Preferences"),
    ] {
        window.state_mut().state.apply(Command::OpenSheet(sheet));
        window.run();
        tells(&window, Role::Dialog, name);
    }
    for name in ["Colours, System", "Colours, Sepia", "Colours, High contrast, dark", "Typeface, Book serif"] {
        tells(&window, Role::RadioButton, name);
    }
    let chosen = window.get_by_label("Typeface, Book serif");
    assert_eq!(chosen.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
}

#[test]
fn the_start_page_is_told_too() {
    let mut program = super::stage::program(Vec::new());
    program.key_press_modifiers(Modifiers::COMMAND, Key::W);
    super::stage::settle(&mut program);
    for name in ["Open on the left…", "Open on the right…", "Show me around"] {
        assert!(told(&program).iter().any(|(role, words)| *role == Role::Button && words.starts_with(name)), "{name}");
    }
    let is_pair = |(role, name): &(Role, String)| *role == Role::Button && name.contains("Keep the Pond");
    assert!(told(&program).iter().any(is_pair), "the pairs by their titles");
}

#[test]
fn tab_goes_from_the_menus_through_both_articles_to_the_pane_and_everything_has_a_name() {
    let mut window = window(1280.0, 800.0);
    let mut order: Vec<(Role, String)> = Vec::new();
    loop {
        press(&mut window, Modifiers::NONE, Key::Tab);
        let here = focused(&window).expect("the keyboard is somewhere");
        if order.first() == Some(&here) {
            break;
        }
        assert!(here.0 != Role::Unknown && !here.1.is_empty(), "{here:?} after {:?}", order.last());
        order.push(here);
        assert!(order.len() < 100, "it comes round");
    }
    let place = |start: &str| order.iter().position(|(_, name)| name.starts_with(start)).expect(start);
    let expected = [
        "Diptych",
        "Help",
        "Side pane",
        "Left article",
        "Link 1 of 6, quotation, a pond with ambitions, on the left",
        "Quotation 1 of 1 on the left",
        "Right article",
        "Link 6 of 6, theme, the mill and its stones, on the right",
        "Divider",
        "Overview",
        "Show only quotations",
        "1 of 6, quotation",
        "6 of 6, theme",
    ];
    let places: Vec<usize> = expected.iter().map(|start| place(start)).collect();
    assert!(places.is_sorted(), "{places:?} in {order:?}");
    assert_eq!(order.len(), places.last().expect("some") + 1, "nothing after the list");
}

#[test]
fn with_the_keyboard_on_a_link_letters_are_still_commands() {
    let mut window = window(1280.0, 800.0);
    while focused(&window).is_none_or(|(role, _)| role != Role::Link) {
        press(&mut window, Modifiers::NONE, Key::Tab);
    }
    press(&mut window, Modifiers::NONE, Key::N);
    assert_eq!(window.state().state.current, Some(0));
    press(&mut window, Modifiers::NONE, Key::N);
    assert_eq!(window.state().state.current, Some(1));
    press(&mut window, Modifiers::COMMAND, Key::Comma);
    press(&mut window, Modifiers::NONE, Key::N);
    assert_eq!(window.state().state.current, Some(1), "a sheet lies over it all");
}

#[test]
fn on_an_article_the_keys_scroll_and_select_there_alone() {
    let mut window = window(1280.0, 420.0);
    window.state_mut().state.apply(Command::Do(Action::Scrolling(diptych::workspace::Scrolling::Alone)));
    while focused(&window).is_none_or(|(_, name)| !name.starts_with("Right article")) {
        press(&mut window, Modifiers::NONE, Key::Tab);
    }
    for _ in 0..2 {
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
    }
    let room = &window.state().room;
    assert!(room.columns.left.offset.abs() < 0.5 && room.columns.right.offset > 50.0);
    assert!(focused(&window).is_some_and(|(_, name)| name.starts_with("Right article")), "it stays there");
    press(&mut window, Modifiers::COMMAND, Key::A);
    assert_eq!(window.state().room.selected_words().as_deref(), Some(RIGHT.trim_end()));
}

#[test]
fn the_arrows_move_the_divider_they_stand_on() {
    let mut window = window(1280.0, 800.0);
    while focused(&window).is_none_or(|(role, _)| role != Role::Splitter) {
        press(&mut window, Modifiers::NONE, Key::Tab);
    }
    let before = window.state().state.settings.split;
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert!(window.state().state.settings.split > before);
    for _ in 0..2 {
        press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    }
    assert!(window.state().state.settings.split < before);
}

#[test]
fn on_the_start_page_tab_stands_on_what_can_be_seen() {
    let mut window = window(1280.0, 800.0);
    window.state_mut().state.apply(Command::Do(Action::Close));
    window.run();
    let mut stops = Vec::new();
    while stops.len() < 13 {
        press(&mut window, Modifiers::NONE, Key::Tab);
        stops.extend(focused(&window));
    }
    assert!(stops.iter().all(|(role, _)| *role != Role::Splitter), "no divider under the page: {stops:?}");
    assert!(stops.contains(&(Role::Button, "File".to_owned())), "then the menus: {stops:?}");
    assert!(stops[0].1.starts_with("Open on the left"), "what the page is for comes first: {stops:?}");
}
