//! What a reader makes of articles: corrections, notes, highlights, links drawn and struck out, names of themes, cards.
//!
//! All of it is a list of [`Edit`]s in the order in which they were made; [`Work`] is what they come to. To undo is to
//! leave the last one out, so every earlier state comes back exactly.

mod card;
mod description;
mod edit;
mod item;
mod relocation;

pub use card::{Card, Emphasis, MarkerColour, Marking};
pub use description::{Described, Field};
pub use edit::Edit;
pub use item::{Drawn, Highlight, Item, ItemId, LinkRef, Note, NoteOn, ThemeName, ThemeRef};
pub use relocation::Relocation;

use super::{ArticleKey, Correction, Metadata};

/// What the reader's edits come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Work {
    /// What was put right, in the order in which it was.
    pub corrections: Vec<Correction>,
    /// Everything that has an identity of its own, in the order of the reader's list: as made, but for what was moved.
    pub items: Vec<(ItemId, Item)>,
}

impl Work {
    /// What these edits come to, in the order in which they were made.
    pub fn of<'a>(edits: impl IntoIterator<Item = &'a Edit>) -> Self {
        let mut work = Self::default();
        for edit in edits {
            work.take(edit);
        }
        work
    }

    /// Does one more. What it points at may be gone: then nothing happens.
    pub fn take(&mut self, edit: &Edit) {
        match edit {
            Edit::Correct(correction) => self.corrections.push(correction.clone()),
            Edit::Put(id, item) => match self.place_of(*id) {
                Some(place) => self.items[place].1 = item.clone(),
                None => self.items.push((*id, item.clone())),
            },
            Edit::Remove { item, .. } => self.items.retain(|(id, _)| id != item),
            Edit::Move { item, before, .. } => self.move_before(*item, *before),
        }
    }

    fn move_before(&mut self, item: ItemId, before: Option<ItemId>) {
        if before == Some(item) {
            return;
        }
        let Some(from) = self.place_of(item) else { return };
        let moved = self.items.remove(from);
        let to = before.and_then(|before| self.place_of(before)).unwrap_or(self.items.len());
        self.items.insert(to, moved);
    }

    fn place_of(&self, item: ItemId) -> Option<usize> {
        self.items.iter().position(|(id, _)| *id == item)
    }

    /// The item of that identity.
    pub fn item(&self, item: ItemId) -> Option<&Item> {
        self.place_of(item).map(|place| &self.items[place].1)
    }

    /// The notes, in order.
    pub fn notes(&self) -> impl Iterator<Item = (ItemId, &Note)> {
        self.items.iter().filter_map(|(id, item)| if let Item::Note(note) = item { Some((*id, note)) } else { None })
    }

    /// The highlights, in order.
    pub fn highlights(&self) -> impl Iterator<Item = (ItemId, &Highlight)> {
        self.items.iter().filter_map(|(id, item)| match item {
            Item::Highlight(highlight) => Some((*id, highlight)),
            _ => None,
        })
    }

    /// The cards, in the order of the reader's list.
    pub fn cards(&self) -> impl Iterator<Item = (ItemId, &Card)> {
        self.items.iter().filter_map(|(id, item)| if let Item::Card(card) = item { Some((*id, card)) } else { None })
    }

    /// The links drawn by hand, in order.
    pub fn drawn(&self) -> impl Iterator<Item = (ItemId, &Drawn)> {
        self.items.iter().filter_map(|(id, item)| if let Item::Drawn(drawn) = item { Some((*id, drawn)) } else { None })
    }

    /// The links struck out, in order.
    pub fn struck(&self) -> impl Iterator<Item = (ItemId, &LinkRef)> {
        self.items.iter().filter_map(|(id, item)| if let Item::Struck(link) = item { Some((*id, link)) } else { None })
    }

    /// What the reader calls that theme, if they named it: the last name holds, a blank one is none.
    pub fn theme_name(&self, theme: &ThemeRef) -> Option<&str> {
        let name = self.items.iter().rev().find_map(|(_, item)| match item {
            Item::ThemeName(named) if named.theme == *theme => Some(named.name.trim()),
            _ => None,
        });
        name.filter(|name| !name.is_empty())
    }

    /// What is known of an article for its citation: `read` (from the file and the text), where the reader did not
    /// say otherwise.
    pub fn described(&self, article: ArticleKey, read: &Metadata) -> Described {
        Described::of(article, read, &self.corrections)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Place, Span};

    fn note(id: u64, text: &str) -> Edit {
        let place = Place { article: ArticleKey::of("The mill stands."), span: Span::new(4, 8) };
        Edit::Put(ItemId(id), Item::Note(Note { on: NoteOn::Passage(place), text: text.to_owned() }))
    }

    fn texts(work: &Work) -> Vec<&str> {
        work.notes().map(|(_, note)| note.text.as_str()).collect()
    }

    #[test]
    fn a_note_is_written_rewritten_moved_and_removed() {
        let moved = Edit::Move { item: ItemId(2), before: Some(ItemId(1)), of: Vec::new() };
        let removed = Edit::Remove { item: ItemId(1), of: Vec::new() };
        let edits = [note(1, "whose mill?"), note(2, "since when?"), note(1, "Fenn's mill"), moved, removed];
        assert_eq!(texts(&Work::of(&edits[..2])), ["whose mill?", "since when?"]);
        assert_eq!(texts(&Work::of(&edits[..3])), ["Fenn's mill", "since when?"]);
        assert_eq!(texts(&Work::of(&edits[..4])), ["since when?", "Fenn's mill"]);
        assert_eq!(texts(&Work::of(&edits)), ["since when?"]);
    }

    #[test]
    fn what_the_reader_says_of_an_article_stands_before_what_was_read() {
        let article = ArticleKey::of("The mill stands.");
        let say = |value: Option<&str>| {
            Edit::Correct(Correction::Describe { article, field: Field::Byline, value: value.map(str::to_owned) })
        };
        let read = Metadata { byline: Some("A. Fen".to_owned()), ..Metadata::default() };
        let byline = |edits: &[Edit]| Work::of(edits).described(article, &read).byline;
        assert_eq!(byline(&[]).as_deref(), Some("A. Fen"));
        assert_eq!(byline(&[say(Some("Ada Fenn"))]).as_deref(), Some("Ada Fenn"));
        assert_eq!(byline(&[say(Some("Ada Fenn")), say(Some(""))]), None, "the reader says that nobody signed it");
        assert_eq!(byline(&[say(Some("Ada Fenn")), say(None)]).as_deref(), Some("A. Fen"), "as it was read");
    }
}
