//! Passages that both articles have in common, word for word or nearly.
//!
//! words (folded) → vocabulary (numbers, surprise) → seeds (exact runs) → extension (gapped) → selection (ends,
//! threshold, fragments joined). Everything is near-linear in the length of the articles.

mod candidates;
mod extension;
mod seeds;
mod selection;
mod settings;
mod spelling;
mod vocabulary;
pub(in crate::comparing) mod words;

pub use settings::{Scoring, Seeding, Settings};

use super::Read;
use crate::model::{Role, Sides, Span};
use extension::{Extender, Texts};
use selection::{Alignment, Selection};
use vocabulary::Vocabulary;
use words::Pieces;

/// A passage that both articles have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// From its first shared word to its last.
    pub spans: Sides<Span>,
    /// The runs of words that agree, in order; one where the passage is word for word the same.
    pub runs: Vec<Sides<Span>>,
    /// Words that agree, counted as runs of letters and digits.
    pub words: u32,
    /// Words on each side that the other does not have.
    pub changed: Sides<u32>,
    /// What the passage scores, in tenths of a bit: the surprise of what agrees less the cost of what does not.
    pub score: i32,
    /// What its shared words tell, in tenths of a bit, names left out: how much rarer they are, in English and in these
    /// two articles, than its function words.
    pub telling: i32,
}

/// The surprise of a function word, in tenths of a bit: such words tell nothing.
const COMMON_SURPRISE: i32 = 65;

impl Passage {
    /// Whether every word agrees.
    pub fn is_exact(&self) -> bool {
        self.runs.len() == 1
    }
}

/// The shared passages of the articles' own content, in order of place on the left.
pub fn passages(sides: Sides<Read<'_>>, settings: &Settings) -> Vec<Passage> {
    let content = sides.map(content);
    let names = sides.map(|read| names(read));
    find_with_names(content.as_ref().map(Vec::as_slice), names.as_ref().map(Vec::as_slice), sides.map(text), settings)
}

/// The shared passages of two plain texts.
pub fn find(left: &str, right: &str, settings: &Settings) -> Vec<Passage> {
    let whole = Sides::new([Span::new(0, left.len())], [Span::new(0, right.len())]);
    find_with_names(whole.as_ref().map(<[Span; 1]>::as_slice), Sides::new(&[], &[]), Sides::new(left, right), settings)
}

fn find_with_names(
    parts: Sides<&[Span]>,
    names: Sides<&[Span]>,
    texts: Sides<&str>,
    settings: &Settings,
) -> Vec<Passage> {
    let pieces = Sides::new(fold(texts.left, parts.left), fold(texts.right, parts.right));
    let vocabulary = Vocabulary::new(&pieces.left, &pieces.right);
    let alignments = align(&vocabulary, &pieces, settings);
    let in_names = Sides::new(covered(&pieces.left, names.left), covered(&pieces.right, names.right));
    alignments.iter().map(|alignment| passage(alignment, &pieces, &vocabulary, &in_names)).collect()
}

fn align(vocabulary: &Vocabulary, pieces: &Sides<Pieces>, settings: &Settings) -> Vec<Alignment> {
    let limited = |scores: &[i32]| -> Vec<i32> {
        scores.iter().map(|score| (*score).min(settings.scoring.match_limit)).collect()
    };
    let (left_scores, right_scores) = (limited(&vocabulary.left_telling), limited(&vocabulary.right_telling));
    let texts = Texts {
        left: &vocabulary.left,
        right: &vocabulary.right,
        left_scores: &left_scores,
        right_scores: &right_scores,
        left_elided: &pieces.left.elided,
        right_elided: &pieces.right.elided,
    };
    let seeds = seeds::anchors(texts.left, texts.right, &limited(&vocabulary.surprise), settings.seeding.seed_words);
    let mut anchors = candidates::promising(seeds, texts, &settings.seeding);
    anchors.sort_unstable_by_key(|(score, anchor)| (std::cmp::Reverse(*score), *anchor));
    let mut extender = Extender::default();
    let mut selection = Selection::new(texts, settings, &pieces.left.runs);
    for (_, anchor) in anchors {
        if !selection.covers(anchor) {
            selection.consider(&extender.extend(texts, &settings.scoring, anchor));
        }
    }
    selection.finish()
}

fn fold(text: &str, parts: &[Span]) -> Pieces {
    let mut pieces = Pieces::default();
    for part in parts {
        words::fold(part.of(text), part.start, &mut pieces);
    }
    pieces
}

fn text(read: Read<'_>) -> &str {
    &read.article.text
}

/// The paragraphs that are the article's own content.
fn content(read: Read<'_>) -> Vec<Span> {
    let role = |index: usize| read.reading.roles.get(index).copied().unwrap_or(Role::Body);
    let paragraphs = read.article.paragraphs.iter().enumerate();
    paragraphs.filter(|(index, _)| role(*index).is_content()).map(|(_, paragraph)| paragraph.span).collect()
}

/// Where the text names somebody or something, in order of place.
fn names(read: Read<'_>) -> Vec<Span> {
    let mut names: Vec<Span> =
        read.reading.referents.iter().flat_map(|referent| referent.names.iter().copied()).collect();
    names.sort_unstable();
    names
}

/// For each word whether one of the spans, in order of place, overlaps it.
fn covered(pieces: &Pieces, spans: &[Span]) -> Vec<bool> {
    let mut covered = vec![false; pieces.len()];
    for span in spans {
        let first = pieces.places.partition_point(|place| place.1 as usize <= span.start);
        let inside = pieces.places[first..].iter().take_while(|place| (place.0 as usize) < span.end).count();
        covered[first..first + inside].fill(true);
    }
    covered
}

fn passage(
    alignment: &Alignment,
    pieces: &Sides<Pieces>,
    vocabulary: &Vocabulary,
    in_names: &Sides<Vec<bool>>,
) -> Passage {
    let place = |pieces: &Pieces, first: u32, length: u32| {
        let (start, end) = (pieces.places[first as usize].0, pieces.places[(first + length - 1) as usize].1);
        Span::new(start as usize, end as usize)
    };
    let runs: Vec<Sides<Span>> = alignment
        .runs
        .iter()
        .map(|run| Sides::new(place(&pieces.left, run.left, run.length), place(&pieces.right, run.right, run.length)))
        .collect();
    let (mut words, mut telling) = (0, 0);
    for run in &alignment.runs {
        for index in 0..run.length {
            let (left, right) = ((run.left + index) as usize, (run.right + index) as usize);
            words += u32::from(pieces.left.runs[left]);
            if !in_names.left[left] && !in_names.right[right] {
                telling += (vocabulary.surprise[vocabulary.left[left] as usize] - COMMON_SURPRISE).max(0);
            }
        }
    }
    let extent = alignment.extent();
    let shared: u32 = alignment.runs.iter().map(|run| run.length).sum();
    let whole = |spans: &dyn Fn(&Sides<Span>) -> Span| {
        let first = runs.first().map_or(Span::default(), spans);
        runs.last().map_or(first, |last| first.cover(spans(last)))
    };
    Passage {
        spans: Sides::new(whole(&|run| run.left), whole(&|run| run.right)),
        words,
        changed: Sides::new(extent.left_words() - shared, extent.right_words() - shared),
        score: alignment.score,
        telling,
        runs,
    }
}

#[cfg(test)]
mod tests;
