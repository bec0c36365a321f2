//! Going to a paragraph by its number.

use super::{Job, State};
use crate::model::{Side, Sides};

/// Which paragraph a reader asked for: its number, from 1, on both sides or on one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParagraphNumber {
    /// The side; both where none is named.
    pub side: Option<Side>,
    /// From 1.
    pub number: usize,
}

impl ParagraphNumber {
    /// Reads "7", "l 7", "right 7" or "7r". None for anything else.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        let digits = typed.trim_matches(|character: char| !character.is_ascii_digit());
        let name: String =
            typed.replacen(digits, "", 1).chars().filter(|character| character.is_alphabetic()).collect();
        let side = match name.as_str() {
            "" => None,
            "l" | "left" => Some(Side::Left),
            "r" | "right" => Some(Side::Right),
            _ => return None,
        };
        let number = digits.parse().ok().filter(|number| *number > 0)?;
        Some(Self { side, number })
    }
}

impl State {
    /// How many paragraphs an article has; none where none is open.
    pub fn paragraphs(&self, side: Side) -> Option<usize> {
        self.columns.get(side).opened.as_ref().map(|opened| opened.paragraphs())
    }

    /// Brings a paragraph into view, on both sides at one height where none is named. An article that is shorter goes to
    /// its last.
    pub(super) fn go_to_paragraph(&mut self, asked: ParagraphNumber) -> Vec<Job> {
        let mut spans = Sides::default();
        for side in Side::BOTH.into_iter().filter(|side| asked.side.is_none_or(|asked| asked == *side)) {
            let Some(opened) = &self.columns.get(side).opened else { continue };
            *spans.get_mut(side) = opened.paragraph_of_number(asked.number);
        }
        if spans != Sides::default() {
            self.visit(spans);
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_and_without_a_side() {
        let number = |side, number| Some(ParagraphNumber { side, number });
        assert_eq!(ParagraphNumber::parse(" 7 "), number(None, 7));
        for typed in ["l 7", "L7", "left 7", "7 l", "l. 7"] {
            assert_eq!(ParagraphNumber::parse(typed), number(Some(Side::Left), 7), "{typed}");
        }
        assert_eq!(ParagraphNumber::parse("right 12"), number(Some(Side::Right), 12));
        for typed in ["", "l", "0", "seven", "x 7", "7 8", "99999999999999999999999"] {
            assert_eq!(ParagraphNumber::parse(typed), None, "{typed}");
        }
    }
}
