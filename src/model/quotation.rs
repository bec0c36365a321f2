//! Words that somebody is said to have said, and who.

use serde::{Deserialize, Serialize};

use super::{Rule, Span, words_in};

/// Quoted words.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    /// The words inside the marks; two or more where an attribution splits it or it goes on over paragraphs.
    pub spans: Vec<Span>,
    /// How much is quoted and how it is set.
    pub kind: QuotationKind,
    /// Who is said to have said it.
    pub attribution: Attribution,
}

impl Quotation {
    /// From its first word to its last, an attribution in between included.
    pub fn extent(&self) -> Span {
        let start = self.spans.first().map_or(0, |span| span.start);
        Span::new(start, self.spans.last().map_or(start, |span| span.end))
    }

    /// How many words stand inside the marks of these quotations, in order of place; those of a quotation inside
    /// another ("I told him ‘…’") count once. `text` is the article's.
    pub fn words_of_all<'q>(quotations: impl Iterator<Item = &'q Quotation>, text: &str) -> usize {
        let mut outer = Span::default();
        let mut count = 0;
        for span in quotations.flat_map(|quotation| &quotation.spans) {
            if !outer.contains(*span) {
                outer = *span;
                count += words_in(span.of(text));
            }
        }
        count
    }
}

/// How much is quoted and how it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotationKind {
    /// A clause or more, in marks.
    Direct,
    /// A few words, in marks.
    Fragment,
    /// Set off as a block, without marks.
    Block,
}

/// Reported speech or a finding without marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// What is reported.
    pub span: Span,
    /// Who is said to have said or found it.
    pub attribution: Attribution,
}

/// Who said it, how the text says so, and how sure we are.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attribution {
    /// Index into [`Reading::referents`](super::Reading::referents); none where the text names nobody.
    pub speaker: Option<usize>,
    /// The mention that attributes it: a name, an office, a pronoun.
    pub mention: Option<Span>,
    /// "said", "according to", "testimony".
    pub cue: Option<Span>,
    /// On whose behalf, where a spokesperson speaks: index into the referents.
    pub on_behalf_of: Option<usize>,
    /// The outlet it was said to ("told The Post"), never the speaker.
    pub outlet: Option<Span>,
    /// 0 to 1: how sure we are of the speaker.
    pub confidence: f32,
    /// What decided.
    pub rule: Rule,
    /// The next best candidate.
    pub runner_up: Option<RunnerUp>,
}

impl Attribution {
    /// Whether the reader made it.
    pub fn is_readers(&self) -> bool {
        self.rule == Rule::Reader
    }
}

/// A candidate that lost.
#[derive(Debug, Clone, PartialEq)]
pub struct RunnerUp {
    /// The mention it would have been.
    pub mention: Span,
    /// The rule that spoke for it.
    pub rule: Rule,
    /// 0 to 1.
    pub confidence: f32,
}
