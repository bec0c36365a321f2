//! Web pages of different make, each beside the article that a person reads in it: how many words of the article are
//! kept, how many of the page around it come along, what is known of the article. `cargo test --test web_pages --
//! --nocapture` prints the table; that of another folder of such pages where `DIPTYCH_PAGES` names one.
//!
//! Beside a page stands a text: title, byline, publication and date (empty where the page does not say), an empty line,
//! the words of the article in order. A page without an article has none there.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use diptych::import::{self, Problem};
use diptych::model::{Article, Metadata, Role};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Of the article's words, at least so many are kept.
const KEPT: f64 = 0.99;
/// Of the words that are kept, at most so many are the page's.
const AROUND: f64 = 0.02;
/// Of what is known of the articles, at least so much is right.
const KNOWN: f64 = 0.95;
/// No single page is worse than this.
const WORST_KEPT: f64 = 0.97;
const WORST_AROUND: f64 = 0.05;

struct Page {
    name: String,
    bytes: Vec<u8>,
    metadata: Metadata,
    text: String,
}

fn pages() -> Vec<Page> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/html");
    let folder = std::env::var_os("DIPTYCH_PAGES").map_or(fixtures, PathBuf::from);
    let entries = fs::read_dir(folder).expect("the pages are there");
    let is_page =
        |path: &PathBuf| path.extension().is_some_and(|extension| extension == "html" || extension == "mhtml");
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_page).collect();
    paths.sort();
    paths.iter().map(|path| page(path)).collect()
}

fn page(path: &Path) -> Page {
    let expected = fs::read_to_string(path.with_extension("txt")).expect("the article stands beside its page");
    let (head, text) = expected.split_once("\n\n").unwrap_or((&expected, ""));
    let said = |key: &str| {
        let line = head.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
        line.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let metadata = Metadata {
        title: said("title"),
        byline: said("byline"),
        publication: said("publication"),
        date: said("date"),
        address: None,
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Page { name, bytes: fs::read(path).expect("a page can be read"), metadata, text: text.trim().to_owned() }
}

/// The words that a reader is shown as the article's.
fn shown(article: &Article) -> Vec<&str> {
    let is_around = |role| matches!(role, Some(Role::Furniture | Role::PullQuote | Role::Separator));
    let paragraphs = article.paragraphs.iter().filter(|paragraph| !is_around(paragraph.role));
    paragraphs.flat_map(|paragraph| paragraph.span.of(&article.text).split_whitespace()).collect()
}

/// How many words stand in both, in the same order.
fn in_both(left: &[&str], right: &[&str]) -> usize {
    let same = |op: &DiffOp| if let DiffOp::Equal { len, .. } = op { *len } else { 0 };
    capture_diff_slices(Algorithm::Myers, left, right).iter().map(same).sum()
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

#[derive(Default)]
struct Sums {
    written: usize,
    kept: usize,
    shown: usize,
    asked: usize,
    right: usize,
    faults: Vec<String>,
    table: String,
}

impl Sums {
    fn add(&mut self, page: &Page) {
        let written: Vec<&str> = page.text.split_whitespace().collect();
        let article = match import::from_bytes(&page.bytes, &page.name) {
            Ok(article) => article,
            Err(error) => {
                let is_right = written.is_empty() && matches!(error.problem, Problem::NoArticleInside);
                self.row(&page.name, if is_right { "no article, rightly" } else { "refused wrongly" }, is_right);
                return;
            }
        };
        let shown = shown(&article);
        let both = in_both(&written, &shown);
        let (kept, around) = (share(both, written.len()), share(shown.len() - both, shown.len().max(1)));
        let wrong = self.known(&page.metadata, &article.metadata);
        self.written += written.len();
        self.kept += both;
        self.shown += shown.len();
        let row = format!("kept {kept:.3}  around {around:.3}  {wrong}");
        self.row(&page.name, &row, kept >= WORST_KEPT && around <= WORST_AROUND);
    }

    /// What is wrong of what is known.
    fn known(&mut self, said: &Metadata, found: &Metadata) -> String {
        let mut wrong = String::new();
        for (said, found) in [
            (&said.title, &found.title),
            (&said.byline, &found.byline),
            (&said.publication, &found.publication),
            (&said.date, &found.date),
        ] {
            self.asked += 1;
            if said == found {
                self.right += 1;
            } else {
                let _ = write!(wrong, "{found:?} for {said:?}  ");
            }
        }
        wrong
    }

    fn row(&mut self, name: &str, row: &str, is_right: bool) {
        let _ = writeln!(self.table, "{name:32} {row}");
        if !is_right {
            self.faults.push(name.to_owned());
        }
    }
}

#[test]
fn articles_come_out_of_pages_whole_and_alone() {
    let pages = pages();
    assert!(pages.len() >= 30);
    let mut sums = Sums::default();
    for page in &pages {
        sums.add(page);
    }
    let (kept, around) = (share(sums.kept, sums.written), share(sums.shown - sums.kept, sums.shown));
    let known = share(sums.right, sums.asked);
    println!("{}all: kept {kept:.4}  around {around:.4}  known {known:.4}", sums.table);
    assert!(sums.faults.is_empty(), "{:?}\n{}", sums.faults, sums.table);
    assert!(kept >= KEPT && around <= AROUND && known >= KNOWN, "{}", sums.table);
}

fn opened(page: &str) -> Article {
    import::from_bytes(page.as_bytes(), "page.html").expect("the page holds an article")
}

fn blocks(article: &Article) -> Vec<(Option<Role>, &str)> {
    article.paragraphs.iter().map(|paragraph| (paragraph.role, paragraph.span.of(&article.text))).collect()
}

const PROSE: &str = "<p>The council kept the ferry on Monday, after a debate that went on until the lamps were lit, \
    and nobody who had come to hear it went home.</p><p>The boat is older than the mayor, and in better repair.</p>";

#[test]
fn blocks_keep_what_their_markup_makes_of_them() {
    let article = opened(&format!(
        "<!DOCTYPE html><title>The ferry stays</title><body><article><h1>The ferry stays</h1>{PROSE}\
         <blockquote><p>We will not be rushed.</p></blockquote><h2>What it costs</h2>\
         <ol><li>Coal<ul><li>and wood</li></ul></li><li>Paint</li></ol>\
         <figure><img><figcaption>The ferry in May</figcaption></figure>\
         <p>First line<br>second line<br><br>Another paragraph of the same element.</p>\
         <p>She calls it <q>a sort of bench</q>, and so <em>do I</em>.</p></article>"
    ));
    assert_eq!(
        blocks(&article)[3..],
        [
            (Some(Role::BlockQuote), "We will not be rushed."),
            (Some(Role::Heading), "What it costs"),
            (Some(Role::ListItem), "Coal"),
            (Some(Role::ListItem), "and wood"),
            (Some(Role::ListItem), "Paint"),
            (Some(Role::Caption), "The ferry in May"),
            (None, "First line\nsecond line"),
            (None, "Another paragraph of the same element."),
            (None, "She calls it “a sort of bench”, and so do I."),
        ]
    );
    assert_eq!(blocks(&article)[0], (Some(Role::Title), "The ferry stays"));
}

#[test]
fn a_page_says_where_it_stands() {
    let page = |link: &str| opened(&format!("<!DOCTYPE html><title>The ferry stays</title>{link}<body>{PROSE}"));
    let said = page("<link rel=canonical href='https://harbour.example/ferry'>").metadata.address;
    assert_eq!(said.as_deref(), Some("https://harbour.example/ferry"));
    let said = page("<meta property='og:url' content='https://harbour.example/ferry'>").metadata.address;
    assert_eq!(said.as_deref(), Some("https://harbour.example/ferry"));
    assert_eq!(page("<link rel=canonical href='/ferry'>").metadata.address, None);
}

#[test]
fn nobody_is_invented() {
    let article = opened(&format!(
        "<!DOCTYPE html><title>The ferry stays</title><meta name=author content=admin><body><h1>The ferry stays</h1>{PROSE}"
    ));
    let title = Some("The ferry stays".to_owned());
    assert_eq!(article.metadata, Metadata { title, ..Metadata::default() });
}

#[test]
fn a_page_in_an_old_encoding() {
    let page = format!(
        "<!DOCTYPE html><meta charset=iso-8859-2><title>W\u{141}\u{F3}dź</title><body>{PROSE}<p>Ze wsi przyszła cała łódź ludzi, a potem druga, żeby zobaczyć, co się stanie.</p>"
    );
    let bytes = encoding_rs::ISO_8859_2.encode(&page).0.into_owned();
    let article = import::from_bytes(&bytes, "page.html").expect("the page holds an article");
    assert!(article.text.contains("cała łódź ludzi"), "{}", article.text);
}

/// Each must end, well or with a sentence; how long it takes and how much memory, the process that reads files sees to.
#[test]
fn hostile_pages_come_to_an_end() {
    for page in [
        format!("<!DOCTYPE html>{}x", "<div>".repeat(300_000)),
        format!("<!DOCTYPE html>{PROSE}{}", "</div></p></td>".repeat(50_000)),
        format!("<!DOCTYPE html><p {}>{PROSE}", "a=b ".repeat(200_000)),
        format!("<!DOCTYPE html>{PROSE}<p>{}", "&amp;&#x26;&bogus;".repeat(50_000)),
        format!("<!DOCTYPE html>{PROSE}{}", "<p>One, two. <b><i>".repeat(400)),
        format!("<!DOCTYPE html><script type='application/ld+json'>{}", "[".repeat(100_000)),
        "<!DOCTYPE html><table><tr><td><table><tr>".repeat(200),
        "<!DOCTYPE html><!--".to_owned(),
    ] {
        let _ = import::from_bytes(page.as_bytes(), "page.html");
    }
}
