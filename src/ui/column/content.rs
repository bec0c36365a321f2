//! The article in a column: its blocks, and the passages that are marked in it.

use std::sync::Arc;

use crate::model::{Article, Comparison, Described, Side};
use crate::view::{Block, Marks, Page};
use crate::workspace::{Compared, Opened};

/// The article in a column, made ready to be shown.
#[derive(Debug)]
pub struct Content {
    /// The article.
    pub opened: Arc<Opened>,
    /// Its blocks.
    pub page: Page,
    /// How they are made.
    pub(super) set: PageSet,
    /// Its linked passages.
    pub marks: Marks,
    /// Per link the block in which its passage begins, and at which share of that.
    pub(super) begins: Vec<(usize, f32)>,
    pub(super) compared: Option<Arc<Compared>>,
}

/// How an article's page is made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PageSet {
    /// Whether what is not the article is left out.
    pub folded: bool,
    /// How many words the reader takes in a minute.
    pub words_a_minute: u32,
    /// What is known of the article.
    pub described: Arc<Described>,
}

impl Content {
    /// Whether it is the same article on the same page: it was shown before it was read.
    pub(super) fn is_of(&self, article: &Article, page: &Page) -> bool {
        Arc::ptr_eq(&self.opened.article.text, &article.text) && self.page == *page
    }

    /// The headline, or the file's name where it has none.
    pub fn title(&self) -> String {
        self.set.described.title.clone().unwrap_or_else(|| self.opened.origin.name())
    }

    /// What it shares with the other one, once that is known.
    pub fn comparison(&self) -> Option<&Comparison> {
        self.compared.as_ref().map(|compared| &compared.comparison)
    }

    /// The comparison whose passages are marked.
    pub fn compared(&self) -> Option<&Compared> {
        self.compared.as_deref()
    }

    /// The quotation of that side whose words hold that byte; the innermost, where one quotes another.
    pub fn quotation_at(&self, side: Side, byte: usize) -> Option<usize> {
        let quotations = &self.compared.as_ref()?.reading(side).quotations;
        let holds = |index: &usize| quotations[*index].spans.iter().any(|span| span.holds(byte));
        (0..quotations.len()).filter(holds).min_by_key(|index| quotations[*index].extent().len())
    }

    pub(super) fn place_in_block(&self, byte: usize, paragraph: usize) -> (usize, f32) {
        let index = self.page.block_of.get(paragraph).copied().flatten().unwrap_or(0);
        let span = self.page.blocks.get(index).and_then(Block::span).unwrap_or_default();
        let inside = byte.saturating_sub(span.start) as f32 / span.len().max(1) as f32;
        (index, inside.clamp(0.0, 1.0))
    }

    pub(super) fn take_marks(&mut self, compared: Option<&Arc<Compared>>, side: Side) {
        let is_same = match (&self.compared, compared) {
            (Some(old), Some(new)) => Arc::ptr_eq(old, new),
            (None, None) => true,
            _ => false,
        };
        if is_same {
            return;
        }
        // A comparison of other articles than the ones shown would mark the wrong words.
        let fits = compared.filter(|compared| Arc::ptr_eq(compared.sides.get(side), &self.opened));
        self.marks = fits.map_or_else(Marks::default, |compared| {
            Marks::new(&self.opened.article, compared.reading(side), &compared.comparison, side)
        });
        self.begins = fits.map_or_else(Vec::new, |compared| {
            let links = compared.comparison.links.iter().zip(&self.marks.paragraph_of);
            links.map(|(link, paragraph)| self.place_in_block(link.spans.get(side).start, *paragraph)).collect()
        });
        self.compared = fits.cloned();
    }
}

pub(super) fn page_of(opened: &Opened, set: &PageSet) -> Page {
    let (folded, pace) = (set.folded, set.words_a_minute);
    Page::new(&opened.article, &opened.reading, &set.described, &opened.origin.name(), folded, pace)
        .signed(opened.sign())
}
