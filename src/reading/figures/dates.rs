//! Days, months and years, absolute and relative.

use super::{Found, Line, numbers};
use crate::model::{Figure, FigureKind, Qualifier, TokenKind, month_number};

/// The date that begins at a token.
pub fn read(line: Line<'_>, at: usize) -> Option<Found> {
    weekday(line, at)
        .or_else(|| month_first(line, at))
        .or_else(|| day_first(line, at))
        .or_else(|| relative(line, at))
        .or_else(|| ago(line, at))
        .or_else(|| decade(line, at))
        .or_else(|| month_alone(line, at))
        .or_else(|| year(line, at))
}

/// "Tuesday", "Tuesday, Feb. 11", "Tuesday the eleventh of February".
fn weekday(line: Line<'_>, at: usize) -> Option<Found> {
    if !is_weekday(line.word(at)) || !line.written(at).starts_with(char::is_uppercase) {
        return None;
    }
    let next = at + 1 + usize::from(matches!(line.written(at + 1), "," | "("));
    let date = month_first(line, next).or_else(|| day_first(line, next));
    Some(match date {
        Some(date) => Found { figure: Figure { span: line.span(at, date.next), ..date.figure }, ..date },
        None => found(line, at, at + 1, "relative", line.word(at).to_owned()),
    })
}

/// "March 3, 2014", "July 2015", "Dec. 13", "February the eleventh".
fn month_first(line: Line<'_>, at: usize) -> Option<Found> {
    let month = month(line.written(at))?;
    let mut next = at + 1 + usize::from(line.written(at + 1) == "." && line.touches_next(at));
    next += usize::from(line.word(next) == "of" && year_number(line, next + 1).is_some());
    if let Some(year) = year_number(line, next) {
        return Some(found(line, at, next + 1, "month", format!("{year:04}-{month:02}")));
    }
    let the = usize::from(line.word(next) == "the");
    let day = day_number(line, next + the, the > 0)?;
    next += the + 1;
    // "March 20 percent" and "May 3 million" are no days.
    if matches!(line.word(next), "%" | "percent" | "per" | "million" | "billion" | "thousand") {
        return None;
    }
    let comma = usize::from(line.written(next) == ",");
    Some(match year_number(line, next + comma) {
        Some(year) => found(line, at, next + comma + 1, "day", format!("{year:04}-{month:02}-{day:02}")),
        None => found(line, at, next, "day", format!("{month:02}-{day:02}")),
    })
}

/// "3 March 2014", "3 March", "the eleventh of February".
fn day_first(line: Line<'_>, at: usize) -> Option<Found> {
    let the = usize::from(line.word(at) == "the");
    let of = usize::from(line.word(at + the + 1) == "of");
    let day = day_number(line, at + the, of > 0)?;
    let from = at + the + of + 1;
    let month = month(line.written(from))?;
    let next = from + 1 + usize::from(line.written(from + 1) == "." && line.touches_next(from));
    let comma = usize::from(line.written(next) == ",");
    Some(match year_number(line, next + comma) {
        Some(year) => found(line, at, next + comma + 1, "day", format!("{year:04}-{month:02}-{day:02}")),
        None => found(line, at, from + 1, "day", format!("{month:02}-{day:02}")),
    })
}

/// "in February", "since mid-July": a month with no year.
fn month_alone(line: Line<'_>, at: usize) -> Option<Found> {
    let written = line.written(at);
    let part = ["mid-", "early-", "late-"]
        .into_iter()
        .find_map(|part| written.to_lowercase().starts_with(part).then_some(part.len()));
    let month = month(written.get(part.unwrap_or(0)..)?)?;
    let before = at.checked_sub(1).map_or("", |before| line.word(before));
    let fits = part.is_some()
        || matches!(before, "in" | "since" | "until" | "during" | "by" | "early" | "late" | "mid" | "of" | "through");
    fits.then(|| found(line, at, at + 1, "month", format!("{month:02}")))
}

/// "last week", "earlier this month", "next Tuesday", "yesterday".
fn relative(line: Line<'_>, at: usize) -> Option<Found> {
    let words = [line.word(at), line.word(at + 1), line.word(at + 2)];
    if matches!(words[0], "yesterday" | "tomorrow" | "tonight") {
        return Some(found(line, at, at + 1, "relative", words[0].to_owned()));
    }
    let skip = usize::from(matches!(words[0], "earlier" | "later" | "late" | "early"));
    let which = words[skip];
    if !matches!(which, "last" | "this" | "next" | "past") || !is_stretch(words[skip + 1]) {
        return None;
    }
    Some(found(line, at, at + skip + 2, "relative", format!("{which} {}", words[skip + 1])))
}

/// "ten years later", "two weeks ago", "a year later".
fn ago(line: Line<'_>, at: usize) -> Option<Found> {
    let (value, next) = match numbers::read(line, at) {
        Some(number) => (number.value, number.next),
        None if matches!(line.word(at), "a" | "an" | "one") => (1.0, at + 1),
        None => return None,
    };
    let unit = line.word(next);
    let stretch = unit.strip_suffix('s').unwrap_or(unit);
    let way = line.word(next + 1);
    let fits = matches!(stretch, "day" | "week" | "month" | "year" | "decade" | "hour")
        && matches!(way, "ago" | "later" | "earlier" | "before" | "after");
    fits.then(|| found(line, at, next + 2, "relative", format!("{value} {stretch}s {way}")))
}

fn decade(line: Line<'_>, at: usize) -> Option<Found> {
    let word = line.word(at);
    let digits = word.strip_suffix('s')?;
    let fits = digits.len() == 4 && digits.ends_with('0') && is_year(digits.parse().ok()?);
    fits.then(|| found(line, at, at + 1, "decade", word.to_owned()))
}

/// A year by itself, where a word before it says that it is one.
fn year(line: Line<'_>, at: usize) -> Option<Found> {
    let year = year_number(line, at)?;
    let before = at.checked_sub(1).map(|before| line.word(before))?;
    let fits = matches!(
        before,
        "in" | "since"
            | "of"
            | "by"
            | "from"
            | "until"
            | "till"
            | "during"
            | "after"
            | "before"
            | "early"
            | "late"
            | "mid"
            | "for"
            | "around"
            | "spring"
            | "summer"
            | "autumn"
            | "fall"
            | "winter"
            | "through"
    );
    let counts = line.is_word(at + 1)
        && matches!(before, "of" | "from" | "by" | "for" | "after" | "before")
        && line.word(at + 1).ends_with('s');
    (fits && !counts).then(|| found(line, at, at + 1, "year", year.to_string()))
}

fn is_stretch(word: &str) -> bool {
    matches!(
        word,
        "week"
            | "month"
            | "year"
            | "night"
            | "weekend"
            | "spring"
            | "summer"
            | "autumn"
            | "fall"
            | "winter"
            | "decade"
            | "century"
            | "morning"
            | "afternoon"
            | "evening"
    ) || is_weekday(word)
        || month_number(word).is_some()
}

fn is_weekday(word: &str) -> bool {
    matches!(word, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

/// A month's number by its name or abbreviation, written with a capital.
fn month(written: &str) -> Option<u32> {
    if !written.starts_with(char::is_uppercase) {
        return None;
    }
    month_number(written)
}

/// A day's number; in words only where that is asked for ("the eleventh of").
fn day_number(line: Line<'_>, at: usize, in_words: bool) -> Option<u32> {
    let word = line.word(at);
    let digits = word.starts_with(|character: char| character.is_ascii_digit());
    let day = word.parse().ok().or_else(|| if digits || in_words { numbers::ordinal(word) } else { None })?;
    (1..=31).contains(&day).then_some(day)
}

fn year_number(line: Line<'_>, at: usize) -> Option<u32> {
    let token = line.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let written = token.span.of(line.text);
    let year = written.parse().ok().filter(|_| written.len() == 4)?;
    is_year(year).then_some(year)
}

fn is_year(year: u32) -> bool {
    (1000..=2100).contains(&year)
}

fn found(line: Line<'_>, from: usize, next: usize, unit: &str, key: String) -> Found {
    let figure = Figure {
        span: line.span(from, next),
        kind: FigureKind::Date,
        value: None,
        upper: None,
        precision: 0.0,
        unit: unit.to_owned(),
        key,
        qualifier: Qualifier::Plain,
    };
    Found { figure, next }
}
