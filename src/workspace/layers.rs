//! Which links are listed and marked: one layer a kind, and the shortest passage of shared words.

use super::{Compared, Job, State};
use crate::model::{Link, LinkKind, words_in};

/// The shortest passage can be set no higher, in words.
pub const MOST_SHORTEST_WORDS: usize = 40;

impl State {
    /// Indices of the links that are listed and marked, in the order of the list.
    pub fn shown(&self) -> impl DoubleEndedIterator<Item = usize> {
        let listed = self.compared.as_ref().map_or(&[][..], |compared| compared.listed());
        listed.iter().copied().filter(|link| !self.is_hidden(*link))
    }

    /// Per link whether it is neither listed nor marked.
    pub fn hidden(&self) -> Vec<bool> {
        let links = self.compared.as_ref().map_or(0, |compared| compared.comparison.links.len());
        (0..links).map(|link| self.is_hidden(link)).collect()
    }

    /// Whether links of that kind are listed and marked.
    pub fn is_on(&self, kind: LinkKind) -> bool {
        !self.settings.hidden.contains(&kind)
    }

    /// The one kind that is on, where all others are off.
    pub fn only(&self) -> Option<LinkKind> {
        let mut on = LinkKind::LAYERS.into_iter().filter(|kind| self.is_on(*kind));
        on.next().filter(|_| on.next().is_none())
    }

    fn is_hidden(&self, link: usize) -> bool {
        let Some(compared) = &self.compared else { return true };
        let Some(found) = compared.comparison.links.get(link) else { return true };
        !self.is_on(found.kind) || compared.is_shorter(link, self.settings.shortest_words)
    }

    pub(super) fn show_only(&mut self, kind: Option<LinkKind>) -> Vec<Job> {
        let off = |other: &LinkKind| kind.is_some_and(|kind| kind != *other);
        self.settings.hidden = LinkKind::LAYERS.into_iter().filter(off).collect();
        self.let_go_of_hidden()
    }

    pub(super) fn toggle_layer(&mut self, kind: LinkKind) -> Vec<Job> {
        if self.is_on(kind) {
            self.settings.hidden.push(kind);
        } else {
            self.settings.hidden.retain(|hidden| *hidden != kind);
        }
        self.let_go_of_hidden()
    }

    pub(super) fn set_shortest(&mut self, words: usize) -> Vec<Job> {
        self.settings.shortest_words = words.min(MOST_SHORTEST_WORDS);
        self.let_go_of_hidden()
    }

    /// What is not shown cannot be current.
    fn let_go_of_hidden(&mut self) -> Vec<Job> {
        if self.current.is_some_and(|current| self.is_hidden(current)) {
            self.current = None;
        }
        vec![Job::SaveSettings]
    }
}

impl Compared {
    /// Whether a link of shared words or of one utterance has fewer words than these on either side.
    pub fn is_shorter(&self, link: usize, words: usize) -> bool {
        self.shared_words(link).is_some_and(|length| length < words)
    }

    /// Words of the shorter side of a link of shared words or of one utterance; none of another kind.
    pub fn shared_words(&self, link: usize) -> Option<usize> {
        self.lengths.get(link).copied().flatten()
    }
}

/// Words of the shorter side of a link of shared words or of one utterance.
pub(super) fn length_words(link: &Link, texts: crate::model::Sides<&str>) -> Option<usize> {
    if !matches!(link.kind, LinkKind::Text | LinkKind::Quotation) {
        return None;
    }
    Some(words_in(link.spans.left.of(texts.left)).min(words_in(link.spans.right.of(texts.right))))
}
