//! A web page to an article: what was written, without the page around it.

mod agreement;
mod around;
mod blocks;
mod content;
mod decoding;
mod furniture;
mod headline;
mod inside;
mod linked_data;
mod metadata;
mod mhtml;
mod names;
mod nesting;
mod note_marks;
mod phrases;
mod place;
mod site_title;
mod teasers;
mod units;
mod words;

use dom_query::Document;

use super::draft::Draft;
use super::error::Problem;
use crate::model::{Article, Role};
use content::Found;
use linked_data::LinkedData;
use metadata::Said;

pub use blocks::write as write_blocks;

/// An article that stands in JSON-LD alone has so many characters at least: below that it is a summary.
const LEAST_LINKED_BODY: usize = 300;

/// The article in the bytes of a page.
///
/// # Errors
///
/// [`Problem::NotText`] where they cannot be decoded, [`Problem::NoArticleInside`] where there is none.
pub fn article(bytes: &[u8]) -> Result<Article, Problem> {
    of_page(&decoding::decode(bytes).ok_or(Problem::NotText)?)
}

/// The article in the bytes of a web archive (MHTML).
///
/// # Errors
///
/// [`Problem::Damaged`] where no page can be read out of it, [`Problem::NoArticleInside`] where that holds none.
pub fn archived_article(bytes: &[u8]) -> Result<Article, Problem> {
    of_page(&mhtml::page(bytes).ok_or(Problem::Damaged("a saved web page (MHTML)"))?)
}

fn of_page(page: &str) -> Result<Article, Problem> {
    let page = Document::from(nesting::cut(page));
    let linked = linked_data::read(&page);
    let said = Said::by(&page, &linked);
    let mut draft = Draft::default();
    draft.metadata = said.metadata();
    let whole = page.body().map(units::of).unwrap_or_default();
    let lines = headline::lines(&whole);
    furniture::remove(&page, &whole);
    let found = content::find(&page, said.titles(), &draft.metadata, linked.body.as_deref());
    let found = found.filter(|found| !is_missing(&page, found, said.titles()));
    match (found, page.body()) {
        (Some(found), Some(body)) if !is_stub(&page, &found, &linked) => {
            if let Some(headline) = &found.headline {
                draft.flowing(headline);
                draft.end_block(Some(Role::Title));
                draft.metadata.title = Some(headline.clone());
                Said::add_from_head(&mut draft.metadata, &headline::lines_below(headline, &lines));
                Said::add_from_head(&mut draft.metadata, &headline::days_above(headline, &lines));
            }
            Said::add_from_foot(&mut draft.metadata, &lines);
            blocks::write_chosen(body, &mut draft, &|node| found.texts.contains(&node) && !found.title.contains(&node));
        }
        _ => write_linked(&linked, &mut draft)?,
    }
    Ok(draft.finish())
}

/// Whether the page says in a few words that what was asked for is not there.
fn is_missing(page: &Document, found: &Found, titles: &[String]) -> bool {
    const LONGEST: usize = 800;
    let said = titles.iter().chain(&found.headline);
    said.into_iter().any(|title| phrases::says_not_found(title)) && found.length(page) < LONGEST
}

/// Whether the article stands in JSON-LD and the page shows hardly a part of it.
fn is_stub(page: &Document, found: &Found, linked: &LinkedData) -> bool {
    let is_longer = |body: &String| body.len() >= LEAST_LINKED_BODY && found.length(page) * 2 < body.len();
    linked.body.as_ref().is_some_and(is_longer)
}

/// The article out of JSON-LD, where the page's own scripts would have written it.
fn write_linked(linked: &LinkedData, draft: &mut Draft) -> Result<(), Problem> {
    let body = linked.body.as_ref().filter(|body| body.len() >= LEAST_LINKED_BODY).ok_or(Problem::NoArticleInside)?;
    if let Some(title) = draft.metadata.title.clone() {
        draft.flowing(&title);
        draft.end_block(Some(Role::Title));
    }
    for paragraph in body.split('\n') {
        draft.flowing(paragraph);
        draft.end_block(None);
    }
    Ok(())
}
