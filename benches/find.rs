//! What a search costs on its thread, in an article of 200,000 words: folding it, its first places, all of them.
//!
//! `cargo bench --no-default-features --bench find`; figures are recorded in `benches/README.md`.

#[path = "support/made_article.rs"]
mod made_article;

use std::sync::Arc;
use std::time::{Duration, Instant};

use diptych::model::Sides;
use diptych::workspace::{FoldedTexts, Search, Sought};
use made_article::Corpus;

/// Of each article.
const WORDS: usize = 200_000;
/// Searches that are counted, of each of the words.
const ROUNDS: usize = 15;
/// Words of every frequency: a letter, a word that stands everywhere, one that is rare, one that is nowhere.
const SOUGHT: [&str; 4] = ["e", "the", "according to", "zzyzx"];

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let corpus = Corpus::read();
    let texts: Sides<Option<Arc<str>>> =
        Sides::new(0, 5_000).map(|round| Some(corpus.text(WORDS, round).into_boxed_str().into()));
    println!("| sought in 2 × 200,000 words | places | first places after | all after |");
    println!("| --- | --- | --- | --- |");
    report("e, before either was folded", "e", &texts, &mut |known| *known = FoldedTexts::default());
    for words in SOUGHT {
        report(words, words, &texts, &mut |_| {});
    }
}

/// Medians of as many searches, the texts made ready for each.
fn report(name: &str, words: &str, texts: &Sides<Option<Arc<str>>>, ready: &mut dyn FnMut(&mut FoldedTexts)) {
    let mut known = FoldedTexts::default();
    search(words, texts, &mut known);
    let mut runs: Vec<(Duration, Duration, usize)> = (0..ROUNDS)
        .map(|_| {
            ready(&mut known);
            search(words, texts, &mut known)
        })
        .collect();
    runs.sort_by_key(|(_, all, _)| *all);
    let (first, all, count) = runs[ROUNDS / 2];
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    println!("| {name} | {count} | {:.2} ms | {:.2} ms |", millis(first), millis(all));
}

/// When the first piece came, when the last one did, and how many places there are.
fn search(words: &str, texts: &Sides<Option<Arc<str>>>, known: &mut FoldedTexts) -> (Duration, Duration, usize) {
    let sought = Sought { words: words.to_owned(), ..Sought::default() };
    let search = Search { number: 1, texts: texts.clone(), sought };
    let (since, mut first, mut count) = (Instant::now(), None, 0);
    search.run(known, &mut |found| {
        first.get_or_insert_with(|| since.elapsed());
        count += found.places.len();
        true
    });
    (first.unwrap_or_default(), since.elapsed(), count)
}
