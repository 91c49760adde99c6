//! What is deleted for good: from records, places and the history in one transaction, without a step of its own.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Head, Mark, Placed, Step};
use crate::domain::{ActorId, Change, DistrictId, Frozen, FrozenSum, LogEntry};

/// A deletion in one district, judged where it stands at a head. No step is written and no revision raised; the district
/// bears a new mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Erasure {
    /// The district.
    pub district: DistrictId,
    /// The head that must still stand.
    pub expected: Head,
    /// The mark that it sets; drawn at random.
    pub mark: Mark,
    /// What leads from the records that stand to those without what is deleted.
    pub changes: Vec<Change>,
    /// Actors whose contacts go.
    pub contacts: Vec<ActorId>,
    /// The places of the map as they shall be, where they change.
    pub places: Option<Placed>,
    /// Frozen bodies that take the place of others.
    pub frozen: Vec<Arc<Frozen>>,
    /// The bodies that go.
    pub thawed: Vec<FrozenSum>,
    /// Steps as they shall be, by their numbers; they are marked as blanked.
    pub steps: Vec<Step>,
    /// Requests that are forgotten: what they sent held what is deleted.
    pub requests: Vec<Uuid>,
    /// What stands of it in the log.
    pub log: LogEntry,
}

/// What a deletion led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wiped {
    /// Whether the store's own file holds nothing of it any more. Not where somebody read from it all the time; and
    /// nobody knows of a server's files.
    pub from_file: bool,
}

/// A turn at work that only one may do at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// What the work is called.
    pub work: &'static str,
    /// Who does it.
    pub holder: Uuid,
    /// The moment of asking.
    pub now: DateTime<Utc>,
    /// Until when the turn is theirs, should they not end it.
    pub until: DateTime<Utc>,
}
