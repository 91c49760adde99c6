//! Where networks are kept: one trait, an embedded file and a graph server behind it.
//!
//! A store writes rows at an expected revision in one transaction and keeps the history; what is legal is judged
//! before by [`crate::domain`]. Its constraints are the second net.

mod admitted;
pub mod backup;
pub mod check;
mod erasure;
mod error;
mod kept;
mod neo4j;
mod open;
mod placed;
mod request;
mod sqlite;

pub use admitted::{Accounts, Admission, Arrival};
pub use erasure::{Erasure, Turn, Wiped};
pub use error::{AddressFault, Error, Obstacle, Said, Violation};
pub use kept::{Kept, KnownRequest, Sink, Source};
pub use open::{file_of, open};
pub use placed::Placed;
pub use request::{BadContent, Content, KNOWN_FOR, Request};

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::{
    ActorId, Author, Change, Contact, District, DistrictId, Edit, Frozen, FrozenSum, KeptContact,
    LogEntry, Network, Pass, PhaseId, Programme, TokenHash,
};

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

/// A random value set by the latest write to a scope. It distinguishes a state from every other one, including those of
/// another store or of a restored backup. Nil before the first write.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Mark(pub Uuid);

/// Where a scope stands: its revision, and the mark of its latest write. A write of contacts leaves the revision and
/// sets a mark.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct Head {
    /// How many lists of changes it has seen.
    pub revision: Revision,
    /// The latest write.
    pub mark: Mark,
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.revision.0, self.mark.0.simple())
    }
}

/// A text that is no head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is not of the form REVISION.MARK")]
pub struct BadHead;

impl FromStr for Head {
    type Err = BadHead;

    fn from_str(text: &str) -> Result<Self, BadHead> {
        let (revision, mark) = text.split_once('.').ok_or(BadHead)?;
        Ok(Self {
            revision: Revision(revision.parse().map_err(|_| BadHead)?),
            mark: Mark(mark.parse().map_err(|_| BadHead)?),
        })
    }
}

/// Where a district and the programme stand, asked for at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heads {
    /// The programme's head.
    pub programme: Head,
    /// The district's head; none where there is no such district.
    pub district: Option<Head>,
}

/// A value as it stood at a head.
#[derive(Debug, Clone)]
pub struct Held<T> {
    /// Where its scope stood when it was read.
    pub head: Head,
    /// The value.
    pub value: Arc<T>,
}

/// All districts, and where the programme stands to which they belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The programme's head.
    pub programme: Head,
    /// The districts by their ids.
    pub districts: Vec<Outline>,
}

/// A district in the list of all, and how much it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Its id.
    pub id: DistrictId,
    /// Its record.
    pub district: District,
    /// Where it stands.
    pub head: Head,
    /// How many departments it holds.
    pub departments: usize,
    /// How many actors.
    pub actors: usize,
    /// How many offers.
    pub offers: usize,
    /// When its latest step was taken; none before the first.
    pub at: Option<DateTime<Utc>>,
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

/// Who writes, when, why; the request's id stands in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// By whom; none of steps that are older than authors, or whose author was erased.
    pub by: Option<Author>,
    /// The time, in whole milliseconds.
    pub at: DateTime<Utc>,
    /// Why.
    pub cause: Cause,
    /// The request.
    pub request: Uuid,
}

/// Changes of one scope at the head on which they were judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What they are about.
    pub scope: Scope,
    /// The head that must still stand.
    pub expected: Head,
    /// The changes. A part without any writes no step and leaves the revision, but asserts it, and sets its contacts.
    /// Shared, as a list may be long and the store carries it to another thread.
    pub changes: Arc<Vec<Change>>,
    /// Contacts to set, to confirm or to delete, at most one of an actor, each as it must stand before; never part of
    /// the history.
    pub contacts: Vec<Edit<ActorId, Contact>>,
    /// Frozen bodies that its releases name; one that is there already stays.
    pub frozen: Vec<Arc<Frozen>>,
}

/// Everything that one transaction writes: the parts in order, at most one per scope, the programme's first.
#[derive(Debug, Clone, PartialEq)]
pub struct Write {
    /// Who, when, why.
    pub stamp: Stamp,
    /// What the request sent; its id is in the stamp.
    pub content: Content,
    /// The mark that it sets; drawn at random, never used twice.
    pub mark: Mark,
    /// The parts.
    pub parts: Vec<Part>,
}

impl Write {
    /// The scope to which its request belongs: a district's, where it writes to one.
    pub fn scope(&self) -> Option<&Scope> {
        self.parts.last().map(|part| &part.scope)
    }

    /// What identifies it when it is repeated.
    pub fn request(&self) -> Request {
        Request {
            id: self.stamp.request,
            content: self.content,
        }
    }
}

/// What a write led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The new head of each part's scope.
    pub heads: Vec<Head>,
    /// Whether the same request had written it before, and this call wrote nothing.
    pub before: bool,
}

/// A step that took another one back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undone {
    /// The step that was taken back.
    pub step: Revision,
    /// The step that did so.
    pub by: Revision,
    /// When.
    pub at: DateTime<Utc>,
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
    /// Whether a function was blanked in it, so that it cannot be taken back.
    pub blanked: bool,
}

/// What a store answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A place where networks are kept.
///
/// Reads are consistent: a network is never seen between two steps. Writes are all or nothing and durable when they
/// are answered.
#[async_trait]
pub trait Store: Send + Sync {
    /// Whether the store answers, and is still the one that was opened.
    async fn ready(&self) -> Result<()>;

    /// Where a scope stands; cheap.
    async fn head(&self, scope: &Scope) -> Result<Head>;

    /// Where a district and the programme stand; as cheap as one of them.
    ///
    /// The programme is never older than the district: the phases that the district names are surely in it.
    async fn heads(&self, district: &DistrictId) -> Result<Heads>;

    /// All districts and how much each holds; as cheap as one head. Counts of a district that is being
    /// written to may mix the states before and after.
    async fn overview(&self) -> Result<Overview>;

    /// The districts and funding phases.
    async fn programme(&self) -> Result<Held<Programme>>;

    /// A district's network over all phases.
    async fn network(&self, district: &DistrictId) -> Result<Held<Network>>;

    /// Writes all parts in one transaction and answers the new head of each.
    /// The same request again answers the same and writes nothing.
    async fn apply(&self, write: &Write) -> Result<Written>;

    /// The answer to an earlier request; remembered for [`KNOWN_FOR`] days.
    async fn answered(&self, scope: &Scope, request: &Request) -> Result<Option<Vec<Head>>>;

    /// All steps of a scope that took another one back, the latest first.
    async fn undone(&self, scope: &Scope) -> Result<Vec<Undone>>;

    /// Which districts name which funding phase, each pair once.
    async fn phases_in_use(&self) -> Result<BTreeSet<(PhaseId, DistrictId)>>;

    /// When a step was taken, without what it changed; none of one that is not there.
    async fn taken_at(&self, scope: &Scope, step: Revision) -> Result<Option<DateTime<Utc>>>;

    /// The history from the latest step, or from the one before `before`, at most `limit` steps.
    async fn steps(&self, scope: &Scope, before: Option<Revision>, limit: u32)
    -> Result<Vec<Step>>;

    /// The contacts of a district's actors.
    async fn contacts(&self, district: &DistrictId) -> Result<BTreeMap<ActorId, KeptContact>>;

    /// The places that are kept of a district's map, of this state or an earlier one.
    async fn places(&self, district: &DistrictId) -> Result<Option<Placed>>;

    /// Keeps places of a district's map where the district stands at a mark and the places of `before`, or none, are
    /// still kept; answers whether it did. The district bears the mark of the new places then: a new one where somebody
    /// laid the map out afresh. No step is written and no revision raised.
    async fn keep_places(
        &self,
        district: &DistrictId,
        standing: Mark,
        before: Option<Mark>,
        now: &Placed,
    ) -> Result<bool>;

    /// A body that was frozen of a district; nothing else reads it.
    async fn frozen(&self, district: &DistrictId, sum: &FrozenSum) -> Result<Option<Frozen>>;

    /// All accounts, and whether people sign in.
    async fn accounts(&self) -> Result<Accounts>;

    /// What a request needs to know before anything else, in one query: whether people sign in, whom its token lets in,
    /// and where the programme and the district stand that it asks for.
    async fn arrival(
        &self,
        token: Option<&TokenHash>,
        district: Option<&DistrictId>,
    ) -> Result<Arrival>;

    /// The pass with which phones take part in a working meeting of a district, its latest that was not ended.
    async fn room(&self, district: &DistrictId) -> Result<Option<(TokenHash, Pass)>>;

    /// Writes accounts and passes in one transaction, where all that must stand before does; answers whether it did. An
    /// address that another account has is [`Violation::KeyTaken`].
    async fn admit(&self, write: &Admission) -> Result<bool>;

    /// Writes down when a pass was used last.
    async fn see_pass(&self, token: &TokenHash, at: DateTime<Utc>) -> Result<()>;

    /// Adds an entry to the log of a scope, and forgets those whose time is over by then.
    async fn log(&self, scope: &Scope, entry: &LogEntry) -> Result<()>;

    /// The log of a scope, the latest first.
    async fn logged(&self, scope: &Scope) -> Result<Vec<LogEntry>>;

    /// Deletes for good where the district stands at the expected head; else [`Error::Conflict`].
    async fn erase(&self, erasure: &Erasure) -> Result<Wiped>;

    /// Takes the accounts and passes from all steps before a time, which keep the role; answers from how many of each
    /// scope. It wipes what earlier deletions may have left in the store's own file.
    async fn forget_authors(&self, before: DateTime<Utc>) -> Result<BTreeMap<Scope, usize>>;

    /// Takes a turn at work that only one instance may do at a time, or ends it by asking for none any more; answers
    /// whether it is the holder's.
    async fn take_turn(&self, turn: &Turn) -> Result<bool>;

    /// Hands out everything that the store holds, of one state: the programme first, then the districts by their ids.
    async fn dump(&self, to: Sink) -> Result<()>;

    /// Takes over what a store has handed out, the programme first; only a store without a district does.
    async fn restore(&self, from: Source) -> Result<()>;

    /// What the database itself finds wrong with what it holds, in its own words.
    async fn faults(&self) -> Result<Vec<String>>;

    /// Waits for writes under way and closes.
    async fn close(&self);
}
