//! The same figure or law in both articles, and two figures for one thing.

use std::collections::BTreeMap;

use super::super::Read;
use super::super::similarity::Tie;
use super::super::vocabulary::{SentenceTerms, Vocabulary, lexicon};
use crate::model::{Figure, FigureKind, Link, LinkKind, Relation, Side, Sides, Span};

/// How much two sentences must share, in summed weights, for their figures to be of one thing.
const LEAST_SHARED_WEIGHT: f32 = 0.9;
/// The same for figures of the same value.
const LEAST_SHARED_WEIGHT_SAME: f32 = 0.5;
/// How many links of figures are made at most.
const MOST_LINKS: usize = 12;
/// What shares, sums, spans of time and bare years must share beyond that: their units say nothing of the thing.
const PLAIN_UNIT_FACTOR: f32 = 2.0;

/// A figure with its sentence.
#[derive(Debug, Clone)]
struct Placed<'a> {
    figure: &'a Figure,
    /// The whole sentence.
    sentence: Span,
    terms: &'a SentenceTerms,
    /// The family of its unit.
    unit: String,
}

/// One link for every law, programme or figure that both articles give, and for figures that differ on one thing.
pub fn link(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, ties: &[Tie]) -> Vec<Link> {
    let sentences = Side::BOTH.map(|side| vocabulary.sentences(side));
    let placed = [placed(*sides.get(Side::Left), &sentences[0]), placed(*sides.get(Side::Right), &sentences[1])];
    let tie = |left: &Placed<'_>, right: &Placed<'_>| {
        let passages = (left.terms.passage, right.terms.passage);
        let at = ties.binary_search_by_key(&passages, |tie| (tie.passages.left, tie.passages.right));
        at.map_or(0.0, |at| ties[at].score)
    };
    let mut best: BTreeMap<(Sort, &str), (f32, Link)> = BTreeMap::new();
    for left in &placed[0] {
        for right in placed[1].iter().filter(|right| comparable(left, right)) {
            let Some((key, link)) = judge(sides, vocabulary, left, right, tie(left, right)) else { continue };
            let strength = link.score + tie(left, right);
            let slot = best.entry((Sort::of(left.figure.kind), key)).or_insert_with(|| (strength, link.clone()));
            if strength > slot.0 {
                *slot = (strength, link);
            }
        }
    }
    let mut links: Vec<(f32, Link)> = best.into_values().collect();
    links.sort_by(|one, other| other.0.total_cmp(&one.0));
    links.into_iter().take(MOST_LINKS).map(|(_, link)| link).collect()
}

/// Kinds in an order, for a list that is always the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Reference,
    Amount,
    Date,
}

impl Sort {
    fn of(kind: FigureKind) -> Self {
        match kind {
            FigureKind::Reference => Self::Reference,
            FigureKind::Date => Self::Date,
            FigureKind::Count | FigureKind::Money | FigureKind::Percent => Self::Amount,
        }
    }
}

fn placed<'a>(read: Read<'a>, sentences: &'a [SentenceTerms]) -> Vec<Placed<'a>> {
    let all = &read.reading.sentences;
    read.reading
        .figures
        .iter()
        .filter_map(|figure| {
            let sentence = all.partition_point(|sentence| sentence.span.start <= figure.span.start).checked_sub(1)?;
            let at = sentences.binary_search_by_key(&sentence, |terms| terms.sentence).ok()?;
            let unit = lexicon::family(&figure.unit).0;
            Some(Placed { figure, sentence: all[sentence].span, terms: &sentences[at], unit })
        })
        .collect()
}

/// Whether two figures of one kind are the same or of one thing: the key they are listed under, and the link.
fn judge<'a>(
    sides: Sides<Read<'_>>,
    vocabulary: &Vocabulary,
    left: &Placed<'a>,
    right: &Placed<'_>,
    tie: f32,
) -> Option<(&'a str, Link)> {
    let common = vocabulary.common(&left.terms.terms, &right.terms.terms);
    let shared: f32 = common.iter().map(|&term| vocabulary.terms[term].weight).sum();
    let shared = if has_plain_unit(left.figure) { shared / PLAIN_UNIT_FACTOR } else { shared };
    let written = Sides::new(
        left.figure.span.of(&sides.left.article.text).to_owned(),
        right.figure.span.of(&sides.right.article.text).to_owned(),
    );
    let same = left.figure.key == right.figure.key;
    let (score, why) = match left.figure.kind {
        FigureKind::Reference if same => (0.62 + 0.5 * tie, same_words("Both speak of", &written)),
        FigureKind::Date if same && left.figure.unit != "relative" && shared >= LEAST_SHARED_WEIGHT_SAME => {
            let fine = matches!(left.figure.unit.as_str(), "day" | "month");
            (if fine { 0.3 } else { 0.15 } + 0.2 * shared.min(1.0), same_words("Both give the date", &written))
        }
        FigureKind::Count | FigureKind::Money | FigureKind::Percent if same && shared >= LEAST_SHARED_WEIGHT_SAME => {
            (0.4 + 0.25 * shared.min(1.0), same_words("Both give the same figure", &written))
        }
        FigureKind::Count | FigureKind::Money | FigureKind::Percent if !same && shared >= LEAST_SHARED_WEIGHT => {
            let words: Vec<&str> = common.iter().take(3).map(|&term| vocabulary.terms[term].word.as_str()).collect();
            let point = words.join(", ");
            let why = format!("A different figure, perhaps of other things (both: {point})");
            (0.35 + 0.2 * (shared - LEAST_SHARED_WEIGHT).min(1.0), why)
        }
        _ => return None,
    };
    let link = Link {
        score: score.min(0.95),
        label: label(&written.left),
        why,
        relation: Some(if same { Relation::Same } else { Relation::DifferentFigure }),
        details: if same { Vec::new() } else { vec![written] },
        ..Link::new(LinkKind::Fact, Sides::new(left.sentence, right.sentence))
    };
    Some((&left.figure.key, link))
}

/// "Both speak of 412(b); the same", with both ways of writing it where they differ.
fn same_words(start: &str, written: &Sides<String>) -> String {
    if written.left.to_lowercase() == written.right.to_lowercase() {
        format!("{start}: {}; the same", written.left)
    } else {
        format!("{start}: the left writes “{}”, the right “{}”; the same", written.left, written.right)
    }
}

/// Whether a figure's unit says nothing of what is counted.
fn has_plain_unit(figure: &Figure) -> bool {
    let plain = ["percent", "usd", "gbp", "eur", "jpy", "year", "years", "decade", "months", "weeks", "days", "hours"];
    plain.contains(&figure.unit.as_str()) || matches!(figure.unit.as_str(), "minutes" | "seconds" | "people" | "times")
}

/// Whether two figures can be the same or differ on one thing: one kind, and one key or unit.
fn comparable(left: &Placed<'_>, right: &Placed<'_>) -> bool {
    let amount = matches!(left.figure.kind, FigureKind::Count | FigureKind::Money | FigureKind::Percent);
    left.figure.kind == right.figure.kind
        && (left.figure.key == right.figure.key || (amount && left.unit == right.unit))
}

fn label(written: &str) -> String {
    let mut characters = written.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
