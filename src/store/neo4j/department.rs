//! Departments as nodes.

use neo4rs::BoltType;

use super::cypher::{Statement, cypher, ids, map, text, texts};
use super::decode::{Unreadable, code, id, word, words};
use super::effect::Effects;
use super::link::Transaction;
use super::trouble::Trouble;
use crate::domain::{Department, DepartmentId, DepartmentKind, DistrictId};

/// A department in [`crate::domain::Network`]'s one row: the divisions as two lists, as a node holds no maps.
pub(super) type Line<'a> = (
    &'a str,
    &'a str,
    Option<&'a str>,
    &'a str,
    Option<&'a str>,
    Vec<&'a str>,
    Vec<&'a str>,
);

/// Reads a department.
pub(super) fn read(line: Line<'_>) -> Result<(DepartmentId, Department), Unreadable> {
    let (key, name, short_name, kind, policy_field, phases, divisions) = line;
    let divisions = phases
        .into_iter()
        .zip(divisions)
        .map(|(phase, division)| Ok((id(phase)?, word(division)?)))
        .collect::<Result<_, Unreadable>>()?;
    let department = Department {
        name: word(name)?,
        short_name: words(short_name)?,
        kind: code("department kind", DepartmentKind::from_code, kind)?,
        policy_field: words(policy_field)?,
        divisions,
    };
    Ok((id(key)?, department))
}

/// Writes new and changed departments.
pub(super) async fn write(
    transaction: &mut Transaction,
    district: &DistrictId,
    effects: &Effects<'_, DepartmentId, Department>,
) -> Result<(), Trouble> {
    let (new, changed) = (effects.new.iter(), effects.changed.iter());
    transaction
        .each(new.copied().map(row), |rows| create(district, rows))
        .await?;
    transaction
        .each(changed.copied().map(row), |rows| update(district, rows))
        .await?;
    if effects.written().next().is_some() {
        transaction.must(namesakes(district), 0).await?;
    }
    Ok(())
}

/// Removes departments; one that is still used fails the transaction when it ends.
pub(super) async fn remove(
    transaction: &mut Transaction,
    district: &DistrictId,
    gone: &[&DepartmentId],
) -> Result<(), Trouble> {
    let gone = ids(gone.iter().copied());
    transaction
        .each(gone, |ids| remove_all(district, ids))
        .await
}

fn row((id, department): (&DepartmentId, &Department)) -> BoltType {
    let divisions = &department.divisions;
    map([
        ("id", id.as_str().into()),
        ("name", department.name.as_str().into()),
        ("short_name", text(department.short_name.as_ref())),
        ("kind", department.kind.code().into()),
        ("policy_field", text(department.policy_field.as_ref())),
        (
            "division_phases",
            texts(divisions.keys().map(|phase| phase.as_str())),
        ),
        (
            "divisions",
            texts(divisions.values().map(|name| name.as_str())),
        ),
    ])
}

fn create(district: &DistrictId, rows: BoltType) -> Statement {
    cypher!("department/create").with([("district", district.as_str().into()), ("rows", rows)])
}

fn update(district: &DistrictId, rows: BoltType) -> Statement {
    cypher!("department/update").with([("district", district.as_str().into()), ("rows", rows)])
}

fn remove_all(district: &DistrictId, ids: BoltType) -> Statement {
    cypher!("department/remove").with([("district", district.as_str().into()), ("ids", ids)])
}

fn namesakes(district: &DistrictId) -> Statement {
    cypher!("department/namesakes").with([("district", district.as_str().into())])
}
