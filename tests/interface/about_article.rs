//! What an article is called, who wrote it and when: shown, put right, given back.

use diptych::model::Side;
use diptych::workspace::{Action, Command, Sheet};
use egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;

use super::stage::{Window, window};

fn open(window: &mut Window<'_>) {
    window.get_by_label("About the left article").click();
    window.run();
    assert_eq!(window.state().state.sheet, Some(Sheet::Article(Side::Left)));
}

fn type_into(window: &mut Window<'_>, field: &str, words: &str) {
    window.get_by_label_contains(field).focus();
    window.run();
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.event(Event::Text(words.to_owned()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
}

fn says(window: &Window<'_>, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn every_field_says_where_it_is_from_and_what_is_missing() {
    let mut window = window(1280.0, 800.0);
    open(&mut window);
    for field in ["Title, from the text", "Author, from the text", "Date, from the text", "Publication, missing"] {
        window.get_by_label(field);
    }
}

#[test]
fn what_is_typed_stands_at_once_in_the_head_and_goes_back_as_read() {
    let mut window = window(1280.0, 800.0);
    open(&mut window);
    type_into(&mut window, "Author, ", "Ada Fenn-Rook");
    type_into(&mut window, "Date, ", "Dec. 13, 2016");
    window.get_by_label_contains("Ada Fenn-Rook  ·  13 December 2016  ·  1\u{a0}min\u{a0}read");
    window.get_by_label("Author as read: Ada Fenn").click();
    window.run();
    window.get_by_label_contains("Ada Fenn  ·  13 December 2016  ·  1\u{a0}min\u{a0}read");
    window.state_mut().state.apply(Command::Do(Action::Undo));
    window.run();
    window.get_by_label_contains("Ada Fenn-Rook  ·  13 December 2016");
}

#[test]
fn a_date_that_is_none_is_refused_in_a_sentence_and_stays_to_be_mended() {
    let mut window = window(1280.0, 800.0);
    open(&mut window);
    type_into(&mut window, "Date, ", "next spring");
    assert!(says(&window, "Write the date as 13 December 2016"));
    assert!(says(&window, "Ada Fenn  ·  3 May 2018"), "the date stays as it was");
    type_into(&mut window, "Date, ", "2016");
    assert!(!says(&window, "Write the date as"));
    assert!(says(&window, "Ada Fenn  ·  2016"));
}

#[test]
fn what_was_typed_is_kept_when_the_sheet_closes() {
    let mut window = window(1280.0, 800.0);
    open(&mut window);
    window.get_by_label_contains("Publication, ").focus();
    window.run();
    window.event(Event::Text("The Marston Echo".to_owned()));
    window.run();
    window.get_by_label("Done").click();
    window.run();
    assert_eq!(window.state().state.described(Side::Left).publication.as_deref(), Some("The Marston Echo"));
    assert_eq!(window.state().state.sheet, None);
}

#[test]
fn before_a_class_it_cannot_be_opened() {
    let mut window = window(1280.0, 800.0);
    window.state_mut().state.apply(Command::Do(Action::Present));
    window.run();
    assert!(!says(&window, "About the left article"));
    window.key_press(Key::I);
    window.run();
    assert_eq!(window.state().state.sheet, None);
}
