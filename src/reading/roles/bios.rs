//! Paragraphs about the author.

use super::page::Page;
use crate::model::{Role, leading_date};

/// Who a paragraph introduces, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Introduced {
    /// The name as it stands: "Ada Quill".
    pub name: String,
    /// Whether the predicate is one that notes on authors have: "is the author of", "teaches at", "lives in".
    pub is_authorly: bool,
}

/// Among the last so many paragraphs a note on the author is looked for.
const TAIL_PARAGRAPHS: usize = 5;
/// Among the first so many.
const HEAD_PARAGRAPHS: usize = 5;
/// The longest note on an author, in words.
const LONGEST_BIO_WORDS: usize = 120;

/// What people who write are, folded; within a few words behind "is".
const OCCUPATIONS: &[&str] = &[
    "author",
    "writer",
    "novelist",
    "poet",
    "playwright",
    "essayist",
    "journalist",
    "reporter",
    "correspondent",
    "columnist",
    "editor",
    "contributor",
    "blogger",
    "critic",
    "broadcaster",
    "photographer",
    "professor",
    "lecturer",
    "teacher",
    "instructor",
    "fellow",
    "scholar",
    "researcher",
    "associate",
    "analyst",
    "scientist",
    "economist",
    "historian",
    "sociologist",
    "psychologist",
    "philosopher",
    "physician",
    "doctor",
    "nurse",
    "engineer",
    "lawyer",
    "attorney",
    "counsel",
    "advocate",
    "activist",
    "organizer",
    "director",
    "president",
    "chair",
    "chairman",
    "chairwoman",
    "chairperson",
    "founder",
    "co-founder",
    "member",
    "manager",
    "officer",
    "executive",
    "strategist",
    "consultant",
    "adviser",
    "advisor",
    "student",
    "candidate",
    "mayor",
    "senator",
    "veteran",
];

/// Verbs of notes on authors in the present tense, folded, with what has to follow where the verb alone says little.
const VERBS: &[(&str, &[&str])] = &[
    ("writes", &[]),
    ("teaches", &[]),
    ("covers", &[]),
    ("blogs", &[]),
    ("edits", &[]),
    ("hosts", &[]),
    ("serves", &["as", "on"]),
    ("lives", &["in", "and", "near", "with", "on"]),
    ("works", &["as", "at", "for", "in", "on", "with"]),
    ("reports", &["on", "for", "from"]),
    ("directs", &["the"]),
    ("leads", &["the"]),
    ("studies", &[]),
    ("has", &["covered", "written", "reported", "worked", "taught", "served", "been"]),
];

/// The authors that a note names, each with a predicate of its own: "Ada Quill is … . Ben Rush teaches …". A name
/// without a first name is none.
pub fn authors(note: &str) -> Vec<String> {
    let starts = std::iter::once(0).chain(note.match_indices(". ").map(|(at, stop)| at + stop.len()));
    let found = starts.filter_map(|start| subject(&note[start..])).filter(|one| one.is_authorly).map(|one| one.name);
    found.filter(|name| !is_surname_with_title(name)).collect()
}

fn is_surname_with_title(name: &str) -> bool {
    let has_title =
        ["Mr.", "Ms.", "Mrs.", "Dr.", "Prof.", "Rev.", "Sen.", "Rep."].iter().any(|title| name.starts_with(title));
    has_title && name.split_whitespace().count() < 3
}

/// Marks notes on the author at the beginning and the end of the article.
pub fn mark(page: &mut Page) {
    let author = author_of(page);
    mark_tail(page, author.as_deref());
    mark_head(page, author.as_deref());
}

/// Whom a paragraph introduces, where it begins with a name and a predicate: "Ada Quill is a research fellow …",
/// "May 2, 2019 – Ada Quill teaches …".
pub fn subject(text: &str) -> Option<Introduced> {
    let text = without_date(text.trim_start_matches(['*', '_', '(', '[', ' ', '—', '–', '-', '•']));
    let name_bytes = name_length(text);
    if name_bytes == 0 {
        return None;
    }
    let mut rest = text[name_bytes..].trim_start();
    if let Some(apposition) = rest.strip_prefix(',') {
        let end = apposition.find(", ").filter(|end| *end < 90)?;
        rest = apposition[end + 1..].trim_start();
    }
    let predicate = super::page::folded(rest);
    let verb = predicate.split(' ').next()?;
    let is_verb = matches!(verb, "is" | "was" | "has" | "are" | "writes")
        || (verb.ends_with('s') && verb.len() > 3 && verb.chars().all(char::is_lowercase));
    let name = text[..name_bytes].split_whitespace().collect::<Vec<_>>().join(" ");
    is_verb.then(|| Introduced { name, is_authorly: is_authorly(&predicate) })
}

fn author_of(page: &Page) -> Option<String> {
    let byline = page.roles.iter().position(|role| *role == Some(Role::Byline));
    let read = byline.and_then(|index| super::bylines::read(page.paragraphs[index].text)).map(|byline| byline.authors);
    read.or_else(|| page.file_byline.map(ToOwned::to_owned))
}

fn mark_tail(page: &mut Page, author: Option<&str>) {
    let from_the_end = (1..page.roles.len()).rev().filter(|index| !page.is_aside(*index));
    let mut going_on = Vec::new();
    for index in from_the_end.take(TAIL_PARAGRAPHS).collect::<Vec<_>>() {
        if !page.is_open(index) {
            break;
        }
        if is_bio(page, index, author) {
            page.roles[index] = Some(Role::Bio);
            for after in going_on.drain(..) {
                page.roles[after] = Some(Role::Bio);
            }
        } else if goes_on(page, index) {
            going_on.push(index);
        } else {
            break;
        }
    }
}

/// "She lives in Brinmouth." behind a note belongs to it.
fn goes_on(page: &Page, index: usize) -> bool {
    let block = &page.paragraphs[index];
    let is_about_someone = ["she", "he", "they", "her", "his", "their"].iter().any(|word| block.begins(word));
    is_about_someone && block.words <= 40 && !speaks(&block.folded) && !block.text.contains(['“', '"'])
}

fn mark_head(page: &mut Page, author: Option<&str>) {
    for index in 0..page.roles.len().min(HEAD_PARAGRAPHS) {
        if !page.is_open(index) {
            continue;
        }
        let text = page.paragraphs[index].text;
        let is_dated = without_date(text).len() < text.len();
        let names_author = author.zip(subject(text)).is_some_and(|(author, one)| shares_surname(author, &one.name));
        if (names_author || is_dated) && page.paragraphs.len() > index + 2 && is_bio(page, index, author) {
            page.roles[index] = Some(Role::Bio);
        }
        return;
    }
}

fn is_bio(page: &Page, index: usize, author: Option<&str>) -> bool {
    let block = &page.paragraphs[index];
    if block.words > LONGEST_BIO_WORDS || speaks(&block.folded) {
        return false;
    }
    if ["about the author", "about the writer", "the author is", "the writer is", "the authors are"]
        .iter()
        .any(|words| block.begins(words))
    {
        return true;
    }
    let Some(introduced) = subject(block.text) else { return false };
    match author {
        Some(author) if shares_surname(author, &introduced.name) => true,
        // Another name than the byline's is a person of the story.
        Some(_) => false,
        None => introduced.is_authorly && !is_named_elsewhere(page, index, &introduced.name),
    }
}

/// Somebody of whom the article tells is named in it; its author is not.
fn is_named_elsewhere(page: &Page, index: usize, name: &str) -> bool {
    let surname = surname(name);
    let others = page
        .paragraphs
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != index && !page.is_aside(*at) && page.roles[*at] != Some(Role::Bio));
    others.into_iter().any(|(_, block)| {
        let mut words = block.folded.split(|c: char| !c.is_alphanumeric() && c != '-');
        words.any(|word| word == surname)
    })
}

fn shares_surname(author: &str, name: &str) -> bool {
    let surname = surname(name);
    let folded = super::page::folded(author);
    folded.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| word == surname)
}

fn surname(name: &str) -> String {
    let folded = super::page::folded(name);
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !matches!(*word, "" | "jr" | "sr" | "ii" | "iii"));
    words.next_back().unwrap_or("").to_owned()
}

/// Words that put speech into a paragraph.
fn speaks(folded: &str) -> bool {
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| matches!(word, "said" | "says" | "told" | "tells" | "added" | "asked" | "replied"))
}

fn is_authorly(predicate: &str) -> bool {
    let words: Vec<&str> = predicate
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '-'))
        .filter(|word| !word.is_empty())
        .collect();
    match words.as_slice() {
        ["is" | "was", rest @ ..] => rest.iter().take(12).any(|word| OCCUPATIONS.contains(word)),
        [verb, next, ..] => {
            VERBS.iter().any(|(known, after)| known == verb && (after.is_empty() || after.contains(next)))
        }
        _ => false,
    }
}

fn without_date(text: &str) -> &str {
    let Some(date) = leading_date(text) else { return text };
    let rest = text[date.bytes..].trim_start();
    rest.strip_prefix(['–', '—', '-', '|', ':']).map_or(text, |rest| rest.trim_start_matches(['-', ' ', '\u{A0}']))
}

/// How many bytes at the beginning are a name of two to six capitalised words.
fn name_length(text: &str) -> usize {
    let (mut end, mut at, mut count) = (0, 0, 0);
    for word in text.split_inclusive(char::is_whitespace).take(7) {
        let bare = word.trim_end();
        let letters = bare.trim_end_matches([',', '.']);
        let is_name = letters.starts_with(char::is_uppercase)
            && letters.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-'));
        let is_particle = count > 0
            && matches!(
                letters,
                "de" | "van" | "von" | "der" | "la" | "bin" | "al" | "del" | "da" | "di" | "du" | "and"
            );
        if !(is_name || is_particle) {
            break;
        }
        at += word.len();
        count += usize::from(is_name);
        if is_name {
            end = at - (word.len() - bare.trim_end_matches(',').len());
        }
        if bare.ends_with(',') {
            break;
        }
    }
    let first = text.split_whitespace().next().unwrap_or("");
    let is_article =
        matches!(first, "The" | "A" | "An" | "This" | "That" | "In" | "It" | "But" | "And" | "There" | "What");
    if count >= 2 && !is_article { end } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, bool)>) {
        let found = subject(text);
        assert_eq!(found.as_ref().map(|one| (one.name.as_str(), one.is_authorly)), expected, "{text}");
    }

    #[test]
    fn a_name_with_a_predicate() {
        check("Ada Quill is a research fellow at the Tide Institute", Some(("Ada Quill", true)));
        check("*A. J. Quill Jr. teaches law in Brinmouth.*", Some(("A. J. Quill Jr.", true)));
        check("May 2, 2019 – Ada Quill is the former president of the League.", Some(("Ada Quill", true)));
        check("Ada Quill, Ph.D., is professor of tides.", Some(("Ada Quill", true)));
        check("Ada Quill repairs clocks in Brinmouth.", Some(("Ada Quill", false)));
        check("Ada Quill is right.", Some(("Ada Quill", false)));
    }

    #[test]
    fn other_beginnings_introduce_nobody() {
        check("The Ferry Board is a council of nine.", None);
        check("Ada Quill told the board that it was late.", None);
        check("Yesterday the ferry sank.", None);
    }
}
