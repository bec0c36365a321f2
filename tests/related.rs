//! How well the program tells paragraphs about one thing from others: pairs of eleven subjects, labelled by hand and
//! held apart from what the program was built on (`tests/related/README.md`).

#[path = "support/related.rs"]
mod related;

use std::collections::{BTreeMap, BTreeSet};

use diptych::comparing::relatedness::Signal;
use related::{Pair, area};

/// The least area under the curve over all held-out pairs; raise it with what `cargo bench --bench related` prints.
const LEAST_AREA: f64 = 0.855;
/// The least in any one subject.
const LEAST_AREA_OF_A_SUBJECT: f64 = 0.66;
/// The least over the pairs of our own corpus, on which the program may have been tuned.
const LEAST_AREA_OF_THE_CORPUS: f64 = 0.93;
/// The least over the pairs of `tests/tuning`.
const LEAST_AREA_OF_TUNING: f64 = 0.88;

fn area_of(pairs: &[&Pair]) -> f64 {
    let scored: Vec<_> = pairs.iter().map(|pair| (pair.signals.score(), pair.is_related())).collect();
    area(&scored).expect("pairs of both sorts")
}

fn by_subject(pairs: &[Pair]) -> BTreeMap<&str, Vec<&Pair>> {
    let mut subjects: BTreeMap<&str, Vec<&Pair>> = BTreeMap::new();
    for pair in pairs {
        subjects.entry(&pair.subject).or_default().push(pair);
    }
    subjects
}

#[test]
fn related_paragraphs_are_told_from_unrelated_ones() {
    let pairs = related::held_out();
    let over_all = area_of(&pairs.iter().collect::<Vec<_>>());
    println!("all: {over_all:.3}");
    for (subject, pairs) in by_subject(&pairs) {
        let area = area_of(&pairs);
        println!("{subject}: {area:.3}");
        assert!(area >= LEAST_AREA_OF_A_SUBJECT, "{subject}: {area:.3}");
    }
    assert!(over_all >= LEAST_AREA, "{over_all:.3}, the floor is {LEAST_AREA}");
}

#[test]
fn the_pairs_of_the_corpus_are_told_apart_too() {
    let pairs = related::of_the_corpus();
    let area = area_of(&pairs.iter().collect::<Vec<_>>());
    println!("corpus: {area:.3}");
    assert!(area >= LEAST_AREA_OF_THE_CORPUS, "{area:.3}, the floor is {LEAST_AREA_OF_THE_CORPUS}");
}

#[test]
fn the_pairs_that_the_weights_were_fitted_on_are_told_apart() {
    let pairs = related::tuned_on();
    assert!(pairs.iter().all(|pair| pair.are_prose));
    for (subject, pairs) in by_subject(&pairs) {
        println!("{subject}: {:.3}", area_of(&pairs));
    }
    let area = area_of(&pairs.iter().collect::<Vec<_>>());
    println!("tuning: {area:.3}");
    assert!(area >= LEAST_AREA_OF_TUNING, "{area:.3}, the floor is {LEAST_AREA_OF_TUNING}");
}

#[test]
fn the_same_point_is_scored_above_a_mere_theme() {
    let pairs = related::held_out();
    let graded: Vec<_> =
        pairs.iter().filter(|pair| pair.is_related()).map(|pair| (pair.signals.score(), pair.grade == 3)).collect();
    assert!(area(&graded).expect("both grades") > 0.5);
}

#[test]
fn sources_facts_and_quotations_speak_for_related_pairs_more_often_than_not() {
    let pairs = related::held_out();
    for signal in [Signal::Sources, Signal::Facts, Signal::Quotations] {
        let heard: Vec<_> = pairs.iter().filter(|pair| pair.signals.get(signal) > 0.0).collect();
        let right = heard.iter().filter(|pair| pair.is_related()).count();
        assert!(!heard.is_empty(), "{} is never heard", signal.name());
        assert!(2 * right > heard.len(), "{}: {right} right of {}", signal.name(), heard.len());
    }
}

#[test]
fn the_held_out_set_is_what_its_readme_says() {
    let pairs = related::held_out();
    assert!(pairs.len() >= 200, "{} pairs", pairs.len());
    let places: BTreeSet<_> =
        pairs.iter().map(|pair| (&pair.subject, pair.paragraphs.left, pair.paragraphs.right)).collect();
    assert_eq!(places.len(), pairs.len(), "a pair stands twice");
    for (subject, pairs) in by_subject(&pairs) {
        let related = pairs.iter().filter(|pair| pair.is_related()).count();
        assert!(related >= 8 && pairs.len() - related >= 8, "{subject}: {related} related of {}", pairs.len());
        assert!(pairs.iter().all(|pair| !pair.why.is_empty()), "{subject}: a pair without its reason");
        let unread: Vec<_> = pairs.iter().filter(|pair| !pair.are_prose).map(|pair| pair.paragraphs).collect();
        assert!(unread.is_empty(), "{subject}: no running prose in {unread:?}");
    }
}

#[test]
fn the_area_is_the_share_of_pairs_in_the_right_order() {
    assert_eq!(area(&[(0.9, true), (0.1, false)]), Some(1.0));
    assert_eq!(area(&[(0.1, true), (0.9, false)]), Some(0.0));
    assert_eq!(area(&[(0.5, true), (0.5, false)]), Some(0.5));
    assert_eq!(area(&[(0.9, true), (0.4, true), (0.6, false), (0.1, false)]), Some(0.75));
    assert_eq!(area(&[(0.9, true)]), None);
}
