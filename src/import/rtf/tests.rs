//! Rich text as Word, `LibreOffice` and others write it, in small.

use super::*;
use crate::model::{Role, Style};

const HEAD: &str = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 Mincho;}}
{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\sbasedon1 Zwischentitel;}{\s3 Quote;}{\*\cs10 Strong;}}
{\info{\title The Ferry Stays}{\author Ada Quill}{\operator Nobody}{\creatim\yr2019}}";

fn opened(body: &str) -> Article {
    article(format!("{HEAD}{body}}}").as_bytes()).expect("a sound document")
}

fn check(body: &str, expected: &str) {
    assert_eq!(&*opened(body).text, expected, "{body}");
}

#[test]
fn characters() {
    check(r"\'93Don\'92t,\'94 she said \emdash  twice\'85", "“Don’t,” she said — twice…");
    check(r"\uc1 caf\u233?s \u8220\'93now\u8221\'94 {\uc2 \u8217\'81\'49s} \uc0\u9731 .", "cafés “now” ’s ☃.");
    check(r"\u-10179?\u-8704? \{a\\b\} a\~b\-c\_d\tab e\line f", "\u{1F600} {a\\b} a\u{A0}b\u{AD}c\u{2011}d\te\nf");
    check(r"{\f1 \'ec\'e8\'f0} {\f2 a} {\f3 \'93\'fa\'96\'7b}", "мир α 日本");
}

#[test]
fn what_is_not_the_text_is_left_out() {
    check(
        r"The {\deleted old }{\revised new }ferry{\v hidden}{\*\unknown x{y}}{\pict\wmetafile8 0102}{\header top\par} stays.{\*\bkmkstart a}{\xe index}",
        "The new ferry stays.",
    );
    check(r"Kept {\pict\bin5 }}{{\} here.", "Kept  here.");
    check(r"{\upr{ANSI}{\*\ud{Uni\u233 ?}}} {\object{\*\objdata 00ff}{\result Shown}}", "Unié Shown");
    check(r"\pard One{\deleted \par} two\par Three", "One two\n\nThree");
}

#[test]
fn fields_notes_and_shapes() {
    let article = opened(
        r#"See {\field{\*\fldinst{HYPERLINK "https://example.org"}}{\fldrslt{the page}}}{\super\chftn}{\footnote\pard\chftn Built in 1931.\par} now.{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt\pard In numbers\par}}{\shprslt{\*\do old}}}\par{\field{\*\fldinst PAGE}{\fldrslt 7}}"#,
    );
    assert_eq!(&*article.text, "See the page now.\n\nIn numbers\n\n7\n\nBuilt in 1931.");
    let styled: Vec<_> = article.styles.iter().map(|one| (one.span.of(&article.text), one.style)).collect();
    assert_eq!(styled, [("the page", Style::Linked)]);
}

#[test]
fn paragraphs_and_tables() {
    let article = opened(
        r"\pard\s1 The Ferry Stays\par\pard\s3 Nobody asked.\par\pard\s0 {\i Fog} falls\par{\listtext 1.\tab}\pard\ls1 One\par\pard\fi-360\li720 \bullet\tab Two\par
\trowd\cellx1\cellx2\pard\intbl Fare\cell Two crowns\cell\row\trowd\pard\intbl Boat\cell{One}\cell\row\pard After\par",
    );
    let roles: Vec<_> = article.paragraphs.iter().map(|one| (one.span.of(&article.text), one.role)).collect();
    let expected = [
        ("The Ferry Stays", Some(Role::Title)),
        ("Nobody asked.", Some(Role::BlockQuote)),
        ("Fog falls", None),
        ("One", Some(Role::ListItem)),
        ("Two", Some(Role::ListItem)),
        ("Fare\tTwo crowns", None),
        ("Boat\tOne", None),
        ("After", None),
    ];
    assert_eq!(roles, expected);
    assert_eq!(article.metadata.title.as_deref(), Some("The Ferry Stays"));
    assert_eq!(article.metadata.byline.as_deref(), Some("Ada Quill"));
}

#[test]
fn what_does_not_end_or_never_ends_is_damaged() {
    let deep = format!("{{\\rtf1 {}", "{".repeat(1_000_000));
    for broken in ["{\\rtf1 The ferry", "{\\rtf1 {The ferry}", "{\\rtf1 \\'", &deep] {
        assert!(matches!(article(broken.as_bytes()), Err(Problem::Damaged(_))), "{broken:.20}");
    }
    let stray = article(br"{\rtf1 The ferry stays.}} and more {").expect("ends before the stray brace");
    assert_eq!(&*stray.text, "The ferry stays.");
}
