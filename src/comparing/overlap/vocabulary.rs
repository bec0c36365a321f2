//! Both articles' words as numbers, and how much each word tells.

use std::collections::HashMap;

use super::words::{HashIsKey, Pieces};
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
        let surprise = hashes
            .iter()
            .zip(&counts)
            .map(|(hash, count)| {
                // One use a side is what is being explained: only further ones make a word common here.
                let further = count.iter().map(|count| count.saturating_sub(1)).sum::<u32>();
                let here = if further == 0 { i32::MAX } else { ((all / further as f32).log2() * 10.0) as i32 };
                english.surprise(*hash).min(here)
            })
            .collect();
        Self { left, right, surprise }
    }
}
