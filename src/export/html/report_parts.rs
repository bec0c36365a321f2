//! The tables and lists of the report, below the passages.

use super::super::cards;
use super::super::markup::Markup;
use super::super::pair::Pair;
use super::report::passage;
use super::{line, runs};
use crate::model::{Side, Source, SourceKind, SourceSide, Theme};

/// What both are about, and what one is about.
pub fn themes(main: &mut Markup, pair: &Pair) {
    let themes: Vec<&Theme> = pair.comparison().themes.iter().collect();
    section(main, "themes", "Themes", |section| {
        if themes.is_empty() {
            return line(section, "p", "", "No theme was found.");
        }
        table(section, &["Theme", "Words", "Left, paragraphs", "Right, paragraphs"], |rows| {
            for theme in &themes {
                let cells =
                    [theme.terms.join(", "), numbers(pair, Side::Left, theme), numbers(pair, Side::Right, theme)];
                row(rows, &theme.label, &cells);
            }
        });
    });
}

/// The numbers of a theme's paragraphs as the window counts them.
fn numbers(pair: &Pair, side: Side, theme: &Theme) -> String {
    let paragraphs = &pair.articles().get(side).paragraphs;
    let found = theme.paragraphs.get(side).iter().filter_map(|index| paragraphs.get(*index));
    let numbers = found.filter_map(|paragraph| pair.paragraph_number(side, paragraph.span.start));
    let listed: Vec<String> = numbers.map(|number| number.to_string()).collect();
    if listed.is_empty() { "–".to_owned() } else { listed.join(", ") }
}

/// Who and what is quoted, cited or named: those of both articles, those who speak in one, and whoever is quoted.
pub fn sources(main: &mut Markup, pair: &Pair) {
    let speaks = |source: &Source| source.sides.left.speaks() || source.sides.right.speaks();
    let is_quoted = |source: &Source| source.sides.left.words_quoted + source.sides.right.words_quoted > 0;
    let shown = pair.comparison().sources.iter().filter(|source| match source.kind {
        SourceKind::Place => false,
        // "Somebody" who is only reported tells nobody anything.
        SourceKind::Anonymous => is_quoted(source),
        _ => source.is_shared() || speaks(source),
    });
    let shown: Vec<&Source> = shown.collect();
    section(main, "sources", "Sources", |section| {
        if shown.is_empty() {
            return line(section, "p", "", "Neither article quotes or names anybody.");
        }
        table(section, &["Source", "Left", "Right"], |rows| {
            for source in &shown {
                let told = |side: Side| told(pair, side, source.sides.get(side));
                row(rows, &source.name, &[told(Side::Left), told(Side::Right)]);
            }
        });
    });
}

fn told(pair: &Pair, side: Side, found: &SourceSide) -> String {
    if found.is_empty() {
        return "–".to_owned();
    }
    let mut introductions: Vec<&str> = found.introductions.iter().map(|span| pair.words(side, *span)).collect();
    introductions.dedup();
    let introduced =
        introductions.iter().map(|words| format!("“{}”", words.split_whitespace().collect::<Vec<_>>().join(" ")));
    let introduced = introduced.collect::<Vec<_>>().join(", ");
    let spoken = match (found.words_quoted, found.statements.len()) {
        (0, 0) => format!("named {}", times(found.mentions.len())),
        (0, _) => "reported, not quoted".to_owned(),
        (1, _) => "1 word quoted".to_owned(),
        (words, _) => format!("{words} words quoted"),
    };
    if introduced.is_empty() { spoken } else { format!("{introduced}; {spoken}") }
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

/// What one article has and the other has not.
pub fn only(main: &mut Markup, pair: &Pair) {
    section(main, "only", "In one alone", |section| {
        section.element("div", &[("class", "pair")], |both| {
            for side in Side::BOTH {
                both.element("section", &[], |own| {
                    line(own, "h3", "", &format!("Only {}", side.title().to_lowercase()));
                    list(own, "About", &super::super::handout::only_themes(pair, side));
                    list(own, "Speaking", &super::super::handout::only_speakers(pair, side));
                });
            }
        });
    });
}

fn list(own: &mut Markup, title: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    line(own, "h4", "", title);
    own.element("ul", &[], |list| items.iter().for_each(|item| line(list, "li", "", item)));
}

/// What the reader noted, marked and cut; nothing where nothing was.
pub fn work(main: &mut Markup, pair: &Pair) {
    let work = pair.work();
    if work.items.is_empty() {
        return;
    }
    section(main, "work", "Notes and cards", |section| {
        for (_, note) in work.notes() {
            section.element("article", &[], |article| {
                line(article, "p", "note", &note.text);
                article.element("div", &[("class", "pair")], |both| {
                    for (side, span) in pair.places_of(note) {
                        passage(both, pair, side, span);
                    }
                });
            });
        }
        highlights(section, pair);
        if cards::are_cut(pair) {
            line(section, "h3", "", "Cards");
            for card in cards::of(pair) {
                one_card(section, &card);
            }
        }
    });
}

fn highlights(section: &mut Markup, pair: &Pair) {
    let marked = pair.work().highlights().filter_map(|(_, marked)| Some((pair.side_of(marked.place.article)?, marked)));
    for (index, (side, marked)) in marked.enumerate() {
        if index == 0 {
            line(section, "h3", "", "Highlights");
        }
        section.element("p", &[], |inner| {
            inner.words("span", &[("class", "side")], side.title());
            inner.text(" ");
            inner.words("mark", &[("class", marked.colour.name())], pair.words(side, marked.place.span));
        });
    }
}

fn one_card(section: &mut Markup, card: &cards::SetCard) {
    section.element("article", &[("class", "card")], |article| {
        line(article, "h4", "", &card.tag);
        article.element("p", &[("class", "cite")], |cite| runs(cite, &card.cite));
        for paragraph in &card.body {
            article.element("p", &[], |inner| paragraph.iter().for_each(|run| body_run(inner, run)));
        }
        let check = card.check.as_deref().unwrap_or("nothing is underlined");
        line(article, "p", "why", &format!("{} of {} words read. Check: {check}", card.words_read, card.words));
    });
}

fn body_run(inner: &mut Markup, run: &cards::BodyRun) {
    let underlined = |inner: &mut Markup| match (run.emphasised, run.underlined) {
        (true, _) => inner.element("strong", &[], |strong| strong.words("u", &[], run.text)),
        (false, true) => inner.words("u", &[], run.text),
        (false, false) => inner.text(run.text),
    };
    match run.highlighted {
        Some(colour) => inner.element("mark", &[("class", colour.name())], underlined),
        None => underlined(inner),
    }
}

fn section(main: &mut Markup, id: &str, title: &str, inner: impl FnOnce(&mut Markup)) {
    main.element("section", &[("id", id)], |section| {
        line(section, "h2", "", title);
        inner(section);
    });
    main.raw("\n");
}

fn table(section: &mut Markup, columns: &[&str], rows: impl FnOnce(&mut Markup)) {
    section.element("div", &[("class", "wide")], |wide| {
        wide.element("table", &[], |table| {
            table.element("thead", &[], |head| head.element("tr", &[], |row| titles(row, columns)));
            table.element("tbody", &[], rows);
        });
    });
}

fn titles(row: &mut Markup, columns: &[&str]) {
    for title in columns {
        row.words("th", &[("scope", "col")], title);
    }
}

fn row(rows: &mut Markup, title: &str, cells: &[String]) {
    rows.element("tr", &[], |row| {
        row.words("th", &[("scope", "row")], title);
        for cell in cells {
            row.words("td", &[], cell);
        }
    });
    rows.raw("\n");
}
