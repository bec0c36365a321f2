//! Any bytes, opened as plain text and as Markdown, and read.

#![no_main]

#[path = "../../tests/support/soundness.rs"]
#[allow(dead_code, reason = "the other target uses the rest")]
mod soundness;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    soundness::check_bytes(bytes, "any.txt");
    soundness::check_bytes(bytes, "any.md");
});
