//! Names as they stand in the text: capitalised runs, taken apart into office, person, body, document, place.
//!
//! No model: a capital counts where not every word would have one; lists tell what the parts are.

use super::connectors;
use super::lexicon::{Meaning, PlaceKind, lexicon};
use super::person_names::{PARTICLES, PersonName, SUFFIXES};
use super::words::{Shape, Word};
use crate::model::{SourceKind, Span};

/// A name at one place of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Index of its first word.
    pub first: usize,
    /// One past the index of its last word.
    pub end: usize,
    /// What it is, as far as the words themselves tell.
    pub kind: Option<SourceKind>,
    /// Its parts, where it is or may be a person's.
    pub person: Option<PersonName>,
    /// The office words directly before it.
    pub title: Option<(usize, usize)>,
    /// Index of the known body.
    pub known: Option<usize>,
    /// Whether only another mention can prove that it is a name: a plain word at a sentence's start, a heading.
    pub weak: bool,
}

impl Name {
    fn new(first: usize, end: usize, kind: Option<SourceKind>) -> Self {
        Self { first, end, kind, person: None, title: None, known: None, weak: false }
    }

    /// Where it stands.
    pub fn span(&self, words: &[Word<'_>]) -> Span {
        Span::new(words[self.first].span.start, words[self.end - 1].span.end)
    }
}

/// All names, in order of place.
pub fn find(words: &[Word<'_>]) -> Vec<Name> {
    let mut finder = Finder { words, names: Vec::new() };
    let mut at = 0;
    while at < words.len() {
        let paragraph = words[at].paragraph;
        let end = at + words[at..].iter().take_while(|word| word.paragraph == paragraph).count();
        if is_title_case(&words[at..end]) {
            finder.heading(at, end);
        } else {
            finder.prose(at, end);
        }
        at = end;
    }
    finder.names
}

/// Whether a paragraph sets nearly all its longer words with a capital, as headings do.
fn is_title_case(words: &[Word<'_>]) -> bool {
    let ends_like_prose = words.iter().rev().find(|word| word.shape != Shape::Mark);
    let long = words.iter().filter(|word| word.text.chars().count() >= 4 && word.shape != Shape::Mark);
    let (capital, all) = long.fold((0, 0), |(capital, all), word| (capital + usize::from(word.is_capital()), all + 1));
    let plain = words.iter().filter(|word| word.is_capital() && lexicon().is_common(&word.folded)).count();
    ends_like_prose.is_some() && all >= 3 && words.len() < 40 && capital * 10 >= all * 7 && plain >= 3
}

struct Finder<'w, 'a> {
    words: &'w [Word<'a>],
    names: Vec<Name>,
}

impl Finder<'_, '_> {
    fn prose(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            if let Some((length, means)) = self.phrase(at, end).filter(|_| self.is_odd_phrase(at)) {
                self.add_phrase(at, at + length, means);
                at += length;
                continue;
            }
            let begins = self.words[at].is_capital() || self.is_particle(at, end);
            if !begins {
                at += 1;
                continue;
            }
            let next = connectors::run_end(self.words, at, end);
            self.run(at, next);
            at = next.max(at + 1);
        }
    }

    /// A heading: only what lists or other mentions prove.
    fn heading(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            if let Some((length, means)) = self.phrase(at, end) {
                self.add_phrase(at, at + length, means);
                at += length;
                continue;
            }
            let word = &self.words[at];
            if !word.is_capital() || lexicon().is_function(&word.folded) {
                at += 1;
                continue;
            }
            let length = self.heading_person(at, end).unwrap_or(1);
            self.single_or_person(at, at + length);
            if let Some(last) = self.names.last_mut().filter(|last| last.first == at) {
                last.weak = true;
            }
            at += length;
        }
    }

    fn heading_person(&self, at: usize, end: usize) -> Option<usize> {
        let word = &self.words[at];
        let given = lexicon().is_given(&word.folded) || word.shape == Shape::Initial;
        let mut length = 1;
        while at + length < end && self.words[at + length].shape == Shape::Initial {
            length += 1;
        }
        let next = self.words.get(at + length).filter(|_| at + length < end)?;
        let surname = next.is_capital() && !lexicon().is_common(&next.folded);
        (given && surname && !word.possessive).then_some(length + 1)
    }

    fn single_or_person(&mut self, first: usize, end: usize) {
        if end - first > 1 {
            self.person(first, end, None);
        } else {
            self.single(first);
        }
    }

    /// Whether a listed phrase that begins here could not be found as a run of capitals.
    fn is_odd_phrase(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.folded == "al" || word.folded == "al-qaeda" || word.is("bureau") || !word.is_capital()
    }

    fn is_particle(&self, at: usize, end: usize) -> bool {
        let next = at + 1;
        PARTICLES.contains(&self.words[at].folded.as_str())
            && self.words[at].shape == Shape::Lower
            && next < end
            && self.words[next].is_capital()
            && !self.words[next].glued
            && (at == 0 || !self.words[at - 1].is_capital())
    }

    /// The longest listed phrase at `at`, and how many words it takes.
    fn phrase(&self, at: usize, end: usize) -> Option<(usize, Meaning)> {
        let matches = |words: &[String]| {
            let fits = at + words.len() <= end
                && words.iter().zip(&self.words[at..]).all(|(word, found)| same_word(word, &found.folded));
            fits && self.words[at..at + words.len() - 1].iter().all(|word| !word.possessive)
        };
        let word = &self.words[at];
        let key = word.folded.trim_end_matches('.');
        let listed = lexicon().phrases(&word.folded);
        let listed = if listed.is_empty() { lexicon().phrases(key) } else { listed };
        let found = listed.iter().find(|phrase| matches(&phrase.words))?;
        let capital = self.words[at..at + found.words.len()].iter().any(Word::is_capital);
        (capital && self.is_meant(at, found.words.len(), found.means)).then_some((found.words.len(), found.means))
    }

    /// Whether a listed name of one plain word is meant here: "Time", "the Nation", but not "Time flies".
    fn is_meant(&self, at: usize, length: usize, means: Meaning) -> bool {
        let word = &self.words[at];
        if length > 1 {
            return true;
        }
        let plain = lexicon().is_common(&word.folded);
        let short = word.text.chars().filter(|c| c.is_alphabetic()).count() <= 4;
        let acronym = lexicon().known_acronym(&word.folded);
        if (acronym || (means == Meaning::Place && short)) && plain {
            return word.shape == Shape::Upper && acronym;
        }
        if acronym && !matches!(word.shape, Shape::Upper | Shape::Dotted | Shape::Mixed) {
            return false;
        }
        let article = at.checked_sub(1).is_some_and(|before| self.words[before].is("the"));
        !plain || !word.opens || (article && means != Meaning::Place)
    }

    fn add_phrase(&mut self, first: usize, end: usize, means: Meaning) {
        if means == Meaning::Place && self.is_state_of_city(first, end) {
            return;
        }
        let mut name = Name::new(first, end, Some(SourceKind::Place));
        if let Meaning::Known(index) = means {
            name.known = Some(index);
            name.kind = lexicon().known(index).map(|known| known.kind);
        }
        self.names.push(name);
    }

    /// Whether the words are the state behind a city: "Newport, R.I."
    fn is_state_of_city(&self, first: usize, end: usize) -> bool {
        let abbreviated =
            end - first == 1 && (self.words[first].text.ends_with('.') || self.words[first].shape == Shape::Upper);
        let behind_city = first >= 2
            && self.words[first - 1].is(",")
            && self.names.last().is_some_and(|last| last.end == first - 1 && last.kind == Some(SourceKind::Place));
        abbreviated && behind_city
    }

    /// Takes a run of capitals with its connectors apart.
    fn run(&mut self, first: usize, end: usize) {
        let first = self.skip_opening(first, end);
        if first >= end {
            return;
        }
        if let Some((_, means)) = self.phrase(first, end).filter(|(length, _)| first + length == end) {
            return self.add_phrase(first, end, means);
        }
        if let Some((office, after)) = self.office(first, end).filter(|_| self.body_before_person(first, end).is_none())
        {
            let (title, rest) = (self.title_start(first, office), after);
            if title > first {
                self.plain(first, title);
            }
            if rest < end {
                self.person(rest, end, Some((title, rest)));
            }
            return;
        }
        self.plain(first, end);
    }

    /// Past the words at the start that only open a sentence, and past "The".
    fn skip_opening(&self, first: usize, end: usize) -> usize {
        let mut at = first;
        while at < end {
            let word = &self.words[at];
            let listed = self.phrase(at, end).is_some_and(|(length, _)| length > 1);
            let drops = match word.folded.as_str() {
                "the" | "a" | "an" => true,
                _ if listed => false,
                "new" | "old" | "great" | "united" | "little" if at + 1 < end && !word.opens => false,
                folded if word.opens => lexicon().is_function(folded) || self.opens_plainly(at, end),
                folded => at == first && lexicon().is_function(folded) && at + 1 < end && !self.is_body(at, end),
            };
            if !drops {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a plain word opens the sentence before a name that stands by itself: "Critics Trump".
    fn opens_plainly(&self, at: usize, end: usize) -> bool {
        let word = &self.words[at];
        let plain = lexicon().is_common(&word.folded) && word.shape == Shape::Capital && !word.possessive;
        if !plain || at + 1 >= end || self.is_body(at, end) || lexicon().office(&word.folded).is_some() {
            return false;
        }
        if lexicon().is_given(&word.folded) && !lexicon().is_function(&word.folded) {
            return false;
        }
        let next = &self.words[at + 1];
        lexicon().is_given(&next.folded) || self.phrase(at + 1, end).is_some() || !lexicon().is_common(&next.folded)
    }

    /// Whether the run ends in a word that tells a body or the like: "Planned Housing Office".
    fn is_body(&self, first: usize, end: usize) -> bool {
        let head = self.head_word(first, end);
        lexicon().head(&self.words[head].folded).is_some_and(|kind| kind != SourceKind::Place) && head > first
    }

    /// The word that tells what the run is: the last before its first connector, numbers aside.
    fn head_word(&self, first: usize, end: usize) -> usize {
        let connector = (first..end).find(|&at| !self.words[at].is_capital() && self.words[at].shape != Shape::Number);
        let joint = connector.filter(|&at| matches!(self.words[at].folded.as_str(), "of" | "for" | "on" | "to" | "at"));
        let mut last = joint.unwrap_or(end).max(first + 1) - 1;
        while last > first && (self.words[last].shape == Shape::Number || is_roman(self.words[last].text)) {
            last -= 1;
        }
        last
    }

    /// The rightmost office in the run, and where it ends.
    fn office(&self, first: usize, end: usize) -> Option<(usize, usize)> {
        (first + 1..=end).rev().find_map(|after| {
            let longest = (1..=5.min(after - first)).rev().map(|length| after - length);
            let start = longest.into_iter().find(|&start| lexicon().office(&self.joined(start, after)).is_some())?;
            self.is_office(first, start, after, end).then_some((start, after))
        })
    }

    fn joined(&self, first: usize, end: usize) -> String {
        let words: Vec<&str> = self.words[first..end].iter().map(|word| word.folded.as_str()).collect();
        words.join(" ")
    }

    /// Whether the words `start..after` are an office here, and not part of a body's or a person's name.
    fn is_office(&self, first: usize, start: usize, after: usize, end: usize) -> bool {
        let office = self.joined(start, after);
        let single = after - start == 1;
        if self.words[start].possessive || self.words[after - 1].possessive {
            return false;
        }
        if after == end {
            // "Stephen King", but "New York Mayor".
            let named = start > first && {
                let before = &self.words[start - 1];
                (lexicon().is_given(&before.folded) && lexicon().place(&before.folded).is_none())
                    || before.shape == Shape::Initial
            };
            let joined = (first..start).any(|at| !self.words[at].is_capital());
            let doubtful = single && (named || joined);
            return !(doubtful || is_weak_office(&office) || self.words[start].shape == Shape::Upper);
        }
        let next = &self.words[after];
        if SUFFIXES.contains(&next.folded.trim_end_matches('.')) || !next.is_capital() && !self.is_particle_at(after) {
            return false;
        }
        let head = lexicon().head(&self.words[end - 1].folded);
        let named = lexicon().is_given(&next.folded) || next.shape == Shape::Initial || next.shape == Shape::Dotted;
        let weak = is_weak_office(&office);
        match head {
            Some(_) if named && end - after >= 2 => true,
            Some(SourceKind::Place | SourceKind::Event) => !weak,
            Some(_) => false,
            None => !(weak && lexicon().is_common(&self.words[end - 1].folded)),
        }
    }

    fn is_particle_at(&self, at: usize) -> bool {
        PARTICLES.contains(&self.words[at].folded.as_str())
    }

    /// Where the title begins: modifiers and further offices before the office.
    fn title_start(&self, first: usize, office: usize) -> usize {
        let mut start = office;
        while start > first {
            let before = &self.words[start - 1];
            let modifier = matches!(
                before.folded.as_str(),
                "former"
                    | "acting"
                    | "deputy"
                    | "assistant"
                    | "associate"
                    | "interim"
                    | "senior"
                    | "then"
                    | "late"
                    | "chief"
                    | "ex"
                    | "vice"
                    | "executive"
                    | "retired"
                    | "honorary"
                    | "presumptive"
                    | "lead"
                    | "police"
                    | "district"
                    | "state"
                    | "federal"
                    | "of"
                    | "and"
                    | "lieutenant"
                    | "first"
            ) || before.folded.starts_with("then-")
                || before.folded.starts_with("ex-");
            if !modifier && lexicon().office(&before.folded).is_none() {
                break;
            }
            start -= 1;
        }
        start
    }

    /// Adds the words as a person's name.
    fn person(&mut self, first: usize, end: usize, title: Option<(usize, usize)>) {
        let mut end = end;
        while end > first + 1 && !self.words[end - 1].is_capital() {
            end -= 1;
        }
        if end - first > 5 || !self.words[end - 1].is_capital() {
            return self.plain(first, end);
        }
        let single_weak = end - first == 1 && self.words[first].opens && title.is_none();
        let mut name = Name::new(first, end, Some(SourceKind::Person));
        name.person = Some(PersonName::of(self.words[first..end].iter().map(|word| word.text)));
        name.title = title;
        name.weak = single_weak && lexicon().is_common(&self.words[first].folded);
        self.names.push(name);
    }

    /// Adds a run without an office.
    fn plain(&mut self, first: usize, end: usize) {
        let (mut first, mut end) = (first, end);
        while first < end && !self.words[first].is_capital() && !self.is_particle_at(first) {
            first += 1;
        }
        while end > first && !self.words[end - 1].is_capital() && self.words[end - 1].shape != Shape::Number {
            end -= 1;
        }
        if first >= end {
            return;
        }
        if let Some((_, means)) = self.phrase(first, end).filter(|(length, _)| first + length == end) {
            return self.add_phrase(first, end, means);
        }
        if end - first == 1 {
            return self.single(first);
        }
        let head_at = self.head_word(first, end);
        let head = lexicon().head(&self.words[head_at].folded).filter(|_| head_at > first || head_at + 1 < end);
        if self.is_person(first, end, head) {
            return self.person(first, end, None);
        }
        if let Some(split) = self.person_behind_body(first, end) {
            self.plain(first, split);
            return self.person(split, end, None);
        }
        if let Some(kind) = head {
            self.names.push(Name::new(first, end, Some(kind)));
            return;
        }
        self.mixed(first, end);
    }

    fn body_before_person(&self, first: usize, end: usize) -> Option<usize> {
        let split = self.person_behind_body(first, end)?;
        (lexicon().office(&self.words[split - 1].folded).is_none()).then_some(split)
    }

    /// Where a person's name begins right behind a body's: "Cardwell Institute Ana Ruiz".
    fn person_behind_body(&self, first: usize, end: usize) -> Option<usize> {
        let body = |at: usize| lexicon().head(&self.words[at].folded).is_some_and(|kind| kind != SourceKind::Place);
        let split = (first + 1..end.saturating_sub(1)).find(|&at| body(at - 1) && self.is_person(at, end, None))?;
        let opener = &self.words[split];
        let sure = opener.shape == Shape::Initial || !lexicon().is_common(&opener.folded);
        (sure && lexicon().head(&self.words[end - 1].folded).is_none()).then_some(split)
    }

    /// A run that neither a head word nor a given name explains.
    fn mixed(&mut self, first: usize, end: usize) {
        if let Some(people) = (first..end).find(|&at| lexicon().is_people(self.words[at].text)) {
            self.plain(first, people);
            return self.plain(people + 1, end);
        }
        if let Some((length, means)) = self.phrase(first, end) {
            let team = end - first - length == 1 && means == Meaning::Place;
            if team {
                return self.names.push(Name::new(first, end, Some(SourceKind::Organisation)));
            }
            self.add_phrase(first, first + length, means);
            return self.plain(first + length, end);
        }
        let slice = &self.words[first..end];
        let unknown = slice
            .iter()
            .all(|word| word.shape != Shape::Upper && !lexicon().is_common(&word.folded) || self_particle(word));
        if unknown && end - first <= 3 && slice.iter().all(|word| word.shape != Shape::Number) {
            return self.person(first, end, None);
        }
        let mut name = Name::new(first, end, None);
        name.weak = slice.iter().all(|word| lexicon().is_common(&word.folded) || word.shape == Shape::Number);
        self.names.push(name);
    }

    /// Whether the run reads as given name and surname.
    fn is_person(&self, first: usize, end: usize, head: Option<SourceKind>) -> bool {
        let slice = &self.words[first..end];
        let numbered = slice.iter().any(|word| matches!(word.shape, Shape::Number | Shape::Reference));
        let last = slice.iter().rev().find(|word| !SUFFIXES.contains(&word.folded.trim_end_matches('.')));
        let Some(last) = last.filter(|_| !numbered && slice.len() <= 6) else { return false };
        let joined = slice.iter().all(|word| word.is_capital() || self_particle(word) || word.shape == Shape::Mark);
        let opener = &slice[0];
        let initial =
            matches!(opener.shape, Shape::Initial | Shape::Dotted) && lexicon().place(&opener.folded).is_none();
        let given = lexicon().is_given(&opener.folded);
        if !joined || !(given || initial) || opener.possessive {
            return false;
        }
        let surname = lexicon().is_surname(&last.folded);
        let plain = lexicon().is_common(&last.folded);
        let place = lexicon().place(&opener.folded);
        match head {
            Some(SourceKind::Organisation) => {
                // "Bill Banks" may be one, "Stephen Church" too; "Martin Luther King Hospital" not.
                slice.len() == 2 && surname && place.is_none() && !is_firm_head(&last.folded)
            }
            Some(SourceKind::Place) if is_firm_head(&last.folded) => false,
            Some(_) => surname && place.is_none() && slice.len() <= 3,
            None if place.is_some() => surname && !plain,
            None => {
                let certain = !plain || surname || !opener.opens || !lexicon().is_common(&opener.folded);
                certain && last.shape != Shape::Upper
            }
        }
    }

    /// Adds one capitalised word.
    fn single(&mut self, at: usize) {
        let word = &self.words[at];
        if let Some((1, means)) = self.phrase(at, at + 1) {
            return self.add_phrase(at, at + 1, means);
        }
        let folded = word.folded.trim_end_matches('.');
        let letters = word.text.chars().filter(|c| c.is_alphabetic()).count();
        let empty = letters < 2 || word.shape == Shape::Initial;
        if (empty && word.shape != Shape::Reference)
            || (lexicon().is_function(folded) && (word.opens || !lexicon().is_given(folded)))
            || lexicon().is_people(word.text)
            || lexicon().office(&word.folded).is_some()
            || is_month_or_day(folded)
            || is_party_tag(word.text)
        {
            return;
        }
        let plain = lexicon().is_common(folded);
        let mut name = Name::new(at, at + 1, None);
        match word.shape {
            Shape::Reference => name.kind = Some(SourceKind::Programme),
            Shape::Upper | Shape::Dotted => {
                if is_no_source(folded) || (plain && letters > 4) {
                    return;
                }
                name.kind = Some(SourceKind::Organisation);
                name.weak = plain;
            }
            _ => {
                if lexicon().place(&word.folded) == Some(PlaceKind::State) && plain {
                    return;
                }
                if plain && lexicon().head(folded).is_some() && !lexicon().is_surname(folded) {
                    return;
                }
                name.weak = plain;
                name.person = Some(PersonName::of([word.text]));
            }
        }
        self.names.push(name);
    }
}

/// Whether a listed word and a word of the text are the same, dots and "the" aside.
fn same_word(listed: &str, found: &str) -> bool {
    listed == found || (listed.len() > 2 && listed.contains('.') && listed.replace('.', "") == found.replace('.', ""))
}

fn self_particle(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower && PARTICLES.contains(&word.folded.as_str())
}

/// Heads that hardly end a person's name.
fn is_firm_head(word: &str) -> bool {
    !matches!(
        word,
        "bank"
            | "banks"
            | "church"
            | "court"
            | "temple"
            | "guard"
            | "school"
            | "house"
            | "hall"
            | "hill"
            | "hills"
            | "park"
            | "parks"
            | "lake"
            | "rivers"
            | "river"
            | "field"
            | "fields"
            | "brook"
            | "banner"
            | "lodge"
            | "parish"
            | "camp"
            | "forest"
            | "woods"
            | "garden"
            | "lane"
            | "street"
            | "ward"
            | "bridge"
            | "ridge"
            | "post"
            | "fort"
            | "green"
            | "waters"
            | "beach"
            | "castle"
            | "towns"
            | "town"
            | "marsh"
            | "pool"
            | "wells"
            | "brothers"
            | "chambers"
            | "towers"
            | "tower"
            | "bay"
            | "ford"
            | "port"
            | "shore"
            | "union"
            | "trust"
            | "press"
            | "front"
            | "heights"
            | "league"
            | "guild"
    ) || word == "street"
}

/// Offices that are as often part of a name or a plain word.
fn is_weak_office(office: &str) -> bool {
    matches!(
        office,
        "king"
            | "queen"
            | "prince"
            | "lady"
            | "lord"
            | "general"
            | "major"
            | "count"
            | "dean"
            | "father"
            | "saint"
            | "sister"
            | "brother"
            | "head"
            | "duke"
            | "justice"
            | "private"
            | "chief"
            | "chiefs"
            | "partner"
            | "host"
            | "member"
            | "officer"
            | "agent"
            | "student"
            | "voter"
            | "officers"
            | "son"
            | "judge"
            | "judges"
    )
}

fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.len() <= 5 && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Whether the folded word is a month or a day of the week, or short for one.
pub fn is_month_or_day(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "january"
            | "february"
            | "march"
            | "april"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "mar"
            | "apr"
            | "jun"
            | "jul"
            | "aug"
            | "sept"
            | "sep"
            | "oct"
            | "nov"
            | "dec"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "mon"
            | "tue"
            | "tues"
            | "wed"
            | "thu"
            | "thurs"
            | "fri"
            | "christmas"
            | "easter"
            | "thanksgiving"
            | "halloween"
            | "ramadan"
    )
}

/// Whether the word is a member's party and state: "D-Ohio", "R-Wis".
fn is_party_tag(text: &str) -> bool {
    let mut parts = text.splitn(2, '-');
    let letter = parts.next().unwrap_or_default();
    matches!(letter, "D" | "R" | "I" | "L" | "DFL")
        && parts.next().is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// Acronyms and words in capitals that name no source.
fn is_no_source(word: &str) -> bool {
    matches!(
        word,
        "tv" | "dna"
            | "ceo"
            | "cfo"
            | "coo"
            | "cto"
            | "dvd"
            | "cd"
            | "pc"
            | "iq"
            | "pr"
            | "est"
            | "edt"
            | "pst"
            | "pdt"
            | "cst"
            | "et"
            | "gmt"
            | "am"
            | "pm"
            | "ok"
            | "id"
            | "faq"
            | "gdp"
            | "lgbt"
            | "lgbtq"
            | "lgbtq+"
            | "ptsd"
            | "it"
            | "ai"
            | "aids"
            | "hiv"
            | "covid"
            | "covid-19"
            | "rip"
            | "ps"
            | "p.s"
            | "suv"
            | "atm"
            | "gps"
            | "usb"
            | "diy"
            | "mr"
            | "ms"
            | "dr"
            | "phd"
            | "ph.d"
            | "md"
            | "m.d"
            | "ba"
            | "ma"
            | "mba"
            | "ad"
            | "bc"
            | "bce"
            | "ce"
            | "i.e"
            | "e.g"
            | "a.m"
            | "p.m"
            | "vip"
            | "ufo"
            | "swat"
            | "r.i.p"
            | "abstract"
            | "ied"
            | "rsvp"
            | "asap"
            | "aka"
            | "mp3"
            | "html"
            | "url"
            | "http"
            | "https"
            | "www"
            | "vs"
            | "ii"
            | "iii"
            | "iv"
            | "vi"
            | "vii"
            | "viii"
            | "ix"
            | "xi"
            | "xii"
            | "gop-led"
            | "r"
            | "d"
            | "ad-hoc"
            | "pg"
            | "op-ed"
    )
}
