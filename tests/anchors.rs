//! Passages of our own corpus, placed again after random edits of their articles.
//!
//! *Right* means: the place holds every word of the passage that is still there, and no word of its neighbours. *Misplaced*
//! means placed and not right. A passage ought to be placed where at least half of its words are still there; where
//! fewer are it may be, rightly, and where none is it must not. Of a passage that reaches beyond a paragraph which was
//! moved, that paragraph's words count as deleted here and as new where they went.

use std::fs;
use std::path::Path;

use diptych::model::Span;
use diptych::workspace::anchors::Anchors;

/// So many rounds over the corpus; more by the environment.
const ROUNDS: u64 = 6;
const ROUNDS_VARIABLE: &str = "DIPTYCH_ANCHOR_ROUNDS";

/// Passages of every round and article.
const PASSAGES: usize = 60;

/// Xorshift (Marsaglia, 2003): the same numbers everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }
}

/// A word with what stands between it and the next; its place in the old text, if it is from there.
#[derive(Clone)]
struct Piece {
    word: String,
    behind: String,
    from: Option<usize>,
    is_moved: bool,
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for character in text.chars() {
        let starts = pieces.last().is_none_or(|last| !last.behind.is_empty());
        match pieces.last_mut() {
            _ if character.is_alphanumeric() && starts => {
                let from = Some(pieces.len());
                pieces.push(Piece { word: character.to_string(), behind: String::new(), from, is_moved: false });
            }
            Some(last) if character.is_alphanumeric() => last.word.push(character),
            Some(last) => last.behind.push(character),
            None => {}
        }
    }
    pieces
}

/// The text, and where each piece's word stands in it.
fn joined(pieces: &[Piece]) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for piece in pieces {
        let start = text.len();
        text.push_str(&piece.word);
        spans.push(Span::new(start, text.len()));
        text.push_str(&piece.behind);
    }
    (text, spans)
}

fn delete(pieces: &mut Vec<Piece>, at: usize) {
    let gone = pieces.remove(at);
    // The paragraph still ends where it did.
    if let Some(before) = at.checked_sub(1).filter(|_| gone.behind.contains('\n')) {
        pieces[before].behind = gone.behind;
    }
}

/// Words come, go and change, alone and in runs, until so many in a hundred have been touched. New words are the
/// article's own, so that they are easily mistaken for others.
fn edited(old: &[Piece], percent: usize, random: &mut Random) -> Vec<Piece> {
    let mut pieces = old.to_vec();
    let mut left = old.len() * percent / 100;
    while left > 0 {
        let longest = if random.below(4) == 0 { 12 } else { 2 };
        let run = (1 + random.below(longest)).min(left);
        let at = random.below(pieces.len());
        let kind = random.below(3);
        for step in 0..run {
            let word = old[random.below(old.len())].word.clone();
            match kind {
                0 => pieces.insert(at, Piece { word, behind: " ".to_owned(), from: None, is_moved: false }),
                1 if at < pieces.len() && pieces.len() > 10 => delete(&mut pieces, at),
                _ => {
                    if let Some(piece) = pieces.get_mut(at + step) {
                        piece.word = word;
                        piece.from = None;
                    }
                }
            }
        }
        left -= run;
    }
    pieces
}

/// One paragraph goes elsewhere.
fn with_a_paragraph_moved(pieces: &[Piece], random: &mut Random) -> Vec<Piece> {
    let mut paragraphs: Vec<Vec<Piece>> =
        pieces.split_inclusive(|piece| piece.behind.contains('\n')).map(<[Piece]>::to_vec).collect();
    // The last one has no line end behind it, and stays.
    let count = paragraphs.len() - 1;
    let mut moved = paragraphs.remove(random.below(count));
    for piece in &mut moved {
        piece.is_moved = true;
    }
    let to = random.below(count);
    paragraphs.insert(to, moved);
    paragraphs.concat()
}

#[derive(Default)]
struct Tally {
    due: usize,
    right: usize,
    misplaced: usize,
    gone: usize,
    rightly_gone: usize,
}

impl Tally {
    fn right_of_due(&self) -> f64 {
        100.0 * self.right as f64 / self.due.max(1) as f64
    }
}

/// Places passages of every length, and counts.
fn measure(old: &[Piece], new: &[Piece], random: &mut Random, tally: &mut Tally) {
    let (old_text, old_spans) = joined(old);
    let (new_text, new_spans) = joined(new);
    let anchors = Anchors::new(&old_text, &new_text);
    for _ in 0..PASSAGES {
        let longest = if random.below(2) == 0 { 6 } else { 60 };
        let length = 1 + random.below(longest);
        let start = random.below(old.len().saturating_sub(length));
        let end = (start + length).min(old.len());
        let span = Span::new(old_spans[start].start, old_spans[end - 1].end);
        let passage = start..end;
        let is_own = |at: &usize| new[*at].from.is_some_and(|from| passage.contains(&from));
        let all_own: Vec<usize> = (0..new.len()).filter(is_own).collect();
        let reaches_beyond = all_own.iter().any(|at| !new[*at].is_moved);
        let from = |at: usize| new[at].from.filter(|_| !(reaches_beyond && new[at].is_moved));
        let own: Vec<usize> = all_own.iter().copied().filter(|at| from(*at).is_some()).collect();
        let place = anchors.place(span);
        let is_right = place.is_some_and(|place| {
            let held = |at: usize| place.overlaps(new_spans[at]);
            let holds_strangers =
                (0..new.len()).any(|at| held(at) && from(at).is_some_and(|from| !passage.contains(&from)));
            !own.is_empty() && own.iter().all(|at| held(*at)) && !holds_strangers
        });
        if place.is_some() && !is_right {
            tally.misplaced += 1;
            println!("misplaced: {:?} → {:?}", span.of(&old_text), place.map(|place| place.of(&new_text)));
        }
        let stands_together = all_own.last().zip(all_own.first()).is_some_and(|(last, first)| {
            (*first..=*last).all(|at| new[at].from.is_none_or(|from| passage.contains(&from)))
        });
        if 2 * own.len() >= passage.len() && stands_together {
            tally.due += 1;
            tally.right += usize::from(is_right);
        } else if own.is_empty() {
            tally.gone += 1;
            tally.rightly_gone += usize::from(place.is_none());
        }
    }
}

fn articles() -> Vec<Vec<Piece>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the corpus").flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_file() && !path.ends_with("README.md") && !path.ends_with("manifest.json"));
    paths.sort();
    paths.iter().map(|path| pieces(&fs::read_to_string(path).expect("an article"))).collect()
}

fn rounds() -> u64 {
    std::env::var(ROUNDS_VARIABLE).ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS)
}

fn over_the_corpus(name: &str, change: impl Fn(&[Piece], &mut Random) -> Vec<Piece>) -> Tally {
    let mut tally = Tally::default();
    for round in 0..rounds() {
        for (index, article) in articles().iter().enumerate() {
            let mut random = Random(0x9E37_79B9_7F4A_7C15 ^ (round * 1000 + index as u64 + 1));
            let new = change(article, &mut random);
            measure(article, &new, &mut random, &mut tally);
        }
    }
    println!(
        "{name}: {} passages ought to be placed, right {:.2} in 100; misplaced {}; {} deleted, {} reported so",
        tally.due,
        tally.right_of_due(),
        tally.misplaced,
        tally.gone,
        tally.rightly_gone
    );
    tally
}

#[test]
fn passages_are_placed_again_after_edits_and_none_is_misplaced() {
    let tally = over_the_corpus("up to 10 words in 100", |article, random| {
        let percent = 1 + random.below(10);
        edited(article, percent, random)
    });
    assert_eq!(tally.misplaced, 0);
    assert!(tally.right_of_due() >= 98.0, "{:.2} in 100", tally.right_of_due());
    assert_eq!(tally.rightly_gone, tally.gone);
}

#[test]
fn and_at_the_most_edits() {
    let tally = over_the_corpus("10 words in 100", |article, random| edited(article, 10, random));
    assert_eq!(tally.misplaced, 0);
    assert!(tally.right_of_due() >= 98.0, "{:.2} in 100", tally.right_of_due());
}

#[test]
fn moved_paragraphs_take_their_passages_with_them() {
    let tally = over_the_corpus("a paragraph moved, 3 words in 100", |article, random| {
        edited(&with_a_paragraph_moved(article, random), 3, random)
    });
    assert_eq!(tally.misplaced, 0);
    assert!(tally.right_of_due() >= 98.0, "{:.2} in 100", tally.right_of_due());
}

#[test]
fn of_articles_that_say_everything_twice_none_is_misplaced() {
    let mut tally = Tally::default();
    for (index, article) in articles().iter().enumerate() {
        let mut random = Random(0x2545_F491_4F6C_DD1D ^ (index as u64 + 1));
        let mut twice: Vec<Piece> = Vec::new();
        for paragraph in article.split_inclusive(|piece| piece.behind.contains('\n')) {
            twice.extend(paragraph.iter().cloned().chain(paragraph.iter().cloned()));
        }
        for (from, piece) in twice.iter_mut().enumerate() {
            piece.from = Some(from);
        }
        let new = edited(&twice, 5, &mut random);
        measure(&twice, &new, &mut random, &mut tally);
    }
    println!(
        "every paragraph twice: right {:.2} in 100 of {}; misplaced {}",
        tally.right_of_due(),
        tally.due,
        tally.misplaced
    );
    assert_eq!(tally.misplaced, 0);
}
