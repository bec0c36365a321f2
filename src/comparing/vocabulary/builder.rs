//! Reads the words of two articles into terms and passages.

use std::collections::{HashMap, HashSet};

use super::super::Read;
use super::forms::{fold, parts};
use super::{Passage, Term, Vocabulary, Word, is_stop_word, lexicon};
use crate::model::{Role, Side, Sides, SourceKind, TokenKind};

/// Rarity in bits at which a word begins to count, and over how many bits it comes to count fully.
const COMMON_BITS: f32 = 4.0;
const RANGE_BITS: f32 = 4.0;
/// What a word counts that is common everywhere.
const LEAST_BACKGROUND: f32 = 0.02;
/// What an adverb counts beside other words.
const ADVERB_FACTOR: f32 = 0.3;

/// How a word is written over both articles, by its lower-case form.
#[derive(Debug, Clone, Copy, Default)]
struct Cases {
    /// Times in small letters.
    small: usize,
    /// Times with a capital where no sentence begins.
    capital: usize,
}

#[derive(Default)]
pub(super) struct Builder {
    vocabulary: Vocabulary,
    cases: HashMap<String, Cases>,
    proper: HashSet<String>,
    by_form: HashMap<String, Option<usize>>,
    by_family: HashMap<String, usize>,
    /// For each term its forms in order of first use, and how often each stands.
    forms: Vec<Vec<(String, usize)>>,
}

impl Builder {
    /// The terms of two articles, weighted.
    pub(super) fn build(sides: Sides<Read<'_>>) -> Vocabulary {
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

fn counts(words: &[Word]) -> Vec<(usize, usize)> {
    let mut terms: Vec<usize> = words.iter().filter_map(|word| word.term).collect();
    terms.sort_unstable();
    terms.chunk_by(|left, right| left == right).map(|run| (run[0], run.len())).collect()
}
