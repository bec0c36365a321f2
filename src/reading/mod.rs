//! One article to its [`Reading`], in layers that can be seen and tested by themselves.
//!
//! tokens → roles → marks → units (quotations masked) → sentences → cues → attribution → quotations and terms →
//! quotations inside quotations → blocks → statements → referents (mentions, names, coreference) → figures.
//! Every layer is a pure function; none can fail.

mod attribution;
mod blocks;
mod cues;
mod figures;
mod lexicon;
mod marks;
mod metadata;
mod nested;
mod noun_phrases;
mod quotations;
pub mod referents;
mod roles;
mod sentences;
mod statements;
mod terms;
mod tokens;
mod units;

use crate::model::{Article, Reading, Sides};

/// Reads one article.
pub fn read(article: &Article) -> Reading {
    let mut reading = Reading { tokens: tokens::tokenise(&article.text), ..Reading::default() };
    roles::assign(article, &mut reading);
    let runs = marks::find(article);
    let layout = units::lay_out(article, &reading, &runs);
    sentences::split(article, &layout, &mut reading);
    let cues: Vec<_> = layout.lines.iter().map(|line| cues::find(&layout.units, *line)).collect();
    let attributed = attribution::attribute(&layout, &runs, &cues);
    quotations::collect(article, &layout, &runs, &attributed, &mut reading);
    nested::find(article, &runs, &mut reading);
    blocks::find(article, &layout, &cues, &mut reading);
    statements::find(&layout, &cues, &mut reading);
    referents::resolve(article, &mut reading);
    figures::find(article, &mut reading);
    reading
}

/// Reads both articles, each on a core of its own; neither reading knows of the other.
pub fn read_both(articles: Sides<&Article>) -> Sides<Reading> {
    std::thread::scope(|scope| {
        let left = scope.spawn(|| read(articles.left));
        let right = read(articles.right);
        let left = left.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        Sides::new(left, right)
    })
}

#[cfg(test)]
mod testing {
    use crate::model::{Article, Paragraph, Span};

    /// Plain text with paragraphs at blank lines, for the tests of the layers.
    pub fn article(text: &str) -> Article {
        let mut at = 0;
        let mut paragraphs = Vec::new();
        for words in text.split("\n\n") {
            paragraphs.push(Paragraph { span: Span::new(at, at + words.len()), role: None });
            at += words.len() + 2;
        }
        Article { text: text.into(), paragraphs, ..Article::default() }
    }
}
