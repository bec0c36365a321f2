//! Back and forward through where the reader has been in a pair of articles.

use super::{Job, Passage, State};
use crate::model::{Side, Sides, Span};

/// How many stops are kept.
const MOST_STOPS: usize = 200;

/// Where the columns are to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Destination {
    /// The passages to bring to one height. A side without one goes to its top byte or stays.
    pub spans: Sides<Option<Span>>,
    /// The byte to stand at the top of the column.
    pub tops: Sides<Option<usize>>,
}

/// Where the reader has been.
#[derive(Debug, Clone, Default)]
pub struct History {
    stops: Vec<Stop>,
    /// The stop the reader is at.
    at: usize,
}

/// One place where the reader has been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stop {
    what: What,
    /// The byte at the top of each column when it was left.
    tops: Sides<usize>,
    /// The article that the reader had turned to.
    facing: Side,
}

/// What the reader came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// A link, with its passages: a later comparison may count links otherwise.
    Link(usize, Sides<Span>),
    /// Passages, marked.
    Passage(Passage),
    /// A place found, or a paragraph.
    Spans(Sides<Option<Span>>),
    /// Wherever they scrolled.
    View,
}

impl History {
    /// Whether there is somewhere to go back to.
    pub fn can_go_back(&self) -> bool {
        self.at > 0
    }

    /// Whether the reader went back from somewhere.
    pub fn can_go_forward(&self) -> bool {
        self.at + 1 < self.stops.len()
    }

    /// Another pair of articles.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The reader is about to leave, standing there.
    fn leave(&mut self, tops: Sides<usize>, facing: Side) {
        if self.stops.is_empty() {
            self.stops.push(Stop { what: What::View, tops, facing });
        }
        if let Some(stop) = self.stops.get_mut(self.at) {
            stop.tops = tops;
            stop.facing = facing;
        }
    }

    fn arrive(&mut self, what: What, tops: Sides<usize>, facing: Side) {
        if what != What::View && self.stops.get(self.at).is_some_and(|stop| stop.what == what) {
            return;
        }
        self.leave(tops, facing);
        self.stops.truncate(self.at + 1);
        self.stops.push(Stop { what, tops, facing });
        if self.stops.len() > MOST_STOPS {
            self.stops.remove(0);
        }
        self.at = self.stops.len() - 1;
    }

    fn step(&mut self, forward: bool, tops: Sides<usize>, facing: Side) -> Option<Stop> {
        self.leave(tops, facing);
        self.at = if forward { self.at + 1 } else { self.at.checked_sub(1)? };
        let stop = self.stops.get(self.at).copied();
        self.at = self.at.min(self.stops.len().saturating_sub(1));
        stop
    }
}

impl State {
    fn arrive(&mut self, what: What) {
        self.history.arrive(what, self.places, self.one_column.facing);
    }

    /// Sends the columns to passages. Nothing is remembered.
    pub(super) fn head_for(&mut self, spans: Sides<Option<Span>>) {
        self.face_passages(spans);
        self.open_fold_for(spans);
        self.destination = Destination { spans, ..Destination::default() };
        self.arrivals += 1;
    }

    /// Sends the columns to passages, to come back from with [`Action::Back`](super::Action::Back).
    pub(super) fn visit(&mut self, spans: Sides<Option<Span>>) {
        self.arrive(What::Spans(spans));
        self.head_for(spans);
    }

    /// As [`State::visit`], to the current link.
    pub(super) fn visit_link(&mut self, link: usize, spans: Sides<Span>) {
        self.arrive(What::Link(link, spans));
        self.head_for(spans.map(Some));
    }

    /// As [`State::visit`], to the passage that is shown.
    pub(super) fn visit_passage(&mut self, passage: Passage) {
        self.arrive(What::Passage(passage));
        self.head_for(passage.spans);
        self.one_column.facing = passage.asked;
    }

    /// The reader is about to leap somewhere by the strip, or to an end.
    pub(super) fn leap(&mut self) -> Vec<Job> {
        self.arrive(What::View);
        Vec::new()
    }

    /// To where the reader was before, or again to where they went back from.
    pub(super) fn travel(&mut self, forward: bool) -> Vec<Job> {
        let possible = if forward { self.history.can_go_forward() } else { self.history.can_go_back() };
        let Some(stop) = possible.then(|| self.history.step(forward, self.places, self.one_column.facing)).flatten()
        else {
            return Vec::new();
        };
        self.together = None;
        self.passage = None;
        self.current = None;
        let spans = match stop.what {
            What::Link(link, spans) => {
                let links = self.compared.as_ref().map_or(&[][..], |compared| &compared.comparison.links);
                self.current = links.get(link).filter(|found| found.spans == spans).map(|_| link);
                spans.map(Some)
            }
            What::Passage(passage) => {
                self.current = passage.link;
                self.passage = Some(passage);
                passage.spans
            }
            What::Spans(spans) => spans,
            What::View => Sides::default(),
        };
        let top = |side: Side| spans.get(side).is_none().then_some(*stop.tops.get(side));
        self.face_passages(spans);
        self.one_column.facing = stop.facing;
        self.destination = Destination { spans, tops: Sides::new(top(Side::Left), top(Side::Right)) };
        self.arrivals += 1;
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(at: usize) -> Sides<Option<Span>> {
        Sides::new(Some(Span::new(at, at + 1)), None)
    }

    fn at(tops: usize) -> Sides<usize> {
        Sides::new(tops, tops)
    }

    #[test]
    fn back_leads_where_the_reader_stood_and_forward_again() {
        let mut state = State { places: at(7), ..State::default() };
        state.visit(spans(100));
        state.places = at(90);
        state.visit(spans(500));
        state.places = at(480);
        state.travel(false);
        assert_eq!(state.destination.spans, spans(100));
        state.travel(false);
        assert_eq!(state.destination.tops, Sides::new(Some(7), Some(7)));
        assert!(!state.history.can_go_back());
        state.places = at(7);
        state.travel(true);
        state.travel(true);
        assert_eq!(state.destination.spans, spans(500));
        assert_eq!(state.destination.tops.right, Some(480));
        assert!(!state.history.can_go_forward());
    }

    #[test]
    fn a_new_place_ends_the_way_forward() {
        let mut state = State::default();
        state.visit(spans(100));
        state.visit(spans(200));
        state.travel(false);
        state.visit(spans(300));
        assert!(!state.history.can_go_forward());
        state.travel(false);
        assert_eq!(state.destination.spans, spans(100));
    }

    #[test]
    fn the_same_place_twice_is_one_stop_and_leaps_are_stops() {
        let mut state = State { places: at(1), ..State::default() };
        state.visit(spans(100));
        state.visit(spans(100));
        state.places = at(90);
        state.leap();
        state.places = at(4000);
        state.travel(false);
        assert_eq!(state.destination.spans, spans(100));
        state.travel(true);
        assert_eq!(state.destination.tops.left, Some(4000));
        state.travel(false);
        state.travel(false);
        assert_eq!(state.destination.tops.left, Some(1));
    }

    #[test]
    fn going_where_nothing_is_changes_nothing() {
        let mut state = State::default();
        let before = state.arrivals;
        state.travel(false);
        state.travel(true);
        assert_eq!(state.arrivals, before);
    }

    #[test]
    fn a_long_way_forgets_its_beginning() {
        let mut state = State::default();
        for stop in 0..3 * MOST_STOPS {
            state.visit(spans(stop));
        }
        let mut steps = 0;
        while state.history.can_go_back() {
            state.travel(false);
            steps += 1;
        }
        assert_eq!(steps, MOST_STOPS - 1);
    }
}
