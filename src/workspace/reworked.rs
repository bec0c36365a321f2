//! What two articles share after the reader's work: links struck out are gone, those drawn by hand are there, themes
//! have the reader's names.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Compared, State};
use crate::model::{Drawn, ItemId, Link, LinkKind, LinkRef, Place, Side, ThemeRef, Work};

/// How many words of a passage name a link that the reader drew and did not name.
const NAMING_WORDS: usize = 7;

/// What of a comparison is the reader's.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Readers {
    /// The links that the reader drew, by their indices.
    drawn: BTreeMap<usize, ItemId>,
    /// What the program calls the themes that the reader named, by their indices.
    named: BTreeMap<usize, String>,
}

impl Compared {
    /// The same with the reader's work; the very same where that changes nothing of it.
    #[must_use]
    pub fn reworked(self: &Arc<Self>, work: &Work) -> Arc<Self> {
        let has_struck = work.struck().next().is_some();
        let has_drawn = work.drawn().next().is_some();
        let names = self.renamed(work);
        if !has_struck && !has_drawn && names.is_empty() {
            return Arc::clone(self);
        }
        let mut comparison = self.comparison.clone();
        let struck: Vec<&LinkRef> = work.struck().map(|(_, struck)| struck).collect();
        comparison.links.retain(|link| !struck.iter().any(|struck| struck.means(link, self.keys())));
        let mut readers = Readers::default();
        for (theme, name) in names {
            let Some(found) = comparison.themes.get_mut(theme) else { continue };
            readers.named.insert(theme, std::mem::replace(&mut found.label, name.clone()));
            let of_theme = |link: &&mut Link| link.kind == LinkKind::Theme && link.theme == Some(theme);
            comparison.links.iter_mut().filter(of_theme).for_each(|link| link.label.clone_from(&name));
        }
        let drawn: Vec<(ItemId, Link)> =
            work.drawn().filter_map(|(item, drawn)| Some((item, self.link_of(drawn)?))).collect();
        readers.drawn = drawn.iter().enumerate().map(|(at, (item, _))| (at, *item)).collect();
        comparison.links.splice(0..0, drawn.into_iter().map(|(_, link)| link));
        let mut reworked = self.with(comparison);
        reworked.readers = readers;
        Arc::new(reworked)
    }

    /// A link, in terms that outlive the comparison.
    pub fn link_ref(&self, link: usize) -> Option<LinkRef> {
        let found = self.comparison.links.get(link)?;
        let place = |side: Side| Place { article: self.key(side), span: *found.spans.get(side) };
        Some(LinkRef { kind: found.kind, places: [place(Side::Left), place(Side::Right)] })
    }

    /// The link that such words mean, if it is there.
    pub fn link_at(&self, wanted: &LinkRef) -> Option<usize> {
        self.comparison.links.iter().position(|link| wanted.means(link, self.keys()))
    }

    /// The item by which the reader drew a link; none where the program found it.
    pub fn drawn_by(&self, link: usize) -> Option<ItemId> {
        self.readers.drawn.get(&link).copied()
    }

    /// The link that the reader drew by that item.
    pub fn link_of_item(&self, item: ItemId) -> Option<usize> {
        self.readers.drawn.iter().find(|(_, drawn)| **drawn == item).map(|(link, _)| *link)
    }

    /// A theme, in terms that outlive the comparison: by what the program calls it.
    pub fn theme_ref(&self, theme: usize) -> Option<ThemeRef> {
        let label = self.readers.named.get(&theme).or(self.comparison.themes.get(theme).map(|theme| &theme.label))?;
        Some(ThemeRef::new([self.key(Side::Left), self.key(Side::Right)], label))
    }

    /// What the program calls a theme that the reader named.
    pub fn own_theme_name(&self, theme: usize) -> Option<&str> {
        self.readers.named.get(&theme).map(String::as_str)
    }

    /// The themes that the reader calls otherwise, and what they call them.
    fn renamed(&self, work: &Work) -> BTreeMap<usize, String> {
        let themes = 0..self.comparison.themes.len();
        let name = |theme: usize| Some((theme, work.theme_name(&self.theme_ref(theme)?)?.to_owned()));
        themes.filter_map(name).collect()
    }

    fn link_of(&self, drawn: &Drawn) -> Option<Link> {
        let spans = drawn.spans(self.keys())?;
        let label = if drawn.label.trim().is_empty() {
            let words: Vec<&str> = spans.left.of(self.text(Side::Left)).split_whitespace().collect();
            let end = if words.len() > NAMING_WORDS { " …" } else { "" };
            words.iter().take(NAMING_WORDS).copied().collect::<Vec<_>>().join(" ") + end
        } else {
            drawn.label.trim().to_owned()
        };
        let why = "You joined these two passages.".to_owned();
        Some(Link { score: 1.0, label, why, ..Link::new(LinkKind::Drawn, spans) })
    }
}

impl State {
    /// Shows what both share as the reader's work has it. What is current stays current, where it is still there.
    pub(super) fn rework(&mut self) {
        let Some(compared) = self.compared.clone() else { return };
        let read = Arc::clone(self.as_read.get_or_insert_with(|| Arc::clone(&compared)));
        let reworked = read.reworked(&self.made.work);
        // Both are of the same articles and readings.
        let is_same = reworked.comparison == compared.comparison && reworked.readers == compared.readers;
        if Arc::ptr_eq(&reworked, &compared) || is_same {
            return;
        }
        let again = |link: usize| {
            let old = compared.comparison.links.get(link)?;
            let is_it = |link: &Link| link.kind == old.kind && link.spans == old.spans;
            reworked.comparison.links.iter().position(is_it)
        };
        self.current = self.current.and_then(again);
        if let Some(passage) = &mut self.passage {
            passage.link = passage.link.and_then(again);
        }
        self.together = None;
        self.close_source_sheet();
        self.compared = Some(reworked);
    }
}
