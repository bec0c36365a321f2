//! Made cases for the verdicts, each kind alone and mixed. The left is what one article quotes, the right what the
//! other does or prints.

use super::ChangeKind::{Added, Altered, Bracketed, Case, Dropped, Elided, Spelling};
use super::*;

type Expected<'a> = &'a [(ChangeKind, &'a str, &'a str)];

#[track_caller]
fn differ(left: &str, right: &str, wording: Wording, expected: Expected<'_>) {
    let verdict = compare(left, right);
    let found: Vec<_> =
        verdict.changes.iter().map(|change| (change.kind, change.left.of(left), change.right.of(right))).collect();
    assert_eq!(found, expected, "{left} | {right}");
    assert_eq!(verdict.wording, wording, "{left} | {right}");
    // Seen from the other side it is the same verdict.
    assert_eq!(compare(right, left).wording, wording, "{right} | {left}");
}

#[track_caller]
fn same(left: &str, right: &str) {
    differ(left, right, Wording::Same, &[]);
}

const FERRY: &str = "The old ferry will cross the lake again before winter comes";

#[test]
fn same_words() {
    same(FERRY, FERRY);
    same("We won’t sell the mill", "We won't sell the mill");
    same("We will stay", "We will stay,");
    same("a well-known boat", "a well known boat");
    same("the boats – all of them – sank", "the boats—all of them—sank");
    same("“Stay,” she told us, “or go”", "\"Stay,\" she told us, \"or go\"");
    same("the mayor re\u{AD}fused to go", "the mayor refused to go");
    same("the ﬁsh market burned", "the fish market burned");
    same("the\u{A0}ferry\nwill  cross", "the ferry will cross");
    same("the ferry, the old one, sank", "the ferry the old one sank");
    same("He said ‘never again’ to me", "He said “never again” to me");
}

#[test]
fn marks_that_differ_are_told() {
    assert!(compare("the ferry, the old one, sank", "the ferry the old one sank").marks_differ);
    assert!(compare("We sank. We swam.", "We sank; we swam.").marks_differ);
    assert!(!compare("He said ‘never again’ to me", "He said 'never again' to me").marks_differ);
    assert!(!compare("all of them – sank", "all of them — sank").marks_differ);
}

#[test]
fn capitals_and_spelling() {
    differ(
        "The Ferry will cross",
        "the ferry will cross",
        Wording::Same,
        &[(Case, "The", "the"), (Case, "Ferry", "ferry")],
    );
    differ(
        "WE WILL NOT GO",
        "we will not go",
        Wording::Same,
        &[(Case, "WE", "we"), (Case, "WILL", "will"), (Case, "NOT", "not"), (Case, "GO", "go")],
    );
    differ(
        "the colour of the harbour",
        "the color of the harbor",
        Wording::Same,
        &[(Spelling, "colour", "color"), (Spelling, "harbour", "harbor")],
    );
    differ("twenty-three boats sank", "23 boats sank", Wording::Same, &[(Spelling, "twenty-three", "23")]);
    differ("45% of the boats", "45 percent of the boats", Wording::Same, &[(Spelling, "%", "percent")]);
    differ("the café on the pier", "the cafe on the pier", Wording::Same, &[(Spelling, "café", "cafe")]);
    same("the U.S. fleet sailed", "the US fleet sailed");
    differ("We organise the race", "We organize the race", Wording::Same, &[(Spelling, "organise", "organize")]);
    differ("1,200 boats came in", "1200 boats came in", Wording::Same, &[]);
}

#[test]
fn elided_and_marked() {
    differ("The old ferry … before winter comes", FERRY, Wording::Elided, &[(Elided, "", "will cross the lake again")]);
    differ(
        "The old ferry ... before winter comes",
        FERRY,
        Wording::Elided,
        &[(Elided, "", "will cross the lake again")],
    );
    differ(
        "The old ferry . . . before winter comes",
        FERRY,
        Wording::Elided,
        &[(Elided, "", "will cross the lake again")],
    );
    differ(
        "The old ferry [...] before winter comes",
        FERRY,
        Wording::Elided,
        &[(Elided, "", "will cross the lake again")],
    );
    differ(
        "The old ferry […] before winter comes",
        FERRY,
        Wording::Elided,
        &[(Elided, "", "will cross the lake again")],
    );
    differ(
        "The old ferry (…) before winter comes",
        FERRY,
        Wording::Elided,
        &[(Elided, "", "will cross the lake again")],
    );
    differ(FERRY, "The old ferry … before winter comes", Wording::Elided, &[(Elided, "will cross the lake again", "")]);
    differ(
        "The ferry sank. . . . Nobody drowned that day.",
        "The ferry sank. It was old. Nobody drowned that day.",
        Wording::Elided,
        &[(Elided, "", "It was old")],
    );
    differ(
        "The ferry sank…. Nobody drowned that day.",
        "The ferry sank. It was old. Nobody drowned that day.",
        Wording::Elided,
        &[(Elided, "", "It was old")],
    );
    differ(
        "The ferry … cross the lake … before winter comes",
        "The ferry will surely cross the lake again, they say, before winter comes",
        Wording::Elided,
        &[(Elided, "", "will surely"), (Elided, "", "again, they say")],
    );
}

#[test]
fn changed_capital_after_an_ellipsis() {
    differ(
        "The ferry sank. … Nobody drowned that day.",
        "The ferry sank, it was old, and nobody drowned that day.",
        Wording::Elided,
        &[(Elided, "", "it was old, and"), (Case, "Nobody", "nobody")],
    );
    differ("… nobody drowned that day", "Nobody drowned that day", Wording::Same, &[(Case, "nobody", "Nobody")]);
}

#[test]
fn an_ellipsis_that_leaves_nothing_out_is_a_pause() {
    same("We … will stay here", "We will stay here");
    same("We will stay here …", "We will stay here");
}

#[test]
fn left_out_without_a_mark() {
    differ("The ferry will cross the lake again before winter comes", FERRY, Wording::Elided, &[(Added, "", "old")]);
    differ(
        "We will, with respect, not sell it",
        "We will not sell it",
        Wording::Elided,
        &[(Dropped, "with respect", "")],
    );
    differ(
        "I did not say that in the council",
        "I did say that in the council",
        Wording::Elided,
        &[(Dropped, "not", "")],
    );
    assert_eq!(compare("We will, with respect, not sell it", "We will not sell it").unmarked, 2);
    assert_eq!(compare("We will … not sell it", "We will, with respect, not sell it").unmarked, 0);
}

#[test]
fn joined_from_two_places() {
    let full = "The ferry sank in spring. The council met twice about it. Nobody drowned that day.";
    differ(
        "The ferry sank in spring. Nobody drowned that day.",
        full,
        Wording::Elided,
        &[(Added, "", "The council met twice about it")],
    );
    assert!(compare("The ferry sank in spring. Nobody drowned that day.", full).joined);
    assert!(compare("The ferry sank in spring, nobody drowned that day.", full).joined);
    assert!(!compare("The ferry sank in spring. … Nobody drowned that day.", full).joined);
    assert!(!compare("The ferry sank in spring", full).joined);
}

#[test]
fn bracketed() {
    differ(
        "[The mayor] will sell the mill",
        "He will sell the mill",
        Wording::Bracketed,
        &[(Bracketed, "The mayor", "He")],
    );
    differ(
        "We will sell [the mill] next year",
        "We will sell it next year",
        Wording::Bracketed,
        &[(Bracketed, "the mill", "it")],
    );
    differ(
        "We will sell it [the mill] next year",
        "We will sell it next year",
        Wording::Bracketed,
        &[(Bracketed, "the mill", "")],
    );
    differ("[W]e will sell the mill", "Today we will sell the mill", Wording::Bracketed, &[(Bracketed, "[W]e", "we")]);
    differ("[w]e will sell the mill", "We will sell the mill", Wording::Bracketed, &[(Bracketed, "[w]e", "We")]);
    differ(
        "they walk[ed] along the pier",
        "they walk along the pier",
        Wording::Bracketed,
        &[(Bracketed, "walk[ed]", "walk")],
    );
    differ(
        "He (the mayor) will sell the mill",
        "He will sell the mill",
        Wording::Bracketed,
        &[(Bracketed, "the mayor", "")],
    );
    differ(
        "(The mayor) will sell the mill",
        "He will sell the mill",
        Wording::Bracketed,
        &[(Bracketed, "The mayor", "He")],
    );
    differ(
        "the boats [and] the nets burned",
        "the boats the nets burned",
        Wording::Bracketed,
        &[(Bracketed, "and", "")],
    );
}

#[test]
fn sic_changes_nothing() {
    same("their is no boat [sic] on the lake", "their is no boat on the lake");
    same("their [SIC] is no boat on the lake", "their is no boat on the lake");
}

#[test]
fn round_brackets_of_the_speaker_stay() {
    same("the boats (all of them) sank", "the boats (all of them) sank");
}

#[test]
fn altered() {
    differ("We will never sell the mill", "We will not sell the mill", Wording::Altered, &[(Altered, "never", "not")]);
    differ(
        "They came home late that night",
        "We came home late that night",
        Wording::Altered,
        &[(Altered, "They", "We")],
    );
    differ(
        "we came home late that evening",
        "we came home late that night",
        Wording::Altered,
        &[(Altered, "evening", "night")],
    );
    differ(
        "I cannot sell the old mill",
        "I can't sell the old mill",
        Wording::Altered,
        &[(Altered, "cannot", "can't")],
    );
    differ("the boat sank in 45 minutes", "the boat sank in 54 minutes", Wording::Altered, &[(Altered, "45", "54")]);
    differ("we lost nine boats that year", "we lost 10 boats that year", Wording::Altered, &[(Altered, "nine", "10")]);
    differ(
        "the mill and the boats burned down",
        "the boats and the mill burned down",
        Wording::Altered,
        &[(Altered, "mill", "boats"), (Altered, "boats", "mill")],
    );
    differ(
        "we sold the big mill yesterday morning",
        "we sold the old stone mill yesterday morning",
        Wording::Altered,
        &[(Altered, "big", "old"), (Added, "", "stone")],
    );
    differ(
        "we sold the very old mill yesterday morning",
        "we sold the stone mill yesterday morning",
        Wording::Altered,
        &[(Altered, "very", "stone"), (Dropped, "old", "")],
    );
}

#[test]
fn words_left_out_on_both_sides_are_altered() {
    differ(
        "The ferry will cross the old lake again before winter comes",
        "The old ferry will cross the lake again before winter comes",
        Wording::Altered,
        &[(Added, "", "old"), (Dropped, "old", "")],
    );
}

#[test]
fn mixed() {
    differ(
        "[It] will cross the lake … before winter comes",
        FERRY,
        Wording::Bracketed,
        &[(Bracketed, "It", "The old ferry"), (Elided, "", "again")],
    );
    differ(
        "[It] will cross the lake before winter comes",
        FERRY,
        Wording::Elided,
        &[(Bracketed, "It", "The old ferry"), (Added, "", "again")],
    );
    differ(
        "The new ferry will cross … before [the] winter comes",
        FERRY,
        Wording::Altered,
        &[(Altered, "new", "old"), (Elided, "", "the lake again"), (Bracketed, "the", "")],
    );
    differ(
        "“‘We will stay,’ he told me … ‘until [winter] ends,’” she said",
        "'We will stay,' he told me and my sister, 'until it ends,' she said",
        Wording::Bracketed,
        &[(Elided, "", "and my sister"), (Bracketed, "winter", "it")],
    );
    differ(
        "[T]he colour of the mill [sic] … never changed",
        "Today the color of the mill has never changed",
        Wording::Bracketed,
        &[(Bracketed, "[T]he", "the"), (Spelling, "colour", "color"), (Elided, "", "has")],
    );
}

#[test]
fn extents_are_no_difference() {
    let verdict = compare(
        "and the ferry will cross the lake again",
        "Nobody knows. But the ferry will cross the lake again, said one. We shall see.",
    );
    assert_eq!(verdict.wording, Wording::Same);
    assert_eq!(
        verdict.shared.left.of("and the ferry will cross the lake again"),
        "the ferry will cross the lake again"
    );
}

#[test]
fn other_utterances_are_different() {
    for (left, right) in [
        ("The ferry will cross the lake again", "Nobody told me that the mill was sold"),
        ("I trust the people of this town", "The people who run the mill should resign at once"),
        ("", "words"),
        ("…", "words"),
        ("[sic]", "[…]"),
    ] {
        assert_eq!(compare(left, right).wording, Wording::Different, "{left} | {right}");
        assert_eq!(compare(left, right).changes, []);
    }
}
