//! One article's reading with its reader's corrections: who said what, and mentions that mean somebody else.

use super::super::Read;
use super::{resolve, same_name};
use crate::model::{
    ArticleKey, Attribution, Correction, Described, Metadata, Place, Reading, Referent, Rule, RunnerUp, Said,
    SourceKind, SourceRef, Span,
};

/// How far behind a mention its introduction may begin, in bytes: ", the " and the like.
const INTRODUCTION_GAP: usize = 6;

/// The reading with the corrections that are about this article; none where there are none. New referents come after
/// those that were read, so that indices stay what they were.
pub fn corrected(read: Read<'_>, corrections: &[Correction]) -> Option<Reading> {
    let touches = |correction: &Correction| {
        matches!(correction, Correction::Speaker { .. } | Correction::TakeOut { .. } | Correction::Describe { .. })
            && correction.articles().contains(&key_of(read))
    };
    // The key costs a pass over the text: without corrections nobody needs it.
    if !corrections.iter().any(touches) {
        return None;
    }
    let key = key_of(read);
    let text = &read.article.text;
    let mut reading = read.reading.clone();
    describe(&mut reading, key, corrections);
    for (at, correction) in corrections.iter().enumerate() {
        match correction {
            Correction::TakeOut { mention } if mention.article == key => take_out(&mut reading, text, mention.span),
            Correction::Speaker { quotation, said }
                if quotation.article == key && !is_overtaken(*quotation, &corrections[at + 1..]) =>
            {
                say(&mut reading, text, quotation.span, said);
            }
            _ => {}
        }
    }
    Some(reading)
}

/// The article's title, author, outlet and date as the reader says.
fn describe(reading: &mut Reading, article: ArticleKey, corrections: &[Correction]) {
    let described = Described::of(article, &reading.metadata, corrections);
    let Described { title, byline, publication, date, address, .. } = described;
    reading.metadata = Metadata { title, byline, publication, date, address };
}

fn key_of(read: Read<'_>) -> ArticleKey {
    ArticleKey::of(&read.article.text)
}

/// Whether a later correction says who said that quotation.
fn is_overtaken(place: Place, later: &[Correction]) -> bool {
    later.iter().any(|later| matches!(later, Correction::Speaker { quotation, .. } if *quotation == place))
}

fn say(reading: &mut Reading, text: &str, extent: Span, said: &Said) {
    let Some(index) = reading.quotations.iter().position(|found| found.extent() == extent) else { return };
    let speaker = match said {
        Said::AsRead => return,
        Said::ByNobody => None,
        Said::By(source) => match resolve(reading, source) {
            Some(referent) => Some(referent),
            None if source.mention.is_none() && !source.name.trim().is_empty() => {
                reading.referents.push(typed(text, source));
                Some(reading.referents.len() - 1)
            }
            // Somebody whom this reading no longer has: what was read stands.
            None => return,
        },
    };
    let attribution = &mut reading.quotations[index].attribution;
    *attribution = by_reader(attribution, speaker);
}

/// The reader's attribution. Where it confirms what was read, mention and cue stay; else what was read is the runner-up.
fn by_reader(read: &Attribution, speaker: Option<usize>) -> Attribution {
    if read.speaker == speaker && speaker.is_some() {
        return Attribution { confidence: 1.0, rule: Rule::Reader, ..read.clone() };
    }
    let lost = |mention: Span| RunnerUp { mention, rule: read.rule, confidence: read.confidence };
    Attribution {
        speaker,
        mention: None,
        cue: None,
        on_behalf_of: None,
        outlet: read.outlet,
        confidence: 1.0,
        rule: Rule::Reader,
        runner_up: read.mention.map(lost),
    }
}

/// Somebody whose name the reader typed, with the places where the text has that name, if any.
fn typed(text: &str, source: &SourceRef) -> Referent {
    let name = source.name.trim().to_owned();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mentions: Vec<Span> = text
        .match_indices(name.as_str())
        .map(|(start, found)| Span::new(start, start + found.len()))
        .filter(|span| !is_word(text[..span.start].chars().next_back()) && !is_word(text[span.end..].chars().next()))
        .collect();
    Referent { name, kind: SourceKind::Person, names: mentions.clone(), mentions, introductions: Vec::new() }
}

/// Makes one mention a referent of its own; what is attributed by it goes with it.
fn take_out(reading: &mut Reading, text: &str, mention: Span) {
    let Some(from) = reading.referents.iter().position(|referent| referent.mentions.contains(&mention)) else { return };
    if reading.referents[from].mentions.len() < 2 {
        return;
    }
    let new = reading.referents.len();
    let old = &mut reading.referents[from];
    old.mentions.retain(|span| *span != mention);
    let is_name = old.names.contains(&mention);
    old.names.retain(|span| *span != mention);
    let introductions: Vec<Span> = old.introductions.iter().copied().filter(|span| is_beside(*span, mention)).collect();
    old.introductions.retain(|span| !introductions.contains(span));
    let name: Vec<&str> = mention.of(text).split_whitespace().collect();
    let taken = Referent {
        name: name.join(" "),
        kind: old.kind,
        mentions: vec![mention],
        names: if is_name { vec![mention] } else { Vec::new() },
        introductions,
    };
    // The fullest name may have gone with the mention.
    let still_named = old.names.iter().any(|span| same_name(span.of(text), &old.name));
    if !still_named && same_name(&taken.name, &old.name) {
        let rest = if old.names.is_empty() { &old.mentions } else { &old.names };
        let fullest = rest.iter().map(|span| span.of(text)).max_by_key(|name| name.len());
        old.name = fullest.map_or_else(String::new, |name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    reading.referents.push(taken);
    let quotations = reading.quotations.iter_mut().map(|found| &mut found.attribution);
    let statements = reading.statements.iter_mut().map(|found| &mut found.attribution);
    for attribution in quotations.chain(statements) {
        if attribution.mention == Some(mention) && attribution.speaker == Some(from) {
            attribution.speaker = Some(new);
        }
    }
}

fn is_beside(introduction: Span, mention: Span) -> bool {
    introduction.overlaps(mention)
        || introduction.end <= mention.start && mention.start - introduction.end <= INTRODUCTION_GAP
        || introduction.start >= mention.end && introduction.start - mention.end <= INTRODUCTION_GAP
}
