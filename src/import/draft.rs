//! An article as it is put together, block by block, by the formats that have markup.

use crate::model::{Article, Metadata, Paragraph, Role, Span, Style, Styled};

/// The text written so far, and the block that is being written.
///
/// Blocks are joined by blank lines. White space around a block is no part of it.
#[derive(Debug, Default)]
pub struct Draft {
    /// What the file says of itself.
    pub metadata: Metadata,
    text: String,
    paragraphs: Vec<Paragraph>,
    styles: Vec<Styled>,
    /// Where the block that is being written starts in `text`, in bytes.
    block_start: usize,
    /// Styles that are open, with their start in `text`.
    open_styles: Vec<(Style, usize)>,
}

impl Draft {
    /// Room for so many bytes of text.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// Whether the block that is being written has no words yet.
    pub fn is_at_block_start(&self) -> bool {
        self.text.len() == self.block_start
    }

    /// The words of the block that is being written.
    pub fn block(&self) -> &str {
        &self.text[self.block_start..]
    }

    /// All words written so far.
    pub fn written(&self) -> &str {
        &self.text
    }

    /// Writes words as they stand, white space and all, save at the start of a block.
    pub fn words(&mut self, words: &str) {
        self.text.push_str(if self.is_at_block_start() { words.trim_start() } else { words });
    }

    /// Writes words from a markup in which a line break is a space and many spaces are one. Spaces that do not break
    /// a line are kept.
    pub fn flowing(&mut self, words: &str) {
        for character in words.chars() {
            if !matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
                self.text.push(character);
            } else if !self.is_at_block_start() && !self.text.ends_with([' ', '\n', '\t']) {
                self.text.push(' ');
            }
        }
    }

    /// From here on words are set so.
    pub fn open_style(&mut self, style: Style) {
        self.open_styles.push((style, self.text.len()));
    }

    /// The style that was opened last of its sort ends here.
    pub fn close_style(&mut self, style: Style) {
        if let Some(place) = self.open_styles.iter().rposition(|(open, _)| *open == style) {
            let (style, start) = self.open_styles.remove(place);
            self.add_style(style, start);
        }
    }

    fn add_style(&mut self, style: Style, start: usize) {
        if let Some(words) = self.text.get(start..).filter(|words| !words.trim().is_empty()) {
            let lead = words.len() - words.trim_start().len();
            self.styles.push(Styled { span: Span::new(start + lead, start + words.trim_end().len()), style });
        }
    }

    /// Ends the block, and says whether a paragraph came of it. Styles that are open go on in the next one.
    pub fn end_block(&mut self, role: Option<Role>) -> bool {
        let end = self.block_start + self.block().trim_end().len();
        self.text.truncate(end);
        self.cut_open_styles();
        let has_words = end > self.block_start;
        if has_words {
            self.paragraphs.push(Paragraph { span: Span::new(self.block_start, end), role });
            self.text.push_str("\n\n");
        }
        self.block_start = self.text.len();
        for (_, start) in &mut self.open_styles {
            *start = self.text.len();
        }
        has_words
    }

    fn cut_open_styles(&mut self) {
        for (style, start) in self.open_styles.clone() {
            self.add_style(style, start);
        }
        let end = self.text.len();
        for styled in self.styles.iter_mut().rev().take_while(|styled| styled.span.end > end) {
            styled.span = Span::new(styled.span.start.min(end), end);
        }
    }

    /// The article; what is still open ends here, with no role.
    pub fn finish(mut self) -> Article {
        self.end_block(None);
        self.text.truncate(self.text.trim_end().len());
        self.styles.retain(|styled| !styled.span.is_empty());
        self.styles.sort_by_key(|styled| (styled.span.start, std::cmp::Reverse(styled.span.end)));
        Article {
            path: None,
            text: self.text.into(),
            paragraphs: self.paragraphs,
            styles: self.styles,
            metadata: self.metadata,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_a_markup_is_one_space_and_that_of_the_writer_stays() {
        let mut draft = Draft::default();
        draft.flowing("  The ferry\n   stays,");
        draft.flowing("  says\u{A0}Quill. ");
        assert!(draft.end_block(Some(Role::Body)));
        draft.flowing(" \n ");
        assert!(!draft.end_block(None), "white space is no paragraph");
        let article = draft.finish();
        assert_eq!(&*article.text, "The ferry stays, says\u{A0}Quill.");
        assert_eq!(article.paragraphs.len(), 1);
    }

    #[test]
    fn a_style_goes_on_over_the_end_of_a_block() {
        let mut draft = Draft::default();
        draft.open_style(Style::Emphasis);
        draft.flowing("One ");
        draft.end_block(None);
        draft.flowing(" two");
        draft.close_style(Style::Emphasis);
        draft.flowing(" three");
        let article = draft.finish();
        let styled: Vec<_> = article.styles.iter().map(|one| one.span.of(&article.text)).collect();
        assert_eq!(styled, ["One", "two"]);
    }
}
