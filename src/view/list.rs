//! The list of what is shared: its rows and its counts.

use crate::model::{Comparison, LinkKind};

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row<'a> {
    /// Index into the comparison's links.
    pub link: usize,
    /// What joins the passages.
    pub kind: LinkKind,
    /// Its name.
    pub label: &'a str,
    /// Why, in a plain sentence.
    pub why: &'a str,
}

/// How many there are of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindCount {
    /// The kind.
    pub kind: LinkKind,
    /// How many links.
    pub count: usize,
}

/// The row of that link; none past the end.
pub fn row(comparison: &Comparison, link: usize) -> Option<Row<'_>> {
    let found = comparison.links.get(link)?;
    Some(Row { link, kind: found.kind, label: &found.label, why: &found.why })
}

/// The kinds that there are, in the order that lists show them.
pub fn counts(comparison: &Comparison) -> Vec<KindCount> {
    let count = |kind| KindCount { kind, count: comparison.count(kind) };
    LinkKind::ALL.into_iter().map(count).filter(|found| found.count > 0).collect()
}
