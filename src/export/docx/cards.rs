//! Debate cards as a Word document: a heading of level 4, one cite paragraph, the body in full paragraphs.

use super::super::cards::{BodyRun, SetCard};
use super::super::markup::Markup;
use super::super::paper::Paper;
use super::super::runs::Look;
use super::Package;
use super::package;
use super::styles;
use super::words::{Layout, RunLook, is_from_right, paragraph, paragraph_laid, run};
use crate::model::MarkerColour;

/// The cards under one heading of level 1, the pocket, which is the `title`.
///
/// # Errors
///
/// Where the document is too large for its container.
pub fn write(title: &str, cards: &[SetCard], paper: Paper) -> Result<Vec<u8>, std::io::Error> {
    let mut body = Markup::default();
    paragraph(&mut body, Some("Heading1"), |inner| run(inner, RunLook::default(), title));
    for card in cards {
        one(&mut body, card);
    }
    section(&mut body, paper, 1440, false);
    let mut all = Markup::default();
    styles::of_cards(&mut all);
    Package { title: title.to_owned(), body, styles: all, footer: None, fonts: &["Calibri"] }.write()
}

fn one(body: &mut Markup, card: &SetCard) {
    let tag = Layout { style: Some("Heading4"), from_right: is_from_right(&card.tag), ..Layout::default() };
    paragraph_laid(body, tag, |inner| {
        run(inner, RunLook::default(), &one_line(&card.tag));
    });
    paragraph(body, None, |inner| {
        for words in &card.cite {
            let look = match words.look {
                Look::Cite => RunLook { style: Some("Style13ptBold"), ..RunLook::default() },
                Look::Bold => RunLook { bold: true, ..RunLook::default() },
                Look::Italic => RunLook { italic: true, ..RunLook::default() },
                Look::Plain => RunLook::default(),
            };
            run(inner, look, &one_line(&words.text));
        }
    });
    for runs in &card.body {
        let from_right = runs.first().is_some_and(|first| is_from_right(first.text));
        paragraph_laid(body, Layout { from_right, ..Layout::default() }, |inner| {
            for words in runs {
                run(inner, look(words, card.shrunk_points), words.text);
            }
        });
    }
}

fn look<'a>(words: &BodyRun, shrunk_points: Option<u8>) -> RunLook<'a> {
    let style = match (words.emphasised, words.underlined) {
        (true, _) => Some("Emphasis"),
        (false, true) => Some("StyleUnderline"),
        (false, false) => None,
    };
    let shrunk = shrunk_points.filter(|_| !words.is_set_apart()).map(|points| 2 * u32::from(points));
    RunLook { style, size: shrunk, highlight: words.highlighted.map(MarkerColour::name), ..RunLook::default() }
}

fn one_line(words: &str) -> String {
    words.replace(['\n', '\t'], " ")
}

/// The last properties of a body: the page, its margins in twentieths of a point, and its foot.
pub fn section(body: &mut Markup, paper: Paper, margin_twips: u32, has_footer: bool) {
    let (width, height) = paper.twips();
    let (width, height, margin) = (width.to_string(), height.to_string(), margin_twips.to_string());
    body.element("w:sectPr", &[], |section| {
        if has_footer {
            section.empty("w:footerReference", &[("w:type", "default"), ("r:id", package::FOOTER_ID)]);
        }
        section.empty("w:pgSz", &[("w:w", &width), ("w:h", &height)]);
        let around = |name| (name, margin.as_str());
        section.empty(
            "w:pgMar",
            &[
                around("w:top"),
                around("w:right"),
                around("w:bottom"),
                around("w:left"),
                ("w:header", "720"),
                ("w:footer", "560"),
                ("w:gutter", "0"),
            ],
        );
    });
}
