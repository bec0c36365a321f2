//! What the reader did in this session, with undo and redo.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{ArticleKey, Edit, ItemId, Work};

/// Every edit of the session, of all articles. Undo and redo reach only those of the articles that are open: nobody
/// wants to undo what is not on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Log {
    done: Vec<Edit>,
    undone: Vec<Edit>,
}

impl Log {
    /// Of what was done and what was undone, each in its order.
    pub fn new(done: Vec<Edit>, undone: Vec<Edit>) -> Self {
        Self { done, undone }
    }

    /// Adds one; what was undone of the articles that are open can no longer be redone.
    pub fn push(&mut self, edit: Edit, open: &[ArticleKey]) {
        self.undone.retain(|undone| !is_about(undone, open));
        self.done.push(edit);
    }

    /// Takes the last one of these articles back: that one, if there is one.
    pub fn undo(&mut self, open: &[ArticleKey]) -> Option<Edit> {
        move_last(&mut self.done, &mut self.undone, open)
    }

    /// Makes the last one that was taken back hold again: that one, if there is one.
    pub fn redo(&mut self, open: &[ArticleKey]) -> Option<Edit> {
        move_last(&mut self.undone, &mut self.done, open)
    }

    /// What those come to that hold while these articles are open.
    pub fn work(&self, open: &[ArticleKey]) -> Work {
        Work::of(self.done.iter().filter(|edit| is_about(edit, open)))
    }

    /// The part of it that is about these articles, to be kept with them.
    #[must_use]
    pub fn of(&self, open: &[ArticleKey]) -> Log {
        let part = |edits: &[Edit]| edits.iter().filter(|edit| is_about(edit, open)).cloned().collect();
        Log { done: part(&self.done), undone: part(&self.undone) }
    }

    /// Both logs in one: what both begin with once, then what each goes on with, less what came here from the other before.
    /// What the other made since gets identities of its own. What can be redone is this one's, unless the other only goes
    /// on where this one ends.
    #[must_use]
    pub fn joined(mut self, other: Log) -> Log {
        let both = self.done.iter().zip(&other.done).take_while(|(one, other)| one == other).count();
        if both == self.done.len() && self.undone.is_empty() {
            return other;
        }
        let known = self.done[..both].iter().filter_map(Edit::item);
        let mut named: BTreeMap<ItemId, ItemId> = known.map(|item| (item, item)).collect();
        let came = self.came_before(both, &other.done[both..], &mut named);
        let first_free = self.next_item().0;
        let renumbered = |item: ItemId| named.get(&item).copied().unwrap_or(ItemId(first_free.saturating_add(item.0)));
        self.done.extend(other.done[both + came..].iter().map(|edit| edit.with_items(renumbered)));
        self
    }

    /// How many edits, from the first, stand here already in their order from that one of ours on, under which identities.
    fn came_before(&self, from: usize, edits: &[Edit], named: &mut BTreeMap<ItemId, ItemId>) -> usize {
        let mut own = self.done[from..].iter();
        let is_there = |edit: &&Edit| {
            own.any(|here| {
                let (Some(item), Some(ours)) = (edit.item(), here.item()) else { return here == *edit };
                let is_free = !named.values().any(|taken| *taken == ours);
                let is_same = named.get(&item).map_or(is_free, |name| *name == ours)
                    && edit.with_items(|other| if other == item { ours } else { named_as(named, other) }) == *here;
                if is_same {
                    named.insert(item, ours);
                }
                is_same
            })
        };
        edits.iter().take_while(is_there).count()
    }

    /// What was done, in order.
    pub fn done(&self) -> &[Edit] {
        &self.done
    }

    /// What was undone, in the order in which it was.
    pub fn undone(&self) -> &[Edit] {
        &self.undone
    }

    /// An identity that nothing in it has, nor ever had.
    pub fn next_item(&self) -> ItemId {
        let used = self.done.iter().chain(&self.undone).filter_map(Edit::item).map(|item| item.0);
        ItemId(used.max().map_or(1, |last| last.saturating_add(1)))
    }

    /// Whether nothing was ever done.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }
}

/// What a thing of the other log is called here.
fn named_as(named: &BTreeMap<ItemId, ItemId>, item: ItemId) -> ItemId {
    named.get(&item).copied().unwrap_or(item)
}

fn is_about(edit: &Edit, open: &[ArticleKey]) -> bool {
    edit.articles().iter().all(|article| open.contains(article))
}

fn move_last(from: &mut Vec<Edit>, to: &mut Vec<Edit>, open: &[ArticleKey]) -> Option<Edit> {
    let last = from.iter().rposition(|edit| is_about(edit, open))?;
    let moved = from.remove(last);
    to.push(moved.clone());
    Some(moved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Correction, Item, Note, NoteOn, Place, Said, Span};

    fn key(name: &str) -> ArticleKey {
        ArticleKey::of(name)
    }

    fn place(article: &str, start: usize) -> Place {
        Place { article: key(article), span: Span::new(start, start + 5) }
    }

    fn cleared(article: &str, start: usize) -> Edit {
        Edit::Correct(Correction::Speaker { quotation: place(article, start), said: Said::ByNobody })
    }

    fn note(id: u64, article: &str, text: &str) -> Edit {
        Edit::Put(ItemId(id), Item::Note(Note { on: NoteOn::Passage(place(article, 0)), text: text.to_owned() }))
    }

    #[test]
    fn undo_and_redo_go_back_and_forth_one_by_one_to_the_very_same_work() {
        let mut log = Log::default();
        let open = [key("mill"), key("weir")];
        let all = [
            cleared("mill", 0),
            note(1, "weir", "whose?"),
            note(1, "weir", "whose weir?"),
            Edit::Remove { item: ItemId(1), of: vec![key("weir")] },
        ];
        let mut works = vec![log.work(&open)];
        for edit in &all {
            log.push(edit.clone(), &open);
            works.push(log.work(&open));
        }
        for left in (0..all.len()).rev() {
            assert_eq!(log.undo(&open).as_ref(), all.get(left));
            assert_eq!(log.work(&open), works[left]);
        }
        assert_eq!(log.undo(&open), None, "nothing is left to undo");
        for (edit, work) in all.iter().zip(&works[1..]) {
            assert_eq!(log.redo(&open).as_ref(), Some(edit));
            assert_eq!(log.work(&open), *work);
        }
        assert_eq!(log.redo(&open), None);
    }

    #[test]
    fn something_new_ends_what_could_be_redone() {
        let mut log = Log::default();
        let open = [key("mill"), key("weir")];
        log.push(cleared("mill", 0), &open);
        log.undo(&open);
        log.push(cleared("weir", 20), &open);
        assert_eq!(log.redo(&open), None);
        assert_eq!(log.done(), [cleared("weir", 20)]);
    }

    #[test]
    fn other_articles_keep_theirs() {
        let mut log = Log::default();
        log.push(cleared("mill", 0), &[key("mill")]);
        let elsewhere = [key("pond"), key("bridge")];
        log.push(cleared("pond", 0), &elsewhere);
        assert!(log.undo(&elsewhere).is_some() && log.undo(&elsewhere).is_none());
        assert_eq!(log.work(&[key("mill"), key("weir")]).corrections.len(), 1);
        assert!(log.redo(&elsewhere).is_some(), "and can be redone there");
        assert_eq!(log.of(&elsewhere).done(), [cleared("pond", 0)]);
    }

    #[test]
    fn an_identity_is_never_used_twice() {
        let mut log = Log::default();
        assert_eq!(log.next_item(), ItemId(1));
        log.push(note(1, "mill", "one"), &[key("mill")]);
        log.undo(&[key("mill")]);
        assert_eq!(log.next_item(), ItemId(2));
    }

    #[test]
    fn two_logs_that_part_come_together_with_nothing_twice() {
        let notes =
            |words: &[(u64, &str)]| Log::new(words.iter().map(|(id, text)| note(*id, "mill", text)).collect(), vec![]);
        let texts = |log: &Log| -> Vec<String> {
            log.work(&[key("mill")]).notes().map(|(_, note)| note.text.clone()).collect()
        };
        let joined = notes(&[(1, "both"), (2, "here")]).joined(notes(&[(1, "both"), (2, "there"), (1, "both, later")]));
        assert_eq!(texts(&joined), ["both, later", "here", "there"]);
        let there = notes(&[(1, "both"), (2, "there"), (1, "both, later")]);
        assert_eq!(joined.clone().joined(there.clone()), joined, "the same document opened once more");
        let mut on = joined.clone();
        on.push(note(9, "mill", "here again"), &[key("mill")]);
        let mut later = there;
        later.push(note(2, "mill", "there, later"), &[key("mill")]);
        later.push(note(3, "mill", "there again"), &[key("mill")]);
        let on = on.joined(later.clone());
        assert_eq!(texts(&on), ["both, later", "here", "there, later", "here again", "there again"]);
        assert_eq!(on.clone().joined(later), on);
        let longer = notes(&[(1, "both"), (2, "here")]);
        assert_eq!(notes(&[(1, "both")]).joined(longer.clone()), longer);
        assert_eq!(longer.clone().joined(notes(&[(1, "both")])), longer);
    }

    #[test]
    fn the_work_is_plain_data() {
        let mut log = Log::default();
        log.push(cleared("mill", 0), &[key("mill")]);
        log.push(note(1, "mill", "one"), &[key("mill")]);
        log.undo(&[key("mill")]);
        let written = serde_json::to_string(&log).expect("plain data");
        assert_eq!(serde_json::from_str::<Log>(&written).expect("what was written"), log);
    }
}
