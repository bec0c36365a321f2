//! Who is quoted, and by which words the text says so: one line a case, one table a construction.
//!
//! Each case is a text, words of the quotation or statement, and what the reading must take for its speaker:
//! words of the mention, or `NOBODY`. People and towns are made up.

use diptych::import;
use diptych::model::{Article, Quotation, QuotationKind, Reading, Span};
use diptych::reading;

const NOBODY: &str = "";

struct Case(&'static str, &'static str, &'static str);

fn read(text: &str) -> (Article, Reading) {
    let article = import::pasted(text).expect("there are words in it");
    let found = reading::read(&article);
    (article, found)
}

fn words(article: &Article, span: Option<Span>) -> String {
    span.map_or(String::new(), |span| span.of(&article.text).to_owned())
}

fn quoted<'a>(article: &Article, found: &'a Reading, part: &str) -> Option<&'a Quotation> {
    found.quotations.iter().find(|one| one.spans.iter().any(|span| span.of(&article.text).contains(part)))
}

/// Every case of a table at once, so that one run shows all that fail.
fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for Case(text, quotation, speaker) in cases {
        let (article, found) = read(text);
        match quoted(&article, &found, quotation) {
            None => wrong.push(format!("{text}\n    no quotation with {quotation:?}")),
            Some(one) => {
                let mention = words(&article, one.attribution.mention);
                let right = if *speaker == NOBODY { mention.is_empty() } else { mention.contains(speaker) };
                if !right {
                    wrong.push(format!("{text}\n    said by {mention:?}, not {speaker:?} ({})", one.attribution.rule));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Words in marks that are no quotation.
fn check_terms(cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, term) in cases {
        let (article, found) = read(text);
        if quoted(&article, &found, term).is_some() {
            wrong.push(format!("{text}\n    {term:?} is taken for a quotation"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Reported statements: words of what is reported, words of the mention.
fn check_statements(cases: &[Case]) {
    let mut wrong = Vec::new();
    for Case(text, reported, speaker) in cases {
        let (article, found) = read(text);
        let hit = found.statements.iter().any(|one| {
            one.span.of(&article.text).contains(reported) && words(&article, one.attribution.mention).contains(speaker)
        });
        if !hit {
            let all: Vec<String> = found
                .statements
                .iter()
                .map(|one| {
                    format!("{:?} by {:?}", one.span.of(&article.text), words(&article, one.attribution.mention))
                })
                .collect();
            wrong.push(format!("{text}\n    found {all:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn speaker_behind_the_quotation() {
    check(&[
        Case("“The dam holds,” Ada Holm said.", "The dam", "Ada Holm"),
        Case("“The dam holds,” she said.", "The dam", "she"),
        Case("“The dam holds,” Holm told reporters on Monday.", "The dam", "Holm"),
        Case("“The dam holds,” the mayor of Velm said.", "The dam", "the mayor"),
        Case("“The dam holds,” Holm has repeatedly said.", "The dam", "Holm"),
        Case("“Does the dam hold?” Holm asked.", "Does the dam", "Holm"),
        Case("“Hold the dam!” a worker shouted.", "Hold the dam", "a worker"),
        Case("“The dam holds,” Ada Holm, the mayor of Velm, said.", "The dam", "Ada Holm"),
        Case("“The dam holds,” Ada Holm, who has led Velm since 2009, said on Friday.", "The dam", "Ada Holm"),
        Case("“The dam holds,” Ada Holm, 45, of Velm, said.", "The dam", "Ada Holm"),
        Case("“The dam holds,” two officials said.", "The dam", "two officials"),
        Case("“The dam holds,” one resident of Velm wrote.", "The dam", "one resident"),
        Case("“The dam holds”, Holm said.", "The dam", "Holm"),
        Case("“The dam holds” — that is what Holm said on the night.", "The dam", "Holm"),
    ]);
}

#[test]
fn verb_before_its_speaker() {
    check(&[
        Case("“The dam holds,” said Ada Holm.", "The dam", "Ada Holm"),
        Case("“The dam holds,” said Ada Holm, mayor of Velm.", "The dam", "Ada Holm"),
        Case("“The dam holds,” said Holm on Monday.", "The dam", "Holm"),
        Case("“The dam holds,” says the report.", "The dam", "the report"),
        Case("“The dam holds,” wrote the editors of the Velm Courier.", "The dam", "the editors"),
        Case("“The dam holds,” added Orr, a retired engineer who built it.", "The dam", "Orr"),
        Case("“Will it hold?” asked one of the farmers.", "Will it", "one of the farmers"),
        Case("“The dam holds,” said a spokeswoman for the water board.", "The dam", "a spokeswoman"),
    ]);
}

#[test]
fn speaker_before_the_quotation() {
    check(&[
        Case("Ada Holm said, “The dam holds.”", "The dam", "Ada Holm"),
        Case("Holm said: “The dam holds.”", "The dam", "Holm"),
        Case("Holm told the council that “the dam holds.”", "the dam", "Holm"),
        Case("Holm told the Velm Courier, “The dam holds.”", "The dam", "Holm"),
        Case("As Holm put it, she said, “The dam holds.”", "The dam", "she"),
        Case("Ada Holm, the mayor of Velm and a former judge, said, “The dam holds.”", "The dam", "Ada Holm"),
        Case("On Monday, Holm said “the dam holds.”", "the dam", "Holm"),
        Case("When asked about the leak, Holm answered: “The dam holds.”", "The dam", "Holm"),
        Case("In a statement, the water board said, “The dam holds.”", "The dam", "the water board"),
        Case("Last week Holm warned that the dam was “a danger to the valley.”", "a danger", "Holm"),
        Case("Holm called the plan “a bad joke.”", "a bad joke", "Holm"),
        Case("Holm described the night as “long and wet.”", "long and wet", "Holm"),
        Case("The letter states that “the dam holds.”", "the dam", "The letter"),
        Case("The study concluded that “the dam holds.”", "the dam", "The study"),
        Case("Holm, who called the plan “a bad joke,” left early.", "a bad joke", "Holm"),
        Case("Some said “the dam holds.”", "the dam", "Some"),
    ]);
}

#[test]
fn participles_take_the_subject_of_their_clause() {
    check(&[
        Case("Holm defended the plan, saying “the dam holds.”", "the dam", "Holm"),
        Case("Holm left the room early, adding: “The dam holds.”", "The dam", "Holm"),
        Case("Calling the plan “a bad joke,” Holm left the room.", "a bad joke", "Holm"),
        Case("Holm wrote a letter to Judge Orr asking him to “stop the flood.”", "stop the flood", "Holm"),
        Case("Holm told the farmers who had come that she would stay, saying “the dam holds.”", "the dam", "Holm"),
        Case("Holm said the farmers knew the risk, but insisted that “the dam holds.”", "the dam", "Holm"),
    ]);
}

#[test]
fn according_to_and_passives() {
    check(&[
        Case("According to Ada Holm, the dam is “a danger to the valley.”", "a danger", "Ada Holm"),
        Case("The dam is “a danger to the valley,” according to Ada Holm.", "a danger", "Ada Holm"),
        Case("The dam is “a danger to the valley,” according to a report by the water board.", "a danger", "a report"),
        Case("The dam was described by Holm as “a danger to the valley.”", "a danger", "Holm"),
    ]);
}

#[test]
fn nouns_that_announce() {
    check(&[
        Case("From Holm’s letter: “The dam holds and always will.”", "The dam", "Holm"),
        Case("Orr repeated Holm’s claim that “the dam holds.”", "the dam", "Holm"),
        Case("HOLM: “The dam holds and always will.”", "The dam", "HOLM"),
        Case("“The dam holds and always will.” — Ada Holm", "The dam", "Ada Holm"),
    ]);
}

#[test]
fn speakers_carry_over() {
    check(&[
        Case("“The dam holds,” Holm said. “It always has.”", "It always", "Holm"),
        Case("“The dam holds,” Holm said. “It has for years. It always will.”", "It always will", "Holm"),
        Case("Holm was blunt about the dam. “It holds.”", "It holds", "Holm"),
        Case("Holm had an answer to that:\n\n“The dam holds and always will.”", "The dam", "Holm"),
        Case("“The dam holds,” Holm said.\n\n“It always has,” Orr said.", "It always", "Orr"),
        Case("Holm said: “The dam holds.\n\n“It always has.”", "It always", "Holm"),
    ]);
}

#[test]
fn a_quotation_split_by_its_attribution_is_one() {
    for text in ["“The dam,” Holm said, “holds as ever.”", "\"The dam,\" Holm said, \"holds as ever.\""] {
        let (article, found) = read(text);
        let spans: Vec<Vec<&str>> =
            found.quotations.iter().map(|one| one.spans.iter().map(|span| span.of(&article.text)).collect()).collect();
        assert_eq!(spans, [["The dam,", "holds as ever."]], "{text}");
    }
}

#[test]
fn every_kind_of_mark() {
    check(&[
        Case("\"The dam holds,\" Holm said.", "The dam", "Holm"),
        Case("''The dam holds,'' Holm said.", "The dam", "Holm"),
        Case("«The dam holds», Holm said.", "The dam", "Holm"),
        Case("„The dam holds“, Holm said.", "The dam", "Holm"),
        Case("‘The dam holds,’ Holm said.", "The dam", "Holm"),
        Case("”The dam holds,” Holm said.", "The dam", "Holm"),
        Case("“The dam holds,\" Holm said.", "The dam", "Holm"),
    ]);
}

#[test]
fn long_and_short_quotations_are_told_apart() {
    let kind = |text: &str, part: &str| {
        let (article, found) = read(text);
        quoted(&article, &found, part).map(|one| one.kind)
    };
    assert_eq!(kind("Holm said, “The dam holds as it always has.”", "The dam"), Some(QuotationKind::Direct));
    assert_eq!(kind("Holm called the plan “outrageous” twice.", "outrageous"), Some(QuotationKind::Fragment));
}

#[test]
fn terms_and_titles_are_no_quotations() {
    check_terms(&[
        ("The so-called “shelter” policies cost the town little.", "shelter"),
        ("The town is known as a “river city” in the valley.", "river city"),
        ("Her film “The Long Dam” opened in May.", "The Long Dam"),
        ("He was the host of “Velm Tonight” for years.", "Velm Tonight"),
        ("Among other “shelter first” proposals, the council named two.", "shelter first"),
        ("The town kept its status as a “river city” for years.", "river city"),
        ("Velm has often asserted its proud status as a “river city” for years.", "river city"),
    ]);
}

#[test]
fn blocks_without_marks() {
    let text = "The dam was the matter of the evening. As Ada Holm, the mayor of Velm, explained in testimony before the \
                council:\n\nThe dam holds because we have looked after it for forty years and more, and it will hold as \
                long as we go on doing so, whatever the newspapers of the city may choose to print.\n\nNobody answered.";
    let (article, found) = read(text);
    let block = found.quotations.iter().find(|one| one.kind == QuotationKind::Block).expect("the block is found");
    assert!(block.spans[0].of(text).starts_with("The dam holds because"));
    assert!(words(&article, block.attribution.mention).contains("Ada Holm"));
}

#[test]
fn a_block_may_follow_a_full_stop() {
    let block = "We have looked after the dam for forty years and more, and it will hold as long as we go on doing so.";
    let found = |text: String| {
        let (article, found) = read(&text);
        let block = found.quotations.iter().find(|one| one.kind == QuotationKind::Block);
        block.map(|block| words(&article, block.attribution.mention))
    };
    let voice = found(format!("The dam was the matter of the evening. As spokeswoman Ada Holm said.\n\n{block}"));
    assert_eq!(voice.as_deref(), Some("spokeswoman Ada Holm"));
    let report = "The dam was built in 1931 by men from the valley, and it has held ever since without a repair.";
    assert_eq!(found(format!("The dam was the matter. As Ada Holm said.\n\n{report}")), None);
    assert_eq!(found(format!("We met at the dam. It holds, Ada Holm said.\n\n{block}")), None);
    assert_eq!(found(format!("The dam was the matter. Ada Holm left.\n\n{block}")), None);
}

#[test]
fn a_lead_in_that_announces_no_voice_makes_no_block() {
    let text = "Let’s take a closer look:\n\nThe dam was built in 1931 by men from the valley, and it has held ever since \
                without a single serious repair to its walls.";
    let (_, found) = read(text);
    assert!(found.quotations.is_empty());
}

#[test]
fn reported_statements() {
    check_statements(&[
        Case("Ada Holm said that the dam was safe.", "the dam was safe", "Ada Holm"),
        Case("Holm said the dam was safe.", "the dam was safe", "Holm"),
        Case("Researchers at the University of Velm found that dams age quickly.", "dams age quickly", "Researchers"),
        Case("According to the water board, the dam will last for decades.", "the dam will last", "the water board"),
        Case("The dam will last for decades, according to the water board.", "The dam will last", "the water board"),
        Case("The dam will last for decades, Holm said.", "The dam will last", "Holm"),
        Case("Holm told reporters that the dam was safe.", "the dam was safe", "Holm"),
        Case("Studies have shown that dams age quickly.", "dams age quickly", "Studies"),
        Case("Holm vowed to repair the dam.", "to repair the dam", "Holm"),
        Case("Holm criticized the water board’s plan.", "the water board’s plan", "Holm"),
        Case("Holm left, saying the dam was safe.", "the dam was safe", "Holm"),
        Case("A study published in May found that dams age quickly.", "dams age quickly", "A study"),
    ]);
}

#[test]
fn the_noun_is_not_taken_for_the_verb() {
    let (_, found) = read("The report on the state of the dam reached the council in a prepared text.");
    assert!(found.statements.is_empty());
}
