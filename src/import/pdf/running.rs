//! Running heads and feet and page numbers: what stands at the same height on several pages and repeats or counts.

use super::words::Word;

/// How many lines at the top and at the bottom of a page may be running heads and feet.
const EDGE_LINES: usize = 3;
/// Lines at the same height differ by less than this, in points.
const SAME_HEIGHT: f32 = 4.0;
/// Pages whose heads are compared: left and right pages have their own, and a chapter's first has none.
const COMPARED_PAGES: usize = 3;
/// A head or foot stands in this outer share of what is written, or in twice as much if nothing stands further out.
const EDGE_SHARE: f32 = 0.17;

/// Takes running heads and feet away from the pages.
pub fn drop(pages: &mut [Vec<Word>]) {
    // Of what is written on any page, as the paper may be much larger.
    let whole = pages
        .iter()
        .flatten()
        .fold((f32::MAX, f32::MIN), |whole, word| (whole.0.min(word.baseline), whole.1.max(word.baseline)));
    let edges: Vec<Vec<Row>> = pages.iter().map(|words| edge_rows(words, whole)).collect();
    let dropped: Vec<Vec<f32>> = (0..pages.len()).map(|page| running(&edges, page)).collect();
    for (words, baselines) in pages.iter_mut().zip(dropped) {
        words.retain(|word| !baselines.iter().any(|baseline| (word.baseline - baseline).abs() < 0.3 * word.size));
    }
}

/// A row of words at the top or the bottom of a page.
struct Row {
    baseline: f32,
    /// Its words with every number as one sign.
    shape: String,
    numbers: Vec<u32>,
    is_top: bool,
    /// White space between it and the rest of the page, in its own font sizes.
    apart: f32,
    /// Whether it stands in the outermost part of the page.
    is_outer: bool,
}

fn edge_rows(words: &[Word], (top, bottom): (f32, f32)) -> Vec<Row> {
    let mut baselines: Vec<(f32, f32)> = words.iter().map(|word| (word.baseline, word.size)).collect();
    baselines.sort_by(|one, other| one.0.total_cmp(&other.0));
    baselines.dedup_by(|next, row| next.0 - row.0 < 0.3 * next.1);
    let count = baselines.len();
    let row = |at: usize| {
        let (baseline, size) = baselines[at];
        let is_top = at < EDGE_LINES;
        let inner = if is_top { baselines.get(at + 1) } else { at.checked_sub(1).and_then(|at| baselines.get(at)) };
        let apart = inner.map_or(f32::MAX, |inner| (inner.0 - baseline).abs() / size.max(1.0));
        // Small pages have wide margins: their outermost lines may stand further in.
        let share = if at == 0 || at + 1 == count { 2.0 * EDGE_SHARE } else { EDGE_SHARE };
        let outer = share * (bottom - top);
        let is_outer = baseline < top + outer || baseline > bottom - outer;
        Row { is_top, apart, is_outer, ..Row::of(words, baseline) }
    };
    (0..count).filter(|at| *at < EDGE_LINES || at + EDGE_LINES >= count).map(row).collect()
}

impl Row {
    fn of(words: &[Word], baseline: f32) -> Self {
        let mut words: Vec<&Word> =
            words.iter().filter(|word| (word.baseline - baseline).abs() < 0.3 * word.size).collect();
        words.sort_by(|left, right| left.left.total_cmp(&right.left));
        let (mut shape, mut numbers) = (String::new(), Vec::new());
        for word in words {
            let mut digits = String::new();
            for letter in word.text.chars().chain([' ']) {
                if letter.is_ascii_digit() {
                    digits.push(letter);
                    continue;
                }
                if !digits.is_empty() {
                    shape.push('#');
                    numbers.extend(digits.parse::<u32>());
                    digits.clear();
                }
                shape.extend(letter.to_lowercase());
            }
        }
        Self { baseline, shape, numbers, is_top: false, apart: 0.0, is_outer: false }
    }

    /// Whether it is a number of this page, alone or with "page" and dashes.
    fn is_page_number(&self) -> bool {
        let words = self.shape.replace(['-', '–', '—', '|', '/', '[', ']', '(', ')', '.', '·', '•'], " ");
        let mut words = words.split_whitespace();
        let is_plain = words.all(|word| matches!(word, "#" | "page" | "p" | "of" | "seite" | "von" | "sur" | "de"));
        let is_roman = || {
            let letters = self.shape.trim();
            (1..=6).contains(&letters.len()) && letters.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x' | 'l'))
        };
        (is_plain && (1..=2).contains(&self.numbers.len())) || is_roman()
    }

    /// Whether it is what a browser prints below a page: an address and "1/3".
    fn is_browser_foot(&self) -> bool {
        let is_address = ["http", "file:", "https", "about:"].iter().any(|start| self.shape.starts_with(start));
        is_address && self.shape.trim_end().ends_with("#/#")
    }

    /// Whether it starts with a day and an hour, as what a browser prints above a page does.
    fn is_browser_head(&self) -> bool {
        let shape = self.shape.trim_start();
        shape.starts_with("#/#/#, #:#") || shape.starts_with("#.#.#, #:#") || shape.starts_with("#-#-#, #:#")
    }
}

/// The baselines of the rows of that page that run.
fn running(edges: &[Vec<Row>], page: usize) -> Vec<f32> {
    let rows = &edges[page];
    let has_foot = rows.iter().any(Row::is_browser_foot);
    let mut dropped = Vec::new();
    for is_top in [true, false] {
        let mut side: Vec<&Row> = rows.iter().filter(|row| row.is_top == is_top).collect();
        if !is_top {
            side.reverse();
        }
        // From the edge inwards, as long as each is one.
        for row in side {
            let is_alone = row.is_outer && row.apart > 1.6 && row.is_page_number();
            let is_browsers = has_foot && (row.is_browser_foot() || (is_top && row.is_browser_head()));
            if !(is_alone || is_browsers || runs(edges, page, row)) {
                break;
            }
            dropped.push(row.baseline);
        }
    }
    dropped
}

/// Whether the row stands on one of the pages around too, with other numbers at most.
fn runs(edges: &[Vec<Row>], page: usize, row: &Row) -> bool {
    if !row.is_outer {
        return false;
    }
    let first = page.saturating_sub(COMPARED_PAGES);
    let last = (page + COMPARED_PAGES).min(edges.len().saturating_sub(1));
    (first..=last).filter(|other| *other != page).any(|other| {
        edges[other].iter().any(|one| {
            let is_same = one.is_top == row.is_top && (one.baseline - row.baseline).abs() < SAME_HEIGHT && one.is_outer;
            let numbers = [&row.numbers, &one.numbers];
            let is_counted = numbers.iter().all(|numbers| numbers.len() == 1) && row.numbers != one.numbers;
            let is_apart = row.apart > 1.6 && one.apart > 1.6;
            is_same && (one.shape == row.shape || (is_counted && is_apart)) && counts(row, one, page, other)
        })
    })
}

/// Whether the numbers of two rows are the same or count with their pages; a table that goes on does neither.
fn counts(row: &Row, other: &Row, page: usize, other_page: usize) -> bool {
    let pages = page as i64 - other_page as i64;
    row.numbers.len() == other.numbers.len()
        && row.numbers.iter().zip(&other.numbers).all(|(one, other)| {
            let difference = i64::from(*one) - i64::from(*other);
            difference == 0 || difference == pages
        })
}
