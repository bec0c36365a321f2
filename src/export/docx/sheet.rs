//! A printed sheet as a Word document.

use super::super::markup::Markup;
use super::super::paper::Paper;
use super::super::passages::shortened;
use super::super::runs::{Look, Run};
use super::super::sheet::{Block, Cell, MOST_FOOT_CHARACTERS, Manner, Row, Sheet, Table, Words};
use super::Package;
use super::cards::section;
use super::styles::{Property, Style, defaults, style};
use super::words::{Layout, RunLook, is_from_right, paragraph, paragraph_laid, run};

/// Margins, in twentieths of a point: three quarters of an inch.
const MARGIN_TWIPS: u32 = 1080;
/// What words of a cell keep from its sides.
const CELL_MARGIN_TWIPS: u32 = 110;
const FAMILY: &str = "Georgia";

/// The sheet on that paper.
///
/// # Errors
///
/// Where the document is too large for its container.
pub fn write(sheet: &Sheet, paper: Paper) -> Result<Vec<u8>, std::io::Error> {
    let width = paper.twips().0 - 2 * MARGIN_TWIPS;
    let mut body = Markup::default();
    for block in &sheet.blocks {
        match block {
            Block::Heading { level, text, breaks_page } => heading(&mut body, *level, text, *breaks_page),
            Block::Words(words) => one(&mut body, words, false),
            Block::Table(found) => table(&mut body, found, width),
        }
    }
    // A table at the end needs a paragraph behind it.
    paragraph(&mut body, Some("Small"), |_| {});
    section(&mut body, paper, MARGIN_TWIPS, true);
    let mut styles = Markup::default();
    all_styles(&mut styles);
    let footer = Some(foot(&sheet.title));
    Package { title: sheet.title.clone(), body, styles, footer, fonts: &[FAMILY] }.write()
}

fn heading(body: &mut Markup, level: u8, text: &str, breaks_page: bool) {
    body.element("w:p", &[], |paragraph| {
        paragraph.element("w:pPr", &[], |properties| {
            properties.empty("w:pStyle", &[("w:val", &format!("Heading{level}"))]);
            if breaks_page {
                properties.empty("w:pageBreakBefore", &[]);
            }
        });
        run(paragraph, RunLook::default(), text);
    });
}

/// A paragraph; `stays` keeps it on the page of what follows.
fn one(body: &mut Markup, words: &Words, stays: bool) {
    let layout = Layout {
        style: match words.manner {
            Manner::Text => None,
            Manner::Small => Some("Small"),
        },
        stays_with_next: stays,
        from_right: is_from_right(&super::super::runs::plain_text(&words.runs)),
        ..Layout::default()
    };
    paragraph_laid(body, layout, |inner| {
        for words in &words.runs {
            run(inner, look(words), &words.text);
        }
    });
}

fn look(words: &Run) -> RunLook<'static> {
    RunLook {
        bold: matches!(words.look, Look::Bold | Look::Cite),
        italic: words.look == Look::Italic,
        ..RunLook::default()
    }
}

fn table(body: &mut Markup, table: &Table, width: u32) {
    let widths: Vec<String> =
        table.columns.iter().map(|column| (width * u32::from(column.share) / 100).to_string()).collect();
    body.element("w:tbl", &[], |inner| {
        inner.element("w:tblPr", &[], |properties| table_properties(properties, width));
        inner.element("w:tblGrid", &[], |grid| {
            for width in &widths {
                grid.empty("w:gridCol", &[("w:w", width)]);
            }
        });
        row(inner, true, |cells| {
            for (column, width) in table.columns.iter().zip(&widths) {
                cell(cells, width, 1, Some("E6E6E6"), |inner| {
                    paragraph(inner, Some("ColumnTitle"), |words| run(words, RunLook::default(), &column.title));
                });
            }
        });
        let all = width.to_string();
        for (index, found) in table.rows.iter().enumerate() {
            let stays = matches!(table.rows.get(index + 1), Some(Row::Across(_)));
            row(inner, false, |cells| one_row(cells, found, &widths, &all, stays));
        }
    });
    paragraph(body, Some("Gap"), |_| {});
}

fn table_properties(properties: &mut Markup, width: u32) {
    properties.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    properties.element("w:tblBorders", &[], |borders| {
        for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
            borders.empty(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "7F7F7F")]);
        }
    });
    let margin = CELL_MARGIN_TWIPS.to_string();
    properties.empty("w:tblLayout", &[("w:type", "fixed")]);
    properties.element("w:tblCellMar", &[], |margins| {
        for (side, twips) in [("w:top", "60"), ("w:left", &margin), ("w:bottom", "60"), ("w:right", &margin)] {
            margins.empty(side, &[("w:w", twips), ("w:type", "dxa")]);
        }
    });
}

/// A row stays on one page; the titles of the columns are repeated on each.
fn row(table: &mut Markup, is_title: bool, cells: impl FnOnce(&mut Markup)) {
    table.element("w:tr", &[], |row| {
        row.element("w:trPr", &[], |properties| {
            properties.empty("w:cantSplit", &[]);
            if is_title {
                properties.empty("w:tblHeader", &[]);
            }
        });
        cells(row);
    });
}

fn one_row(cells: &mut Markup, found: &Row, widths: &[String], all: &str, stays: bool) {
    match found {
        Row::Heading(text) => cell(cells, all, widths.len(), Some("F2F2F2"), |inner| {
            paragraph(inner, Some("Heading3"), |words| run(words, RunLook::default(), text));
        }),
        Row::Across(across) => cell(cells, all, widths.len(), None, |inner| filled(inner, across, all, stays)),
        Row::Cells(found) => {
            for (found, width) in found.iter().zip(widths) {
                cell(cells, width, 1, None, |inner| filled(inner, found, width, stays));
            }
        }
    }
}

fn cell(row: &mut Markup, width: &str, columns: usize, shade: Option<&str>, inner: impl FnOnce(&mut Markup)) {
    row.element("w:tc", &[], |cell| {
        cell.element("w:tcPr", &[], |properties| {
            properties.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
            if columns > 1 {
                properties.empty("w:gridSpan", &[("w:val", &columns.to_string())]);
            }
            if let Some(grey) = shade {
                properties.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", grey)]);
            }
        });
        inner(cell);
    });
}

/// A cell must hold a paragraph, be it empty. Lines to write on are tabs with a line for a leader: every program draws
/// them.
fn filled(inner: &mut Markup, cell: &Cell, width: &str, stays: bool) {
    for words in &cell.words {
        one(inner, words, stays);
    }
    let end = width.parse::<u32>().unwrap_or_default().saturating_sub(2 * CELL_MARGIN_TWIPS).to_string();
    for _ in 0..cell.lines {
        let layout = Layout { style: Some("WritingLine"), line_to: Some(&end), ..Layout::default() };
        paragraph_laid(inner, layout, |words| run(words, RunLook::default(), "\t"));
    }
    if cell.words.is_empty() && cell.lines == 0 {
        paragraph(inner, None, |_| {});
    }
}

/// The title and the number of the page.
fn foot(title: &str) -> Markup {
    let mut foot = Markup::default();
    paragraph(&mut foot, Some("Footer"), |inner| {
        run(inner, RunLook::default(), &format!("{} · page ", shortened(title, MOST_FOOT_CHARACTERS)));
        inner.element("w:fldSimple", &[("w:instr", "PAGE")], |field| run(field, RunLook::default(), "1"));
    });
    foot
}

/// A style of paragraphs that starts from the usual one.
fn of<'a>(id: &'a str, name: &'a str, paragraph: &'a [Property<'a>], run: &'a [Property<'a>]) -> Style<'a> {
    Style { id, name, based_on: Some("Normal"), paragraph, run, ..Style::default() }
}

fn all_styles(styles: &mut Markup) {
    defaults(styles, FAMILY, "20", &[("w:spacing", &[("w:after", "60"), ("w:line", "264"), ("w:lineRule", "auto")])]);
    style(styles, &Style { id: "Normal", name: "Normal", is_default: true, ..Style::default() });
    let small = [("w:sz", [("w:val", "17")].as_slice()), ("w:szCs", &[("w:val", "17")])];
    let bold = ("w:b", [].as_slice());
    let stays = ("w:keepNext", [].as_slice());
    style(
        styles,
        &of(
            "Heading1",
            "heading 1",
            &[stays, ("w:spacing", &[("w:after", "120")]), ("w:outlineLvl", &[("w:val", "0")])],
            &[bold, ("w:sz", &[("w:val", "36")]), ("w:szCs", &[("w:val", "36")])],
        ),
    );
    style(
        styles,
        &of(
            "Heading2",
            "heading 2",
            &[stays, ("w:spacing", &[("w:before", "200"), ("w:after", "100")]), ("w:outlineLvl", &[("w:val", "1")])],
            &[bold, ("w:sz", &[("w:val", "26")]), ("w:szCs", &[("w:val", "26")])],
        ),
    );
    style(
        styles,
        &of(
            "Heading3",
            "heading 3",
            &[stays, ("w:spacing", &[("w:after", "0")]), ("w:outlineLvl", &[("w:val", "2")])],
            &[bold],
        ),
    );
    style(styles, &of("Small", "Small", &[("w:spacing", &[("w:after", "40")])], &small));
    style(
        styles,
        &of("ColumnTitle", "Column Title", &[stays, ("w:spacing", &[("w:after", "0")])], &[bold, small[0], small[1]]),
    );
    style(
        styles,
        &of("Gap", "Gap", &[("w:spacing", &[("w:after", "0"), ("w:line", "120"), ("w:lineRule", "exact")])], &[]),
    );
    style(styles, &of("Footer", "footer", &[("w:jc", &[("w:val", "center")])], &small));
    style(
        styles,
        &of(
            "WritingLine",
            "Writing Line",
            &[("w:spacing", &[("w:after", "0"), ("w:line", "440"), ("w:lineRule", "exact")])],
            &[],
        ),
    );
}
