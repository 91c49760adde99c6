//! Everything handed out, and taken over into an empty database.
//!
//! It is taken over district by district, as no server holds a whole store in one transaction. Until the last is
//! there, the programme's revision says so, and nobody takes the part for the whole.

use std::collections::BTreeSet;

use neo4rs::BoltType;
use uuid::Uuid;

use super::batch::Batch;
use super::cypher::{Statement, cypher};
use super::decode::Unreadable;
use super::link::{Link, Transaction};
use super::programme::{RESTORING, missing, raise, raised};
use super::trouble::{Trouble, trouble};
use super::{account, contact, logged, network, of, places, programme, release, request, step};
use crate::domain::{Change, DistrictId, Network, Programme};
use crate::store::{Accounts, Error, Head, Kept, Result, Scope, Sink, Source, Step};

/// How many bytes of steps are sent at once.
const STEPS: usize = 8 << 20;

/// Hands out everything that one state holds: the programme and all districts are locked.
pub(super) async fn dump(link: &Link, to: &mut Sink) -> Result<()> {
    let mut transaction = link.begin_reading().await.map_err(Trouble::error)?;
    let dumped = all(&mut transaction, to).await;
    transaction.roll_back().await;
    dumped.map_err(Trouble::error)
}

async fn all(transaction: &mut Transaction, to: &mut Sink) -> Result<(), Trouble> {
    transaction.run(programme::lock_programme()).await?;
    transaction.run(programme::lock_all()).await?;
    let rows = transaction.rows(programme::load()).await?;
    let held = programme::read(rows.first().ok_or_else(missing)?)?;
    let mut scopes: BTreeSet<DistrictId> = held.value.districts.keys().cloned().collect();
    for row in transaction.rows(scopes_of_steps()).await? {
        let scope: &str = row.get("scope").map_err(Unreadable::from)?;
        let district = scope.strip_prefix("district/").unwrap_or_default();
        scopes.insert(super::decode::id(district)?);
    }
    let records = Programme::default().diff(&held.value);
    to(kept(transaction, Scope::Programme, Some(held.head), records).await?)?;
    for district in scopes {
        let (mut head, mut records) = (None, Vec::new());
        if held.value.districts.contains_key(&district) {
            let rows = transaction.rows(network::load(&district)).await?;
            let network = network::read(of(&district, &rows)?)?;
            head = Some(network.head);
            records = Network::default().diff(&network.value);
        }
        to(kept(transaction, Scope::District(district), head, records).await?)?;
    }
    Ok(())
}

async fn kept(
    transaction: &mut Transaction,
    scope: Scope,
    head: Option<Head>,
    records: Vec<Change>,
) -> Result<Kept, Trouble> {
    let contacts = match (&scope, head) {
        (Scope::District(district), Some(_)) => {
            let rows = transaction.rows(contact::load(district)).await?;
            contact::read(of(district, &rows)?)?
        }
        _ => Default::default(),
    };
    let places = match (&scope, head) {
        (Scope::District(district), Some(_)) => {
            let rows = transaction.rows(places::load(district)).await?;
            rows.first().map(places::read).transpose()?
        }
        _ => None,
    };
    let frozen = match (&scope, head) {
        (Scope::District(district), Some(_)) => {
            let rows = transaction.rows(release::all(district)).await?;
            rows.iter().map(release::body).collect::<Result<_, _>>()?
        }
        _ => Vec::new(),
    };
    let accounts = match &scope {
        Scope::District(_) => Accounts::default(),
        Scope::Programme => account::read(&transaction.rows(account::load()).await?)?,
    };
    let rows = transaction.rows(logged::load(&scope)).await?;
    let log: Result<_, _> = rows.iter().rev().map(logged::read).collect();
    let rows = transaction.rows(step::load(&scope, None, u32::MAX)).await?;
    let steps = rows.iter().rev().map(step::read);
    let steps: Vec<Step> = steps.collect::<Result<_>>()?;
    let rows = transaction.rows(request::all(&scope)).await?;
    let requests = rows.iter().map(request::read);
    Ok(Kept {
        requests: requests.collect::<Result<_, _>>()?,
        scope,
        head,
        records,
        contacts,
        places,
        frozen,
        accounts,
        steps,
        log: log?,
    })
}

/// Takes everything over; a database that holds anything is left as it is.
pub(super) async fn restore(link: &Link, from: &mut Source) -> Result<()> {
    let token = Uuid::new_v4();
    begin(link, token).await.map_err(Trouble::error)?;
    let mut head = Head::default();
    while let Some(kept) = from()? {
        if kept.scope == Scope::Programme {
            head = kept.head.unwrap_or_default();
        }
        in_own(link, token, async |transaction| {
            take(transaction, &kept).await
        })
        .await
        .map_err(Trouble::error)?;
    }
    in_own(link, token, async |transaction| {
        let mut batch = Batch::default();
        batch.each([raised(&Scope::Programme, head)], raise);
        transaction.send(batch).await
    })
    .await
    .map_err(Trouble::error)
}

/// Does work in a transaction, as long as nobody else has begun to bring a backup back.
async fn in_own(
    link: &Link,
    token: Uuid,
    work: impl AsyncFnOnce(&mut Transaction) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    in_transaction(link, async |transaction| {
        let rows = transaction.rows(own(token)).await?;
        let ours = rows.first().map(|row| row.get::<i64>("done"));
        if ours.transpose().map_err(Unreadable::from)? != Some(1) {
            return Err(Error::NotEmpty.into());
        }
        work(transaction).await
    })
    .await
}

pub(super) async fn in_transaction(
    link: &Link,
    work: impl AsyncFnOnce(&mut Transaction) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut transaction = link.begin().await?;
    match work(&mut transaction).await {
        Ok(()) => transaction
            .commit()
            .await
            .map_err(|error| trouble("commit", error)),
        Err(trouble) => {
            transaction.roll_back().await;
            Err(trouble)
        }
    }
}

/// Refuses a database that holds anything but a part of a backup, which goes first.
async fn begin(link: &Link, token: Uuid) -> Result<(), Trouble> {
    in_transaction(link, async |transaction| {
        transaction.run(programme::lock_programme()).await?;
        let rows = transaction.rows(held()).await?;
        let row = rows.first().ok_or_else(missing)?;
        let revision: i64 = row.get("revision").map_err(Unreadable::from)?;
        let count: i64 = row.get("held").map_err(Unreadable::from)?;
        if revision != RESTORING && (revision != 0 || count > 0) {
            return Err(Error::NotEmpty.into());
        }
        transaction.run(restoring(token)).await
    })
    .await?;
    let mut more = true;
    while more {
        in_own(link, token, async |transaction| {
            let rows = transaction.rows(clear()).await?;
            let done = rows.first().map(|row| row.get::<i64>("done"));
            more = done.transpose().map_err(Unreadable::from)? > Some(0);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn take(transaction: &mut Transaction, kept: &Kept) -> Result<(), Trouble> {
    let mut batch = Batch::default();
    match &kept.scope {
        Scope::Programme => {
            account::restore(transaction, &kept.accounts).await?;
            programme::write(&mut batch, &kept.records)?;
        }
        Scope::District(district) => {
            let contacts = kept.contacts.iter();
            let contacts = contacts.map(|(actor, kept)| (actor.clone(), Some(kept.clone())));
            let contacts = contacts.collect();
            release::keep(&mut batch, district, &kept.frozen);
            network::write(&mut batch, district, &kept.records, &contacts)?;
            let placed = kept.places.iter();
            batch.each(
                placed.map(|placed| places::row(district, placed)),
                places::put,
            );
        }
    }
    transaction.send(batch).await?;
    let (mut rows, mut bytes): (Vec<BoltType>, usize) = (Vec::new(), 0);
    for (step, last) in kept.steps.iter().zip(1..) {
        let (row, length) = step::row(
            &kept.scope,
            step.number,
            (&step.stamp, step.blanked),
            &step.changes,
        )?;
        rows.push(row);
        bytes += length;
        if bytes > STEPS || last == kept.steps.len() {
            let mut batch = Batch::default();
            batch.each(std::mem::take(&mut rows), step::create);
            transaction.send(batch).await?;
            bytes = 0;
        }
    }
    let mut batch = Batch::default();
    request::keep(&mut batch, &kept.scope, &kept.requests);
    let log = kept.log.iter().enumerate();
    let log = log.map(|(place, entry)| logged::row(&kept.scope, entry, place));
    batch.each(log, logged::create);
    if let (Scope::District(_), Some(head)) = (&kept.scope, kept.head) {
        batch.each([raised(&kept.scope, head)], raise);
    }
    transaction.send(batch).await
}

fn scopes_of_steps() -> Statement {
    cypher!("store/scopes").with([])
}

fn held() -> Statement {
    cypher!("store/held").with([])
}

fn restoring(token: Uuid) -> Statement {
    cypher!("store/restoring").with([("token", token.to_string().into())])
}

fn own(token: Uuid) -> Statement {
    cypher!("store/own").with([("token", token.to_string().into())])
}

fn clear() -> Statement {
    cypher!("store/clear").with([])
}
