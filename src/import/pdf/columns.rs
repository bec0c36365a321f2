//! The words of a page to regions in the order in which they are read.
//!
//! A recursive X-Y cut (Nagy and Seth, "Hierarchical representation of optically scanned documents", ICPR 1984) with one
//! change: where rows of words are cut apart, neighbouring rows stay together as long as one empty strip runs down
//! through all of them (a strip is a maximal white rectangle as in Breuel, "Two geometric algorithms for layout
//! analysis", DAS 2002). So a headline over two of three columns and a figure across both part only what they part.

use super::words::{Word, is_right_to_left};

/// An empty strip narrower than this parts no columns, in ems of the text beside it.
const NARROWEST_GUTTER: f32 = 0.6;
/// A strip this wide parts columns that are short, in ems.
const WIDE_GUTTER: f32 = 0.9;
/// A strip this wide parts two lines from two, in ems.
const WIDEST_GUTTER: f32 = 2.5;
/// How many lines must stand on either side of a narrow strip: rivers in loose lines are shorter.
const LINES_BESIDE_NARROW_GUTTER: usize = 6;
/// How many lines must stand on either side of a wide strip.
const LINES_BESIDE_WIDE_GUTTER: usize = 3;
/// White space at a side of the page in which a column may come further down, in ems.
const NARROWEST_COLUMN: f32 = 6.0;
/// Lines of a column have so many letters on average; cells of a table, numbers and bullets have fewer.
const LETTERS_OF_A_LINE: usize = 11;
/// How many gutters are remembered: a newspaper's pages have a handful.
const MOST_KNOWN_GUTTERS: usize = 100;
/// How often a page is cut inside what was cut: pages of newspapers need three.
const DEEPEST_CUT: usize = 8;

/// The regions of a page in reading order: words, in no order, that are read line by line before anything else is read.
///
/// Gutters that are met are added to `known`, so that the few lines of a last page stand in columns where others do.
pub fn regions<'w>(words: &'w [Word], known: &mut Vec<Strip>) -> Vec<Vec<&'w Word>> {
    let mut regions = Vec::new();
    cut(words.iter().collect(), DEEPEST_CUT, known, &mut regions);
    regions
}

fn cut<'w>(words: Vec<&'w Word>, depth: usize, known: &mut Vec<Strip>, regions: &mut Vec<Vec<&'w Word>>) {
    let bands = bands(words);
    let whole = whole(&bands);
    let mut plain: Vec<&Word> = Vec::new();
    let mut at = 0;
    while at < bands.len() {
        let group = if depth == 0 { None } else { Group::starting(&bands, at, whole, known) };
        let Some(group) = group else {
            plain.extend(&bands[at].words);
            at += 1;
            continue;
        };
        // Bands that the group begins with, and that stand above its columns.
        plain.extend(bands[at..group.start].iter().flat_map(|band| &band.words));
        push_region(std::mem::take(&mut plain), regions);
        let columns = in_reading_order(group.columns(&bands));
        at = group.end;
        for gutter in group.gutters {
            if known.len() < MOST_KNOWN_GUTTERS && !known.iter().any(|one| one.is_like(gutter)) {
                known.push(gutter);
            }
        }
        for column in columns {
            cut(column, depth - 1, known, regions);
        }
    }
    push_region(plain, regions);
}

/// Columns from left to right, or from right to left where most of their letters run so.
fn in_reading_order(mut columns: Vec<Vec<&Word>>) -> Vec<Vec<&Word>> {
    let words = || columns.iter().flatten().flat_map(|word| word.text.chars());
    let letters = || words().filter(|letter| letter.is_alphabetic());
    if letters().filter(|letter| is_right_to_left(*letter)).count() * 2 > letters().count() {
        columns.reverse();
    }
    columns
}

fn push_region<'w>(words: Vec<&'w Word>, regions: &mut Vec<Vec<&'w Word>>) {
    if !words.is_empty() {
        regions.push(words);
    }
}

/// Words whose lines overlap from top to bottom; a band's neighbours stand wholly above and below it.
struct Band<'w> {
    words: Vec<&'w Word>,
    top: f32,
    bottom: f32,
}

fn bands(mut words: Vec<&Word>) -> Vec<Band<'_>> {
    words.sort_by(|left, right| left.top().total_cmp(&right.top()));
    let mut bands: Vec<Band> = Vec::new();
    for word in words {
        match bands.last_mut() {
            Some(band) if word.top() < band.bottom => {
                band.bottom = band.bottom.max(word.bottom());
                band.words.push(word);
            }
            _ => bands.push(Band { top: word.top(), bottom: word.bottom(), words: vec![word] }),
        }
    }
    bands
}

/// An empty strip from `left` to `right`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strip {
    left: f32,
    right: f32,
}

impl Strip {
    fn width(self) -> f32 {
        self.right - self.left
    }

    /// Whether each lies for the most part within the other.
    fn is_like(self, other: Strip) -> bool {
        let common = self.right.min(other.right) - self.left.max(other.left);
        common * 10.0 > 7.0 * self.width().max(other.width())
    }

    fn is_inside(self, whole: Strip) -> bool {
        self.left > whole.left && self.right < whole.right
    }
}

/// Bands from `start` to `end` that stand in columns.
struct Group {
    start: usize,
    end: usize,
    gutters: Vec<Strip>,
}

impl Group {
    /// The longest group that starts with that band, if its columns are columns.
    fn starting(bands: &[Band<'_>], start: usize, whole: Strip, known: &[Strip]) -> Option<Self> {
        let size = size(&bands[start].words);
        let mut strips = vec![whole];
        let mut end = start;
        while let Some(band) = bands.get(end) {
            let narrowed = without(&strips, &band.words, NARROWEST_GUTTER * size);
            let may_part = |strip: &Strip| strip.is_inside(whole) || strip.width() > NARROWEST_COLUMN * size;
            if !narrowed.iter().any(may_part) {
                break;
            }
            strips = narrowed;
            end += 1;
        }
        let gutters = strips.into_iter().filter(|strip| strip.is_inside(whole)).collect();
        let mut group = Self { start, end, gutters };
        group.drop_false_gutters(bands, known);
        group.trim(bands);
        group.end_at_heading(bands);
        group.drop_false_gutters(bands, known);
        (!group.gutters.is_empty()).then_some(group)
    }

    fn words<'w>(&self, bands: &[Band<'w>]) -> impl Iterator<Item = &'w Word> {
        bands[self.start..self.end].iter().flat_map(|band| band.words.iter().copied())
    }

    /// Which column a word stands in.
    fn column(&self, word: &Word) -> usize {
        let middle = f32::midpoint(word.left, word.right);
        self.gutters.iter().take_while(|gutter| middle > gutter.left).count()
    }

    fn columns<'w>(&self, bands: &[Band<'w>]) -> Vec<Vec<&'w Word>> {
        let mut columns = vec![Vec::new(); self.gutters.len() + 1];
        for word in self.words(bands) {
            columns[self.column(word)].push(word);
        }
        columns
    }

    /// Takes away gutters until text stands on both sides of each.
    fn drop_false_gutters(&mut self, bands: &[Band<'_>], known: &[Strip]) {
        while !self.gutters.is_empty() {
            let columns = self.columns(bands);
            let sides: Vec<Side> = columns.iter().map(|words| Side::of(words)).collect();
            let is_true = |at: usize| {
                let (left, right) = (&sides[at], &sides[at + 1]);
                let ems = self.gutters[at].width() / left.size.min(right.size);
                let lines = left.lines.min(right.lines);
                let is_wide = ems >= WIDE_GUTTER && lines >= LINES_BESIDE_WIDE_GUTTER;
                let is_long = ems >= NARROWEST_GUTTER && lines >= LINES_BESIDE_NARROW_GUTTER;
                let is_widest = ems >= WIDEST_GUTTER && lines >= 2;
                let is_known = known.iter().any(|one| one.is_like(self.gutters[at]));
                let is_aligned = is_known || left.aligned.min(right.aligned) >= 2;
                (is_wide || is_long || is_widest || is_known) && is_aligned && left.is_text() && right.is_text()
            };
            match (0..self.gutters.len()).find(|at| !is_true(*at)) {
                // The worse of two neighbouring gutters goes: the one beside what is no column.
                Some(at) => self.gutters.remove(at),
                None => return,
            };
        }
    }

    /// A large line beside which all other columns pause, and under which all start anew at about one height, is a heading
    /// over them, however short it is.
    fn end_at_heading(&mut self, bands: &[Band<'_>]) {
        let usual = size_of(bands[self.start..self.end].iter().flat_map(|band| band.words.iter().copied()));
        let is_shared = |at: usize| bands[at].words.iter().any(|word| self.column(word) > 0);
        let starts_anew = |at: usize| {
            let first = |column: usize| {
                let words = bands[at..self.end].iter().take(2).flat_map(|band| &band.words);
                let words = words.filter(|word| self.column(word) == column);
                words.map(|word| word.baseline).reduce(f32::min)
            };
            let firsts: Vec<f32> = (0..=self.gutters.len()).filter_map(first).collect();
            firsts.len() > 1 && firsts.windows(2).all(|pair| (pair[0] - pair[1]).abs() < 1.3 * usual)
        };
        let stands_free = |at: usize| {
            let above = bands[at].top - bands[at - 1].bottom;
            above.min(bands[at + 1].top - bands[at].bottom) > 0.3 * usual
        };
        // Columns over a heading end within a line of each other.
        let pauses = |at: usize| is_shared(at - 1) || (at >= 2 && is_shared(at - 2));
        let is_heading = |at: &usize| {
            let at = *at;
            let is_large = size(&bands[at].words) > 1.08 * usual;
            is_large && stands_free(at) && !is_shared(at) && pauses(at) && starts_anew(at + 1)
        };
        if let Some(heading) = (self.start + 1..self.end.saturating_sub(1)).find(is_heading) {
            self.end = heading;
        }
    }

    /// Bands at either end that stand in one column and belong to what is above or below.
    fn trim(&mut self, bands: &[Band<'_>]) {
        let stands_alone = |band: &Band<'_>, group: &Self| {
            let column = band.words.first().map(|word| group.column(word));
            band.words.iter().all(|word| Some(group.column(word)) == column)
        };
        let usual = size_of(self.words(bands));
        while self.end > self.start + 1 && stands_alone(&bands[self.start], self) {
            let (band, next) = (&bands[self.start], &bands[self.start + 1]);
            let is_other = (size(&band.words) - usual).abs() > 0.12 * usual;
            let is_first_column = band.words.iter().all(|word| self.column(word) == 0);
            let is_set_off = is_other && next.top - band.bottom > 0.4 * usual;
            if !is_first_column && !is_set_off {
                break;
            }
            self.start += 1;
        }
        let Some(below) = bands.get(self.end) else { return };
        let mut end = self.end;
        while end > self.start + 1 && stands_alone(&bands[end - 1], self) {
            end -= 1;
        }
        // Of the lines that stand alone, those behind the last wide gap go with what follows.
        let gap = |at: usize| bands.get(at).map_or(below.top, |band| band.top) - bands[at - 1].bottom;
        let widest =
            (end..self.end).filter(|at| *at > self.start).max_by(|one, other| gap(*one).total_cmp(&gap(*other)));
        if let Some(widest) = widest.filter(|at| gap(*at) > gap(self.end) + 0.3 * usual) {
            self.end = widest;
        }
    }
}

/// The strip that holds all bands.
fn whole(bands: &[Band<'_>]) -> Strip {
    let (left, right) = bands
        .iter()
        .flat_map(|band| &band.words)
        .fold((f32::MAX, f32::MIN), |edges, word| (edges.0.min(word.left), edges.1.max(word.right)));
    Strip { left, right }
}

/// What is left of the strips beside those words.
fn without(strips: &[Strip], words: &[&Word], narrowest: f32) -> Vec<Strip> {
    let mut places: Vec<(f32, f32)> = words.iter().map(|word| (word.left, word.right)).collect();
    places.sort_by(|left, right| left.0.total_cmp(&right.0));
    let mut left: Vec<Strip> = Vec::new();
    for strip in strips {
        let mut start = strip.left;
        for &(word_left, word_right) in &places {
            if word_right <= start || word_left >= strip.right {
                continue;
            }
            left.push(Strip { left: start, right: word_left });
            start = start.max(word_right);
        }
        left.push(Strip { left: start, right: strip.right });
    }
    left.retain(|strip| strip.width() >= narrowest);
    left
}

/// What stands on one side of a gutter.
struct Side {
    lines: usize,
    /// Lines that start at its left edge; those beside a river do not.
    aligned: usize,
    /// Words that end in a colon: what stands beside a column of them is read with them.
    labels: usize,
    letters: usize,
    size: f32,
}

impl Side {
    fn of(words: &[&Word]) -> Self {
        let size = size(words);
        let mut places: Vec<(f32, f32)> = words.iter().map(|word| (word.baseline, word.left)).collect();
        places.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut starts: Vec<f32> = Vec::new();
        let mut last = f32::MIN;
        for (baseline, left) in places {
            match starts.last_mut() {
                Some(start) if baseline - last < 0.5 * size => *start = start.min(left),
                _ => {
                    starts.push(left);
                    last = baseline;
                }
            }
        }
        let edge = starts.iter().copied().fold(f32::MAX, f32::min);
        let aligned = starts.iter().filter(|start| **start - edge < 0.3 * size).count();
        let labels = words.iter().filter(|word| word.text.ends_with(':')).count();
        let letters = words.iter().map(|word| word.text.chars().count()).sum();
        Self { lines: starts.len(), aligned, labels, letters, size }
    }

    fn is_text(&self) -> bool {
        self.lines > 0
            && self.aligned * 5 >= self.lines * 2
            && self.labels * 2 < self.lines
            && self.letters >= LETTERS_OF_A_LINE * self.lines
    }
}

fn size(words: &[&Word]) -> f32 {
    size_of(words.iter().copied())
}

/// The font size in which most of the words are set.
fn size_of<'w>(words: impl Iterator<Item = &'w Word>) -> f32 {
    let mut sizes: Vec<f32> = words.map(|word| word.size).collect();
    if sizes.is_empty() {
        return 10.0;
    }
    let middle = sizes.len() / 2;
    *sizes.select_nth_unstable_by(middle, f32::total_cmp).1
}
