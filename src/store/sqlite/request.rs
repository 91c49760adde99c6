//! The answers to writes, so that a repeated request gets the same answer.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::error::unreadable;
use super::programme::scope_key;
use super::read;
use crate::store::{Head, KNOWN_FOR, KnownRequest, Request, Result, Scope};

/// The answer to an earlier request; none if it was not made.
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

/// Keeps the answer to a request, and forgets requests too old to be repeated.
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
    let known = KnownRequest {
        request: *request,
        at,
        answer: answer.to_vec(),
    };
    keep(connection, scope, &known)
}

/// Keeps what a request was answered.
pub(super) fn keep(connection: &Connection, scope: &Scope, known: &KnownRequest) -> Result<()> {
    let json = serde_json::to_string(&known.answer).expect("numbers are JSON");
    connection
        .prepare_cached(
            "INSERT INTO request (scope, id, content, at, answer) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            scope_key(scope),
            known.request.id.to_string(),
            known.request.content.to_string(),
            known.at.timestamp_millis(),
            json
        ])?;
    Ok(())
}

/// All requests that a scope knows, by time and id.
pub(super) fn all(connection: &Connection, scope: &Scope) -> Result<Vec<KnownRequest>> {
    let mut known = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT id, content, at, answer FROM request WHERE scope = ?1 ORDER BY at, id, content",
    )?;
    let mut rows = statement.query([scope_key(scope)])?;
    while let Some(row) = rows.next()? {
        let (id, content) = (read::text(row, 0)?, read::text(row, 1)?);
        let at = DateTime::from_timestamp_millis(row.get(2)?);
        let answer = serde_json::from_str(read::text(row, 3)?);
        known.push(KnownRequest {
            request: Request {
                id: id.parse().map_err(|error| unreadable("request", error))?,
                content: content
                    .parse()
                    .map_err(|error| unreadable("content", error))?,
            },
            at: at.ok_or_else(|| unreadable("at", "is not a time"))?,
            answer: answer.map_err(|error| unreadable("answer", error))?,
        });
    }
    Ok(known)
}
