//! One record before and after, the same for form, import, undo and history.

use serde::{Deserialize, Serialize};

/// One record: as it was (none: it is new), and as it shall be (none: it goes).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit<K, V> {
    /// What names the record.
    pub key: K,
    /// The record before.
    pub before: Option<V>,
    /// The record after.
    pub after: Option<V>,
}

impl<K, V> Edit<K, V> {
    /// An edit that adds a record.
    pub fn add(key: K, after: V) -> Self {
        Self {
            key,
            before: None,
            after: Some(after),
        }
    }

    /// An edit that removes a record.
    pub fn remove(key: K, before: V) -> Self {
        Self {
            key,
            before: Some(before),
            after: None,
        }
    }

    /// An edit that replaces a record.
    pub fn replace(key: K, before: V, after: V) -> Self {
        Self {
            key,
            before: Some(before),
            after: Some(after),
        }
    }

    /// The edit that makes a record stand as it shall; none where it stands so.
    pub fn between(key: K, before: Option<V>, after: Option<V>) -> Option<Self>
    where
        V: PartialEq,
    {
        (before != after).then_some(Self { key, before, after })
    }

    /// The edit that takes this one back.
    pub fn inverse(self) -> Self {
        Self {
            key: self.key,
            before: self.after,
            after: self.before,
        }
    }
}
