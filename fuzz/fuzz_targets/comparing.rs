//! Any two texts, read and compared: cut at the record separator, or the whole beside an article of ours.

#![no_main]

use std::sync::LazyLock;

use diptych::model::{Article, Reading};

#[path = "../../tests/support/soundness.rs"]
#[allow(dead_code, reason = "the other target uses the rest")]
mod soundness;

static OURS: LazyLock<(Article, Reading)> = LazyLock::new(|| {
    soundness::check_bytes(include_bytes!("../seeds/article.txt"), "ours.txt").expect("there are words in it")
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (left, right) = match bytes.iter().position(|&byte| byte == 0x1e) {
        Some(at) => (&bytes[..at], soundness::check_bytes(&bytes[at + 1..], "right.txt")),
        None => (bytes, Some(OURS.clone())),
    };
    if let (Some((article, reading)), Some((other, theirs))) = (soundness::check_bytes(left, "left.txt"), right) {
        soundness::check_pair((&article, &reading), (&other, &theirs));
    }
});
