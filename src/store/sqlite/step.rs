//! The history, and the answers by which a repeated request is known.

use chrono::DateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::error::unreadable;
use super::programme::scope_key;
use super::read;
use crate::domain::{Change, FORMAT, UnknownFormat, read_changes};
use crate::store::{Cause, Error, Result, Revision, Scope, Stamp, Step};

/// What the request was answered when it came before.
pub(super) fn answered(connection: &Connection, request: Uuid) -> Result<Option<Vec<Revision>>> {
    let answer: Option<String> = connection
        .prepare_cached("SELECT answer FROM request WHERE id = ?1")?
        .query_row([request.to_string()], |row| row.get(0))
        .optional()?;
    answer
        .map(|json| serde_json::from_str(&json).map_err(|error| unreadable("answer", error)))
        .transpose()
}

/// Keeps what a request is answered.
pub(super) fn save_answer(
    connection: &Connection,
    request: Uuid,
    answer: &[Revision],
) -> Result<()> {
    let json = serde_json::to_string(answer).expect("numbers are JSON");
    connection
        .prepare_cached("INSERT INTO request (id, answer) VALUES (?1, ?2)")?
        .execute([request.to_string(), json])?;
    Ok(())
}

/// Adds a step to a scope's history.
pub(super) fn save(
    connection: &Connection,
    scope: &Scope,
    number: Revision,
    stamp: &Stamp,
    changes: &[Change],
) -> Result<()> {
    let json = serde_json::to_string(changes).expect("changes are JSON");
    let (cause, undone) = match stamp.cause {
        Cause::Seed => ("seed", None),
        Cause::Import => ("import", None),
        Cause::Entry => ("entry", None),
        Cause::Undo(step) => ("undo", Some(step.0)),
    };
    connection
        .prepare_cached(
            "INSERT INTO step (scope, number, request, format, author, at, cause, undone, changes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            scope_key(scope),
            number.0,
            stamp.request.to_string(),
            FORMAT,
            stamp.by,
            stamp.at.timestamp_millis(),
            cause,
            undone,
            json,
        ])?;
    Ok(())
}

/// A scope's steps from the latest, or from the one before `before`.
pub(super) fn load(
    connection: &Connection,
    scope: &Scope,
    before: Option<Revision>,
    limit: u32,
) -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT number, request, format, author, at, cause, undone, changes FROM step
         WHERE scope = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3",
    )?;
    let before = before.map_or(i64::MAX, |revision| revision.0);
    let mut rows = statement.query(params![scope_key(scope), before, limit])?;
    while let Some(row) = rows.next()? {
        steps.push(step(row)?);
    }
    Ok(steps)
}

fn step(row: &Row<'_>) -> Result<Step> {
    let cause = match (read::text(row, 5)?, read::maybe_number(row, 6)?) {
        ("seed", None) => Cause::Seed,
        ("import", None) => Cause::Import,
        ("entry", None) => Cause::Entry,
        ("undo", Some(step)) => Cause::Undo(Revision(step)),
        (other, _) => return Err(unreadable("cause", format!("{other:?} is not known"))),
    };
    let changes = read_changes(row.get(2)?, read::text(row, 7)?).map_err(|error| match error {
        UnknownFormat::Newer(format) => Error::Newer {
            found: format.into(),
            known: FORMAT.into(),
        },
        UnknownFormat::Unreadable(error) => unreadable("changes", error),
    })?;
    Ok(Step {
        number: Revision(row.get(0)?),
        stamp: Stamp {
            by: row.get(3)?,
            at: DateTime::from_timestamp_millis(row.get(4)?)
                .ok_or_else(|| unreadable("at", "is not a time"))?,
            cause,
            request: read::text(row, 1)?
                .parse()
                .map_err(|error| unreadable("request", error))?,
        },
        changes,
    })
}
