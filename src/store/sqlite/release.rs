//! Releases, and the bodies that they name, which are read by their sums alone.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::error::unreadable;
use super::met::{remove, save};
use super::read;
use crate::domain::{
    Consent, Decider, DistrictId, Edit, Frozen, FrozenSum, Recipient, Release, ReleaseId,
    ReleaseState,
};
use crate::store::Result;

/// A district's releases.
pub(super) fn load(
    connection: &Connection,
    district: &DistrictId,
) -> Result<Vec<(ReleaseId, Release)>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, day, phase, sha256, state, released_to, decided_by, decided_on, released_at
         FROM release WHERE district = ?1",
    )?;
    let mut rows = statement.query([district.as_str()])?;
    let mut releases = Vec::new();
    while let Some(row) = rows.next()? {
        let consent = consent(row)?;
        let release = Release {
            name: read::words(row, 1)?,
            date: day(read::text(row, 2)?)?,
            phase: read::id(row, 3)?,
            frozen: read::id(row, 4)?,
            state: read::code(row, 5, |code| {
                ReleaseState::from_code(code, consent.clone())
            })?,
        };
        releases.push((read::id(row, 0)?, release));
    }
    Ok(releases)
}

fn consent(row: &Row<'_>) -> Result<Option<Consent>> {
    let Some(to) = read::maybe_text(row, 6)? else {
        return Ok(None);
    };
    Ok(Some(Consent {
        to: read::codes(to, Recipient::from_code)?,
        by: read::code(row, 7, Decider::from_code)?,
        on: day(read::text(row, 8)?)?,
        at: read::time(row, 9)?,
    }))
}

fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(|error| unreadable("a day", error))
}

/// Makes one edit of a release.
pub(super) fn put(
    connection: &Connection,
    district: &DistrictId,
    edit: &Edit<ReleaseId, Release>,
) -> Result<()> {
    let key = [district.as_str(), edit.key.as_str()];
    let Some(release) = &edit.after else {
        let delete = "DELETE FROM release WHERE district = ?1 AND id = ?2";
        return remove(connection, edit, delete, key);
    };
    let consent = release.state.consent();
    let to = consent.map(|consent| {
        let codes: Vec<&str> = consent.to.iter().map(|one| one.code()).collect();
        codes.join(" ")
    });
    let at: Option<DateTime<Utc>> = consent.map(|consent| consent.at);
    let values = params![
        key[0],
        key[1],
        release.name.as_str(),
        release.date.to_string(),
        release.phase.as_str(),
        release.frozen.as_str(),
        release.state.code(),
        to,
        consent.map(|consent| consent.by.code()),
        consent.map(|consent| consent.on.to_string()),
        at.map(|at| at.timestamp_millis()),
    ];
    let update = "UPDATE release SET name = ?3, day = ?4, phase = ?5, sha256 = ?6, state = ?7, released_to = ?8,
                      decided_by = ?9, decided_on = ?10, released_at = ?11
                      WHERE district = ?1 AND id = ?2";
    let insert = "INSERT INTO release (district, id, name, day, phase, sha256, state, released_to, decided_by,
                  decided_on, released_at)
                  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    save(connection, edit, [update, insert], values)
}

/// Keeps a body; one of this sum stays as it is.
pub(super) fn keep(connection: &Connection, district: &DistrictId, frozen: &Frozen) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO frozen (district, sha256, format, bytes) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO NOTHING",
        )?
        .execute(params![
            district.as_str(),
            frozen.sha256,
            frozen.format,
            frozen.bytes
        ])?;
    Ok(())
}

/// Removes a body.
pub(super) fn forget(
    connection: &Connection,
    district: &DistrictId,
    sum: &FrozenSum,
) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM frozen WHERE district = ?1 AND sha256 = ?2")?
        .execute([district.as_str(), sum.as_str()])?;
    Ok(())
}

/// The body of this sum.
pub(super) fn find(
    connection: &Connection,
    district: &DistrictId,
    sum: &FrozenSum,
) -> Result<Option<Frozen>> {
    let found = connection
        .prepare_cached(
            "SELECT sha256, format, bytes FROM frozen WHERE district = ?1 AND sha256 = ?2",
        )?
        .query_row([district.as_str(), sum.as_str()], body)
        .optional()?;
    Ok(found)
}

/// All bodies of a district, by their sums.
pub(super) fn all(connection: &Connection, district: &DistrictId) -> Result<Vec<Frozen>> {
    let mut statement = connection.prepare_cached(
        "SELECT sha256, format, bytes FROM frozen WHERE district = ?1 ORDER BY sha256",
    )?;
    let rows = statement.query_map([district.as_str()], body)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn body(row: &Row<'_>) -> rusqlite::Result<Frozen> {
    Ok(Frozen {
        sha256: row.get(0)?,
        format: row.get(1)?,
        bytes: row.get(2)?,
    })
}
