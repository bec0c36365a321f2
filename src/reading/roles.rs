//! What each paragraph is for.
//!
//! Prose is the rule: a paragraph is the author's running text unless something speaks against it, as a wrong role
//! takes words out of the analysis. Each kind of evidence has its file; they are asked in order, and the first that
//! knows a paragraph keeps it. What the markup says is never overruled.

mod bios;
mod bylines;
mod captions;
mod datelines;
mod furniture;
mod furniture_phrases;
mod headings;
mod lists;
mod page;
mod pull_quotes;
mod titles;

pub(super) use bios::authors as authors_in_note;
pub(super) use bylines::read as read_byline;
pub(super) use datelines::date_in as date_in_line;

use crate::model::{Article, Reading, Role};
use page::Page;

/// Fills [`Reading::roles`] (one a paragraph) and [`Reading::metadata`].
pub fn assign(article: &Article, reading: &mut Reading) {
    let mut page = Page::of(article);
    captions::mark(&mut page);
    datelines::mark(&mut page);
    bylines::mark(&mut page);
    furniture::mark(&mut page);
    titles::mark(&mut page);
    bylines::mark_bare_names(&mut page);
    bios::mark(&mut page);
    lists::mark(&mut page);
    pull_quotes::mark(&mut page);
    headings::mark(&mut page);
    reading.roles = page.roles.iter().map(|role| role.unwrap_or(Role::Body)).collect();
    reading.metadata = super::metadata::completed(article, &reading.roles);
}
