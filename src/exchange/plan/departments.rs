//! The table of departments.

use std::collections::{HashMap, HashSet};

use super::super::columns::Table;
use super::super::fault::Problem;
use super::cells::{self, Cells};
use super::desk::Desk;
use super::ids::{Ids, Meant, identified};
use super::merge::{Contradicts, Field, agreed, merged_texts};
use super::phases;
use crate::domain::{
    ActorKind, Department, DepartmentId, DepartmentKind, Noun, PhaseId, Text, look_alike,
};
use crate::text::words;

/// What a row says of a department in every phase.
#[derive(Clone)]
struct Said {
    name: Text,
    kind: DepartmentKind,
    short_name: Field<Text>,
    policy_field: Field<Text>,
}

/// What the rows so far say, and in which row first.
#[derive(Default)]
struct Rows<'t> {
    said: HashMap<DepartmentId, (Cells<'t>, Said)>,
    divisions: HashMap<(DepartmentId, PhaseId), (Cells<'t>, Option<Text>)>,
}

/// Reads the departments, and settles by what names all others are found.
pub(super) fn read(desk: &mut Desk<'_>) {
    let held = desk.network.departments.iter().map(|(id, d)| (id, &d.name));
    let mut ids = Ids::of(Noun::Department, held, desk.rows(Table::Departments));
    let known: HashSet<DepartmentId> = desk.network.departments.keys().cloned().collect();
    let mut rows = Rows::default();
    let mut place_of = HashMap::new();
    for cells in desk.rows(Table::Departments) {
        if let Some((id, name)) = identified(desk, &mut ids, cells, &Meant::Only(&|_| true)) {
            place_of.entry(id.clone()).or_insert(cells);
            let before = desk.faults.len();
            department(desk, cells, id.clone(), name.clone(), &mut rows);
            if desk.faults.len() > before {
                ids.doubtful.push((id, Some(name)));
            }
        }
    }
    let mut bearers: HashMap<String, &DepartmentId> = HashMap::new();
    let mut taken = Vec::new();
    for (id, department) in &desk.network.departments {
        let look = look_alike(department.name.as_str());
        // Twins that the store has already are no fault of the file.
        let is_known = |one: &DepartmentId| known.contains(one);
        if let Some(other) = bearers
            .insert(look, id)
            .filter(|other| !is_known(id) || !is_known(other))
        {
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
    desk.departments.understand(ids.by_case);
    desk.departments.doubt(ids.doubtful);
}

fn department<'t>(
    desk: &mut Desk<'t>,
    cells: Cells<'t>,
    id: DepartmentId,
    name: Text,
    rows: &mut Rows<'t>,
) {
    let kind = kind(desk, cells);
    let short_name = desk.read(cells, "short_name", cells::name);
    let policy_field = desk.read(cells, "policy_field", cells::text);
    let division = desk.read(cells, "division", cells::text);
    let phases = phases_of(desk, cells, &division);
    let (Some(kind), Some(phases)) = (kind, phases) else {
        return;
    };
    let said = Said {
        name,
        kind,
        short_name,
        policy_field,
    };
    let (first, said) = match rows.said.get(&id) {
        None => (cells, said),
        Some((before, known)) => match known.with(&said) {
            Ok(merged) => (*before, merged),
            Err(key) => {
                let before = *before;
                desk.differs(cells, before, key);
                return;
            }
        },
    };
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
    rows.said.insert(id, (first, said));
}

/// The phases of a row, as far as anything in it belongs to one.
fn phases_of(
    desk: &mut Desk<'_>,
    cells: Cells<'_>,
    division: &Field<Text>,
) -> Option<Vec<PhaseId>> {
    match (division, cells.text("phase")) {
        (None, None) => Some(Vec::new()),
        (None | Some(None), Some("") | None) if desk.phases.is_without() => Some(Vec::new()),
        _ => phases::of_row(desk, cells),
    }
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
fn divide<'t>(
    desk: &mut Desk<'t>,
    cells: Cells<'t>,
    id: &DepartmentId,
    phases: Vec<PhaseId>,
    division: &Option<Text>,
    rows: &mut Rows<'t>,
) {
    let Some(record) = desk.network.departments.get_mut(id) else {
        return;
    };
    let mut differs = None;
    for phase in phases {
        let key = (id.clone(), phase.clone());
        let (first, merged) = match rows.divisions.get(&key) {
            None => (cells, division.clone()),
            Some((before, known)) => {
                let known = Some(known.clone());
                match merged_texts("division", &known, &Some(division.clone())) {
                    Ok(merged) => (*before, merged.flatten()),
                    Err(_) => {
                        differs = Some(*before);
                        continue;
                    }
                }
            }
        };
        match &merged {
            Some(division) => record.divisions.insert(phase, division.clone()),
            None => record.divisions.remove(&phase),
        };
        desk.seen.divisions.insert(key.clone());
        rows.divisions.insert(key, (first, merged));
    }
    if let Some(before) = differs {
        desk.differs(cells, before, "division");
    }
}

impl Said {
    /// What two rows say together of a department.
    fn with(&self, other: &Self) -> Result<Self, Contradicts> {
        Ok(Self {
            name: agreed("name", &self.name, &other.name)?,
            kind: agreed("kind", &self.kind, &other.kind)?,
            short_name: merged_texts("short_name", &self.short_name, &other.short_name)?,
            policy_field: merged_texts("policy_field", &self.policy_field, &other.policy_field)?,
        })
    }
}
