//! Runs of words that are the same in both texts beyond doubt.

use std::collections::HashMap;
use std::ops::Range;

use super::Fate;
use super::words::Words;

/// How many words in a row must stand once in either text to be taken for the same: four are seldom said twice.
const SEED_WORDS: usize = 4;

/// The fate of every old word that stands in such a run; the others are [`Fate::Doubtful`].
pub fn found(old: &Words, new: &Words) -> Vec<Fate> {
    let mut claims = Claims::new(old.len(), new.len());
    let mut last = None;
    for (old_start, new_start) in seeds(old.ids(), new.ids(), SEED_WORDS) {
        // Neighbouring seeds of one run lead to the same run.
        if last != Some((old_start, new_start)) && claims.old[old_start] != Claim::By(new_start) {
            claims.run(old.ids(), new.ids(), old_start, new_start);
        }
        last = Some((old_start + 1, new_start + 1));
    }
    claims.fates()
}

/// The shortest run that is sought elsewhere, a heading or a line with a name. Two words come together by chance.
const LEAST_MOVED_WORDS: usize = 3;

/// Short runs that went elsewhere: words that were found nowhere near, and stand once in either text.
pub fn moved(old: &Words, new: &Words, fates: &mut [Fate]) {
    let mut is_taken = vec![false; new.len()];
    for fate in fates.iter() {
        if let Fate::At(at) = fate {
            is_taken[*at] = true;
        }
    }
    for length in (LEAST_MOVED_WORDS..SEED_WORDS).rev() {
        for (old_start, new_start) in seeds(old.ids(), new.ids(), length) {
            let is_free =
                (0..length).all(|step| !matches!(fates[old_start + step], Fate::At(_)) && !is_taken[new_start + step]);
            if !is_free {
                continue;
            }
            for step in 0..length {
                fates[old_start + step] = Fate::At(new_start + step);
                is_taken[new_start + step] = true;
            }
            doubt_neighbours(fates, old_start..old_start + length);
        }
    }
}

/// What stood around words that went elsewhere may have gone with them.
fn doubt_neighbours(fates: &mut [Fate], run: Range<usize>) {
    let (before, behind) = fates.split_at_mut(run.end);
    let before = before[..run.start].iter_mut().rev().take_while(|fate| **fate == Fate::Gone);
    let behind = behind.iter_mut().take_while(|fate| **fate == Fate::Gone);
    before.chain(behind).for_each(|fate| *fate = Fate::Doubtful);
}

/// Places of runs of so many words that stand once in either text, in order of the old.
fn seeds(old: &[u32], new: &[u32], length: usize) -> Vec<(usize, usize)> {
    let in_old = once(old, length);
    let in_new = once(new, length);
    let starts = 0..(old.len() + 1).saturating_sub(length);
    let seed = |start: usize| {
        let words = &old[start..start + length];
        in_old.get(words).copied().flatten()?;
        Some((start, in_new.get(words).copied().flatten()?))
    };
    starts.filter_map(seed).collect()
}

/// Where each run of that many words stands; none where it stands twice.
fn once(ids: &[u32], length: usize) -> HashMap<&[u32], Option<usize>> {
    let mut places = HashMap::new();
    for (start, words) in ids.windows(length).enumerate() {
        places.entry(words).and_modify(|place| *place = None).or_insert(Some(start));
    }
    places
}

/// Who lays claim to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    Nobody,
    By(usize),
    Several,
}

impl Claim {
    fn add(&mut self, word: usize) {
        *self = match *self {
            Claim::Nobody => Claim::By(word),
            Claim::By(other) if other == word => Claim::By(word),
            _ => Claim::Several,
        };
    }
}

struct Claims {
    old: Vec<Claim>,
    new: Vec<Claim>,
}

impl Claims {
    fn new(old: usize, new: usize) -> Self {
        Self { old: vec![Claim::Nobody; old], new: vec![Claim::Nobody; new] }
    }

    /// Claims all words around that place as far as the texts agree, those of the seed included.
    fn run(&mut self, old: &[u32], new: &[u32], old_start: usize, new_start: usize) {
        let before = old[..old_start].iter().rev().zip(new[..new_start].iter().rev());
        let back = before.take_while(|(one, other)| one == other).count();
        let behind = old[old_start..].iter().zip(&new[new_start..]);
        let ahead = behind.take_while(|(one, other)| one == other).count();
        for step in 0..back + ahead {
            let (old_word, new_word) = (old_start - back + step, new_start - back + step);
            self.old[old_word].add(new_word);
            self.new[new_word].add(old_word);
        }
    }

    /// A word is found where nobody else lays claim to either end.
    fn fates(&self) -> Vec<Fate> {
        let fate = |(word, claim): (usize, &Claim)| match claim {
            Claim::By(at) if self.new[*at] == Claim::By(word) => Fate::At(*at),
            _ => Fate::Doubtful,
        };
        self.old.iter().enumerate().map(fate).collect()
    }
}
