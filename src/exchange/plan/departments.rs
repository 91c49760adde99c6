//! The table of departments.

use std::collections::HashMap;

use super::super::columns::Table;
use super::super::fault::Problem;
use super::cells::{self, Cells};
use super::desk::Desk;
use super::ids::{Ids, identified};
use super::phases;
use crate::domain::{ActorKind, Department, DepartmentId, DepartmentKind, Noun, PhaseId, Text};
use crate::text::words;

/// What a row says of a department in every phase.
#[derive(PartialEq)]
struct Said {
    name: Text,
    kind: DepartmentKind,
    short_name: Option<Option<Text>>,
    policy_field: Option<Option<Text>>,
}

/// What the rows so far say, and in which row.
#[derive(Default)]
struct Rows {
    said: HashMap<DepartmentId, (u32, Said)>,
    divisions: HashMap<(DepartmentId, PhaseId), (u32, Option<Text>)>,
}

/// Reads the departments, and settles by what names all others are found.
pub(super) fn read(desk: &mut Desk<'_>) {
    let held = desk.network.departments.iter().map(|(id, d)| (id, &d.name));
    let mut ids = Ids::of(Noun::Department, held, desk.rows(Table::Departments));
    let mut rows = Rows::default();
    let mut place_of = HashMap::new();
    for cells in desk.rows(Table::Departments) {
        if let Some((id, name)) = identified(desk, &mut ids, cells) {
            place_of.entry(id.clone()).or_insert(cells);
            let before = desk.faults.len();
            department(desk, cells, id.clone(), name.clone(), &mut rows);
            if desk.faults.len() > before {
                ids.doubtful.push((id, Some(name)));
            }
        }
    }
    let mut bearers: HashMap<&Text, &DepartmentId> = HashMap::new();
    let mut taken = Vec::new();
    for (id, department) in &desk.network.departments {
        if let Some(other) = bearers.insert(&department.name, id) {
            taken.extend(place_of.get(id).or(place_of.get(other)).copied());
        }
    }
    for cells in taken {
        desk.fault(cells, "name", Problem::NameTaken);
    }
    for (id, department) in &desk.network.departments {
        let short_name = department.short_name.as_ref();
        desk.departments.add(id, &department.name, short_name);
    }
    desk.departments.doubt(ids.doubtful);
}

fn department(
    desk: &mut Desk<'_>,
    cells: Cells<'_>,
    id: DepartmentId,
    name: Text,
    rows: &mut Rows,
) {
    let kind = kind(desk, cells);
    let short_name = desk.read(cells, "short_name", cells::name);
    let policy_field = desk.read(cells, "policy_field", cells::text);
    let division = desk.read(cells, "division", cells::text);
    let phases = match (&division, cells.text("phase")) {
        // Nothing in the row belongs to a phase.
        (None, None) => Some(Vec::new()),
        (None | Some(None), Some("") | None) if desk.phases.is_without() => Some(Vec::new()),
        _ => phases::of_row(desk, cells),
    };
    let (Some(kind), Some(phases)) = (kind, phases) else {
        return;
    };
    let said = Said {
        name,
        kind,
        short_name,
        policy_field,
    };
    if let Some((row, before)) = rows.said.get(&id)
        && *before != said
    {
        desk.fault(cells, "name", Problem::Differs(*row));
        return;
    }
    let record = desk
        .network
        .departments
        .entry(id.clone())
        .or_insert_with(|| Department {
            name: said.name.clone(),
            short_name: None,
            kind,
            policy_field: None,
            divisions: Default::default(),
        });
    record.name = said.name.clone();
    record.kind = kind;
    if let Some(short_name) = &said.short_name {
        record.short_name.clone_from(short_name);
    }
    if let Some(policy_field) = &said.policy_field {
        record.policy_field.clone_from(policy_field);
    }
    if let Some(division) = &division {
        divide(desk, cells, &id, phases, division, rows);
    }
    desk.seen.departments.insert(id.clone());
    rows.said.entry(id).or_insert((cells.line.number, said));
}

/// What kind of department a row is about.
fn kind(desk: &mut Desk<'_>, cells: Cells<'_>) -> Option<DepartmentKind> {
    let told = desk.tells();
    desk.required(cells, "kind", |cell| {
        cells::one_of(
            cell,
            told,
            &DepartmentKind::ALL,
            words::read_department_kind,
            words::department_kind,
        )
        .map_err(|unknown| match words::read_actor_kind(cell) {
            Some(ActorKind::Body) => Problem::BodyIsAnActor,
            _ => unknown,
        })
    })
}

/// Puts a department under a division in the phases of a row, or under none.
fn divide(
    desk: &mut Desk<'_>,
    cells: Cells<'_>,
    id: &DepartmentId,
    phases: Vec<PhaseId>,
    division: &Option<Text>,
    rows: &mut Rows,
) {
    let Some(record) = desk.network.departments.get_mut(id) else {
        return;
    };
    let mut differs = None;
    for phase in phases {
        let key = (id.clone(), phase.clone());
        match rows.divisions.get(&key) {
            Some((row, before)) if before != division => differs = Some(*row),
            Some(_) => {}
            None => {
                match division {
                    Some(division) => record.divisions.insert(phase, division.clone()),
                    None => record.divisions.remove(&phase),
                };
                desk.seen.divisions.insert(key.clone());
                rows.divisions
                    .insert(key, (cells.line.number, division.clone()));
            }
        }
    }
    if let Some(row) = differs {
        desk.fault(cells, "division", Problem::Differs(row));
    }
}
