//! Documents as Word and others write them, in small.

use super::super::container::packed;
use super::*;
use crate::model::{Role, Style};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A document of this body, with a root in Word's vocabulary and those of text boxes and formulas.
fn document(body: &str) -> String {
    format!(
        "<w:document xmlns:w=\"{WORD}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
         xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:v=\"urn:v\" xmlns:a=\"urn:a\">\
         <w:body>{body}<w:sectPr><w:headerReference/></w:sectPr></w:body></w:document>"
    )
}

fn opened(body: &str, others: &[(&str, &str)]) -> Article {
    let main = document(body);
    let mut parts = vec![("word/document.xml", main.as_str())];
    parts.extend_from_slice(others);
    article(&packed(&parts)).expect("a sound document")
}

fn text(body: &str) -> String {
    opened(body, &[]).text.to_string()
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn roles(article: &Article) -> Vec<(&str, Option<Role>)> {
    article.paragraphs.iter().map(|one| (one.span.of(&article.text), one.role)).collect()
}

#[test]
fn tracked_changes_read_as_if_accepted() {
    let body = "<w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:ins><w:r><w:t>new \
                </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>red </w:t></w:r></w:moveFrom><w:r><w:t>ferry</w:t></w:r>\
                <w:moveTo><w:r><w:t> stays</w:t></w:r></w:moveTo></w:p>\
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Half a </w:t></w:r></w:p>\
                <w:p><w:r><w:t>sentence.</w:t></w:r></w:p>\
                <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    assert_eq!(text(body), "The new ferry stays\n\nHalf a sentence.");
}

#[test]
fn what_is_not_the_text_is_left_out() {
    let body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:commentRangeStart/><w:r><w:t>Kept</w:t></w:r>\
                <w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
                <w:r><w:instrText> DATE \\@ </w:instrText></w:r><w:r><w:t>code</w:t></w:r>\
                <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t> in May</w:t></w:r>\
                <w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>\
                <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here</w:t></w:r></w:p></w:sdtContent></w:sdt>\
                <w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Control</w:t></w:r></w:p></w:sdtContent></w:sdt>\
                <w:p><w:r><a:t>shape</a:t><w:t xml:space=\"preserve\">Last</w:t></w:r></w:p>";
    assert_eq!(text(body), "Kept in May\n\nControl\n\nLast");
}

#[test]
fn text_boxes_are_read_once_and_break_no_sentence() {
    let inside = "<w:txbxContent><w:p><w:r><w:t>In numbers</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><w:t>The ferry</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{inside}</w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> stays.</w:t></w:r></w:p>{}",
        paragraph("Next.")
    );
    assert_eq!(text(&body), "The ferry stays.\n\nIn numbers\n\nNext.");
}

#[test]
fn notes_stand_at_the_end_in_the_order_of_their_citations() {
    let note = |id: &str, words: &str| format!("<w:footnote w:id=\"{id}\">{}</w:footnote>", paragraph(words));
    let footnotes = format!(
        "<w:footnotes xmlns:w=\"{WORD}\"><w:footnote w:type=\"separator\" w:id=\"0\">{}</w:footnote>{}{}{}</w:footnotes>",
        paragraph("line"),
        note("1", "First."),
        note("2", "Second."),
        note("3", "Of deleted words.")
    );
    let body = "<w:p><w:r><w:t>Fog</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t> and tide</w:t></w:r>\
                <w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/><w:t>*</w:t></w:r>\
                <w:del><w:r><w:footnoteReference w:id=\"3\"/></w:r></w:del><w:r><w:t>.</w:t></w:r></w:p>";
    let article = opened(body, &[("word/footnotes.xml", &footnotes)]);
    assert_eq!(&*article.text, "Fog and tide.\n\nSecond.\n\nFirst.");
    assert_eq!(article.paragraphs[1].role, Some(Role::ListItem));
}

#[test]
fn styles_are_followed_to_what_they_are_based_on() {
    let styles = format!(
        "<w:styles xmlns:w=\"{WORD}\"><w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>\
         <w:style w:styleId=\"Zwischen\"><w:name w:val=\"Zwischentitel\"/><w:basedOn w:val=\"Eigen\"/></w:style>\
         <w:style w:styleId=\"Eigen\"><w:name w:val=\"Eigene\"/><w:basedOn w:val=\"Zwischen\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>\
         <w:style w:styleId=\"Zitat\"><w:name w:val=\"Intense Quote\"/></w:style>\
         <w:style w:styleId=\"Liste\"><w:name w:val=\"Meine Liste\"/><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Stark\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"
    );
    let set_in = |style: &str, words: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
    };
    let body = [
        set_in("berschrift1", "The Ferry Stays"),
        set_in("Zwischen", "Why"),
        set_in("Zitat", "Nobody asked."),
        set_in("Liste", "Fog"),
        "<w:p><w:pPr><w:pStyle w:val=\"Liste\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:rPr><w:rStyle w:val=\"Stark\"/></w:rPr>\
         <w:t>Tide</w:t></w:r><w:r><w:t> falls</w:t></w:r></w:p>".to_owned(),
    ];
    let article = opened(&body.concat(), &[("word/styles.xml", &styles)]);
    let expected = [
        ("The Ferry Stays", Some(Role::Title)),
        ("Why", Some(Role::Heading)),
        ("Nobody asked.", Some(Role::BlockQuote)),
        ("Fog", Some(Role::ListItem)),
        ("Tide falls", None),
    ];
    assert_eq!(roles(&article), expected);
    let strong: Vec<_> = article.styles.iter().map(|one| (one.span.of(&article.text), one.style)).collect();
    assert_eq!(strong, [("Tide", Style::Strong)]);
}

#[test]
fn characters_with_elements_of_their_own() {
    let body = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:noBreakHyphen/>\
                <w:t>erate</w:t><w:tab/><w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:br/><w:t>line</w:t></w:r>\
                <w:r><w:ruby><w:rt><w:r><w:t>kana</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>\
                <m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath></w:p>";
    assert_eq!(text(body), "co\u{AD}op\u{2011}erate\tα\nline漢x=2");
}

#[test]
fn the_strict_form_and_parts_of_other_names() {
    let strict =
        document(&paragraph("The ferry stays.")).replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main");
    let relations = "<Relationships><Relationship Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" \
                     Target=\"/word/document2.xml\"/></Relationships>";
    let article =
        article(&packed(&[("_rels/.rels", relations), ("word/document2.xml", &strict)])).expect("a sound document");
    assert_eq!(&*article.text, "The ferry stays.");
}

#[test]
fn properties_that_somebody_gave() {
    let core = "<cp:coreProperties xmlns:cp=\"urn:c\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>The Ferry &amp; I</dc:title>\
                <dc:creator>Microsoft Office User</dc:creator></cp:coreProperties>";
    let article = opened(&paragraph("The ferry stays."), &[("docProps/core.xml", core)]);
    assert_eq!(article.metadata.title.as_deref(), Some("The Ferry & I"));
    assert_eq!(article.metadata.byline, None);
}

#[test]
fn what_is_broken_is_damaged() {
    for main in ["", "<w:document", "<a></b>", &"<a>".repeat(100_000)] {
        let outcome = article(&packed(&[("word/document.xml", main)]));
        assert!(main.is_empty() || matches!(outcome, Err(Problem::Damaged(_))), "{main:.20}");
    }
    assert!(matches!(article(&packed(&[("word/other.xml", "<a/>")])), Err(Problem::Damaged(_))));
}
