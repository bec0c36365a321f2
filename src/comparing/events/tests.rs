//! Pairs of short texts: whether they tell of one happening, and what is said of it.

use crate::comparing::{Read, compare};
use crate::model::{Article, Link, LinkKind, Metadata, Paragraph, Sides, Span};
use crate::reading;

/// Prose around a happening, so that its words are not the whole article.
const BEFORE: &str = "The market opens at six, and by seven the stalls along the quay are full of pears and bread.";
const BEHIND: &str = "In the evening the choir rehearses in the old granary, and anyone may come in and listen.";

fn article(text: &str, date: &str) -> Article {
    let mut at = 0;
    let mut paragraphs = Vec::new();
    for words in text.split("\n\n") {
        paragraphs.push(Paragraph { span: Span::new(at, at + words.len()), role: None });
        at += words.len() + 2;
    }
    let metadata = Metadata { date: Some(date.to_owned()), ..Metadata::default() };
    Article { text: text.into(), paragraphs, metadata, ..Article::default() }
}

fn events(left: &str, right: &str) -> Vec<Link> {
    let articles = Sides::new(
        article(&format!("{BEFORE}\n\n{left}\n\n{BEHIND}"), "2014-02-14"),
        article(&format!("{right}\n\nNobody in the valley remembers a winter with so little snow."), "2014-02-20"),
    );
    let readings = articles.as_ref().map(reading::read);
    let comparison = compare(Sides::new(
        Read { article: &articles.left, reading: &readings.left },
        Read { article: &articles.right, reading: &readings.right },
    ));
    comparison.links.into_iter().filter(|link| link.kind == LinkKind::Event).collect()
}

fn check(left: &str, right: &str, sort: &str) -> Link {
    let found = events(left, right);
    assert_eq!(found.len(), 1, "{left} | {right}: {found:#?}");
    assert!(found[0].why.contains(sort), "{}", found[0].why);
    found[0].clone()
}

fn check_none(left: &str, right: &str) {
    let found = events(left, right);
    assert_eq!(found, Vec::new(), "{left} | {right}");
}

#[test]
fn a_vote_in_other_words_on_one_day() {
    let link = check(
        "On Feb. 11 the council voted 7-2 to close the Marrow Street library and sell its cellar.",
        "It was on the eleventh of February that councillors approved shutting the library on Marrow Street, by seven \
votes to two.",
        "a vote",
    );
    assert!(link.details.iter().all(|said| !said.left.contains("Feb")), "{link:#?}");
}

#[test]
fn a_weekday_is_a_day_of_the_week_before_publication() {
    check(
        "The old grain elevator at Dunmore collapsed on Tuesday, and dust hung over the sidings.",
        "On February 11 the grain elevator fell, burying two railcars and the sidings in dust.",
        "a collapse",
    );
}

#[test]
fn who_steps_down_resigns() {
    check(
        "Headteacher Orla Vance resigned after the inspectors had left.",
        "Ms. Vance had promised to stay. Orla Vance stepped down before the spring, and nobody asked why.",
        "a resignation",
    );
}

#[test]
fn happenings_of_many_sorts_are_found_in_other_words() {
    for (left, right, sort) in [
        (
            "Nurses at the Corrin infirmary walked out on Feb. 10 over broken ventilators.",
            "The walkout of the nurses at Corrin began on 10 February; the ventilators still do not work.",
            "a strike",
        ),
        (
            "The ferry Isobel sank off Tarn Head on Sunday with 31 passengers; a trawler picked them up.",
            "When the Isobel went down the trawler was near. The ferry sank on Feb. 9 with 31 passengers aboard.",
            "a sinking",
        ),
        (
            "A fire destroyed the Bramwell tannery on the night of Feb. 3, and the river ran brown with dye.",
            "On the third of February the tannery blazed until morning, and dye ran into the river.",
            "a fire",
        ),
        (
            "Judge Petra Lomax ruled last Thursday that the quarry may not blast near the badger sett.",
            "The quarry has lost. Judge Lomax upheld the complaint on Feb. 6: no blast within sight of the sett.",
            "a ruling",
        ),
        (
            "Rovers won the county shield on Saturday, beating Halden 3-1 in the mud.",
            "Halden lost the shield 3-1 on Feb. 8 in mud up to the ankles, and Rovers won it for once.",
            "a win",
        ),
        (
            "The dairy bought the Fenwick creamery in January for $612,450 and kept its churns.",
            "For $612,450 the creamery at Fenwick was sold to the dairy, churns and all.",
            "a purchase",
        ),
    ] {
        check(left, right, sort);
    }
}

#[test]
fn two_happenings_of_one_sort_are_two() {
    for (left, right) in [
        (
            "On Feb. 11 the council voted to close the Marrow Street library.",
            "On March 4 the council voted to close the swimming baths.",
        ),
        (
            "The council voted in February 2013 to close the Marrow Street library for good.",
            "The council voted in February 2014 to close the Marrow Street library on Sundays.",
        ),
        (
            "A grain elevator collapsed on Tuesday in Ohio, and dust hung over the sidings.",
            "A grain elevator collapsed on Tuesday in Texas, and dust hung over the sidings.",
        ),
        (
            "Nurses at the Corrin infirmary walked out over broken ventilators.",
            "Drivers of the night buses went on strike over unpaid hours.",
        ),
        ("Orla Vance resigned after the inspectors had left.", "Orla Vance would not resign, whatever they said."),
        (
            "Three men were arrested in the car park with a crate of copper wire.",
            "A woman was arrested at the airport with a false passport.",
        ),
        ("The mill closed in the winter.", "The pub closed for the night."),
    ] {
        check_none(left, right);
    }
}
