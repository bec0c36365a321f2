//! Any parts, parted by 0x1E, in a sound container: as a Word document, an OpenDocument text and an e-book in turn.

#![no_main]

#[path = "../../tests/support/soundness.rs"]
#[allow(dead_code, reason = "the other targets use the rest")]
mod soundness;

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const WORD: [&str; 4] = ["word/document.xml", "word/styles.xml", "word/footnotes.xml", "docProps/core.xml"];
const OPEN_DOCUMENT: [&str; 4] = ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"];
const BOOK: [&str; 4] = ["book.opf", "nav.xhtml", "a.xhtml", "b.xhtml"];
const ROOT: &[u8] = b"<container><rootfile full-path=\"book.opf\"/></container>";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let parts: Vec<&[u8]> = bytes.split(|byte| *byte == 0x1E).collect();
    let epub = ("mimetype", b"application/epub+zip".as_slice());
    let odt = ("mimetype", b"application/vnd.oasis.opendocument.text".as_slice());
    check(&[], WORD, &parts);
    check(&[odt], OPEN_DOCUMENT, &parts);
    check(&[epub, ("META-INF/container.xml", ROOT)], BOOK, &parts);
});

fn check(first: &[(&str, &[u8])], names: [&str; 4], parts: &[&[u8]]) {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in first.iter().copied().chain(names.into_iter().zip(parts.iter().copied())) {
        writer.start_file(name, options).expect("a name");
        writer.write_all(part).expect("memory");
    }
    let packed = writer.finish().expect("a container").into_inner();
    soundness::check_import(&packed, "any.zip");
}
