//! Deleting for good: in one transaction, and then from the file itself.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, params};

use super::error::unreadable;
use super::programme::scope_key;
use super::{Writer, contact, logged, places, programme, read, release, step, write};
use crate::domain::DistrictId;
use crate::store::{Erasure, Error, Result, Scope, Turn};

/// Deletes; refused where the district stands otherwise by now.
pub(super) fn erase(transaction: &Transaction<'_>, erasure: &Erasure) -> Result<()> {
    let district = &erasure.district;
    let scope = Scope::District(district.clone());
    let found = programme::head(transaction, &scope)?;
    if found != erasure.expected {
        return Err(Error::Conflict {
            scope,
            expected: erasure.expected,
            found,
        });
    }
    for actor in &erasure.contacts {
        contact::remove(transaction, district, actor)?;
    }
    for frozen in &erasure.frozen {
        release::keep(transaction, district, frozen)?;
    }
    for change in &erasure.changes {
        write::make(transaction, &scope, change)?;
    }
    for sum in &erasure.thawed {
        release::forget(transaction, district, sum)?;
    }
    if let Some(placed) = &erasure.places {
        places::put(transaction, district, placed)?;
    }
    for one in &erasure.steps {
        step::blank(transaction, &scope, one)?;
    }
    for request in &erasure.requests {
        transaction
            .prepare_cached("DELETE FROM request WHERE scope = ?1 AND id = ?2")?
            .execute([scope_key(&scope), request.to_string()])?;
    }
    transaction
        .prepare_cached("UPDATE scope SET mark = ?2 WHERE id = ?1")?
        .execute([scope_key(&scope), erasure.mark.0.simple().to_string()])?;
    logged::add(transaction, &scope, &erasure.log)
}

/// Takes the accounts and passes from the steps before a time, and answers from how many of each scope.
pub(super) fn forget_authors(
    transaction: &Transaction<'_>,
    before: DateTime<Utc>,
) -> Result<BTreeMap<Scope, usize>> {
    let mut counts = BTreeMap::new();
    let mut find = transaction.prepare(
        "SELECT scope, count(*) FROM step WHERE at < ?1 AND author_id IS NOT NULL GROUP BY scope",
    )?;
    let mut rows = find.query([before.timestamp_millis()])?;
    while let Some(row) = rows.next()? {
        let count: i64 = row.get(1)?;
        let count = usize::try_from(count).unwrap_or_default();
        counts.insert(scope(read::text(row, 0)?)?, count);
    }
    transaction.execute(
        "UPDATE step SET author = CASE author WHEN 'account' THEN 'role' END,
                         author_id = NULL, author_generation = NULL
         WHERE at < ?1 AND author_id IS NOT NULL",
        [before.timestamp_millis()],
    )?;
    Ok(counts)
}

fn scope(key: &str) -> Result<Scope> {
    match key.strip_prefix("district/") {
        None => Ok(Scope::Programme),
        Some(district) => {
            let district = DistrictId::parse(district);
            district
                .map(Scope::District)
                .map_err(|error| unreadable("scope", error))
        }
    }
}

/// Takes a turn, or gives it back by ending it at once; answers whether it is theirs.
pub(super) fn take_turn(connection: &Connection, turn: &Turn) -> Result<bool> {
    let taken = connection
        .prepare_cached(
            "INSERT INTO turn (work, holder, until) VALUES (?1, ?2, ?3)
             ON CONFLICT (work) DO UPDATE SET holder = excluded.holder, until = excluded.until
             WHERE turn.holder = excluded.holder OR turn.until <= ?4",
        )?
        .execute(params![
            turn.work,
            turn.holder.to_string(),
            turn.until.timestamp_millis(),
            turn.now.timestamp_millis()
        ])?;
    Ok(taken == 1)
}

/// Writes the whole file anew while nobody of this program reads from it; whether nobody else did either.
pub(super) fn wipe(writer: &mut Writer) -> bool {
    let wiped = writer.seal.wipe(&writer.connection);
    writer.unwiped = !matches!(wiped, Ok(true));
    !writer.unwiped
}
