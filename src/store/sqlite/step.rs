//! The history.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};

use super::error::unreadable;
use super::programme::scope_key;
use super::read;
use crate::domain::{Author, AuthorParts, Change, FORMAT, UnknownFormat, read_changes};
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
    let author = stamp.by.clone().map(AuthorParts::from);
    let author = author.as_ref();
    connection
        .prepare_cached(
            "INSERT INTO step (scope, number, request, format, at, cause, undone, changes,
                               author, author_id, author_role, author_district, author_generation)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            scope_key(scope),
            number.0,
            stamp.request.to_string(),
            FORMAT,
            stamp.at.timestamp_millis(),
            cause,
            undone,
            json,
            author.map(|author| author.kind.as_str()),
            author.and_then(|author| author.id.as_deref()),
            author.and_then(|author| author.role.as_deref()),
            author.and_then(|author| author.district.as_deref()),
            author.and_then(|author| author.generation),
        ])?;
    Ok(())
}

/// Writes a step anew in which a function was blanked.
pub(super) fn blank(connection: &Connection, scope: &Scope, step: &Step) -> Result<()> {
    let json = serde_json::to_string(&step.changes).expect("changes are JSON");
    connection
        .prepare_cached(
            "UPDATE step SET changes = ?3, format = ?4, blanked = 1
             WHERE scope = ?1 AND number = ?2",
        )?
        .execute(params![scope_key(scope), step.number.0, json, FORMAT])?;
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
        "SELECT number, request, format, at, cause, undone, changes, author, author_id,
                author_role, author_district, author_generation, blanked FROM step
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
    let cause = match (read::text(row, 4)?, read::maybe_number(row, 5)?) {
        ("seed", None) => Cause::Seed,
        ("import", None) => Cause::Import,
        ("entry", None) => Cause::Entry,
        ("undo", Some(step)) => Cause::Undo(Revision(step)),
        (other, _) => return Err(unreadable("cause", format!("{other:?} is not known"))),
    };
    let changes = read_changes(row.get(2)?, read::text(row, 6)?).map_err(|error| match error {
        UnknownFormat::Newer(format) => Error::Newer {
            found: format.into(),
            known: FORMAT.into(),
        },
        UnknownFormat::Unreadable(error) => unreadable("changes", error),
    })?;
    Ok(Step {
        number: Revision(row.get(0)?),
        stamp: Stamp {
            by: author(row, 7)?,
            at: time(row, 3)?,
            cause,
            request: read::text(row, 1)?
                .parse()
                .map_err(|error| unreadable("request", error))?,
        },
        changes,
        blanked: read::flag(row, 12)?,
    })
}

fn author(row: &Row<'_>, first: usize) -> Result<Option<Author>> {
    let owned = |column| Ok::<_, Error>(read::maybe_text(row, column)?.map(str::to_owned));
    let Some(kind) = owned(first)? else {
        return Ok(None);
    };
    let parts = AuthorParts {
        kind,
        id: owned(first + 1)?,
        role: owned(first + 2)?,
        district: owned(first + 3)?,
        generation: read::maybe_number(row, first + 4)?,
    };
    let author = parts.try_into();
    author
        .map(Some)
        .map_err(|error| unreadable("author", error))
}

fn time(row: &Row<'_>, column: usize) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp_millis(row.get(column)?)
        .ok_or_else(|| unreadable("at", "is not a time"))
}
