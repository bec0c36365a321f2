//! Which room may use which: the table in `src/lib.rs`, held against every `crate::` path in the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// A room, and the rooms it may use besides itself. `desktop` and `cli` may use all.
const WALLS: [(&str, &[&str]); 8] = [
    ("model", &[]),
    ("import", &["model"]),
    ("reading", &["model"]),
    ("comparing", &["model", "reading"]),
    ("export", &["model"]),
    ("workspace", &["model", "comparing", "export"]),
    ("view", &["model", "workspace"]),
    ("ui", &["model", "workspace", "view"]),
];

/// Crates that only the rooms with a window may name.
const WINDOW_CRATES: [&str; 4] = ["egui", "eframe", "rfd", "epaint"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the sources are there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The files of a room: `src/ROOM.rs` and everything below `src/ROOM/`.
fn files_of(room: &str) -> Vec<PathBuf> {
    let single = src().join(format!("{room}.rs"));
    let folder = src().join(room);
    let mut files = if folder.is_dir() { sources(&folder) } else { Vec::new() };
    files.extend(single.is_file().then_some(single));
    assert!(!files.is_empty(), "the room {room} has no files");
    files
}

/// Code without comments: a doc link to another room is no import.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file is readable");
    text.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// The first names of all `crate::NAME` paths, `crate::{NAME, …}` included.
fn rooms_used(code: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut used = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let path = &code[at + "crate::".len()..];
        match path.strip_prefix('{') {
            Some(group) => used.extend(members(group).iter().map(|member| name(member))),
            None => used.push(name(path)),
        }
    }
    used
}

/// The members of a braced group, its own closing brace being the end.
fn members(group: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut depth = 0;
    for character in group.chars() {
        match character {
            '}' if depth == 0 => break,
            ',' if depth == 0 => found.push(String::new()),
            _ => {
                depth += i32::from(character == '{') - i32::from(character == '}');
                found.last_mut().expect("never empty").push(character);
            }
        }
    }
    found.iter().map(|member| member.trim().to_owned()).filter(|member| !member.is_empty()).collect()
}

#[test]
fn every_room_uses_only_what_the_table_allows() {
    let mut broken = Vec::new();
    for (room, allowed) in WALLS {
        for file in files_of(room) {
            for used in rooms_used(&code(&file)) {
                if used != room && !allowed.contains(&used.as_str()) {
                    broken.push(format!("{} uses crate::{used}", file.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn no_window_below_the_window() {
    let mut broken = Vec::new();
    for room in ["model", "import", "reading", "comparing", "export", "workspace", "view", "cli"] {
        for file in files_of(room) {
            let code = code(&file);
            for name in WINDOW_CRATES {
                if code.contains(&format!("{name}::")) {
                    broken.push(format!("{} uses {name}", file.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_checker_sees_what_it_must() {
    assert_eq!(rooms_used("use crate::model::{Span, Side};"), ["model"]);
    assert_eq!(rooms_used("use crate::{export, ui::{tokens, list}, import};"), ["export", "ui", "import"]);
    assert_eq!(rooms_used("let x = crate::view::rows();"), ["view"]);
}
