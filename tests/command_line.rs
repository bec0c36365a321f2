//! The commands as a script meets them: what they print, where, and with which status.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// Runs the program with no display to be had.
fn diptych(arguments: &[&str]) -> Output {
    diptych_of(Path::new(""), arguments)
}

/// Runs it where the window keeps what readers make in that folder.
fn diptych_of(work: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_diptych"))
        .args(arguments)
        .env("DIPTYCH_WORK", work)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program runs")
}

fn corpus(file: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(file).to_string_lossy().into_owned()
}

fn sample_pair() -> [String; 2] {
    let manifest = std::fs::read_to_string(corpus("manifest.json")).expect("the manifest is there");
    let manifest: Value = serde_json::from_str(&manifest).expect("the manifest is JSON");
    [0, 1].map(|index| corpus(manifest["sample_pair"][index].as_str().expect("two files")))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

/// The sample pair in a format.
fn compared(format: &str) -> String {
    let [left, right] = sample_pair();
    let output = diptych(&["compare", &left, &right, "--format", format]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "");
    text(&output.stdout)
}

fn compared_json() -> Value {
    serde_json::from_str(&compared("json")).expect("valid JSON")
}

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().unwrap_or_else(|| panic!("{name} is a list"))
}

fn check_span(words: &str, span: &Value) {
    let [start, end] = [0, 1].map(|index| span[index].as_u64().expect("a byte offset") as usize);
    assert!(start < end && words.get(start..end).is_some(), "{span} is no passage of the text");
}

#[test]
fn compare_prints_one_object_in_the_public_format() {
    let printed = compared("json");
    assert_eq!(printed.lines().count(), 1);
    let comparison: Value = serde_json::from_str(&printed).expect("valid JSON");
    assert_eq!(comparison["schema"], "diptych.comparison/1");
    for side in ["left", "right"] {
        let article = &comparison[side];
        let words = article["text"].as_str().expect("the text is printed");
        for paragraph in list(article, "paragraphs") {
            check_span(words, &paragraph["span"]);
            assert!(paragraph["role"].is_string());
        }
        for quotation in list(article, "quotations") {
            for span in list(quotation, "spans") {
                check_span(words, span);
            }
            assert!((0.0..=1.0).contains(&quotation["confidence"].as_f64().expect("a number")));
        }
    }
}

#[test]
fn every_link_joins_real_passages_and_says_why() {
    let comparison = compared_json();
    assert!(list(&comparison, "links").len() >= 5, "the sample pair shows something");
    let mut before = 1.0;
    for link in list(&comparison, "links") {
        for side in ["left", "right"] {
            check_span(comparison[side]["text"].as_str().expect("text"), &link[side]);
        }
        assert!(link["why"].as_str().is_some_and(|why| why.len() > 10), "{link}");
        let score = link["score"].as_f64().expect("a score");
        assert!((0.0..=before).contains(&score), "strongest first");
        before = score;
        if let Some(source) = link["source"].as_str() {
            assert!(list(&comparison, "sources").iter().any(|one| one["id"] == source));
        }
    }
}

#[test]
fn the_sample_pair_shows_every_kind_of_link() {
    let comparison = compared_json();
    for kind in ["text", "quotation", "source", "event", "fact", "theme"] {
        assert!(list(&comparison, "links").iter().any(|link| link["kind"] == kind), "no link of kind {kind}");
    }
}

#[test]
fn the_same_files_print_the_same_bytes() {
    assert_eq!(compared("json"), compared("json"));
}

#[test]
fn markdown_and_text_show_the_first_link_with_both_passages() {
    let comparison = compared_json();
    let why = comparison["links"][0]["why"].as_str().expect("a reason");
    let plain = compared("text");
    assert!(plain.contains(&format!("1. {why}")), "{plain}");
    let page = compared("markdown");
    assert!(page.starts_with("# What two articles share\n"));
    let passages = page.lines().filter(|line| line.starts_with("> ")).count();
    assert!(passages >= 2 * list(&comparison, "links").len(), "{passages} passages");
}

#[test]
fn read_prints_one_line_a_file() {
    let [left, right] = sample_pair();
    let printed = text(&diptych(&["read", &left, &right, "--format", "json"]).stdout);
    assert_eq!(printed.lines().count(), 2);
    for line in printed.lines() {
        let reading: Value = serde_json::from_str(line).expect("valid JSON");
        assert_eq!(reading["schema"], "diptych.reading/1");
        assert!(!list(&reading["article"], "quotations").is_empty());
        assert!(!list(&reading, "sources").is_empty());
    }
}

#[test]
fn explain_names_the_speaker_and_the_rule() {
    let [left, _] = sample_pair();
    let printed = text(&diptych(&["explain", &left]).stdout);
    assert!(printed.contains("Manger"), "{printed}");
    assert!(printed.contains("; rule: "), "{printed}");
}

#[test]
fn help_names_the_commands_and_gives_examples() {
    let output = diptych(&["--help"]);
    assert!(output.status.success());
    let help = text(&output.stdout);
    for word in ["compare", "read", "explain", "Examples:", "--format json"] {
        assert!(help.contains(word), "{word} is not in the help");
    }
}

#[test]
fn bad_input_is_one_line_with_status_2() {
    let [left, _] = sample_pair();
    let missing: PathBuf = std::env::temp_dir().join("diptych-there-is-no-such-file.txt");
    let output = diptych(&["compare", &left, &missing.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stdout), "");
    let message = text(&output.stderr);
    assert_eq!(message.trim_end().lines().count(), 1, "{message}");
    assert!(message.contains("diptych-there-is-no-such-file.txt"), "{message}");
}

#[test]
fn an_article_in_a_script_that_is_not_read_is_shown_with_a_word_on_it() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/html/hebrew.html");
    let output = diptych(&["read", &page.to_string_lossy()]);
    let said = text(&output.stderr);
    assert!(output.status.success() && said.contains("mainly in Hebrew script"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn an_unknown_option_is_status_2() {
    assert_eq!(diptych(&["compare", "--colour"]).status.code(), Some(2));
}

#[test]
fn export_writes_what_the_files_name_says() {
    let folder = tempfile::tempdir().expect("a folder to write to");
    let [left, right] = sample_pair();
    let export = |name: &str, more: &[&str]| {
        let to = folder.path().join(name);
        let output = diptych(&[&["export", &left, &right, "--to", &to.to_string_lossy()], more].concat());
        (to, output)
    };
    let begins = [
        ("handout.pdf", &b"%PDF-"[..]),
        ("handout.docx", b"PK"),
        ("Handout.HTML", b"<!DOCTYPE html>"),
        ("report.html", b"<!DOCTYPE html>"),
        ("cards.docx", b"PK"),
        ("links.csv", "\u{feff}number,".as_bytes()),
        ("notes.md", b"# Notes on "),
        ("comparison.json", b"{\"schema\":\"diptych.comparison/1\""),
    ];
    for (name, start) in begins {
        let (to, output) = export(name, &[]);
        assert!(output.status.success(), "{name}: {}", text(&output.stderr));
        assert!(std::fs::read(&to).expect("the file is there").starts_with(start), "{name}");
        assert!(text(&output.stdout).contains(name), "{name}");
    }
    let left_over: Vec<_> = std::fs::read_dir(folder.path()).expect("a folder").flatten().collect();
    assert_eq!(left_over.len(), begins.len(), "no temporary file is left: {left_over:?}");
}

#[test]
fn export_says_why_it_does_not_write() {
    let folder = tempfile::tempdir().expect("a folder to write to");
    let [left, right] = sample_pair();
    let copy = folder.path().join("left.txt");
    std::fs::copy(&left, &copy).expect("a copy");
    let inside = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let refused = |to: &str, more: &[&str], expected: &str| {
        let copy = copy.to_string_lossy();
        let output = diptych(&[&["export", &copy, &right, "--to", to], more].concat());
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{to}: {said}");
        assert!(said.contains(expected) && said.lines().count() == 1, "{to}: {said}");
    };
    refused(&inside("left.txt"), &[], "is one of the two articles");
    refused(&inside("./left.txt"), &["--as", "comparison"], "is one of the two articles");
    refused(&inside("report.pdf"), &[], "it can be html");
    refused(&inside("handout"), &[], "the file's ending");
    refused(&inside("nowhere/links.csv"), &[], "there is no folder");
    refused(&inside("links.csv"), &["--blank"], "--blank is for a handout");
    assert_eq!(std::fs::read(&copy).expect("the copy"), std::fs::read(&left).expect("the article"));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing was written");
}

#[test]
fn export_of_a_document_has_the_work_in_it() {
    use diptych::model::{ArticleKey, Card, Edit, Emphasis, Item, ItemId, Marking, Place, Sides, Span};
    use diptych::workspace::store::{Change, Document, Keeper, KeptArticle};
    let folder = tempfile::tempdir().expect("a folder to write to");
    let kept = |path: &String| {
        let article = diptych::import::open(Path::new(path)).unwrap_or_else(|error| panic!("{error}"));
        KeptArticle::new(path.clone(), article)
    };
    let [left, right] = sample_pair();
    let mut document = Document::new(Sides::new(kept(&left), kept(&right)));
    let text = document.articles.left.article.text.clone();
    let start = text.find("She went out to him.").expect("a sentence of the article");
    let cut = Place { article: ArticleKey::of(&text), span: Span::new(start, start + 20) };
    let markings = vec![Marking { span: cut.span, emphasis: Emphasis::Underlined }];
    let card = Card { cut, tag: "Witnesses act".to_owned(), markings, shrunk_points: None };
    let keys = document.keys();
    let edit = Edit::Put(ItemId(1), Item::Card(card));
    document.log.push(edit.clone(), &keys);
    let saved = folder.path().join("work.diptych");
    document.save_as(&saved).unwrap_or_else(|error| panic!("{error}"));
    let to = folder.path().join("cards.md");
    let output = diptych(&["export", &saved.to_string_lossy(), "--to", &to.to_string_lossy()]);
    assert!(output.status.success(), "{}", crate::text(&output.stderr));
    assert!(crate::text(&output.stdout).ends_with("cards.md: 1 card.\n"), "{}", crate::text(&output.stdout));
    let page = std::fs::read_to_string(&to).expect("the cards");
    assert!(page.contains("#### Witnesses act\n") && page.contains("<u>She went out to him.</u>"), "{page}");

    let (mut keeper, _) = Keeper::open(folder.path(), document.articles.clone(), None);
    keeper.keep(Change::Did(edit)).unwrap_or_else(|error| panic!("{error}"));
    let export = |more: &[&str]| {
        diptych_of(folder.path(), &[&["export", &left, &right, "--to", &to.to_string_lossy()], more].concat())
    };
    let told = |output: &Output| crate::text(&output.stdout);
    assert!(!told(&export(&[])).contains("cards.md: 1 card.\n"), "without being asked for, what is kept is not in it");
    assert!(told(&export(&["--mine"])).ends_with("cards.md: 1 card.\n"), "also while a window has it open");
    assert_eq!(std::fs::read_to_string(&to).expect("the cards"), page);
}
