//! How far a capitalised run goes: which small words join capitals into one name.

use super::lexicon::{Guard, lexicon};
use super::person_names::{PARTICLES, SUFFIXES};
use super::words::{Shape, Word};
use crate::model::SourceKind;

/// Where the run that begins at `first` ends, no further than `limit`.
pub fn run_end(words: &[Word<'_>], first: usize, limit: usize) -> usize {
    let run = Run { words, first, limit };
    let mut end = run.capitals(first);
    while let Some(next) = run.joined(end) {
        end = next;
    }
    end
}

struct Run<'w, 'a> {
    words: &'w [Word<'a>],
    first: usize,
    limit: usize,
}

impl Run<'_, '_> {
    fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at).filter(|_| at < self.limit)
    }

    fn folded(&self, at: usize) -> &str {
        self.word(at).map_or("", |word| word.folded.as_str())
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_capital() && !is_date(&word.folded))
    }

    /// The end of the unbroken capitals that begin at `from`.
    fn capitals(&self, from: usize) -> usize {
        let mut end = from + 1;
        while self.word(end).is_some_and(|word| !word.opens) && !self.breaks_behind(end - 1) {
            if self.is_capital(end) || self.is_number(end) {
                end += 1;
            } else if self.is_office_of(end) {
                end += 2;
            } else {
                break;
            }
        }
        end
    }

    /// Whether nothing joins on behind the word `at`: a possessive, a month.
    fn breaks_behind(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return true };
        (word.possessive && !self.is_inner_possessive(at)) || is_date(&word.folded) || is_numbered_end(word)
    }

    /// "Women's March", "Attorney General's Office": a possessive of a plain noun before a head word.
    fn is_inner_possessive(&self, at: usize) -> bool {
        let word = self.folded(at);
        let plain = (lexicon().is_common(word) && !lexicon().is_surname(word)) || lexicon().office(word).is_some();
        let mut last = at + 1;
        while self.is_capital(last) && last < at + 5 {
            last += 1;
        }
        let head = lexicon().head(self.folded(last - 1));
        let after_name =
            at > self.first && (lexicon().is_given(self.folded(at - 1)) || lexicon().head(self.folded(at)).is_some());
        plain
            && last > at + 1
            && !after_name
            && matches!(head, Some(SourceKind::Organisation | SourceKind::Event | SourceKind::Programme))
    }

    /// The number behind "Executive Order", "Proposition", "Title".
    fn is_number(&self, at: usize) -> bool {
        const NUMBERED: [&str; 30] = [
            "order",
            "proposition",
            "prop",
            "resolution",
            "article",
            "section",
            "title",
            "amendment",
            "bill",
            "law",
            "number",
            "no.",
            "route",
            "interstate",
            "highway",
            "district",
            "local",
            "channel",
            "apollo",
            "flight",
            "directive",
            "rule",
            "measure",
            "question",
            "regulation",
            "s.b.",
            "h.r.",
            "sb",
            "hb",
            "catch",
        ];
        let number = self.word(at).is_some_and(|word| word.shape == Shape::Number && !word.glued);
        number && NUMBERED.contains(&self.folded(at - 1))
    }

    /// "Secretary of State", "Chief of Police": an office that holds "of".
    fn is_office_of(&self, at: usize) -> bool {
        let words = [self.folded(at - 1), self.folded(at), self.folded(at + 1)];
        words[1] == "of" && self.is_capital(at + 1) && lexicon().office(&words.join(" ")).is_some()
    }

    /// Where the run ends if what stands at `end` joins on.
    fn joined(&self, end: usize) -> Option<usize> {
        let last = self.word(end - 1)?;
        if last.possessive || end >= self.limit {
            return None;
        }
        let next = match self.folded(end) {
            "," => self.behind_comma(end)?,
            "“" | "\"" | "‘" | "(" => self.behind_nickname(end)?,
            "&" => end + 1,
            "v." | "vs." if !last.opens || lexicon().is_surname(&last.folded) => end + 1,
            word if PARTICLES.contains(&word) && word != "al" => self.behind_particles(end)?,
            "of" if self.joins_of(end) => self.behind_article(end + 1),
            "for" if self.joins_for(end) => self.behind_article(end + 1),
            "on" if self.joins_on(end) => self.behind_article(end + 1),
            "to" | "against" | "without" | "in" if self.joins_to(end) => end + 1,
            "at" if self.holds(end, "university") => end + 1,
            "and" if self.joins_and(end) => end + 1,
            _ => return None,
        };
        let fits = self.is_capital(next) || self.is_ordinal(next);
        (fits && !self.word(next).is_some_and(|word| word.opens && word.glued)).then(|| {
            let from = if self.is_ordinal(next) { next + 1 } else { next };
            self.capitals(from)
        })
    }

    fn is_ordinal(&self, at: usize) -> bool {
        let word = self.folded(at);
        let digits = word.starts_with(|c: char| c.is_ascii_digit());
        digits && ["st", "nd", "rd", "th"].iter().any(|ending| word.ends_with(ending)) && self.is_capital(at + 1)
    }

    fn behind_article(&self, at: usize) -> usize {
        if self.folded(at) == "the" { at + 1 } else { at }
    }

    /// ", Jr." and "University of California, Riverside".
    fn behind_comma(&self, comma: usize) -> Option<usize> {
        let next = self.word(comma + 1)?;
        let suffix = SUFFIXES.contains(&next.folded.trim_end_matches('.')) && self.words[comma - 1].is_capital();
        let one = lexicon().place(&next.folded).is_some();
        let two = lexicon().place(&format!("{} {}", next.folded, self.folded(comma + 2))).is_some();
        let campus = self.holds(comma, "university") && self.holds(comma, "of") && (one || two);
        let short = next.text.ends_with('.');
        (suffix || (campus && !short)).then_some(comma + 1)
    }

    /// `Robert "Bob" Lowe`.
    fn behind_nickname(&self, mark: usize) -> Option<usize> {
        let given = lexicon().is_given(self.folded(mark - 1)) || self.word(mark - 1)?.shape == Shape::Initial;
        let closes = matches!(self.folded(mark + 2), "”" | "\"" | "’" | ")");
        (given && closes && self.is_capital(mark + 1) && self.is_capital(mark + 3)).then_some(mark + 3)
    }

    /// "Bill de Witt", "Oscar de la Torre".
    fn behind_particles(&self, at: usize) -> Option<usize> {
        let mut next = at;
        while PARTICLES.contains(&self.folded(next)) && next < at + 3 {
            next += 1;
        }
        let lower = self.word(at)?.shape == Shape::Lower;
        (lower && self.is_capital(next)).then_some(next)
    }

    fn head(&self, at: usize) -> Option<SourceKind> {
        lexicon().head(self.folded(at))
    }

    fn holds(&self, end: usize, word: &str) -> bool {
        (self.first..end).any(|at| self.folded(at) == word)
    }

    fn is_name_of_person(&self, at: usize) -> bool {
        lexicon().is_given(self.folded(at)) && self.is_capital(at + 1) && lexicon().place(self.folded(at)).is_none()
    }

    fn joins_of(&self, of: usize) -> bool {
        let last = &self.words[of - 1];
        if lexicon().office(&last.folded).is_some() || lexicon().is_people(last.text) || last.shape == Shape::Number {
            return matches!(last.folded.as_str(), "chiefs" | "justice" | "judges") && self.head(of - 1).is_some()
                || matches!(last.folded.as_str(), "chiefs" | "judges" | "commissioners") && of - self.first > 2;
        }
        if matches!(
            last.folded.as_str(),
            "city" | "state" | "county" | "town" | "village" | "republicans" | "day" | "island"
        ) {
            return of - 1 > self.first && last.is("island");
        }
        if self.head(of - 1).is_some() {
            // "The Senate of …" is two things; a bare head at a sentence's start may be a plain word.
            return !(last.opens && matches!(self.head(of - 1), Some(SourceKind::Place | SourceKind::Event)));
        }
        // "Sons of Liberty", not "Ana Sanders of Vermont".
        let person = (self.first..of - 1).any(|at| lexicon().is_given(self.folded(at)));
        lexicon().is_common(&last.folded) && !last.opens && !lexicon().is_given(&last.folded) && !person
    }

    fn joins_for(&self, at: usize) -> bool {
        const HEADS: [&str; 36] = [
            "center",
            "centre",
            "centers",
            "institute",
            "council",
            "association",
            "coalition",
            "committee",
            "fund",
            "alliance",
            "project",
            "foundation",
            "society",
            "agency",
            "campaign",
            "network",
            "academy",
            "citizens",
            "americans",
            "lawyers",
            "physicians",
            "veterans",
            "office",
            "commission",
            "department",
            "endowment",
            "organization",
            "union",
            "conference",
            "partnership",
            "movement",
            "students",
            "teachers",
            "women",
            "league",
            "college",
        ];
        let right = self.behind_article(at + 1);
        let body = HEADS.contains(&self.folded(at - 1)) || self.holds(at, "association") || self.holds(at, "of");
        body && !self.is_name_of_person(right) && !lexicon().is_function(self.folded(right))
    }

    fn joins_on(&self, at: usize) -> bool {
        const HEADS: [&str; 16] = [
            "committee",
            "subcommittee",
            "council",
            "commission",
            "conference",
            "force",
            "project",
            "center",
            "institute",
            "summit",
            "forum",
            "convention",
            "panel",
            "board",
            "administration",
            "caucus",
        ];
        let right = self.behind_article(at + 1);
        HEADS.contains(&self.folded(at - 1))
            && !self.is_name_of_person(right)
            && !lexicon().is_function(self.folded(right))
    }

    fn joins_to(&self, at: usize) -> bool {
        let next = self.folded(at + 1);
        let head = matches!(self.head(at - 1), Some(SourceKind::Organisation | SourceKind::Programme))
            || matches!(self.folded(at - 1), "citizens" | "mothers" | "students" | "doctors");
        let plain = lexicon().is_common(next) && self.head(at + 1).is_none() && !lexicon().is_given(next);
        let inner = self.folded(at) != "in" || self.holds(at, "for");
        head && plain && inner && !lexicon().is_function(next) && lexicon().office(next).is_none()
    }

    /// "Immigration and Customs Enforcement", not "Congress and the Senate", "Lowe and Hart".
    fn joins_and(&self, at: usize) -> bool {
        let right = at + 1;
        if !self.is_capital(right) || self.word(right).is_some_and(|word| word.opens) {
            return false;
        }
        let right_end = self.capitals(right);
        let plain = |at: usize| {
            let word = &self.words[at];
            lexicon().is_common(&word.folded)
                && word.shape == Shape::Capital
                && !lexicon().is_people(word.text)
                && lexicon().office(&word.folded).is_none()
        };
        let mut left = at;
        while left > self.first && self.words[left - 1].is_capital() {
            left -= 1;
        }
        if left + 1 < at && self.words[left].shape == Shape::Dotted && lexicon().place(self.folded(left)).is_some() {
            left += 1;
        }
        let inside = left > self.first && matches!(self.folded(left - 1), "of" | "for" | "on" | "the" | "and");
        let all_plain = (left..at).all(plain) && (right..right_end).all(plain);
        let lone_head = (at - left == 1 && self.head(left).is_some())
            || (right_end - right == 1 && self.head(right).is_some() && !inside);
        let body = matches!(
            self.head(right_end - 1),
            Some(SourceKind::Organisation | SourceKind::Law | SourceKind::Programme | SourceKind::Document)
        );
        let opens = self.words[left].opens && lexicon().is_function(self.folded(left));
        all_plain && !opens && (inside || (!lone_head && body && right_end - right > 1))
    }
}

fn is_date(word: &str) -> bool {
    lexicon().guard(word) == Some(Guard::Date)
}

/// Whether the word is the number that ends "Executive Order 124".
fn is_numbered_end(word: &Word<'_>) -> bool {
    word.shape == Shape::Number
}
