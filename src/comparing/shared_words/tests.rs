//! Links on readings made by hand.

use super::*;
use crate::model::{Article, Attribution, Paragraph, QuotationKind, Reading, Role, SourceKind, SourceSide};

/// A one-paragraph article; what stands between « and » is quoted.
fn read(text: &str) -> (Article, Reading) {
    let mut plain = String::new();
    let mut quotations = Vec::new();
    let mut start = 0;
    for character in text.chars() {
        match character {
            '«' => start = plain.len(),
            '»' => quotations.push(Quotation {
                spans: vec![Span::new(start, plain.len())],
                kind: QuotationKind::Direct,
                attribution: Attribution::default(),
            }),
            other => plain.push(other),
        }
    }
    let span = Span::new(0, plain.len());
    let article =
        Article { text: plain.into(), paragraphs: vec![Paragraph { span, role: None }], ..Article::default() };
    (article, Reading { roles: vec![Role::Body], quotations, ..Reading::default() })
}

fn links(left: &str, right: &str, sources: &[Source]) -> Vec<Link> {
    links_beside(left, right, sources, &[])
}

fn links_beside(left: &str, right: &str, sources: &[Source], events: &[Link]) -> Vec<Link> {
    let (left, right) = (read(left), read(right));
    let sides = Sides::new(&left, &right).map(|side| Read { article: &side.0, reading: &side.1 });
    link(sides, sources, events, &Settings::default())
}

/// An event told at the beginning of both articles.
fn event(label: &str) -> Link {
    let spans = Sides::new(Span::new(0, 100), Span::new(0, 100));
    Link { label: label.to_owned(), ..Link::new(LinkKind::Event, spans) }
}

fn speaker(name: &str, left: Vec<usize>, right: Vec<usize>) -> Source {
    let side = |quotations| SourceSide { quotations, ..SourceSide::default() };
    Source {
        name: name.to_owned(),
        kind: SourceKind::Person,
        sides: Sides::new(side(left), side(right)),
        confidence: 1.0,
        why: String::new(),
    }
}

#[test]
fn one_utterance_quoted_in_both_is_tied_to_its_speaker() {
    let found = links(
        "“«We counted every heron on the lake before we signed»,” Ada Lunt wrote.",
        "Lunt: “«We counted every heron on the lake … before we signed the lease»”.",
        &[speaker("Ada Lunt", vec![0], vec![0])],
    );
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].kind, LinkKind::Quotation);
    assert_eq!(found[0].source, Some(0));
    assert_eq!(found[0].wording, Some(Wording::Same));
    assert_eq!(found[0].why, "Both quote Ada Lunt: 10 words in a row.");
}

#[test]
fn few_words_count_where_both_tell_one_event() {
    let left = "The ferry sank in March, on a calm night, off Lunt Point.";
    let right = "Nobody drowned when on a calm night the boat went down.";
    assert!(links(left, right, &[]).is_empty());
    let found = links_beside(left, right, &[], &[event("Sinking: ferry, barge")]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].kind, LinkKind::Text);
    assert_eq!(found[0].label, "on a calm night");
    assert_eq!(found[0].why, "4 words in a row, in both tellings of one event (Sinking: ferry, barge).");
}

#[test]
fn one_side_may_have_the_few_words_a_sentence_after_the_event() {
    let left = "The ferry sank in March, on a calm night, off Lunt Point.";
    let sentence =
        "A barge ran into the ferry of Lunt Point in March, as a pilot said, and the ferry sank with nobody on board.";
    let right = format!("{sentence} It was on a calm night.");
    let found = links_beside(left, &right, &[], &[event("Sinking: ferry, barge")]);
    assert_eq!(found.iter().map(|link| link.label.as_str()).collect::<Vec<_>>(), ["on a calm night"]);
}

#[test]
fn what_one_side_leaves_out_is_told() {
    let found = links(
        "“«We counted every heron on the lake … before we signed»,” Ada Lunt wrote.",
        "“«We counted every heron on the lake, with respect, before we signed»,” Lunt said.",
        &[speaker("Ada Lunt", vec![0], vec![0])],
    );
    assert_eq!(found[0].wording, Some(Wording::Elided));
    assert_eq!(found[0].why, "Both quote Ada Lunt: 10 words agree; the left leaves out “with respect”.");
}

#[test]
fn two_speakers_of_one_utterance_are_both_named() {
    let found = links(
        "“«We counted every heron on the lake before we signed»,” Ada Lunt wrote.",
        "“«We counted every heron on the lake before we signed»,” Otto Brandt said.",
        &[speaker("Ada Lunt", vec![0], vec![]), speaker("Otto Brandt", vec![], vec![0])],
    );
    assert_eq!(found[0].source, None);
    assert!(found[0].why.starts_with("Quoted in both, given to Ada Lunt on the left and to Otto Brandt on the right:"));
}

#[test]
fn words_printed_without_marks_are_text() {
    let found = links(
        "“«We counted every heron on the lake before we signed»,” Ada Lunt wrote.",
        "We counted every heron on the lake before we signed the lease of the mill.",
        &[],
    );
    assert_eq!(found[0].kind, LinkKind::Text);
    assert_eq!(found[0].why, "Quoted on the left, printed on the right without marks: 10 words in a row.");
}

#[test]
fn different_utterances_of_one_speaker_are_no_link_of_words() {
    let found = links(
        "“«We counted every heron on the lake»,” Ada Lunt wrote.",
        "“«Nobody sold me a mill»,” Ada Lunt said.",
        &[speaker("Ada Lunt", vec![0], vec![0])],
    );
    assert_eq!(found, []);
}

#[test]
fn a_short_quotation_of_rare_words_is_a_link_and_stock_phrases_are_none() {
    let both =
        links("It was “«gilded herring diplomacy»,” she said.", "He spoke of “«gilded herring diplomacy»” too.", &[]);
    assert_eq!(both.len(), 1);
    let stock = links(
        "At the end of the day the people of the town want to be heard, as well as fed.",
        "Here people of the town gather. One of the things he said at the end of it: as well as can be.",
        &[],
    );
    assert_eq!(stock, []);
}

#[test]
fn a_telling_sentence_stands_before_a_common_one() {
    let telling = "Surveyors found cadmium beneath the abandoned tannery";
    let common = "what we have to do is to make it so that they can get there";
    let found = links(&format!("{common}. Then, {telling}."), &format!("Well: {telling}! And {common} now."), &[]);
    assert_eq!(found.len(), 2);
    assert!(found[0].label.starts_with("Surveyors"), "{found:?}");
}

#[test]
fn the_writers_words_between_two_parts_of_a_speech_are_not_the_speakers() {
    let found = links(
        "“«We counted every heron on the lake»,” Lunt said Monday. “«The reeds were all cut down in the spring».”",
        "“«We counted every heron on the lake»,” Lunt told a rally. “«The reeds were all cut down in the spring».”",
        &[speaker("Ada Lunt", vec![0, 1], vec![0, 1])],
    );
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].kind, found[0].source), (LinkKind::Quotation, Some(0)));
    assert_eq!(found[0].wording, Some(Wording::Same));
    assert_eq!(found[0].why, "Both quote Ada Lunt: 16 words in a row.");
}

#[test]
fn an_event_is_named_only_where_the_words_alone_were_too_few() {
    let words = "A calm night had settled on the harbour when the ferry struck a sunken barge and rolled.";
    let found = links_beside(words, words, &[], &[event("Sinking: ferry, barge")]);
    assert_eq!(found[0].why, "17 words in a row.");
}
