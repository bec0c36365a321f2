//! Single marks, paired, and told from apostrophes.

use super::mark::{Lean, Mark};
use super::{Run, closed};

/// Words that begin with an apostrophe because letters are left out.
const ELIDED: [&str; 14] =
    ["em", "til", "till", "tis", "twas", "cause", "cuz", "bout", "round", "n", "nuff", "neath", "ere", "tude"];

/// Pairs single marks; both ends inside the same double run or both outside all.
pub fn pair(text: &str, marks: &[Mark], doubles: &[Run]) -> Vec<Run> {
    let mut found = Vec::new();
    let homes = homes(marks, doubles);
    let mut index = 0;
    while index < marks.len() {
        let opening = marks[index];
        index += 1;
        if !opens_single(text, opening) {
            continue;
        }
        if let Some(closing) = closing_single(marks, &homes, index) {
            found.extend(closed(text, opening, marks[closing]));
            index = closing + 1;
        }
    }
    found
}

fn opens_single(text: &str, mark: Mark) -> bool {
    let begins = matches!(mark.character, '‘' | '‚' | '‹' | '\'' | '`') && mark.lean == Lean::Opening;
    let rest = &text[mark.end..];
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(8).collect::<String>().to_lowercase();
    let decade = word.starts_with(|c: char| c.is_ascii_digit()) && word.trim_end_matches('s').len() == 2;
    begins && !decade && !ELIDED.contains(&word.as_str()) && mark.after.is_some_and(|c| !c.is_whitespace())
}

/// Of each mark: the smallest double run around it.
fn homes(marks: &[Mark], doubles: &[Run]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..doubles.len()).collect();
    order.sort_by_key(|&index| (doubles[index].inner.start, std::cmp::Reverse(doubles[index].inner.end)));
    let mut order = order.into_iter().peekable();
    let mut around: Vec<usize> = Vec::new();
    let mut home = |at: usize| {
        while let Some(index) = order.next_if(|&index| doubles[index].inner.start <= at) {
            around.push(index);
        }
        while around.last().is_some_and(|&index| doubles[index].inner.end <= at) {
            around.pop();
        }
        around.last().copied()
    };
    marks.iter().map(|mark| home(mark.at)).collect()
}

/// The index of the mark that closes the one before `from`: the first that a sentence mark or no "s" precedes; else the last
/// that an "s" precedes (a plural's possessive looks the same).
fn closing_single(marks: &[Mark], homes: &[Option<usize>], from: usize) -> Option<usize> {
    /// How many marks ahead are looked at; a longer search would cost more than it finds.
    const REACH: usize = 40;
    let home = homes[from - 1];
    let mut doubtful = None;
    for (index, mark) in marks.iter().enumerate().skip(from).take(REACH) {
        if homes[index] != home {
            if home.is_some() {
                break;
            }
            continue;
        }
        if mark.lean == Lean::Opening && mark.character != '’' {
            break;
        }
        let closes = matches!(mark.character, '’' | '›' | '\'' | '‘')
            && mark.before.is_some_and(|c| !c.is_whitespace())
            && mark.after.is_none_or(|c| !c.is_alphanumeric());
        if !closes {
            continue;
        }
        let possessive = mark.before == Some('s') && mark.after.is_some_and(char::is_whitespace);
        if !possessive {
            return Some(index);
        }
        doubtful = Some(index);
    }
    doubtful
}
