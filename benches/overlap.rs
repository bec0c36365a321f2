//! Finding shared passages: what is found, how fast, in how much memory. Prints tables; `cargo bench --bench overlap`.

#[path = "../tests/support/planted.rs"]
mod planted;
#[path = "../tests/support/processor_time.rs"]
mod processor_time;

use std::ops::Range;
use std::time::Duration;

use diptych::comparing::overlap::{self, Settings};
use planted::{Kind, Planted, Score};
use processor_time::time;

fn main() {
    // `cargo test --benches` runs this too: there is nothing to test here.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let only = std::env::args().find(|argument| matches!(argument.as_str(), "found" | "time" | "growth" | "misses"));
    let wanted = |table: &str| only.as_deref().is_none_or(|only| only == table);
    if wanted("found") {
        found_table();
    }
    if wanted("time") {
        time_table();
    }
    if only.as_deref() == Some("misses") {
        misses_table();
    }
    if wanted("growth") {
        growth_table();
    }
}

fn find(pair: &Planted) -> Vec<(Range<usize>, Range<usize>)> {
    let passages = overlap::find(&pair.left, &pair.right, &Settings::default());
    passages
        .iter()
        .map(|passage| {
            (passage.spans.left.start..passage.spans.left.end, passage.spans.right.start..passage.spans.right.end)
        })
        .collect()
}

/// What is found of each kind, 100 passages in 2 × 30,000 words.
fn found_table() {
    println!(
        "\n| planted, 100 of each | words | half found | exact ends | recall | precision | granularity | plagdet |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for lengths in [8..25, 25..400] {
        for kind in Kind::ALL {
            let pair = planted::plant(7, 30_000, 100, &[kind], lengths.clone());
            let score = planted::score(&pair, &find(&pair));
            println!(
                "| {} | {}–{} | {} of {} | {} | {:.3} | {:.3} | {:.3} | {:.3} |",
                kind.name(),
                lengths.start,
                lengths.end,
                score.found,
                pair.truth.len(),
                score.exact,
                score.recall,
                score.precision,
                score.granularity,
                score.plagdet
            );
        }
    }
}

/// Two articles of 0.93 MB with 160 planted passages, beside a diff that keeps the order.
fn time_table() {
    let kinds =
        [Kind::Verbatim, Kind::Typography, Kind::Changed(5), Kind::Changed(10), Kind::Changed(20), Kind::Ellipsis];
    let pair = planted::plant(11, 148_000, 160, &kinds, 8..200);
    println!("\n2 × {:.2} MB, {} planted passages", pair.left.len() as f64 / 1e6, pair.truth.len());
    let before = peak_kilobytes();
    let (median, found) = time(7, || find(&pair));
    let grown = peak_kilobytes().saturating_sub(before) as f64 / 1024.0;
    let score = planted::score(&pair, &found);
    println!("| finder | median | memory over the texts | half found | recall | precision |");
    println!("| --- | --- | --- | --- | --- | --- |");
    row("diptych", median, &format!("{grown:.0} MB"), &pair, &score);
    let (median, found) = time(3, || diff(&pair));
    let score = planted::score(&pair, &found);
    row("similar, Histogram, by words", median, "", &pair, &score);
}

fn misses_table() {
    let pair = mixed();
    let found = find(&pair);
    let shared =
        |one: &Range<usize>, other: &Range<usize>| one.end.min(other.end).saturating_sub(one.start.max(other.start));
    for (truth, kind) in pair.truth.iter().zip(&pair.kinds) {
        let half = |pair: &&(Range<usize>, Range<usize>)| {
            2 * shared(&pair.0, &truth.0) >= truth.0.len() && 2 * shared(&pair.1, &truth.1) >= truth.1.len()
        };
        if !found.iter().any(|f| half(&f)) {
            println!(
                "MISS {} {}\n  {}\n  {}",
                kind.name(),
                words(&pair.left[truth.0.clone()]).len(),
                &pair.left[truth.0.clone()],
                &pair.right[truth.1.clone()]
            );
        }
    }
    for f in &found {
        if !pair.truth.iter().any(|truth| shared(&f.0, &truth.0) > 0 && shared(&f.1, &truth.1) > 0) {
            println!(
                "STRAY {}\n  {}\n  {}",
                words(&pair.left[f.0.clone()]).len(),
                &pair.left[f.0.clone()],
                &pair.right[f.1.clone()]
            );
        }
    }
}

fn mixed() -> Planted {
    let kinds =
        [Kind::Verbatim, Kind::Typography, Kind::Changed(5), Kind::Changed(10), Kind::Changed(20), Kind::Ellipsis];
    planted::plant(11, 148_000, 160, &kinds, 8..200)
}

/// One line of the table of times.
fn row(finder: &str, median: Duration, memory: &str, pair: &Planted, score: &Score) {
    println!(
        "| {finder} | {:.0} ms | {memory} | {} of {} | {:.3} | {:.3} |",
        median.as_secs_f64() * 1e3,
        score.found,
        pair.truth.len(),
        score.recall,
        score.precision
    );
}

/// Runs of eight words and more that a diff by words keeps.
fn diff(pair: &Planted) -> Vec<(Range<usize>, Range<usize>)> {
    let (left, right): (Vec<_>, Vec<_>) = (words(&pair.left), words(&pair.right));
    let keys = |text: &str, words: &[Range<usize>]| -> Vec<String> {
        words.iter().map(|word| text[word.clone()].to_lowercase()).collect()
    };
    let steps = similar::capture_diff_slices(
        similar::Algorithm::Histogram,
        &keys(&pair.left, &left),
        &keys(&pair.right, &right),
    );
    steps
        .iter()
        .filter_map(|step| match *step {
            similar::DiffOp::Equal { old_index, new_index, len } if len >= 8 => Some((
                left[old_index].start..left[old_index + len - 1].end,
                right[new_index].start..right[new_index + len - 1].end,
            )),
            _ => None,
        })
        .collect()
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, character.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Time against length, with one passage for every 1,000 words.
fn growth_table() {
    println!("\n| words a side | median | per word and log2 of words |");
    println!("| --- | --- | --- |");
    for words in [1_500, 10_000, 30_000, 100_000, 200_000, 300_000, 1_000_000] {
        let pair = planted::plant(13, words, words / 1000 + 1, &[Kind::Verbatim, Kind::Changed(10)], 8..200);
        let (median, _) = time(if words > 200_000 { 3 } else { 7 }, || find(&pair));
        let per = median.as_secs_f64() * 1e9 / (words as f64 * (words as f64).log2());
        println!("| {words} | {:.2} ms | {per:.1} ns |", median.as_secs_f64() * 1e3);
    }
}

/// The most memory this process held so far; 0 where the system does not tell.
fn peak_kilobytes() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}
