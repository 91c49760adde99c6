//! Departments and the divisions they stood under.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::ids::Ids;
use super::met::{remove, save};
use super::read;
use crate::domain::{Department, DepartmentId, DepartmentKind, DistrictId, Edit, FundingPhase};
use crate::store::{Error, Result, Violation};

/// A district's departments, sorted.
pub(super) fn load(
    connection: &Connection,
    district: &DistrictId,
    phases: &Ids<FundingPhase>,
) -> Result<Vec<(DepartmentId, Department)>> {
    let mut departments = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT id, name, short_name, kind, policy_field FROM department WHERE district = ?1",
    )?;
    let mut rows = statement.query([district.as_str()])?;
    while let Some(row) = rows.next()? {
        let department = Department {
            name: read::words(row, 1)?,
            short_name: read::maybe_words(row, 2)?,
            kind: read::code(row, 3, DepartmentKind::from_code)?,
            policy_field: read::maybe_words(row, 4)?,
            divisions: BTreeMap::new(),
        };
        departments.push((read::id(row, 0)?, department));
    }
    departments.sort_by(|(a, _), (b, _)| a.cmp(b));
    let ids = Ids::of(&departments);
    let mut statement = connection
        .prepare_cached("SELECT department, phase, name FROM division WHERE district = ?1")?;
    let mut rows = statement.query([district.as_str()])?;
    while let Some(row) = rows.next()? {
        let department = ids.rank(read::reference(row, 0)?)? as usize;
        let phase = phases.find(read::reference(row, 1)?)?;
        departments[department]
            .1
            .divisions
            .insert(phase, read::words(row, 2)?);
    }
    Ok(departments)
}

/// Makes one edit of a department.
pub(super) fn put(
    connection: &Connection,
    district: &DistrictId,
    edit: &Edit<DepartmentId, Department>,
) -> Result<()> {
    let key = [district.as_str(), edit.key.as_str()];
    connection
        .prepare_cached("DELETE FROM division WHERE district = ?1 AND department = ?2")?
        .execute(key)?;
    let Some(department) = &edit.after else {
        let delete = "DELETE FROM department WHERE district = ?1 AND id = ?2";
        return remove(connection, edit, delete, key);
    };
    let values = params![
        key[0],
        key[1],
        department.name.as_str(),
        department.short_name.as_ref().map(|text| text.as_str()),
        department.kind.code(),
        department.policy_field.as_ref().map(|text| text.as_str()),
    ];
    let update = "UPDATE department SET name = ?3, short_name = ?4, kind = ?5, policy_field = ?6
                      WHERE district = ?1 AND id = ?2";
    let insert = "INSERT INTO department (district, id, name, short_name, kind, policy_field)
                      VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    save(connection, edit, [update, insert], values)?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO division (district, department, phase, name) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (phase, name) in &department.divisions {
        insert.execute([key[0], key[1], phase.as_str(), name.as_str()])?;
    }
    Ok(())
}

/// Refuses two departments of one name. A table constraint would be checked row by row, but two departments may swap
/// their names in one list of changes.
pub(super) fn names_differ(connection: &Connection, district: &DistrictId) -> Result<()> {
    let twice: Option<String> = connection
        .prepare_cached(
            "SELECT name FROM department WHERE district = ?1 GROUP BY name HAVING count(*) > 1",
        )?
        .query_row([district.as_str()], |row| row.get(0))
        .optional()?;
    match twice {
        Some(name) => Err(Error::Violated(Violation::NameTaken(name))),
        None => Ok(()),
    }
}
