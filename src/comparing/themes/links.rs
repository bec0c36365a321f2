//! Links of kind theme: two paragraphs about the same thing.

use super::super::Read;
use super::super::similarity::{Tie, shared_terms};
use super::super::vocabulary::{Passage, Vocabulary, fold};
use super::labels;
use crate::model::{Comparison, Link, LinkKind, Side, Sides, Theme};

/// How many theme links are made at most.
const MOST_LINKS: usize = 28;
/// What remains of a link's score for every better link that one of its paragraphs already has.
const AGAIN: f32 = 0.95;
/// Links below this are not made.
const LEAST_SCORE: f32 = 0.04;
/// How many shared words the reason names.
const MOST_NAMED: usize = 5;

/// Links of kind theme, best first: the strongest ties, so chosen that no paragraph takes them all.
pub fn link(sides: Sides<Read<'_>>, comparison: &Comparison, vocabulary: &Vocabulary, ties: &[Tie]) -> Vec<Link> {
    choose(ties).into_iter().map(|(tie, score)| make(sides, comparison, vocabulary, tie, score)).collect()
}

/// The ties to show with their scores, a paragraph's later ties lowered.
fn choose(ties: &[Tie]) -> Vec<(&Tie, f32)> {
    let mut left_over: Vec<(&Tie, f32)> = ties.iter().map(|tie| (tie, tie.score)).collect();
    left_over.sort_by(|one, other| other.1.total_cmp(&one.1));
    left_over.truncate(20 * MOST_LINKS);
    let mut chosen: Vec<(&Tie, f32)> = Vec::new();
    while chosen.len() < MOST_LINKS {
        let lowered = |tie: &Tie, score: f32| {
            let used = |(other, _): &&(&Tie, f32)| {
                other.passages.left == tie.passages.left || other.passages.right == tie.passages.right
            };
            score * AGAIN.powf(chosen.iter().filter(used).count() as f32)
        };
        let best = left_over.iter().enumerate().map(|(at, (tie, score))| (at, lowered(tie, *score)));
        let Some((at, score)) = best.max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0))) else {
            break;
        };
        if score < LEAST_SCORE {
            break;
        }
        chosen.push((left_over.remove(at).0, score));
    }
    chosen
}

fn make(sides: Sides<Read<'_>>, comparison: &Comparison, vocabulary: &Vocabulary, tie: &Tie, score: f32) -> Link {
    let passages =
        Sides::new(&vocabulary.passages.left[tie.passages.left], &vocabulary.passages.right[tie.passages.right]);
    let span = |side: Side| {
        sides.get(side).article.paragraphs.get(passages.get(side).paragraph).map_or_else(Default::default, |it| it.span)
    };
    let theme = best_theme(comparison, passages);
    let words = named_words(sides, vocabulary, tie, passages);
    let label = theme
        .map(|theme| comparison.themes[theme].label.clone())
        .or_else(|| labels::best_phrase(sides, vocabulary, tie.passages))
        .unwrap_or_else(|| labels::capitalise(words.first().map_or("", |word| word.trim_matches(['“', '”']))));
    Link {
        score,
        label,
        why: reason(comparison, tie, &words),
        source: tie.sources.first().copied(),
        theme,
        ..Link::new(LinkKind::Theme, Sides::new(span(Side::Left), span(Side::Right)))
    }
}

/// The theme that both paragraphs belong to, the most particular one where there are several.
fn best_theme(comparison: &Comparison, passages: Sides<&Passage>) -> Option<usize> {
    let holds = |theme: &Theme| {
        Side::BOTH.iter().all(|&side| theme.paragraphs.get(side).binary_search(&passages.get(side).paragraph).is_ok())
    };
    let size = |theme: &Theme| theme.paragraphs.left.len() + theme.paragraphs.right.len();
    (0..comparison.themes.len())
        .filter(|&index| holds(&comparison.themes[index]))
        .min_by_key(|&index| size(&comparison.themes[index]))
}

/// The shared words that tie two passages, as the text writes them, heaviest first.
fn named_words(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, tie: &Tie, passages: Sides<&Passage>) -> Vec<String> {
    let shared = shared_terms(vocabulary, tie.passages);
    let least = shared.first().map_or(0.0, |(_, worth)| 0.08 * worth);
    shared
        .iter()
        .filter(|(_, worth)| *worth > least)
        .take(MOST_NAMED)
        .map(|&(term, _)| written(sides, passages, term))
        .collect()
}

/// How both passages write a term, in marks; both ways where they differ.
fn written(sides: Sides<Read<'_>>, passages: Sides<&Passage>, term: usize) -> String {
    let forms = Side::BOTH.map(|side| {
        let text = &sides.get(side).article.text;
        let words = passages.get(side).words.iter().filter(|word| word.term == Some(term));
        words.map(|word| shown(word.span.of(text))).collect::<Vec<_>>()
    });
    let common = forms[0].iter().find(|form| forms[1].contains(form));
    match (common, forms[0].first(), forms[1].first()) {
        (Some(common), _, _) => format!("“{common}”"),
        (None, Some(left), Some(right)) => format!("“{left}” or “{right}”"),
        _ => String::new(),
    }
}

/// A word for a list: small letters, names and acronyms as they are.
fn shown(written: &str) -> String {
    if written.chars().skip(1).any(char::is_uppercase) { written.to_owned() } else { fold(written) }
}

/// "trust", "trust and fear", "trust, fear and police".
fn listed(words: &[String]) -> String {
    match words {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => words.join(""),
    }
}

fn reason(comparison: &Comparison, tie: &Tie, words: &[String]) -> String {
    let sources: Vec<&str> =
        tie.sources.iter().take(2).map(|&source| comparison.sources[source].name.as_str()).collect();
    match (words.is_empty(), sources.is_empty()) {
        (false, true) => format!("Both have the words {}.", listed(words)),
        (false, false) => format!("Both have the words {}; both name {}.", listed(words), sources.join(" and ")),
        (true, false) => format!("Both name {}.", sources.join(" and ")),
        (true, true) => "The block quotation beside it is on the same subject.".to_owned(),
    }
}
