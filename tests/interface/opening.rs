//! Opening: pairs, bad input, the path field, pasted text.

use std::fs;
use std::path::{Path, PathBuf};

use diptych::desktop::App;
use diptych::model::Side;
use diptych::workspace::{Action, Command, Origin};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{LEFT, RIGHT, program, settle};

type Program = Harness<'static, Option<App>>;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder to write to"))
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).expect("written");
        path
    }
}

fn pair(folder: &Folder) -> Program {
    program(vec![folder.file("weir.txt", LEFT.as_bytes()), folder.file("council.txt", RIGHT.as_bytes())])
}

fn tell(program: &mut Program, command: Command) {
    let ctx = program.ctx.clone();
    program.state_mut().as_mut().expect("it runs").apply(&ctx, command);
    settle(program);
}

fn origin(program: &Program, side: Side) -> Option<Origin> {
    let app = program.state().as_ref().expect("it runs");
    app.state().columns.get(side).opened.as_ref().map(|opened| opened.origin.clone())
}

fn open(program: &mut Program, side: Side, path: &Path) {
    tell(program, Command::OpenPath(side, path.to_owned()));
}

#[test]
fn two_files_open_side_by_side() {
    let folder = Folder::new();
    let program = pair(&folder);
    program.get_by_label_contains("The weir has stood since 1841");
    program.get_by_label_contains("After four evenings of testimony");
}

#[test]
fn without_files_the_samples_open() {
    let program = program(Vec::new());
    for side in Side::BOTH {
        assert!(matches!(origin(&program, side), Some(Origin::Sample(_))));
    }
}

#[test]
fn every_kind_of_bad_input_gets_one_sentence_and_the_other_column_stays() {
    let folder = Folder::new();
    let mut program = pair(&folder);
    let large = folder.0.path().join("large.txt");
    fs::File::create(&large).and_then(|file| file.set_len(200 * 1024 * 1024)).expect("a sparse file");
    let bad = [
        folder.file("empty.txt", b""),
        folder.file("binary.txt", &[0, 159, 146, 150, 0, 0, 1, 2, 3, 255, 254, 0]),
        folder.file("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        folder.0.path().join("missing.txt"),
        large,
    ];
    for path in bad {
        let name = path.file_name().expect("named").to_string_lossy().into_owned();
        let before = (origin(&program, Side::Left), origin(&program, Side::Right));
        open(&mut program, Side::Right, &path);
        let alerts: Vec<String> = program
            .get_all_by_role(egui::accesskit::Role::Alert)
            .map(|node| {
                use egui_kittest::kittest::NodeT as _;
                node.accesskit_node().label().unwrap_or_default()
            })
            .collect();
        assert_eq!(alerts.len(), 1, "{name}: {alerts:?}");
        assert!(alerts[0].contains(&name) && alerts[0].ends_with('.'), "{name}: {}", alerts[0]);
        assert_eq!((origin(&program, Side::Left), origin(&program, Side::Right)), before, "{name}");
        program.get_by_label("Dismiss the message on the right").click();
        settle(&mut program);
        assert_eq!(program.query_all_by_role(egui::accesskit::Role::Alert).count(), 0, "{name}");
    }
}

#[test]
fn a_folder_opens_its_first_two_articles_and_offers_the_rest() {
    let folder = Folder::new();
    for name in ["a.txt", "b.txt", "c.md"] {
        folder.file(name, format!("{name}\n\n{LEFT}").as_bytes());
    }
    let mut program = program(vec![folder.0.path().to_owned()]);
    program.get_by_role_and_label(egui::accesskit::Role::Heading, "Articles in this folder");
    assert_eq!(origin(&program, Side::Right), Some(Origin::File(folder.0.path().join("b.txt"))));
    program.get_by_label("c.md on the right").click();
    settle(&mut program);
    assert_eq!(origin(&program, Side::Right), Some(Origin::File(folder.0.path().join("c.md"))));
}

#[test]
fn without_a_picker_a_path_can_be_typed() {
    let folder = Folder::new();
    let mut program = pair(&folder);
    let other = folder.file("other.txt", format!("Another piece\n\n{RIGHT}").as_bytes());
    tell(&mut program, Command::Do(Action::OpenRight));
    program.get_by_label_contains("This system offers no file picker");
    program.get_by_label("Path of the article").type_text(&other.display().to_string());
    program.run();
    program.get_by_label("Open on the right").click();
    settle(&mut program);
    assert_eq!(origin(&program, Side::Right), Some(Origin::File(other)));
    assert!(program.query_by_label_contains("This system offers no file picker").is_none());
}

#[test]
fn the_clipboard_becomes_an_article() {
    let mut program = program(Vec::new());
    program.event(egui::Event::Paste("A note about nothing but itself, pasted whole.".to_owned()));
    settle(&mut program);
    program.get_by_label_contains("A note about nothing but itself");
}

#[test]
fn sides_swap() {
    let folder = Folder::new();
    let mut program = pair(&folder);
    let before = origin(&program, Side::Left);
    program.key_press(egui::Key::X);
    settle(&mut program);
    assert_eq!(origin(&program, Side::Right), before);
}

#[test]
fn the_theme_switches_by_key() {
    let mut program = program(Vec::new());
    let before = program.ctx.theme();
    program.key_press(egui::Key::D);
    settle(&mut program);
    assert_ne!(program.ctx.theme(), before);
}

#[test]
fn text_grows_and_shrinks_by_keys() {
    let mut program = program(Vec::new());
    let scale = |program: &Program| program.state().as_ref().expect("it runs").state().settings.text_scale;
    program.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Plus);
    settle(&mut program);
    assert!(scale(&program) > 1.0);
    program.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num0);
    settle(&mut program);
    assert!((scale(&program) - 1.0).abs() < f32::EPSILON);
}

#[test]
fn the_next_run_opens_where_the_reader_left_off() {
    let folder = Folder::new();
    let settings = folder.0.path().join("settings.json");
    let files = vec![folder.file("weir.txt", LEFT.as_bytes()), folder.file("council.txt", RIGHT.as_bytes())];
    let ctx = egui::Context::default();
    let mut first = App::new(&ctx, files.clone(), Some(settings.clone()));
    first.wait(&ctx, std::time::Duration::from_mins(1));
    first.save();
    let mut again = App::new(&ctx, Vec::new(), Some(settings));
    again.wait(&ctx, std::time::Duration::from_mins(1));
    let opened = again.state().columns.left.opened.as_ref().expect("the left article");
    assert_eq!(opened.origin, Origin::File(files[0].clone()));
    assert_eq!(again.state().settings.recent.len(), 1);
}

#[test]
fn an_article_saved_in_the_wrong_encoding_is_opened_mended_at_a_button() {
    let damaged = LEFT.replace('“', "â€œ").replace('”', "â€\u{9d}");
    let (_folder, mut program) = super::stage::program_on(("weir.txt", &damaged), ("council.txt", RIGHT));
    let left = |program: &Harness<'_, Option<App>>| {
        let app = program.state().as_ref().expect("the program");
        app.state().columns.left.opened.as_ref().expect("it is open").article.text.to_string()
    };
    assert_eq!(left(&program), damaged, "nothing is mended unasked");
    let alert = program.get_by_role(Role::Alert).accesskit_node().label().unwrap_or_default();
    assert!(alert.contains("wrong encoding"), "{alert}");
    program.get_by_label("Mend the letters of the article on the left").click();
    settle(&mut program);
    assert_eq!(left(&program), LEFT);
    assert!(program.query_by_role(Role::Alert).is_none(), "there is nothing more to mend");
}
