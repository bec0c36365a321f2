//! Pairs of short texts: which figures are linked, and what is said of them.

use crate::comparing::vocabulary::Vocabulary;
use crate::comparing::{Read, similarity, sources};
use crate::model::{Link, Relation, Sides};
use crate::reading::{self, testing::article};

const BEFORE: &str = "The market opens at six, and by seven the stalls along the quay are full of pears and bread.";
const BEHIND: &str = "Nobody in the valley remembers a winter with so little snow on the northern slopes.";

fn facts(left: &str, right: &str) -> Vec<Link> {
    let articles = Sides::new(article(&format!("{BEFORE}\n\n{left}")), article(&format!("{right}\n\n{BEHIND}")));
    let readings = articles.as_ref().map(reading::read);
    let sides = Sides::new(
        Read { article: &articles.left, reading: &readings.left },
        Read { article: &articles.right, reading: &readings.right },
    );
    let vocabulary = Vocabulary::of(sides);
    let meanings = similarity::Meanings::of(&vocabulary, sides);
    super::link(sides, &vocabulary, &similarity::ties(&vocabulary, &meanings, sides, &sources::unify(sides)))
}

fn check(left: &str, right: &str, relation: Relation) -> Link {
    let found = facts(left, right);
    let hit = found.iter().find(|link| link.relation == Some(relation));
    hit.unwrap_or_else(|| panic!("{left} | {right}: {found:#?}")).clone()
}

#[test]
fn one_figure_in_other_words_is_the_same() {
    for (left, right) in [
        ("Rents rose for 40 percent of the tenants.", "Four in ten tenants pay a higher rent than before."),
        ("Two in five tenants pay more rent.", "Rent went up for 40 percent of tenants in the terraces."),
        ("The board asked for a 9 percent rise in fares.", "The nine percent rise in fares was refused."),
        ("The new boiler cost $612,450.", "A bill of $612,450 lies on the treasurer's desk."),
        ("The boiler house cost $612,450.", "The boiler house came to over six hundred thousand dollars."),
        ("The boiler is worth nearly $600,000 to them.", "For the insurers the boiler is worth $587,300."),
        ("Some 600,000 herring were landed at Tarn.", "At Tarn 612,450 herring were landed."),
        ("A third of the wells ran dry.", "Of the wells, 33 percent ran dry."),
        ("Half of the orchard was lost to frost.", "Frost took 50 percent of the orchard."),
    ] {
        let link = check(left, right, Relation::Same);
        assert!(link.details.is_empty() && link.why.starts_with("Both "), "{link:?}");
    }
}

#[test]
fn both_ways_of_writing_stand_in_the_reason() {
    let link = check("Four in ten tenants pay more rent.", "Rent went up for 40 percent of tenants.", Relation::Same);
    assert_eq!(link.why, "Both give the figure: “Four in ten” on the left, “40 percent of tenants” on the right.");
}

#[test]
fn two_figures_of_one_thing_differ_without_a_contradiction() {
    let link = check(
        "The allotments by the canal have 14 greenhouses with tomatoes in them.",
        "There are 19 greenhouses in the allotments by the canal, all with tomatoes.",
        Relation::DifferentFigure,
    );
    assert_eq!(link.details, [Sides::new("14 greenhouses".to_owned(), "19 greenhouses".to_owned())]);
    assert!(!link.whole_reason().contains("contradict"), "{}", link.whole_reason());
}

#[test]
fn one_number_of_other_things_is_no_fact() {
    for (left, right) in [
        ("Rents rose for 40 percent of the tenants.", "The reservoir is down to 40 percent of its depth."),
        ("Two dozen geese crossed the road.", "The choir has 24 members."),
        ("It took them three years to mend the bridge.", "She was mayor for three years."),
        ("Half of the orchard was lost to frost.", "Half of the choir sings alto."),
        ("They sold 1,000 candles.", "The parish has 1,000 souls."),
        ("The tower has 100 steps.", "There were 100 guests."),
        ("The pool closed on March 4.", "My aunt was born on March 4."),
        ("The boiler cost about $600,000.", "The bridge will need some $580,000."),
    ] {
        assert_eq!(facts(left, right), Vec::new(), "{left} | {right}");
    }
}
