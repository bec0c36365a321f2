//! Other forms of a word, where the lexicon knows them.

use super::super::vocabulary::lexicon;

/// The -ing form of a verb's plain or present form.
pub fn gerund(word: &str) -> Option<String> {
    let family = lexicon::look_up(word)?.family;
    let bases = [Some(word), word.strip_suffix('s'), word.strip_suffix("es")];
    for base in bases.into_iter().flatten().filter(|base| base.len() > 1) {
        let stem = base.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y', 'i'])).unwrap_or(base);
        let doubled = base.chars().last().map(|last| format!("{base}{last}ing"));
        let found = [doubled, Some(format!("{stem}ing"))].into_iter().flatten().find(|candidate| {
            lexicon::look_up(candidate).is_some_and(|entry| entry.parts.contains('v') && entry.family == family)
        });
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The plural of a noun in the singular.
pub fn plural(word: &str) -> Option<String> {
    let family = lexicon::look_up(word)?.family;
    let with_ies = word.strip_suffix('y').map(|stem| format!("{stem}ies"));
    let candidates = [with_ies, Some(format!("{word}s")), Some(format!("{word}es"))];
    candidates
        .into_iter()
        .flatten()
        .find(|candidate| lexicon::look_up(candidate).is_some_and(|entry| entry.family == family))
}

/// Whether a noun, in small letters, is in the plural.
pub fn is_plural(word: &str) -> bool {
    let irregular = ["people", "children", "men", "women", "police", "teeth", "feet", "data", "media", "cattle"];
    let ends = word.ends_with('s') && !["ss", "us", "is", "ics", "news"].iter().any(|ending| word.ends_with(ending));
    ends || irregular.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_get_their_gerund() {
        assert_eq!(gerund("report").as_deref(), Some("reporting"));
        assert_eq!(gerund("losing"), None);
        assert_eq!(gerund("lose").as_deref(), Some("losing"));
        assert_eq!(gerund("cut").as_deref(), Some("cutting"));
    }

    #[test]
    fn nouns_get_their_plural() {
        assert_eq!(plural("victim").as_deref(), Some("victims"));
        assert_eq!(plural("city").as_deref(), Some("cities"));
        assert!(is_plural("witnesses") && !is_plural("status") && !is_plural("politics"));
    }
}
