use super::super::super::Read;
use super::*;
use crate::model::{Article, Paragraph, Role, Sides, Span};

/// The phrases of a made paragraph, as they would be written.
fn found(text: &str) -> Vec<String> {
    let paragraph = Paragraph { span: Span::new(0, text.len()), role: Some(Role::Body) };
    let article = Article { text: text.into(), paragraphs: vec![paragraph], ..Article::default() };
    let reading = crate::reading::read(&article);
    let read = Read { article: &article, reading: &reading };
    let vocabulary = Vocabulary::of(Sides::new(read, read));
    phrases(text, &vocabulary, Side::Left, 0, &|_| true).into_iter().map(|phrase| phrase.words).collect()
}

fn check(text: &str, wanted: &[&str], unwanted: &[&str]) {
    let found = found(text);
    for phrase in wanted {
        assert!(found.iter().any(|own| own == phrase), "“{phrase}” is not in {found:?}");
    }
    for phrase in unwanted {
        assert!(!found.iter().any(|own| own == phrase), "“{phrase}” is in {found:?}");
    }
}

#[test]
fn nouns_come_with_their_complements() {
    check(
        "The council warned of fear of eviction and of cooperation with the harbour police.",
        &["fear of eviction", "cooperation with harbour police"],
        &["fear of cooperation", "with the harbour police"],
    );
}

#[test]
fn somebody_and_how_they_stand_lose_their_be() {
    check(
        "Many tenants are afraid to come forward. The fishermen were hesitant to cooperate.",
        &["tenants afraid to come forward", "fishermen hesitant to cooperate"],
        &[],
    );
}

#[test]
fn what_is_denied_is_no_clause() {
    check("The tenants are not afraid to come forward.", &[], &["tenants afraid to come forward"]);
}

#[test]
fn verbs_with_objects_turn_to_ing() {
    check(
        "They report leaks to the board and protect a tenant from harm.",
        &["reporting leaks", "protecting tenants"],
        &["protecting tenant", "protecting a tenant"],
    );
}

#[test]
fn a_noun_that_belongs_to_what_follows_ends_no_phrase() {
    check("They sought police or medical services in town.", &["medical services"], &["seeking police"]);
}

#[test]
fn somebody_and_a_verb_are_no_noun_phrase() {
    check("Travellers fear storms.", &[], &["travellers fear"]);
}

#[test]
fn lists_of_two_agree_in_number() {
    check("The paper reports on leaks and storms.", &["leaks and storms"], &["storms and leaks"]);
}

#[test]
fn an_adjective_that_may_be_a_verb_does_nothing() {
    check(
        "The town wants clean air, and the rank-and-file members of the Clean Harbour Club won a narrow vote.",
        &["clean air"],
        &["cleaning air", "filing members", "cleaning Harbour Club"],
    );
}
