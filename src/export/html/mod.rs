//! Pages for a browser: one file each, no scripts, nothing fetched.

mod report;
mod report_parts;
mod sheet;

pub use report::report;
pub use sheet::handout;

use super::markup::Markup;
use super::paper::Paper;
use super::runs::{Look, Run};

/// A whole page with its own style sheet.
fn page(title: &str, style: &str, paper: Paper, body: impl FnOnce(&mut Markup)) -> String {
    let mut page = Markup::beginning("<!DOCTYPE html>\n");
    page.element("html", &[("lang", "en")], |html| {
        html.raw("\n");
        html.element("head", &[], |head| {
            head.empty("meta", &[("charset", "utf-8")]);
            head.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            head.empty("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            head.words("title", &[], title);
            head.raw("<style>\n");
            head.raw(&format!("@page {{ size: {}; margin: 18mm 16mm; }}\n", paper.css_name()));
            head.raw(style);
            head.raw("</style>");
        });
        html.raw("\n");
        html.element("body", &[], body);
    });
    page.raw("\n");
    page.finish()
}

/// An element of a class with words, on a line of its own.
fn line(inner: &mut Markup, element: &str, class: &str, words: &str) {
    let attributes = [("class", class)];
    inner.words(element, if class.is_empty() { &[] } else { &attributes }, words);
    inner.raw("\n");
}

fn runs(inner: &mut Markup, runs: &[Run]) {
    for run in runs {
        match run.look {
            Look::Plain => inner.text(&run.text),
            Look::Italic => inner.words("i", &[], &run.text),
            Look::Bold | Look::Cite => inner.words("b", &[], &run.text),
        }
    }
}
