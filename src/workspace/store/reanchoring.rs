//! The work of a document on later texts of its articles: every place is found again, and what has none is kept and
//! listed.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::document::{Document, KeptArticle};
use crate::model::{ArticleKey, Edit, ItemId, LinkRef, Place, Relocation, Sides, Span, Work};
use crate::workspace::Log;
use crate::workspace::anchors::Anchors;

/// How much of the shorter text must stand in the other for both to be one article: a third. Two articles on one subject
/// share a tenth at most.
const SAME_ARTICLE: f32 = 1.0 / 3.0;

/// How many characters of lost words are shown.
const SHOWN_CHARACTERS: usize = 200;

/// Something a reader made whose words stand in neither article any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    /// What it is: the edit that made it, as it was last.
    pub edit: Edit,
    /// The words that it was on, as they stood in the earlier text; their beginning, where they are many.
    pub words: String,
}

impl Document {
    /// The same work on these articles, which are its own or later texts of them; none where they are others.
    pub fn on(mut self, now: Sides<KeptArticle>) -> Option<Document> {
        let keys = [now.left.key, now.right.key];
        let swapped = [keys[1], keys[0]];
        if self.keys() != keys && self.keys() == swapped {
            self.bookmark = self.bookmark.swapped();
        } else if self.keys() != keys {
            let (moves, is_swapped) = later_texts(&self.articles, &now)?;
            if is_swapped {
                self.bookmark = self.bookmark.swapped();
            }
            self.earlier.extend([self.articles.left, self.articles.right]);
            let earlier = self.earlier.iter().filter(|earlier| !keys.contains(&earlier.key));
            let unknown = earlier.filter(|earlier| !moves.iter().any(|one| one.from == earlier.key));
            let back = unknown.filter_map(|earlier| Move::to_either(earlier, &now)).collect::<Vec<_>>();
            let moves = Moves(moves.into_iter().chain(back).collect());
            self.log = moves.log(&self.log);
            self.bookmark.link = self.bookmark.link.and_then(|link| moves.link(&link));
            self.changes = self.changes.saturating_add(1);
        }
        self.articles = now;
        self.forget_unused();
        Some(self)
    }

    /// What stands in the log and has no place in the articles as they are.
    pub fn unplaced(&self) -> Vec<Unplaced> {
        let keys = self.keys();
        let is_elsewhere = |edit: &&Edit| !edit.articles().iter().all(|article| keys.contains(article));
        let elsewhere: Vec<&Edit> = self.log.done().iter().filter(is_elsewhere).collect();
        let work = Work::of(elsewhere.iter().copied());
        let corrections = work.corrections.into_iter().map(Edit::Correct);
        let items = work.items.into_iter().map(|(id, item)| Edit::Put(id, item));
        corrections.chain(items).map(|edit| Unplaced { words: self.words(&edit), edit }).collect()
    }

    /// The words that an edit was on, of the article that is no more.
    fn words(&self, edit: &Edit) -> String {
        let keys = self.keys();
        let places = places(edit);
        let lost = places.iter().find(|place| !keys.contains(&place.article));
        let text = |place: &Place| self.earlier.iter().find(|earlier| earlier.key == place.article);
        let words = lost.and_then(|place| Some(place.span.of(&text(place)?.article.text))).unwrap_or_default();
        words.chars().take(SHOWN_CHARACTERS).collect()
    }
}

/// Where the texts went: the moves, and whether the articles have changed sides.
fn later_texts(before: &Sides<KeptArticle>, now: &Sides<KeptArticle>) -> Option<(Vec<Move>, bool)> {
    let pairs = |is_swapped: bool| {
        let targets = if is_swapped { [&now.right, &now.left] } else { [&now.left, &now.right] };
        let changed = [&before.left, &before.right].into_iter().zip(targets).filter(|(from, to)| from.key != to.key);
        let moves: Option<Vec<Move>> = changed.map(|(from, to)| Move::between(from, to)).collect();
        Some((moves?, is_swapped))
    };
    // An article that is unchanged says on which side it is.
    let crosses = before.left.key == now.right.key || before.right.key == now.left.key;
    if crosses { pairs(true).or_else(|| pairs(false)) } else { pairs(false).or_else(|| pairs(true)) }
}

/// From one text to a later one of the same article.
struct Move {
    from: ArticleKey,
    to: ArticleKey,
    anchors: Anchors,
}

impl Move {
    /// None where the two are other articles.
    fn between(from: &KeptArticle, to: &KeptArticle) -> Option<Move> {
        let anchors = Anchors::new(&from.article.text, &to.article.text);
        let is_same = anchors.share() >= SAME_ARTICLE;
        is_same.then_some(Move { from: from.key, to: to.key, anchors })
    }

    fn to_either(from: &KeptArticle, now: &Sides<KeptArticle>) -> Option<Move> {
        [&now.left, &now.right].into_iter().find_map(|to| Move::between(from, to))
    }
}

struct Moves(Vec<Move>);

impl Relocation for Moves {
    fn article(&self, article: ArticleKey) -> ArticleKey {
        self.0.iter().find(|one| one.from == article).map_or(article, |one| one.to)
    }

    fn span(&self, article: ArticleKey, span: Span) -> Option<Span> {
        match self.0.iter().find(|one| one.from == article) {
            Some(one) => one.anchors.place(span),
            None => Some(span),
        }
    }
}

impl Moves {
    /// All edits where their places are now; those without one stay on the earlier text. What a reader made moves as a
    /// whole, with all that was ever done to it, or not at all.
    fn log(&self, log: &Log) -> Log {
        let all = || log.done().iter().chain(log.undone());
        let moved: BTreeMap<usize, Edit> =
            all().enumerate().filter_map(|(index, edit)| Some((index, edit.relocated(self)?))).collect();
        let stays = |(index, edit): (usize, &Edit)| edit.item().filter(|_| !moved.contains_key(&index));
        let staying: BTreeSet<ItemId> = all().enumerate().filter_map(stays).collect();
        let there = |(index, edit): (usize, &Edit)| match (edit.item(), moved.get(&index)) {
            (Some(item), _) if staying.contains(&item) => edit.clone(),
            (_, Some(there)) => there.clone(),
            (_, None) => edit.clone(),
        };
        let mut edits: Vec<Edit> = all().enumerate().map(there).collect();
        let undone = edits.split_off(log.done().len());
        Log::new(edits, undone)
    }

    fn link(&self, link: &LinkRef) -> Option<LinkRef> {
        let [one, other] = link.places;
        Some(LinkRef { kind: link.kind, places: [self.place(one)?, self.place(other)?] })
    }
}

/// Every place that an edit points at.
fn places(edit: &Edit) -> Vec<Place> {
    struct Seen(RefCell<Vec<Place>>);
    impl Relocation for Seen {
        fn article(&self, article: ArticleKey) -> ArticleKey {
            article
        }
        fn span(&self, article: ArticleKey, span: Span) -> Option<Span> {
            self.0.borrow_mut().push(Place { article, span });
            Some(span)
        }
    }
    let seen = Seen(RefCell::default());
    edit.relocated(&seen);
    seen.0.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Item, Note, NoteOn};

    const MILL: &str = "The mill has stood by the weir since 1841. Nobody has asked the river about it, nor will they.";
    const WEIR: &str = "The council voted on Thursday to keep the weir. Ada Fenn voted against it, as she had said.";

    fn kept(text: &str) -> KeptArticle {
        let article = Article { text: text.into(), ..Article::default() };
        KeptArticle::new("mill.txt".to_owned(), article)
    }

    fn document(left: &str, right: &str) -> Document {
        Document::new(Sides::new(kept(left), kept(right)))
    }

    fn note(id: u64, text: &str, words: &str) -> Edit {
        let start = text.find(words).expect("the words are there");
        let place = Place { article: ArticleKey::of(text), span: Span::new(start, start + words.len()) };
        Edit::Put(ItemId(id), Item::Note(Note { on: NoteOn::Passage(place), text: words.to_owned() }))
    }

    /// The words that each note is on now.
    fn noted(document: &Document) -> Vec<String> {
        let work = document.log.work(&document.keys());
        let words = |(_, note): (ItemId, &Note)| {
            let NoteOn::Passage(place) = note.on else { panic!("a note on a passage") };
            let of = [&document.articles.left, &document.articles.right];
            let home = of.into_iter().find(|kept| kept.key == place.article).expect("one of the two");
            place.span.of(&home.article.text).to_owned()
        };
        work.notes().map(words).collect()
    }

    #[test]
    fn notes_go_with_their_words_and_what_has_no_words_is_listed_and_comes_back() {
        let mut first = document(MILL, WEIR);
        for edit in [note(1, MILL, "since 1841"), note(2, MILL, "nor will they"), note(3, WEIR, "Ada Fenn")] {
            let keys = first.keys();
            first.log.push(edit, &keys);
        }
        let edited = MILL.replace("The mill has", "The old mill has").replace(", nor will they", "");
        let second = first.clone().on(Sides::new(kept(&edited), kept(WEIR))).expect("the same article");
        assert_eq!(noted(&second), ["since 1841", "Ada Fenn"]);
        let unplaced = second.unplaced();
        assert_eq!(unplaced.len(), 1);
        assert_eq!(unplaced[0].words, "nor will they");
        assert_eq!(second.earlier.len(), 1, "the text that it was on is kept");

        let back = second.on(Sides::new(kept(WEIR), kept(MILL))).expect("the same article");
        assert_eq!(noted(&back), ["since 1841", "nor will they", "Ada Fenn"]);
        assert!(back.unplaced().is_empty() && back.earlier.is_empty());
        assert_eq!(back.log.done().len(), 3);
    }

    #[test]
    fn what_was_done_to_a_note_moves_with_it_or_stays_with_it() {
        let mut first = document(MILL, WEIR);
        for edit in [note(1, MILL, "since 1841"), note(1, MILL, "nor will they"), note(2, MILL, "Nobody")] {
            let keys = first.keys();
            first.log.push(edit, &keys);
        }
        let keys = first.keys();
        first.log.push(Edit::Remove { item: ItemId(2), of: vec![ArticleKey::of(MILL)] }, &keys);
        first.log.undo(&first.keys());
        let edited = MILL.replace(", nor will they", "");
        let mut second = first.on(Sides::new(kept(&edited), kept(WEIR))).expect("the same article");
        assert_eq!(noted(&second), ["Nobody"]);
        second.log.redo(&second.keys());
        assert!(noted(&second).is_empty(), "what was undone is redone there");
    }

    #[test]
    fn another_article_in_the_same_place_is_not_taken_for_it() {
        let other = "Quite another text stands here now, on trams and their fares, and how they rose in spring.";
        assert!(document(MILL, WEIR).on(Sides::new(kept(other), kept(WEIR))).is_none());
    }
}
