//! Phrases of the articles that could name a theme: noun phrases, and verb phrases turned to their -ing form.

use super::super::vocabulary::lexicon;
use super::super::vocabulary::{Passage, Vocabulary, Word, fold, is_stop_word};
use crate::model::Side;

/// The longest phrase, in words.
const MOST_WORDS: usize = 6;

/// A phrase as one article has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// Its words, ready to be a label but for the capital.
    pub words: String,
    /// The terms of its content words, in order of place.
    pub terms: Vec<usize>,
    /// How it is built.
    pub shape: Shape,
    /// Which article has it.
    pub side: Side,
    /// Index of its passage.
    pub passage: usize,
}

/// How a phrase is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// One noun: "deportation".
    Noun,
    /// A noun with what stands before it: "public safety".
    Compound,
    /// Two noun phrases joined by a preposition or "and": "fear of deportation".
    Joined,
    /// A verb and its object: "reporting crimes".
    Action,
}

/// What a word is in its sentence, as far as phrases need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Noun,
    Name,
    Adjective,
    Participle,
    Gerund,
    Verb,
    Determiner,
    Preposition,
    And,
    To,
    Modal,
    Pronoun,
    Other,
}

/// All phrases of a passage.
pub fn phrases(text: &str, vocabulary: &Vocabulary, side: Side, index: usize) -> Vec<Phrase> {
    let passage = &vocabulary.passages.get(side)[index];
    let mut found = Vec::new();
    for run in runs(text, passage) {
        let parts = tag(text, vocabulary, run);
        let maker = Maker { text, run, parts: &parts, side, passage: index };
        for start in 0..run.len() {
            maker.from(start, &mut found);
        }
    }
    found
}

/// Stretches of words with nothing but spaces and hyphens between them.
fn runs<'a>(text: &str, passage: &'a Passage) -> Vec<&'a [Word]> {
    passage
        .words
        .chunk_by(|word, next| {
            let between = text.get(word.span.end..next.span.start).unwrap_or(".");
            word.sentence == next.sentence
                && between.chars().all(|character| character.is_whitespace() || character == '-')
        })
        .collect()
}

struct Maker<'a> {
    text: &'a str,
    run: &'a [Word],
    parts: &'a [Part],
    side: Side,
    passage: usize,
}

impl Maker<'_> {
    /// The phrases that begin at a word.
    fn from(&self, start: usize, found: &mut Vec<Phrase>) {
        match self.parts[start] {
            Part::Verb | Part::Gerund if self.run[start].term.is_some() => self.actions(start, found),
            _ => {}
        }
        if !self.opens(start) {
            return;
        }
        let end = self.noun_phrase_end(start);
        let cut_name = start > 0
            && self.parts[start] == Part::Name
            && self.run[start - 1].span.of(self.text).starts_with(char::is_uppercase);
        if end > start && !cut_name {
            self.push(start, end, if end == start + 1 { Shape::Noun } else { Shape::Compound }, found);
            self.joined(start, end, found);
        }
    }

    /// Phrases that go on with a preposition or "and" after the noun phrase `start..end`.
    fn joined(&self, start: usize, end: usize, found: &mut Vec<Phrase>) {
        if end >= self.run.len() {
            return;
        }
        let joins = match self.parts[end] {
            Part::Preposition => {
                matches!(self.word(end).as_str(), "of" | "against" | "between") && !is_vacuous(&self.word(end - 1))
            }
            Part::And => true,
            _ => false,
        };
        if !joins {
            return;
        }
        let mut from = end + 1;
        if self.parts.get(from) == Some(&Part::Determiner) && matches!(self.word(from).as_str(), "the" | "a" | "an") {
            from += 1;
        }
        let to = self.noun_phrase_end(from);
        if from < self.run.len() && self.opens(from) && to > from && self.closes(to) {
            self.push(start, to, Shape::Joined, found);
        }
    }

    /// A verb and its object, or a verb, a particle and its object.
    fn actions(&self, start: usize, found: &mut Vec<Phrase>) {
        let mut from = start + 1;
        if self.parts.get(from) == Some(&Part::Determiner) && matches!(self.word(from).as_str(), "the" | "a" | "an") {
            from += 1;
        }
        let to = self.noun_phrase_end(from);
        if from >= self.run.len() || !self.opens(from) || to <= from || !self.closes(to) {
            return;
        }
        let Some(gerund) = gerund(&self.word(start), self.parts[start]) else { return };
        let object = self.text.get(self.run[start + 1].span.start..self.run[to - 1].span.end).unwrap_or("");
        if to - start <= MOST_WORDS {
            let words = tidy(&format!("{gerund} {object}"));
            self.add(words, start, to, Shape::Action, found);
        }
    }

    /// The end of the longest noun phrase from a word.
    fn noun_phrase_end(&self, start: usize) -> usize {
        let mut end = start;
        while end < self.run.len() && self.inside(end) {
            end += 1;
        }
        while end > start && !self.closes(end) {
            end -= 1;
        }
        end
    }

    fn inside(&self, at: usize) -> bool {
        matches!(self.parts[at], Part::Noun | Part::Name | Part::Adjective | Part::Participle | Part::Gerund)
    }

    fn opens(&self, at: usize) -> bool {
        self.inside(at) && !is_stop_word(&self.word(at)) && self.run[at].term.is_some()
    }

    fn closes(&self, end: usize) -> bool {
        end.checked_sub(1)
            .is_some_and(|last| matches!(self.parts[last], Part::Noun | Part::Name) && self.run[last].term.is_some())
    }

    fn push(&self, start: usize, end: usize, shape: Shape, found: &mut Vec<Phrase>) {
        if end - start > MOST_WORDS {
            return;
        }
        let words = tidy(self.text.get(self.run[start].span.start..self.run[end - 1].span.end).unwrap_or(""));
        self.add(words, start, end, shape, found);
    }

    fn add(&self, words: String, start: usize, end: usize, shape: Shape, found: &mut Vec<Phrase>) {
        let terms: Vec<usize> = self.run[start..end].iter().filter_map(|word| word.term).collect();
        found.push(Phrase { words, terms, shape, side: self.side, passage: self.passage });
    }

    fn word(&self, at: usize) -> String {
        self.run.get(at).map_or_else(String::new, |word| fold(word.span.of(self.text)))
    }
}

/// Nouns that say nothing before "of": "degree of cooperation".
fn is_vacuous(word: &str) -> bool {
    matches!(
        word,
        "degree"
            | "number"
            | "numbers"
            | "lack"
            | "kind"
            | "kinds"
            | "sort"
            | "type"
            | "types"
            | "form"
            | "forms"
            | "hundreds"
            | "thousands"
            | "dozens"
            | "millions"
            | "majority"
            | "level"
            | "levels"
            | "series"
            | "set"
            | "part"
            | "parts"
            | "piece"
            | "amount"
            | "importance"
            | "idea"
            | "act"
            | "role"
            | "status"
            | "way"
            | "ways"
            | "view"
            | "matter"
            | "name"
            | "head"
            | "member"
            | "members"
            | "group"
            | "groups"
            | "range"
            | "rest"
            | "sense"
            | "state"
            | "variety"
            | "wave"
            | "fact"
            | "case"
            | "cases"
            | "result"
            | "virtue"
            | "face"
            | "wake"
            | "light"
            | "heels"
            | "latest"
            | "fraction"
            | "share"
            | "plenty"
            | "side"
            | "end"
            | "lot"
            | "president"
            | "director"
    )
}

/// One space between words, no possessive at the end.
fn tidy(words: &str) -> String {
    let mut tidied = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for ending in ["’s", "'s", "’", "'"] {
        if let Some(rest) = tidied.strip_suffix(ending) {
            tidied.truncate(rest.len());
        }
    }
    tidied.replace('\u{AD}', "")
}

fn tag(text: &str, vocabulary: &Vocabulary, run: &[Word]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::with_capacity(run.len());
    for (at, word) in run.iter().enumerate() {
        let written = word.span.of(text);
        let next = run.get(at + 1).map(|next| fold(next.span.of(text)));
        let found = part(written, parts.last().copied(), next.as_deref(), is_name(vocabulary, word));
        let second_half = text[..word.span.start].ends_with('-') && found == Part::Noun;
        parts.push(if second_half { Part::Adjective } else { found });
    }
    parts
}

fn is_name(vocabulary: &Vocabulary, word: &Word) -> bool {
    word.term.is_some_and(|term| vocabulary.terms[term].is_name)
}

fn part(written: &str, before: Option<Part>, next: Option<&str>, name: bool) -> Part {
    let word = fold(written);
    if let Some(part) = closed_class(&word) {
        return part;
    }
    if name {
        return Part::Name;
    }
    let Some(entry) = lexicon::look_up(&word).or_else(|| lexicon::look_up(base(&word))) else {
        return if word.ends_with("ly") { Part::Other } else { Part::Noun };
    };
    let can = |part: char| entry.parts.contains(part);
    let likeliest = entry.parts.chars().next().unwrap_or('n');
    let verbal = matches!(before, Some(Part::To | Part::Modal | Part::Pronoun));
    let nominal = matches!(before, Some(Part::Determiner | Part::Adjective | Part::Preposition | Part::Participle));
    if verbal && can('v') && !word.ends_with("ing") {
        return Part::Verb;
    }
    if word.ends_with("ing") && can('v') {
        return if likeliest == 'n' { Part::Noun } else { Part::Gerund };
    }
    if word.ends_with("ed") && can('v') && likeliest != 'a' {
        return if nominal { Part::Participle } else { Part::Verb };
    }
    match likeliest {
        'v' if nominal && can('n') => Part::Noun,
        'v' => Part::Verb,
        'a' if can('n') && next.is_none_or(|next| closed_class(next).is_some()) => Part::Noun,
        'a' => Part::Adjective,
        'r' => Part::Other,
        'n' if can('v') && before == Some(Part::Noun) && next.is_some_and(starts_object) => Part::Verb,
        'n' if can('a') && !nominal && next.is_none() => Part::Noun,
        _ => Part::Noun,
    }
}

/// A form without its ending, for words that the lexicon has in another form only.
fn base(word: &str) -> &str {
    ["ing", "ed", "es", "s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

fn starts_object(word: &str) -> bool {
    matches!(closed_class(word), Some(Part::Determiner | Part::Pronoun))
}

fn closed_class(word: &str) -> Option<Part> {
    Some(match word {
        "the" | "a" | "an" | "this" | "that" | "these" | "those" | "its" | "his" | "her" | "their" | "our" | "my"
        | "your" | "some" | "any" | "each" | "every" | "no" | "all" | "both" | "many" | "few" | "several" | "more"
        | "most" | "much" | "such" | "other" | "another" => Part::Determiner,
        "of" | "for" | "from" | "against" | "between" | "with" | "in" | "on" | "at" | "by" | "over" | "about"
        | "under" | "into" | "through" | "without" | "within" | "after" | "before" | "during" | "among" | "across"
        | "toward" | "towards" | "upon" | "as" | "than" | "via" | "per" => Part::Preposition,
        "and" => Part::And,
        "to" => Part::To,
        "can" | "could" | "will" | "would" | "shall" | "should" | "may" | "might" | "must" | "cannot" | "do"
        | "does" | "did" | "can't" | "won't" | "don't" | "doesn't" | "didn't" | "wouldn't" | "couldn't"
        | "shouldn't" | "not" => Part::Modal,
        "i" | "you" | "he" | "she" | "it" | "we" | "they" | "who" | "me" | "him" | "us" | "them" => Part::Pronoun,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "has" | "have" | "had" | "having" | "or"
        | "but" | "if" | "when" | "where" | "which" | "what" | "why" | "how" | "because" | "while" | "so" | "there"
        | "here" | "then" | "also" | "only" | "just" | "even" | "still" | "very" | "too" | "whether" | "although"
        | "though" | "since" | "until" | "unless" | "one" | "two" | "three" | "like" | "up" | "out" | "off"
        | "down" | "away" | "back" => Part::Other,
        _ => return None,
    })
}

/// The -ing form of a verb as it stands in the text.
fn gerund(word: &str, part: Part) -> Option<String> {
    if part == Part::Gerund {
        return Some(word.to_owned());
    }
    let base = word;
    let stem = base.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y', 'i'])).unwrap_or(base);
    let mut candidates = vec![format!("{stem}ing")];
    if let Some(last) = base.chars().last() {
        candidates.push(format!("{base}{last}ing"));
    }
    candidates.into_iter().find(|candidate| {
        lexicon::look_up(candidate).is_some_and(|entry| {
            entry.parts.contains('v') && lexicon::look_up(base).is_some_and(|base| base.family == entry.family)
        })
    })
}
