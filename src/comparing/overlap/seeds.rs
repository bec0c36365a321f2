//! Seeds: runs of words that stand in both articles, made as long as they go.

use super::words::mix;

/// An exact run: it starts at word `left` of the left article and word `right` of the right one and cannot be made
/// longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anchor {
    /// Index of its first word on the left.
    pub left: u32,
    /// Index of its first word on the right.
    pub right: u32,
    /// Words.
    pub length: u32,
}

/// A sort of shingle to look for.
struct Shingle {
    /// Words in a row.
    words: usize,
    /// What they must score together, in tenths of a bit.
    surprise: i32,
    /// A shingle that makes more pairs of places than these is too common to be a seed…
    most_pairs: usize,
    /// …or, where this holds, its places are paired in order instead of each with each.
    always: bool,
}

/// Short shingles find changed passages and must be rare; long ones find every copy of a repeated passage.
const SHINGLES: [Shingle; 4] = [
    Shingle { words: 2, surprise: 190, most_pairs: 6, always: false },
    Shingle { words: 3, surprise: 180, most_pairs: 16, always: false },
    Shingle { words: 4, surprise: 0, most_pairs: 64, always: false },
    Shingle { words: 8, surprise: 0, most_pairs: 256, always: true },
];

/// All anchors that have a seed of at least so many words, in order of their diagonal (right minus left).
pub fn anchors(left: &[u32], right: &[u32], surprise: &[i32], seed_words: u32) -> Vec<Anchor> {
    let mut hits = Vec::new();
    for shingle in SHINGLES.iter().filter(|shingle| shingle.words >= seed_words as usize) {
        pair(left, right, surprise, shingle, &mut hits);
    }
    hits.sort_unstable();
    hits.dedup();
    let mut found: Vec<Anchor> = Vec::new();
    for hit in hits {
        let (at_left, at_right) = hit.places(left.len());
        let covered = found.last().is_some_and(|last| {
            last.right.wrapping_sub(last.left) == at_right.wrapping_sub(at_left) && at_left < last.left + last.length
        });
        if !covered {
            found.push(longest(left, right, at_left as usize, at_right as usize));
        }
    }
    found
}

/// A pair of places that sorts by diagonal, then by place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Hit(u64);

impl Hit {
    fn new(left: u32, right: u32, left_words: usize) -> Self {
        let diagonal = u64::from(right) + left_words as u64 - u64::from(left);
        Self(diagonal << 32 | u64::from(left))
    }

    fn places(self, left_words: usize) -> (u32, u32) {
        let left = self.0 as u32;
        (left, ((self.0 >> 32) + u64::from(left) - left_words as u64) as u32)
    }
}

/// The run through these two places, as far as the words agree on both sides.
fn longest(left: &[u32], right: &[u32], at_left: usize, at_right: usize) -> Anchor {
    let back = left[..at_left].iter().rev().zip(right[..at_right].iter().rev()).take_while(|(l, r)| l == r).count();
    let on = left[at_left..].iter().zip(&right[at_right..]).take_while(|(l, r)| l == r).count();
    Anchor { left: (at_left - back) as u32, right: (at_right - back) as u32, length: (back + on) as u32 }
}

/// Pairs the places where a shingle stands in both articles.
fn pair(left: &[u32], right: &[u32], surprise: &[i32], shingle: &Shingle, hits: &mut Vec<Hit>) {
    let (left_places, right_places) = shared(left, right, surprise, shingle);
    let (mut l, mut r) = (0, 0);
    while l < left_places.len() && r < right_places.len() {
        let (left_key, right_key) = (left_places[l].0, right_places[r].0);
        if left_key == right_key {
            let left_end = l + left_places[l..].iter().take_while(|place| place.0 == left_key).count();
            let right_end = r + right_places[r..].iter().take_while(|place| place.0 == left_key).count();
            let (here, there) = (&left_places[l..left_end], &right_places[r..right_end]);
            let mut hit = |left_at: u32, right_at: u32| {
                let (from, to) = (left_at as usize, right_at as usize);
                if left[from..from + shingle.words] == right[to..to + shingle.words] {
                    hits.push(Hit::new(left_at, right_at, left.len()));
                }
            };
            if here.len() * there.len() <= shingle.most_pairs {
                for one in here {
                    for other in there {
                        hit(one.1, other.1);
                    }
                }
            } else if shingle.always {
                for index in 0..here.len().max(there.len()) {
                    hit(here[index.min(here.len() - 1)].1, there[index.min(there.len() - 1)].1);
                }
            }
            (l, r) = (left_end, right_end);
        } else {
            l += usize::from(left_key < right_key);
            r += usize::from(right_key < left_key);
        }
    }
}

/// Keys of shingles and where they begin.
type Places = Vec<(u64, u32)>;

/// Keys and places of the shingles that may stand in both articles, sorted.
fn shared(left: &[u32], right: &[u32], surprise: &[i32], shingle: &Shingle) -> (Places, Places) {
    let bits = (left.len().max(right.len()) * 16).next_power_of_two().max(64);
    let mut on_left = Sieve::new(bits);
    for (key, _) in keys(left, surprise, shingle) {
        on_left.insert(key);
    }
    let mut on_both = Sieve::new(bits);
    let mut right_places: Places = keys(right, surprise, shingle).filter(|(key, _)| on_left.may_hold(*key)).collect();
    for (key, _) in &right_places {
        on_both.insert(*key);
    }
    let mut left_places: Places = keys(left, surprise, shingle).filter(|(key, _)| on_both.may_hold(*key)).collect();
    left_places.sort_unstable();
    right_places.sort_unstable();
    (left_places, right_places)
}

/// The shingles of one article that tell enough: key and index of the first word.
fn keys(words: &[u32], surprise: &[i32], shingle: &Shingle) -> impl Iterator<Item = (u64, u32)> {
    let least = shingle.surprise;
    words.windows(shingle.words).enumerate().filter_map(move |(at, run)| {
        if least > 0 && run.iter().map(|word| surprise[*word as usize]).sum::<i32>() < least {
            return None;
        }
        let key = run
            .iter()
            .fold(0u64, |key, word| (key.rotate_left(21) ^ u64::from(*word)).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        Some((mix(key), at as u32))
    })
}

/// A set of keys that may say yes wrongly, never no (a Bloom filter with one hash).
struct Sieve {
    cells: Vec<u64>,
    mask: u64,
}

impl Sieve {
    fn new(bits: usize) -> Self {
        Self { cells: vec![0; bits / 64], mask: bits as u64 - 1 }
    }

    fn insert(&mut self, key: u64) {
        let bit = key & self.mask;
        self.cells[(bit / 64) as usize] |= 1 << (bit % 64);
    }

    fn may_hold(&self, key: u64) -> bool {
        let bit = key & self.mask;
        self.cells[(bit / 64) as usize] >> (bit % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &[u32], right: &[u32], expected: &[(u32, u32, u32)]) {
        let surprise = vec![120; 200];
        let mut found = anchors(left, right, &surprise, 2);
        found.sort_unstable();
        let found: Vec<_> = found.iter().map(|anchor| (anchor.left, anchor.right, anchor.length)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn runs_are_as_long_as_they_go() {
        check(&[1, 2, 3, 4, 5], &[9, 2, 3, 4, 8], &[(1, 1, 3)]);
    }

    #[test]
    fn moved_and_repeated_runs_are_found() {
        check(&[1, 2, 3, 4, 5, 6], &[4, 5, 6, 1, 2, 3], &[(0, 3, 3), (3, 0, 3)]);
        check(&[1, 2, 3], &[1, 2, 3, 9, 1, 2, 3], &[(0, 0, 3), (0, 4, 3)]);
    }

    #[test]
    fn a_refrain_does_not_make_each_pair() {
        let refrain: Vec<u32> = (0..40).flat_map(|verse| (1..=9).chain([100 + verse])).collect();
        let found = anchors(&refrain, &refrain, &vec![120; 200], 2);
        assert!(found.len() <= 2 * 40, "{}", found.len());
        assert!(found.iter().any(|anchor| anchor.length == 400));
    }

    #[test]
    fn nothing_in_common() {
        check(&[1, 2, 3], &[4, 5, 6], &[]);
        check(&[], &[1], &[]);
    }
}
