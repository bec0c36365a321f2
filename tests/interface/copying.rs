//! What a reader copies is the article's own characters, byte for byte.

use diptych::desktop::App;
use diptych::model::Side;
use diptych::workspace::{Action, Command};
use egui::{Event, Key, Modifiers, OutputCommand, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::stage::{program_on, settle};

type Program = Harness<'static, Option<App>>;

/// Soft hyphens, a no-break space, two spaces, a ligature, a letter with a combining mark, a line that is broken, and
/// something that is not the article.
const ODD: &str = "The Pic\u{ad}ture Post\n\nThe keeper’s ac\u{ad}count of the\u{a0}flood  runs to three\nhundred pages, \
                   half of them about his cafe\u{301}.\n\nShare this article\n\nHe ﬁled it in the cellar, \
                   which was the first room to go un\u{ad}der.\n\nNobody has read it since the water fell.\n";
const OTHER: &str = "The Cellar\n\nThe cellar was dry by Sunday, and the pages were not.\n";

fn shown(program: &Program) -> &App {
    program.state().as_ref().expect("it runs")
}

/// What a copy puts into the clipboard.
fn copied(program: &mut Program) -> Vec<String> {
    program.event(Event::Copy);
    program.step();
    let output = program.output().platform_output.commands.clone();
    let words = output.into_iter().filter_map(|command| match command {
        OutputCommand::CopyText(words) => Some(words),
        _ => None,
    });
    words.collect()
}

fn tell(program: &mut Program, command: Command) {
    let ctx = program.ctx.clone();
    program.state_mut().as_mut().expect("it runs").apply(&ctx, command);
    settle(program);
}

fn top_left(program: &Program, words: &str) -> Pos2 {
    program.get_by_label_contains(words).rect().left_top() + vec2(1.0, 8.0)
}

/// Drags from here to there, over frames, as a hand does.
fn drag(program: &mut Program, from: Pos2, to: Pos2) {
    program.event(Event::PointerMoved(from));
    program.run();
    program.drag_at(from);
    program.run();
    program.event(Event::PointerMoved(to));
    program.run();
    program.drop_at(to);
    program.run();
}

#[test]
fn everything_is_copied_as_it_is_written_folded_or_not() {
    let (_folder, mut program) = program_on(("post.txt", ODD), ("cellar.txt", OTHER));
    for _ in 0..2 {
        tell(&mut program, Command::Do(Action::Fold));
        program.key_press_modifiers(Modifiers::COMMAND, Key::A);
        program.run();
        assert_eq!(copied(&mut program), [ODD.trim_end()]);
    }
}

#[test]
fn a_drag_over_what_is_folded_away_takes_the_articles_own_characters() {
    let (_folder, mut program) = program_on(("post.txt", ODD), ("cellar.txt", OTHER));
    tell(&mut program, Command::Do(Action::Fold));
    assert!(shown(&program).state().settings.folded);
    assert!(program.query_by_label_contains("Share this article").is_none());
    let from = top_left(&program, "The keeper’s");
    let to = top_left(&program, "Nobody has read it");
    drag(&mut program, from, to);
    let expected = ODD.find("The keeper’s").zip(ODD.find("Nobody has read it"));
    let (start, end) = expected.expect("both are there");
    assert_eq!(copied(&mut program), [&ODD[start..end]]);
}

#[test]
fn a_word_with_soft_hyphens_is_one_word_and_keeps_them() {
    let (_folder, mut program) = program_on(("post.txt", ODD), ("cellar.txt", OTHER));
    let at = top_left(&program, "He ﬁled it");
    program.event(Event::PointerMoved(at));
    program.run();
    let shift = Modifiers::SHIFT;
    for pressed in [true, false, true, false, true, false] {
        let button = egui::PointerButton::Primary;
        program.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
    program.run();
    let paragraph = ODD.split("\n\n").nth(3).expect("four paragraphs");
    assert_eq!(copied(&mut program), [paragraph], "three clicks take the paragraph");
    program.key_press_modifiers(shift, Key::ArrowLeft);
    program.run();
    assert_eq!(copied(&mut program), [&paragraph[..paragraph.len() - 1]]);
}

#[test]
fn a_selection_longer_than_the_window_is_copied_whole() {
    let long: Vec<String> = (1..=60)
        .map(|at| format!("Page {at} of the ledger tells of the {at}th barrel, who brought it, and what became of it."))
        .collect();
    let long = format!("The Ledger\n\n{}\n", long.join("\n\n"));
    let (_folder, mut program) = program_on(("ledger.txt", &long), ("cellar.txt", OTHER));
    let from = top_left(&program, "Page 1 of");
    program.event(Event::PointerMoved(from));
    program.run();
    program.drag_at(from);
    program.run();
    // Below the column it scrolls on for as long as the button is down.
    let below = Pos2::new(from.x + 40.0, 799.0);
    program.event(Event::PointerMoved(below));
    while program.query_by_label_contains("Page 60 of").is_none() {
        program.step();
    }
    let to = top_left(&program, "Page 60 of");
    program.event(Event::PointerMoved(to));
    program.step();
    program.drop_at(to);
    program.run();
    let column = shown(&program).room().columns.get(Side::Left);
    assert!(column.offset > 1000.0, "{}", column.offset);
    let (start, end) = long.find("Page 1 of").zip(long.find("Page 60 of")).expect("both are there");
    assert_eq!(copied(&mut program), [&long[start..end]]);
}
