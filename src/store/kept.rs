//! What a store hands out whole, and takes over.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{Accounts, Head, Placed, Request, Result, Scope, Step};
use crate::domain::{ActorId, Change, Frozen, KeptContact, LogEntry};

/// A remembered request and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownRequest {
    /// The request.
    pub request: Request,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Its answer.
    pub answer: Vec<Head>,
}

/// Everything that a store keeps of one scope.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// The scope.
    pub scope: Scope,
    /// Where it stands; none of a district that was removed and has left its history.
    pub head: Option<Head>,
    /// All its records, each as the change that adds it.
    pub records: Vec<Change>,
    /// The contacts of its actors.
    pub contacts: BTreeMap<ActorId, KeptContact>,
    /// The places of its map.
    pub places: Option<Placed>,
    /// The bodies that were frozen of it, by their sums.
    pub frozen: Vec<Frozen>,
    /// The accounts, with the programme; its passes are not kept.
    pub accounts: Accounts,
    /// Its history from the first step.
    pub steps: Vec<Step>,
    /// The requests that it knows, by time and id.
    pub requests: Vec<KnownRequest>,
    /// Its log from the first entry that is kept.
    pub log: Vec<LogEntry>,
}

/// Takes what a store hands out, scope by scope.
pub type Sink = Box<dyn FnMut(Kept) -> Result<()> + Send>;

/// Hands out what a store is to take over, scope by scope; none behind the last.
pub type Source = Box<dyn FnMut() -> Result<Option<Kept>> + Send>;
