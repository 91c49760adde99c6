//! Releases as nodes, and the bodies that they name, which are read by their sums alone.

use std::collections::BTreeMap;

use bytes::Bytes;
use chrono::NaiveDate;
use neo4rs::{BoltBytes, BoltType, Row};

use super::batch::Batch;
use super::cypher::{Statement, cypher, map};
use super::decode::{Unreadable, code, id, word};
use super::step::moment;
use super::stored::{OfIds, OfRows, Stored};
use crate::domain::{
    Consent, Decider, DistrictId, Frozen, FrozenSum, Recipient, Release, ReleaseId, ReleaseState,
};

/// A release in the one row of a network.
pub(super) type Line<'a> = (
    &'a str,
    &'a str,
    &'a str,
    &'a str,
    &'a str,
    &'a str,
    Option<Vec<&'a str>>,
    Option<&'a str>,
    Option<&'a str>,
    Option<i64>,
);

/// Reads all releases.
pub(super) fn read(lines: Vec<Line<'_>>) -> Result<BTreeMap<ReleaseId, Release>, Unreadable> {
    lines.into_iter().map(read_one).collect()
}

fn read_one(line: Line<'_>) -> Result<(ReleaseId, Release), Unreadable> {
    let (key, name, date, phase, sum, state, to, by, on, at) = line;
    let consent = match (to, by, on, at) {
        (Some(to), Some(by), Some(on), Some(at)) => Some(Consent {
            to: to
                .into_iter()
                .map(|one| code("recipient", Recipient::from_code, one))
                .collect::<Result<_, _>>()?,
            by: code("decider", Decider::from_code, by)?,
            on: day(on)?,
            at: moment(at)?,
        }),
        _ => None,
    };
    let state = ReleaseState::from_code(state, consent)
        .ok_or_else(|| Unreadable::new("state of a release", state))?;
    let release = Release {
        name: word(name)?,
        date: day(date)?,
        phase: id(phase)?,
        frozen: id(sum)?,
        state,
    };
    Ok((id(key)?, release))
}

fn day(text: &str) -> Result<NaiveDate, Unreadable> {
    text.parse().map_err(|_| Unreadable::new("day", text))
}

impl Stored for Release {
    const CREATE: OfRows = OfRows(cypher!("release/create"));
    const UPDATE: Option<OfRows> = Some(OfRows(cypher!("release/update")));
    const REMOVE: OfIds = OfIds(cypher!("release/remove"));

    fn id(id: &ReleaseId) -> String {
        id.to_string()
    }

    fn row(id: &ReleaseId, release: &Self) -> BoltType {
        let consent = release.state.consent();
        let to = consent.map(|consent| {
            let codes = consent.to.iter().map(|one| one.code().into());
            codes.collect::<Vec<BoltType>>()
        });
        map([
            ("id", id.as_str().into()),
            ("name", release.name.as_str().into()),
            ("day", release.date.to_string().into()),
            ("phase", release.phase.as_str().into()),
            ("sha256", release.frozen.as_str().into()),
            ("state", release.state.code().into()),
            ("released_to", to.into()),
            ("decided_by", consent.map(|one| one.by.code()).into()),
            ("decided_on", consent.map(|one| one.on.to_string()).into()),
            (
                "released_at",
                consent.map(|one| one.at.timestamp_millis()).into(),
            ),
        ])
    }
}

/// Keeps bodies; those that are there stay as they are.
pub(super) fn keep<'a>(
    batch: &mut Batch,
    district: &DistrictId,
    frozen: impl IntoIterator<Item = &'a Frozen>,
) {
    let rows = frozen.into_iter().map(|frozen| {
        let bytes = BoltBytes::new(Bytes::copy_from_slice(&frozen.bytes));
        map([
            ("sha256", frozen.sha256.as_str().into()),
            ("format", i64::from(frozen.format).into()),
            ("bytes", BoltType::Bytes(bytes)),
        ])
    });
    batch.each(rows, |rows| kept(district, rows));
}

/// Removes the bodies of these sums.
pub(super) fn forgotten(district: &DistrictId, sums: BoltType) -> Statement {
    cypher!("frozen/remove").with([("district", district.as_str().into()), ("sums", sums)])
}

fn kept(district: &DistrictId, rows: BoltType) -> Statement {
    cypher!("frozen/keep").with([("district", district.as_str().into()), ("rows", rows)])
}

/// Asks for a body.
pub(super) fn load(district: &DistrictId, sum: &FrozenSum) -> Statement {
    cypher!("frozen/load").with([
        ("district", district.as_str().into()),
        ("sha256", sum.as_str().into()),
    ])
}

/// Asks for all bodies of a district.
pub(super) fn all(district: &DistrictId) -> Statement {
    cypher!("frozen/all").with([("district", district.as_str().into())])
}

/// The body in a row.
pub(super) fn body(row: &Row) -> Result<Frozen, Unreadable> {
    let format: i64 = row.get("format")?;
    let bytes = match row.get("bytes")? {
        BoltType::Bytes(bytes) => bytes.value.to_vec(),
        _ => return Err(Unreadable::new("frozen body", "no bytes")),
    };
    Ok(Frozen {
        sha256: row.get("sha256")?,
        format: u32::try_from(format)
            .map_err(|_| Unreadable::new("format", &format.to_string()))?,
        bytes,
    })
}
