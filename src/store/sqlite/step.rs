//! The history.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};

use super::error::unreadable;
use super::programme::scope_key;
use super::read;
use crate::domain::{Change, FORMAT, UnknownFormat, read_changes};
use crate::store::{Cause, Error, Result, Revision, Scope, Stamp, Step, Undone};

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

/// When a step was taken.
pub(super) fn taken_at(
    connection: &Connection,
    scope: &Scope,
    step: Revision,
) -> Result<Option<DateTime<Utc>>> {
    let mut statement =
        connection.prepare_cached("SELECT at FROM step WHERE scope = ?1 AND number = ?2")?;
    let mut rows = statement.query(params![scope_key(scope), step.0])?;
    match rows.next()? {
        Some(row) => read::maybe_time(row, 0),
        None => Ok(None),
    }
}

/// The steps of a scope that took another one back, the latest first.
pub(super) fn undone(connection: &Connection, scope: &Scope) -> Result<Vec<Undone>> {
    let mut statement = connection.prepare_cached(
        "SELECT number, undone, at FROM step WHERE scope = ?1 AND undone IS NOT NULL ORDER BY number DESC",
    )?;
    let mut rows = statement.query([scope_key(scope)])?;
    let mut undone = Vec::new();
    while let Some(row) = rows.next()? {
        undone.push(Undone {
            by: Revision(row.get(0)?),
            step: Revision(row.get(1)?),
            at: time(row, 2)?,
        });
    }
    Ok(undone)
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
            at: time(row, 4)?,
            cause,
            request: read::text(row, 1)?
                .parse()
                .map_err(|error| unreadable("request", error))?,
        },
        changes,
    })
}

fn time(row: &Row<'_>, column: usize) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp_millis(row.get(column)?)
        .ok_or_else(|| unreadable("at", "is not a time"))
}
