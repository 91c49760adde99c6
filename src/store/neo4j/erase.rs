//! Deleting for good, in one transaction. What the server's own files still hold of it is beyond our reach.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use neo4rs::{BoltType, Row};

use super::backup::in_transaction;
use super::batch::Batch;
use super::cypher::{Statement, cypher};
use super::decode::{Unreadable, id};
use super::link::{LONG_PATIENCE, Link, Patience, Transaction};
use super::trouble::{Trouble, trouble};
use super::{logged, network, places, programme, release, schema, step};
use crate::store::{Erasure, Error, Result, Scope, Turn};

/// Deletes; refused where the district stands otherwise by now.
pub(super) async fn erase(link: &Link, erasure: &Erasure) -> Result<()> {
    let mut patience = Patience::of(LONG_PATIENCE);
    loop {
        match once(link, erasure).await {
            Ok(()) => return Ok(()),
            Err(trouble) => patience.with(trouble).await?,
        }
    }
}

async fn once(link: &Link, erasure: &Erasure) -> Result<(), Trouble> {
    in_transaction(link, async |transaction| all(transaction, erasure).await).await
}

async fn all(transaction: &mut Transaction, erasure: &Erasure) -> Result<(), Trouble> {
    let district = &erasure.district;
    let scope = Scope::District(district.clone());
    transaction
        .run(programme::lock_districts(&[district]))
        .await?;
    schema::must_know(transaction).await?;
    let rows = transaction.rows(programme::heads(Some(district))).await?;
    let found = programme::read_heads(&rows)?.district;
    let mut found = found.ok_or_else(|| Error::NoSuchDistrict(district.clone()))?;
    if found != erasure.expected {
        return Err(Trouble::Lasting(Error::Conflict {
            scope,
            expected: erasure.expected,
            found,
        }));
    }
    found.mark = erasure.mark;
    let gone = erasure.contacts.iter();
    let gone = gone.map(|actor| (actor.clone(), None)).collect();
    let mut batch = Batch::default();
    release::keep(&mut batch, district, erasure.frozen.iter().map(Arc::as_ref));
    network::write(&mut batch, district, &erasure.changes, &gone)?;
    let thawed = erasure.thawed.iter().map(|sum| sum.as_str().into());
    batch.some(thawed.collect(), |sums| release::forgotten(district, sums));
    let placed = erasure.places.iter();
    batch.each(
        placed.map(|placed| places::row(district, placed)),
        places::put,
    );
    transaction.send(batch).await?;
    let mut batch = Batch::default();
    let steps = erasure.steps.iter();
    let steps: Result<Vec<BoltType>> = steps
        .map(|one| {
            let stamp = (&one.stamp, true);
            Ok(step::row(&scope, one.number, stamp, &one.changes)?.0)
        })
        .collect();
    batch.each(steps?, step::blank);
    let requests = erasure.requests.iter();
    let requests = requests.map(|request| request.to_string().into());
    batch.some(requests.collect(), |ids| forget_requests(&scope, ids));
    batch.run(logged::forget(erasure.log.at));
    batch.each([logged::row(&scope, &erasure.log, 0)], logged::create);
    batch.each([programme::raised(&scope, found)], programme::raise);
    transaction.send(batch).await
}

/// From how many steps of each scope the authors were taken, in rows of [`forget_authors`].
pub(super) fn read_authors(rows: &[Row]) -> Result<BTreeMap<Scope, usize>, Unreadable> {
    let counts = rows.iter().map(|row| {
        let (scope, count): (&str, i64) = (row.get("scope")?, row.get("steps")?);
        let scope = match scope.strip_prefix("district/") {
            None => Scope::Programme,
            Some(district) => Scope::District(id(district)?),
        };
        Ok((scope, usize::try_from(count).unwrap_or_default()))
    });
    counts.collect()
}

/// Takes the accounts and passes from the steps before a time.
pub(super) fn forget_authors(before: DateTime<Utc>) -> Statement {
    cypher!("erase/authors").with([("before", before.timestamp_millis().into())])
}

/// Takes a turn, or ends it.
pub(super) fn take_turn(turn: &Turn) -> Statement {
    let id = format!("turn/{}", turn.work);
    cypher!("erase/turn").with([
        ("id", id.into()),
        ("holder", turn.holder.to_string().into()),
        ("now", turn.now.timestamp_millis().into()),
        ("until", turn.until.timestamp_millis().into()),
    ])
}

fn forget_requests(scope: &Scope, ids: BoltType) -> Statement {
    cypher!("erase/requests").with([("scope", step::key(scope).into()), ("ids", ids)])
}

/// Runs one statement in a transaction of its own and answers its rows.
pub(super) async fn alone(link: &Link, statement: Statement) -> Result<Vec<Row>> {
    let mut patience = Patience::of(LONG_PATIENCE);
    loop {
        match committed(link, &statement).await {
            Ok(rows) => return Ok(rows),
            Err(trouble) => patience.with(trouble).await?,
        }
    }
}

async fn committed(link: &Link, statement: &Statement) -> Result<Vec<Row>, Trouble> {
    let mut transaction = link.begin().await?;
    match transaction.rows(statement.clone()).await {
        Ok(rows) => {
            let done = transaction.commit().await;
            done.map(|()| rows)
                .map_err(|error| trouble(statement.name, error))
        }
        Err(trouble) => {
            transaction.roll_back().await;
            Err(trouble)
        }
    }
}
