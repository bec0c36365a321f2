//! Statutes, amendments, orders and programmes by their numbers.

use super::{Found, Line, numbers};
use crate::model::{Figure, FigureKind, Qualifier, TokenKind};

/// The reference that begins at a token.
pub fn read(line: Line<'_>, at: usize) -> Option<Found> {
    amendment(line, at).or_else(|| lettered(line, at)).or_else(|| titled(line, at)).or_else(|| law_of_year(line, at))
}

/// "Tenth Amendment", "14th Amendment".
fn amendment(line: Line<'_>, at: usize) -> Option<Found> {
    let number = numbers::ordinal(line.word(at))?;
    (line.written(at + 1) == "Amendment").then(|| found(line, at, at + 2, format!("amendment {number}")))
}

/// "287(g)", "287g", "501(c)(3)".
fn lettered(line: Line<'_>, at: usize) -> Option<Found> {
    let token = line.tokens.get(at)?;
    let written = token.span.of(line.text);
    if token.kind == TokenKind::Number {
        let mut key = written.to_owned();
        let mut next = at;
        while line.touches_next(next) && line.written(next + 1) == "(" && line.written(next + 3) == ")" {
            let inner = line.written(next + 2);
            if inner.is_empty() || inner.chars().count() > 3 {
                break;
            }
            key.push_str(&inner.to_lowercase());
            next += 3;
        }
        return (next > at && written.len() > 1).then(|| found(line, at, next + 1, key));
    }
    let digits = written.trim_end_matches(|character: char| character.is_ascii_lowercase());
    let letter = &written[digits.len()..];
    let fits = letter.len() == 1
        && (2..=4).contains(&digits.len())
        && digits.chars().all(|character| character.is_ascii_digit())
        && !matches!(letter, "s" | "k" | "m" | "p" | "x" | "h")
        && is_law_noun(line.word(at + 1));
    fits.then(|| found(line, at, at + 1, written.to_lowercase()))
}

/// "Executive Order 124", "Section 8", "Title IX", "Proposition 12".
fn titled(line: Line<'_>, at: usize) -> Option<Found> {
    if !line.written(at).starts_with(char::is_uppercase) {
        return None;
    }
    let words = [line.word(at), line.word(at + 1)];
    let length = match [words[0], words[1]] {
        ["executive" | "special" | "general" | "emergency" | "administrative", "order"]
        | ["public", "law"]
        | ["senate" | "house" | "assembly", "bill"]
        | ["security", "council"] => 2,
        [
            "section" | "article" | "title" | "proposition" | "chapter" | "resolution" | "rule" | "protocol" | "order"
            | "directive" | "regulation",
            _,
        ] => 1,
        _ => return None,
    };
    let skip = usize::from(matches!(line.word(at + length), "no" | "number"));
    let skip = skip + usize::from(skip > 0 && line.written(at + length + 1) == ".");
    let number = line.written(at + length + skip);
    let numbered = number.starts_with(|character: char| character.is_ascii_digit()) || is_roman(number);
    numbered.then(|| {
        let name = words[..length].join(" ");
        let letter = lettered(line, at + length + skip);
        let next = letter.as_ref().map_or(at + length + skip + 1, |found| found.next);
        let key = letter.map_or_else(|| format!("{name} {}", number.to_lowercase()), |found| found.figure.key);
        found(line, at, next, key)
    })
}

/// "1996 statute", "2010 ruling".
fn law_of_year(line: Line<'_>, at: usize) -> Option<Found> {
    let token = line.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let written = token.span.of(line.text);
    let year: u32 = written.parse().ok().filter(|_| written.len() == 4)?;
    let fits = (1000..=2100).contains(&year)
        && matches!(line.word(at + 1), "law" | "statute" | "act" | "ruling" | "treaty" | "ordinance" | "order");
    let noun = if line.word(at + 1) == "ruling" { "ruling" } else { "law" };
    fits.then(|| found(line, at, at + 2, format!("{year} {noun}")))
}

fn is_law_noun(word: &str) -> bool {
    let stem = word.strip_suffix('s').unwrap_or(word);
    matches!(
        stem,
        "program"
            | "programme"
            | "agreement"
            | "statute"
            | "law"
            | "rule"
            | "provision"
            | "clause"
            | "visa"
            | "form"
            | "plan"
            | "section"
            | "authority"
            | "partnership"
            | "scheme"
            | "contract"
    )
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|character| matches!(character, 'I' | 'V' | 'X' | 'L' | 'C'))
}

fn found(line: Line<'_>, from: usize, next: usize, key: String) -> Found {
    let figure = Figure {
        span: line.span(from, next),
        kind: FigureKind::Reference,
        value: None,
        upper: None,
        precision: 0.0,
        unit: String::new(),
        key,
        qualifier: Qualifier::Plain,
    };
    Found { figure, next }
}
