//! How each article introduces a source, and the words that only one of them has.

use std::collections::BTreeSet;

use crate::model::{Side, Sides, Source};
use crate::workspace::Compared;

/// How many introductions of one side are shown.
const MOST_INTRODUCTIONS: usize = 3;
/// Words that say nothing of an office, so that they do not count as a difference.
const SMALL_WORDS: [&str; 12] = ["a", "an", "the", "of", "for", "in", "at", "and", "who", "is", "its", "his"];

/// Words of an introduction, and whether the other article has them too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntroductionWord {
    /// As the article has it.
    pub word: String,
    /// Whether only this article says it.
    pub differs: bool,
}

/// How each article introduces a source; where both do, the words that only one has are marked.
pub fn introductions(compared: &Compared, source: &Source) -> Sides<Vec<Vec<IntroductionWord>>> {
    let texts = Sides::new(Side::Left, Side::Right).map(|side| distinct(compared, source, side));
    let words = texts.as_ref().map(|texts| {
        texts.iter().flat_map(|text| text.split_whitespace().flat_map(parts).map(fold)).collect::<BTreeSet<String>>()
    });
    let both = !texts.left.is_empty() && !texts.right.is_empty();
    let marked = |side: Side| {
        let others = words.get(side.other());
        let differs = |word: &str| {
            both && parts(word)
                .map(fold)
                .any(|part| !part.is_empty() && !SMALL_WORDS.contains(&part.as_str()) && !others.contains(&part))
        };
        let line = |text: &String| {
            text.split_whitespace()
                .map(|word| IntroductionWord { word: word.to_owned(), differs: differs(word) })
                .collect()
        };
        texts.get(side).iter().map(line).collect()
    };
    Sides::new(marked(Side::Left), marked(Side::Right))
}

/// The parts of a word with a dash or a slash in it: each may be the other article's word.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split(['-', '–', '/'])
}

/// Small letters, no marks, no possessive, no plural.
fn fold(word: &str) -> String {
    let lower = word.to_lowercase();
    let trimmed = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = trimmed.strip_suffix("’s").or_else(|| trimmed.strip_suffix("'s")).unwrap_or(trimmed);
    let stem = bare.strip_suffix('s').filter(|stem| stem.len() > 3 && !stem.ends_with('s'));
    stem.unwrap_or(bare).to_owned()
}

/// A side's introductions, none said twice, longest first.
pub(super) fn distinct(compared: &Compared, source: &Source, side: Side) -> Vec<String> {
    let text = compared.text(side);
    let mut found: Vec<String> = Vec::new();
    for span in &source.sides.get(side).introductions {
        let words: Vec<&str> = span.of(text).split_whitespace().collect();
        let words = words.join(" ");
        let same = |known: &String| known.to_lowercase().contains(&words.to_lowercase());
        if words.chars().any(char::is_alphanumeric) && !found.iter().any(same) {
            found.retain(|known| !words.to_lowercase().contains(&known.to_lowercase()));
            found.push(words);
        }
    }
    found.truncate(MOST_INTRODUCTIONS);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_whatever_their_case_and_ending() {
        for (one, other) in [("Chief", "chief"), ("County’s", "county"), ("affairs,", "affair"), ("“Miami”", "miami")]
        {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        assert_ne!(fold("mayor"), fold("major"));
        assert_eq!(fold("boss"), "boss");
    }
}
