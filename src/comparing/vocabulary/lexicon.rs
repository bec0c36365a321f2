//! English words: which family each belongs to, how common it is, what part of speech.
//!
//! The table is sorted text inside the program, searched where it lies: nothing is built at start.

use std::sync::OnceLock;

use rust_stemmers::{Algorithm, Stemmer};

use super::sorted_table::SortedTable;

/// Common words, one a line: form, family (empty: itself), rarity in quarter bits, parts of speech (likeliest first).
static WORDS: SortedTable = SortedTable::new(include_str!("../../../assets/lexicon/words.tsv"));

/// Rarity of a word that the table does not have, in bits below the commonest word.
const UNKNOWN_RARITY_BITS: f32 = 16.0;

/// What the table knows of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// The word that stands for all of its family: "trust" for "mistrustful".
    pub family: &'static str,
    /// How rare the family is in English, in bits below the commonest word.
    pub rarity_bits: f32,
    /// Parts of speech, likeliest first: `n`, `v`, `a`, `r`; `-` where none is known.
    pub parts: &'static str,
}

/// What the table has for a lower-case word.
pub fn look_up(word: &str) -> Option<Entry> {
    let mut fields = WORDS.find(word)?.split('\t');
    let form = fields.next()?;
    let family = fields.next().filter(|family| !family.is_empty()).unwrap_or(form);
    let rarity_bits = fields.next()?.parse::<f32>().ok()? / 4.0;
    Some(Entry { family, rarity_bits, parts: fields.next().unwrap_or("-") })
}

/// The family of a lower-case word, by the table or by its stem, and how rare it is in bits.
pub fn family(word: &str) -> (String, f32) {
    if let Some(entry) = look_up(word) {
        return (entry.family.to_owned(), entry.rarity_bits);
    }
    let stem = stemmer().stem(word);
    match look_up(&stem) {
        Some(entry) => (entry.family.to_owned(), entry.rarity_bits),
        None => (stem.into_owned(), UNKNOWN_RARITY_BITS),
    }
}

fn stemmer() -> &'static Stemmer {
    static STEMMER: OnceLock<Stemmer> = OnceLock::new();
    STEMMER.get_or_init(|| Stemmer::create(Algorithm::English))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_family(words: &[&str]) {
        let (first, _) = family(words[0]);
        for word in words {
            assert_eq!(family(word).0, first, "{word} and {}", words[0]);
        }
    }

    #[test]
    fn words_of_one_family_share_its_name() {
        check_family(&["trust", "trusted", "distrust", "mistrustful"]);
        check_family(&["teacher", "taught", "teaching"]);
        check_family(&["fishery", "fisheries"]);
    }

    #[test]
    fn words_that_only_look_alike_are_kept_apart() {
        assert_ne!(family("policy").0, family("police").0);
        assert_ne!(family("student").0, family("study").0);
        assert_ne!(family("university").0, family("universe").0);
    }

    #[test]
    fn every_line_of_the_table_is_found() {
        for line in WORDS.lines() {
            let word = line.split('\t').next().unwrap_or_default();
            assert!(look_up(word).is_some(), "{word}");
        }
    }

    #[test]
    fn rare_words_are_rarer_than_common_ones() {
        assert!(family("courthouse").1 > family("house").1);
        assert_eq!(look_up("zzyzx"), None);
    }
}
