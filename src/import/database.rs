//! Downloads of newspaper databases: one text with many articles, each under a head of fields.
//!
//! Nexis ("3 of 25 DOCUMENTS", `BYLINE:`, `LENGTH:`), Nexis Uni ("End of Document"), `ProQuest` ("Document 3 of 10",
//! "Full text:") and Factiva (`HD`, `LP`, `TD`) write them so. All words are kept; the fields around an article get
//! roles by which they are folded away, and say what the article is.

use super::plain;
use crate::model::{Article, Metadata, Paragraph, Role, Span, leading_date, listed};

/// A record has at least so many fields that are known; prose that merely looks like one line of it has fewer.
const LEAST_FIELDS: usize = 2;

/// What a field says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Byline,
    Publication,
    Date,
    /// The words behind it are the article's.
    Body,
    /// Stands over the article and is no part of it.
    Head,
    /// Stands under the article.
    Tail,
}

/// Names of fields, in lower case. Those of the tail end the article's words.
const FIELDS: &[(&str, Field)] = &[
    ("headline", Field::Title),
    ("title", Field::Title),
    ("byline", Field::Byline),
    ("author", Field::Byline),
    ("publication info", Field::Publication),
    ("publication title", Field::Publication),
    ("publication", Field::Publication),
    ("source", Field::Publication),
    ("publication date", Field::Date),
    ("date", Field::Date),
    ("body", Field::Body),
    ("full text", Field::Body),
    ("abstract", Field::Head),
    ("correction-date", Field::Head),
    ("dateline", Field::Head),
    ("distribution", Field::Head),
    ("edition", Field::Head),
    ("highlight", Field::Head),
    ("length", Field::Head),
    ("links", Field::Head),
    ("section", Field::Head),
    ("series", Field::Head),
    ("classification", Field::Tail),
    ("company", Field::Tail),
    ("copyright", Field::Tail),
    ("country", Field::Tail),
    ("country of publication", Field::Tail),
    ("credit", Field::Tail),
    ("database", Field::Tail),
    ("document type", Field::Tail),
    ("document url", Field::Tail),
    ("geographic", Field::Tail),
    ("graphic", Field::Tail),
    ("industry", Field::Tail),
    ("issn", Field::Tail),
    ("language", Field::Tail),
    ("language of publication", Field::Tail),
    ("last updated", Field::Tail),
    ("load-date", Field::Tail),
    ("location", Field::Tail),
    ("notes", Field::Tail),
    ("organization", Field::Tail),
    ("pages", Field::Tail),
    ("people", Field::Tail),
    ("person", Field::Tail),
    ("place of publication", Field::Tail),
    ("proquest document id", Field::Tail),
    ("publication subject", Field::Tail),
    ("publication year", Field::Tail),
    ("publication-type", Field::Tail),
    ("publisher", Field::Tail),
    ("source type", Field::Tail),
    ("subject", Field::Tail),
    ("url", Field::Tail),
    ("word count", Field::Tail),
];

/// Factiva's codes at the start of a line.
const CODES: &[(&str, Field)] = &[
    ("HD", Field::Title),
    ("BY", Field::Byline),
    ("SN", Field::Publication),
    ("PD", Field::Date),
    ("LP", Field::Body),
    ("TD", Field::Body),
    ("SE", Field::Head),
    ("CR", Field::Head),
    ("WC", Field::Head),
    ("ET", Field::Head),
    ("SC", Field::Head),
    ("ED", Field::Head),
    ("PG", Field::Head),
    ("VOL", Field::Head),
    ("LA", Field::Head),
    ("CY", Field::Head),
    ("CLM", Field::Head),
    ("ART", Field::Tail),
    ("RF", Field::Tail),
    ("CO", Field::Tail),
    ("IN", Field::Tail),
    ("NS", Field::Tail),
    ("RE", Field::Tail),
    ("IPD", Field::Tail),
    ("IPC", Field::Tail),
    ("PUB", Field::Tail),
    ("AN", Field::Tail),
];

/// The articles of a download; none where the text is something else.
pub fn articles(text: &str) -> Option<Vec<Article>> {
    let documents = documents(text);
    let articles: Vec<Article> = documents.iter().filter_map(|span| Record::read(span.of(text))).collect();
    (!articles.is_empty() && articles.len() * 2 >= documents.len()).then_some(articles)
}

/// What stands between the lines that part documents; none where there is no such line.
fn documents(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = None;
    let mut has_marks = false;
    for line in lines(text) {
        let words = line.of(text).trim();
        let (starts, ends) = (starts_document(words), ends_document(words));
        if starts || ends {
            // What stands over the first one is a list of contents.
            found.extend(start.filter(|_| has_marks || ends).map(|from| Span::new(from, line.start)));
            has_marks = true;
            start = Some(line.end);
        } else if start.is_none() {
            start = Some(line.start);
        }
    }
    if !has_marks {
        return Vec::new();
    }
    found.extend(start.map(|from| Span::new(from, text.len())));
    found.retain(|span| span.of(text).chars().any(char::is_alphanumeric));
    found
}

/// "3 of 25 DOCUMENTS", "Document 3 of 10".
fn starts_document(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(5).collect();
    let is_count = |at: usize| {
        let number = |word: Option<&&str>| word.is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        number(words.get(at)) && words.get(at + 1) == Some(&"of") && number(words.get(at + 2))
    };
    match words.as_slice() {
        [_, _, _, "DOCUMENT" | "DOCUMENTS"] => is_count(0),
        ["Document", _, _, _] => is_count(1),
        _ => false,
    }
}

/// "End of Document", `Document BRIN000020190502ef520000a`.
fn ends_document(line: &str) -> bool {
    let is_number = |word: &str| {
        word.len() >= 16
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && word.bytes().any(|b| b.is_ascii_digit())
    };
    line == "End of Document" || line.strip_prefix("Document ").is_some_and(is_number)
}

/// The lines of a text without their ends; blank ones too.
fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        Span::new(start, start + line.trim_end_matches('\n').len())
    })
}

/// The part of a record that is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Head,
    Body,
    Tail,
}

/// One document, as it is read line by line.
struct Record<'a> {
    text: &'a str,
    metadata: Metadata,
    paragraphs: Vec<Paragraph>,
    /// Lines over the first field, where Nexis has the paper, the day and the headline without names.
    unnamed: Vec<Span>,
    body: Option<Span>,
    fields: usize,
}

impl<'a> Record<'a> {
    /// The article; none where the text is no record.
    fn read(text: &'a str) -> Option<Article> {
        let mut record = Self {
            text,
            metadata: Metadata::default(),
            paragraphs: Vec::new(),
            unnamed: Vec::new(),
            body: None,
            fields: 0,
        };
        record.take_lines();
        record.take_unnamed();
        let body = record.body.filter(|_| record.fields >= LEAST_FIELDS)?;
        let inner = plain::article(body.of(text));
        let moved = |one: &Paragraph| {
            let span = Span::new(one.span.start + body.start, one.span.end + body.start);
            let is_tail = span.of(text).trim_start().to_lowercase().starts_with("copyright ");
            Paragraph { span, role: is_tail.then_some(Role::Furniture) }
        };
        record.paragraphs.extend(inner.paragraphs.iter().map(moved));
        record.paragraphs.sort_by_key(|paragraph| paragraph.span.start);
        Some(Article {
            path: None,
            text: text.into(),
            paragraphs: record.paragraphs,
            styles: Vec::new(),
            metadata: record.metadata,
        })
    }

    fn take_lines(&mut self) {
        let has_body_field = lines(self.text).any(|line| matches!(self.field(line), Some((Field::Body, _))));
        let mut place = Place::Head;
        let mut before_blank = true;
        for line in lines(self.text) {
            let Some(words) = trimmed(self.text, line) else {
                before_blank = true;
                continue;
            };
            let field = self.field(line);
            match (place, field) {
                (Place::Head | Place::Body, Some((Field::Body, value))) => {
                    self.fields += 1;
                    if value.start > words.start {
                        self.paragraphs.push(Paragraph {
                            span: Span::new(
                                words.start,
                                self.text[..value.start].trim_end().len().max(words.start + 1),
                            ),
                            role: Some(Role::Furniture),
                        });
                    }
                    place = Place::Body;
                    self.extend_body(value);
                }
                (Place::Body, Some((Field::Tail, value))) => {
                    place = Place::Tail;
                    self.take_field(Field::Tail, words, value);
                }
                (Place::Head | Place::Tail, Some((field, value))) => self.take_field(field, words, value),
                (Place::Head, None) if self.fields == 0 => self.unnamed.push(words),
                (Place::Head, None) if !before_blank || has_body_field => self.go_on(words),
                (Place::Head, None) => {
                    place = Place::Body;
                    self.extend_body(words);
                }
                (Place::Body, _) => self.extend_body(words),
                (Place::Tail, None) => self.add(words, Role::Furniture),
            }
            before_blank = false;
        }
    }

    /// The field that a line begins with, and what it says.
    fn field(&self, line: Span) -> Option<(Field, Span)> {
        let words = trimmed(self.text, line)?;
        let line = words.of(self.text);
        if let Some((name, value)) = line.split_once(':') {
            let known = FIELDS.iter().find(|(known, _)| name.eq_ignore_ascii_case(known));
            if let Some((_, field)) = known {
                let start = words.end - value.trim_start().len();
                return Some((*field, Span::new(start, words.end)));
            }
        }
        if line.eq_ignore_ascii_case("body") {
            return Some((Field::Body, Span::new(words.end, words.end)));
        }
        let (code, value) = line.split_once([' ', '\t']).unwrap_or((line, ""));
        // A code stands apart from its words, or alone.
        let stands_apart = value.is_empty() || value.starts_with([' ', '\t']) || line.contains('\t');
        let known = CODES.iter().find(|(known, _)| *known == code && stands_apart);
        known.map(|(_, field)| (*field, Span::new(words.end - value.trim_start().len(), words.end)))
    }

    fn take_field(&mut self, field: Field, words: Span, value: Span) {
        self.fields += 1;
        let said = value.of(self.text).trim().to_owned();
        if !said.is_empty() {
            self.note(field, &said);
        }
        let role = match field {
            Field::Title => Role::Title,
            Field::Byline => Role::Byline,
            _ => Role::Furniture,
        };
        // The field's own name is no part of a headline.
        if matches!(role, Role::Title) && !self.has(Role::Title) && !said.is_empty() {
            if value.start > words.start {
                self.add(Span::new(words.start, self.text[..value.start].trim_end().len()), Role::Furniture);
            }
            self.add(value, Role::Title);
        } else {
            self.add(words, if role == Role::Title { Role::Furniture } else { role });
        }
    }

    fn note(&mut self, field: Field, said: &str) {
        let about = &mut self.metadata;
        match field {
            Field::Title if about.title.is_none() => about.title = Some(said.to_owned()),
            Field::Byline if about.byline.is_none() => about.byline = byline(said),
            Field::Publication => {
                let (name, rest) = said.split_once(';').unwrap_or((said, ""));
                let name = name.trim().trim_end_matches('.');
                if about.publication.is_none() && !name.is_empty() && !name.contains("://") {
                    about.publication = Some(name.to_owned());
                }
                about.date = about.date.take().or_else(|| date(rest));
            }
            Field::Date => about.date = about.date.take().or_else(|| date(said)),
            _ => {}
        }
    }

    /// Nexis: paper, day, edition, headline. Nexis Uni: headline, paper, day.
    fn take_unnamed(&mut self) {
        let unnamed = std::mem::take(&mut self.unnamed);
        let words = |at: usize| unnamed.get(at).map(|span| span.of(self.text).to_owned());
        let day = (0..unnamed.len().min(6)).find(|&at| words(at).is_some_and(|line| date(&line).is_some()));
        let title = match day {
            Some(0) | None => None,
            Some(1) => (2..unnamed.len()).rev().find(|&at| !is_notice(unnamed[at].of(self.text))),
            Some(_) => Some(0),
        };
        if let Some(day) = day {
            self.metadata.date = words(day).and_then(|line| date(&line)).or(self.metadata.date.take());
            let paper = day.checked_sub(1).and_then(words);
            self.metadata.publication = self.metadata.publication.take().or(paper);
        }
        let title = title.filter(|_| self.metadata.title.is_none());
        if let Some(title) = title {
            self.metadata.title = words(title);
        }
        for (at, span) in unnamed.iter().enumerate() {
            let role = if Some(at) == title { Role::Title } else { Role::Furniture };
            self.add(*span, role);
        }
    }

    fn has(&self, role: Role) -> bool {
        self.paragraphs.iter().any(|paragraph| paragraph.role == Some(role))
    }

    fn add(&mut self, span: Span, role: Role) {
        if !span.is_empty() {
            self.paragraphs.push(Paragraph { span, role: Some(role) });
        }
    }

    /// A field's value that goes on in the next line.
    fn go_on(&mut self, words: Span) {
        match self.paragraphs.last_mut() {
            Some(last) => last.span = last.span.cover(words),
            None => self.add(words, Role::Furniture),
        }
    }

    fn extend_body(&mut self, words: Span) {
        self.body = Some(self.body.map_or(words, |body| body.cover(words)));
    }
}

/// The line without white space around it; none of a blank one.
fn trimmed(text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    let start = line.start + (words.len() - words.trim_start().len());
    let span = Span::new(start, start + words.trim().len());
    // Rules between records are no words.
    words.chars().any(char::is_alphanumeric).then_some(span)
}

/// The day that a line names, anywhere in it.
fn date(line: &str) -> Option<String> {
    let starts = std::iter::once(0).chain(line.match_indices([' ', '.', ',']).map(|(at, mark)| at + mark.len()));
    starts.filter_map(|start| leading_date(line[start..].trim_start())).map(|date| date.iso).find(|iso| iso.len() == 10)
}

/// "By ADA QUILL and BEN RUSH", "Quill, Ada; Rush, Ben." as names in the order in which they are said.
fn byline(said: &str) -> Option<String> {
    let said =
        said.strip_prefix("By ").or(said.strip_prefix("by ")).unwrap_or(said).trim().trim_end_matches(['.', ';']);
    let turned = |name: &str| match name.trim().split_once(", ") {
        Some((surname, given)) if !given.contains([',', ';']) && !surname.contains(' ') => format!("{given} {surname}"),
        _ => name.trim().to_owned(),
    };
    let names: Vec<String> = said.split(';').map(turned).filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then(|| listed(&names))
}

/// An edition or a notice, and no headline.
fn is_notice(line: &str) -> bool {
    let line = line.to_lowercase();
    ["copyright", "all rights reserved", "edition", "©"].iter().any(|word| line.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(article: &Article) -> Vec<(Option<Role>, &str)> {
        article.paragraphs.iter().map(|one| (one.role, one.span.of(&article.text))).collect()
    }

    fn about(article: &Article) -> [&str; 4] {
        let about = &article.metadata;
        [&about.title, &about.byline, &about.publication, &about.date].map(|one| one.as_deref().unwrap_or(""))
    }

    const NEXIS: &str = "\
                               1 of 2 DOCUMENTS

                               The Brinmouth Echo

                              May 2, 2019 Thursday
                              Late Edition

The Ferry Stays

BYLINE: By ADA QUILL

SECTION: Section A; Pg. 1

LENGTH: 34 words

DATELINE: BRINMOUTH

  The council kept the ferry on Monday, after a night of argument that
filled the gallery twice.

  “We will not be rushed,” said the mayor.

LOAD-DATE: May 2, 2019

LANGUAGE: ENGLISH

                       Copyright 2019 The Brinmouth Echo

                               2 of 2 DOCUMENTS

                               The Harbour Times

                              May 4, 2019 Saturday

A Boat Too Many

BYLINE: By BEN RUSH

LENGTH: 12 words

Nobody asked those who pay for it.

LOAD-DATE: May 4, 2019
";

    #[test]
    fn a_download_of_two_has_two_articles_with_what_they_say_of_themselves() {
        let found = articles(NEXIS).expect("it is a download");
        let all: Vec<_> = found.iter().map(about).collect();
        assert_eq!(
            all,
            [
                ["The Ferry Stays", "ADA QUILL", "The Brinmouth Echo", "2019-05-02"],
                ["A Boat Too Many", "BEN RUSH", "The Harbour Times", "2019-05-04"],
            ]
        );
        let words: Vec<_> = shown(&found[0]).into_iter().filter(|(role, _)| *role != Some(Role::Furniture)).collect();
        assert_eq!(
            words,
            [
                (Some(Role::Title), "The Ferry Stays"),
                (Some(Role::Byline), "BYLINE: By ADA QUILL"),
                (
                    None,
                    "The council kept the ferry on Monday, after a night of argument that\nfilled the gallery twice."
                ),
                (None, "“We will not be rushed,” said the mayor."),
            ]
        );
    }

    #[test]
    fn the_newer_form_has_its_headline_first() {
        let text = "The Ferry Stays\nThe Brinmouth Echo\nMay 2, 2019 Thursday\nCopyright 2019 The Brinmouth Echo\n\n\
                    Section: NEWS\nLength: 34 words\nByline: Ada Quill\nBody\n\nThe council kept the ferry.\n\n\
                    Nobody slept.\n\nLoad-Date: May 2, 2019\n\nEnd of Document\n";
        let found = articles(text).expect("it is a download");
        assert_eq!(about(&found[0]), ["The Ferry Stays", "Ada Quill", "The Brinmouth Echo", "2019-05-02"]);
        let body: Vec<_> = shown(&found[0]).into_iter().filter(|(role, _)| role.is_none()).collect();
        assert_eq!(body, [(None, "The council kept the ferry."), (None, "Nobody slept.")]);
    }

    #[test]
    fn the_form_with_full_text() {
        let text = "____________\n\nDocument 1 of 1\n\nThe Ferry Stays\nAuthor: Quill, Ada; Rush, Ben.\nPublication info: \
                    The Brinmouth Echo ; Brinmouth [Brinmouth]. 02 May 2019: A.1.\nAbstract: A boat.\nFull text: The \
                    council kept the ferry.\nNobody slept.\nSubject: Ferries; Councils\nTitle: The Ferry Stays\n\
                    Publication title: The Brinmouth Echo\nPublication date: May 2, 2019\nDatabase: Papers\n____________\n";
        let found = articles(text).expect("it is a download");
        assert_eq!(about(&found[0]), ["The Ferry Stays", "Ada Quill and Ben Rush", "The Brinmouth Echo", "2019-05-02"]);
        let body: Vec<_> = shown(&found[0]).into_iter().filter(|(role, _)| role.is_none()).collect();
        assert_eq!(body, [(None, "The council kept the ferry."), (None, "Nobody slept.")]);
    }

    #[test]
    fn the_form_with_codes() {
        let text = "HD        The Ferry Stays\nBY        By Ada Quill\nWC        34 words\nPD        2 May 2019\n\
                    SN        The Brinmouth Echo\n\nLP\nThe council kept the ferry.\n\nTD\nNobody slept.\n\n\
                    NS        Ferries\nAN        Document BRIN000020190502ef520000a\n\nDocument BRIN000020190502ef520000a\n";
        let found = articles(text).expect("it is a download");
        assert_eq!(about(&found[0]), ["The Ferry Stays", "Ada Quill", "The Brinmouth Echo", "2019-05-02"]);
    }

    #[test]
    fn an_article_that_speaks_of_documents_is_none() {
        assert!(articles("The leak\n\nThey read 3 of 25 DOCUMENTS in a night.\n\nSection: none.\n").is_none());
        assert!(articles("End of Document\n\nSo it ended.\n").is_none());
    }
}
