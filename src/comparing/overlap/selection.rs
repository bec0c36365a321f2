//! Which alignments are passages: ends trimmed, chance left out, doubles dropped, fragments joined.

use super::extension::Texts;
use super::seeds::Anchor;
use super::settings::Settings;

/// Runs that agree, in order on both sides, and their score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// Exact runs; between them words differ.
    pub runs: Vec<Anchor>,
    /// Tenths of a bit.
    pub score: i32,
}

/// The words from an alignment's first to its last, end-exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    left: (u32, u32),
    right: (u32, u32),
}

impl Extent {
    /// Words on the left.
    pub fn left_words(self) -> u32 {
        self.left.1 - self.left.0
    }

    /// Words on the right.
    pub fn right_words(self) -> u32 {
        self.right.1 - self.right.0
    }

    fn holds(self, run: Anchor) -> bool {
        self.left.0 <= run.left
            && run.left + run.length <= self.left.1
            && self.right.0 <= run.right
            && run.right + run.length <= self.right.1
    }

    /// Whether at least half of this lies in `other`, on both sides.
    fn is_half_in(self, other: Extent) -> bool {
        let half = |own: (u32, u32), other: (u32, u32)| {
            2 * own.1.min(other.1).saturating_sub(own.0.max(other.0)) >= own.1 - own.0
        };
        half(self.left, other.left) && half(self.right, other.right)
    }
}

impl Alignment {
    /// From the first run to the last.
    pub fn extent(&self) -> Extent {
        extent(&self.runs)
    }
}

fn extent(runs: &[Anchor]) -> Extent {
    let zero = Anchor { left: 0, right: 0, length: 0 };
    let (first, last) = (runs.first().copied().unwrap_or(zero), runs.last().copied().unwrap_or(zero));
    Extent { left: (first.left, last.left + last.length), right: (first.right, last.right + last.length) }
}

/// Words a bucket of the index over the left article holds.
const BUCKET_WORDS: u32 = 64;

/// Collects passages, the strongest seeds' first.
pub struct Selection<'a> {
    texts: Texts<'a>,
    settings: &'a Settings,
    /// Runs of letters and digits in each word of the left article.
    counts: &'a [u8],
    kept: Vec<Alignment>,
    /// Which of `kept` reach into each bucket of left words.
    buckets: Vec<Vec<u32>>,
    /// What a passage must score in texts of this size.
    threshold: i32,
}

impl<'a> Selection<'a> {
    /// An empty one.
    pub fn new(texts: Texts<'a>, settings: &'a Settings, counts: &'a [u8]) -> Self {
        let space = (texts.left.len().max(1) as f32).log2() + (texts.right.len().max(1) as f32).log2();
        Self {
            texts,
            settings,
            counts,
            kept: Vec::new(),
            buckets: vec![Vec::new(); texts.left.len() / BUCKET_WORDS as usize + 1],
            threshold: ((space * settings.significance as f32) as i32).max(settings.least_score),
        }
    }

    /// Whether a passage holds this run already.
    pub fn covers(&self, run: Anchor) -> bool {
        self.near(run.left).any(|kept| kept.extent().holds(run))
    }

    /// Keeps an alignment where it is a passage and not one that is kept already.
    pub fn consider(&mut self, runs: &[Anchor]) {
        let runs = self.trim(runs);
        let alignment = Alignment { score: self.score(&runs), runs };
        if !self.is_passage(&alignment) {
            return;
        }
        let extent = alignment.extent();
        let middle = extent.left.0.midpoint(extent.left.1);
        let known = [extent.left.0, middle, extent.left.1.saturating_sub(1)]
            .into_iter()
            .any(|at| self.near(at).any(|kept| extent.is_half_in(kept.extent())));
        if !known {
            self.keep(alignment);
        }
    }

    /// The passages in order of place, fragments joined.
    pub fn finish(mut self) -> Vec<Alignment> {
        let mut kept = std::mem::take(&mut self.kept);
        kept.sort_by_key(|alignment| (alignment.extent().left, alignment.extent().right));
        let mut joined: Vec<Alignment> = Vec::with_capacity(kept.len());
        for alignment in kept {
            // The fragment before it need not be the last: other passages may begin between them.
            let before = joined.iter_mut().rev().take(16).find(|before| self.go_together(before, &alignment));
            if let Some(before) = before {
                before.runs.extend(alignment.runs);
                before.score = self.score(&before.runs);
            } else {
                joined.push(alignment);
            }
        }
        joined
    }

    fn near(&self, left: u32) -> impl Iterator<Item = &Alignment> {
        let bucket = self.buckets.get((left / BUCKET_WORDS) as usize);
        bucket.into_iter().flatten().map(|index| &self.kept[*index as usize])
    }

    fn keep(&mut self, alignment: Alignment) {
        let (start, end) = alignment.extent().left;
        for bucket in start / BUCKET_WORDS..=end.saturating_sub(1) / BUCKET_WORDS {
            self.buckets[bucket as usize].push(self.kept.len() as u32);
        }
        self.kept.push(alignment);
    }

    /// Drops runs at either end that score too little above the change that parts them from the rest.
    fn trim(&self, runs: &[Anchor]) -> Vec<Anchor> {
        let gains: Vec<i32> = runs.iter().map(|run| self.texts.score(*run)).collect();
        let costs: Vec<i32> = runs.windows(2).map(|pair| self.cost(pair[0], pair[1])).collect();
        let end = runs.len() - weak(gains.iter().rev(), costs.iter().rev(), self.settings.scoring.end_gain);
        let start = weak(gains[..end].iter(), costs.iter(), self.settings.scoring.end_gain);
        runs[start..end].to_vec()
    }

    fn cost(&self, before: Anchor, after: Anchor) -> i32 {
        let left = after.left.saturating_sub(before.left + before.length);
        let right = after.right.saturating_sub(before.right + before.length);
        let (end_left, end_right) = ((before.left + before.length) as usize, (before.right + before.length) as usize);
        let elided = if left > right {
            self.texts.right_elided.get(end_right..=after.right as usize)
        } else {
            self.texts.left_elided.get(end_left..=after.left as usize)
        };
        self.settings.scoring.gap_cost(left, right, elided.is_some_and(|flags| flags.contains(&true)))
    }

    fn score(&self, runs: &[Anchor]) -> i32 {
        let gains: i32 = runs.iter().map(|run| self.texts.score(*run)).sum();
        gains - runs.windows(2).map(|pair| self.cost(pair[0], pair[1])).sum::<i32>()
    }

    fn is_passage(&self, alignment: &Alignment) -> bool {
        let is_long = |run: &Anchor| self.words(*run) >= self.settings.shortest_run_words;
        self.is_similar(&alignment.runs) && (alignment.score >= self.threshold || alignment.runs.iter().any(is_long))
    }

    /// Whether enough of the shorter side's words agree.
    fn is_similar(&self, runs: &[Anchor]) -> bool {
        let extent = extent(runs);
        let agreeing: u32 = runs.iter().map(|run| run.length).sum();
        let shorter = extent.left_words().min(extent.right_words());
        u64::from(agreeing) * 100 >= u64::from(shorter) * u64::from(self.settings.least_similarity_percent)
    }

    fn words(&self, run: Anchor) -> u32 {
        let start = run.left as usize;
        self.counts[start..start + run.length as usize].iter().map(|count| u32::from(*count)).sum()
    }

    /// Whether two alignments are fragments of one passage: in the same order, close, and the gap no longer than they.
    fn go_together(&self, before: &Alignment, after: &Alignment) -> bool {
        let (first, second) = (before.extent(), after.extent());
        let (Some(left), Some(right)) =
            (second.left.0.checked_sub(first.left.1), second.right.0.checked_sub(first.right.1))
        else {
            return false;
        };
        let longest = self.settings.merge_gap_words.min(first.left_words().min(second.left_words()) * 2);
        left.max(right) <= longest
            && left.min(right) <= longest / 4
            && self.is_similar(&[before.runs.as_slice(), &after.runs].concat())
    }
}

/// How many runs from one end do not gain enough over the change that follows them: `costs[i]` parts run `i` from `i + 1`.
fn weak<'a>(gains: impl Iterator<Item = &'a i32>, costs: impl Iterator<Item = &'a i32>, least: i32) -> usize {
    let mut weak = 0;
    let mut sum = 0;
    for (index, (gain, cost)) in gains.zip(costs).enumerate() {
        sum += gain - cost;
        if sum < least {
            weak = index + 1;
            sum = 0;
        }
    }
    weak
}
