//! The funding phases of a file: known ones are found again, new ones are made, and empty cells get theirs.

use std::collections::{BTreeSet, HashMap};

use super::super::ImportOptions;
use super::super::columns::Table;
use super::super::fault::{Place, Problem};
use super::Desk;
use super::cells::{self, Cells};
use super::nearest::nearest;
use crate::domain::{FundingPhase, Id, Noun, PhaseId};

/// What the phases of the file are called, and which a row is in that names none.
#[derive(Default)]
pub(super) struct Phases {
    called: HashMap<String, PhaseId>,
    /// The phases of rows that name none.
    default: Vec<PhaseId>,
    /// The phases that the file speaks of.
    pub covered: BTreeSet<PhaseId>,
}

/// Reads the table of phases, and settles which phases rows without one are in.
pub(super) fn read(desk: &mut Desk<'_>, options: &ImportOptions) {
    let mut of_file = Vec::new();
    let mut rows: HashMap<PhaseId, u32> = HashMap::new();
    for cells in desk.rows(Table::Phases) {
        if let Some(id) = phase(desk, cells, &mut rows)
            && !of_file.contains(&id)
        {
            of_file.push(id);
        }
    }
    let tables = [
        Table::Departments,
        Table::Actors,
        Table::Offers,
        Table::Cooperations,
    ];
    let mut asked: BTreeSet<&str> = BTreeSet::new();
    for cells in tables.into_iter().flat_map(|table| desk.rows(table)) {
        for name in cells.list("phase").into_iter().flatten() {
            if asked.insert(name)
                && let Some(id) = find(desk, name)
                && !of_file.contains(&id)
            {
                of_file.push(id);
            }
        }
    }
    if of_file.is_empty() {
        of_file.extend(chosen(desk, options));
    }
    desk.phases.default = of_file;
}

/// The phase of the option, else the one that runs.
fn chosen(desk: &mut Desk<'_>, options: &ImportOptions) -> Option<PhaseId> {
    match options.phase.as_deref() {
        None => desk.programme.current_phase().map(|(id, _)| id.clone()),
        Some(name) => {
            let found = find(desk, name);
            if found.is_none() {
                let problem = no_such(desk, name);
                let place = Place {
                    source: "--phase".to_owned(),
                    value: Some(name.to_owned()),
                    ..Place::default()
                };
                desk.faults.push(place, problem);
            }
            found
        }
    }
}

fn phase(
    desk: &mut Desk<'_>,
    cells: Cells<'_>,
    rows: &mut HashMap<PhaseId, u32>,
) -> Option<PhaseId> {
    let name = desk.required(cells, "name", cells::text);
    let given = desk.read(cells, "id", cells::id).unwrap_or(None);
    let start = desk.required(cells, "start", cells::date);
    let end = desk.read_code(cells, "end", cells::date);
    let (name, start) = (name?, start?);
    let known = desk
        .programme
        .phases
        .iter()
        .find(|(id, _)| given.as_ref() == Some(id))
        .or_else(|| {
            let mut phases = desk.programme.phases.iter();
            phases.find(|(_, phase)| phase.name == name)
        })
        .or_else(|| {
            let mut phases = desk.programme.phases.iter();
            phases.find(|(_, phase)| phase.start == start && Some(phase.end) == end)
        });
    let id = match known {
        Some((id, phase)) => {
            let id = id.clone();
            let differs = if phase.start != start {
                Some("start")
            } else {
                end.filter(|end| *end != phase.end).map(|_| "end")
            };
            if let Some(key) = differs {
                let problem = match rows.get(&id) {
                    Some(row) => Problem::Differs(*row),
                    None => Problem::PhaseDiffers {
                        start: phase.start,
                        end: phase.end,
                    },
                };
                let place = Place {
                    value: Some(name.to_string()),
                    ..cells.place(key)
                };
                desk.faults.push(place, problem);
                return None;
            }
            id
        }
        None => {
            let phases = &desk.programme.phases;
            let id = given
                .clone()
                .unwrap_or_else(|| Id::from_name(name.as_str(), |id| phases.contains_key(id)));
            let phase = FundingPhase {
                name: name.clone(),
                start,
                end: end.flatten(),
            };
            if !phase.is_ordered() {
                desk.fault(cells, "end", Problem::EndsBeforeStart);
                return None;
            }
            if let Some(other) = phases.values().find(|other| other.overlaps(&phase)) {
                let other = other.name.to_string();
                desk.fault(cells, "name", Problem::PhasesOverlap(other));
                return None;
            }
            desk.programme.phases.insert(id.clone(), phase);
            id
        }
    };
    rows.entry(id.clone()).or_insert(cells.line.number);
    for text in [Some(name.as_str()), given.as_ref().map(Id::as_str)] {
        if let Some(text) = text {
            desk.phases.called.insert(text.to_owned(), id.clone());
        }
    }
    desk.phases.covered.insert(id.clone());
    Some(id)
}

/// The phase that a text names: as the file calls it, by its id, by its name, with "Förderphase" before it or without.
fn find(desk: &Desk<'_>, text: &str) -> Option<PhaseId> {
    let text = cells::text(text).ok()?;
    let short = ["Förderphase ", "Phase ", "funding phase "]
        .iter()
        .find_map(|word| text.as_str().strip_prefix(word));
    [Some(text.as_str()), short]
        .into_iter()
        .flatten()
        .find_map(|text| {
            let of_file = desk.phases.called.get(text).cloned();
            of_file.or_else(|| {
                let known = desk.programme.phase_called(text);
                known.map(|(id, _)| id.clone())
            })
        })
}

fn no_such(desk: &Desk<'_>, text: &str) -> Problem {
    let phases = desk.programme.phases.iter();
    let texts = phases.flat_map(|(id, phase)| [phase.name.as_str(), id.as_str()]);
    Problem::NoSuch {
        noun: Noun::Phase,
        nearest: nearest(text, texts).map(str::to_owned),
    }
}

/// The phases that a row is in; none where that is faulty, which is noted.
pub(super) fn of_row(desk: &mut Desk<'_>, cells: Cells<'_>) -> Option<Vec<PhaseId>> {
    let named = cells.list("phase").unwrap_or_default();
    let mut phases = Vec::with_capacity(1);
    for name in &named {
        match find(desk, name) {
            Some(id) if phases.contains(&id) => {}
            Some(id) => phases.push(id),
            None => {
                let problem = no_such(desk, name);
                let place = Place {
                    value: Some((*name).to_owned()),
                    ..cells.place("phase")
                };
                desk.faults.push(place, problem);
                return None;
            }
        }
    }
    if named.is_empty() {
        phases.clone_from(&desk.phases.default);
    }
    if phases.is_empty() {
        // Told once: it is the same for all rows.
        if !desk
            .faults
            .list
            .iter()
            .any(|fault| fault.problem == Problem::NoPhase)
        {
            desk.fault(cells, "phase", Problem::NoPhase);
        }
        return None;
    }
    desk.phases.covered.extend(phases.iter().cloned());
    Some(phases)
}
