//! Books in small.

use super::super::container::packed;
use super::*;
use crate::model::Role;

const CONTAINER: &str = "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>";

fn package(pages: &[&str]) -> String {
    let item =
        |page: &&str| format!("<item id=\"{page}\" href=\"{page}.xhtml\" media-type=\"application/xhtml+xml\"/>");
    let reference = |page: &&str| format!("<itemref idref=\"{page}\"/>");
    let items = pages.iter().map(item).collect::<Vec<_>>().concat();
    let spine = pages.iter().map(reference).collect::<Vec<_>>().concat();
    format!(
        "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>Two Tides</dc:title><dc:creator id=\"c1\">Ada Quill</dc:creator>\
         <dc:creator id=\"c2\">Ben Rush</dc:creator><meta refines=\"#c2\" property=\"role\">ill</meta><dc:publisher>Harbour Press</dc:publisher>\
         <dc:date>2019-05</dc:date></metadata><manifest><item id=\"n\" properties=\"nav\" href=\"n.xhtml\" media-type=\"application/xhtml+xml\"/>{items}</manifest><spine>{spine}</spine></package>"
    )
}

fn opened(contents: &str, pages: &[(&str, &str)]) -> Vec<Article> {
    let names: Vec<&str> = pages.iter().map(|(name, _)| *name).collect();
    let package = package(&names);
    let paths: Vec<String> = names.iter().map(|name| format!("OEBPS/{name}.xhtml")).collect();
    let mut parts =
        vec![("META-INF/container.xml", CONTAINER), ("OEBPS/book.opf", &package), ("OEBPS/n.xhtml", contents)];
    parts.extend(paths.iter().map(String::as_str).zip(pages.iter().map(|(_, page)| *page)));
    articles(&packed(&parts)).expect("a sound book")
}

fn texts(articles: &[Article]) -> Vec<&str> {
    articles.iter().map(|article| &*article.text).collect()
}

#[test]
fn chapters_are_cut_as_the_contents_say() {
    let contents = "<html><nav><ol><li><a href=\"a.xhtml\">Fog</a></li><li><a href=\"b.xhtml#two\">Tide</a></li><li><a href=\"b.xhtml#three\">Rain</a></li></ol></nav></html>";
    let found = opened(
        contents,
        &[
            ("t", "<html><body><h1>Two Tides</h1><p>Ada Quill</p></body></html>"),
            (
                "a",
                "<html><head><title/></head><body><h1>Fog</h1><p>It fell<a href=\"#n\"><sup>1</sup></a> at noon.</p></body></html>",
            ),
            (
                "b",
                "<html><body><p>It rose at one.</p><h1 id=\"two\">Tide</h1><p>It came.</p><h1 id=\"three\">Rain</h1><p>It&nbsp;went.</p></body></html>",
            ),
        ],
    );
    assert_eq!(
        texts(&found),
        ["Fog\n\nIt fell at noon.\n\nIt rose at one.", "Tide\n\nIt came.", "Rain\n\nIt\u{A0}went."]
    );
    assert_eq!(found[1].paragraphs[0].role, Some(Role::Title));
    let metadata = &found[1].metadata;
    assert_eq!(metadata.title.as_deref(), Some("Tide"));
    assert_eq!(metadata.byline.as_deref(), Some("Ada Quill"));
    assert_eq!((metadata.publication.as_deref(), metadata.date.as_deref()), (Some("Two Tides"), Some("2019-05")));
}

#[test]
fn a_book_of_one_chapter_is_one_article() {
    let contents = "<html><nav><ol><li><a href=\"a.xhtml\">Fog</a><ol><li><a href=\"a.xhtml#s\">Why</a></li></ol></li></ol></nav></html>";
    let found =
        opened(contents, &[("t", "<h1>Two Tides</h1>"), ("a", "<h1>Fog</h1><h2 id=\"s\">Why</h2><p>It fell.</p>")]);
    assert_eq!(texts(&found), ["Fog\n\nWhy\n\nIt fell."]);
    let metadata = &found[0].metadata;
    assert_eq!(
        (metadata.title.as_deref(), metadata.publication.as_deref()),
        (Some("Two Tides"), Some("Harbour Press"))
    );
}

#[test]
fn without_contents_every_page_is_a_chapter() {
    let found = opened("<html/>", &[("a", "<p>Fog.</p>"), ("b", "<p>Tide.</p>"), ("c", "<p/>")]);
    assert_eq!(texts(&found), ["Fog.", "Tide."]);
}

#[test]
fn copy_protection_is_told_from_veiled_fonts() {
    let encryption = |cipher: &str| {
        format!("<encryption><EncryptedData><EncryptionMethod Algorithm=\"{cipher}\"/></EncryptedData></encryption>")
    };
    let package = package(&["a"]);
    let book = |cipher: &str| {
        let encryption = encryption(cipher);
        articles(&packed(&[
            ("META-INF/container.xml", CONTAINER),
            ("META-INF/encryption.xml", &encryption),
            ("OEBPS/book.opf", &package),
            ("OEBPS/a.xhtml", "<p>Fog.</p>"),
        ]))
    };
    assert!(matches!(book("http://www.w3.org/2001/04/xmlenc#aes128-cbc"), Err(Problem::Protected(_))));
    assert!(book("http://www.idpf.org/2008/embedding").is_ok_and(|articles| articles.len() == 1));
}
