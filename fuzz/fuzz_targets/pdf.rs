//! Any bytes behind the mark of a PDF.

#![no_main]

#[path = "../../tests/support/soundness.rs"]
#[allow(dead_code, reason = "the other targets use the rest")]
mod soundness;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let rest = bytes.strip_prefix(b"%PDF-").unwrap_or(bytes);
    soundness::check_import(&[b"%PDF-1.7\n", rest].concat(), "any.pdf");
});
