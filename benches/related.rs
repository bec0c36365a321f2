//! What each signal adds in telling related paragraphs from unrelated ones. Prints tables;
//! `cargo bench --no-default-features --bench related`, with `-- misses` the pairs in the wrong order too.

#[path = "../tests/support/related.rs"]
mod related;

use std::collections::BTreeSet;

use diptych::comparing::relatedness::{Signal, Signals};
use related::{Pair, area};

/// How often the pairs are drawn anew for an interval.
const ROUNDS: usize = 2000;
/// Where the drawing starts: the same intervals on every run.
const SEED: u64 = 20_250_610;

fn main() {
    // `cargo test --benches` runs this too: there is nothing to test here.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let held_out = related::held_out();
    subjects_table(&held_out);
    signals_table("held out", &held_out);
    signals_table("tests/tuning, on which the weights were fitted", &related::tuned_on());
    let corpus = related::of_the_corpus();
    signals_table("our corpus, on which the program was tuned", &corpus);
    if std::env::args().any(|argument| argument == "misses") {
        misses(&held_out);
    }
}

/// What a pair is scored by in one line of a table.
type Scored = Vec<(f32, bool)>;

fn scored(pairs: &[Pair], score: impl Fn(&Signals) -> f32) -> Scored {
    pairs.iter().map(|pair| (score(&pair.signals), pair.is_related())).collect()
}

fn subjects_table(pairs: &[Pair]) {
    let related = pairs.iter().filter(|pair| pair.is_related()).count();
    println!("\n| subject | related | unrelated | area | 95 in 100 |\n| --- | --- | --- | --- | --- |");
    let subjects: BTreeSet<&str> = pairs.iter().map(|pair| pair.subject.as_str()).collect();
    for subject in subjects {
        let own: Vec<Pair> = pairs.iter().filter(|pair| pair.subject == subject).cloned().collect();
        let related = own.iter().filter(|pair| pair.is_related()).count();
        let all = scored(&own, Signals::score);
        println!("| {subject} | {related} | {} | {} |", own.len() - related, with_interval(&all));
    }
    let all = scored(pairs, Signals::score);
    println!("| all | {related} | {} | {} |", pairs.len() - related, with_interval(&all));
    for grade in [3, 2] {
        let own: Vec<Pair> = pairs.iter().filter(|pair| pair.grade == grade || !pair.is_related()).cloned().collect();
        let count = own.iter().filter(|pair| pair.is_related()).count();
        let all = scored(&own, Signals::score);
        println!("| grade {grade} alone | {count} | {} | {} |", own.len() - count, with_interval(&all));
    }
}

fn signals_table(title: &str, pairs: &[Pair]) {
    let unread = pairs.iter().filter(|pair| !pair.are_prose).count();
    println!("\nEach signal's part, {title}: {} pairs, {unread} of them not read as running prose\n", pairs.len());
    println!("| signal | heard in related | in unrelated | alone | without it | what it adds, 95 in 100 |");
    println!("| --- | --- | --- | --- | --- | --- |");
    let all = scored(pairs, Signals::score);
    println!("| all | | | {} | | |", shown(area(&all)));
    for signal in Signal::ALL {
        let heard = |is_related: bool| {
            let heard = pairs.iter().filter(|pair| pair.is_related() == is_related);
            heard.filter(|pair| pair.signals.get(signal) > 0.0).count()
        };
        let without = scored(pairs, |signals| signals.without(signal).score());
        let alone = scored(pairs, |signals| signals.get(signal));
        println!(
            "| {} | {} | {} | {} | {} | {} |",
            signal.name(),
            heard(true),
            heard(false),
            shown(area(&alone)),
            shown(area(&without)),
            gain(&all, &without)
        );
    }
    let words_alone = scored(pairs, |signals| signals.words);
    println!(
        "| all but the vocabulary, added to it | | | | {} | {} |",
        shown(area(&words_alone)),
        gain(&all, &words_alone)
    );
}

/// The related pairs scored lowest and the unrelated ones scored highest.
fn misses(pairs: &[Pair]) {
    for is_related in [true, false] {
        let mut own: Vec<&Pair> = pairs.iter().filter(|pair| pair.is_related() == is_related).collect();
        own.sort_by(|one, other| one.signals.score().total_cmp(&other.signals.score()));
        if !is_related {
            own.reverse();
        }
        println!("\n{}", if is_related { "Related, scored lowest:" } else { "Unrelated, scored highest:" });
        for pair in own.iter().take(20) {
            let parts: Vec<String> = Signal::ALL
                .iter()
                .filter(|signal| pair.signals.get(**signal) > 0.0)
                .map(|signal| format!("{} {:.2}", signal.name(), pair.signals.get(*signal)))
                .collect();
            println!(
                "{:.3} {} {} {} grade {} ({}): {}",
                pair.signals.score(),
                pair.subject,
                pair.paragraphs.left,
                pair.paragraphs.right,
                pair.grade,
                pair.why,
                parts.join(", ")
            );
        }
    }
}

fn shown(area: Option<f64>) -> String {
    area.map_or_else(|| "none".to_owned(), |area| format!("{area:.3}"))
}

fn with_interval(all: &Scored) -> String {
    let areas = redrawn(all.len(), |drawn| area(&drawn.iter().map(|&at| all[at]).collect::<Vec<_>>()));
    let (low, high) = middle(areas);
    format!("{} | {low:.3} to {high:.3}", shown(area(all)))
}

/// What one way of scoring has over another on the same pairs.
fn gain(all: &Scored, without: &Scored) -> String {
    let differences = redrawn(all.len(), |drawn| {
        let of = |scored: &Scored| area(&drawn.iter().map(|&at| scored[at]).collect::<Vec<_>>());
        Some(of(all)? - of(without)?)
    });
    let (low, high) = middle(differences);
    let own = area(all).unwrap_or_default() - area(without).unwrap_or_default();
    format!("{own:+.3} ({low:+.3} to {high:+.3})")
}

/// A figure over pairs drawn with replacement (the bootstrap; Efron, 1979), many times.
fn redrawn(count: usize, figure: impl Fn(&[usize]) -> Option<f64>) -> Vec<f64> {
    let mut state = SEED;
    let mut draw = || {
        // Marsaglia's xorshift (2003).
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % count.max(1) as u64) as usize
    };
    (0..ROUNDS).filter_map(|_| figure(&(0..count).map(|_| draw()).collect::<Vec<_>>())).collect()
}

/// The bounds of the middle 95 in 100.
fn middle(mut figures: Vec<f64>) -> (f64, f64) {
    figures.sort_by(f64::total_cmp);
    let at = |share: f64| figures.get((share * figures.len() as f64) as usize).copied().unwrap_or(f64::NAN);
    (at(0.025), at(0.975))
}
