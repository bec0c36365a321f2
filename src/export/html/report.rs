//! The report: everything that two articles share on one page, to be read on a screen or printed.

use super::super::citation::Form;
use super::super::markup::Markup;
use super::super::pair::Pair;
use super::super::paper::Paper;
use super::report_parts as parts;
use super::{line, page, runs};
use crate::model::{Link, LinkKind, Side, Sides, Span};

/// The report of two articles with citations of that form.
pub fn report(pair: &Pair, form: Form, paper: Paper) -> String {
    let title = format!("What two articles share: {}", pair.title());
    page(&title, include_str!("report.css"), paper, |body| {
        body.raw("\n");
        body.element("header", &[], |header| head(header, pair, form));
        body.raw("\n");
        body.element("main", &[], |main| {
            main.raw("\n");
            for kind in LinkKind::ALL {
                links(main, pair, kind);
            }
            drawn(main, pair);
            parts::themes(main, pair);
            parts::sources(main, pair);
            parts::only(main, pair);
            parts::work(main, pair);
        });
        body.raw("\n");
        line(
            body,
            "footer",
            "",
            "Made by Diptych, on this computer alone. The reasons are a program’s: check them in the text.",
        );
    })
}

fn head(header: &mut Markup, pair: &Pair, form: Form) {
    line(header, "h1", "", "What two articles share");
    header.element("div", &[("class", "pair")], |both| {
        for side in Side::BOTH {
            both.element("section", &[("class", "about")], |about| {
                line(about, "p", "side", side.title());
                line(about, "h2", "", &pair.name(side));
                about.element("p", &[("class", "cite")], |cite| runs(cite, &pair.cited(side, form)));
            });
        }
    });
    header.raw("\n");
    header.element("nav", &[("aria-label", "Contents")], |nav| {
        nav.element("ul", &[], |list| {
            for (id, name) in contents(pair) {
                list.element("li", &[], |item| item.words("a", &[("href", &format!("#{id}"))], &name));
            }
        });
    });
}

fn contents(pair: &Pair) -> Vec<(&'static str, String)> {
    let comparison = pair.comparison();
    let counted = LinkKind::ALL.into_iter().filter(|kind| comparison.count(*kind) > 0);
    let mut all: Vec<_> =
        counted.map(|kind| (kind.name(), format!("{} ({})", title_of(kind), comparison.count(kind)))).collect();
    all.push(("themes", "Themes".to_owned()));
    all.push(("sources", "Sources".to_owned()));
    all.push(("only", "In one alone".to_owned()));
    if !pair.work().items.is_empty() {
        all.push(("work", "Notes and cards".to_owned()));
    }
    all
}

/// The heading over the links of a kind.
fn title_of(kind: LinkKind) -> &'static str {
    super::super::markdown::title_of(kind)
}

fn links(main: &mut Markup, pair: &Pair, kind: LinkKind) {
    let of_kind: Vec<&Link> = pair.comparison().links.iter().filter(|link| link.kind == kind).collect();
    if of_kind.is_empty() {
        return;
    }
    main.element("section", &[("id", kind.name())], |section| {
        line(section, "h2", "", title_of(kind));
        for link in of_kind {
            one(section, pair, link);
        }
    });
    main.raw("\n");
}

fn one(section: &mut Markup, pair: &Pair, link: &Link) {
    section.element("article", &[], |article| {
        line(article, "h3", "", &link.label);
        line(article, "p", "why", &link.whole_reason());
        for doubt in doubts(pair, link) {
            line(article, "p", "doubt", &doubt);
        }
        passages(article, pair, link.spans);
        for note in pair.notes_on_link(link) {
            article.element("p", &[("class", "note")], |inner| {
                inner.words("b", &[], "Note: ");
                inner.text(&note.text);
            });
        }
    });
    section.raw("\n");
}

/// Both passages side by side.
pub fn passages(article: &mut Markup, pair: &Pair, spans: Sides<Span>) {
    article.element("div", &[("class", "pair")], |both| {
        for side in Side::BOTH {
            passage(both, pair, side, *spans.get(side));
        }
    });
    article.raw("\n");
}

/// A passage as a block quotation with its place.
pub fn passage(both: &mut Markup, pair: &Pair, side: Side, span: Span) {
    let number = pair.paragraph_number(side, span.start).map(|number| format!(", paragraph {number}"));
    both.element("figure", &[], |figure| {
        line(figure, "figcaption", "side", &format!("{}{}", side.title(), number.unwrap_or_default()));
        figure.element("blockquote", &[], |quote| paragraphs(quote, pair, side, span));
    });
}

/// The words of a passage by paragraph, with what its first and its last sentence have around it set apart: a passage
/// that begins after a "no" would say the contrary.
fn paragraphs(quote: &mut Markup, pair: &Pair, side: Side, span: Span) {
    let sentences = pair.readings().get(side).sentences.iter().map(|sentence| sentence.span);
    let whole = sentences.filter(|sentence| sentence.overlaps(span)).fold(span, Span::cover);
    let touched = pair.paragraphs_of(side, whole);
    let touched = if touched.is_empty() { vec![whole] } else { touched };
    for paragraph in touched {
        let clip = |from: usize, to: usize| {
            let start = from.max(paragraph.start);
            pair.words(side, Span::new(start, to.min(paragraph.end).max(start)))
        };
        quote.element("p", &[], |inner| {
            around(inner, clip(whole.start, span.start));
            inner.text(clip(span.start, span.end));
            around(inner, clip(span.end, whole.end));
        });
    }
}

fn around(inner: &mut Markup, words: &str) {
    if !words.is_empty() {
        inner.words("span", &[("class", "around")], words);
    }
}

/// Surer than this needs no word.
const SURE: f32 = 0.7;

/// What the link rests on that may be wrong: that both mean the same source, and who said what.
fn doubts(pair: &Pair, link: &Link) -> Vec<String> {
    let mut doubts = Vec::new();
    let source = link.source.and_then(|source| pair.comparison().sources.get(source));
    if let Some(source) = source.filter(|source| source.is_shared() && source.confidence < SURE) {
        let why = source.why.trim_end_matches('.');
        doubts.push(format!("Less sure ({}) that both mean the same: {why}.", percent(source.confidence)));
    }
    for side in Side::BOTH {
        let span = *link.spans.get(side);
        let quotations = &pair.readings().get(side).quotations;
        let touched = quotations.iter().filter(|quotation| quotation.extent().overlaps(span));
        let least = touched
            .filter(|quotation| quotation.attribution.speaker.is_some())
            .map(|quotation| quotation.attribution.confidence)
            .fold(1.0, f32::min);
        if least < SURE && matches!(link.kind, LinkKind::Quotation | LinkKind::Source) {
            doubts.push(format!("Less sure ({}) who says it on the {}.", percent(least), side.name()));
        }
    }
    doubts
}

fn percent(share: f32) -> String {
    format!("{} in 100", (100.0 * share.clamp(0.0, 1.0)).round() as u8)
}

fn drawn(main: &mut Markup, pair: &Pair) {
    let drawn = pair.drawn();
    if drawn.is_empty() {
        return;
    }
    main.element("section", &[("id", "drawn")], |section| {
        line(section, "h2", "", "Links drawn by hand");
        for (spans, label) in drawn {
            section.element("article", &[], |article| {
                line(article, "h3", "", if label.trim().is_empty() { "No reason noted" } else { label });
                passages(article, pair, spans);
            });
        }
    });
}
