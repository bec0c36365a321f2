//! Paragraphs to sentences.

use crate::model::{Article, Reading, Sentence, Span};

/// Fills [`Reading::sentences`].
pub fn split(article: &Article, reading: &mut Reading) {
    for (index, paragraph) in article.paragraphs.iter().enumerate() {
        let text = paragraph.span.of(&article.text);
        let mut start = 0;
        for (at, end_mark) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '?' | '!')) {
            let end = at + end_mark.len_utf8();
            if text[end..].starts_with(char::is_whitespace) {
                push(reading, text, paragraph.span.start, Span::new(start, end), index);
                start = end;
            }
        }
        push(reading, text, paragraph.span.start, Span::new(start, text.len()), index);
    }
}

fn push(reading: &mut Reading, text: &str, offset: usize, rough: Span, paragraph: usize) {
    let words = rough.of(text);
    let trimmed = words.trim();
    if !trimmed.is_empty() {
        let start = offset + rough.start + (words.len() - words.trim_start().len());
        reading.sentences.push(Sentence { span: Span::new(start, start + trimmed.len()), paragraph });
    }
}
