//! The program's reading of its own corpus, held against the annotations in `corpus/gold`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use diptych::comparing::{self, Read};
use diptych::model::{Article, Attribution, Comparison, LinkKind, Reading, Side, Sides, Span};
use diptych::{import, reading};
use serde_json::Value;

/// Shares of the gold that must be found, in a hundred; raise one when the reading gets better.
mod floors {
    pub const ROLES: f64 = 99.0;
    pub const QUOTATIONS_FOUND: f64 = 96.0;
    pub const QUOTATIONS_RIGHT: f64 = 98.0;
    pub const SPEAKERS: f64 = 92.0;
    pub const STATEMENTS_FOUND: f64 = 85.0;
    pub const SOURCES_FOUND: f64 = 77.0;
    pub const SHARED_SOURCES: f64 = 69.0;
    pub const SHARED_QUOTATIONS: f64 = 62.0;
    pub const EVENTS_AND_FACTS: f64 = 90.0;
    pub const THEME_LINKS_RIGHT: f64 = 95.0;
}

/// So many of so many, with what went wrong.
#[derive(Default)]
struct Tally {
    right: usize,
    all: usize,
    wrong: Vec<String>,
}

impl Tally {
    fn add(&mut self, right: bool, what: impl FnOnce() -> String) {
        self.all += 1;
        self.right += usize::from(right);
        if !right {
            self.wrong.push(what());
        }
    }

    fn check(&self, name: &str, floor: f64) {
        let share = 100.0 * self.right as f64 / self.all.max(1) as f64;
        println!("{name}: {share:.1} in 100 ({} of {})", self.right, self.all);
        assert!(self.all > 0, "{name}: nothing was counted");
        let wrong = self.wrong.join("\n  ");
        println!("  {wrong}");
        assert!(share >= floor, "{name}: {share:.1} in 100, the floor is {floor}:\n  {wrong}");
    }
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

fn json(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()))
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn string<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value[name].as_str()
}

/// Letters and digits in lower case: marks and white space play no part when gold is looked up.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// One article of the corpus with its reading and its gold.
struct Annotated {
    file: String,
    article: Article,
    reading: Reading,
    gold: Value,
}

fn annotated(file: &str) -> Annotated {
    let article = import::open(&corpus().join(file)).unwrap_or_else(|error| panic!("{error}"));
    let reading = reading::read(&article);
    let stem = Path::new(file).file_stem().expect("a file name").to_string_lossy();
    let gold = json(&corpus().join("gold").join(format!("{stem}.json")));
    Annotated { file: file.to_owned(), article, reading, gold }
}

fn all() -> Vec<Annotated> {
    let manifest = json(&corpus().join("manifest.json"));
    list(&manifest, "articles").iter().map(|one| annotated(string(one, "file").expect("a file"))).collect()
}

impl Annotated {
    fn words(&self, span: Span) -> String {
        folded(span.of(&self.article.text))
    }

    /// The names that the reading gives to whoever an attribution names.
    fn speaker_names(&self, attribution: &Attribution) -> Vec<String> {
        let Some(referent) = attribution.speaker.and_then(|index| self.reading.referents.get(index)) else {
            return Vec::new();
        };
        let spans = referent.names.iter().chain(&referent.mentions);
        std::iter::once(folded(&referent.name)).chain(spans.map(|span| self.words(*span))).collect()
    }

    /// Whether the speaker found is one that the annotation takes.
    fn speaker_is_right(&self, attribution: &Attribution, annotation: &Value) -> bool {
        let mut accepted: Vec<Option<&str>> = vec![string(annotation, "speaker")];
        accepted.extend(list(annotation, "speaker_also_ok").iter().map(Value::as_str));
        accepted.into_iter().any(|speaker| match speaker {
            None => attribution.speaker.is_none(),
            Some(name) => {
                let names = self.speaker_names(attribution);
                let mentions = self.gold_mentions(name);
                names.iter().any(|found| mentions.contains(found))
            }
        })
    }

    /// The canonical name and the surface forms of a gold source.
    fn gold_mentions(&self, name: &str) -> Vec<String> {
        let source = list(&self.gold, "sources").iter().find(|source| string(source, "name") == Some(name));
        let mentions = source.map_or(&[][..], |source| list(source, "mentions"));
        std::iter::once(folded(name)).chain(mentions.iter().filter_map(Value::as_str).map(folded)).collect()
    }
}

/// The texts of a gold quotation: one, or the parts of a split one.
fn texts(annotation: &Value) -> Vec<String> {
    let parts = list(annotation, "texts").iter().filter_map(Value::as_str);
    parts.chain(string(annotation, "text")).map(folded).collect()
}

#[test]
fn paragraphs_have_their_roles() {
    let mut tally = Tally::default();
    for one in all() {
        let gold = list(&one.gold, "paragraphs");
        assert_eq!(gold.len(), one.reading.roles.len(), "{}: so many paragraphs", one.file);
        for (index, (want, found)) in gold.iter().zip(&one.reading.roles).enumerate() {
            let found = serde_json::to_value(found).expect("a role has a name");
            let also = &one.gold["paragraph_roles_also_ok"][index.to_string()];
            let right = *want == found || also.as_array().is_some_and(|roles| roles.contains(&found));
            tally.add(right, || format!("{} paragraph {index}: {found}, not {want}", one.file));
        }
    }
    tally.check("roles", floors::ROLES);
}

#[test]
fn titles_bylines_and_dates_are_read_off_the_text() {
    for one in all() {
        let metadata = &one.reading.metadata;
        let gold = &one.gold["metadata"];
        assert_eq!(metadata.title.as_deref().map(folded), string(gold, "title").map(folded), "{}", one.file);
        assert_eq!(metadata.byline.as_deref(), string(gold, "byline"), "{}", one.file);
        assert_eq!(metadata.date.as_deref(), string(gold, "date"), "{}", one.file);
    }
}

#[test]
fn quotations_are_found_and_have_their_speakers() {
    let (mut found, mut speakers) = (Tally::default(), Tally::default());
    for one in all() {
        for annotation in list(&one.gold, "quotations") {
            for text in texts(annotation) {
                let at = one.reading.quotations.iter().find(|quotation| {
                    quotation.spans.iter().any(|span| {
                        let words = one.words(*span);
                        !words.is_empty() && (words == text || (words.len() > 40 && words.contains(&text)))
                    })
                });
                found.add(at.is_some(), || format!("{}: “{text}” was not found", one.file));
                if let Some(quotation) = at {
                    let right = one.speaker_is_right(&quotation.attribution, annotation);
                    let names = one.speaker_names(&quotation.attribution);
                    let name = names.first().map_or("nobody", String::as_str);
                    speakers.add(right, || format!("{}: {name} for “{text}”", one.file));
                }
            }
        }
    }
    found.check("quotations found", floors::QUOTATIONS_FOUND);
    speakers.check("speakers", floors::SPEAKERS);
}

#[test]
fn what_is_no_quotation_is_not_taken_for_one() {
    let mut tally = Tally::default();
    for one in all() {
        let gold: Vec<String> = list(&one.gold, "quotations").iter().flat_map(texts).collect();
        for quotation in &one.reading.quotations {
            for span in &quotation.spans {
                let words = one.words(*span);
                let right = gold.iter().any(|text| text.contains(&words) || words.contains(text.as_str()));
                tally.add(right, || format!("{}: “{}” is no quotation", one.file, span.of(&one.article.text)));
            }
        }
    }
    tally.check("quotations right", floors::QUOTATIONS_RIGHT);
}

#[test]
fn reported_statements_are_found() {
    let mut tally = Tally::default();
    for one in all() {
        let core = list(&one.gold, "statements").iter().filter(|one| string(one, "strength") != Some("optional"));
        for annotation in core {
            let text = folded(string(annotation, "text").unwrap_or_default());
            let overlaps = |span: Span| {
                let words = one.words(span);
                !words.is_empty() && (text.contains(&words) || words.contains(&text))
            };
            let right = one.reading.statements.iter().any(|statement| overlaps(statement.span));
            tally.add(right, || format!("{}: “{text}”", one.file));
        }
    }
    tally.check("statements found", floors::STATEMENTS_FOUND);
}

#[test]
fn sources_are_found_under_one_of_their_names() {
    let mut tally = Tally::default();
    for one in all() {
        let known: Vec<String> = one
            .reading
            .referents
            .iter()
            .flat_map(|referent| referent.names.iter().chain(&referent.mentions))
            .map(|span| one.words(*span))
            .collect();
        for source in list(&one.gold, "sources") {
            let name = string(source, "name").unwrap_or_default();
            let forms = one.gold_mentions(name);
            let right = forms.iter().any(|form| known.iter().any(|known| known == form));
            tally.add(right, || format!("{}: {name}", one.file));
        }
    }
    tally.check("sources found", floors::SOURCES_FOUND);
}

/// Two articles of the corpus compared, with the gold of the pair.
struct Pair {
    sides: Sides<Annotated>,
    comparison: Comparison,
    gold: Value,
}

fn pairs() -> Vec<Pair> {
    let folder = corpus().join("gold");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).expect("gold").flatten().map(|file| file.path()).collect();
    files.retain(|path| path.to_string_lossy().contains('+'));
    files.sort();
    assert!(files.len() >= 2, "the gold of two pairs");
    files.iter().map(|path| pair(json(path))).collect()
}

fn pair(gold: Value) -> Pair {
    let sides = Sides::new("left", "right").map(|side| annotated(string(&gold, side).expect("a file")));
    let read = |one: &'_ Annotated| -> (Article, Reading) { (one.article.clone(), one.reading.clone()) };
    let (left, right) = (read(&sides.left), read(&sides.right));
    let comparison = comparing::compare(Sides::new(
        Read { article: &left.0, reading: &left.1 },
        Read { article: &right.0, reading: &right.1 },
    ));
    Pair { sides, comparison, gold }
}

impl Pair {
    fn words(&self, side: Side, span: Span) -> String {
        self.sides.get(side).words(span)
    }

    /// The paragraphs that a link joins.
    fn paragraphs(&self, spans: Sides<Span>) -> (usize, usize) {
        let at = |side: Side| self.sides.get(side).article.paragraph_at(spans.get(side).start).unwrap_or(0);
        (at(Side::Left), at(Side::Right))
    }
}

#[test]
fn shared_sources_are_unified_and_nobody_is_merged_with_another() {
    let mut tally = Tally::default();
    for pair in pairs() {
        let forms = |source: &diptych::model::Source, side: Side| -> Vec<String> {
            source.sides.get(side).mentions.iter().map(|span| pair.words(side, *span)).collect()
        };
        for want in list(&pair.gold, "shared_sources") {
            let accepts = |side: Side, found: &[String]| {
                let surfaces = list(want, side.name()).iter().filter_map(Value::as_str).map(folded);
                surfaces.into_iter().any(|surface| {
                    found.iter().any(|form| *form == surface || surface.ends_with(form.as_str()) && form.len() > 4)
                })
            };
            let right = pair.comparison.sources.iter().any(|source| {
                source.is_shared() && Side::BOTH.into_iter().all(|side| accepts(side, &forms(source, side)))
            });
            tally.add(right, || string(want, "name").unwrap_or_default().to_owned());
        }
        for apart in list(&pair.gold, "do_not_merge") {
            let names: Vec<String> = list(apart, "names").iter().filter_map(Value::as_str).map(folded).collect();
            for source in &pair.comparison.sources {
                let all: Vec<String> = Side::BOTH.into_iter().flat_map(|side| forms(source, side)).collect();
                let merged = names.iter().filter(|name| all.contains(name)).count();
                assert!(merged < 2, "{} is two: {names:?}", source.name);
            }
        }
    }
    tally.check("shared sources", floors::SHARED_SOURCES);
}

#[test]
fn quotations_of_both_are_linked_with_their_wording() {
    let mut tally = Tally::default();
    for pair in pairs() {
        for want in list(&pair.gold, "shared_quotations") {
            let same = |side: Side, span: Span| {
                let (words, text) = (pair.words(side, span), folded(string(want, side.name()).unwrap_or_default()));
                !words.is_empty() && (text.contains(&words) || words.contains(&text))
            };
            let joined = pair.comparison.links.iter().find(|link| {
                matches!(link.kind, LinkKind::Quotation | LinkKind::Text)
                    && Side::BOTH.into_iter().all(|side| same(side, *link.spans.get(side)))
            });
            let text = string(want, "left").unwrap_or_default();
            tally.add(joined.is_some(), || format!("“{text}”"));
        }
    }
    tally.check("shared quotations", floors::SHARED_QUOTATIONS);
}

#[test]
fn words_that_teach_nothing_are_no_link() {
    for pair in pairs() {
        for phrase in list(&pair.gold, "not_shared_passages").iter().filter_map(Value::as_str).map(folded) {
            for link in pair.comparison.links.iter().filter(|link| link.kind == LinkKind::Text) {
                let words = pair.words(Side::Left, link.spans.left);
                assert!(!phrase.contains(&words), "“{words}” is linked");
            }
        }
    }
}

#[test]
fn events_and_facts_of_both_are_linked() {
    let mut tally = Tally::default();
    for pair in pairs() {
        let joined: Vec<(usize, usize)> =
            pair.comparison.links.iter().map(|link| pair.paragraphs(link.spans)).collect();
        for (kind, name) in [("events", "what"), ("facts", "point")] {
            for want in list(&pair.gold, kind) {
                let at = |side: &str| want[format!("{side}_paragraph")].as_u64().unwrap_or(u64::MAX) as usize;
                let right = joined.contains(&(at("left"), at("right")));
                tally.add(right, || format!("{kind}: {}", string(want, name).unwrap_or_default()));
            }
        }
    }
    tally.check("events and facts", floors::EVENTS_AND_FACTS);
}

#[test]
fn the_first_theme_event_and_fact_links_are_right() {
    let mut tally = Tally::default();
    for pair in pairs() {
        let both = |value: &Value| Some((value["left"].as_u64()? as usize, value["right"].as_u64()? as usize));
        let mut accepted: BTreeMap<(usize, usize), bool> = BTreeMap::new();
        accepted.extend(list(&pair.gold, "theme_links").iter().filter_map(both).map(|pair| (pair, true)));
        accepted.extend(
            list(&pair.gold, "also_acceptable")
                .iter()
                .filter_map(|pair| Some(((pair[0].as_u64()? as usize, pair[1].as_u64()? as usize), true))),
        );
        let wrong: Vec<_> = list(&pair.gold, "negatives").iter().filter_map(both).collect();
        let mut seen = Vec::new();
        for link in &pair.comparison.links {
            let at = pair.paragraphs(link.spans);
            let about = matches!(link.kind, LinkKind::Theme | LinkKind::Event | LinkKind::Fact);
            if about && !seen.contains(&at) {
                seen.push(at);
            }
        }
        for at in seen.iter().take(12) {
            assert!(!wrong.contains(at), "{at:?} is known to be wrong");
            tally.add(accepted.contains_key(at), || format!("{at:?} in {}", pair.sides.left.file));
        }
    }
    tally.check("first theme, event and fact links", floors::THEME_LINKS_RIGHT);
}
