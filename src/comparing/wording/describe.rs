//! A verdict in plain words.

use std::fmt::Write as _;

use super::{Change, ChangeKind, Verdict};
use crate::model::{Sides, Span, Wording, words_in};

/// No more changes than these are spelled out.
const MOST_SPELLED_OUT: usize = 3;

/// No more bytes of a wording than these are repeated.
const LONGEST_REPEATED: usize = 60;

/// What [`Verdict::describe_quotation`] calls the text that is quoted from.
const ORIGINAL: &str = "the article";

impl Verdict {
    /// What to check in a quotation (left) from an article (right).
    pub fn describe_quotation(&self, texts: Sides<&str>) -> String {
        self.describe(texts, Sides::new("the quotation", ORIGINAL))
    }

    /// What to check, in one or two sentences; `names` call the two wordings ("the left", "the quotation").
    pub fn describe(&self, texts: Sides<&str>, names: Sides<&str>) -> String {
        let mut parts = match self.wording {
            Wording::Different => return "Other words.".to_owned(),
            Wording::Same => return self.describe_same(),
            _ => self.changes.iter().filter(|change| !change.kind.is_slight()).collect::<Vec<_>>(),
        };
        let more = parts.len().saturating_sub(MOST_SPELLED_OUT);
        parts.truncate(MOST_SPELLED_OUT);
        let spelled: Vec<String> = parts.into_iter().map(|change| change.describe(texts, names)).collect();
        let mut sentence = spelled.join("; ");
        if more > 0 {
            let _ = write!(sentence, "; and {more} more");
        }
        if self.joined {
            sentence.push_str("; words from two places stand together without an ellipsis");
        }
        sentence
    }

    /// How many words differ: altered, put in or left out without a mark, on the side that has more of them.
    pub fn differing_words(&self, texts: Sides<&str>) -> usize {
        let differ =
            |change: &&Change| matches!(change.kind, ChangeKind::Altered | ChangeKind::Dropped | ChangeKind::Added);
        let words = |span: Span, text: &str| words_in(span.of(text));
        let found = || self.changes.iter().filter(differ);
        let left: usize = found().map(|change| words(change.left, texts.left)).sum();
        let right: usize = found().map(|change| words(change.right, texts.right)).sum();
        left.max(right)
    }

    fn describe_same(&self) -> String {
        let has = |kind| self.changes.iter().any(|change| change.kind == kind);
        let mut differing = Vec::new();
        differing.extend(self.marks_differ.then_some("marks"));
        differing.extend(has(ChangeKind::Case).then_some("capitals"));
        differing.extend(has(ChangeKind::Spelling).then_some("spelling"));
        match differing.as_slice() {
            [] => "word for word the same".to_owned(),
            [one] => format!("the same words; only {one} differ{}", if *one == "spelling" { "s" } else { "" }),
            [first, second] => format!("the same words; only {first} and {second} differ"),
            _ => "the same words; only marks, capitals and spelling differ".to_owned(),
        }
    }
}

impl Change {
    fn describe(&self, texts: Sides<&str>, names: Sides<&str>) -> String {
        let left = repeated(self.left, texts.left);
        let right = repeated(self.right, texts.right);
        match self.kind {
            ChangeKind::Altered => format!("{} has “{left}”, {} “{right}”", names.left, names.right),
            ChangeKind::Dropped if names.right == ORIGINAL => format!("{ORIGINAL} does not have “{left}” there"),
            ChangeKind::Dropped => format!("{} leaves out “{left}” without a mark", names.right),
            ChangeKind::Added => format!("{} leaves out “{right}” without a mark", names.left),
            ChangeKind::Elided if self.right.is_empty() => format!("{} leaves out “{left}”", names.right),
            ChangeKind::Elided if self.left.is_empty() => format!("{} leaves out “{right}”", names.left),
            ChangeKind::Elided => format!("both leave words out: “{left}”, “{right}”"),
            ChangeKind::Bracketed => self.describe_brackets(&left, &right, names),
            ChangeKind::Spelling | ChangeKind::Case => format!("“{left}”, “{right}”"),
        }
    }

    fn describe_brackets(&self, left: &str, right: &str, names: Sides<&str>) -> String {
        if self.left.is_empty() {
            format!("{} puts in “{right}” in brackets", names.right)
        } else if self.right.is_empty() {
            format!("{} puts in “{left}” in brackets", names.left)
        } else {
            format!("brackets: {} has “{left}”, {} “{right}”", names.left, names.right)
        }
    }
}

/// The words of a span on one line, cut in the middle where they are many.
fn repeated(span: Span, text: &str) -> String {
    let line = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.len() <= LONGEST_REPEATED {
        return line;
    }
    let words: Vec<&str> = line.split(' ').collect();
    let half = |words: &mut dyn Iterator<Item = &&str>| -> Vec<String> {
        let mut bytes = 0;
        let fits = words.take_while(|word| {
            bytes += word.len() + 1;
            bytes <= LONGEST_REPEATED / 2
        });
        fits.map(|word| (*word).to_owned()).collect()
    };
    let head = half(&mut words.iter());
    let mut tail = half(&mut words.iter().rev());
    tail.reverse();
    format!("{} … {}", head.join(" "), tail.join(" "))
}
