//! Lines that say who wrote it.

use super::page::Page;
use crate::model::{Role, leading_date};

/// What a byline says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByLine {
    /// The author or authors, as they stand: "Ada Quill and Ben Rush".
    pub authors: String,
    /// The outlet, where the line names it behind a bar or "Special to".
    pub publication: Option<String>,
}

/// Words that introduce an author, folded.
const INTRODUCTIONS: &[&str] = &[
    "by",
    "written by",
    "posted by",
    "story by",
    "words by",
    "text by",
    "opinion by",
    "analysis by",
    "reported by",
    "report by",
    "column by",
    "essay by",
    "review by",
    "guest post by",
    "published by",
    "author:",
    "byline:",
];

/// Words of offices and houses that stand behind a name in a byline and are none themselves, folded.
const NOT_NAMES: &[&str] = &[
    "staff",
    "writer",
    "writers",
    "reporter",
    "reporters",
    "editor",
    "editors",
    "correspondent",
    "columnist",
    "senior",
    "special",
    "contributing",
    "contributor",
    "associated",
    "press",
    "political",
    "opinion",
    "guest",
    "ph.d",
    "m.d",
    "professor",
    "chief",
    "national",
    "the",
    "news",
    "times",
    "post",
    "magazine",
    "journal",
    "bureau",
    "service",
    "media",
    "team",
    "director",
    "president",
    "board",
];

/// Small words inside names, folded.
const PARTICLES: &[&str] = &[
    "de", "van", "von", "der", "den", "la", "le", "bin", "ibn", "al", "el", "del", "dos", "da", "di", "du", "ter", "y",
];

/// A byline stands among the first so many paragraphs, before any long one.
const HEAD_PARAGRAPHS: usize = 10;
/// A paragraph of more words is the article itself.
const LONG_PARAGRAPH_WORDS: usize = 40;
/// The longest byline, in words.
const LONGEST_BYLINE_WORDS: usize = 25;

/// Marks the lines that introduce an author with "by".
pub fn mark(page: &mut Page) {
    for index in head(page) {
        let block = &page.paragraphs[index];
        let Some(rest) = after_introduction(block.text) else { continue };
        let Some(authors) = authors_in(rest) else { continue };
        // "By Design" over an article is a title.
        let is_sure = authors.contains(' ') || (index > 0 && block.words == 2);
        if page.is_open(index) && is_sure && block.words <= LONGEST_BYLINE_WORDS {
            page.roles[index] = Some(Role::Byline);
        }
    }
}

/// Marks a name by itself under the title, where something confirms that it is the author's: a date or an outlet on
/// the same line, a date line below, or the file's own word.
pub fn mark_bare_names(page: &mut Page) {
    if page.roles.contains(&Some(Role::Byline)) {
        return;
    }
    let Some(title) = page.roles.iter().position(|role| *role == Some(Role::Title)) else { return };
    let Some(index) = page.next(title).filter(|index| page.is_open(*index)) else { return };
    let text = page.paragraphs[index].text;
    let Some(name) = bare_name(text) else { return };
    let dated_line = text.split(['|', '•', '·']).skip(1).any(|part| leading_date(part).is_some());
    let office = page.next(index).filter(|next| page.is_open(*next) && is_office(page.paragraphs[*next].text));
    let dated_below = page.next(office.unwrap_or(index)).is_some_and(|next| page.roles[next] == Some(Role::Dateline));
    let is_known = page.file_byline.is_some_and(|byline| byline.contains(&name));
    let signs_off = page
        .paragraphs
        .iter()
        .rev()
        .take(4)
        .any(|block| super::bios::subject(block.text).is_some_and(|one| one.name == name));
    if dated_line || dated_below || is_known || signs_off {
        page.roles[index] = Some(Role::Byline);
        if let Some(office) = office {
            page.roles[office] = Some(Role::Byline);
        }
    }
}

/// "Staff Writer", "Senior Political Correspondent": an office and nothing else.
fn is_office(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| word.trim_matches([',', '.']).to_lowercase());
    text.split_whitespace().count() <= 4 && words.all(|word| NOT_NAMES.contains(&word.as_str()))
}

/// Reads a line that is known to be a byline.
pub fn read(line: &str) -> Option<ByLine> {
    let authors = match after_introduction(line) {
        Some(rest) => authors_in(rest)?,
        None => bare_name(line)?,
    };
    Some(ByLine { authors, publication: publication_in(line) })
}

fn head(page: &Page) -> std::ops::Range<usize> {
    let long = page.paragraphs.iter().position(|block| block.words > LONG_PARAGRAPH_WORDS);
    0..long.unwrap_or(usize::MAX).min(HEAD_PARAGRAPHS).min(page.paragraphs.len())
}

fn bare_name(text: &str) -> Option<String> {
    let first = text.split(['|', '•', '·']).next()?.trim();
    let tokens = first.split_whitespace().count();
    let all = authors_in(first)?;
    ((2..=5).contains(&tokens) && all.split_whitespace().count() == tokens && !text.ends_with(['.', '?', '!']))
        .then_some(all)
}

/// What follows "by" or the like at a line's beginning.
fn after_introduction(line: &str) -> Option<&str> {
    let line = line
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '(' | ')' | '[' | ']' | '–' | '—' | '-'));
    INTRODUCTIONS.iter().find_map(|words| {
        let (head, rest) = (line.get(..words.len())?, &line[words.len()..]);
        let ends_word = words.ends_with(':') || rest.starts_with(|c: char| c.is_whitespace() || c == ':');
        (head.eq_ignore_ascii_case(words) && ends_word).then(|| rest.trim_start_matches([' ', ':', '\u{A0}', '\n']))
    })
}

/// The names with which a text begins: "Ada Quill", "Ada Quill, Ben Rush and Cy Teal". None where more words than an
/// office, an outlet, a place or a date follow, as the line is then a sentence.
fn authors_in(text: &str) -> Option<String> {
    let line = text.split(['|', '•', '·', '–', '—']).next()?;
    let mut end = 0;
    let mut at = 0;
    let names: Vec<(usize, &str)> = pieces(line);
    for (place, (start, piece)) in names.iter().enumerate() {
        let joined_by_comma = line[at..*start].trim() == ",";
        let list_goes_on = names[place + 1..]
            .iter()
            .any(|(next, _)| line[..*next].trim_end().ends_with([',', '&']) || is_and(line, *next));
        let length = name_length(piece);
        if length == 0 || (joined_by_comma && !(list_goes_on && length == piece.trim().len())) {
            break;
        }
        end = start + length;
        at = start + piece.len();
        if length < piece.trim_end().len() {
            break;
        }
    }
    (end > 0 && follows_name(&line[end..])).then(|| line[..end].split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The parts between commas and "and", each with its place.
fn pieces(line: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let piece = &line[from..to];
        let lead = piece.len() - piece.trim_start().len();
        if !piece.trim().is_empty() {
            pieces.push((from + lead, piece[lead..].trim_end()));
        }
    };
    for (at, mark) in line.match_indices([',', '&']) {
        push(start, at);
        start = at + mark.len();
    }
    push(start, line.len());
    pieces.into_iter().flat_map(|(at, piece)| split_at_and(at, piece)).collect()
}

fn split_at_and(at: usize, piece: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut start = 0;
    for joint in [" and ", " AND ", " with "] {
        while let Some(found) = piece[start..].find(joint) {
            parts.push((at + start, &piece[start..start + found]));
            start += found + joint.len();
        }
    }
    let rest = &piece[start..];
    let rest_start = if parts.is_empty() { rest.strip_prefix("and ").map_or(start, |_| start + 4) } else { start };
    parts.push((at + rest_start, &piece[rest_start..]));
    parts
}

fn is_and(line: &str, at: usize) -> bool {
    line[..at].trim_end().to_lowercase().ends_with(" and")
}

/// How many bytes at the beginning are a person's name: up to five capitalised words.
fn name_length(piece: &str) -> usize {
    let (mut end, mut at) = (0, 0);
    for (count, word) in piece.split_inclusive(char::is_whitespace).take(5).enumerate() {
        let bare = word.trim_end();
        let letters = bare.trim_end_matches('.');
        let folded = letters.to_lowercase();
        let is_name = letters.starts_with(char::is_uppercase)
            && letters.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.'))
            && !NOT_NAMES.contains(&folded.as_str());
        let is_particle = count > 0 && PARTICLES.contains(&folded.as_str());
        if !(is_name || is_particle) {
            break;
        }
        at += word.len();
        if is_name {
            end = at - (word.len() - bare.len());
        }
    }
    end
}

/// Whether what stands behind the names is nothing, an office, an outlet, a place or a date rather than a sentence.
fn follows_name(rest: &str) -> bool {
    let words: Vec<&str> = rest.split_whitespace().collect();
    let Some(first) = words.first() else { return true };
    let sets_off = rest.trim_start().starts_with([',', '(', '/', '.', '-', '@']);
    let leads_on = matches!(
        first.to_lowercase().as_str(),
        "for" | "in" | "on" | "of" | "at" | "special" | "the" | "staff" | "with"
    );
    let is_office = NOT_NAMES.contains(&first.to_lowercase().as_str());
    let ends_sentence = rest.trim_end().ends_with('.') && words.len() > 3;
    words.len() <= 12 && (sets_off || leads_on || is_office) && !ends_sentence
}

/// "| The Brinmouth Echo", "Special to The Echo".
fn publication_in(line: &str) -> Option<String> {
    let special = line.split_once("pecial to ").map(|(_, outlet)| outlet);
    let mut parts = line.split(['|', '•', '·']).skip(1);
    let outlet = special.or_else(|| parts.find(|part| is_outlet(part)))?;
    let name = outlet.split(['|', '•', '·']).next()?.trim().trim_end_matches([')', ',']);
    is_outlet(name).then(|| name.to_owned())
}

/// A capitalised name of a few words that is neither a date nor a reading time nor a section.
fn is_outlet(part: &str) -> bool {
    let part = part.trim();
    let words = part.split_whitespace().count();
    let capitalised = part.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    (1..=6).contains(&words)
        && capitalised * 2 > words
        && !part.chars().any(|c| c.is_ascii_digit())
        && leading_date(part).is_none()
        && !["opinion", "updated", "published", "staff", "editor", "writer", "contributor"]
            .iter()
            .any(|word| part.to_lowercase().contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(&str, Option<&str>)>) {
        let found = after_introduction(line).and_then(|_| read(line));
        let found = found.as_ref().map(|one| (one.authors.as_str(), one.publication.as_deref()));
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn one_author_and_several() {
        check("by Ada Quill", Some(("Ada Quill", None)));
        check("BY ADA QUILL", Some(("ADA QUILL", None)));
        check("By Ada Quill and Ben O’Rush", Some(("Ada Quill and Ben O’Rush", None)));
        check(
            "By Ada Quill, Ben Rush and Cy van der Teal Jr.",
            Some(("Ada Quill, Ben Rush and Cy van der Teal Jr.", None)),
        );
        check("*Written by A. J. Quill*", Some(("A. J. Quill", None)));
    }

    #[test]
    fn offices_outlets_and_dates_are_no_part_of_the_name() {
        check("By Ada Quill, Staff Writer", Some(("Ada Quill", None)));
        check("By Ada Quill | The Brinmouth Echo", Some(("Ada Quill", Some("The Brinmouth Echo"))));
        check("By Ada Quill, Special to The Echo", Some(("Ada Quill", Some("The Echo"))));
        check("By Ada Quill | May 2, 2019 | 5 min read", Some(("Ada Quill", None)));
        check("By Ada Quill for The Echo", Some(("Ada Quill", None)));
        check("Posted by Ada Quill on May 2, 2019", Some(("Ada Quill", None)));
    }

    #[test]
    fn sentences_that_begin_with_by_are_no_bylines() {
        check("By Monday the ferry had gone.", None);
        check("By 45 Votes, Brinmouth Keeps Its Ferry", None);
        check("By the time it docked, nobody was left.", None);
        check("By Mayor Quill’s own account the ferry was late.", None);
    }
}
