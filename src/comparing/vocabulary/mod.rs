//! The words of two articles as weighted terms, paragraph by paragraph.
//!
//! A term is a family of words ("trust" for "mistrustful"). Its weight is an inverse document frequency (Spärck
//! Jones, 1972) over the paragraphs of both articles, damped by how common the word is in English at large.

pub(in crate::comparing) mod lexicon;
pub(in crate::comparing) mod sorted_table;
mod stop_words;
pub(in crate::comparing) mod word_classes;

use std::collections::{HashMap, HashSet};

use super::Read;
use crate::model::{Role, Side, Sides, SourceKind, Span, TokenKind};

pub use stop_words::is_stop_word;
use word_classes::Class;

/// Rarity in bits at which a word begins to count, and over how many bits it comes to count fully.
const COMMON_BITS: f32 = 4.0;
const RANGE_BITS: f32 = 4.0;
/// What a word counts that is common everywhere.
const LEAST_BACKGROUND: f32 = 0.02;
/// How much faster than its logarithm a term loses weight that many passages have.
const SHARPNESS: f32 = 1.25;
/// How far a word that is common in English is held back: 1 as much as its background says, 0 not at all.
const BACKGROUND_SHARE: f32 = 0.7;
/// What verbs of little meaning count beside others, and nouns and adjectives that only point or count.
const LIGHT_FACTOR: f32 = 0.3;
const POINTING_FACTOR: f32 = 0.4;
/// What an adverb counts beside other words.
const ADVERB_FACTOR: f32 = 0.3;
/// What a name counts beside a common word: who is named is a signal of its own.
const NAME_FACTOR: f32 = 0.4;

/// The same for a part of a person's or a place's name.
const PROPER_FACTOR: f32 = 0.1;

/// All terms of two articles and where they stand.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Every term, by first appearance, the left article first.
    pub terms: Vec<Term>,
    /// The passages of both articles: one for every paragraph of running prose, in order.
    pub passages: Sides<Vec<Passage>>,
}

/// A family of words in two articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The word that stands for the family, lower case; an acronym or a name as it is written.
    pub family: String,
    /// The form that the articles have most often.
    pub word: String,
    /// 0 to 1: how much the word says wherever it stands.
    pub background: f32,
    /// Whether it is only ever written as a name.
    pub is_name: bool,
    /// Whether it is part of a person's or a place's name: those tie passages as sources, not as words.
    pub is_proper: bool,
    /// In how many passages of each article it stands.
    pub passages: Sides<usize>,
    /// What one occurrence counts, at least 0.
    pub weight: f32,
}

impl Term {
    /// Whether both articles have it.
    pub fn is_shared(&self) -> bool {
        self.passages.left > 0 && self.passages.right > 0
    }
}

/// A paragraph of running prose as terms.
#[derive(Debug, Clone, Default)]
pub struct Passage {
    /// Index of the paragraph.
    pub paragraph: usize,
    /// All its words, stop words included, in order of place.
    pub words: Vec<Word>,
    /// Its terms and how often each stands in it, by term.
    pub counts: Vec<(usize, usize)>,
}

/// A sentence as terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceTerms {
    /// Index in the reading.
    pub sentence: usize,
    /// Index of its passage.
    pub passage: usize,
    /// Its terms, sorted, each once.
    pub terms: Vec<usize>,
}

/// A word or number of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it stands; part of a token for "immigrant" in "anti-immigrant".
    pub span: Span,
    /// Its term; none for stop words and numbers.
    pub term: Option<usize>,
    /// Index of its sentence in the reading.
    pub sentence: usize,
}

impl Vocabulary {
    /// The terms of two articles, weighted.
    pub fn of(sides: Sides<Read<'_>>) -> Self {
        let mut builder = Builder::default();
        for side in Side::BOTH {
            builder.note_cases(*sides.get(side));
            builder.note_proper_names(*sides.get(side));
        }
        for side in Side::BOTH {
            let passages = builder.passages(*sides.get(side));
            *builder.vocabulary.passages.get_mut(side) = passages;
        }
        builder.choose_forms();
        builder.vocabulary.count();
        builder.vocabulary
    }

    /// The passage of a paragraph, where it is running prose: its index.
    pub fn passage_of(&self, side: Side, paragraph: usize) -> Option<usize> {
        self.passages.get(side).binary_search_by_key(&paragraph, |passage| passage.paragraph).ok()
    }

    /// The sentences of an article's passages, each with its terms.
    pub fn sentences(&self, side: Side) -> Vec<SentenceTerms> {
        let mut sentences: Vec<SentenceTerms> = Vec::new();
        for (index, passage) in self.passages.get(side).iter().enumerate() {
            for run in passage.words.chunk_by(|word, next| word.sentence == next.sentence) {
                let mut terms: Vec<usize> = run.iter().filter_map(|word| word.term).collect();
                terms.sort_unstable();
                terms.dedup();
                sentences.push(SentenceTerms { sentence: run[0].sentence, passage: index, terms });
            }
        }
        sentences
    }

    /// Terms that both lists have, by weight; `one` and `other` are sorted.
    pub fn common(&self, one: &[usize], other: &[usize]) -> Vec<usize> {
        let mut common: Vec<usize> = one.iter().copied().filter(|term| other.binary_search(term).is_ok()).collect();
        common.sort_by(|one, other| self.terms[*other].weight.total_cmp(&self.terms[*one].weight).then(one.cmp(other)));
        common
    }

    /// Counts passages a term and sets the weights.
    fn count(&mut self) {
        for side in Side::BOTH {
            for passage in self.passages.get(side) {
                for &(term, _) in &passage.counts {
                    *self.terms[term].passages.get_mut(side) += 1;
                }
            }
        }
        let all = (self.passages.left.len() + self.passages.right.len()) as f32;
        for term in &mut self.terms {
            let standing = (term.passages.left + term.passages.right) as f32;
            let inverse = (1.0 + all / standing.max(1.0)).ln() / (1.0 + all).ln().max(f32::EPSILON);
            let factor = match (term.is_name, term.is_proper) {
                (true, true) => PROPER_FACTOR,
                (true, false) => NAME_FACTOR,
                (false, _) => 1.0,
            };
            term.weight =
                inverse.powf(SHARPNESS) * term.background.powf(BACKGROUND_SHARE) * factor * class_factor(term);
        }
    }
}

/// What a word counts by what it does: "take", "recent" and "number" say little wherever they stand.
fn class_factor(term: &Term) -> f32 {
    let is = |class: Class| word_classes::is(&term.family, class) || word_classes::is(&term.word, class);
    let light = if is(Class::Light) { LIGHT_FACTOR } else { 1.0 };
    let vacuous = if is(Class::Vacuous) { POINTING_FACTOR } else { 1.0 };
    let pointing = if is(Class::Pointing) { POINTING_FACTOR } else { 1.0 };
    light * vacuous * pointing
}

/// How a word is written over both articles, by its lower-case form.
#[derive(Debug, Clone, Copy, Default)]
struct Cases {
    /// Times in small letters.
    small: usize,
    /// Times with a capital where no sentence begins.
    capital: usize,
}

#[derive(Default)]
struct Builder {
    vocabulary: Vocabulary,
    cases: HashMap<String, Cases>,
    proper: HashSet<String>,
    by_form: HashMap<String, Option<usize>>,
    by_family: HashMap<String, usize>,
    /// For each term its forms in order of first use, and how often each stands.
    forms: Vec<Vec<(String, usize)>>,
}

impl Builder {
    /// Sees which words are names, by where their capitals stand.
    fn note_cases(&mut self, read: Read<'_>) {
        let text = &read.article.text;
        let mut sentences = read.reading.sentences.iter().peekable();
        let mut opens = true;
        for token in &read.reading.tokens {
            while sentences.next_if(|sentence| sentence.span.start <= token.span.start).is_some() {
                opens = true;
            }
            if token.kind == TokenKind::Mark {
                continue;
            }
            for part in parts(token.span.of(text), token.span.start) {
                let cases = self.cases.entry(fold(part.of(text))).or_default();
                let capital = part.of(text).starts_with(char::is_uppercase);
                cases.small += usize::from(!capital);
                cases.capital += usize::from(capital && !opens);
            }
            opens = false;
        }
    }

    /// Sees the words of persons' and places' names.
    fn note_proper_names(&mut self, read: Read<'_>) {
        let proper = |kind: SourceKind| matches!(kind, SourceKind::Person | SourceKind::Place);
        for referent in read.reading.referents.iter().filter(|referent| proper(referent.kind)) {
            for name in &referent.names {
                self.proper.extend(name.of(&read.article.text).split_whitespace().map(fold));
            }
        }
    }

    fn passages(&mut self, read: Read<'_>) -> Vec<Passage> {
        let mut passages: Vec<Passage> = Vec::new();
        for (index, sentence) in read.reading.sentences.iter().enumerate() {
            let role = read.reading.roles.get(sentence.paragraph).copied().unwrap_or(Role::Furniture);
            if !matches!(role, Role::Body | Role::BlockQuote | Role::ListItem) {
                continue;
            }
            if passages.last().is_none_or(|passage| passage.paragraph != sentence.paragraph) {
                passages.push(Passage { paragraph: sentence.paragraph, ..Passage::default() });
            }
            if let Some(passage) = passages.last_mut() {
                self.add_sentence(read, index, passage);
            }
        }
        for passage in &mut passages {
            passage.counts = counts(&passage.words);
        }
        passages
    }

    fn add_sentence(&mut self, read: Read<'_>, sentence: usize, passage: &mut Passage) {
        let text = &read.article.text;
        let span = read.reading.sentences[sentence].span;
        let tokens = &read.reading.tokens;
        let first = tokens.partition_point(|token| token.span.start < span.start);
        for token in tokens[first..].iter().take_while(|token| token.span.end <= span.end) {
            if token.kind == TokenKind::Number {
                passage.words.push(Word { span: token.span, term: None, sentence });
            } else if token.kind == TokenKind::Word {
                for part in parts(token.span.of(text), token.span.start) {
                    let term = self.term(part.of(text));
                    if let Some(term) = term {
                        self.note_form(term, part.of(text));
                    }
                    passage.words.push(Word { span: part, term, sentence });
                }
            }
        }
    }

    fn note_form(&mut self, term: usize, written: &str) {
        if self.forms.len() <= term {
            self.forms.resize(term + 1, Vec::new());
        }
        let form = if self.vocabulary.terms[term].is_name { written.to_owned() } else { fold(written) };
        match self.forms[term].iter_mut().find(|(own, _)| *own == form) {
            Some((_, times)) => *times += 1,
            None => self.forms[term].push((form, 1)),
        }
    }

    /// Gives every term the form that the articles have most often, the first where forms are even.
    fn choose_forms(&mut self) {
        for (term, forms) in self.vocabulary.terms.iter_mut().zip(&self.forms) {
            let most = forms.iter().map(|(_, times)| *times).max();
            let form = forms.iter().find(|(_, times)| Some(*times) == most).map(|(form, _)| form.clone());
            term.word = form.unwrap_or_else(|| term.family.clone());
        }
    }

    /// The term of a word as it is written.
    fn term(&mut self, written: &str) -> Option<usize> {
        let folded = fold(written);
        let acronym = written.chars().count() > 1 && written.chars().all(char::is_uppercase);
        let form = if acronym { written.to_owned() } else { folded.clone() };
        if let Some(&known) = self.by_form.get(&form) {
            return known;
        }
        let term = self.new_term(&folded, acronym.then_some(written));
        self.by_form.insert(form, term);
        term
    }

    fn new_term(&mut self, folded: &str, acronym: Option<&str>) -> Option<usize> {
        if folded.chars().count() < 2
            || (acronym.is_none() && is_stop_word(folded))
            || folded.starts_with(char::is_numeric)
        {
            return None;
        }
        let cases = self.cases.get(folded).copied().unwrap_or_default();
        let is_name = acronym.is_some() || (cases.capital > 0 && cases.small == 0);
        let is_proper = self.proper.contains(folded);
        let (family, rarity_bits) = match acronym {
            Some(acronym) => (acronym.to_owned(), COMMON_BITS + RANGE_BITS),
            None => lexicon::family(folded),
        };
        let mut background = ((rarity_bits - COMMON_BITS) / RANGE_BITS).clamp(LEAST_BACKGROUND, 1.0);
        if lexicon::look_up(folded).is_some_and(|entry| entry.parts.starts_with('r')) {
            background *= ADVERB_FACTOR;
        }
        let terms = &mut self.vocabulary.terms;
        let index = *self.by_family.entry(family.clone()).or_insert_with(|| {
            terms.push(Term {
                word: String::new(),
                family,
                background,
                is_name,
                is_proper,
                passages: Sides::default(),
                weight: 0.0,
            });
            terms.len() - 1
        });
        terms[index].is_name &= is_name;
        Some(index)
    }
}

/// The word itself, or its parts where a hyphen joins words that the lexicon has only apart; each with its place.
fn parts(token: &str, start: usize) -> Vec<Span> {
    if !token.contains(is_hyphen) || lexicon::look_up(&fold(token)).is_some() {
        return vec![Span::new(start, start + token.len())];
    }
    let mut found = Vec::new();
    let mut at = start;
    for piece in token.split(is_hyphen) {
        if !piece.is_empty() {
            found.push(Span::new(at, at + piece.len()));
        }
        at += piece.len();
        at += token[at - start..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}')
}

/// Lower case, without a possessive ending, hyphens and invisible characters; curly apostrophes straight.
pub(in crate::comparing) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in word.chars() {
        match character {
            'a'..='z' => folded.push(character),
            'A'..='Z' => folded.push(character.to_ascii_lowercase()),
            '’' => folded.push('\''),
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
            _ if is_hyphen(character) => {}
            _ => folded.extend(character.to_lowercase()),
        }
    }
    for ending in ["'s", "'"] {
        if let Some(rest) = folded.strip_suffix(ending) {
            folded.truncate(rest.len());
        }
    }
    folded
}

fn counts(words: &[Word]) -> Vec<(usize, usize)> {
    let mut terms: Vec<usize> = words.iter().filter_map(|word| word.term).collect();
    terms.sort_unstable();
    terms.chunk_by(|left, right| left == right).map(|run| (run[0], run.len())).collect()
}
