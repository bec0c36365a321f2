//! The labelled paragraph pairs of `tests/related`, what the program says of each, and how well the two agree.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use diptych::comparing::Read;
use diptych::comparing::relatedness::{self, Related, Signals};
use diptych::model::Sides;
use diptych::{import, reading};
use serde_json::Value;

/// Two paragraphs, whether a reader would draw a line between them, and what the program says.
#[derive(Debug, Clone)]
pub struct Pair {
    /// What both articles are about, or the files' names.
    pub subject: String,
    pub paragraphs: Sides<usize>,
    /// 3: the same point or event; 2: the same theme; 0: unrelated.
    pub grade: u8,
    /// The labeller's few words.
    pub why: String,
    /// All 0 where the program does not take one of them for running prose.
    pub signals: Signals,
    /// Whether it takes both for running prose.
    pub are_prose: bool,
}

impl Pair {
    pub fn is_related(&self) -> bool {
        self.grade > 0
    }
}

/// A pair as it is written down.
struct Row {
    subject: String,
    paragraphs: Sides<usize>,
    grade: u8,
    why: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The held-out pairs, each measured, in the order of the file.
pub fn held_out() -> Vec<Pair> {
    labelled("tests/related")
}

/// The pairs that the weights of the signals were fitted on.
pub fn tuned_on() -> Vec<Pair> {
    labelled("tests/tuning")
}

/// The pairs of a folder with `pairs.txt` and `articles`.
fn labelled(folder: &str) -> Vec<Pair> {
    let folder = root().join(folder);
    let file = folder.join("pairs.txt");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|cause| panic!("{}: {cause}", file.display()));
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let rows: Vec<Row> = lines.map(|line| row(line).unwrap_or_else(|| panic!("not a pair: {line}"))).collect();
    measured(rows, |subject| {
        let file = |side: &str| folder.join(format!("articles/{subject}-{side}.txt"));
        Sides::new(file("left"), file("right"))
    })
}

/// `subject left right grade why`
fn row(line: &str) -> Option<Row> {
    let mut words = line.splitn(5, ' ');
    let subject = words.next()?.to_owned();
    let left = words.next()?.parse().ok()?;
    let right = words.next()?.parse().ok()?;
    let grade = words.next()?.parse().ok().filter(|grade| matches!(grade, 0 | 2 | 3))?;
    Some(Row { subject, paragraphs: Sides::new(left, right), grade, why: words.next()?.to_owned() })
}

/// The pairs annotated in `corpus/gold`, which the program may have been tuned on.
pub fn of_the_corpus() -> Vec<Pair> {
    let gold = root().join("corpus/gold");
    let entries = std::fs::read_dir(&gold).unwrap_or_else(|cause| panic!("{}: {cause}", gold.display()));
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    files.sort();
    let mut names = BTreeMap::new();
    let mut rows = Vec::new();
    for gold in files.iter().filter_map(|file| annotation(file)) {
        let subject = gold["left"].as_str().unwrap_or_default().to_owned();
        names.insert(subject.clone(), gold["right"].as_str().unwrap_or_default().to_owned());
        rows.extend(annotated(&gold, "theme_links", "theme", &subject));
        rows.extend(annotated(&gold, "negatives", "why", &subject));
    }
    measured(rows, |left| Sides::new(root().join("corpus").join(left), root().join("corpus").join(&names[left])))
}

/// The gold of two articles; none for that of one.
fn annotation(file: &Path) -> Option<Value> {
    let text = std::fs::read_to_string(file).ok()?;
    let gold: Value = serde_json::from_str(&text).ok()?;
    gold["theme_links"].is_array().then_some(gold)
}

fn annotated(gold: &Value, list: &str, why: &str, subject: &str) -> Vec<Row> {
    let rows = gold[list].as_array().map_or(&[][..], Vec::as_slice).iter();
    rows.filter_map(|row| {
        let place = |side: &str| row[side].as_u64().map(|at| at as usize);
        Some(Row {
            subject: subject.to_owned(),
            paragraphs: Sides::new(place("left")?, place("right")?),
            grade: row["grade"].as_u64().unwrap_or(0) as u8,
            why: row[why].as_str().unwrap_or_default().to_owned(),
        })
    })
    .collect()
}

/// Each row with what the program says of it; every subject is read once.
fn measured(rows: Vec<Row>, files: impl Fn(&str) -> Sides<PathBuf>) -> Vec<Pair> {
    let mut known: BTreeMap<String, (Sides<usize>, Vec<Related>)> = BTreeMap::new();
    rows.into_iter()
        .map(|row| {
            let (counts, related) = known.entry(row.subject.clone()).or_insert_with(|| compared(&files(&row.subject)));
            assert!(
                row.paragraphs.left < counts.left && row.paragraphs.right < counts.right,
                "{}: no paragraphs {:?}",
                row.subject,
                row.paragraphs
            );
            let found = related.iter().find(|related| related.paragraphs == row.paragraphs);
            let signals = found.map_or_else(Signals::default, |related| related.signals);
            let are_prose = found.is_some();
            Pair {
                subject: row.subject,
                paragraphs: row.paragraphs,
                grade: row.grade,
                why: row.why,
                signals,
                are_prose,
            }
        })
        .collect()
}

/// How many paragraphs both files have, and what ties each to each.
fn compared(files: &Sides<PathBuf>) -> (Sides<usize>, Vec<Related>) {
    let articles = files.as_ref().map(|file| import::open(file).unwrap_or_else(|error| panic!("{error}")));
    let readings = articles.as_ref().map(reading::read);
    let related = relatedness::measure(Sides::new(
        Read { article: &articles.left, reading: &readings.left },
        Read { article: &articles.right, reading: &readings.right },
    ));
    (articles.as_ref().map(|article| article.paragraphs.len()), related)
}

/// How often a related pair is scored above an unrelated one, a tie counting half: the area under the curve (Hanley
/// and `McNeil`, 1982). None where there are none of either.
pub fn area(scored: &[(f32, bool)]) -> Option<f64> {
    let mut sorted = scored.to_vec();
    sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut unrelated_below, mut won, mut related) = (0.0, 0.0, 0.0);
    for level in sorted.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq()) {
        let here = level.iter().filter(|(_, is_related)| *is_related).count() as f64;
        let others = level.len() as f64 - here;
        won += here * (unrelated_below + others / 2.0);
        unrelated_below += others;
        related += here;
    }
    (related > 0.0 && unrelated_below > 0.0).then(|| won / (related * unrelated_below))
}
