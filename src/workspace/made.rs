//! What the reader made of the open articles, worked out once a change.

use std::sync::Arc;

use super::{Log, Opened, State};
use crate::model::{ArticleKey, Described, Edit, Place, Side, Sides, Span, Work};

/// What the reader made of the open articles, and what it was worked out from.
#[derive(Debug, Default)]
pub(super) struct Made {
    keys: Sides<Option<ArticleKey>>,
    opened: Sides<Option<Arc<Opened>>>,
    edits: Edits,
    pub(super) work: Arc<Work>,
    described: Sides<Arc<Described>>,
}

/// How far the log had come: a log that is longer, shorter or ends otherwise is another one.
#[derive(Debug, Default)]
struct Edits {
    done: usize,
    undone: usize,
    last: Option<Edit>,
}

impl Edits {
    fn of(log: &Log) -> Self {
        Self { done: log.done().len(), undone: log.undone().len(), last: log.done().last().cloned() }
    }

    fn are_of(&self, log: &Log) -> bool {
        let lengths = (log.done().len(), log.undone().len());
        (self.done, self.undone) == lengths && self.last.as_ref() == log.done().last()
    }
}

impl State {
    /// Notes, highlights, cards and whatever else the reader made of the articles that are open.
    pub fn work(&self) -> &Arc<Work> {
        &self.made.work
    }

    /// What is known of that side's article, by its file, its text and the reader.
    pub fn described(&self, side: Side) -> Arc<Described> {
        let opened = self.columns.get(side).opened.as_ref();
        match (opened, &self.made.opened.get(side)) {
            (Some(opened), Some(known)) if Arc::ptr_eq(opened, known) => Arc::clone(self.made.described.get(side)),
            (Some(opened), _) => Arc::new(Described::from(&opened.reading.metadata)),
            (None, _) => Arc::default(),
        }
    }

    /// The headline of that side's article, or the file's name where it has none; none where no article is open.
    pub fn title(&self, side: Side) -> Option<String> {
        let opened = self.columns.get(side).opened.as_ref()?;
        Some(self.described(side).title.clone().unwrap_or_else(|| opened.origin.name()))
    }

    /// The key of that side's article.
    pub fn key(&self, side: Side) -> Option<ArticleKey> {
        let opened = self.columns.get(side).opened.as_ref()?;
        let is_known = self.made.opened.get(side).as_ref().is_some_and(|known| Arc::ptr_eq(known, opened));
        self.made.keys.get(side).filter(|_| is_known).or_else(|| Some(ArticleKey::of(&opened.article.text)))
    }

    /// The side where that article is open.
    pub fn side_of(&self, article: ArticleKey) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self.key(*side) == Some(article))
    }

    /// Those words of that side's article, in terms that outlive a reading.
    pub fn place(&self, side: Side, span: Span) -> Option<Place> {
        Some(Place { article: self.key(side)?, span })
    }

    /// Works out again what the reader made, if that or the articles have changed. Says whether they have.
    pub(super) fn make(&mut self) -> bool {
        let opened = self.columns.as_ref().map(|column| column.opened.as_ref());
        let is_same = |side: Side| match (opened.get(side), self.made.opened.get(side)) {
            (Some(now), Some(then)) => Arc::ptr_eq(now, then),
            (None, None) => true,
            _ => false,
        };
        if Side::BOTH.into_iter().all(is_same) && self.made.edits.are_of(&self.log) {
            return false;
        }
        let keys = opened.map(|opened| opened.map(|opened| ArticleKey::of(&opened.article.text)));
        let open: Vec<ArticleKey> = [keys.left, keys.right].into_iter().flatten().collect();
        let work = self.log.work(&open);
        let described = |side: Side| {
            let found = opened.get(side).zip(*keys.get(side));
            found.map_or_else(Arc::default, |(opened, key)| Arc::new(work.described(key, &opened.reading.metadata)))
        };
        let described = Sides::new(described(Side::Left), described(Side::Right));
        let opened = opened.map(|opened| opened.map(Arc::clone));
        let edits = Edits::of(&self.log);
        self.made = Made { keys, opened, edits, work: Arc::new(work), described };
        true
    }
}
