//! Who said a quotation, why the reading thinks so and how sure it is, in plain words.

use crate::model::{Attribution, Rule, RunnerUp, Side, Span};
use crate::workspace::Compared;

/// What a card says of a quotation's speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerWords {
    /// The speaker; none where nobody is named.
    pub speaker: Option<String>,
    /// "for the Mill Trust".
    pub on_behalf_of: Option<String>,
    /// Why, in a sentence.
    pub why: String,
    /// How sure, in words and in ten.
    pub sureness: String,
    /// Whom else it could be, in a sentence.
    pub runner_up: Option<String>,
    /// Whether the reader said so.
    pub is_readers: bool,
}

/// Of a quotation of that side.
pub fn speaker_words(compared: &Compared, side: Side, quotation: usize) -> Option<SpeakerWords> {
    let found = &compared.quotation(side, quotation)?.attribution;
    let name = |referent: usize| {
        let source = compared.source_of(side, referent).and_then(|source| compared.comparison.sources.get(source));
        let own = || compared.reading(side).referents.get(referent).map(|found| found.name.clone());
        source.map(super::source_title).or_else(own)
    };
    let text = compared.text(side);
    Some(SpeakerWords {
        speaker: found.speaker.and_then(name),
        on_behalf_of: found.on_behalf_of.and_then(name).map(|name| format!("for {name}")),
        why: why(found, text, compared.as_read(side, quotation)),
        sureness: sureness(found),
        runner_up: found.runner_up.as_ref().map(|other| runner_up(other, text, found.is_readers())),
        is_readers: found.is_readers(),
    })
}

/// A quotation's name for a screen reader.
pub fn quotation_name(compared: &Compared, side: Side, quotation: usize) -> String {
    let Some(words) = speaker_words(compared, side, quotation) else { return String::new() };
    let count = compared.reading(side).quotations.len();
    let said = compared
        .quotation(side, quotation)
        .map_or_else(String::new, |found| super::snippet(compared.text(side), found.extent(), 60));
    let speaker = words.speaker.map_or_else(|| "nobody named".to_owned(), |name| format!("said by {name}"));
    format!(
        "Quotation {} of {count} on the {}, {speaker}, {}: {said}",
        quotation + 1,
        side.name(),
        words.sureness.to_lowercase()
    )
}

fn sureness(found: &Attribution) -> String {
    if found.is_readers() {
        return "Your word".to_owned();
    }
    if found.speaker.is_none() {
        return "Nobody found".to_owned();
    }
    let words = match found.confidence {
        sure if sure >= 0.9 => "Sure",
        sure if sure >= 0.75 => "Fairly sure",
        sure if sure >= 0.5 => "Probably",
        _ => "A guess",
    };
    match tenths(found.confidence) {
        10 => format!("{words}: nearly always right"),
        tenths => format!("{words}: right {} in 10", super::times(tenths)),
    }
}

/// So many of ten such are right.
fn tenths(confidence: f32) -> usize {
    (confidence * 10.0).round() as usize
}

/// A short word of doubt for a list; none where the reading is sure.
pub fn doubt(found: &Attribution) -> Option<&'static str> {
    match found.confidence {
        _ if found.is_readers() => Some("you said so"),
        _ if found.speaker.is_none() => None,
        sure if sure >= 0.75 => None,
        sure if sure >= 0.5 => Some("probably"),
        _ => Some("a guess"),
    }
}

fn why(found: &Attribution, text: &str, as_read: Option<&Attribution>) -> String {
    if found.is_readers() {
        let same = as_read.is_some_and(|read| read.speaker == found.speaker);
        return if same { "You said so, as the reading did." } else { "You said so." }.to_owned();
    }
    let cue = found.cue.map(|span| quoted(text, span));
    match found.mention.map(|span| quoted(text, span)) {
        Some(mention) => {
            let told = found.rule.sentence(&mention, cue.as_deref());
            told.unwrap_or_else(|| format!("{mention}: {}.", found.rule))
        }
        None if found.speaker.is_none() => "The text names nobody for it.".to_owned(),
        None => sentence(found.rule),
    }
}

fn runner_up(other: &RunnerUp, text: &str, is_readers: bool) -> String {
    let words = quoted(text, other.mention);
    if is_readers {
        return format!("The reading had {words}.");
    }
    match tenths(other.confidence) {
        0 => format!("Could also be {words}, though hardly."),
        tenths => format!("Could also be {words}: {} in 10.", super::times(tenths)),
    }
}

fn quoted(text: &str, span: Span) -> String {
    format!("“{}”", super::snippet(text, span, 48))
}

fn sentence(rule: Rule) -> String {
    let mut letters = rule.name().chars();
    let first = letters.next().map_or_else(String::new, |first| first.to_uppercase().collect());
    format!("{first}{}.", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_sentences_with_the_words_that_they_found() {
        let text = "“Rain,” Rook said.";
        let words = |word: &str| text.find(word).map(|start| Span::new(start, start + word.len()));
        let (mention, cue) = (words("Rook"), words("said"));
        let found = |rule| Attribution { speaker: Some(0), mention, cue, rule, ..Attribution::default() };
        for (rule, expected) in [
            (Rule::Behind, "“Rook” stands behind it, with “said”."),
            (Rule::SpeechBefore, "“Rook” stands before it, with “said”."),
            (Rule::GoesOn, "It goes on from the quotation before, by “Rook” (“said”)."),
            (Rule::AccordingBefore, "The words “said” name “Rook”."),
            (Rule::ClauseSubject, "“Rook” stands with “said” (subject of the clause)."),
        ] {
            assert_eq!(why(&found(rule), text, None), expected);
        }
        let signed = Attribution { cue: None, ..found(Rule::Signed) };
        assert_eq!(why(&signed, text, None), "It is signed “Rook”.");
        let cueless = Attribution { cue: None, ..found(Rule::Behind) };
        assert_eq!(why(&cueless, text, None), "“Rook”: speaker and verb behind.");
    }

    #[test]
    fn doubt_is_said_as_doubt() {
        let sure = |confidence| sureness(&Attribution { speaker: Some(0), confidence, ..Attribution::default() });
        assert_eq!(sure(0.93), "Sure: right 9 times in 10");
        assert_eq!(sure(0.6), "Probably: right 6 times in 10");
        assert_eq!(sure(0.2), "A guess: right twice in 10");
        assert_eq!(sure(0.97), "Sure: nearly always right");
        let own = Attribution { speaker: Some(0), confidence: 1.0, rule: Rule::Reader, ..Attribution::default() };
        assert_eq!(sureness(&own), "Your word");
    }
}
