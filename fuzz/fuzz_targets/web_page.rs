//! Any bytes, opened as a web page and as a web archive.

#![no_main]

#[path = "../../tests/support/soundness.rs"]
#[allow(dead_code, reason = "the other targets use the rest")]
mod soundness;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let page = [b"<!DOCTYPE html>".as_slice(), bytes].concat();
    soundness::check_bytes(&page, "any.html");
    let archive = [b"From: <Saved by Blink>\n".as_slice(), bytes].concat();
    soundness::check_bytes(&archive, "any.mhtml");
});
