//! Downloads of newspaper databases: one text with many articles, each under a head of fields.
//!
//! Nexis ("3 of 25 DOCUMENTS", `BYLINE:`, `LENGTH:`), Nexis Uni ("End of Document"), `ProQuest` ("Document 3 of 10",
//! "Full text:") and Factiva (`HD`, `LP`, `TD`) write them so. All words are kept; the fields around an article get
//! roles by which they are folded away, and say what the article is.

mod fields;
mod record;

use crate::model::{Article, Span, Styled};
use record::Record;

/// The articles of a download; none where the text is something else.
pub fn articles(text: &str) -> Option<Vec<Article>> {
    records(text, |article, _| article)
}

/// The articles of a download that came as a document, each with the looks and headings that it has there; the document
/// itself where it is something else.
pub fn parted(whole: Article) -> Vec<Article> {
    let text = whole.text.clone();
    records(&text, |article, place| with_looks(article, &whole, place)).unwrap_or_else(|| vec![whole])
}

/// The documents of a text that are records; none where fewer than half of them are.
fn records(text: &str, finished: impl Fn(Article, Span) -> Article) -> Option<Vec<Article>> {
    let documents = documents(text);
    let read = |place: &Span| Record::read(place.of(text)).map(|article| finished(article, *place));
    let articles: Vec<Article> = documents.iter().filter_map(read).collect();
    (!articles.is_empty() && articles.len() * 2 >= documents.len()).then_some(articles)
}

fn with_looks(mut article: Article, whole: &Article, place: Span) -> Article {
    let moved = |span: Span| Span::new(span.start - place.start, span.end - place.start);
    // Both stand in order of place.
    let styles = &whole.styles[whole.styles.partition_point(|one| one.span.start < place.start)..];
    let styles = styles.iter().take_while(|one| one.span.start < place.end).filter(|one| one.span.end <= place.end);
    article.styles = styles.map(|one| Styled { span: moved(one.span), style: one.style }).collect();
    let paragraphs = &whole.paragraphs[whole.paragraphs.partition_point(|one| one.span.start < place.start)..];
    let paragraphs = paragraphs.iter().take_while(|one| one.span.end <= place.end);
    let mut roles = paragraphs.map(|one| (moved(one.span), one.role)).peekable();
    for paragraph in article.paragraphs.iter_mut().filter(|paragraph| paragraph.role.is_none()) {
        while roles.next_if(|(span, _)| span.start < paragraph.span.start).is_some() {}
        paragraph.role =
            roles.peek().filter(|(span, _)| span.start == paragraph.span.start).and_then(|(_, role)| *role);
    }
    article
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
    if let Some(first) = found.first_mut() {
        first.start = end_of_list(text, *first);
    }
    found.retain(|span| span.of(text).chars().any(char::is_alphanumeric));
    found
}

/// Where the first document begins: below the list of those that were taken ("Documents (3)", "1. The Ferry Stays"), at
/// its title.
fn end_of_list(text: &str, first: Span) -> usize {
    let words = |line: &Span| line.of(text).trim();
    let is_list = |line: &Span| {
        let count = words(line).strip_prefix("Documents (").and_then(|rest| rest.strip_suffix(')'));
        count.is_some_and(|count| !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let inside = || lines(text).skip_while(|line| line.start < first.start).take_while(|line| line.end <= first.end);
    let listed = inside().skip_while(|line| !is_list(line)).skip(1).find(|line| !words(line).is_empty());
    let Some(listed) = listed else { return first.start };
    let title = words(&listed).trim_start_matches("1.").trim();
    // A PDF sets what follows in the list on the same line.
    let is_title = |line: &Span| words(line) == title || (words(line).len() >= 8 && title.starts_with(words(line)));
    let mut below = inside().skip_while(|line| line.start <= listed.start);
    below.find(|line| !title.is_empty() && is_title(line)).map_or(first.start, |line| line.start)
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
    // Behind the code of its field, where a table was set with tabs.
    let line = line.strip_prefix("AN").filter(|rest| rest.starts_with([' ', '\t'])).map_or(line, str::trim_start);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Role;

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
