//! Acronyms and the long forms that a text gives them: "Housing and Tenants Board (HTB)".

use std::collections::HashMap;

use super::names::Name;
use super::organisations;
use super::person_names::plain;
use super::words::{Shape, Word};

/// Acronym (plain letters) to the key of its long form, as the text itself sets them side by side or as initials tell.
pub fn defined(words: &[Word<'_>], names: &[Name]) -> HashMap<String, String> {
    let mut aliases = HashMap::new();
    for name in names {
        let long = name.end - name.first > 1 && name.person.is_none();
        let opens = words.get(name.end).is_some_and(|word| word.is("("));
        let Some(acronym) = words.get(name.end + 1).filter(|_| long && opens) else { continue };
        let closes = words.get(name.end + 2).is_some_and(|word| word.is(")"));
        if closes
            && matches!(acronym.shape, Shape::Upper | Shape::Dotted | Shape::Mixed)
            && abbreviates(words, name, acronym)
        {
            aliases.entry(plain(acronym.text)).or_insert_with(|| organisations::key(words, name));
        }
    }
    for name in names.iter().filter(|name| name.end - name.first > 2 && name.person.is_none() && !name.weak) {
        let initials = initials(&words[name.first..name.end]);
        if initials.len() >= 3 {
            aliases.entry(initials).or_insert_with(|| organisations::key(words, name));
        }
    }
    aliases
}

/// The initials of the capitalised words, lower case.
pub fn initials(words: &[Word<'_>]) -> String {
    let capitals = words.iter().filter(|word| word.is_capital() && !word.is("the"));
    capitals.filter_map(|word| word.text.chars().next()).flat_map(char::to_lowercase).collect()
}

/// Whether the acronym's letters stand in order in the long form, the first at its start.
fn abbreviates(words: &[Word<'_>], name: &Name, acronym: &Word<'_>) -> bool {
    let long = plain(&words[name.first..name.end].iter().map(|word| word.text).collect::<Vec<_>>().join(" "));
    let short = plain(acronym.text);
    let mut letters = long.chars();
    let skips_country = long.strip_prefix("us ").is_some_and(|rest| rest.chars().next() == short.chars().next());
    let starts = long.chars().next() == short.chars().next() || skips_country;
    starts && short.chars().filter(|c| c.is_alphanumeric()).all(|letter| letters.any(|found| found == letter))
}
