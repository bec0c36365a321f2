//! The real window under a display of its own: the built program opens a second article through the real file
//! dialog, and the accessibility tree must show both.
//!
//! Where the tools are missing the test says that it was not run; with `DIPTYCH_REAL_WINDOW=required` that fails.

#![cfg(all(feature = "desktop", target_os = "linux"))]

use std::path::{Path, PathBuf};
use std::process::Command;

/// What the sitting needs besides the program.
const TOOLS: [&str; 7] = ["bash", "Xvfb", "openbox", "xdotool", "zenity", "dbus-run-session", "gdbus"];

fn is_on_path(tool: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(tool).is_file())
}

fn has_accessibility_bindings() -> bool {
    let import = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi";
    Command::new("/usr/bin/python3").args(["-c", import]).output().is_ok_and(|done| done.status.success())
}

fn missing() -> Vec<&'static str> {
    let mut missing: Vec<_> = TOOLS.into_iter().filter(|tool| !is_on_path(tool)).collect();
    if !has_accessibility_bindings() {
        missing.push("gir1.2-atspi-2.0 with python3-gi");
    }
    missing
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

#[test]
fn a_second_article_opens_through_the_real_file_dialog() {
    let missing = missing();
    if !missing.is_empty() {
        assert_ne!(std::env::var("DIPTYCH_REAL_WINDOW").as_deref(), Ok("required"), "missing: {missing:?}");
        println!("NOT RUN: the test of the real window needs {}", missing.join(", "));
        return;
    }
    let corpus = folder().join("corpus");
    let done = Command::new("bash")
        .arg(folder().join("tests/real_window/session.sh"))
        .arg(env!("CARGO_BIN_EXE_diptych"))
        .arg(corpus.join("ketterick-dam-vote.txt"))
        .arg("Annette Kowal")
        .arg(corpus.join("keep-the-pond.md"))
        // The titles and the authors of both.
        .args(["By 45 Votes, Corley Mills Decides to Let Its River Go", "Keep the Pond"])
        .args(["Annette Kowal", "Walter Amory"])
        .output()
        .expect("the sitting starts");
    let shown = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{}\n{shown}", String::from_utf8_lossy(&done.stderr));
}
