//! Happenings told in both articles, also where no name is shared: by who, what, where and when.
//!
//! Two sentences tell one happening when they are of one sort (an arrest, a lawsuit), share particulars that both
//! articles seldom use otherwise, and name no places or persons that exclude each other. No link is better than
//! a wrong one.

mod details;
mod happenings;
mod places;

use super::Read;
use super::vocabulary::Vocabulary;
use crate::model::{Link, LinkKind, Relation, Side, Sides, Source, SourceKind, Span};
use happenings::Happening;
use places::Standing;

/// How many links of events are made at most.
const MOST_LINKS: usize = 8;
/// How many particulars must be shared, near and in the very sentences, and what they must weigh together.
const LEAST_PARTICULARS: usize = 3;
const LEAST_CORE_PARTICULARS: usize = 2;
const LEAST_EVIDENCE: f32 = 2.7;
/// The same where both name one person who is seldom named.
const LEAST_EVIDENCE_OF_ONE_PERSON: f32 = 2.3;
/// What one shared person or place adds.
const PERSON_EVIDENCE: f32 = 1.5;
const PLACE_EVIDENCE: f32 = 0.6;

/// One happening, told on both sides.
struct Match<'a> {
    left: &'a Happening,
    right: &'a Happening,
    sort: usize,
    /// Shared particulars, heaviest first.
    particulars: Vec<usize>,
    evidence: f32,
    source: Option<usize>,
}

/// Links of kind event: one happening told in both.
pub fn link(sides: Sides<Read<'_>>, sources: &[Source], vocabulary: &Vocabulary) -> Vec<Link> {
    let left = happenings::find(sides.left, vocabulary, Side::Left);
    let right = happenings::find(sides.right, vocabulary, Side::Right);
    let mut matches: Vec<Match<'_>> = Vec::new();
    let candidates = candidates(vocabulary, &left, &right);
    for (one, others) in left.iter().zip(&candidates) {
        for other in others.iter().map(|&at| &right[at]) {
            matches.extend(judge(sources, vocabulary, one, other));
        }
    }
    matches.sort_by(|one, other| {
        let place = |found: &Match<'_>| (found.left.sentence.start, found.right.sentence.start);
        other.evidence.total_cmp(&one.evidence).then(place(one).cmp(&place(other)))
    });
    let mut links: Vec<Link> = Vec::new();
    let mut told: Vec<Sides<usize>> = Vec::new();
    for found in matches {
        let here = Sides::new(found.left.passage, found.right.passage);
        let again = told.iter().any(|told| told.left == here.left || told.right == here.right);
        if !again && links.len() < MOST_LINKS {
            told.push(here);
            links.push(make(sides, vocabulary, &found));
        }
    }
    links
}

/// For each left happening the right ones that share a particular with it, in order.
fn candidates(vocabulary: &Vocabulary, left: &[Happening], right: &[Happening]) -> Vec<Vec<usize>> {
    let mut postings = vec![Vec::new(); vocabulary.terms.len()];
    for (at, happening) in right.iter().enumerate() {
        for &term in &happening.particulars {
            postings[term].push(at);
        }
    }
    left.iter()
        .map(|happening| {
            let mut found: Vec<usize> =
                happening.particulars.iter().flat_map(|&term| postings[term].iter().copied()).collect();
            found.sort_unstable();
            found.dedup();
            found
        })
        .collect()
}

fn judge<'a>(
    sources: &[Source],
    vocabulary: &Vocabulary,
    left: &'a Happening,
    right: &'a Happening,
) -> Option<Match<'a>> {
    let sort = left.sorts.iter().map(|(sort, _)| *sort).find(|sort| right.sorts.iter().any(|(own, _)| own == sort))?;
    let mut particulars = vocabulary.common(&left.particulars, &right.particulars);
    particulars.retain(|&term| !happenings::names_sort(&vocabulary.terms[term].family, sort));
    let core = particulars
        .iter()
        .filter(|term| left.core.binary_search(term).is_ok() && right.core.binary_search(term).is_ok())
        .count();
    let person = shared_person(sources, left.sentence, right.sentence);
    let mut evidence: f32 = particulars.iter().map(|&term| vocabulary.terms[term].background).sum();
    evidence += if person.is_some() { PERSON_EVIDENCE } else { 0.0 };
    evidence += match place_standing(left, right) {
        Some(Standing::Apart) => return None,
        Some(_) => PLACE_EVIDENCE,
        None => 0.0,
    };
    let people = usize::from(person.is_some());
    let told_alike = particulars.len() + people >= LEAST_PARTICULARS
        && core + people >= LEAST_CORE_PARTICULARS
        && evidence >= LEAST_EVIDENCE;
    let one_person = person.is_some() && !particulars.is_empty() && evidence >= LEAST_EVIDENCE_OF_ONE_PERSON;
    let enough =
        (told_alike || one_person) && (person.is_some() || anchored(left, right)) && !dates_exclude(left, right);
    enough.then_some(Match { left, right, sort, particulars, evidence, source: person })
}

/// How the places of both sentences stand to each other: the best of all pairs; none where one names no place.
fn place_standing(left: &Happening, right: &Happening) -> Option<Standing> {
    let pairs = left.places.iter().flat_map(|one| right.places.iter().map(move |other| places::standing(one, other)));
    pairs.min_by_key(|standing| usize::from(*standing == Standing::Apart))
}

/// Whether either telling says when or where it was.
fn anchored(left: &Happening, right: &Happening) -> bool {
    [left, right].iter().any(|happening| !happening.dates.is_empty() || !happening.places.is_empty())
}

/// Whether both give full dates and none agrees.
fn dates_exclude(left: &Happening, right: &Happening) -> bool {
    let absolute = |happening: &Happening| -> Vec<String> {
        happening.dates.iter().filter(|date| date.unit != "relative").map(|date| date.key.clone()).collect()
    };
    let (left, right) = (absolute(left), absolute(right));
    !left.is_empty()
        && !right.is_empty()
        && !left
            .iter()
            .any(|one| right.iter().any(|other| one.starts_with(other.as_str()) || other.starts_with(one.as_str())))
}

/// A shared person that both sentences mention: the index of the source.
fn shared_person(sources: &[Source], left: Span, right: Span) -> Option<usize> {
    sources.iter().position(|source| {
        source.kind == SourceKind::Person
            && source.sides.left.mentions.len() <= 4
            && source.sides.right.mentions.len() <= 4
            && source.sides.left.mentions.iter().any(|mention| left.contains(*mention))
            && source.sides.right.mentions.iter().any(|mention| right.contains(*mention))
    })
}

fn make(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, found: &Match<'_>) -> Link {
    let details = details::differences(sides, vocabulary, found);
    let relation = if details.is_empty() { Relation::Same } else { Relation::DifferentDetail };
    Link {
        score: (0.6 + 0.05 * found.evidence).min(0.95),
        label: details::label(sides, vocabulary, found),
        why: details::tell(sides, vocabulary, found),
        source: found.source,
        relation: Some(relation),
        details,
        ..Link::new(LinkKind::Event, Sides::new(found.left.sentence, found.right.sentence))
    }
}
