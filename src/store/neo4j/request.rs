//! The answers to writes, so that a repeated request gets the same answer.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use neo4rs::{BoltType, Row};

use super::batch::Batch;
use super::cypher::{Statement, cypher, ids, map};
use super::decode::{Unreadable, id};
use super::link::Transaction;
use super::programme::{head, head_of, missing};
use super::schema;
use super::step::key;
use super::trouble::Trouble;
use super::{account, contact};
use crate::domain::{self, ActorId, Contact, DistrictId, Edit, KeptContact};
use crate::store::{
    Error, Head, KNOWN_FOR, KnownRequest, Request, Result, Scope, Violation, Write,
};

/// What stands before a write.
pub(super) struct Standing {
    /// What the same request was answered before.
    pub answer: Option<Vec<Head>>,
    /// Who writes, as they stand.
    pub author: domain::Standing,
    programme: Head,
    districts: BTreeMap<DistrictId, Head>,
    contacts: BTreeMap<ActorId, KeptContact>,
}

impl Standing {
    /// Refuses edits of contacts that stand otherwise by now. Only one part of a write is about a district.
    pub fn must_hold(&self, edits: &[Edit<ActorId, Contact>]) -> Result<()> {
        let stands = |edit: &Edit<ActorId, Contact>| {
            let found = self.contacts.get(&edit.key);
            found.map(|kept| &kept.contact) == edit.before.as_ref()
        };
        match edits.iter().all(stands) {
            true => Ok(()),
            false => Err(Error::Violated(Violation::OtherContact)),
        }
    }

    /// Where a scope stands; none for a district that is not there, or not yet.
    pub fn head(&self, scope: &Scope) -> Option<Head> {
        match scope {
            Scope::Programme => Some(self.programme),
            Scope::District(district) => self.districts.get(district).copied(),
        }
    }
}

/// Sets the locks and reads, behind them, what stands before the write.
pub(super) async fn standing(
    transaction: &mut Transaction,
    mut locks: Vec<Statement>,
    scope: &Scope,
    write: &Write,
    districts: &[&DistrictId],
) -> Result<Standing, Trouble> {
    // Always, so that the words are the same whoever writes.
    locks.extend(account::hold(write.stamp.by.as_ref()));
    let ask = ask(scope, write, districts).behind(locks);
    let rows = transaction.rows(ask).await?;
    let row = rows.first().ok_or_else(missing)?;
    let versions: Vec<i64> = row.get("versions").map_err(Unreadable::from)?;
    schema::refuse_newer(versions.first().copied().unwrap_or_default())?;
    let found: Vec<(&str, i64, &str)> = row.get("districts").map_err(Unreadable::from)?;
    let districts = found.into_iter().map(|(district, revision, mark)| {
        Ok::<_, Unreadable>((id(district)?, head(revision, mark)?))
    });
    Ok(Standing {
        answer: answer(row)?,
        author: account::read_standing(row)?,
        programme: head_of(row, "revision", "mark")?,
        districts: districts.collect::<Result<_, _>>()?,
        contacts: contact::read(row)?,
    })
}

/// The answer in a row; none if the request was not made.
pub(super) fn answer(row: &Row) -> Result<Option<Vec<Head>>, Unreadable> {
    let revisions: Option<Vec<i64>> = row.get("revisions")?;
    let marks: Option<Vec<&str>> = row.get("marks")?;
    let Some((revisions, marks)) = revisions.zip(marks) else {
        return Ok(None);
    };
    let heads = revisions.into_iter().zip(marks);
    heads
        .map(|(revision, mark)| head(revision, mark))
        .collect::<Result<_, _>>()
        .map(Some)
}

/// Remembers the answer to a request, and forgets requests too old to be repeated.
pub(super) fn remember(batch: &mut Batch, at: DateTime<Utc>, known: Option<BoltType>) {
    batch.run(forget(at - TimeDelta::days(KNOWN_FOR)));
    batch.each(known, create);
}

/// Remembers what requests were answered.
pub(super) fn keep(batch: &mut Batch, scope: &Scope, known: &[KnownRequest]) {
    batch.each(known.iter().map(|known| row(scope, known)), create);
}

/// A request that is known, in a row of [`all`].
pub(super) fn read(row: &Row) -> Result<KnownRequest, Unreadable> {
    let (id, content): (&str, &str) = (row.get("id")?, row.get("content")?);
    let at: i64 = row.get("at")?;
    Ok(KnownRequest {
        request: Request {
            id: id.parse().map_err(|_| Unreadable::new("request", id))?,
            content: content
                .parse()
                .map_err(|_| Unreadable::new("content", content))?,
        },
        at: DateTime::from_timestamp_millis(at)
            .ok_or_else(|| Unreadable::new("time", &at.to_string()))?,
        answer: answer(row)?.unwrap_or_default(),
    })
}

/// Asks for all requests that a scope knows, by time and id.
pub(super) fn all(scope: &Scope) -> Statement {
    cypher!("request/all").with([("scope", key(scope).into())])
}

/// Asks for what a request was answered.
pub(super) fn find(scope: &Scope, request: &Request) -> Statement {
    cypher!("request/find").with([
        ("scope", key(scope).into()),
        ("id", request.id.to_string().into()),
        ("content", request.content.to_string().into()),
    ])
}

fn ask(scope: &Scope, write: &Write, districts: &[&DistrictId]) -> Statement {
    let (request, by) = (write.request(), write.stamp.by.as_ref());
    let edits = write.parts.iter().flat_map(|part| &part.contacts);
    let contacts = ids(edits.map(|edit| &edit.key));
    cypher!("request/answer").with([
        ("scope", key(scope).into()),
        ("id", request.id.to_string().into()),
        ("content", request.content.to_string().into()),
        ("districts", ids(districts.iter().copied()).into()),
        ("contacts", contacts.into()),
        ("author", account::account_of(by)),
        ("token", account::pass_of(by)),
    ])
}

/// A request that is to be known, as a row of what is written.
pub(super) fn row(scope: &Scope, known: &KnownRequest) -> BoltType {
    let heads = known.answer.iter();
    let revisions: BoltType = heads.clone().map(|head| head.revision.0).collect();
    let marks: BoltType = heads.map(|head| head.mark.0.to_string()).collect();
    map([
        ("scope", key(scope).into()),
        ("id", known.request.id.to_string().into()),
        ("content", known.request.content.to_string().into()),
        ("at", known.at.timestamp_millis().into()),
        ("revisions", revisions),
        ("marks", marks),
    ])
}

fn create(rows: BoltType) -> Statement {
    cypher!("request/create").with([("rows", rows)])
}

fn forget(before: DateTime<Utc>) -> Statement {
    cypher!("request/forget").with([("before", before.timestamp_millis().into())])
}
