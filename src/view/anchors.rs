//! Where two articles run side by side: pairs of places, in the same order on both sides, to keep level while scrolling.

use crate::model::Sides;
use crate::workspace::Compared;

/// How many of the strongest links are looked at: more would cost time and add little.
const MOST_LINKS: usize = 400;

/// Bytes at which linked passages begin, rising on both sides: of all such chains the one whose links score most.
///
/// A heaviest increasing subsequence, quadratic in the links looked at.
pub fn anchors(compared: &Compared, hidden: &[bool]) -> Vec<Sides<usize>> {
    let links = compared.comparison.links.iter().enumerate();
    let shown = links.filter(|(index, _)| !hidden.get(*index).copied().unwrap_or(false)).take(MOST_LINKS);
    let mut places: Vec<(Sides<usize>, f32)> =
        shown.map(|(_, link)| (link.spans.map(|span| span.start), link.score.max(0.01))).collect();
    places.sort_by_key(|(at, _)| (at.left, at.right));
    let mut best: Vec<(f32, Option<usize>)> = Vec::with_capacity(places.len());
    for (index, (at, score)) in places.iter().enumerate() {
        let before = (0..index)
            .filter(|other| places[*other].0.left < at.left && places[*other].0.right < at.right)
            .max_by(|one, other| best[*one].0.total_cmp(&best[*other].0));
        best.push((score + before.map_or(0.0, |before| best[before].0), before));
    }
    let mut at = (0..best.len()).max_by(|one, other| best[*one].0.total_cmp(&best[*other].0));
    let mut chain = Vec::new();
    while let Some(index) = at {
        chain.push(places[index].0);
        at = best[index].1;
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Article, Comparison, Link, LinkKind, Reading, Span};
    use crate::workspace::{Opened, Origin};

    fn compared(places: &[(usize, usize, f32)]) -> Compared {
        let opened = || {
            Arc::new(Opened {
                origin: Origin::Pasted(String::new()),
                article: Article::default(),
                reading: Reading::default(),
            })
        };
        let link = |(left, right, score): &(usize, usize, f32)| {
            let spans = Sides::new(Span::new(*left, left + 1), Span::new(*right, right + 1));
            Link { score: *score, ..Link::new(LinkKind::Theme, spans) }
        };
        let comparison = Comparison { links: places.iter().map(link).collect(), ..Comparison::default() };
        Compared::new(Sides::new(opened(), opened()), Sides::default(), comparison)
    }

    #[test]
    fn the_strongest_chain_that_rises_on_both_sides_is_kept() {
        let found = anchors(&compared(&[(10, 500, 0.9), (20, 30, 0.5), (40, 60, 0.5), (60, 20, 0.2)]), &[]);
        assert_eq!(found, [Sides::new(20, 30), Sides::new(40, 60)], "0.5 and 0.5 are more than 0.9");
    }

    #[test]
    fn hidden_links_hold_nothing_level() {
        let found = anchors(&compared(&[(10, 10, 0.9), (20, 30, 0.5)]), &[true, false]);
        assert_eq!(found, [Sides::new(20, 30)]);
        assert!(anchors(&compared(&[]), &[]).is_empty());
    }
}
