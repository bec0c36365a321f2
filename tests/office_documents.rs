//! Documents made with real programs, opened and held against the words that they were made of.

use std::fs;
use std::path::{Path, PathBuf};

use diptych::import::{self, Problem, path_of_part};
use diptych::model::{Article, Role, Style};

#[path = "support/same_words.rs"]
mod same_words;

use same_words::kept;

const LEAST_KEPT: f64 = 0.99;
const MOST_STRANGE: f64 = 0.01;
const NAMES: [&str; 5] = ["bell-foundry", "lantern-tax", "night-school", "reed-beds", "slow-trains"];

fn documents() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents")
}

/// The text, title and byline of an original.
fn original(name: &str) -> (String, String, String) {
    let text = fs::read_to_string(documents().join("originals").join(name).with_extension("txt")).expect("an original");
    let line = |number| text.split("\n\n").nth(number).unwrap_or_default().to_owned();
    let byline = line(1).strip_prefix("By ").expect("a byline").to_owned();
    (text.clone(), line(0), byline)
}

fn opened(path: &Path) -> Article {
    import::open(path).unwrap_or_else(|error| panic!("{error}"))
}

/// Every document of a format that was made of an original, with the original's name and the maker's.
fn made(format: &str) -> Vec<(PathBuf, &'static str, String)> {
    let mut made = Vec::new();
    for entry in fs::read_dir(documents().join(format)).expect("documents").flatten() {
        let path = entry.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Some((name, maker)) =
            NAMES.iter().find_map(|name| Some((*name, stem.strip_prefix(&format!("{name}-"))?)))
        {
            made.push((path.clone(), name, maker.to_owned()));
        }
    }
    made.sort();
    assert!(made.len() >= 5, "{format}");
    made
}

fn of_role(article: &Article, role: Role) -> Vec<&str> {
    let of_role = article.paragraphs.iter().filter(|paragraph| paragraph.role == Some(role));
    of_role.map(|paragraph| paragraph.span.of(&article.text)).collect()
}

/// Every problem with a document, none of a sound one. `has_title` is whether a style tells its title.
fn faults(article: &Article, name: &str, has_title: bool) -> Vec<String> {
    let (text, title, byline) = original(name);
    let kept = kept(&text, &article.text);
    let mut faults = Vec::new();
    if kept.of_original < LEAST_KEPT || kept.strange > MOST_STRANGE {
        faults.push(format!("{:.3} kept, {:.3} strange: {:?}", kept.of_original, kept.strange, kept.faults));
    }
    if has_title && of_role(article, Role::Title) != [title.as_str()] {
        faults.push(format!("titles {:?}", of_role(article, Role::Title)));
    }
    let metadata = &article.metadata;
    if metadata.title.as_ref().is_some_and(|told| *told != title) {
        faults.push(format!("title {:?}", metadata.title));
    }
    if metadata.byline.as_ref().is_some_and(|told| *told != byline) {
        faults.push(format!("byline {:?}", metadata.byline));
    }
    faults
}

fn check_format(format: &str, check: impl Fn(&Article, &str, &str) -> Vec<String>) {
    let mut report: Vec<String> = Vec::new();
    for (path, name, maker) in made(format) {
        for fault in check(&opened(&path), name, &maker) {
            report.push(format!("{name}-{maker}.{format}: {fault}"));
        }
    }
    assert!(report.is_empty(), "{}", report.join("\n"));
}

/// What the markup of each original says, whatever the program that wrote it.
fn structure_faults(article: &Article, name: &str) -> Vec<String> {
    let source =
        fs::read_to_string(documents().join("originals").join(name).with_extension("md")).expect("an original");
    let lines = |mark: &str| source.lines().filter(|line| line.starts_with(mark)).count();
    let mut faults = Vec::new();
    let mut check = |role: Role, wanted: usize| {
        let found = of_role(article, role);
        if found.len() != wanted {
            faults.push(format!("{wanted} of {role:?} wanted: {found:?}"));
        }
    };
    check(Role::Heading, lines("## "));
    check(Role::BlockQuote, lines("> "));
    let items = source.lines().filter(|line| {
        line.starts_with("- ") || line.split_once(". ").is_some_and(|(number, _)| number.parse::<u8>().is_ok())
    });
    check(Role::ListItem, items.count() + lines("[^"));
    faults
}

#[test]
fn word_documents() {
    check_format("docx", |article, name, maker| {
        let mut faults = faults(article, name, true);
        faults.extend(structure_faults(article, name));
        if maker != "libreoffice" && article.metadata.title.is_none() {
            faults.push("no title".to_owned());
        }
        if article.metadata.byline.is_none() {
            faults.push("no byline".to_owned());
        }
        faults
    });
}

#[test]
fn open_document_texts() {
    check_format("odt", |article, name, _| {
        let mut faults = faults(article, name, true);
        faults.extend(structure_faults(article, name));
        if article.metadata.byline.is_none() {
            faults.push("no byline".to_owned());
        }
        faults
    });
}

#[test]
fn rich_texts() {
    check_format("rtf", |article, name, maker| {
        // Pandoc writes headings as larger type, without styles.
        let mut faults = faults(article, name, maker != "pandoc");
        // LibreOffice gives a heading behind a deleted paragraph that one's style.
        if maker == "libreoffice" {
            faults.extend(structure_faults(article, name));
        }
        faults
    });
}

#[test]
fn e_books_of_one_article() {
    check_format("epub", |article, name, _| {
        let mut faults = faults(article, name, true);
        faults.extend(structure_faults(article, name));
        let metadata = &article.metadata;
        if (metadata.publication.as_deref(), metadata.date.as_deref()) != (Some("Harbour Press"), Some("2019-05-02")) {
            faults.push(format!("{metadata:?}"));
        }
        faults
    });
}

#[test]
fn a_chapter_is_chosen_from_an_e_book() {
    for version in ["2", "3"] {
        let book = documents().join(format!("epub/all-{version}.epub"));
        let problem = import::open(&book).expect_err("one of five must be chosen").problem;
        let Problem::Several(parts) = problem else { panic!("{problem}") };
        assert_eq!(parts.len(), NAMES.len());
        for (place, name) in NAMES.iter().enumerate() {
            let (_, title, _) = original(name);
            let chapter = opened(&path_of_part(&book, place + 1));
            assert_eq!(parts[place].metadata.title.as_ref(), Some(&title));
            assert_eq!(chapter.metadata.title.as_ref(), Some(&title));
            assert_eq!(chapter.metadata.byline.as_deref(), Some("Ada Quill"));
            assert_eq!(chapter.metadata.publication.as_deref(), Some("Five Small Towns"));
            assert_eq!(chapter.metadata.date.as_deref(), Some("2019-05"));
            let (text, ..) = original(name);
            let kept = kept(&text, &chapter.text);
            assert!(kept.of_original >= LEAST_KEPT && kept.strange <= MOST_STRANGE, "{name}: {:?}", kept.faults);
        }
    }
}

#[test]
fn a_download_of_a_database_is_parted_as_text_is() {
    for (name, count) in [
        ("docx/nexis-download.docx", 3),
        ("rtf/nexis-download.rtf", 3),
        ("pdf/nexis-download.pdf", 3),
        ("docx/proquest-download.docx", 2),
        ("rtf/proquest-download.rtf", 2),
        ("docx/factiva-download.docx", 2),
        ("rtf/factiva-download.rtf", 2),
    ] {
        let file = documents().join(name);
        let problem = import::open(&file).expect_err("one of several must be chosen").problem;
        let Problem::Several(parts) = problem else { panic!("{name}: {problem}") };
        let titles: Vec<_> = parts.iter().map(|part| part.metadata.title.as_deref().unwrap_or_default()).collect();
        let expected = ["The Ferry Stays", "A Boat Too Many", "Herons at the Weir"];
        assert_eq!(titles, expected[..count], "{name}");
        let first = opened(&path_of_part(&file, 1));
        let about = [&first.metadata.byline, &first.metadata.publication, &first.metadata.date];
        let about = about.map(|one| one.as_deref().unwrap_or_default());
        assert_eq!(about, ["Ada Quill", "The Brinmouth Echo", "2019-05-02"], "{name}");
        let body: Vec<_> = first.paragraphs.iter().filter(|one| one.role.is_none_or(Role::is_content)).collect();
        let body: String = body.iter().map(|one| one.span.of(&first.text).to_owned() + "\n").collect();
        assert!(
            body.contains("kept the ferry") && body.contains("Ben Rush") && !body.contains("Load-Date"),
            "{name}: {body}"
        );
        let second = opened(&path_of_part(&file, 2));
        assert!(second.text.contains("has not moved since Easter") && !second.text.contains("the mayor"), "{name}");
    }
    let first = opened(&path_of_part(&documents().join("docx/nexis-download.docx"), 1));
    let shown = |words: &str| first.paragraphs.iter().find(|one| one.span.of(&first.text) == words).map(|one| one.role);
    assert_eq!(shown("What it costs"), Some(Some(Role::Heading)));
    assert!(first.styles.iter().any(|one| one.style == Style::Emphasis && one.span.of(&first.text) == "ferry"));
}

#[test]
fn emphasis_is_kept() {
    for (format, maker) in [
        ("docx", "pandoc"),
        ("docx", "libreoffice"),
        ("odt", "pandoc"),
        ("odt", "libreoffice"),
        ("rtf", "pandoc"),
        ("rtf", "libreoffice"),
        ("epub", "3"),
    ] {
        let article = opened(&documents().join(format!("{format}/lantern-tax-{maker}.{format}")));
        let styled: Vec<_> =
            article.styles.iter().map(|styled| (styled.span.of(&article.text), styled.style)).collect();
        for wanted in [("light", Style::Emphasis), ("eleven", Style::Strong)] {
            assert!(styled.contains(&wanted), "{maker} {format}: {styled:?}");
        }
    }
}
