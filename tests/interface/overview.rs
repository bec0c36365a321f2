//! The overview: what two articles share and where they part, on one page.

use diptych::model::Side;
use diptych::workspace::Pane;
use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{Window, program_on, window};

fn overview(height: f32) -> Window<'static> {
    let mut window = window(1280.0, height);
    window.key_press(Key::O);
    window.run();
    window
}

#[test]
fn it_says_what_both_have_and_where_they_part() {
    let window = overview(800.0);
    let shared = window.get_by_label("What they share").rect().top();
    let apart = window.get_by_label("Where they part").rect().top();
    let top = |words: &str| window.get_by_label_contains(words).rect().top();
    let common = ["quotation. The same sentence", "The mill and its stones, theme. 2 paragraphs left, 2 right"];
    assert!(common.iter().all(|words| (shared..apart).contains(&top(words))));
    for words in ["Age of the weir, theme. Only on the left", "The vote, theme. Only on the right"] {
        assert!(top(words) > apart, "{words}");
    }
}

#[test]
fn every_line_leads_to_its_place() {
    let mut window = overview(800.0);
    window.get_by_label_contains("quotation. The same sentence").click();
    window.run();
    assert_eq!(window.state().state.current, Some(0));
    window.get_by_label_contains("The vote, theme. Only on the right").click();
    window.run();
    let passage = window.state().state.together.as_ref().and_then(diptych::workspace::Together::passage);
    assert_eq!(passage.map(|passage| passage.asked), Some(Side::Right));
    assert_eq!(window.state().state.settings.pane, Pane::Overview, "the page stays, for the next line");
}

#[test]
fn it_never_takes_more_than_a_screen() {
    for height in [480.0, 600.0, 800.0] {
        let window = overview(height);
        let lines = window.query_all_by_role(egui::accesskit::Role::Link);
        let lowest = lines
            .filter(|node| node.accesskit_node().label().is_some_and(|label| !label.starts_with("Link ")))
            .map(|node| node.rect().bottom())
            .fold(0.0, f32::max);
        assert!(lowest > 100.0 && lowest <= height, "{lowest} of {height}");
    }
}

#[test]
fn stepping_on_from_it_goes_through_the_list() {
    let mut window = overview(800.0);
    window.key_press(Key::N);
    window.run();
    assert_eq!((window.state().state.settings.pane, window.state().state.current), (Pane::Shared, Some(0)));
}

#[test]
fn where_no_sentence_is_in_both_it_says_so() {
    let left = "The Ferry\n\nThe ferry crosses twice a day, and nobody minds the wait, for the bakery is open.\n";
    let right = "The Orchard\n\nPears ripen late on the northern slope. Last year the frost took half of them.\n";
    let (_folder, program) = program_on(("ferry.txt", left), ("orchard.txt", right));
    program.get_by_label_contains("No sentence in common");
}
