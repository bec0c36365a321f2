//! What the forms have in common: the fields of an article, read once.

use super::super::runs::{Look, Runs};
use super::people::{Author, authors};
use super::when::When;

use crate::model::Described;

/// The fields of an article as a citation needs them.
pub struct Entry<'a> {
    pub authors: Vec<Author>,
    pub qualifications: Option<&'a str>,
    pub title: Option<&'a str>,
    pub publication: Option<&'a str>,
    pub date: Option<When>,
    pub pages: Option<&'a str>,
    pub address: Option<&'a str>,
    pub accessed: Option<When>,
}

/// What stands for a title that nobody gives.
pub const UNTITLED: &str = "[Untitled article]";

impl<'a> Entry<'a> {
    pub fn of(article: &'a Described) -> Self {
        let said = |field: &'a Option<String>| field.as_deref().map(str::trim).filter(|words| !words.is_empty());
        Self {
            authors: said(&article.byline).map(authors).unwrap_or_default(),
            qualifications: said(&article.qualifications),
            title: said(&article.title),
            publication: said(&article.publication),
            date: said(&article.date).map(When::read),
            pages: said(&article.pages),
            address: said(&article.address),
            accessed: said(&article.accessed).map(When::read),
        }
    }

    /// Whether the outlet itself is named as the only author.
    pub fn outlet_is_author(&self) -> bool {
        match (self.authors.as_slice(), self.publication) {
            ([Author::Body(name)], Some(outlet)) => same_outlet(name, outlet),
            _ => false,
        }
    }

    /// "p. 4" or "pp. 4–6".
    pub fn pages_with_sign(&self) -> Option<String> {
        let pages = self.pages?;
        let many = pages.contains(['-', '–', ',']);
        Some(format!("{} {pages}", if many { "pp." } else { "p." }))
    }
}

fn same_outlet(one: &str, other: &str) -> bool {
    let bare = |name: &str| name.to_lowercase().trim_start_matches("the ").to_owned();
    bare(one) == bare(other)
}

/// The title in double marks with that mark of punctuation inside, none after one of its own ("Who Pays?"); marks
/// within are made single ones.
pub fn quoted_title(runs: &mut Runs, title: Option<&str>, after: char) {
    let Some(title) = title else {
        runs.plain(UNTITLED);
        return runs.plain(&after.to_string());
    };
    runs.plain("“");
    runs.plain(&single_marks(title));
    if !ends_itself(title) {
        runs.plain(&after.to_string());
    }
    runs.plain("”");
}

/// Whether a full stop or a comma after it would be one mark too many.
pub fn ends_itself(words: &str) -> bool {
    words.trim_end_matches(['”', '’', '"', '\'', ')']).ends_with(['.', '?', '!', '…'])
}

/// Marks of quotation one step further in.
fn single_marks(title: &str) -> String {
    let mut opens = true;
    let one_in = title.chars().map(|character| match character {
        '“' => '‘',
        '”' => '’',
        '"' => {
            opens = !opens;
            if opens { '’' } else { '‘' }
        }
        other => other,
    });
    one_in.collect()
}

/// Ends a sentence of the citation, where it does not end already.
pub fn full_stop(runs: &mut Runs) {
    if !runs.is_empty() && !matches!(runs.last_character(), Some('.' | '?' | '!' | '…')) {
        runs.plain(".");
    }
}

/// Begins what follows a sentence.
pub fn space(runs: &mut Runs) {
    if !runs.is_empty() {
        runs.plain(" ");
    }
}

/// What stands behind the publication's name, in order, with commas between: "*The Echo*, April 9, 2017, A4".
pub fn container(runs: &mut Runs, publication: Option<&str>, behind: &[Option<String>]) {
    let mut first = true;
    if let Some(name) = publication {
        runs.push(Look::Italic, name);
        first = false;
    }
    for words in behind.iter().flatten() {
        if !first {
            runs.plain(", ");
        }
        runs.plain(words);
        first = false;
    }
}
