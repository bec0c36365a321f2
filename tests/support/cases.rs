//! The made cases: how a line is written, and what the reading must find for it. See `tests/cases/README.md`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use diptych::import;
use diptych::model::{Article, Attribution, QuotationKind, Reading, Span};
use diptych::reading;

/// One line of a file of cases.
pub struct Case {
    /// Whether a habit of real pages is behind it, rather than a rule of grammar.
    pub of_a_page: bool,
    /// What is read.
    pub text: String,
    wanted: Vec<Wanted>,
    line: usize,
}

/// What must be found.
struct Wanted {
    /// "direct", "fragment", "block", "reports", "nothing", "silence".
    what: String,
    /// The words; of a quotation exactly, in one or more stretches; of a statement as a part.
    words: Vec<String>,
    /// Words of the mention; none where nobody may be named.
    by: Option<String>,
    /// The name of the speaker that the mention means, of whom they speak for, and words of the outlet, where told.
    name: Option<String>,
    on_behalf_of: Option<String>,
    outlet: Option<String>,
}

/// Where the files are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// All cases of a file.
pub fn read(name: &str) -> Vec<Case> {
    let file = fs::read_to_string(folder().join(format!("{name}.txt"))).expect("the file of cases is there");
    let lines = file.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(|(index, line)| case(line, index + 1)).collect()
}

/// Every case of a file at once, so that one run shows all that fail.
pub fn check(name: &str) {
    let cases = read(name);
    let wrong: Vec<String> = cases.iter().filter_map(|case| fault(case, name)).collect();
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn case(line: &str, number: usize) -> Case {
    let parts: Vec<&str> = line.split(" | ").map(str::trim).collect();
    let [origin, text, wanted] = parts[..] else { panic!("line {number} has not three columns: {line}") };
    assert!(matches!(origin, "rule" | "page"), "line {number}: {origin:?}");
    let wanted = wanted.split("; ").map(|one| wanted_of(one.trim(), number)).collect();
    Case { of_a_page: origin == "page", text: unescaped(text), wanted, line: number }
}

/// "¶" is a blank line, "⏎" a line's end, "\u00a0" a character that shows nothing.
fn unescaped(text: &str) -> String {
    let text = text.replace(" ¶ ", "\n\n").replace(" ⏎ ", "\n");
    let mut pieces = text.split("\\u");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_at(4);
        let code = u32::from_str_radix(code, 16).expect("four digits");
        plain.push(char::from_u32(code).expect("a character"));
        plain.push_str(rest);
    }
    plain
}

fn wanted_of(one: &str, number: usize) -> Wanted {
    let mut wanted = Wanted {
        what: one.split_whitespace().next().unwrap_or_default().to_owned(),
        words: Vec::new(),
        by: None,
        name: None,
        on_behalf_of: None,
        outlet: None,
    };
    let mut rest = one;
    while let Some((before, behind)) = rest.split_once('{') {
        let (value, after) = behind.split_once('}').unwrap_or_else(|| panic!("line {number}: no brace closes"));
        let value = unescaped(value);
        match before.split_whitespace().next_back() {
            Some("direct" | "fragment" | "block" | "reports" | "and") => wanted.words.push(value),
            Some("by") => wanted.by = Some(value),
            Some("meaning") => wanted.name = Some(value),
            Some("for") => wanted.on_behalf_of = Some(value),
            Some("to") => wanted.outlet = Some(value),
            other => panic!("line {number}: {other:?}"),
        }
        rest = after;
    }
    assert!(
        matches!(wanted.what.as_str(), "direct" | "fragment" | "block" | "reports" | "nothing" | "silence"),
        "line {number}: {one}"
    );
    wanted
}

/// What is wrong with a case; nothing where the reading finds what is wanted.
fn fault(case: &Case, file: &str) -> Option<String> {
    let article = import::pasted(&case.text).expect("there are words in it");
    let found = reading::read(&article);
    let quotations: Vec<&Wanted> =
        case.wanted.iter().filter(|one| !matches!(one.what.as_str(), "reports" | "nothing" | "silence")).collect();
    let silence = case.wanted.iter().any(|one| one.what == "silence");
    let nothing = silence || case.wanted.iter().any(|one| one.what == "nothing");
    let reports: Vec<&Wanted> = case.wanted.iter().filter(|one| one.what == "reports").collect();
    let mut right = true;
    if nothing || !quotations.is_empty() {
        right = found.quotations.len() == quotations.len();
        for (one, wanted) in found.quotations.iter().zip(&quotations) {
            let words: Vec<&str> = one.spans.iter().map(|span| span.of(&article.text)).collect();
            right &= kind(one.kind) == wanted.what && words == wanted.words;
            right &= is_attributed(&article, &found, &one.attribution, wanted);
        }
    }
    right &= !silence || found.statements.is_empty();
    for wanted in reports {
        right &= found.statements.iter().any(|one| {
            one.span.of(&article.text).contains(wanted.words[0].as_str())
                && is_attributed(&article, &found, &one.attribution, wanted)
        });
    }
    (!right).then(|| format!("{file}.txt:{}: {}{}", case.line, case.text, shown(&article, &found)))
}

fn is_attributed(article: &Article, found: &Reading, one: &Attribution, wanted: &Wanted) -> bool {
    let words = |span: Option<Span>| span.map_or("", |span| span.of(&article.text));
    let name = |index: Option<usize>| index.and_then(|index| found.referents.get(index)).map(|one| one.name.as_str());
    let mention = words(one.mention);
    let by = wanted.by.as_ref().map_or(mention.is_empty(), |by| mention.contains(by.as_str()));
    by && (wanted.name.is_none() || wanted.name.as_deref() == name(one.speaker))
        && wanted.on_behalf_of.as_deref() == name(one.on_behalf_of)
        && wanted.outlet.as_deref().is_none_or(|outlet| words(one.outlet).contains(outlet))
}

fn kind(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Fragment => "fragment",
        QuotationKind::Block => "block",
    }
}

/// What was found, as it would be written in the file.
fn shown(article: &Article, found: &Reading) -> String {
    let mut lines = String::new();
    let mut add = |what: &str, spans: &[Span], one: &Attribution| {
        let words = |span: Option<Span>| span.map_or("", |span| span.of(&article.text));
        let name = |index: Option<usize>| index.map_or("", |index| found.referents[index].name.as_str());
        let quoted: Vec<&str> = spans.iter().map(|span| words(Some(*span))).collect();
        let (quoted, by, outlet) = (quoted.join("} and {"), words(one.mention), words(one.outlet));
        let (meaning, behalf) = (name(one.speaker), name(one.on_behalf_of));
        let who = format!("by {{{by}}} meaning {{{meaning}}} for {{{behalf}}} to {{{outlet}}}");
        let _ = write!(lines, "\n    {what} {{{quoted}}} {who} ({})", one.rule);
    };
    for one in &found.quotations {
        add(kind(one.kind), &one.spans, &one.attribution);
    }
    for one in &found.statements {
        add("reports", &[one.span], &one.attribution);
    }
    lines
}
