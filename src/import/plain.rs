//! Plain text to an article: paragraphs at blank lines.

use crate::model::{Article, Paragraph, Span};

/// The article in decoded plain text. Line ends are folded to `\n`; nothing else is changed.
pub fn article(decoded: &str) -> Article {
    let text = decoded.replace("\r\n", "\n").replace('\r', "\n");
    Article { paragraphs: paragraphs(&text), text: text.into(), ..Article::default() }
}

fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut open: Option<Span> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if words.is_empty() {
            found.extend(open.take().map(|span| Paragraph { span, role: None }));
        } else {
            let start = at + (line.len() - line.trim_start().len());
            let here = Span::new(start, start + words.len());
            open = Some(open.map_or(here, |span| span.cover(here)));
        }
        at += line.len();
    }
    found.extend(open.map(|span| Paragraph { span, role: None }));
    found
}
