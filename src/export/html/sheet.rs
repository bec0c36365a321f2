//! A printed sheet as a page for a browser.

use super::super::markup::Markup;
use super::super::paper::Paper;
use super::super::sheet::{Block, Cell, Manner, Row, Sheet, Table};
use super::{line, page, runs};

/// The sheet; printed, its pages are of that size.
pub fn handout(sheet: &Sheet, paper: Paper) -> String {
    page(&sheet.title, include_str!("handout.css"), paper, |body| {
        body.raw("\n");
        body.element("main", &[], |main| {
            main.raw("\n");
            for block in &sheet.blocks {
                one(main, block);
            }
        });
        body.raw("\n");
    })
}

fn one(main: &mut Markup, block: &Block) {
    match block {
        Block::Heading { level, text, breaks_page } => {
            line(main, if *level == 1 { "h1" } else { "h2" }, if *breaks_page { "new-page" } else { "" }, text);
        }
        Block::Words(words) => {
            main.element("p", &[("class", class(words.manner))], |inner| runs(inner, &words.runs));
            main.raw("\n");
        }
        Block::Table(found) => table(main, found),
    }
}

fn class(manner: Manner) -> &'static str {
    match manner {
        Manner::Text => "text",
        Manner::Small => "small",
    }
}

fn table(main: &mut Markup, table: &Table) {
    main.element("table", &[], |inner| {
        inner.element("colgroup", &[], |group| {
            for column in &table.columns {
                group.raw(&format!("<col style=\"width: {}%\"/>", column.share));
            }
        });
        inner.element("thead", &[], |head| {
            head.element("tr", &[], |row| {
                for column in &table.columns {
                    row.words("th", &[("scope", "col")], &column.title);
                }
            });
        });
        inner.raw("\n");
        // Each heading begins a group of rows of its own.
        for group in table.rows.chunk_by(|_, next| !matches!(next, Row::Heading(_))) {
            inner.element("tbody", &[], |rows| group.iter().for_each(|row| one_row(rows, row, table.columns.len())));
            inner.raw("\n");
        }
    });
    main.raw("\n");
}

fn one_row(rows: &mut Markup, row: &Row, columns: usize) {
    let all = columns.to_string();
    match row {
        Row::Heading(text) => rows.element("tr", &[("class", "heading")], |row| {
            row.words("th", &[("scope", "rowgroup"), ("colspan", &all)], text);
        }),
        Row::Across(found) => rows.element("tr", &[("class", "across")], |row| {
            row.element("td", &[("colspan", &all)], |inner| cell(inner, found));
        }),
        Row::Cells(cells) => rows.element("tr", &[], |row| {
            for found in cells {
                row.element("td", &[], |inner| cell(inner, found));
            }
        }),
    }
    rows.raw("\n");
}

fn cell(inner: &mut Markup, cell: &Cell) {
    for words in &cell.words {
        inner.element("p", &[("class", class(words.manner))], |inner| runs(inner, &words.runs));
    }
    for _ in 0..cell.lines {
        inner.element("div", &[("class", "writing-line")], |_| {});
    }
}
