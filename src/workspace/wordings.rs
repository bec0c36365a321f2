//! The two wordings of a link, word against word.

use super::Compared;
use crate::comparing::wording::{self, Verdict};
use crate::model::{LinkKind, Quotation, Side, Sides, Span};

/// Two wordings of the same words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wordings {
    /// Where they stand, in bytes of each article.
    pub spans: Sides<Span>,
    /// What of that is compared: of an utterance what stands inside the marks.
    pub compared: Sides<Vec<Span>>,
    /// How they stand to each other; its places count from the beginning of the spans.
    pub verdict: Verdict,
}

impl Compared {
    /// The wordings of a link of shared words or of one utterance; none of other kinds.
    pub fn wordings(&self, link: usize) -> Option<Wordings> {
        let found = self.comparison.links.get(link)?;
        let is_utterance = match found.kind {
            LinkKind::Text => false,
            LinkKind::Quotation => true,
            _ => return None,
        };
        let worded = Sides::new(Side::Left, Side::Right).map(|side| {
            let span = *found.spans.get(side);
            let said = if is_utterance { self.said_in(side, span) } else { Vec::new() };
            if said.is_empty() { vec![span] } else { said }
        });
        let spans = worded.as_ref().map(|parts| parts.iter().copied().reduce(Span::cover).unwrap_or_default());
        let texts = Sides::new(Side::Left, Side::Right)
            .map(|side| blanked(self.text(side), *spans.get(side), worded.get(side)));
        let verdict = wording::compare(&texts.left, &texts.right);
        Some(Wordings { spans, compared: worded, verdict })
    }

    /// What of a passage stands inside the marks of the quotation that holds most of it; empty where none does.
    fn said_in(&self, side: Side, passage: Span) -> Vec<Span> {
        let shared =
            |quotation: &&Quotation| -> usize { quotation.spans.iter().map(|span| span.shared_bytes(passage)).sum() };
        let Some(quotation) = self.reading(side).quotations.iter().max_by_key(shared) else { return Vec::new() };
        if 2 * shared(&quotation) < passage.len() {
            return Vec::new();
        }
        let inside = quotation.spans.iter().filter(|span| span.overlaps(passage));
        inside.map(|span| Span::new(span.start.max(passage.start), span.end.min(passage.end))).collect()
    }
}

/// The words of `whole`, with as many blanks as bytes for what is not in one of the `parts`: what the writer says in
/// between ("she said") is no part of the utterance.
fn blanked(text: &str, whole: Span, parts: &[Span]) -> String {
    let mut words = String::with_capacity(whole.len());
    let mut at = whole.start;
    for part in parts {
        words.extend(std::iter::repeat_n(' ', part.start.saturating_sub(at)));
        words.push_str(Span::new(part.start.max(at), part.end).of(text));
        at = part.end.max(at);
    }
    words
}
