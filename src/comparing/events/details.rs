//! What two tellings of a happening have in common, and where they differ, in words.

use super::super::Read;
use super::super::vocabulary::{Passage, Vocabulary, Word, fold, is_stop_word, lexicon};
use super::Match;
use super::happenings::{Happening, sort_name};
use super::places::{self, Standing};
use crate::model::{Sides, Span};

/// How many shared particulars are named.
const MOST_PARTICULARS: usize = 5;
/// How many differences are told.
const MOST_DIFFERENCES: usize = 4;

/// "An arrest: courthouse, order".
pub fn label(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, found: &Match<'_>) -> String {
    let words: Vec<String> = shared_words(sides, vocabulary, found).into_iter().take(2).collect();
    let name = sort_name(found.sort);
    let name = name.strip_prefix("an ").or_else(|| name.strip_prefix("a ")).unwrap_or(name);
    let mut characters = name.chars();
    let name: String =
        characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect());
    format!("{name}: {}", words.join(", "))
}

/// "Both tell of an arrest (courthouse, abuser)".
pub fn tell(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, found: &Match<'_>) -> String {
    format!("Both tell of {} ({})", sort_name(found.sort), shared_words(sides, vocabulary, found).join(", "))
}

fn shared_words(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, found: &Match<'_>) -> Vec<String> {
    let text = &sides.left.article.text;
    let passage = &vocabulary.passages.left[found.left.passage];
    let mut words: Vec<(usize, String)> = found
        .particulars
        .iter()
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
    differences.extend(deed(sides, found));
    for term in vocabulary.common(&found.left.core, &found.right.core) {
        differences.extend(verb_before(sides, vocabulary, found, term));
    }
    differences.dedup();
    differences.truncate(MOST_DIFFERENCES);
    differences.into_iter().map(|(left, right)| Sides::new(left, right)).collect()
}

fn dates(sides: Sides<Read<'_>>, found: &Match<'_>) -> Option<(String, String)> {
    let (left, right) = (found.left.dates.first()?, found.right.dates.first()?);
    let written = (
        left.span.of(&sides.left.article.text).to_lowercase(),
        right.span.of(&sides.right.article.text).to_lowercase(),
    );
    (left.key != right.key).then_some(written)
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
    let word = |happening: &Happening, text: &str| {
        happening.sorts.iter().find(|(sort, _)| *sort == found.sort).map(|(_, span)| fold(span.of(text)))
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
