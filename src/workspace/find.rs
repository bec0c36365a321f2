//! Find in both: what is sought, where it stands on each side, and which place the reader is at.

use std::sync::Arc;

use super::{Folded, Job, Opened, Sought, State};
use crate::model::{Side, Sides, Span};

/// A search in both articles.
#[derive(Debug, Clone, Default)]
pub struct Find {
    /// Which bar lies over the columns.
    pub bar: Option<Bar>,
    /// Counts every time a bar was asked for, so that its field knows when to take the keyboard.
    pub openings: u64,
    /// What is sought.
    pub sought: Sought,
    /// Every place of it, from top to bottom.
    pub places: Sides<Vec<Span>>,
    /// How many of them lie in what can be folded away.
    pub(super) in_fold: Sides<usize>,
    /// The place the reader is at: its side, and an index into that side's places.
    pub at: Option<(Side, usize)>,
    /// Where the reader stood when the search began.
    began_at: Sides<usize>,
    folded: Sides<Option<(Arc<Opened>, Folded)>>,
}

/// A bar with a field over the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// Words to find in both.
    Find,
    /// The number of a paragraph to go to.
    Paragraph,
}

impl Find {
    /// The place the reader is at.
    pub fn here(&self) -> Option<(Side, Span)> {
        let (side, index) = self.at?;
        Some((side, *self.places.get(side).get(index)?))
    }

    /// How many places both have.
    pub fn count(&self) -> usize {
        self.places.left.len() + self.places.right.len()
    }

    /// The number of the place the reader is at, of all: the left side's first.
    pub fn ordinal(&self) -> Option<usize> {
        let (side, index) = self.at?;
        Some(index + 1 + if side == Side::Right { self.places.left.len() } else { 0 })
    }

    /// Whether places are marked.
    pub fn is_shown(&self) -> bool {
        self.bar == Some(Bar::Find)
    }

    fn count_in(&self, side: Side, within: Span) -> usize {
        let places = self.places.get(side);
        let before = |byte: usize| places.partition_point(|place| place.start < byte);
        before(within.end).saturating_sub(before(within.start))
    }

    fn nth(&self, ordinal: usize) -> Option<(Side, usize)> {
        let left = self.places.left.len();
        if ordinal < left { Some((Side::Left, ordinal)) } else { Some((Side::Right, ordinal - left)) }
            .filter(|(side, index)| *index < self.places.get(*side).len())
    }

    /// The first place at or below where the search began, on the left, then on the right; else the first of all.
    fn first(&self) -> Option<(Side, usize)> {
        let below = |side: Side| {
            let places = self.places.get(side);
            let index = places.partition_point(|span| span.start < *self.began_at.get(side));
            (index < places.len()).then_some((side, index))
        };
        below(Side::Left).or_else(|| below(Side::Right)).or_else(|| self.nth(0))
    }
}

impl State {
    /// Opens a bar, or gives the keyboard back to it.
    pub(super) fn open_bar(&mut self, bar: Bar) -> Vec<Job> {
        if self.find.bar != Some(bar) {
            self.find.began_at = self.places;
        }
        self.sheet = None;
        self.find.bar = Some(bar);
        self.find.openings += 1;
        if bar == Bar::Find {
            self.seek_again();
        }
        Vec::new()
    }

    /// Closes the bar; says whether one was open.
    pub(super) fn close_bar(&mut self) -> bool {
        self.find.bar.take().is_some()
    }

    /// Seeks something else, and goes to its first place from where the search began.
    pub(super) fn seek(&mut self, sought: Sought) -> Vec<Job> {
        if self.find.sought == sought {
            return Vec::new();
        }
        self.find.sought = sought;
        self.seek_again();
        self.find.at = self.find.first();
        self.show_place(false)
    }

    /// Seeks the same in what is open now.
    pub(super) fn seek_again(&mut self) {
        if !self.find.is_shown() {
            return;
        }
        for side in Side::BOTH {
            let opened = self.columns.get(side).opened.as_ref();
            *self.find.places.get_mut(side) = opened.map_or_else(Vec::new, |opened| {
                let known = self.find.folded.get_mut(side);
                let is_same = known.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, opened));
                if !is_same {
                    *known = Some((Arc::clone(opened), Folded::new(&opened.article.text)));
                }
                known
                    .as_ref()
                    .map_or_else(Vec::new, |(_, folded)| self.find.sought.places(&opened.article.text, folded))
            });
            *self.find.in_fold.get_mut(side) =
                opened.map_or(0, |opened| opened.foldable().map(|away| self.find.count_in(side, away)).sum());
        }
        if self.find.here().is_none() {
            self.find.at = None;
        }
    }

    /// To the next or the previous place, round at the ends; opens the bar where it is closed.
    pub(super) fn find_next(&mut self, forward: bool) -> Vec<Job> {
        if !self.find.is_shown() {
            let jobs = self.open_bar(Bar::Find);
            if self.find.count() == 0 {
                return jobs;
            }
        }
        let count = self.find.count();
        let next = match self.find.ordinal() {
            _ if count == 0 => None,
            None => self.find.first(),
            Some(ordinal) => self.find.nth((ordinal - 1 + if forward { 1 } else { count - 1 }) % count),
        };
        self.find.at = next;
        self.show_place(true)
    }

    /// Brings the place into view. What the reader types on the way is not remembered as a place of its own.
    fn show_place(&mut self, remember: bool) -> Vec<Job> {
        let Some((side, span)) = self.find.here() else { return Vec::new() };
        let mut spans = Sides::default();
        *spans.get_mut(side) = Some(span);
        if remember {
            self.visit(spans);
        } else {
            self.head_for(spans);
        }
        Vec::new()
    }
}
