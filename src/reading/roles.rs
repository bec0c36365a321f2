//! What each paragraph is for.
//!
//! Prose is the rule: a paragraph is the author's running text unless something speaks against it, as a wrong role
//! takes words out of the analysis. Each kind of evidence has its file; they are asked in order, and the first that
//! knows a paragraph keeps it. What the markup says is never overruled.

mod bios;
mod bylines;
mod captions;
mod datelines;
mod furniture;
mod furniture_phrases;
mod headings;
mod lists;
mod page;
mod pull_quotes;
mod titles;

pub(super) use bios::authors as authors_in_note;
pub(super) use bylines::read as read_byline;
pub(super) use datelines::date_in as date_in_line;

use crate::model::{Article, Reading, Role};
use page::Page;

/// Fills [`Reading::roles`] (one a paragraph) and [`Reading::metadata`].
pub fn assign(article: &Article, reading: &mut Reading) {
    let mut page = Page::of(article);
    captions::mark(&mut page);
    datelines::mark(&mut page);
    bylines::mark(&mut page);
    furniture::mark(&mut page);
    titles::mark(&mut page);
    bylines::mark_bare_names(&mut page);
    bios::mark(&mut page);
    lists::mark(&mut page);
    pull_quotes::mark(&mut page);
    headings::mark(&mut page);
    reading.roles = page.roles.iter().map(|role| role.unwrap_or(Role::Body)).collect();
    reading.metadata = super::metadata::completed(article, &reading.roles);
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use crate::model::Role::{
        Bio, Body, Byline, Caption, Dateline, Furniture, Heading, ListItem, PullQuote, Separator, Title,
    };

    const LONG: &str = "The council sat until two in the morning over a question that had been put to it in March and again \
                        in May, and that nobody had wished to answer in either month for fear of what the ferrymen would \
                        say. When the vote came at last it was nine to one.";
    const OTHER: &str = "Nobody in the gallery went home. The mayor had sent out twice for coffee, and the clerk had begun \
                         to read the minutes of the last meeting a second time, slowly, because she had been told to keep \
                         going until somebody moved that the ferry should stay where it was.";

    const THIRD: &str = "By then the tide had turned. The last boat of the evening stood off the pier with its lamps lit, and its \
                         captain, who had heard nothing, sounded the horn three times and waited for the rope that somebody \
                         on the shore always threw and that tonight nobody did.";

    fn check(paragraphs: &[(&str, Role)]) {
        let text = paragraphs.iter().map(|(words, _)| *words).collect::<Vec<_>>().join("\n\n");
        let mut reading = Reading::default();
        assign(&testing::article(&text), &mut reading);
        for ((words, expected), found) in paragraphs.iter().zip(&reading.roles) {
            assert_eq!(found, expected, "{words}");
        }
    }

    fn metadata(text: &str) -> [Option<String>; 4] {
        let mut reading = Reading::default();
        assign(&testing::article(text), &mut reading);
        let found = reading.metadata;
        [found.title, found.byline, found.publication, found.date]
    }

    #[test]
    fn the_head_of_an_article() {
        check(&[
            ("Home » Opinion", Furniture),
            ("OPINION", Furniture),
            ("Why the Ferry Should Stay", Title),
            ("By Ada Quill | The Brinmouth Echo", Byline),
            ("May 2, 2019", Dateline),
            ("Share This:", Furniture),
            ("Facebook", Furniture),
            ("Twitter", Furniture),
            ("The ferry leaves Brinmouth. (Ada Quill/AP)", Caption),
            (LONG, Body),
            (OTHER, Body),
        ]);
    }

    #[test]
    fn the_tail_of_an_article() {
        check(&[
            (LONG, Body),
            (OTHER, Body),
            ("Ada Quill is a research fellow at the Tide Institute in Brinmouth.", Bio),
            ("She lives near the pier.", Bio),
            ("Related articles", Furniture),
            ("What the Tide Took", Furniture),
            ("2 comments", Furniture),
            ("I took that ferry every day of my life and never saw nine councillors on it.", Furniture),
        ]);
    }

    #[test]
    fn a_name_under_the_title_is_a_byline_where_a_date_confirms_it() {
        check(&[("Why the Ferry Should Stay", Title), ("Ada Quill", Byline), ("May 2, 2019", Dateline), (LONG, Body)]);
        check(&[
            ("Why the Ferry Should Stay", Title),
            ("Ada Quill", Byline),
            ("Staff Writer", Byline),
            ("Published 6:02 p.m. ET March 3, 2022", Dateline),
            (LONG, Body),
        ]);
        check(&[("Why the Ferry Should Stay", Title), ("Early Years", Heading), (LONG, Body), (OTHER, Body)]);
    }

    #[test]
    fn an_article_may_begin_without_a_title() {
        check(&[(LONG, Body), (OTHER, Body)]);
        check(&[("BRINMOUTH (NP) — The council kept the ferry on Monday, nine to one.", Body), (LONG, Body)]);
        check(&[("The ferry was late on Tuesday morning.", Body), (LONG, Body)]);
    }

    #[test]
    fn headings_stand_over_prose() {
        check(&[
            (LONG, Body),
            ("What the Council Heard", Heading),
            (OTHER, Body),
            ("The ferrymen are running scared", Heading),
            (THIRD, Body),
            ("What should be done", Heading),
            ("Keep it. Here is how to pay for it:", Body),
            ("• Sell the railway’s land.", ListItem),
            ("Who pays for the ferry?", Heading),
            (
                "The town pays, as it has paid in every year since the bridge was washed away and the railway was sold for scrap.",
                Body,
            ),
        ]);
    }

    #[test]
    fn short_paragraphs_of_prose_stay_prose() {
        check(&[
            (LONG, Body),
            ("Nobody did.", Body),
            (OTHER, Body),
            ("Let us look at the figures:", Body),
            (THIRD, Body),
            ("So who pays?", Body),
            ("“We do,” said the mayor.", Body),
        ]);
    }

    #[test]
    fn lines_of_a_transcript_are_no_headings() {
        check(&[
            (LONG, Body),
            ("RUSH: Will the ferry run in the winter of next year?", Body),
            (OTHER, Body),
            ("(APPLAUSE)", Body),
            (THIRD, Body),
        ]);
    }

    #[test]
    fn separators_and_lists() {
        check(&[(LONG, Body), ("• • •", Separator), (OTHER, Body), ("***", Separator), (THIRD, Body)]);
        check(&[(LONG, Body), ("• The pier", ListItem), ("• The ferry", ListItem), (OTHER, Body)]);
        check(&[
            (LONG, Body),
            ("1. The pier needs paint.", ListItem),
            ("2. The ferry needs a crew.", ListItem),
            (OTHER, Body),
        ]);
        check(&[(LONG, Body), ("— Nobody moved.", Body), (OTHER, Body)]);
    }

    #[test]
    fn pull_quotes_repeat_the_article() {
        check(&[(LONG, Body), ("The mayor had sent out twice for coffee.", PullQuote), (OTHER, Body)]);
        let sentence =
            "The ferry company carries no passengers, it merely refuses to close the harbor office on winter weekends.";
        let source = "Unlike the railway, the ferry company is not actually carrying passengers across in bad weather; it is refusing to \
                      close the harbor office on those winter weekends that nobody else would ever have cared about at all, and it \
                      has said so in four letters to the council.";
        check(&[(LONG, Body), (sentence, PullQuote), (OTHER, Body), (source, Body)]);
    }

    #[test]
    fn a_refrain_is_no_pull_quote() {
        check(&[(LONG, Body), ("Nobody went home.", Body), (OTHER, Body)]);
    }

    #[test]
    fn a_person_of_the_story_is_not_its_author() {
        let story = "The first to speak was Quill, who has run the ferry since her father died and who had come in her oilskins.";
        check(&[(LONG, Body), (story, Body), ("Ada Quill is a member of the harbor board.", Body)]);
    }

    #[test]
    fn metadata_is_what_the_text_says() {
        let some = |words: &str| Some(words.to_owned());
        let head = format!(
            "Why the Ferry Should Stay\n\nBy Ada Quill and Ben Rush | The Brinmouth Echo\n\nMay 2, 2019\n\n{LONG}\n\n{OTHER}"
        );
        assert_eq!(
            metadata(&head),
            [
                some("Why the Ferry Should Stay"),
                some("Ada Quill and Ben Rush"),
                some("The Brinmouth Echo"),
                some("2019-05-02")
            ]
        );
        let note =
            format!("May 2, 2019 – Ada Quill is the former president of the Harbor League.\n\n{LONG}\n\n{OTHER}");
        assert_eq!(metadata(&note), [None, some("Ada Quill"), None, some("2019-05-02")]);
        assert_eq!(metadata(&format!("{LONG}\n\n{OTHER}")), [None, None, None, None]);
        let correction = format!(
            "{LONG}\n\n{OTHER}\n\n{LONG}\n\n{OTHER}\n\n{LONG}\n\n{OTHER}\n\n{LONG}\n\n{OTHER}\n\nCORRECTION:\n\nMay 4, 2019"
        );
        assert_eq!(metadata(&correction)[3], None);
    }
}
