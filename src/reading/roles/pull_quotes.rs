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

/// Of more paragraphs that begin alike, or sentences that share a word, the rest is not looked at: a text that says
/// one thing a thousand times has no pull quotes, and would take a million looks.
const MOST_ALIKE: usize = 64;

/// Marks paragraphs whose words stand in another, longer paragraph word for word, and single sentences between long
/// paragraphs that repeat a sentence of the article with small changes.
pub fn mark(page: &mut Page) {
    let words: Vec<Vec<&str>> = page.paragraphs.iter().map(words).collect();
    let repeated = repeated(page, &words);
    for index in repeated {
        page.roles[index] = Some(Role::PullQuote);
    }
    for index in reworded(page) {
        page.roles[index] = Some(Role::PullQuote);
    }
}

fn words<'a>(block: &'a Block) -> Vec<&'a str> {
    let parts = block.folded.split(|c: char| !c.is_alphanumeric() && c != '\'');
    parts.map(|word| word.trim_matches('\'')).filter(|word| !word.is_empty()).collect()
}

/// Paragraphs that stand word for word in another: looked up by their first words, so that a long text takes one pass.
fn repeated(page: &Page, words: &[Vec<&str>]) -> Vec<usize> {
    let mut by_beginning: HashMap<u64, Vec<usize>> = HashMap::new();
    for (index, own) in words.iter().enumerate() {
        let fits = (FEWEST_WORDS..=MOST_WORDS).contains(&own.len());
        if page.is_open(index) && index > 0 && fits && page.paragraphs[index].sentences() <= 3 {
            let alike = by_beginning.entry(key(&own[..FEWEST_WORDS])).or_default();
            if alike.len() < MOST_ALIKE {
                alike.push(index);
            }
        }
    }
    let mut found = Vec::new();
    for (other, text) in words.iter().enumerate().filter(|(other, _)| !page.is_aside(*other)) {
        for (start, window) in text.windows(FEWEST_WORDS).enumerate() {
            let Some(candidates) = by_beginning.get_mut(&key(window)) else { continue };
            let repeats = |index: usize| index != other && repeats(&words[index], text, start, index > other);

            candidates.retain(|index| !(repeats(*index) && keep(&mut found, *index)));
        }
    }
    found
}

fn keep(found: &mut Vec<usize>, index: usize) -> bool {
    found.push(index);
    true
}

/// A number for a run of words, from their lengths and first letters: different runs may share one.
fn key(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().take(4).chain([word.len() as u8]));
    // Fowler, Noll and Vo's hash, version 1a.
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

/// Whether `own` stands in `text` from word `start` on, and is the one that is shown twice: the shorter of the two, or
/// the later of equals.
fn repeats(own: &[&str], text: &[&str], start: usize, is_later: bool) -> bool {
    text[start..].starts_with(own) && (own.len() < text.len() || is_later)
}

/// Single sentences between long paragraphs whose content words come in one sentence of the article in the same order.
fn reworded(page: &Page) -> Vec<usize> {
    let candidates: Vec<usize> = (1..page.roles.len()).filter(|index| may_be_reworded(page, *index)).collect();
    if candidates.is_empty() {
        return candidates;
    }
    let others = page.paragraphs.iter().enumerate().filter(|(other, _)| !page.is_aside(*other));
    let sentences: Vec<(usize, Vec<&str>)> = others
        .flat_map(|(other, block)| block.folded.split(['.', '?', '!']).map(move |sentence| (other, stems(sentence))))
        .filter(|(_, stems)| stems.len() >= FEWEST_SHARED)
        .collect();
    let mut by_stem: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, (_, stems)) in sentences.iter().enumerate() {
        for stem in stems {
            by_stem.entry(stem).or_default().push(place);
        }
    }
    let repeats = |index: &usize| {
        let own = stems(&page.paragraphs[*index].folded);
        let needed = FEWEST_SHARED.max((own.len() * SHARED_PERCENT).div_ceil(100));
        // A sentence that shares so many has at least one of the rarest others.
        let mut lists: Vec<&Vec<usize>> = own.iter().filter_map(|stem| by_stem.get(stem)).collect();
        lists.sort_by_key(|places| places.len());
        let rarest = lists.into_iter().take((own.len() + 1).saturating_sub(needed));
        let mut places = rarest.flat_map(|places| places.iter().take(MOST_ALIKE));
        places.any(|place| sentences[*place].0 != *index && in_order(&own, &sentences[*place].1) >= needed)
    };
    candidates.into_iter().filter(repeats).collect()
}

fn may_be_reworded(page: &Page, index: usize) -> bool {
    let block = &page.paragraphs[index];
    page.is_open(index)
        && (8..=40).contains(&block.words)
        && page.words(index - 1).min(page.words(index + 1)) >= NEIGHBOUR_WORDS
        && !block.text.contains(['“', '"', '”'])
        && !block.text.ends_with(':')
        && block.sentences() == 1
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
