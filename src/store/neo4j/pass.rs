//! Passes as nodes: by the SHA-256 of what their holders have, in no step and no backup.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use neo4rs::{BoltType, Row};

use super::cypher::{Statement, cypher, map};
use super::decode::{Unreadable, code, id};
use super::step::moment;
use crate::domain::{DistrictId, Edit, Holder, Pass, PassKind, TokenHash, WorkshopPass};

/// A pass in a list: token, kind, account, created, seen, ends, revoked; of a working meeting district, phase, by which
/// pass a phone was let in, how many phones were, the steps of one.
type PassRow<'a> = (
    &'a str,
    &'a str,
    &'a str,
    i64,
    i64,
    i64,
    bool,
    Option<&'a str>,
    Option<&'a str>,
    Option<&'a str>,
    Option<u32>,
    Option<Vec<i64>>,
);

/// The passes in a row.
pub(super) fn read(row: &Row) -> Result<BTreeMap<TokenHash, Pass>, Unreadable> {
    let rows: Vec<PassRow<'_>> = row.get("passes")?;
    rows.into_iter().map(one).collect()
}

fn one(row: PassRow<'_>) -> Result<(TokenHash, Pass), Unreadable> {
    let (token, kind, account, created, seen, ends, revoked, district, phase, room, phones, steps) =
        row;
    let hash = |digits| {
        TokenHash::parse(digits).ok_or_else(|| Unreadable::new("pass of account", account))
    };
    let holder = Holder::stored(
        room.map(hash).transpose()?,
        phones.unwrap_or_default(),
        steps.unwrap_or_default(),
    );
    let workshop = match (district, phase) {
        (Some(district), Some(phase)) => Some(WorkshopPass {
            district: id(district)?,
            phase: id(phase)?,
            holder,
        }),
        _ => None,
    };
    let kind = code(
        "kind",
        |code| PassKind::from_code(code, workshop.clone()),
        kind,
    )?;
    let pass = Pass {
        kind,
        account: id(account)?,
        created: moment(created)?,
        seen: moment(seen)?,
        ends: moment(ends)?,
        revoked,
    };
    Ok((hash(token)?, pass))
}

/// A pass that comes or changes as a row to write.
pub(super) fn row(edit: &Edit<TokenHash, Pass>) -> Option<BoltType> {
    let pass = edit.after.as_ref()?;
    let workshop = pass.kind.workshop();
    let holder = workshop.map(|workshop| &workshop.holder);
    let steps = holder.map(|holder| holder.steps().to_vec());
    Some(map([
        ("token", token(&edit.key)),
        ("kind", pass.kind.code().into()),
        ("account", pass.account.as_str().into()),
        ("created", pass.created.timestamp_millis().into()),
        ("seen", pass.seen.timestamp_millis().into()),
        ("ends", pass.ends.timestamp_millis().into()),
        ("revoked", pass.revoked.into()),
        (
            "district",
            workshop.map(|workshop| workshop.district.as_str()).into(),
        ),
        (
            "phase",
            workshop.map(|workshop| workshop.phase.as_str()).into(),
        ),
        (
            "room",
            holder
                .and_then(Holder::room)
                .map(|room| room.to_string())
                .into(),
        ),
        ("phones", holder.map(Holder::phones).into()),
        ("steps", steps.into()),
    ]))
}

/// The digits of a hash.
pub(super) fn token(hash: &TokenHash) -> BoltType {
    hash.to_string().into()
}

/// Asks for the pass of a district's working meeting, the latest that was not ended.
pub(super) fn room(district: &DistrictId) -> Statement {
    cypher!("pass/room").with([("district", district.as_str().into())])
}

/// Writes down when a pass was used.
pub(super) fn see(hash: &TokenHash, at: DateTime<Utc>) -> Statement {
    cypher!("pass/see").with([("token", token(hash)), ("at", at.timestamp_millis().into())])
}

/// Ends all passes of accounts.
pub(super) fn end(ids: BoltType) -> Statement {
    cypher!("pass/end").with([("ids", ids)])
}

/// Ends the passes of the working meetings of districts.
pub(super) fn close(districts: BoltType) -> Statement {
    cypher!("pass/close").with([("districts", districts)])
}

/// Writes passes.
pub(super) fn put(rows: BoltType) -> Statement {
    cypher!("pass/put").with([("rows", rows)])
}

/// Removes passes.
pub(super) fn remove(tokens: BoltType) -> Statement {
    cypher!("pass/remove").with([("tokens", tokens)])
}

/// Forgets passes that ended before a time.
pub(super) fn forget(before: DateTime<Utc>) -> Statement {
    cypher!("pass/forget").with([("before", before.timestamp_millis().into())])
}

/// Forgets what phones entered whose passes ended before a time.
pub(super) fn part(before: DateTime<Utc>) -> Statement {
    cypher!("pass/part").with([("before", before.timestamp_millis().into())])
}
