//! One source under two names: unification across the articles.

use std::collections::BTreeMap;

use super::Read;
use crate::model::{Quotation, Reading, Referent, Side, Sides, Source, SourceKind, SourceSide, Span};
use crate::reading::referents::introductions::offices_of;
use crate::reading::referents::lexicon::lexicon;
use crate::reading::referents::organisations::{is_fuller, key_of_text};
use crate::reading::referents::person_names::{Agreement, PersonName};

/// The sources of both articles, shared ones first, then by how much is quoted and mentioned.
pub fn unify(sides: Sides<Read<'_>>) -> Vec<Source> {
    let profiles =
        sides.map(|read| read.reading.referents.iter().map(|found| Profile::of(read, found)).collect::<Vec<_>>());
    let mut matched = Sides::new(vec![false; profiles.left.len()], vec![false; profiles.right.len()]);
    let mut sources = Vec::new();
    for pair in matches(&profiles) {
        if matched.left[pair.left] || matched.right[pair.right] {
            continue;
        }
        (matched.left[pair.left], matched.right[pair.right]) = (true, true);
        sources.push(shared(sides, &profiles, pair));
    }
    for side in Side::BOTH {
        let read = sides.get(side);
        for (index, referent) in read.reading.referents.iter().enumerate() {
            if !matched.get(side)[index] {
                let mut source = alone(referent);
                *source.sides.get_mut(side) = side_of(*read, &[index]);
                sources.push(source);
            }
        }
    }
    heaviest_first(&mut sources);
    sources
}

/// Shared ones first, then by how much is quoted and mentioned.
pub(super) fn heaviest_first(sources: &mut [Source]) {
    sources.sort_by_key(|source| std::cmp::Reverse(weight(source)));
}

/// What a source is matched by.
struct Profile {
    kind: SourceKind,
    name: String,
    person: Option<PersonName>,
    keys: Vec<String>,
    initials: String,
    offices: Vec<String>,
    named: bool,
}

impl Profile {
    fn of(read: Read<'_>, referent: &Referent) -> Self {
        let text = &read.article.text;
        let person = (referent.kind == SourceKind::Person).then(|| PersonName::of(name_words(&referent.name)));
        let mut keys = vec![key_of_text(&referent.name)];
        if person.is_none() {
            keys.extend(referent.names.iter().map(|span| key_of_text(span.of(text))));
        }
        keys.sort();
        keys.dedup();
        let offices = referent.introductions.iter().flat_map(|span| offices_of(span.of(text))).collect();
        let capitals = referent.name.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next());
        let initials = capitals.filter(|c| c.is_uppercase()).flat_map(char::to_lowercase).collect();
        Self {
            kind: referent.kind,
            name: referent.name.clone(),
            person,
            keys,
            initials,
            offices,
            named: referent.is_named(),
        }
    }

    fn may_be_shared(&self) -> bool {
        self.named && self.kind != SourceKind::Anonymous
    }

    fn shared_office<'p>(&'p self, other: &Self) -> Option<&'p str> {
        self.offices.iter().find(|office| other.offices.contains(office)).map(String::as_str)
    }
}

fn name_words(name: &str) -> impl Iterator<Item = &str> {
    let splits = |c: char| c.is_whitespace() || matches!(c, '“' | '”' | '"' | '(' | ')' | ',');
    name.split(splits).filter(|word| !word.is_empty())
}

/// Two referents that may be one source.
struct Match {
    left: usize,
    right: usize,
    confidence: f32,
    why: String,
}

/// All matches, surest first.
fn matches(profiles: &Sides<Vec<Profile>>) -> Vec<Match> {
    let mut buckets: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, profile) in profiles.right.iter().enumerate().filter(|(_, profile)| profile.may_be_shared()) {
        for key in bucket_keys(profile) {
            buckets.entry(key).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for (left, profile) in profiles.left.iter().enumerate().filter(|(_, profile)| profile.may_be_shared()) {
        let mut seen: Vec<usize> =
            bucket_keys(profile).iter().filter_map(|key| buckets.get(key)).flatten().copied().collect();
        seen.sort_unstable();
        seen.dedup();
        let several = seen.iter().filter(|&&right| profiles.right[right].kind == SourceKind::Person).count() > 1;
        for right in seen {
            if let Some((confidence, why)) = judge(profile, &profiles.right[right], several) {
                found.push(Match { left, right, confidence, why });
            }
        }
    }
    found.sort_by(|first, second| {
        second.confidence.total_cmp(&first.confidence).then((first.left, first.right).cmp(&(second.left, second.right)))
    });
    found
}

/// Keys of which two sources must share one to be compared at all.
fn bucket_keys(profile: &Profile) -> Vec<String> {
    if let Some(person) = &profile.person {
        return vec![format!("person {}", person.surname.replace([' ', '-', '\''], ""))];
    }
    let mut keys = profile.keys.clone();
    if profile.initials.len() >= 3 {
        keys.push(profile.initials.clone());
    }
    keys
}

/// Whether two are one: how sure, and why. `several` tells of more people of that surname on the other side.
fn judge(left: &Profile, right: &Profile, several: bool) -> Option<(f32, String)> {
    match (&left.person, &right.person) {
        (Some(first), Some(second)) => judge_people(left, right, first, second, several),
        (None, None) => judge_bodies(left, right),
        _ => None,
    }
}

fn judge_people(
    left: &Profile,
    right: &Profile,
    first: &PersonName,
    second: &PersonName,
    several: bool,
) -> Option<(f32, String)> {
    let office = left.shared_office(right);
    let confirmed = office.map_or(String::new(), |office| format!("; both are introduced as {office}"));
    let bonus = if office.is_some() { 0.05 } else { 0.0 };
    let (base, why) = match first.agreement(second) {
        Agreement::Different => return None,
        Agreement::Same if left.name == right.name => (0.95, format!("Both name {}", left.name)),
        Agreement::Same => (0.95, format!("“{}” and “{}” are one name", left.name, right.name)),
        Agreement::Fuller => (0.93, format!("“{}” and “{}” differ by a given name or initial", left.name, right.name)),
        Agreement::Initial => (0.8, format!("an initial stands for the given name: “{}”, “{}”", left.name, right.name)),
        Agreement::Nickname(short, formal) => {
            (0.88, format!("“{}” is short for {}", capitalised(&short), capitalised(&formal)))
        }
        Agreement::MiddleName(middle) => {
            (0.78, format!("{} is the middle name in one and the given name in the other", capitalised(&middle)))
        }
        Agreement::SurnameOnly => return judge_surname(left, right, first, several, office),
    };
    let suffixed = first.suffix.is_some() != second.suffix.is_some();
    let doubt = if suffixed && office.is_none() { 0.1 } else { 0.0 };
    Some((base + bonus - doubt, sentence(&format!("{why}{confirmed}"))))
}

/// One or both have only a surname.
fn judge_surname(
    left: &Profile,
    right: &Profile,
    name: &PersonName,
    several: bool,
    office: Option<&str>,
) -> Option<(f32, String)> {
    let frequent = lexicon().is_surname(&name.surname);
    let contradict = office.is_none() && has_office(left) && has_office(right);
    let alone = if left.name == right.name { "" } else { ", one by the surname alone" };
    let why = |because: &str| sentence(&format!("Both name {}{because}", longer(&left.name, &right.name)));
    match office {
        Some(office) => Some((0.9, why(&format!("; both are introduced as {office}")))),
        None if several || (contradict && frequent) => None,
        None if contradict => Some((0.6, why(alone))),
        None if frequent => Some((0.68, why(alone))),
        None => Some((0.8, why(alone))),
    }
}

/// Whether an office, not only a calling, is known.
fn has_office(profile: &Profile) -> bool {
    profile.offices.iter().any(|office| lexicon().office(office).is_some_and(|office| !office.calling))
}

fn judge_bodies(left: &Profile, right: &Profile) -> Option<(f32, String)> {
    let same = left.keys.iter().find(|key| right.keys.contains(key));
    if same.is_some() {
        let why = if left.name == right.name {
            format!("Both name {}", left.name)
        } else {
            format!("“{}” and “{}” are one name", left.name, right.name)
        };
        let kinds = if left.kind == right.kind { 0.95 } else { 0.85 };
        return Some((kinds, sentence(&why)));
    }
    let initials = |short: &Profile, long: &Profile| {
        let acronym = short.name.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !short.name.contains(' ');
        acronym && short.name.chars().all(|c| c.is_uppercase() || c == '.') && short.keys.contains(&long.initials)
    };
    let body = |profile: &Profile| profile.kind != SourceKind::Place;
    let abbreviates = (initials(left, right) || initials(right, left)) && body(left) && body(right);
    abbreviates.then(|| {
        let (short, long) = if initials(left, right) { (left, right) } else { (right, left) };
        (0.75, sentence(&format!("“{}” are the initials of “{}”", short.name, long.name)))
    })
}

fn sentence(words: &str) -> String {
    let mut text = words.to_owned();
    if let Some(first) = text.chars().next().filter(char::is_ascii_lowercase) {
        text.replace_range(..1, &first.to_ascii_uppercase().to_string());
    }
    if !text.ends_with('.') {
        text.push('.');
    }
    text
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

fn longer<'n>(left: &'n str, right: &'n str) -> &'n str {
    if right.chars().count() > left.chars().count() { right } else { left }
}

fn shared(sides: Sides<Read<'_>>, profiles: &Sides<Vec<Profile>>, pair: Match) -> Source {
    let (left, right) = (&profiles.left[pair.left], &profiles.right[pair.right]);
    let fuller = if left.person.is_some() {
        let parts = |profile: &Profile| profile.person.as_ref().map_or(0, |person| person.given.len());
        parts(right) > parts(left) || (parts(right) == parts(left) && right.name.len() > left.name.len())
    } else {
        is_fuller(&right.name, &left.name)
    };
    let kind = if left.kind == SourceKind::Place { left.kind } else { right.kind.min(left.kind) };
    Source {
        name: if fuller { right.name.clone() } else { left.name.clone() },
        kind: if right.kind == SourceKind::Place { right.kind } else { kind },
        sides: Sides::new(side_of(sides.left, &[pair.left]), side_of(sides.right, &[pair.right])),
        confidence: pair.confidence.clamp(0.0, 0.99),
        why: pair.why,
    }
}

fn alone(referent: &Referent) -> Source {
    Source {
        name: referent.name.clone(),
        kind: referent.kind,
        sides: Sides::default(),
        confidence: 1.0,
        why: String::new(),
    }
}

/// What one article has of these referents of its own.
pub(super) fn side_of(read: Read<'_>, referents: &[usize]) -> SourceSide {
    let reading: &Reading = read.reading;
    let found: Vec<&Referent> = referents.iter().filter_map(|&index| reading.referents.get(index)).collect();
    let spoken = |speaker: Option<usize>| speaker.is_some_and(|speaker| referents.contains(&speaker));
    let quotations = reading.quotations.iter().enumerate().filter(|(_, found)| spoken(found.attribution.speaker));
    let statements = reading.statements.iter().enumerate().filter(|(_, found)| spoken(found.attribution.speaker));
    SourceSide {
        referents: referents.to_vec(),
        mentions: in_order(found.iter().flat_map(|referent| &referent.mentions)),
        introductions: in_order(found.iter().flat_map(|referent| &referent.introductions)),
        words_quoted: Quotation::words_of_all(quotations.clone().map(|(_, found)| found), &read.article.text),
        quotations: quotations.map(|(index, _)| index).collect(),
        statements: statements.map(|(index, _)| index).collect(),
    }
}

fn in_order<'s>(spans: impl Iterator<Item = &'s Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.copied().collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// Shared first, then quoted in both, words quoted, cited, mentioned.
fn weight(source: &Source) -> (bool, bool, usize, usize, usize) {
    let (left, right) = (&source.sides.left, &source.sides.right);
    let quoted = !left.quotations.is_empty() && !right.quotations.is_empty();
    (
        source.is_shared(),
        source.is_shared() && quoted,
        left.words_quoted + right.words_quoted,
        left.statements.len() + right.statements.len(),
        left.mentions.len() + right.mentions.len(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Paragraph, Role};

    fn read(text: &str) -> (Article, Reading) {
        let paragraph = Paragraph { span: Span::new(0, text.len()), role: Some(Role::Body) };
        let article = Article { text: text.into(), paragraphs: vec![paragraph], ..Article::default() };
        let reading = crate::reading::read(&article);
        (article, reading)
    }

    fn sources(left: &str, right: &str) -> Vec<Source> {
        let (left, right) = (read(left), read(right));
        unify(Sides::new(Read { article: &left.0, reading: &left.1 }, Read { article: &right.0, reading: &right.1 }))
    }

    fn shared_names(left: &str, right: &str) -> String {
        let mut names: Vec<String> =
            sources(left, right).into_iter().filter(Source::is_shared).map(|source| source.name).collect();
        names.sort();
        names.join("; ")
    }

    fn check_all(cases: &[(&str, &str, &str)]) {
        let failed: Vec<String> = cases
            .iter()
            .map(|(left, right, expected)| (left, right, expected, shared_names(left, right)))
            .filter(|(_, _, expected, found)| *expected != found)
            .map(|(left, right, expected, found)| {
                format!("{left} | {right}\n    expected: {expected}\n    found: {found}")
            })
            .collect();
        assert!(failed.is_empty(), "{} of {} failed\n{}", failed.len(), cases.len(), failed.join("\n"));
    }

    #[test]
    fn one_source_under_two_names() {
        check_all(&[
            ("They met Harriet Lowe.", "We asked Harriet Lowe.", "Harriet Lowe"),
            ("They met Tom Dunmore.", "We asked J. Thomas Dunmore.", "J. Thomas Dunmore"),
            ("They met Tom Dunmore.", "We asked Thomas Dunmore.", "Thomas Dunmore"),
            ("They met Chief Dunmore.", "We asked Police Chief Tom Dunmore.", "Tom Dunmore"),
            ("They met Mayor De Wael.", "We asked Mayor Bill de Wael.", "Bill de Wael"),
            ("They met Harriet B. Lowe.", "We asked Harriet Lowe.", "Harriet B. Lowe"),
            ("They met Peggy Marlow.", "We asked Margaret Marlow.", "Margaret Marlow"),
            ("They met President Quenby.", "We asked Alma Quenby.", "Alma Quenby"),
            ("They met Ana Núñez.", "We asked Ana Nunez.", "Ana Núñez"),
            (
                "They sued ICE over it.",
                "We sued U.S. Immigration and Customs Enforcement.",
                "U.S. Immigration and Customs Enforcement",
            ),
            ("They sued the F.B.I. over it.", "We sued the FBI over it.", "F.B.I."),
            ("The 287g agreements stayed.", "The 287(g) program stayed.", "287g agreements"),
            ("They sued the Department of Justice.", "We sued the Justice Department.", "Department of Justice"),
            ("They met the Inland Sheriffs Guild.", "We met the ISG there.", "Inland Sheriffs Guild"),
            ("They read The Economist.", "We read the Economist there.", "Economist"),
            ("They cited the Tenth Amendment.", "We cited the Tenth Amendment’s words.", "Tenth Amendment"),
            (
                "The Quenby administration left.",
                "We met President Alma Quenby. The administration left.",
                "Quenby administration",
            ),
        ]);
    }

    #[test]
    fn two_sources_that_look_alike() {
        check_all(&[
            ("They met Harriet Lowe.", "We asked Owen Lowe.", ""),
            ("They met Owen Marsh Sr. there.", "We asked Owen Marsh Jr. there.", ""),
            ("They met President Alma Quenby.", "The Quenby administration left.", ""),
            ("They toured Boston.", "They toured Boston University.", ""),
            ("They toured Dover.", "They read the Dover Times.", ""),
            ("They toured the University of California.", "They toured the University of California, Riverside.", ""),
            ("“It is late,” said one detective.", "“It is early,” said one detective.", ""),
            ("“It is late,” said the mayor.", "“It is early,” said the mayor.", ""),
            ("They read the report.", "We read the report.", ""),
            ("They met Bill Hart.", "We asked Hillary Hart.", ""),
            ("They met Judge Smith.", "We asked Jane Smith, a senator.", ""),
            ("They toured Kerry County.", "We asked Kerry Holm.", ""),
        ]);
    }

    #[test]
    fn the_reason_can_be_checked_by_a_reader() {
        let found = sources("They met Tom Dunmore, police chief of Dover.", "We asked Police Chief J. Thomas Dunmore.");
        let shared = found.iter().find(|source| source.kind == SourceKind::Person).expect("the chief is a source");
        assert_eq!(shared.why, "“Tom” is short for Thomas; both are introduced as police chief.");
        assert!(shared.confidence > 0.9);
    }

    #[test]
    fn an_initial_is_surer_than_nothing_and_less_sure_than_a_name() {
        let confidence = |left: &str, right: &str| {
            sources(left, right).into_iter().find(Source::is_shared).map_or(0.0, |source| source.confidence)
        };
        let same = confidence("They met Harriet Lowe.", "We asked Harriet Lowe.");
        let initial = confidence("They met H. Lowe there.", "We asked Harriet Lowe.");
        assert!(initial > 0.5 && initial < same, "{initial} {same}");
    }

    #[test]
    fn words_quoted_are_counted_inside_the_marks() {
        let found = sources("“We will stay in the harbor,” Harriet Lowe said.", "It rained.");
        let lowe = found.iter().find(|source| source.name == "Harriet Lowe").expect("she is a source");
        assert_eq!((lowe.sides.left.words_quoted, lowe.sides.right.words_quoted), (6, 0));
    }
}
