//! What an article says of its own title, author, outlet and date.

use super::roles::{authors_in_note, date_in_line, read_byline};
use crate::model::{Article, Metadata, Role, leading_date};

/// Date lines over an article are among its first so many paragraphs; those below belong to notes and comments.
const HEAD_PARAGRAPHS: usize = 8;

/// The file's metadata, completed by what the text itself says in its title, byline, date line, note on the author and
/// notices. What neither says stays none.
pub fn completed(article: &Article, roles: &[Role]) -> Metadata {
    let page = Page { article, roles };
    let file = article.metadata.clone();
    let byline = page.of(Role::Byline).find_map(read_byline);
    let title = || page.of(Role::Title).next().map(headline).or_else(|| page.of(Role::Furniture).find_map(replied_to));
    let authors = || byline.as_ref().map(|line| line.authors.clone()).or_else(|| signed(&page));
    let outlet = || byline.as_ref().and_then(|line| line.publication.clone());
    Metadata {
        title: file.title.or_else(title),
        byline: file.byline.or_else(authors),
        publication: file.publication.or_else(outlet).or_else(|| page.of(Role::Furniture).find_map(first_outlet)),
        date: file.date.or_else(|| dated(&page)),
        address: file.address,
    }
}

struct Page<'a> {
    article: &'a Article,
    roles: &'a [Role],
}

impl<'a> Page<'a> {
    /// The paragraphs of one role.
    fn of(&self, role: Role) -> impl Iterator<Item = &'a str> {
        self.with_places(role).map(|(_, text)| text)
    }

    fn of_head(&self, role: Role) -> impl Iterator<Item = &'a str> {
        self.with_places(role).take_while(|(place, _)| *place < HEAD_PARAGRAPHS).map(|(_, text)| text)
    }

    fn with_places(&self, role: Role) -> impl Iterator<Item = (usize, &'a str)> {
        let text = &self.article.text;
        let all = self.article.paragraphs.iter().zip(self.roles).enumerate();
        all.filter(move |(_, (_, own))| **own == role).map(|(place, (paragraph, _))| (place, paragraph.span.of(text)))
    }
}

/// The authors that the notes on them name.
fn signed(page: &Page) -> Option<String> {
    let names: Vec<String> = page.of(Role::Bio).flat_map(authors_in_note).collect();
    match names.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        [first @ .., last] => Some(format!("{} and {last}", first.join(", "))),
    }
}

fn dated(page: &Page) -> Option<String> {
    let is_first = |line: &&str| !line.trim_start().to_lowercase().starts_with("updated");
    let lines = page.of_head(Role::Dateline).filter(is_first).chain(page.of_head(Role::Byline));
    let in_lines = lines.into_iter().find_map(date_in_line);
    let in_note = || page.of_head(Role::Bio).find_map(leading_date).map(|date| date.iso);
    in_lines.or_else(in_note).or_else(|| page.of_head(Role::Body).next().and_then(date_before_dash))
}

/// On one line; without the semicolon by which archives join a second headline.
fn headline(line: &str) -> String {
    one_line(line).trim_end_matches(';').to_owned()
}

/// "One reply on “The Ferry Stays”" names the piece that was replied to.
fn replied_to(counter: &str) -> Option<String> {
    let (count, rest) = counter.split_once(['“', '"'])?;
    let is_counter = [
        "reply on",
        "replies on",
        "reply to",
        "replies to",
        "comment on",
        "comments on",
        "thought on",
        "thoughts on",
        "responses to",
    ]
    .iter()
    .any(|words| count.trim_end().to_lowercase().ends_with(words));
    let end = rest.rfind(['”', '"'])?;
    (is_counter && end > 0).then(|| one_line(&rest[..end]))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "BRINMOUTH, May 2, 2019 — The ferry …": the date of a news agency's place line, where it gives a year.
fn date_before_dash(text: &str) -> Option<String> {
    let end = text.find(['—', '–']).or_else(|| text.find(" - ")).filter(|end| *end <= 60)?;
    let lead = &text[..end];
    let starts = lead.match_indices(", ").map(|(at, comma)| at + comma.len());
    starts.filter_map(|start| leading_date(&lead[start..])).map(|date| date.iso).next()
}

/// "This article first appeared in The Brinmouth Echo."
fn first_outlet(notice: &str) -> Option<String> {
    const BEFORE: &[&str] = &[
        "first appeared in ",
        "first appeared on ",
        "first appeared at ",
        "originally appeared in ",
        "originally appeared on ",
        "originally published in ",
        "originally published by ",
        "originally published on ",
        "first published in ",
        "first published by ",
        "first published on ",
    ];
    let start = BEFORE.iter().find_map(|words| notice.find(words).map(|at| at + words.len()))?;
    let rest = &notice[start..];
    let end = rest.find([',', ':', '.', ';', '(', '\n']).unwrap_or(rest.len());
    let is_inner = |word: &str| matches!(word, "of" | "and" | "the" | "for");
    let words =
        rest[..end].split_whitespace().take_while(|word| word.starts_with(char::is_uppercase) || is_inner(word));
    let mut name: Vec<&str> = words.collect();
    while name.last().is_some_and(|word| is_inner(word)) {
        name.pop();
    }
    // "first published on May 2, 2019" names a day, not an outlet.
    let name = name.join(" ");
    (!name.is_empty() && leading_date(rest).is_none()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_names_the_outlet_but_not_a_day() {
        let check =
            |notice: &str, expected: Option<&str>| assert_eq!(first_outlet(notice).as_deref(), expected, "{notice}");
        check("This article first appeared in The Brinmouth Echo.", Some("The Brinmouth Echo"));
        check(
            "This piece was originally published by the Institute for Tides, where she works.",
            Some("the Institute for Tides"),
        );
        check("It was first published on May 2, 2019.", None);
        check("This story first appeared in a longer form.", None);
    }

    #[test]
    fn a_reply_counter_names_the_piece() {
        assert_eq!(replied_to("3 thoughts on “The Ferry Stays”").as_deref(), Some("The Ferry Stays"));
        assert_eq!(replied_to("The mayor said “no”"), None);
    }

    #[test]
    fn an_agency_line_with_a_year_gives_the_date() {
        assert_eq!(date_before_dash("BRINMOUTH, May 2, 2019 — The ferry stays.").as_deref(), Some("2019-05-02"));
        assert_eq!(date_before_dash("BRINMOUTH, May 2 (NP) — The ferry stays."), None);
    }
}
