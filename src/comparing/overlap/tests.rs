//! What a reader would notice, on made texts.

use super::*;

fn found(left: &str, right: &str) -> Vec<(String, String)> {
    find(left, right, &Settings::default())
        .iter()
        .map(|passage| (passage.spans.left.of(left).to_owned(), passage.spans.right.of(right).to_owned()))
        .collect()
}

fn check(left: &str, right: &str, expected: &[(&str, &str)]) {
    let found = found(left, right);
    let found: Vec<_> = found.iter().map(|(left, right)| (left.as_str(), right.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_run_of_eight_common_words_is_found_with_exact_ends() {
    check(
        "Nobody knew what to do with the rest of it, she wrote.",
        "Ask them what to do with the rest of it and wait.",
        &[("what to do with the rest of it", "what to do with the rest of it")],
    );
}

#[test]
fn nothing_in_common_gives_nothing() {
    check("The harbour froze in March.", "Our orchard has nine trees.", &[]);
    check("", "words", &[]);
}

#[test]
fn changed_dropped_and_inserted_words_stay_one_passage() {
    check(
        "The mayor of Ostrava Falls told the council that the old ferry would cross the lake again before winter comes.",
        "In the spring the mayor of Ostrava Falls told a council that the ferry would surely cross the lake again before the winter comes.",
        &[(
            "The mayor of Ostrava Falls told the council that the old ferry would cross the lake again before winter comes",
            "the mayor of Ostrava Falls told a council that the ferry would surely cross the lake again before the winter comes",
        )],
    );
}

#[test]
fn moved_sentences_are_two_passages() {
    let first = "Seven herons nested behind the abandoned cannery that year";
    let second = "the keeper counted every egg twice and wrote the sum in chalk";
    let passages = found(&format!("{first}; {second}."), &format!("Later {second}, while {first}."));
    assert_eq!(passages.len(), 2);
    assert_eq!(passages[0].0, first);
    assert_eq!(passages[1].0, second);
}

#[test]
fn a_passage_used_twice_is_found_twice() {
    let said = "Seven herons nested behind the abandoned cannery that year";
    let passages = found(said, &format!("{said}, he began. Then, much later and in another voice: {said}."));
    assert_eq!(passages.len(), 2);
}

#[test]
fn typography_makes_no_difference() {
    let left = "“We can’t re\u{AD}build the well-known ﬁsh market at 45%,” she said.";
    let right = "\"We can't rebuild the WELL KNOWN fish market at 45 per cent\", she said.";
    let passages = find(left, right, &Settings::default());
    assert_eq!(passages.len(), 1);
    assert!(passages[0].is_exact(), "{passages:?}");
}

#[test]
fn an_article_shares_all_of_itself() {
    let text = "The harbour froze in March. Nobody had seen that before. Children walked to the lighthouse.";
    check(text, text, &[(text.trim_end_matches('.'), text.trim_end_matches('.'))]);
}
