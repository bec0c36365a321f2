//! Files of every kind, good and bad, through the library and the command line.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use diptych::import::{self, ImportError, LARGEST_FILE_BYTES, Problem};
use diptych::model::{Article, Role};
use proptest::prelude::*;

const ARTICLE: &str = "The Ferry Stays\n\nBy Ada Quill\n\nThe council kept the ferry on Monday. “We will not be rushed,” \
                       said the mayor, Ben Rush.\n";

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

fn file(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a temporary file can be written");
    path
}

fn words(article: &Article) -> Vec<&str> {
    article.paragraphs.iter().map(|paragraph| paragraph.span.of(&article.text)).collect()
}

fn compare(left: &Path, right: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_diptych")).arg("compare").args([left, right]).output().expect("the program starts")
}

/// The file is refused by the library and by the command line, on either side, in one sentence that names it.
fn check_refused(path: &Path, expected: fn(&Problem) -> bool) {
    let error = import::open(path).expect_err("the file is no article");
    assert!(expected(&error.problem), "{error:?}");
    let sentence = error.to_string();
    assert_eq!(sentence.lines().count(), 1, "{sentence}");
    assert!(sentence.ends_with('.') && sentence.starts_with('“'), "{sentence}");

    let temporary = folder();
    let sound = file(temporary.path(), "sound.txt", ARTICLE);
    for (left, right) in [(path, sound.as_path()), (sound.as_path(), path)] {
        let output = compare(left, right);
        assert_eq!(output.status.code(), Some(2), "{sentence}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "");
        assert_eq!(String::from_utf8_lossy(&output.stderr), format!("diptych: {sentence}\n"));
    }
}

#[test]
fn a_missing_file() {
    check_refused(&folder().path().join("missing.txt"), |problem| matches!(problem, Problem::Missing));
}

#[test]
fn a_folder() {
    check_refused(folder().path(), |problem| matches!(problem, Problem::Folder));
}

#[test]
fn files_without_words() {
    let temporary = folder();
    for (name, bytes) in
        [("empty.txt", ""), ("white.txt", " \n\t\r\n \u{A0} \n"), ("rule.md", "---\n\n***\n"), ("mark.txt", "\u{FEFF}")]
    {
        check_refused(&file(temporary.path(), name, bytes), |problem| matches!(problem, Problem::Empty));
    }
}

#[test]
fn binary_files() {
    let temporary = folder();
    let noise: Vec<u8> = (0..5000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    check_refused(&file(temporary.path(), "noise.txt", noise), |problem| matches!(problem, Problem::NotText));
    check_refused(&file(temporary.path(), "zeros.md", [0; 300]), |problem| matches!(problem, Problem::NotText));
}

#[test]
fn formats_that_are_named_whatever_the_file_is_called() {
    let temporary = folder();
    let cases: [(&str, &[u8], &str); 3] = [
        ("b.md", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "is an old Office document; "),
        ("c", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "is a picture (PNG); "),
        ("d.txt", b"\x7FELF\x02\x01\x01\0", "is a program; "),
    ];
    for (name, bytes, expected) in cases {
        let path = file(temporary.path(), name, bytes);
        check_refused(&path, |problem| matches!(problem, Problem::OtherFormat(_)));
        let sentence = import::open(&path).expect_err("no article").to_string();
        assert!(sentence.contains(expected), "{sentence}");
    }
}

#[test]
fn documents_that_are_not_whole_or_under_a_password() {
    let temporary = folder();
    let cut = file(temporary.path(), "cut.docx", b"PK\x03\x04\x14\0\x06\0[Content_Types].xml word/document.xml");
    check_refused(&cut, |problem| matches!(problem, Problem::Damaged(_)));
    check_refused(&file(temporary.path(), "cut.rtf", "{\\rtf1 The ferry {stays"), |problem| {
        matches!(problem, Problem::Damaged(_))
    });
    check_refused(&file(temporary.path(), "cut.txt", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj"), |problem| {
        matches!(problem, Problem::Damaged(_))
    });
    let mark = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes);
    let locked: Vec<u8> =
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain(vec![0; 9000]).chain(mark).collect();
    check_refused(&file(temporary.path(), "locked.docx", locked), |problem| matches!(problem, Problem::Locked(_)));
}

#[test]
fn a_file_of_200_megabytes_is_refused_unread() {
    let temporary = folder();
    let path = temporary.path().join("large.txt");
    // A file with a hole takes no room on the disk.
    fs::File::create(&path).and_then(|file| file.set_len(200_000_000)).expect("a file with a hole can be made");
    check_refused(&path, |problem| matches!(problem, Problem::TooLarge { bytes: 200_000_000, .. }));
}

#[test]
fn the_largest_file_is_the_limit_to_the_byte() {
    // A file of the limit's size is looked into, here to find that it is no text; one byte more is not.
    let mut bytes = vec![0; LARGEST_FILE_BYTES as usize];
    let problem = |bytes: &[u8]| import::from_bytes(bytes, "limit.txt").expect_err("no article").problem;
    assert!(matches!(problem(&bytes), Problem::NotText));
    bytes.push(b' ');
    assert!(matches!(problem(&bytes), Problem::TooLarge { .. }));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn pipes_sockets_and_devices_do_not_keep_it_waiting() {
        let temporary = folder();
        let pipe = temporary.path().join("pipe.txt");
        let made = Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) {
            check_refused(&pipe, |problem| matches!(problem, Problem::NotAFile("a pipe")));
        } else {
            eprintln!("not run for pipes: no mkfifo here");
        }
        let socket = temporary.path().join("socket.txt");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).expect("a socket can be made");
        check_refused(&socket, |problem| matches!(problem, Problem::NotAFile("a socket")));
        let link = temporary.path().join("zero.txt");
        symlink("/dev/zero", &link).expect("a link can be made");
        check_refused(&link, |problem| matches!(problem, Problem::NotAFile("a device")));
    }

    #[test]
    fn a_file_that_may_not_be_read() {
        let temporary = folder();
        let path = file(temporary.path(), "secret.txt", ARTICLE);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions can be set");
        if fs::read(&path).is_ok() {
            eprintln!("not run: this user may read every file");
            return;
        }
        check_refused(&path, |problem| matches!(problem, Problem::Forbidden));
    }

    #[test]
    fn a_link_that_leads_to_itself() {
        let temporary = folder();
        let path = temporary.path().join("loop.txt");
        symlink(&path, &path).expect("a link can be made");
        check_refused(&path, |problem| matches!(problem, Problem::Unreadable(_)));
    }

    #[test]
    fn a_name_with_a_line_break_stays_on_one_line() {
        let temporary = folder();
        check_refused(&file(temporary.path(), "a\nb\u{1B}[31m.txt", b"\0"), |problem| {
            matches!(problem, Problem::NotText)
        });
    }
}

#[test]
fn a_sound_file_keeps_its_path_and_its_words() {
    let temporary = folder();
    let path = file(temporary.path(), "ferry.txt", ARTICLE.replace('\n', "\r\n"));
    let article = import::open(&path).expect("an article");
    assert_eq!(article.path.as_deref(), Some(path.as_path()));
    assert_eq!(&*article.text, ARTICLE);
    assert_eq!(words(&article).len(), 3);
    assert_eq!(compare(&path, &path).status.code(), Some(0));
}

#[test]
fn one_article_in_every_encoding() {
    let wide = |bytes_of: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        format!("{mark}{ARTICLE}").encode_utf16().flat_map(bytes_of).collect()
    };
    let windows = ARTICLE.chars().map(|c| match c {
        '“' => 0x93,
        '”' => 0x94,
        other => other as u8,
    });
    let cases = [
        ARTICLE.as_bytes().to_vec(),
        format!("\u{FEFF}{ARTICLE}").into_bytes(),
        wide(u16::to_le_bytes, "\u{FEFF}"),
        wide(u16::to_be_bytes, "\u{FEFF}"),
        wide(u16::to_le_bytes, ""),
        wide(u16::to_be_bytes, ""),
        windows.collect(),
    ];
    for (number, bytes) in cases.iter().enumerate() {
        let article = import::from_bytes(bytes, "ferry.txt").expect("an article");
        assert_eq!(&*article.text, ARTICLE, "case {number}");
    }
}

#[test]
fn pasted_text_is_an_article_without_a_path() {
    let article = import::pasted(ARTICLE).expect("an article");
    assert_eq!((article.path.as_ref(), words(&article).len()), (None, 3));
    let error: ImportError = import::pasted(" \n").expect_err("no words");
    assert_eq!(error.to_string(), "The pasted text holds no words; choose another article.");
}

#[test]
fn markdown_keeps_what_its_marks_say() {
    let markdown = "---\ntitle: The Ferry Stays\nauthor: Ada Quill\ndate: May 2, 2019\npublication: The Brinmouth Echo\n---\n\n\
                    # The Ferry Stays\n\nIt *stays*.\n\n> We will not be rushed.\n";
    let article = import::from_bytes(markdown.as_bytes(), "ferry.MD").expect("an article");
    assert_eq!(&*article.text, "The Ferry Stays\n\nIt stays.\n\nWe will not be rushed.");
    let roles: Vec<_> = article.paragraphs.iter().map(|paragraph| paragraph.role).collect();
    assert_eq!(roles, [Some(Role::Title), None, Some(Role::BlockQuote)]);
    assert_eq!(article.styles.len(), 1);
    let metadata = &article.metadata;
    assert_eq!(metadata.byline.as_deref(), Some("Ada Quill"));
    assert_eq!(metadata.publication.as_deref(), Some("The Brinmouth Echo"));
    assert_eq!(metadata.date.as_deref(), Some("2019-05-02"));
}

#[test]
fn a_folder_gives_its_articles_by_name() {
    let temporary = folder();
    for name in ["b.txt", "a.md", "C.markdown", "noname"] {
        file(temporary.path(), name, ARTICLE);
    }
    file(temporary.path(), ".hidden.txt", ARTICLE);
    file(temporary.path(), "manifest.json", "{}");
    file(temporary.path(), "photo.txt", b"\x89PNG\r\n\x1A\n\0");
    file(temporary.path(), "empty.txt", "");
    let long = fs::OpenOptions::new().write(true).open(file(temporary.path(), "long.txt", ARTICLE.repeat(40)));
    // A hole makes it longer than a text may be, which opening it would refuse.
    long.and_then(|long| long.set_len(LARGEST_FILE_BYTES + 1)).expect("a file can grow");
    fs::create_dir(temporary.path().join("inner.txt")).expect("a folder can be made");
    let found = import::folder(temporary.path()).expect("a folder with articles");
    let names: Vec<_> = found.iter().filter_map(|path| path.file_name()?.to_str()).collect();
    assert_eq!(names, ["C.markdown", "a.md", "b.txt", "noname"]);
}

#[test]
fn a_folder_without_articles_and_a_file_for_a_folder() {
    let temporary = folder();
    let error = import::folder(temporary.path()).expect_err("nothing in it");
    assert!(matches!(error.problem, Problem::NoArticles), "{error}");
    let error = import::folder(&file(temporary.path(), "a.txt", ARTICLE)).expect_err("a file");
    assert!(matches!(error.problem, Problem::NotAFolder), "{error}");
}

fn check_sound(article: &Article) {
    let mut end = 0;
    for paragraph in &article.paragraphs {
        let span = paragraph.span;
        let words = article.text.get(span.start..span.end).expect("a paragraph lies on character boundaries");
        assert!(span.start >= end, "paragraphs are in order and do not overlap");
        assert!(!words.is_empty() && words.trim() == words, "a paragraph is trimmed: {words:?}");
        end = span.end;
    }
    for styled in &article.styles {
        assert!(article.text.get(styled.span.start..styled.span.end).is_some_and(|words| !words.is_empty()));
    }
    assert!(article.styles.is_sorted_by_key(|styled| styled.span.start));
    let reading = diptych::reading::read(article);
    assert_eq!(reading.roles.len(), article.paragraphs.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_give_an_article_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..400), markdown: bool) {
        if let Ok(article) = import::from_bytes(&bytes, if markdown { "x.md" } else { "x.txt" }) {
            check_sound(&article);
        }
    }

    #[test]
    fn any_text_is_kept_but_for_its_line_ends(text in "(\\PC|[ \n\r\t“”’—#>*_\\[\\]-]){0,300}") {
        let folded = text.replace("\r\n", "\n").replace('\r', "\n");
        if let Ok(article) = import::pasted(&text) {
            prop_assert_eq!(&*article.text, folded.strip_prefix('\u{FEFF}').unwrap_or(&folded));
            check_sound(&article);
            let inside: usize = article.paragraphs.iter().map(|one| one.span.of(&article.text).matches(char::is_alphanumeric).count()).sum();
            prop_assert_eq!(inside, article.text.matches(char::is_alphanumeric).count(), "no word is outside a paragraph");
        }
    }

    #[test]
    fn any_markdown_is_sound(text in "(\\PC|[ \n#>*_`|<!~:-]|\\[|\\]|\\(|\\)|<b>|<br>|\n\n|- |1\\. |---\n|!\\[){0,200}") {
        if let Ok(article) = import::from_bytes(text.as_bytes(), "x.md") {
            check_sound(&article);
        }
    }
}

#[test]
fn letters_saved_wrongly_are_told_of_and_mended_only_when_asked() {
    let folder = folder();
    let spoilt = "The Ferry Stays\n\nâ€œWe wonâ€™t be rushed,â€\u{9d} said ZoÃ« Quill.\n\nNobody asked her.\n";
    let sound = file(folder.path(), "sound.txt", ARTICLE);
    for (name, text) in [
        ("old.txt", spoilt.to_owned()),
        ("old.html", format!("<!DOCTYPE html><meta charset=utf-8><p>{}", spoilt.replace("\n\n", "<p>").repeat(4))),
        ("old.md", format!("# Notes\n\n{spoilt}")),
    ] {
        let path = file(folder.path(), name, &text);
        let article = import::open(&path).expect("the file holds an article");
        assert!(article.text.contains("wonâ€™t"), "{name}: never mended unasked");
        assert!(import::mojibake::is_likely(&article.text), "{name}");
        let mended = import::open(&import::path_of_mended(&path)).expect("the file holds an article");
        assert!(mended.text.contains("“We won’t be rushed,” said Zoë Quill."), "{name}: {}", mended.text);
        assert!(!import::mojibake::is_likely(&mended.text), "{name}");
    }
    let output = compare(&folder.path().join("old.txt"), &sound);
    let note = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && note.contains("old.txt#mended") && note.lines().count() == 1, "{note}");
    let output = compare(&folder.path().join("old.txt#mended"), &sound);
    assert!(output.status.success() && output.stderr.is_empty());
}

#[test]
fn a_text_of_more_lines_than_an_article_has_is_refused() {
    let folder = folder();
    let path = file(folder.path(), "lines.txt", "x\n".repeat(1_000_001));
    check_refused(&path, |problem| matches!(problem, Problem::TooManyLines { .. }));
}
