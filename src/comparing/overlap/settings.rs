//! What can be set about finding shared passages.

/// How shared passages are sought. Scores are in tenths of a bit; lengths in words.
///
/// The method is that of sequence search (BLAST: Altschul and others, 1990 and 1997): exact seeds, gapped extension with
/// affine gaps (Gotoh, 1982) until the score falls by [`drop_off`](Self::drop_off) under its best, and a threshold that
/// grows with the size of the search space (Karlin and Altschul, 1990). A word that matches scores its surprise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// An exact run of so many words is a passage whatever its words. A word is a run of letters and digits, so that "U.S."
    /// counts two.
    pub shortest_run_words: u32,
    /// Any other passage must score so much for each bit of the search space (the binary logarithm of the number of pairs
    /// of words), so that the threshold grows with the texts: chance alone gives about 10.
    pub significance: i32,
    /// The most that one matching word scores, so that one rare name does not carry a passage.
    pub match_limit: i32,
    /// What a changed word costs.
    pub mismatch: i32,
    /// What the first inserted or dropped word costs, above [`gap_extend`](Self::gap_extend).
    pub gap_open: i32,
    /// What each inserted or dropped word costs.
    pub gap_extend: i32,
    /// How far the score may fall under its best before an extension ends (X in BLAST).
    pub drop_off: i32,
    /// How far an extension may leave its diagonal, in words.
    pub band_words: u32,
    /// What the words after the last change must score above that change's cost to belong to the passage.
    pub end_gain: i32,
    /// Fragments in the same order are one passage where no more words than these lie between them.
    pub merge_gap_words: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            shortest_run_words: 8,
            significance: 17,
            match_limit: 120,
            mismatch: 70,
            gap_open: 50,
            gap_extend: 15,
            drop_off: 300,
            band_words: 24,
            end_gain: 100,
            merge_gap_words: 40,
        }
    }
}

impl Settings {
    /// For short telling passages, down to runs of four words.
    pub fn short() -> Self {
        Self { shortest_run_words: 4, ..Self::default() }
    }

    /// What a gap costs that leaves out `left` words on the left and `right` on the right: as many changed words as
    /// both have, the rest inserted or dropped.
    pub(super) fn gap_cost(&self, left: u32, right: u32) -> i32 {
        let changed = left.min(right) as i32;
        let dropped = left.abs_diff(right) as i32;
        changed * self.mismatch + if dropped == 0 { 0 } else { self.gap_open + dropped * self.gap_extend }
    }
}
