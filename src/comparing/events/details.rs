//! What two tellings of a happening have in common, and where they differ, in words.

use super::super::Read;
use super::super::vocabulary::{Passage, Vocabulary, Word, fold, is_stop_word, lexicon};
use super::super::when::{self, Agreement, Moment};
use super::Match;
use super::happenings::Happening;
use super::places::{self, Standing};
use super::sorts;
use crate::model::{Figure, FigureKind, Sides, Source, Span, month_number};

/// How many shared particulars are named.
const MOST_PARTICULARS: usize = 5;
/// How many shared sources are named, and how many points in all.
const MOST_PARTIES: usize = 2;
const MOST_POINTS: usize = 6;
/// How many differences are told.
const MOST_DIFFERENCES: usize = 4;

/// "Arrest: courthouse, order".
pub fn label(found: &Match<'_>, points: &[String]) -> String {
    let name = sorts::name(found.sort);
    let name = name.strip_prefix("an ").or_else(|| name.strip_prefix("a ")).unwrap_or(name);
    let mut characters = name.chars();
    let name: String =
        characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect());
    match points {
        [] => name,
        _ => format!("{name}: {}", points.iter().take(2).cloned().collect::<Vec<_>>().join(", ")),
    }
}

/// "Both tell of an arrest (courthouse, abuser)".
pub fn tell(found: &Match<'_>, points: &[String]) -> String {
    let name = sorts::name(found.sort);
    if points.is_empty() {
        format!("Both tell of {name}")
    } else {
        format!("Both tell of {name} ({})", points.join(", "))
    }
}

/// What both tellings have: who, then the words that they share, the day where it is one, in the left one's words.
pub fn shared_points(
    sides: Sides<Read<'_>>,
    sources: &[Source],
    vocabulary: &Vocabulary,
    found: &Match<'_>,
) -> Vec<String> {
    let parties = found.parties.iter().take(MOST_PARTIES).filter_map(|&source| sources.get(source));
    let mut points: Vec<String> = parties.map(|source| source.name.clone()).collect();
    let named = points.join(" ").to_lowercase();
    points.extend(shared_words(sides, vocabulary, found).into_iter().filter(|word| !named.contains(word.as_str())));
    points.truncate(MOST_POINTS);
    points.extend(shared_day(found).map(|date| written(date.span.of(&sides.left.article.text))));
    points
}

/// The left one's date that is a day of the right one too.
fn shared_day<'a>(found: &Match<'a>) -> Option<&'a Figure> {
    let same = |moment: &Moment| {
        found.right.dates.iter().any(|(_, there)| when::agreement(moment, there) == Agreement::SameDay)
    };
    found.left.dates.iter().find(|(_, moment)| same(moment)).map(|(date, _)| *date)
}

/// Words as they stand, on one line.
fn written(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shared_words(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, found: &Match<'_>) -> Vec<String> {
    let text = &sides.left.article.text;
    let passage = &vocabulary.passages.left[found.left.passage];
    let mut words: Vec<(usize, String)> = found
        .particulars
        .iter()
        .filter(|&&term| month_number(&vocabulary.terms[term].family).is_none())
        .take(MOST_PARTICULARS)
        .filter_map(|&term| {
            let word =
                passage.words.iter().find(|word| word.term == Some(term) && found.left.extent.contains(word.span))?;
            Some((word.span.start, fold(word.span.of(text))))
        })
        .collect();
    words.sort();
    words.into_iter().map(|(_, word)| word).collect()
}

/// What the two say differently: when, where, the deed itself, what goes before a shared thing.
pub fn differences(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, found: &Match<'_>) -> Vec<Sides<String>> {
    let mut differences = Vec::new();
    differences.extend(dates(sides, found));
    differences.extend(place(sides, found));
    differences.extend(number(sides, found));
    differences.extend(deed(sides, found));
    for term in vocabulary.common(&found.left.core, &found.right.core) {
        differences.extend(verb_before(sides, vocabulary, found, term));
    }
    differences.dedup();
    differences.truncate(MOST_DIFFERENCES);
    differences.into_iter().map(|(left, right)| Sides::new(left, right)).collect()
}

/// When it was, where the two say it otherwise: not where both mean one day.
fn dates(sides: Sides<Read<'_>>, found: &Match<'_>) -> Option<(String, String)> {
    let ((left, moment), (right, moment_there)) = (found.left.dates.first()?, found.right.dates.first()?);
    let words = (
        written(left.span.of(&sides.left.article.text)).to_lowercase(),
        written(right.span.of(&sides.right.article.text)).to_lowercase(),
    );
    let agree = when::agreement(moment, moment_there);
    (left.key != right.key && found.when != Agreement::SameDay && agree != Agreement::SameDay).then_some(words)
}

/// Two numbers of the same thing that differ: "three people" and "four people".
fn number(sides: Sides<Read<'_>>, found: &Match<'_>) -> Option<(String, String)> {
    let counts = |happening: &Happening<'_>| -> Vec<(String, Span, String)> {
        let counts = happening
            .figures
            .iter()
            .filter(|figure| figure.kind == FigureKind::Count && !figure.unit.is_empty() && figure.unit != "times");
        counts.map(|figure| (lexicon::family(&figure.unit).0, figure.span, figure.key.clone())).collect()
    };
    let there = counts(found.right);
    counts(found.left).into_iter().find_map(|(unit, span, key)| {
        let mut of_unit = there.iter().filter(|(own, ..)| *own == unit);
        let only = of_unit.next().filter(|_| of_unit.next().is_none())?;
        let words = (written(span.of(&sides.left.article.text)), written(only.1.of(&sides.right.article.text)));
        (only.2 != key).then_some(words)
    })
}

fn place(sides: Sides<Read<'_>>, found: &Match<'_>) -> Option<(String, String)> {
    let pair =
        found.left.places.iter().flat_map(|one| found.right.places.iter().map(move |other| (one, other))).find(
            |(one, other)| matches!(places::standing(one, other), Standing::LeftInRight | Standing::RightInLeft),
        )?;
    Some((pair.0.span.of(&sides.left.article.text).to_owned(), pair.1.span.of(&sides.right.article.text).to_owned()))
}

/// The word for the deed, where the two take another one.
fn deed(sides: Sides<Read<'_>>, found: &Match<'_>) -> Option<(String, String)> {
    let word = |happening: &Happening<'_>, text: &str| {
        let sort = happening.sorts.iter().find(|(sort, _)| Some(*sort) == found.sort);
        sort.map(|(_, span)| written(span.of(text)).to_lowercase())
    };
    let left = word(found.left, &sides.left.article.text)?;
    let right = word(found.right, &sides.right.article.text)?;
    (lexicon::family(&left).0 != lexicon::family(&right).0).then_some((left, right))
}

/// "obtaining a protective order" and "seeking a protective order": the verbs before a shared thing.
fn verb_before(
    sides: Sides<Read<'_>>,
    vocabulary: &Vocabulary,
    found: &Match<'_>,
    term: usize,
) -> Option<(String, String)> {
    let left = phrase_with_verb(sides.left, &vocabulary.passages.left[found.left.passage], found.left.sentence, term)?;
    let right =
        phrase_with_verb(sides.right, &vocabulary.passages.right[found.right.passage], found.right.sentence, term)?;
    (left.1 != right.1).then_some((left.0, right.0))
}

/// The stretch from the nearest verb before a term to it, with the verb's family.
fn phrase_with_verb(read: Read<'_>, passage: &Passage, sentence: Span, term: usize) -> Option<(String, String)> {
    let text = &read.article.text;
    let words: Vec<&Word> = passage.words.iter().filter(|word| sentence.contains(word.span)).collect();
    let at = words.iter().position(|word| word.term == Some(term))?;
    let goes_on = words.get(at + 1).is_some_and(|next| {
        next.term.is_some()
            && text.get(words[at].span.end..next.span.start).is_some_and(|between| between.trim().is_empty())
    });
    if goes_on {
        return None;
    }
    for back in (at.saturating_sub(3)..at).rev() {
        let word = fold(words[back].span.of(text));
        let entry = lexicon::look_up(&word)?;
        let verb = entry.parts.starts_with('v') && !is_stop_word(&word);
        if verb {
            let stretch = text.get(words[back].span.start..words[at].span.end)?;
            let plain = !stretch.contains([',', ';', '—', '.', '“', '”']);
            return plain.then(|| (stretch.split_whitespace().collect::<Vec<_>>().join(" "), entry.family.to_owned()));
        }
    }
    None
}
