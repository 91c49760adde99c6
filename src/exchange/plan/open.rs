//! What is open: points to clear up, and offices that functions left open, after all that they name was read.
//!
//! A file that tells none leaves what the store holds, also where it shall replace what is there.

use std::collections::BTreeSet;

use super::super::fault::{Place, Problem};
use super::super::open::{ToldOffices, ToldPoint};
use super::desk::Desk;
use super::{cells, phases};
use crate::domain::{DepartmentId, Noun, OpenPoint, OpenPointId, PhaseId};

/// Reads what the files tell to be open.
pub(super) fn read(desk: &mut Desk<'_>) {
    let tables = desk.tables;
    for told in &tables.open {
        for point in &told.points {
            if let Err(fault) = add(desk, point) {
                fault.note(desk, &told.source);
            }
        }
        for offices in &told.offices {
            if let Err(fault) = leave(desk, offices) {
                fault.note(desk, &told.source);
            }
        }
    }
}

/// What is wrong with a field.
struct Wrong {
    column: &'static str,
    value: String,
    problem: Problem,
}

impl Wrong {
    fn note(self, desk: &mut Desk<'_>, source: &str) {
        let place = || Place {
            source: source.to_owned(),
            row: None,
            column: Some(self.column.to_owned()),
            value: Some(self.value),
        };
        desk.faults.push_with(place, || self.problem);
    }
}

/// Says in which field a problem is.
fn of<T>(column: &'static str, value: &str, read: Result<T, Problem>) -> Result<T, Wrong> {
    read.map_err(|problem| Wrong {
        column,
        value: value.to_owned(),
        problem,
    })
}

fn add(desk: &mut Desk<'_>, told: &ToldPoint) -> Result<(), Wrong> {
    let id = of("id", &told.id, cells::id(&told.id))?;
    let noted = told.noted.parse().map_err(|_| Problem::NotADate);
    let point = OpenPoint {
        text: of("text", &told.text, cells::note(&told.text))?,
        phase: phase(desk, &told.phase)?,
        noted: of("noted", &told.noted, noted)?,
    };
    let points = &desk.network.open_points;
    let is_other = |id: &OpenPointId| points.get(id).is_some_and(|there| *there != point);
    // An id that another remark has says nothing about this one: neither takes the other's place.
    let id = match is_other(&id) {
        true => OpenPointId::from_name(id.as_str(), is_other),
        false => id,
    };
    desk.network.open_points.insert(id, point);
    Ok(())
}

fn leave(desk: &mut Desk<'_>, told: &ToldOffices) -> Result<(), Wrong> {
    let phase = phase(desk, &told.phase)?;
    let actor = of(
        "actor",
        &told.actor,
        desk.get(&desk.actors, &told.actor, true),
    )?;
    let department = |text: &String| {
        let found = desk.get(&desk.departments, text, true);
        of("open", text, found)
    };
    let open = told.open.iter().map(department);
    let open: BTreeSet<DepartmentId> = open.collect::<Result<_, _>>()?;
    if let Some(place) = desk.network.memberships.get_mut(&(actor, phase)) {
        place.open = open;
    }
    Ok(())
}

fn phase(desk: &Desk<'_>, text: &str) -> Result<PhaseId, Wrong> {
    let found = phases::find(desk, text).ok_or(Problem::NoSuch {
        noun: Noun::Phase,
        nearest: None,
    });
    of("phase", text, found)
}
