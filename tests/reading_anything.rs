//! Arbitrary text never makes the reading or the comparing panic, and what they find is sound; see
//! `support/soundness.rs` for what that means. What the fuzz targets found stays here as `tests/finds`.

#[path = "support/soundness.rs"]
mod soundness;

use std::fs;
use std::path::{Path, PathBuf};

use diptych::workspace::store::Document;
use proptest::prelude::*;

fn check(text: &str) {
    soundness::check_bytes(text.as_bytes(), "any.txt");
    soundness::check_bytes(text.as_bytes(), "any.md");
}

fn check_two(left: &[u8], right: &[u8]) {
    let read = |bytes| soundness::check_bytes(bytes, "any.txt");
    if let (Some((article, reading)), Some((other, theirs))) = (read(left), read(right)) {
        soundness::check_pair((&article, &reading), (&other, &theirs));
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("the folder is there").flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    assert!(!files.is_empty(), "no files");
    files
}

/// What broke a rule once, as bytes: alone, and beside another text behind a record separator.
#[test]
fn what_was_found_stays_mended() {
    for path in files("tests/finds").into_iter().chain(files("fuzz/seeds")) {
        let bytes = fs::read(&path).expect("the file is readable");
        soundness::check_bytes(&bytes, "any.txt");
        soundness::check_bytes(&bytes, "any.md");
        let (left, right) = match bytes.iter().position(|&byte| byte == 0x1e) {
            Some(at) => (&bytes[..at], &bytes[at + 1..]),
            None => (&bytes[..], &bytes[..]),
        };
        check_two(left, right);
    }
}

/// What broke a rule once, as files of their formats.
#[test]
fn files_that_were_found_stay_mended() {
    for path in files("tests/finds/files") {
        let bytes = fs::read(&path).expect("the file is readable");
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        if !name.ends_with(".diptych") {
            soundness::check_import(&bytes, &name);
            continue;
        }
        let (document, _) = Document::read(&bytes).expect("a document");
        for kept in [&document.articles.left, &document.articles.right] {
            soundness::check_article(&kept.article);
        }
    }
}

/// Pieces that the rules look at, in any order: more of a test than letters drawn at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "'",
        "’",
        "‘",
        "''",
        "«",
        "»",
        "„",
        "—",
        " - ",
        "--",
        ",",
        ".",
        "?",
        "!",
        ":",
        ";",
        "(",
        ")",
        "\n",
        "\n\n",
        " ",
        "\u{a0}",
        "\u{200a}",
        "said",
        "says",
        "who",
        "that",
        "Holm",
        "Mr.",
        "U.S.",
        "the",
        "mayor",
        "of",
        "and",
        "but",
        "according",
        "to",
        "by",
        "Monday",
        "told",
        "saying",
        "he",
        "É",
        "日本",
        "🙂",
        "\u{301}",
        "6'2\"",
        "’90s",
        "a",
        "letter",
        "claim",
        "was",
        "has",
        "not",
        "-",
        "=",
        "[",
        "]",
        "…",
    ]);
    prop::collection::vec((piece, prop::bool::ANY), 0..60).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, space)| if space { format!("{piece} ") } else { piece.to_owned() }).collect()
    })
}

/// One of our own articles, with characters left out, doubled or put in another's place here and there.
fn damaged() -> impl Strategy<Value = String> {
    let texts: Vec<String> = files("fuzz/seeds").iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    let wounds = prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8), 0..12);
    (prop::sample::select(texts), wounds).prop_map(|(text, wounds)| {
        let mut characters: Vec<char> = text.chars().collect();
        for (place, wound) in wounds {
            let at = place.index(characters.len());
            let other = text.len() % characters.len();
            match wound {
                0 if characters.len() > 1 => drop(characters.remove(at)),
                1 => characters.insert(at, characters[at]),
                _ => characters.swap(at, other),
            }
        }
        characters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_article_is_read_and_compared(left in damaged(), right in damaged()) {
        check(&left);
        check_two(left.as_bytes(), right.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn any_order_of_marks_and_cues_is_read(text in pieces()) {
        check(&text);
    }

    #[test]
    fn any_two_are_compared(left in pieces(), right in pieces()) {
        check_two(left.as_bytes(), right.as_bytes());
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        soundness::check_bytes(&bytes, "any.txt");
    }

    #[test]
    fn any_rich_text_is_opened(words in prop::collection::vec(rich_word(), 0..80)) {
        soundness::check_import(&[b"{\\rtf1 ".as_slice(), &words.concat(), b"}"].concat(), "any.rtf");
    }
}

/// A group's mark, a control word, words or stray bytes of rich text.
fn rich_word() -> impl Strategy<Value = Vec<u8>> {
    const WORDS: [&str; 30] = [
        "{",
        "{",
        "{",
        "}",
        "}",
        "}",
        "{\\*\\",
        "\\par ",
        "\\cell ",
        "\\row ",
        "\\intbl ",
        "\\pard ",
        "\\footnote ",
        "\\b ",
        "\\i0 ",
        "\\u-10179 ?",
        "\\u8212\\'97",
        "\\'e9",
        "\\bin3 ",
        "\\stylesheet ",
        "\\s1 ",
        "\\fonttbl ",
        "\\f2 ",
        "\\field ",
        "\\fldinst ",
        "\\shptxt ",
        "\\upr ",
        "\\deleted ",
        "The ferry; stays ",
        "\n\n",
    ];
    let known = prop::sample::select(WORDS.to_vec()).prop_map(|word| word.as_bytes().to_vec());
    prop_oneof![9 => known, 1 => prop::collection::vec(any::<u8>(), 1..4)]
}
