//! Text selected in one column: across paragraphs, also where they have scrolled away.

use crate::model::{Article, Span};

/// A selection in an article, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// Where it began.
    pub anchor: usize,
    /// Where it goes to now; may lie before the anchor.
    pub head: usize,
}

impl Selection {
    /// Nothing yet, at that byte.
    pub fn at(byte: usize) -> Self {
        Self { anchor: byte, head: byte }
    }

    /// What it covers.
    pub fn span(self) -> Span {
        Span::new(self.anchor.min(self.head), self.anchor.max(self.head))
    }

    /// Exactly the article's characters.
    pub fn words(self, article: &Article) -> &str {
        self.span().of(&article.text)
    }

    /// The word around that byte.
    pub fn word(article: &Article, byte: usize) -> Self {
        let text = &article.text;
        let is_word = |character: char| character.is_alphanumeric() || matches!(character, '\'' | '’');
        let before = text.get(..byte).unwrap_or("");
        let after = text.get(byte..).unwrap_or("");
        let start = before
            .rfind(|character| !is_word(character))
            .map_or(0, |at| at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
        let end = byte + after.find(|character| !is_word(character)).unwrap_or(after.len());
        Self { anchor: start, head: end }
    }

    /// The paragraph around that byte.
    pub fn paragraph(article: &Article, byte: usize) -> Self {
        let found = article.paragraph_at(byte).and_then(|index| article.paragraphs.get(index));
        found.map_or(Self::at(byte), |paragraph| Self { anchor: paragraph.span.start, head: paragraph.span.end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Paragraph;

    fn article() -> Article {
        let text = "The miller’s “öld” wheel.\n\nIt turned.";
        let end = text.find('\n').expect("two paragraphs");
        Article {
            text: text.into(),
            paragraphs: vec![
                Paragraph { span: Span::new(0, end), role: None },
                Paragraph { span: Span::new(end + 2, text.len()), role: None },
            ],
            ..Article::default()
        }
    }

    fn check(clicked_on: &str, word: &str) {
        let article = article();
        let byte = article.text.find(clicked_on).expect("it is there");
        assert_eq!(Selection::word(&article, byte).words(&article), word);
    }

    #[test]
    fn a_double_click_takes_the_word() {
        check("iller", "miller’s");
        check("öld", "öld");
        check("turned", "turned");
    }

    #[test]
    fn a_selection_backwards_over_paragraphs_copies_the_very_characters() {
        let article = article();
        let (from, to) = (article.text.find("wheel").expect("there"), article.text.find("turned").expect("there"));
        let selection = Selection { anchor: to, head: from };
        assert_eq!(selection.words(&article), "wheel.\n\nIt ");
    }

    #[test]
    fn a_triple_click_takes_the_paragraph() {
        let article = article();
        assert_eq!(Selection::paragraph(&article, 3).words(&article), "The miller’s “öld” wheel.");
    }
}
