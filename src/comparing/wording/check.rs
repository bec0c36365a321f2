//! Is this quotation in this article, and how faithful is it?

use super::super::overlap::{self, Settings, words};
use super::{Change, ChangeKind, Verdict, compare};
use crate::model::{Sides, Span, Wording};

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

/// What the best place of `quotation` in `article` says of it, in words for a person; that it is not there, where it is not.
pub fn say_of_quotation(quotation: &str, article: &str) -> String {
    let Check::Found(places) = check(quotation, article) else { return "Not in the article.".to_owned() };
    let best = places.first().map(|place| {
        let said = place.verdict.describe_quotation(Sides::new(quotation, place.span.of(article)));
        let end = if said.ends_with('.') { "" } else { "." };
        format!("{said}{end}")
    });
    best.unwrap_or_default()
}

/// Looks for `quotation` in `article`, a text.
pub fn check(quotation: &str, article: &str) -> Check {
    let mut asked = words::Pieces::default();
    words::fold(quotation, 0, &mut asked);
    let mut text = words::Pieces::default();
    words::fold(article, 0, &mut text);
    let mut places: Vec<Place> = candidates(quotation, article, &asked, &text)
        .into_iter()
        .map(|span| judged(quotation, article, span, &asked, &text))
        .filter(|place| place.verdict.wording != Wording::Different && 2 * place.verdict.words >= asked.len())
        .collect();
    places.sort_by_key(|place| (std::cmp::Reverse(place.verdict.words), severity(&place.verdict), place.span));
    places.dedup_by(|other, best| other.span.overlaps(best.span));
    if places.is_empty() {
        return Check::Absent(nearest(&asked.hashes, &text));
    }
    Check::Found(places)
}

/// The place within a candidate where the quotation stands, and the verdict on all of the quotation's words.
fn judged(quotation: &str, article: &str, candidate: Span, asked: &words::Pieces, text: &words::Pieces) -> Place {
    let rough = compare(quotation, candidate.of(article)).shared;
    let at = candidate.start;
    let shared = Span::new(at + rough.right.start, at + rough.right.end);
    let span = if rough.right.is_empty() { candidate } else { widened(rough.left, shared, asked, text, 0) };
    let mut verdict = compare(quotation, span.of(article));
    let judged = verdict.shared.left;
    let whole = Span::new(
        asked.places.first().map_or(0, |place| place.0 as usize),
        asked.places.last().map_or(0, |place| place.1 as usize),
    );
    // What of the quotation lies outside is in no place near: it is to be told too.
    for missing in [Span::new(whole.start, judged.start), Span::new(judged.end, whole.end)] {
        let words =
            asked.places.iter().filter(|place| missing.contains(Span::new(place.0 as usize, place.1 as usize))).count();
        if words > 0 && verdict.wording != Wording::Different {
            let at = if missing.start == whole.start { 0 } else { span.len() };
            verdict.changes.push(Change { left: missing, right: Span::new(at, at), kind: ChangeKind::Dropped });
            verdict.unmarked += words;
            verdict.wording = Wording::Altered;
        }
    }
    Place { span, verdict }
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
        least_score: 0,
        merge_gap_words: 60,
        ..Settings::default()
    };
    let passages = overlap::find(quotation, article, &settings);
    for passage in &passages {
        found.push(widened(passage.spans.left, passage.spans.right, asked, text, SLACK_WORDS));
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
            SLACK_WORDS,
        ));
    }
    found
}

/// More words than the quotation has may stand where it changes or leaves out some.
const SLACK_WORDS: usize = 6;

/// A place in the article with as many words added before and after as the quotation has more there, and `slack` more.
fn widened(quoted: Span, place: Span, asked: &words::Pieces, text: &words::Pieces, slack: usize) -> Span {
    let some = |words: usize| if words > 0 { words + slack } else { 0 };
    let before = asked.places.partition_point(|word| (word.0 as usize) < quoted.start);
    let after = asked.places.len() - asked.places.partition_point(|word| (word.1 as usize) <= quoted.end);
    let first = text.places.partition_point(|word| (word.0 as usize) < place.start);
    let end = text.places.partition_point(|word| (word.1 as usize) <= place.end);
    span(text, first.saturating_sub(some(before)), (end + some(after)).min(text.len()))
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

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "The council met on Tuesday. “The old ferry will cross the lake again before winter comes,” \
        said Ada Lunt, the mayor. Nobody asked about the mill. “We will not, with respect, sell the mill,” she added. \
        A brass band played. Nobody danced to it, not even the twins from the bakery.";

    fn place(quotation: &str) -> (String, Verdict) {
        match check(quotation, REPORT) {
            Check::Found(places) => (places[0].span.of(REPORT).to_owned(), places[0].verdict.clone()),
            Check::Absent(_) => panic!("not found: {quotation}"),
        }
    }

    fn found(quotation: &str, expected: &str, wording: Wording, changes: &[(ChangeKind, &str, &str)]) {
        let (words, verdict) = place(quotation);
        assert_eq!(words, expected, "{quotation}");
        let differing: Vec<_> = verdict
            .changes
            .iter()
            .filter(|change| !change.kind.is_slight())
            .map(|change| (change.kind, change.left.of(quotation), change.right.of(&words)))
            .collect();
        assert_eq!(differing, changes, "{quotation}");
        assert_eq!(verdict.wording, wording, "{quotation}");
    }

    #[test]
    fn the_words_as_they_stand() {
        found("the ferry".trim_start_matches("the "), "ferry", Wording::Same, &[]);
        found("with respect, sell the mill", "with respect, sell the mill", Wording::Same, &[]);
    }

    #[test]
    fn what_the_quotation_changes() {
        found(
            "The ferry will cross the lake again",
            "The old ferry will cross the lake again",
            Wording::Elided,
            &[(ChangeKind::Added, "", "old")],
        );
        found(
            "We will never sell the mill",
            "We will not, with respect, sell the mill",
            Wording::Altered,
            &[(ChangeKind::Altered, "never", "not"), (ChangeKind::Added, "", "with respect")],
        );
        found(
            "The old ferry … before winter comes",
            "The old ferry will cross the lake again before winter comes",
            Wording::Elided,
            &[(ChangeKind::Elided, "", "will cross the lake again")],
        );
    }

    #[test]
    fn words_that_stand_in_two_places() {
        let (_, verdict) = place("The old ferry will cross the lake again. Nobody danced to it");
        assert!(verdict.joined);
    }

    #[test]
    fn words_that_are_not_there() {
        let Check::Absent(nearest) = check("The mayor sold nine tractors to the orchestra", REPORT) else {
            panic!("found");
        };
        assert!(nearest.is_none_or(|span| !span.of(REPORT).is_empty()));
        assert_eq!(check("", REPORT), Check::Absent(None));
        assert_eq!(check("ferry", ""), Check::Absent(None));
    }
}
