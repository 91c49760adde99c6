//! What each write answered, so that the same request again is answered the same.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::error::unreadable;
use super::programme::scope_key;
use crate::store::{Head, KNOWN_FOR, Request, Result, Scope};

/// What a request was answered when it came before; none if it was not made.
pub(super) fn answered(
    connection: &Connection,
    scope: &Scope,
    request: &Request,
) -> Result<Option<Vec<Head>>> {
    let answer: Option<String> = connection
        .prepare_cached("SELECT answer FROM request WHERE scope = ?1 AND id = ?2 AND content = ?3")?
        .query_row(
            params![
                scope_key(scope),
                request.id.to_string(),
                request.content.to_string()
            ],
            |row| row.get(0),
        )
        .optional()?;
    answer
        .map(|json| serde_json::from_str(&json).map_err(|error| unreadable("answer", error)))
        .transpose()
}

/// Keeps what a request is answered, and forgets those that are too old to come again.
pub(super) fn save(
    connection: &Connection,
    scope: &Scope,
    request: &Request,
    at: DateTime<Utc>,
    answer: &[Head],
) -> Result<()> {
    let old = at - TimeDelta::days(KNOWN_FOR);
    connection
        .prepare_cached("DELETE FROM request WHERE at < ?1")?
        .execute([old.timestamp_millis()])?;
    let json = serde_json::to_string(answer).expect("numbers are JSON");
    connection
        .prepare_cached(
            "INSERT INTO request (scope, id, content, at, answer) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            scope_key(scope),
            request.id.to_string(),
            request.content.to_string(),
            at.timestamp_millis(),
            json
        ])?;
    Ok(())
}
