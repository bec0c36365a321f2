//! Sentences that tell of a happening: what sort it is, who, where, when.

use super::super::Read;
use super::super::vocabulary::{SentenceTerms, Vocabulary, fold};
use super::super::when::{self, Moment, Published};
use super::places::{self, Place};
use super::sorts;
use crate::model::{Figure, FigureKind, Side, Source, SourceKind, Span};

/// A word is a particular only where at most this share of passages has it, and between four and ten of them.
const MOST_SHARE: f32 = 0.12;
const MOST_PASSAGES: std::ops::Range<f32> = 4.0..10.0;
/// A word that many texts have is no particular.
const LEAST_BACKGROUND: f32 = 0.72;
/// How many words before a verb may say that it did not happen.
const REACH_OF_UNREAL: usize = 3;

/// A happening as one sentence tells it.
#[derive(Debug, Clone)]
pub struct Happening<'a> {
    /// The sentence.
    pub sentence: Span,
    /// The sorts it may be, with the words that say so.
    pub sorts: Vec<(usize, Span)>,
    /// Whether those words are somebody's quoted words.
    pub is_quoted: bool,
    /// Index of the passage.
    pub passage: usize,
    /// Terms of the sentence, sorted.
    pub core: Vec<usize>,
    /// Those of the scope that both articles seldom use, sorted.
    pub particulars: Vec<usize>,
    /// Shared sources that the sentence names or means, in order of place.
    pub parties: Vec<Party>,
    /// Places that the sentence names.
    pub places: Vec<Place>,
    /// When, where the sentence says so, with what that means.
    pub dates: Vec<(&'a Figure, Moment)>,
    /// Its other figures.
    pub figures: Vec<&'a Figure>,
    /// From the first of the neighbouring sentences to the last.
    pub extent: Span,
}

/// A shared source in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Party {
    /// Index of the source.
    pub source: usize,
    /// Where it is named.
    pub span: Span,
    /// Whether by name, not by a pronoun or common noun.
    pub by_name: bool,
}

/// The happenings that an article tells, in order of place.
pub fn find<'a>(read: Read<'a>, vocabulary: &Vocabulary, sources: &[Source], side: Side) -> Vec<Happening<'a>> {
    let sentences = vocabulary.sentences(side);
    let parties = parties(read, sources, side);
    let published = Published::on(read.reading.metadata.date.as_deref());
    let mut found = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        let own = read.reading.sentences[sentence.sentence].span;
        let sorts = triggers(read, vocabulary, side, sentence);
        let figures = figures(read, own);
        let dates: Vec<(&Figure, Moment)> =
            figures.iter().filter_map(|figure| Some((*figure, when::moment(figure, published)?))).collect();
        let has_day = dates.iter().any(|(figure, _)| figure.unit == "day");
        if sorts.is_empty() && !has_day {
            continue;
        }
        let neighbours = neighbours(&sentences, at);
        let mut scope: Vec<usize> = neighbours.iter().flat_map(|near| near.terms.iter().copied()).collect();
        scope.sort_unstable();
        scope.dedup();
        let span = |sentence: &SentenceTerms| read.reading.sentences[sentence.sentence].span;
        found.push(Happening {
            sentence: own,
            is_quoted: !sorts.is_empty() && sorts.iter().all(|(_, span)| is_quoted(read, *span)),
            sorts,
            passage: sentence.passage,
            core: sentence.terms.clone(),
            particulars: scope.into_iter().filter(|&term| is_particular(vocabulary, term)).collect(),
            parties: within(&parties, own),
            places: places_outside(read, own, &parties),
            dates,
            figures: figures.into_iter().filter(|figure| figure.kind != FigureKind::Date).collect(),
            extent: neighbours.iter().fold(own, |extent, near| extent.cover(span(near))),
        });
    }
    found
}

/// Every mention of a source that both articles have and that can take part in a happening, by place.
fn parties(read: Read<'_>, sources: &[Source], side: Side) -> Vec<Party> {
    let takes_part = |source: &Source| {
        let kind = !matches!(source.kind, SourceKind::Anonymous | SourceKind::Publication | SourceKind::Study);
        kind && source.is_shared()
    };
    let mut parties: Vec<Party> = sources
        .iter()
        .enumerate()
        .filter(|(_, source)| takes_part(source))
        .flat_map(|(at, source)| source.sides.get(side).mentions.iter().map(move |&span| (at, span)))
        .map(|(source, span)| Party { source, span, by_name: is_name(span.of(&read.article.text)) })
        .collect();
    parties.sort_by_key(|party| (party.span.start, party.source));
    parties
}

fn is_name(mention: &str) -> bool {
    const PRONOUNS: [&str; 12] = ["He", "She", "They", "It", "His", "Her", "Their", "Its", "We", "I", "The", "Who"];
    let words = || mention.split_whitespace();
    words().any(|word| word.starts_with(char::is_uppercase) && !PRONOUNS.contains(&word))
}

fn within(parties: &[Party], sentence: Span) -> Vec<Party> {
    let first = parties.partition_point(|party| party.span.start < sentence.start);
    let inside = parties[first..].iter().take_while(|party| party.span.start < sentence.end);
    let mut found: Vec<Party> = Vec::new();
    for party in inside.filter(|party| sentence.contains(party.span)) {
        match found.iter_mut().find(|own| own.source == party.source) {
            Some(own) if !own.by_name && party.by_name => *own = *party,
            Some(_) => {}
            None => found.push(*party),
        }
    }
    found
}

/// The places of a sentence that are no part of another name ("University of Ohio at Dayton").
fn places_outside(read: Read<'_>, sentence: Span, parties: &[Party]) -> Vec<Place> {
    let mut places = places::find(read, sentence);
    let own = within(parties, sentence);
    places.retain(|place| {
        !own.iter().any(|party| party.span.contains(place.span) && party.span.len() > place.span.len() + "the ".len())
    });
    places
}

fn is_quoted(read: Read<'_>, span: Span) -> bool {
    let quotations = &read.reading.quotations;
    let next =
        quotations.partition_point(|quotation| quotation.spans.first().is_some_and(|own| own.start <= span.start));
    let near = &quotations[next.saturating_sub(2)..next];
    near.iter().any(|quotation| quotation.spans.iter().any(|own| own.contains(span)))
        || read.reading.terms.iter().any(|term| term.contains(span))
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

fn figures(read: Read<'_>, sentence: Span) -> Vec<&Figure> {
    let figures = &read.reading.figures;
    let first = figures.partition_point(|figure| figure.span.start < sentence.start);
    figures[first..].iter().take_while(|figure| figure.span.end <= sentence.end).collect()
}

/// The words of a sentence that tell of a happening: past forms of verbs and nouns.
fn triggers(read: Read<'_>, vocabulary: &Vocabulary, side: Side, sentence: &SentenceTerms) -> Vec<(usize, Span)> {
    let text = &read.article.text;
    let words = &vocabulary.passages.get(side)[sentence.passage].words;
    let first = words.partition_point(|word| word.sentence < sentence.sentence);
    let words: Vec<Span> =
        words[first..].iter().take_while(|word| word.sentence == sentence.sentence).map(|word| word.span).collect();
    let folded: Vec<String> = words.iter().map(|span| fold(span.of(text))).collect();
    let mut found: Vec<(usize, Span)> = Vec::new();
    for at in 0..words.len() {
        for (sort, length) in sorts::read(&folded, at) {
            let unreal = folded[at.saturating_sub(REACH_OF_UNREAL)..at].iter().any(|word| sorts::is_unreal(word));
            if !unreal && found.iter().all(|(own, _)| *own != sort) {
                found.push((sort, words[at].cover(words[at + length - 1])));
            }
        }
    }
    found
}
