//! Any bytes behind the mark of rich text.

#![no_main]

#[path = "../../tests/support/soundness.rs"]
#[allow(dead_code, reason = "the other targets use the rest")]
mod soundness;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    soundness::check_import(&[b"{\\rtf1", bytes].concat(), "any.rtf");
});
