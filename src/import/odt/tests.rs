//! Documents as `LibreOffice` and others write them, in small.

use super::super::container::packed;
use super::*;
use crate::model::{Role, Style};

fn content(styles: &str, body: &str) -> String {
    let names = ["office", "text", "table", "style", "meta"]
        .map(|name| format!("xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    format!(
        "<office:document-content {} xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:fo=\"urn:f\" xmlns:svg=\"urn:s\">\
         <office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        names.join(" ")
    )
}

fn opened(styles: &str, body: &str) -> Article {
    article(&packed(&[("content.xml", &content(styles, body))])).expect("a sound document")
}

#[test]
fn white_space_is_one_space_save_where_an_element_says_otherwise() {
    let article = opened(
        "",
        "<text:p>  The\n  ferry<text:s text:c=\"2\"/>stays<text:tab/>here<text:line-break/>and <text:span> there</text:span>.</text:p>",
    );
    assert_eq!(&*article.text, "The ferry  stays\there\nand there.");
}

#[test]
fn what_is_not_the_text_is_left_out() {
    let styles = "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>";
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>\
                <text:p>The <text:change text:change-id=\"1\"/>ferry<text:note><text:note-citation>1</text:note-citation><text:note-body>\
                <text:p>Built in 1931.</text:p></text:note-body></text:note><text:span text:style-name=\"T1\">hidden</text:span> stays\
                <office:annotation><text:p>Really?</text:p></office:annotation>.</text:p>\
                <text:section text:display=\"none\"><text:p>secret</text:p></text:section>\
                <text:p><draw:frame><draw:text-box><text:p>In numbers</text:p></draw:text-box><svg:title>alt</svg:title></draw:frame>Next.</text:p>";
    let article = opened(styles, body);
    assert_eq!(&*article.text, "The ferry stays.\n\nNext.\n\nIn numbers\n\nBuilt in 1931.");
}

#[test]
fn styles_inherit_and_headings_have_levels() {
    let styles = "<style:style style:name=\"Quotations\" style:family=\"paragraph\"/>\
                  <style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Quotations\"/>\
                  <style:style style:name=\"P2\" style:family=\"paragraph\" style:parent-style-name=\"P2\"/>\
                  <style:style style:name=\"T1\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\" fo:font-weight=\"700\"/></style:style>\
                  <style:style style:name=\"T2\" style:family=\"text\" style:parent-style-name=\"T1\"><style:text-properties fo:font-weight=\"normal\"/></style:style>";
    let body = "<text:h text:outline-level=\"1\">The Ferry Stays</text:h><text:h text:outline-level=\"2\">Why</text:h>\
                <text:p text:style-name=\"P1\">Nobody asked.</text:p><text:p text:style-name=\"P2\">Fog <text:span text:style-name=\"T2\">falls</text:span></text:p>\
                <text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>\
                <table:table><table:table-row><table:table-cell><text:p>Fare</text:p></table:table-cell><table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>\
                <table:table-cell><text:p>Two</text:p></table:table-cell></table:table-row></table:table>\
                <text:table-of-content><text:index-body><text:p>Why 1</text:p></text:index-body></text:table-of-content>";
    let article = opened(styles, body);
    let roles: Vec<_> = article.paragraphs.iter().map(|one| (one.span.of(&article.text), one.role)).collect();
    let expected = [
        ("The Ferry Stays", Some(Role::Title)),
        ("Why", Some(Role::Heading)),
        ("Nobody asked.", Some(Role::BlockQuote)),
        ("Fog falls", None),
        ("One", Some(Role::ListItem)),
        ("Fare\tTwo", None),
        ("Why 1", Some(Role::Furniture)),
    ];
    assert_eq!(roles, expected);
    assert_eq!(article.styles.iter().map(|one| one.style).collect::<Vec<_>>(), [Style::Emphasis]);
}

#[test]
fn the_first_writer_is_the_author() {
    let meta = "<office:meta xmlns:office=\"urn:o\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\">\
                <dc:creator>Ben Rush</dc:creator><dc:title>The Ferry Stays</dc:title><meta:initial-creator>Ada Quill</meta:initial-creator><dc:date>2019-05-02</dc:date></office:meta>";
    let found = metadata(meta);
    assert_eq!(
        (found.title.as_deref(), found.byline.as_deref(), found.date),
        (Some("The Ferry Stays"), Some("Ada Quill"), None)
    );
}

#[test]
fn a_document_under_a_password_says_so() {
    let manifest = "<m:manifest xmlns:m=\"urn:m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    let outcome = article(&packed(&[("META-INF/manifest.xml", manifest), ("content.xml", "noise")]));
    assert!(matches!(outcome, Err(Problem::Locked(_))));
}
