//! The sources beside the columns, the card of a quotation, and the reader's corrections, each with undo.

use diptych::desktop::App;
use diptych::model::Side;
use diptych::workspace::{Command, Pane};
use egui::{Key, Modifiers, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{program_on, settle};

const LEFT: &str = "The Mill and the River\n\n\
The vote is on Thursday, and nobody knows how it will go. People have filled the hall four times.\n\n\
“The mill will stand as long as I do,” said Marion Vale, the chair of the Marston council. She had come early.\n\n\
Tobias Rook, a miller, shook his head. “Nobody has asked the river,” Rook said. He has worked the wheel since 1988.\n\n\
The hall in Low Marston was cold, and the tea ran out. A letter from Hanna Dorn lay on every chair.\n";
const RIGHT: &str = "A Vote in Low Marston\n\n\
Marion Vale, the mayor of Marston, said the vote was close. “I would not call it a victory,” Vale said.\n\n\
“We only have the one river,” said Ines Okafor, a hydrologist at the county college.\n";

type Program = Harness<'static, Option<App>>;

fn pair() -> (tempfile::TempDir, Program) {
    let (folder, mut program) = program_on(("mill.txt", LEFT), ("vote.txt", RIGHT));
    program.key_press(Key::S);
    program.run();
    (folder, program)
}

fn click(program: &mut Program, label: &str) {
    program.get_by_label_contains(label).click();
    settle(program);
}

fn undo(program: &mut Program) {
    program.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(program);
}

fn redo(program: &mut Program) {
    program.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    settle(program);
}

/// The names of the speaking sources and the others shown, as the panel has them.
fn sources(program: &Program) -> Vec<String> {
    let all = program.query_all_by_role(egui::accesskit::Role::Button);
    let labels = all.map(|node| node.accesskit_node().label().unwrap_or_default());
    labels.filter(|label| label.contains(" of all quoted")).collect()
}

/// What the panel says of the source that begins so.
fn source(program: &Program, name: &str) -> String {
    let found = sources(program).into_iter().find(|label| label.starts_with(name));
    found.unwrap_or_else(|| panic!("{name} is listed: {:?}", sources(program)))
}

fn quotation(program: &Program, words: &str) -> (String, Rect) {
    let found = program
        .query_all_by_role(egui::accesskit::Role::Button)
        .map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()))
        .find(|(label, _)| label.starts_with("Quotation ") && label.contains(words));
    found.unwrap_or_else(|| panic!("{words} is a quotation in view"))
}

/// Opens the sheet that asks who said it.
fn ask(program: &mut Program, words: &str) {
    let (label, _) = quotation(program, words);
    program.get_by_label(&label).focus();
    program.run();
    program.key_press(Key::Enter);
    program.run();
    program.get_by_label("Who said it?");
}

#[test]
fn the_sources_stand_in_three_groups_speaking_ones_first() {
    let (_folder, program) = pair();
    program.get_by_label_contains("In both, ");
    program.get_by_label_contains("Only left, ");
    program.get_by_label_contains("Only right, ");
    let listed = sources(&program);
    assert!(
        listed[0].starts_with("Marion Vale, person. left: 1 quotation with 9 words, 64% of all quoted"),
        "{listed:?}"
    );
    assert!(source(&program, "Tobias Rook").contains("1 quotation with 5 words, 36%"), "{listed:?}");
    assert!(source(&program, "Ines Okafor").contains("right: 1 quotation with 6 words"), "{listed:?}");
    assert!(!listed.iter().any(|label| label.starts_with("Hanna Dorn")), "who is merely named is folded away");
}

#[test]
fn the_merely_named_are_behind_a_fold_that_opens() {
    let (_folder, mut program) = pair();
    click(&mut program, "Also named, only left");
    source(&program, "Hanna Dorn");
}

#[test]
fn an_open_source_tells_how_each_article_introduces_it_and_what_differs() {
    let (_folder, mut program) = pair();
    let name = source(&program, "Marion Vale");
    click(&mut program, &name);
    program
        .get_by_label_contains("Introduced on the left as the chair of the Marston council; only here: chair council");
    program.get_by_label_contains("Introduced on the right as the mayor of Marston; only here: mayor");
}

#[test]
fn a_quotation_in_the_panel_brings_its_passage_into_view() {
    let (_folder, mut program) = pair();
    let name = source(&program, "Tobias Rook");
    click(&mut program, &name);
    click(&mut program, "Quotation on the left: “Nobody has asked the river");
    let app = program.state().as_ref().expect("it runs");
    let passage = app.state().passage.expect("a passage is shown");
    let span = passage.spans.left.expect("on the left");
    assert!(LEFT[span.start..].starts_with("Nobody has asked the river"));
    assert_eq!(app.state().at_hand.map(|(side, _)| side), Some(Side::Left));
}

#[test]
fn tabs_and_keys_change_what_stands_beside_the_columns() {
    let (_folder, mut program) = pair();
    let pane = |program: &Program| program.state().as_ref().map(|app| app.state().settings.pane);
    assert_eq!(pane(&program), Some(Pane::Sources));
    for (key, expected) in [(Key::O, Pane::Overview), (Key::L, Pane::Shared), (Key::T, Pane::Themes)] {
        program.key_press(key);
        program.run();
        assert_eq!(pane(&program), Some(expected));
    }
    program.get_by_label("Sources").click();
    program.run();
    assert_eq!(pane(&program), Some(Pane::Sources));
    program.get_by_label_contains("In both, ");
    program.key_press(Key::S);
    program.run();
    assert!(program.query_by_label_contains("In both, ").is_none(), "its own key puts the pane away");
}

#[test]
fn a_card_tells_who_said_it_and_why_and_leaves_the_words_alone() {
    let (_folder, mut program) = pair();
    let (_, words) = quotation(&program, "Nobody has asked");
    program.event(egui::Event::PointerMoved(words.right_top() + egui::vec2(-14.0, 10.0)));
    program.run_steps(12);
    let why = program.get_by_label("“Rook” stands behind it, with “said”.").rect();
    let confirm = program.get_by_label("Confirm Tobias Rook").rect();
    assert!(!why.intersects(words) && !confirm.intersects(words), "{words:?}, {why:?}, {confirm:?}");
    // The pointer can go to the card and use it.
    program.event(egui::Event::PointerMoved(confirm.center()));
    program.run_steps(4);
    click(&mut program, "Confirm Tobias Rook");
    assert!(quotation(&program, "Nobody has asked").0.contains("your word"));
    undo(&mut program);
    assert!(!quotation(&program, "Nobody has asked").0.contains("your word"));
}

#[test]
fn the_keyboard_opens_the_card_too() {
    let (_folder, mut program) = pair();
    let (label, words) = quotation(&program, "We only have");
    program.get_by_label(&label).focus();
    program.run();
    let confirm = program.get_by_label("Confirm Ines Okafor").rect();
    assert!(!confirm.intersects(words));
}

#[test]
fn a_speaker_is_changed_undone_and_redone() {
    let (_folder, mut program) = pair();
    ask(&mut program, "Nobody has asked");
    program.get_by_label_contains("Somebody else").type_text("vale");
    program.run();
    program.key_press(Key::Enter);
    settle(&mut program);
    assert!(program.query_by_label("Who said it?").is_none(), "the sheet has closed");
    assert!(source(&program, "Marion Vale").contains("left: 2 quotations with 14 words, 100%"));
    assert!(quotation(&program, "Nobody has asked").0.contains("said by Marion Vale, your word"));
    undo(&mut program);
    assert!(source(&program, "Marion Vale").contains("left: 1 quotation with 9 words"));
    redo(&mut program);
    assert!(source(&program, "Marion Vale").contains("left: 2 quotations with 14 words"));
}

#[test]
fn what_became_of_a_correction_is_said_with_the_way_back() {
    let (_folder, mut program) = pair();
    ask(&mut program, "Nobody has asked");
    click(&mut program, "Nobody is named");
    program.get_by_label("Said by nobody who is named, on your word.");
    program.get_by_label("Undo").click();
    settle(&mut program);
    program.get_by_label("Taken back: said by nobody who is named, on your word.");
    program.get_by_label("Redo").click();
    settle(&mut program);
    assert!(quotation(&program, "Nobody has asked").0.contains("nobody named"));
    undo(&mut program);
    undo(&mut program);
    program.get_by_label("Nothing of these articles is left to undo.");
    program.run_steps(200);
    assert!(program.query_by_label_contains("is left to undo").is_none(), "it goes by itself");
}

#[test]
fn a_speaker_is_cleared_and_given_back() {
    let (_folder, mut program) = pair();
    ask(&mut program, "Nobody has asked");
    click(&mut program, "Nobody is named");
    assert!(quotation(&program, "Nobody has asked").0.contains("nobody named"));
    undo(&mut program);
    assert!(quotation(&program, "Nobody has asked").0.contains("said by Tobias Rook"));
}

#[test]
fn a_new_name_can_be_typed() {
    let (_folder, mut program) = pair();
    ask(&mut program, "Nobody has asked");
    program.get_by_label_contains("Somebody else").type_text("Ida Lund");
    program.run();
    click(&mut program, "“Ida Lund”. A name that is not in the list");
    assert!(source(&program, "Ida Lund").contains("1 quotation with 5 words"));
    undo(&mut program);
    assert!(!sources(&program).iter().any(|label| label.starts_with("Ida Lund")));
}

#[test]
fn two_sources_become_one_and_two_again() {
    let (_folder, mut program) = pair();
    let name = source(&program, "Tobias Rook");
    click(&mut program, &name);
    click(&mut program, "Merge Tobias Rook with another source");
    program.get_by_label("Type to find a source").type_text("Okafor");
    program.run();
    click(&mut program, "Ines Okafor. Person");
    let merged = sources(&program);
    assert!(merged.iter().any(|label| label.contains("5 words") && label.contains("6 words")), "{merged:?}");
    undo(&mut program);
    source(&program, "Tobias Rook");
    source(&program, "Ines Okafor");
}

#[test]
fn left_and_right_of_a_source_are_split_and_joined_again() {
    let (_folder, mut program) = pair();
    let name = source(&program, "Marion Vale");
    click(&mut program, &name);
    click(&mut program, "Split Marion Vale");
    click(&mut program, "Left and right are two");
    let both = sources(&program).iter().filter(|label| label.starts_with("Marion Vale")).count();
    assert_eq!(both, 2);
    undo(&mut program);
    let both = sources(&program).iter().filter(|label| label.starts_with("Marion Vale")).count();
    assert_eq!(both, 1);
}

#[test]
fn a_mention_is_taken_out_of_a_source() {
    let (_folder, mut program) = pair();
    let name = source(&program, "Tobias Rook");
    click(&mut program, &name);
    click(&mut program, "Split Tobias Rook");
    click(&mut program, "Rook. “Nobody has asked");
    assert!(source(&program, "Rook,").contains("1 quotation with 5 words"));
    undo(&mut program);
    assert!(source(&program, "Tobias Rook").contains("1 quotation with 5 words"));
}

#[test]
fn corrections_hold_when_other_articles_come_and_go() {
    let (folder, mut program) = pair();
    ask(&mut program, "Nobody has asked");
    click(&mut program, "Nobody is named");
    let open = |program: &mut Program, name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        let ctx = program.ctx.clone();
        program.state_mut().as_mut().expect("it runs").apply(&ctx, Command::OpenPath(Side::Left, path));
        settle(program);
    };
    open(&mut program, "other.txt", "Another Piece\n\n“It rained,” said Olga Brandt, a farmer.\n");
    undo(&mut program);
    // The same words in another file are the same article.
    open(&mut program, "copy.txt", LEFT);
    assert!(quotation(&program, "Nobody has asked").0.contains("nobody named"));
    undo(&mut program);
    assert!(quotation(&program, "Nobody has asked").0.contains("said by Tobias Rook"));
}

#[test]
fn a_narrow_window_has_the_pane_in_a_drawer() {
    let mut window = super::stage::window(900.0, 600.0);
    window.get_by_label("Side pane").click();
    window.run();
    assert!(window.get_by_label("Shortest shared passage, in words").rect().left() > 450.0, "over the right column");
    window.key_press(Key::S);
    window.run();
    window.get_by_label_contains("Ines Okafor, person");
    window.key_press(Key::S);
    window.run();
    assert!(window.query_by_label("In both, 1 speaks").is_none());
}
