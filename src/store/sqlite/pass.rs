//! Passes: by the SHA-256 of what their holders have, in no step and no backup.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, Transaction, params};

use super::error::unreadable;
use super::read;
use crate::domain::{
    AccountId, DistrictId, Edit, Holder, Pass, PassKind, PhaseId, TokenHash, WorkshopPass,
};
use crate::store::Result;

/// What is read of a pass.
pub(super) const COLUMNS: &str = "p.kind, p.account, p.created, p.seen, p.ends, p.revoked, \
                                  p.district, p.phase, p.room, p.phones, p.steps";

/// How many columns that are.
pub(super) const WIDTH: usize = 11;

/// The pass of a token.
pub(super) fn find(state: &Connection, token: &TokenHash) -> Result<Option<Pass>> {
    let mut find = state.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM pass AS p WHERE p.token = ?1"
    ))?;
    let mut rows = find.query([token.to_string()])?;
    rows.next()?.map(read).transpose()
}

/// The pass of a district's working meeting, the latest that was not ended.
pub(super) fn room(state: &Connection, district: &DistrictId) -> Result<Option<(TokenHash, Pass)>> {
    let mut find = state.prepare_cached(&format!(
        "SELECT {COLUMNS}, p.token FROM pass AS p
         WHERE p.district = ?1 AND p.room IS NULL AND p.revoked = 0
         ORDER BY p.created DESC LIMIT 1"
    ))?;
    let mut rows = find.query([district.as_str()])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let token = hash(read::text(row, WIDTH)?)?;
    Ok(Some((token, read(row)?)))
}

/// Reads a pass from the first columns of a row.
pub(super) fn read(row: &Row<'_>) -> Result<Pass> {
    let workshop = workshop(row)?;
    let kind = |code: &str| PassKind::from_code(code, workshop.clone());
    Ok(Pass {
        kind: read::code(row, 0, kind)?,
        account: read::id(row, 1)?,
        created: read::time(row, 2)?,
        seen: read::time(row, 3)?,
        ends: read::time(row, 4)?,
        revoked: read::flag(row, 5)?,
    })
}

fn workshop(row: &Row<'_>) -> Result<Option<WorkshopPass>> {
    let Some(district) = read::maybe_text(row, 6)? else {
        return Ok(None);
    };
    let district = DistrictId::parse(district).map_err(|error| unreadable("district", error))?;
    let phase = PhaseId::parse(read::text(row, 7)?).map_err(|error| unreadable("phase", error))?;
    let room = read::maybe_text(row, 8)?.map(hash).transpose()?;
    let steps = read::maybe_text(row, 10)?.unwrap_or_default();
    let steps = read::codes(steps, |number| number.parse().ok())?;
    Ok(Some(WorkshopPass {
        district,
        phase,
        holder: Holder::stored(room, row.get(9)?, steps),
    }))
}

fn hash(digits: &str) -> Result<TokenHash> {
    TokenHash::parse(digits).ok_or_else(|| unreadable("token", "it is no hash"))
}

/// Makes one edit of a pass.
pub(super) fn put(transaction: &Transaction<'_>, edit: &Edit<TokenHash, Pass>) -> Result<()> {
    let token = edit.key.to_string();
    let Some(pass) = &edit.after else {
        transaction.execute("DELETE FROM pass WHERE token = ?1", [token])?;
        return Ok(());
    };
    let workshop = pass.kind.workshop();
    let holder = workshop.map(|workshop| &workshop.holder);
    let steps = holder.map(|holder| holder.steps().iter().map(i64::to_string));
    let steps = steps.map(|steps| steps.collect::<Vec<_>>().join(" "));
    transaction
        .prepare_cached(
            "INSERT INTO pass (token, kind, account, created, seen, ends, revoked, district, phase, room, phones, steps)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
             ON CONFLICT (token) DO UPDATE SET seen = excluded.seen, ends = excluded.ends,
               revoked = excluded.revoked, phones = excluded.phones, steps = excluded.steps",
        )?
        .execute(params![
            token,
            pass.kind.code(),
            pass.account.as_str(),
            pass.created.timestamp_millis(),
            pass.seen.timestamp_millis(),
            pass.ends.timestamp_millis(),
            pass.revoked,
            workshop.map(|workshop| workshop.district.as_str()),
            workshop.map(|workshop| workshop.phase.as_str()),
            holder.and_then(Holder::room).map(|room| room.to_string()),
            holder.map_or(0, Holder::phones),
            steps,
        ])?;
    Ok(())
}

/// Ends all passes of accounts, and those of the working meetings of districts.
pub(super) fn end(
    transaction: &Transaction<'_>,
    accounts: &[AccountId],
    districts: &[DistrictId],
) -> Result<()> {
    for account in accounts {
        transaction
            .prepare_cached("UPDATE pass SET revoked = 1, steps = NULL WHERE account = ?1")?
            .execute([account.as_str()])?;
    }
    for district in districts {
        transaction
            .prepare_cached("UPDATE pass SET revoked = 1, steps = NULL WHERE district = ?1")?
            .execute([district.as_str()])?;
    }
    Ok(())
}

/// Forgets passes that ended before a time, and what phones entered whose passes ended before another.
pub(super) fn forget(
    transaction: &Transaction<'_>,
    before: DateTime<Utc>,
    part: DateTime<Utc>,
) -> Result<()> {
    transaction
        .prepare_cached("DELETE FROM pass WHERE ends < ?1")?
        .execute([before.timestamp_millis()])?;
    transaction
        .prepare_cached("UPDATE pass SET steps = NULL WHERE ends < ?1 AND steps IS NOT NULL")?
        .execute([part.timestamp_millis()])?;
    Ok(())
}

/// Writes down when a pass was used.
pub(super) fn see(
    transaction: &Transaction<'_>,
    token: &TokenHash,
    at: DateTime<Utc>,
) -> Result<()> {
    transaction
        .prepare_cached("UPDATE pass SET seen = max(seen, ?2) WHERE token = ?1")?
        .execute(params![token.to_string(), at.timestamp_millis()])?;
    Ok(())
}
