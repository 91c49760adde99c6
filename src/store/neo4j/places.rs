//! The places of maps, each as a node at its district: in no step and no revision.

use neo4rs::{BoltType, Row};

use super::cypher::{Statement, cypher, map};
use super::decode::Unreadable;
use super::link::{Link, PATIENCE, Patience};
use super::trouble::{Trouble, trouble};
use crate::domain::DistrictId;
use crate::store::{Mark, Placed, Result};

/// The places that are kept of a district.
pub(super) fn read(row: &Row) -> Result<Placed, Unreadable> {
    let (mark, body): (&str, &str) = (row.get("mark")?, row.get("body")?);
    let places = serde_json::from_str(body);
    Ok(Placed {
        mark: Mark(mark.parse().map_err(|_| Unreadable::new("mark", mark))?),
        places: places.map_err(|error| Unreadable::new("places", &error.to_string()))?,
    })
}

/// Keeps places where the district and the places kept of it still bear these marks; answers whether it did.
pub(super) async fn keep(
    link: &Link,
    district: &DistrictId,
    marks: (Mark, Option<Mark>),
    now: &Placed,
) -> Result<bool> {
    let statement = compared_and_set(district, marks, now);
    let mut patience = Patience::of(PATIENCE);
    loop {
        match once(link, &statement).await {
            Ok(kept) => return Ok(kept),
            Err(trouble) => patience.with(trouble).await?,
        }
    }
}

async fn once(link: &Link, statement: &Statement) -> Result<bool, Trouble> {
    let mut transaction = link.begin().await?;
    let rows = match transaction.rows(statement.clone()).await {
        Ok(rows) => rows,
        Err(trouble) => {
            transaction.roll_back().await;
            return Err(trouble);
        }
    };
    transaction
        .commit()
        .await
        .map_err(|error| trouble("places/keep", error))?;
    let kept = rows.first().map(|row| row.get::<i64>("kept"));
    Ok(kept.transpose().map_err(Unreadable::from)? == Some(1))
}

/// Asks for the places of a district.
pub(super) fn load(district: &DistrictId) -> Statement {
    cypher!("places/load").with([("district", district.as_str().into())])
}

/// The row of places that are put as they are.
pub(super) fn row(district: &DistrictId, placed: &Placed) -> BoltType {
    map([
        ("district", district.as_str().into()),
        ("mark", text(placed.mark).into()),
        ("body", body(placed).into()),
    ])
}

/// Sets places as they are.
pub(super) fn put(rows: BoltType) -> Statement {
    cypher!("places/put").with([("rows", rows)])
}

fn compared_and_set(
    district: &DistrictId,
    (standing, before): (Mark, Option<Mark>),
    now: &Placed,
) -> Statement {
    cypher!("places/keep").with([
        ("district", district.as_str().into()),
        ("standing", text(standing).into()),
        ("before", before.map(text).into()),
        ("mark", text(now.mark).into()),
        ("body", body(now).into()),
    ])
}

fn text(mark: Mark) -> String {
    mark.0.to_string()
}

fn body(placed: &Placed) -> String {
    serde_json::to_string(&placed.places).expect("places are JSON")
}
