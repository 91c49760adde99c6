//! The history: one node a step, its changes as JSON.

use chrono::{DateTime, Utc};
use neo4rs::{BoltType, Row};
use uuid::Uuid;

use super::cypher::{Statement, cypher, flag, map};
use super::decode::Unreadable;
use crate::domain::{Author, AuthorParts, BadAuthor, Change, FORMAT, UnknownFormat, read_changes};
use crate::store::{Cause, Error, Result, Revision, Scope, Stamp, Step, Undone};

/// The key of a scope in the history.
pub(super) fn key(scope: &Scope) -> String {
    match scope {
        Scope::Programme => "programme".to_owned(),
        Scope::District(id) => format!("district/{id}"),
    }
}

/// Reads a step.
pub(super) fn read(row: &Row) -> Result<Step> {
    let number: i64 = get(row, "number")?;
    let format: i64 = get(row, "format")?;
    let request: &str = get(row, "request")?;
    let cause: &str = get(row, "cause")?;
    let undoes: Option<i64> = get(row, "undoes")?;
    let changes: &str = get(row, "changes")?;
    let unreadable = |what: &str, value: &str| Error::from(Unreadable::new(what, value));
    let format = u16::try_from(format).map_err(|_| unreadable("format", &format.to_string()))?;
    Ok(Step {
        number: Revision(number),
        stamp: Stamp {
            by: author(row)?,
            at: time(row)?,
            cause: match (cause, undoes) {
                ("seed", None) => Cause::Seed,
                ("import", None) => Cause::Import,
                ("entry", None) => Cause::Entry,
                ("undo", Some(step)) => Cause::Undo(Revision(step)),
                (other, _) => return Err(unreadable("cause", other)),
            },
            request: Uuid::parse_str(request).map_err(|_| unreadable("request", request))?,
        },
        changes: read_changes(format, changes).map_err(|error| match error {
            UnknownFormat::Newer(format) => Error::Newer {
                found: format.into(),
                known: FORMAT.into(),
            },
            UnknownFormat::Unreadable(error) => Error::Unreadable(error.to_string()),
        })?,
        blanked: get::<Option<bool>>(row, "blanked")?.unwrap_or_default(),
    })
}

fn author(row: &Row) -> Result<Option<Author>> {
    let Some(kind) = get(row, "by")? else {
        return Ok(None);
    };
    let parts = AuthorParts {
        kind,
        id: get(row, "by_id")?,
        role: get(row, "by_role")?,
        district: get(row, "by_district")?,
        generation: get(row, "by_generation")?,
    };
    let author = parts.try_into();
    author
        .map(Some)
        .map_err(|error: BadAuthor| Unreadable::new("author", &error.to_string()).into())
}

/// The time in a row of a step.
pub(super) fn time(row: &Row) -> Result<DateTime<Utc>> {
    Ok(moment(get(row, "at")?)?)
}

/// A time of so many milliseconds since 1970.
pub(super) fn moment(millis: i64) -> Result<DateTime<Utc>, Unreadable> {
    DateTime::from_timestamp_millis(millis)
        .ok_or_else(|| Unreadable::new("time", &millis.to_string()))
}

fn get<'r, T: serde::Deserialize<'r>>(row: &'r Row, column: &str) -> Result<T> {
    Ok(row.get(column).map_err(Unreadable::from)?)
}

/// A step as a row to write, and the size of its changes in bytes.
pub(super) fn row(
    scope: &Scope,
    number: Revision,
    (stamp, blanked): (&Stamp, bool),
    changes: &[Change],
) -> Result<(BoltType, usize)> {
    let (cause, undoes) = match stamp.cause {
        Cause::Seed => ("seed", None),
        Cause::Import => ("import", None),
        Cause::Entry => ("entry", None),
        Cause::Undo(step) => ("undo", Some(step.0)),
    };
    let changes = serde_json::to_string(changes)
        .map_err(|error| Error::Failed(format!("a step cannot be written: {error}")))?;
    let length = changes.len();
    let by = stamp.by.clone().map(AuthorParts::from);
    let row = map([
        ("scope", key(scope).into()),
        ("number", number.0.into()),
        ("format", FORMAT.into()),
        ("request", stamp.request.to_string().into()),
        ("by", by.as_ref().map(|by| by.kind.as_str()).into()),
        ("by_id", by.as_ref().and_then(|by| by.id.as_deref()).into()),
        (
            "by_role",
            by.as_ref().and_then(|by| by.role.as_deref()).into(),
        ),
        (
            "by_district",
            by.as_ref().and_then(|by| by.district.as_deref()).into(),
        ),
        (
            "by_generation",
            by.as_ref().and_then(|by| by.generation).into(),
        ),
        ("at", stamp.at.into()),
        ("cause", cause.into()),
        ("undoes", undoes.into()),
        ("changes", changes.into()),
        ("blanked", flag(blanked)),
    ]);
    Ok((row, length))
}

/// Adds steps.
pub(super) fn create(rows: BoltType) -> Statement {
    cypher!("step/create").with([("rows", rows)])
}

/// Writes steps anew in which a function was blanked.
pub(super) fn blank(rows: BoltType) -> Statement {
    cypher!("step/blank").with([("rows", rows)])
}

/// Reads a step that took another one back.
pub(super) fn read_undone(row: &Row) -> Result<Undone> {
    let (by, step): (i64, i64) = (get(row, "number")?, get(row, "undoes")?);
    Ok(Undone {
        step: Revision(step),
        by: Revision(by),
        at: time(row)?,
    })
}

/// Asks for all steps that took another one back.
pub(super) fn undone(scope: &Scope) -> Statement {
    cypher!("step/undone").with([("scope", key(scope).into())])
}

/// Asks when a step was taken.
pub(super) fn when(scope: &Scope, step: Revision) -> Statement {
    cypher!("step/time").with([("scope", key(scope).into()), ("number", step.0.into())])
}

/// Asks for the latest steps before a number.
pub(super) fn load(scope: &Scope, before: Option<Revision>, limit: u32) -> Statement {
    cypher!("step/load").with([
        ("scope", key(scope).into()),
        (
            "before",
            before.map_or(i64::MAX, |revision| revision.0).into(),
        ),
        ("limit", limit.into()),
    ])
}
