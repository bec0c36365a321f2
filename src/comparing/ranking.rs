//! Which link a reader gains most from.

use super::Read;
use crate::model::{Comparison, Link, LinkKind, Side, Sides, Span, Wording};

/// What remains of a link's worth for every link of its kind that stands before it: so each kind shows early.
const AGAIN: f32 = 0.965;
/// Merely named sources come after everything that says more.
const NAMED_ONLY: f32 = 0.12;

/// The links with their final scores, strongest first; duplicates and what teaches nothing left out.
pub fn rank(links: Vec<Link>, sides: Sides<Read<'_>>, comparison: &Comparison) -> Vec<Link> {
    let mut links: Vec<Link> = links
        .into_iter()
        .map(|mut link| {
            link.score = worth(&link, comparison);
            link
        })
        .collect();
    links.sort_by(strongest_first);
    interleave(&without_duplicates(links, sides))
}

/// By score; equal ones by place.
fn strongest_first(one: &Link, other: &Link) -> std::cmp::Ordering {
    let place = |link: &Link| (link.spans.left.start, link.spans.right.start, link.kind);
    other.score.total_cmp(&one.score).then(place(one).cmp(&place(other)))
}

/// 0 to 1, from the score of a tie between two paragraphs: what a theme link is worth.
pub fn theme_worth(own: f32) -> f32 {
    0.3 + 0.55 * own.clamp(0.0, 1.0).sqrt()
}

/// 0 to 1, from a link's own score within its kind.
pub fn worth(link: &Link, comparison: &Comparison) -> f32 {
    let own = link.score.clamp(0.0, 1.0);
    match link.kind {
        LinkKind::Quotation => 0.9 + 0.1 * own,
        LinkKind::Source => match link.wording {
            Some(Wording::Different) => 0.82 + 0.12 * own,
            Some(_) => 0.86 + 0.1 * own,
            None if quoted_somewhere(link, comparison) => 0.2 + 0.4 * own,
            None => NAMED_ONLY * own,
        },
        LinkKind::Event => 0.2 + 0.75 * own,
        LinkKind::Fact => 0.1 + 0.8 * own,
        LinkKind::Text => 0.1 + 0.75 * own,
        LinkKind::Theme => theme_worth(own),
        LinkKind::Drawn => 1.0,
    }
}

/// Whether the link's source is quoted or cited by at least one article.
fn quoted_somewhere(link: &Link, comparison: &Comparison) -> bool {
    link.source.and_then(|source| comparison.sources.get(source)).is_some_and(|source| {
        Side::BOTH.iter().any(|&side| {
            let own = source.sides.get(side);
            !own.quotations.is_empty() || !own.statements.is_empty()
        })
    })
}

/// Leaves out links that join what a stronger one joins already, unless both teach something.
fn without_duplicates(links: Vec<Link>, sides: Sides<Read<'_>>) -> Vec<Link> {
    let mut kept: Vec<Link> = Vec::with_capacity(links.len());
    for link in links {
        if !kept.iter().any(|stronger| repeats(stronger, &link, sides)) {
            kept.push(link);
        }
    }
    kept
}

fn repeats(stronger: &Link, link: &Link, sides: Sides<Read<'_>>) -> bool {
    let covered = Side::BOTH.iter().all(|&side| mostly_within(*link.spans.get(side), *stronger.spans.get(side)));
    let one_place = Side::BOTH.iter().all(|&side| {
        let article = sides.get(side).article;
        article.paragraph_at(link.spans.get(side).start) == article.paragraph_at(stronger.spans.get(side).start)
    });
    match (stronger.kind, link.kind) {
        (one, other) if one == other && one != LinkKind::Source => covered,
        (LinkKind::Source, LinkKind::Source) => covered && stronger.source == link.source,
        (LinkKind::Quotation, LinkKind::Text | LinkKind::Source) | (LinkKind::Event, LinkKind::Fact) => covered,
        (LinkKind::Event | LinkKind::Fact, LinkKind::Theme) | (LinkKind::Theme, LinkKind::Fact | LinkKind::Event) => {
            one_place
        }
        _ => false,
    }
}

/// Whether most of a span lies in another.
fn mostly_within(span: Span, other: Span) -> bool {
    let start = span.start.max(other.start);
    let end = span.end.min(other.end);
    end > start && 10 * (end - start) >= 8 * (span.end - span.start)
}

/// An order in which every kind shows early: a kind's later links lose a little each; scores fall along the list.
fn interleave(links: &[Link]) -> Vec<Link> {
    let mut queues: Vec<std::collections::VecDeque<Link>> =
        LinkKind::ALL.iter().map(|kind| links.iter().filter(|link| link.kind == *kind).cloned().collect()).collect();
    let mut shown = vec![0_i32; queues.len()];
    let mut ranked: Vec<Link> = Vec::with_capacity(links.len());
    loop {
        let mut best: Option<(usize, f32)> = None;
        for (at, queue) in queues.iter().enumerate() {
            if let Some(link) = queue.front() {
                let score = link.score * AGAIN.powi(shown[at]);
                if best.is_none_or(|(_, best)| score > best) {
                    best = Some((at, score));
                }
            }
        }
        let Some((at, score)) = best else { break };
        if let Some(mut link) = queues[at].pop_front() {
            shown[at] += 1;
            link.score = ranked.last().map_or(score, |last| score.min(last.score));
            ranked.push(link);
        }
    }
    ranked
}
