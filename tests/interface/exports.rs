//! The sheet of exports: what is written, and where; what cannot be is said.

use std::path::PathBuf;

use diptych::model::Side;
use diptych::workspace::{Action, Command, Sheet};
use egui::Event;
use egui_kittest::kittest::Queryable as _;

use super::stage::{LEFT, RIGHT, program_on, settle};

type Program = egui_kittest::Harness<'static, Option<diptych::desktop::App>>;

fn open(program: &mut Program) {
    let ctx = program.ctx.clone();
    program.state_mut().as_mut().expect("it runs").apply(&ctx, Command::Do(Action::Export));
    settle(program);
}

fn click(program: &mut Program, name: &str) {
    program.get_by_label_contains(name).click();
    settle(program);
}

/// Chooses, as where there is no picker, and types where to.
fn export(program: &mut Program, kind: &str, format: &str, path: &std::path::Path) {
    open(program);
    click(program, kind);
    click(program, format);
    click(program, "Save as…");
    program.event(Event::Text(path.display().to_string()));
    settle(program);
    click(program, "Save");
}

fn sheet(program: &Program) -> Option<Sheet> {
    program.state().as_ref().expect("it runs").state().sheet
}

#[test]
fn a_file_is_written_where_the_reader_says_and_that_is_said() {
    let (folder, mut program) = program_on(("weir.txt", LEFT), ("council.txt", RIGHT));
    let path = folder.path().join("cards.docx");
    export(&mut program, "Debate cards. ", "Word", &path);
    let bytes = std::fs::read(&path).expect("it is there");
    assert!(bytes.starts_with(b"PK"), "a Word document");
    assert_eq!(sheet(&program), None);
    program.get_by_label(&format!("Saved as {}.", path.display()));
}

#[test]
fn an_ending_is_added_and_an_article_never_written_over() {
    let (folder, mut program) = program_on(("weir.md", LEFT), ("council.txt", RIGHT));
    let article = folder.path().join("weir.md");
    export(&mut program, "Notes. ", "Markdown", &article);
    assert_eq!(sheet(&program), Some(Sheet::Export), "it stays, for another name");
    program.get_by_label_contains("is one of the two articles");
    assert_eq!(std::fs::read_to_string(&article).expect("there"), LEFT);
    program.event(Event::Text(String::new()));
    let ctx = program.ctx.clone();
    let bare: PathBuf = folder.path().join("mine");
    program.state_mut().as_mut().expect("it runs").apply(&ctx, Command::ExportTo(bare, false));
    settle(&mut program);
    assert!(folder.path().join("mine.md").is_file());
}

#[test]
fn before_two_articles_are_open_it_says_what_is_missing() {
    let (_folder, mut program) = program_on(("weir.txt", LEFT), ("council.txt", RIGHT));
    let ctx = program.ctx.clone();
    program.state_mut().as_mut().expect("it runs").apply(&ctx, Command::Do(Action::Close));
    settle(&mut program);
    open(&mut program);
    program.get_by_label_contains("Open an article on each side first");
    assert!(program.state().as_ref().expect("it runs").state().title(Side::Left).is_none());
}
