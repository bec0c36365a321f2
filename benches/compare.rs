//! Opening, reading and comparing the sample pair, as the window and the command line do.
//!
//! `cargo bench --no-default-features --bench compare`; figures are recorded in `benches/README.md`.

use std::path::{Path, PathBuf};

use diptych::comparing::{self, Read};
use diptych::model::{Article, ArticleKey, Comparison, Correction, Place, Said, Sides};
use diptych::{export, import, reading};
use divan::black_box;

fn main() {
    divan::main();
}

/// The sample pair of the corpus.
fn paths() -> Sides<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let manifest = std::fs::read_to_string(corpus.join("manifest.json")).expect("the manifest is there");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("the manifest is JSON");
    let file = |index: usize| corpus.join(manifest["sample_pair"][index].as_str().expect("two files"));
    Sides::new(file(0), file(1))
}

fn articles() -> Sides<Article> {
    paths().map(|path| import::open(&path).expect("the corpus opens"))
}

fn compared(articles: &Sides<Article>) -> Comparison {
    let readings = reading::read_both(articles.as_ref());
    comparing::compare(Sides::new(
        Read { article: &articles.left, reading: &readings.left },
        Read { article: &articles.right, reading: &readings.right },
    ))
}

#[divan::bench]
fn open_both(bencher: divan::Bencher) {
    let paths = paths();
    bencher.bench_local(|| paths.as_ref().map(|path| import::open(black_box(path)).expect("the corpus opens")));
}

#[divan::bench]
fn read_both(bencher: divan::Bencher) {
    let articles = articles();
    bencher.bench_local(|| reading::read_both(black_box(&articles).as_ref()));
}

#[divan::bench]
fn compare_both(bencher: divan::Bencher) {
    let articles = articles();
    let readings = reading::read_both(articles.as_ref());
    let read = Sides::new(
        Read { article: &articles.left, reading: &readings.left },
        Read { article: &articles.right, reading: &readings.right },
    );
    bencher.bench_local(|| comparing::compare(black_box(read)));
}

/// What follows when the reader says who said a quotation: readings corrected, sources and links anew.
#[divan::bench]
fn recount_after_a_correction(bencher: divan::Bencher) {
    let articles = articles();
    let readings = reading::read_both(articles.as_ref());
    let read = Sides::new(
        Read { article: &articles.left, reading: &readings.left },
        Read { article: &articles.right, reading: &readings.right },
    );
    let span = readings.left.quotations.first().expect("somebody is quoted").extent();
    let quotation = Place { article: ArticleKey::of(&articles.left.text), span };
    let corrections = [Correction::Speaker { quotation, said: Said::ByNobody }];
    bencher.bench_local(|| comparing::compare_corrected(black_box(read), &corrections));
}

#[divan::bench]
fn read_and_compare_both(bencher: divan::Bencher) {
    let articles = articles();
    bencher.bench_local(|| compared(black_box(&articles)));
}

#[divan::bench]
fn print_json(bencher: divan::Bencher) {
    let articles = articles();
    let readings = reading::read_both(articles.as_ref());
    let comparison = compared(&articles);
    bencher.bench_local(|| export::json::comparison(articles.as_ref(), readings.as_ref(), black_box(&comparison)));
}
