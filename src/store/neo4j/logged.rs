//! The log of what matters, each entry as a node: in no step and no revision.

use chrono::{DateTime, Utc};
use neo4rs::{BoltType, Row};

use super::cypher::{Statement, cypher, map};
use super::decode::Unreadable;
use super::step::key;
use crate::domain::LogEntry;
use crate::store::Scope;

/// Reads an entry.
pub(super) fn read(row: &Row) -> Result<LogEntry, Unreadable> {
    let body: &str = row.get("body")?;
    serde_json::from_str(body).map_err(|error| Unreadable::new("log", &error.to_string()))
}

/// Asks for all entries of a scope, the latest first.
pub(super) fn load(scope: &Scope) -> Statement {
    cypher!("log/load").with([("scope", key(scope).into())])
}

/// An entry as a row to write; of several at one time the place among them keeps their order.
pub(super) fn row(scope: &Scope, entry: &LogEntry, place: usize) -> BoltType {
    let body = serde_json::to_string(entry).expect("an entry is JSON");
    let place = i64::try_from(place).unwrap_or(i64::MAX);
    map([
        ("scope", key(scope).into()),
        ("at", entry.at.timestamp_millis().into()),
        ("until", entry.kept_until().timestamp_millis().into()),
        ("place", place.into()),
        ("body", body.into()),
    ])
}

/// Adds entries.
pub(super) fn create(rows: BoltType) -> Statement {
    cypher!("log/create").with([("rows", rows)])
}

/// Forgets entries whose time is over.
pub(super) fn forget(now: DateTime<Utc>) -> Statement {
    cypher!("log/forget").with([("now", now.timestamp_millis().into())])
}
