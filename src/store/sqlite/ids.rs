//! Ids of one noun, each text held once: equal ids share their memory, so that comparing them looks at a pointer.

use std::collections::HashMap;

use super::error::unreadable;
use crate::domain::Id;
use crate::store::Result;

/// The ids of one noun in their natural order.
pub(super) struct Ids<T> {
    ids: Vec<Id<T>>,
    ranks: HashMap<Box<str>, u32>,
}

impl<T> Ids<T> {
    /// The ids of records that are sorted by them.
    pub(super) fn of<'a, V>(sorted: impl IntoIterator<Item = &'a (Id<T>, V)>) -> Self
    where
        T: 'a,
        V: 'a,
    {
        let ids: Vec<Id<T>> = sorted.into_iter().map(|(id, _)| id.clone()).collect();
        let ranks = ids.iter().map(|id| id.as_str().into()).zip(0..).collect();
        Self { ids, ranks }
    }

    /// The id at a rank.
    pub(super) fn at(&self, rank: u32) -> Id<T> {
        self.ids[rank as usize].clone()
    }

    /// The rank of the id with this text.
    pub(super) fn rank(&self, text: &str) -> Result<u32> {
        self.ranks
            .get(text)
            .copied()
            .ok_or_else(|| unreadable("a reference", format!("{text:?} is not there")))
    }

    /// The id with this text.
    pub(super) fn find(&self, text: &str) -> Result<Id<T>> {
        self.rank(text).map(|rank| self.at(rank))
    }
}
