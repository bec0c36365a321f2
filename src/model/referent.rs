//! Someone or something that one article quotes, cites or names.

use serde::{Deserialize, Serialize};

use super::Span;

/// One person, body, document, law or place of one article, with all its mentions.
#[derive(Debug, Clone, PartialEq)]
pub struct Referent {
    /// The fullest form that the article gives, without titles: "J. Thomas Manger".
    pub name: String,
    /// What it is.
    pub kind: SourceKind,
    /// Where the text means it, in order of place: names, offices, pronouns.
    pub mentions: Vec<Span>,
    /// Which of [`mentions`](Self::mentions) are names (not pronouns and common nouns), in order of place.
    pub names: Vec<Span>,
    /// How the text introduces it: appositions and titles, as they stand ("Chief of Police for Montgomery County").
    pub introductions: Vec<Span>,
}

impl Referent {
    /// Whether the article calls it by a name, and not only "the policy" or "a spokeswoman".
    pub fn is_named(&self) -> bool {
        // One without any mention was named by the reader.
        !self.names.is_empty() || self.name.ends_with(" administration") || self.mentions.is_empty()
    }
}

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A named human being.
    Person,
    /// A body: agency, company, party, court, team, government.
    Organisation,
    /// A newspaper, journal, broadcaster or site.
    Publication,
    /// A study, survey or poll.
    Study,
    /// A report, letter, order, testimony or other writing.
    Document,
    /// A statute, amendment, bill or ruling.
    Law,
    /// A programme, plan or initiative.
    Programme,
    /// A happening with a name.
    Event,
    /// Somewhere.
    Place,
    /// Somebody without a name: "one detective", "officials".
    Anonymous,
}
