//! Words by what they do: who acts, what says little, what takes a complement.

use std::collections::HashMap;
use std::sync::OnceLock;

static CLASSES: &str = include_str!("../../../assets/lexicon/label-words.txt");
static COMPLEMENTS: &str = include_str!("../../../assets/lexicon/complements.txt");

/// What a word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Whoever acts or is in charge: "officials".
    Actor,
    /// A noun that says nothing: "degree".
    Vacuous,
    /// An adjective that only points, counts or grades: "recent".
    Pointing,
    /// A verb with little meaning of its own: "take".
    Light,
    /// An adjective that a verb with "to" completes: "afraid".
    Toward,
    /// A noun for what is merely there while something is told: kin, limbs, parts of a house, times of day.
    Setting,
    /// A modifier that only says whose or where: "federal".
    Belonging,
    /// A noun that says little without what it is of: "policy", "program".
    Broad,
    /// A word that opens no label, though it may say something in a text: "strong", "seek".
    Loose,
    /// A word for two that name a body, written with a hyphen: "law-enforcement".
    Body,
    /// A noun for anybody: "people".
    Person,
    /// A noun for research and whoever does it: "study".
    Research,
}

/// Whether a word, in small letters, is of a class.
pub fn is(word: &str, class: Class) -> bool {
    classes().get(word).is_some_and(|bits| bits & (1 << class as u16) != 0)
}

/// Whether a noun, in small letters, takes a complement with this preposition.
pub fn takes(noun: &str, preposition: &str) -> bool {
    static PARSED: OnceLock<HashMap<&str, Vec<&str>>> = OnceLock::new();
    let parsed = PARSED.get_or_init(|| {
        let mut parsed: HashMap<&str, Vec<&str>> = HashMap::new();
        for (preposition, nouns) in entries(COMPLEMENTS) {
            for noun in nouns.split_whitespace() {
                parsed.entry(noun).or_default().push(preposition);
            }
        }
        parsed
    });
    parsed.get(noun).is_some_and(|own| own.contains(&preposition))
}

fn classes() -> &'static HashMap<&'static str, u16> {
    static PARSED: OnceLock<HashMap<&str, u16>> = OnceLock::new();
    PARSED.get_or_init(|| {
        let mut parsed: HashMap<&str, u16> = HashMap::new();
        for (name, words) in entries(CLASSES) {
            let class = match name {
                "actor" => Class::Actor,
                "vacuous" => Class::Vacuous,
                "pointing" => Class::Pointing,
                "light" => Class::Light,
                "toward" => Class::Toward,
                "setting" => Class::Setting,
                "belonging" => Class::Belonging,
                "broad" => Class::Broad,
                "loose" => Class::Loose,
                "body" => Class::Body,
                "person" => Class::Person,
                "research" => Class::Research,
                _ => continue,
            };
            for word in words.split_whitespace() {
                *parsed.entry(word).or_default() |= 1 << class as u16;
            }
        }
        parsed
    })
}

/// Lines of `name: words`, remarks left out.
fn entries(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_read() {
        assert!(is("officials", Class::Actor) && is("degree", Class::Vacuous) && is("recent", Class::Pointing));
        assert!(is("take", Class::Light) && is("afraid", Class::Toward) && !is("harbour", Class::Actor));
    }

    #[test]
    fn nouns_take_their_own_prepositions() {
        assert!(takes("cooperation", "with") && takes("trust", "between"));
        assert!(!takes("lifeboat", "with"));
    }
}
