use super::*;

const MILL: &str = "The mill has stood by the weir since 1841, and nobody has asked the river about it.\n\n\
    “We have time,” said Marion Vale, the chair of the council. Nobody in the room agreed with her.\n\n\
    The roof leaks. The wheel stands still. The owner, Tobias Rook, pays for neither of the two.\n\n\
    “We have time,” said Ada Fenn, who has none. Nobody in the street agreed with her.\n\n\
    In August the gauge below the bridge showed less water than in any summer before.";

fn place(old: &str, new: &str, words: &str) -> Option<String> {
    let start = old.find(words).expect("the words are in the old text");
    place_at(old, new, Span::new(start, start + words.len()))
}

fn place_at(old: &str, new: &str, span: Span) -> Option<String> {
    Anchors::new(old, new).place(span).map(|place| place.of(new).to_owned())
}

fn check(new: &str, words: &str, expected: Option<&str>) {
    assert_eq!(place(MILL, new, words).as_deref(), expected, "{words}");
}

#[test]
fn words_that_stay_are_found_again_with_their_marks() {
    let new =
        MILL.replace("1841", "1839").replace("“We have time,” said Marion", "Early on: “We have time,” said Marion");
    check(&new, "The roof leaks.", Some("The roof leaks."));
    check(&new, "“We have time,” said Marion Vale", Some("“We have time,” said Marion Vale"));
    check(&new, "Rook", Some("Rook"));
    check(&new, "oof lea", Some("oof lea"));
}

#[test]
fn changed_words_are_taken_for_those_that_they_took_the_place_of() {
    let new = MILL.replace("any summer before", "any winter before");
    check(&new, "less water than in any summer", Some("less water than in any winter"));
    let new = MILL.replace("The owner, Tobias", "Its present owner, Tobias");
    check(&new, "owner, Tobias Rook, pays", Some("owner, Tobias Rook, pays"));
    let new = MILL.replace("has stood by", "has quietly stood, unloved, by");
    check(&new, "has stood by the weir", Some("has quietly stood, unloved, by the weir"));
}

#[test]
fn a_deleted_passage_is_nowhere() {
    let new = MILL.replace(" The wheel stands still.", "");
    check(&new, "The wheel stands still.", None);
    check(&new, "The roof leaks.", Some("The roof leaks."));
    check("Quite another text about a bridge.", "The roof leaks.", None);
    check("", "The roof leaks.", None);
}

#[test]
fn of_a_repeated_sentence_the_one_that_is_meant_is_found_or_none() {
    // The first of the two goes: what is left is the second.
    let new = MILL.replacen("“We have time,” said Marion Vale, the chair of the council.", "", 1);
    check(&new, "“We have time,”", None);
    let second = MILL.rfind("“We have time,”").expect("it is said twice");
    let words = place_at(MILL, &new, Span::new(second, second + "“We have time,”".len()));
    assert_eq!(words.as_deref(), Some("“We have time,”"));
    // Twice in a row and once in the new text: nobody can tell which.
    let old = "He stood up. Enough is enough. Enough is enough. He left.";
    assert_eq!(place(old, "He stood up. Enough is enough. He left.", "Enough is enough."), None);
}

#[test]
fn a_paragraph_that_was_moved_is_found_where_it_went() {
    let paragraphs: Vec<&str> = MILL.split("\n\n").collect();
    let order = [2, 0, 4, 1, 3];
    let new = order.map(|index| paragraphs[index]).join("\n\n");
    for words in ["The roof leaks.", "Tobias Rook", "the gauge below the bridge", "nobody has asked the river"] {
        check(&new, words, Some(words));
    }
    // Two paragraphs that are neighbours no more.
    check(&new, "neither of the two.\n\n“We have time,” said Ada Fenn", None);
}

#[test]
fn other_scripts_and_texts_without_words_do_no_harm() {
    let old = "河は動く。水車は止まっている。町は考える。";
    assert_eq!(
        place(old, "春、河は動く。水車は止まっている。町は考える。", "水車は止まっている").as_deref(),
        Some("水車は止まっている")
    );
    assert_eq!(place("… — !", "… !", "—"), None);
    assert_eq!(Anchors::new("", "").place(Span::new(0, 0)), None);
}
