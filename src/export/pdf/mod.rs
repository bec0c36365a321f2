//! A printed sheet as a PDF with an outline and tags: lines broken by the real widths of the words, rows of tables kept
//! whole, headings kept with what they head. The fonts are the project's own, cut to the characters in use.

mod chunks;
mod faces;
mod lines;
mod pages;
mod painting;
mod structure;

use std::collections::BTreeSet;

use super::paper::Paper;
use super::runs::Look;
use super::sheet::Sheet;
use faces::Faces;

/// The sheet on that paper, and the characters that the fonts do not have, each once, in order: they are drawn as boxes.
///
/// # Errors
///
/// A sentence, where the document cannot be put together.
pub fn write(sheet: &Sheet, paper: Paper) -> Result<(Vec<u8>, Vec<char>), String> {
    let faces = Faces::load().ok_or("a font of the program cannot be read")?;
    let (width, height) = paper.points();
    let mut structure = structure::Structure::default();
    let chunks = chunks::of(sheet, &faces, width - 2.0 * pages::MARGIN, &mut structure);
    let pages = pages::filled(chunks, height);
    let painted =
        |is_accessible| painting::paint(&sheet.title, &pages, &structure, &faces, (width, height), is_accessible);
    // A character that no font has is against the rules of accessible PDFs; the rest of the sheet is not lost for it.
    let lacking = lacking(sheet, &faces);
    let pdf = if lacking.is_empty() { painted(true) } else { painted(false) };
    Ok((pdf.or_else(|_| painted(false))?, lacking))
}

fn lacking(sheet: &Sheet, faces: &Faces) -> Vec<char> {
    let used: BTreeSet<(char, Look)> =
        sheet.runs().flat_map(|run| run.text.chars().map(move |character| (character, run.look))).collect();
    let drawn = used.into_iter().filter(|(character, _)| !character.is_whitespace() && !character.is_control());
    let lacking: BTreeSet<char> =
        drawn.filter(|(character, look)| faces.lacks(*look, *character)).map(|(character, _)| character).collect();
    lacking.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sheet::{Block, Cell, Row, Table, Words};

    fn sheet(text: &str, rows: usize) -> Sheet {
        let mut table = Table::new(&[("Left", 50), ("Right", 50)]);
        table.rows.extend((0..rows).map(|_| Row::Cells(vec![Cell::of(vec![Words::text(text)]), Cell::empty(2)])));
        let heading = Block::Heading { level: 1, text: "The weir".to_owned(), breaks_page: false };
        Sheet { title: "The weir".to_owned(), blocks: vec![heading, Block::Table(table)] }
    }

    fn pages(pdf: &[u8]) -> usize {
        let text = String::from_utf8_lossy(pdf);
        text.matches("/Type /Page\n").count()
            + text.matches("/Type/Page/").count()
            + text.matches("/Type/Page\n").count()
    }

    #[test]
    fn the_same_sheet_is_the_same_bytes() {
        let sheet = sheet("The weir holds the river back.", 40);
        let written = write(&sheet, Paper::A4).expect("a PDF");
        assert!(written.0.starts_with(b"%PDF-"));
        assert_eq!(written, write(&sheet, Paper::A4).expect("a PDF"));
        assert_ne!(written, write(&sheet, Paper::Letter).expect("a PDF"));
    }

    #[test]
    fn what_the_fonts_lack_is_told() {
        let lacking = |text| write(&sheet(text, 1), Paper::A4).expect("a PDF").1;
        assert!(lacking("naïve “weir” – ½ £5 …").is_empty());
        assert_eq!(lacking("a 漢 and 🦀, 漢"), ['漢', '🦀']);
    }

    #[test]
    fn any_text_is_written_whatever_the_fonts_have() {
        for text in ["", "\u{0}\u{7}", "שלום", "漢字 and 🦀", &"word".repeat(4000), "a\u{301}\u{200d}b", " \n\t "]
        {
            assert!(write(&sheet(text, 2), Paper::Letter).is_ok(), "{text:?}");
        }
        assert!(pages(&write(&sheet("The weir holds.", 200), Paper::A4).expect("a PDF").0) < 200);
    }
}
