//! The other wording of a passage, a quotation checked, layers of links and the shortest passage.

use diptych::desktop::App;
use diptych::model::LinkKind;
use diptych::model::Side;
use diptych::workspace::Command;
use egui::{Event, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{program_on, settle};

const LEFT: &str = "The Ferry Question\n\n\
The council of Low Marston met late on Tuesday, and the hall was full before the doors had been opened to everybody.\n\n\
“The old ferry will never cross the lake again before winter comes,” said Marion Vale, the chair. She had a map.\n\n\
Nobody asked what the pier would become. A brass band played outside, and the baker handed out rolls.\n";
const RIGHT: &str = "Vale: No Ferry This Winter\n\n\
Marion Vale, who chairs the council, was blunt. “The ferry will not cross the lake again before winter comes,” she said.\n\n\
The brass band, which nobody had asked, played on the pier until the lamps were lit. Few of the passengers stayed.\n";

type Program = Harness<'static, Option<App>>;

fn pair() -> (tempfile::TempDir, Program) {
    program_on(("ferry.txt", LEFT), ("winter.txt", RIGHT))
}

fn labels(program: &Program, words: &str) -> Vec<String> {
    let all = program.query_all_by_label_contains(words);
    let said = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value()).unwrap_or_default()
    };
    all.map(said).collect()
}

fn type_words(program: &mut Program, words: &str) {
    program.event(Event::Text(words.to_owned()));
    settle(program);
}

#[test]
fn the_card_of_a_passage_marks_what_the_other_side_has_otherwise() {
    let (_folder, mut program) = pair();
    let links = labels(&program, "quotation, ");
    let link = links.iter().find(|label| label.starts_with("Link") && label.contains("on the left"));
    program.get_by_label(link.expect("the utterance is linked")).focus();
    program.run();
    assert!(labels(&program, "Nearly")[0].starts_with("Nearly: 1 word differs"), "{:?}", labels(&program, "Nearly"));
    let twin = labels(&program, "On the right: ");
    assert!(
        twin.iter().any(|words| words.contains("[only on the left: never] [only on the right: not] cross the lake")),
        "{twin:?}"
    );
    program.get_by_label("Struck: only on the left. Underlined: only on the right.");
}

#[test]
fn a_quotation_is_checked_in_both_articles_as_it_is_typed() {
    let (_folder, mut program) = pair();
    program.key_press(Key::C);
    settle(&mut program);
    program.get_by_label("The quotation to check");
    type_words(&mut program, "The ferry will never cross the lake again");
    let left = labels(&program, "on the left. ");
    assert!(
        left.iter().any(|words| words.starts_with("Words left out") && words.contains("leaves out “old”")),
        "{left:?}"
    );
    let right = labels(&program, "on the right. ");
    assert!(
        right.iter().any(|words| words.starts_with("To check")
            && words.contains("[only in the quotation: never] [only in the article: not]")),
        "{right:?}"
    );
    // A place leads there, both sides at one height.
    program.get_by_label(&right[0]).click();
    settle(&mut program);
    let passage = program.state().as_ref().and_then(|app| app.state().passage).expect("a passage is shown");
    assert_eq!(passage.asked, Side::Right);
    assert!(passage.spans.right.expect("it is there").of(RIGHT).ends_with("cross the lake again"));
    assert!(passage.spans.left.expect("and there").of(LEFT).ends_with("cross the lake again"));
    assert!(program.query_by_label("The quotation to check").is_none(), "the sheet has closed");
}

#[test]
fn words_that_are_in_neither_article_are_said_not_to_be_found() {
    let (_folder, mut program) = pair();
    program.key_press(Key::C);
    settle(&mut program);
    type_words(&mut program, "Nine tractors bought an orchestra");
    assert_eq!(labels(&program, "Not found.").len(), 2);
    program.key_press(Key::Escape);
    settle(&mut program);
    assert!(program.query_by_label("The quotation to check").is_none());
}

#[test]
fn the_selected_words_stand_in_the_field_already() {
    let (_folder, mut program) = pair();
    let text = program.get_by_label_contains("Nobody asked what the pier").rect();
    // A double click takes the first word.
    for _ in 0..2 {
        for pressed in [true, false] {
            program.event(Event::PointerMoved(text.left_top() + egui::vec2(14.0, 10.0)));
            program.event(Event::PointerButton {
                pos: text.left_top() + egui::vec2(14.0, 10.0),
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: egui::Modifiers::NONE,
            });
        }
    }
    program.run();
    program.key_press(Key::C);
    settle(&mut program);
    assert!(!labels(&program, "The same words, on the left. ").is_empty(), "“Nobody” stands in the field");
}

#[test]
fn pasting_into_the_field_opens_no_article() {
    let (_folder, mut program) = pair();
    let ctx = program.ctx.clone();
    program.state_mut().as_mut().expect("it runs").apply(&ctx, Command::Do(diptych::workspace::Action::CheckQuotation));
    settle(&mut program);
    program.event(Event::Paste("before winter comes".to_owned()));
    settle(&mut program);
    assert!(!labels(&program, "The same words, on the right. ").is_empty());
    let title = program.state().as_ref().and_then(|app| app.state().title(diptych::model::Side::Left));
    assert_eq!(title.as_deref(), Some("The Ferry Question"));
}

#[test]
fn a_layer_is_switched_off_and_on_by_a_click_or_its_key() {
    let mut window = super::stage::window(1280.0, 800.0);
    let rows = |window: &super::stage::Window<'_>| window.query_all_by_role(egui::accesskit::Role::ListItem).count();
    let marked = |window: &super::stage::Window<'_>| window.query_all_by_label_contains(", fact, 38 percent").count();
    assert_eq!((rows(&window), marked(&window)), (6, 3), "a row, and a passage on each side");
    window.get_by_label("Facts, 2").click();
    window.run();
    assert_eq!((rows(&window), marked(&window)), (4, 0));
    assert_eq!(window.state().state.settings.hidden, [LinkKind::Fact], "remembered with the settings");
    for expected in [0, 1, 2, 5, 0] {
        window.key_press(Key::N);
        window.run();
        assert_eq!(window.state().state.current, Some(expected), "the next one skips what is off");
    }
    window.key_press(Key::Num5);
    window.run();
    assert_eq!((rows(&window), marked(&window)), (6, 3));
}

#[test]
fn short_passages_are_left_out_and_not_counted() {
    let mut window = super::stage::window(1280.0, 800.0);
    window.get_by_label("Same words, 1");
    window.get_by_label("Quotations, 1");
    window.state_mut().state.apply(Command::SetShortest(5));
    window.run();
    window.get_by_label("Same words, 1");
    window.get_by_label("Quotations, 0");
    window.get_by_label_contains("1 of 5, source, Ines Okafor. Both");
    assert_eq!(window.query_all_by_role(egui::accesskit::Role::ListItem).count(), 5);
    let slider = window.get_by_label("Shortest shared passage, in words");
    slider.focus();
    window.run();
    window.key_press(Key::ArrowRight);
    window.run();
    assert_eq!(window.state().state.settings.shortest_words, 6);
    window.get_by_label("Same words, 0");
}
