//! One write: lock, compare the revisions, write, remember the step, commit; all of it or nothing.
//!
//! Readers and writers of a scope lock its node first, so that nobody sees half a change. Locks are taken in one order,
//! the programme before the districts and these by their ids, so that there are no deadlocks.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use neo4rs::BoltType;

use super::batch::Batch;
use super::link::{LONG_PATIENCE, Link, PATIENCE, Patience, Transaction};
use super::request::Standing;
use super::trouble::{Trouble, trouble};
use super::{contact, network, programme, release, request, step};
use crate::domain::{Change, DistrictId};
use crate::store::{Error, Head, KnownRequest, Part, Result, Scope, Violation, Write, Written};

/// Writes, and tries again as a whole where that cannot write twice.
pub(super) async fn apply(link: &Link, write: &Write) -> Result<Written> {
    let Some(scope) = write.scope() else {
        return Ok(Written {
            heads: Vec::new(),
            before: false,
        });
    };
    let of_programme = |part: &Part| part.scope == Scope::Programme;
    let mut patience = Patience::of(if write.parts.iter().any(of_programme) {
        LONG_PATIENCE
    } else {
        PATIENCE
    });
    loop {
        match attempt(link, scope, write).await {
            Ok(written) => return Ok(written),
            Err(trouble) => patience.with(trouble).await?,
        }
    }
}

async fn attempt(link: &Link, scope: &Scope, write: &Write) -> Result<Written, Trouble> {
    let mut transaction = link.begin().await?;
    let written = match all_parts(&mut transaction, scope, write).await {
        Ok(written) if !written.before => written,
        other => {
            transaction.roll_back().await;
            return other;
        }
    };
    match transaction.commit().await {
        Ok(()) => Ok(written),
        Err(error) => after_failed_commit(link, scope, write, trouble("commit", error)).await,
    }
}

/// A commit that failed may still have taken effect; the history tells. It is read behind the locks, as a commit still
/// under way holds them.
async fn after_failed_commit(
    link: &Link,
    scope: &Scope,
    write: &Write,
    trouble: Trouble,
) -> Result<Written, Trouble> {
    let refused = match trouble {
        // The server itself said that it took everything back.
        Trouble::Lasting(Error::Violated(_)) => return Err(trouble),
        Trouble::Passing(error) | Trouble::Lasting(error) => error,
    };
    let mut transaction = link.begin().await.map_err(|_| unsure(&refused))?;
    let standing = locked(&mut transaction, scope, write).await;
    transaction.roll_back().await;
    match standing.map(|standing| standing.answer) {
        // By its mark it is known whether this very call wrote it.
        Ok(Some(heads)) => Ok(Written {
            before: heads.last().is_none_or(|head| head.mark != write.mark),
            heads,
        }),
        Ok(None) | Err(_) => Err(unsure(&refused)),
    }
}

fn unsure(error: &Error) -> Trouble {
    Trouble::Lasting(Error::Unreachable(error.to_string()))
}

/// Locks everything that the write is about and asks how it stands.
async fn locked(
    transaction: &mut Transaction,
    scope: &Scope,
    write: &Write,
) -> Result<Standing, Trouble> {
    let mut locks = Vec::new();
    if write
        .parts
        .iter()
        .any(|part| part.scope == Scope::Programme)
    {
        locks.push(programme::lock_programme());
    }
    let districts = districts(write);
    let mut of_programme = write
        .parts
        .iter()
        .filter(|part| part.scope == Scope::Programme);
    if of_programme.any(|part| programme::touches_phases(&part.changes)) {
        locks.push(programme::lock_all());
    } else if !districts.is_empty() {
        locks.push(programme::lock_districts(&districts));
    }
    request::standing(transaction, locks, scope, write, &districts).await
}

async fn all_parts(
    transaction: &mut Transaction,
    scope: &Scope,
    write: &Write,
) -> Result<Written, Trouble> {
    let standing = locked(transaction, scope, write).await?;
    if let Some(author) = &write.stamp.by
        && !author.stands(&standing.author)
    {
        return Err(Error::NoLongerMay.into());
    }
    if let Some(heads) = standing.answer {
        return Ok(Written {
            heads,
            before: true,
        });
    }
    for part in &write.parts {
        standing.must_hold(&part.contacts)?;
    }
    let mut heads = Vec::with_capacity(write.parts.len());
    for part in &write.parts {
        let found = match standing.head(&part.scope) {
            Some(head) => head,
            // The programme's part may have made it.
            None => just_made(transaction, &part.scope).await?,
        };
        let mut batch = Batch::default();
        let head = one_part(&mut batch, found, write, part)?;
        heads.push(head);
        let mut ending = Ending {
            raised: Some(programme::raised(&part.scope, head)),
            ..Ending::default()
        };
        if !part.changes.is_empty() {
            let step = step::row(
                &part.scope,
                head.revision,
                (&write.stamp, false),
                &part.changes,
            )?;
            ending.step = Some(step.0);
        }
        if heads.len() == write.parts.len() {
            let known = KnownRequest {
                request: write.request(),
                at: write.stamp.at,
                answer: heads.clone(),
            };
            ending.known = Some(request::row(scope, &known));
        }
        ending.add_to(&mut batch, write.stamp.at);
        transaction.send(batch).await?;
    }
    let mut batch = Batch::default();
    for part in &write.parts {
        if part.scope == Scope::Programme {
            programme::remove_phases(&mut batch, &part.changes)?;
        }
    }
    transaction.send(batch).await?;
    Ok(Written {
        heads,
        before: false,
    })
}

/// What every part ends with, so that those of one kind are sent in the same words.
#[derive(Default)]
struct Ending {
    /// Its step, if it has changes.
    step: Option<BoltType>,
    /// What the request is answered, behind the last part.
    known: Option<BoltType>,
    /// Its new head.
    raised: Option<BoltType>,
}

impl Ending {
    fn add_to(self, batch: &mut Batch, at: DateTime<Utc>) {
        batch.each(self.step, step::create);
        request::remember(batch, at, self.known);
        batch.each(self.raised, programme::raise);
    }
}

/// Has the server plan what a district's part is sent in: whoever writes first after a start of the server would else
/// wait for that, and others behind his locks.
pub(super) async fn prepare(link: &Link) -> Result<()> {
    let nowhere = DistrictId::parse("-").expect("it is an id");
    let mut batch = Batch::default();
    release::keep(&mut batch, &nowhere, []);
    network::write(&mut batch, &nowhere, &[], &BTreeMap::new())?;
    Ending::default().add_to(&mut batch, DateTime::UNIX_EPOCH);
    for group in batch.all_groups() {
        link.prepare(group.statement()).await?;
    }
    Ok(())
}

/// What a part writes, and the head that it leads to.
fn one_part(batch: &mut Batch, found: Head, write: &Write, part: &Part) -> Result<Head, Trouble> {
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
    match &part.scope {
        Scope::Programme => programme::write(batch, &part.changes)?,
        Scope::District(district) => {
            release::keep(batch, district, part.frozen.iter().map(Arc::as_ref));
            let contacts = contact::left(&part.contacts, write.stamp.at);
            network::write(batch, district, &part.changes, &contacts)?;
        }
    }
    Ok(match (part.changes.is_empty(), part.contacts.is_empty()) {
        (true, true) => found,
        (no_changes, _) => Head {
            revision: if no_changes {
                found.revision
            } else {
                found.revision.next()
            },
            mark: write.mark,
        },
    })
}

/// The head of a district that was not there when the write began.
async fn just_made(transaction: &mut Transaction, scope: &Scope) -> Result<Head, Trouble> {
    let Scope::District(district) = scope else {
        return Err(programme::missing().into());
    };
    transaction
        .run(programme::lock_districts(&[district]))
        .await?;
    let rows = transaction.rows(programme::heads(Some(district))).await?;
    let head = programme::read_heads(&rows)?.district;
    head.ok_or_else(|| Error::NoSuchDistrict(district.clone()).into())
}

fn belongs(change: &Change, scope: &Scope) -> bool {
    change.is_of_programme() == (*scope == Scope::Programme)
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
