//! An article as it is written down: for another process, in a document.

use serde::{Deserialize, Serialize};

use super::{Article, Metadata, Paragraph, Role, Span, Style, Styled};

/// The version of the documents that this program writes (`.diptych`), and the latest that it reads.
pub const DOCUMENT_VERSION: u64 = 1;

/// An article as it is written down. Where it came from is not in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WrittenArticle {
    text: String,
    paragraphs: Vec<(usize, usize, Option<Role>)>,
    styles: Vec<(usize, usize, Style)>,
    metadata: Metadata,
}

impl From<&Article> for WrittenArticle {
    fn from(article: &Article) -> Self {
        let paragraphs = article.paragraphs.iter().map(|one| (one.span.start, one.span.end, one.role)).collect();
        let styles = article.styles.iter().map(|one| (one.span.start, one.span.end, one.style)).collect();
        Self { text: article.text.to_string(), paragraphs, styles, metadata: article.metadata.clone() }
    }
}

impl WrittenArticle {
    /// The article, where every span lies inside the text, in order and between characters.
    pub fn sound(self) -> Option<Article> {
        let (article, left_out) = self.mended();
        (left_out == 0).then_some(article)
    }

    /// The article without the paragraphs and styles that do not fit its text, and how many they were. Where no
    /// paragraph is left the whole text is one.
    pub fn mended(mut self) -> (Article, usize) {
        let before = self.paragraphs.len() + self.styles.len();
        let text = &self.text;
        let is_sound = |start, end| start < end && text.is_char_boundary(start) && text.is_char_boundary(end);
        let mut last = 0;
        self.paragraphs.retain(|&(start, end, _)| {
            let fits = is_sound(start, end) && last <= start;
            if fits {
                last = end;
            }
            fits
        });
        self.styles.retain(|&(start, end, _)| is_sound(start, end));
        let left_out = before - self.paragraphs.len() - self.styles.len();
        let words = text.trim();
        if self.paragraphs.is_empty() && !words.is_empty() {
            let start = text.len() - text.trim_start().len();
            self.paragraphs.push((start, start + words.len(), None));
        }
        let paragraph = |(start, end, role)| Paragraph { span: Span::new(start, end), role };
        let styled = |(start, end, style)| Styled { span: Span::new(start, end), style };
        let article = Article {
            path: None,
            paragraphs: self.paragraphs.into_iter().map(paragraph).collect(),
            styles: self.styles.into_iter().map(styled).collect(),
            metadata: self.metadata,
            text: self.text.into(),
        };
        (article, left_out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_the_text_is_left_out() {
        let written = WrittenArticle {
            text: "Das Wehr fällt.".to_owned(),
            // Within the ä; behind the end; over the first.
            paragraphs: vec![(0, 8, None), (4, 11, None), (9, 90, None), (0, 3, None)],
            styles: vec![(0, 3, Style::Strong), (10, 11, Style::Strong)],
            metadata: Metadata::default(),
        };
        assert!(written.clone().sound().is_none());
        let (article, left_out) = written.mended();
        assert_eq!((article.paragraphs.len(), article.styles.len(), left_out), (1, 1, 4));
    }

    #[test]
    fn a_text_without_paragraphs_is_one() {
        let written = WrittenArticle {
            text: "\n The mill. ".to_owned(),
            paragraphs: Vec::new(),
            styles: Vec::new(),
            metadata: Metadata::default(),
        };
        let (article, _) = written.mended();
        assert_eq!(article.paragraphs[0].span.of(&article.text), "The mill.");
    }
}
