//! Is this quotation in this article, and how faithful is it?

use super::super::overlap::{self, Settings, words};
use super::{Verdict, compare};
use crate::model::{Span, Wording};

/// What an article has of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// The words are there, in one place or more; the best first.
    Found(Vec<Place>),
    /// They are not; the stretch that has most of their words, if any.
    Absent(Option<Span>),
}

/// Where an article has the words of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// In the article's text.
    pub span: Span,
    /// How the quotation (left) stands to that place (right).
    pub verdict: Verdict,
}

/// Looks for `quotation` in `article`, a text.
pub fn check(quotation: &str, article: &str) -> Check {
    let mut asked = words::Pieces::default();
    words::fold(quotation, 0, &mut asked);
    let mut text = words::Pieces::default();
    words::fold(article, 0, &mut text);
    let mut places: Vec<Place> = candidates(quotation, article, &asked, &text)
        .into_iter()
        .map(|span| {
            let verdict = compare(quotation, span.of(article));
            Place { span, verdict }
        })
        .filter(|place| place.verdict.wording != Wording::Different && 2 * place.verdict.words >= asked.len())
        .collect();
    places.sort_by_key(|place| (std::cmp::Reverse(place.verdict.words), severity(&place.verdict), place.span));
    places.dedup_by(|other, best| other.span.overlaps(best.span));
    if places.is_empty() {
        return Check::Absent(nearest(&asked.hashes, &text));
    }
    Check::Found(places)
}

/// How much there is to check.
fn severity(verdict: &Verdict) -> usize {
    verdict.changes.iter().filter(|change| !change.kind.is_slight()).count()
}

/// Stretches of the article that may hold the quotation: where its words stand together, widened by the words that are missing.
fn candidates(quotation: &str, article: &str, asked: &words::Pieces, text: &words::Pieces) -> Vec<Span> {
    let exact = text.hashes.windows(asked.len().max(1)).enumerate().filter(|(_, run)| *run == asked.hashes.as_slice());
    let mut found: Vec<Span> = exact.map(|(at, run)| span(text, at, at + run.len())).collect();
    if !found.is_empty() {
        return found;
    }
    let settings = Settings {
        shortest_run_words: 4.min(asked.len() as u32),
        significance: 6,
        merge_gap_words: 60,
        ..Settings::default()
    };
    let passages = overlap::find(quotation, article, &settings);
    for passage in &passages {
        found.push(widened(passage.spans.left, passage.spans.right, asked, text));
    }
    if let (Some(first), Some(last)) = (passages.first(), passages.last())
        && passages.len() > 1
        && passages.windows(2).all(|pair| pair[0].spans.right.end <= pair[1].spans.right.start)
    {
        // Words from places that stand apart, put together in their order.
        found.push(widened(
            first.spans.left.cover(last.spans.left),
            first.spans.right.cover(last.spans.right),
            asked,
            text,
        ));
    }
    found
}

/// A place in the article with as many words added before and after as the quotation has more there.
fn widened(quoted: Span, place: Span, asked: &words::Pieces, text: &words::Pieces) -> Span {
    let before = asked.places.partition_point(|word| (word.0 as usize) < quoted.start);
    let after = asked.places.len() - asked.places.partition_point(|word| (word.1 as usize) <= quoted.end);
    let first = text.places.partition_point(|word| (word.0 as usize) < place.start);
    let end = text.places.partition_point(|word| (word.1 as usize) <= place.end);
    span(text, first.saturating_sub(before), (end + after).min(text.len()))
}

fn span(text: &words::Pieces, from: usize, to: usize) -> Span {
    match (text.places.get(from), to.checked_sub(1).and_then(|last| text.places.get(last))) {
        (Some(first), Some(last)) => Span::new(first.0 as usize, last.1 as usize),
        _ => Span::default(),
    }
}

/// The stretch as long as the quotation that shares most with it, by how much the words tell; none where it shares too little.
fn nearest(asked: &[u64], text: &words::Pieces) -> Option<Span> {
    use std::collections::HashMap;
    let english = super::super::frequencies::Frequencies::english();
    let width = (asked.len() * 3 / 2).clamp(6, 400).min(text.len());
    let mut wanted: HashMap<u64, (i32, i32)> = HashMap::new();
    for key in asked {
        let entry = wanted.entry(*key).or_insert((0, english.surprise(*key)));
        entry.0 += 1;
    }
    let all: i32 = wanted.values().map(|(count, tells)| count * tells).sum();
    let (mut sum, mut best) = (0, (0, 0));
    for (at, key) in text.hashes.iter().enumerate() {
        if let Some((left, tells)) = wanted.get_mut(key) {
            sum += if *left > 0 { *tells } else { 0 };
            *left -= 1;
        }
        if let Some((left, tells)) = at.checked_sub(width).and_then(|gone| wanted.get_mut(&text.hashes[gone])) {
            *left += 1;
            sum -= if *left > 0 { *tells } else { 0 };
        }
        if sum > best.0 {
            best = (sum, at + 1);
        }
    }
    (4 * best.0 >= all && best.0 > 0).then(|| span(text, best.1.saturating_sub(width), best.1))
}
