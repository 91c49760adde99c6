//! Who may come in: accounts and passes, kept beside the networks and in no history.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::domain::{Account, AccountId, DistrictId, Edit, LogEntry, Mode, Pass, TokenHash};

use super::{Heads, Mark, Scope};

/// All accounts, and whether people sign in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accounts {
    /// Whether people sign in.
    pub mode: Mode,
    /// What the latest change of an account left behind.
    pub mark: Mark,
    /// The accounts.
    pub all: BTreeMap<AccountId, Account>,
}

/// What a request needs to know before anything else: answered by one query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Whether people sign in.
    pub mode: Mode,
    /// What the token lets in, and whom; none where it is not known.
    pub bearer: Option<(Pass, Account)>,
    /// Where the district that it asks for stands, and the programme.
    pub heads: Heads,
}

/// What one transaction writes about accounts and passes. Nothing is written unless all that stands before stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Admission {
    /// The mark of the accounts that must stand, where what is written was judged by all of them.
    pub standing: Option<Mark>,
    /// Accounts that come, change or go; who goes takes their passes with them.
    pub accounts: Vec<Edit<AccountId, Account>>,
    /// Accounts all passes of which end, before new ones come.
    pub ended: Vec<AccountId>,
    /// Districts of which phones no longer take part in a working meeting, before passes of a new one come.
    pub closed: Vec<DistrictId>,
    /// Passes that come or change.
    pub passes: Vec<Edit<TokenHash, Pass>>,
    /// Whether people sign in from now on.
    pub mode: Option<Mode>,
    /// The mark that a change of accounts leaves; drawn at random.
    pub mark: Mark,
    /// What stands of it in the log, and in which one.
    pub log: Vec<(Scope, LogEntry)>,
    /// Passes that ended before this are forgotten.
    pub forget: DateTime<Utc>,
    /// What phones entered whose passes ended before this is no longer known to be theirs.
    pub part: DateTime<Utc>,
}
