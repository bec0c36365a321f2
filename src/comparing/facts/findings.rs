//! Findings of studies, surveys and reports that bear on one point.

use super::super::Read;
use super::super::themes;
use super::super::vocabulary::{Vocabulary, fold};
use crate::model::{Link, LinkKind, Relation, Side, Sides, Span};

/// How many links of findings are made at most.
const MOST_LINKS: usize = 4;
/// How much two findings must share, in summed backgrounds of shared terms, to bear on one point.
const LEAST_SHARED: f32 = 2.0;
/// How many words of a finding are quoted in the reason.
const MOST_QUOTED_WORDS: usize = 12;

/// What a study found: one sentence, or more that go on about the same study.
#[derive(Debug, Clone, PartialEq)]
struct Finding {
    /// Index of the passage.
    passage: usize,
    span: Span,
    /// What was found, from behind the cue on.
    found: Span,
    /// Terms of the finding but for those of study and cue, sorted.
    terms: Vec<usize>,
}

/// Links of findings that bear on one point, each finding in one link.
pub fn link(sides: Sides<Read<'_>>, vocabulary: &Vocabulary) -> Vec<Link> {
    let findings = Side::BOTH.map(|side| findings(*sides.get(side), vocabulary, side));
    let mut pairs = Vec::new();
    for (left_index, left) in findings[0].iter().enumerate() {
        for (right_index, right) in findings[1].iter().enumerate() {
            let common = vocabulary.common(&left.terms, &right.terms);
            let shared: f32 = common.iter().map(|&term| vocabulary.terms[term].background).sum();
            if shared >= LEAST_SHARED && common.len() >= 2 {
                pairs.push((shared, left_index, right_index, common));
            }
        }
    }
    pairs.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    let mut links: Vec<Link> = Vec::new();
    let mut used = [vec![false; findings[0].len()], vec![false; findings[1].len()]];
    for (shared, left, right, common) in pairs {
        if links.len() < MOST_LINKS && !used[0][left] && !used[1][right] {
            used[0][left] = true;
            used[1][right] = true;
            links.push(make(sides, vocabulary, &findings[0][left], &findings[1][right], &common, shared));
        }
    }
    links
}

fn make(
    sides: Sides<Read<'_>>,
    vocabulary: &Vocabulary,
    left: &Finding,
    right: &Finding,
    common: &[usize],
    shared: f32,
) -> Link {
    let worth: Vec<(usize, f32)> = common.iter().map(|&term| (term, vocabulary.terms[term].weight)).collect();
    let label = themes::phrase_on(sides, vocabulary, Sides::new(left.passage, right.passage), &worth);
    let point: Vec<&str> = common.iter().take(3).map(|&term| vocabulary.terms[term].word.as_str()).collect();
    let point = point.join(", ");
    let words =
        Sides::new(quoted(left.found.of(&sides.left.article.text)), quoted(right.found.of(&sides.right.article.text)));
    Link {
        score: (0.4 + 0.12 * shared).min(0.85),
        label: label.map_or_else(|| format!("Findings: {point}"), |label| format!("Findings: {label}")),
        why: format!("Two findings on one point ({point}), different detail"),
        relation: Some(Relation::DifferentDetail),
        details: vec![words],
        ..Link::new(LinkKind::Fact, Sides::new(left.span, right.span))
    }
}

/// The first words of a finding.
fn quoted(words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    let mut quoted = all.iter().take(MOST_QUOTED_WORDS).copied().collect::<Vec<_>>().join(" ");
    if all.len() > MOST_QUOTED_WORDS {
        quoted.push('…');
    }
    quoted.trim_matches(|character: char| matches!(character, '.' | ',' | '“' | '”' | '"')).to_owned()
}

fn findings(read: Read<'_>, vocabulary: &Vocabulary, side: Side) -> Vec<Finding> {
    let text = &read.article.text;
    let mut findings: Vec<Finding> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for sentence in vocabulary.sentences(side) {
        let span = read.reading.sentences[sentence.sentence].span;
        let passage = &vocabulary.passages.get(side)[sentence.passage];
        let words: Vec<(String, Span)> = passage
            .words
            .iter()
            .filter(|word| word.sentence == sentence.sentence)
            .map(|word| (fold(word.span.of(text)), word.span))
            .collect();
        let follows = last == Some((sentence.passage, sentence.sentence.wrapping_sub(1)));
        let studied = words.iter().position(|(word, _)| is_study(word));
        let cue = words.iter().position(|(word, _)| is_cue(word));
        let goes_on = follows && words.first().is_some_and(|(word, _)| matches!(word.as_str(), "they" | "it" | "the"));
        let advises = words.iter().any(|(word, _)| matches!(word.as_str(), "should" | "must" | "ought" | "recommends"));
        let Some(cue) = cue.filter(|_| (studied.is_some() || goes_on) && !advises) else { continue };
        let skip = usize::from(words.get(cue + 1).is_some_and(|(word, _)| word == "that"));
        let from = words.get(cue + 1 + skip).map_or(span.end, |(_, word)| word.start);
        let terms: Vec<usize> = sentence
            .terms
            .iter()
            .copied()
            .filter(|&term| {
                !vocabulary.terms[term].is_name
                    && !is_study(&vocabulary.terms[term].family)
                    && !is_cue(&vocabulary.terms[term].family)
            })
            .collect();
        last = Some((sentence.passage, sentence.sentence));
        match findings.last_mut().filter(|_| goes_on && studied.is_none_or(|at| at > cue)) {
            Some(finding) => extend(finding, span, terms),
            None => findings.push(Finding { passage: sentence.passage, span, found: Span::new(from, span.end), terms }),
        }
    }
    findings
}

fn extend(finding: &mut Finding, span: Span, terms: Vec<usize>) {
    finding.span = finding.span.cover(span);
    finding.terms.extend(terms);
    finding.terms.sort_unstable();
    finding.terms.dedup();
}

fn is_study(word: &str) -> bool {
    matches!(
        word,
        "study"
            | "studies"
            | "research"
            | "researcher"
            | "researchers"
            | "survey"
            | "surveys"
            | "poll"
            | "polls"
            | "data"
            | "analysis"
            | "analyses"
            | "statistics"
            | "evidence"
            | "report"
            | "economists"
            | "scientists"
            | "scholars"
            | "census"
            | "experiment"
            | "trial"
            | "audit"
            | "review"
    )
}

fn is_cue(word: &str) -> bool {
    matches!(
        word,
        "found"
            | "finds"
            | "find"
            | "show"
            | "shows"
            | "showed"
            | "shown"
            | "indicate"
            | "indicates"
            | "indicated"
            | "conclude"
            | "concluded"
            | "concludes"
            | "concluding"
            | "suggest"
            | "suggests"
            | "suggested"
            | "reveal"
            | "reveals"
            | "revealed"
            | "estimate"
            | "estimates"
            | "estimated"
            | "demonstrate"
            | "demonstrates"
            | "demonstrated"
            | "confirm"
            | "confirms"
            | "confirmed"
            | "discovered"
            | "determined"
            | "established"
    )
}
