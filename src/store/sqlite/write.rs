//! One write: all its parts in one transaction, or nothing.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::migrate::{known_version, version};
use super::{actor, department, offer, programme, report, step};
use crate::domain::{Change, DistrictId, Noun};
use crate::store::{Error, Part, Result, Revision, Scope, Stamp, Violation, Write};

/// Writes all parts and answers the revision of each; what was answered before is answered again.
pub(super) fn apply(connection: &mut Connection, write: &Write) -> Result<Vec<Revision>> {
    // IMMEDIATE: the write lock comes first, so that what is read here is still true at the commit.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version(&transaction)? > known_version() {
        return Err(Error::Newer {
            found: version(&transaction)?,
            known: known_version(),
        });
    }
    if let Some(answer) = step::answered(&transaction, write.stamp.request)? {
        return Ok(answer);
    }
    let answer = write
        .parts
        .iter()
        .map(|part| apply_part(&transaction, &write.stamp, part))
        .collect::<Result<Vec<_>>>()?;
    step::save_answer(&transaction, write.stamp.request, &answer)?;
    transaction.commit()?;
    Ok(answer)
}

fn apply_part(transaction: &Transaction<'_>, stamp: &Stamp, part: &Part) -> Result<Revision> {
    let found = programme::revision(transaction, &part.scope)?;
    if found != part.expected {
        return Err(Error::Conflict {
            scope: part.scope.clone(),
            expected: part.expected,
            found,
        });
    }
    for change in part.changes.iter() {
        make(transaction, &part.scope, change)?;
    }
    if let Scope::District(district) = &part.scope {
        if part
            .changes
            .iter()
            .any(|change| change.noun() == Noun::Department)
        {
            department::names_differ(transaction, district)?;
        }
        for (actor, contact) in &part.contacts {
            actor::put_contact(transaction, district, actor, contact.as_ref())?;
        }
    }
    if part.changes.is_empty() {
        return Ok(found);
    }
    let next = found.next();
    transaction
        .prepare_cached("UPDATE scope SET revision = ?2 WHERE id = ?1")?
        .execute(rusqlite::params![programme::scope_key(&part.scope), next.0])?;
    step::save(transaction, &part.scope, next, stamp, &part.changes)?;
    Ok(next)
}

fn make(transaction: &Transaction<'_>, scope: &Scope, change: &Change) -> Result<()> {
    match (scope, change) {
        (Scope::Programme, Change::District(edit)) => programme::put_district(transaction, edit),
        (Scope::Programme, Change::Phase(edit)) => programme::put_phase(transaction, edit),
        (Scope::District(district), change) => make_in_district(transaction, district, change),
        (Scope::Programme, _) => Err(foreign()),
    }
}

fn make_in_district(
    transaction: &Transaction<'_>,
    district: &DistrictId,
    change: &Change,
) -> Result<()> {
    match change {
        Change::Department(edit) => department::put(transaction, district, edit),
        Change::Actor(edit) => actor::put(transaction, district, edit),
        Change::Membership(edit) => actor::put_membership(transaction, district, edit),
        Change::Offer(edit) => offer::put(transaction, district, edit),
        Change::Report(edit) => report::put(transaction, district, edit),
        Change::District(_) | Change::Phase(_) => Err(foreign()),
    }
}

fn foreign() -> Error {
    Error::Violated(Violation::OtherScope)
}

/// An update must have met its row.
pub(super) fn replaced(rows: usize) -> Result<()> {
    if rows == 1 {
        Ok(())
    } else {
        Err(Error::Violated(Violation::NotThere))
    }
}

/// A removal must have met its row, unless nothing was there before either.
pub(super) fn removed<T>(rows: usize, before: &Option<T>) -> Result<()> {
    if rows == 1 || before.is_none() {
        Ok(())
    } else {
        Err(Error::Violated(Violation::NotThere))
    }
}
