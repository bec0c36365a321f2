//! One thing that a reader did.

use serde::{Deserialize, Serialize};

use super::{Item, ItemId};
use crate::model::{ArticleKey, Correction};

/// One thing that a reader did; what can be undone at once.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Put right what the program had read.
    Correct(Correction),
    /// Made something, or wrote it anew where something of that identity is there.
    Put(ItemId, Item),
    /// Took something away.
    Remove {
        /// What.
        item: ItemId,
        /// The articles that it was about.
        of: Vec<ArticleKey>,
    },
    /// Moved something in its list.
    Move {
        /// What.
        item: ItemId,
        /// What it stands before now; none for the end.
        before: Option<ItemId>,
        /// The articles that it is about.
        of: Vec<ArticleKey>,
    },
}

impl Edit {
    /// The articles that it is about: it holds while all of them are open.
    pub fn articles(&self) -> Vec<ArticleKey> {
        match self {
            Edit::Correct(correction) => correction.articles(),
            Edit::Put(_, item) => item.articles(),
            Edit::Remove { of, .. } | Edit::Move { of, .. } => of.clone(),
        }
    }

    /// The identity of what it makes or changes.
    pub fn item(&self) -> Option<ItemId> {
        match self {
            Edit::Correct(_) => None,
            Edit::Put(item, _) | Edit::Remove { item, .. } | Edit::Move { item, .. } => Some(*item),
        }
    }

    /// The same of things that go by other identities.
    #[must_use]
    pub fn with_items(&self, named: impl Fn(ItemId) -> ItemId) -> Edit {
        match self {
            Edit::Correct(_) => self.clone(),
            Edit::Put(item, made) => Edit::Put(named(*item), made.clone()),
            Edit::Remove { item, of } => Edit::Remove { item: named(*item), of: of.clone() },
            Edit::Move { item, before, of } => {
                Edit::Move { item: named(*item), before: before.map(&named), of: of.clone() }
            }
        }
    }
}
