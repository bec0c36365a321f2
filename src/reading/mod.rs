//! One article to its [`Reading`], in layers that can be seen and tested by themselves.
//!
//! tokens → roles → sentences → marks → quotations → cues → attribution → mentions → coreference → figures.
//! Every layer is a pure function; none can fail.

mod attribution;
mod figures;
mod quotations;
mod referents;
mod roles;
mod sentences;
mod tokens;

use crate::model::{Article, Reading};

/// Reads one article.
pub fn read(article: &Article) -> Reading {
    let mut reading = Reading { tokens: tokens::tokenise(&article.text), ..Reading::default() };
    roles::assign(article, &mut reading);
    sentences::split(article, &mut reading);
    quotations::find(article, &mut reading);
    attribution::attribute(article, &mut reading);
    referents::resolve(article, &mut reading);
    figures::find(article, &mut reading);
    reading
}
