//! How a document is set: the size of its running text, its leading, the weight of its letters.

use std::collections::BTreeMap;

use super::lines::Line;
use super::words::Word;

/// Strokes so much wider than those of the running text are bold, in percent.
const BOLD_STROKE_PERCENT: f32 = 125.0;

/// Words leaning so much further than the running text are italic: the tangent of about eight degrees.
const ITALIC_LEAN: f32 = 0.14;

/// How a document is set, in points.
#[derive(Debug, Default)]
pub struct Measures {
    /// The font size of most of its letters.
    pub body_size: f32,
    /// The usual distance between lines, by twice their font size.
    leadings: BTreeMap<i32, f32>,
    /// The mean stroke of the running text, in thousandths of an em.
    stroke: f32,
    /// How far the running text leans, as a tangent.
    lean: f32,
    /// Whether most of it is bold by name.
    pub is_body_bold: bool,
}

impl Measures {
    /// Of the lines of all regions.
    pub fn of(regions: &[Vec<Line>]) -> Self {
        let lines = || regions.iter().flatten();
        let body_size = most(lines().map(|line| (line.size, letters(line)))).unwrap_or(10.0);
        let body = || lines().filter(|line| (line.size - body_size).abs() < 0.3).flat_map(|line| &line.words);
        let stroke = most(body().filter(|word| word.look.stroke > 0.0).map(|word| (word.look.stroke, word.text.len())));
        let mut leans: Vec<f32> = body().map(|word| word.look.lean).filter(|lean| *lean != 0.0).collect();
        leans.sort_by(f32::total_cmp);
        let bold = body().filter(|word| word.look.bold).count();
        Self {
            body_size,
            leadings: leadings(regions),
            stroke: stroke.unwrap_or(0.0),
            lean: leans.get(leans.len() / 2).copied().unwrap_or(0.0),
            is_body_bold: bold * 2 > body().count(),
        }
    }

    /// The usual distance between lines of that font size.
    pub fn leading(&self, size: f32) -> f32 {
        let known = self.leadings.get(&class(size)).copied();
        known.filter(|leading| (0.9..2.6).contains(&(leading / size))).unwrap_or_else(|| {
            let body = self.leadings.get(&class(self.body_size));
            body.map_or(1.3, |leading| (leading / self.body_size).clamp(1.0, 1.6)) * size
        })
    }

    /// Whether a word is italic.
    pub fn is_italic(&self, word: &Word) -> bool {
        word.look.italic || (word.look.lean != 0.0 && word.look.lean > self.lean + ITALIC_LEAN)
    }

    /// Whether most of a line is heavier than the running text.
    pub fn is_bold(&self, line: &Line) -> bool {
        let bold = line.words.iter().filter(|word| {
            let is_heavy = self.stroke > 0.0 && word.look.stroke * 100.0 > self.stroke * BOLD_STROKE_PERCENT;
            is_heavy || (word.look.bold && !self.is_body_bold)
        });
        bold.map(|word| word.text.len()).sum::<usize>() * 10
            > 9 * line.words.iter().map(|word| word.text.len()).sum::<usize>()
    }
}

fn letters(line: &Line) -> usize {
    line.words.iter().map(|word| word.text.len()).sum()
}

fn class(size: f32) -> i32 {
    (size * 2.0).round() as i32
}

fn leadings(regions: &[Vec<Line>]) -> BTreeMap<i32, f32> {
    let mut distances: BTreeMap<i32, Vec<f32>> = BTreeMap::new();
    for pair in regions.iter().flat_map(|lines| lines.windows(2)) {
        let distance = pair[1].baseline - pair[0].baseline;
        if class(pair[0].size) == class(pair[1].size) && distance > 0.5 * pair[0].size {
            distances.entry(class(pair[0].size)).or_default().push(distance);
        }
    }
    let usual = |distances: Vec<f32>| most(distances.into_iter().map(|distance| (distance, 1)));
    distances.into_iter().filter_map(|(size, distances)| Some((size, usual(distances)?))).collect()
}

/// The value that has most weight, values within a fifth of a point of each other taken together.
pub fn most(values: impl Iterator<Item = (f32, usize)>) -> Option<f32> {
    let mut weights: BTreeMap<i32, (usize, f32)> = BTreeMap::new();
    for (value, weight) in values {
        let known = weights.entry((value * 5.0).round() as i32).or_insert((0, value));
        known.0 += weight;
    }
    let best = weights.into_values().reduce(|best, one| if one.0 > best.0 { one } else { best });
    best.map(|(_, value)| value)
}
