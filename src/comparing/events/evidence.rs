//! What speaks for two sentences telling of one happening: who, what, where, when, and particulars.

use super::super::Read;
use super::super::vocabulary::{Vocabulary, fold, lexicon};
use super::super::when::{self, Agreement};
use super::happenings::{Happening, Party};
use super::places::{self, Standing};
use super::sorts::{self, Weight};
use crate::model::{Figure, FigureKind, Sides, Source, SourceKind};

/// How many particulars must be shared, near and in the very sentences, and what they must weigh together, where
/// nothing else speaks for it.
const LEAST_PARTICULARS: usize = 3;
const LEAST_CORE_PARTICULARS: usize = 2;
const LEAST_EVIDENCE: f32 = 2.7;
/// The same where both name one person who is seldom named.
const LEAST_EVIDENCE_OF_ONE_PERSON: f32 = 2.3;
/// The same where signals of several sorts agree; and how many of them must.
const LEAST_EVIDENCE_OF_SEVERAL: f32 = 3.1;
const LEAST_SIGNALS: usize = 3;
/// What a sort that says little must have beyond that.
const SLIGHT_SORT: f32 = 0.7;
/// What a place that agrees adds.
const PLACE_EVIDENCE: f32 = 0.6;
/// What it adds that this befalls a person but once.
const ONCE_EVIDENCE: f32 = 1.3;
/// The most that the same words for the deed add.
const MOST_DEEDS: f32 = 0.6;
/// What a particular of a neighbouring sentence counts beside one of the sentence itself.
const NEAR_FACTOR: f32 = 0.5;
/// How far from the word for the deed the name of whom it befell may stand.
const REACH_BYTES: usize = 48;
/// Somebody named more often than this is named everywhere.
const SELDOM: usize = 4;
const OFTEN: usize = 14;

/// One happening, told on both sides.
pub struct Match<'a> {
    pub left: &'a Happening<'a>,
    pub right: &'a Happening<'a>,
    /// Which sort; none where only the day is one.
    pub sort: Option<usize>,
    /// Shared particulars, heaviest first.
    pub particulars: Vec<usize>,
    /// Shared sources of both sentences, by weight.
    pub parties: Vec<usize>,
    /// How the two say when it was.
    pub when: Agreement,
    pub evidence: f32,
}

/// Whether two sentences tell one happening.
pub fn judge<'a>(
    sides: Sides<Read<'_>>,
    sources: &[Source],
    vocabulary: &Vocabulary,
    left: &'a Happening<'a>,
    right: &'a Happening<'a>,
) -> Option<Match<'a>> {
    // What both only quote is one utterance, not one happening.
    if left.is_quoted && right.is_quoted {
        return None;
    }
    let when = agreement(left, right)?;
    let place = match place_standing(left, right) {
        Some(Standing::Apart) => return None,
        Some(_) => PLACE_EVIDENCE,
        None => 0.0,
    };
    let sort = shared_sort(left, right);
    if sort.is_none() && when != Agreement::SameDay {
        return None;
    }
    let mut particulars = vocabulary.common(&left.particulars, &right.particulars);
    particulars.retain(|&term| !sorts::names_sort(&vocabulary.terms[term].family, sort));
    let in_core = |term: &usize| left.core.binary_search(term).is_ok() && right.core.binary_search(term).is_ok();
    let core = particulars.iter().filter(|term| in_core(term)).count();
    let weigh = |near: f32| -> f32 {
        let own = |term: &usize| vocabulary.terms[*term].background * if in_core(term) { 1.0 } else { near };
        particulars.iter().map(own).sum()
    };
    let shared = shared_parties(sources, left, right);
    let who: f32 = shared.iter().map(|(_, weight)| weight).sum::<f32>().min(2.5);
    let figures = shared_figures(left, right);
    let day = match when {
        Agreement::SameDay => 1.6,
        Agreement::Close => 0.8,
        Agreement::Near => 0.3,
        Agreement::Open | Agreement::Apart => 0.0,
    };
    let once = once(sort, sources, left, right, &shared);
    let without_deeds = who + place + day + figures + weigh(NEAR_FACTOR) + once;
    // Most pairs end here.
    if without_deeds + MOST_DEEDS < LEAST_EVIDENCE_OF_ONE_PERSON {
        return None;
    }
    let evidence = without_deeds + deeds(sides, left, right);
    let person = shared.iter().any(|&(source, _)| is_seldom_person(&sources[source]));
    let alone = particulars_alone(&particulars, core, weigh(1.0) + place, person, left, right);
    let circumstances = [who >= 0.5, place > 0.0, day >= 0.8, figures > 0.0, once > 0.0];
    let circumstances = circumstances.iter().filter(|heard| **heard).count();
    let signals = circumstances + usize::from(core > 0) + usize::from(core > 1 || particulars.len() > 2);
    let particular = circumstances > 0 && (core > 0 || figures > 0.0 || once > 0.0 || circumstances > 2);
    let slight = if sorts::weight(sort) == Weight::Slight { SLIGHT_SORT } else { 0.0 };
    let several = signals >= LEAST_SIGNALS && particular && evidence >= LEAST_EVIDENCE_OF_SEVERAL + slight;
    let befell = once > 0.0 && evidence >= LEAST_EVIDENCE_OF_ONE_PERSON;
    let parties = shared.into_iter().map(|(source, _)| source).collect();
    (alone || several || befell).then_some(Match { left, right, sort, particulars, parties, when, evidence })
}

/// Whether the particulars bear it, with a person who is seldom named or with some place or day.
fn particulars_alone(
    particulars: &[usize],
    core: usize,
    weight: f32,
    person: bool,
    left: &Happening<'_>,
    right: &Happening<'_>,
) -> bool {
    let people = usize::from(person);
    let evidence = weight + if person { 1.5 } else { 0.0 };
    let told_alike = particulars.len() + people >= LEAST_PARTICULARS
        && core + people >= LEAST_CORE_PARTICULARS
        && evidence >= LEAST_EVIDENCE;
    let one_person = person && core > 0 && evidence >= LEAST_EVIDENCE_OF_ONE_PERSON;
    let anchored = [left, right].iter().any(|happening| !happening.dates.is_empty() || !happening.places.is_empty());
    (told_alike && (person || anchored)) || one_person
}

/// The sort that both may be: the one that weighs most, then the first.
fn shared_sort(left: &Happening<'_>, right: &Happening<'_>) -> Option<usize> {
    let shared = left.sorts.iter().map(|(sort, _)| *sort);
    let shared = shared.filter(|sort| right.sorts.iter().any(|(own, _)| own == sort));
    shared.min_by_key(|sort| match sorts::weight(Some(*sort)) {
        Weight::Once => 0,
        Weight::Plain => 1,
        Weight::Slight => 2,
    })
}

/// How the dates of both agree at best; none where they exclude each other.
fn agreement(left: &Happening<'_>, right: &Happening<'_>) -> Option<Agreement> {
    let pairs = left.dates.iter().flat_map(|one| right.dates.iter().map(move |other| (one, other)));
    let mut best = None;
    for ((one, moment), (other, moment_there)) in pairs {
        let loose = one.unit == "relative" && other.unit == "relative";
        let agreement = when::agreement(moment, moment_there);
        // Two phrases may both be told from another day than that of publication.
        let agreement = if loose && agreement == Agreement::Apart { Agreement::Open } else { agreement };
        best = best.max(Some(agreement));
    }
    match best {
        Some(Agreement::Apart) => None,
        Some(agreement) => Some(agreement),
        None => Some(Agreement::Open),
    }
}

/// How the places of both sentences stand to each other: the best of all pairs; none where one names no place.
fn place_standing(left: &Happening<'_>, right: &Happening<'_>) -> Option<Standing> {
    let pairs = left.places.iter().flat_map(|one| right.places.iter().map(move |other| places::standing(one, other)));
    pairs.min_by_key(|standing| usize::from(*standing == Standing::Apart))
}

/// Shared sources that both sentences name, with what each weighs, heaviest first.
fn shared_parties(sources: &[Source], left: &Happening<'_>, right: &Happening<'_>) -> Vec<(usize, f32)> {
    let mut shared: Vec<(usize, f32)> = left
        .parties
        .iter()
        .filter_map(|party| {
            let other = right.parties.iter().find(|other| other.source == party.source)?;
            let named = if party.by_name && other.by_name { 1.0 } else { 0.6 };
            Some((party.source, named * worth(&sources[party.source])))
        })
        .collect();
    shared.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    shared
}

/// What it says that both sentences name a source: the less, the more often it is named.
fn worth(source: &Source) -> f32 {
    let often = source.sides.left.mentions.len().max(source.sides.right.mentions.len());
    let share = if often <= SELDOM {
        1.0
    } else if often <= OFTEN {
        0.6
    } else {
        0.35
    };
    let kind = match source.kind {
        SourceKind::Person => 1.5,
        SourceKind::Place => 0.7,
        _ => 1.0,
    };
    kind * share
}

fn is_seldom_person(source: &Source) -> bool {
    source.kind == SourceKind::Person
        && source.sides.left.mentions.len() <= SELDOM
        && source.sides.right.mentions.len() <= SELDOM
}

/// What the figures of both sentences add where they are the same.
fn shared_figures(left: &Happening<'_>, right: &Happening<'_>) -> f32 {
    let same =
        |figure: &&&Figure| right.figures.iter().any(|other| other.kind == figure.kind && other.key == figure.key);
    let worth = |figure: &&Figure| match figure.kind {
        FigureKind::Reference => 0.8,
        _ if figure.unit == "tally" => 1.0,
        _ if figure.digits() >= 3 => 1.2,
        _ if figure.digits() == 2 || figure.kind == FigureKind::Money => 0.8,
        _ => 0.4,
    };
    left.figures.iter().filter(same).map(worth).fold(0.0, f32::max)
}

/// What it adds that both take the same words for the deed.
fn deeds(sides: Sides<Read<'_>>, left: &Happening<'_>, right: &Happening<'_>) -> f32 {
    let families = |happening: &Happening<'_>, text: &str| -> Vec<String> {
        let mut families: Vec<String> =
            happening.sorts.iter().map(|(_, span)| lexicon::family(&fold(span.of(text))).0).collect();
        families.sort();
        families.dedup();
        families
    };
    let there = families(right, &sides.right.article.text);
    let same = families(left, &sides.left.article.text).iter().filter(|family| there.contains(family)).count();
    match same {
        0 => 0.0,
        1 => 0.3,
        _ => MOST_DEEDS,
    }
}

/// What it adds that the deed is one that seldom befalls a person twice, and befell the same person in both.
fn once(
    sort: Option<usize>,
    sources: &[Source],
    left: &Happening<'_>,
    right: &Happening<'_>,
    shared: &[(usize, f32)],
) -> f32 {
    if sorts::weight(sort) != Weight::Once {
        return 0.0;
    }
    let befell = |happening: &Happening<'_>, source: usize| {
        let deed = happening.sorts.iter().find(|(own, _)| Some(*own) == sort).map(|(_, span)| *span);
        let party = happening.parties.iter().find(|party| party.source == source);
        deed.zip(party).is_some_and(|(deed, Party { span, .. })| {
            let gap = deed.start.saturating_sub(span.end).max(span.start.saturating_sub(deed.end));
            gap <= REACH_BYTES
        })
    };
    let found = shared.iter().any(|&(source, weight)| {
        sources[source].kind == SourceKind::Person && weight >= 0.5 && befell(left, source) && befell(right, source)
    });
    if found { ONCE_EVIDENCE } else { 0.0 }
}
