//! What the page tells machines of its article's body, against what was found.

use super::inside;
use super::units::Unit;

/// The share of the body's letters that must be found before it is believed of the rest, in hundredths.
const LEAST_FOUND: usize = 85;
/// The fewest words of a unit that is looked for: fewer stand anywhere.
const LEAST_WORDS: usize = 4;

/// Drops running text that is not in the body, and all that follows the last of what is, where nearly all of the body
/// was found. Headings, lists, tables and captions inside it stay: many a body leaves them out.
pub fn drop_what_is_not_in(body: &str, units: &[Unit<'_>], kept: &mut [bool]) {
    let body = letters(body);
    let is_in: Vec<bool> =
        units.iter().map(|unit| unit.count() >= LEAST_WORDS && body.contains(letters(&unit.words).as_str())).collect();
    let found: usize =
        units.iter().zip(&is_in).filter(|(_, is_in)| **is_in).map(|(unit, _)| letters(&unit.words).len()).sum();
    let (Some(first), Some(last)) = (is_in.iter().position(|is_in| *is_in), is_in.iter().rposition(|is_in| *is_in))
    else {
        return;
    };
    if found * 100 < body.len() * LEAST_FOUND {
        return;
    }
    for (at, unit) in units.iter().enumerate().skip(first) {
        if is_in[at] {
            kept[at] = true;
        } else if (at > last && !inside::is_item(unit)) || (unit.is_prose() && !inside::is_in_a_list_or_caption(unit)) {
            kept[at] = false;
        }
    }
}

/// Letters and digits alone: marks and white space are written in many ways.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
