//! Numbers in digits and words.

use super::Line;
use crate::model::TokenKind;

/// A number and the token after it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    pub value: f64,
    pub next: usize,
    /// Whether it is written in digits.
    pub digits: bool,
}

/// The number that begins at a token: "1,200", "11 million", "twenty-four", "half a million", "a dozen".
pub fn read(line: Line<'_>, at: usize) -> Option<Number> {
    if line.tokens.get(at)?.kind == TokenKind::Number {
        let value = line.written(at).replace(',', "").parse().ok()?;
        return Some(scaled(line, Number { value, next: at + 1, digits: true }));
    }
    let word = line.word(at);
    if let Some((value, scale)) = glued(word) {
        return Some(Number { value: value * scale, next: at + 1, digits: true });
    }
    match word {
        "half" if matches!(line.word(at + 1), "a") => {
            let scale = scale(line.word(at + 2)).filter(|scale| *scale >= 1000.0)?;
            Some(Number { value: scale / 2.0, next: at + 3, digits: false })
        }
        "a" | "one" => {
            let scale = scale(line.word(at + 1))?;
            Some(scaled(line, Number { value: scale, next: at + 2, digits: false }))
        }
        _ => {
            let value = small(word)?;
            Some(scaled(line, Number { value, next: at + 1, digits: false }))
        }
    }
}

/// "350m", "20bn", "15k".
fn glued(word: &str) -> Option<(f64, f64)> {
    let digits = word.trim_end_matches(char::is_alphabetic);
    let scale = match &word[digits.len()..] {
        "k" => 1e3,
        "m" | "mn" => 1e6,
        "b" | "bn" => 1e9,
        "tn" => 1e12,
        _ => return None,
    };
    Some((digits.replace(',', "").parse().ok()?, scale))
}

fn scaled(line: Line<'_>, number: Number) -> Number {
    match scale(line.word(number.next)) {
        Some(scale) => scaled(line, Number { value: number.value * scale, next: number.next + 1, ..number }),
        None => number,
    }
}

fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}

/// "two" to "ninety-nine"; "one" by itself is no number here.
fn small(word: &str) -> Option<f64> {
    const UNITS: [&str; 19] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let unit = |word: &str| UNITS.iter().position(|unit| *unit == word).map(|at| at as f64 + 1.0);
    let ten = |word: &str| TENS.iter().position(|ten| *ten == word).map(|at| (at as f64 + 2.0) * 10.0);
    match word.split_once('-') {
        Some((first, second)) => Some(ten(first)? + unit(second).filter(|unit| *unit < 10.0)?),
        None => ten(word).or_else(|| unit(word).filter(|unit| *unit > 1.0)),
    }
}

/// "tenth" or "14th" as a number.
pub fn ordinal(word: &str) -> Option<u32> {
    const ORDINALS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if let Some(at) = ORDINALS.iter().position(|ordinal| *ordinal == word) {
        return Some(at as u32 + 1);
    }
    if let Some(rest) = word.strip_prefix("twenty-") {
        return ordinal(rest).filter(|unit| *unit < 10).map(|unit| 20 + unit);
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
    digits.parse().ok()
}
