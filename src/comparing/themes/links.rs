//! Links of kind theme: two paragraphs about the same thing.

use super::super::Read;
use super::super::similarity::{Meanings, Tie, shared_terms};
use super::super::vocabulary::word_classes::{Class, is};
use super::super::vocabulary::{Passage, Vocabulary, Word, fold, lexicon};
use super::labels;
use crate::model::{Comparison, Link, LinkKind, Side, Sides, Theme, listed};

/// How many theme links are made at most.
const MOST_LINKS: usize = 28;
/// What remains of a link's score for every better link that one of its paragraphs already has.
const AGAIN: f32 = 0.95;
/// Links below this are not made.
const LEAST_SCORE: f32 = 0.045;
/// What a tie loses that hangs by one word alone; less the more words carry it.
const ONE_WORD_COST: f32 = 0.3;
/// What pairs of close words add from a closeness of so much, and the cosine of words beside which they add nothing.
const CLOSE_SHARE: f32 = 0.05;
const LEAST_CLOSE: f32 = 0.28;
const WORDS_SAY_ALL: f32 = 0.06;
/// The same where a single word or name speaks for one.
const LEAST_SCORE_OF_ONE: f32 = 0.065;
/// How many shared words the reason names, and how many pairs of close ones.
const MOST_NAMED: usize = 5;
const MOST_CLOSE: usize = 3;

/// Links of kind theme, best first: the strongest ties, so chosen that no paragraph takes them all.
pub fn link(
    sides: Sides<Read<'_>>,
    comparison: &Comparison,
    vocabulary: &Vocabulary,
    meanings: &Meanings,
    ties: &[Tie],
) -> Vec<Link> {
    let evidence = |tie: &Tie| Evidence::of(sides, comparison, vocabulary, meanings, tie);
    let chosen = choose(ties, |tie| worth(vocabulary, meanings, tie), |tie| evidence(tie).bears(tie.score));
    let links = chosen.into_iter();
    links.map(|(tie, score)| make(sides, comparison, vocabulary, tie, score, &evidence(tie))).collect()
}

/// What a reader can check of a tie.
struct Evidence<'a> {
    /// Words of both.
    words: Vec<Named>,
    /// Words of the left and of the right that are close in meaning.
    close: Vec<[String; 2]>,
    /// The names of sources.
    sources: Vec<&'a str>,
    /// Whether a block quotation passes the tie on.
    lead_in: bool,
    /// Whether both tell what research found.
    research: bool,
}

/// A word of both passages as they write it.
struct Named {
    word: String,
    /// How the right one writes it, where both write it otherwise.
    right: Option<String>,
}

impl<'a> Evidence<'a> {
    fn of(
        sides: Sides<Read<'_>>,
        comparison: &'a Comparison,
        vocabulary: &Vocabulary,
        meanings: &Meanings,
        tie: &Tie,
    ) -> Self {
        let passages =
            Sides::new(&vocabulary.passages.left[tie.passages.left], &vocabulary.passages.right[tie.passages.right]);
        let close = meanings.close_pairs(vocabulary, tie.passages);
        let close = close.iter().take(MOST_CLOSE).map(|pair| {
            let form = |side| forms(sides, vocabulary, passages, side, *pair.terms.get(side)).into_iter().next();
            Side::BOTH.map(|side| form(side).unwrap_or_default())
        });
        let sources = tie.sources.iter().take(2).filter_map(|&source| comparison.sources.get(source));
        Self {
            words: named_words(sides, vocabulary, tie, passages),
            close: close.collect(),
            sources: sources.map(|source| source.name.as_str()).collect(),
            lead_in: tie.parts.lead_in > 0.0,
            research: tie.parts.research > 0.0,
        }
    }

    /// Whether a reader would believe it of a tie of this score.
    fn bears(&self, score: f32) -> bool {
        match self.words.len() + self.close.len() + self.sources.len() + usize::from(self.research) {
            0 => self.lead_in,
            1 => score >= LEAST_SCORE_OF_ONE,
            _ => true,
        }
    }

    /// Words for what it is about, where no phrase is found: two that both have, or two that are close.
    fn subject(&self) -> String {
        let close = self.close.iter().find(|close| close.iter().all(|word| names_a_thing(word)));
        match (self.words.as_slice(), close) {
            ([first, second, ..], _) => format!("{} and {}", first.word, second.word),
            (_, Some(close)) => close.join(" and "),
            ([only], _) => only.word.clone(),
            _ => match (self.sources.first(), self.close.first()) {
                (Some(name), _) => (*name).to_owned(),
                (None, Some(close)) => close.join(" and "),
                (None, None) => "one subject".to_owned(),
            },
        }
    }

    /// The reason in a sentence.
    fn reason(&self) -> String {
        let mut said = Vec::new();
        if !self.words.is_empty() {
            let words: Vec<String> = self.words.iter().map(Named::in_marks).collect();
            said.push(format!("both have the words {}", listed(&words)));
        }
        if !self.close.is_empty() {
            let close = self.close.iter().map(|[left, right]| format!("“{left}” and “{right}”"));
            said.push(format!("close in meaning are {}", close.collect::<Vec<_>>().join(", ")));
        }
        if !self.sources.is_empty() {
            said.push(format!("both name {}", self.sources.join(" and ")));
        }
        if self.research {
            said.push("both tell of research".to_owned());
        }
        if said.is_empty() {
            said.push("the block quotation beside it is on the same subject".to_owned());
        }
        format!("{}.", labels::capitalise(&said.join("; ")))
    }
}

/// Whether a word is a noun for more than what is merely there.
fn names_a_thing(word: &str) -> bool {
    let folded = fold(word);
    !is(&folded, Class::Setting) && lexicon::look_up(&folded).is_some_and(|entry| entry.parts.starts_with('n'))
}

/// What a tie is worth to a reader: one word in common is often a chance, two signals seldom are.
pub(super) fn worth(vocabulary: &Vocabulary, meanings: &Meanings, tie: &Tie) -> f32 {
    let shared = shared_terms(vocabulary, tie.passages);
    let all: f32 = shared.iter().map(|(_, worth)| worth).sum();
    let hangs_by_one = shared.first().map_or(0.0, |(_, heaviest)| heaviest / all.max(f32::EPSILON));
    let left_to_say = (1.0 - tie.parts.words / WORDS_SAY_ALL).max(0.0);
    let close = if left_to_say > 0.0 { meanings.close_pairs(vocabulary, tie.passages) } else { Vec::new() };
    let close: f32 = close.iter().take(MOST_CLOSE).map(|pair| (pair.said - LEAST_CLOSE).max(0.0)).sum();
    tie.score * (1.0 - ONE_WORD_COST * hangs_by_one) + CLOSE_SHARE * left_to_say * close
}

/// The ties to show with what they are worth, a paragraph's later ties lowered.
fn choose(ties: &[Tie], worth: impl Fn(&Tie) -> f32, is_shown: impl Fn(&Tie) -> bool) -> Vec<(&Tie, f32)> {
    let mut strongest: Vec<&Tie> = ties.iter().collect();
    strongest.sort_by(|one, other| other.score.total_cmp(&one.score));
    strongest.truncate(20 * MOST_LINKS);
    let mut left_over: Vec<(&Tie, f32)> = strongest.into_iter().map(|tie| (tie, worth(tie))).collect();
    left_over.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut chosen: Vec<(&Tie, f32)> = Vec::new();
    while chosen.len() < MOST_LINKS {
        let lowered = |tie: &Tie, score: f32| {
            let used = |(other, _): &&(&Tie, f32)| {
                other.passages.left == tie.passages.left || other.passages.right == tie.passages.right
            };
            score * AGAIN.powf(chosen.iter().filter(used).count() as f32)
        };
        let best = left_over.iter().enumerate().map(|(at, (tie, score))| (at, lowered(tie, *score)));
        let Some((at, score)) = best.max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0))) else {
            break;
        };
        if score < LEAST_SCORE {
            break;
        }
        let (tie, _) = left_over.remove(at);
        if is_shown(tie) {
            chosen.push((tie, score));
        }
    }
    chosen
}

fn make(
    sides: Sides<Read<'_>>,
    comparison: &Comparison,
    vocabulary: &Vocabulary,
    tie: &Tie,
    score: f32,
    evidence: &Evidence<'_>,
) -> Link {
    let passages =
        Sides::new(&vocabulary.passages.left[tie.passages.left], &vocabulary.passages.right[tie.passages.right]);
    let span = |side: Side| {
        sides.get(side).article.paragraphs.get(passages.get(side).paragraph).map_or_else(Default::default, |it| it.span)
    };
    let theme = best_theme(comparison, passages);
    let label = theme
        .map(|theme| comparison.themes[theme].label.clone())
        .or_else(|| labels::best_phrase(sides, vocabulary, tie.passages))
        .unwrap_or_else(|| labels::capitalise(&evidence.subject()));
    Link {
        score,
        label,
        why: evidence.reason(),
        source: tie.sources.first().copied(),
        theme,
        ..Link::new(LinkKind::Theme, Sides::new(span(Side::Left), span(Side::Right)))
    }
}

/// The theme that both paragraphs belong to, the most particular one where there are several.
fn best_theme(comparison: &Comparison, passages: Sides<&Passage>) -> Option<usize> {
    let holds = |theme: &Theme| {
        Side::BOTH.iter().all(|&side| theme.paragraphs.get(side).binary_search(&passages.get(side).paragraph).is_ok())
    };
    let size = |theme: &Theme| theme.paragraphs.left.len() + theme.paragraphs.right.len();
    (0..comparison.themes.len())
        .filter(|&index| holds(&comparison.themes[index]))
        .min_by_key(|&index| size(&comparison.themes[index]))
}

/// The shared words that tie two passages, as the text writes them, heaviest first.
fn named_words(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, tie: &Tie, passages: Sides<&Passage>) -> Vec<Named> {
    let shared = shared_terms(vocabulary, tie.passages);
    let least = shared.first().map_or(0.0, |(_, worth)| 0.08 * worth);
    let weighty = shared.iter().filter(|(_, worth)| *worth > least).take(MOST_NAMED);
    let words = weighty.filter_map(|&(term, _)| written(sides, vocabulary, passages, term)).collect();
    whole_names(words, sides, passages)
}

/// Words of one name, "Los" and "Angeles", are one where both passages write them side by side.
fn whole_names(mut words: Vec<Named>, sides: Sides<Read<'_>>, passages: Sides<&Passage>) -> Vec<Named> {
    let [left, right] = Side::BOTH.map(|side| {
        let span = |word: Option<&Word>| word.map(|word| word.span);
        let own = &passages.get(side).words;
        let whole = span(own.first()).zip(span(own.last())).map(|(first, last)| first.cover(last));
        whole.map_or("", |span| span.of(&sides.get(side).article.text))
    });
    let is_name = |named: &Named| named.right.is_none() && named.word.starts_with(char::is_uppercase);
    let joined = |one: &Named, other: &Named| {
        let word = format!("{} {}", one.word, other.word);
        let stands = is_name(one) && is_name(other) && left.contains(&word) && right.contains(&word);
        stands.then_some(Named { word, right: None })
    };
    let mut at = 0;
    while at < words.len() {
        let found = (0..words.len()).filter(|other| *other != at).find_map(|other| {
            let name = joined(&words[at], &words[other]).or_else(|| joined(&words[other], &words[at]))?;
            Some((other, name))
        });
        let Some((other, name)) = found else {
            at += 1;
            continue;
        };
        words[at.min(other)] = name;
        words.remove(at.max(other));
        at = 0;
    }
    words
}

impl Named {
    /// "“trust”", "“trust” or “trusted”".
    fn in_marks(&self) -> String {
        match &self.right {
            None => format!("“{}”", self.word),
            Some(right) => format!("“{}” or “{right}”", self.word),
        }
    }
}

/// How both passages write a term.
fn written(sides: Sides<Read<'_>>, vocabulary: &Vocabulary, passages: Sides<&Passage>, term: usize) -> Option<Named> {
    let [left, right] = Side::BOTH.map(|side| forms(sides, vocabulary, passages, side, term));
    match left.iter().find(|form| right.contains(form)) {
        Some(common) => Some(Named { word: common.clone(), right: None }),
        None => Some(Named { word: left.into_iter().next()?, right: Some(right.into_iter().next()?) }),
    }
}

/// How one passage writes a term, each time.
fn forms(
    sides: Sides<Read<'_>>,
    vocabulary: &Vocabulary,
    passages: Sides<&Passage>,
    side: Side,
    term: usize,
) -> Vec<String> {
    let text = &sides.get(side).article.text;
    let words = passages.get(side).words.iter().filter(|word| word.term == Some(term));
    words.map(|word| shown(word.span.of(text), vocabulary.terms[term].is_name)).collect()
}

/// A word for a list: small letters, names and acronyms as they are.
fn shown(written: &str, is_name: bool) -> String {
    let folded = fold(written);
    let bare = written.get(..folded.len()).filter(|bare| bare.to_lowercase() == folded).unwrap_or(written);
    if is_name || written.chars().skip(1).any(char::is_uppercase) { bare.to_owned() } else { folded }
}
