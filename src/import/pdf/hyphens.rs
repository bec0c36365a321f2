//! Words that the end of a line cuts in two.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::COMMON_WORDS;

/// The list's words, sorted by bytes as the list is.
static SORTED_WORDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| COMMON_WORDS.lines().filter(|line| !line.starts_with('#')).collect());

/// First parts of words that keep their hyphen before what is a word by itself.
const HYPHENATED_FIRST_PARTS: [&str; 12] =
    ["all", "cross", "ex", "half", "long", "self", "short", "so", "then", "vice", "well", "would"];

/// How the words of one document are spelled.
#[derive(Debug, Default)]
pub struct Spelling {
    /// Words, with and without hyphens, in small letters, by how often they stand inside lines.
    counts: HashMap<String, usize>,
}

impl Spelling {
    /// Notes the words of a line, save those that its ends may cut.
    pub fn note<'w>(&mut self, words: impl Iterator<Item = &'w str>) {
        for word in words {
            *self.counts.entry(bare(word).to_lowercase()).or_default() += 1;
        }
    }

    /// Whether the hyphen between the end of a line and the start of the next is only there because of the line's end.
    ///
    /// What the document spells elsewhere decides; then what English spells: a hyphen stays between two words that make
    /// no word together. Else it goes, as a language that we have no words of may hyphenate.
    pub fn is_soft(&self, before: &str, after: &str) -> bool {
        let first = bare(before).to_lowercase();
        let second = bare(after).to_lowercase();
        let first = first.trim_end_matches('-');
        if !after.starts_with(char::is_lowercase) || first.is_empty() || first.ends_with(|c: char| !c.is_alphabetic()) {
            return false;
        }
        let (joined, hyphenated) = (format!("{first}{second}"), format!("{first}-{second}"));
        let count = |word: &str| self.counts.get(word).copied().unwrap_or(0);
        match count(&joined).cmp(&count(&hyphenated)) {
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => !first.contains('-') && is_soft_in_english(first, &second, &joined),
        }
    }
}

fn is_soft_in_english(first: &str, second: &str, joined: &str) -> bool {
    is_common(joined) || !(is_common(second) && (is_common(first) || HYPHENATED_FIRST_PARTS.contains(&first)))
}

/// Whether it is a word of English, an inflected one too.
fn is_common(word: &str) -> bool {
    let is_listed = |word: &str| SORTED_WORDS.binary_search(&word).is_ok();
    is_listed(word) || word.strip_suffix("'s").or(word.strip_suffix("’s")).is_some_and(is_listed)
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_line_cuts_is_joined_and_a_compound_keeps_its_hyphen() {
        let spelling = Spelling::default();
        assert!(spelling.is_soft("under-", "standing,"));
        assert!(spelling.is_soft("“Misunder-", "standings"));
        assert!(!spelling.is_soft("long-", "term"));
        assert!(!spelling.is_soft("state-of-", "the-art"));
        assert!(!spelling.is_soft("Anglo-", "Norman"));
        assert!(!spelling.is_soft("2016-", "17"));
        assert!(spelling.is_soft("Überra-", "schung"), "a language without a list of ours");
    }

    #[test]
    fn the_document_itself_knows_best() {
        let mut spelling = Spelling::default();
        spelling.note("The wind-mill was an over-land mill, said the birdwatcher.".split(' '));
        assert!(!spelling.is_soft("wind-", "mill"));
        assert!(spelling.is_soft("bird-", "watcher"));
    }
}
