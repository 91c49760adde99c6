//! What a plan is made from, and what it is.

use std::collections::BTreeMap;

use super::super::notice::Notice;
use crate::domain::{ActorId, Change, Network, Programme, Text};

/// What an import would change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// New funding phases.
    pub programme: Vec<Change>,
    /// What changes in the district.
    pub network: Vec<Change>,
    /// The contacts that change; none: it goes. Never part of a change, so never in the history.
    pub contacts: BTreeMap<ActorId, Option<Text>>,
    /// What is worth knowing though nothing is wrong.
    pub notices: Vec<Notice>,
    /// How many rows the files have, examples aside.
    pub rows: usize,
}

impl Plan {
    /// The number of changes.
    pub fn len(&self) -> usize {
        self.programme.len() + self.network.len() + self.contacts.len()
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
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
