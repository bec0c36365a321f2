//! A web page to an article: what was written, without the page around it.

mod blocks;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::draft::Draft;
use super::encoding;
use super::error::Problem;
use super::limits::MOST_ELEMENTS;
use crate::model::Article;

pub use blocks::write as write_blocks;

/// The article in the bytes of a page.
///
/// # Errors
///
/// [`Problem::NotText`] where they cannot be decoded, [`Problem::NoArticleInside`] where there is none.
pub fn article(bytes: &[u8]) -> Result<Article, Problem> {
    let page = encoding::decode(bytes).ok_or(Problem::NotText)?;
    let config = Config { keep_classes: true, max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let mut readability = Readability::new(page, None, Some(config)).map_err(|_| Problem::NoArticleInside)?;
    let found = readability.parse().map_err(|_| Problem::NoArticleInside)?;
    let mut draft = Draft::default();
    let content = Document::fragment(found.content);
    write_blocks(content.root(), &mut draft);
    Ok(draft.finish())
}
