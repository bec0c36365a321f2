//! Words of the article set out a second time for show.

use std::collections::HashMap;

use super::page::{Block, Page};
use crate::model::Role;

/// The fewest words of a pull quote: shorter repetitions are refrains.
const FEWEST_WORDS: usize = 6;
/// The most words of a pull quote.
const MOST_WORDS: usize = 60;
/// A reworded pull quote stands between paragraphs of at least so many words.
const NEIGHBOUR_WORDS: usize = 40;
/// A reworded pull quote has at least so many of its content words in one sentence of the article, in order.
const FEWEST_SHARED: usize = 7;
/// And that is at least this share of them, in percent.
const SHARED_PERCENT: usize = 78;

/// Marks paragraphs whose words stand in another, longer paragraph word for word, and single sentences between long
/// paragraphs that repeat a sentence of the article with small changes.
pub fn mark(page: &mut Page) {
    let words: Vec<Vec<String>> = page.paragraphs.iter().map(words).collect();
    for index in repeated(page, &words) {
        page.roles[index] = Some(Role::PullQuote);
    }
    let reworded: Vec<usize> = (0..page.roles.len()).filter(|index| is_reworded(page, *index)).collect();
    for index in reworded {
        page.roles[index] = Some(Role::PullQuote);
    }
}

fn words(block: &Block) -> Vec<String> {
    let parts = block.folded.split(|c: char| !c.is_alphanumeric() && c != '\'');
    parts.map(|word| word.trim_matches('\'')).filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect()
}

/// Paragraphs that stand word for word in another: looked up by their first words, so that a long text takes one pass.
fn repeated(page: &Page, words: &[Vec<String>]) -> Vec<usize> {
    let mut by_beginning: HashMap<&[String], Vec<usize>> = HashMap::new();
    for (index, own) in words.iter().enumerate() {
        let fits = (FEWEST_WORDS..=MOST_WORDS).contains(&own.len());
        if page.is_open(index) && index > 0 && fits && page.paragraphs[index].sentences() <= 3 {
            by_beginning.entry(&own[..FEWEST_WORDS]).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for (other, text) in words.iter().enumerate().filter(|(other, _)| !page.is_aside(*other)) {
        for (start, window) in text.windows(FEWEST_WORDS).enumerate() {
            let candidates = by_beginning.get(window).map_or(&[][..], Vec::as_slice);
            found.extend(
                candidates
                    .iter()
                    .filter(|index| **index != other && repeats(&words[**index], text, start, **index > other)),
            );
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether `own` stands in `text` from word `start` on, and is the one that is shown twice: the shorter of the two, or
/// the later of equals.
fn repeats(own: &[String], text: &[String], start: usize, is_later: bool) -> bool {
    text[start..].starts_with(own) && (own.len() < text.len() || is_later)
}

fn is_reworded(page: &Page, index: usize) -> bool {
    let block = &page.paragraphs[index];
    let is_candidate = page.is_open(index)
        && (8..=40).contains(&block.words)
        && block.sentences() == 1
        && !block.text.contains(['“', '"', '”'])
        && !block.text.trim_end().ends_with(':')
        && index > 0
        && page.words(index - 1).min(page.words(index + 1)) >= NEIGHBOUR_WORDS;
    if !is_candidate {
        return false;
    }
    let own = stems(&block.folded);
    let others = page.paragraphs.iter().enumerate().filter(|(other, _)| *other != index && !page.is_aside(*other));
    let mut sentences = others.flat_map(|(_, other)| other.folded.split(['.', '?', '!']));
    sentences.any(|sentence| {
        let shared = in_order(&own, &stems(sentence));
        shared >= FEWEST_SHARED && shared * 100 >= own.len() * SHARED_PERCENT
    })
}

/// Content words, each cut to what its forms share.
fn stems(folded: &str) -> Vec<&str> {
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 4);
    words
        .filter(|word| {
            !matches!(*word, "they" | "that" | "this" | "with" | "from" | "their" | "have" | "were" | "been" | "will")
        })
        .map(stem)
        .collect()
}

fn stem(word: &str) -> &str {
    let cut = ["ing", "ies", "ed", "es", "s", "e", "y"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= 3));
    cut.unwrap_or(word)
}

/// How many words both have in the same order (longest common subsequence).
fn in_order(left: &[&str], right: &[&str]) -> usize {
    let mut row = vec![0; right.len() + 1];
    for word in left {
        let mut diagonal = 0;
        for (at, other) in right.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}
