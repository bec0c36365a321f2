//! Double marks, paired.

use super::mark::{Lean, Mark};
use super::{Run, closed, missing};

/// Pairs double marks. Runs come with spans into `text` and no paragraph yet.
pub fn pair(text: &str, marks: &[Mark], opens_again: bool) -> Vec<Run> {
    let mut found = Vec::new();
    let mut open: Vec<Mark> = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        match turn(text, marks, index, &open) {
            Turn::Skip => found.extend(missing::opening(text, *mark, found.last(), marks.len(), &open)),
            Turn::Open => open.push(*mark),
            Turn::Reopen => {
                if let Some(lost) = open.pop() {
                    found.extend(missing::closing(text, lost, mark.at, false));
                }
                open.push(*mark);
            }
            Turn::Close => {
                if let Some(opening) = open.pop() {
                    found.extend(closed(text, opening, *mark));
                }
            }
        }
    }
    if let Some(lost) = open.first() {
        found.retain(|run: &Run| run.outer.start > lost.at || run.outer.end <= lost.at);
        found.extend(missing::closing(text, *lost, text.len(), opens_again));
    }
    found
}

enum Turn {
    Skip,
    Open,
    /// A new opening mark while one is open that nothing will close.
    Reopen,
    Close,
}

fn turn(text: &str, marks: &[Mark], index: usize, open: &[Mark]) -> Turn {
    let mark = marks[index];
    let opening_now = |last: &Mark| {
        let only_space = text.get(last.end..mark.at).is_some_and(|between| between.trim().is_empty());
        if only_space {
            Turn::Skip
        } else if open.len() == 1 && is_nested(marks, index) {
            Turn::Open
        } else {
            Turn::Reopen
        }
    };
    let is_inches = is_inches(text, mark);
    let Some(last) = open.last() else {
        let opens = match mark.character {
            '”' | '」' => mark.lean == Lean::Opening,
            // With nothing to close, whatever stands around it.
            '“' | '„' | '「' => true,
            '"' | '＂' => mark.lean != Lean::Closing && !is_inches,
            _ => mark.lean != Lean::Closing,
        };
        return if opens { Turn::Open } else { Turn::Skip };
    };
    match mark.character {
        '“' | '„' | '‟' | '「' => {
            let german = last.character == '„' && mark.lean != Lean::Opening;
            if german || mark.lean == Lean::Closing { Turn::Close } else { opening_now(last) }
        }
        '«' | '»' if last.character == mark.character => opening_now(last),
        '”' | '」' | '«' | '»' => Turn::Close,
        _ if is_inches && has_feet(text, mark) && index + 1 < marks.len() => Turn::Skip,
        _ if is_inches && last.character == '“' && marks.get(index + 1).is_some_and(|next| next.character == '”') => {
            Turn::Skip
        }
        _ if mark.lean == Lean::Opening => opening_now(last),
        _ => Turn::Close,
    }
}

/// Whether the opening mark at `index`, met while another is open, has closing marks ahead for both.
fn is_nested(marks: &[Mark], index: usize) -> bool {
    let closing = |mark: &&Mark| mark.lean == Lean::Closing || matches!(mark.character, '”' | '」');
    marks[index + 1..].iter().take(2).filter(closing).count() == 2
}

fn is_inches(text: &str, mark: Mark) -> bool {
    matches!(mark.character, '"') && mark.before.is_some_and(|c| c.is_ascii_digit()) && {
        word_before(text, mark).starts_with(|c: char| c.is_ascii_digit())
    }
}

fn has_feet(text: &str, mark: Mark) -> bool {
    word_before(text, mark).contains(['\'', '’', '′'])
}

/// The last few characters of the word that a mark follows.
fn word_before(text: &str, mark: Mark) -> &str {
    const REACH: usize = 8;
    let before = &text[..mark.at];
    let start = before.char_indices().rev().take(REACH).take_while(|(_, c)| !c.is_whitespace()).last();
    start.map_or("", |(at, _)| &before[at..])
}
