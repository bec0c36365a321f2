//! What English words mean, as directions in a space: words used in the same company lie close together (`GloVe`;
//! Pennington, Socher and Manning, 2014). The table lies in the program and is read where it lies.

/// Made by `assets/lexicon/make_vectors.py`, which tells its form.
static ENGLISH: Table = Table { bytes: include_bytes!("../../../assets/lexicon/vectors.bin") };

/// How many numbers a direction has.
pub const DIMENSIONS: usize = 100;
/// Two dimensions a byte.
const ROW_BYTES: usize = DIMENSIONS / 2;
/// What stands for nought in four bits.
const NOUGHT: i16 = 8;

/// A point at distance 1 from the middle.
pub type Direction = [f32; DIMENSIONS];

/// Where a lower-case word lies; none for a word that is not among the 50,000.
pub fn direction(word: &str) -> Option<Direction> {
    let mut direction = ENGLISH.row(ENGLISH.find(word.as_bytes())?)?;
    to_unit_length(&mut direction);
    Some(direction)
}

/// The cosine of two directions.
pub fn cosine(one: &Direction, other: &Direction) -> f32 {
    // Four sums side by side, in a fixed order: quick, and the same on every machine.
    let mut sums = [0.0_f32; 4];
    for (own, others) in one.chunks_exact(4).zip(other.chunks_exact(4)) {
        for (sum, (own, others)) in sums.iter_mut().zip(own.iter().zip(others)) {
            *sum += own * others;
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3])
}

/// Scales to length 1; nought stays nought.
pub fn to_unit_length(direction: &mut Direction) {
    let length = cosine(direction, direction).sqrt();
    if length > f32::EPSILON {
        for part in direction {
            *part /= length;
        }
    }
}

/// The number of words, where each starts, the letters, a row for each.
struct Table {
    bytes: &'static [u8],
}

impl Table {
    fn number(&self, at: usize) -> Option<usize> {
        let bytes: [u8; 4] = self.bytes.get(4 * at..4 * at + 4)?.try_into().ok()?;
        Some(u32::from_le_bytes(bytes) as usize)
    }

    fn len(&self) -> usize {
        self.number(0).unwrap_or(0)
    }

    fn letters_start(&self) -> usize {
        4 * (self.len() + 2)
    }

    fn word(&self, index: usize) -> Option<&'static [u8]> {
        let (start, end) = (self.number(1 + index)?, self.number(2 + index)?);
        self.bytes.get(self.letters_start() + start..self.letters_start() + end)
    }

    /// The place of a word among all.
    fn find(&self, word: &[u8]) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.word(middle)?.cmp(word) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    fn row(&self, index: usize) -> Option<Direction> {
        let rows = self.letters_start() + self.number(1 + self.len())?;
        let row = self.bytes.get(rows + ROW_BYTES * index..rows + ROW_BYTES * (index + 1))?;
        let mut direction = [0.0; DIMENSIONS];
        for (pair, byte) in direction.chunks_exact_mut(2).zip(row) {
            pair[0] = f32::from(i16::from(byte & 15) - NOUGHT);
            pair[1] = f32::from(i16::from(byte >> 4) - NOUGHT);
        }
        Some(direction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closeness(one: &str, other: &str) -> f32 {
        let known = |word: &str| direction(word).unwrap_or_else(|| panic!("{word} is not in the table"));
        cosine(&known(one), &known(other))
    }

    #[test]
    fn every_word_of_the_table_is_found_at_its_place() {
        for index in 0..ENGLISH.len() {
            assert_eq!(ENGLISH.word(index).and_then(|word| ENGLISH.find(word)), Some(index));
        }
        assert!(ENGLISH.len() >= 50_000);
        assert!(ENGLISH.row(ENGLISH.len()).is_none());
    }

    #[test]
    fn other_words_for_one_thing_lie_closer_than_words_for_two() {
        for (word, near, far) in [
            ("afraid", "fear", "harbour"),
            ("physician", "doctor", "bridge"),
            ("coins", "money", "falcon"),
            ("prison", "jail", "orchard"),
        ] {
            let (near, far) = (closeness(word, near), closeness(word, far));
            assert!(near > far + 0.2, "{word}: {near} and {far}");
        }
    }

    #[test]
    fn a_direction_has_length_one_and_unknown_words_have_none() {
        assert!((closeness("lighthouse", "lighthouse") - 1.0).abs() < 1e-5);
        for unknown in ["", "zzyzxq", "the lamp", "é"] {
            assert!(direction(unknown).is_none(), "{unknown}");
        }
    }
}
