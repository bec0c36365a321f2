//! The parts of a person's name, and whether two names may be one person's.

use super::lexicon::{Sex, lexicon};

/// A person's name in its parts, folded: lower case, plain letters, no dots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonName {
    /// Given names and initials in order, nicknames in quotation marks included.
    pub given: Vec<String>,
    /// The surname with its particles; empty where only given names stand.
    pub surname: String,
    /// "jr", "sr", "iii".
    pub suffix: Option<String>,
}

/// How two names agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agreement {
    /// Word for word the same.
    Same,
    /// One has a given name or an initial more.
    Fuller,
    /// A given name in one stands as an initial in the other.
    Initial,
    /// The first is short for the second, both folded.
    Nickname(String, String),
    /// One goes by the other's middle name: that name, folded.
    MiddleName(String),
    /// One has no given name: only the surname agrees.
    SurnameOnly,
    /// Two people.
    Different,
}

/// Words that belong to the surname behind them.
pub const PARTICLES: [&str; 21] = [
    "de", "la", "le", "du", "del", "della", "di", "da", "dos", "das", "von", "van", "der", "den", "ter", "ten", "bin",
    "ibn", "al", "el", "st",
];

/// Endings of a name that are no part of the surname.
pub const SUFFIXES: [&str; 8] = ["jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"];

/// Lower case, plain letters, no dots: "Núñez" → "nunez", "J." → "j".
pub fn plain(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).filter_map(plain_letter).collect()
}

fn plain_letter(letter: char) -> Option<char> {
    Some(match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ñ' | 'ń' => 'n',
        'š' | 'ś' | 'ş' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ł' => 'l',
        'ğ' => 'g',
        'ý' | 'ÿ' => 'y',
        '’' => '\'',
        '.' | '\u{AD}' => return None,
        other => other,
    })
}

impl PersonName {
    /// The parts of a name given as its words in order, without titles.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut parts: Vec<String> = Vec::new();
        for word in words {
            let dotted = word.matches('.').count() > 1;
            if dotted {
                parts.extend(word.chars().filter(|c| c.is_alphabetic()).map(|c| plain(&c.to_string())));
            } else {
                parts.push(plain(word));
            }
        }
        parts.retain(|part| part.chars().any(char::is_alphanumeric));
        let mut suffix = None;
        while parts.len() > 1 && parts.last().is_some_and(|last| SUFFIXES.contains(&last.as_str())) {
            suffix = parts.pop();
        }
        let surname_at = surname_start(&parts);
        let surname = parts.split_off(surname_at).join(" ");
        Self { given: parts, surname, suffix }
    }

    /// Whether it has a given name and a surname.
    pub fn is_full(&self) -> bool {
        !self.given.is_empty() && !self.surname.is_empty()
    }

    /// Who bears it, by its given names.
    pub fn sex(&self) -> Option<Sex> {
        let by_name = |name: &String| {
            let formal = || lexicon().formal_names(name).iter().find_map(|formal| lexicon().sex_of(formal));
            lexicon().sex_of(name).or_else(|| if lexicon().is_given(name) { None } else { formal() })
        };
        self.given.iter().filter(|name| name.chars().count() > 1).take(1).find_map(by_name)
    }

    /// How the two agree.
    pub fn agreement(&self, other: &Self) -> Agreement {
        if !same_surname(&self.surname, &other.surname) {
            return Agreement::Different;
        }
        if self.suffix.is_some() && other.suffix.is_some() && self.suffix != other.suffix {
            return Agreement::Different;
        }
        if self.given.is_empty() || other.given.is_empty() {
            return Agreement::SurnameOnly;
        }
        given_agreement(&self.given, &other.given)
    }
}

fn same_surname(left: &str, right: &str) -> bool {
    let key = |name: &str| name.replace([' ', '\'', '-'], "");
    left == right || (!left.is_empty() && key(left) == key(right))
}

/// Where the surname begins: the last word, with its particles, a "de la" before it.
fn surname_start(parts: &[String]) -> usize {
    let mut start = parts.len().saturating_sub(1);
    while start > 0 && PARTICLES.contains(&parts[start - 1].as_str()) && (start > 1 || parts.len() == 2) {
        start -= 1;
    }
    start
}

fn given_agreement(left: &[String], right: &[String]) -> Agreement {
    if left == right {
        return Agreement::Same;
    }
    match related(&left[0], &right[0]) {
        Some(first) => {
            let conflict = left[1..].iter().zip(&right[1..]).any(|(left, right)| related(left, right).is_none());
            if conflict { Agreement::Different } else { first }
        }
        None => by_middle_name(left, right).or_else(|| by_middle_name(right, left)).unwrap_or(Agreement::Different),
    }
}

/// One goes by the name that stands second in the other: "J. Thomas" and "Tom".
fn by_middle_name(fuller: &[String], shorter: &[String]) -> Option<Agreement> {
    let called = shorter.iter().find(|name| name.chars().count() > 1)?;
    let leads = shorter.first() == Some(called);
    let middle = fuller.iter().skip(1).find(|name| name.chars().count() > 1 && related(name, called).is_some())?;
    if !leads {
        return None;
    }
    Some(match related(middle, called)? {
        Agreement::Nickname(short, formal) => Agreement::Nickname(short, formal),
        _ => Agreement::MiddleName(middle.clone()),
    })
}

/// Whether two given names may be one, and how.
fn related(left: &str, right: &str) -> Option<Agreement> {
    if left == right {
        return Some(Agreement::Fuller);
    }
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    if initial(left, right) || initial(right, left) {
        return Some(Agreement::Initial);
    }
    let shortened = |short: &str, formal: &str| lexicon().formal_names(short).iter().any(|found| found == formal);
    if shortened(left, right) {
        return Some(Agreement::Nickname(left.to_owned(), right.to_owned()));
    }
    if shortened(right, left) {
        return Some(Agreement::Nickname(right.to_owned(), left.to_owned()));
    }
    let both = lexicon().formal_names(left).iter().find(|formal| shortened(right, formal));
    both.map(|formal| Agreement::Nickname(left.to_owned(), formal.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> PersonName {
        PersonName::of(text.split_whitespace())
    }

    fn check(left: &str, right: &str, one: bool) {
        let found = name(left).agreement(&name(right));
        assert_eq!(found != Agreement::Different, one, "{left} / {right}: {found:?}");
        let back = name(right).agreement(&name(left));
        assert_eq!(back != Agreement::Different, one, "{right} / {left}: {back:?}");
    }

    #[test]
    fn one_person_under_two_names() {
        for (left, right) in [
            ("Tom Dunmore", "Thomas Dunmore"),
            ("J. Thomas Dunmore", "Tom Dunmore"),
            ("J. Thomas Dunmore", "Thomas Dunmore"),
            ("Harriet B. Lowe", "Harriet Lowe"),
            ("Bob Lowe", "Rob Lowe"),
            ("Bill de Witt", "William De Witt"),
            ("Ana Núñez", "Ana Nunez"),
            ("J.K. Marlow", "Joan Marlow"),
            ("Jean-Luc Petit", "Jean-Luc Petit"),
            ("Peggy Marlow", "Margaret Marlow"),
            ("Frank Lowe Jr.", "Frank Lowe"),
            ("Lowe", "Harriet Lowe"),
            ("L. Edgar Hart", "Edgar Hart"),
        ] {
            check(left, right, true);
        }
    }

    #[test]
    fn two_people() {
        for (left, right) in [
            ("Anna Lowe", "Harriet Lowe"),
            ("Frank Lowe Jr.", "Frank Lowe Sr."),
            ("George W. Hart", "George H. W. Hart"),
            ("James R. Hart", "James M. Hart"),
            ("Tom Dunmore", "Tom Dunning"),
            ("Bill Hart", "Hillary Hart"),
            ("T. Hart", "William Hart"),
        ] {
            check(left, right, false);
        }
    }

    #[test]
    fn particles_belong_to_the_surname() {
        assert_eq!(name("Bill de Witt").surname, "de witt");
        assert_eq!(name("De Witt").surname, "de witt");
        assert_eq!(name("Oscar de la Torre").surname, "de la torre");
    }
}
