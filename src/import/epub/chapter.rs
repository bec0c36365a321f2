//! A chapter as it is put together from the pages that it stands on.

use dom_query::Document;

use super::super::draft::Draft;
use super::super::properties::is_same;
use super::super::web_page::write_blocks;
use crate::model::{Article, Metadata, Role};

/// How many paragraphs may stand over a chapter's headline: its number, its part's name.
const MOST_ABOVE_TITLE: usize = 3;

/// One chapter.
#[derive(Default)]
pub struct Chapter {
    title: Option<String>,
    draft: Draft,
    words: usize,
}

impl Chapter {
    /// An empty one that the contents call so.
    pub fn titled(title: Option<String>) -> Self {
        Self { title, ..Self::default() }
    }

    /// Adds a page, or a piece of one.
    pub fn add(&mut self, html: &str) {
        let before = self.draft.written().len();
        let document = Document::fragment(html);
        write_blocks(document.root(), &mut self.draft);
        let written = self.draft.written().get(before..).unwrap_or_default();
        self.words += written.split_whitespace().count();
    }

    /// Whether it is a page of a few words about the book.
    pub fn is_apparatus(&self, book: Option<&str>) -> bool {
        const MOST_WORDS: usize = 60;
        const TITLES: [&str; 8] = [
            "Title Page",
            "Cover",
            "Copyright",
            "Copyright Page",
            "Contents",
            "Table of Contents",
            "Half Title",
            "Imprint",
        ];
        let Some(title) = &self.title else { return false };
        let is_about = |name: &str| is_same(title, name);
        self.words <= MOST_WORDS && (book.is_some_and(is_about) || TITLES.into_iter().any(is_about))
    }

    /// Its length so far.
    pub fn words(&self) -> usize {
        self.words
    }

    /// The article; `title` comes before what the contents say.
    pub fn finish(mut self, metadata: Metadata, title: Option<String>) -> Article {
        let told = self.title.take();
        self.draft.metadata = Metadata { title: title.clone().or(told.clone()), ..metadata };
        let mut article = self.draft.finish();
        mark_title(&mut article, &[told, title]);
        article
    }
}

/// The heading that says what the contents say is the chapter's headline.
fn mark_title(article: &mut Article, titles: &[Option<String>]) {
    for paragraph in article.paragraphs.iter_mut().take(MOST_ABOVE_TITLE) {
        let words = paragraph.span.of(&article.text);
        if paragraph.role == Some(Role::Heading) && titles.iter().flatten().any(|title| is_same(title, words)) {
            paragraph.role = Some(Role::Title);
            break;
        }
    }
}
