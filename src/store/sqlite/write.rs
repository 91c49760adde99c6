//! One write: all its parts in one transaction, or nothing.

use std::time::Instant;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::migrate::{known_version, version};
use super::{
    Writer, account, actor, contact, department, offer, open_point, programme, release, report,
    request, seal, step,
};
use crate::domain::{Change, DistrictId, Noun};
use crate::store::{Error, Head, Part, Result, Scope, Violation, Write, Written};

/// Writes all parts and returns the head of each; a repeated request gets its earlier answer. Waits for other programs
/// until the given time.
pub(super) fn apply(writer: &mut Writer, write: &Write, until: Instant) -> Result<Written> {
    let Writer {
        connection,
        seal,
        unwiped,
    } = writer;
    let patience = || until.saturating_duration_since(Instant::now());
    connection.busy_timeout(patience())?;
    seal.holds(connection)?;
    seal.begin(connection)?;
    connection.busy_timeout(patience())?;
    let (written, forgot) = in_transaction(connection, write)?;
    if forgot || *unwiped {
        // Contacts are overwritten with zeros, but copies may remain where rows moved between pages.
        *unwiped = !matches!(seal.wipe(connection), Ok(true));
        if *unwiped {
            tracing::warn!("what was deleted may still be in the file; the next write tries again");
        }
    }
    seal.end(connection);
    Ok(written)
}

/// Whether a part deletes or replaces contacts, which must not be found in the file any more.
fn forgets(transaction: &Transaction<'_>, part: &Part) -> Result<bool> {
    let Scope::District(district) = &part.scope else {
        return Ok(false);
    };
    let gone = part.changes.iter().filter_map(|change| match change {
        Change::Actor(edit) if edit.after.is_none() => Some(&edit.key),
        _ => None,
    });
    let mut has_contact =
        transaction.prepare_cached("SELECT 1 FROM contact WHERE district = ?1 AND actor = ?2")?;
    let edits = part.contacts.iter();
    let replaced = edits.filter(|edit| edit.before != edit.after);
    for actor in replaced.map(|edit| &edit.key).chain(gone) {
        if has_contact.exists([district.as_str(), actor.as_str()])? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes in one transaction; and whether contacts were deleted or replaced.
fn in_transaction(connection: &mut Connection, write: &Write) -> Result<(Written, bool)> {
    // IMMEDIATE takes the write lock first, so that what is read here still holds at the commit.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version(&transaction)? > known_version() {
        return Err(Error::Newer {
            found: version(&transaction)?,
            known: known_version(),
        });
    }
    let Some(scope) = write.scope() else {
        let nothing = Written {
            heads: Vec::new(),
            before: false,
        };
        return Ok((nothing, false));
    };
    if let Some(author) = &write.stamp.by
        && !author.stands(&account::standing(&transaction, author)?)
    {
        return Err(Error::NoLongerMay);
    }
    if let Some(heads) = request::answered(&transaction, scope, &write.request())? {
        let before = true;
        return Ok((Written { heads, before }, false));
    }
    let mut forgot = false;
    for part in &write.parts {
        forgot |= forgets(&transaction, part)?;
    }
    let heads = write
        .parts
        .iter()
        .map(|part| apply_part(&transaction, write, part))
        .collect::<Result<Vec<_>>>()?;
    request::save(
        &transaction,
        scope,
        &write.request(),
        write.stamp.at,
        &heads,
    )?;
    seal::touch(&transaction)?;
    transaction.commit()?;
    let before = false;
    Ok((Written { heads, before }, forgot))
}

fn apply_part(transaction: &Transaction<'_>, write: &Write, part: &Part) -> Result<Head> {
    let found = programme::head(transaction, &part.scope)?;
    if found != part.expected {
        return Err(Error::Conflict {
            scope: part.scope.clone(),
            expected: part.expected,
            found,
        });
    }
    if let Scope::District(district) = &part.scope {
        for frozen in &part.frozen {
            release::keep(transaction, district, frozen)?;
        }
        // Before the changes: who goes takes their contact with them.
        contact::judge(transaction, district, &part.contacts)?;
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
        contact::write(transaction, district, &part.contacts, write.stamp.at)?;
    }
    if part.changes.is_empty() && part.contacts.is_empty() {
        return Ok(found);
    }
    let next = if part.changes.is_empty() {
        found.revision
    } else {
        let next = found.revision.next();
        step::save(transaction, &part.scope, next, &write.stamp, &part.changes)?;
        next
    };
    let head = Head {
        revision: next,
        mark: write.mark,
    };
    transaction
        .prepare_cached("UPDATE scope SET revision = ?2, mark = ?3 WHERE id = ?1")?
        .execute(rusqlite::params![
            programme::scope_key(&part.scope),
            head.revision.0,
            head.mark.0.simple().to_string()
        ])?;
    Ok(head)
}

/// Makes one change of a scope.
pub(super) fn make(transaction: &Transaction<'_>, scope: &Scope, change: &Change) -> Result<()> {
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
        Change::Release(edit) => release::put(transaction, district, edit),
        Change::OpenPoint(edit) => open_point::put(transaction, district, edit),
        Change::District(_) | Change::Phase(_) => Err(foreign()),
    }
}

fn foreign() -> Error {
    Error::Violated(Violation::OtherScope)
}
