//! Shares and multiples in words: "four in ten", "two-thirds of", "doubled".

use super::amounts::{found, of_what};
use super::{Found, Line, numbers, qualifiers};
use crate::model::{FigureKind, Qualifier, TokenKind};

/// How far a share in words may be off, in points of a hundred, both ways together.
const SHARE_PRECISION: f64 = 2.0;

/// The share or multiple that begins at a token.
pub fn read(line: Line<'_>, at: usize) -> Option<Found> {
    let (from, qualifier) = qualifiers::before(line, at);
    let found = so_many_of(line, at, from).or_else(|| fraction(line, at, from)).or_else(|| multiple(line, at, from));
    found.map(|mut found| {
        found.figure.qualifier = qualifier;
        found
    })
}

/// "four in ten", "one out of every five", "3 in 1,000".
fn so_many_of(line: Line<'_>, at: usize, from: usize) -> Option<Found> {
    let (part, next) = whole_number(line, from)?;
    let out = usize::from(line.word(next) == "out");
    let joined = matches!([line.word(next), line.word(next + 1)], ["in", _] | ["out", "of"] | ["of", "every"]);
    if !joined {
        return None;
    }
    let next = next + out + 1;
    let next = next + usize::from(line.word(next) == "every");
    let (whole, end) = whole_number(line, next)?;
    let is_year = out == 0 && (1900.0..=2100.0).contains(&whole);
    let round = whole <= 10.0 || whole % 10.0 == 0.0 || (whole - 12.0).abs() < 0.5 || out > 0;
    let of_time = is_stretch_of_time(line.word(end));
    let fits = part < whole && whole >= 2.0 && round && !is_year && !of_time;
    fits.then(|| share(line, at, of_what(line, end), part / whole))
}

/// "one" and every number by itself.
fn whole_number(line: Line<'_>, at: usize) -> Option<(f64, usize)> {
    match numbers::read(line, at) {
        Some(number) => Some((number.value, number.next)).filter(|(value, _)| value.fract() == 0.0),
        None => (line.word(at) == "one").then_some((1.0, at + 1)),
    }
}

/// "a third of", "two-thirds", "three quarters", "half of".
fn fraction(line: Line<'_>, at: usize, from: usize) -> Option<Found> {
    let word = line.word(from);
    let follows = |at: usize| matches!(line.word(at), "of");
    if word == "half" {
        let fits = follows(from + 1) || matches!(line.word(from + 1), "the" | "its" | "their" | "all" | "our" | "his");
        return fits.then(|| share(line, at, of_what(line, from + 1), 0.5));
    }
    if let Some((many, part)) = word.split_once('-')
        && let (Some(many), Some(part)) = (numbers::unit(many), part_of_whole(part))
        && many < part
    {
        return Some(share(line, at, of_what(line, from + 1), many / part));
    }
    let many = if word == "a" { 1.0 } else { numbers::unit(word)? };
    let part = part_of_whole(line.word(from + 1))?;
    let fits = many < part && (many > 1.0 || follows(from + 2));
    fits.then(|| share(line, at, of_what(line, from + 2), many / part))
}

/// "third" and "thirds" as 3.
fn part_of_whole(word: &str) -> Option<f64> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "half" => 2.0,
        "third" => 3.0,
        "quarter" | "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "eighth" => 8.0,
        "tenth" => 10.0,
        _ => return None,
    })
}

/// "doubled", "tripled", "three times as many", "twice as much".
fn multiple(line: Line<'_>, at: usize, from: usize) -> Option<Found> {
    let words = [line.word(from), line.word(from + 1), line.word(from + 2)];
    let (value, next) = match words {
        ["doubled" | "doubling" | "twofold", ..] | ["twice", "as" | "the", _] => (2.0, from + 1),
        ["tripled" | "tripling" | "trebled" | "trebling" | "threefold", ..] => (3.0, from + 1),
        ["quadrupled" | "quadrupling" | "fourfold", ..] => (4.0, from + 1),
        ["tenfold", ..] => (10.0, from + 1),
        ["halved" | "halving", ..] => (0.5, from + 1),
        _ => {
            let number = numbers::read(line, from)?;
            let fits = matches!([line.word(number.next), line.word(number.next + 1)], ["times", "as" | "the" | "more"]);
            (fits.then_some(number.value)?, number.next + 1)
        }
    };
    Some(found(line, at, next, FigureKind::Count, value, "times".to_owned(), Qualifier::Plain))
}

fn share(line: Line<'_>, from: usize, next: usize, share: f64) -> Found {
    let hundredth = (share * 1e8).round() / 1e6;
    let mut found = found(line, from, next, FigureKind::Percent, hundredth, "percent".to_owned(), Qualifier::Plain);
    found.figure.key = format!("{} percent", (hundredth * 10.0).round() / 10.0);
    found.figure.precision = SHARE_PRECISION;
    found
}

fn is_stretch_of_time(word: &str) -> bool {
    let stem = word.strip_suffix('s').unwrap_or(word);
    matches!(stem, "second" | "minute" | "hour" | "day" | "night" | "week" | "month" | "year" | "decade" | "game")
}

/// "34 years old", "34-year-old", "aged 34", "at the age of 34".
pub fn age(line: Line<'_>, at: usize) -> Option<Found> {
    let words = [line.word(at), line.word(at + 1)];
    let lead = match words {
        ["aged", _] => 1,
        ["age", "of"] => 2,
        ["age", _] if line.tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Number) => 1,
        _ => 0,
    };
    let (years, next) = if let Some(written) = line.word(at).strip_suffix("-year-old") {
        (in_words(written)?, at + 1)
    } else {
        let number = numbers::read(line, at + lead)?;
        (number.value, number.next)
    };
    let next = match [line.word(next), line.word(next + 1)] {
        _ if line.word(at).ends_with("-year-old") || lead > 0 => next,
        ["years" | "year", "old"] => next + 2,
        [_, "year-old" | "year-olds"] if line.written(next) == "-" => next + 2,
        _ => return None,
    };
    let fits = (1.0..=120.0).contains(&years) && years.fract() == 0.0;
    fits.then(|| found(line, at, next, FigureKind::Count, years, "years old".to_owned(), Qualifier::Plain))
}

/// "thirty-four" of "thirty-four-year-old".
fn in_words(word: &str) -> Option<f64> {
    word.parse().ok().or_else(|| numbers::small(word))
}
