//! What sort of happening a word or phrase tells of.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::super::vocabulary::lexicon;

/// Words of happenings, a line for each sort: "! an arrest: arrest detain …".
static SORTS: &str = include_str!("../../../assets/lexicon/happenings.txt");

/// How a sort of happening weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It says little by itself: an announcement.
    Slight,
    /// A vote, a fire.
    Plain,
    /// It seldom befalls a person twice: a resignation.
    Once,
}

/// The name that stands where no sort is known, only one day.
const OF_ONE_DAY: &str = "the same day";

/// "an arrest": how a sort of happening is called.
pub fn name(sort: Option<usize>) -> &'static str {
    sort.and_then(|sort| sorts().names.get(sort)).map_or(OF_ONE_DAY, |(name, _)| name)
}

/// How a sort weighs; slight where none is known.
pub fn weight(sort: Option<usize>) -> Weight {
    sort.and_then(|sort| sorts().names.get(sort)).map_or(Weight::Slight, |(_, weight)| *weight)
}

/// Whether a family of words names one of the sorts by itself.
pub fn names_sort(family: &str, sort: Option<usize>) -> bool {
    let Some(sort) = sort else { return false };
    let named = sorts().by_family.get(family);
    named.is_some_and(|ways| ways.iter().any(|way| way.sort == sort && way.rest.is_empty()))
}

/// The sorts that the words from `at` on tell of, each with how many words say so.
pub fn read(words: &[String], at: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    let ways = words.get(at).filter(|word| tells(word)).map_or(&[][..], |word| ways_of(word));
    ways.iter().filter_map(move |way| {
        let rest = words.get(at + 1..=at + way.rest.len())?;
        let fits = way.rest.iter().zip(rest).all(|(asked, word)| asked == word);
        // "Voters" and "killers" are people, not happenings.
        let agent = way.rest.is_empty() && is_agent(&words[at]);
        (fits && !agent).then_some((way.sort, 1 + way.rest.len()))
    })
}

/// The ways of a word's family, without building the family's name where the table has the word.
fn ways_of(word: &str) -> &'static [Way] {
    let by_family = &sorts().by_family;
    let found = match lexicon::look_up(word) {
        Some(entry) => by_family.get(entry.family),
        None if word.len() > 4 => by_family.get(&lexicon::family(word).0),
        None => by_family.get(word),
    };
    found.map_or(&[], Vec::as_slice)
}

fn is_agent(word: &str) -> bool {
    let ending = ["er", "ers", "or", "ors", "ee", "ees"].iter().any(|ending| word.ends_with(ending));
    ending && !sorts().listed.contains(word) && !word.strip_suffix('s').is_some_and(|one| sorts().listed.contains(one))
}

/// Whether a form tells that something happened: a past form or a noun, not a present one.
fn tells(form: &str) -> bool {
    let Some(entry) = lexicon::look_up(form) else { return !form.ends_with("ing") };
    if form.ends_with("ing") {
        return sorts().listed.contains(form);
    }
    form.ends_with("ed") || entry.parts.contains('n') || is_irregular_past(form) || sorts().listed.contains(form)
}

/// Words before a verb or noun which say that it did not happen, or not yet.
pub fn is_unreal(word: &str) -> bool {
    const UNREAL: [&str; 50] = [
        "to",
        "could",
        "would",
        "may",
        "might",
        "can",
        "should",
        "will",
        "if",
        "being",
        "be",
        "without",
        "not",
        "never",
        "fear",
        "risk",
        "threat",
        "cannot",
        "shall",
        "against",
        "any",
        "every",
        "didn't",
        "wasn't",
        "weren't",
        "won't",
        "couldn't",
        "wouldn't",
        "isn't",
        "whether",
        "unless",
        "can't",
        "don't",
        "doesn't",
        "shouldn't",
        "hypothetical",
        "possible",
        "potential",
        "promise",
        "promises",
        "wants",
        "want",
        "hopes",
        "fears",
        "risks",
        "avoid",
        "prevent",
        "threats",
        "must",
        "cannot",
    ];
    UNREAL.contains(&word)
}

fn is_irregular_past(form: &str) -> bool {
    const PAST: [&str; 78] = [
        "shot",
        "sank",
        "sunk",
        "fled",
        "met",
        "bought",
        "sold",
        "paid",
        "cut",
        "stole",
        "stolen",
        "wrote",
        "written",
        "won",
        "fell",
        "fallen",
        "beat",
        "beaten",
        "struck",
        "withheld",
        "forbade",
        "forbidden",
        "built",
        "overturned",
        "upheld",
        "overthrew",
        "shut",
        "born",
        "wed",
        "quit",
        "slain",
        "slew",
        "withdrew",
        "withdrawn",
        "burnt",
        "spilt",
        "drowned",
        "lit",
        "took",
        "taken",
        "gave",
        "given",
        "broke",
        "broken",
        "caught",
        "hit",
        "found",
        "left",
        "lost",
        "put",
        "came",
        "went",
        "gone",
        "swore",
        "sworn",
        "stood",
        "stepped",
        "laid",
        "let",
        "held",
        "drew",
        "rose",
        "made",
        "ran",
        "run",
        "threw",
        "thrown",
        "tore",
        "torn",
        "blew",
        "blown",
        "dug",
        "hurt",
        "rebuilt",
        "set",
        "began",
        "forgave",
        "shook",
    ];
    PAST.contains(&form)
}

/// One way to tell of a sort: a family's name is the key, the words behind it stand here.
struct Way {
    sort: usize,
    rest: Vec<&'static str>,
}

struct Sorts {
    names: Vec<(&'static str, Weight)>,
    by_family: HashMap<String, Vec<Way>>,
    /// The single words as they are listed.
    listed: HashSet<&'static str>,
}

fn sorts() -> &'static Sorts {
    static PARSED: OnceLock<Sorts> = OnceLock::new();
    PARSED.get_or_init(|| {
        let mut parsed = Sorts { names: Vec::new(), by_family: HashMap::new(), listed: HashSet::new() };
        for line in SORTS.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, words)) = line.split_once(": ") else { continue };
            for phrase in words.split(' ') {
                let mut words = phrase.split('_');
                let Some(first) = words.next() else { continue };
                let rest: Vec<&str> = words.collect();
                if rest.is_empty() {
                    parsed.listed.insert(first);
                }
                let sort = parsed.names.len();
                parsed.by_family.entry(lexicon::family(first).0).or_default().push(Way { sort, rest });
            }
            let weight = match name.chars().next() {
                Some('~') => Weight::Slight,
                Some('!') => Weight::Once,
                _ => Weight::Plain,
            };
            parsed.names.push((name.trim_start_matches(['~', '!', ' ']), weight));
        }
        parsed
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(phrase: &str, expected: &str) {
        let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
        let found: Vec<&str> =
            (0..words.len()).flat_map(|at| read(&words, at)).map(|(sort, _)| name(Some(sort))).collect();
        assert!(found.contains(&expected), "{phrase}: {found:?}");
    }

    fn check_none(phrase: &str) {
        let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
        let found: Vec<&str> =
            (0..words.len()).flat_map(|at| read(&words, at)).map(|(sort, _)| name(Some(sort))).collect();
        assert_eq!(found, Vec::<&str>::new(), "{phrase}");
    }

    #[test]
    fn one_sort_in_other_words() {
        for phrase in ["the council voted", "it was approved", "a ballot", "members rejected it", "voted down"] {
            check(phrase, "a vote");
        }
        for phrase in ["the mill closed", "it shut", "the closure", "it went out of business"] {
            check(phrase, "a closing");
        }
        for phrase in ["the roof fell", "it collapsed", "the wall gave way", "it came down"] {
            check(phrase, "a collapse");
        }
        for phrase in ["she resigned", "he stepped down", "her retirement", "he stood down", "she quit"] {
            check(phrase, "a resignation");
        }
        for phrase in ["a walkout", "nurses walked out", "a strike", "they struck"] {
            check(phrase, "a strike");
        }
        check("she was sworn in", "an appointment");
        check("the bomb detonated", "an explosion");
        check("the tanker capsized", "a sinking");
        check("workers were laid off", "a dismissal");
        check("signed into law", "a signing");
        check("gave birth", "a birth");
        check("the judge threw out the case", "a ruling");
    }

    #[test]
    fn who_does_it_is_no_happening() {
        for phrase in ["the voters", "a killer", "employees", "the gallery"] {
            check_none(phrase);
        }
    }
}
