//! Counts, money and percentages.

use super::{Found, Line, numbers};
use crate::model::{Figure, FigureKind, TokenKind};

/// How many words after a number may say what it counts.
const MOST_COUNTED_WORDS: usize = 5;

/// The amount that begins at a token.
pub fn read(line: Line<'_>, at: usize) -> Option<Found> {
    let (from, hedged) = hedge(line, at);
    money(line, at, from, hedged).or_else(|| number(line, at, from, hedged))
}

/// Where the amount's number begins, past "nearly", "more than", "an estimated".
fn hedge(line: Line<'_>, at: usize) -> (usize, bool) {
    let words = [line.word(at), line.word(at + 1), line.word(at + 2)];
    let length = match words {
        ["as", "many" | "much" | "few", "as"] => 3,
        ["more" | "less" | "fewer" | "greater", "than", _]
        | ["at", "least" | "most", _]
        | ["up" | "close", "to", _]
        | ["an", "estimated", _] => 2,
        [
            "nearly" | "about" | "almost" | "some" | "roughly" | "approximately" | "around" | "over" | "estimated"
            | "only" | "just",
            ..,
        ] => 1,
        _ => 0,
    };
    (at + length, length > 0 && !matches!(words[0], "only" | "just"))
}

fn money(line: Line<'_>, at: usize, from: usize, hedged: bool) -> Option<Found> {
    let sign = match line.written(from) {
        "$" => Some("usd"),
        "£" => Some("gbp"),
        "€" => Some("eur"),
        "¥" => Some("jpy"),
        _ => None,
    };
    if let Some(unit) = sign {
        let number = numbers::read(line, from + 1).filter(|number| number.digits)?;
        return Some(found(line, at, number.next, FigureKind::Money, number.value, unit.to_owned(), hedged));
    }
    let number = numbers::read(line, from)?;
    let unit = match line.word(number.next) {
        "dollar" | "dollars" => "usd",
        "pounds" => "gbp",
        "euro" | "euros" => "eur",
        "yen" => "jpy",
        _ => return None,
    };
    Some(found(line, at, number.next + 1, FigureKind::Money, number.value, unit.to_owned(), hedged))
}

fn number(line: Line<'_>, at: usize, from: usize, hedged: bool) -> Option<Found> {
    let number = numbers::read(line, from)?;
    let after = line.word(number.next);
    let percent = match after {
        "%" | "percent" => 1,
        "per" if line.word(number.next + 1) == "cent" => 2,
        "percentage" if line.word(number.next + 1).starts_with("point") => 2,
        _ => 0,
    };
    if percent > 0 {
        let next = of_what(line, number.next + percent);
        return Some(found(line, at, next, FigureKind::Percent, number.value, "percent".to_owned(), hedged));
    }
    let counted = counted(line, number.next)?;
    let unit = line.word(counted);
    let (next, rate) = rate(line, counted + 1);
    let mut found = found(line, at, next, FigureKind::Count, number.value, unit.to_owned(), hedged);
    if let Some(rate) = rate {
        found.figure.key = format!("{} {rate}", found.figure.key);
    }
    Some(found)
}

/// After a percentage: past "of all tenants", where that follows.
fn of_what(line: Line<'_>, at: usize) -> usize {
    if line.word(at) != "of" {
        return at;
    }
    let skip = usize::from(matches!(line.word(at + 1), "the" | "all" | "its" | "their"));
    if line.is_word(at + 1 + skip) { at + 2 + skip } else { at }
}

/// The word that says what is counted: the first plural after the number, in the same phrase.
fn counted(line: Line<'_>, from: usize) -> Option<usize> {
    for at in from..from + MOST_COUNTED_WORDS {
        let token = line.tokens.get(at)?;
        let word = line.word(at);
        if token.kind != TokenKind::Word || ends_phrase(word) {
            return None;
        }
        if is_plural(word) {
            return Some(at);
        }
    }
    None
}

fn is_plural(word: &str) -> bool {
    const IRREGULAR: [&str; 12] =
        ["people", "men", "women", "children", "police", "feet", "teeth", "mice", "fish", "sheep", "cattle", "staff"];
    let regular = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is");
    let not_a_noun = matches!(
        word,
        "always" | "perhaps" | "towards" | "besides" | "sometimes" | "does" | "goes" | "says" | "was" | "has"
    );
    (regular && !not_a_noun) || IRREGULAR.contains(&word)
}

fn ends_phrase(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "have"
            | "has"
            | "had"
            | "that"
            | "which"
            | "who"
            | "when"
            | "where"
            | "but"
            | "or"
            | "if"
            | "because"
            | "in"
            | "on"
            | "at"
            | "to"
            | "from"
            | "by"
            | "for"
            | "with"
            | "as"
            | "than"
            | "will"
            | "would"
            | "can"
            | "could"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "you"
            | "i"
            | "not"
    )
}

/// "committed per 10,000 people": the token after it, and the rate for the key.
fn rate(line: Line<'_>, at: usize) -> (usize, Option<String>) {
    for skip in 0..2 {
        let from = at + skip;
        if line.word(from) != "per" {
            continue;
        }
        if let Some(number) = numbers::read(line, from + 1)
            && let Some(counted) = counted(line, number.next)
        {
            return (counted + 1, Some(format!("per {} {}", number.value, line.word(counted))));
        }
        if line.is_word(from + 1) {
            return (from + 2, Some(format!("per {}", line.word(from + 1))));
        }
    }
    (at, None)
}

fn found(line: Line<'_>, from: usize, next: usize, kind: FigureKind, value: f64, unit: String, hedged: bool) -> Found {
    let key = format!("{value} {unit}");
    Found { figure: Figure { span: line.span(from, next), kind, value: Some(value), unit, key, hedged }, next }
}
