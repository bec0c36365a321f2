//! Arbitrary text never makes the reading panic, and every span lies inside the text on character boundaries.

use diptych::import;
use diptych::model::{Attribution, Reading, Span};
use diptych::reading;
use proptest::prelude::*;

fn spans(found: &Reading) -> Vec<Span> {
    let attributed = |one: &Attribution| {
        let runner_up = one.runner_up.as_ref().map(|other| other.mention);
        [one.mention, one.cue, one.outlet, runner_up].into_iter().flatten().collect::<Vec<_>>()
    };
    let mut all: Vec<Span> = found.tokens.iter().map(|token| token.span).collect();
    all.extend(found.sentences.iter().map(|sentence| sentence.span));
    all.extend(found.quotations.iter().flat_map(|one| one.spans.iter().copied().chain(attributed(&one.attribution))));
    all.extend(found.statements.iter().flat_map(|one| attributed(&one.attribution).into_iter().chain([one.span])));
    all.extend(&found.terms);
    all
}

fn check(text: &str) {
    let Ok(article) = import::pasted(text) else { return };
    for span in spans(&reading::read(&article)) {
        assert!(article.text.get(span.start..span.end).is_some(), "{span:?} does not fit {:?}", article.text);
    }
}

/// Pieces that the rules look at, in any order: more of a test than letters drawn at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "'",
        "’",
        "‘",
        "''",
        "«",
        "»",
        "„",
        "—",
        " - ",
        "--",
        ",",
        ".",
        "?",
        "!",
        ":",
        ";",
        "(",
        ")",
        "\n",
        "\n\n",
        " ",
        "\u{a0}",
        "\u{200a}",
        "said",
        "says",
        "who",
        "that",
        "Holm",
        "Mr.",
        "U.S.",
        "the",
        "mayor",
        "of",
        "and",
        "but",
        "according",
        "to",
        "by",
        "Monday",
        "told",
        "saying",
        "he",
        "É",
        "日本",
        "🙂",
        "\u{301}",
        "6'2\"",
        "’90s",
        "a",
        "letter",
        "claim",
        "was",
        "has",
        "not",
        "-",
        "=",
        "[",
        "]",
        "…",
    ]);
    prop::collection::vec((piece, prop::bool::ANY), 0..60).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, space)| if space { format!("{piece} ") } else { piece.to_owned() }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn any_order_of_marks_and_cues_is_read(text in pieces()) {
        check(&text);
    }
}
