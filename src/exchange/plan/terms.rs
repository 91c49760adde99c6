//! What a plan is made from, and what it is.

use std::collections::BTreeMap;

use super::super::notice::Notice;
use crate::domain::{ActorId, Change, Network, Noun, Programme, Text};

/// What an import would change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// New funding phases.
    pub programme: Vec<Change>,
    /// What changes in the district.
    pub network: Vec<Change>,
    /// The contacts that change; none: it goes. Never part of a change, so never in the history.
    pub contacts: BTreeMap<ActorId, Option<Text>>,
    /// How many contacts are new, changed and deleted.
    pub contact_counts: Contacts,
    /// What is worth knowing though nothing is wrong.
    pub notices: Vec<Notice>,
    /// How many rows the files have, examples aside.
    pub rows: usize,
    /// New names that may be those of other records.
    pub twins: Vec<Twin>,
    /// Functions that may have been renamed: somebody has to decide.
    pub renames: Vec<Rename>,
}

/// A new name that differs from another by a letter, or by a word in the same department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    /// What it names.
    pub noun: Noun,
    /// The new name.
    pub name: String,
    /// The other name.
    pub known: String,
    /// The department of a function.
    pub department: Option<Text>,
}

/// A known function that is missing from the file, and a new one of its department with a near name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The known function.
    pub id: ActorId,
    /// Its name.
    pub from: Text,
    /// The new name.
    pub to: Text,
    /// The department of both.
    pub department: Text,
}

impl Plan {
    /// The number of changes.
    pub fn len(&self) -> usize {
        self.programme.len() + self.network.len() + self.contacts.len()
    }

    /// The number of records that go.
    pub fn removed(&self) -> usize {
        let changes = self.network.iter();
        changes
            .filter(|change| change.there() == (true, false))
            .count()
    }

    /// The names of the funding phases that would be new for all districts.
    pub fn new_phases(&self) -> impl Iterator<Item = &str> {
        self.programme.iter().filter_map(|change| match change {
            Change::Phase(edit) if edit.before.is_none() => {
                edit.after.as_ref().map(|phase| phase.name.as_str())
            }
            _ => None,
        })
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// How many contacts an import sets and deletes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contacts {
    /// Of actors that had none.
    pub added: usize,
    /// In the place of another.
    pub changed: usize,
    /// Deleted.
    pub deleted: usize,
}

impl Contacts {
    /// New, changed, deleted.
    pub fn all(self) -> [usize; 3] {
        [self.added, self.changed, self.deleted]
    }

    /// Counts what would become of contacts.
    pub(super) fn of(
        held: &BTreeMap<ActorId, Text>,
        told: &BTreeMap<ActorId, Option<Text>>,
    ) -> Self {
        let mut counts = Self::default();
        for (actor, contact) in told {
            match (held.contains_key(actor), contact) {
                (false, Some(_)) => counts.added += 1,
                (true, Some(_)) => counts.changed += 1,
                (_, None) => counts.deleted += 1,
            }
        }
        counts
    }
}

/// What a store holds of a district.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// The network.
    pub network: &'a Network,
    /// The contacts of its actors.
    pub contacts: &'a BTreeMap<ActorId, Text>,
    /// The districts and phases.
    pub programme: &'a Programme,
}
