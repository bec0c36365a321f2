//! How common words are in English at large.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::overlap::words::{self, Pieces};

/// The numbers, their origin and licence: `assets/lexicon/README.md`.
const TABLE: &str = include_str!("../../assets/lexicon/english-frequencies.txt");

/// Surprise, in tenths of a bit, of a word that is not among the most frequent ones.
pub const RARE: i32 = 190;

/// Surprises of words by the hash of their folded form, in tenths of a bit.
#[derive(Debug)]
pub struct Frequencies {
    surprises: HashMap<u64, i32, words::HashIsKey>,
}

impl Frequencies {
    /// The table that the program ships, read once.
    pub fn english() -> &'static Self {
        static ENGLISH: OnceLock<Frequencies> = OnceLock::new();
        ENGLISH.get_or_init(|| Self::parse(TABLE))
    }

    /// The surprise (minus the binary logarithm of the share of running text) in tenths of a bit of the word whose
    /// folded form has this hash.
    pub fn surprise(&self, folded: u64) -> i32 {
        self.surprises.get(&folded).copied().unwrap_or(RARE)
    }

    /// Lines of `bits: word word …`; `#` begins a remark.
    fn parse(table: &str) -> Self {
        let mut surprises: HashMap<u64, i32, _> = HashMap::with_capacity_and_hasher(16_384, words::HashIsKey);
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let Some((bits, list)) = line.split_once(": ") else { continue };
            let Ok(bits) = bits.parse::<f32>() else { continue };
            for word in list.split(' ') {
                let mut pieces = Pieces::default();
                words::fold(word, 0, &mut pieces);
                if let [only] = pieces.hashes.as_slice() {
                    // Spellings that fold together keep the more frequent one's number: lists are most frequent first.
                    surprises.entry(*only).or_insert((bits * 10.0) as i32);
                }
            }
        }
        Self { surprises }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surprise(word: &str) -> i32 {
        let mut pieces = Pieces::default();
        words::fold(word, 0, &mut pieces);
        Frequencies::english().surprise(pieces.hashes[0])
    }

    #[test]
    fn function_words_say_least() {
        assert!(surprise("the") < surprise("police"));
        assert!(surprise("Police") < surprise("affidavit"));
        assert_eq!(surprise("Zzyzxville"), RARE);
    }

    #[test]
    fn contractions_and_spellings_are_known() {
        assert!(surprise("don’t") < 120);
        assert_eq!(surprise("colour"), surprise("color"));
    }
}
