//! What is said over the counterpart of a passage: what joins the two, who speaks there, and why they are linked.

use super::attribution::speaker_words;
use crate::model::{LinkKind, Side, Span};
use crate::workspace::{Compared, State};

/// The head of the drawer with the counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart {
    /// What joins the passages; none where the reader went to a paragraph of both.
    pub kind: Option<LinkKind>,
    /// The name of the link, or of the article.
    pub title: String,
    /// Who speaks in the passage, if anybody is quoted there: "Said by Ines Okafor, probably".
    pub who: Option<String>,
    /// Why it is linked, in a plain sentence.
    pub why: String,
}

/// Of what the reader is at, on that side.
pub fn counterpart(state: &State, side: Side) -> Counterpart {
    let article = || state.title(side).unwrap_or_default();
    let unlinked = || Counterpart { kind: None, title: article(), who: None, why: String::new() };
    let Some(compared) = &state.compared else { return unlinked() };
    let Some(link) = state.current else { return unlinked() };
    let Some(row) = super::list::row(&compared.comparison, link) else { return unlinked() };
    let span = compared.comparison.links.get(link).map(|found| *found.spans.get(side));
    let who = span.filter(|_| row.kind != LinkKind::Theme).and_then(|span| who_speaks(compared, side, span));
    Counterpart { kind: Some(row.kind), title: row.label.into_owned(), who, why: row.why.into_owned() }
}

/// Of the quotation that has most of that passage.
fn who_speaks(compared: &Compared, side: Side, passage: Span) -> Option<String> {
    let quotations = compared.reading(side).quotations.iter().enumerate();
    let (quotation, shared) = quotations
        .map(|(index, found)| (index, found.spans.iter().map(|span| span.shared_bytes(passage)).sum::<usize>()))
        // Of two alike the first, so that the answer does not depend on chance.
        .max_by_key(|(index, shared)| (*shared, std::cmp::Reverse(*index)))?;
    if shared == 0 {
        return None;
    }
    let words = speaker_words(compared, side, quotation)?;
    let Some(speaker) = words.speaker else { return Some("Nobody is named as the speaker".to_owned()) };
    let behalf = words.on_behalf_of.map_or_else(String::new, |behalf| format!(", {behalf}"));
    let sureness = words.sureness.to_lowercase();
    Some(format!("Said by {speaker}{behalf}  ·  {sureness}"))
}
