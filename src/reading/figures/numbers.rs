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

/// The number that begins at a token: "1,200", "11 million", "twenty-four", "six hundred and twelve thousand", "half a
/// million", "a dozen".
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
        "half" if line.word(at + 1) == "a" => {
            let scale = scale(line.word(at + 2)).filter(|scale| *scale >= 1000.0 || *scale == DOZEN)?;
            Some(Number { value: scale / 2.0, next: at + 3, digits: false })
        }
        "a" | "one" => {
            let scale = scale(line.word(at + 1))?;
            Some(in_words(line, at + 1, 0.0, 1.0, scale))
        }
        _ => {
            let value = small(word)?;
            Some(in_words(line, at + 1, 0.0, value, 1.0))
        }
    }
}

const DOZEN: f64 = 12.0;

/// The rest of a number in words: `whole` is done, `part` is still to be scaled by what follows.
fn in_words(line: Line<'_>, mut at: usize, mut whole: f64, mut part: f64, first_scale: f64) -> Number {
    if first_scale > 1.0 {
        at += 1;
        if first_scale >= 1000.0 {
            (whole, part) = (part * first_scale, 0.0);
        } else {
            part *= first_scale;
        }
    }
    let mut least_scale = f64::INFINITY;
    loop {
        let and = usize::from(line.word(at) == "and" && (whole > 0.0 || part >= 100.0));
        if let Some(scale) = scale(line.word(at)).filter(|_| part > 0.0) {
            if scale >= 1000.0 && scale < least_scale {
                (whole, part, least_scale) = (whole + part * scale, 0.0, scale);
            } else if scale < 1000.0 && part < 100.0 {
                part *= scale;
            } else {
                break;
            }
            at += 1;
        } else if let Some(more) = small(line.word(at + and)).filter(|more| fits_behind(whole, part, *more)) {
            part += more;
            at += and + 1;
        } else {
            break;
        }
    }
    Number { value: whole + part, next: at, digits: false }
}

/// Whether a small number goes on with a number: "two hundred (and) twelve", "three thousand four hundred".
fn fits_behind(whole: f64, part: f64, more: f64) -> bool {
    if part > 0.0 { part >= 100.0 && part % 100.0 == 0.0 && more < 100.0 } else { whole >= 1000.0 }
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

/// A number in digits with the scales behind it: "1.5 million", "1.5-million".
fn scaled(line: Line<'_>, number: Number) -> Number {
    let hyphen = usize::from(line.written(number.next) == "-");
    match scale(line.word(number.next + hyphen)) {
        Some(scale) => scaled(line, Number { value: number.value * scale, next: number.next + hyphen + 1, ..number }),
        None => number,
    }
}

fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => DOZEN,
        "score" => 20.0,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}

/// "two" to "ninety-nine"; "one" by itself is no number here.
pub fn small(word: &str) -> Option<f64> {
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let ten = |word: &str| TENS.iter().position(|ten| *ten == word).map(|at| (at as f64 + 2.0) * 10.0);
    match word.split_once('-') {
        Some((first, second)) => Some(ten(first)? + unit(second).filter(|unit| *unit < 10.0)?),
        None => ten(word).or_else(|| unit(word).filter(|unit| *unit > 1.0)),
    }
}

/// "one" to "nineteen".
pub fn unit(word: &str) -> Option<f64> {
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
    UNITS.iter().position(|unit| *unit == word).map(|at| at as f64 + 1.0)
}

/// The scale word that a number of that size is written with: 1e6 for 30 million.
pub fn last_scale(value: f64) -> f64 {
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| value >= *scale).unwrap_or(1.0)
}

/// The place of the last digit that is not nought: 100,000 for 600,000, 0.1 for 35.5.
pub fn precision(value: f64) -> f64 {
    let written = format!("{value}");
    let digits = |count: usize| i32::try_from(count).unwrap_or(0);
    if let Some((_, decimals)) = written.split_once('.') {
        return 10_f64.powi(-digits(decimals.len()));
    }
    let noughts = written.len() - written.trim_end_matches('0').len();
    10_f64.powi(digits(noughts.min(written.len() - 1)))
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
    if let Some(rest) = word.strip_prefix("thirty-") {
        return ordinal(rest).filter(|unit| *unit < 10).map(|unit| 30 + unit);
    }
    if word == "thirtieth" {
        return Some(30);
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
    digits.parse().ok()
}
