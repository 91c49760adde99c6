//! Ids of one noun, each text held once: equal ids share their memory, so that comparing them looks at a pointer.

use std::collections::HashMap;

use super::error::unreadable;
use crate::domain::Id;
use crate::store::Result;

/// The ids of one noun in their natural order.
pub(super) struct Ids<T> {
    ids: Vec<Id<T>>,
    ranks: HashMap<Box<[u8]>, u32>,
}

impl<T> Ids<T> {
    /// The ids of records that are sorted by them.
    pub(super) fn of<'a, V>(sorted: impl IntoIterator<Item = &'a (Id<T>, V)>) -> Self
    where
        T: 'a,
        V: 'a,
    {
        let ids: Vec<Id<T>> = sorted.into_iter().map(|(id, _)| id.clone()).collect();
        let ranks = ids
            .iter()
            .map(|id| id.as_str().as_bytes().into())
            .zip(0..)
            .collect();
        Self { ids, ranks }
    }

    /// The ids as text.
    pub(super) fn texts(&self) -> Vec<&str> {
        self.ids.iter().map(Id::as_str).collect()
    }

    /// The id at a rank.
    pub(super) fn at(&self, rank: u32) -> Id<T> {
        self.ids[rank as usize].clone()
    }

    /// The rank of the id with this text.
    pub(super) fn rank(&self, text: &[u8]) -> Result<u32> {
        self.ranks.get(text).copied().ok_or_else(|| {
            let text = String::from_utf8_lossy(text);
            unreadable("a reference", format!("{text:?} is not there"))
        })
    }

    /// The id with this text.
    pub(super) fn find(&self, text: &[u8]) -> Result<Id<T>> {
        self.rank(text).map(|rank| self.at(rank))
    }
}

/// The rank looked up last, for rows that come in runs of one id.
#[derive(Default)]
pub(super) struct Last {
    text: Vec<u8>,
    rank: u32,
}

impl Last {
    /// The rank of the id with this text.
    pub(super) fn rank<T>(&mut self, ids: &Ids<T>, text: &[u8]) -> Result<u32> {
        // Empty at first, and an id never is.
        if self.text != text {
            self.rank = ids.rank(text)?;
            text.clone_into(&mut self.text);
        }
        Ok(self.rank)
    }
}
