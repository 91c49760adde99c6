//! Departments as nodes.

use neo4rs::BoltType;

use super::batch::Batch;
use super::cypher::{Statement, cypher, ids, map, text, texts};
use super::decode::{Unreadable, code, id, word, words};
use super::effect::Effects;
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
pub(super) fn write(
    batch: &mut Batch,
    district: &DistrictId,
    effects: &Effects<'_, DepartmentId, Department>,
) {
    let (new, changed) = (effects.new.iter(), effects.changed.iter());
    batch.each(new.copied().map(row), |rows| create(district, rows));
    batch.each(changed.copied().map(row), |rows| update(district, rows));
}

/// Refuses two departments of one name, where one was written.
pub(super) fn tell_apart(
    batch: &mut Batch,
    district: &DistrictId,
    effects: &Effects<'_, DepartmentId, Department>,
) {
    let written = effects.written().next().is_some();
    batch.must(namesakes(district, written), 0);
}

/// Removes departments; one that is still used fails the transaction when it ends.
pub(super) fn remove(batch: &mut Batch, district: &DistrictId, gone: &[&DepartmentId]) {
    let gone = ids(gone.iter().copied());
    batch.each(gone, |ids| remove_all(district, ids));
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

fn namesakes(district: &DistrictId, written: bool) -> Statement {
    cypher!("department/namesakes").with([
        ("district", district.as_str().into()),
        ("written", written.into()),
    ])
}
