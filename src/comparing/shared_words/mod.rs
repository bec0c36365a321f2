//! Shared words as links: one utterance quoted in both, or the same running text.

use super::Read;
use super::overlap::{self, Passage, Settings};
use super::wording::{self, Verdict};
use crate::model::{Link, LinkKind, Quotation, Side, Sides, Source, Span, Wording};

/// Fewer words than these of running text are never a link.
const FEWEST_WORDS: u32 = 4;

/// What a short shared passage of running text must tell, in tenths of a bit.
const TELLING_TEXT: i32 = 300;

/// What a short shared passage must tell that both articles quote, in tenths of a bit: that it is quoted tells too.
const TELLING_QUOTATION: i32 = 120;

/// What fewer words still must tell where both articles tell of one event with them, in tenths of a bit.
const TELLING_OF_EVENT: i32 = 80;

/// What makes a passage tell two thirds of the most that one can, in tenths of a bit: about a sentence.
const TELLING_SENTENCE: f32 = 600.0;

/// Links of kind text and quotation, from the passages that `overlap` finds and `wording` judges. Words too few to be a
/// link by themselves are one where they stand in both tellings of one of the `events`. A passage shorter than the
/// settings' shortest must be telling to be a link.
pub fn link(sides: Sides<Read<'_>>, sources: &[Source], events: &[Link], settings: &Settings) -> Vec<Link> {
    let enough_words = settings.shortest_run_words;
    let passages = overlap::passages(sides, &settings.with_runs_of(FEWEST_WORDS));
    let links = passages.iter().filter_map(|passage| one(sides, sources, events, passage, enough_words));
    let mut links: Vec<Link> = links.collect();
    links.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.spans.left.cmp(&other.spans.left)));
    links
}

fn one(
    sides: Sides<Read<'_>>,
    sources: &[Source],
    events: &[Link],
    passage: &Passage,
    enough_words: u32,
) -> Option<Link> {
    let quoted = Sides::new(
        quotation(sides.left, sources, Side::Left, passage.spans.left),
        quotation(sides.right, sources, Side::Right, passage.spans.right),
    );
    let speakers = speakers(sources, quoted);
    let is_quotation = is_one_utterance(sides, passage, quoted, speakers, enough_words);
    let enough = is_enough(passage, is_quotation, false, enough_words);
    let event = event_of(sides, events, passage.spans).filter(|_| !enough);
    if !enough && !is_enough(passage, is_quotation, event.is_some(), enough_words) {
        return None;
    }
    let words = |side: Side| {
        let (read, span) = (sides.get(side), *passage.spans.get(side));
        let said = quoted.get(side).filter(|_| is_quotation);
        said.map_or_else(
            || span.of(&read.article.text).to_owned(),
            |index| said_within(*read, &of_one_speaker(sources, side, index), span),
        )
    };
    let words = Sides::new(words(Side::Left), words(Side::Right));
    let texts = words.as_ref().map(String::as_str);
    let verdict = wording::compare(texts.left, texts.right);
    let names = Sides::new(speakers.left, speakers.right).map(|index| index.map(|index| sources[index].name.as_str()));
    let kind = if is_quotation { LinkKind::Quotation } else { LinkKind::Text };
    Some(Link {
        score: score(passage, is_quotation, is_sentence(sides, passage)),
        label: label(sides.left, passage.spans.left, quoted.left.filter(|_| is_quotation), texts.left),
        why: {
            let quoted = if is_quotation { quoted } else { one_sided(quoted) };
            why(sides, passage, quoted, names, texts, &verdict, event.filter(|_| !is_quotation))
        },
        source: speakers.both.filter(|_| is_quotation),
        wording: Some(if verdict.wording == Wording::Different { Wording::Altered } else { verdict.wording }),
        ..Link::new(kind, passage.spans)
    })
}

fn is_enough(passage: &Passage, is_quotation: bool, is_of_event: bool, enough_words: u32) -> bool {
    let least = match (is_quotation, is_of_event) {
        (true, _) => TELLING_QUOTATION,
        (false, true) => TELLING_OF_EVENT,
        (false, false) => TELLING_TEXT,
    };
    passage.words >= enough_words || ((is_quotation || passage.words >= FEWEST_WORDS) && passage.telling >= least)
}

/// The event in whose telling the words stand: in its paragraph on both sides, and on one in its very sentences.
fn event_of<'a>(sides: Sides<Read<'_>>, events: &'a [Link], spans: Sides<Span>) -> Option<&'a Link> {
    let in_paragraph = |event: &Link, side: Side| {
        let article = sides.get(side).article;
        let place = article.paragraph_at(spans.get(side).start);
        place.is_some() && place == article.paragraph_at(event.spans.get(side).start)
    };
    let in_sentences = |event: &Link, side: Side| event.spans.get(side).contains(*spans.get(side));
    events.iter().find(|event| {
        Side::BOTH.iter().all(|&side| in_paragraph(event, side))
            && Side::BOTH.iter().any(|&side| in_sentences(event, side))
    })
}

/// Whether both quote one utterance and not only the same common words: the words tell enough for two speakers not to
/// have said them by chance, or they are most of what both quote; of what one side quotes, where no two speakers are named.
fn is_one_utterance(
    sides: Sides<Read<'_>>,
    passage: &Passage,
    quoted: Sides<Option<usize>>,
    speakers: Speakers,
    enough_words: u32,
) -> bool {
    let (Some(left), Some(right)) = (quoted.left, quoted.right) else { return false };
    let most = |read: Read<'_>, index: usize, span: Span| {
        let bytes =
            read.reading.quotations.get(index).map_or(0, |quotation| quotation.spans.iter().map(|s| s.len()).sum());
        2 * span.len() >= bytes
    };
    let is_most = Sides::new(most(sides.left, left, passage.spans.left), most(sides.right, right, passage.spans.right));
    let two_speakers = speakers.left.zip(speakers.right).is_some_and(|(left, right)| left != right);
    let one_speaker = speakers.left.is_some() && speakers.left == speakers.right && passage.words >= enough_words;
    passage.telling >= TELLING_TEXT
        || one_speaker
        || (is_most.left && is_most.right)
        || ((is_most.left || is_most.right) && !two_speakers)
}

/// What a reader gains: by what the words tell, more where both quote them or a whole sentence is shared.
fn score(passage: &Passage, is_quotation: bool, is_sentence: bool) -> f32 {
    let tells = 1.0 - (-passage.telling.max(0) as f32 / TELLING_SENTENCE).exp();
    let base = if is_quotation { 0.35 + 0.6 * tells } else { 0.8 * tells };
    base + if is_sentence { 0.05 + 0.1 * tells } else { 0.0 }.min(1.0 - base)
}

/// The quotation that holds most of a span, where it or those of its speaker together are at least three fifths.
fn quotation(read: Read<'_>, sources: &[Source], side: Side, span: Span) -> Option<usize> {
    let inside = |quotation: &Quotation| quotation.spans.iter().map(|quoted| quoted.shared_bytes(span)).sum::<usize>();
    let quotations = &read.reading.quotations;
    // In order of place: those that end before the span need no look, nor those that begin after it.
    let near = quotations.iter().enumerate().filter(|(_, quotation)| quotation.extent().overlaps(span));
    let (index, bytes) = near.map(|(index, quotation)| (index, inside(quotation))).max_by_key(|(_, bytes)| *bytes)?;
    let enough = |bytes: usize| 5 * bytes >= 3 * span.len();
    let together = || stretches(read, &of_one_speaker(sources, side, index), span).iter().map(|part| part.len()).sum();
    (enough(bytes) || enough(together())).then_some(index)
}

/// The quotation and all others of its speaker, by index.
fn of_one_speaker(sources: &[Source], side: Side, index: usize) -> Vec<usize> {
    let mut all = sources.iter().map(|source| &source.sides.get(side).quotations);
    all.find(|quotations| quotations.contains(&index)).cloned().unwrap_or_else(|| vec![index])
}

/// What of a span stands inside these quotations, in order of place, nothing twice.
fn stretches(read: Read<'_>, quotations: &[usize], span: Span) -> Vec<Span> {
    let all = quotations.iter().filter_map(|&index| read.reading.quotations.get(index));
    let parts = all.flat_map(|quotation| &quotation.spans).filter(|part| part.overlaps(span));
    let mut parts: Vec<Span> =
        parts.map(|part| Span::new(part.start.max(span.start), part.end.min(span.end))).collect();
    parts.sort_unstable_by_key(|part| (part.start, std::cmp::Reverse(part.end)));
    let mut end = 0;
    parts.retain(|part| {
        let fresh = part.start >= end;
        end = end.max(part.end);
        fresh
    });
    parts
}

/// The words of a speaker within a span, which alone are judged: the writer's own between them are left out.
fn said_within(read: Read<'_>, quotations: &[usize], span: Span) -> String {
    let parts: Vec<&str> = stretches(read, quotations, span).iter().map(|part| part.of(&read.article.text)).collect();
    parts.join(" ")
}

/// Whether the passage is a whole sentence on both sides, marks aside.
fn is_sentence(sides: Sides<Read<'_>>, passage: &Passage) -> bool {
    let whole = |read: Read<'_>, span: Span| {
        let sentences = &read.reading.sentences;
        let first = sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let inside = sentences[first..].iter().take_while(|sentence| sentence.span.start < span.end);
        inside.map(|sentence| sentence.span).any(|sentence| 10 * sentence.shared_bytes(span) >= 9 * sentence.len())
    };
    whole(sides.left, passage.spans.left) && whole(sides.right, passage.spans.right)
}

/// Who is said to have said it, on each side; indices into the sources.
#[derive(Debug, Clone, Copy, Default)]
struct Speakers {
    left: Option<usize>,
    right: Option<usize>,
    /// The one of both sides; where one side names nobody, the other's.
    both: Option<usize>,
}

fn speakers(sources: &[Source], quoted: Sides<Option<usize>>) -> Speakers {
    let of = |side: Side| {
        let quotation = (*quoted.get(side))?;
        sources.iter().position(|source| source.sides.get(side).quotations.contains(&quotation))
    };
    let (left, right) = (of(Side::Left), of(Side::Right));
    let both = match (left, right) {
        (Some(one), Some(other)) if one == other => Some(one),
        // One utterance has one speaker: the one whom both articles name is the likelier.
        (Some(one), Some(other)) => match (sources[one].is_shared(), sources[other].is_shared()) {
            (true, false) => Some(one),
            (false, true) => Some(other),
            _ => None,
        },
        (one, other) => one.or(other),
    };
    Speakers { left, right, both }
}

/// The words themselves, cut where they are many. They begin where the sentence or the quotation does, if that is a few
/// words before, and never behind a negation: "officer shall ask" would say the opposite of "no officer shall ask".
fn label(read: Read<'_>, span: Span, quotation: Option<usize>, words: &str) -> String {
    const LONGEST: usize = 80;
    let before = before(read, span, quotation);
    let mut label = String::new();
    for word in before.iter().copied().chain(words.split_whitespace()) {
        if label.len() + word.len() > LONGEST {
            label.push_str(" …");
            break;
        }
        if !label.is_empty() {
            label.push(' ');
        }
        label.push_str(word);
    }
    label
}

/// What belongs before the words of a span, so that they do not begin in the middle.
fn before(read: Read<'_>, span: Span, quotation: Option<usize>) -> Vec<&str> {
    /// So many words before the span are taken in, up to the beginning of the sentence or the quotation.
    const LEAD_WORDS: usize = 3;
    let sentences = &read.reading.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.span.start <= span.start).checked_sub(1);
    let from_sentence = sentence.and_then(|at| sentences.get(at)).map_or(span.start, |sentence| sentence.span.start);
    let quoted = quotation.and_then(|at| read.reading.quotations.get(at)).map_or(&[][..], |found| &found.spans);
    let part = quoted.iter().find(|part| part.holds(span.start)).map_or(from_sentence, |part| part.start);
    let lead = Span::new(from_sentence.max(part).min(span.start), span.start).of(&read.article.text);
    let words: Vec<&str> = lead.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
    if words.len() <= LEAD_WORDS {
        return words;
    }
    let near = words.len() - LEAD_WORDS;
    let negation = words[near..].iter().position(|word| is_negation(word));
    negation.map_or_else(Vec::new, |at| words[near + at..].to_vec())
}

fn is_negation(word: &str) -> bool {
    let word: String = word.to_lowercase().chars().filter(|c| c.is_alphabetic() || matches!(c, '\'' | '’')).collect();
    let negations =
        ["no", "not", "never", "neither", "nor", "none", "nobody", "nothing", "without", "hardly", "cannot"];
    negations.contains(&word.as_str()) || word.ends_with("n't") || word.ends_with("n’t")
}

/// Where both are quoted but not one utterance, nothing is to be said of that.
fn one_sided(quoted: Sides<Option<usize>>) -> Sides<Option<usize>> {
    if quoted.left.is_some() && quoted.right.is_some() { Sides::default() } else { quoted }
}

/// Why the two belong together, in one sentence or two.
fn why(
    sides: Sides<Read<'_>>,
    passage: &Passage,
    quoted: Sides<Option<usize>>,
    names: Sides<Option<&str>>,
    texts: Sides<&str>,
    verdict: &Verdict,
    event: Option<&Link>,
) -> String {
    let setting = match (quoted.left, quoted.right) {
        (Some(_), Some(_)) => both_quote(names),
        (Some(_), None) if !touches_quotation(sides.right, passage.spans.right) => {
            "Quoted on the left, printed on the right without marks: ".to_owned()
        }
        (None, Some(_)) if !touches_quotation(sides.left, passage.spans.left) => {
            "Printed on the left without marks, quoted on the right: ".to_owned()
        }
        _ => String::new(),
    };
    let told = event.map_or_else(String::new, |event| format!(", in both tellings of one event ({})", event.label));
    let mut sentence = format!("{setting}{}{told}", wordings(texts, verdict));
    if let Some(first) = sentence.get(..1).map(str::to_uppercase) {
        sentence.replace_range(..1, &first);
    }
    sentence.push('.');
    sentence
}

fn both_quote(names: Sides<Option<&str>>) -> String {
    match (names.left, names.right) {
        (Some(left), Some(right)) if left != right => {
            format!("Quoted in both, given to {left} on the left and to {right} on the right: ")
        }
        (Some(name), _) | (_, Some(name)) => format!("Both quote {name}: "),
        (None, None) => "Quoted in both: ".to_owned(),
    }
}

fn touches_quotation(read: Read<'_>, span: Span) -> bool {
    read.reading.quotations.iter().any(|quotation| quotation.extent().overlaps(span))
}

/// "23 words in a row", "23 words, one changed", or what differs.
fn wordings(texts: Sides<&str>, verdict: &Verdict) -> String {
    let words = verdict.words;
    if verdict.wording == Wording::Same {
        return format!("{words} words in a row{}", slight(verdict));
    }
    let changes = verdict.changes.iter().filter(|change| !change.kind.is_slight()).count();
    if changes > 3 {
        return format!("{words} words agree, {} differ", verdict.differing_words(texts));
    }
    format!("{words} words agree; {}", verdict.describe(texts, Sides::new("the left", "the right")))
}

fn slight(verdict: &Verdict) -> &'static str {
    let spelling = verdict.changes.iter().any(|change| change.kind == wording::ChangeKind::Spelling);
    if spelling { ", one spelling apart" } else { "" }
}

#[cfg(test)]
mod tests;
