//! Departments as nodes.

use neo4rs::BoltType;

use super::batch::Batch;
use super::cypher::{Statement, cypher, map, text, texts};
use super::decode::{Unreadable, code, id, word, words};
use super::effect::Effects;
use super::stored::{OfIds, OfRows, Stored};
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

impl Stored for Department {
    const CREATE: OfRows = OfRows(cypher!("department/create"));
    const UPDATE: Option<OfRows> = Some(OfRows(cypher!("department/update")));
    const REMOVE: OfIds = OfIds(cypher!("department/remove"));

    fn id(id: &DepartmentId) -> String {
        id.to_string()
    }

    fn row(id: &DepartmentId, department: &Self) -> BoltType {
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
}

/// Refuses two departments of one name, where one was written.
pub(super) fn tell_apart(
    batch: &mut Batch,
    district: &DistrictId,
    effects: &Effects<'_, Department>,
) {
    let written = effects.written().next().is_some();
    batch.must(namesakes(district, written), 0);
}

fn namesakes(district: &DistrictId, written: bool) -> Statement {
    cypher!("department/namesakes").with([
        ("district", district.as_str().into()),
        ("written", written.into()),
    ])
}
