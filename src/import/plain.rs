//! Plain text to an article.

use std::borrow::Cow;

use super::line_breaks::{self, LineBreaks};
use crate::model::{Article, Paragraph, Span};

/// The article in decoded plain text. Line ends are folded to `\n`; nothing else is changed.
pub fn article(decoded: &str) -> Article {
    let text = with_line_feeds(decoded);
    Article { paragraphs: paragraphs(&text), text: text.into(), ..Article::default() }
}

/// The text with `\r\n` and `\r` made `\n`.
pub fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// Paragraphs at blank lines, and inside a block at those line breaks that do not merely wrap a line.
fn paragraphs(text: &str) -> Vec<Paragraph> {
    let blocks = blocks(text);
    let stand: Vec<bool> = blocks.iter().map(|block| line_breaks::stand(text, block)).collect();
    let flowing = blocks.iter().zip(&stand).filter(|(_, stands)| !**stands).map(|(block, _)| block.as_slice());
    let breaks = LineBreaks::of(text, &flowing);
    let mut found: Vec<Paragraph> = Vec::new();
    for (block, stands) in blocks.iter().zip(&stand) {
        if *stands {
            found.extend(block.iter().map(|span| Paragraph { span: *span, role: None }));
            continue;
        }
        let mut open = block[0];
        for pair in block.windows(2) {
            if breaks.wraps(text, pair[0], pair[1]) {
                open = open.cover(pair[1]);
            } else {
                found.push(Paragraph { span: open, role: None });
                open = pair[1];
            }
        }
        found.push(Paragraph { span: open, role: None });
    }
    found
}

/// Runs of lines with words in them, each line trimmed; no run is empty.
fn blocks(text: &str) -> Vec<Vec<Span>> {
    let mut blocks: Vec<Vec<Span>> = Vec::new();
    let mut after_blank = true;
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\u{2028}', '\u{2029}']) {
        let words = line.trim();
        if !words.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            let span = Span::new(start, start + words.len());
            match blocks.last_mut() {
                Some(block) if !after_blank => block.push(span),
                _ => blocks.push(vec![span]),
            }
        }
        after_blank = words.is_empty() || line.ends_with('\u{2029}');
        at += line.len();
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let article = article(text);
        let found: Vec<&str> = article.paragraphs.iter().map(|paragraph| paragraph.span.of(&article.text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        check("One.\n\nTwo.\r\n \t\r\n\r\n  Three. \r\rFour.", &["One.", "Two.", "Three.", "Four."]);
        check("One.\n\u{A0}\nTwo.", &["One.", "Two."]);
        check(" \n\n", &[]);
    }

    #[test]
    fn one_line_a_paragraph() {
        check(
            "The Ferry Stays\nBy Ada Quill\nThe ferry stays.\nNobody asked.",
            &["The Ferry Stays", "By Ada Quill", "The ferry stays.", "Nobody asked."],
        );
    }

    #[test]
    fn single_line_breaks_between_some_paragraphs() {
        let long = "The council sat until two in the morning over a question that had been put to it in March, and again in May, and that nobody had wished to answer in either month for fear of the ferrymen.";
        check(&format!("{long}\n{long}\n\nLast."), &[long, long, "Last."]);
    }

    #[test]
    fn a_sentence_that_goes_on_over_a_line_break_is_one_paragraph() {
        check(
            "Editor’s note: the council regularly\ndelays\nits own votes.\n\nNext.",
            &["Editor’s note: the council regularly\ndelays\nits own votes.", "Next."],
        );
    }

    #[test]
    fn lines_wrapped_at_a_column_are_one_paragraph() {
        let first = "The council sat until two in the morning over a question that had been\nput to it in March, and again in May, and that nobody had wished to\nanswer in either month. Ferrymen filled the gallery, and the mayor had\nsent out twice for coffee.";
        let second = "Then they voted. Nine hands went up, and after a pause a tenth, which\nbelonged to the member for the harbour.";
        check(&format!("{first}\n\n{second}\n"), &[first, second]);
    }

    #[test]
    fn a_heading_over_wrapped_lines_stays_apart() {
        let body = "The council sat until two in the morning over a question that had been\nput to it in March, and again in May, and that nobody had wished to\nanswer in either month. Ferrymen filled the gallery, and the mayor had\nsent out twice for coffee.";
        check(&format!("What the Council Heard\n{body}"), &["What the Council Heard", body]);
    }

    #[test]
    fn indented_paragraphs_of_wrapped_lines_are_told_apart() {
        let first = "The council sat until two in the morning over a question that had been\nput to it in March, and again in May, and that nobody had wished to\nanswer in either month, the mayor said.";
        let second = "Then they voted. Nine hands went up, and after a pause a tenth, which\nbelonged to the member for the harbour, who had slept.";
        check(&format!("   {first}\n   {second}"), &[first, second]);
    }

    #[test]
    fn quoted_mail_tables_and_verse_stand_as_they_are_between_wrapped_lines() {
        let prose = "I have read the paper twice, and I think that we should keep the boat until\nEaster at least. The paint is sound and the engine, which everybody says is\ndead, started for me on Tuesday at the second pull.";
        let lines = [
            "From: Ada Quill",
            "To: Ben Rush",
            "Subject: the boat",
            "> I cannot see how we could pay for it. The reserve is spent, the grant is",
            "> late, and nobody on the council will put his name to a loan.",
            "Item        March   February",
            "Flour         4.1        2.0",
            "Oil           3.7        3.9",
            "The names of those who crossed before they paid,",
            "the names of those who paid and turned about.",
            "One lamp. It has been lit on all but nine",
            "Of twelve thousand evenings.",
            "--",
            "Ada Quill",
        ];
        let text = format!(
            "{}\n\n{prose}\n\n{}\n\n{}\n\n{}\n\n{prose}\n\n{}\n",
            lines[..3].join("\n"),
            lines[3..5].join("\n"),
            lines[5..8].join("\n"),
            lines[8..12].join("\n"),
            lines[12..].join("\n")
        );
        let expected: Vec<&str> = lines[..3]
            .iter()
            .chain([&prose])
            .chain(&lines[3..12])
            .chain([&prose])
            .chain(&lines[12..])
            .copied()
            .collect();
        check(&text, &expected);
    }
}
