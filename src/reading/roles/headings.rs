//! Headings inside the article.

use super::page::{Block, Page};
use crate::model::Role;

/// The longest heading, in words.
const LONGEST_HEADING_WORDS: usize = 14;
/// The longest heading that asks a question, in words.
const LONGEST_QUESTION_WORDS: usize = 18;
/// A heading stands over a paragraph of at least so many words.
const FEWEST_WORDS_BELOW: usize = 12;
/// A question among paragraphs is a heading where what follows is at least so long, in words.
const FEWEST_WORDS_OF_AN_ANSWER: usize = 20;

/// Marks short lines over prose: without a full stop, or asking what the text below answers.
pub fn mark(page: &mut Page) {
    let is_candidate =
        |index: &usize| page.is_open(*index) && stands_over_prose(page, *index) && !is_spoken(&page.paragraphs[*index]);
    let open: Vec<usize> = (1..page.roles.len()).filter(is_candidate).collect();
    let plain = open.iter().filter(|index| is_plain_heading(page, **index));
    let mut found: Vec<usize> = plain.copied().collect();
    let questions: Vec<usize> = open.iter().copied().filter(|index| is_question(page, *index)).collect();
    let titled = questions.iter().filter(|index| page.paragraphs[**index].is_title_case()).count();
    // One question in plain case may be the author's own; several in a row of sections, or beside others, are headings.
    if questions.len() >= 2 || titled > 0 || !found.is_empty() {
        found.extend(questions);
    }
    if found.len() >= 2 {
        found.extend(open.into_iter().filter(|index| is_phrase_with_stop(&page.paragraphs[*index])));
    }
    for index in found {
        page.roles[index] = Some(Role::Heading);
    }
}

/// Whether prose follows directly, longer than the line itself.
fn stands_over_prose(page: &Page, index: usize) -> bool {
    let Some(next) = (index + 1..page.roles.len()).find(|next| !page.is_aside(*next)) else { return false };
    let below = &page.paragraphs[next];
    let is_prose = matches!(page.roles[next], None | Some(Role::BlockQuote | Role::ListItem));
    // A short sentence may open the section; what comes behind it counts too.
    let is_sentence = matches!(below.last_mark(), Some('.' | '?' | '!' | ':'));
    let after = if is_sentence { page.next(next).map_or(0, |after| page.words(after)) } else { 0 };
    let words_below = below.words + after;
    is_prose && words_below >= FEWEST_WORDS_BELOW && words_below > page.words(index)
}

/// A line of a transcript ("KANE: And then?", "(APPLAUSE)"), or words in marks with their speaker behind a dash.
fn is_spoken(block: &Block) -> bool {
    let label = block.text.split_once(':').map_or("", |(label, _)| label);
    let is_label = !label.is_empty() && label.split_whitespace().count() <= 4 && !label.chars().any(char::is_lowercase);
    let is_direction = block.text.trim_start_matches(['"', '“']).starts_with(['(', '[']);
    let is_quoted = block.text.starts_with(['“', '"', '‘']) && block.text.contains(['—', '–', '―']);
    (is_label && block.words > label.split_whitespace().count()) || is_direction || is_quoted
}

/// A lead-in stands before a list, a quotation or a transcript.
fn follows_lead_in(page: &Page, index: usize) -> bool {
    page.previous(index).is_some_and(|before| page.paragraphs[before].text.trim_end().ends_with([':', ',']))
}

fn is_plain_heading(page: &Page, index: usize) -> bool {
    let block = &page.paragraphs[index];
    if follows_lead_in(page, index) || block.words > LONGEST_HEADING_WORDS || !starts_as_heading(block) {
        return false;
    }
    let is_capitals =
        block.is_all_capitals() && block.words <= 8 && block.text.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let ends_open = !matches!(block.last_mark(), Some('.' | ':' | ',' | ';' | '?' | '!' | '…' | '-' | '—' | '–'));
    // Words in marks from end to end are somebody's, not a heading.
    let is_quoted = block.text.starts_with(['“', '"', '‘']) && block.text.ends_with(['”', '"', '’']);
    (is_capitals || ends_open) && !is_quoted
}

fn is_question(page: &Page, index: usize) -> bool {
    let block = &page.paragraphs[index];
    let next = page.next(index).map_or(0, |next| page.words(next));
    block.last_mark() == Some('?')
        && block.sentences() == 1
        && (3..=LONGEST_QUESTION_WORDS).contains(&block.words)
        && starts_as_heading(block)
        && !starts_with_joint(block)
        && !block.text.starts_with(['“', '"', '‘'])
        && next >= FEWEST_WORDS_OF_AN_ANSWER
        && page.previous(index).is_some_and(|before| page.words(before) >= 4)
}

/// "The ferry and the council under Mayor Quill." – a phrase without a verb, among other headings.
fn is_phrase_with_stop(block: &Block) -> bool {
    let words: Vec<&str> =
        block.folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).collect();
    block.last_mark() == Some('.')
        && (5..=10).contains(&words.len())
        && block.sentences() == 1
        && !starts_with_joint(block)
        && !words.iter().any(|word| is_verb_or_pronoun(word))
}

fn starts_as_heading(block: &Block) -> bool {
    block.text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric())
}

fn starts_with_joint(block: &Block) -> bool {
    ["but", "so", "and", "or", "then", "yet", "now", "still", "because", "not"].iter().any(|word| block.begins(word))
}

/// Words that show a sentence rather than a phrase: pronouns, common verbs, and forms that end as verbs do.
fn is_verb_or_pronoun(word: &str) -> bool {
    const SHOWN: &[&str] = &[
        "i", "you", "he", "she", "it", "we", "they", "us", "them", "him", "me", "this", "that", "there", "who", "what",
        "nobody", "everyone", "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "do",
        "does", "did", "can", "could", "will", "would", "shall", "should", "may", "might", "must", "need", "needs",
        "get", "gets", "got", "go", "goes", "went", "come", "comes", "came", "make", "makes", "made", "take", "takes",
        "took", "say", "says", "said", "know", "knows", "knew", "think", "thinks", "thought", "see", "sees", "saw",
        "want", "wants", "mean", "means", "meant", "let", "never", "not",
    ];
    SHOWN.contains(&word)
        || word.contains("n't")
        || word.ends_with("'re")
        || word.ends_with("'ll")
        || (word.ends_with("ed") && word.len() > 4)
}
