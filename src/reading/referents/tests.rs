//! The room as a whole, in one-line cases: text → who and what it names, who speaks.

use proptest::prelude::*;

use super::*;
use crate::model::{Paragraph, Role};

/// An article of one paragraph a line, and its reading.
pub fn reading_of(text: &str) -> (Article, Reading) {
    let mut article = Article { text: text.into(), ..Article::default() };
    let mut start = 0;
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            let span = Span::new(start, start + line.len());
            article.paragraphs.push(Paragraph { span, role: Some(Role::Body) });
        }
        start += line.len() + 1;
    }
    let reading = crate::reading::read(&article);
    (article, reading)
}

fn kind_name(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Person => "person",
        SourceKind::Organisation => "body",
        SourceKind::Publication => "paper",
        SourceKind::Study => "study",
        SourceKind::Document => "document",
        SourceKind::Law => "law",
        SourceKind::Programme => "programme",
        SourceKind::Event => "event",
        SourceKind::Place => "place",
        SourceKind::Anonymous => "nameless",
    }
}

/// Holds all cases, and tells of every one that fails.
fn check_all(cases: &[(&str, &str)], found: impl Fn(&str) -> String) {
    let failed: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, found(text)))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| format!("{text}\n    expected: {expected}\n    found:    {found}"))
        .collect();
    assert!(failed.is_empty(), "{} of {} failed\n{}", failed.len(), cases.len(), failed.join("\n"));
}

/// Everyone and everything named, as "kind name".
fn named(text: &str) -> String {
    let (_, reading) = reading_of(text);
    let named = reading.referents.iter().filter(|referent| !referent.names.is_empty());
    named.map(|referent| format!("{} {}", kind_name(referent.kind), referent.name)).collect::<Vec<_>>().join("; ")
}

/// The speakers of the quotations, in order.
fn speakers(text: &str) -> String {
    let (_, reading) = reading_of(text);
    let name = |found: Option<usize>| {
        found.and_then(|index| reading.referents.get(index)).map_or("nobody", |referent| referent.name.as_str())
    };
    let of = |quotation: &crate::model::Quotation| {
        let speaker = name(quotation.attribution.speaker);
        match quotation.attribution.on_behalf_of {
            Some(behalf) => format!("{speaker} for {}", name(Some(behalf))),
            None => speaker.to_owned(),
        }
    };
    reading.quotations.iter().map(of).collect::<Vec<_>>().join("; ")
}

/// The mentions of the first referent of two mentions and more, or of the first.
fn mentions(text: &str) -> String {
    let (article, reading) = reading_of(text);
    let named = || reading.referents.iter().filter(|referent| !referent.names.is_empty());
    let most = named().max_by_key(|referent| (referent.mentions.len(), std::cmp::Reverse(referent.mentions[0])));
    most.map_or(String::new(), |referent| {
        referent.mentions.iter().map(|span| span.of(&article.text)).collect::<Vec<_>>().join("; ")
    })
}

/// How the first person is introduced.
fn introduced(text: &str) -> String {
    let (article, reading) = reading_of(text);
    let person = reading.referents.iter().find(|referent| referent.kind == SourceKind::Person);
    person.map_or(String::new(), |person| {
        person.introductions.iter().map(|span| span.of(&article.text)).collect::<Vec<_>>().join("; ")
    })
}

#[test]
fn people_are_told_from_titles_and_places() {
    check_all(
        &[
            ("We met Harriet Lowe there.", "person Harriet Lowe"),
            ("We met Mayor Harriet Lowe there.", "person Harriet Lowe"),
            ("We met Dover Mayor Harriet Lowe there.", "place Dover; person Harriet Lowe"),
            ("While Dover mayor Harriet Lowe slept, it rained.", "place Dover; person Harriet Lowe"),
            ("It fell to then-Mayor Harriet Lowe.", "person Harriet Lowe"),
            ("The plan was drawn by Attorney General Owen Marsh.", "person Owen Marsh"),
            ("It was up to former Secretary of State Edna Crowe.", "person Edna Crowe"),
            ("It was up to FBI Acting Director Owen Marsh.", "body FBI; person Owen Marsh"),
            ("They asked U.S. District Judge Edna Crowe.", "place U.S.; person Edna Crowe"),
            ("They asked Rep. Owen Marsh of Ohio.", "person Owen Marsh; place Ohio"),
            ("They asked Sen. Edna Crowe, D-Ohio, about it.", "person Edna Crowe"),
            ("They asked Sen. Edna Crowe (R-Wis.) about it.", "person Edna Crowe"),
            ("They asked Dr. Owen Marsh Jr. about it.", "person Owen Marsh Jr."),
            ("They asked Bill de Wael about it.", "person Bill de Wael"),
            ("They asked Oscar de la Rúa about it.", "person Oscar de la Rúa"),
            ("They asked J. Thomas Dunmore about it.", "person J. Thomas Dunmore"),
            ("They asked J.K. Marlow about it.", "person J.K. Marlow"),
            ("They asked Robert “Bob” Marlow about it.", "person Robert “Bob” Marlow"),
            ("They asked Ann McAllister about it.", "person Ann McAllister"),
            ("They asked Siobhan O’Dowd about it.", "person Siobhan O’Dowd"),
            ("They asked Harriet Lowe and Owen Marsh about it.", "person Harriet Lowe; person Owen Marsh"),
            (
                "They asked Harriet Lowe, Owen Marsh and Edna Crowe.",
                "person Harriet Lowe; person Owen Marsh; person Edna Crowe",
            ),
            ("Author and journalist Edna Crowe disagrees.", "person Edna Crowe"),
            ("Researcher Owen Marsh disagrees.", "person Owen Marsh"),
            ("Former Gov. Edna Crowe disagrees.", "person Edna Crowe"),
            ("Critics say Edna Crowe was wrong.", "person Edna Crowe"),
            ("Yesterday Edna Crowe was wrong.", "person Edna Crowe"),
            ("On Monday Edna Crowe was wrong.", "person Edna Crowe"),
            ("Edna Crowe was wrong.", "person Edna Crowe"),
            ("Texas Republican Edna Crowe was wrong.", "place Texas; person Edna Crowe"),
            ("British Prime Minister Edna Crowe was wrong.", "person Edna Crowe"),
            ("They asked House Speaker Edna Crowe about it.", "person Edna Crowe"),
            (
                "The police chief and head of the Inland Sheriffs Guild Owen Marsh left.",
                "body Inland Sheriffs Guild; person Owen Marsh",
            ),
            ("They blamed Trench for it, and Trench’s friends; he beat Banks, and Banks’ friends.", "person Banks"),
            ("It was done by Quenby. The Quenby administration left.", "person Quenby; body Quenby administration"),
            ("They asked Mark Banks about it.", "person Mark Banks"),
            ("They asked Grace Hill about it.", "person Grace Hill"),
        ],
        named,
    );
}

#[test]
fn bodies_keep_their_small_words() {
    check_all(
        &[
            ("It joined the Department of Fisheries today.", "body Department of Fisheries"),
            ("It joined the Bureau of Roads and Harbors today.", "body Bureau of Roads and Harbors"),
            ("It joined the Cardwell Institute for Water Policy today.", "body Cardwell Institute for Water Policy"),
            ("It joined the Committee on Bridges and Roads today.", "body Committee on Bridges and Roads"),
            ("It joined the Fraternal Order of Bakers today.", "body Fraternal Order of Bakers"),
            (
                "It joined the International Association of Chiefs of Police today.",
                "body International Association of Chiefs of Police",
            ),
            ("It joined the Food and Seed Administration today.", "body Food and Seed Administration"),
            ("It joined the Senate Forestry Committee today.", "body Senate Forestry Committee"),
            ("It joined the University of Maine today.", "body University of Maine"),
            ("It joined the University of California, Riverside today.", "body University of California, Riverside"),
            ("At the University of Maine, Owen Marsh spoke.", "body University of Maine; person Owen Marsh"),
            ("It joined the Women’s Harbor League today.", "body Women’s Harbor League"),
            ("It joined the Attorney General’s Office today.", "body Attorney General’s Office"),
            (
                "It joined the Cardwell Institute’s Project on Rural Courts.",
                "body Cardwell Institute; programme Project on Rural Courts",
            ),
            ("It joined Ostrava Mining Corp. today.", "body Ostrava Mining Corp."),
            ("It joined Marsh & Crowe LLP today.", "body Marsh & Crowe LLP"),
            ("It joined the Dover Police Dept. today.", "body Dover Police Dept."),
            ("Dover police closed the road.", "body Dover police"),
            ("Dover police officers closed the road.", "place Dover"),
            ("The Lowe administration closed the road.", "body Lowe administration"),
            ("The Lowe campaign closed the road.", "body Lowe campaign"),
            ("They quoted the Dover Times about it.", "paper Dover Times"),
            ("She told The Post about it.", "paper Post"),
            ("They quoted the Economist about it.", "paper Economist"),
            ("They sued the E.P.A. over it.", "body E.P.A."),
            ("They sued the World Health Organization over it.", "body World Health Organization"),
            ("Congress and the Senate left.", "body Congress; body Senate"),
            ("They sued Boston University over it.", "body Boston University"),
            ("They read it on rivergate.org yesterday.", "paper rivergate.org"),
        ],
        named,
    );
}

#[test]
fn documents_laws_programmes_and_events_are_told_by_their_heads() {
    check_all(
        &[
            ("It rests on Executive Order 981 alone.", "document Executive Order 981"),
            ("It rests on Special Order 77 alone.", "document Special Order 77"),
            ("It breaks the Tenth Amendment outright.", "law Tenth Amendment"),
            ("It breaks the Clean Harbors Act outright.", "law Clean Harbors Act"),
            ("It breaks Proposition 981 outright.", "law Proposition 981"),
            ("The 287(g) program went on.", "programme 287(g) program"),
            ("So-called 287g agreements went on.", "programme 287g agreements"),
            ("The Safe Harbors program went on.", "programme Safe Harbors program"),
            ("Her lawyers cited Crowe v. Marsh often.", "law Crowe v. Marsh"),
            ("They met at the Dover Book Festival again.", "event Dover Book Festival"),
            ("They met before the Cardwell Report came.", "document Cardwell Report"),
        ],
        named,
    );
}

#[test]
fn capitals_that_name_nothing_are_left_alone() {
    check_all(
        &[
            ("Yesterday was Monday, and Tuesday comes next.", ""),
            ("Although it rained, nobody left. Indeed, many stayed.", ""),
            ("Republicans and Democrats agreed with Americans.", ""),
            ("Many Latino and French voters stayed.", ""),
            ("It works. Don’t worry. We’ll see. They’re fine.", ""),
            ("The CEO watched TV on DVD.", ""),
            ("The Mayor and the President left.", ""),
            ("Detractors left. Proponents stayed. Non-compliance grew.", ""),
            ("In the 1990s and the 1980s it grew.", ""),
            ("A U.S.-based, GOP-backed, Texas-born group grew.", ""),
            ("What is a Welcoming Town? It is kind.", ""),
            ("I think I was right, and I said so.", ""),
        ],
        |text| named(text).replace("place U.S.", "").trim_matches([';', ' ']).to_owned(),
    );
}

#[test]
fn headings_prove_nothing_but_meet_what_the_text_names() {
    check_all(
        &[
            ("Lowe’s Letter Threatening Towns Is Empty\nHarriet Lowe wrote it.", "person Harriet Lowe"),
            ("How Closing Harbors Could Hurt Public Safety\nIt could.", ""),
            ("LOWE SAYS NO TO HARBOR\nHarriet Lowe wrote it.", "person Harriet Lowe"),
            ("New Rules For Dover Harbors And Small Boats\nIt rained.", "place Dover"),
        ],
        named,
    );
}

#[test]
fn mentions_of_one_are_gathered() {
    check_all(
        &[
            ("Harriet Lowe came. Lowe left. Mayor Lowe slept.", "Harriet Lowe; Lowe; Lowe"),
            ("Harriet Lowe’s boat sank. Lowe’s car did too.", "Harriet Lowe; Lowe"),
            ("Thomas Dunmore came. Later Tom Dunmore left.", "Thomas Dunmore; Tom Dunmore"),
            ("J. Thomas Dunmore came. Later Tom Dunmore left.", "J. Thomas Dunmore; Tom Dunmore"),
            ("Harriet B. Lowe came. Harriet Lowe left.", "Harriet B. Lowe; Harriet Lowe"),
            ("The Inland Sheriffs Guild (ISG) met. The ISG left.", "Inland Sheriffs Guild; ISG; ISG"),
            ("The Inland Sheriffs Guild met, and the ISG left.", "Inland Sheriffs Guild; ISG"),
            ("Immigration and Customs Enforcement came. ICE left.", "Immigration and Customs Enforcement; ICE"),
            (
                "The Department of Justice came. The Justice Department left.",
                "Department of Justice; Justice Department",
            ),
            ("The Cardwell Institute came. Cardwell left.", "Cardwell Institute; Cardwell"),
            ("Mayor Harriet Lowe came. Then the mayor left.", "Harriet Lowe; the mayor"),
            ("Harriet Lowe, the mayor of Dover, came. Then the mayor left.", "Harriet Lowe; the mayor"),
            ("President-elect Owen Marsh came. The president-elect left.", "Owen Marsh; The president-elect"),
            ("Sen. Edna Crowe came. The senator left.", "Edna Crowe; The senator"),
            ("Police Chief Edna Crowe came. The chief left.", "Edna Crowe; The chief"),
            ("Executive Order 981 came. The order stayed.", "Executive Order 981; The order"),
            (
                "President Owen Marsh spoke. The Marsh administration left, and the administration lost.",
                "Marsh administration; the administration",
            ),
            (
                "President Owen Marsh spoke. Edna Crowe is president of the Sheriffs Guild. The president-elect left.",
                "Owen Marsh; The president-elect",
            ),
            ("Owen Marsh won, and the Marsh administration came. The president left.", "Owen Marsh; The president"),
            ("Owen Marsh won, and the Marsh administration came. The Turkish president left.", "Owen Marsh"),
            ("Bill de Wael came. Mayor De Wael left.", "Bill de Wael; De Wael"),
            ("Kerry Dover came. Dover left. Dover said no.", "Kerry Dover; Dover; Dover"),
        ],
        mentions,
    );
}

#[test]
fn the_administration_is_that_of_whom_the_article_is_about() {
    let text = "Owen Marsh won. Marsh rose, and Marsh spoke; the administration paid. The Crowe administration paid, \
                as did the Crowe administration before. The Marsh administration left.";
    let (article, reading) = reading_of(text);
    let meant = reading.referents.iter().find(|referent| referent.name == "Marsh administration");
    let mentions = meant.map(|found| found.mentions.iter().map(|span| span.of(&article.text)).collect::<Vec<_>>());
    assert_eq!(mentions, Some(vec!["the administration", "Marsh administration"]));
}

#[test]
fn what_a_note_on_the_author_says_is_not_meant_in_the_text() {
    let text = "About the author: Edna Crowe is the former mayor of Dover.\nThe mayor of Kent fell. “It holds,” the mayor said.";
    let (mut article, _) = reading_of(text);
    article.paragraphs[0].role = Some(Role::Bio);
    let reading = crate::reading::read(&article);
    let speaker = reading.quotations[0].attribution.speaker.map(|index| reading.referents[index].name.as_str());
    assert_ne!(speaker, Some("Edna Crowe"));
}

#[test]
fn the_outlet_somebody_spoke_to_is_kept_and_is_no_speaker() {
    let outlet = |text: &str| {
        let (article, reading) = reading_of(text);
        let quoted = reading.quotations.iter().map(|quotation| &quotation.attribution);
        let mut all = quoted.chain(reading.statements.iter().map(|statement| &statement.attribution));
        all.find_map(|found| found.outlet).map_or(String::new(), |span| span.of(&article.text).to_owned())
    };
    check_all(
        &[
            ("“It holds,” Harriet Lowe told the Dover Sentinel on Monday.", "the Dover Sentinel"),
            ("Harriet Lowe told the Dover Sentinel that the dam holds.", "the Dover Sentinel"),
            ("“It holds,” Harriet Lowe told The Post.", "The Post"),
            ("“It holds,” Harriet Lowe told Owen Marsh.", ""),
            ("“It holds,” the Dover Sentinel told readers.", ""),
        ],
        outlet,
    );
    check_all(&[("“It holds,” Harriet Lowe told the Dover Sentinel on Monday.", "Harriet Lowe")], speakers);
}

#[test]
fn two_of_one_name_stay_two() {
    check_all(
        &[
            ("Harriet Lowe met Owen Lowe.", "person Harriet Lowe; person Owen Lowe"),
            ("Owen Marsh Sr. met Owen Marsh Jr.", "person Owen Marsh Sr.; person Owen Marsh Jr."),
            ("Boston met Boston University.", "place Boston; body Boston University"),
            ("Dover read the Dover Times.", "place Dover; paper Dover Times"),
            ("President Owen Marsh met the Marsh administration.", "person Owen Marsh; body Marsh administration"),
            (
                "The University of California met the University of California, Riverside.",
                "body University of California; body University of California, Riverside",
            ),
            ("George W. Hart met George H. W. Hart.", "person George W. Hart; person George H. W. Hart"),
        ],
        named,
    );
}

#[test]
fn introductions_stand_as_the_text_gives_them() {
    check_all(
        &[
            ("Harriet Lowe, the mayor of Dover, left.", "the mayor of Dover"),
            (
                "Harriet Lowe, chief of police for Kent County and president of the Sheriffs Guild, left.",
                "chief of police for Kent County and president of the Sheriffs Guild",
            ),
            ("They asked Dover Mayor Harriet Lowe.", "Dover Mayor"),
            (
                "Kent County fire marshal and head of the Wardens Guild Harriet Lowe left.",
                "Kent County fire marshal and head of the Wardens Guild",
            ),
            (
                "Harriet Lowe is a research associate at the Cardwell Institute.",
                "a research associate at the Cardwell Institute",
            ),
            ("Harriet Lowe, who is the mayor of Dover, left.", "the mayor of Dover"),
            (
                "University of Maine President Harriet Lowe, a former secretary of the Navy, left.",
                "University of Maine President; a former secretary of the Navy",
            ),
            ("Author and journalist Harriet Lowe left.", "Author and journalist"),
            ("Harriet Lowe, the report says, left.", ""),
            ("Harriet Lowe, mayor of Newport, R.I., left.", "mayor of Newport, R.I."),
        ],
        introduced,
    );
}

#[test]
fn speakers_by_name_office_and_noun() {
    check_all(
        &[
            ("“We will stay in the harbor,” Harriet Lowe said.", "Harriet Lowe"),
            ("Mayor Harriet Lowe came. “We will stay in the harbor,” the mayor said.", "Harriet Lowe"),
            ("Harriet Lowe came. “We will stay in the harbor,” Lowe said.", "Harriet Lowe"),
            ("Harriet Lowe came.\n“We will stay in the harbor,” said Lowe, the mayor of Dover.", "Harriet Lowe"),
            ("“We will stay in the harbor,” said one detective.", "one detective"),
            ("“We will stay in the harbor,” said Dover’s mayor, Harriet Lowe.", "Harriet Lowe"),
            ("Dover Mayor Harriet Lowe said, “We will stay in the harbor.”", "Harriet Lowe"),
            ("According to the Cardwell Institute, “boats will stay in the harbor.”", "Cardwell Institute"),
            ("The Cardwell Report came out. “Boats will stay in the harbor,” the report said.", "Cardwell Report"),
            (
                "“We will stay in the harbor,” said Ana Ruiz, a spokeswoman for Harriet Lowe.",
                "Ana Ruiz for Harriet Lowe",
            ),
            (
                "“We will stay in the harbor,” said a spokesman for the Cardwell Institute.",
                "a spokesman for the Cardwell Institute for Cardwell Institute",
            ),
            (
                "“We will stay in the harbor,” said one detective. “Or leave,” the detective said.",
                "one detective; one detective",
            ),
            (
                "“We will stay in the harbor,” said two fishermen. “We must,” the fishermen said.",
                "two fishermen; two fishermen",
            ),
        ],
        speakers,
    );
}

#[test]
fn speakers_by_pronoun() {
    check_all(
        &[
            ("Harriet Lowe came to the harbor. “We will stay,” she said.", "Harriet Lowe"),
            ("Owen Marsh met Harriet Lowe at the harbor. “We will stay,” she said.", "Harriet Lowe"),
            ("Owen Marsh met Harriet Lowe at the harbor. “We will stay,” he said.", "Owen Marsh"),
            ("“We will stay,” Owen Marsh said. He added, “That is all.”", "Owen Marsh; Owen Marsh"),
            (
                "“We will stay,” Owen Marsh said. Dover Mayor Peter Holm agreed in part. He added, “But not for long.”",
                "Owen Marsh; Peter Holm",
            ),
            ("“We will stay,” Owen Marsh told Peter Holm. “That is all,” he said.", "Owen Marsh; Owen Marsh"),
            (
                "One fisherman stayed behind. “We will stay,” said the fisherman. “That is all,” he said.",
                "the fisherman; the fisherman",
            ),
            ("The Cardwell Institute published a letter. “We will stay,” it said.", "Cardwell Institute"),
            ("“Marsh is a liar,” Harriet Lowe said. “We will stay,” she added.", "Harriet Lowe; Harriet Lowe"),
            ("Ms. Keane came to the harbor with Owen Marsh. “We will stay,” she said.", "Keane"),
        ],
        speakers,
    );
}

#[test]
fn a_doubtful_pronoun_lowers_the_confidence() {
    let confidence = |text: &str| {
        let (_, reading) = reading_of(text);
        reading.quotations.first().map_or(0.0, |quotation| quotation.attribution.confidence)
    };
    let sure = confidence("Owen Marsh came to the harbor. “We will stay,” he said.");
    let doubtful = confidence("Owen Marsh and Peter Holm came to the harbor. “We will stay,” he said.");
    assert!(doubtful < sure, "{doubtful} is not below {sure}");
}

fn holds_together(text: &str) {
    let (article, reading) = reading_of(text);
    for referent in &reading.referents {
        assert!(!referent.mentions.is_empty(), "{} is nowhere", referent.name);
        assert!(referent.mentions.windows(2).all(|pair| pair[0] <= pair[1]));
        for span in referent.mentions.iter().chain(&referent.introductions) {
            assert!(article.text.get(span.start..span.end).is_some(), "{span:?} is no span of the text");
        }
        assert!(referent.names.iter().all(|name| referent.mentions.contains(name)));
    }
    for quotation in &reading.quotations {
        let known = |index: usize| index < reading.referents.len();
        assert!(quotation.attribution.speaker.is_none_or(known));
    }
}

proptest! {
    #[test]
    fn arbitrary_text_is_read(text in "\\PC{0,200}") {
        holds_together(&text);
    }

    #[test]
    fn words_in_any_order_are_read(words in prop::collection::vec(prop::sample::select(vec![
        "Harriet", "Lowe", "Mayor", "of", "the", "The", "Institute", "and", "“", "”", "said", "he", ",", ".", "’s", "J.",
        "U.S.", "(", ")", "ICE", "287(g)", "Department", "for", "\n", "President", "is", "a", "Dr.", "de", "&", "Jr.", "who",
        "administration", "\u{a0}", "Ana’s", "told", "they", "report", "v.", "Dover", "New York", "’", "—", "21st", "é",
    ]), 0..60)) {
        holds_together(&words.join(" "));
    }
}
