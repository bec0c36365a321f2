//! Any bytes behind the mark of a container and that of each format in turn.

#![no_main]

#[path = "../../tests/support/soundness.rs"]
#[allow(dead_code, reason = "the other targets use the rest")]
mod soundness;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for mark in ["word/", "application/vnd.oasis.opendocument.text", "application/epub+zip"] {
        soundness::check_import(&[b"PK\x03\x04", bytes, mark.as_bytes()].concat(), "any.zip");
        soundness::check_import(&[b"PK\x03\x04", mark.as_bytes(), bytes].concat(), "any.zip");
    }
});
