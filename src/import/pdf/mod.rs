//! A PDF to an article: its words in reading order, without what only its pages need.
//!
//! The crate gives glyphs with places ([`glyphs`]); what is ours is words by gaps ([`words`]), columns ([`columns`]),
//! lines ([`lines`]), running heads ([`running`]), paragraphs ([`blocks`]), what they are for ([`roles`]), and line ends
//! mended ([`hyphens`], [`writing`]).

mod blocks;
mod columns;
mod glyphs;
mod hyphens;
mod lines;
mod measures;
mod properties;
mod roles;
mod running;
mod weights;
mod words;
mod writing;

use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf, PdfData};
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, RenderContent, TransformExt as _, interpret_page,
};

use super::draft::Draft;
use super::error::Problem;
use super::limits::{MOST_DECODED_BYTES, MOST_PAGES, MOST_PDF_LETTERS};
use crate::model::Article;
use glyphs::{Gatherer, Sheet};
use lines::Line;
use measures::Measures;
use properties::Told;
use weights::Weights;
use words::Word;

const NAME: &str = "a PDF";

/// The article in the bytes of a PDF.
///
/// # Errors
///
/// [`Problem::Locked`], [`Problem::Damaged`], [`Problem::TooManyPages`]; [`Problem::NoTextInside`] where it has pages
/// and no letters.
pub fn articles(bytes: Vec<u8>) -> Result<Vec<Article>, Problem> {
    let data = PdfData::from(bytes);
    let (mut sheets, told) = sheets(&data)?;
    if !has_letters(&sheets) {
        return Err(Problem::NoTextInside(NAME));
    }
    let mut pages: Vec<Vec<Word>> = sheets.iter_mut().map(|sheet| std::mem::take(&mut sheet.words)).collect();
    running::drop(&mut pages);
    let pictures: Vec<Vec<Rect>> = sheets.into_iter().map(|sheet| sheet.pictures).collect();
    let mut draft = Draft::default();
    write(pages, &pictures, &mut draft);
    told.write(&mut draft);
    Ok(vec![draft.finish()])
}

/// A page's words, or those that run in another direction than most of it.
struct ReadSheet {
    words: Vec<Word>,
    pictures: Vec<Rect>,
}

fn opened(data: &PdfData) -> Result<Pdf, Problem> {
    Pdf::new(data.clone()).map_err(|cause| match cause {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Problem::Locked(NAME)
        }
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Problem::Damaged(NAME),
    })
}

/// The words of all pages, and what the file tells of itself. The crate keeps what it has unpacked of a file as long as the file is open, so a long one is
/// opened again and again.
fn sheets(data: &PdfData) -> Result<(Vec<ReadSheet>, Told), Problem> {
    let (mut sheets, mut weights) = (Vec::new(), Weights::default());
    let mut told = None;
    let (mut at, mut letters) = (0, 0);
    loop {
        let pdf = opened(data)?;
        let count = pdf.pages().len();
        if count == 0 {
            return Err(Problem::Damaged(NAME));
        }
        if count > MOST_PAGES {
            return Err(Problem::TooManyPages { pages: count, most: MOST_PAGES });
        }
        told = told.or_else(|| Some(Told::by(&pdf)));
        let cache = InterpreterCache::new();
        let mut decoded = 0;
        while decoded < MOST_DECODED_BYTES {
            let Some(page) = pdf.pages().get(at) else { return Ok((sheets, told.unwrap_or_default())) };
            decoded += page.page_stream().map_or(0, <[u8]>::len);
            for sheet in page_sheets(&pdf, page, &cache, &mut weights) {
                let words = words::words(&sheet.glyphs);
                letters += sheet.glyphs.len();
                sheets.push(ReadSheet { words, pictures: sheet.pictures });
            }
            if letters > MOST_PDF_LETTERS {
                return Err(Problem::TooManyPages { pages: count, most: at });
            }
            at += 1;
        }
    }
}

fn page_sheets<'p>(pdf: &'p Pdf, page: &Page<'p>, cache: &InterpreterCache<'p>, weights: &mut Weights) -> Vec<Sheet> {
    let (width, height) = page.render_dimensions();
    let mut gatherer = Gatherer::new(weights, (width, height));
    // What is written into notes and forms is not the article's.
    let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut context = Context::new(page.initial_transform(true).to_kurbo(), whole, cache, pdf.xref(), settings);
    interpret_page(page, &mut context, &mut gatherer);
    gatherer.finish()
}

/// Letters whose meaning the file does not give are no text.
fn has_letters(sheets: &[ReadSheet]) -> bool {
    let letters = || sheets.iter().flat_map(|sheet| &sheet.words).flat_map(|word| word.text.chars());
    let unknown = letters().filter(|letter| *letter == words::UNKNOWN).count();
    let known = letters().filter(|letter| letter.is_alphanumeric()).count();
    known > 0 && known > unknown
}

fn write(pages: Vec<Vec<Word>>, pictures: &[Vec<Rect>], draft: &mut Draft) {
    let mut regions: Vec<Vec<Line>> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    let mut gutters = Vec::new();
    for (page, words) in pages.into_iter().enumerate() {
        for region in columns::regions(&words, &mut gutters) {
            regions.push(lines::lines(&region));
            places.push(page);
        }
    }
    let measures = Measures::of(&regions);
    let blocks = |(at, lines): (usize, Vec<Line>)| blocks::blocks(&lines, places[at], at, &measures);
    let blocks: Vec<blocks::Block> = regions.into_iter().enumerate().flat_map(blocks).collect();
    let kinds = roles::kinds(&blocks, pictures, &measures);
    writing::write(blocks, &kinds, &measures, draft);
}
