//! Places that a sentence names, and which lies in which.

use super::super::Read;
use super::super::vocabulary::sorted_table::SortedTable;
use crate::model::{Span, TokenKind};

/// Towns and states with what holds them: "el paso", "texas".
static PLACES: SortedTable = SortedTable::new(include_str!("../../../assets/lexicon/places.tsv"));

/// The most words that a place's name has.
const MOST_WORDS: usize = 4;

/// A place that a sentence names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where it stands.
    pub span: Span,
    /// Its name in small letters.
    pub name: String,
}

/// How two places stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// One name.
    Same,
    /// The left one lies in the right one.
    LeftInRight,
    /// The right one lies in the left one.
    RightInLeft,
    /// Neither holds the other, as far as we know.
    Apart,
}

/// The places of a sentence that the gazetteer knows, in order.
pub fn find(read: Read<'_>, sentence: Span) -> Vec<Place> {
    let text = &read.article.text;
    let tokens = &read.reading.tokens;
    let first = tokens.partition_point(|token| token.span.start < sentence.start);
    let end = tokens.partition_point(|token| token.span.start < sentence.end);
    let tokens = &tokens[first..end];
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let capital = |index: usize| {
            tokens[index].kind == TokenKind::Word && tokens[index].span.of(text).starts_with(char::is_uppercase)
        };
        let longest = (at..tokens.len().min(at + MOST_WORDS)).take_while(|&index| capital(index)).count();
        let place = (1..=longest).rev().find_map(|length| {
            let span = Span::new(tokens[at].span.start, tokens[at + length - 1].span.end);
            let name = name(span.of(text));
            is_known(&name).then_some((length, Place { span, name }))
        });
        match place {
            Some((length, place)) => {
                found.push(place);
                at += length;
            }
            None => at += longest.max(1).min(1 + usize::from(longest == 0)),
        }
    }
    found
}

/// How two places stand to each other.
pub fn standing(left: &Place, right: &Place) -> Standing {
    if left.name == right.name {
        Standing::Same
    } else if holds(&right.name, &left.name) {
        Standing::LeftInRight
    } else if holds(&left.name, &right.name) {
        Standing::RightInLeft
    } else {
        Standing::Apart
    }
}

fn name(written: &str) -> String {
    let name = written.to_lowercase().replace('’', "'");
    name.strip_suffix("'s").map(str::to_owned).unwrap_or(name)
}

fn is_known(name: &str) -> bool {
    PLACES.find(name).is_some() || is_holder(name)
}

/// Whether a place lies in another, by way of at most one between them: some names are a town's and a state's.
fn holds(outer: &str, inner: &str) -> bool {
    let holders = |name: &str| PLACES.find(name).map(|line| line.split('\t').skip(1)).into_iter().flatten();
    holders(inner).any(|holder| holder == outer || holders(holder).any(|next| next == outer))
}

/// Whether any town lies in it.
fn is_holder(name: &str) -> bool {
    use std::collections::HashSet;
    use std::sync::OnceLock;
    static HOLDERS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    HOLDERS.get_or_init(|| PLACES.lines().flat_map(|line| line.split('\t').skip(1)).collect()).contains(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str) -> Place {
        Place { span: Span::default(), name: name.to_owned() }
    }

    #[test]
    fn a_town_lies_in_its_state_and_the_state_in_its_country() {
        assert_eq!(standing(&place("dayton"), &place("ohio")), Standing::LeftInRight);
        assert_eq!(standing(&place("ohio"), &place("dayton")), Standing::RightInLeft);
        assert_eq!(standing(&place("dayton"), &place("united states")), Standing::LeftInRight);
        assert_eq!(standing(&place("dayton"), &place("texas")), Standing::Apart);
    }

    #[test]
    fn every_name_has_a_standing() {
        let names: Vec<&str> = PLACES.lines().filter_map(|line| line.split('\t').next()).collect();
        for name in &names {
            let _ = standing(&place(name), &place("nowhere at all"));
        }
    }
}
