//! Finding shared passages: what is found, how fast, in how much memory. Prints tables; `cargo bench --bench overlap`.
//! `-- write DIR` writes the texts for other finders, `-- misses` shows what is missed and what is found besides.

#[path = "overlap/peers.rs"]
mod peers;
#[path = "../tests/support/planted.rs"]
mod planted;
#[path = "../tests/support/processor_time.rs"]
mod processor_time;

use std::ops::Range;
use std::path::Path;
use std::time::Duration;

use diptych::comparing::overlap::{self, Settings};
use peers::Peer;
use planted::{Joined, Kind, Planted};
use processor_time::time;

fn main() {
    // `cargo test --benches` runs this too: there is nothing to test here.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "write") {
        let folder = arguments.get(at + 1).map_or("planted", String::as_str);
        if let Err(error) = write(Path::new(folder)) {
            eprintln!("{folder}: {error}");
        }
        return;
    }
    if arguments.iter().any(|argument| argument == "misses") {
        return misses();
    }
    let only = arguments.iter().find(|argument| matches!(argument.as_str(), "found" | "time" | "growth"));
    let wanted = |table: &str| only.is_none_or(|only| only == table);
    if wanted("found") {
        found_table();
    }
    if wanted("time") {
        time_table();
    }
    if wanted("growth") {
        growth_table();
    }
}

fn find(pair: &Planted) -> Vec<Joined> {
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

/// Two articles with planted passages of 8 to 200 words, the kinds mixed.
fn mixed(words: usize, passages: usize) -> Planted {
    let kinds =
        [Kind::Verbatim, Kind::Typography, Kind::Changed(5), Kind::Changed(10), Kind::Changed(20), Kind::Ellipsis];
    planted::plant(11, words, passages, &kinds, 8..200)
}

/// Ours and the peers on two short articles, two of 0.91 MB and two of 1.2 MB.
fn time_table() {
    for (words, passages) in [(1_400, 4), (148_000, 160), (197_000, 160)] {
        let pair = mixed(words, passages);
        println!("\n2 × {:.3} MB, {} planted passages\n", pair.left.len() as f64 / 1e6, pair.truth.len());
        println!("| finder | median | times ours | memory over the texts | half found | recall | precision |");
        println!("| --- | --- | --- | --- | --- | --- | --- |");
        let ours: Peer = ("diptych", find);
        let mut first = None;
        for finder in [ours].iter().chain(&peers::PEERS) {
            let median = row(*finder, &pair, first);
            first.get_or_insert(median);
        }
    }
}

/// Prints one line of the table of times; gives the median.
fn row((name, finder): Peer, pair: &Planted, ours: Option<Duration>) -> Duration {
    let (peak, before) = (reset_peak(), kilobytes("VmRSS:"));
    let found = finder(pair);
    let grown = kilobytes("VmHWM:").saturating_sub(before) as f64 / 1024.0;
    let memory = if peak { format!("{grown:.0} MB") } else { String::new() };
    let (median, _) = time(5, || finder(pair));
    let score = planted::score(pair, &found);
    println!(
        "| {name} | {:.1} ms | {:.1} | {memory} | {} of {} | {:.3} | {:.3} |",
        median.as_secs_f64() * 1e3,
        ours.map_or(1.0, |ours| median.as_secs_f64() / ours.as_secs_f64()),
        score.found,
        pair.truth.len(),
        score.recall,
        score.precision
    );
    median
}

/// Writes the pair of 0.91 MB and what is shared, for finders that are no library.
fn write(folder: &Path) -> std::io::Result<()> {
    let pair = mixed(148_000, 160);
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("left.txt"), &pair.left)?;
    std::fs::write(folder.join("right.txt"), &pair.right)?;
    let lines = pair.truth.iter().map(|(l, r)| format!("{}\t{}\t{}\t{}\n", l.start, l.end, r.start, r.end));
    std::fs::write(folder.join("truth.tsv"), lines.collect::<String>())
}

/// Which planted passages of the pair of 0.91 MB are missed, and what is found beside them.
fn misses() {
    let pair = mixed(148_000, 160);
    let found = find(&pair);
    let shared =
        |one: &Range<usize>, other: &Range<usize>| one.end.min(other.end).saturating_sub(one.start.max(other.start));
    for (truth, kind) in pair.truth.iter().zip(&pair.kinds) {
        let half = |found: &Joined| {
            2 * shared(&found.0, &truth.0) >= truth.0.len() && 2 * shared(&found.1, &truth.1) >= truth.1.len()
        };
        if !found.iter().any(half) {
            println!("missed, {}:\n  {}\n  {}", kind.name(), &pair.left[truth.0.clone()], &pair.right[truth.1.clone()]);
        }
    }
    let planted = |found: &&Joined| {
        pair.truth.iter().any(|truth| shared(&found.0, &truth.0) > 0 && shared(&found.1, &truth.1) > 0)
    };
    for (left, right) in found.iter().filter(|found| !planted(found)) {
        println!("not planted:\n  {}\n  {}", &pair.left[left.clone()], &pair.right[right.clone()]);
    }
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

/// Makes the process's peak of memory what it holds now; false where the system does not do that.
fn reset_peak() -> bool {
    std::fs::write("/proc/self/clear_refs", "5").is_ok()
}

/// A figure of the process's memory; 0 where the system does not tell.
fn kilobytes(name: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}
