//! Who is quoted, and by which words the text says so: one line a case, one file a construction, in `tests/cases`.
//!
//! `tests/cases/README.md` tells how a line is written. People, towns and facts are made up.

#[path = "support/cases.rs"]
mod cases;

use std::collections::BTreeSet;
use std::fs;

/// A test for each file, so that the name of the construction stands in the report; every file must be named here.
macro_rules! constructions {
    ($($name:ident),+ $(,)?) => {
        const FILES: &[&str] = &[$(stringify!($name)),+];
        $(#[test]
        fn $name() {
            cases::check(stringify!($name));
        })+
    };
}

constructions! {
    adverbials,
    anonymous,
    before,
    behind,
    blocks,
    carried,
    clauses,
    documents,
    fragments,
    inverted,
    marks,
    nested,
    no_marks,
    nouns,
    on_behalf,
    outlets,
    pages,
    participles,
    passive,
    split,
    statements,
    subjects,
    terms,
    unattributed,
}

#[test]
fn every_file_of_cases_is_run() {
    let folder = fs::read_dir(cases::folder()).expect("the folder is there").flatten();
    let there: BTreeSet<String> =
        folder.filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".txt").map(str::to_owned)).collect();
    let run: BTreeSet<String> = FILES.iter().map(|&name| name.to_owned()).collect();
    assert_eq!(there, run);
}

#[test]
fn there_are_three_hundred_and_forty_of_pages() {
    let all: Vec<cases::Case> = FILES.iter().flat_map(|name| cases::read(name)).collect();
    let texts: BTreeSet<&str> = all.iter().map(|case| case.text.as_str()).collect();
    assert_eq!(texts.len(), all.len(), "a text stands twice");
    assert!(all.len() >= 300, "{} cases", all.len());
    let of_pages = all.iter().filter(|case| case.of_a_page).count();
    assert!(of_pages >= 40, "{of_pages} cases of pages");
}
