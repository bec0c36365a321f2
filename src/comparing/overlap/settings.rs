//! What can be set about finding shared passages.

use serde::{Deserialize, Serialize};

/// How shared passages are sought. Lengths are in words, scores in tenths of a bit.
///
/// The method is that of sequence search (BLAST: Altschul and others, 1990 and 1997): exact [seeds](Seeding), gapped
/// extension with affine gaps (Gotoh, 1982) by a [scheme of scores](Scoring), and a threshold that grows with the
/// search space (Karlin and Altschul, 1990). The search space is the number of pairs of words, in bits: its binary
/// logarithm; about 20 for two articles of 1,000 words, 34 for two of 150,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Shortest passage: an exact run of so many words is one whatever its words, where its seed is found. A word is a
    /// run of letters and digits, so that "U.S." counts two. 8; 3 to 100.
    pub shortest_run_words: u32,
    /// Significance: any other passage must score so much for each bit of the search space, so that the threshold grows
    /// with the texts. Chance alone gives 10. 11; 1 to 100.
    pub significance: i32,
    /// Least score of such a passage in texts however short: a few words tell too little of what is set phrase in them.
    /// 330; 0 to 2,000.
    pub least_score: i32,
    /// Least similarity: of the shorter side's words from a passage's first to its last, so many in a hundred must
    /// agree. 40; 0 to 100.
    pub least_similarity_percent: u32,
    /// Longest gap: fragments in the same order are one passage where no more words than these lie between them. 40;
    /// 0 to 200.
    pub merge_gap_words: u32,
    /// What makes a seed.
    pub seeding: Seeding,
    /// What agreeing and differing words score.
    pub scoring: Scoring,
}

/// What is worth an extension: one seed that tells much, or two in a row (the two-hit method: Altschul and others, 1997).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seeding {
    /// Seed length: the shortest exact run that may be a seed, in words (W in BLAST). Runs of two and three must be rare
    /// besides. 2; 2 to 8.
    pub seed_words: u32,
    /// What one seed alone must score for each bit of the search space (T in BLAST). 8; 0 to 100.
    pub one_hit: i32,
    /// What a seed and those near it must score together for each bit of the search space. 11; 0 to 100.
    pub two_hit: i32,
    /// How far apart such seeds may stand, in words (A in BLAST). 16; 0 to 100.
    pub window_words: u32,
    /// How far their diagonals may differ: words inserted or dropped between them. 5; 0 to 50.
    pub drift_words: u32,
}

/// The scheme of scores. A word that agrees scores its surprise: in English at large, in these two articles, and after
/// the word before it, whichever is least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scoring {
    /// The most that one agreeing word scores, so that one rare name does not carry a passage. 150; 10 to 300.
    pub match_limit: i32,
    /// What a changed word costs. 60; 0 to 300.
    pub mismatch: i32,
    /// What the first inserted or dropped word costs, above [`gap_extend`](Self::gap_extend). 30; 0 to 300.
    pub gap_open: i32,
    /// What each inserted or dropped word costs; nothing where an ellipsis tells of them. 15; 1 to 300.
    pub gap_extend: i32,
    /// How far the score may fall under its best before an extension ends (X in BLAST). 300; 50 to 2,000.
    pub drop_off: i32,
    /// How far an extension may leave its diagonal, in words (the band). 24; 0 to 200.
    pub band_words: u32,
    /// What the words after the last change must score above that change's cost to belong to the passage. 80; 0 to 500.
    pub end_gain: i32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            shortest_run_words: 8,
            significance: 11,
            least_score: 330,
            least_similarity_percent: 40,
            merge_gap_words: 40,
            seeding: Seeding::default(),
            scoring: Scoring::default(),
        }
    }
}

impl Default for Seeding {
    fn default() -> Self {
        Self { seed_words: 2, one_hit: 8, two_hit: 11, window_words: 16, drift_words: 5 }
    }
}

impl Default for Scoring {
    fn default() -> Self {
        Self {
            match_limit: 150,
            mismatch: 60,
            gap_open: 30,
            gap_extend: 15,
            drop_off: 300,
            band_words: 24,
            end_gain: 80,
        }
    }
}

impl Settings {
    /// With everything within its bounds, whatever a file of settings says: the time stays near-linear, sums do not
    /// overflow.
    #[must_use]
    pub fn sane(self) -> Self {
        let Self { seeding, scoring, .. } = self;
        Self {
            shortest_run_words: self.shortest_run_words.clamp(3, 100),
            significance: self.significance.clamp(1, 100),
            least_score: self.least_score.clamp(0, 2000),
            least_similarity_percent: self.least_similarity_percent.min(100),
            merge_gap_words: self.merge_gap_words.min(200),
            seeding: Seeding {
                seed_words: seeding.seed_words.clamp(2, 8),
                one_hit: seeding.one_hit.clamp(0, 100),
                two_hit: seeding.two_hit.clamp(0, 100),
                window_words: seeding.window_words.min(100),
                drift_words: seeding.drift_words.min(50),
            },
            scoring: Scoring {
                match_limit: scoring.match_limit.clamp(10, 300),
                mismatch: scoring.mismatch.clamp(0, 300),
                gap_open: scoring.gap_open.clamp(0, 300),
                gap_extend: scoring.gap_extend.clamp(1, 300),
                drop_off: scoring.drop_off.clamp(50, 2000),
                band_words: scoring.band_words.min(200),
                end_gain: scoring.end_gain.clamp(0, 500),
            },
        }
    }

    /// For short telling passages too, down to runs of so many words.
    #[must_use]
    pub fn with_runs_of(self, words: u32) -> Self {
        Self { shortest_run_words: self.shortest_run_words.min(words), ..self }
    }
}

impl Scoring {
    /// What a gap costs that leaves out `left` words on the left and `right` on the right: as many changed words as
    /// both have, the rest inserted or dropped. Where an ellipsis tells of them, their number costs nothing.
    pub(super) fn gap_cost(&self, left: u32, right: u32, elided: bool) -> i32 {
        let changed = left.min(right) as i32;
        let dropped = left.abs_diff(right) as i32;
        let each = if elided { 0 } else { self.gap_extend };
        changed * self.mismatch + if dropped == 0 { 0 } else { self.gap_open + dropped * each }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_within_their_bounds() {
        assert_eq!(Settings::default().sane(), Settings::default());
    }

    #[test]
    fn whatever_a_file_says_comes_within_bounds() {
        let wild: Settings = serde_json::from_str(
            r#"{"shortest_run_words": 0, "significance": -4, "scoring": {"gap_extend": -9, "band_words": 4000000000}}"#,
        )
        .unwrap();
        let sane = wild.sane();
        assert_eq!((sane.shortest_run_words, sane.significance), (3, 1));
        assert_eq!((sane.scoring.gap_extend, sane.scoring.band_words), (1, 200));
        assert_eq!(sane.scoring.mismatch, Scoring::default().mismatch);
    }
}
