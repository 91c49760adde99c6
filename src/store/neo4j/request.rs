//! What each write answered, so that the same request again is answered the same.

use neo4rs::BoltType;
use uuid::Uuid;

use super::cypher::{Statement, cypher};
use super::decode::Unreadable;
use super::link::Transaction;
use super::trouble::Trouble;
use crate::store::Revision;

/// What a request was answered before; none if it was not made.
pub(super) async fn answer(
    transaction: &mut Transaction,
    request: Uuid,
) -> Result<Option<Vec<Revision>>, Trouble> {
    let rows = transaction.rows(find(request)).await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let revisions: Vec<i64> = row.get("revisions").map_err(Unreadable::from)?;
    Ok(Some(revisions.into_iter().map(Revision).collect()))
}

fn find(request: Uuid) -> Statement {
    cypher!("request/answer").with([("id", request.to_string().into())])
}

/// Remembers what a request is answered.
pub(super) fn create(request: Uuid, answer: &[Revision]) -> Statement {
    let revisions: BoltType = answer.iter().map(|revision| revision.0).collect();
    cypher!("request/create").with([("id", request.to_string().into()), ("revisions", revisions)])
}
