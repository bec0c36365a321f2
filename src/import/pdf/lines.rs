//! The words of a region to lines.

use super::words::Word;

/// A line of text, in points.
#[derive(Debug, Clone)]
pub struct Line {
    /// From left to right.
    pub words: Vec<Word>,
    /// Where its first word starts.
    pub left: f32,
    /// Where its last word ends.
    pub right: f32,
    /// What most of it stands on.
    pub baseline: f32,
    /// The font size of most of its letters.
    pub size: f32,
}

/// A letter this much larger than the text to its right is an initial that stands beside several lines.
const INITIAL_SIZE: f32 = 1.7;

/// A column of a newspaper has two or three.
const MOST_INITIALS: usize = 20;

/// The lines of a region from top to bottom.
pub fn lines(region: &[&Word]) -> Vec<Line> {
    let mut words: Vec<Word> = region.iter().map(|word| (*word).clone()).collect();
    words.sort_by(|left, right| left.baseline.total_cmp(&right.baseline));
    set_initials(&mut words);
    let mut lines: Vec<(Word, Vec<Word>)> = Vec::new();
    for word in words {
        match lines.iter_mut().rev().take(3).find(|(main, _)| stands_on(main, &word)) {
            Some((main, line)) => {
                if word.size > main.size {
                    *main = word.clone();
                }
                line.push(word);
            }
            None => lines.push((word.clone(), vec![word])),
        }
    }
    let mut lines: Vec<Line> = lines.into_iter().map(|(_, words)| line(words)).collect();
    lines.sort_by(|above, below| above.baseline.total_cmp(&below.baseline));
    lines
}

/// Whether a word's height lies for the most part within that of its line's largest word, as a superscript's does.
fn stands_on(main: &Word, word: &Word) -> bool {
    let overlap = main.bottom().min(word.bottom()) - main.top().max(word.top());
    overlap > 0.5 * (main.bottom() - main.top()).min(word.bottom() - word.top())
}

fn line(mut words: Vec<Word>) -> Line {
    words.sort_by(|left, right| left.left.total_cmp(&right.left));
    let words = tracked(words);
    let left = words.iter().map(|word| word.left).fold(f32::MAX, f32::min);
    let right = words.iter().map(|word| word.right).fold(f32::MIN, f32::max);
    let main = most_letters(&words, |word| word.size);
    let baseline = words.iter().find(|word| (word.size - main).abs() < 0.05).map_or(0.0, |word| word.baseline);
    Line { words, left, right, baseline, size: main }
}

/// The value that most letters have.
pub fn most_letters(words: &[Word], value: impl Fn(&Word) -> f32) -> f32 {
    let mut counts: Vec<(f32, usize)> = Vec::new();
    for word in words {
        let (value, letters) = (value(word), word.text.chars().count());
        match counts.iter_mut().find(|(known, _)| (*known - value).abs() < 0.05) {
            Some((_, count)) => *count += letters,
            None => counts.push((value, letters)),
        }
    }
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    best.map_or(0.0, |(value, _)| *value)
}

/// Words whose letters are set apart: what looks like words of one letter each is parted by its spaces, or else by the
/// gaps that stand out.
fn tracked(words: Vec<Word>) -> Vec<Word> {
    let single = words.iter().filter(|word| word.text.chars().count() <= 2).count();
    if words.len() < 5 || single * 10 < words.len() * 7 {
        return words;
    }
    let mut gaps: Vec<f32> = words.windows(2).map(|pair| pair[1].left - pair[0].right).collect();
    gaps.sort_by(f32::total_cmp);
    let usual = gaps[gaps.len() / 2].max(0.0);
    let spaces = words.iter().skip(1).filter(|word| word.is_spaced).count();
    if spaces * 2 > words.len() {
        return words;
    }
    let goes_on = |last: &Word, word: &Word| {
        if spaces > 0 { !word.is_spaced } else { word.left - last.right < usual * 1.7 }
    };
    let mut joined: Vec<Word> = Vec::new();
    for word in words {
        match joined.last_mut() {
            Some(last) if goes_on(last, &word) => {
                last.text = format!("{}{}", last.text, word.text).into();
                last.right = word.right;
            }
            _ => joined.push(word),
        }
    }
    joined
}

/// Sets an initial that stands beside several lines onto the first of them, at its start.
fn set_initials(words: &mut [Word]) {
    let mut sizes: Vec<f32> = words.iter().map(|word| word.size).collect();
    sizes.sort_by(f32::total_cmp);
    let Some(usual) = sizes.get(sizes.len() / 2).copied() else { return };
    let initials: Vec<usize> = (0..words.len())
        .filter(|at| words[*at].size > INITIAL_SIZE * usual && words[*at].text.chars().count() <= 3)
        .take(MOST_INITIALS)
        .collect();
    for at in initials {
        if let Some(first) = first_beside(words, at, usual) {
            set_out(words, at, usual);
            let (beside, initial) = (words[first].clone(), &mut words[at]);
            initial.baseline = beside.baseline;
            initial.size = beside.size;
            // Nearer than a word's gap, unless a quotation mark or a word by itself is set so.
            let is_whole = initial.text.chars().all(|letter| matches!(letter, 'A' | 'I')) && beside.is_spaced;
            initial.right = if is_whole { initial.right } else { beside.left };
            words[first].is_spaced = is_whole;
        }
    }
    words.sort_by(|left, right| left.baseline.total_cmp(&right.baseline));
}

/// Lets the lines beside an initial start where it does, so that they are not taken for indented.
fn set_out(words: &mut [Word], at: usize, usual: f32) {
    let initial = words[at].clone();
    let edge = words.iter().map(|word| word.left).fold(f32::MAX, f32::min);
    // It may itself be indented as any paragraph's first line is.
    let left = if initial.left - edge < 2.5 * usual { edge } else { initial.left };
    words[at].left = left;
    for word in words.iter_mut().filter(|word| is_beside(&initial, word, usual)) {
        if word.baseline > initial.top() + 1.5 * usual {
            word.left = left;
        }
    }
}

/// Whether a word starts a line that stands to the right of an initial.
fn is_beside(initial: &Word, word: &Word, usual: f32) -> bool {
    word.size < 1.3 * usual
        && word.left >= initial.right - 0.3 * usual
        && word.left < initial.right + 1.5 * usual
        && word.baseline > initial.top()
        && word.baseline <= initial.baseline + 0.3 * usual
}

/// The first word of the topmost of two lines or more that stand to the right of an initial.
fn first_beside(words: &[Word], at: usize, usual: f32) -> Option<usize> {
    let initial = &words[at];
    let mut beside: Vec<usize> =
        (0..words.len()).filter(|other| *other != at && is_beside(initial, &words[*other], usual)).collect();
    beside.sort_by(|one, other| {
        let (one, other) = (&words[*one], &words[*other]);
        one.baseline.total_cmp(&other.baseline).then(one.left.total_cmp(&other.left))
    });
    let (first, last) = (*beside.first()?, *beside.last()?);
    (words[last].baseline - words[first].baseline > 0.5 * usual).then_some(first)
}
