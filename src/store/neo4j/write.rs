//! One write: lock, compare the revisions, write, remember the step, commit; all of it or nothing.
//!
//! Whoever reads or writes a scope locks its node first, so that nobody sees half a change: the programme before the
//! districts, these in the order of their ids, so that nobody waits for one who waits for him.

use super::link::{Link, Patience, Transaction};
use super::trouble::{Trouble, trouble};
use super::{contact, network, programme, request, step};
use crate::domain::{Change, DistrictId, Noun};
use crate::store::{Error, Part, Result, Revision, Scope, Violation, Write};

/// What an attempt found.
enum Outcome {
    /// The parts were written and led to these revisions.
    Written(Vec<Revision>),
    /// The same request had written them before.
    WrittenBefore(Vec<Revision>),
}

/// Writes, and tries again as a whole where that cannot write twice.
pub(super) async fn apply(link: &Link, write: &Write) -> Result<Vec<Revision>> {
    let mut patience = Patience::new();
    loop {
        match attempt(link, write).await {
            Ok(revisions) => return Ok(revisions),
            Err(trouble) => patience.with(trouble).await?,
        }
    }
}

async fn attempt(link: &Link, write: &Write) -> Result<Vec<Revision>, Trouble> {
    let mut transaction = link.begin().await?;
    let revisions = match all_parts(&mut transaction, write).await {
        Ok(Outcome::Written(revisions)) => revisions,
        Ok(Outcome::WrittenBefore(revisions)) => {
            transaction.roll_back().await;
            return Ok(revisions);
        }
        Err(trouble) => {
            transaction.roll_back().await;
            return Err(trouble);
        }
    };
    match transaction.commit().await {
        Ok(()) => Ok(revisions),
        Err(error) => after_failed_commit(link, write, trouble("commit", error)).await,
    }
}

/// A commit that failed may have been made all the same: the history knows. Behind the locks, as what is still being
/// committed holds them.
async fn after_failed_commit(
    link: &Link,
    write: &Write,
    trouble: Trouble,
) -> Result<Vec<Revision>, Trouble> {
    let refused = match trouble {
        // The server itself said that it took everything back.
        Trouble::Lasting(Error::Violated(_)) => return Err(trouble),
        Trouble::Passing(error) | Trouble::Lasting(error) => error,
    };
    let mut transaction = link.begin().await.map_err(|_| unsure(&refused))?;
    let before = written_before(&mut transaction, write).await;
    transaction.roll_back().await;
    match before {
        Ok(Some(revisions)) => Ok(revisions),
        Ok(None) | Err(_) => Err(unsure(&refused)),
    }
}

fn unsure(error: &Error) -> Trouble {
    Trouble::Lasting(Error::Unreachable(error.to_string()))
}

/// Locks everything that the write is about and asks whether it was made before.
async fn written_before(
    transaction: &mut Transaction,
    write: &Write,
) -> Result<Option<Vec<Revision>>, Trouble> {
    if write
        .parts
        .iter()
        .any(|part| part.scope == Scope::Programme)
    {
        transaction.run(programme::lock_programme()).await?;
    }
    transaction.run(programme::lock(&districts(write))).await?;
    request::answer(transaction, write.stamp.request).await
}

async fn all_parts(transaction: &mut Transaction, write: &Write) -> Result<Outcome, Trouble> {
    if let Some(revisions) = written_before(transaction, write).await? {
        return Ok(Outcome::WrittenBefore(revisions));
    }
    let mut revisions = Vec::with_capacity(write.parts.len());
    for part in &write.parts {
        revisions.push(one_part(transaction, write, part).await?);
    }
    let remember = request::create(write.stamp.request, &revisions);
    transaction.run(remember).await?;
    Ok(Outcome::Written(revisions))
}

async fn one_part(
    transaction: &mut Transaction,
    write: &Write,
    part: &Part,
) -> Result<Revision, Trouble> {
    let found = found(transaction, &part.scope).await?;
    if found != part.expected {
        return Err(Trouble::Lasting(Error::Conflict {
            scope: part.scope.clone(),
            expected: part.expected,
            found,
        }));
    }
    if part
        .changes
        .iter()
        .any(|change| !belongs(change, &part.scope))
    {
        return Err(Trouble::Lasting(Error::Violated(Violation::OtherScope)));
    }
    let next = if part.changes.is_empty() {
        found
    } else {
        found.next()
    };
    match &part.scope {
        Scope::Programme => programme::write(transaction, &part.changes).await?,
        Scope::District(district) => {
            network::write(transaction, district, &part.changes).await?;
            contact::write(transaction, district, &part.contacts).await?;
        }
    }
    if !part.changes.is_empty() {
        let step = step::create(&part.scope, next, &write.stamp, &part.changes)?;
        transaction.run(step).await?;
    }
    let raise = match &part.scope {
        Scope::Programme => programme::raise_programme(next),
        Scope::District(district) => programme::raise_district(district, next),
    };
    transaction.must(raise, 1).await?;
    Ok(next)
}

fn belongs(change: &Change, scope: &Scope) -> bool {
    let of_programme = matches!(change.noun(), Noun::District | Noun::Phase);
    of_programme == (*scope == Scope::Programme)
}

async fn found(transaction: &mut Transaction, scope: &Scope) -> Result<Revision, Trouble> {
    Ok(match scope {
        Scope::Programme => {
            let rows = transaction.rows(programme::programme_revision()).await?;
            programme::revision(&rows, None)?
        }
        Scope::District(district) => {
            // Once more: the part before may have made it.
            transaction.run(programme::lock(&[district])).await?;
            let rows = transaction
                .rows(programme::district_revision(district))
                .await?;
            programme::revision(&rows, Some(district))?
        }
    })
}

fn districts(write: &Write) -> Vec<&DistrictId> {
    write
        .parts
        .iter()
        .filter_map(|part| match &part.scope {
            Scope::Programme => None,
            Scope::District(district) => Some(district),
        })
        .collect()
}
