//! Both articles' words as numbers, and how much each word tells.

use std::collections::HashMap;

use super::words::{HashIsKey, Pieces, mix};
use crate::comparing::frequencies::Frequencies;

/// The words of both articles, numbered alike.
#[derive(Debug)]
pub struct Vocabulary {
    /// The left article's words.
    pub left: Vec<u32>,
    /// The right article's words.
    pub right: Vec<u32>,
    /// How much a word tells, by its number, in tenths of a bit: its surprise in English at large or in these two
    /// articles, whichever is less.
    pub surprise: Vec<i32>,
    /// How much each word of the left article tells at its place: no more than what the word before it leaves open.
    pub left_telling: Vec<i32>,
    /// The same for the right article's.
    pub right_telling: Vec<i32>,
}

/// Added to the number of words when a word's share of the articles is estimated, so that in a short article a word
/// that comes twice does not pass for a frequent one.
const PRIOR_WORDS: f32 = 1000.0;

impl Vocabulary {
    /// Numbers the words in order of their first place.
    pub fn new(left: &Pieces, right: &Pieces) -> Self {
        let mut numbers: HashMap<u64, u32, HashIsKey> = HashMap::with_capacity_and_hasher(4096, HashIsKey);
        let mut hashes = Vec::new();
        let mut counts: Vec<[u32; 2]> = Vec::new();
        let mut number = |pieces: &Pieces, side: usize| -> Vec<u32> {
            let mut found = Vec::with_capacity(pieces.len());
            for &hash in &pieces.hashes {
                let word = *numbers.entry(hash).or_insert_with(|| {
                    hashes.push(hash);
                    counts.push([0; 2]);
                    hashes.len() as u32 - 1
                });
                counts[word as usize][side] += 1;
                found.push(word);
            }
            found
        };
        let (left, right) = (number(left, 0), number(right, 1));
        let all = (left.len() + right.len()) as f32 + PRIOR_WORDS;
        let english = Frequencies::english();
        let surprise: Vec<i32> = hashes
            .iter()
            .zip(&counts)
            .map(|(hash, count)| {
                // One use a side is what is being explained: only further ones make a word common here.
                let further = count.iter().map(|count| count.saturating_sub(1)).sum::<u32>();
                let here = if further == 0 { i32::MAX } else { ((all / further as f32).log2() * 10.0) as i32 };
                english.surprise(*hash).min(here)
            })
            .collect();
        let uses: Vec<u32> = counts.iter().map(|count| count[0] + count[1]).collect();
        let pairs = Pairs::new(&left, &right, &uses);
        let telling = |words: &[u32]| pairs.telling(words, &uses, &surprise);
        let (left_telling, right_telling) = (telling(&left), telling(&right));
        Self { left, right, surprise, left_telling, right_telling }
    }
}

/// How often a word follows another in both articles.
struct Pairs {
    counts: HashMap<u64, [u32; 2], HashIsKey>,
}

/// Added to the uses of a word when it is estimated how likely another follows, so that few uses prove no set phrase.
const PRIOR_USES: f32 = 100.0;

impl Pairs {
    fn new(left: &[u32], right: &[u32], uses: &[u32]) -> Self {
        let mut counts: HashMap<u64, [u32; 2], HashIsKey> =
            HashMap::with_capacity_and_hasher(left.len() + right.len(), HashIsKey);
        for (side, words) in [left, right].into_iter().enumerate() {
            // A word that comes once follows nothing twice.
            for pair in words.windows(2).filter(|pair| pair.iter().all(|word| uses[*word as usize] > 1)) {
                counts.entry(key(pair[0], pair[1])).or_default()[side] += 1;
            }
        }
        Self { counts }
    }

    fn telling(&self, words: &[u32], uses: &[u32], surprise: &[i32]) -> Vec<i32> {
        let first = words.first().map(|word| surprise[*word as usize]);
        let rest = words.windows(2).map(|pair| {
            let count = self.counts.get(&key(pair[0], pair[1])).copied().unwrap_or_default();
            let further: u32 = count.iter().map(|count| count.saturating_sub(1)).sum();
            let alone = surprise[pair[1] as usize];
            if further == 0 {
                return alone;
            }
            alone.min((((uses[pair[0] as usize] as f32 + PRIOR_USES) / further as f32).log2() * 10.0).max(0.0) as i32)
        });
        first.into_iter().chain(rest).collect()
    }
}

fn key(before: u32, word: u32) -> u64 {
    mix(u64::from(before) << 32 | u64::from(word))
}
