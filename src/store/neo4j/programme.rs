//! Districts and funding phases as nodes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use neo4rs::{BoltType, Row};

use super::cypher::{Statement, cypher, ids, map};
use super::decode::{Unreadable, id, word};
use super::effect::ProgrammeEffects;
use super::link::Transaction;
use super::trouble::Trouble;
use crate::domain::{Change, District, DistrictId, FundingPhase, PhaseId, Programme};
use crate::store::{Error, Held, Result, Revision};

/// Writes what the changes come to. The programme is locked.
pub(super) async fn write(
    transaction: &mut Transaction,
    changes: &[Change],
) -> Result<(), Trouble> {
    let ProgrammeEffects { districts, phases } = ProgrammeEffects::of(changes)?;
    if !phases.gone.is_empty() {
        // A district's writer reads phases without a lock: whoever takes one away keeps them all out.
        transaction.run(lock_all()).await?;
        let gone = ids(phases.gone.iter().copied());
        transaction.must(uses_of_phases(gone.clone()), 0).await?;
        transaction.each(gone, remove_phases).await?;
    }
    let (new, changed) = (phases.new.into_iter(), phases.changed.into_iter());
    transaction.each(changed.map(phase), update_phases).await?;
    transaction.each(new.map(phase), create_phases).await?;
    if !districts.gone.is_empty() {
        transaction.run(lock(&districts.gone)).await?;
        let gone = ids(districts.gone.iter().copied());
        transaction.must(uses_of_districts(gone.clone()), 0).await?;
        transaction.each(gone, remove_districts).await?;
    }
    let (new, changed) = (districts.new.into_iter(), districts.changed.into_iter());
    transaction
        .each(changed.map(district), update_districts)
        .await?;
    transaction.each(new.map(district), create_districts).await
}

/// The programme in the one row of [`load`].
pub(super) fn read(row: &Row) -> Result<Held<Programme>, Unreadable> {
    let revision: i64 = row.get("revision")?;
    let districts: Vec<(&str, &str, i64, bool)> = row.get("districts")?;
    let phases: Vec<(&str, &str, NaiveDate, Option<NaiveDate>)> = row.get("phases")?;
    let districts = districts
        .into_iter()
        .map(|(key, name, position, example)| {
            let district = District {
                name: word(name)?,
                position: u16::try_from(position)
                    .map_err(|_| Unreadable::new("position", &position.to_string()))?,
                example,
            };
            Ok((id(key)?, district))
        })
        .collect::<Result<BTreeMap<_, _>, Unreadable>>()?;
    let phases = phases
        .into_iter()
        .map(|(key, name, start, end)| {
            let name = word(name)?;
            Ok((id(key)?, FundingPhase { name, start, end }))
        })
        .collect::<Result<BTreeMap<_, _>, Unreadable>>()?;
    Ok(Held {
        revision: Revision(revision),
        value: Arc::new(Programme { districts, phases }),
    })
}

/// Refuses phases that are not there.
pub(super) async fn know_phases<'a>(
    transaction: &mut Transaction,
    phases: impl IntoIterator<Item = &'a PhaseId>,
) -> Result<(), Trouble> {
    let phases: BTreeSet<&PhaseId> = phases.into_iter().collect();
    transaction.each(ids(phases), known_phases).await
}

/// The revision of a scope's one row; a district that is not there has none.
pub(super) fn revision(rows: &[Row], district: Option<&DistrictId>) -> Result<Revision> {
    match (rows.first(), district) {
        (Some(row), _) => Ok(Revision(row.get("revision").map_err(Unreadable::from)?)),
        (None, Some(district)) => Err(Error::NoSuchDistrict(district.clone())),
        (None, None) => Err(Error::Unreadable(
            "the programme's node is missing".to_owned(),
        )),
    }
}

fn district((id, district): (&DistrictId, &District)) -> BoltType {
    map([
        ("id", id.as_str().into()),
        ("name", district.name.as_str().into()),
        ("position", district.position.into()),
        ("example", district.example.into()),
    ])
}

fn phase((id, phase): (&PhaseId, &FundingPhase)) -> BoltType {
    map([
        ("id", id.as_str().into()),
        ("name", phase.name.as_str().into()),
        ("start", phase.start.into()),
        ("end", phase.end.into()),
    ])
}

/// Locks the programme until the end of the transaction.
pub(super) fn lock_programme() -> Statement {
    cypher!("programme/lock").with([])
}

/// Asks for the programme's revision.
pub(super) fn programme_revision() -> Statement {
    cypher!("programme/revision").with([])
}

/// Sets the programme's revision.
pub(super) fn raise_programme(revision: Revision) -> Statement {
    cypher!("programme/raise").with([("revision", revision.0.into())])
}

/// Asks for the whole programme.
pub(super) fn load() -> Statement {
    cypher!("programme/load").with([])
}

/// Locks districts until the end of the transaction.
pub(super) fn lock(districts: &[&DistrictId]) -> Statement {
    let ids = ids(districts.iter().copied());
    cypher!("district/lock").with([("ids", ids.into())])
}

/// Asks for a district's revision.
pub(super) fn district_revision(district: &DistrictId) -> Statement {
    cypher!("district/revision").with([("id", district.as_str().into())])
}

/// Sets a district's revision.
pub(super) fn raise_district(district: &DistrictId, revision: Revision) -> Statement {
    cypher!("district/raise").with([
        ("id", district.as_str().into()),
        ("revision", revision.0.into()),
    ])
}

fn lock_all() -> Statement {
    cypher!("district/lock-all").with([])
}

fn create_districts(rows: BoltType) -> Statement {
    cypher!("district/create").with([("rows", rows)])
}

fn update_districts(rows: BoltType) -> Statement {
    cypher!("district/update").with([("rows", rows)])
}

fn remove_districts(ids: BoltType) -> Statement {
    cypher!("district/remove").with([("ids", ids)])
}

fn uses_of_districts(ids: Vec<BoltType>) -> Statement {
    cypher!("district/uses").with([("ids", ids.into())])
}

fn create_phases(rows: BoltType) -> Statement {
    cypher!("phase/create").with([("rows", rows)])
}

fn update_phases(rows: BoltType) -> Statement {
    cypher!("phase/update").with([("rows", rows)])
}

fn remove_phases(ids: BoltType) -> Statement {
    cypher!("phase/remove").with([("ids", ids)])
}

fn uses_of_phases(ids: Vec<BoltType>) -> Statement {
    cypher!("phase/uses").with([("ids", ids.into())])
}

fn known_phases(ids: BoltType) -> Statement {
    cypher!("phase/known").with([("ids", ids)])
}
