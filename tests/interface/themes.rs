//! The themes beside the columns, and one theme read from passage to passage.

use diptych::model::Side;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::stage::{LEFT, RIGHT, Window, window};

fn themes() -> Window<'static> {
    let mut window = window(1280.0, 800.0);
    window.key_press(Key::T);
    window.run();
    window
}

/// The first words of the passage whose turn it is, and its side.
fn turn(window: &Window<'_>) -> Option<(Side, String)> {
    let passage = window.state().state.together.as_ref()?.passage()?;
    let span = (*passage.spans.get(passage.asked))?;
    let text = if passage.asked == Side::Left { LEFT } else { RIGHT };
    Some((passage.asked, span.of(text).split(' ').take(3).collect::<Vec<_>>().join(" ")))
}

#[test]
fn themes_stand_in_three_groups_with_their_paragraphs_counted() {
    let window = themes();
    for heading in ["In both, 1 theme", "Only left, 1 theme", "Only right, 1 theme"] {
        window.get_by_label(heading);
    }
    window.get_by_label("Theme, The mill and its stones, 2 paragraphs left, 2 right");
    window.get_by_label("Theme, Age of the weir, 2 paragraphs, only on the left");
    window.get_by_label("Theme, The vote, 2 paragraphs, only on the right");
}

#[test]
fn an_open_theme_lists_its_pairs_and_a_click_brings_both_into_view() {
    let mut window = themes();
    window.get_by_label_contains("Theme, The mill").click();
    window.run();
    window.get_by_label_contains("paragraph 5 on the left: The mill is loved").click();
    window.run();
    let state = &window.state().state;
    assert_eq!(state.current, Some(5));
    let passage = state.passage.expect("a passage is shown");
    assert!(passage.spans.right.expect("with its counterpart").of(RIGHT).starts_with("The stones stay"));
}

#[test]
fn a_theme_of_one_article_lists_its_paragraphs() {
    let mut window = themes();
    window.get_by_label_contains("Theme, The vote").click();
    window.run();
    window.get_by_label_contains("paragraph 5 on the right: The vote was five to four").click();
    window.run();
    let passage = window.state().state.passage.expect("a passage is shown");
    assert_eq!((passage.asked, passage.spans.left), (Side::Right, None));
}

#[test]
fn one_key_reads_a_theme_left_and_right_in_turn_and_round_its_end() {
    let mut window = themes();
    let mut seen = Vec::new();
    for _ in 0..5 {
        window.key_press(Key::R);
        window.run();
        seen.push(turn(&window).expect("a passage has its turn"));
    }
    let step = |side, words: &str| (side, words.to_owned());
    assert_eq!(
        seen,
        [
            step(Side::Left, "The mill is"),
            step(Side::Right, "The stones stay"),
            step(Side::Left, "The council heard"),
            step(Side::Right, "In all, 412"),
            step(Side::Left, "The mill is"),
        ],
        "the linked pair, then what has no partner, then again from the start"
    );
    window.get_by_label("Reading together: The mill and its stones. Left, paragraph 5  ·  passage 1 of 4");
    window.key_press_modifiers(Modifiers::SHIFT, Key::R);
    window.run();
    assert_eq!(turn(&window), Some(step(Side::Right, "In all, 412")));
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(turn(&window), None);
}

#[test]
fn the_theme_that_stands_open_is_the_one_that_is_read() {
    let mut window = themes();
    window.get_by_label_contains("Theme, Age of the weir").click();
    window.run();
    window.key_press(Key::R);
    window.run();
    assert_eq!(turn(&window), Some((Side::Left, "The weir has".to_owned())));
}

#[test]
fn going_to_another_link_ends_the_reading_of_a_theme() {
    let mut window = themes();
    window.key_press(Key::R);
    window.run();
    window.key_press(Key::N);
    window.run();
    assert!(window.state().state.together.is_none());
}
