//! Happenings told in both articles, also where no name is shared: by who, what, where and when.
//!
//! Two sentences tell one happening when they are of one sort (an arrest, a lawsuit) or of one day, name no places or
//! days that exclude each other, and enough speaks for it: particulars that both articles seldom use otherwise, who
//! took part, where and when it was, figures. No link is better than a wrong one.

mod details;
mod evidence;
mod happenings;
mod places;
mod sorts;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::Read;
use super::vocabulary::Vocabulary;
use super::when::Moment;
use crate::model::{Link, LinkKind, Relation, Side, Sides, Source};
use evidence::Match;
use happenings::Happening;

/// How many links of events are made at most.
const MOST_LINKS: usize = 12;
/// What more sentences than this have in common, of all happenings of one article, brings no two together.
const MOST_SENTENCES_OF_A_CLUE: usize = 40;

/// Links of kind event: one happening told in both.
pub fn link(sides: Sides<Read<'_>>, sources: &[Source], vocabulary: &Vocabulary) -> Vec<Link> {
    let left = happenings::find(sides.left, vocabulary, sources, Side::Left);
    let right = happenings::find(sides.right, vocabulary, sources, Side::Right);
    let mut matches: Vec<Match<'_>> = Vec::new();
    for (one, others) in left.iter().zip(candidates(&left, &right)) {
        for other in others.into_iter().map(|at| &right[at]) {
            matches.extend(evidence::judge(sides, sources, vocabulary, one, other));
        }
    }
    matches.sort_by(|one, other| {
        let place = |found: &Match<'_>| (found.left.sentence.start, found.right.sentence.start);
        other.evidence.total_cmp(&one.evidence).then(place(one).cmp(&place(other)))
    });
    let mut told: Vec<Match<'_>> = Vec::new();
    for found in matches {
        if told.len() < MOST_LINKS && !told.iter().any(|told| tells_again(told, &found)) {
            told.push(found);
        }
    }
    told.iter().map(|found| make(sides, sources, vocabulary, found)).collect()
}

/// Whether a stronger match tells the same happening, or of the same sentence.
fn tells_again(stronger: &Match<'_>, found: &Match<'_>) -> bool {
    let sentence = stronger.left.sentence == found.left.sentence || stronger.right.sentence == found.right.sentence;
    let passage = stronger.left.passage == found.left.passage || stronger.right.passage == found.right.passage;
    sentence || (passage && stronger.sort == found.sort)
}

/// What may bring two sentences together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Clue<'a> {
    Word(usize),
    Party(usize),
    Day(i64),
    Figure(&'a str),
}

fn clues<'a>(happening: &'a Happening<'a>) -> Vec<Clue<'a>> {
    let days = happening.dates.iter().filter_map(|(_, moment)| match moment {
        Moment::Days { first, last, .. } if first == last => Some(Clue::Day(*first)),
        Moment::OfYear { month, day } if *day > 0 => Some(Clue::Day(-(100 * month + day))),
        _ => None,
    });
    let words = happening.particulars.iter().map(|&term| Clue::Word(term));
    let parties = happening.parties.iter().map(|party| Clue::Party(party.source));
    let figures = happening.figures.iter().map(|figure| Clue::Figure(figure.key.as_str()));
    words.chain(parties).chain(days).chain(figures).collect()
}

/// For each left happening the right ones that share a clue with it that is not everywhere, in order.
fn candidates(left: &[Happening<'_>], right: &[Happening<'_>]) -> Vec<Vec<usize>> {
    let mut postings: BTreeMap<Clue<'_>, (usize, Vec<usize>)> = BTreeMap::new();
    for (at, happening) in right.iter().enumerate() {
        for clue in clues(happening) {
            postings.entry(clue).or_default().1.push(at);
        }
    }
    for clue in left.iter().flat_map(clues) {
        if let Some((times, _)) = postings.get_mut(&clue) {
            *times += 1;
        }
    }
    let near = |happening| {
        let clues: Vec<Clue<'_>> = clues(happening);
        let shared = clues.iter().filter_map(|clue| postings.get(clue));
        let seldom = shared.filter(|(times, there)| (*times).max(there.len()) <= MOST_SENTENCES_OF_A_CLUE);
        let mut found: Vec<usize> = seldom.flat_map(|(_, there)| there.iter().copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    left.iter().map(near).collect()
}

fn make(sides: Sides<Read<'_>>, sources: &[Source], vocabulary: &Vocabulary, found: &Match<'_>) -> Link {
    let details = details::differences(sides, vocabulary, found);
    let relation = if details.is_empty() { Relation::Same } else { Relation::DifferentDetail };
    let points = details::shared_points(sides, sources, vocabulary, found);
    Link {
        score: (0.6 + 0.05 * found.evidence).min(0.95),
        label: details::label(found, &points),
        why: details::tell(found, &points),
        source: found.parties.first().copied(),
        relation: Some(relation),
        details,
        ..Link::new(LinkKind::Event, Sides::new(found.left.sentence, found.right.sentence))
    }
}
