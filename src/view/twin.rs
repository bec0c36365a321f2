//! A linked passage beside its twin on the other side: the words that differ, and how near both are.

use super::differences::{Differing, Piece, spoken, windowed};
use crate::model::{Side, Sides, Wording};
use crate::workspace::{ChangeKind, Compared, Verdict};

/// The twin of a passage, marked against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    /// The side that the twin is on.
    pub side: Side,
    /// How near both are, in words.
    pub strength: String,
    /// The twin, in a window around what differs.
    pub pieces: Vec<Piece>,
    /// Whether any word differs.
    pub differs: bool,
}

impl Twin {
    /// The twin of a link's passage on the side of `from`; none for links that share no words.
    pub fn new(compared: &Compared, link: usize, from: Side) -> Option<Self> {
        let wordings = compared.wordings(link)?;
        let side = from.other();
        let span = *wordings.spans.get(side);
        let verdict = &wordings.verdict;
        let start = wordings.spans.get(from).start;
        let found = Differing {
            text: compared.text(side),
            span,
            compared: wordings.compared.get(side).clone(),
            other: compared.text(from),
            changes: Differing::changes_of(&verdict.changes, side == Side::Left, span.start, start),
        };
        let differs = verdict.changes.iter().any(|change| !change.kind.is_slight());
        let texts = compared.sides.as_ref().map(|opened| opened.article.text.as_ref());
        let parts = Sides::new(wordings.spans.left.of(texts.left), wordings.spans.right.of(texts.right));
        Some(Self { side, strength: strength(verdict, parts), pieces: windowed(found.pieces()), differs })
    }

    /// The twin for a screen reader.
    pub fn spoken(&self) -> String {
        let name = |side: Side| format!("on the {}", side.name());
        format!("On the {}: {}", self.side.name(), spoken(&self.pieces, &name(self.side), &name(self.side.other())))
    }
}

/// "Word for word the same", "Nearly: 2 words differ".
fn strength(verdict: &Verdict, texts: Sides<&str>) -> String {
    let of_kind = |kind| {
        let changes = verdict.changes.iter().filter(move |change| change.kind == kind);
        let words = |text: &str| text.split_whitespace().count();
        changes.map(|change| words(change.left.of(texts.left)).max(words(change.right.of(texts.right)))).sum::<usize>()
    };
    let counted = |count: usize| if count == 1 { "1 word".to_owned() } else { format!("{count} words") };
    let (elided, bracketed) = (of_kind(ChangeKind::Elided), of_kind(ChangeKind::Bracketed));
    let mut line = match verdict.differing_words(texts) {
        _ if verdict.wording == Wording::Different => return "Other words".to_owned(),
        1 => "Nearly: 1 word differs".to_owned(),
        words if words > 1 => format!("Nearly: {words} words differ"),
        _ if elided > 0 => format!("Word for word, but for {} left out with “…”", counted(elided)),
        _ if bracketed > 0 => format!("Word for word, but for {} in brackets", counted(bracketed)),
        _ => slight(verdict),
    };
    if verdict.joined {
        line.push_str("; words from two places stand together");
    }
    line
}

fn slight(verdict: &Verdict) -> String {
    let has = |kind| verdict.changes.iter().any(|change| change.kind == kind);
    let mut differing = Vec::new();
    differing.extend(verdict.marks_differ.then_some("marks"));
    differing.extend(has(ChangeKind::Case).then_some("capitals"));
    differing.extend(has(ChangeKind::Spelling).then_some("spelling"));
    if differing.is_empty() {
        return "Word for word the same".to_owned();
    }
    format!("Word for word; only {} differ", differing.join(" and "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Comparison, Link, LinkKind, Reading, Span};
    use crate::workspace::{Opened, Origin};
    use std::sync::Arc;

    fn twin(left: &str, right: &str, from: Side) -> Twin {
        let opened = |text: &str| {
            let article = Article { text: text.into(), ..Article::default() };
            Arc::new(Opened { origin: Origin::Pasted(String::new()), article, reading: Reading::default() })
        };
        let link = Link::new(LinkKind::Text, Sides::new(Span::new(0, left.len()), Span::new(0, right.len())));
        let comparison = Comparison { links: vec![link], ..Comparison::default() };
        let compared = Compared::new(Sides::new(opened(left), opened(right)), Sides::default(), comparison);
        Twin::new(&compared, 0, from).expect("a link of shared words has a twin")
    }

    #[test]
    fn the_twin_is_marked_against_the_passage_that_was_asked_about() {
        let (left, right) =
            ("The ferry will never cross the lake again.", "The old ferry will not cross the lake again.");
        assert_eq!(
            twin(left, right, Side::Left).spoken(),
            "On the right: The [only on the right: old] ferry will [only on the left: never] \
             [only on the right: not] cross the lake again."
        );
        assert_eq!(
            twin(left, right, Side::Right).spoken(),
            "On the left: The [only on the right: old] ferry will [only on the right: not] \
             [only on the left: never] cross the lake again."
        );
    }

    #[test]
    fn strength_is_said_in_words() {
        for (left, right, expected) in [
            ("The ferry will cross.", "The ferry will cross.", "Word for word the same"),
            ("The ferry will cross it.", "the ferry will cross it.", "Word for word; only capitals differ"),
            ("The ferry will never cross the lake.", "The ferry will not cross the lake.", "Nearly: 1 word differs"),
            (
                "The old ferry will never cross the lake again.",
                "The ferry will not cross the lake again.",
                "Nearly: 2 words differ",
            ),
            (
                "The ferry will … before winter comes.",
                "The ferry will cross the lake before winter comes.",
                "Word for word, but for 3 words left out with “…”",
            ),
        ] {
            assert_eq!(twin(left, right, Side::Left).strength, expected);
        }
    }
}
