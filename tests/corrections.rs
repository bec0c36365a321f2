//! The reader's corrections on two short articles written for this: everything recounts, and nothing else changes.

use proptest::prelude::*;

use diptych::comparing::{Corrected, Read, compare, compare_corrected};
use diptych::model::{Article, ArticleKey, Correction, Place, Reading, Said, Side, Sides, Source, SourceRef, Span};

const LEFT: &str = "“The mill will stand as long as I do,” said Marion Vale, the chair. She had come early.\n\n\
Tobias Rook, a miller, shook his head. “Nobody has asked the river,” Rook said.\n\n\
The bridge was closed for a week in the spring, and the road stayed quiet.\n\n“We have time.”";
const RIGHT: &str = "Chair Marion Vale said the vote was close. “I would not call it a victory,” Vale said.\n\n\
“The river was never asked,” said T. Rook, who owns the mill.";

struct Pair {
    articles: Sides<Article>,
    readings: Sides<Reading>,
}

impl Pair {
    fn new() -> Self {
        let article = |text: &str| diptych::import::pasted(text).expect("it has words");
        let articles = Sides::new(article(LEFT), article(RIGHT));
        let readings = articles.as_ref().map(diptych::reading::read);
        Self { articles, readings }
    }

    fn sides(&self) -> Sides<Read<'_>> {
        let read = |article, reading| Read { article, reading };
        Sides::new(read(&self.articles.left, &self.readings.left), read(&self.articles.right, &self.readings.right))
    }

    fn corrected(&self, corrections: &[Correction]) -> Corrected {
        compare_corrected(self.sides(), corrections)
    }

    fn key(&self, side: Side) -> ArticleKey {
        ArticleKey::of(&self.articles.get(side).text)
    }

    fn span(&self, side: Side, words: &str) -> Span {
        let start = self.articles.get(side).text.find(words).expect("the words are there");
        Span::new(start, start + words.len())
    }

    /// The place of the quotation that begins so.
    fn quotation(&self, side: Side, start: &str) -> Place {
        let at = self.span(side, start).start;
        let found = self.readings.get(side).quotations.iter().find(|found| found.extent().start == at);
        Place { article: self.key(side), span: found.expect("it is quoted").extent() }
    }

    fn at(&self, side: Side, name: &str) -> SourceRef {
        SourceRef { article: self.key(side), mention: Some(self.span(side, name)), name: name.to_owned() }
    }

    fn typed(&self, side: Side, name: &str) -> SourceRef {
        SourceRef { article: self.key(side), mention: None, name: name.to_owned() }
    }
}

fn source<'c>(corrected: &'c Corrected, name: &str) -> &'c Source {
    let found = corrected.comparison.sources.iter().find(|source| source.name == name);
    found.unwrap_or_else(|| panic!("{name} is a source: {:?}", names(corrected)))
}

fn names(corrected: &Corrected) -> Vec<&str> {
    corrected.comparison.sources.iter().map(|source| source.name.as_str()).collect()
}

fn by(quotation: Place, source: SourceRef) -> Correction {
    Correction::Speaker { quotation, said: Said::By(source) }
}

#[test]
fn without_corrections_nothing_changes() {
    let pair = Pair::new();
    let plain = pair.corrected(&[]);
    assert_eq!(plain.comparison, compare(pair.sides()));
    assert!(plain.readings.left.is_none() && plain.readings.right.is_none());
}

#[test]
fn a_changed_speaker_takes_the_words_along() {
    let pair = Pair::new();
    let quotation = pair.quotation(Side::Left, "Nobody has asked");
    let corrected = pair.corrected(&[by(quotation, pair.at(Side::Left, "Marion Vale"))]);
    assert_eq!(source(&corrected, "Marion Vale").sides.left.words_quoted, 9 + 5);
    assert_eq!(source(&corrected, "Tobias Rook").sides.left.words_quoted, 0);
    let reading = corrected.readings.left.as_ref().expect("the left reading is corrected");
    let found = reading.quotations.iter().find(|found| found.extent() == quotation.span).expect("it stays quoted");
    assert!(found.attribution.is_readers() && found.attribution.confidence >= 1.0);
    assert_eq!(found.attribution.mention, None, "the mention was Rook's");
    let runner_up = found.attribution.runner_up.as_ref().expect("what was read is kept as second");
    assert_eq!(runner_up.mention.of(LEFT), "Rook");
    assert!(corrected.readings.right.is_none());
}

#[test]
fn a_confirmed_speaker_keeps_mention_and_cue() {
    let pair = Pair::new();
    let quotation = pair.quotation(Side::Left, "Nobody has asked");
    let corrected = pair.corrected(&[by(quotation, pair.at(Side::Left, "Tobias Rook"))]);
    let reading = corrected.readings.left.expect("corrected");
    let found = reading.quotations.iter().find(|found| found.extent() == quotation.span).expect("it stays quoted");
    assert_eq!(found.attribution.cue.map(|cue| cue.of(LEFT)), Some("said"));
    assert!(found.attribution.is_readers());
}

#[test]
fn a_cleared_speaker_leaves_nobody_and_can_be_taken_back() {
    let pair = Pair::new();
    let quotation = pair.quotation(Side::Left, "Nobody has asked");
    let clear = Correction::Speaker { quotation, said: Said::ByNobody };
    let cleared = pair.corrected(std::slice::from_ref(&clear));
    assert_eq!(source(&cleared, "Tobias Rook").sides.left.words_quoted, 0);
    let back = Correction::Speaker { quotation, said: Said::AsRead };
    assert_eq!(pair.corrected(&[clear, back]).comparison, compare(pair.sides()));
}

#[test]
fn a_typed_name_becomes_a_source_and_meets_its_like_in_the_other_article() {
    let pair = Pair::new();
    let quotation = pair.quotation(Side::Left, "We have time");
    let corrected = pair.corrected(&[by(quotation, pair.typed(Side::Left, "Ida Lund"))]);
    assert_eq!(source(&corrected, "Ida Lund").sides.left.words_quoted, 3);
    let other = pair.quotation(Side::Right, "I would not call");
    let both = pair.corrected(&[
        by(quotation, pair.typed(Side::Left, "Ida Lund")),
        by(other, pair.typed(Side::Right, "Ida Lund")),
    ]);
    assert!(source(&both, "Ida Lund").is_shared(), "{:?}", names(&both));
}

#[test]
fn a_typed_name_that_the_article_has_is_nobody_new() {
    let pair = Pair::new();
    let quotation = pair.quotation(Side::Left, "We have time");
    let corrected = pair.corrected(&[by(quotation, pair.typed(Side::Left, " marion vale "))]);
    assert_eq!(source(&corrected, "Marion Vale").sides.left.words_quoted, 9 + 3);
    assert_eq!(names(&corrected).len(), names(&pair.corrected(&[])).len());
}

#[test]
fn merged_sources_count_as_one_and_split_ones_as_two() {
    let pair = Pair::new();
    let (rook, vale) = (pair.at(Side::Left, "Tobias Rook"), pair.at(Side::Right, "Marion Vale"));
    let merge = Correction::Merge { kept: vale.clone(), other: rook.clone() };
    let merged = pair.corrected(std::slice::from_ref(&merge));
    let one = source(&merged, "Marion Vale");
    assert_eq!(one.sides.left.words_quoted, 9 + 5);
    assert_eq!(one.why, "You merged “Marion Vale” and “Tobias Rook”.");
    assert!(!names(&merged).contains(&"Tobias Rook"));
    let apart = Correction::Apart { one: pair.at(Side::Left, "Marion Vale"), other: rook };
    let again = pair.corrected(&[merge, apart]);
    assert_eq!(source(&again, "Tobias Rook").sides.left.words_quoted, 5);
    assert_eq!(source(&again, "Marion Vale").sides.left.words_quoted, 9);
}

#[test]
fn left_and_right_of_a_shared_source_can_be_split() {
    let pair = Pair::new();
    assert!(source(&pair.corrected(&[]), "Marion Vale").is_shared());
    let apart =
        Correction::Apart { one: pair.at(Side::Left, "Marion Vale"), other: pair.at(Side::Right, "Marion Vale") };
    let corrected = pair.corrected(&[apart]);
    let parts: Vec<&Source> =
        corrected.comparison.sources.iter().filter(|source| source.name == "Marion Vale").collect();
    assert_eq!(parts.len(), 2);
    assert!(parts.iter().all(|part| !part.is_shared() && part.why.is_empty()));
    assert!(corrected.comparison.links.iter().all(|link| link.label != "Marion Vale"), "no link joins them any more");
}

#[test]
fn a_mention_taken_out_takes_its_quotation_along() {
    let pair = Pair::new();
    let start = LEFT.find("Rook said").expect("it is there");
    let mention = Place { article: pair.key(Side::Left), span: Span::new(start, start + 4) };
    let corrected = pair.corrected(&[Correction::TakeOut { mention }]);
    assert_eq!(source(&corrected, "Rook").sides.left.words_quoted, 5);
    assert_eq!(source(&corrected, "Tobias Rook").sides.left.words_quoted, 0);
}

#[test]
fn corrections_of_other_articles_and_of_places_that_are_gone_change_nothing() {
    let pair = Pair::new();
    let elsewhere = ArticleKey::of("another article");
    let place = Place { article: elsewhere, span: Span::new(0, 4) };
    let nowhere = Place { article: pair.key(Side::Left), span: Span::new(9_000, 9_004) };
    let stranger = SourceRef { article: elsewhere, mention: Some(Span::new(0, 4)), name: "Nobody".to_owned() };
    let corrections = [
        Correction::Speaker { quotation: place, said: Said::ByNobody },
        Correction::Speaker { quotation: nowhere, said: Said::ByNobody },
        Correction::TakeOut { mention: nowhere },
        Correction::Merge { kept: stranger.clone(), other: pair.at(Side::Left, "Tobias Rook") },
        Correction::Apart { one: stranger.clone(), other: stranger },
    ];
    assert_eq!(pair.corrected(&corrections).comparison, compare(pair.sides()));
}

#[test]
fn what_leaves_the_program_carries_the_corrected_speaker() {
    let pair = Pair::new();
    let quotation = pair.quotation(Side::Left, "We have time");
    let corrected = pair.corrected(&[by(quotation, pair.typed(Side::Left, "Ida Lund"))]);
    let left = corrected.readings.left.as_ref().expect("corrected");
    let readings = Sides::new(left, &pair.readings.right);
    let json = diptych::export::json::comparison(pair.articles.as_ref(), readings, &corrected.comparison);
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let found = value["left"]["quotations"].as_array().expect("a list").last().expect("the last one").clone();
    let named = value["sources"].as_array().expect("a list").iter().find(|source| source["id"] == found["speaker"]);
    assert_eq!(named.expect("the speaker is a source")["name"], "Ida Lund");
}

/// Corrections that point anywhere, at either article or at none.
fn anywhere() -> impl Strategy<Value = Correction> {
    let place = (0..3_usize, 0..400_usize, 0..60_usize).prop_map(|(which, start, length)| Place {
        article: [ArticleKey::of(LEFT.trim()), ArticleKey::of(RIGHT.trim()), ArticleKey::of("")][which],
        span: Span::new(start, start + length),
    });
    let quoted = (0..6_usize).prop_map(|index| {
        let pair = Pair::new();
        let side = if index < 3 { Side::Left } else { Side::Right };
        let quotations = &pair.readings.get(side).quotations;
        let span = quotations[index % quotations.len()].extent();
        Place { article: pair.key(side), span }
    });
    let place = prop_oneof![place, quoted].boxed();
    let name = prop_oneof![Just("Rook".to_owned()), Just("Marion Vale".to_owned()), "\\PC{0,6}"];
    let source = (place.clone(), any::<bool>(), name).prop_map(|(place, typed, name)| SourceRef {
        article: place.article,
        mention: (!typed).then_some(place.span),
        name,
    });
    let source = source.boxed();
    prop_oneof![
        (place.clone(), source.clone())
            .prop_map(|(quotation, source)| Correction::Speaker { quotation, said: Said::By(source) }),
        place.clone().prop_map(|quotation| Correction::Speaker { quotation, said: Said::ByNobody }),
        place.clone().prop_map(|quotation| Correction::Speaker { quotation, said: Said::AsRead }),
        (source.clone(), source.clone()).prop_map(|(kept, other)| Correction::Merge { kept, other }),
        (source.clone(), source).prop_map(|(one, other)| Correction::Apart { one, other }),
        place.prop_map(|mention| Correction::TakeOut { mention }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn corrections_from_anywhere_leave_the_books_in_order(corrections in proptest::collection::vec(anywhere(), 0..8)) {
        let pair = Pair::new();
        let corrected = pair.corrected(&corrections);
        prop_assert_eq!(&corrected, &pair.corrected(&corrections), "the same corrections, the same answer");
        for side in Side::BOTH {
            let reading = corrected.readings.get(side).as_ref().unwrap_or(pair.readings.get(side));
            let text = &pair.articles.get(side).text;
            let mut owners = vec![0; reading.referents.len()];
            for source in &corrected.comparison.sources {
                for &referent in &source.sides.get(side).referents {
                    owners[referent] += 1;
                }
            }
            prop_assert!(owners.iter().all(|count| *count == 1), "every referent is one source's");
            let quoted = |speaker: Option<usize>| speaker.is_none_or(|speaker| speaker < reading.referents.len());
            prop_assert!(reading.quotations.iter().all(|found| quoted(found.attribution.speaker)));
            let spans = reading.referents.iter().flat_map(|referent| &referent.mentions);
            prop_assert!(spans.into_iter().all(|span| text.get(span.start..span.end).is_some()));
        }
    }
}
