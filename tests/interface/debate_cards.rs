//! Debate cards: cut, tagged, put in shape, ordered, taken away.

use diptych::model::{Emphasis, Item, ItemId};
use diptych::workspace::{Action, Command, Pane, Sheet};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{Window, window};

/// Selects the word at the beginning of these.
fn select(window: &mut Window<'_>, words: &str) {
    let mut all = window.query_all_by_label_contains(words);
    let text = all.find(|node| node.accesskit_node().role() == Role::Label).expect("it is in view").rect();
    drop(all);
    let pos = text.left_top() + vec2(60.0, 12.0);
    window.event(Event::PointerMoved(pos));
    window.run();
    for pressed in [true, false, true, false] {
        let modifiers = Modifiers::NONE;
        window.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers });
    }
    window.run();
    window.run_steps(20);
}

fn cut(window: &mut Window<'_>, words: &str) -> ItemId {
    select(window, words);
    window.key_press(Key::E);
    window.run();
    match window.state().state.sheet {
        Some(Sheet::Card(item)) => item,
        other => panic!("{other:?}"),
    }
}

fn close(window: &mut Window<'_>) {
    window.get_by_label("Done").click();
    window.run();
}

fn says(window: &Window<'_>, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

fn tag(window: &Window<'_>, item: ItemId) -> String {
    match window.state().state.work().item(item) {
        Some(Item::Card(card)) => card.tag.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_card_is_cut_with_a_key_and_its_tag_is_typed_at_once() {
    let mut window = window(1280.0, 900.0);
    let item = cut(&mut window, "The weir has stood since 1841");
    window.run_steps(2);
    window.event(Event::Text("Weirs outlast arguments".to_owned()));
    window.run();
    close(&mut window);
    assert_eq!(tag(&window, item), "Weirs outlast arguments", "kept when the sheet closes");
    window.state_mut().state.apply(Command::ShowPane(Pane::Work));
    window.run();
    assert!(says(&window, "Card, Weirs outlast arguments, Fenn 2018: “weir”, Left, paragraph 1"));
}

#[test]
fn what_a_citation_lacks_is_said_and_one_click_says_it() {
    let mut window = window(1280.0, 900.0);
    cut(&mut window, "The weir has stood since 1841");
    assert!(says(&window, "Word for word as the article has it"));
    window.get_by_label("Missing: qualifications, publication, pages, web address, accessed. Fill in…").click();
    window.run();
    assert_eq!(window.state().state.sheet, Some(Sheet::Article(diptych::model::Side::Left)));
}

#[test]
fn words_of_the_body_are_set_apart_by_keys_and_undone() {
    let mut window = window(1280.0, 900.0);
    let item = cut(&mut window, "The weir has stood since 1841");
    window.get_by_label("Body of the card").focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    let markings = |window: &Window<'_>| match window.state().state.work().item(item) {
        Some(Item::Card(card)) => card.markings.clone(),
        other => panic!("{other:?}"),
    };
    // A letter comes as a key and as text.
    window.key_press(Key::U);
    window.event(Event::Text("u".to_owned()));
    window.run();
    assert_eq!(markings(&window).len(), 1);
    assert!(markings(&window)[0].span.len() > 80, "the whole paragraph");
    window.event(Event::Text("e".to_owned()));
    window.key_press(Key::E);
    window.run();
    assert!(markings(&window).iter().any(|marking| marking.emphasis == Emphasis::Emphasised));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    assert_eq!(markings(&window).len(), 1);
    window.key_press(Key::S);
    window.run();
    assert!(says(&window, "Shrink 8 pt"));
    window.key_press(Key::P);
    window.run();
    assert!(markings(&window).is_empty());
    assert!(says(&window, "Nothing is underlined yet"));
}

#[test]
fn cards_change_places_and_go_and_come_back() {
    let mut window = window(1280.0, 900.0);
    let first = cut(&mut window, "The weir has stood since 1841");
    close(&mut window);
    let second = cut(&mut window, "The council heard 412 residents");
    window.get_by_label("Move up").click();
    window.run();
    let order = |window: &Window<'_>| window.state().state.work().cards().map(|(item, _)| item).collect::<Vec<_>>();
    assert_eq!(order(&window), [second, first]);
    window.get_by_label("Delete card").click();
    window.run();
    assert_eq!((order(&window), window.state().state.sheet), (vec![first], None));
    window.state_mut().state.apply(Command::Do(Action::Undo));
    window.run();
    assert_eq!(order(&window), [second, first]);
}
