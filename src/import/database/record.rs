//! One document of a download: its head of fields, the article's words, the fields below.

use super::super::plain;
use super::fields::{CODES, FIELDS, Field};
use super::lines;
use crate::model::{Article, Metadata, Paragraph, Role, Span, leading_date, listed};

/// A record has at least so many fields that are known; prose that merely looks like one line of it has fewer.
const LEAST_FIELDS: usize = 2;

/// The part of a record that is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Head,
    Body,
    Tail,
}

/// One document, as it is read line by line.
pub struct Record<'a> {
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
    pub fn read(text: &'a str) -> Option<Article> {
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
        let inner = inner.paragraphs.iter().map(moved).flat_map(|one| record.without_labels(one)).collect::<Vec<_>>();
        record.paragraphs.extend(inner);
        record.paragraphs.sort_by_key(|paragraph| paragraph.span.start);
        Some(Article {
            path: None,
            text: text.into(),
            paragraphs: record.paragraphs,
            styles: Vec::new(),
            metadata: record.metadata,
        })
    }

    /// What is left of a paragraph of the body beside the names of fields that stand in it.
    fn without_labels(&self, one: Paragraph) -> Vec<Paragraph> {
        let mut left = Vec::new();
        let mut start = one.span.start;
        let labels = self.paragraphs.iter().map(|label| label.span).filter(|label| one.span.overlaps(*label));
        for label in labels.chain([Span::new(one.span.end, one.span.end)]) {
            left.extend(trimmed(self.text, Span::new(start, label.start.max(start))));
            start = start.max(label.end);
        }
        left.into_iter().map(|span| Paragraph { span, ..one }).collect()
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
                        self.add(Span::new(words.start, self.text[..value.start].trim_end().len()), Role::Furniture);
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

    /// Nexis: paper, day, edition, headline. Nexis Uni: headline, paper, day. `ProQuest`: headline.
    fn take_unnamed(&mut self) {
        let unnamed = std::mem::take(&mut self.unnamed);
        let words = |at: usize| unnamed.get(at).map(|span| span.of(self.text).to_owned());
        let day = (0..unnamed.len().min(6)).find(|&at| words(at).is_some_and(|line| date(&line).is_some()));
        let title = match day {
            // ProQuest: the headline alone, what follows is named.
            None => Some(0).filter(|_| unnamed.len() == 1 && !is_notice(unnamed[0].of(self.text))),
            Some(0) => None,
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
