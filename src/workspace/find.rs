//! Find in both: what is sought, where it stands on each side, and which place the reader is at.

use std::sync::Arc;

use super::{Found, Job, Search, Sought, State};
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
    /// Every place of it that has been found so far, from top to bottom.
    pub places: Sides<Vec<Span>>,
    /// How many of them lie in what can be folded away.
    pub(super) in_fold: Sides<usize>,
    /// The place the reader is at: its side, and an index into that side's places.
    pub at: Option<(Side, usize)>,
    /// Where the reader stood when the search began.
    began_at: Sides<usize>,
    /// The number of the last search that was asked for.
    search: u64,
    /// The texts that are searched, or were.
    texts: Sides<Option<Arc<str>>>,
    coming: Sides<Coming>,
    /// Whether the reader is to be brought to the first place once that is known.
    sets_out: bool,
}

/// How far one side has been searched for what is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Coming {
    /// To its end.
    #[default]
    All,
    /// Not yet: its places are those of what was sought before.
    None,
    /// In part.
    Some,
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

    /// Whether places are still to come.
    pub fn is_seeking(&self) -> bool {
        Side::BOTH.iter().any(|side| *self.coming.get(*side) != Coming::All)
    }

    /// Whether the places of both sides are all of one search.
    pub fn is_whole(&self) -> bool {
        self.coming.left == self.coming.right && self.coming.left != Coming::Some
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

    /// The first place at or below where the search began, on the left, then on the right; else the first of all. None
    /// while it may be yet to come.
    fn first(&self) -> Option<(Side, usize)> {
        for side in Side::BOTH {
            let places = self.places.get(side);
            let index = places.partition_point(|span| span.start < *self.began_at.get(side));
            if index < places.len() {
                return Some((side, index));
            }
            if *self.coming.get(side) != Coming::All {
                return None;
            }
        }
        self.nth(0)
    }

    /// A search for what is sought now, which overtakes the one before.
    fn begin(&mut self) -> Job {
        self.search += 1;
        let come = |text: Option<&Arc<str>>| if text.is_some() { Coming::None } else { Coming::All };
        self.coming = self.texts.as_ref().map(|text| come(text.as_ref()));
        Job::Seek(Search { number: self.search, texts: self.texts.clone(), sought: self.sought.clone() })
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
        if bar == Bar::Find { self.seek_again() } else { Vec::new() }
    }

    /// Closes the bar; says whether one was open.
    pub(super) fn close_bar(&mut self) -> bool {
        self.find.bar.take().is_some()
    }

    /// Seeks something else; the reader is brought to its first place from where the search began.
    pub(super) fn seek(&mut self, sought: Sought) -> Vec<Job> {
        if self.find.sought == sought {
            return Vec::new();
        }
        self.find.sought = sought;
        self.find.sets_out = true;
        vec![self.find.begin()]
    }

    /// Seeks the same in what is open now, where that has changed.
    pub(super) fn seek_again(&mut self) -> Vec<Job> {
        let is_shown = self.find.is_shown();
        let mut changed = false;
        for side in Side::BOTH {
            let opened = self.columns.get(side).opened.as_ref();
            let text = opened.map(|opened| Arc::clone(&opened.article.text));
            let known = self.find.texts.get_mut(side);
            let is_same = match (&*known, &text) {
                (Some(known), Some(text)) => Arc::ptr_eq(known, text),
                (None, None) => true,
                _ => false,
            };
            if !is_same {
                changed = true;
                // Behind a closed bar nothing is searched, and a text that nobody reads any more is not kept.
                *known = text.filter(|_| is_shown);
                self.find.places.get_mut(side).clear();
                self.find.at = self.find.at.filter(|(of, _)| *of != side);
            }
            self.count_in_fold(side);
        }
        if changed && is_shown { vec![self.find.begin()] } else { Vec::new() }
    }

    /// Takes a piece of what a search has found, unless a later one has overtaken it.
    pub(super) fn receive_found(&mut self, found: Found) -> Vec<Job> {
        let Found { search, side, places, is_last } = found;
        let find = &mut self.find;
        if search != find.search {
            return Vec::new();
        }
        let known = find.places.get_mut(side);
        if *find.coming.get(side) == Coming::None {
            *known = places;
            if find.sets_out {
                find.at = None;
            }
        } else {
            known.extend(places);
        }
        *find.coming.get_mut(side) = if is_last { Coming::All } else { Coming::Some };
        if is_last {
            self.count_in_fold(side);
        }
        self.set_out()
    }

    /// Brings the reader to the first place, where that is wanted and known.
    fn set_out(&mut self) -> Vec<Job> {
        let find = &mut self.find;
        if find.sets_out && find.at.is_none() {
            find.at = find.first();
        }
        if find.sets_out && find.at.is_some() {
            find.sets_out = false;
            return self.show_place(false);
        }
        if !find.is_seeking() {
            find.sets_out = false;
        }
        Vec::new()
    }

    fn count_in_fold(&mut self, side: Side) {
        let opened = self.columns.get(side).opened.as_ref();
        let count = opened.map_or(0, |opened| opened.foldable().map(|away| self.find.count_in(side, away)).sum());
        *self.find.in_fold.get_mut(side) = count;
    }

    /// To the next or the previous place, round at the ends; opens the bar where it is closed.
    pub(super) fn find_next(&mut self, forward: bool) -> Vec<Job> {
        if !self.find.is_shown() {
            let jobs = self.open_bar(Bar::Find);
            if self.find.count() == 0 || !jobs.is_empty() {
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
        self.find.sets_out = false;
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
