//! Where networks are kept: one trait, an embedded file and a graph server behind it.
//!
//! A store writes rows at an expected revision in one transaction and keeps the history; what is legal is judged
//! before by [`crate::domain`]. Its constraints are the second net.

mod neo4j;
mod open;
mod sqlite;

pub use open::open;

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
    pub changes: Vec<Change>,
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

/// Why a store did not do what it was asked.
///
/// `Conflict` is for the service to reload and judge again; `Unreachable` and `Busy` are for a page that says
/// "try again"; the rest needs a person who looks after the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another list of changes came first; nothing was written.
    #[error("{scope:?} is at revision {found:?}, not at {expected:?}")]
    Conflict {
        /// What the revision counts.
        scope: Scope,
        /// The revision on which the changes were judged.
        expected: Revision,
        /// The revision that stands.
        found: Revision,
    },
    /// A constraint of the store forbids it; nothing was written.
    #[error("the store's constraint forbids it: {0}")]
    Violated(String),
    /// There is no such district.
    #[error("there is no district {0}")]
    NoSuchDistrict(DistrictId),
    /// The store cannot be reached, or did not answer in time. A write may or may not have been made:
    /// the same request again gives the answer.
    #[error("the store cannot be reached: {0}")]
    Unreachable(String),
    /// The store is locked by others for too long.
    #[error("the store is busy: {0}")]
    Busy(String),
    /// The disk is full, or the file may not be written.
    #[error("the store cannot write: {0}")]
    CannotWrite(String),
    /// The store was written by a newer version.
    #[error(
        "the store has version {found}, this program knows up to {known}: please use the newer program"
    )]
    Newer {
        /// The store's version.
        found: i64,
        /// The newest version known here.
        known: i64,
    },
    /// The store's address cannot be used.
    #[error(transparent)]
    Address(#[from] AddressFault),
    /// The store holds what this program would never have written.
    #[error("the store holds something unreadable: {0}")]
    Unreadable(String),
    /// Anything else that the store said.
    #[error("the store failed: {0}")]
    Failed(String),
}

/// What is wrong with a store's address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressFault {
    /// It begins with no scheme that is known; what it begins with, where that is a scheme.
    #[error("the address begins with no known scheme: {0:?}")]
    Scheme(Option<String>),
    /// `sqlite:` without a file.
    #[error("the address names no file")]
    NoFile,
    /// A store in memory would be lost.
    #[error("a store in memory would be lost")]
    InMemory,
    /// A folder where a file should be.
    #[error("{0} is a folder")]
    Folder(String),
    /// A file that is something else; it was left as it is.
    #[error("{0} is not a database of miteinander; it was left as it is")]
    Foreign(String),
    /// It is not of the form `bolt://USER@HOST:PORT`.
    #[error("it is not of the form bolt://USER@HOST:PORT")]
    Server,
    /// A password in the address, which would show in logs and lists of processes.
    #[error("a password does not belong into the address, but into NEO4J_PASSWORD")]
    Password,
    /// No password for a server.
    #[error("NEO4J_PASSWORD is missing")]
    NoPassword,
    /// The server refuses the user or the password.
    #[error("the server refuses user or password")]
    Denied,
    /// The account may not do what is needed; which statement it was.
    #[error("the account may not do this: {0}")]
    Forbidden(String),
    /// The server does not speak Bolt, or cannot be addressed like this.
    #[error("the server cannot be spoken to: {0}")]
    Protocol(String),
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
