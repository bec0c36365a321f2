//! Sentences that tell of a happening: what sort it is, who, where, when.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::super::Read;
use super::super::vocabulary::{SentenceTerms, Vocabulary, fold, lexicon};
use super::places::{self, Place};
use crate::model::{Figure, FigureKind, Side, Span};

/// Words of happenings, a line for each sort: "an arrest: arrest detain …".
static SORTS: &str = include_str!("../../../assets/lexicon/happenings.txt");

/// A word is a particular only where at most this share of passages has it, and between four and ten of them.
const MOST_SHARE: f32 = 0.12;
const MOST_PASSAGES: std::ops::Range<f32> = 4.0..10.0;
/// A word that many texts have is no particular.
const LEAST_BACKGROUND: f32 = 0.72;

/// A happening as one sentence tells it.
#[derive(Debug, Clone)]
pub struct Happening {
    /// The sentence.
    pub sentence: Span,
    /// Indices of the sorts it may be, with the word that says so.
    pub sorts: Vec<(usize, Span)>,
    /// Index of the passage.
    pub passage: usize,
    /// Terms of the sentence, sorted.
    pub core: Vec<usize>,
    /// Those of the scope that both articles seldom use, sorted.
    pub particulars: Vec<usize>,
    /// Places that the sentence names.
    pub places: Vec<Place>,
    /// When, where the sentence says so.
    pub dates: Vec<Figure>,
    /// From the first of the neighbouring sentences to the last.
    pub extent: Span,
}

/// "an arrest": how a sort of happening is called.
pub fn sort_name(sort: usize) -> &'static str {
    sorts().names.get(sort).copied().unwrap_or("a happening")
}

/// Whether a family of words names one of the sorts.
pub fn names_sort(family: &str, sort: usize) -> bool {
    sorts().by_family.get(family).is_some_and(|sorts| sorts.contains(&sort))
}

/// The happenings that an article tells, in order of place.
pub fn find(read: Read<'_>, vocabulary: &Vocabulary, side: Side) -> Vec<Happening> {
    let sentences = vocabulary.sentences(side);
    let mut found = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        let sorts = triggers(read, vocabulary, side, sentence);
        if sorts.is_empty() {
            continue;
        }
        let neighbours = neighbours(&sentences, at);
        let mut scope: Vec<usize> = neighbours.iter().flat_map(|near| near.terms.iter().copied()).collect();
        scope.sort_unstable();
        scope.dedup();
        let span = |sentence: &SentenceTerms| read.reading.sentences[sentence.sentence].span;
        let own = span(sentence);
        found.push(Happening {
            sentence: own,
            sorts,
            passage: sentence.passage,
            core: sentence.terms.clone(),
            particulars: scope.into_iter().filter(|&term| is_particular(vocabulary, term)).collect(),
            places: places::find(read, own),
            dates: dates(read, own),
            extent: neighbours.iter().fold(own, |extent, near| extent.cover(span(near))),
        });
    }
    found
}

/// A shared word that both articles seldom use and few other texts have.
fn is_particular(vocabulary: &Vocabulary, term: usize) -> bool {
    let term = &vocabulary.terms[term];
    let all = vocabulary.passages.left.len() + vocabulary.passages.right.len();
    let most = (MOST_SHARE * all as f32).clamp(MOST_PASSAGES.start, MOST_PASSAGES.end) as usize;
    term.is_shared()
        && !term.is_proper
        && term.background >= LEAST_BACKGROUND
        && term.passages.left + term.passages.right <= most
}

fn neighbours(sentences: &[SentenceTerms], at: usize) -> &[SentenceTerms] {
    let passage = sentences[at].passage;
    let same = |index: usize| sentences.get(index).is_some_and(|near| near.passage == passage);
    let from = if at > 0 && same(at - 1) { at - 1 } else { at };
    let to = if same(at + 1) { at + 2 } else { at + 1 };
    &sentences[from..to]
}

fn dates(read: Read<'_>, sentence: Span) -> Vec<Figure> {
    let figures = &read.reading.figures;
    let first = figures.partition_point(|figure| figure.span.start < sentence.start);
    figures[first..]
        .iter()
        .take_while(|figure| figure.span.end <= sentence.end)
        .filter(|figure| figure.kind == FigureKind::Date)
        .cloned()
        .collect()
}

/// The words of a sentence that tell of a happening: past forms of verbs and nouns.
fn triggers(read: Read<'_>, vocabulary: &Vocabulary, side: Side, sentence: &SentenceTerms) -> Vec<(usize, Span)> {
    let text = &read.article.text;
    let mut found: Vec<(usize, Span)> = Vec::new();
    let words = &vocabulary.passages.get(side)[sentence.passage].words;
    let words: Vec<_> = words.iter().filter(|word| word.sentence == sentence.sentence).collect();
    for (at, word) in words.iter().enumerate() {
        let folded = fold(word.span.of(text));
        let before = words[at.saturating_sub(3)..at].iter().map(|word| fold(word.span.of(text)));
        let family = lexicon::look_up(&folded).map_or(folded.as_str(), |entry| entry.family);
        let Some(sorts) = sorts().by_family.get(family) else { continue };
        if !tells(&folded) || before.into_iter().any(|before| is_unreal(&before)) {
            continue;
        }
        for &sort in sorts {
            if found.iter().all(|(own, _)| *own != sort) {
                found.push((sort, word.span));
            }
        }
    }
    found
}

/// Whether a form tells that something happened: a past form or a noun, not a present one.
fn tells(form: &str) -> bool {
    let Some(entry) = lexicon::look_up(form) else { return true };
    form.ends_with("ed") || entry.parts.contains('n') || is_irregular_past(form)
}

/// Words before a verb or noun which say that it did not happen, or not yet.
fn is_unreal(word: &str) -> bool {
    matches!(
        word,
        "to" | "could"
            | "would"
            | "may"
            | "might"
            | "can"
            | "should"
            | "will"
            | "if"
            | "being"
            | "be"
            | "without"
            | "not"
            | "never"
            | "fear"
            | "risk"
            | "threat"
            | "cannot"
            | "shall"
            | "against"
            | "any"
            | "every"
    )
}

fn is_irregular_past(form: &str) -> bool {
    matches!(
        form,
        "shot"
            | "sank"
            | "sunk"
            | "fled"
            | "met"
            | "bought"
            | "sold"
            | "paid"
            | "cut"
            | "stole"
            | "stolen"
            | "wrote"
            | "written"
            | "won"
            | "fell"
            | "fallen"
            | "beat"
            | "beaten"
            | "struck"
            | "withheld"
            | "forbade"
            | "forbidden"
            | "built"
            | "overturned"
            | "upheld"
            | "overthrew"
            | "shut"
            | "born"
            | "wed"
            | "quit"
            | "slain"
            | "slew"
            | "withdrew"
            | "withdrawn"
            | "burnt"
            | "spilt"
            | "drowned"
            | "lit"
    )
}

struct Sorts {
    names: Vec<&'static str>,
    by_family: HashMap<&'static str, Vec<usize>>,
}

fn sorts() -> &'static Sorts {
    static PARSED: OnceLock<Sorts> = OnceLock::new();
    PARSED.get_or_init(|| {
        let mut parsed = Sorts { names: Vec::new(), by_family: HashMap::new() };
        for line in SORTS.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, words)) = line.split_once(": ") else { continue };
            for word in words.split_whitespace() {
                let family = lexicon::look_up(word).map_or(word, |entry| entry.family);
                let sorts = parsed.by_family.entry(family).or_default();
                if !sorts.contains(&parsed.names.len()) {
                    sorts.push(parsed.names.len());
                }
            }
            parsed.names.push(name);
        }
        parsed
    })
}
