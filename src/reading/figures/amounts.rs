//! Counts, money and percentages.

use super::{Found, Line, numbers, qualifiers, references};
use crate::model::{Figure, FigureKind, Qualifier, TokenKind};

/// How many words after a number may say what it counts.
const MOST_COUNTED_WORDS: usize = 5;

/// The amount that begins at a token.
pub fn read(line: Line<'_>, at: usize) -> Option<Found> {
    let (from, qualifier) = qualifiers::before(line, at);
    // "under 412b", "over the 412(b) programme": a law, not an amount.
    if from > at && references::read(line, from).is_some() {
        return None;
    }
    money(line, at, from, qualifier)
        .or_else(|| range(line, at, from))
        .or_else(|| number(line, at, from, qualifier))
        .map(|found| qualified_behind(line, found))
}

/// With "or so", "or more" behind it.
fn qualified_behind(line: Line<'_>, mut found: Found) -> Found {
    if let Some((next, qualifier)) = qualifiers::behind(line, found.next) {
        found.figure.qualifier = qualifier;
        found.figure.span = found.figure.span.cover(line.span(next - 1, next));
        found.next = next;
    }
    found
}

fn money(line: Line<'_>, at: usize, from: usize, qualifier: Qualifier) -> Option<Found> {
    if let Some((unit, first)) = currency_sign(line, from) {
        let number = numbers::read(line, first).filter(|number| number.digits)?;
        let found = found(line, at, number.next, FigureKind::Money, number.value, unit.to_owned(), qualifier);
        let upper = range_word(line, number.next)
            .and_then(|next| currency_sign(line, next))
            .and_then(|(_, next)| numbers::read(line, next));
        return Some(match upper.filter(|upper| upper.value > number.value) {
            Some(upper) => ranged(line, at, found, upper.value, upper.next),
            None => found,
        });
    }
    let number = numbers::read(line, from)?;
    let unit = currency_name(line.word(number.next))?;
    Some(found(line, at, number.next + 1, FigureKind::Money, number.value, unit.to_owned(), qualifier))
}

/// "$", "US$", "£": the unit and the token after it.
fn currency_sign(line: Line<'_>, at: usize) -> Option<(&'static str, usize)> {
    let country = usize::from(matches!(line.written(at), "US" | "C" | "A") && line.written(at + 1) == "$");
    let unit = match line.written(at + country) {
        "$" => "usd",
        "£" => "gbp",
        "€" => "eur",
        "¥" => "jpy",
        _ => return None,
    };
    Some((unit, at + country + 1))
}

fn currency_name(word: &str) -> Option<&'static str> {
    Some(match word {
        "dollar" | "dollars" => "usd",
        "pounds" => "gbp",
        "euro" | "euros" => "eur",
        "yen" => "jpy",
        _ => return None,
    })
}

/// "between 20 and 30 people", "20 to 30 percent", "20–30%".
fn range(line: Line<'_>, at: usize, from: usize) -> Option<Found> {
    let between = line.word(from) == "between";
    let lower = numbers::read(line, from + usize::from(between))?;
    let next = if between && line.word(lower.next) == "and" { lower.next + 1 } else { range_word(line, lower.next)? };
    let scores = line.written(lower.next) != "to" && !between;
    let mut found = number(line, from + usize::from(between), next, Qualifier::Plain)?;
    let upper = found.figure.value.filter(|upper| *upper > lower.value)?;
    // "3-2 votes" is a score, "from 20 to 30" a change.
    let changes = at > 0 && line.word(at - 1) == "from";
    if changes || (scores && found.figure.unit == "votes") {
        return None;
    }
    let scale = if lower.value < 1000.0 && upper >= 1e6 && !between { numbers::last_scale(upper) } else { 1.0 };
    let unit = found.figure.unit.clone();
    found.figure.value = Some(lower.value * scale);
    found.figure.key = format!("{} {unit}", lower.value * scale);
    let end = found.next;
    Some(ranged(line, at, found, upper, end))
}

/// Past the word or mark between the ends of a range.
fn range_word(line: Line<'_>, at: usize) -> Option<usize> {
    (line.word(at) == "to" || matches!(line.written(at), "-" | "–" | "—")).then_some(at + 1)
}

fn ranged(line: Line<'_>, at: usize, mut found: Found, upper: f64, next: usize) -> Found {
    let figure = &mut found.figure;
    figure.upper = Some(upper);
    figure.key = format!("{}-{upper} {}", figure.value.unwrap_or_default(), figure.unit);
    figure.precision = numbers::precision(upper);
    figure.span = line.span(at, next);
    found.next = next;
    found
}

fn number(line: Line<'_>, at: usize, from: usize, qualifier: Qualifier) -> Option<Found> {
    let number = numbers::read(line, from)?;
    let after = line.word(number.next);
    let percent = match after {
        "%" | "percent" | "pct" => 1,
        "per" if line.word(number.next + 1) == "cent" => 2,
        "-" if line.word(number.next + 1) == "percent" => 2,
        _ => 0,
    };
    if percent > 0 {
        let next = of_what(line, number.next + percent);
        return Some(found(line, at, next, FigureKind::Percent, number.value, "percent".to_owned(), qualifier));
    }
    if after == "percentage" && line.word(number.next + 1).starts_with("point") {
        let next = number.next + 2;
        return Some(found(line, at, next, FigureKind::Count, number.value, "points".to_owned(), qualifier));
    }
    let Some(counted) = counted(line, number.next) else {
        return bare(line, (at, from), number, qualifier);
    };
    let unit = line.word(counted);
    let (next, rate) = rate(line, counted + 1);
    let mut found = found(line, at, next, FigureKind::Count, number.value, unit.to_owned(), qualifier);
    if let Some(rate) = rate {
        found.figure.key = format!("{} {rate}", found.figure.key);
    }
    Some(found)
}

/// A number that says nothing of what it counts, where it is no year and its digits are many enough to be known again.
fn bare(line: Line<'_>, (at, from): (usize, usize), number: numbers::Number, qualifier: Qualifier) -> Option<Found> {
    let written = line.span(from, number.next).of(line.text);
    let is_year = (1000.0..=2100.0).contains(&number.value) && !written.contains(',');
    let counts = number.value >= 100.0 && number.value / numbers::precision(number.value) >= 100.0;
    let counts = counts || (number.value >= 1000.0 && qualifier != Qualifier::Plain);
    let fits = counts && !is_year && number.digits;
    fits.then(|| found(line, at, number.next, FigureKind::Count, number.value, String::new(), qualifier))
}

/// After a percentage: past "of all tenants", where that follows.
pub fn of_what(line: Line<'_>, at: usize) -> usize {
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

/// A number's figure, from one token to before another.
pub fn found(
    line: Line<'_>,
    from: usize,
    next: usize,
    kind: FigureKind,
    value: f64,
    unit: String,
    qualifier: Qualifier,
) -> Found {
    let key = format!("{value} {unit}");
    let span = line.span(from, next);
    let precision = numbers::precision(value);
    Found { figure: Figure { span, kind, value: Some(value), upper: None, precision, unit, key, qualifier }, next }
}
