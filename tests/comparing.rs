//! What a reader is told that two articles share: themes, events, figures, findings, and in what order.

use diptych::comparing::{Read, compare};
use diptych::model::{Article, Comparison, Link, LinkKind, Paragraph, Relation, Sides, Span};
use diptych::reading::read;

const LEFT: &str =
    "Ferry crews on the Tarn say that passengers no longer trust the harbour board. When the board hides \
its safety reports, travellers stay away and crews stop warning inspectors of leaks.

Last month in Ohio, a ferry captain was arrested at the ticket office just after filing a grievance over rusted \
lifeboats. The police were acting on a complaint that may have come from the harbour board itself.

A study by Marlow College found that towns with open safety reports had 12 fewer ferry accidents per 1,000 crossings.

The 412(b) programme lets towns inspect ferries by themselves.

Ticket prices rose again in spring, and the museum of boats has shut its doors.";

const RIGHT: &str = "Passengers do not trust the harbour board, and crews do not either. Travellers who cannot read \
safety reports stay at home.

Last week police officers seized a ferry captain at the Dayton ticket office where he had been filing a grievance \
about lifeboats. Perhaps they were acting on a complaint by the harbour board.

Researchers at Quill University found that open safety reports have no effect on ferry accidents.

Under 412b agreements the state pays for the inspectors.

Bakers in the old town sell rye bread on Sundays.";

fn article(text: &str) -> Article {
    let mut at = 0;
    let mut paragraphs = Vec::new();
    for words in text.split("\n\n") {
        paragraphs.push(Paragraph { span: Span::new(at, at + words.len()), role: None });
        at += words.len() + 2;
    }
    Article { text: text.into(), paragraphs, ..Article::default() }
}

fn compared(left: &str, right: &str) -> Comparison {
    let articles = Sides::new(article(left), article(right));
    let readings = articles.as_ref().map(read);
    compare(Sides::new(
        Read { article: &articles.left, reading: &readings.left },
        Read { article: &articles.right, reading: &readings.right },
    ))
}

fn of_kind(comparison: &Comparison, kind: LinkKind) -> Vec<&Link> {
    comparison.links.iter().filter(|link| link.kind == kind).collect()
}

#[test]
fn one_happening_is_found_without_a_shared_name_and_its_differences_told() {
    let comparison = compared(LEFT, RIGHT);
    let events = of_kind(&comparison, LinkKind::Event);
    assert_eq!(events.len(), 1, "{events:#?}");
    let why = events[0].whole_reason();
    assert!(why.contains("an arrest"), "{why}");
    assert!(why.contains("“last month”, the right “last week”"), "{why}");
    assert!(why.contains("“Ohio”, the right “Dayton”"), "{why}");
}

#[test]
fn two_arrests_in_different_states_are_not_one() {
    let other = RIGHT.replace("Dayton", "Phoenix");
    assert_eq!(of_kind(&compared(LEFT, &other), LinkKind::Event), Vec::<&Link>::new());
}

#[test]
fn a_programme_written_in_two_ways_is_the_same() {
    let comparison = compared(LEFT, RIGHT);
    let facts = of_kind(&comparison, LinkKind::Fact);
    assert!(facts.iter().any(|link| link.label == "412(b)" && link.relation == Some(Relation::Same)), "{facts:#?}");
}

#[test]
fn two_findings_on_one_point_are_laid_side_by_side() {
    let comparison = compared(LEFT, RIGHT);
    let facts = of_kind(&comparison, LinkKind::Fact);
    let finding = facts.iter().find(|link| link.why.starts_with("Two findings"));
    let why = finding.map(|link| link.whole_reason()).unwrap_or_default();
    assert!(why.contains("12 fewer ferry accidents") && why.contains("no effect on ferry accidents"), "{facts:#?}");
    assert!(!why.contains("contradict"), "{why}");
}

#[test]
fn paragraphs_on_one_thing_are_linked_and_others_are_not() {
    let comparison = compared(LEFT, RIGHT);
    let themes = of_kind(&comparison, LinkKind::Theme);
    let first = themes.first().map(|link| (link.spans.left.start, link.spans.right.start));
    assert_eq!(first, Some((0, 0)), "{themes:#?}");
    let bread = RIGHT.find("Bakers");
    assert!(themes.iter().all(|link| Some(link.spans.right.start) != bread), "{themes:#?}");
    assert!(themes[0].why.contains("trust"), "{}", themes[0].why);
}

#[test]
fn labels_are_phrases_of_the_articles_and_none_repeats_another() {
    let comparison = compared(LEFT, RIGHT);
    let labels: Vec<String> = comparison.themes.iter().map(|theme| theme.label.to_lowercase()).collect();
    assert!(!labels.is_empty());
    let both = format!("{LEFT} {RIGHT}").to_lowercase();
    for (at, label) in labels.iter().enumerate() {
        let last = label.split(' ').next_back().unwrap_or_default();
        assert!(both.contains(last), "{label}");
        assert!(!labels[..at].contains(label), "{labels:?}");
    }
}

#[test]
fn two_paragraphs_on_one_point_in_other_words_make_a_theme() {
    let left =
        "When it freezes at Ardle, the boys play hockey on it every afternoon until the lamps of the village go out.

The bakery has raised its prices twice since spring, for flour and butter have become dear.

A new roof was put on the chapel by volunteers who asked for nothing but soup.";
    let right = "The flour for the island's bakery comes by ferry, and a loaf costs a third more than in the summer.

The organ has grown damp, and the village has no money for slates to keep the rain from it.

The girls of Tolsta play handball in the gymnasium, and they have won the cup of the district.";
    let themes = compared(left, right).themes;
    let theme = themes.iter().find(|theme| theme.label == "Hockey and handball");
    assert_eq!(theme.map(|theme| &theme.paragraphs), Some(&Sides::new(vec![0], vec![2])), "{themes:#?}");
}

#[test]
fn two_paragraphs_that_share_their_nouns_are_named_by_them() {
    let left = "The bakery of Ardle has raised its prices twice since spring, for flour and butter have become dear.

When it freezes, the boys play hockey on the harbour every afternoon until the lamps of the village go out.";
    let right = "In Tolsta the girls play handball in the gymnasium, and they have won the cup of the district.

The flour for the village bakery comes by ferry, and a loaf costs a third more than it did in the summer.";
    let themes = compared(left, right).themes;
    let theme = themes.iter().find(|theme| theme.label == "Bakery and flour");
    assert_eq!(theme.map(|theme| &theme.paragraphs), Some(&Sides::new(vec![0], vec![1])), "{themes:#?}");
}

#[test]
fn articles_on_two_subjects_share_no_theme() {
    let left =
        "The council of Ardle has voted to close the ferry pier for the winter, and the members were of one mind.

Divers paid with public money told the council that two of its posts were rotten below the water line.

No more public money is left for a repair, so that letters and milk will come by a boat that lands on the beach.";
    let right =
        "Violinists of the youth orchestra played the slow movement twice last week, since the members were not content.

Their teacher holds that a melody must breathe, and that public money would be better spent on lessons in song.

A critic wrote that the concert had been short of colour, but that its finale was the best of the season.";
    let themes = compared(left, right).themes;
    let shared =
        |theme: &&diptych::model::Theme| !theme.paragraphs.left.is_empty() && !theme.paragraphs.right.is_empty();
    assert_eq!(themes.iter().filter(shared).count(), 0, "{themes:#?}");
}

#[test]
fn a_name_of_two_words_is_one_word_of_a_reason() {
    let left = "The tram depot of San Marello sold its old tickets to collectors, and the collectors of San Marello \
                paid well for the tickets.\n\nThe winter was mild.";
    let right = "Collectors queued at the depot before dawn: tickets of the San Marello tram are rare, and San Marello \
                 knows it.\n\nBread is dear.";
    let comparison = compared(left, right);
    let reasons: Vec<String> = comparison.links.iter().map(|link| link.whole_reason().into_owned()).collect();
    assert!(!reasons.is_empty());
    assert!(reasons.iter().all(|why| !why.contains("“San”") && !why.contains("“Marello”")), "{reasons:#?}");
}

#[test]
fn no_theme_is_named_by_who_is_in_charge_or_by_half_a_name() {
    let left =
        "County officials say that the clean air plan of the Harbour Office will cut soot from the ferries by half.

Police officers have stopped nine ferries this year because of soot, and county officials fined their owners.

The Harbour Office wants clean air for the schools by the quay, where soot lies on the window sills.";
    let right =
        "Nobody believes county officials when they speak of clean air, for soot has blackened the quay for years.

Police officers came on board of the ferries, looked into the funnels, and went away again.

A filter against soot costs less than the fines, the owners of the ferries admit, but they wait for the law.";
    let themes = compared(left, right).themes;
    let labels: Vec<&str> = themes.iter().map(|theme| theme.label.as_str()).collect();
    assert!(!labels.is_empty());
    assert!(labels.contains(&"Clean air"), "{labels:?}");
    for empty in ["County officials", "Police officers", "Cleaning air", "Window sills"] {
        assert!(!labels.contains(&empty), "{labels:?}");
    }
}

#[test]
fn a_theme_of_both_is_called_by_what_both_say() {
    let left = "The sluice at Orm needs a repair, and the wardens have asked the council of the valley for nine masons.

No repair of the sluice was ever finished before the frost, say the masons of Orm.

The road to the ridge belongs to the parish.";
    let right =
        "Fear of the repair keeps the boatmen of Orm awake, for the sluice would be shut to boats a whole summer.

Masons came to look at the sluice in May, and went away.

A parish that has wind should not buy coal.";
    let themes = compared(left, right).themes;
    let both = |label: &str| {
        let theme = themes.iter().find(|theme| theme.label == label);
        theme.is_some_and(|theme| !theme.paragraphs.left.is_empty() && !theme.paragraphs.right.is_empty())
    };
    assert!(both("Repair of the sluice"), "{themes:#?}");
    // The right has masons, and it has Orm, but no masons of Orm.
    assert!(!both("Masons of Orm"), "{themes:#?}");
}

#[test]
fn things_that_merely_stand_about_are_no_reason() {
    let left =
        "The keeper of the archive leaned on the door and said that the floods of May had soaked the parish registers.

Beekeepers of the valley sell heather honey at the crossroads.";
    let right = "By the window stood the restorer who had dried the soaked registers of the parish, leaf by leaf, after the flood.

A new bridge at Orrin costs four million.";
    let comparison = compared(left, right);
    let themes = of_kind(&comparison, LinkKind::Theme);
    assert!(themes.iter().any(|link| link.why.contains("registers")), "{themes:#?}");
    assert!(themes.iter().all(|link| !link.why.contains("window") && !link.label.contains("indow")), "{themes:#?}");
}

#[test]
fn scores_fall_along_the_list() {
    let comparison = compared(LEFT, RIGHT);
    assert!(comparison.links.len() > 3);
    assert!(comparison.links.windows(2).all(|pair| pair[0].score >= pair[1].score));
    assert!(comparison.links.iter().all(|link| (0.0..=1.0).contains(&link.score)));
}

#[test]
fn the_same_articles_give_the_same_comparison() {
    assert_eq!(compared(LEFT, RIGHT), compared(LEFT, RIGHT));
}

#[test]
fn articles_with_nothing_in_common_have_no_links() {
    let comparison = compared("The choir sang three hymns before dawn.", "Rust eats the hulls of old barges.");
    assert_eq!(comparison.links, Vec::new());
    assert_eq!(compared("", "").links, Vec::new());
}
