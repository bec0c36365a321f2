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
    read_watched(article, &mut |_| true).unwrap_or_default()
}

/// What a page needs before it is read: the parts its paragraphs play, and what is known of the article.
pub fn skim(article: &Article) -> Reading {
    let mut reading = Reading::default();
    roles::assign(article, &mut reading);
    reading
}

/// Reads one article; before each layer `watch` hears which share of them is done, 0 to 1, and says whether to go on.
/// None where it says no.
pub fn read_watched(article: &Article, watch: &mut dyn FnMut(f32) -> bool) -> Option<Reading> {
    const LAYERS: f32 = 7.0;
    let mut goes_on = |done: u8| watch(f32::from(done) / LAYERS).then_some(());
    let mut reading = Reading { tokens: tokens::tokenise(&article.text), ..Reading::default() };
    roles::assign(article, &mut reading);
    goes_on(1)?;
    let runs = marks::find(article);
    let layout = units::lay_out(article, &reading, &runs);
    sentences::split(article, &layout, &mut reading);
    goes_on(2)?;
    let cues: Vec<_> = layout.lines.iter().map(|line| cues::find(&layout.units, *line)).collect();
    goes_on(3)?;
    let attributed = attribution::attribute(&layout, &runs, &cues);
    goes_on(4)?;
    quotations::collect(article, &layout, &runs, &attributed, &mut reading);
    nested::find(article, &runs, &mut reading);
    blocks::find(article, &layout, &cues, &mut reading);
    statements::find(&layout, &cues, &mut reading);
    goes_on(5)?;
    referents::resolve(article, &mut reading);
    goes_on(6)?;
    figures::find(article, &mut reading);
    Some(reading)
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
pub(crate) mod testing {
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
