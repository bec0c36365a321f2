//! Any bytes as a document: read or refused, and what is read is sound, comes back as it was read, and can be worked on.

#![no_main]

use diptych::import;
use diptych::model::Sides;
use diptych::workspace::store::{Change, Document};

#[path = "../../tests/support/soundness.rs"]
#[allow(dead_code, reason = "the other targets use the rest")]
mod soundness;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok((mut document, _)) = Document::read(bytes) else { return };
    for kept in [&document.articles.left, &document.articles.right] {
        soundness::check_article(&kept.article);
    }
    let mut written = Vec::new();
    document.write(&mut written).expect("plain data");
    let (again, left_out) = Document::read(&written).expect("what was written");
    assert_eq!((again, left_out), (document.clone(), Default::default()));
    document.apply(&Change::Undid);
    document.apply(&Change::Redid);
    let _ = document.log.work(&document.keys());
    let _ = document.unplaced();
    // On a later text of its left article.
    let mut articles = document.articles.clone();
    let text = articles.left.article.text.replace("the", "a");
    if let Ok(edited) = import::pasted(&text) {
        let left = diptych::workspace::store::KeptArticle::new("edited".to_owned(), edited);
        articles = Sides::new(left, articles.right);
        let _ = document.on(articles);
    }
});
