//! Reading one article, by its length: whether the cost of a word stays the same. Prints a table;
//! `cargo bench --no-default-features --bench reading`.

#[path = "support/made_article.rs"]
mod made_article;
#[path = "../tests/support/processor_time.rs"]
mod processor_time;

use diptych::{import, reading};

fn main() {
    // `cargo test --benches` runs this too: there is nothing to test here.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let corpus = made_article::Corpus::read();
    println!("| words | processor time | per word | quotations | statements | sources |");
    println!("| --- | --- | --- | --- | --- | --- |");
    for words in [1_500, 10_000, 50_000, 200_000] {
        let article = import::pasted(&corpus.text(words, 0)).expect("there are words in it");
        let (median, found) = processor_time::time(7, || reading::read(&article));
        let count = article.text.split_whitespace().count();
        println!(
            "| {count} | {:.1} ms | {:.2} µs | {} | {} | {} |",
            median.as_secs_f64() * 1e3,
            median.as_secs_f64() * 1e6 / count as f64,
            found.quotations.len(),
            found.statements.len(),
            found.referents.len()
        );
    }
}
