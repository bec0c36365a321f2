//! Who wrote an article: the names in its byline.

/// One of those who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// A human being with a family name.
    Person(Person),
    /// A body, or a name of one word, which is not turned round.
    Body(String),
}

/// A human being's name in its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// What stands before the family name, without titles: "J. Thomas".
    pub given: String,
    /// The family name with its particles: "van der Berg". The last word, where nothing tells more.
    pub family: String,
    /// "Jr.", "III".
    pub suffix: Option<String>,
    /// Titles and degrees, which only the debate form gives: "Dr.", "M.D.".
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Author {
    /// "Ada Fenn", "Tobias Rook Jr."
    pub fn in_order(&self) -> String {
        match self {
            Author::Person(person) => {
                let suffix = person.suffix.iter().map(|suffix| format!(" {suffix}"));
                format!("{} {}", person.given, person.family) + &suffix.collect::<String>()
            }
            Author::Body(name) => name.clone(),
        }
    }

    /// "Fenn, Ada", "Rook, Tobias, Jr."
    pub fn turned(&self) -> String {
        match self {
            Author::Person(person) => {
                let suffix = person.suffix.iter().map(|suffix| format!(", {suffix}"));
                format!("{}, {}", person.family, person.given) + &suffix.collect::<String>()
            }
            Author::Body(name) => name.clone(),
        }
    }
}

/// The authors that a byline names, in order. A byline is "Ada Fenn", "Ada Fenn, Tobias Rook and Jo Lunt",
/// "Fenn, Ada; Rook, Tobias" or a body's name.
pub fn authors(byline: &str) -> Vec<Author> {
    let line = byline.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = without_by(&line);
    if line.contains(';') {
        return line.split(';').flat_map(|name| authors_of_part(name.trim())).collect();
    }
    authors_of_part(line)
}

fn without_by(line: &str) -> &str {
    let is_by = line.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "));
    if is_by { line[3..].trim_start() } else { line }
}

fn authors_of_part(part: &str) -> Vec<Author> {
    if let Some(person) = turned_round(part) {
        return vec![Author::Person(person)];
    }
    let mut names: Vec<String> = Vec::new();
    for piece in part.split(',').flat_map(joined_by_and).map(str::trim).filter(|piece| !piece.is_empty()) {
        match names.last_mut() {
            Some(last) if is_suffix(piece) || is_degree(piece) => {
                last.push_str(", ");
                last.push_str(piece);
            }
            _ => names.push(piece.to_owned()),
        }
    }
    names.iter().map(|name| author(name)).collect()
}

/// The names between "and", "&" and "with"; a body's own "and" joins none ("Centre for Rivers and Lakes").
fn joined_by_and(piece: &str) -> Vec<&str> {
    let piece = piece.trim();
    let piece = ["and ", "& ", "with "].iter().find_map(|word| piece.strip_prefix(word)).unwrap_or(piece);
    for word in [" and ", " & ", " with "] {
        if let Some((before, after)) = piece.split_once(word) {
            let is_one_body = is_body(before) && !after.trim().contains(' ') || is_body(after) && !before.contains(' ');
            if !is_one_body {
                return [joined_by_and(before), joined_by_and(after)].concat();
            }
        }
    }
    vec![piece]
}

/// "Fenn, Ada", "van der Berg, Anna M.", "Rook, Tobias, Jr.": one name with the family name first.
fn turned_round(part: &str) -> Option<Person> {
    let pieces: Vec<&str> = part.split(',').map(str::trim).collect();
    let (family, given, rest) = match pieces.as_slice() {
        [family, given] => (*family, *given, None),
        [family, given, suffix] if is_suffix(suffix) => (*family, *given, Some(*suffix)),
        _ => return None,
    };
    let words: Vec<&str> = family.split(' ').collect();
    let is_family = match words.as_slice() {
        [only] => !is_known_body(only),
        [particles @ .., _] => particles.iter().all(|word| is_particle(word)),
        [] => false,
    };
    let given_words = given.split(' ').count();
    let is_given = (1..=3).contains(&given_words)
        && !is_suffix(given)
        && !is_degree(given)
        && !given.contains(" and ")
        && !is_known_body(given);
    (is_family && is_given && words.iter().all(|word| word.chars().any(char::is_lowercase))).then(|| Person {
        given: given.to_owned(),
        family: family.to_owned(),
        suffix: rest.map(str::to_owned),
        ..Person::default()
    })
}

fn author(name: &str) -> Author {
    let mut pieces = name.split(", ");
    let mut words: Vec<&str> = pieces.next().unwrap_or_default().split(' ').collect();
    let mut suffix = None;
    let mut degrees = Vec::new();
    for piece in pieces {
        if is_suffix(piece) { suffix = Some(piece) } else { degrees.push(piece) }
    }
    let titles = words.iter().take_while(|word| TITLES.contains(word)).count();
    let titles: Vec<&str> = words.drain(..titles.min(words.len().saturating_sub(1))).collect();
    while let [_, _, .., last] = words.as_slice()
        && (is_suffix(last) || is_degree(last))
    {
        if is_suffix(last) {
            suffix = suffix.or(Some(last));
        } else {
            degrees.insert(0, last);
        }
        words.pop();
    }
    let bare = words.join(" ");
    if is_body(&bare) || words.len() < 2 {
        return Author::Body(name.to_owned());
    }
    let family = words.len() - family_words(&words);
    let some = |words: &[&str], between: &str| Some(words.join(between)).filter(|joined| !joined.is_empty());
    Author::Person(Person {
        given: words[..family].join(" "),
        family: words[family..].join(" "),
        suffix: suffix.map(str::to_owned),
        before: some(&titles, " "),
        after: some(&degrees, ", "),
    })
}

/// How many words at the end are the family name: the last, with the particles before it.
fn family_words(words: &[&str]) -> usize {
    let inner = &words[1..words.len() - 1];
    // From the first particle in small letters on ("Ana de la Cruz Vega"), or from capital ones right before the last.
    let small = inner.iter().position(|word| is_particle(word) && word.starts_with(char::is_lowercase));
    let capital = || inner.iter().rev().take_while(|word| is_particle(word)).count();
    1 + small.map_or_else(capital, |at| inner.len() - at)
}

const TITLES: [&str; 12] =
    ["Dr.", "Dr", "Prof.", "Professor", "Rev.", "Sir", "Dame", "Mr.", "Mrs.", "Ms.", "Sen.", "Rep."];

fn is_suffix(word: &str) -> bool {
    ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"].contains(&word)
}

fn is_degree(word: &str) -> bool {
    const DEGREES: [&str; 16] = [
        "M.D.", "MD", "Ph.D.", "PhD", "D.Phil.", "DPhil", "J.D.", "JD", "Esq.", "Esq", "M.A.", "MA", "MBA", "R.N.",
        "RN", "S.J.",
    ];
    DEGREES.contains(&word)
}

/// Words that belong to the family name behind them, by the usage of English-language lists.
fn is_particle(word: &str) -> bool {
    const PARTICLES: [&str; 28] = [
        "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "los",
        "las", "ten", "ter", "zu", "zur", "af", "av", "al", "el", "bin", "ibn", "st.",
    ];
    PARTICLES.contains(&word.to_lowercase().as_str())
}

/// Whether a name is a body's: nothing that could be a family name, or words that only bodies have.
fn is_body(name: &str) -> bool {
    !name.contains(' ') || is_known_body(name)
}

fn is_known_body(name: &str) -> bool {
    const WORDS: [&str; 56] = [
        "agency",
        "alliance",
        "archive",
        "associates",
        "association",
        "authority",
        "board",
        "bureau",
        "campaign",
        "center",
        "centre",
        "coalition",
        "college",
        "commission",
        "committee",
        "company",
        "congress",
        "correspondent",
        "correspondents",
        "council",
        "department",
        "desk",
        "division",
        "editor",
        "editors",
        "editorial",
        "federation",
        "foundation",
        "fund",
        "group",
        "herald",
        "initiative",
        "institute",
        "institution",
        "journal",
        "league",
        "library",
        "ministry",
        "museum",
        "network",
        "news",
        "newsroom",
        "office",
        "organization",
        "organisation",
        "post",
        "press",
        "project",
        "reporters",
        "school",
        "service",
        "society",
        "staff",
        "times",
        "union",
        "university",
    ];
    let lower = name.to_lowercase();
    let mut words = lower.split([' ', '-']);
    let is_the = lower.starts_with("the ");
    let has_joint = [" of ", " for ", " on ", " at ", " from "].iter().any(|joint| lower.contains(joint));
    is_the || has_joint || words.any(|word| WORDS.contains(&word.trim_end_matches('s')) || WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(byline: &str, expected: &[&str]) {
        let turned: Vec<String> = authors(byline).iter().map(Author::turned).collect();
        assert_eq!(turned, expected, "{byline}");
    }

    #[test]
    fn one_author() {
        check("Ada Fenn", &["Fenn, Ada"]);
        check("By Ada Fenn", &["Fenn, Ada"]);
        check("J. Thomas Rook", &["Rook, J. Thomas"]);
        check("Fenn, Ada M.", &["Fenn, Ada M."]);
        check("Dr. Ada Fenn, Ph.D.", &["Fenn, Ada"]);
        check("Byron Lunt", &["Lunt, Byron"]);
    }

    #[test]
    fn particles_and_suffixes_stay_where_they_belong() {
        check("Ludo van der Berg", &["van der Berg, Ludo"]);
        check("Ana de la Cruz", &["de la Cruz, Ana"]);
        check("Robert Van Dyke", &["Van Dyke, Robert"]);
        check("van der Berg, Ludo", &["van der Berg, Ludo"]);
        check("Tobias Rook Jr.", &["Rook, Tobias, Jr."]);
        check("Tobias Rook, Jr., and Ada Fenn", &["Rook, Tobias, Jr.", "Fenn, Ada"]);
        check("Rook, Tobias, III", &["Rook, Tobias, III"]);
        check("Van Morley", &["Morley, Van"]);
    }

    #[test]
    fn several_authors() {
        check("Ada Fenn and Tobias Rook", &["Fenn, Ada", "Rook, Tobias"]);
        check("Ada Fenn & Tobias Rook", &["Fenn, Ada", "Rook, Tobias"]);
        check("Ada Fenn, Tobias Rook, and Jo Lunt", &["Fenn, Ada", "Rook, Tobias", "Lunt, Jo"]);
        check("Fenn, Ada; Rook, Tobias", &["Fenn, Ada", "Rook, Tobias"]);
        check("Ada Fenn with Jo Lunt", &["Fenn, Ada", "Lunt, Jo"]);
    }

    #[test]
    fn bodies_and_single_words_are_not_turned_round() {
        check("Institute for Tides", &["Institute for Tides"]);
        check("The Brinmouth Echo", &["The Brinmouth Echo"]);
        check("Centre for Rivers and Lakes", &["Centre for Rivers and Lakes"]);
        check("Lunt Foundation and Ada Fenn", &["Lunt Foundation", "Fenn, Ada"]);
        check("Echo Staff", &["Echo Staff"]);
        check("Quill", &["Quill"]);
        check("Ada Fenn, Brinmouth News Service", &["Fenn, Ada", "Brinmouth News Service"]);
        check("", &[]);
        check(" , ; ", &[]);
    }
}
