//! `diptych explain FILE`: who said what, and why the program thinks so.

use std::fmt::Write as _;

use super::arguments::Explain;
use crate::model::{Article, Attribution, Reading, Span};
use crate::{import, reading};

/// Every quotation and statement with its speaker, the rule that decided and the runner-up.
pub fn run(arguments: &Explain) -> Result<String, String> {
    let article = import::open(&arguments.file).map_err(|error| error.to_string())?;
    let found = reading::read(&article);
    let mut page = String::new();
    for quotation in &found.quotations {
        let words: Vec<String> = quotation.spans.iter().map(|span| line(&article, *span)).collect();
        let _ = writeln!(page, "“{}”", words.join("” … “"));
        attribution(&mut page, &article, &found, &quotation.attribution);
    }
    for statement in &found.statements {
        let _ = writeln!(page, "{}", line(&article, statement.span));
        attribution(&mut page, &article, &found, &statement.attribution);
    }
    if page.is_empty() {
        page.push_str("No quotations and no reported statements were found.\n");
    }
    Ok(page)
}

fn attribution(page: &mut String, article: &Article, reading: &Reading, found: &Attribution) {
    let name = |index: usize| reading.referents.get(index).map(|referent| referent.name.as_str());
    let speaker = found.speaker.and_then(name).unwrap_or("nobody named");
    let _ = write!(page, "    {speaker}");
    if let Some(behalf) = found.on_behalf_of.and_then(name) {
        let _ = write!(page, ", for {behalf}");
    }
    let _ = write!(page, " ({:.2})", found.confidence);
    if let Some(mention) = found.mention {
        let _ = write!(page, "; named here as “{}”", line(article, mention));
    }
    if let Some(cue) = found.cue {
        let _ = write!(page, "; cue “{}”", line(article, cue));
    }
    let _ = write!(page, "; rule: {}", found.rule);
    page.push('\n');
    if let Some(other) = &found.runner_up {
        let mention = line(article, other.mention);
        let _ = writeln!(page, "    runner-up: “{mention}” ({:.2}); rule: {}", other.confidence, other.rule);
    }
    page.push('\n');
}

fn line(article: &Article, span: Span) -> String {
    span.of(&article.text).split_whitespace().collect::<Vec<_>>().join(" ")
}
