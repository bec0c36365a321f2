//! The same figure or law in both articles, and two figures for one thing.

use std::collections::BTreeMap;

use super::super::Read;
use super::super::similarity::Tie;
use super::super::vocabulary::{SentenceTerms, Vocabulary, lexicon};
use super::super::when::{self, Agreement, Moment, Published};
use super::agreement::{self, Agreement as Amounts};
use crate::model::{Figure, FigureKind, Link, LinkKind, Relation, Side, Sides, Span};

/// What must speak for two figures being one: words that both sentences have, the tie of their paragraphs, and how
/// seldom such a number is.
const LEAST_EVIDENCE_SAME: f32 = 0.5;
/// The same where they count things of other names: the number itself must then be one to be known again.
const LEAST_EVIDENCE_OTHER_UNIT: f32 = 0.9;
const LEAST_DIGITS_OTHER_UNIT: u32 = 3;
/// The same where one is the other, rounded.
const LEAST_EVIDENCE_ROUNDED: f32 = 0.7;
/// How much two sentences must share, in summed weights, for two different figures to be of one thing.
const LEAST_SHARED_WEIGHT_DIFFERENT: f32 = 0.9;
/// The same for two dates on one day.
const LEAST_SHARED_WEIGHT_OF_A_DAY: f32 = 0.5;
/// How many links of figures are made at most.
const MOST_LINKS: usize = 12;
/// What shares, sums, spans of time and bare years must share beyond that: their units say nothing of the thing.
const PLAIN_UNIT_FACTOR: f32 = 2.0;
const PLAIN_UNIT_FACTOR_SAME: f32 = 1.6;

/// A figure with its sentence.
#[derive(Debug, Clone)]
struct Placed<'a> {
    figure: &'a Figure,
    /// The whole sentence.
    sentence: Span,
    terms: &'a SentenceTerms,
    /// The family of its unit.
    unit: String,
    /// Of a date: when it was.
    moment: Option<Moment>,
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
    let published = Published::on(read.reading.metadata.date.as_deref());
    read.reading
        .figures
        .iter()
        .filter_map(|figure| {
            let sentence = all.partition_point(|sentence| sentence.span.start <= figure.span.start).checked_sub(1)?;
            let at = sentences.binary_search_by_key(&sentence, |terms| terms.sentence).ok()?;
            let unit = lexicon::family(&figure.unit).0;
            let moment = when::moment(figure, published);
            Some(Placed { figure, sentence: all[sentence].span, terms: &sentences[at], unit, moment })
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
    let written = Sides::new(
        written(left.figure.span.of(&sides.left.article.text)),
        written(right.figure.span.of(&sides.right.article.text)),
    );
    let Told { score, why, relation } = match left.figure.kind {
        FigureKind::Reference => {
            Told { score: 0.62 + 0.5 * tie, why: told_of_one_thing(&written), relation: Relation::Same }
        }
        FigureKind::Date => told_of_dates(left, right, shared, &written)?,
        FigureKind::Count | FigureKind::Money | FigureKind::Percent => {
            let words: Vec<&str> = common.iter().take(3).map(|&term| vocabulary.terms[term].word.as_str()).collect();
            told_of_amounts(left, right, (shared, tie), &words, &written)?
        }
    };
    let details = if relation == Relation::Same { Vec::new() } else { vec![written.clone()] };
    let link = Link {
        score: score.min(0.95),
        label: label(&written.left),
        why,
        relation: Some(relation),
        details,
        ..Link::new(LinkKind::Fact, Sides::new(left.sentence, right.sentence))
    };
    Some((&left.figure.key, link))
}

/// What is told of two figures.
struct Told {
    score: f32,
    why: String,
    relation: Relation,
}

fn told_of_dates(left: &Placed<'_>, right: &Placed<'_>, shared: f32, written: &Sides<String>) -> Option<Told> {
    let relative = left.figure.unit == "relative" || right.figure.unit == "relative";
    let one_day = left.moment.as_ref().zip(right.moment.as_ref());
    let one_day = one_day.is_some_and(|(one, other)| when::agreement(one, other) == Agreement::SameDay);
    let same = one_day || (left.figure.key == right.figure.key && !relative);
    if !same || shared < LEAST_SHARED_WEIGHT_OF_A_DAY {
        return None;
    }
    let fine = one_day || left.figure.unit == "month";
    let score = if fine { 0.3 } else { 0.15 } + 0.2 * shared.min(1.0);
    Some(Told { score, why: same_words("Both give the date", written, ""), relation: Relation::Same })
}

fn told_of_amounts(
    left: &Placed<'_>,
    right: &Placed<'_>,
    (shared, tie): (f32, f32),
    words: &[&str],
    written: &Sides<String>,
) -> Option<Told> {
    let same_unit = left.unit == right.unit;
    let plain = has_plain_unit(left.figure) || has_plain_unit(right.figure);
    let context = if plain { (shared + tie) / PLAIN_UNIT_FACTOR_SAME } else { shared + tie };
    let evidence = context + rarity(left.figure).min(rarity(right.figure));
    let same = |score: f32, start: &str, end: &str| Told {
        score,
        why: same_words(start, written, end),
        relation: Relation::Same,
    };
    match agreement::of(left.figure, right.figure) {
        Amounts::Same if same_unit && evidence >= LEAST_EVIDENCE_SAME => {
            Some(same(0.4 + 0.25 * evidence.min(1.0), "Both give the figure", ""))
        }
        Amounts::Hedged if same_unit && evidence >= LEAST_EVIDENCE_SAME => {
            let words = words.join(", ");
            let why = format!("Both give nearly one figure (both: {words})");
            Some(Told { score: 0.4 + 0.2 * evidence.min(1.0), why, relation: Relation::DifferentDetail })
        }
        Amounts::Rounded if same_unit && context + exactness(left.figure, right.figure) >= LEAST_EVIDENCE_ROUNDED => {
            Some(same(0.35 + 0.25 * evidence.min(1.0), "Both give the figure", ", one less exact"))
        }
        Amounts::Apart
            if !same_unit && evidence >= LEAST_EVIDENCE_OTHER_UNIT && one_number(left.figure, right.figure) =>
        {
            Some(same(0.3 + 0.25 * evidence.min(1.0), "Both have the number", ""))
        }
        Amounts::Apart if same_unit && !left.unit.is_empty() => {
            let shared = if plain { shared / PLAIN_UNIT_FACTOR } else { shared };
            let more = shared - LEAST_SHARED_WEIGHT_DIFFERENT;
            let why = format!("A different figure, perhaps of other things (both: {})", words.join(", "));
            let score = 0.35 + 0.2 * more.min(1.0);
            (more >= 0.0).then_some(Told { score, why, relation: Relation::DifferentFigure })
        }
        _ => None,
    }
}

/// 0 to 1: how surely one would know such a number again.
fn rarity(figure: &Figure) -> f32 {
    let digits: f32 = match figure.digits() {
        0 | 1 => 0.0,
        2 => 0.15,
        3 => 0.5,
        4 => 0.8,
        _ => 1.0,
    };
    // A share or a sum says more by its few digits than a count does.
    let kind = if figure.kind == FigureKind::Count && figure.unit != "tally" { 0.0 } else { 0.1 };
    if figure.kind == FigureKind::Percent { digits.min(0.5) + kind } else { digits + kind }
}

/// What it adds to a rounded figure that the other one is exact.
fn exactness(left: &Figure, right: &Figure) -> f32 {
    0.1 * left.digits().max(right.digits()).min(5) as f32
}

/// Whether two figures that count things of other names give one number that is seldom.
fn one_number(left: &Figure, right: &Figure) -> bool {
    left.value == right.value && left.upper == right.upper && left.digits() >= LEAST_DIGITS_OTHER_UNIT
}

/// Words as they stand, on one line.
fn written(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "Both give the figure 38 percent."; where they write it otherwise, how each does.
fn same_words(start: &str, written: &Sides<String>, end: &str) -> String {
    if written.left.to_lowercase() == written.right.to_lowercase() {
        format!("{start} {}{end}.", written.left)
    } else {
        format!("{start}: “{}” on the left, “{}” on the right{end}.", written.left, written.right)
    }
}

/// "Both speak of 412(b)."; where they write it otherwise, how each does.
fn told_of_one_thing(written: &Sides<String>) -> String {
    let is_one = written.left.to_lowercase() == written.right.to_lowercase();
    same_words(if is_one { "Both speak of" } else { "Both speak of one thing" }, written, "")
}

/// Whether a figure's unit says nothing of what is counted.
fn has_plain_unit(figure: &Figure) -> bool {
    let plain = ["percent", "usd", "gbp", "eur", "jpy", "year", "years", "decade", "months", "weeks", "days", "hours"];
    plain.contains(&figure.unit.as_str())
        || matches!(figure.unit.as_str(), "minutes" | "seconds" | "people" | "times")
        || matches!(figure.unit.as_str(), "" | "points" | "years old")
}

/// Whether two figures can be the same or differ on one thing: one kind, and one key, unit, day or rare number.
fn comparable(left: &Placed<'_>, right: &Placed<'_>) -> bool {
    if left.figure.kind != right.figure.kind {
        return false;
    }
    match left.figure.kind {
        FigureKind::Reference => left.figure.key == right.figure.key,
        FigureKind::Date => left.moment.is_some() && right.moment.is_some(),
        _ => left.unit == right.unit || one_number(left.figure, right.figure),
    }
}

fn label(written: &str) -> String {
    let mut characters = written.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
