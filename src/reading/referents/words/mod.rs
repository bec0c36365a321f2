//! The tokens as names need them: initials and abbreviations in one piece, possessives cut off, and for each word
//! whether its capital means anything where it stands.

mod openings;
mod reader;
mod shapes;

pub use shapes::Shape;

use crate::model::{Article, Reading, Role, Span};
use openings::mark_openings;
use reader::Reader;

/// A word, number, reference or mark.
#[derive(Debug, Clone)]
pub struct Word<'a> {
    /// Without a possessive ending.
    pub span: Span,
    /// Where the token ends, possessive ending included.
    pub end: usize,
    /// As it stands.
    pub text: &'a str,
    /// Lower case, plain apostrophes.
    pub folded: String,
    /// How it is written.
    pub shape: Shape,
    /// Whether it ends in "'s" or "s'".
    pub possessive: bool,
    /// Whether any word would have a capital here: the start of a sentence, a quotation, an item.
    pub opens: bool,
    /// Whether no white space stands before it.
    pub glued: bool,
    /// Index of its sentence.
    pub sentence: usize,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Index of the quotation it stands in.
    pub quotation: Option<usize>,
}

impl Word<'_> {
    /// Whether it may belong to a name.
    pub fn is_capital(&self) -> bool {
        !matches!(self.shape, Shape::Lower | Shape::Number | Shape::Mark)
    }

    /// Whether it is that mark or word.
    pub fn is(&self, folded: &str) -> bool {
        self.folded == folded
    }
}

/// All words of the paragraphs in which names are looked for, in order of place.
pub fn words<'a>(article: &'a Article, reading: &Reading) -> Vec<Word<'a>> {
    let mut reader = Reader::new(article, reading);
    let mut words: Vec<Word<'a>> = Vec::with_capacity(reading.tokens.len());
    let mut at = 0;
    while at < reading.tokens.len() {
        at = reader.take(at, &mut words);
    }
    mark_openings(&mut words);
    words
}

/// Whether names are looked for in a paragraph of that role.
pub fn is_read(role: Role) -> bool {
    role.is_content() || matches!(role, Role::Byline | Role::Bio | Role::Dateline | Role::Caption)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::referents::tests::reading_of;

    fn check(text: &str, expected: &[&str]) {
        let (article, reading) = reading_of(text);
        let words: Vec<String> = words(&article, &reading).iter().map(|word| word.text.to_owned()).collect();
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn initials_and_abbreviations_keep_their_dots() {
        check("J. Thomas met Sen. Lee in the U.S.", &["J.", "Thomas", "met", "Sen.", "Lee", "in", "the", "U.S."]);
        check("the 287(g) deal, 287g", &["the", "287(g)", "deal", ",", "287g"]);
    }

    #[test]
    fn possessives_are_cut_off() {
        check("Dunmore’s and Ellis’ farm", &["Dunmore", "and", "Ellis", "farm"]);
        check("the U.S.’s farm", &["the", "U.S.", "farm"]);
    }

    #[test]
    fn a_capital_after_a_title_is_no_sentence_start() {
        let (article, reading) = reading_of("He met Sen. Lee. Then Lee left.");
        let opening: Vec<&str> = words(&article, &reading)
            .iter()
            .filter(|word| word.opens)
            .map(|word| word.span.of(&article.text))
            .collect();
        assert_eq!(opening, ["He", "Then"]);
    }
}
