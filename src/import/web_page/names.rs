//! The names of those who wrote an article, out of what pages call them.

use super::super::properties::is_same;
use super::metadata::one_line;

/// Accounts that write nothing themselves.
const NOBODY: [&str; 18] = [
    "admin",
    "administrator",
    "author",
    "editor",
    "editorial",
    "guest",
    "news desk",
    "newsdesk",
    "newsroom",
    "redaktion",
    "root",
    "staff",
    "super user",
    "superuser",
    "unknown",
    "user",
    "webmaster",
    "wordpress",
];
/// A name is no longer than this, in words.
pub const LONGEST_NAME_WORDS: usize = 8;

/// A name without "By" and without what follows it; none of accounts, addresses and the outlet itself.
pub fn person(name: &str, publication: &str) -> Option<String> {
    let mut name = one_line(name);
    if name.contains('@') {
        // The address behind the name.
        name = name.split(' ').filter(|word| !word.contains('@')).collect::<Vec<_>>().join(" ");
    }
    for lead in [
        "Interview by ",
        "Posted by ",
        "Written by ",
        "Words by ",
        "Words: ",
        "By: ",
        "By ",
        "by ",
        "BY ",
        "Par ",
        "Von ",
        "Por ",
        "Di ",
    ] {
        if let Some(rest) = name.strip_prefix(lead) {
            name = rest.trim().into();
        }
    }
    if let Some((first, _)) = name.split_once([',', '|', '·', '•', '(']).filter(|(_, rest)| !is_list_of_names(rest))
    {
        name = first.trim().into();
    }
    let name = without_office(&name).to_owned();
    let is_address = name.contains("://") || name.contains('@') || name.starts_with("www.") || name.starts_with('/');
    let small = name.to_lowercase();
    let is_named = !name.is_empty()
        && name.chars().any(char::is_alphabetic)
        && name.split_whitespace().count() <= 4 * LONGEST_NAME_WORDS;
    let is_somebody = !NOBODY.contains(&small.as_str()) && !is_same(&name, publication);
    (is_named && !is_address && is_somebody).then_some(name)
}

/// "Ada Quill for the Meridian", "Ada Quill in Ebbing", "ADA QUILL Meridian staff writer": the name alone.
fn without_office(name: &str) -> &str {
    const LEAST_NAMES: usize = 2;
    let is_long_enough = |before: &str| before.split_whitespace().count() >= LEAST_NAMES;
    for lead in [" for ", " For ", " FOR ", " in "] {
        if let Some((before, rest)) = name.split_once(lead)
            && is_long_enough(before)
            && rest.starts_with(char::is_uppercase)
        {
            return before.trim_end();
        }
    }
    let is_capital = |word: &str| {
        word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || "-'’".contains(c)) && word != "AND"
    };
    let capitals =
        name.split(' ').take_while(|word| is_capital(word) || (word.len() <= 2 && word.ends_with('.'))).count();
    let rest = || name.split(' ').skip(capitals);
    // A surname in capitals stands last: what follows them must be an office.
    let is_written_large = name.split(' ').take(capitals).any(is_capital);
    if capitals >= LEAST_NAMES
        && is_written_large
        && rest().next().is_some()
        && rest().all(|word| word.chars().any(char::is_lowercase) && word != "and")
    {
        let end = name.split(' ').take(capitals).map(|word| word.len() + 1).sum::<usize>() - 1;
        return &name[..end];
    }
    name
}

/// "Ann Lee and Bo Ray" after a comma are further names; "Consumer Editor" is an office.
fn is_list_of_names(rest: &str) -> bool {
    rest.contains(" and ") || rest.contains(',')
}

/// Each name once.
pub fn unique(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        if !kept.iter().any(|one| is_same(one, &name)) {
            kept.push(name);
        }
    }
    kept
}

/// Whether it could be the name of a person or two.
pub fn looks_like_a_name(name: &str) -> bool {
    let bare = person(name, "").unwrap_or_default();
    // Many scripts have no capitals.
    bare.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && bare.split_whitespace().count() <= 5
        && !bare.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_addresses_and_the_outlet_write_nothing() {
        for name in ["admin", "Staff", "https://face.example/ada", "The Meridian", "news@meridian.example", "  "] {
            assert_eq!(person(name, "The Meridian"), None, "{name}");
        }
        assert_eq!(person("By Terry Vance, Consumer Editor", "").as_deref(), Some("Terry Vance"));
        assert_eq!(person("Ada Quill for The Meridian", "").as_deref(), Some("Ada Quill"));
        assert_eq!(person("ADA QUILL Meridian staff writer", "").as_deref(), Some("ADA QUILL"));
        for name in ["C. R. Maltby", "ADA QUILL", "Ada QUILL", "Jo van der Meer"] {
            assert_eq!(person(name, "").as_deref(), Some(name));
        }
    }
}
