//! What each write answered, so that the same request again is answered the same.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use neo4rs::{BoltType, Row};

use super::batch::Batch;
use super::cypher::{Statement, cypher, ids};
use super::decode::{Unreadable, id};
use super::link::Transaction;
use super::programme::{head, head_of, missing};
use super::step::key;
use super::trouble::Trouble;
use crate::domain::DistrictId;
use crate::store::{Head, KNOWN_FOR, Request, Result, Scope};

/// What stands before a write.
pub(super) struct Standing {
    /// What the same request was answered before.
    pub answer: Option<Vec<Head>>,
    programme: Head,
    districts: BTreeMap<DistrictId, Head>,
}

impl Standing {
    /// Where a scope stands; none for a district that is not there, or not yet.
    pub fn head(&self, scope: &Scope) -> Option<Head> {
        match scope {
            Scope::Programme => Some(self.programme),
            Scope::District(district) => self.districts.get(district).copied(),
        }
    }
}

/// Asks what stands before a write, behind its locks.
pub(super) async fn standing(
    transaction: &mut Transaction,
    scope: &Scope,
    request: &Request,
    districts: &[&DistrictId],
) -> Result<Standing, Trouble> {
    let rows = transaction.rows(ask(scope, request, districts)).await?;
    let row = rows.first().ok_or_else(missing)?;
    let found: Vec<(&str, i64, &str)> = row.get("districts").map_err(Unreadable::from)?;
    let districts = found.into_iter().map(|(district, revision, mark)| {
        Ok::<_, Unreadable>((id(district)?, head(revision, mark)?))
    });
    Ok(Standing {
        answer: answer(row)?,
        programme: head_of(row, "revision", "mark")?,
        districts: districts.collect::<Result<_, _>>()?,
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

/// Remembers what a request is answered, and forgets those that are too old to come again.
pub(super) fn remember(
    batch: &mut Batch,
    scope: &Scope,
    request: &Request,
    at: DateTime<Utc>,
    heads: &[Head],
) {
    batch.run(forget(at - TimeDelta::days(KNOWN_FOR)));
    batch.run(create(scope, request, at, heads));
}

/// Asks for what a request was answered.
pub(super) fn find(scope: &Scope, request: &Request) -> Statement {
    cypher!("request/find").with([
        ("scope", key(scope).into()),
        ("id", request.id.to_string().into()),
        ("content", request.content.to_string().into()),
    ])
}

fn ask(scope: &Scope, request: &Request, districts: &[&DistrictId]) -> Statement {
    cypher!("request/answer").with([
        ("scope", key(scope).into()),
        ("id", request.id.to_string().into()),
        ("content", request.content.to_string().into()),
        ("districts", ids(districts.iter().copied()).into()),
    ])
}

fn create(scope: &Scope, request: &Request, at: DateTime<Utc>, heads: &[Head]) -> Statement {
    let revisions: BoltType = heads.iter().map(|head| head.revision.0).collect();
    let marks: BoltType = heads.iter().map(|head| head.mark.0.to_string()).collect();
    cypher!("request/create").with([
        ("scope", key(scope).into()),
        ("id", request.id.to_string().into()),
        ("content", request.content.to_string().into()),
        ("at", at.timestamp_millis().into()),
        ("revisions", revisions),
        ("marks", marks),
    ])
}

fn forget(before: DateTime<Utc>) -> Statement {
    cypher!("request/forget").with([("before", before.timestamp_millis().into())])
}
