//! Citations of an article by what is known of it, in four forms. What nobody says is shown as missing, or left out
//! where the form says so; nothing is guessed.

mod apa;
mod chicago;
mod debate;
mod entry;
mod mla;
mod people;
mod when;

use super::runs::{Run, plain_text};
use crate::model::Described;

/// A form of citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Form {
    /// As debate cards have it: full name, who they are, date, title, publication, address.
    #[default]
    Debate,
    /// The handbook of the Modern Language Association, 9th edition: an entry of the works cited.
    Mla,
    /// The manual of the American Psychological Association, 7th edition: an entry of the reference list. The title
    /// keeps its capitals: which words are names is not for a program to guess.
    Apa,
    /// The Chicago Manual of Style, 18th edition, notes and bibliography: an entry of the bibliography.
    Chicago,
}

impl Form {
    /// All, in the order of a menu.
    pub const ALL: [Form; 4] = [Form::Debate, Form::Mla, Form::Apa, Form::Chicago];

    /// Its name for a menu.
    pub fn name(self) -> &'static str {
        match self {
            Form::Debate => "Debate",
            Form::Mla => "MLA 9",
            Form::Apa => "APA 7",
            Form::Chicago => "Chicago",
        }
    }
}

/// The citation of an article.
pub fn cite(form: Form, article: &Described) -> Vec<Run> {
    let entry = entry::Entry::of(article);
    let runs = match form {
        Form::Debate => debate::cite(&entry),
        Form::Mla => mla::cite(&entry),
        Form::Apa => apa::cite(&entry),
        Form::Chicago => chicago::cite(&entry),
    };
    runs.into_runs()
}

/// A date as a reader is shown it: "April 9, 2017".
pub fn long_date(date: &str) -> String {
    when::When::read(date).month_first()
}

/// Words of an article exactly as they stand, in marks, and below them the citation: for the clipboard.
pub fn quotation(words: &str, form: Form, article: &Described) -> String {
    format!("“{words}”\n{}", plain_text(&cite(form, article)))
}

/// One line an article, for the tests of each form.
#[cfg(test)]
mod tests_table {
    use super::super::runs::{Look, Runs};
    use super::entry::Entry;
    use crate::model::Described;

    /// Byline, title, publication, date, pages, address and day of access; empty for missing.
    pub type Fields<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str, &'a str, &'a str);

    /// The citation with stars about what is set in italics.
    pub fn check_form(cite: impl Fn(&Entry) -> Runs, fields: Fields, expected: &str) {
        let said = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
        let (byline, title, publication, date, pages, address, accessed) = fields;
        let article = Described {
            title: said(title),
            byline: said(byline),
            qualifications: None,
            publication: said(publication),
            date: said(date),
            pages: said(pages),
            address: said(address),
            accessed: said(accessed),
        };
        let runs = cite(&Entry::of(&article)).into_runs();
        let shown = runs.iter().map(|run| match run.look {
            Look::Italic => format!("*{}*", run.text),
            Look::Plain | Look::Bold | Look::Cite => run.text.clone(),
        });
        assert_eq!(shown.collect::<String>(), expected);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_words_are_exactly_the_selected_ones() {
        let article = Described { title: Some("Keep the Weir".to_owned()), ..Described::default() };
        let words = "the  weir\u{a0}holds,\n\n“for now”";
        let copied = quotation(words, Form::Mla, &article);
        assert_eq!(copied, format!("“{words}”\n“Keep the Weir.”"));
    }

    #[test]
    fn an_article_of_which_nothing_is_known_is_cited_without_a_guess() {
        let nothing = Described::default();
        let cited = |form| plain_text(&cite(form, &nothing));
        assert_eq!(cited(Form::Debate), "No author, no date, \"no title,\" no publication, no URL");
        assert_eq!(cited(Form::Mla), "[Untitled article].");
        assert_eq!(cited(Form::Apa), "[Untitled article]. (n.d.).");
        assert_eq!(cited(Form::Chicago), "[Untitled article]. n.d.");
    }
}
