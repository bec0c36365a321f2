//! Bytes of a PDF to an article: no panic, spans on character boundaries and in order.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut file = b"%PDF-1.7\n".to_vec();
    file.extend_from_slice(bytes.strip_prefix(b"%PDF-").unwrap_or(bytes));
    if let Ok(article) = diptych::import::from_bytes(&file, "fuzzed.pdf") {
        let mut last = 0;
        for paragraph in &article.paragraphs {
            assert!(paragraph.span.start >= last && article.text.get(paragraph.span.start..paragraph.span.end).is_some());
            last = paragraph.span.end;
        }
        assert!(article.styles.iter().all(|one| article.text.get(one.span.start..one.span.end).is_some()));
    }
});
