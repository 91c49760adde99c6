//! The log of what matters: beside the networks, in no step and no revision.

use rusqlite::{Connection, params};

use super::error::unreadable;
use super::programme::scope_key;
use super::read;
use crate::domain::LogEntry;
use crate::store::{Result, Scope};

/// Adds an entry, and forgets those whose time is over by then.
pub(super) fn add(connection: &Connection, scope: &Scope, entry: &LogEntry) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM log WHERE until < ?1")?
        .execute([entry.at.timestamp_millis()])?;
    keep(connection, scope, entry)
}

/// Keeps an entry.
pub(super) fn keep(connection: &Connection, scope: &Scope, entry: &LogEntry) -> Result<()> {
    let body = serde_json::to_string(entry).expect("an entry is JSON");
    connection
        .prepare_cached("INSERT INTO log (scope, at, until, body) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            scope_key(scope),
            entry.at.timestamp_millis(),
            entry.kept_until().timestamp_millis(),
            body
        ])?;
    Ok(())
}

/// All entries of a scope, the latest first.
pub(super) fn load(connection: &Connection, scope: &Scope) -> Result<Vec<LogEntry>> {
    let mut entries = Vec::new();
    let mut find = connection
        .prepare_cached("SELECT body FROM log WHERE scope = ?1 ORDER BY at DESC, number DESC")?;
    let mut rows = find.query([scope_key(scope)])?;
    while let Some(row) = rows.next()? {
        let entry = serde_json::from_str(read::text(row, 0)?);
        entries.push(entry.map_err(|error| unreadable("log", error))?);
    }
    Ok(entries)
}
