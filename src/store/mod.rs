//! Where networks are kept: one trait, an embedded file and a graph server behind it.
//!
//! A store writes rows at an expected revision in one transaction and keeps the history; what is legal is judged
//! before by [`crate::domain`]. Its constraints are the second net.

mod error;
mod neo4j;
mod open;
mod sqlite;

pub use error::{AddressFault, Error, Obstacle, Said, Violation};
pub use open::{file_of, open};

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::{ActorId, Change, DistrictId, Network, Programme, Text};

/// What a revision counts, and what a list of changes is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// The districts and funding phases.
    Programme,
    /// One district's network.
    District(DistrictId),
}

/// How many lists of changes a scope has seen; 0 before the first.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Revision(pub i64);

impl Revision {
    /// The revision after this one.
    pub fn next(self) -> Self {
        // Saturating: an address may name any number.
        Self(self.0.saturating_add(1))
    }
}

/// A value as it stood at a revision.
#[derive(Debug, Clone)]
pub struct Held<T> {
    /// The revision at which it was read.
    pub revision: Revision,
    /// The value.
    pub value: Arc<T>,
}

/// Why something was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The service filled an empty store.
    Seed,
    /// A workbook or files were taken over.
    Import,
    /// Someone entered it by hand.
    Entry,
    /// The step with this number was taken back.
    Undo(Revision),
}

/// Who writes, when, why; the request's id makes a repeated write the same write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The author, where there are accounts.
    pub by: Option<String>,
    /// The time, in whole milliseconds.
    pub at: DateTime<Utc>,
    /// Why.
    pub cause: Cause,
    /// The request.
    pub request: Uuid,
}

/// Changes of one scope at the revision on which they were judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What they are about.
    pub scope: Scope,
    /// The revision that must still stand.
    pub expected: Revision,
    /// The changes. A part without any writes no step and leaves the revision, but asserts it, and sets its contacts.
    /// Shared, as a list may be long and the store carries it to another thread.
    pub changes: Arc<Vec<Change>>,
    /// Contacts to set, or to delete; never part of the history.
    pub contacts: BTreeMap<ActorId, Option<Text>>,
}

/// Everything that one transaction writes: the parts in order, at most one per scope, the programme's first.
#[derive(Debug, Clone, PartialEq)]
pub struct Write {
    /// Who, when, why.
    pub stamp: Stamp,
    /// The parts.
    pub parts: Vec<Part>,
}

/// One entry of a scope's history.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The revision that it led to.
    pub number: Revision,
    /// Who, when, why.
    pub stamp: Stamp,
    /// What was changed.
    pub changes: Vec<Change>,
}

/// What a store answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A place where networks are kept.
///
/// Reads are consistent: a network is never seen between two steps. Writes are all or nothing and durable when they
/// are answered.
#[async_trait]
pub trait Store: Send + Sync {
    /// Whether the store answers.
    async fn ready(&self) -> Result<()>;

    /// The revision that stands; cheap.
    async fn revision(&self, scope: &Scope) -> Result<Revision>;

    /// The districts and funding phases.
    async fn programme(&self) -> Result<Held<Programme>>;

    /// A district's network over all phases.
    async fn network(&self, district: &DistrictId) -> Result<Held<Network>>;

    /// Writes all parts in one transaction and answers the new revision of each.
    /// The same request again answers the same and writes nothing.
    async fn apply(&self, write: &Write) -> Result<Vec<Revision>>;

    /// The history from the latest step, or from the one before `before`, at most `limit` steps.
    async fn steps(&self, scope: &Scope, before: Option<Revision>, limit: u32)
    -> Result<Vec<Step>>;

    /// The contacts of a district's actors.
    async fn contacts(&self, district: &DistrictId) -> Result<BTreeMap<ActorId, Text>>;

    /// Waits for writes under way and closes.
    async fn close(&self);
}
