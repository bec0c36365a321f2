//! What each word is in its sentence, as far as phrases need it.

use super::super::vocabulary::{Vocabulary, Word, fold, lexicon};
use super::inflection::is_plural;

/// What a word is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A common noun.
    Noun,
    /// Part of a name.
    Name,
    /// An adjective.
    Adjective,
    /// A participle before its noun.
    Participle,
    /// An -ing form with an object of its own.
    Gerund,
    /// Any other form of a verb.
    Verb,
    /// An article, a possessive, a quantity.
    Determiner,
    /// A preposition.
    Preposition,
    /// "and".
    And,
    /// "to".
    To,
    /// An auxiliary verb before another verb, and "not".
    Modal,
    /// A form of "be".
    Be,
    /// A personal pronoun, and "who".
    Pronoun,
    /// Anything else.
    Other,
}

/// A word as phrases need it.
#[derive(Debug, Clone)]
pub struct Tagged {
    /// In small letters, without a possessive ending.
    pub word: String,
    /// What it is.
    pub part: Part,
}

/// The parts of a stretch of words.
pub fn tag(text: &str, vocabulary: &Vocabulary, run: &[Word]) -> Vec<Tagged> {
    let folded: Vec<String> = run.iter().map(|word| fold(word.span.of(text))).collect();
    let mut parts: Vec<Part> = Vec::with_capacity(run.len());
    for (at, word) in run.iter().enumerate() {
        let is_name = word.term.is_some_and(|term| vocabulary.terms[term].is_name);
        let next = folded.get(at + 1).map(String::as_str);
        let before = at.checked_sub(1).map(|before| (parts[before], folded[before].as_str()));
        let found = part(&folded[at], before, next, is_name);
        let second_half = text[..word.span.start].ends_with('-') && found == Part::Noun;
        let possessive = found == Part::Noun && is_possessive(word.span.of(text)) && at + 1 < run.len();
        parts.push(if second_half || possessive { Part::Adjective } else { found });
    }
    folded.into_iter().zip(parts).map(|(word, part)| Tagged { word, part }).collect()
}

fn is_possessive(written: &str) -> bool {
    ["'s", "’s", "s'", "s’"].iter().any(|ending| written.ends_with(ending))
}

fn part(word: &str, before: Option<(Part, &str)>, next: Option<&str>, name: bool) -> Part {
    let (before, word_before) = before.unzip();
    if let Some(part) = closed_class(word) {
        return part;
    }
    if name {
        return Part::Name;
    }
    let Some(entry) = lexicon::look_up(word).or_else(|| lexicon::look_up(base(word))) else {
        return unknown(word);
    };
    let can = |part: char| entry.parts.contains(part);
    let likeliest = entry.parts.chars().next().unwrap_or('n');
    let verbal = matches!(before, Some(Part::To | Part::Modal | Part::Pronoun));
    let nominal = matches!(before, Some(Part::Determiner | Part::Adjective | Part::Preposition | Part::Participle));
    if verbal && can('v') && !word.ends_with("ing") {
        return Part::Verb;
    }
    if word.ends_with("ing") && can('v') {
        return match (likeliest, before) {
            ('n', _) => Part::Noun,
            (_, Some(Part::Determiner | Part::Adjective | Part::Participle)) => Part::Participle,
            _ => Part::Gerund,
        };
    }
    if word.ends_with("ed") && can('v') && likeliest != 'a' {
        return if nominal { Part::Participle } else { Part::Verb };
    }
    match likeliest {
        'v' if can('a') && stands_as_adjective(before, next) => Part::Adjective,
        'v' if can('n') && (nominal || stands_as_noun(word, before, word_before, next)) => Part::Noun,
        'v' => Part::Verb,
        'a' if can('n') && before != Some(Part::Noun) && next.is_none_or(|next| closed_class(next).is_some()) => {
            Part::Noun
        }
        'a' => Part::Adjective,
        'r' => Part::Other,
        'n' if can('v') && before == Some(Part::Noun) && next.is_some_and(starts_object) => Part::Verb,
        _ => Part::Noun,
    }
}

/// Whether a word that is a verb more often is a noun here: "build trust", "community trust", "trust in".
fn stands_as_noun(word: &str, before: Option<Part>, word_before: Option<&str>, next: Option<&str>) -> bool {
    match before {
        Some(Part::Verb | Part::Gerund) => true,
        Some(Part::Noun) if word.ends_with('s') => next.is_none_or(|next| {
            matches!(closed_class(next), Some(Part::Preposition | Part::And | Part::Be | Part::Modal))
        }),
        Some(Part::Noun) => word_before.is_some_and(|before| !is_plural(before)),
        None => next.is_some_and(|next| closed_class(next) == Some(Part::Preposition)),
        _ => false,
    }
}

/// Whether a word that is a verb more often is an adjective here: "a close contest", "wants clean air".
fn stands_as_adjective(before: Option<Part>, next: Option<&str>) -> bool {
    let free = matches!(
        before,
        Some(Part::Determiner | Part::Preposition | Part::Adjective | Part::Participle | Part::Verb | Part::Gerund)
    );
    free && next.is_some_and(|next| {
        closed_class(next).is_none()
            && lexicon::look_up(next).is_none_or(|entry| entry.parts.starts_with('n') || entry.parts.starts_with('a'))
    })
}

/// A word that the lexicon does not have, by its ending.
fn unknown(word: &str) -> Part {
    match word {
        _ if word.ends_with("ly") || word.starts_with(char::is_numeric) => Part::Other,
        _ if word.ends_with("ed") => Part::Verb,
        _ => Part::Noun,
    }
}

/// A form without its ending, for words that the lexicon has in another form only.
fn base(word: &str) -> &str {
    ["ing", "ed", "es", "s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

fn starts_object(word: &str) -> bool {
    matches!(closed_class(word), Some(Part::Determiner | Part::Pronoun))
}

fn closed_class(word: &str) -> Option<Part> {
    Some(match word {
        "the" | "a" | "an" | "this" | "these" | "those" | "its" | "his" | "her" | "their" | "our" | "my" | "your"
        | "some" | "any" | "each" | "every" | "no" | "all" | "both" | "many" | "few" | "several" | "more" | "most"
        | "much" | "such" | "other" | "another" | "one" | "two" | "three" | "four" | "five" | "six" | "seven"
        | "eight" | "nine" | "ten" | "hundred" | "thousand" | "million" | "billion" | "dozen" | "dozens"
        | "percent" | "half" | "less" | "fewer" => Part::Determiner,
        "of" | "for" | "from" | "against" | "between" | "with" | "in" | "on" | "at" | "by" | "over" | "about"
        | "under" | "into" | "through" | "without" | "within" | "after" | "before" | "during" | "among" | "across"
        | "toward" | "towards" | "upon" | "as" | "than" | "via" | "per" => Part::Preposition,
        "and" => Part::And,
        "to" => Part::To,
        "can" | "could" | "will" | "would" | "shall" | "should" | "may" | "might" | "must" | "cannot" | "do"
        | "does" | "did" | "can't" | "won't" | "don't" | "doesn't" | "didn't" | "wouldn't" | "couldn't"
        | "shouldn't" | "not" => Part::Modal,
        "i" | "you" | "he" | "she" | "it" | "we" | "they" | "who" | "whose" | "whom" | "me" | "him" | "us" | "them" => {
            Part::Pronoun
        }
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" => Part::Be,
        "that" | "has" | "have" | "had" | "having" | "or" | "but" | "if" | "when" | "where" | "which" | "what"
        | "why" | "how" | "because" | "while" | "so" | "there" | "here" | "then" | "also" | "only" | "just"
        | "even" | "still" | "very" | "too" | "whether" | "although" | "though" | "since" | "until" | "unless"
        | "like" | "up" | "out" | "off" | "down" | "away" | "back" | "forward" | "well" | "already" | "never"
        | "always" | "often" | "rather" => Part::Other,
        _ => return None,
    })
}
