//! How much of an original an article keeps, word by word and in order.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Words of the original that the article has at their place, and words of the article that the original has not.
pub struct Kept {
    pub of_original: f64,
    pub strange: f64,
    /// The first places that differ: what was wanted, what was found.
    pub faults: Vec<(String, String)>,
}

/// Compares two texts word by word.
pub fn kept(original: &str, found: &str) -> Kept {
    let wanted: Vec<&str> = original.split_whitespace().collect();
    let words: Vec<&str> = found.split_whitespace().collect();
    let (mut same, mut faults) = (0, Vec::new());
    for operation in capture_diff_slices(Algorithm::Myers, &wanted, &words) {
        match operation {
            DiffOp::Equal { len, .. } => same += len,
            other => faults.push((wanted[other.old_range()].join(" "), words[other.new_range()].join(" "))),
        }
    }
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    faults.truncate(5);
    Kept { of_original: share(same, wanted.len()), strange: share(words.len() - same, words.len()), faults }
}
